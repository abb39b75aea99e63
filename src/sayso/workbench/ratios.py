"""How does one figure look beside what others give? A small picture on a scale of doublings, the others' best in the middle."""

import math
from dataclasses import dataclass

from sayso.sources.record import Past

WIDTH, MIDDLE, DOUBLING = 180.0, 90.0, 40.0
"""Units of the picture, where the others' best stands, and how far twice as many lies from it."""
_EDGE = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Units from the left: the others' 90 % interval, and the figure's low, best and high; None where there is none."""

    left: float
    right: float
    low: float
    high: float
    best: float | None
    words: str


def mark(past: Past) -> Mark | None:
    """The picture of a figure beside the estimate without it; None where the others give no best figure, or it no number."""
    others, q = past.others, past.claim.quantity
    if not others.best or q is None or (q.low is None and q.high is None and q.best is None):
        return None

    def at(persons: int | None, otherwise: float) -> float:
        if persons is None:
            return otherwise
        far = MIDDLE + DOUBLING * math.log2(max(persons, 0.5) / (others.best or 1))
        return round(min(WIDTH - _EDGE, max(_EDGE, far)), 1)

    best = None if q.best is None else at(q.best, MIDDLE)
    ends = (_EDGE, WIDTH - _EDGE) if best is None else (best, best)
    words = "" if past.ratio is None else f"{times(past.ratio)} the others' best figure, "
    return Mark(
        left=at(others.low, _EDGE),
        right=at(others.high, WIDTH - _EDGE),
        low=at(q.low, ends[0]),
        high=at(q.high, ends[1]),
        best=best,
        words=words + WHERE[past.beside],
    )


WHERE = {
    "inside": "inside their interval",
    "above": "above their interval",
    "below": "below their interval",
    "alone": "nobody else gives a figure",
}
"""Where a figure lies, in words that judge nobody."""


def times(ratio: float) -> str:
    """A ratio in words: `1.2 times`, `the same as`."""
    return "as many as" if 0.995 <= ratio < 1.005 else f"{ratio:.2g} times"
