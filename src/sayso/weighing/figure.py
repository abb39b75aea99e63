"""How many, on these terms? The likelihoods of the lines on one grid, and the estimate that they give."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from sayso.model import Estimate, Event, Ground, Outcome
from sayso.weighing.evidence import Term
from sayso.weighing.flags import flags
from sayso.weighing.grid import Grid, Posterior, grid, posterior, ratio
from sayso.weighing.policies import apply
from sayso.weighing.settings import Settings
from sayso.weighing.sources import UNATTRIBUTED
from sayso.weighing.wordings import Phrase, log_likelihood

Floats = NDArray[np.float64]

SNAP = 0.1
"""A median within this many log units of a line's figure is published as that figure. **Source:** the width of "about"."""
CLOSED = frozenset({"point", "range"})
"""Shapes that bind a figure on both sides."""


def weighed(event: Event, found: Sequence[Term], outcome: Outcome, settings: Settings) -> Estimate:
    """The estimate of one outcome of an event from its terms."""
    used = [t for t in found if t.used and t.phrase is not None]
    size = [max(1, len(t.line.documents)) if settings.count_copies else 1 for t in used]
    said = [t.phrase for t in used if t.phrase is not None]
    bare = Estimate(
        event=event.id,
        outcome=outcome,
        lines=sum(size),
        claims=len({c.id for t in found for c in t.claims}),
        least=round(min((p.least for p in said), default=0)) if said else None,
        most=round(max((p.most for p in said), default=0)) if said else None,
        level=level(used),
        as_of=settings.as_of,
    )
    if not used:
        return replace(bare, grounds=_unweighed(found))
    on = grid([p.least for p in said] + [p.most for p in said])
    weights = [n * share for n, share in zip(size, _shares(used), strict=True)]
    each = [w * log_likelihood(p, t.noise, on) for w, p, t in zip(weights, said, used, strict=True)]
    return _solved(bare, found, used, _Solved(on=on, each=each), settings)


def _shares(used: Sequence[Term]) -> list[float]:
    """How much of a voice each line has: papers that give one figure in their own voice, naming nobody, have one together."""
    own = Counter(t.phrase for t in used if t.line.kind in UNATTRIBUTED)
    return [1 / own[t.phrase] if t.line.kind in UNATTRIBUTED else 1.0 for t in used]


class _Solved:
    """The likelihood of each used line on the grid, and the posterior with all, or all but one."""

    __slots__ = ("each", "of_all", "on", "total")

    def __init__(self, *, on: Grid, each: list[Floats]) -> None:
        self.on, self.each = on, each
        self.total: Floats = np.sum(each, axis=0)
        self.of_all = posterior(on, self.total)

    def without(self, n: int) -> Posterior | None:
        """The posterior when the line is left out; None when it is the only one."""
        return posterior(self.on, np.sum(self.each[:n] + self.each[n + 1 :], axis=0)) if len(self.each) > 1 else None


def _solved(bare: Estimate, found: Sequence[Term], used: Sequence[Term], solved: _Solved, settings: Settings) -> Estimate:
    whole = solved.of_all
    low, low50, median, high50, high = (whole.quantile(q) for q in (0.05, 0.25, 0.5, 0.75, 0.95))
    others = [solved.without(n) for n in range(len(used))]
    grounds = _grounds(found, used, others, median)
    raised = flags(used, others, whole)
    if bare.level == "open":
        return apply(replace(_open(bare, used, low, high), grounds=grounds, flags=raised), used, settings)
    best = _best(used, median, low50, high50)
    closed = replace(
        bare,
        best=best,
        low=min(low, best),
        high=max(high, best),
        low50=min(low50, best),
        high50=max(high50, best),
        grounds=grounds,
        flags=raised,
    )
    return apply(closed, used, settings)


def level(used: Sequence[Term]) -> str:
    """How well a number is anchored: `none`, `open`, `one line`, `parties only` or `anchored`."""
    said = [t.phrase for t in used if t.phrase is not None]
    if not said:
        return "none"
    if all(loose(p) for p in said) and not {"floor", "ceiling"} <= {p.shape for p in said}:
        return "open"
    if len(used) == 1:
        return "one line"
    return "parties only" if all(t.partisan for t in used) else "anchored"


def loose(said: Phrase) -> bool:
    """Whether a phrase gives no figure that could be the best: a bound, or a vague word."""
    return said.shape not in CLOSED and (said.best is None or said.shape == "vague")


def _open(bare: Estimate, used: Sequence[Term], low: int, high: int) -> Estimate:
    """Bounds alone: the greatest floor or the least ceiling of the better sources, and for vague words their interval."""
    better = [t for t in used if not t.weak] or list(used)
    said = [t.phrase for t in better if t.phrase is not None]
    floors = [p.least for p in said if p.shape == "floor"]
    ceilings = [p.most for p in said if p.shape == "ceiling"]
    if floors:
        return replace(bare, low=round(max(floors)))
    if ceilings:
        return replace(bare, high=round(min(ceilings)))
    return replace(bare, low=low, high=high)


def _best(used: Sequence[Term], median: int, low50: int, high50: int) -> int:
    """The figure to publish: the better sources' figure nearest to the median where one is near, else the median."""
    better = [t for t in used if not t.weak] or list(used)
    points = sorted({p.point for t in better if (p := t.phrase) is not None and p.point is not None})
    if not points:
        return median
    near = min(points, key=lambda n: (abs(ratio(n, median)), n))
    if len(used) == 1 or low50 <= near <= high50 or abs(ratio(near, median)) <= SNAP:
        return round(near)
    return median


def _grounds(found: Sequence[Term], used: Sequence[Term], others: Sequence[Posterior | None], median: int) -> tuple[Ground, ...]:
    pulls = {t.line.id: o for t, o in zip(used, others, strict=True)}
    grounds = []
    for term in found:
        left = pulls.get(term.line.id)
        pull = None if left is None else round(ratio(median, left.quantile(0.5)), 4)
        percent = None if pull is None else round(100 * float(np.expm1(pull)), 1)
        grounds.append(ground(term, pull, percent))
    return tuple(grounds)


def _unweighed(found: Sequence[Term]) -> tuple[Ground, ...]:
    return tuple(ground(t, None, None) for t in found)


def ground(term: Term, pull: float | None, percent: float | None) -> Ground:
    """What one line gives, and what it does to the median: in log units and in percent."""
    said = term.tally
    return Ground(
        line=term.line.id,
        origin=term.line.origin,
        low=said.low,
        best=said.best,
        high=said.high,
        pull=pull,
        percent=percent,
        used=term.used,
        why=term.why or term.note,
        group=term.group,
    )
