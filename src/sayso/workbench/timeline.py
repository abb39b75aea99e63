"""When did it happen? Events along the days: few each by its figure, many as their number a day, week or month."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from sayso.exports.words import count, days, number
from sayso.model import When
from sayso.workbench.calendar import STEPS, coarse, starts, ticks
from sayso.workbench.page import picture

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 960, 230, 52, 14, 14, 52
"""Units of the picture and of the room around what is drawn. Source: set by hand."""
LANE = 17.0
"""Units below the line where events without a figure stand."""
FEW = 60
"""Events up to which each is drawn by itself. Source: set by hand; dots of 16 units still stand apart."""
BAR, WORD = 8, 105
"""Units that a bar and a word of the axis need. Source: set by hand."""
SMALL = 600
"""Units below which the picture need not be moved sideways on a phone."""
STRAY, SEVERAL = 0.03, 8
"""Share of the events that may lie beyond either end of the axis, and from how many events on one may. Source: set by hand."""
SHAPES = ("killed", "wounded", "missing", "captured")
"""Outcomes with a shape of their own, in order: circle, square, diamond, triangle; the others are a cross."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One event in time: its address, title, first and last day, the outcome that is asked for first and its best figure.

    Without days it is not drawn but counted in words. Whoever asks for very many may put those of the same days together as
    one of `events` events, with the greatest figure.
    """

    href: str
    title: str
    first: date | None = None
    last: date | None = None
    outcome: str | None = "killed"
    best: int | None = None
    events: int = 1


Dated = tuple[date, date, Stay]
"""An event with its days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """From the first to the last day, in units from the left; a day is as wide as any other."""

    first: date
    last: date
    width: int

    def at(self, day: date) -> float:
        """Where a day begins."""
        share = (day.toordinal() - self.first.toordinal()) / (self.last.toordinal() - self.first.toordinal() + 1)
        return round(LEFT + min(1.0, max(0.0, share)) * (self.width - LEFT - RIGHT), 1)

    def after(self, day: date) -> float:
        """Where a day ends."""
        return self.at(date.fromordinal(min(day.toordinal() + 1, date.max.toordinal())) if day < self.last else date.max)


def timeline(stays: Iterable[Stay], *, width: int = WIDTH, between: Callable[[date, date], str] | None = None) -> Markup:
    """Events along the days, with a table behind it; where none has a day, a sentence.

    `between` gives the address that lists the events of some days, to which a bar leads.
    """
    given = list(stays)
    dated = sorted(_dated(given), key=lambda d: (d[0], d[1], d[2].title, d[2].href))
    missing = sum(s.events for s in given) - sum(s.events for *_, s in dated)
    if not dated:
        return picture("_timeline.html", missing=missing, kind="none")
    axis = _axis(dated, width)
    shown = [d for d in dated if d[1] >= axis.first and d[0] <= axis.last]
    beyond = [(span, between and between(*span), events) for span, events in _beyond(dated, axis)]
    few = len(shown) <= FEW and all(stay.events == 1 for *_, stay in shown)
    drawn = _dots(shown, axis) if few else _bars(shown, axis, between)
    return picture(
        "_timeline.html",
        missing=missing,
        small=width < SMALL,
        beyond=[(days(When(first=a, last=b)), href, n) for (a, b), href, n in beyond],
        events=sum(stay.events for *_, stay in shown),
        size=(width, HEIGHT, LEFT, width - RIGHT, TOP, HEIGHT - BOTTOM, HEIGHT - BOTTOM + LANE),
        ticks=[(axis.at(day), words) for day, words in ticks(axis.first, axis.last, width // WORD)],
        **drawn,
    )


def _dated(stays: Iterable[Stay]) -> Iterator[Dated]:
    for stay in stays:
        first, last = stay.first or stay.last, stay.last or stay.first
        if first is not None and last is not None:
            yield min(first, last), max(first, last), stay


def _axis(dated: Sequence[Dated], width: int) -> Axis:
    """From the first day to the last; a few beyond a gap as long as all the rest are left out."""
    firsts, lasts = [d[0].toordinal() for d in dated], sorted(d[1].toordinal() for d in dated)
    off = max(int(len(dated) * STRAY), 1 if len(dated) >= SEVERAL else 0)
    first, last = firsts[0], lasts[-1]
    for early, late in zip(firsts[1 : off + 1], reversed(lasts[-off - 1 : -1]), strict=True):
        first = early if (early - first) * 2 > last - first else first
        last = late if (last - late) * 2 > last - first else last
    if first > last:
        first, last = firsts[0], lasts[-1]
    return Axis(first=date.fromordinal(first), last=date.fromordinal(last), width=width)


def _beyond(dated: Sequence[Dated], axis: Axis) -> Iterator[tuple[tuple[date, date], int]]:
    """The days before and after the axis on which events lie, and how many."""
    for found in ([d for d in dated if d[1] < axis.first], [d for d in dated if d[0] > axis.last]):
        if found:
            yield (min(d[0] for d in found), max(d[1] for d in found)), sum(stay.events for *_, stay in found)


def _dots(shown: Sequence[Dated], axis: Axis) -> dict[str, object]:
    """Each event at its days and its figure; those without a figure stand below the line."""
    most = max((stay.best for *_, stay in shown if stay.best is not None), default=1)
    top = 10 ** max(1, math.ceil(math.log10(max(1, most))))
    dots = []
    for first, last, stay in shown:
        left, right = axis.at(first), axis.after(last)
        height = HEIGHT - BOTTOM + LANE if stay.best is None else _height(stay.best, top)
        shape = stay.outcome if stay.outcome in SHAPES else "other"
        spread = (left, right) if last > first else None
        dots.append((stay, shape, round((left + right) / 2, 1), height, spread, _words(first, last, stay)))
    levels = [0, *(10**p for p in range(round(math.log10(top)) + 1))]
    present = {shape for _, shape, *_ in dots}
    return {
        "kind": "dots",
        "blank": any(stay.best is None for *_, stay in shown),
        "dots": dots,
        "levels": [(_height(n, top), number(n)) for n in levels if n != 1],
        "shapes": [(s, s if s in SHAPES else "something else") for s in (*SHAPES, "other") if s in present],
        "rows": [(stay.href, stay.title, days(When(first=a, last=b)), _figure(stay)) for a, b, stay in shown],
    }


def _height(persons: int, top: int) -> float:
    """Units from the top; Source: log(1 + n), as in the bands of the list."""
    share = math.log1p(max(0, persons)) / math.log1p(top)
    return round(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP), 1)


def _bars(shown: Sequence[Dated], axis: Axis, between: Callable[[date, date], str] | None) -> dict[str, object]:
    """How many events began in each step of time; one that may be of several steps is counted in its first."""
    step = coarse(STEPS, axis.first, axis.last, axis.width // BAR)
    held: dict[date, list[Stay]] = defaultdict(list)
    wide = 0
    for first, last, stay in shown:
        start = step.start(max(first, axis.first))
        held[start].append(stay)
        wide += stay.events if step.start(min(last, axis.last)) != start else 0
    numbers = {start: sum(s.events for s in held[start]) for start in starts(step, axis.first, axis.last) if start in held}
    top = _round_up(max(numbers.values()))
    bars, rows = [], []
    for start, events in numbers.items():
        last = step.last(start)
        href, said = between and between(start, last), days(When(first=start, last=last))
        left, height = axis.at(start), round((HEIGHT - BOTTOM - TOP) * events / top, 1)
        bars.append((href, left, max(1.0, round(axis.after(last) - left - 1, 1)), height, _sum(said, events, held[start])))
        rows.append((href, said, events, _greatest(held[start])))
    levels = [
        (round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * n / top, 1), number(n))
        for n in sorted({0, top, *([] if top % 2 else [top // 2])})
    ]
    return {"kind": "bars", "step": str(step), "bars": bars, "levels": levels, "wide": wide, "rows": rows}


def _round_up(most: int) -> int:
    """The next number with one figure and noughts, which the axis goes up to."""
    power = int(f"1{'0' * (len(str(most)) - 1)}")
    return -(-most // power) * power


def _greatest(stays: Sequence[Stay]) -> int | None:
    """The greatest best figure of killed."""
    return max((s.best for s in stays if s.best is not None and s.outcome == "killed"), default=None)


def _sum(said: str, events: int, stays: Sequence[Stay]) -> str:
    greatest = _greatest(stays)
    return f"{said}: {count(events, 'event')}" + (
        "" if greatest is None else f"; at most {number(greatest)} killed in one of them"
    )


def _figure(stay: Stay) -> str:
    """A best figure with its outcome: `17 killed`."""
    return "no figure" if stay.best is None else f"{number(stay.best)} {stay.outcome or 'persons'}"


def _words(first: date, last: date, stay: Stay) -> str:
    best = ", best figure" if stay.best is not None else ""
    return f"{stay.title}, {days(When(first=first, last=last))}: {_figure(stay)}{best}"
