"""Which places can this name be, of those that the tables and the gazetteer know?"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from sayso.packs import table
from sayso.packs.gazetteer import Division, Land, Town, borders, divisions, fold, lands, states, towns
from sayso.reading.words.nations import country_of, nation, sense


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place that a name can be: `level` country, region, feature, town, capital or seat (a government's house without a town).

    Degrees north and east, radius in kilometres, inhabitants (0 where it is no town).
    """

    name: str
    level: str
    country: str | None = None
    division: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius: float | None = None
    people: int = 0
    main: bool = True


_DIVISION_RADIUS = 120.0
"""Kilometres from its seat that a first-level division reaches if no table tells; **Source:** the median of our regions."""


@cache
def words(kind: str) -> dict[str, tuple[str, ...]]:
    """Lists of words of `packs/en/places/words.toml`: `kinds` or `leads`."""
    return {name: tuple(ws) for name, ws in table("places")[kind].items()}


@cache
def alternatives(*lists: tuple[str, str]) -> str:
    """Lists of words as the branches of a pattern, the longest first."""
    listed = {w for table, name in lists for w in words(table)[name]}
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(listed, key=lambda w: (-len(w), w)))


_CITIES = ("New York", "Washington")
"""Names that mean the town where they might mean a state."""


@cache
def _regions() -> dict[str, Named]:
    out: dict[str, Named] = {}
    for name, (country, lat, lon, radius, *others) in table("places")["regions"].items():
        place = Named(name=name, level="region", country=country or None, lat=float(lat), lon=float(lon), radius=float(radius))
        for form in (name, *others):
            out[fold(form)] = place
    for land in states().values():
        if sense(land.name) is None and land.name not in _CITIES:
            out.setdefault(fold(land.name), _of_union(land))
    for name, (lat, lon, radius) in table("places")["features"].items():
        out[fold(name)] = Named(name=name, level="feature", lat=float(lat), lon=float(lon), radius=float(radius))
    return out


def us_state(name: str) -> Named | None:
    """The state of the United States of this name."""
    return next((_of_union(s) for s in states().values() if s.name == name), None)


def _of_union(land: Land) -> Named:
    return Named(name=land.name, level="region", country="US", division=land.code, lat=land.lat, lon=land.lon, radius=land.radius)


def seat_of_region(name: str) -> str | None:
    """The country of the region of our table that is called after a town: UA for Donetsk."""
    region = _regions().get(f"{fold(name)} region") or _regions().get(f"{fold(name)} oblast")
    return region.country if region else None


@cache
def _spellings() -> dict[str, str]:
    return {fold(k): str(v) for k, v in table("places")["spellings"].items()}


@cache
def _never() -> frozenset[str]:
    return frozenset(words("leads")["never"])


def never(word: str) -> bool:
    """True for words that are no place whatever the gazetteer says."""
    return fold(word) in _never()


@lru_cache(maxsize=50_000)
def possible(name: str, *, followed_by: str = "") -> tuple[Named, ...]:
    """The places of this name, best known first; `followed_by` is the word of kind after it ("region"), if any.

    Acronyms are countries or nothing. A first-level word makes a town's name that of its division.
    """
    key, singular = fold(name), followed_by.removesuffix("s")
    if not key or never(key):
        return ()
    region = _region(key, singular)
    if region or sense(name) in ("people", "forces"):
        return (region,) if region else ()
    if singular in _BORDERS and "-" in name and (line := _border(name)):
        return (line,)
    if (
        sense(name) == "seat"
        and _is_part(singular)
        and (parts := _divided(key, level=1 if singular in words("kinds")["wide"] else 2))
    ):
        return parts
    if (country := _country(name)) or (name.isupper() and len(name) <= _ACRONYM):
        return country
    return _towns(name, key, singular)


def _is_part(kind: str) -> bool:
    """True for words of first- and second-level divisions."""
    return kind in words("kinds")["wide"] or kind in words("kinds")["second"]


_ACRONYM = 3
"""Capitals up to which a name is an acronym, hence no town."""


def _region(key: str, kind: str) -> Named | None:
    """The region of our table: of the name with its word of kind, else of the name alone."""
    found = _regions().get(f"{key} {kind}") if kind else None
    alone = _regions().get(key)
    if found or alone is None:
        return found
    fits = alone.level != "region" or not kind or kind in words("kinds")["wide"] or kind in words("kinds")["area"]
    return alone if fits else None


@cache
def _own() -> dict[str, Named]:
    """The small towns of our own table."""
    out = {}
    for name, (country, lat, lon) in table("places")["towns"].items():
        out[fold(name)] = Named(name=name, level="town", country=country, lat=float(lat), lon=float(lon), radius=_SMALL, people=1)
    return out


_SMALL = 3.0
"""Kilometres; **Source:** the least by the rule of `town`."""


def _towns(name: str, key: str, singular: str) -> tuple[Named, ...]:
    """The towns of the gazetteer, or the divisions named for them; a region of our table where there is none."""
    region = _regions().get(key)
    spelled = _spellings().get(key, name)
    found = towns(spelled) or _articled(key) or (towns(f"{key} {singular}") if singular in ("city", "camp") else ())
    kinds = words("kinds")
    if _is_part(singular):
        parts = _divided(key, level=1 if singular in kinds["wide"] else 2)
        if (parts and key not in _own()) or singular in kinds["wide"]:
            return parts or tuple(_division(t, name) for t in found[:3] if t.people >= _SEAT)
    own = _own().get(fold(spelled))
    if own and singular in kinds["second"]:
        return (own,)
    known = (*((own,) if own else ()), *(_called(town(t), spelled) for t in _chosen(found)))
    if region and not known:
        return (region,)
    if own or key in _words_besides():
        return known
    wider = [
        p for p in _divided(key, level=1) if not any(t.country == p.country and t.people * _SEATED >= p.people for t in known)
    ]
    known = (*known, *wider) if any(t.main and t.people >= _LARGE for t in known) else (*wider, *known)
    return known


def _chosen(found: Sequence[Town]) -> list[Town]:
    """The largest towns of a name, and the largest that have it beside another."""
    return [*[t for t in found if t.main][:_MOST], *[t for t in found if not t.main][: _MOST // 2]]


_MOST = 8
"""Namesakes that are thought of."""


def _called(place: Named, name: str) -> Named:
    """The place, whose main name is also that of "Marawi City" without the last word."""
    return replace(place, main=True) if fold(place.name) == f"{fold(name)} city" else place


_BORDERS = ("border", "frontier")


def _border(name: str) -> Named | None:
    """The border of two countries or peoples joined by a hyphen: "Turkish-Iraqi"."""
    codes = [country_of(n) for part in re.split("[-\u2010\u2013]", name) if (n := nation(part))]
    pair = sorted(c for c in codes if c)
    line = borders().get((pair[0], pair[1])) if len(pair) == len(_BORDERS) else None
    if line is None:
        return None
    named = " and ".join(lands()[c].name for c in pair)
    return Named(name=f"border of {named}", level="region", lat=line.lat, lon=line.lon, radius=line.radius)


_SEATED = 10
"""How many times the inhabitants of a town a division has that is meant before it by a name that is not the town's main one."""
_SEAT = 50_000
"""Inhabitants from which a town may give its name to a division that no table knows."""
_LARGE = 20_000
"""Inhabitants from which a place that has the name beside its main one is meant before a division that has it alone."""


@cache
def _words_besides() -> frozenset[str]:
    return frozenset(table("places", "divisions")["bare"])


@cache
def _other_divisions() -> dict[str, tuple[tuple[str, str], ...]]:
    """Country and the gazetteer's key for the other names of divisions."""
    out: dict[str, tuple[tuple[str, str], ...]] = {}
    for country, names in table("places", "divisions")["other"].items():
        for key, others in names.items():
            for other in others:
                out[fold(other)] = (*out.get(fold(other), ()), (country, key))
    return out


def _divided(key: str, *, level: int) -> tuple[Named, ...]:
    """The divisions of this name: those of the level that is asked for, else of the other."""
    bare = _without_article(key)
    found = [*divisions(key), *(divisions(bare) if bare != key else ())]
    for form in {key, bare}:
        found += [d for country, theirs in _other_divisions().get(form, ()) for d in divisions(theirs) if d.country == country]
    chosen = [d for d in found if d.level == level] or found
    return tuple(dict.fromkeys(_part(d) for d in chosen))


def _part(d: Division) -> Named:
    word = next((word for word, countries in _DIVISIONS.items() if d.country in countries and d.level == 1), "")
    name = d.name if not word or d.name.split()[-1] in (*_DIVISIONS, "Republic", "Krai", "Kray") else f"{d.name} {word}"
    return Named(
        name=name,
        level="region",
        country=d.country,
        division=d.code,
        lat=d.lat,
        lon=d.lon,
        radius=d.radius,
        people=max(d.people, 1),
    )


_ARTICLES = ("al ", "el ", "ad ", "ar ", "as ", "ash ", "at ", "az ", "an ", "ath ")
_ARABIC = frozenset("SY IQ YE SD LB LY EG JO PS IL SA MA DZ TN MR KW QA AE OM BH SO TD ER DJ".split())
"""Countries where a name with one article is that with another, or with none."""


def _without_article(key: str) -> str:
    return next((key.removeprefix(a) for a in _ARTICLES if key.startswith(a) and len(key) > len(a) + _ACRONYM), key)


def _articled(key: str) -> tuple[Town, ...]:
    """The Arabic towns of a name with another article: el-Obeid for "Al-Obeid"."""
    bare = _without_article(key)
    return tuple(t for t in towns(bare) if t.country in _ARABIC) if bare != key else ()


@cache
def _common() -> frozenset[str]:
    return frozenset(str(table("places", "common")["words"]).split())


def common(name: str) -> bool:
    """True for English words, and first names of people, that are also names of places."""
    return fold(name) in _common() or name in _FIRST


_FIRST = (
    "Jordan",
    "Chad",
    "Georgia",
    "Israel",
    "Austin",
    "Jackson",
    "Paris",
    "Florence",
    "Sofia",
    "Victoria",
    "Santiago",
    "Diego",
    "Carolina",
    "Ho Chi Minh",
)


@cache
def state(word: str) -> tuple[str, str] | None:
    """Country and division of "Texas", "TX" or "Ind." after a comma; None for other words."""
    bare = word.rstrip(".")
    for code, s in states().items():
        if bare in (code, s.name) or (word.endswith(".") and len(bare) > 2 and s.name.startswith(bare)):
            return "US", code
    return None


_RIVAL = 50_000
"""Inhabitants from which a namesake of a capital is thought of."""


def _country(name: str) -> tuple[Named, ...]:
    kind, lower = sense(name), nation(name)
    code = country_of(lower) if lower else None
    if code is None or kind not in ("name", "seat"):
        return ()
    if kind == "seat" and fold(name).removeprefix("the ") in words("leads")["houses"]:
        return (Named(name=name, level="seat", country=code),)
    if kind == "seat":
        found = [t for t in towns(name) if t.country == code]
        others = tuple(town(t) for t in towns(name)[:8] if t.country != code and t.people >= _RIVAL)
        return (replace(town(found[0]), level="capital"), *others) if found else (Named(name=name, level="seat", country=code),)
    land = lands().get(code)
    if land is None:
        return (Named(name=name, level="country", country=code),)
    return (Named(name=land.name, level="country", country=code, lat=land.lat, lon=land.lon, radius=land.radius),)


def town(t: Town) -> Named:
    """A town with a disc that grows with its inhabitants: about 3 km for a village, 20 km for ten million.

    Source: built-up area grows with the power 0.5 to 0.85 of inhabitants (Bettencourt et al. 2007); the factor is ours.
    """
    radius = round(max(3.0, min(25.0, math.sqrt(max(t.people, 1)) / 150)), 1)
    return Named(
        name=t.name,
        level="town",
        country=t.country,
        division=t.division,
        lat=t.lat,
        lon=t.lon,
        radius=radius,
        people=t.people,
        main=t.main,
    )


_DIVISIONS = {
    "Oblast": frozenset(("RU", "UA", "BY", "KZ", "KG", "BG")),
    "Governorate": frozenset(("SY", "IQ", "YE", "EG", "LB", "JO", "TN")),
}
"""What a country calls its first-level divisions, where that is added to their names."""


def _division(t: Town, name: str) -> Named:
    word = next((word for word, countries in _DIVISIONS.items() if t.country in countries), "Province")
    named = f"{' '.join(name.split())} {word}"
    return replace(town(t), name=named, level="region", radius=_DIVISION_RADIUS)
