"""What stance does a cue express, and how much certainty do its words leave?"""

import pytest

from sayso.packs import table
from sayso.reading.certainty import certainty, forms, hedge_of, passive_of, stance_of, stance_of_cue, stance_of_noun


@pytest.mark.parametrize("case", table("cues", "examples")["verb"], ids=lambda c: str(c["form"]))
def test_every_form_in_the_packs_examples_has_its_stance(case: dict[str, str]) -> None:
    assert stance_of(case["form"]) == case["stance"]


def test_a_cue_that_is_more_than_saying_keeps_the_stronger_stance() -> None:
    assert stance_of_cue(("said", "and", "confirmed")) == "confirms"


def test_who_does_not_believe_it_denies_it_and_who_cannot_confirm_it_doubts_it() -> None:
    assert stance_of_cue(("does", "not", "believe")) == "denies"
    assert stance_of_cue(("could", "not", "confirm")) == "doubts"


def test_neither_confirming_nor_denying_is_only_saying() -> None:
    assert stance_of_cue(("has", "neither", "confirmed", "nor", "denied")) == "says"


def test_a_noun_of_saying_has_a_stance_in_both_numbers() -> None:
    assert (stance_of_noun("confirmation"), stance_of_noun("estimates"), stance_of_noun("bridge")) == (
        "confirms",
        "estimates",
        None,
    )


def test_a_hedge_lowers_certainty_and_never_raises_it() -> None:
    plain, hedged = certainty("says"), certainty("says", [(0.2, 0.6)])
    assert hedged == (0.2, 0.6)
    assert certainty("fears", [(0.6, 0.85)]) == certainty("fears")
    assert plain[0] > hedged[0]


def test_modals_and_passives_are_hedges_and_plain_words_are_not() -> None:
    assert hedge_of("may") == (0.2, 0.6)
    assert passive_of("believed") == ("believes", (0.6, 0.85))
    assert hedge_of("shelled") is None
    assert passive_of("shelled") is None


def test_verbs_are_inflected_by_rule_and_by_exception() -> None:
    assert forms("deny") == ("deny", "denies", "denying", "denied")
    assert "told" in forms("tell")
    assert forms("note")[2] == "noting"
