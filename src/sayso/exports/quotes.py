"""Where does a report say it? The sentences that give a figure, each once, and what each is to the line's own figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.exports.case import Case
from sayso.model import Claim, Document, Ground, Line, Quantity, Relay, Span
from sayso.text.units import paragraphs, sentences_in
from sayso.wording import persons


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The sentence around a claim: what stands before the words that say it, those words, and what follows."""

    before: str
    words: str
    after: str


def sentence_of(claim: Claim, text: str) -> Sentence:
    """Give the sentence or sentences that the claim's span touches, on one line."""
    (start, end), (first, last) = claim.span, _around(claim, text)
    return Sentence(before=one_line(text[first:start]), words=one_line(text[start:end]), after=one_line(text[end:last]))


def said(case: Case, line: Line, document: str, outcome: str) -> list[Claim]:
    """Give the claims of one outcome that one document makes on a line, in the order of the text."""
    on_line = set(line.claims)
    found = [c for c in case.claims if c.document == document and c.id in on_line and c.outcome == outcome]
    return sorted(found, key=lambda c: c.span)


def speaks(case: Case, line: Line, relay: Relay, outcome: str) -> bool:
    """Whether a report on a line speaks of the outcome, itself or, of a copy, in what it copies."""
    there = [relay.id, *([relay.of] if relay.how == "verbatim" and relay.of else [])]
    return any(said(case, line, d, outcome) for d in there)


def quotes(claims: Sequence[Claim], document: Document) -> list[tuple[Span, list[Claim]]]:
    """Give each sentence once, with the claims that stand in it."""
    found: dict[Span, list[Claim]] = {}
    for claim in claims:
        found.setdefault(_around(claim, document.text), []).append(claim)
    return list(found.items())


def pieces(body: str, around: Span, spans: Sequence[Span]) -> list[tuple[str, bool]]:
    """Give the words of a text within `around` on one line, in pieces, each with whether it lies in one of the spans."""
    at, last = around
    while at < last and body[at].isspace():
        at += 1
    out = []
    for start, end in _merged(spans):
        out += [(one_line(body[at:start]), False), (one_line(body[start:end]), True)]
        at = end
    return [*out, (one_line(body[at:last]).rstrip(), False)]


class Remarks:
    """What the figures of one case are to one another, each looked up once."""

    def __init__(self, case: Case) -> None:
        self._by_id = {c.id: c for c in case.claims}
        self._days = {d.id: (d.published or "")[:10] for d in case.documents}
        self._replaced = {_whose(self._by_id[c.revises]) for c in case.claims if c.revises in self._by_id}

    def remark(self, claims: Sequence[Claim], line: Line, ground: Ground | None) -> str:
        """What a sentence's figure is to others: an earlier one, one that replaces an earlier one, a part, or not its line's."""
        told = []
        for claim in claims:
            whole, before = self._by_id.get(claim.part_of or ""), self._by_id.get(claim.revises or "")
            if whole is not None:
                told.append(f"part of {_figure(whole.quantity)}" if whole.quantity is not None else "included in the figure")
            elif _whose(claim) in self._replaced or self._outdated(claim, line, ground):
                told.append("earlier figure")
            elif before is not None:
                told.append(f"replaces {_figure(before.quantity)}")
            elif self._beside(claim, line, ground):
                told.append("not the line's figure")
        return ", ".join(dict.fromkeys(told))

    def _outdated(self, claim: Claim, line: Line, ground: Ground | None) -> bool:
        """Whether the line's own figure was published later than this one."""
        if not _other(claim, ground):
            return False
        now = [self._days.get(c.document, "") for c in self._own(claim.outcome, line, ground)]
        mine = self._days.get(claim.document, "")
        return bool(mine and now) and all(mine < day for day in now)

    def _beside(self, claim: Claim, line: Line, ground: Ground | None) -> bool:
        """Whether the same report gives the line's own figure, which this one is not."""
        return _other(claim, ground) and any(c.document == claim.document for c in self._own(claim.outcome, line, ground))

    def _own(self, outcome: str, line: Line, ground: Ground | None) -> list[Claim]:
        """The claims that give the line's own figure of an outcome."""
        on_line = (self._by_id[c] for c in sorted(set(line.claims)) if c in self._by_id)
        spoken = [c for c in on_line if c.outcome == outcome and c.quantity is not None]
        return [c for c in spoken if not _other(c, ground)]


def _whose(claim: Claim) -> tuple[object, ...]:
    """Whose figure of which outcome a claim gives, by its numbers or bounds: a replaced one stays one when told again."""
    by, q = claim.said_by[0], claim.quantity
    return by.source or by.name, claim.outcome, () if q is None else q.stated or _bounds(q)


def _other(claim: Claim, ground: Ground | None) -> bool:
    q = claim.quantity
    return ground is not None and q is not None and _bounds(q) != (ground.low, ground.best, ground.high)


def _bounds(quantity: Quantity) -> tuple[int | None, int | None, int | None]:
    return quantity.low, quantity.best, quantity.high


def _figure(quantity: Quantity | None) -> str:
    return persons(None, None, None) if quantity is None else persons(quantity.low, quantity.best, quantity.high)


def _merged(spans: Sequence[Span]) -> list[Span]:
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _around(claim: Claim, text: str) -> Span:
    """Where the sentences stand that a claim touches; only its own paragraphs are cut into sentences, for reports may be long."""
    start, end = claim.span
    touched = [s for p in paragraphs(text) if p[0] < end and start < p[1] for s in sentences_in(text, *p)]
    touched = [s for s in touched if s[0] < end and start < s[1]] or [claim.span]
    return min(touched[0][0], start), max(touched[-1][1], end)


def one_line(words: str) -> str:
    """Give words of a report on one line."""
    return words.replace("\r", "").replace("\n", " ")
