"""Are the places of everyday war reports found where they are, and are governments, brigades and namesakes left out?"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from sayso.model import Where
from sayso.packs.gazetteer import apart
from sayso.reading.places.places import Place, find
from sayso.reading.places.sites import Sites, overlap

HERE = Path(__file__).parent / "geography"
CASES: list[dict[str, Any]] = [
    case
    for file in ("first.toml", "second.toml", "third.toml", "fourth.toml", "fifth.toml")
    for case in tomllib.loads((HERE / file).read_text(encoding="utf-8"))["case"]
]
ROUNDED = 2.0
"""Kilometres by which the middle of a town, given to a hundredth of a degree, may differ between two maps."""


def _cases(field: str) -> list[Any]:
    """Each name that the cases have under a field, with its text and what is expected of it."""
    return [
        pytest.param(
            case["text"],
            name,
            case[field][name] if isinstance(case[field], dict) else None,
            marks=pytest.mark.xfail(strict=True, reason=case["gap"]) if "gap" in case else (),
            id=f"{case['about']}: {name}",
        )
        for case in CASES
        for name in case.get(field, ())
    ]


def _at(text: str, name: str, places: tuple[Place, ...]) -> list[Where]:
    start = text.index(name)
    return [p.where for p in places if overlap(p.span, (start, start + len(name)))]


def _sites(text: str) -> tuple[Place, ...]:
    return Sites(text=text, places=find(text)).sites


@pytest.mark.parametrize(("text", "name", "expected"), _cases("sites"))
def test_a_site_is_found_where_it_is(text: str, name: str, expected: str) -> None:
    country, lat, lon, widest, *called = expected.split()
    (where,) = _at(text, name, _sites(text))[:1]
    assert country in ("?", where.country or "-")
    assert where.lat is not None
    assert where.lon is not None
    assert where.radius is not None
    assert apart(where.lat, where.lon, float(lat), float(lon)) <= where.radius + ROUNDED
    assert where.radius <= float(widest)
    assert not called or where.name == " ".join(called)


@pytest.mark.parametrize(("text", "name", "expected"), _cases("silent"))
def test_a_name_that_stands_for_something_else_is_no_site(text: str, name: str, expected: None) -> None:
    assert _at(text, name, _sites(text)) == [] or expected


@pytest.mark.parametrize(("text", "name", "expected"), _cases("nowhere"))
def test_a_name_that_nothing_backs_has_no_degrees(text: str, name: str, expected: None) -> None:
    assert [w.lat for w in _at(text, name, find(text)) if w.lat is not None] == [] or expected
