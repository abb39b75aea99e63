"""To which number is a sum moved, and who tells of it?"""

import pytest

from tests.readings import claims, counts

MOVED: list[tuple[str, list[tuple[str, int]]]] = [
    ("Two people died in hospital, raising the number of dead to 23, the hospital said.", [("killed", 2), ("killed", 23)]),
    ("The number of wounded rose by 12 to 80, the hospital said.", [("wounded", 80)]),
    ("The death toll rose by three to 17, police said.", [("killed", 17)]),
    ("The number of dead fell by one to 22 after a correction, the service said.", [("killed", 22)]),
    ("The number of injured climbed by five to 40.", [("wounded", 40)]),
    ("The number of people killed in the raid rose by four to 12, the mayor said.", [("killed", 12)]),
    ("Three more bodies were found, which raised the number of the dead to 19.", [("killed", 3), ("killed", 19)]),
    ("Rescuers found two bodies on Monday, raising the number of dead to 23.", [("killed", 2), ("killed", 23)]),
]

UNMOVED = [
    "The number of wounded rose by 12 per cent, the hospital said.",
    "The price rose by 12 to 80, the shop said.",
    "Sales rose by three to five a week.",
    "Troops raised the number of captured tanks to 12.",
]

BY_THE_HOSPITAL = [
    "A 54-year-old woman died in hospital on Friday, raising the number of dead to 23, the hospital said.",
    "A woman wounded in Tuesday's raid died on Friday, raising the number of dead to 23, the hospital said.",
    "Two bodies were found on Sunday, bringing the death toll to 23, the hospital said.",
    "A boy died on Sunday, raising the toll to 23, the hospital said.",
    "The hospital raised the number of dead to 23.",
]


@pytest.mark.parametrize(("text", "numbers"), MOVED)
def test_the_number_that_a_sum_is_moved_to_is_read(text: str, numbers: list[tuple[str, int]]) -> None:
    assert counts(text) == numbers


@pytest.mark.parametrize("text", UNMOVED)
def test_what_moves_otherwise_is_no_number_of_people(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize("text", BY_THE_HOSPITAL)
def test_whoever_died_does_not_tell_of_the_new_sum(text: str) -> None:
    (new,) = (c for c in claims(text) if c.quantity is not None and c.quantity.best == 23)
    assert [s.name.lower().removeprefix("the ") for s in new.said_by[:-1]] == ["hospital"]
