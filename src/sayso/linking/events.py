"""What is an event called, when and where was it, and which documents are mainly about it?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sayso.linking.matters import agreed_when, agreed_where
from sayso.linking.mention import Mention
from sayso.linking.settle import event_id
from sayso.model import OUTCOMES, Claim, Event, When, Where

_NAMED_OUTCOMES = 2
_SORTS = {"total": "running total", "ahead": "ahead"}


def events(groups: Sequence[Sequence[Mention]], rank: Mapping[str, int], titles: Mapping[str, str]) -> tuple[Event, ...]:
    """One event for each group that has a claim, in the order of their earliest claims.

    `rank` is the place of each claim by publication; `titles` are those of the documents.
    """
    told = [g for g in groups if any(m.claims for m in g)]
    main = _main(told, rank)
    found = [_event(group, rank, main, titles) for group in told]
    return tuple(sorted(found, key=lambda e: rank[e.claims[0]]))


def _event(group: Sequence[Mention], rank: Mapping[str, int], main: Mapping[str, int], titles: Mapping[str, str]) -> Event:
    claims = sorted((c for m in group for c in m.claims), key=lambda c: rank[c.id])
    documents = _in_order(group)
    anchor = rank[claims[0].id]
    # The narrow accounts of the documents mainly about it speak first; where none says, the others do.
    inner = [c for m in group if m.main for c in m.claims]
    when = agreed_when(inner) or agreed_when(claims)
    where = agreed_where(inner) or agreed_where(claims)
    return Event(
        id=event_id(claims[0].id),
        title=_title(claims, when, where, sort=group[0].matter, fallback=titles.get(claims[0].document, "")),
        claims=tuple(c.id for c in claims),
        documents=documents,
        main=tuple(d for d in documents if main.get(d) == anchor),
        when=when,
        where=where,
    )


def _in_order(group: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.document for m in sorted(group, key=lambda m: m.order)))


def _main(groups: Sequence[Sequence[Mention]], rank: Mapping[str, int]) -> dict[str, int]:
    """For each document the event (by the rank of its earliest claim) that it is mainly about."""
    homes: dict[str, list[tuple[bool, int, int]]] = defaultdict(list)
    for group in groups:
        anchor = min(rank[c.id] for m in group for c in m.claims)
        for mention in group:
            homes[mention.document].append((mention.main, len(mention.claims), -anchor))
    return {d: -max(found)[2] for d, found in homes.items() if max(found)[0]}


def _title(claims: Sequence[Claim], when: When | None, where: Where | None, *, sort: str, fallback: str) -> str:
    """Place, days: outcomes; where neither place nor day is known the title of the first document, but for a running total."""
    place = (where.name or where.text) if where else None
    head = ", ".join(x for x in (place, _days(when)) if x)
    if sort == "total":
        fallback = ""  # the report's title tells of the attack, not of what a war or a year has come to
    outcomes = sorted({c.outcome for c in claims if c.outcome != "none"}, key=OUTCOMES.index)[:_NAMED_OUTCOMES]
    tail = ", ".join(x for x in (*outcomes, _SORTS.get(sort)) if x)
    return f"{head or fallback or 'Place and day unknown'}: {tail}" if tail else head or fallback or "Place and day unknown"


def _days(when: When | None) -> str:
    if when is None:
        return ""
    if when.first == when.last:
        return _day(when.last)
    if (when.first.year, when.first.month) == (when.last.year, when.last.month):
        return f"{when.first.day}\N{EN DASH}{_day(when.last)}"
    return f"{_day(when.first)} \N{EN DASH} {_day(when.last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
