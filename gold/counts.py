"""What is a mark made of? Counts of each document, which add up, and a formula over their sums."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

Counts = Mapping[str, float]
"""Additive numbers of one document (or question, or incident) by name; one that is absent is 0."""

Marks = dict[str, float]
"""Shares by name, each in [0, 1] and better when higher, unless its name says otherwise."""

RESAMPLES = 1000
"""Samples a bootstrap draws. Source: Efron and Tibshirani 1993, ch. 13, for intervals by percentiles."""
SEED = 20310101


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Counts of each unit of a corpus, and how marks are read off their sum.

    `left` says how many units of the corpus are not measured on, by reason.
    """

    unit: str
    counts: Sequence[Counts]
    marks: Callable[[Counts], Marks]
    left: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A measure with its 95 % interval over units; None where the units are too few."""

    name: str
    value: float
    low: float | None
    high: float | None
    units: int
    unit: str


def total(counts: Sequence[Counts]) -> Counts:
    """The sum, name by name."""
    out: dict[str, float] = defaultdict(float)
    for one in counts:
        for name, number in one.items():
            out[name] += number
    return out


def share(part: float, whole: float, empty: float = 0.0) -> float:
    """How much of the whole the part is; `empty` where there is no whole."""
    return part / whole if whole else empty


def prf(hit: float, system: float, gold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of so many right among those given and those wanted."""
    p, r = share(hit, system), share(hit, gold)
    return p, r, f1(p, r)


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def measure(part: Part) -> list[Mark]:
    """The marks of a part, each with its interval over resampled units.

    **Source:** the percentile bootstrap, Efron and Tibshirani 1993, ch. 13; seeded, so that a run can be repeated.
    """
    n = len(part.counts)
    whole = part.marks(total(part.counts))
    if n < 2:
        return [Mark(name=k, value=v, low=None, high=None, units=n, unit=part.unit) for k, v in whole.items()]
    drawn = [part.marks(sums) for sums in _resampled(part.counts)]
    out = []
    for name, value in whole.items():
        low, high = np.percentile([one[name] for one in drawn], [2.5, 97.5])
        out.append(Mark(name=name, value=value, low=float(low), high=float(high), units=n, unit=part.unit))
    return out


def _resampled(counts: Sequence[Counts]) -> list[Counts]:
    """Sums over as many units as there are, drawn with replacement, again and again."""
    names = sorted({name for one in counts for name in one})
    table = np.array([[one.get(name, 0.0) for name in names] for one in counts])
    n = len(counts)
    draws = np.random.default_rng(SEED).multinomial(n, np.full(n, 1 / n), size=RESAMPLES)
    return [defaultdict(float, zip(names, map(float, row), strict=True)) for row in draws @ table]
