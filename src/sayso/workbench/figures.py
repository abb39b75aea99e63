"""How are the figures of an event drawn? Each claim an interval on its day, copies beside it, the estimate behind all.

Lines differ by letter and shape as well as by colour. The drawing has no sizes of its own to compute: a template writes it out.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import log2
from typing import Literal, Protocol

from sayso.exports.grounds import letter as letter_of
from sayso.workbench.scale import Scale, scale
from sayso.workbench.shapes import arrow, shape

Form = Literal["plain", "unsure", "denied"]
"""How a claim is meant: as what happened, as what may be (feared, planned, foretold), or as what did not happen."""

HEIGHT, TOP, BOTTOM, LEFT, RIGHT = 380, 44, 316, 56, 112
"""The drawing's height, the y of the axis's ends, and the room beside it."""
SLOT, COPY, BESIDE, WIDTH = 24, 7, 12, 860
"""Room of a claim, of a copy beside it, between days; the least width of the whole."""
STACK, COPIES = 10, 160
"""Copies drawn beside a claim, and altogether; of more the number is written."""
MOST = 160
"""Claims drawn with room of their own; a table holds the others."""
DAYS = 40
"""Days drawn apart; of more, months are, and of more of these, years."""
_OPEN, _NUMBER, _NAMED = 26, 26, 84


class Worded(Protocol):
    """What has words."""

    @property
    def words(self) -> str:
        """All of it in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A claim to be drawn: its figures, its day (ISO; None: unknown), its line by place in the list of lines, what it copies.

    `told` has its words, which are put together where it is drawn; `copies` is the id of the claim that it repeats; `relayed`
    tells that another report had it first.
    """

    claim: str
    to: str
    told: Worded
    low: int | None = None
    best: int | None = None
    high: int | None = None
    day: str | None = None
    line: int | None = None
    form: Form = "plain"
    copies: str | None = None
    relayed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """An estimate to be drawn across: its best figure, its 50 % and its 90 % interval."""

    low: int | None = None
    low50: int | None = None
    best: int | None = None
    high50: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A claim as it is drawn: x, the y of its interval's ends and of its point, and what open ends look like."""

    point: Point
    x: float
    top: float
    bottom: float
    shape: str
    arrows: tuple[str, ...] = ()
    bar: bool = True
    thin: bool = False
    more: int = 0

    @property
    def letter(self) -> str:
        """The letter of its line; `–` for a claim on none."""
        return letter(self.point.line)

    @property
    def colour(self) -> int:
        """The number of its line's colour; 0 for a claim on none."""
        return colour(self.point.line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The claims of one day as they are drawn: where they stand, what the day is called, and how long after the one before."""

    label: str
    left: float
    right: float
    since: str = ""

    @property
    def middle(self) -> float:
        """The x of its middle."""
        return round((self.left + self.right) / 2, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A y at which something is written: a tick of the axis, or a figure of the estimate with the y of its words."""

    y: float
    words: str
    at: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing of figures; all sizes are in the units of its view box."""

    width: float
    columns: tuple[Column, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Level, ...]
    labels: tuple[Level, ...] = ()
    band90: tuple[float, float] | None = None
    band50: tuple[float, float] | None = None
    best: float | None = None
    was: float | None = None
    was90: tuple[float, float] | None = None
    log: bool = False
    left_out: int = 0
    height: int = HEIGHT
    top: int = TOP
    bottom: int = BOTTOM
    left: int = LEFT

    @property
    def right(self) -> float:
        """The x at which the axis ends."""
        return self.width - RIGHT


def letter(line: int | None) -> str:
    """The letter of a line by its place: A to Z, then AA; `–` for none."""
    return "–" if line is None else letter_of(line)


def colour(line: int | None) -> int:
    """The number of a line's colour, 1 to 6; 0 for none."""
    return 0 if line is None else line % 6 + 1


def chart(points: Iterable[Point], band: Band, was: Band | None = None) -> Chart:
    """The drawing of these claims and this estimate; `was` is another estimate to be shown beside it, as stored."""
    given = [p for p in points if (p.low, p.best, p.high) != (None, None, None)]
    stacks, left_out = _stacks(given)
    figures = [n for p in given for n in (p.low, p.best, p.high) if n is not None]
    figures += [n for e in (band, was or band) for n in (e.low, e.best, e.high) if n is not None]
    axis = scale(figures, TOP + _OPEN, BOTTOM - _OPEN / 2)
    columns, marks = _placed(stacks, axis)
    width = max([WIDTH, *(c.right + BESIDE + RIGHT for c in columns[-1:])])
    bare = Chart(
        width=round(width),
        columns=columns,
        marks=marks,
        ticks=tuple(Level(y=axis.at(n), words=f"{n:,}") for n in axis.ticks()),
        log=axis.log,
        left_out=left_out,
    )
    return _with_band(bare, band, was, axis)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stack:
    """A claim that has room of its own, the copies that are drawn beside it, and how many more there are."""

    first: Point
    copies: tuple[Point, ...] = ()
    more: int = 0

    @property
    def width(self) -> float:
        """The room that it needs."""
        return SLOT + COPY * len(self.copies) + (COPY if self.copies else 0) + (_NUMBER if self.more else 0)


def _stacks(points: Sequence[Point]) -> tuple[list[_Stack], int]:
    """Each claim that has room of its own with the copies beside it, and how many claims found no room."""
    own = {p.claim for p in points if p.copies is None}
    copies: dict[str, list[Point]] = defaultdict(list)
    alone = []
    for p in points:
        if p.copies is not None and p.copies in own:
            copies[p.copies].append(p)
        else:
            alone.append(p)
    alone.sort(key=lambda p: (p.line is None, p.relayed, p.line or 0, p.day or "", p.claim))
    kept = alone[:MOST]
    beside = max(1, min(STACK, COPIES // max(1, sum(p.claim in copies for p in kept))))
    stacks = []
    for p in kept:
        every = sorted(copies[p.claim], key=lambda c: (c.day or "", c.claim))
        stacks.append(_Stack(first=p, copies=tuple(every[:beside]), more=max(0, len(every) - beside)))
    return stacks, len(points) - sum(1 + len(s.copies) + s.more for s in stacks)


def _placed(stacks: Sequence[_Stack], axis: Scale) -> tuple[tuple[Column, ...], tuple[Mark, ...]]:
    """The columns of the days, those of an unknown day first, and the claims in them."""
    grain = _grain({s.first.day for s in stacks})
    by_day: dict[str, list[_Stack]] = defaultdict(list)
    for stack in stacks:
        by_day[(stack.first.day or "")[:grain]].append(stack)
    keys = sorted(by_day)
    gaps = [0, *(_days(a, b) for a, b in pairwise(keys))][: len(keys)]
    between, rooms = sum(map(_gap, gaps)), sum(_room(by_day[k]) for k in keys)
    wider = max(1.0, (WIDTH - LEFT - RIGHT - BESIDE - between) / max(1.0, rooms))
    columns, marks, x = [], [], float(LEFT)
    for key, gap in zip(keys, gaps, strict=True):
        x += _gap(gap)
        room = _room(by_day[key]) * wider
        columns.append(Column(label=_label(key), left=round(x, 1), right=round(x + room, 1), since=_since(gap)))
        at = x + BESIDE * wider
        for stack in sorted(by_day[key], key=lambda s: (s.first.line is None, s.first.line or 0, s.first.relayed, s.first.claim)):
            marks += _drawn(stack, at + SLOT * wider / 2, axis)
            at += stack.width * wider
        x += room
    return tuple(columns), tuple(marks)


def _room(stacks: Sequence[_Stack]) -> float:
    """The room of a day: of its claims, and beside them; enough for the day's own name."""
    return max(_NAMED, sum(s.width for s in stacks) + 2 * BESIDE)


def _drawn(stack: _Stack, x: float, axis: Scale) -> list[Mark]:
    """A claim and, thin and to its right, its copies."""
    marks = [_mark(stack.first, x, axis, thin=stack.first.relayed and stack.first.form == "plain")]
    marks += [_mark(p, x + SLOT / 2 + COPY * n - 3, axis, thin=True) for n, p in enumerate(stack.copies, 1)]
    return [*marks[:-1], replace(marks[-1], more=stack.more)]


def _mark(p: Point, x: float, axis: Scale, *, thin: bool) -> Mark:
    ends = [axis.at(n) for n in (p.low, p.high) if n is not None]
    point = axis.at(p.best) if p.best is not None else (sum(ends) / len(ends))
    low = axis.at(p.low) if p.low is not None else point
    high = axis.at(p.high) if p.high is not None else point
    arrows, size = [], 2.6 if thin else 5.5
    if p.high is None and p.low is not None:
        high = point - _OPEN + size
        arrows.append(arrow(x, high, up=True, size=size * 0.8))
    if p.low is None and p.high is not None:
        low = point + _OPEN - size
        arrows.append(arrow(x, low, up=False, size=size * 0.8))
    return Mark(
        point=p,
        x=round(x, 1),
        top=round(min(low, high, point), 1),
        bottom=round(max(low, high, point), 1),
        shape=shape(p.line, x, point, size),
        arrows=tuple(arrows),
        bar=low != high,
        thin=thin,
    )


def _with_band(bare: Chart, band: Band, was: Band | None, axis: Scale) -> Chart:
    """The drawing with the estimate across it; an open end of an interval reaches the end of the axis."""
    said = ((band.high, "90 %: up to"), (band.best, "best"), (band.low, "90 %: from"))
    labels = [Level(y=axis.at(n), words=f"{words} {n:,}") for n, words in said if n is not None]
    if band.low == band.high == band.best:
        labels = labels[1:2]
    return replace(
        bare,
        band90=_reach(axis, band.low, band.high),
        band50=None if band.low50 is None or band.high50 is None else _reach(axis, band.low50, band.high50),
        best=None if band.best is None else axis.at(band.best),
        was=None if was is None or was.best is None else axis.at(was.best),
        was90=None if was is None else _reach(axis, was.low, was.high),
        labels=_apart(labels),
    )


def _reach(axis: Scale, low: int | None, high: int | None) -> tuple[float, float] | None:
    """The y of an interval's ends, the upper one first; None where both are open."""
    if low is None and high is None:
        return None
    return (TOP if high is None else axis.at(high)), (BOTTOM if low is None else axis.at(low))


def _apart(labels: Sequence[Level], least: float = 15) -> tuple[Level, ...]:
    """The words of figures that stand close, moved apart from the middle one."""
    if not labels:
        return ()
    middle = len(labels) // 2
    at = [n.y for n in labels]
    for n in range(middle - 1, -1, -1):
        at[n] = min(at[n], at[n + 1] - least)
    for n in range(middle + 1, len(at)):
        at[n] = max(at[n], at[n - 1] + least)
    return tuple(replace(n, at=round(y, 1)) for n, y in zip(labels, at, strict=True))


def _grain(days: set[str | None]) -> int:
    """How much of an ISO day tells columns apart: all of it, the month, or the year."""
    given = {d for d in days if d is not None}
    return next((n for n in (10, 7) if len({d[:n] for d in given}) <= DAYS), 4)


def _days(a: str, b: str) -> int:
    """Days between two columns; 0 where one is of no known day, or they are months."""
    return (date.fromisoformat(b) - date.fromisoformat(a)).days if len(a) == len(b) == 10 else 0


def _gap(days: int) -> float:
    return BESIDE * (1 + log2(days)) if days > 1 else 0.0


def _since(days: int) -> str:
    return f"{days} days later" if days > 1 else ""


def _label(key: str) -> str:
    """A column's name: `14 Mar 2031`, `Mar 2031`, `2031`, or that the day is not known."""
    if not key:
        return "day unknown"
    if len(key) == 10:
        day = date.fromisoformat(key)
        return f"{day.day} {day:%b} {day.year}"
    return f"{date.fromisoformat(key + '-01'):%b %Y}" if len(key) == 7 else key
