"""Which country does a word stand for?"""

from typing import Any

import pytest

from sayso.packs import table
from sayso.reading.words.nations import country_of, nation, nation_of, nation_words, sense, state_of

EXAMPLES: list[dict[str, Any]] = table("nations", "examples")["example"]
CODES = sorted(table("nations")["nation"])


@pytest.mark.parametrize("example", EXAMPLES, ids=[e["word"] for e in EXAMPLES])
def test_the_pack_reads_its_own_examples(example: dict[str, Any]) -> None:
    assert (nation(example["word"]) or "", sense(example["word"])) == (example["nation"], example.get("sense"))


def test_every_country_is_found_by_its_name_and_code() -> None:
    for code in CODES:
        name = nation_of(code)
        assert name is not None
        assert country_of(name) == code


def test_no_word_is_of_two_countries_as_a_name() -> None:
    names = [entry["name"] for entry in table("nations")["nation"].values()]
    assert len(names) == len(set(names))


def test_the_longest_word_wins_in_a_text() -> None:
    text = "North Koreans and a South Sudanese medic left; US-led crews stayed with us."
    assert [(text[slice(*w.span)], w.nation) for w in nation_words(text)] == [
        ("North Koreans", "north korea"),
        ("South Sudanese", "south sudan"),
        ("US", "united states"),
    ]


def test_small_letters_are_no_acronym() -> None:
    assert nation_words("They told us by car.") == ()


def test_a_state_is_named_with_its_article_and_capitals() -> None:
    assert state_of("ukraine") == "government of Ukraine"
    assert state_of("united states") == "government of the United States"
    assert state_of("central african republic") == "government of the Central African Republic"
    assert state_of("dr congo") == "government of DR Congo"
    assert state_of("bosnia and herzegovina") == "government of Bosnia and Herzegovina"
