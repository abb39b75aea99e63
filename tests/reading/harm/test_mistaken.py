"""Bodies that turn out to be things are no dead; bodies that are people are."""

import pytest

from tests.readings import counts


@pytest.mark.parametrize(
    "text",
    [
        "Two bodies seen in the water were life vests, the coast guard said.",
        "What looked like two bodies were life vests, the coast guard said.",
        "The three bodies in the photograph were shop dummies.",
    ],
)
def test_what_was_taken_for_bodies_is_no_dead(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Two bodies were found in life vests.",
        "Two bodies were found beside some logs.",
        "Two bodies, which were not dummies, lay on the shore.",
    ],
)
def test_bodies_among_things_are_the_dead(text: str) -> None:
    assert counts(text) == [("killed", 2)]
