"""What leaves a ledger? Each noun as a stream that can be asked for again, in an order that only the content gives."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from sayso.exports.case import Case
from sayso.model import Claim, Document, Estimate, Event, Line, Run, Source

if TYPE_CHECKING:
    from sayso.weighing.confirmations import Confirmation

T = TypeVar("T")

PAGE = 500
"""Nouns held at a time while a file is written. Source: set by hand: some megabytes of claims."""


class Again(Generic[T]):
    """A stream that begins anew each time it is gone through."""

    def __init__(self, make: Callable[[], Iterator[T]]) -> None:
        """Go through what `make` gives."""
        self._make = make

    def __iter__(self) -> Iterator[T]:
        """Begin anew."""
        return self._make()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What is told of a document beside its text: its giver's name, outlet, times of publication and of arrival, and origin."""

    name: str
    outlet: str | None = None
    published: str | None = None
    added: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A person's word as the log has it: who, when, on what (noun, id, words), what it did, in words, and whether it holds.

    `verdict` is a review's, `set` for what somebody said of a source, or `withdraw`; `value` what a review keeps; `withdrawn`
    who took it back and when; `at` an ISO datetime in UTC.
    """

    at: str
    by: str
    verdict: str
    noun: str
    of: str | None = None
    about: str | None = None
    told: str | None = None
    value: str | None = None
    note: str | None = None
    id: str | None = None
    withdraws: str | None = None
    withdrawn: str | None = None
    holds: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Where an extract comes from: the ledger's name, the program's version, how it was read, what was asked, how new it is.

    `asked` are the filters, each with its value; `switches` those of weighing that are on, in words; `added` and `corrected` the
    ISO datetimes of the last arrival and word.
    """

    ledger: str
    version: str
    runs: tuple[Run, ...] = ()
    asked: tuple[tuple[str, str], ...] = ()
    switches: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    added: str | None = None
    corrected: str | None = None

    @property
    def stem(self) -> str:
        """What files of this extract are called: the ledger's name in letters that every system takes."""
        name = self.ledger.rpartition(".")[0] or self.ledger
        return "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in name).strip("-")[:60] or "sayso"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """Documents and what was derived from them, each noun in an order of its own; look-ups take and give ids.

    `heads` are of documents, `homes` the events of claims, `titles` of events,
    `firsts` first confirmations by claim, `listed` are the events in the
    order in which people read them, `case_of` all that bears on one.
    """

    about: About
    documents: Iterable[Document]
    claims: Iterable[Claim]
    events: Iterable[Event]
    lines: Iterable[Line]
    estimates: Iterable[Estimate]
    sources: Iterable[Source]
    corrections: Iterable[Correction]
    estimates_of: Callable[[str], Sequence[Estimate]]
    heads: Callable[[Iterable[str]], Mapping[str, Head]]
    homes: Callable[[Iterable[str]], Mapping[str, str]]
    titles: Callable[[Iterable[str]], Mapping[str, str]]
    listed: Iterable[Event]
    case_of: Callable[[Event], Case]
    firsts: Mapping[str, "Confirmation"] = field(default_factory=dict)

    def names(self, documents: Iterable[str]) -> dict[str, str]:
        """The givers' own ids by the ids of documents."""
        return {key: head.name for key, head in self.heads(documents).items()}


def pages(items: Iterable[T], size: int = PAGE) -> Iterator[list[T]]:
    """The items, some at a time."""
    left = iter(items)
    while page := list(islice(left, size)):
        yield page


def extract(case: Case, corrections: Sequence[Correction] = ()) -> Extract:
    """The extract of a case that is in memory whole."""
    estimates = case.estimates_of()
    heads = {d.id: Head(name=d.name, outlet=d.outlet, published=d.published) for d in case.documents}
    titles = {e.id: e.title for e in case.events}
    homes = {c: e.id for e in case.events for c in e.claims}

    def alone(event: Event) -> Case:
        return Case(
            documents=case.documents,
            claims=tuple(c for c in case.claims if c.id in set(event.claims)),
            events=(event,),
            lines=tuple(n for n in case.lines if n.event == event.id),
            estimates=estimates.get(event.id, ()),
            places=case.places,
            confirmations=tuple(c for c in case.confirmations if c.event == event.id),
        )

    return Extract(
        about=About(ledger="", version=""),
        documents=case.documents,
        claims=case.claims,
        events=case.events,
        lines=case.lines,
        estimates=case.estimates,
        sources=case.sources,
        corrections=tuple(corrections),
        estimates_of=lambda event: estimates.get(event, ()),
        heads=lambda ids: {i: heads[i] for i in ids if i in heads},
        homes=lambda ids: {i: homes[i] for i in ids if i in homes},
        titles=lambda ids: {i: titles[i] for i in ids if i in titles},
        listed=case.events,
        case_of=alone,
        firsts=case.firsts,
    )
