"""Grades are proposals in the words of the handbooks."""

from sayso.weighing.grades import digit, letter, standing
from tests.weighing.cases import killed, line, tally


def test_a_source_that_withholds_its_name_cannot_be_judged() -> None:
    assert (letter("anonymous"), letter("medical"), letter("military")) == ("F", "B", "C")


def test_a_figure_that_another_line_gives_too_is_confirmed_and_a_far_one_improbable() -> None:
    estimate = killed(line("a", "medical", tally(17)), line("b", "police", tally(17)), line("c", "anonymous", tally(400)))
    assert [digit(g, estimate) for g in estimate.grounds] == [1, 1, 5]
    assert standing(estimate) == "contested"


def test_one_line_is_weak_and_two_are_fair() -> None:
    one = killed(line("a", "medical", tally(17)))
    two = killed(line("a", "medical", tally(17)), line("b", "police", tally(17)))
    assert (standing(one), standing(two)) == ("weak", "fair")
