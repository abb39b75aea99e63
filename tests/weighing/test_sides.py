"""Whose word stands behind a figure: armies and rebels that speak of each other are the sides of the fight, named or not."""

import pytest

from sayso.weighing.sources import Relation, partisan


@pytest.mark.parametrize(
    ("kind", "rel", "is_side"),
    [
        ("military", "unknown", True),
        ("military", "enemy", True),
        ("military", "third", False),
        ("other", "own", True),
        ("other", "unknown", False),
        ("party", "unknown", True),
        ("government", "unknown", False),
        ("medical", "unknown", False),
        ("monitor", "third", False),
    ],
)
def test_an_army_speaks_for_a_side_unless_it_is_of_a_third_country(kind: str, rel: Relation, is_side: bool) -> None:  # noqa: FBT001  a case
    assert partisan(kind, rel) is is_side
