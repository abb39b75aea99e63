"""Features of two mentions, and when they exclude each other."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.linking.compare import CONTRADICTION, apart_in_space, coarse, days_between, distance, features, score, strangers
from sayso.linking.link import THRESHOLD
from sayso.linking.mention import Mention
from sayso.model import When, Where


def mention(day: str | None = None, place: Where | None = None, published: str = "2031-03-05", **terms: float) -> Mention:
    """A mention without claims."""
    when = When(first=date.fromisoformat(day), last=date.fromisoformat(day)) if day else None
    return Mention(
        id=f"{day}{place}{published}",
        document=f"{day}{place}{published}",
        matter="incident",
        main=True,
        claims=(),
        when=when,
        where=place,
        published=date.fromisoformat(published),
        terms=terms,
        figures=frozenset(),
        nations=frozenset(),
    )


ORLO = Where(text="Orlo", name="Orlo", country="XY", lat=50.0, lon=30.0, radius=5.0)
TESK = Where(text="Tesk", name="Tesk", country="XY", lat=50.0, lon=30.2, radius=5.0)


def test_days_far_apart_exclude_one_event() -> None:
    assert score(mention("2031-03-01", ORLO), mention("2031-03-08", ORLO)) == CONTRADICTION


def test_a_report_cannot_tell_of_what_comes_later() -> None:
    assert score(mention("2031-03-09", ORLO), mention(published="2031-03-05")) == CONTRADICTION


def test_other_countries_exclude_one_event() -> None:
    assert apart_in_space(ORLO, Where(text="Orlo", name="Orlo", country="ZZ"))


def test_the_same_place_counts_more_than_a_neighbour() -> None:
    first, others = mention("2031-03-01", ORLO), (mention("2031-03-01", p, "2031-03-02") for p in (ORLO, TESK))
    same, near = (score(first, other) for other in others)
    assert same > near


def test_two_towns_on_consecutive_days_are_unlikely_to_be_one_event() -> None:
    assert score(mention("2031-03-01", ORLO), mention("2031-03-02", TESK)) < THRESHOLD


def test_a_degree_of_latitude_is_about_111_kilometres() -> None:
    north = Where(text="North", lat=51.0, lon=30.0)
    assert distance(ORLO, north) == pytest.approx(111.2, abs=0.3)
    assert distance(ORLO, Where(text="somewhere")) is None


def test_days_between_intervals_that_meet_are_none() -> None:
    march = When(first=date(2031, 3, 1), last=date(2031, 3, 3))
    assert days_between(march, When(first=date(2031, 3, 3), last=date(2031, 3, 9))) == 0
    assert days_between(march, When(first=date(2031, 3, 7), last=date(2031, 3, 9))) == 4


def test_shared_rare_words_are_a_feature_and_absent_ones_are_not() -> None:
    assert dict(features(mention(mill=0.6, orlo=0.8), mention(published="2031-03-06", mill=1.0)))["words"] == 0.5
    assert "words" not in dict(features(mention(mill=1.0), mention(published="2031-03-06", bridge=1.0)))


def test_a_region_or_a_quarter_of_a_country_is_no_place_to_agree_on() -> None:
    east = Where(text="Eastern", name="Eastern")
    assert coarse(east)
    assert not coarse(ORLO)
    told = [name for name, _ in features(mention("2031-03-01", east), mention("2031-03-02", east, "2031-03-03"))]
    assert "same_place" not in told


def test_a_wide_area_counts_less_than_a_town() -> None:
    wide = Where(text="Orlo Province", name="Orlo Province", country="XY", lat=50.0, lon=30.0, radius=90.0)
    told = (mention(day, place, "2031-03-04") for place in (wide, ORLO) for day in ("2031-03-01", "2031-03-01"))
    area, again, town, there = told
    assert score(area, again) < score(town, there)


def test_neither_of_two_strangers_names_the_place_of_the_other() -> None:
    one, other = mention("2031-03-01", ORLO, mill=0.8), mention("2031-03-01", TESK, mill=0.8)
    assert strangers(one, other)
    assert not strangers(one, mention("2031-03-01", TESK, mill=0.7, orlo=0.3))


def test_the_same_place_is_not_enough_where_no_day_is_known() -> None:
    one, other = (replace(mention(None, ORLO), published=None, document=d) for d in "ab")
    assert score(one, other) < THRESHOLD
