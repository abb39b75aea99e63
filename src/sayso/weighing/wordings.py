"""What does a wording say about the true number? Each phrase becomes a likelihood on a grid of persons.

A phrase has a shape: `point` (n, about n), `range` (a to b), `floor` (at least n), `ceiling` (up to n) or `vague` (dozens).
"""

from dataclasses import dataclass
from math import log, log1p
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from sayso.packs import table
from sayso.weighing.grid import Grid
from sayso.weighing.sources import Noise

Floats = NDArray[np.float64]
Shape = Literal["point", "range", "floor", "ceiling", "vague"]

FREEDOM = 4.0
"""Degrees of freedom of every Student-t. **Source:** docs/method.md; a common robust choice (Lange et al. 1989)."""
ABOUT = 0.12
"""Log sd of "about n". **Source:** prior, between 0.10 and 0.15; to be calibrated."""
OVER_NEAR, OVER_FAR, FAR_SHARE = 0.2, 1.0, 0.2
"""How far above "at least n" the truth lies, in log units, for most and for the rest.
**Source:** prior; people state bounds near the number."""
FIRM = 0.4
"""How much less than its usual error a source understates a bound: bodies that were counted are a floor. **Source:** prior."""
GROWN = 4
"""Up to this multiple a toll that is told later may be an early one grown, any of them as likely; above it, it is another count.
**Source:** set by hand."""
UNDER = 0.5
"""How far below "up to n" the truth lies, in log units. **Source:** prior; "up to" is soft above (its upper reading
can be cancelled)."""
WIDEN = 1.5
"""Factor on the log sd of vague words. **Source:** prior, for the shift from a survey without context."""
DECILES = 2.563
"""Standard deviations between the 10 % and 90 % points of a normal."""
STRAY_SD, STRAY_FLAT, SPAN = 0.6, 0.05, 12.0
"""A report that says nothing of the truth: log sd around it, the flat share, and the log width of the flat part.
**Source:** prior."""
ROUND_FROM, ROUNDERS, FEW_ROUNDERS = 100, 0.5, 0.15
"""From this figure on a trailing zero is a rounding for this share of sources; below it for the smaller share.
**Source:** prior."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One figure as worded, in persons; `spread` is the log sd of the wording itself, `coded` the event coders' reading.

    `early`: a floor of a count that went on, which says nothing of how far above it the truth lies.
    """

    shape: Shape
    low: float | None = None
    best: float | None = None
    high: float | None = None
    spread: float = 0.0
    coded: float | None = None
    early: bool = False

    @property
    def least(self) -> float:
        """The least figure that is stated."""
        return min(n for n in (self.low, self.best, self.high) if n is not None)

    @property
    def most(self) -> float:
        """The greatest figure that is stated."""
        return max(n for n in (self.low, self.best, self.high) if n is not None)

    @property
    def point(self) -> float | None:
        """The figure one would quote, or None for bounds, ranges and vague words."""
        return None if self.shape == "vague" else self.best


def phrase(low: float | None, best: float | None, high: float | None, wording: str = "exact") -> Phrase | None:
    """The phrase of a figure and its wording; None when no number is given at all."""
    word = vague(wording) if best is None else None
    if word is not None or (low is None and best is None and high is None):
        return word
    return _bound(low, high) if best is None else _counted(low, best, high)


def vague(wording: str) -> Phrase | None:
    """The phrase of a vague word such as "dozens of"; None for any other wording."""
    key = " ".join(wording.lower().split()).removesuffix(" of")
    row = table("weighing")["vague"].get(key)
    if row is None:
        return None
    spread = WIDEN * (log1p(row["p90"]) - log1p(row["p10"])) / DECILES
    return Phrase(shape="vague", low=row["p10"], best=row["p50"], high=row["p90"], spread=spread, coded=row["coded"])


def log_likelihood(said: Phrase, noise: Noise, grid: Grid) -> Floats:
    """The log-likelihood of the phrase at each point of the grid, up to a constant of the phrase."""
    sd = float(np.hypot(said.spread, noise.sd))
    meant = grid.logs + noise.bias
    told = _SHAPES[said.shape](said, noise, grid, meant, sd)
    centre = log1p(said.best if said.best is not None else said.least)
    stray = (1 - STRAY_FLAT) * student(grid.logs - centre, max(STRAY_SD, 2 * sd)) + STRAY_FLAT / SPAN
    return np.asarray(np.log(noise.trust * told + (1 - noise.trust) * stray))


def student(x: Floats, sd: float) -> Floats:
    """The density of a Student-t with four degrees of freedom and scale `sd`."""
    return np.asarray(0.375 / sd * (1 + (x / sd) ** 2 / FREEDOM) ** -2.5)


def _student_cdf(x: Floats) -> Floats:
    """The distribution function of a Student-t with four degrees of freedom. **Source:** closed form for df 4."""
    s = x / np.sqrt(x**2 + FREEDOM)
    return np.asarray(0.5 + 0.75 * (s - s**3 / 3))


def _counted(low: float | None, best: float, high: float | None) -> Phrase:
    if low == high == best or (low is None and high is None):
        return Phrase(shape="point", low=best, best=best, high=best)
    if high is None:
        return Phrase(shape="floor", low=low, best=best)
    if low is None:
        return Phrase(shape="ceiling", best=best, high=high)
    width = (log1p(high) - log1p(low)) / DECILES
    return Phrase(shape="point", low=low, best=best, high=high, spread=max(ABOUT, width))


def _bound(low: float | None, high: float | None) -> Phrase:
    if high is None:
        return Phrase(shape="floor", low=low)
    if low is None:
        return Phrase(shape="ceiling", high=high)
    return Phrase(shape="point", low=low, best=low, high=high) if low == high else Phrase(shape="range", low=low, high=high)


def _step(n: float) -> float:
    """The place to which a figure looks rounded: 100 for 600, 10 for 120, 1 for 17."""
    step = 1.0
    while n >= 10 * step and n % (10 * step) == 0:
        step *= 10
    return step


def _hits(n: float, hit: float, grid: Grid) -> Floats:
    """The density that a source who counted right says n, at each point: exactly n, or any number that rounds to n."""
    half = _step(n) / 2
    rounders = 0.0 if half < 1 else ROUNDERS if n >= ROUND_FROM else FEW_ROUNDERS
    width = log((n + 1 + half) / (n + 1 - half))
    inside = (grid.points >= n - half) & (grid.points < n + half)
    return np.asarray(hit * ((1 - rounders) * (grid.points == n) + rounders * inside) / width)


def _point(said: Phrase, noise: Noise, grid: Grid, meant: Floats, sd: float) -> Floats:
    n = said.best if said.best is not None else said.least
    spread = student(log1p(n) - meant, sd)
    if said.spread:
        return spread
    return _hits(n, noise.hit, grid) + (1 - noise.hit) * spread


def _range(said: Phrase, _noise: Noise, _grid: Grid, meant: Floats, sd: float) -> Floats:
    low, high = log1p(said.least), log1p(said.most)
    inside = _student_cdf((high - meant) / sd) - _student_cdf((low - meant) / sd)
    return np.asarray(inside / (high - low))


def _floor(said: Phrase, noise: Noise, grid: Grid, meant: Floats, sd: float) -> Floats:
    above = meant - log1p(said.least)
    over = np.maximum(above, 0)
    decay = (1 - FAR_SHARE) * np.exp(-over / OVER_NEAR) / OVER_NEAR + FAR_SHARE * np.exp(-over / OVER_FAR) / OVER_FAR
    if said.early:
        decay = np.full_like(over, 1 / log(GROWN))
    firm = sd * FIRM
    told = decay * np.where(above < 0, student(above, firm) / student(np.zeros(1), firm), 1.0)
    if said.best is None:
        return np.asarray(told)
    return np.asarray(_hits(said.best, noise.hit / 2, grid) + (1 - noise.hit / 2) * told)


def _ceiling(said: Phrase, _noise: Noise, _grid: Grid, meant: Floats, sd: float) -> Floats:
    below = log1p(said.most) - meant
    soft = sd + ABOUT
    decay = np.exp(-np.maximum(below, 0) / UNDER) / UNDER
    return np.asarray(decay * np.where(below < 0, student(below, soft) / student(np.zeros(1), soft), 1.0))


def _vague(said: Phrase, _noise: Noise, _grid: Grid, meant: Floats, sd: float) -> Floats:
    return student(log1p(said.best or 0.0) - meant, sd)


_SHAPES = {"point": _point, "range": _range, "floor": _floor, "ceiling": _ceiling, "vague": _vague}
