"""The drawing of figures tells claims, copies, open ends and lines apart, and is never too small or too full to be read."""

from dataclasses import dataclass
from itertools import pairwise

from sayso.workbench.figures import MOST, STACK, Band, Chart, Form, Point, chart, letter
from sayso.workbench.scale import scale


@dataclass(frozen=True, kw_only=True)
class Said:
    """A claim in words."""

    words: str


ESTIMATE = Band(low=14, low50=16, best=17, high50=18, high=23)


def point(key: str, n: int | None = 17, *, day: str | None = "2031-03-14", line: int | None = 0, form: Form = "plain") -> Point:
    """Give a claim of an exact figure."""
    return Point(
        claim=key,
        to=f"/documents/d?claim={key}#c-{key}",
        told=Said(words=key),
        low=n,
        best=n,
        high=n,
        day=day,
        line=line,
        form=form,
    )


def copy(key: str, of: str) -> Point:
    """Give a claim that repeats another one."""
    return Point(
        claim=key, to="/", told=Said(words=key), low=17, best=17, high=17, day="2031-03-15", line=0, copies=of, relayed=True
    )


def bounds(low: int | None, high: int | None) -> Chart:
    """Give the drawing of one claim with these bounds."""
    return chart([Point(claim="c", to="/", told=Said(words="c"), low=low, high=high, day="2031-03-14", line=0)], Band())


def test_days_stand_in_order_and_an_unknown_day_first() -> None:
    drawn = chart([point("a", day="2031-03-18"), point("b", day=None), point("c")], ESTIMATE)
    assert [c.label for c in drawn.columns] == ["day unknown", "14 Mar 2031", "18 Mar 2031"]
    assert [c.since for c in drawn.columns] == ["", "", "4 days later"]
    assert [m.point.claim for m in sorted(drawn.marks, key=lambda m: m.x)] == ["b", "c", "a"]


def test_a_copy_is_thin_and_stands_beside_what_it_copies_whatever_its_day() -> None:
    first, second = chart([point("a"), copy("b", of="a")], ESTIMATE).marks
    assert (first.thin, second.thin) == (False, True)
    assert 0 < second.x - first.x < 40


def test_many_copies_are_drawn_up_to_a_number_and_then_counted() -> None:
    drawn = chart([point("a"), *(copy(f"b{n:03}", of="a") for n in range(50))], ESTIMATE)
    assert len(drawn.marks) == STACK + 1
    assert drawn.marks[-1].more == 50 - STACK
    assert drawn.left_out == 0


def test_an_open_end_is_an_arrow_and_a_closed_one_is_not() -> None:
    (floor,), (ceiling,), (both,) = bounds(20, None).marks, bounds(None, 20).marks, bounds(10, 20).marks
    assert len(floor.arrows) == len(ceiling.arrows) == 1
    assert both.arrows == ()
    assert both.bottom > both.top


def test_a_claim_without_a_figure_is_not_drawn() -> None:
    assert chart([point("a", None)], Band()).marks == ()


def test_figures_far_apart_stand_on_an_axis_of_doublings_with_room_for_none() -> None:
    wide, near = scale([0, 3, 4000], 10, 300), scale([14, 23], 10, 300)
    assert (wide.log, near.log) == (True, False)
    assert wide.ticks()[0] == 0
    assert 1000 in wide.ticks()
    assert wide.at(4000) < wide.at(3) < wide.at(0) <= 300
    assert 3 <= len(near.ticks()) <= 7


def test_the_words_of_the_estimate_never_stand_on_one_another() -> None:
    at = [n.at for n in chart([point("a", 400)], Band(low=16, best=17, high=18)).labels]
    assert all(b - a >= 15 for a, b in pairwise(at))
    assert len(at) == 3


def test_an_open_end_of_the_estimate_reaches_the_end_of_the_axis() -> None:
    drawn = chart([point("a")], Band(low=14))
    assert drawn.band90 is not None
    assert drawn.band90[0] == drawn.top
    assert drawn.best is None


def test_every_line_has_a_letter_of_its_own() -> None:
    letters = [letter(n) for n in range(800)]
    assert letters[:2] == ["A", "B"]
    assert letters[26] == "AA"
    assert len(set(letters)) == 800
    assert letter(None) == "–"


def test_lines_that_share_a_colour_beside_one_another_never_share_a_shape() -> None:
    marks = chart([point(str(n), line=n) for n in range(6)], ESTIMATE).marks
    assert len({m.colour for m in marks}) == 6
    assert len({m.shape.partition("a")[2] or m.shape.count("L") for m in marks}) >= 4


def test_more_claims_than_can_be_told_apart_are_left_to_the_table() -> None:
    drawn = chart([point(str(n), line=n) for n in range(MOST + 40)], ESTIMATE)
    assert len(drawn.marks) == MOST
    assert drawn.left_out == 40


def test_a_long_war_is_drawn_by_months() -> None:
    days = [f"2031-{1 + n // 20:02}-{1 + n % 20:02}" for n in range(60)]
    drawn = chart([point(str(n), day=day) for n, day in enumerate(days)], ESTIMATE)
    assert [c.label for c in drawn.columns] == ["Jan 2031", "Feb 2031", "Mar 2031"]


def test_a_drawing_is_as_wide_as_its_claims_need() -> None:
    assert chart([point(str(n), line=n) for n in range(100)], ESTIMATE).width > chart([point("a")], ESTIMATE).width
