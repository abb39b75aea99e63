"""Which towns and countries does the gazetteer know?"""

import pytest

from sayso.packs.gazetteer import apart, borders, divisions, fold, lands, states, towns


@pytest.mark.parametrize(
    ("name", "country"), [("Kursk", "RU"), ("Kharkov", "UA"), ("Raqqa", "SY"), ("deir ez-zor", "SY"), ("BAIDOA", "SO")]
)
def test_a_town_is_found_whatever_its_case_and_spelling(name: str, country: str) -> None:
    assert towns(name)[0].country == country


def test_the_largest_town_of_a_name_comes_first() -> None:
    people = [t.people for t in towns("Tripoli") if t.main]
    assert people == sorted(people, reverse=True)


@pytest.mark.parametrize("name", ["", "  ", "Zzyzxq", "kurs", "kurskk", "\n", "\t"])
def test_a_name_that_is_no_town_gives_none(name: str) -> None:
    assert towns(name) == ()


def test_accents_apostrophes_and_hyphens_do_not_count() -> None:
    assert fold("Sana\u2019a") == fold("Sanaa")
    assert fold("Apur\u00edmac") == "apurimac"
    assert fold("Deir-ez-Zor") == "deir ez zor"


def test_countries_and_states_have_a_middle() -> None:
    assert 44 < lands()["UA"].lat < 53
    assert states()["TX"].name == "Texas"


@pytest.mark.parametrize(
    ("name", "mark"), [("Qal\u2018at", "qalat"), ("D\u0131yarb\u0131r", "diyarbir"), ("\u0141uk\u00f3w", "lukow")]
)
def test_letters_that_english_lacks_are_looked_up_without(name: str, mark: str) -> None:
    assert fold(name) == mark


def test_a_division_of_the_first_level_comes_before_one_of_the_second() -> None:
    assert [d.level for d in divisions("Marib")] == sorted(d.level for d in divisions("Marib"))
    assert {d.country for d in divisions("north kivu")} == {"CD"}


def test_a_border_lies_between_its_two_countries() -> None:
    line = borders()["IL", "LB"]
    assert lands()["IL"].lat < line.lat < lands()["LB"].lat


def test_a_country_lies_between_its_ends() -> None:
    land = lands()["UA"]
    assert land.south is not None
    assert land.north is not None
    assert land.south < land.lat < land.north


def test_a_degree_of_latitude_is_some_111_kilometres() -> None:
    assert apart(10.0, 20.0, 11.0, 20.0) == pytest.approx(111.2, abs=0.1)
