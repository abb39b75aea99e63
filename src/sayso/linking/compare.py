"""How alike are two mentions, and what says so?

Each feature is a number that a reader of the docstring could work out by hand; their weighted sum is the log-odds that the two
tell of one event.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.linking.mention import Mention, place_name
from sayso.linking.sides import strange
from sayso.model import When, Where
from sayso.packs import table
from sayso.text.fingerprints import words

CONTRADICTION = -2.0
"""The score of two mentions that cannot be of one event: in an average it outweighs an agreeing pair."""

_EARTH_KM = 6371.0
_TOWN_KM = 10.0
_FAR_KM = 150.0
_WIDE_KM = 30.0
_NARROW_DAYS = 3
_ASTRAY_DAYS = 60
_WEEK_DAYS = 7
_SAME_WORDS = 0.42
_MOST_WORDS = 0.5
_FORM_WORDS = 0.2
_SAME_FIGURES = 1.2
_SHORT = 2
_UNKNOWN_GAP = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What one unit of each feature adds to the log-odds of being one event.

    Source: logistic regression over 56,035 proposed pairs of 4,063 press articles on shootings (B3 0.896, CoNLL 0.836 with
    them), then by hand: days and places weigh more, since attacks in a war repeat on one road within a week. Releases of one
    desk with little but a district to tell them apart, 276 of ISAF, set `undated`, `strangers`, `same_area` and `told_late`.
    """

    start: float = -3.1
    same_days: float = 1.8
    overlapping_days: float = 0.9
    days_between: float = -1.2
    told_soon: float = 0.8
    told_late: float = -1.1
    undated: float = -3.0
    same_place: float = 2.2
    same_area: float = 0.7
    within: float = 0.7
    near: float = 0.2
    other_place: float = -1.6
    far_place: float = -2.0
    same_country: float = 0.1
    place_named: float = 2.2
    strangers: float = -2.5
    words: float = 15.0
    figures: float = 1.2
    other_nation: float = -0.7
    aside: float = -0.2
    same_document: float = -3.0
    no_claims: float = -0.5


WEIGHTS = Weights()


def score(a: Mention, b: Mention, weights: Weights = WEIGHTS) -> float:
    """The probability in (0, 1) that two mentions tell of one event, or CONTRADICTION when their days exclude it."""
    if contradict(a, b):
        return CONTRADICTION
    total = weights.start + sum(getattr(weights, name) * value for name, value in features(a, b))
    return 1 / (1 + math.exp(-total))


def contradict(a: Mention, b: Mention) -> bool:
    """Whether two mentions exclude each other: stated days well apart (unless words agree), or told before it happened.

    So do other nations where one has no place, and words do not agree.
    """
    if (a.where is None or b.where is None) and strange(a.sides, b.sides) and telling_words(a, b) < _SAME_WORDS:
        return True
    if a.when and b.when:
        gap = days_between(a.when, b.when)
        return gap > _ASTRAY_DAYS or (gap > _NARROW_DAYS and not _alike(a, b, gap))
    return _told_before(a, b) or _told_before(b, a)


def _alike(a: Mention, b: Mention, gap: int) -> bool:
    """Whether two agree so well that a day may be misread: in their words, or within a week in telling figures."""
    if gap <= _WEEK_DAYS and shared_figures(a.figures, b.figures) >= _SAME_FIGURES:
        return True
    return telling_words(a, b) >= _SAME_WORDS


def features(a: Mention, b: Mention) -> tuple[tuple[str, float], ...]:
    """The features that are not zero, by the names of the weights."""
    found = (
        *_time(a, b),
        *_space(a.where, b.where),
        ("place_named", max(names_place(a.where, b), names_place(b.where, a))),
        ("strangers", float(strangers(a, b))),
        ("words", _words(a, b)),
        ("figures", min(2.0, shared_figures(a.figures, b.figures))),
        ("other_nation", float(bool(a.nations and b.nations and not a.nations & b.nations))),
        ("aside", float((not a.main) + (not b.main))),
        ("same_document", float(a.document == b.document)),
        ("no_claims", float((not a.claims) + (not b.claims))),
    )
    return tuple((name, value) for name, value in found if value)


def _words(a: Mention, b: Mention) -> float:
    """What two have in common in their words, up to a bound: one text's own words, or a form with another place, say little."""
    if a.document == b.document:
        return 0.0
    return min(_FORM_WORDS if strangers(a, b) else _MOST_WORDS, telling_words(a, b))


def shared_words(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The cosine of two bags of words of unit length, rare words counting more, in [0, 1]."""
    return math.fsum([a[w] * b[w] for w in a.keys() & b.keys()])


def telling_words(a: Mention, b: Mention) -> float:
    """How much more alike two are in their words than either is to all others, in [0, 1]: one desk's releases sound alike."""
    return max(0.0, shared_words(a.terms, b.terms) - max(a.usual, b.usual))


def shared_figures(a: frozenset[tuple[str, int]], b: frozenset[tuple[str, int]]) -> float:
    """How telling the numbers are that both give for one outcome: each up to 1, the more digits the more.

    Source: a number of d digits is about as rare as 10^-d (Benford); two digits count fully.
    """
    return math.fsum([min(1.0, math.log10(n + 1) / 2) for _, n in a & b])


def names_place(place: Where | None, other: Mention) -> float:
    """Whether the other's words name a place: half where it has another place of its own, nothing for a country."""
    if place is None or place_name(place) in countries():
        return 0.0
    if other.where and place_name(other.where) == place_name(place):
        return 0.0
    if not _named(place, other):
        return 0.0
    return 0.5 if other.where else 1.0


def _named(place: Where, other: Mention) -> bool:
    """Whether the other's words hold a place's name, as it is known or as the report spells it."""
    return any(name and all(w in other.terms for w in name) for name in map(name_words, (place_name(place), place.text)))


def strangers(a: Mention, b: Mention) -> bool:
    """Whether each has a place of its own, neither within the other, and neither names that of the other."""
    if a.where is None or b.where is None or coarse(a.where) or coarse(b.where):
        return False
    first, second = (set(name_words(place_name(p))) for p in (a.where, b.where))
    if not first or not second or first <= second or second <= first or _named(a.where, b) or _named(b.where, a):
        return False
    return not wider(a.where, b.where)


def days_between(a: When, b: When) -> int:
    """The whole days from the end of the earlier interval to the start of the later; 0 when they meet."""
    return max(0, (b.first - a.last).days, (a.first - b.last).days)


def apart_in_time(a: When, b: When) -> bool:
    """Whether two stated intervals share no day."""
    return a.last < b.first or b.last < a.first


def apart_in_space(a: Where, b: Where) -> bool:
    """Whether two places cannot be one: other countries, or farther apart than their radii and what a report may be off by."""
    if a.country and b.country and a.country != b.country:
        return True
    gap = distance(a, b)
    return gap is not None and gap > _reach(a) + _reach(b) + _FAR_KM


@cache
def name_words(name: str) -> tuple[str, ...]:
    """The longer words of a place's name."""
    return tuple(w for w in words(name) if len(w) > _SHORT)


@cache
def countries() -> frozenset[str]:
    """The names of countries: a place known no nearer than that says little."""
    entries = table("nations")["nation"].values()
    names = (n.strip() for e in entries for n in (e["name"], *e.get("also", "").split(",")))
    return frozenset(n.casefold() for n in names if n)


def coarse(place: Where) -> bool:
    """Whether a place says hardly more than the country: its name, "the east", "a northern district"."""
    name = place_name(place)
    return name in countries() or all(w in _directions() for w in words(name))


@cache
def _directions() -> frozenset[str]:
    """The words that say in which part of a country a place lies."""
    return frozenset(table("linking")["directions"].split())


def wider(a: Where, b: Where) -> bool:
    """Whether one of two places that differ in name is a country or an area that may hold the other."""
    if place_name(a) in countries() or place_name(b) in countries():
        return a.country == b.country
    gap = distance(a, b)
    return gap is not None and gap <= max(_reach(a), _reach(b))


def distance(a: Where, b: Where) -> float | None:
    """Kilometres between two points on the sphere, or None where one has no position.

    Source: the haversine formula (Sinnott, Virtues of the haversine, 1984), earth radius 6,371 km.
    """
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    p, q = math.radians(a.lat), math.radians(b.lat)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def _reach(place: Where) -> float:
    return _TOWN_KM if place.radius is None else place.radius


def _time(a: Mention, b: Mention) -> tuple[tuple[str, float], ...]:
    """Same or overlapping stated days, or the gap between them; where one states none, how soon it tells of it."""
    if a.when and b.when:
        if apart_in_time(a.when, b.when):
            return (("days_between", float(min(_NARROW_DAYS, days_between(a.when, b.when)))),)
        narrow = max((a.when.last - a.when.first).days, (b.when.last - b.when.first).days) < _NARROW_DAYS
        return (("same_days" if narrow else "overlapping_days", 1.0),)
    gap = _days_to_telling(a, b)
    if gap is None:
        return (("undated", 1.0),)
    return (("told_soon", 1.0),) if gap <= _NARROW_DAYS else (("told_late", math.log1p(gap - _NARROW_DAYS)),)


def _days_to_telling(a: Mention, b: Mention) -> int | None:
    if a.when and b.published:
        return max(0, (b.published - a.when.last).days)
    if b.when and a.published:
        return max(0, (a.published - b.when.last).days)
    return abs((a.published - b.published).days) if a.published and b.published else None


def _told_before(a: Mention, b: Mention) -> bool:
    """Whether `b` was published more than a day before what `a` tells of."""
    return bool(a.when and b.published and (a.when.first - b.published).days > 1)


def _space(a: Where | None, b: Where | None) -> tuple[tuple[str, float], ...]:
    """Places that cannot be one; the same name, one within the other, near each other, or two places; and the same country."""
    if a is None or b is None:
        return ()
    if apart_in_space(a, b):
        return (("far_place", 1.0),)
    country = (("same_country", 1.0),) if a.country and a.country == b.country else ()
    first, second = place_name(a), place_name(b)
    if coarse(a) or coarse(b):
        return country
    if first == second:
        wide = max(a.radius or 0.0, b.radius or 0.0) >= _WIDE_KM
        return (("same_area" if wide else "same_place", 1.0), *country)
    x, y = set(name_words(first)), set(name_words(second))
    if x and y and (x <= y or y <= x):
        return (("same_place", 0.7), *country)
    return (_gap(a, b), *country)


def _gap(a: Where, b: Where) -> tuple[str, float]:
    """One within the other, near each other, or two places, the more so the farther; without positions somewhat two places."""
    gap, reach = distance(a, b), max(_reach(a), _reach(b))
    if gap is None:
        return ("other_place", _UNKNOWN_GAP)
    if gap <= reach:
        return ("within" if reach > 2 * _TOWN_KM else "near", 1.0)
    return ("other_place", min(1.5, 0.5 + max(0.0, (gap - _reach(a) - _reach(b)) / _FAR_KM)))
