"""Which days do two expressions denote together?"""

from datetime import date

import pytest

from sayso.reading.times.times import find

PUBLISHED = date(2031, 10, 16)
"""A Thursday."""


def days(text: str) -> list[tuple[date | None, date | None]]:
    return [(t.first, t.last) for t in find(text, PUBLISHED)]


@pytest.mark.parametrize(
    "text",
    ["the day after 31 December 9999", "the last two weeks of 9999", "two weeks after 31 December 9999", "week 53 of 9999"],
)
def test_beyond_the_calendar_there_are_no_days_and_no_error(text: str) -> None:
    assert all(t.last is None or t.last <= date.max for t in find(text, date.max))


def test_the_raid_of_a_day_keeps_it_beside_what_is_counted_from_it() -> None:
    day, raid = date(2031, 10, 15), date(2031, 10, 13)

    assert days("Two days after Monday's raid six died.") == [(day, day), (raid, raid)]


def test_a_list_of_years_or_days_is_no_range() -> None:
    assert days("in 2028 and 2030") == [
        (date(2028, 1, 1), date(2028, 12, 31)),
        (date(2030, 1, 1), date(2030, 12, 31)),
    ]


def test_a_month_that_begins_a_range_is_of_the_year_before_where_it_is_later_in_the_year() -> None:
    whole = (date(2029, 11, 1), date(2030, 2, 28))

    assert days("from November to February 2030") == [whole, whole]


def test_working_days_are_not_counted_as_days() -> None:
    day = date(2031, 3, 12)

    assert days("Eight working days after 12 March") == [(None, None), (day, day)]
