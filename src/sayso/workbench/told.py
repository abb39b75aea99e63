"""Who said what of one outcome of an event? Its claims as rows and as points to draw, by the lines that they are on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from sayso.exports import Case
from sayso.exports.grounds import on_no_line, outlet, places_of_lines
from sayso.exports.quotes import Remarks
from sayso.exports.words import speakers
from sayso.model import Claim, Document, Line, Outcome, Relay
from sayso.weighing.evidence import NOT_HAPPENED, NOT_SAID, day
from sayso.wording import persons
from sayso.workbench.figures import Form, Point, colour, letter

QUOTED = 240
"""Letters of a quotation in a drawing and a table; the document has the whole sentence."""
_PLAIN = frozenset({"says", "reports", "publishes"})
_STATUS_OF: Mapping[str, str] = {"fears": "feared", "denies": "denied", "forecasts": "forecast"}
"""Stances that say no more than the status does."""
_DENIED = frozenset({"denied", "denies", "doubts", "retracts"})


T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged:
    """Which page this is, of how many, and how much there is on all."""

    number: int
    pages: int
    all: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One claim as a row: whose line it is on, who says what of when, what it is to other claims, and where it stands."""

    claim: Claim
    line: int | None
    day: str | None
    outlet: str
    how: str
    form: Form
    replaces: str | None = None
    within: str | None = None
    why_not: str | None = None

    @property
    def letter(self) -> str:
        """The letter of its line."""
        return letter(self.line)

    @property
    def colour(self) -> int:
        """The number of its line's colour."""
        return colour(self.line)

    @property
    def to(self) -> str:
        """The address of its sentence."""
        return address(self.claim)

    @property
    def quote(self) -> str:
        """Its words, cut where they are long."""
        return quote(self.claim)

    @property
    def figure(self) -> str:
        """Its figure in words."""
        return figure(self.claim)

    @property
    def meant(self) -> str:
        """Its status and, where it does more than say, the speaker's stance: `happened, confirms`."""
        status, stance = self.claim.status, self.claim.said_by[0].stance
        return status if stance in _PLAIN or _STATUS_OF.get(stance) == status else f"{status}, {stance}"

    @property
    def words(self) -> str:
        """All of it in one sentence, as a person reads it who looks at its mark."""
        line = "on no line" if self.line is None else f"line {self.letter}"
        meant = "" if self.form == "plain" else f" ({self.meant})"
        return (
            f"{self.figure} {self.claim.outcome}{meant}: “{self.quote}” — {speakers(self.claim.said_by)}. "
            f"{self.day or 'Day unknown'}, {line}, {self.how}."
        )


class Account:
    """What the claims of one outcome of a case say, each looked up once."""

    def __init__(self, case: Case, outcome: Outcome) -> None:
        self.case, self.outcome = case, outcome
        self.documents: dict[str, Document] = {d.id: d for d in case.documents}
        self.places = dict(case.places)
        self.published = {d.id: d.published for d in case.documents if d.published}
        self.by_id = {c.id: c for c in case.claims}
        self.lines = {c: n for n in case.lines for c in n.claims}
        self.firsts = case.firsts
        self.remarks = Remarks(case)
        self._relays = {(n.id, r.id): r for n in case.lines for r in reversed(n.documents)}
        self._said: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in sorted(case.claims, key=lambda c: c.span):
            if claim.outcome == outcome and (line := self.lines.get(claim.id)) is not None:
                self._said[line.id, claim.document].append(claim)

    @cached_property
    def places_of_lines(self) -> dict[str, int]:
        """The place of each line, by id."""
        return places_of_lines(self.case)

    @cached_property
    def rows(self) -> tuple[Told, ...]:
        """The claims: line by line, on none last, by day within a line."""
        why = {c.id: words for c, words in on_no_line(self.case, self.outcome)}
        found = [self._told(c, self.lines.get(c.id), why.get(c.id)) for c in self.case.claims if c.outcome == self.outcome]
        return tuple(sorted(found, key=lambda t: (t.line is None, t.line or 0, t.day or "", t.claim.document, t.claim.span)))

    def points(self, *, copies_count: bool = False) -> tuple[Point, ...]:
        """The claims to draw; where copies count as voices of their own, each stands for itself."""
        first = {} if copies_count else self._firsts()
        return tuple(
            Point(
                claim=t.claim.id,
                to=t.to,
                told=t,
                **_bounds(t.claim),
                day=t.day,
                line=t.line,
                form=t.form,
                copies=first.get(t.claim.id),
                relayed=not copies_count and t.how not in {"origin", "in passing"},
            )
            for t in self.rows
        )

    def said(self, line: Line, document: str) -> list[Claim]:
        """The claims of the outcome that a document, by id, makes on a line, in the order of the text."""
        return self._said.get((line.id, document), [])

    def speaks(self, line: Line, relay: Relay) -> bool:
        """Whether a report on a line speaks of the outcome, itself or, of a copy, in what it copies."""
        copied = relay.of if relay.how == "verbatim" else None
        return bool(self.said(line, relay.id) or (copied and self.said(line, copied)))

    def outlet(self, document: str) -> str:
        """How a document, by id, is called."""
        return outlet(self.documents.get(document), self.places)

    def _firsts(self) -> dict[str, str]:
        """The claim of a line's origin that each relayed claim repeats, where there is one with the same figure."""
        own: dict[tuple[object, ...], list[Told]] = {}
        for t in self.rows:
            if t.line is not None and t.how == "origin":
                own.setdefault(_same(t), []).append(t)
        relays = {r.id: r.of for n in self.case.lines for r in n.documents}
        found = {}
        for t in self.rows:
            if t.line is not None and t.how != "origin" and (firsts := own.get(_same(t))):
                of = relays.get(t.claim.document)
                found[t.claim.id] = next((f for f in firsts if f.claim.document == of), firsts[0]).claim.id
        return found

    def _told(self, claim: Claim, line: Line | None, why_not: str | None) -> Told:
        relay = None if line is None else self._relays.get((line.id, claim.document))
        whole, before = self.by_id.get(claim.part_of or ""), self.by_id.get(claim.revises or "")
        return Told(
            claim=claim,
            line=None if line is None else self.places_of_lines[line.id],
            day=day(claim, self.published),
            outlet=self.outlet(claim.document),
            how="in passing" if relay is None else relay.how,
            form=form(claim),
            replaces=None if before is None else figure(before),
            within=None if whole is None else figure(whole),
            why_not=why_not,
        )


def form(claim: Claim) -> Form:
    """How a claim is meant."""
    stance = claim.said_by[0].stance
    if {claim.status, stance} & _DENIED:
        return "denied"
    return "unsure" if claim.status in NOT_HAPPENED or stance in NOT_SAID else "plain"


def address(claim: Claim) -> str:
    """The address of the sentence that makes a claim."""
    return f"/documents/{claim.document}?claim={claim.id}#c-{claim.id}"


def figure(claim: Claim) -> str:
    """A claim's figure in words, as it was worded where the word is vague."""
    q = claim.quantity
    return "no figure" if q is None or q.wording == "plural" else persons(q.low, q.best, q.high)


def quote(claim: Claim) -> str:
    """A claim's words on one line, cut where they are long."""
    words = " ".join(claim.quote.split())
    return words if len(words) <= QUOTED else words[:QUOTED].rsplit(" ", 1)[0] + " …"


def page_of(rows: Sequence[T], number: int, size: int) -> tuple[Sequence[T], Paged]:
    """What is on one page, from 1, of pages of a size."""
    pages = max(1, -(-len(rows) // size))
    number = min(max(1, number), pages)
    return rows[(number - 1) * size : number * size], Paged(number=number, pages=pages, all=len(rows))


def by_line(rows: Iterable[Told]) -> Mapping[int | None, list[Told]]:
    """The rows by line, in their order."""
    found: dict[int | None, list[Told]] = {}
    for row in rows:
        found.setdefault(row.line, []).append(row)
    return found


def _bounds(claim: Claim) -> dict[str, int | None]:
    q = claim.quantity
    if q is None or q.wording == "plural":
        return {"low": None, "best": None, "high": None}
    return {"low": q.low, "best": q.best, "high": q.high}


def _same(told: Told) -> tuple[object, ...]:
    return told.line, told.form, *_bounds(told.claim).values()
