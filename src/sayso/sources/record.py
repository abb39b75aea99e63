"""How did the figures of one source stand beside what others give? A record, no verdict: who is alone may be right.

Each figure that it gives itself is put beside the estimate of its event without the lines that stem from it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from sayso.linking.speakers import step_id
from sayso.model import Claim, Estimate, Event, Line, Quantity, Source

Days = Mapping[str, str]
_NOT_ITS = frozenset({"denies", "doubts"})
Beside = Literal["inside", "above", "below", "alone"]
"""Where a figure lies by the 90 % interval of the others; `alone` where they give none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One figure that a source gave, on a day (ISO) as far as it is known, beside the estimate without it.

    `ratio` is its figure over the others' best; None where either gives no single number. `replaced` says that it gave another
    figure later.
    """

    event: Event
    claim: Claim
    day: str | None
    others: Estimate
    beside: Beside
    ratio: float | None = None
    replaced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Overall:
    """How many figures lie inside, above and below the others' interval, or are alone, and the middle of the ratios."""

    inside: int = 0
    above: int = 0
    below: int = 0
    alone: int = 0
    ratio: float | None = None


def own(source: Source, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, of those as people left them, of which a source is the nearest speaker."""
    return tuple(c for c in claims if c.said_by[0].source == source.id)


def figured(
    claims: Iterable[Claim], events: Iterable[Event], members: Iterable[tuple[str, str, str]]
) -> Iterator[tuple[str, str, str]]:
    """Which source (its id) itself gives a figure of which event, between them the event's first day (ISO; "" without one).

    `members` are document, step id and source of each speaker.
    """
    who = {(document, step): source for document, step, source in members}
    homes = {claim: event for event in events for claim in event.claims}
    for claim in claims:
        event, step = homes.get(claim.id), step_id(claim.said_by[0])
        source = None if step is None else who.get((claim.document, step))
        if event is not None and source is not None and claim.quantity is not None:
            yield source, event.when.first.isoformat() if event.when else "", event.id


def own_lines(source: Source, claims: Iterable[Claim], lines: Iterable[Line]) -> tuple[str, ...]:
    """The lines, by id, that hold a claim of which the source is the nearest speaker: what stems from it."""
    mine = {c.id for c in own(source, claims)}
    return tuple(sorted(line.id for line in lines if mine & set(line.claims)))


def past(
    source: Source, event: Event, told: tuple[Sequence[Claim], Sequence[Line]], without: Iterable[Estimate], days: Days
) -> tuple[Past, ...]:
    """The figures that a source stands by, or stood by until it gave another, by outcome and day, each once.

    `told` are the event's claims and lines, `without` its estimates without the source's lines, `days` those of publication, by
    document. Parts of a toll, what a line does not stand by, and figures of others that the source denies or doubts are left out.
    """
    claims, lines = told
    others = {e.outcome: e for e in without}
    gone = {c.revises for c in claims}
    mine = own(source, claims)
    ids = {c.id for c in mine}
    stood = {(t.outcome, t.low, t.best, t.high) for line in lines if ids & set(line.claims) for t in line.figures}
    found: dict[tuple[object, ...], Past] = {}
    for claim in sorted(mine, key=lambda c: (c.outcome, _day(c, days) or "9", c.id)):
        q = claim.quantity
        if q is None or _disowned(claim) or not (claim.id in gone or (claim.outcome, q.low, q.best, q.high) in stood):
            continue
        beyond = others.get(claim.outcome, Estimate(event=event.id, outcome=claim.outcome))
        found.setdefault(
            (claim.outcome, q.low, q.best, q.high),
            Past(
                event=event,
                claim=claim,
                day=_day(claim, days),
                others=beyond,
                beside=beside(q, beyond),
                ratio=ratio(q, beyond),
                replaced=claim.id in gone,
            ),
        )
    return tuple(found.values())


def _disowned(claim: Claim) -> bool:
    """Whether a source speaks of a figure to deny or doubt it: it is somebody else's."""
    return claim.status == "denied" or claim.said_by[0].stance in _NOT_ITS


def beside(quantity: Quantity, others: Estimate) -> Beside:
    """Where a figure lies by the others' 90 % interval, of which an end that is open excludes nothing."""
    if others.low is None and others.high is None:
        return "alone"
    if quantity.low is not None and others.high is not None and quantity.low > others.high:
        return "above"
    if quantity.high is not None and others.low is not None and quantity.high < others.low:
        return "below"
    return "inside"


def ratio(quantity: Quantity, others: Estimate) -> float | None:
    """A figure over the others' best; None where one of them gives no single number above nought."""
    return quantity.best / others.best if quantity.best is not None and others.best else None


def overall(record: Iterable[Past]) -> Overall:
    """How the figures of a record lie, taken together; those that were replaced later are left out."""
    standing = [p for p in record if not p.replaced]
    ratios = [p.ratio for p in standing if p.ratio is not None]
    counts = {where: sum(1 for p in standing if p.beside == where) for where in ("inside", "above", "below", "alone")}
    return Overall(**counts, ratio=median(ratios) if ratios else None)


def _day(claim: Claim, days: Days) -> str | None:
    said = claim.said_by[0].said
    return said.last.isoformat() if said is not None else (days.get(claim.document) or "")[:10] or None
