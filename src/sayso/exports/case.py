"""What belongs into one export, and in which order? Everything a ledger holds, sorted so that the same case is the same bytes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model import Claim, Document, Estimate, Event, Line, Source

if TYPE_CHECKING:
    from sayso.weighing.confirmations import Confirmation


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Documents and all that was derived from them, in an order that only the content gives."""

    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    lines: tuple[Line, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    sources: tuple[Source, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    """The files or addresses from which documents without an outlet came, by their ids: for people, in no export."""
    confirmations: tuple["Confirmation", ...] = ()
    rejected: tuple[Claim, ...] = ()
    """The claims that people rejected, as they were read: for people, in no export."""

    @property
    def firsts(self) -> dict[str, "Confirmation"]:
        """The first confirmations by the ids of their claims."""
        return {c.claim: c for c in self.confirmations}

    def estimates_of(self) -> dict[str, tuple[Estimate, ...]]:
        """The estimates by the ids of their events."""
        found: dict[str, list[Estimate]] = defaultdict(list)
        for estimate in self.estimates:
            found[estimate.event].append(estimate)
        return {event: tuple(given) for event, given in found.items()}

    @property
    def names(self) -> dict[str, str]:
        """The givers' own ids by the ids of documents."""
        return {d.id: d.name for d in self.documents}


def case(
    documents: Iterable[Document],
    claims: Iterable[Claim] = (),
    events: Iterable[Event] = (),
    lines: Iterable[Line] = (),
    estimates: Iterable[Estimate] = (),
) -> Case:
    """A case from its parts, in any order: events that a document is mainly about come first."""
    kept = tuple(sorted(claims, key=lambda c: c.id))
    return Case(
        documents=tuple(sorted(documents, key=lambda d: (d.name, d.id))),
        claims=kept,
        events=tuple(sorted(events, key=lambda e: (not e.main, e.id))),
        lines=tuple(sorted(lines, key=lambda n: n.id)),
        estimates=tuple(sorted(estimates, key=lambda e: (e.event, e.outcome))),
    )
