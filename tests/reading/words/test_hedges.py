"""Which clauses are hedged, by which words, and which earlier words does a sentence leave unverified?"""

import pytest

from sayso.reading.words.hedges import Hedge, hedges
from tests.readings import analysis, claims


def hedged(text: str) -> list[tuple[str, str]]:
    """The hedging words of a text and the words they colour."""
    a = analysis(text)
    return [(" ".join(a.lower[slice(*h.words)]), " ".join(a.lower[slice(*h.scope)])) for h in hedges(a)]


def only(text: str) -> Hedge:
    (found,) = hedges(analysis(text))
    return found


def test_the_longest_wording_that_fits_counts_once() -> None:
    assert [w for w, _ in hedged("Twelve sailors may well have drowned.")] == ["may well"]
    assert [w for w, _ in hedged("It is highly unlikely that 12 sailors drowned.")] == ["highly unlikely"]
    assert [w for w, _ in hedged("It is more likely than not that 12 sailors drowned.")] == ["more likely than not"]


def test_a_gap_in_a_wording_takes_adverbs_and_auxiliaries_and_nothing_else() -> None:
    assert hedged("The figure could not yet be independently verified.")[0][0] == "not yet be independently verified"
    assert hedged("The figure was not read out, verified or signed.") == []


def test_a_hedge_colours_its_own_clause() -> None:
    assert hedged("Twelve people died in Brod and five soldiers were probably killed at Tarn.") == [
        ("probably", "and five soldiers were probably killed at tarn")
    ]


def test_a_predicate_colours_the_clause_that_follows_and_its_own_subject() -> None:
    assert hedged("The ministry said there was little chance that 12 men had died.")[0][1] == "little chance that 12 men had died"
    assert hedged("The 12 men are unlikely to have died.")[0][1].startswith("the 12 men are unlikely")


def test_a_wording_that_says_rather_not_lends_doubt_and_a_belief_lends_belief() -> None:
    assert only("It is unlikely that 12 men died.").stance == "doubts"
    assert only("Perhaps 12 men died.").stance is None
    assert only("I think 12 men died.").stance == "believes"


@pytest.mark.parametrize(
    "text",
    [
        "Rescuers could not reach the 12 miners.",
        "The attack happened in May near Brod.",
        "He appeared in court on Monday.",
        "Trucks came as soon as possible.",
    ],
)
def test_ability_months_appearances_and_set_phrases_are_no_hedges(text: str) -> None:
    assert hedged(text) == []


@pytest.mark.parametrize(
    ("later", "left"),
    [
        ("The claim could not be independently verified.", (0.2, 0.8)),
        ("Orlan Wire could not verify the figures.", (0.2, 0.8)),
        ("This has not been confirmed.", (0.2, 0.8)),
        ("The name of the driver could not be confirmed.", (0.8, 0.95)),
        ("It could not be confirmed that 30 others fled.", (0.8, 0.95)),
    ],
)
def test_a_later_sentence_may_leave_what_was_told_unverified_for_the_outlet(later: str, left: tuple[float, float]) -> None:
    first = claims(f"The rebels said 33 soldiers were killed at Birao. {later}")[0]
    assert first.said_by[-1].certainty == left
    assert first.said_by[0].certainty == (0.8, 0.95)
