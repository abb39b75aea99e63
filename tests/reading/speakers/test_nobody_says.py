"""Who does not speak: a place before a colon, an event in a headline, and whoever only condemns a deed?"""

import pytest

from tests.readings import claims

OWN_VOICE = [
    "Verrin landslide: 17 dead, five missing",
    "Halvine, 8 p.m.: dead 15, wounded 52, missing 9.",
    "Halvine, 20:15: dead 15, wounded 52, missing 9.",
    "Preliminary: 5 dead, dozens wounded. Mayor: rescue ongoing",
    "The strike, which killed 14 on Tuesday, was condemned by the UN.",
    "The raid, in which six people died, was denounced by the mayor.",
    "The attack that killed nine guards was praised by the rebels.",
    "The UN condemned the strike, which killed 14.",
]

SPOKEN = [
    ("Mayor: five dead", "mayor"),
    ("Governor Anna Reyl: 12 killed", "anna reyl"),
    ("Anna Reyl: 12 killed", "anna reyl"),
    ("Moroz 09:30: six hurt", "moroz"),
    ("Halvine rescuers: 12 dead", "halvine rescuers"),
    ("Reyl spokesman: 12 dead", "reyl"),
    ("Twelve killed in Orla blast: police", "police"),
    ("The raid, which killed 14, was confirmed by the army.", "army"),
    ("The strike, which police say killed 14, was condemned by the mayor.", "police"),
]


@pytest.mark.parametrize("text", OWN_VOICE)
def test_a_place_an_event_and_a_judge_of_deeds_tell_no_figure(text: str) -> None:
    found = claims(text)
    assert found
    assert all([s.kind for s in c.said_by] == ["outlet"] for c in found)


@pytest.mark.parametrize(("text", "name"), SPOKEN)
def test_a_person_or_body_before_a_colon_speaks(text: str, name: str) -> None:
    (c,) = claims(text)
    assert c.said_by[0].name.lower().removeprefix("the ") == name


def test_a_deed_told_aside_is_no_part_of_what_the_judge_has_counted() -> None:
    text = "The strike, which killed 14, was condemned by the UN, which has counted 900 civilian deaths since the war began."
    assert [c.part_of for c in claims(text)] == [None, None]
