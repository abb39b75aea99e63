"""What do the forms of newswire denote: feasts, quarters and the year before them, days to come?"""

from datetime import date

import pytest

from sayso.reading.times.feasts import easter
from sayso.reading.times.times import find

PUBLISHED = date(2031, 10, 16)
"""A Thursday."""


def read(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*t.span)], t.value) for t in find(text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("The ferry sank on Thanksgiving Day.", "Thanksgiving Day", "2031-11-27"),
        ("The ferry sank last Thanksgiving.", "last Thanksgiving", "2030-11-28"),
        ("The truce was broken on Good Friday.", "Good Friday", "2031-04-11"),
        ("The bridge reopened on Memorial Day, 2030.", "Memorial Day, 2030", "2030-05-27"),
    ],
)
def test_a_feast_that_moves_has_its_day_of_the_year(text: str, expression: str, value: str) -> None:
    assert read(text) == [(expression, value)]


@pytest.mark.parametrize(("year", "day"), [(1961, (4, 2)), (2000, (4, 23)), (2008, (3, 23)), (2011, (4, 24)), (2038, (4, 25))])
def test_easter_is_the_sunday_of_the_tables(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_an_island_is_no_feast() -> None:
    assert read("The survey ship left Easter Island.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Until Monday, the harbour had stayed open.", "2031-10-13"),
        ("The truce holds until Monday.", "2031-10-20"),
        ("The convoy could leave as soon as Monday.", "2031-10-20"),
        ("The envoy would look into Monday's shelling.", "2031-10-13"),
        ("The deal had been due to lapse on Monday.", "2031-10-13"),
        ("The barge would travel to the United Provinces on Monday.", "2031-10-20"),
        ("Shells that could not be stopped tore through the roof on Monday.", "2031-10-13"),
        ("The convoy left as planned on Monday.", "2031-10-13"),
    ],
)
def test_a_weekday_looks_ahead_or_back_with_its_clause(text: str, value: str) -> None:
    assert [v for _, v in read(text)] == [value]


def test_a_month_by_which_something_is_due_is_to_come() -> None:
    assert read("The yard, which had been shelled, is to be cleared by February.") == [("February", "2032-02")]


def test_in_so_many_weeks_is_a_day_to_come_where_the_clause_looks_ahead() -> None:
    assert read("The bridge will reopen in two weeks.") == [("two weeks", "2031-W44")]
    assert read("The bridge was built in two weeks.") == [("two weeks", "P2W")]


def test_one_day_to_come_is_no_length_of_time() -> None:
    assert read("The valley will one day be rebuilt.") == [("one day", "FUTURE_REF")]
    assert read("The battle lasted one day.") == [("one day", "P1D")]


def test_a_year_earlier_is_the_same_quarter_where_the_text_reports_one() -> None:
    text = "Norvik Grain earned 2 crowns in the third quarter, up from 1 crown a year earlier. The year-ago result was restated."
    assert read(text)[1:] == [("a year earlier", "2030-Q3"), ("year-ago", "2030-Q3")]


def test_the_last_day_of_a_quarter_does_not_end_the_report_on_it() -> None:
    text = "Sales for the third quarter rose. In the third quarter ended Sept. 30 they were 5 crowns, up from 4 a year ago."
    assert read(text)[-1] == ("a year ago", "2030-Q3")


def test_a_second_comparison_counts_from_the_same_day_as_the_first() -> None:
    text = "Norvik hired 9 men, up from 7 a year ago. It sold 3 boats, up from 2 a year earlier."
    assert [v for _, v in read(text)] == ["2030", "2030"]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("in the 2030 second quarter", [("the 2030 second quarter", "2030-Q2")]),
        ("over the next year or so", [("the next year or so", "2032")]),
        ("a week-long march, a decades-long feud", [("week-long", "P1W"), ("decades-long", "PXDE")]),
        ("the weeks ahead", [("the weeks ahead", "PXW")]),
        ("it was a matter of days", []),
        ("on days when it rains", []),
        ("after several quarters of losses", [("several quarters", "PXQ")]),
        ("The council met in its current form.", [("current", "PRESENT_REF")]),
        ("The boat drifted in the current.", []),
        ("The March session was brief.", [("March", "2031-03")]),
        ("He told USA Today.", []),
        ('She said on "This Week" that it was over.', []),
        ("a minute and a half", [("a minute and a half", "PT1M30S")]),
    ],
)
def test_forms_of_newswire(text: str, times: list[tuple[str, str]]) -> None:
    assert read(text) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Sales rose in the quarter ended July 31.", [("the quarter", "2031-Q2"), ("July 31", "2031-07-31")]),
        (
            "Profit fell in the second quarter. Sales in the latest period rose.",
            [("the second quarter", "2031-Q2"), ("the latest period", "2031-Q2")],
        ),
        ("Prices have doubled since year-end.", [("year-end", "2030")]),
        ("Easter week was quiet.", [("Easter week", "2031-W15")]),
        ("Nobody walks in today's world.", []),
        ("Nobody walks in today's rain.", [("today", "2031-10-16")]),
        ("The mill makes four hundred barrels a week.", [("a week", "P1W")]),
    ],
)
def test_what_a_text_reports_of(text: str, times: list[tuple[str, str]]) -> None:
    assert read(text) == times


def test_so_much_a_week_is_a_repetition_and_a_week_after_is_none() -> None:
    assert [t.type for t in find("They sink four barges a week.", PUBLISHED)] == ["SET"]
    assert [t.type for t in find("They sank four barges a week after the truce.", PUBLISHED)] == ["DURATION"]


def test_a_year_earlier_is_no_quarter_beside_nine_months() -> None:
    text = "Norvik Grain earned 2 crowns in the third quarter. For the nine months it earned 7, up from 5 a year earlier."
    assert read(text)[-1] == ("a year earlier", "2030")


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("A two-day fair opens Monday.", [("two-day", "P2D"), ("Monday", "2031-10-20")]),
        ("The storm is forecast to hit on Monday.", [("Monday", "2031-10-20")]),
        ("A storm hit the port on Monday.", [("Monday", "2031-10-13")]),
        ("The vote will be the first in five years.", [("five years", "P5Y")]),
        ("The hearing is expected to last several weeks.", [("several weeks", "PXW")]),
        ("The last several weeks were quiet.", [("The last several weeks", "PXW")]),
        ("The Winter Games drew few.", []),
        ("In fiscal year 2030 the mill lost money.", [("fiscal year 2030", "2030")]),
        ("The road will be done by the end of the decade.", [("the end of the decade", "203")]),
        ("The train left at 0930 GMT.", [("0930 GMT", "2031-10-16T09:30")]),
        ("Prices rose in the year to February.", [("the year", "P1Y"), ("February", "2031-02")]),
        ("The abbey was founded around 1650.", [("around 1650", "1650")]),
        ("The abbey housed around 1650 men.", []),
        ("The mill was built by hand and closed a decade later.", [("a decade later", "P10Y")]),
        ("It struck a town. Third-quarter results are due on Monday.", [("Third-quarter", "2031-Q3"), ("Monday", "2031-10-20")]),
    ],
)
def test_times_of_sentences_as_the_wires_write_them(text: str, times: list[tuple[str, str]]) -> None:
    assert read(text) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (
            "Shells fell on Tuesday. In the morning the mill burned.",
            [("Tuesday", "2031-10-14"), ("the morning", "2031-10-14TMO")],
        ),
        ("By mid-afternoon yesterday it was over.", [("mid-afternoon yesterday", "2031-10-15TAF")]),
        ("In the evening papers he read of it.", []),
        ("Sales fell from last year's quarter.", [("last year's quarter", "2030-Q3")]),
        ("For the quarter a year ago the mill had a loss.", [("the quarter a year ago", "2030-Q3")]),
        ("The road will be done in 2034 or later.", [("2034 or later", "2034")]),
        ("They sold 9 boats in 2030, up from 7 the year before.", [("2030", "2030"), ("the year before", "2029")]),
        ("The year before he died was quiet.", []),
        ("in the first hours of the raid", [("the first hours", "PTXH")]),
    ],
)
def test_parts_of_days_and_periods_compared(text: str, times: list[tuple[str, str]]) -> None:
    assert read(text) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The two sides meet again on Tuesday.", [("Tuesday", "2031-10-21")]),
        ("They left at about 4am.", [("about 4am", "2031-10-16T04:00")]),
        ("They left at 4 a.m.", [("4 a.m.", "2031-10-16T04:00")]),
        ("It fell half a century ago.", [("half a century ago", "1981")]),
        ("By mid-March the passes were closed.", [("mid-March", "2031-03")]),
        ("The passes will be closed by mid-March.", [("mid-March", "2032-03")]),
        ("The 4 May raid failed.", [("4 May", "2031-05-04")]),
        ("It failed on the 4 May.", [("the 4 May", "2031-05-04")]),
        ("It costs $3m a day.", [("a day", "P1D")]),
    ],
)
def test_clauses_of_the_wires(text: str, times: list[tuple[str, str]]) -> None:
    assert read(text) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The bed of the lake dried 65 million years ago.", [("65 million years ago", "PAST_REF")]),
        ("The rock is nearly 2 billion years old.", []),
        ("The vote is set for 8 p.m. ET Sunday.", [("8 p.m. ET Sunday", "2031-10-19T20:00")]),
        ("She has taught for 30-plus years.", [("30-plus years", "P30Y")]),
        ("They met at nine o'clock.", [("nine o'clock", "2031-10-16T09:00")]),
        ("He has sailed 14 of the last 15 races and will sail again in two weeks.", [("two weeks", "2031-W44")]),
    ],
)
def test_numbers_of_years_and_hours(text: str, times: list[tuple[str, str]]) -> None:
    assert read(text) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("It has grown over several years.", [("several years", "PXY")]),
        ("It has lasted over two years.", [("over two years", "P2Y")]),
        ("Once a week the ferry runs.", [("a week", "P1W")]),
        ("The ferry runs every other day.", [("every other day", "P2D")]),
        ("The polls of Super Tuesday were wrong.", []),
        ("The 20th-century mill burned.", [("20th-century", "19")]),
        ("Mills burned in the 20th century.", [("the 20th century", "19")]),
    ],
)
def test_small_words_around_times(text: str, times: list[tuple[str, str]]) -> None:
    assert read(text) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("They fled ahead of the weekend.", [("the weekend", "2031-W42-WE")]),
        ("They fled over the weekend.", [("the weekend", "2031-W41-WE")]),
        ("It would be paid on a yet undisclosed day in February.", [("February", "2032-02")]),
        (
            "Norvik fell in the third quarter. In the 2030 quarter it rose.",
            [("the third quarter", "2031-Q3"), ("the 2030 quarter", "2030-Q3")],
        ),
    ],
)
def test_what_is_ahead_and_what_is_compared(text: str, times: list[tuple[str, str]]) -> None:
    assert read(text) == times


def test_a_long_run_of_words_for_numbers_is_read_in_one_pass() -> None:
    assert find("two hundred and " * 4000, PUBLISHED) == ()
