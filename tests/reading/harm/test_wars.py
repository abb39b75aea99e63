"""What a whole war did is no attack's toll; what one attack of it did is."""

import pytest

from tests.readings import told

OF_THE_WAR = [
    "The war has killed 4,300 civilians.",
    "The conflict has left 4,300 dead.",
    "The insurgency has cost 4,300 lives.",
    "Nearly three years of war have killed 4,300 people.",
    "4,300 villagers have been killed in months of fighting.",
    "The death toll in the war stands at 4,300.",
    "The deaths bring to 4,300 the number of people killed in the war.",
    "The war's toll has passed 4,300.",
]

OF_ONE_ATTACK = [
    "Forty people were killed in the worst attack of the war.",
    "The war's deadliest strike killed 40 people.",
    "A missile killed 12 people in the war zone.",
    "After three years of war, a missile killed 12 people in Velmar.",
    "Two soldiers were killed in the war on Tuesday.",
    "A conflict over land left four people dead in Velmar.",
]


@pytest.mark.parametrize("text", OF_THE_WAR)
def test_what_a_war_did_is_a_running_total(text: str) -> None:
    assert {t.scope for t in told(text)} == {"total"}


@pytest.mark.parametrize("text", OF_ONE_ATTACK)
def test_what_one_attack_of_a_war_did_is_its_own(text: str) -> None:
    assert {t.scope for t in told(text)} == {"event"}
