"""Which claim of a later report replaces which earlier figure of the same source?"""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.revisions import heeding, with_revisions
from sayso.model import Claim, Document, Event
from tests.some_reports import report, says, speaker

HOSPITAL = replace(speaker("Harbour Hospital", "medical"), source="s-hospital")
MINISTRY = replace(speaker("interior ministry"), source="s-ministry")
DAYS = ("2031-05-02", "2031-05-03", "2031-05-04", "2031-05-05")


def toll(n: int, day: str, by: object = HOSPITAL, **more: object) -> tuple[Document, Claim]:
    document = report(f"{day} {n} {by is HOSPITAL}", f"{n} were killed", day)
    source = HOSPITAL if by is HOSPITAL else MINISTRY
    return document, replace(says(document, f"{n} were killed", "killed", n, source), **more)  # type: ignore[arg-type]


def revisions(*told: tuple[Document, Claim]) -> dict[int, int]:
    """Each figure that replaces one, with the one it replaces."""
    claims = [c for _, c in told]
    event = Event(id="e", title="", claims=tuple(c.id for c in claims), documents=tuple(d.id for d, _ in told))
    numbers = {c.id: c.quantity.stated[0] for c in claims if c.quantity is not None}
    (found,) = with_revisions([event], claims, [d for d, _ in told])
    return {numbers[later]: numbers[before] for later, before in found.revisions}


def test_a_later_figure_of_a_source_replaces_its_earlier_one() -> None:
    assert revisions(toll(17, DAYS[0]), toll(21, DAYS[1]), toll(23, DAYS[2])) == {21: 17, 23: 21}


def test_a_later_figure_of_another_source_replaces_nothing() -> None:
    assert revisions(toll(17, DAYS[0]), toll(23, DAYS[1], MINISTRY)) == {}


def test_an_old_figure_told_again_does_not_come_back() -> None:
    late, again = toll(17, DAYS[2])
    assert revisions(toll(17, DAYS[0]), toll(21, DAYS[1]), (late, again)) == {21: 17}


def test_two_figures_of_one_day_replace_each_other_only_by_the_hour() -> None:
    assert revisions(toll(17, DAYS[0]), toll(21, DAYS[0])) == {}
    assert revisions(toll(17, f"{DAYS[0]}T09:00"), toll(21, f"{DAYS[0]}T18:00")) == {21: 17}


def test_other_people_outcomes_scopes_and_what_is_not_said_to_have_happened_are_no_revision() -> None:
    first = toll(17, DAYS[0])
    assert revisions(first, toll(21, DAYS[1], outcome="wounded")) == {}
    assert revisions(first, toll(21, DAYS[1], scope="total")) == {}
    assert revisions(first, toll(21, DAYS[1], status="feared")) == {}
    assert revisions(first, toll(3, DAYS[1], part_of="c-else")) == {}


def test_a_claim_of_no_known_day_replaces_nothing() -> None:
    document, claim = toll(21, DAYS[1])
    assert revisions(toll(17, DAYS[0]), (replace(document, published=None), claim)) == {}


def test_what_the_text_says_of_an_earlier_figure_stands() -> None:
    (_, first), (_, second) = toll(17, DAYS[0]), toll(21, DAYS[1], revises="c-read")
    event = Event(id="e", title="", claims=(first.id, second.id), documents=(), revisions=((second.id, first.id),))
    assert [c.revises for c in heeding([first, second], [event])] == [None, "c-read"]
    assert [c.revises for c in heeding([first, replace(second, revises=None)], [event])] == [None, first.id]


tolls = st.lists(st.tuples(st.integers(10, 13), st.sampled_from(DAYS)), min_size=2, max_size=6, unique=True)


@given(tolls.flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))))
def test_the_order_of_reports_changes_nothing_and_only_earlier_figures_are_replaced(
    given_: tuple[list[tuple[int, str]], list[tuple[int, str]]],
) -> None:
    told, other = ([toll(n, day) for n, day in order] for order in given_)
    days = {c.id: d.published or "" for d, c in told}
    event = Event(id="e", title="", claims=tuple(days), documents=())
    (found,) = with_revisions([event], [c for _, c in told], [d for d, _ in told])
    (same,) = with_revisions([event], [c for _, c in other], [d for d, _ in other])
    assert found == same
    assert all(days[later] > days[before] for later, before in found.revisions)
