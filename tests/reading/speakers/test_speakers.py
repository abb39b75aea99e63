"""Who is meant by the words of a source, and is it one source across documents?"""

import pytest

from sayso.reading.speakers.names import initials, letters, plain, source_id
from sayso.reading.speakers.voices_names import acronym
from tests.readings import reading


def test_an_army_is_one_source_however_its_nation_is_written() -> None:
    assert source_id("Mali's army", "mali") == source_id("the Malian army", "mali")
    assert source_id("the army", "mali") != source_id("the army", "niger")


def test_a_description_that_tells_nobody_apart_holds_in_its_document_only() -> None:
    assert source_id("two officials", None, within="d1") != source_id("two officials", None, within="d2")


def test_a_capital_and_its_nation_are_one_source() -> None:
    assert source_id("Tallinn", "estonia", "estonia") == source_id("Estonia", "estonia", "estonia")


@pytest.mark.parametrize(
    ("short", "name", "fit"),
    [
        ("OHS", "Office for Harbour Security", 3),
        ("IHS", "Institute for Harbour Strategy and Security", 2),
        ("SOH", "Office for Harbour Security", 1),
        ("OHS", "Ministry of Ports", 0),
        ("HSU", "Harbour Seamen's Union", 3),
    ],
)
def test_letters_fit_a_name_in_order_with_one_left_out_or_in_another_order(short: str, name: str, fit: int) -> None:
    assert letters(short, name) == letters(name, short) == fit


def test_words_in_capitals_count_with_all_their_letters() -> None:
    assert initials("EC Seamen's Union") == "ECSU"


def test_an_acronym_is_one_short_word_in_capitals() -> None:
    assert acronym("NAVO")
    assert acronym("MoD")
    assert not acronym("Brod")
    assert not acronym("A1")


def test_names_compare_without_articles_possessives_and_stops() -> None:
    assert plain("The U.N. Defence Office's") == "un defense office"


def _said_by(text: str) -> list[tuple[str, str | None]]:
    """The nearest speaker of each statement with a speaker, and whom he belongs to."""
    return [(s.said_by[0].name, s.said_by[0].affiliation) for s in reading(text).statements if len(s.said_by) > 1 and s.cue]


def test_what_happens_is_no_speaker() -> None:
    names = [name for name, _ in _said_by("Last year's raids claimed 27 lives, according to the county's peace office.")]
    assert names
    assert set(names) == {"county's peace office"}


def test_who_is_told_by_letters_belongs_to_the_body_that_they_stand_for() -> None:
    assert _said_by("South Korea's NIS director Cho Min-ho said that 90 soldiers had been killed.") == [
        ("Cho Min-ho", "National Intelligence Service")
    ]


def test_one_document_of_two_countries_leaves_shared_letters_open() -> None:
    names = _said_by("Kenya and South Korea signed a pact. The NIS said that nine men had been killed.")
    assert names == [("NIS", None)]
