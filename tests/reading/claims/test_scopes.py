"""Is a figure of one event, of a period or a running total, and of which days, where it is set beside others?"""

import datetime as dt

import pytest

from tests.readings import claims

TOTALS = [
    "In total, from 3 March 2031 to 11 May 2032, the enemy has lost about 58,400 personnel.",
    "From 3 March 2031 to 11 May 2032 the enemy lost about 58,400 personnel.",
    "Since 3 March 2031 the enemy has lost about 58,400 personnel.",
    "Between 3 March 2031 and 11 May 2032, 4,812 civilians were killed.",
    "Total losses from 3 March 2031 to 11 May 2032: about 58,400 personnel.",
    "From 3 March 2031 to 12 May 2032 the shelling killed 400 people.",
]

OTHERS = [
    ("Altogether, 400 soldiers were killed from March to August 2031.", "period"),
    ("In total, 12 people were killed in the strike on Tuesday.", "event"),
    ("From Monday to Tuesday, 12 people were killed.", "event"),
]

COMPARED = [
    ("In April, 187 civilians were killed and 604 injured, 12 per cent fewer than in March.", 4),
    ("In April, 187 civilians were killed, fewer than in March.", 4),
    ("In April, 30 people died and 50 were wounded, twice as many as in March.", 4),
    ("In April 40 people were killed, compared with 30 in March.", 4),
    ("More than 40 people died in March.", 3),
]


@pytest.mark.parametrize("text", TOTALS)
def test_a_stretch_that_ends_with_the_report_makes_a_running_total(text: str) -> None:
    assert [c.scope for c in claims(text)] == ["total"]


@pytest.mark.parametrize(("text", "scope"), OTHERS)
def test_a_short_or_a_bygone_stretch_makes_none(text: str, scope: str) -> None:
    assert [c.scope for c in claims(text)] == [scope]


@pytest.mark.parametrize(("text", "month"), COMPARED)
def test_what_a_figure_is_compared_with_gives_it_no_day(text: str, month: int) -> None:
    found = claims(text)
    assert found
    assert {c.when.first for c in found if c.when is not None} == {dt.date(2032, month, 1)}


def test_a_part_of_the_past_day_leaves_the_whole_its_own_days() -> None:
    whole, part = claims("Since the start of the war the enemy has lost about 58,400 personnel, including 310 in the past day.")
    assert (whole.scope, part.scope) == ("total", "period")
    assert part.when is not None
    assert whole.when is None or whole.when.first < part.when.first
