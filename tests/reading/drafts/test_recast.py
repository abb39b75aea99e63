"""Whom does another speaker say that the people of a figure were?"""

import pytest

from tests.readings import claims


def roles(text: str) -> list[tuple[str, int | None, str | None]]:
    """Who speaks, how many, and of what role they were, in the order of the text."""
    return [
        (
            c.said_by[0].name,
            c.quantity.best if c.quantity is not None else None,
            c.group.role if c.group is not None else None,
        )
        for c in claims(text)
    ]


@pytest.mark.parametrize(
    "second",
    [
        "Villagers said that the seven were herders.",
        "Villagers said that they were herders.",
        "Villagers said that all seven of the dead were herders.",
        "Villagers said that the dead were herders.",
    ],
)
def test_another_speaker_says_who_they_were(second: str) -> None:
    text = f"The army said that seven militants had been killed at Orlo. {second}"
    assert roles(text) == [("army", 7, "armed-group"), ("Villagers", 7, "civilian")]


@pytest.mark.parametrize(
    "second",
    [
        "The army said that the seven were gunmen.",  # the same speaker goes on
        "Villagers said that the nine were herders.",  # another number
        "Villagers said that they were not herders.",  # says who they were not
        "They were herders.",  # nobody says it
    ],
)
def test_what_is_no_second_account_gives_no_claim(second: str) -> None:
    text = f"The army said that seven militants had been killed at Orlo. {second}"
    assert roles(text) == [("army", 7, "armed-group")]


def test_they_of_a_later_paragraph_are_not_the_dead() -> None:
    text = "The army said that seven militants had been killed at Orlo.\n\nVillagers said that they were farmers."
    assert roles(text) == [("army", 7, "armed-group")]
