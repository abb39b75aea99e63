"""Laws of first confirmations: one each, whatever the order, and for good."""

from datetime import date, timedelta
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import OUTCOMES, Attribution, Claim, Quantity, Stance, Status, When
from sayso.weighing.confirmations import Confirmation, confirmations

START = date(2031, 5, 1)
FEW = settings(max_examples=150, deadline=None, derandomize=True)
STANCES: tuple[Stance, ...] = ("confirms", "confirms", *get_args(Stance))
STATUSES: tuple[Status, ...] = ("happened", "ongoing", "denied", "feared", "forecast")


@st.composite
def claims(draw: st.DrawFn, first_day: int = 0) -> Claim:
    """A claim by one of three sources of one of two events, on one of four days that begin with `first_day`."""
    day = START + timedelta(days=first_day + draw(st.integers(0, 3)))
    source, event = draw(st.sampled_from("abc")), draw(st.sampled_from("xy"))
    stance = draw(st.sampled_from(STANCES))
    n = draw(st.none() | st.integers(0, 3))
    key = f"{event}-{draw(st.integers(0, 10**6))}"
    return Claim(
        id=key,
        document=f"d-{key}",
        span=(0, 5),
        quote="words",
        said_by=(Attribution(name=source, source=source, stance=stance, said=When(first=day, last=day)),),
        outcome=draw(st.sampled_from(OUTCOMES[:3])),
        status=draw(st.sampled_from(STATUSES)),
        quantity=None if n is None else Quantity(low=n, best=n, high=n),
    )


def accounts(first_day: int = 0) -> st.SearchStrategy[list[Claim]]:
    return st.lists(claims(first_day), max_size=14, unique_by=lambda c: c.id)


def found(told: list[Claim]) -> tuple[Confirmation, ...]:
    return confirmations(told, {c.id: c.id[0] for c in told}, {})


def firsts(told: list[Claim]) -> set[tuple[str, str, str | None, str, str, tuple[str, ...]]]:
    """What must never change once it is told."""
    return {(c.source, c.outcome, c.event, c.claim, c.day, c.after) for c in found(told)}


@FEW
@given(accounts(), st.data())
def test_the_order_of_claims_changes_nothing(told: list[Claim], data: st.DataObject) -> None:
    assert found(data.draw(st.permutations(told))) == found(told)


@FEW
@given(accounts())
def test_there_is_at_most_one_first_for_a_source_event_and_outcome(told: list[Claim]) -> None:
    keys = [(c.source, c.event, c.outcome) for c in found(told)]
    assert len(keys) == len(set(keys))


@FEW
@given(accounts(), accounts(first_day=4))
def test_what_is_said_later_never_changes_an_earlier_first(told: list[Claim], later: list[Claim]) -> None:
    new = [c for c in later if c.id not in {t.id for t in told}]
    until = (START + timedelta(days=4)).isoformat()
    assert {f for f in firsts([*told, *new]) if f[4] < until} == firsts(told)


@FEW
@given(accounts())
def test_a_first_confirms_something_told_no_later_and_is_taken_back_only_after(told: list[Claim]) -> None:
    by_id = {c.id: c for c in told}
    for c in found(told):
        assert c.after
        said = [by_id[key].said_by[0] for key in (c.claim, *c.after)]
        days = [a.said.first.isoformat() for a in said if a.said]
        assert said[0].stance == "confirms"
        assert max(days) == days[0] == c.day
        assert c.retracted_on is None or c.retracted_on > c.day


@FEW
@given(accounts())
def test_told_twice_is_told_once(told: list[Claim]) -> None:
    assert found(told + told) == found(told)
