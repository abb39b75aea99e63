"""Which times does a text name, and which days does each denote?"""

from datetime import date
from typing import Any

import pytest

from sayso.packs import table
from sayso.reading.times.times import Time, find

PUBLISHED = date(2031, 10, 16)
"""A Thursday."""
EXAMPLES: list[dict[str, Any]] = table("times", "examples")["example"]


def plain(text: str, t: Time) -> dict[str, Any]:
    days = {"days": [str(t.first), str(t.last)]} if t.first else {}
    return {"text": text[slice(*t.span)], "type": t.type, "value": t.value, **days}


def days(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(str(t.first), str(t.last)) for t in find(text, published)]


@pytest.mark.parametrize("example", EXAMPLES, ids=[e["text"] for e in EXAMPLES])
def test_the_pack_reads_its_own_examples(example: dict[str, Any]) -> None:
    assert [plain(example["text"], t) for t in find(example["text"], PUBLISHED)] == example["times"]


def test_a_weekday_is_the_last_one_up_to_the_day_of_publication() -> None:
    assert days("They died on Thursday.") == [("2031-10-16", "2031-10-16")]
    assert days("They died on Friday.") == [("2031-10-10", "2031-10-10")]


def test_a_weekday_is_the_next_one_where_the_clause_looks_ahead() -> None:
    assert days("The fallen will be buried on Saturday.") == [("2031-10-18", "2031-10-18")]


def test_the_number_of_a_house_or_block_is_no_year() -> None:
    assert days("He lived at 2031 Yorkshire Avenue, near the 1700 block of Elm Street, and at 1910 N. 25th St. in Orlo.") == []
    assert days("In 2030 Elm Street was closed.") == [("2030-01-01", "2030-12-31")]


def test_a_weekday_in_the_plural_is_a_repetition_without_days() -> None:
    (time,) = find("The market opens on Mondays.", PUBLISHED)
    assert (time.type, time.value, time.first) == ("SET", "XXXX-WXX-1", None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("the early hours of today", "2031-10-16", "2031-10-16"),
        ("yesterday evening", "2031-10-15", "2031-10-15"),
        ("over the past two weeks", "2031-10-02", "2031-10-16"),
        ("in the past 24 hours", "2031-10-15", "2031-10-16"),
        ("last month", "2031-09-01", "2031-09-30"),
        ("in the first half of 2031", "2031-01-01", "2031-06-30"),
        ("in mid-September", "2031-09-11", "2031-09-20"),
        ("last winter", "2030-12-01", "2031-02-28"),
        ("on 15.10.2031", "2031-10-15", "2031-10-15"),
        ("The staff's figures for 09.10 are out.", "2031-10-09", "2031-10-09"),
        ("on 10/14/2031", "2031-10-14", "2031-10-14"),
        ("on 14-15 October", "2031-10-14", "2031-10-15"),
        ("since the start of the raid in February 2029", "2029-02-01", "2031-10-16"),
        ("since 2029", "2029-01-01", "2031-10-16"),
        ("later this week", "2031-10-16", "2031-10-19"),
        ("the day before yesterday", "2031-10-14", "2031-10-14"),
    ],
)
def test_an_expression_denotes_a_closed_interval_of_days(text: str, first: str, last: str) -> None:
    assert days(text) == [(first, last)]


def test_the_same_day_and_a_week_earlier_lean_on_the_day_last_named() -> None:
    text = "On 3 May 2030 the bridge fell. The same day two men drowned. A year earlier it had been shelled."
    assert days(text)[1:] == [("2030-05-03", "2030-05-03"), ("2029-01-01", "2029-12-31")]


def test_a_month_before_a_second_one_with_its_year_shares_that_year() -> None:
    assert days("Between August and September 2028 it rained.")[0] == ("2028-08-01", "2028-09-30")


@pytest.mark.parametrize(
    "text",
    [
        "Clashes began on Tuesday and went on into Wednesday.",
        "In the night of Tuesday to Wednesday it burned.",
        "From Tuesday to Wednesday",
    ],
)
def test_two_days_that_bound_a_stretch_both_denote_it(text: str) -> None:
    assert days(text) == [("2031-10-14", "2031-10-15")] * 2


def test_without_a_day_of_publication_relative_days_have_no_interval() -> None:
    (yesterday, monday) = find("It fell yesterday, or on Monday.", None)
    assert (yesterday.first, monday.value, monday.first) == (None, "XXXX-WXX-1", None)


def test_a_chronicle_without_a_day_of_publication_goes_on_from_its_own_dates() -> None:
    assert days("On 3 May 2031 the siege began. On 9 June it ended.", None)[1] == ("2031-06-09", "2031-06-09")


@pytest.mark.parametrize(
    "text",
    [
        "He may march.",
        "Rosa May spoke.",
        "a 17-year-old",
        "2031 soldiers",
        "for $2,031",
        "The Sunday Times",
        "In the quarter by the river",
    ],
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert find(text, PUBLISHED) == ()


def test_a_day_that_does_not_exist_is_no_time_with_days() -> None:
    assert all(t.first is None for t in find("On 31 February nothing happened.", PUBLISHED))


def test_a_year_outside_the_calendar_does_not_fail() -> None:
    assert find("9000 centuries ago, and 99999 years later", PUBLISHED)
    assert find("last Friday and last winter", date(1, 1, 1)) == ()
    assert [t.value for t in find("today and next winter", date(9999, 12, 31))] == ["9999-12-31"]
