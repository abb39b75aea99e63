"""Is nobody captured where those who were held are told of because they are home again?"""

import pytest

from tests.readings import counts

HOME = [
    "Twelve civilians who had been held in Orlan returned home.",
    "Today 95 Iruan prisoners of war were able to return.",
    "Six hostages who were held for a year came back on Monday.",
    "Nine soldiers held by Orlan returned home.",
    "Ten people held since March were brought home.",
    "Four captured soldiers were flown home on Friday.",
    "Three journalists who had been detained were released on Monday.",
]

HELD = [
    ("Twelve civilians are held in Orlan.", [("captured", 12)]),
    ("Twelve villagers who had been held in Orlan said they were beaten.", [("captured", 12)]),
    ("Twelve pupils were abducted on Monday and nine returned home on Friday.", [("captured", 12)]),
    ("Rebels who captured nine soldiers returned to the hills.", [("captured", 9)]),
    ("The soldiers who detained six farmers came back on Monday.", [("captured", 6)]),
    ("Police arrested nine men who had returned from the front.", [("captured", 9)]),
    ("The army said nine soldiers captured in the raid had not returned.", [("captured", 9)]),
    ("Twelve civilians who had been wounded returned home.", [("wounded", 12)]),
]


@pytest.mark.parametrize("text", HOME)
def test_those_who_are_home_again_are_no_capture(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(("text", "numbers"), HELD)
def test_those_who_are_held_are_read_whoever_returns(text: str, numbers: list[tuple[str, int]]) -> None:
    assert counts(text) == numbers
