"""Figures in words promise no more than they know."""

from datetime import date

import pytest

from sayso.exports.words import count, days, speakers
from sayso.model import Attribution, Estimate, When
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
        (0, 0, 0, "0"),
    ],
)
def test_a_figure_in_words(low: int | None, best: int | None, high: int | None, words: str) -> None:
    assert persons(low, best, high) == words


def test_an_estimate_that_nothing_binds_is_no_figure() -> None:
    assert str(Estimate(event="e", outcome="killed")) == "no figure"


def test_counts_agree_with_their_noun() -> None:
    assert [count(n, "line") for n in (0, 1, 1200)] == ["no lines", "1 line", "1,200 lines"]


def test_days_of_one_month_share_it() -> None:
    assert days(When(first=date(2031, 3, 1), last=date(2031, 3, 4))) == "2031-03-01–04"
    assert days(None) == "day unknown"


def test_speakers_read_from_the_nearest_to_the_outlet() -> None:
    outlet = Attribution(name="Bay Post", kind="outlet", stance="publishes")
    assert speakers((Attribution(name="the hospital"), Attribution(name="Orlan Wire"), outlet)) == (
        "the hospital, via Orlan Wire, in Bay Post"
    )
    assert speakers((outlet,)) == "Bay Post, in its own voice"
