"""Figures in words promise no more than they know."""

import pytest

from sayso.model import Estimate
from sayso.wording import persons


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (14, 17, 23, "17 [14–23]"),
        (17, 17, 17, "17"),
        (100, None, None, "at least 100"),
        (101, None, None, "more than 100"),
        (1, None, None, "at least 1"),
        (None, None, 20, "up to 20"),
        (None, None, 99, "fewer than 100"),
        (None, None, None, "no figure"),
        (10, None, 15, "10–15"),
        (1200, 1500, None, "1,500 [1,200–open]"),
        (None, 17, 23, "17 [up to 23]"),
        (None, 17, None, "about 17"),
        (0, 0, 0, "0"),
    ],
)
def test_a_figure_in_words(low: int | None, best: int | None, high: int | None, words: str) -> None:
    assert persons(low, best, high) == words


def test_an_estimate_that_nothing_binds_is_no_figure() -> None:
    assert str(Estimate(event="e", outcome="killed")) == "no figure"
