"""How far from the place that a text names did it happen?"""

import pytest

from sayso.model import Where
from sayso.packs.gazetteer import apart
from sayso.reading.places.places import find


def first(text: str) -> Where:
    return find(text)[0].where


def far(a: Where, b: Where) -> float:
    assert a.lat is not None
    assert a.lon is not None
    assert b.lat is not None
    assert b.lon is not None
    return apart(a.lat, a.lon, b.lat, b.lon)


GAO = first("Two herders died in Gao, Mali.")


@pytest.mark.parametrize(
    ("words", "kilometres"),
    [
        ("30 km north of", 30),
        ("some 30 kilometres to the north of", 30),
        ("30 km (19 miles) north-east of", 30),
        ("thirty miles south-west of", 48.3),
        ("a kilometre north of", 1),
        ("half a mile south of", 0.8),
        ("a few kilometres east of the besieged town of", 4),
    ],
)
def test_a_place_is_moved_by_the_stated_distance(words: str, kilometres: float) -> None:
    assert far(first(f"Two herders died {words} Gao, Mali."), GAO) == pytest.approx(kilometres, abs=1.0)


@pytest.mark.parametrize(("wind", "north", "east"), [("north", 1, 0), ("south", -1, 0), ("east", 0, 1), ("north-west", 1, -1)])
def test_a_place_is_moved_towards_the_stated_side(wind: str, north: int, east: int) -> None:
    there = first(f"Two herders died 40 km {wind} of Gao, Mali.")
    assert ((there.lat or 0) - (GAO.lat or 0)) * north >= 0
    assert ((there.lon or 0) - (GAO.lon or 0)) * east >= 0


def test_a_farther_distance_is_less_sure() -> None:
    assert (first("They died 80 km east of Gao, Mali.").radius or 0) > (first("They died 20 km east of Gao, Mali.").radius or 0)


@pytest.mark.parametrize("words", ["near", "outside", "on the outskirts of", "in the vicinity of", "on the road to"])
def test_words_of_nearness_widen_and_do_not_move(words: str) -> None:
    there = first(f"Two herders died {words} Gao, Mali.")
    assert far(there, GAO) == 0
    assert (there.radius or 0) > (GAO.radius or 0)


def test_a_distance_without_a_side_is_a_ring_around_the_place() -> None:
    there = first("Two herders died 25 km from Gao, Mali.")
    assert far(there, GAO) == 0
    assert (there.radius or 0) >= 25


def test_between_two_towns_is_the_middle_with_half_the_distance() -> None:
    gao, kidal = first("A bus burned in Gao, Mali."), first("A bus burned in the city of Kidal, Mali.")
    (middle, same, *_) = (p.where for p in find("A bus burned on the road between Gao and the town of Kidal, Mali."))
    assert (middle.lat, middle.lon) == (same.lat, same.lon)
    assert far(middle, gao) == pytest.approx(far(middle, kidal), rel=0.02)
    assert middle.radius == pytest.approx(far(gao, kidal) / 2, rel=0.02)


@pytest.mark.parametrize(
    "text", ["Nine died on the border between Chad and Libya.", "Nine died at Chad's northern border with Libya."]
)
def test_a_border_is_where_the_two_countries_meet(text: str) -> None:
    there = first(text)
    assert there.lat == pytest.approx(21.5, abs=2.5)
    assert (there.radius or 0) < 600


@pytest.mark.parametrize("part", ["southern Lebanon", "the south of Lebanon", "South Lebanon"])
def test_a_part_of_a_country_lies_on_its_side_and_is_smaller(part: str) -> None:
    whole, half = first("Nine died in Lebanon."), first(f"Nine died in {part}.")
    assert (half.lat or 0) < (whole.lat or 0)
    assert (half.radius or 0) < (whole.radius or 0)


def test_a_village_that_no_table_knows_is_where_the_text_measures_it_from() -> None:
    village = first("Two herders died in Tinzawat, 30 km north of Gao, Mali.")
    assert (village.name, village.country) == ("Tinzawat", "ML")
    assert far(village, GAO) == pytest.approx(30, abs=1.0)


def test_a_village_without_such_words_has_no_degrees() -> None:
    assert first("Two herders died in Tinzawat, and a court sat in Gao, Mali.").lat is None


def test_a_front_reaches_far_beyond_the_town_that_names_it() -> None:
    front, town = first("Ten died on the Kupiansk front, in Ukraine."), first("Ten died in Kupiansk, Ukraine.")
    assert (front.radius or 0) > 10 * (town.radius or 0)


def test_the_countryside_of_a_town_reaches_beyond_it() -> None:
    assert (first("Nine died in Hama's northern countryside, in Syria.").radius or 0) > 20


def test_a_fleet_is_no_sea() -> None:
    assert [p.where.text for p in find("The Black Sea Fleet lost nine men off Crimea.")] == ["Crimea"]
