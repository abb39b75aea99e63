"""Of which matters does one document speak, which of its claims belong to each, and which is it mainly about?"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sayso.linking.compare import apart_in_space, coarse, days_between, name_words, wider
from sayso.linking.mention import Matter, place_name
from sayso.linking.sides import sides, strange
from sayso.model import Claim, Document, When, Where

_TROOPS = frozenset({"deployed", "engaged"})
_AHEAD = frozenset({"planned", "forecast"})
_MOVED = frozenset({"captured", "displaced", "evacuated"})
_FIRST_COUNTS = 0.5
_APART = -3
_ELSEWHERE = -2
_SHORT_PERIOD = 2
_WEEK = 7
_GROWN = 2
_OLD_DAYS = 45
_FAR_DOWN = 0.4


@dataclass(slots=True, kw_only=True)
class Group:
    """Claims of one document about one matter, in the order of the text."""

    sort: Matter
    claims: list[Claim] = field(default_factory=list)


def matters(claims: Sequence[Claim], apart: frozenset[tuple[str, str]]) -> list[Group]:
    """Claims of one document by matter: in the order of the text one joins the group it fits best, the latest among equals.

    `apart` holds pairs of claim ids that a person has put asunder.
    """
    groups: list[Group] = []
    sorts = _sorts(claims)
    wholes = _wholes(claims, apart)
    for claim in claims:
        if claim.id in wholes:
            continue
        sort = sorts[claim.id]
        fits = [(_fit(claim, g.claims, apart), n) for n, g in enumerate(groups) if g.sort == sort]
        best = max(fits, default=(_APART, 0))
        if best[0] >= 0:
            groups[best[1]].claims.append(claim)
        else:
            groups.append(Group(sort=sort, claims=[claim]))
    homes = {c.id: g for g in groups for c in g.claims}
    for claim in claims:
        if claim.id in wholes:
            homes[wholes[claim.id]].claims.append(claim)
    for group in groups:
        group.claims.sort(key=lambda c: (c.span, c.id))
    return groups


def _wholes(claims: Sequence[Claim], apart: frozenset[tuple[str, str]]) -> Mapping[str, str]:
    """The outermost claim that includes each part: a part is of the matter of its whole, whatever place or day it has."""
    over = {c.id: c.part_of for c in claims}
    found: dict[str, str] = {}
    for claim in claims:
        seen, at = {claim.id}, claim.id
        while (above := over[at]) is not None and above in over and above not in seen:
            seen.add(above)
            at = above
        if at != claim.id and over[at] not in seen and (min(claim.id, at), max(claim.id, at)) not in apart:
            found[claim.id] = at
    return found


def main_matter(groups: Sequence[Group], document: Document) -> Group | None:
    """The group that the document is mainly about: an incident, of most outcomes, and first; among equals the latest.

    None where no group is: there is none, or what there is lies long back and is told of far down.
    """

    def weight(n: int) -> tuple[bool, float, date, int]:
        group = groups[n]
        when = agreed_when(group.claims)
        first = _FIRST_COUNTS if n == 0 else 0.0
        outcomes = len({c.outcome for c in group.claims})
        return (group.sort == "incident", outcomes + first, when.last if when else date.max, -n)

    own = [n for n, g in enumerate(groups) if not _background(g, document)]
    return groups[max(own, key=weight)] if own else None


def agreed_when(claims: Iterable[Claim]) -> When | None:
    """The days that most claims state; among equals the narrowest, then the earliest. None when no claim states any."""
    dated = [c for c in claims if c.when]
    whole = [c for c in dated if c.part_of is None] or dated  # who died of wounds later was hit with the others
    counts = Counter((c.when.first, c.when.last) for c in whole if c.when)
    if not counts:
        return None
    first, last = min(counts, key=lambda k: (-counts[k], k[1] - k[0], k[0]))
    return When(first=first, last=last)


def agreed_where(claims: Iterable[Claim]) -> Where | None:
    """The place that most claims state; among equals the one of least radius, then by name. None when no claim states any."""
    places = [c.where for c in claims if c.where]
    counts = Counter(place_name(p) for p in places)
    if not counts:
        return None
    best = min(places, key=lambda p: (-counts[place_name(p)], _radius(p), p.lat is None, place_name(p), p.country or "", p.text))
    return Where(text=best.text, name=best.name, country=best.country, lat=best.lat, lon=best.lon, radius=best.radius)


def _sorts(claims: Sequence[Claim]) -> Mapping[str, Matter]:
    """The sort of matter of each claim of a document: a week's figure is an incident's where none is told of."""
    sorts = {c.id: _sort(c) for c in claims}
    incidents = [c for c in claims if sorts[c.id] == "incident"]

    def alone(claim: Claim) -> bool:
        """Whether no incident of the document may lie within a claim's days."""
        own = claim.when
        return own is None or all(c.when is not None and days_between(own, c.when) > _WEEK for c in incidents)

    def of_incident(claim: Claim) -> bool:
        return (_days(claim) <= _WEEK and alone(claim)) or _grown(claim, incidents)

    return {c.id: "incident" if sorts[c.id] == "total" and of_incident(c) else sorts[c.id] for c in claims}


def _grown(claim: Claim, incidents: Sequence[Claim]) -> bool:
    """Whether a running total without days or place is what an incident told of before came to: 14 where there were 12.

    Source: the reach is set by hand: the toll of one attack seldom more than doubles between two tellings of one report.
    """
    q = claim.quantity
    if q is None or q.best is None or claim.scope != "total" or claim.when is not None or claim.where is not None:
        return False
    told = [
        c.quantity.best
        for c in incidents
        if c.outcome == claim.outcome and c.part_of is None and c.span < claim.span and c.quantity and c.quantity.best
    ]
    return bool(told) and max(told) < q.best <= _GROWN * max(told)


def _sort(claim: Claim) -> Matter:
    """The sort of matter that a claim tells of; a sum over a day or two is an incident's figure."""
    if claim.status in _AHEAD:
        return "ahead"
    if claim.outcome in _TROOPS:
        return "troops"
    if claim.outcome == "none":
        return "other"
    if claim.scope in ("event", "unknown") or (claim.scope == "period" and claim.when is None):
        return "incident"
    return "incident" if _days(claim) <= _SHORT_PERIOD else "total"


def _days(claim: Claim) -> float:
    """How many days a claim's time spans; without end where it states none."""
    return (claim.when.last - claim.when.first).days + 1 if claim.when else math.inf


def _background(group: Group, document: Document) -> bool:
    """Whether a group lies long before the report and is told of far down in it."""
    when, day = agreed_when(group.claims), document.day
    if when is None or day is None or (day - when.last).days <= _OLD_DAYS:
        return False
    return group.claims[0].span[0] > _FAR_DOWN * len(document.text)


def _fit(claim: Claim, group: list[Claim], apart: frozenset[tuple[str, str]]) -> int:
    """How well a claim fits a group of its document: below 0 not at all."""
    if any((min(claim.id, c.id), max(claim.id, c.id)) in apart for c in group):
        return _APART
    where = agreed_where(group)
    if (claim.where is None or where is None) and strange(sides([claim], claim.where), sides(group, where)):
        return _APART
    place = _place_fit(claim.where, where)
    if place < 0 and (_moved([claim]) != _moved(group) or _other_people(claim, group) or _other_toll(claim, group)):
        return _APART
    return _time_fit(claim.when, agreed_when(group)) + place


def _moved(claims: Iterable[Claim]) -> bool:
    """Whether claims tell only of people taken or brought away: elsewhere that is another matter."""
    return all(c.outcome in _MOVED for c in claims)


def _time_fit(a: When | None, b: When | None) -> int:
    """Same days, days in common, the next day (a night has two), or other days: the month that ended yesterday is one of them."""
    if a is None or b is None:
        return 0
    if (a.first, a.last) == (b.first, b.last):
        return 2
    if a.first <= b.last and b.first <= a.last:
        return 1
    long = max((w.last - w.first).days for w in (a, b)) > _WEEK
    return 0 if days_between(a, b) <= 1 and not long else _APART


def _place_fit(a: Where | None, b: Where | None) -> int:
    """The same name, one within the other, two names, or two places that cannot be one."""
    if a is None or b is None:
        return 0
    if place_name(a) == place_name(b):
        return 1
    if apart_in_space(a, b):
        return _APART
    x, y = set(name_words(place_name(a))), set(name_words(place_name(b)))
    if wider(a, b) or coarse(a) or coarse(b) or x <= y or y <= x:
        return 0
    # Two names that no table has may be a country and its town.
    return _ELSEWHERE if a.lat is None and b.lat is None else _APART


def _other_people(claim: Claim, group: Sequence[Claim]) -> bool:
    """Whether a claim counts soldiers or fighters and all of a group civilians, or the other way round."""
    mine = _roles([claim])
    theirs = _roles(group)
    return bool(mine and theirs) and mine.isdisjoint(theirs) and ("civilian" in mine or theirs == {"civilian"})


def _other_toll(claim: Claim, group: Sequence[Claim]) -> bool:
    """Whether a claim gives another number of the same outcome for its place than each of a group that names its own place.

    Only places of which nobody knows the country: within a known one two names may be streets of a town.
    """
    rivals = [c for c in group if c.outcome == claim.outcome and c.where is not None and c.part_of is None and c.quantity]
    if claim.quantity is None or claim.part_of is not None or not rivals:
        return False
    if any(c.where is not None and c.where.country for c in (claim, *rivals)):
        return False
    return all(c.quantity.stated != claim.quantity.stated for c in rivals if c.quantity is not None)


def _roles(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(c.group.role for c in claims if c.group and c.group.role)


def _radius(place: Where) -> float:
    return math.inf if place.radius is None else place.radius
