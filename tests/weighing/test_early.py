"""A figure of the first hours is a floor under what others counted later, and no rival of it."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.model import Estimate, When
from sayso.weighing.early import EARLY
from sayso.weighing.settings import Settings
from sayso.weighing.weigh import weigh
from tests.weighing.cases import EVENT, claim, exact, line, tally

NIGHT = replace(EVENT, when=When(first=date(2033, 3, 3), last=date(2033, 3, 3)))


def told(mayor: tuple[int, str], hospital: tuple[int, str], as_of: str | None = None) -> Estimate:
    """Give the estimate where a mayor and a hospital each gave a figure, published on a day or at an hour."""
    given = (("mayor", *mayor), ("hospital", *hospital))
    spoken = [replace(claim(who, exact(n)), document=f"d-{who}") for who, n, _ in given]
    lines = [
        line("mayor", "local-official", tally(mayor[0]), claims=("mayor",)),
        line("hospital", "medical", tally(hospital[0]), claims=("hospital",)),
    ]
    days = tuple((f"d-{who}", at) for who, _, at in given)
    (found,) = weigh([NIGHT], lines, spoken, Settings(published=days, as_of=as_of))
    return found


def early(estimate: Estimate) -> set[str]:
    """Give the lines whose figure is taken for an early one."""
    return {g.line for g in estimate.grounds if g.why == EARLY}


def test_a_figure_of_the_first_day_does_not_stretch_what_was_counted_days_later() -> None:
    found = told((31, "2033-03-03"), (67, "2033-03-06"))
    assert (early(found), found.best, found.flags) == ({"mayor"}, 67, ())
    assert found.low is not None
    assert found.low > 31


def test_hours_of_one_day_tell_which_figure_came_later_and_do_so_as_of_that_day() -> None:
    found = told((11, "2033-03-03T09:30"), (14, "2033-03-03T18:05"), as_of="2033-03-03")
    assert (early(found), found.best) == ({"mayor"}, 14)


@pytest.mark.parametrize(
    ("mayor", "hospital"),
    [
        ((67, "2033-03-03"), (31, "2033-03-06")),  # the later count is lower
        ((31, "2033-03-06"), (67, "2033-03-09")),  # no figure of the first days
        ((31, "2033-03-03"), (67, "2033-03-03")),  # nobody knows which came first
        ((31, "2033-03-03T09:30"), (67, "2033-03-03T10:00")),  # nearly at once
        ((2, "2033-03-03"), (3, "2033-03-06")),  # no toll that grew
        ((12, "2033-03-03"), (670, "2033-03-06")),  # another count
    ],
)
def test_two_counts_of_which_neither_grew_from_the_other_are_rivals(mayor: tuple[int, str], hospital: tuple[int, str]) -> None:
    assert early(told(mayor, hospital)) == set()
