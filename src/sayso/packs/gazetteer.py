"""Which towns and countries are called this? GeoNames, packed: one sorted text, searched without parsing it."""

import gzip
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A populated place: country, first-level division, degrees north and east, inhabitants; `main` false for other names."""

    name: str
    country: str
    division: str
    lat: float
    lon: float
    people: int
    main: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country: degrees of its middle, and the radius in kilometres of a disc of its area."""

    code: str
    name: str
    lat: float
    lon: float
    radius: float


_MARKS = re.compile(r"['\u2019\u02bb\u02bc\u02bf\u02be`]")
_GAPS = re.compile(r"[\s\-\u2010-\u2014.]+")


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name as it is looked up: lower case, without accents, apostrophes and hyphens."""
    low = name.casefold()
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return _GAPS.sub(" ", _MARKS.sub("", low)).strip()


@lru_cache(maxsize=20_000)
def towns(name: str) -> tuple[Town, ...]:
    """The towns of this name, the largest first, main names before others."""
    key = fold(name).encode()
    if not key:
        return ()
    blob, low = _blob(), 0
    high = len(blob)
    while low < high:
        middle = (low + high) // 2
        start = blob.rfind(b"\n", 0, middle + 1) + 1
        end = blob.find(b"\t", start)
        if end < 0 or blob[start:end] >= key:
            high = start - 1 if end >= 0 else middle
            if high <= low:
                break
        else:
            low = blob.find(b"\n", end) + 1
    at = blob.find(b"\n" + key + b"\t", max(0, low - 2), low + 400)
    found = []
    while at >= 0 and blob.startswith(b"\n" + key + b"\t", at):
        end = blob.find(b"\n", at + 1)
        found.append(_town(blob[at + 1 : end].decode()))
        at = end
    return tuple(sorted(set(found), key=lambda t: (not t.main, -t.people, t.country, t.division, t.lat, t.lon)))


def _town(line: str) -> Town:
    _, name, country, division, lat, lon, people, other = line.split("\t")
    return Town(
        name=name, country=country, division=division, lat=float(lat), lon=float(lon), people=int(people), main=other != "~"
    )


@cache
def lands() -> dict[str, Land]:
    """The countries by ISO code."""
    out = {}
    for line in (files(__package__) / "en" / "places" / "countries.txt").read_text(encoding="utf-8").splitlines():
        code, name, lat, lon, radius = line.split("\t")
        out[code] = Land(code=code, name=name, lat=float(lat), lon=float(lon), radius=float(radius))
    return out


@cache
def states() -> dict[str, Land]:
    """The states of the United States by postal code; their radius is one for all."""
    out = {}
    for line in (files(__package__) / "en" / "places" / "states.txt").read_text(encoding="utf-8").splitlines():
        code, name, lat, lon = line.split("\t")
        out[code] = Land(code=code, name=name, lat=float(lat), lon=float(lon), radius=_STATE_RADIUS)
    return out


_STATE_RADIUS = 220.0
"""Kilometres; **Source:** the radius of a disc of the median area of a state, 149,000 square kilometres."""


@cache
def _blob() -> bytes:
    return gzip.decompress((files(__package__) / "en" / "places" / "cities.txt.gz").read_bytes())
