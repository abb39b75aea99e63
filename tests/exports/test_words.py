"""Counts, days and speakers read as a person would say them."""

from datetime import date

from sayso.exports.words import count, days, speakers
from sayso.model import Attribution, When


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
    assert speakers((Attribution(name="", kind="outlet", stance="publishes"),)) == "the publisher, in its own voice"
