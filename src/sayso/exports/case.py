"""What belongs into one export, and in which order? Everything a ledger holds, sorted so that the same case is the same bytes."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sayso.model import Attribution, Claim, Document, Estimate, Event, Line, Source
from sayso.schema import content_id

if TYPE_CHECKING:
    from sayso.weighing.confirmations import Confirmation

Word = TypeVar("Word", bound=str)


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
    """A case from its parts, in any order: events that a document is mainly about come first; sources are what claims name."""
    kept = tuple(sorted(claims, key=lambda c: c.id))
    return Case(
        documents=tuple(sorted(documents, key=lambda d: (d.name, d.id))),
        claims=kept,
        events=tuple(sorted(events, key=lambda e: (not e.main, e.id))),
        lines=tuple(sorted(lines, key=lambda n: n.id)),
        estimates=tuple(sorted(estimates, key=lambda e: (e.event, e.outcome))),
        sources=sources(kept),
    )


def sources(claims: Iterable[Claim]) -> tuple[Source, ...]:
    """Who speaks in these claims, by id: the name used most often, the others as aliases.

    A speaker whom the text withholds is nobody in particular and is left out; one without an id gets one from its kind and name.
    """
    seen: dict[str, list[Attribution]] = defaultdict(list)
    for claim in claims:
        for a in claim.said_by:
            if a.name and not a.unnamed and a.kind != "anonymous":
                seen[a.source or content_id("source", a.kind, a.name.casefold())].append(a)
    return tuple(_source(key, seen[key]) for key in sorted(seen))


def _source(key: str, said: list[Attribution]) -> Source:
    first, *others = _by_use(a.name for a in said)
    kind, *_ = _by_use(a.kind for a in said)
    return Source(
        id=key,
        name=first,
        kind=kind,
        party=next(iter(_by_use(a.party for a in said if a.party)), None),
        affiliation=next(iter(_by_use(a.affiliation for a in said if a.affiliation)), None),
        aliases=tuple(sorted(others)),
    )


def _by_use(words: Iterable[Word]) -> list[Word]:
    """The words, the most used first, equals in alphabetical order."""
    counts = Counter(words)
    return sorted(counts, key=lambda w: (-counts[w], w))
