"""Where do land and countries end? Natural Earth's outlines, packed: lines that are unpacked only when they are drawn."""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

Steps = tuple[int, int]
"""A point: steps east and north of 0° 0°."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What of a line is known without unpacking it: its first and last point, and its four ends, all in steps."""

    first: Steps
    last: Steps
    west: int
    south: int
    east: int
    north: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outlines:
    """Lines of a level of detail, in steps of `step` degrees, and what they are; `~n` in a ring is line n backwards.

    `coast` are rings of land and lakes, `borders` lines between countries, `disputed` those that are no agreed border, `lands`
    the outer rings of each country by its ISO code, the largest first.
    """

    step: float
    lines: tuple[str, ...]
    coast: tuple[tuple[int, ...], ...]
    borders: tuple[int, ...]
    disputed: tuple[int, ...]
    lands: dict[str, tuple[tuple[int, ...], ...]]
    frames: tuple[Frame, ...]

    def points(self, number: int) -> list[Steps]:
        """The points of a line, forwards, or backwards for `~n`."""
        found = _points(self.lines[number] if number >= 0 else self.lines[~number])
        return found if number >= 0 else found[::-1]


LEVELS = ("far", "middle", "near")
"""From the whole world to a single region."""


@cache
def outlines(level: str) -> Outlines:
    """The outlines of a level of detail."""
    given = json.loads(gzip.decompress((files(__package__) / "world" / f"{level}.json.gz").read_bytes()))
    return Outlines(
        step=given["step"],
        lines=tuple(given["lines"]),
        coast=tuple(map(tuple, given["coast"])),
        borders=tuple(given["borders"]),
        disputed=tuple(given["disputed"]),
        lands={code: tuple(map(tuple, rings)) for code, rings in given["lands"].items()},
        frames=tuple(map(_frame, given["lines"])),
    )


_HEAD = 8
"""Numbers before the points of a line: where it begins, and from there its end and its four ends."""


def coded(points: Sequence[Steps]) -> str:
    """A line as letters: its head, then from each point to the next.

    **Source:** Google's Encoded Polyline Algorithm Format: five bits a letter, the sign in the lowest.
    """
    (x, y), (last_x, last_y) = points[0], points[-1]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    head = (x, y, last_x - x, last_y - y, x - min(xs), y - min(ys), max(xs) - x, max(ys) - y)
    pairs = pairwise(points)
    return "".join(map(_letters, (*head, *(n for a, b in pairs for n in (b[0] - a[0], b[1] - a[1])))))


def _letters(number: int) -> str:
    rest, out = (number << 1) ^ (number >> 63), []
    while rest >= 0x20:
        out.append(chr((0x20 | rest & 0x1F) + 63))
        rest >>= 5
    return "".join((*out, chr(rest + 63)))


def _numbers(letters: Iterable[str]) -> Iterator[int]:
    value = shift = 0
    for letter in letters:
        bits = ord(letter) - 63
        value |= (bits & 0x1F) << shift
        if bits & 0x20:
            shift += 5
            continue
        yield value >> 1 ^ -(value & 1)
        value = shift = 0


def _frame(line: str) -> Frame:
    numbers = _numbers(line)
    x, y, dx, dy, west, south, east, north = (next(numbers) for _ in range(_HEAD))
    return Frame(first=(x, y), last=(x + dx, y + dy), west=x - west, south=y - south, east=x + east, north=y + north)


@lru_cache(maxsize=4096)
def _points(line: str) -> list[Steps]:
    x, y, *rest = _numbers(line)
    out = [(x, y)]
    for dx, dy in zip(rest[_HEAD - 2 :: 2], rest[_HEAD - 1 :: 2], strict=True):
        x, y = x + dx, y + dy
        out.append((x, y))
    return out
