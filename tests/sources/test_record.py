"""A source's figures stand beside what others give without it, in words that judge nobody."""

from dataclasses import replace

import pytest

import sayso
import sayso.demo
from sayso.model import Attribution, Claim, Estimate, Event, Line, Quantity, Source, Stance, Tally
from sayso.sources import heard
from sayso.sources.record import Beside, Overall, beside, overall, past, ratio

BAND = Estimate(event="e", outcome="killed", low=10, best=14, high=20)
SOURCE = Source(id="s-1", name="Ostrel hospital", kind="medical")
TWELVE = Tally(outcome="killed", low=12, best=12, high=12)
EVENT = Event(id="e", title="Ostrel", claims=("c-1", "c-2"), documents=("d-1", "d-2"))


def _claim(n: int, persons: int, *, revises: str | None = None) -> Claim:
    return Claim(
        id=f"c-{n}", document=f"d-{n}", span=(0, 4), quote="Nine", said_by=(Attribution(name="hospital", source="s-1"),),
        outcome="killed", quantity=Quantity(low=persons, best=persons, high=persons), revises=revises,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("low", "best", "high", "where"),
    [(12, 12, 12, "inside"), (30, 30, 30, "above"), (4, 4, 4, "below"), (25, None, None, "above"), (None, None, 12, "inside")],
)
def test_a_figure_lies_inside_above_or_below(low: int | None, best: int | None, high: int | None, where: Beside) -> None:
    assert beside(Quantity(low=low, best=best, high=high), BAND) == where


def test_where_others_give_no_figure_it_is_alone() -> None:
    assert beside(Quantity(low=3, best=3, high=3), Estimate(event="e", outcome="killed")) == "alone"


def test_a_ratio_needs_two_single_numbers() -> None:
    assert ratio(Quantity(low=21, best=21, high=21), BAND) == pytest.approx(1.5)
    assert ratio(Quantity(low=21), BAND) is None
    assert ratio(Quantity(low=3, best=3, high=3), Estimate(event="e", outcome="killed", low=0, best=0, high=0)) is None


def test_a_figure_that_was_replaced_is_shown_and_not_counted() -> None:
    claims = (_claim(1, 9), _claim(2, 12, revises="c-1"))
    line = Line(
        id="l", event="e", origin="o", claims=("c-1", "c-2"), figures=(Tally(outcome="killed", low=12, best=12, high=12),)
    )
    record = past(SOURCE, EVENT, (claims, (line,)), (BAND,), {"d-1": "2031-05-06", "d-2": "2031-05-07T08:00:00"})
    assert [(p.claim.id, p.day, p.replaced) for p in record] == [("c-1", "2031-05-06", True), ("c-2", "2031-05-07", False)]
    assert overall(record) == Overall(inside=1, ratio=12 / 14)


@pytest.mark.parametrize("stance", ["denies", "doubts"])
def test_a_figure_of_others_that_a_source_does_not_believe_is_not_its_own(stance: Stance) -> None:
    told = replace(_claim(1, 12), said_by=(Attribution(name="hospital", source="s-1", stance=stance),))
    line = Line(id="l", event="e", origin="o", claims=("c-1",), figures=(TWELVE,))
    assert past(SOURCE, EVENT, ((told,), (line,)), (BAND,), {}) == ()


def test_figures_of_parts_are_left_out() -> None:
    line = Line(id="l", event="e", origin="o", claims=("c-1",), figures=(TWELVE,))
    assert past(SOURCE, EVENT, ((_claim(1, 3),), (line,)), (BAND,), {}) == ()


def test_the_estimate_beside_a_source_is_made_without_it(tmp_path: object) -> None:
    with sayso.open(f"{tmp_path}/demo.sayso") as desk:
        desk.add(sayso.files(str(sayso.demo.path())))
        desk.run()
        source, ids = heard.left_source(desk.ledger, desk.source("Dravna Central Hospital").id)
        record = heard.record_of(desk, source, ids, start=0, most=5)
        stored = {(e.event, e.outcome): e for e in desk.ledger.estimates()}
        assert {p.claim.outcome for p in record} == {"killed", "wounded"}
        assert all(p.others.lines < stored[p.event.id, p.claim.outcome].lines for p in record)
