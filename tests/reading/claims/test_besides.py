"""Which others are the rest of a number told before, and which come on top of it?"""

from sayso.model import Claim
from sayso.reading.claims.persons import EXTRA
from sayso.reading.claims.tolls import tolls
from tests.readings import claims


def hurt(text: str) -> list[Claim]:
    return [c for c in claims(text) if c.outcome == "wounded"]


def toll(text: str) -> dict[str, int | None]:
    return {outcome: q.best for outcome, q in tolls(claims(text))[0].figures}


def test_others_than_those_of_their_own_fate_come_on_top() -> None:
    text = "A guard was wounded at the mill in Uzhok on Monday. Two other men were wounded at the ford."
    assert [EXTRA in c.flags for c in hurt(text)] == [False, True]
    assert toll(text) == {"wounded": 3}


def test_the_rest_of_a_number_is_part_of_it() -> None:
    text = (
        "Five people were wounded at the mill in Uzhok on Monday. Two of them are in critical condition. "
        "The other three were treated for minor injuries."
    )
    whole, *rest = hurt(text)
    assert rest
    assert all(c.part_of == whole.id for c in rest)
    assert toll(text) == {"wounded": 5}


def test_those_who_are_told_one_by_one_and_add_up_to_a_number_are_its_parts() -> None:
    text = (
        "Four boys were wounded at the mill in Uzhok on Monday. A baker's son was wounded in the leg. "
        "Three other boys were wounded by splinters."
    )
    whole, *rest = hurt(text)
    assert [c.part_of for c in rest] == [whole.id, whole.id]


def test_more_than_a_number_holds_come_on_top_of_it() -> None:
    text = "Two boys were wounded at the mill in Uzhok on Monday. Three other boys were wounded at the ford on Monday."
    assert [c.part_of for c in hurt(text)] == [None, None]
    assert toll(text) == {"wounded": 5}
