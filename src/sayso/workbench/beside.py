"""What stands beside the words of a claim to be added? The claim nearest to them tells its day, its place and its event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model import Claim, Event, Span

_NEAR = 400
"""Letters within which a claim is of what the words tell of; beyond it the report's main event is. Source: set by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The events of a report, that which the words are most likely of first, and what the fields of the form may hold."""

    events: tuple[Event, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)


def beside(claims: Sequence[Claim], events: Sequence[Event], document: str, span: Span) -> Beside:
    """What the claims of a document and its events tell of the words at `span`: `first`, `last`, `place` and `event`."""
    homes = {c: e for e in events for c in e.claims}
    own = sorted((_gap(c.span, span), c.span, c.id) for c in claims if c.id in homes)
    by_id = {c.id: c for c in claims}
    near = [by_id[key] for gap, _, key in own if gap <= _NEAR]
    main = next((e for e in events if document in e.main), None)
    likely = homes[near[0].id] if near else main
    if likely is None:
        return Beside()
    same = [c for c in near if homes[c.id].id == likely.id]
    when = next((c.when for c in same if c.when is not None), likely.when)
    where = next((c.where for c in same if c.where is not None), likely.where)
    values = {"event": likely.id, "place": (where.text or where.name or "") if where is not None else ""}
    if when is not None:
        values |= {"first": when.first.isoformat(), "last": when.last.isoformat()}
    return Beside(events=(likely, *(e for e in events if e.id != likely.id)), values=values)


def _gap(a: Span, b: Span) -> int:
    """Letters between two spans; 0 where they meet."""
    return max(0, a[0] - b[1], b[0] - a[1])
