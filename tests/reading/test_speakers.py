"""Who is meant by the words of a source, and is it one source across documents?"""

import pytest

from sayso.reading.speakers_names import initials, letters, plain, source_id
from sayso.reading.voices_names import acronym


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
