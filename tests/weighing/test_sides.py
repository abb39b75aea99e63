"""Whose word stands behind a figure: armies and rebels that speak of each other are the sides of the fight, named or not."""

from dataclasses import replace

import pytest

from sayso.model import Group
from sayso.weighing.sources import Relation, partisan, relation
from tests.weighing.cases import claim, exact, line, tally


@pytest.mark.parametrize(
    ("kind", "rel", "is_side"),
    [
        ("military", "unknown", True),
        ("military", "enemy", True),
        ("military", "third", False),
        ("other", "own", True),
        ("other", "both", True),
        ("government", "both", True),
        ("medical", "both", False),
        ("other", "unknown", False),
        ("party", "unknown", True),
        ("government", "unknown", False),
        ("medical", "unknown", False),
        ("monitor", "third", False),
    ],
)
def test_an_army_speaks_for_a_side_unless_it_is_of_a_third_country(kind: str, rel: Relation, is_side: bool) -> None:  # noqa: FBT001  a case
    assert partisan(kind, rel) is is_side


def test_a_country_that_speaks_without_an_office_is_a_side_where_its_own_are_counted() -> None:
    lost = claim("c1", exact(9), sides=("lorska", None))
    foes = claim("c2", exact(30), sides=("tavan", None))
    tavan = line("Tavan", "other", tally(9))
    assert relation(tavan, [lost], [lost, foes]) == "enemy"
    assert relation(tavan, [lost], [lost]) == "unknown"


def test_a_ministry_that_counts_its_own_and_the_other_sides_dead_speaks_of_both() -> None:
    lost, foes = claim("c1", exact(9), sides=("lorska", None)), claim("c2", exact(30), sides=("tavan", None))
    ministry = line("ministry", "government", tally(39), party="lorska")
    assert relation(ministry, [lost, foes], [lost, foes]) == "both"


def test_a_side_whose_soldiers_fell_and_that_does_not_say_whose_dead_it_counts_speaks_of_both() -> None:
    fallen = replace(claim("c1", exact(9)), group=Group(nation="lorska", role="military"))
    all_dead = claim("c2", exact(39))
    assert relation(line("ministry", "government", tally(39), party="lorska"), [all_dead], [fallen, all_dead]) == "both"
