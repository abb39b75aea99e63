"""Which towns and countries does the gazetteer know?"""

import pytest

from sayso.packs.gazetteer import fold, lands, states, towns


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
