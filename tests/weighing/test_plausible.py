"""Remarks on what is hard to believe as it stands: each with both sides, none where nothing is odd, and no number moves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Attribution, Claim, Event, Group, Outcome, Quantity, When
from sayso.weighing.plausible import implausible
from sayso.weighing.settings import Settings
from sayso.weighing.weigh import weigh
from tests.weighing.cases import EVENT, exact, line, tally

DAYS = {"wire": "2033-03-04", "post": "2033-03-05", "echo": "2033-03-06"}
OUTLETS = {"wire": "Harn Wire", "post": "Bay Post", "echo": "Delta Echo"}
HOSPITAL = Attribution(name="Harn hospital", kind="medical", source="s-hospital")
WIRE = Attribution(name="Harn Wire", kind="media", source="s-wire")


def said(document: str, outcome: Outcome, figure: int | Quantity, *by: Attribution, **more: Any) -> Claim:
    outlet = Attribution(name=OUTLETS[document], kind="outlet", stance="publishes", source=f"s-{document}")
    number = exact(figure) if isinstance(figure, int) else figure
    fields: dict[str, Any] = {"span": (0, 4), "quote": "text", "quantity": number, **more}
    return Claim(id=f"{document} {outcome} {number}", document=document, said_by=(*by, outlet), outcome=outcome, **fields)


def remarks(*claims: Claim, event: Event = EVENT) -> list[str]:
    return [words for _, words in implausible(event, claims, DAYS)]


def test_a_figure_that_the_cited_report_has_not_is_remarked_on_with_what_it_has() -> None:
    found = remarks(said("wire", "killed", 14, HOSPITAL), said("post", "killed", 30, WIRE))
    assert found == ["absent from the report it cites: Bay Post has 30 from Harn Wire, which gives 14"]
    found = remarks(said("wire", "wounded", 14, HOSPITAL), said("post", "killed", 30, WIRE))
    assert found == ["absent from the report it cites: Bay Post has 30 from Harn Wire, which has no figure for killed"]


def test_a_figure_that_the_cited_report_has_or_may_mean_is_not_remarked_on() -> None:
    least = Quantity(low=14, wording="at least", stated=(14,))
    assert remarks(said("wire", "killed", 14, HOSPITAL), said("post", "killed", 14, WIRE)) == []
    assert remarks(said("wire", "killed", least, HOSPITAL), said("post", "killed", 30, WIRE)) == []
    assert remarks(said("post", "killed", 30, WIRE)) == []


def test_a_report_is_not_measured_against_one_that_came_later() -> None:
    post = replace(WIRE, name="Bay Post", source="s-post")
    assert remarks(said("wire", "killed", 30, post), said("post", "killed", 14, HOSPITAL)) == []


def test_outcomes_the_other_way_round_are_remarked_on_for_both() -> None:
    told = (
        said("wire", "killed", 17, HOSPITAL),
        said("wire", "wounded", 30, HOSPITAL),
        said("post", "killed", 30, HOSPITAL),
        said("post", "wounded", 17, HOSPITAL),
    )
    words = "swapped outcomes: Harn Wire has 17 killed and 30 wounded, Bay Post the other way round"
    assert implausible(EVENT, told, DAYS) == (("killed", words), ("wounded", words))
    police = Attribution(name="Harn police", kind="police", source="s-police")
    others = (said("post", "killed", 30, police), said("post", "wounded", 17, police))
    assert remarks(*told[:2], *others) == []


def test_parts_of_people_told_apart_that_exceed_their_total_are_remarked_on() -> None:
    whole = said("wire", "killed", 9, HOSPITAL)
    men = said("wire", "killed", 6, HOSPITAL, part_of=whole.id, group=Group(role="military"))
    women = said("wire", "killed", 5, HOSPITAL, part_of=whole.id, group=Group(role="civilian"))
    words = "a total below its parts: Harn Wire gives 9, of whom 5 civilians, 6 soldiers, which is 11"
    assert remarks(whole, men, women) == [words]
    assert remarks(whole, men, replace(women, group=Group(role="military"))) == []
    assert remarks(replace(whole, quantity=Quantity(low=9, wording="at least")), men, women) == []


def test_the_dead_of_two_nations_that_exceed_their_total_are_remarked_on() -> None:
    whole = said("wire", "killed", 9, HOSPITAL)
    ours = said("wire", "killed", 6, HOSPITAL, part_of=whole.id, group=Group(nation="orm", role="military"))
    theirs = said("wire", "killed", 5, HOSPITAL, part_of=whole.id, group=Group(nation="vell", role="military"))
    words = "a total below its parts: Harn Wire gives 9, of whom 6 soldiers of Orm, 5 soldiers of Vell, which is 11"
    assert remarks(whole, ours, theirs) == [words]
    assert remarks(whole, ours, replace(theirs, group=Group(role="military"))) == []


def test_a_running_total_that_falls_is_remarked_on() -> None:
    since = When(first=date(2033, 2, 1), last=date(2033, 3, 6))
    more: dict[str, Any] = {"scope": "total", "when": since}
    high, low = said("wire", "killed", 950, HOSPITAL, **more), said("post", "killed", 900, HOSPITAL, **more)
    assert remarks(high, low) == ["a running total falls: Harn hospital gives 900 on 2033-03-05 after 950 on 2033-03-04"]
    assert remarks(replace(high, scope="event"), replace(low, scope="event")) == []
    assert remarks(high, said("post", "killed", 990, HOSPITAL, **more)) == []
    late = replace(since, first=date(2033, 3, 1))
    assert remarks(high, replace(low, when=late)) == []


def test_a_figure_told_before_its_day_is_remarked_on_and_a_day_is_left_to_the_clocks() -> None:
    def on(day: int) -> When:
        return When(first=date(2033, 3, day), last=date(2033, 3, day))

    claim = said("wire", "killed", 9, HOSPITAL)
    words = "dated before its event: Harn Wire gives 9 on 2033-03-04, of what happened on 2033-03-08"
    assert remarks(replace(claim, when=on(8))) == [words]
    assert remarks(claim, event=replace(EVENT, when=on(8))) == [words]
    assert remarks(replace(claim, when=on(5))) == []
    assert remarks(replace(claim, when=on(8), status="planned")) == []


def test_a_round_figure_of_one_side_about_the_other_is_remarked_on_beside_others_too() -> None:
    fighters = replace(said("wire", "killed", 500, HOSPITAL), group=Group(nation="tavan"))
    lines = (
        line("the army", "military", tally(500), party="lorska", claims=(fighters.id,)),
        line("hospital", "medical", tally(420)),
    )
    other = replace(said("post", "killed", 7, HOSPITAL), group=Group(nation="lorska"))
    (found,) = weigh([replace(EVENT, claims=(other.id,))], lines, (fighters, other), None)
    assert any(f.startswith("round figure: the army gives 500 of the other side's losses") for f in found.flags)


figures = st.lists(
    st.tuples(st.sampled_from(sorted(DAYS)), st.integers(1, 3), st.booleans()), min_size=1, max_size=6, unique=True
)


def _told(given_: Sequence[tuple[str, int, bool]]) -> list[Claim]:
    return [said(d, "killed" if dead else "wounded", n, HOSPITAL if d == "wire" else WIRE) for d, n, dead in given_]


@given(figures.flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))))
def test_the_order_of_claims_changes_no_remark(given_: tuple[list[tuple[str, int, bool]], list[tuple[str, int, bool]]]) -> None:
    assert implausible(EVENT, _told(given_[0]), DAYS) == implausible(EVENT, _told(given_[1]), DAYS)


@given(figures)
def test_a_remark_moves_no_number(told: list[tuple[str, int, bool]]) -> None:
    claims = _told(told)
    lines = [line(c.id, "medical", tally(c.quantity.best or 0, c.outcome), claims=(c.id,)) for c in claims if c.quantity]
    dated = weigh([EVENT], lines, claims, Settings(published=tuple(DAYS.items())))
    plain = weigh([EVENT], lines, claims, None)
    assert [replace(e, flags=()) for e in dated] == [replace(e, flags=()) for e in plain]
