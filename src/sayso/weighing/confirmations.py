"""Who first confirmed what had only been feared, forecast, reported or denied, and on which day?

A room of weighing: it asks what a source's word was worth at a time, from claims that linking has put together already, and by
the same day of a claim as an estimate as of a day.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from sayso.model import Attribution, Claim, Outcome, Span
from sayso.weighing.evidence import day

FACTS = frozenset({"happened", "ongoing"})
AHEAD = frozenset({"planned", "forecast"})
"""Statuses of what has not happened yet: linking keeps such claims in events of their own."""
LUMPED: Mapping[Outcome, frozenset[Outcome]] = {"casualties": frozenset({"killed", "wounded"})}
"""Outcomes that lump others: who confirms casualties confirms dead that others reported, and who confirms dead, casualties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """The first claim by which a source itself confirms an outcome of an event, after it or others had told of it.

    `day` is the ISO day of speaking or, where that is not given, of publication. `after` are the claims told before, the earliest
    first. `retracted` is the source's first later claim that takes it back, `retracted_on` its day. `event` is None where the
    claim is in none.
    """

    source: str
    name: str
    outcome: Outcome
    event: str | None
    claim: str
    day: str
    after: tuple[str, ...]
    retracted: str | None = None
    retracted_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A claim with its day, the matter that it is of and who says it; in order by day, within a day by what the content gives."""

    claim: Claim
    day: str
    matter: tuple[str, ...]
    source: str
    order: tuple[str, str, Span, str]


class _Matter:
    """The claims of one matter, in order: found by outcome and by source, since an event may have thousands."""

    __slots__ = ("_outcomes", "by_source", "members")

    def __init__(self, members: Sequence[_Told]) -> None:
        self.members = members
        self.by_source: dict[str, list[_Told]] = defaultdict(list)
        for m in members:
            self.by_source[m.source].append(m)
        self._outcomes: dict[Outcome, list[_Told]] = {}

    def unconfirmed(self, outcome: Outcome) -> list[_Told]:
        """The claims comparable to an outcome that confirm nothing."""
        if outcome not in self._outcomes:
            self._outcomes[outcome] = _unconfirmed(self.members, outcome)
        return self._outcomes[outcome]


def confirmations(claims: Iterable[Claim], homes: Mapping[str, str], published: Mapping[str, str]) -> tuple[Confirmation, ...]:
    """Give the first confirmations among claims, by day: at most one for each source, event and outcome.

    `homes` are the events of claims and `published` the days of documents, by their ids. A source confirms where it is the
    nearest speaker with the stance `confirms`, of something that happened; nobody killed is no confirmation. Before it, others
    had spoken up to that day or it had itself on an earlier one; where nobody had, there was nothing to confirm, then or later.
    Claims without an event are of one matter where place and nation are the same or, without a place, where they are in one
    document. Claims without any day are passed over. Within a day, which came first is not known.
    """
    told = sorted(_told(claims, homes, published), key=attrgetter("order"))
    ahead: dict[str, list[_Told]] = defaultdict(list)
    for t in told:
        if t.claim.status in AHEAD:
            ahead[_place(t.claim)].append(t)
    matters: dict[tuple[str, ...], list[_Told]] = defaultdict(list)
    for t in told:
        matters[t.matter].append(t)
    found = [c for members in matters.values() for c in _of_matter(_Matter(members), ahead, homes)]
    return tuple(sorted(found, key=lambda c: (c.day, c.claim, c.source)))


def source_key(claim: Claim) -> str:
    """Give the key of a claim's nearest speaker: its source's id, or its kind and name; one withheld is of its document only."""
    a = claim.said_by[0]
    return a.source or " ".join((a.kind, a.name.casefold(), *([claim.document] if a.unnamed or a.kind == "anonymous" else [])))


def _told(claims: Iterable[Claim], homes: Mapping[str, str], published: Mapping[str, str]) -> Iterator[_Told]:
    for claim in {c.id: c for c in claims}.values():
        when = day(claim, published)
        if when is not None and claim.outcome != "none":
            order = (when, claim.document, claim.span, claim.id)
            matter, source = _matter(claim, homes.get(claim.id)), source_key(claim)
            yield _Told(claim=claim, day=when, matter=matter, source=source, order=order)


def _matter(claim: Claim, event: str | None) -> tuple[str, ...]:
    """The event of a claim; without one, its place and nation; without a place, its document."""
    if event is not None:
        return ("event", event)
    place = _place(claim)
    return ("place", place, _nation(claim)) if place else ("document", claim.document)


def _of_matter(matter: _Matter, ahead: Mapping[str, Sequence[_Told]], homes: Mapping[str, str]) -> Iterator[Confirmation]:
    """The first confirmations of one matter."""
    first: dict[tuple[str, Outcome], _Told] = {}
    for t in matter.members:
        if _confirms(t.claim):
            first.setdefault((t.source, t.claim.outcome), t)
    for (source, outcome), t in first.items():
        if before := _before(t, matter, ahead):
            back = next((m for m in matter.by_source[source] if _takes_back(m, t)), None)
            yield Confirmation(
                source=source,
                name=t.claim.said_by[0].name,
                outcome=outcome,
                event=homes.get(t.claim.id),
                claim=t.claim.id,
                day=t.day,
                after=tuple(before),
                retracted=None if back is None else back.claim.id,
                retracted_on=None if back is None else back.day,
            )


def _before(t: _Told, matter: _Matter, ahead: Mapping[str, Sequence[_Told]]) -> list[str]:
    """What had been told, not confirmed, when a source confirmed it: others up to that day, itself before."""
    near = matter.unconfirmed(t.claim.outcome)
    if place := _place(t.claim):
        strange = [a for a in ahead.get(place, ()) if a.matter != t.matter and _one_nation(a.claim, t.claim)]
        if elsewhere := _unconfirmed(strange, t.claim.outcome):
            near = sorted((*near, *elsewhere), key=attrgetter("order"))
    return [m.claim.id for m in near[: bisect_right(near, t.day, key=attrgetter("day"))] if m.day < t.day or _besides(m, t)]


def _unconfirmed(told: Iterable[_Told], outcome: Outcome) -> list[_Told]:
    return [m for m in told if _comparable(m.claim.outcome, outcome) and not _confirms(m.claim)]


def _besides(m: _Told, t: _Told) -> bool:
    """Whether one of the same day was told before: only a speaker of its own counts, no headline over the confirmation."""
    return m.source != t.source and not _own_voice(m.claim.said_by)


def _own_voice(said_by: Sequence[Attribution]) -> bool:
    return said_by[0].stance == "publishes" or said_by[0].kind == "outlet"


def _confirms(claim: Claim) -> bool:
    nobody = claim.quantity is not None and claim.quantity.high == 0
    return claim.said_by[0].stance == "confirms" and claim.status in FACTS and not nobody


def _takes_back(m: _Told, t: _Told) -> bool:
    """Whether a later claim of the same source denies the outcome, or withdraws the very figure."""
    if m.day <= t.day or not _comparable(m.claim.outcome, t.claim.outcome):
        return False
    a, b = m.claim.quantity, t.claim.quantity
    figure = a is None or b is None or (a.low, a.high) == (b.low, b.high)
    stance = m.claim.said_by[0].stance
    return m.claim.status == "denied" or stance == "denies" or (stance == "retracts" and figure)


def _comparable(x: Outcome, y: Outcome) -> bool:
    """Whether two outcomes are one, or one lumps what the other tells apart."""
    return x == y or y in LUMPED.get(x, ()) or x in LUMPED.get(y, ())


def _one_nation(a: Claim, b: Claim) -> bool:
    """Whether two claims may tell of people of one nation: one or both may not say which."""
    return len({_nation(a), _nation(b)} - {""}) < 2


def _place(claim: Claim) -> str:
    return "" if claim.where is None else (claim.where.name or claim.where.text).casefold()


def _nation(claim: Claim) -> str:
    return "" if claim.group is None else (claim.group.nation or "").casefold()
