"""Of which matters does one document speak, and which of its claims belong to each?"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from sayso.linking.compare import apart_in_space, apart_in_time
from sayso.linking.mention import Matter, Mention, place_name
from sayso.model import Claim, Document, When, Where
from sayso.packs import table
from sayso.text.fingerprints import words

_NAME = re.compile(r"\b([A-Z][a-z]+) (?=([A-Z][a-z]+)\b)")
"""Finds two capitalised words in a row, overlapping ones too."""

_TROOPS = frozenset({"deployed", "engaged"})
_AHEAD = frozenset({"planned", "forecast"})
_MOST_LETTERS = 3000
_TITLE_COUNTS = 3
_FIRST_COUNTS = 0.5
_UNSEEN = 50
_SHORT = 2


def matter(claim: Claim) -> Matter:
    """The sort of matter that a claim tells of."""
    if claim.status in _AHEAD:
        return "ahead"
    if claim.outcome in _TROOPS:
        return "troops"
    if claim.outcome == "none":
        return "other"
    return "total" if claim.scope in ("total", "period") else "incident"


def mentions(documents: Sequence[Document], claims: Iterable[Claim], apart: frozenset[tuple[str, str]]) -> tuple[Mention, ...]:
    """Every matter of every document, in order; a document without claims is one mention without claims.

    `apart` holds pairs of claim ids that a person has put asunder.
    """
    told: dict[str, list[Claim]] = {d.id: [] for d in documents}
    for claim in sorted(claims, key=lambda c: (c.document, c.span, c.id)):
        if claim.document in told:
            told[claim.document].append(claim)
    weights = _rarity(_bag(_whole(d)) for d in documents)
    found = [m for d in documents for m in _of_document(d, told[d.id], weights, apart)]
    return tuple(sorted(found, key=lambda m: m.order))


def _of_document(
    document: Document, claims: list[Claim], weights: Mapping[str, float], apart: frozenset[tuple[str, str]]
) -> Iterable[Mention]:
    groups = _groups(claims, apart)
    title = _unit(_bag(document.title or ""), weights)
    main = _main(groups)
    for n, group in enumerate(groups):
        if n == main:
            yield _mention(document, tuple(group), _unit(_bag(_whole(document)), weights), title)
        else:
            yield _mention(document, tuple(group), _unit(_bag(_around(document, group)), weights), None)
    if not groups:
        yield _mention(document, (), _unit(_bag(_whole(document)), weights), title)


def _mention(
    document: Document, claims: tuple[Claim, ...], terms: Mapping[str, float], title: Mapping[str, float] | None
) -> Mention:
    return Mention(
        id=claims[0].id if claims else document.id,
        document=document.id,
        matter=matter(claims[0]) if claims else "incident",
        main=title is not None,
        claims=claims,
        when=agreed_when(claims),
        where=agreed_where(claims),
        published=document.day,
        title=title or {},
        terms=terms,
        figures=frozenset((c.outcome, n) for c in claims if c.quantity for n in c.quantity.stated),
        nations=frozenset(c.group.nation for c in claims if c.group and c.group.nation),
    )


def agreed_when(claims: Iterable[Claim]) -> When | None:
    """The days that most claims state; among equals the narrowest, then the earliest. None when no claim states any."""
    counts = Counter((c.when.first, c.when.last) for c in claims if c.when)
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


def _radius(place: Where) -> float:
    return math.inf if place.radius is None else place.radius


def _groups(claims: list[Claim], apart: frozenset[tuple[str, str]]) -> list[list[Claim]]:
    """Claims of one document by matter, in the order of the text: one joins the group it fits best, the latest among equals."""
    groups: list[list[Claim]] = []
    for claim in claims:
        fits = [(_fit(claim, group, apart), n) for n, group in enumerate(groups)]
        best = max(fits, default=(-1, 0))
        if best[0] >= 0:
            groups[best[1]].append(claim)
        else:
            groups.append([claim])
    return groups


def _fit(claim: Claim, group: list[Claim], apart: frozenset[tuple[str, str]]) -> int:
    """How well a claim fits a group of its document: below 0 not at all."""
    if matter(claim) != matter(group[0]) or any((min(claim.id, c.id), max(claim.id, c.id)) in apart for c in group):
        return -9
    return _time_fit(claim.when, agreed_when(group)) + _place_fit(claim.where, agreed_where(group))


def _time_fit(a: When | None, b: When | None) -> int:
    if a is None or b is None:
        return 0
    if apart_in_time(a, b):
        return -3
    return 2 if (a.first, a.last) == (b.first, b.last) else 1


def _place_fit(a: Where | None, b: Where | None) -> int:
    if a is None or b is None:
        return 0
    if place_name(a) == place_name(b):
        return 1
    return -3 if apart_in_space(a, b) else -1


def _main(groups: list[list[Claim]]) -> int:
    """Which group the document is mainly about: an incident, of most outcomes, and first; among equals the latest."""

    def weight(n: int) -> tuple[bool, float, date, int]:
        when = agreed_when(groups[n])
        first = _FIRST_COUNTS if n == 0 else 0.0
        return (
            matter(groups[n][0]) == "incident",
            len({c.outcome for c in groups[n]}) + first,
            when.last if when else date.max,
            -n,
        )

    return max(range(len(groups)), key=weight, default=0)


def _whole(document: Document) -> str:
    """The words of a document that is mainly about a matter: the title counts as much as a few mentions."""
    return f"{document.title or ''}\n" * _TITLE_COUNTS + document.text


def _around(document: Document, claims: list[Claim]) -> str:
    """The paragraphs in which claims stand: what a document says of a matter in passing."""
    text = document.text
    spans = {(text.rfind("\n", 0, c.span[0]) + 1, len(text) if (e := text.find("\n", c.span[1])) < 0 else e) for c in claims}
    return "\n".join(text[start:end] for start, end in sorted(spans))


def _bag(text: str) -> Counter[str]:
    """How often each telling word stands in a text, and each pair of capitalised words: the names of people and places."""
    common = common_words()
    short = text[:_MOST_LETTERS]
    bag = Counter(w for w in words(short) if len(w) > _SHORT and w not in common)
    bag.update(f"{a} {b}".casefold() for a, b in _NAME.findall(short))
    return bag


@cache
def common_words() -> frozenset[str]:
    """The words that say nothing about which event a report tells of."""
    return frozenset(table("linking")["common"].split())


def _rarity(bags: Iterable[Counter[str]]) -> Mapping[str, float]:
    """Inverse document frequency, as if `_UNSEEN` more documents told of other things: a set may be all about one event.

    Source: Spärck Jones, A statistical interpretation of term specificity (1972); the added documents by hand.
    """
    every = list(bags)
    seen = Counter(w for bag in every for w in bag)
    return {w: math.log((len(every) + _UNSEEN) / n) for w, n in seen.items()}


def _unit(bag: Counter[str], weights: Mapping[str, float]) -> Mapping[str, float]:
    """Words by ln(1 + count) times rarity, scaled to unit length."""
    raw = {w: math.log1p(n) * weights.get(w, 0.0) for w, n in sorted(bag.items())}
    norm = math.sqrt(sum(x * x for x in raw.values()))
    return {w: x / norm for w, x in raw.items() if x > 0} if norm else {}
