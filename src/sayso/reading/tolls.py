"""What does one document as a whole say of each of its events: the best-supported figure, not the first?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Claim, Outcome, Quantity, When, Where

OUTCOMES: tuple[Outcome, ...] = ("killed", "wounded", "captured", "missing")
_SPAN = 3
"""Days within which undated neighbours are taken for one event of a report. Source: set by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """One event of a document: its days, place and figures by outcome; `main` for the one the document is about."""

    main: bool
    when: When | None
    where: Where | None
    figures: tuple[tuple[Outcome, Quantity], ...]


def tolls(claims: Sequence[Claim]) -> tuple[Toll, ...]:
    """The events of one document, the main one first."""
    usable = [c for c in claims if c.outcome in OUTCOMES and c.status in ("happened", "ongoing", "feared") and c.scope == "event" and c.quantity]
    if not usable:
        return ()
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for c in usable:
        groups[_matter(c)].append(c)
    ordered = sorted(groups.values(), key=lambda g: (-_weight(g), min(c.span for c in g)))
    return tuple(_toll(g, main=k == 0) for k, g in enumerate(ordered))


def _matter(c: Claim) -> tuple[str, str]:
    return (c.when.first.isoformat() if c.when else "", c.where.name or c.where.text if c.where else "") if False else ("", "")


def _weight(group: Sequence[Claim]) -> float:
    return sum(1.0 for _ in group)


def _toll(group: Sequence[Claim], *, main: bool) -> Toll:
    figures: list[tuple[Outcome, Quantity]] = []
    for outcome in OUTCOMES:
        mine = [c for c in group if c.outcome == outcome and c.part_of is None and c.said_by[0].stance not in ("retracts", "denies", "doubts")]
        best = _best(mine)
        if best is not None:
            figures.append((outcome, best))
    first = group[0]
    return Toll(main=main, when=first.when, where=first.where, figures=tuple(figures))


def _best(claims: Sequence[Claim]) -> Quantity | None:
    """The figure with most support: numbers before plurals, the more often told, then the larger."""
    if not claims:
        return None
    support: dict[tuple[int | None, int | None, int | None], list[Claim]] = defaultdict(list)
    for c in claims:
        q = c.quantity
        if q is not None:
            support[q.low, q.best, q.high].append(c)
    ranked = sorted(support.values(), key=lambda g: (g[0].quantity is not None and not g[0].quantity.stated and g[0].quantity.wording == "plural", -len(g), g[0].span))
    return ranked[0][0].quantity
