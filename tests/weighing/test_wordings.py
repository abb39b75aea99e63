"""Wordings become likelihoods that peak where the words point."""

import numpy as np
import pytest

from sayso.packs import table
from sayso.weighing.grid import grid
from sayso.weighing.sources import noise
from sayso.weighing.wordings import log_likelihood, phrase, vague

DOCTOR = noise("medical", "unknown")


def test_the_pack_gives_each_vague_word_its_three_points() -> None:
    for case in table("weighing", "examples")["example"]:
        word = vague(case["text"])
        assert word is not None
        assert (word.low, word.best, word.high) == (case["low"], case["best"], case["high"])


@pytest.mark.parametrize(
    ("low", "best", "high", "shape"),
    [
        (17, 17, 17, "point"),
        (None, 17, None, "point"),
        (90, 100, 110, "point"),
        (6, None, 8, "range"),
        (12, None, None, "floor"),
        (58, 58, None, "floor"),
        (None, None, 30, "ceiling"),
    ],
)
def test_the_shape_of_a_phrase_follows_its_open_sides(low: int | None, best: int | None, high: int | None, shape: str) -> None:
    said = phrase(low, best, high)
    assert said is not None
    assert said.shape == shape


def test_no_number_is_no_phrase() -> None:
    assert phrase(None, None, None) is None


def test_a_round_figure_allows_what_rounds_to_it_and_an_odd_one_does_not() -> None:
    on = grid([600, 603, 617])
    round_, odd = phrase(600, 600, 600), phrase(603, 603, 603)
    assert round_ is not None
    assert odd is not None
    at = {int(n): i for i, n in enumerate(on.points)}
    told, other = log_likelihood(round_, DOCTOR, on), log_likelihood(odd, DOCTOR, on)
    assert told[at[600]] - told[at[617]] < other[at[603]] - other[at[617]]


def test_at_least_is_likeliest_at_its_bound_and_falls_faster_below_than_above() -> None:
    on = grid([100])
    said = phrase(100, None, None)
    assert said is not None
    told = log_likelihood(said, DOCTOR, on)
    at = {int(n): i for i, n in enumerate(on.points)}
    assert int(on.points[int(np.argmax(told))]) == 100
    assert told[at[110]] > told[at[90]]
