"""Which sentences can bear a figure?"""

import pytest

from sayso.packs import table
from sayso.reading.quantities import quantities
from sayso.reading.screening import harmful, outcome_of, pick
from sayso.text.units import sentences


def picked(text: str) -> list[str]:
    return [text[s:e] for s, e in pick(text, sentences(text), quantities.find(text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Five soldiers were killed near Orlo.",
        "The brigade lost 20 men.",
        "The flood claimed 12 lives.",
        "At least 40 people were injured in the crash.",
        "The North sent 500 soldiers to the border.",
        "Rebels kidnapped five teachers.",
        "Anna Belova was killed by a sniper.",
        "A fisherman drowned in the lake.",
        "Two shepherds are missing.",
        "The toll rose to 14.",
        "The court heard of the murder of a fisherman.",
        "A guard was tried for his daughter's killing.",
        "A guard was tried after shooting a fisherman.",
        "Two shot in Orlo.",
        "The ferryman lost his life at sea.",
        "Two miners charged the guards and were shot.",
    ],
)
def test_a_sentence_of_people_harmed_is_looked_at(sentence: str) -> None:
    assert picked(f"Snow fell on Orlo. {sentence} Prices rose by 12 percent.") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council met for 12 hours.",
        "Prices rose by 12 percent.",
        "He was arrested in Orlo.",
        "Villagers fled the valley.",
        "The snow hid the road.",
        "Police said no arrests were made.",
        "He faces three murder charges.",
        "Two murders shook the town.",
        "He faces two counts of killing.",
        "A guard was held over the fatal shooting in Orlo.",
        "The shooting was an accident.",
        "The trial for murder begins.",
        "He lives in Orlo.",
    ],
)
def test_a_sentence_without_harm_or_without_people_to_count_is_passed_over(sentence: str) -> None:
    assert picked(f"Snow fell on Orlo. {sentence} The mayor slept.") == []


def test_what_was_told_before_is_not_looked_at_again() -> None:
    text = "Five soldiers were killed near Orlo. The mayor slept. The army confirmed that five soldiers were killed."
    assert picked(text) == ["Five soldiers were killed near Orlo."]


def test_another_number_or_another_harm_is_news() -> None:
    text = "Five soldiers were killed. Six soldiers were killed. Five soldiers were wounded."
    assert picked(text) == ["Five soldiers were killed.", "Six soldiers were killed.", "Five soldiers were wounded."]


def test_the_dead_without_a_number_are_looked_at_only_where_no_number_tells_of_them() -> None:
    assert picked("The soldiers were killed at dawn. The mayor slept.") == ["The soldiers were killed at dawn."]
    assert picked("The soldiers were killed at dawn. Five soldiers were killed.") == ["Five soldiers were killed."]


def test_a_deed_that_names_nobody_leaves_the_victim_to_a_later_sentence() -> None:
    text = "Man held over Orlo shooting. The court sat. A fisherman was shot on the pier."
    assert picked(text) == ["A fisherman was shot on the pier."]


@pytest.mark.parametrize("case", table("harm", "examples")["passed"], ids=lambda c: str(c["noun"]))
def test_a_number_of_what_the_packs_examples_pass_over_is_no_figure(case: dict[str, str]) -> None:
    assert picked(f"Twelve {case['noun']} followed the shooting in Orlo.") == []


@pytest.mark.parametrize("case", table("harm", "examples")["phrased"], ids=lambda c: str(c["text"]))
def test_a_sentence_of_the_packs_examples_has_the_harm_of_its_phrase(case: dict[str, str]) -> None:
    assert picked(f"Snow fell on Orlo. {case['text']}") == [case["text"]]
    assert outcome_of(case["text"], (0, len(case["text"]))) == case["outcome"]


def test_a_number_far_from_the_harm_does_not_count_it() -> None:
    far = "The festival began with 3,000 lanterns on the bridge, a choir from the harbour town and a long speech on those killed."
    assert far not in picked(f"{far} Five soldiers were killed.")


@pytest.mark.parametrize(
    ("text", "expected"), [("Nobody DIED.", True), ("400 troops", True), ("Snow fell on 12 May.", False), ("", False)]
)
def test_a_text_without_any_word_of_harm_is_known_at_once(text: str, *, expected: bool) -> None:
    assert harmful(text) is expected
