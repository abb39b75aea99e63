"""Which places can this name be, of those that the tables and the gazetteer know?"""

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.packs import table
from sayso.packs.gazetteer import Town, fold, lands, states, towns
from sayso.reading.nations import country_of, nation, sense


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place that a name can be: `level` country, region, feature, town or seat (a government's house without a town).

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
"""Kilometres around its seat that a first-level division covers where no table tells; **Source:** the median of the table of regions."""


@cache
def words(kind: str) -> dict[str, tuple[str, ...]]:
    """Lists of words of `packs/en/places/words.toml`: `kinds` or `leads`."""
    return {name: tuple(ws) for name, ws in table("places")[kind].items()}


_CITIES = ("New York", "Washington")
"""Names that mean the town where they might mean a state."""


@cache
def _regions() -> dict[str, Named]:
    out: dict[str, Named] = {}
    for name, (country, lat, lon, radius, *others) in table("places")["regions"].items():
        place = Named(name=name, level="region", country=country or None, lat=float(lat), lon=float(lon), radius=float(radius))
        for form in (name, *others):
            out[fold(form)] = place
    for code, state in states().items():
        place = Named(name=state.name, level="region", country="US", division=code, lat=state.lat, lon=state.lon, radius=state.radius)
        if sense(state.name) is None and state.name not in _CITIES:
            out.setdefault(fold(state.name), place)
    for name, (lat, lon, radius) in table("places")["features"].items():
        out[fold(name)] = Named(name=name, level="feature", lat=float(lat), lon=float(lon), radius=float(radius))
    return out


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
    key = fold(name)
    if not key or never(key):
        return ()
    singular = followed_by.removesuffix("s")
    if followed_by and (region := _regions().get(f"{key} {singular}")):
        return (region,)
    if (region := _regions().get(key)) and (region.level != "region" or not followed_by or singular in words("kinds")["wide"] or singular in words("kinds")["area"]):
        return (region,)
    if sense(name) in ("people", "forces"):
        return ()
    if country := _country(name):
        return country
    if name.isupper() and len(name) <= 3:
        return ()
    found = towns(_spellings().get(key, name)) or (towns(f"{key} {singular}") if singular in ("city", "camp") else ())
    if singular in words("kinds")["wide"]:
        return tuple(_division(t, name) for t in found[:3])
    return tuple(_town(t) for t in found[:8]) or ((region,) if region else ())


@cache
def _common() -> frozenset[str]:
    return frozenset(str(table("places", "common")["words"]).split())


def common(name: str) -> bool:
    """True for English words, and first names of people, that are also names of places."""
    return fold(name) in _common() or name in _FIRST


_FIRST = ("Jordan", "Chad", "Georgia", "Israel", "Austin", "Jackson", "Paris", "Florence", "Sofia", "Victoria", "Santiago", "Diego", "Carolina")


@cache
def state(word: str) -> tuple[str, str] | None:
    """Country and division of "Texas", "TX" or "Ind." after a comma; None for other words."""
    bare = word.rstrip(".")
    for code, s in states().items():
        if bare in (code, s.name) or (word.endswith(".") and len(bare) > 2 and s.name.startswith(bare)):
            return "US", code
    return None


def _country(name: str) -> tuple[Named, ...]:
    kind, lower = sense(name), nation(name)
    code = country_of(lower) if lower else None
    if code is None or kind not in ("name", "seat"):
        return ()
    if kind == "seat":
        found = [t for t in towns(name) if t.country == code]
        return (_town(found[0]),) if found else (Named(name=name, level="seat", country=code),)
    land = lands().get(code)
    if land is None:
        return (Named(name=name, level="country", country=code),)
    return (Named(name=land.name, level="country", country=code, lat=land.lat, lon=land.lon, radius=land.radius),)


def _town(t: Town) -> Named:
    """A town with a disc that grows with its inhabitants: about 2 km for a village, 20 km for ten million.

    Source: built-up area grows with the power 0.5 to 0.85 of inhabitants (Bettencourt et al. 2007); the factor is ours.
    """
    radius = round(max(2.0, min(25.0, math.sqrt(max(t.people, 1)) / 150)), 1)
    return Named(name=t.name, level="town", country=t.country, division=t.division, lat=t.lat, lon=t.lon, radius=radius, people=t.people, main=t.main)


_OBLAST = frozenset(("RU", "UA", "BY", "KZ", "KG", "BG"))


def _division(t: Town, name: str) -> Named:
    bare = " ".join(re.split(r"\s+", name))
    kind = "Oblast" if t.country in _OBLAST else "Governorate" if t.country in ("SY", "IQ", "YE", "EG", "LB", "JO", "TN") else "Province"
    return Named(
        name=f"{bare} {kind}", level="region", country=t.country, division=t.division, lat=t.lat, lon=t.lon, radius=_DIVISION_RADIUS, people=t.people, main=t.main
    )  # fmt: skip
