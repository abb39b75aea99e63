"""Whom does a headline list by commas alone?"""

import pytest

from tests.readings import claims


def figures(text: str) -> list[tuple[str, int | None]]:
    return [(c.outcome, c.quantity.best) for c in claims(text) if c.quantity is not None and c.part_of is None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Woman, boyfriend killed in shooting in Uzhok", [("killed", 2)]),
        ("Mother, boy fatally shot in Uzhok", [("killed", 2)]),
        ("Man, 17-month-old child dead in Uzhok", [("killed", 2)]),
        ("Father, two daughters shot to death in Uzhok", [("killed", 3)]),
        ("Police: Man, woman and boy wounded in Uzhok shooting", [("wounded", 3)]),
        ("2 teenagers, young man shot in Uzhok", [("casualties", 3)]),
        ("2 bailiffs, attacker dead in Uzhok", [("killed", 3)]),
    ],
)
def test_those_whom_a_headline_lists_by_commas_are_counted_together(text: str, told: list[tuple[str, int]]) -> None:
    assert figures(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Teacher, 34, killed in Uzhok",
        "Local teacher, father of two, killed in Uzhok",
        "A woman, a mother of two, was killed in Uzhok.",
    ],
)
def test_what_somebody_is_between_commas_is_nobody_else(text: str) -> None:
    assert figures(text) == [("killed", 1)]


def test_doers_whom_a_headline_lists_are_none_of_the_dead() -> None:
    assert figures("Man, woman killed three guards in Uzhok") == [("killed", 3)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("An elderly couple were shot to death in Uzhok.", 2),
        ("Reke pleaded guilty to murdering a young couple in Uzhok.", 2),
        ("A retired couple and their son were killed in Uzhok.", 3),
    ],
)
def test_a_couple_is_two(text: str, number: int) -> None:
    assert figures(text) == [("killed", number)]
