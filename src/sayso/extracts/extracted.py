"""What is in an extract of a ledger? Everything, or some events with what belongs to them, read while it is written."""
# ruff: noqa: S608  only names of our own tables and columns are put into SQL; values are always bound

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sayso import __version__
from sayso.exports.extract import About, Again, Correction, Extract, Head, pages
from sayso.judging.held import said_in
from sayso.judging.reviewed import count_left, left_among, rejected_in
from sayso.model import Claim, Document, Estimate, Event, Line, Review, Source
from sayso.weighing.settings import Settings

if TYPE_CHECKING:
    from sayso.desk import Desk
    from sayso.judging.logbook import Correction as Word
    from sayso.weighing.confirmations import Confirmation

TOLD = ("documents", "claims", "events", "lines", "corrections")
"""What an extract says that its ledger holds."""
_DOCUMENTS_READ = 100
"""Documents whose text or claims are held at a time. Source: set by hand: a megabyte of common articles."""


def extracted(
    desk: "Desk",
    events: Sequence[str] | None = None,
    asked: Iterable[tuple[str, str]] = (),
    settings: Settings | None = None,
) -> Extract:
    """Give an extract of what a desk's ledger holds: of some events (by id, in the order of a list), or of everything.

    `asked` says in words why these: filters, each with its value; `settings` weigh the figures by other switches than are stored.
    """
    from sayso.extracts.reweighed import Reweighed  # noqa: PLC0415  it builds upon what is here

    some = Some(desk, events) if settings is None else Reweighed(desk, events, settings)
    return Extract(
        about=some.about(tuple(asked)),
        documents=Again(some.documents),
        claims=Again(some.claims),
        events=Again(some.events),
        lines=Again(some.lines),
        estimates=Again(some.estimates),
        sources=Again(some.sources),
        corrections=Again(some.corrections),
        estimates_of=some.estimates_of,
        heads=some.heads,
        homes=some.homes,
        titles=some.titles,
        listed=Again(some.listed),
        case_of=lambda event: desk.why(event, settings),
        firsts=some.firsts(),
    )


class Some:
    """The nouns of some events (by id), or of all (None); only their ids are held."""

    def __init__(self, desk: "Desk", chosen: Sequence[str] | None) -> None:
        """Read from `desk` the events `chosen` (by id; None: all)."""
        self._desk, self._ledger, self._chosen = desk, desk.ledger, chosen
        self._json = json.dumps(list(chosen or ()))

    def documents(self) -> Iterator[Document]:
        """By name."""
        for page in pages(self._document_ids(), _DOCUMENTS_READ):
            found = {d.id: d for d in self._ledger.some(Document, page)}
            yield from (found[key] for key in page if key in found)

    def claims(self) -> Iterator[Claim]:
        """By the name of the document and their place in it, as people left them."""
        reviews, revised = self._ledger.standing(), self._revised
        kept = None if self._chosen is None else frozenset(self._claim_ids())
        for page in pages(self._document_ids(), _DOCUMENTS_READ):
            at = {document: k for k, document in enumerate(page)}
            left = left_among(self._ledger, page, reviews, revised)
            own = sorted((c for c in left if kept is None or c.id in kept), key=lambda c: (at[c.document], c.span, c.id))
            yield from self._desk.voiced(own, page)

    def events(self) -> Iterator[Event]:
        """By id, those first that a document is mainly about."""
        for main in (True, False):
            every = self._ledger.events() if self._chosen is None else self._ledger.some(Event, self._chosen)
            yield from (e for e in every if bool(e.main) is main)

    def lines(self) -> Iterator[Line]:
        """By id."""
        return self._ledger.lines() if self._chosen is None else self._ledger.some(Line, self._line_ids())

    def estimates(self) -> Iterator[Estimate]:
        """By event and outcome."""
        if self._chosen is None:
            return self._ledger.estimates()
        return (e for event in sorted(self._chosen) for e in self._ledger.estimates_of(event))

    def estimates_of(self, event: str) -> tuple[Estimate, ...]:
        """The estimates of one event, by id."""
        return tuple(self._ledger.estimates_of(event))

    def sources(self) -> Iterator[Source]:
        """In the order of a list; of some events those that speak in their claims."""
        every = self._desk.sources()
        if self._chosen is None:
            return iter(every)
        heard = {a.source for c in self.claims() for a in c.said_by} | {a.name for c in self.claims() for a in c.said_by[-1:]}
        return (s for s in every if s.id in heard or (s.kind == "outlet" and s.name in heard))

    def listed(self) -> Iterator[Event]:
        """In the order of a list."""
        if self._chosen is None:
            return iter(self._desk.events())
        return (self._ledger.get(Event, key) for key in self._chosen)

    def corrections(self) -> Iterator[Correction]:
        """By time: reviews and what people said of sources, withdrawn ones too."""
        return iter(sorted(self._corrections(), key=lambda c: (c.at, c.noun, c.of or c.about or "", c.id or "")))

    def heads(self, documents: Iterable[str]) -> Mapping[str, Head]:
        """What is told of these documents beside their texts."""
        rows = self._ledger.ask(_HEADS, (json.dumps(sorted(set(documents))),))
        return {key: Head(name=n, outlet=o, published=p, added=a, origin=w) for key, n, o, p, a, w in rows}

    def homes(self, claims: Iterable[str]) -> Mapping[str, str]:
        """The events of these claims."""
        sql = "SELECT member, min(event) FROM members WHERE member IN (SELECT value FROM json_each(?)) GROUP BY member"
        return dict(self._ledger.ask(sql, (json.dumps(list(claims)),)))

    def titles(self, events: Iterable[str]) -> Mapping[str, str]:
        """The titles of these events."""
        sql = "SELECT id, title FROM events WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._ledger.ask(sql, (json.dumps(sorted(set(events))),)))

    def firsts(self) -> dict[str, "Confirmation"]:
        """The first confirmations by the ids of their claims."""
        kept = None if self._chosen is None else set(self._chosen)
        return {c.claim: c for c in self._desk.confirmations() if kept is None or c.event in kept}

    def about(self, asked: tuple[tuple[str, str], ...]) -> About:
        """Where the extract comes from."""
        ((added,),) = self._ledger.ask("SELECT max(at) FROM additions")
        last = next((c.at for c in self._desk.corrections(limit=1)), None)
        counts = self._ledger.counts() | {"claims": count_left(self._ledger), "corrections": self._desk.count_corrections()}
        return About(
            ledger=self._ledger.path.name,
            version=__version__,
            runs=tuple(self._ledger.runs()),
            asked=asked,
            counts=tuple((noun, counts[noun]) for noun in TOLD),
            added=added,
            corrected=last,
        )

    def _corrections(self) -> Iterator[Correction]:
        reviews = {r.id: r for r in self._ledger.reviews()}
        names = None if self._chosen is None else {f"source {s.name}" for s in self.sources()}
        for word in self._desk.corrections():
            key = (word.target or "").partition(":")[2]
            if names is None or (key in self._kept if key else word.of in names):
                yield _correction(word, reviews.get(word.review or ""))

    @cached_property
    def _revised(self) -> tuple[Event, ...]:
        """The events in which a figure replaces another, without what makes them long."""
        ids = self._ids("SELECT id FROM events WHERE revisions <> '[]'", ())
        return tuple(replace(e, claims=(), documents=(), main=()) for e in self._ledger.some(Event, ids))

    @cached_property
    def _kept(self) -> frozenset[str]:
        """The ids of everything in the extract."""
        sources, documents = (s.id for s in self.sources()), (d.id for d in self.documents())
        rejected = (c.id for e in self._ledger.some(Event, self._chosen or ()) for c in rejected_in(self._ledger, e))
        return frozenset([*(self._chosen or ()), *self._claim_ids(), *self._line_ids(), *sources, *documents, *rejected])

    def _document_ids(self) -> list[str]:
        where = "" if self._chosen is None else f"WHERE id IN ({_DOCUMENTS})"
        args = () if self._chosen is None else (self._json, self._json)
        return self._ids(f"SELECT id FROM documents {where} ORDER BY name, id", args)

    def _claim_ids(self) -> list[str]:
        sql = f"SELECT own.value FROM events, json_each(events.claims) AS own WHERE events.id IN ({_CHOSEN})"
        return self._ids(sql, (self._json,))

    def _line_ids(self) -> list[str]:
        return self._ids(f"SELECT id FROM lines WHERE event IN ({_CHOSEN})", (self._json,))

    def _ids(self, sql: str, args: Sequence[Any]) -> list[str]:
        return [str(key) for (key,) in self._ledger.ask(sql, args)]


def _correction(word: "Word", review: Review | None) -> Correction:
    verdict = "set" if review is None else "withdraw" if review.withdraws else review.verdict
    noun, _, key = (word.target or "source:").partition(":")
    return Correction(
        at=word.at,
        by=word.by,
        verdict=verdict,
        noun=noun,
        of=key or None,
        about=word.of,
        told=word.told,
        value=None if review is None else said_in(review),
        note=word.note,
        id=word.review,
        withdraws=word.takes_back,
        withdrawn=word.withdrawn,
        holds=word.standing,
    )


_CHOSEN = "SELECT value FROM json_each(?)"
_DOCUMENTS = f"""
SELECT member FROM members WHERE event IN ({_CHOSEN})
UNION SELECT json_extract(told.value, '$.id') FROM lines, json_each(lines.documents) AS told WHERE lines.event IN ({_CHOSEN})
"""
_HEADS = """
SELECT documents.id, name, outlet, published, first.at, first.origin FROM documents
LEFT JOIN additions AS first ON first.seq = (SELECT min(seq) FROM additions WHERE additions.document = documents.id)
WHERE documents.id IN (SELECT value FROM json_each(?))
"""
