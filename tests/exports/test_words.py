"""Counts, days and speakers read as a person would say them."""

from datetime import date

from sayso.exports.words import chance, count, days, speakers
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


def test_certainty_reads_in_words_and_percent() -> None:
    assert chance((0.8, 0.95)) == "very likely, 80–95 %"
    assert chance((0.15, 0.6)) == "very unlikely to likely, 15–60 %"
    assert chance((0.95, 0.99)) == "almost certain, 95–99 %"
    assert [chance((p, p)) for p in (0.0, 0.5, 0.8, 1.0)] == [
        "almost no chance, 0 %",
        "even chance, 50 %",
        "very likely, 80 %",
        "almost certain, 100 %",
    ]
    assert chance(None) == "certainty unknown"
