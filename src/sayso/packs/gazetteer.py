"""Which towns, divisions and countries are called this? GeoNames, packed: one sorted text, searched without parsing it."""

import gzip
import math
import re
import unicodedata
from bisect import bisect_left
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
    """A country: degrees of its middle, the radius in kilometres of a disc of its area, the degrees of its four ends if known."""

    code: str
    name: str
    lat: float
    lon: float
    radius: float
    south: float | None = None
    north: float | None = None
    west: float | None = None
    east: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A part of a country of level 1 or 2: degrees of the middle of its towns, kilometres that hold nine in ten, inhabitants."""

    name: str
    country: str
    code: str
    lat: float
    lon: float
    radius: float
    people: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """Where two countries meet: degrees of the middle of their common border, kilometres that hold nine in ten of its points."""

    lat: float
    lon: float
    radius: float


_MARKS = re.compile(r"['\u2018\u2019\u02b9\u02bb\u02bc\u02bf\u02be\u2032`\u00b4]")
_GAPS = re.compile(r"[\s\-\u2010-\u2014.]+")


_LETTERS = str.maketrans("\u0131\u0111\u0142\u00f8\u0259\u01dd", "idloaa")
"""Letters that no decomposition leads to what English puts for them: dotless i, barred d and l, o with a stroke, schwa."""


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name as it is looked up: lower case, without accents, apostrophes and hyphens."""
    low = name.casefold()
    if not low.isascii():
        low = low.translate(_LETTERS)
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return _GAPS.sub(" ", _MARKS.sub("", low)).strip()


@lru_cache(maxsize=20_000)
def towns(name: str) -> tuple[Town, ...]:
    """The towns of this name, the largest first, main names before others."""
    key = fold(name).encode()
    if not key:
        return ()
    blob, (starts, keys) = _blob(), _pages()
    page = bisect_left(keys, key)
    low, high = starts[max(0, page - 1)], starts[page] if page < len(starts) else len(blob)
    at = blob.find(b"\n" + key + b"\t", max(0, low - 1), high + len(key) + 2)
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
        code, name, *numbers = line.split("\t")
        lat, lon, radius, south, north, west, east = map(float, numbers)
        out[code] = Land(code=code, name=name, lat=lat, lon=lon, radius=radius, south=south, north=north, west=west, east=east)
    return out


@lru_cache(maxsize=20_000)
def divisions(name: str) -> tuple[Division, ...]:
    """The divisions of this name, of the first level before the second, the most peopled first."""
    found = set()
    for line in _divisions().get(fold(name), ()):
        named, country, code, lat, lon, radius, people, level = line.split("\t")
        found.add(
            Division(
                name=named,
                country=country,
                code=code,
                lat=float(lat),
                lon=float(lon),
                radius=float(radius),
                people=int(people),
                level=int(level),
            )
        )
    return tuple(sorted(found, key=lambda d: (d.level, -d.people, d.country, d.code, d.name)))


@cache
def _divisions() -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    packed = (files(__package__) / "en" / "places" / "divisions.txt.gz").read_bytes()
    for line in gzip.decompress(packed).decode().strip().splitlines():
        key, _, rest = line.partition("\t")
        out.setdefault(key, []).append(rest)
    return out


@cache
def borders() -> dict[tuple[str, str], Border]:
    """The borders by the ISO codes of the two countries, in the order of the alphabet."""
    out = {}
    for line in (files(__package__) / "en" / "places" / "borders.txt").read_text(encoding="utf-8").splitlines():
        a, b, lat, lon, radius = line.split("\t")
        out[a, b] = Border(lat=float(lat), lon=float(lon), radius=float(radius))
    return out


def apart(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points given in degrees.

    Source: the haversine formula on a sphere of radius 6,371 km.
    """
    a, b = math.radians(lat), math.radians(other_lat)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, h)))


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
def _pages() -> tuple[list[int], list[bytes]]:
    """Where every so many letters of the towns a line begins, and its name."""
    blob = _blob()
    starts = [1, *(blob.find(b"\n", at) + 1 for at in range(_PAGE, len(blob) - _PAGE, _PAGE))]
    return starts, [blob[start : blob.find(b"\t", start)] for start in starts]


_PAGE = 4096
"""Letters that are searched for a name; set by hand."""


@cache
def _blob() -> bytes:
    return gzip.decompress((files(__package__) / "en" / "places" / "cities.txt.gz").read_bytes())
