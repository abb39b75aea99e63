"""How does the land look in a view? The outlines that meet it, cut at its edge, as paths in half units of the picture."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sayso.packs.outlines import Frame, Outlines, outlines
from sayso.workbench.view import View

Point = tuple[int, int]
"""Half units from the left and from the top."""
FINE = 2
"""Parts of a unit that paths are drawn in."""
NEAR, MIDDLE = 30.0, 9.0
"""Units a degree from which the closer outlines are drawn. Source: a level strays no more than about a unit there."""
EDGE = 8
"""Half units that the land goes on beyond the edge, so that no line is seen along it."""
CLOSE = 2
"""Half units below which the next point of a line is left out."""
ROOM, MUCH, INSET = 56, 150, 24
"""Half units: the width that a label needs, that for a small screen, and how far it stays from the edge."""
ROUGH = 12
"""Half units that are near enough where only room for a label is sought."""
BEYOND = 200.0
"""Degrees east and west to which outlines go on, where land crosses the date line."""
CHORDS = 9
"""Heights at which a country is tried for the widest room. Source: set by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """Paths in half units: land, borders, disputed lines; codes of countries, in units, and whether there is much room."""

    land: str
    borders: str
    disputed: str
    labels: tuple[tuple[str, int, int, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A view over a level of detail: half units = steps × by + to, on both axes; its four ends in steps."""

    by: tuple[float, float]
    to: tuple[float, float]
    wide: int
    high: int
    west: float
    south: float
    east: float
    north: float

    def beside(self, frame: Frame) -> str:
        """On which side of the view a line wholly lies; empty where it may be seen."""
        if frame.east < self.west:
            return "west"
        if frame.west > self.east:
            return "east"
        if frame.north < self.south:
            return "south"
        return "north" if frame.south > self.north else ""

    def shown(self, points: Iterable[tuple[int, int]], close: int = CLOSE) -> list[Point]:
        """Points in half units, each more than `close` from the one before; both ends stay."""
        (across, up), (right, down) = self.by, self.to
        out: list[Point] = []
        x = y = last_x = last_y = -1_000_000
        for east, north in points:
            x, y = round(east * across + right), round(north * up + down)
            if abs(x - last_x) + abs(y - last_y) > close:
                out.append((x, y))
                last_x, last_y = x, y
        if out and out[-1] != (x, y):
            out.append((x, y))
        return out


@lru_cache(maxsize=32)
def land(view: View) -> Land:
    """What is drawn under the places of a view."""
    level = outlines("near" if view.scale >= NEAR else "middle" if view.scale >= MIDDLE else "far")
    windows = tuple(_windows(view, level))
    return Land(
        land="".join(_ring(level, ring, window) for window in windows for ring in level.coast),
        borders="".join(_line(level, n, window) for window in windows for n in level.borders),
        disputed="".join(_line(level, n, window) for window in windows for n in level.disputed),
        labels=tuple(_labels(level, windows)),
    )


def _windows(view: View, level: Outlines) -> Iterator[Window]:
    """The view over the world, and once more over the world to its west or east where it looks over the date line."""
    across, up = view.shrink * view.scale * level.step * FINE, view.scale * level.step * FINE
    wide, high = view.width * FINE, view.height * FINE
    for turn in (-360.0, 0.0, 360.0):
        lon, lat = (view.lon + turn) / level.step, view.lat / level.step
        reach, rise = (wide / 2 + EDGE) / across, (high / 2 + EDGE) / up
        if abs(lon) - reach > BEYOND / level.step:
            continue
        yield Window(
            by=(across, -up),
            to=(wide / 2 - lon * across, high / 2 + lat * up),
            wide=wide,
            high=high,
            west=lon - reach,
            south=lat - rise,
            east=lon + reach,
            north=lat + rise,
        )


def _ring(level: Outlines, ring: tuple[int, ...], window: Window) -> str:
    """The part of a ring within the view, as a path."""
    inside = _within(level, ring, window)
    return _path(inside) + "z" if len(inside) > 2 else ""


def _within(level: Outlines, ring: tuple[int, ...], window: Window, close: int = CLOSE) -> list[Point]:
    """The points of a ring, cut at the edge of the view; of lines beside it only the ends, which is the same once it is cut."""
    frames = [level.frames[n if n >= 0 else ~n] for n in ring]
    sides = [window.beside(frame) for frame in frames]
    if sides[0] and sides.count(sides[0]) == len(sides):
        return []
    points: list[Point] = []
    for n, side, frame in zip(ring, sides, frames, strict=True):
        ends = (frame.first, frame.last) if n >= 0 else (frame.last, frame.first)
        points += window.shown(ends if side else level.points(n), close)
    for axis, bound, sign in ((0, -EDGE, 1), (0, window.wide + EDGE, -1), (1, -EDGE, 1), (1, window.high + EDGE, -1)):
        if any((p[axis] - bound) * sign < 0 for p in points):
            points = list(_cut(points, axis, bound, sign))
    return points


def _cut(points: list[Point], axis: int, bound: int, sign: int) -> Iterator[Point]:
    """What of a ring lies on the inner side of a straight edge.

    Source: Sutherland and Hodgman, Reentrant Polygon Clipping, 1974, doi:10.1145/360767.360802.
    """
    a = points[-1]
    a_in = (a[axis] - bound) * sign >= 0
    for b in points:
        b_in = (b[axis] - bound) * sign >= 0
        if a_in != b_in:
            share = (bound - a[axis]) / (b[axis] - a[axis])
            across = round(a[1 - axis] + share * (b[1 - axis] - a[1 - axis]))
            yield (bound, across) if axis == 0 else (across, bound)
        if b_in:
            yield b
        a, a_in = b, b_in


def _line(level: Outlines, number: int, window: Window) -> str:
    """The parts of a line that may be seen, as a path."""
    if window.beside(level.frames[number]):
        return ""
    out: list[str] = []
    part: list[Point] = []
    for a, b in pairwise(window.shown(level.points(number))):
        if _seen(a, b, window):
            part += [b] if part else [a, b]
        elif part:
            out.append(_path(part))
            part = []
    return "".join(out) + (_path(part) if part else "")


def _seen(a: Point, b: Point, window: Window) -> bool:
    across = max(a[0], b[0]) >= -EDGE and min(a[0], b[0]) <= window.wide + EDGE
    return across and max(a[1], b[1]) >= -EDGE and min(a[1], b[1]) <= window.high + EDGE


def _path(points: list[Point]) -> str:
    """A path: where it begins, then from each point to the next."""
    (x, y), *rest = points
    out = [f"M{x} {y}l"]
    for to_x, to_y in rest:
        dx, dy = to_x - x, to_y - y
        out.append(f"{dx}{'' if dy < 0 else ' '}{dy}" if dx < 0 or len(out) == 1 else f" {dx}{'' if dy < 0 else ' '}{dy}")
        x, y = to_x, to_y
    return "".join(out)


def _labels(level: Outlines, windows: tuple[Window, ...]) -> Iterator[tuple[str, int, int, bool]]:
    """Codes of countries with the middle of the widest room that the view shows of them, where there is enough."""
    for code, rings in sorted(level.lands.items()):
        rooms = [room for window in windows for ring in rings for room in _rooms(_within(level, ring, window, ROUGH), window)]
        if rooms:
            wide, x, y = max(rooms)
            if wide >= ROOM:
                yield code, x // FINE, y // FINE, wide >= MUCH


def _rooms(ring: list[Point], window: Window) -> Iterator[tuple[int, int, int]]:
    """How wide a ring is at some heights, with the middle of that width."""
    if len(ring) < 3:
        return
    top = max(min(y for _, y in ring), 0) + INSET
    bottom = min(max(y for _, y in ring), window.high) - INSET
    for i in range(CHORDS if bottom > top else 0):
        height = top + (bottom - top) * i / (CHORDS - 1) + 0.5  # points are whole: between two
        pairs = zip([ring[-1], *ring[:-1]], ring, strict=True)
        met = sorted(
            a[0] + (height - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in pairs if (a[1] > height) != (b[1] > height)
        )
        for left, right in zip(met[::2], met[1::2], strict=True):
            a, b = max(left, INSET / 2), min(right, window.wide - INSET / 2)
            yield round(b - a), round((a + b) / 2), round(height)
