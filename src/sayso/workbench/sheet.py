"""What is on a document's page? Its text, what was read of it in order, what people said of that, and what was not taken."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.desk import Desk
from sayso.judging.added import BY, added
from sayso.judging.reviewed import EDITED
from sayso.ledger.given import Addition
from sayso.model import Claim, Document, Event, Reading, Review, Run, Span, Statement
from sayso.text.units import sentences_in
from sayso.workbench.marks import Mark
from sayso.workbench.parts import part_at, parts

if TYPE_CHECKING:
    from sayso.leftout import LeftOut


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One claim: its number in reading order, what people said of it, and whether one has "added", "edited" or "rejected" it."""

    number: int
    claim: Claim
    state: str = ""
    words: tuple[Review, ...] = ()

    @property
    def figure_at(self) -> Span:
        """Where its figure stands; where there is none, its words."""
        q = self.claim.quantity
        return q.span if q is not None and q.span is not None else self.claim.span

    @property
    def flags(self) -> tuple[str, ...]:
        """What the reading remarks; what people did stands in `state`."""
        return tuple(f for f in self.claim.flags if f != EDITED and not f.startswith(BY))


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A statement with the claims in it; of a claim that no statement holds, the claim alone."""

    statement: Statement | None
    told: tuple[Told, ...]
    at: Span


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A document as it is shown: `parts` are the spans of its text, `at` the number of the open one, from 0.

    `reading` has the statements of that part and no claims (those are `told`), `statements` is how many there are in all.
    """

    document: Document
    reading: Reading
    run: Run | None
    told: tuple[Told, ...]
    additions: tuple[Addition, ...]
    statements: int
    parts: tuple[Span, ...]
    at: int = 0

    @property
    def within(self) -> Span:
        """The part that is shown."""
        return self.parts[self.at]

    def shows(self, span: Span) -> bool:
        """Whether a letter of a span is shown."""
        return span[0] < self.within[1] and self.within[0] < span[1]

    @cached_property
    def shown(self) -> tuple[Told, ...]:
        """The claims whose words are in the part that is shown."""
        return tuple(t for t in self.told if self.shows(t.claim.span))

    @cached_property
    def claims_by_part(self) -> tuple[int, ...]:
        """How many claims begin in each part."""
        begins = Counter(part_at(self.parts, t.claim.span[0]) for t in self.told)
        return tuple(begins[n] for n in range(len(self.parts)))

    @cached_property
    def left(self) -> "LeftOut":
        """What of the part that is shown is in no claim."""
        from sayso.leftout import left_out  # noqa: PLC0415  the reading room is heavy, and the first page need not wait for it

        return left_out(self.document.text, [t.claim for t in self.told], convention(self.run), self.within)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Statements of the part that is shown with their claims, and claims without a statement, in reading order."""
        of: dict[str | None, list[Told]] = {s.id: [] for s in self.reading.statements}
        alone = [t for t in self.shown if t.claim.statement not in of]
        for t in self.shown:
            of.get(t.claim.statement, []).append(t)
        found = [Passage(statement=s, told=tuple(of[s.id]), at=s.span) for s in self.reading.statements]
        found = [p for p in found if p.told or not any(_says_it(other, p) for other in found)]
        found += [Passage(statement=None, told=(t,), at=t.claim.span) for t in alone]
        return tuple(sorted(found, key=lambda p: (p.at, p.statement is None)))

    @property
    def places(self) -> tuple[str, ...]:
        """The places of its claims, as worded, each once."""
        return tuple(dict.fromkeys(t.claim.where.text for t in self.told if t.claim.where is not None))

    def of(self, claim: str) -> Told | None:
        """The claim with this id, if the document has it."""
        return next((t for t in self.told if t.claim.id == claim), None)

    def passage_of(self, told: Told) -> Span:
        """The statement that a claim stands in or, without one, its sentence."""
        start, end = told.claim.span
        for s in self.reading.statements:
            if s.id == told.claim.statement:
                return min(s.span[0], start), max(s.span[1], end)
        text = self.document.text
        begin = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", end)
        around = sentences_in(text, begin, len(text) if stop < 0 else stop)
        whole = [s for s in around if s[0] < end and start < s[1]]
        return (min(whole)[0], max(whole)[1]) if whole else (start, end)


def _says_it(other: Passage, one: Passage) -> bool:
    """Whether another statement, with a claim or longer, holds the words of this one by the same speaker."""
    a, b = other.statement, one.statement
    if other is one or a is None or b is None or _speaker(a) != _speaker(b):
        return False
    inside = a.span[0] <= b.span[0] and b.span[1] <= a.span[1]
    around = b.span[0] <= a.span[0] and a.span[1] <= b.span[1]
    return (inside and (a.span != b.span or a.id < b.id)) or (around and bool(other.told))


def _speaker(statement: Statement) -> str:
    return statement.said_by[0].name if statement.said_by else ""


def sheet(desk: Desk, key: str) -> Sheet:
    """Give the document with this id or name as it is shown, its first part open.

    Raises: UnknownIdError.
    """
    document = desk.ledger.document(key)
    cut = parts(document.text)
    statements = tuple(desk.ledger.statements_of(document.id, None if len(cut) == 1 else cut[0]))
    reviews = desk.ledger.standing()
    more = tuple(c for c in added(reviews) if c.document == document.id)
    left = {c.id: c for c in desk.claims(document=document.id)}
    rejected = {c.id: c for c in more} | {c.id: c for c in desk.ledger.some(Claim, _without(desk, document.id, left))}
    every = sorted((rejected | left).values(), key=lambda c: (c.span, c.id))
    words = _words(reviews, more, document.id)
    told = tuple(_told(n, c, left, words.get(c.id, ())) for n, c in enumerate(every, 1))
    return Sheet(
        document=document,
        reading=Reading(document=document.id, statements=statements, flags=desk.ledger.flags_of(document.id)),
        run=desk.ledger.run_of(document.id),
        told=told,
        additions=tuple(desk.ledger.additions(document.id)),
        statements=len(statements) if len(cut) == 1 else desk.ledger.count_statements_of(document.id),
        parts=cut,
    )


def opened(desk: Desk, found: Sheet, at: int) -> Sheet:
    """A document with another of its parts open."""
    if at == found.at:
        return found
    within = found.parts[at]
    return replace(
        found, at=at, reading=replace(found.reading, statements=tuple(desk.ledger.statements_of(found.document.id, within)))
    )


def event_of(desk: Desk, told: Told) -> Event | None:
    """The event that a claim is in; None before it was linked, or where it was left out."""
    return next(desk.ledger.events_with(told.claim.id), None)


def convention(run: Run | None) -> str:
    """The convention of vague words that a run read by."""
    settings = dict(part.partition("=")[::2] for part in (run.settings if run is not None else "").split())
    return settings.get("convention", "default")


def marks(found: Sheet, here: Told | None, chosen: Span | None) -> Iterator[Mark]:
    """What is marked in the text: what was said by whom, claims with their figures, what was not taken, and what is looked at."""
    for s in found.reading.statements:
        yield from (Mark(span=span, kind="said", of=s.id) for span in s.content)
        yield from (Mark(span=span, kind="voice", of=s.id) for span in s.source)
        yield from (Mark(span=span, kind="cue", of=s.id) for span in s.cue)
    for t in found.shown:
        yield Mark(span=t.claim.span, kind="claim", of=t.claim.id)
        yield Mark(span=t.figure_at, kind="fig", of=t.claim.id)
    yield from (Mark(span=n.span, kind="loose", of=n.why) for n in found.left.loose)
    yield from (Mark(span=n.span, kind="spare", of=n.why) for some in found.left.spare.values() for n in some)
    yield from (Mark(span=line.span, kind="aside", of=line.why) for line in found.left.lines)
    if here is not None:
        yield Mark(span=found.passage_of(here), kind="around")
        yield Mark(span=here.claim.span, kind="here", of=here.claim.id)
    if chosen is not None:
        yield Mark(span=chosen, kind="chosen")


def _without(desk: Desk, document: str, left: Mapping[str, Claim]) -> list[str]:
    """The ids of the claims that were read of a document and are no longer among those that are left."""
    return [key for key in desk.ledger.claim_ids(document) if key not in left]


def _told(number: int, claim: Claim, left: Mapping[str, Claim], words: tuple[Review, ...]) -> Told:
    now = left.get(claim.id)
    if now is None:
        return Told(number=number, claim=claim, state="rejected", words=words)
    by_hand = any(f.startswith(BY) for f in now.flags)
    state = "edited" if EDITED in now.flags else "added" if by_hand else ""
    return Told(number=number, claim=now, state=state, words=words)


def _words(reviews: Sequence[Review], more: Sequence[Claim], document: str) -> dict[str, tuple[Review, ...]]:
    """What people said of each claim, by its id: reviews of it, and those that added it."""
    by_hand = {c.id for c in more}
    out: dict[str, tuple[Review, ...]] = {}
    for review in reviews:
        noun, _, key = review.target.partition(":")
        if noun == "claim":
            out[key] = (*out.get(key, ()), review)
        elif review.verdict == "add" and key == document:
            (claim,) = added((review,))
            if claim.id in by_hand:
                out[claim.id] = (*out.get(claim.id, ()), review)
    return out
