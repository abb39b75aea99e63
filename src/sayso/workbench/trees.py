"""How did a figure travel? The reports of one line as a tree: where it stems from, who has it from whom, and their sentences."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.exports.grounds import day, given, how, origin, pull, reports
from sayso.exports.quotes import one_line, quotes
from sayso.exports.statements import first_words
from sayso.exports.words import speakers
from sayso.model import Claim, Document, Estimate, Ground, Line, Relay, Span
from sayso.weighing.grades import digit, letter
from sayso.workbench.figures import colour
from sayso.workbench.figures import letter as letter_of_line
from sayso.workbench.shapes import shape
from sayso.workbench.told import Account, address

Piece = tuple[str, str | None]
"""Words of a sentence, and the address of the claim that they make, if they make one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence in pieces, who says so, and what its figure is to others."""

    pieces: tuple[Piece, ...]
    by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A report on a line: how it came by the figure, by what that is known, its sentences, and who has it from it."""

    document: str
    outlet: str
    day: str
    how: str
    evidence: str | None
    quotes: tuple[Quote, ...] = ()
    nodes: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A line by its place: its origin and figure, what it does to the estimate, grades as proposed, its tree of reports."""

    line: Line
    place: int
    origin: str
    figure: str
    pull: str
    used: bool
    source_grade: str
    figure_grade: int
    nodes: tuple[Node, ...]
    reports: int
    left_out: int = 0

    @property
    def letter(self) -> str:
        """Its letter."""
        return letter_of_line(self.place)

    @property
    def colour(self) -> int:
        """The number of its colour."""
        return colour(self.place)

    @property
    def shape(self) -> str:
        """The path of its shape, in a box of 14."""
        return shape(self.place, 7, 7, 5)


class Trees:
    """The trees of the lines of one outcome, up to a number of reports altogether."""

    def __init__(self, account: Account, room: int) -> None:
        self._account = account
        self._room = room
        vague = (c for c in account.case.claims if c.quantity is not None and c.quantity.best is None)
        self._vague = replace(account.case, claims=tuple(vague))  # all that can word a figure otherwise than by its number

    def branch(self, line: Line, ground: Ground | None, estimate: Estimate) -> Branch:
        """One line as a branch; reports beyond the room that is left are counted and not shown."""
        account, outcome = self._account, estimate.outcome
        told = [r for r in reports(line, account.documents) if account.speaks(line, r)]
        shown, place = told[: max(0, self._room)], account.places_of_lines[line.id]
        self._room -= len(shown)
        return Branch(
            line=line,
            place=place,
            origin=origin(line, account.case),
            figure="no figure" if ground is None else given(line, ground, self._vague, outcome),
            pull="not used: gives no figure of its own" if ground is None else pull(line, ground, self._vague, estimate),
            used=ground is not None and ground.used,
            source_grade=letter(line.kind),
            figure_grade=6 if ground is None else digit(ground, estimate),
            nodes=_Tree(account, line, ground).grown(shown),
            reports=len(told),
            left_out=len(told) - len(shown),
        )


class _Tree:
    """The reports of one line, put under those from whom they have it."""

    def __init__(self, account: Account, line: Line, ground: Ground | None) -> None:
        self._account, self._line, self._ground = account, line, ground

    def grown(self, told: Sequence[Relay]) -> tuple[Node, ...]:
        """The tree; those that have it from one another in a circle stand at the root."""
        there = {r.id for r in told}
        roots = {r.id for r in told if r.of not in there or r.of == r.id or r.how == "origin"}
        below: dict[str, list[Relay]] = defaultdict(list)
        for r in told:
            if r.id not in roots and r.of is not None:
                below[r.of].append(r)
        seen: set[str] = set()

        def node(relay: Relay) -> Node:
            seen.add(relay.id)
            return replace(self._node(relay), nodes=tuple(node(r) for r in below[relay.id] if r.id not in seen))

        return tuple(node(r) for r in (*(r for r in told if r.id in roots), *told) if r.id not in seen)

    def _node(self, relay: Relay) -> Node:
        account = self._account
        document = account.documents.get(relay.id)
        shown: tuple[Quote, ...] = ()
        if document is not None and relay.how != "verbatim":
            every = quotes(account.said(self._line, relay.id), document)
            shown = tuple(self._quote(around, claims, document) for around, claims in every)
        return Node(
            document=relay.id,
            outlet=account.outlet(relay.id),
            day=day(document),
            how=how(relay, account.documents, account.places),
            evidence=relay.evidence,
            quotes=shown,
        )

    def _quote(self, around: Span, claims: Sequence[Claim], document: Document) -> Quote:
        known = self._account.firsts
        firsts = first_words(known[c.id] for c in claims if c.id in known)
        steps = [a for a in claims[0].said_by if a.stance != "publishes"]
        notes = (self._account.remarks.remark(claims, self._line, self._ground), firsts)
        return Quote(
            pieces=pieces(around, claims, document), by=speakers(steps) if steps else "", note=", ".join(n for n in notes if n)
        )


def pieces(around: Span, claims: Sequence[Claim], document: Document) -> tuple[Piece, ...]:
    """The sentence around claims in pieces, without space at its ends; of claims that overlap the first has the words."""
    at, end = around
    found: list[Piece] = []
    for claim in sorted(claims, key=lambda c: c.span):
        start, last = max(claim.span[0], at), claim.span[1]
        if last > start:
            found += [(one_line(document.text[at:start]), None), (one_line(document.text[start:last]), address(claim))]
            at = last
    found.append((one_line(document.text[at:end]), None))
    first, last_words = found[0][0].lstrip(), found[-1][0].rstrip()
    found[0], found[-1] = (first, None), (last_words if len(found) > 1 else first.rstrip(), None)
    return tuple(f for f in found if f[0])
