"""Where do the lines behind a figure stand beside it? Places on a scale: each line's interval, the figure's bands.

The scale is that of log(1 + n): as far from 10 to 20 as from 100 to 200, and it has a place for 0.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.exports.words import number
from sayso.model import Estimate, Ground

LABEL, WIDE, ROW, HEAD = 210, 430, 22, 8
"""Units of the picture: words at the left, the scale, one row, and the space above the rows. Source: set by hand, for A4."""
TICKS = 8
"""Numbers under a scale at most."""
_FEW = 4
"""Numbers below which finer ones are put under a scale. Source: set by hand."""
_LABEL = 36
"""Letters of a label that fit beside the scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line: its letter and words, where its interval begins and ends, its best; an end that is open has an arrow."""

    letter: str
    label: str
    y: int
    start: float
    end: float
    best: float | None
    opens: tuple[bool, bool]
    used: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """The picture: its bars, the numbers under it, the ends of both bands, the best, and how high it is."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    band90: tuple[float, float] | None
    band50: tuple[float, float] | None
    best: float | None
    height: int
    left: int = LABEL
    width: int = LABEL + WIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    least: int
    most: int

    def at(self, n: int) -> float:
        share = (math.log1p(n) - math.log1p(self.least)) / (math.log1p(self.most) - math.log1p(self.least))
        return round(LABEL + min(1.0, max(0.0, share)) * WIDE, 1)


def bars(estimate: Estimate, grounds: Sequence[tuple[str, str, Ground]]) -> Bars | None:
    """The picture of a figure and its lines, each with its letter and origin; None where no line gives a number."""
    spoken = [(letter, who, g) for letter, who, g in grounds if _ends(g.low, g.best, g.high)]
    if not spoken:
        return None
    every = [n for _, _, g in spoken for n in _ends(g.low, g.best, g.high)]
    scale = _scale([*every, *_ends(estimate.low, estimate.best, estimate.high)])
    return Bars(
        bars=tuple(_bar(k, scale, *one) for k, one in enumerate(spoken)),
        ticks=tuple((scale.at(n), number(n)) for n in _ticks(scale)),
        band90=_band(scale, estimate.low, estimate.high),
        band50=_band(scale, estimate.low50, estimate.high50),
        best=None if estimate.best is None else scale.at(estimate.best),
        height=HEAD + ROW * len(spoken),
    )


def _scale(every: Sequence[int]) -> _Scale:
    """The scale that holds all these, with some room on both sides."""
    least, most = min(every), max(every)
    return _Scale(least=max(0, math.floor(least * 0.8) - 1), most=math.ceil(most * 1.25) + 1)


def _bar(row: int, scale: _Scale, letter: str, who: str, ground: Ground) -> Bar:
    low, high = ground.low, ground.high
    return Bar(
        letter=letter,
        label=who if len(who) <= _LABEL else who[: _LABEL - 1] + "…",
        y=HEAD + row * ROW + ROW // 2,
        start=scale.at(low if low is not None else scale.least),
        end=scale.at(high if high is not None else scale.most),
        best=None if ground.best is None else scale.at(ground.best),
        opens=(low is None, high is None),
        used=ground.used,
    )


def _ends(*given: int | None) -> list[int]:
    return [n for n in given if n is not None]


def _band(scale: _Scale, low: int | None, high: int | None) -> tuple[float, float] | None:
    return None if low is None or high is None else (scale.at(low), scale.at(high))


def _ticks(scale: _Scale) -> list[int]:
    """Round numbers on the scale, not too many."""
    powers = [10**power for power in range(len(str(scale.most)))]
    for steps in ((1,), (1, 2, 5), range(1, 10)):
        fit = [n for n in (0, *(step * power for power in powers for step in steps)) if scale.least <= n <= scale.most]
        if len(fit) >= _FEW:
            break
    else:
        apart = max(1, (scale.most - scale.least) // (TICKS - 2))
        fit = list(range(scale.least + 1, scale.most, apart))
    return fit[:: math.ceil(len(fit) / TICKS)]
