"""Which claim of a later report replaces which earlier figure of the same source about the same event?

A source that gives another figure for the same outcome on a later day has replaced the earlier one, whoever prints it. What a
report itself says of an earlier figure was read with it, and stands.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.linking.corrections import righted
from sayso.model import Claim, Document, Event
from sayso.shapes import replaced

Figure = tuple[int | None, ...]
Moment = tuple[str, str]
"""The ISO day of saying and, where it is that of publication, the time of publication; empty where no time is known."""

_FIRM = frozenset({"happened", "ongoing"})
_NOT_SAID = frozenset({"denies", "doubts", "retracts", "forecasts", "fears"})
_DAY = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """What one report has of one source for one outcome: a single figure, when it was given, and the claims that give it."""

    moment: Moment
    figure: Figure
    claims: tuple[Claim, ...]


def with_revisions(events: Iterable[Event], claims: Iterable[Claim], documents: Iterable[Document]) -> tuple[Event, ...]:
    """The events with their revisions: each later claim and the earlier one of the same source that it replaces.

    Sources are those of the claims' nearest speakers. The order of claims and documents changes nothing; claims of which nobody
    knows when they were made replace nothing.
    """
    texts = {d.id: d for d in documents}
    published = {d.id: d.published for d in texts.values() if d.published is not None}
    known = {c.id: c for c in claims}

    def pairs(event: Event) -> list[tuple[str, str]]:
        own = [known[i] for i in event.claims if i in known]
        taken_back = dict(righted(own, texts))
        return sorted({**dict(_pairs(own, published)), **taken_back}.items())

    return tuple(replace(e, revisions=tuple(pairs(e))) for e in events)


def heeding(claims: Iterable[Claim], events: Iterable[Event]) -> tuple[Claim, ...]:
    """The claims, those that replace an earlier one of their source's in these events with its id; what was read stands."""
    earlier = {later: before for e in events for later, before in e.revisions}
    return tuple(replaced(c, revises=earlier[c.id]) if c.revises is None and c.id in earlier else c for c in claims)


def _pairs(claims: Sequence[Claim], published: Mapping[str, str]) -> list[tuple[str, str]]:
    replaced = {c.revises for c in claims}
    told: dict[tuple[str, str, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for c in claims:
        if c.id not in replaced and _is_figure(c) and (source := c.said_by[0].source) is not None:
            told[source, c.outcome, c.scope][c.document].append(c)
    return [pair for reports in told.values() for pair in _replacing(_tellings(reports.values(), published))]


def _is_figure(c: Claim) -> bool:
    """Whether a claim gives a whole figure that its source stands by; new ones "in the past day" replace nothing."""
    if c.quantity is None or c.quantity.wording == "plural" or c.part_of is not None or c.scope == "period":
        return False
    return c.outcome != "none" and c.status in _FIRM and c.said_by[0].stance not in _NOT_SAID


def _tellings(reports: Iterable[Sequence[Claim]], published: Mapping[str, str]) -> list[_Telling]:
    """One telling a report, the earliest first; a report with several figures of one source does not say which is the toll."""
    found = []
    for claims in reports:
        figures = {_figure(c) for c in claims}
        moments = [m for c in claims if (m := _moment(c, published)) is not None]
        if len(figures) == 1 and moments:
            ordered = tuple(sorted(claims, key=lambda c: (c.span, c.id)))
            found.append(_Telling(moment=max(moments), figure=figures.pop(), claims=ordered))
    return sorted(found, key=lambda t: (t.moment, t.claims[0].document))


def _replacing(tellings: Sequence[_Telling]) -> list[tuple[str, str]]:
    """Each claim of a figure with the first claim of the figure before it: one that is told again does not come back."""
    first: dict[Figure, _Telling] = {}
    for t in tellings:
        first.setdefault(t.figure, t)
    found = []
    for t in tellings:
        before = [o for o in first.values() if _earlier(o.moment, first[t.figure].moment)]
        last = [o for o in before if not any(_earlier(o.moment, p.moment) for p in before)]
        if len(last) == 1:
            found += [(c.id, o.id) for c in t.claims if (o := _same_matter(c, last[0].claims)) is not None]
    return found


def _same_matter(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """The first of some claims whose people and days nothing tells apart from a claim's."""
    return next((c for c in earlier if not _apart(claim, c)), None)


def _apart(a: Claim, b: Claim) -> bool:
    mine, theirs = ((c.group.nation, c.group.role) if c.group is not None else (None, None) for c in (a, b))
    if any(x is not None and y is not None and x != y for x, y in zip(mine, theirs, strict=True)):
        return True
    if a.when is None or b.when is None or a.scope == "total":
        return False
    return a.when.first > b.when.last or b.when.first > a.when.last


def _figure(c: Claim) -> Figure:
    """What must differ for one figure to replace another: the numbers as written, or the bounds."""
    q = c.quantity
    return () if q is None else tuple(sorted(q.stated)) or (q.low, q.best, q.high)


def _moment(c: Claim, published: Mapping[str, str]) -> Moment | None:
    at, said = published.get(c.document), c.said_by[0].said
    day = said.last.isoformat() if said is not None else at[:_DAY] if at is not None else None
    if day is None:
        return None
    return day, at[_DAY:] if at is not None and at[:_DAY] == day else ""


def _earlier(a: Moment, b: Moment) -> bool:
    """Whether one moment is surely before another: on an earlier day, or at an earlier known time of the same day."""
    return a[0] < b[0] or (a[0] == b[0] and "" < a[1] < b[1])
