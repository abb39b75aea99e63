"""What does one document as a whole say of each of its events?"""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Attribution, Claim, Group, Outcome, Quantity, When, Where
from sayso.reading.claims.persons import EXTRA
from sayso.reading.claims.tolls import tolls
from tests.readings import reading

OUTLET = Attribution(name="Orlan Wire", kind="outlet", stance="publishes")


def quantity(n: int, wording: str = "exact") -> Quantity:
    return Quantity(low=n, best=None if wording == "plural" else n, high=None if wording == "plural" else n, wording=wording)


def stated(n: int) -> Quantity:
    return Quantity(low=n, best=n, high=n, stated=(n,))


def claim(at: int, n: int, outcome: Outcome = "killed", **more: Any) -> Claim:
    fields: dict[str, Any] = {"quantity": quantity(n), "said_by": (OUTLET,), **more}
    return Claim(id=f"c-{at}", document="d", span=(at, at + 10), quote="0123456789", outcome=outcome, **fields)


def day(n: int) -> When:
    return When(first=date(2032, 5, n), last=date(2032, 5, n))


def best(*claims: Claim) -> list[dict[str, int | None]]:
    return [{o: q.best for o, q in t.figures} for t in tolls(claims)]


def test_the_figure_told_most_often_is_the_documents() -> None:
    assert best(claim(0, 4), claim(20, 9), claim(40, 9)) == [{"killed": 9}]


def test_of_figures_told_equally_often_the_first_is_the_documents() -> None:
    assert best(claim(0, 4), claim(20, 9)) == [{"killed": 4}]


def test_a_number_outranks_a_plural_and_a_zero() -> None:
    assert best(claim(0, 2, quantity=quantity(2, "plural")), claim(20, 0), claim(40, 9)) == [{"killed": 9}]


def test_those_on_top_are_added_and_those_before_the_figure_are_in_it() -> None:
    assert best(claim(0, 4), claim(20, 2, flags=(EXTRA,))) == [{"killed": 6}]
    assert best(claim(0, 2, flags=(EXTRA,)), claim(20, 4)) == [{"killed": 4}]


def test_figures_that_share_their_word_of_harm_are_one_sum() -> None:
    assert best(claim(0, 3), claim(5, 1)) == [{"killed": 4}]


def test_a_sum_with_an_open_part_is_open() -> None:
    (toll,) = tolls([claim(0, 3), claim(5, 2, quantity=quantity(2, "plural"))])
    assert [(o, q.low, q.best, q.high) for o, q in toll.figures] == [("killed", 5, None, None)]


def test_casualties_alone_and_those_feared_dead_are_in_no_toll() -> None:
    assert best(replace(claim(0, 340, "casualties"), quote="Casualties rose to 340")) == [{}]
    assert best(replace(claim(0, 5, "casualties"), quote="Five were shot")) == [{"wounded": 5}]
    assert best(claim(0, 4), claim(20, 200, status="feared")) == [{"killed": 4}]


def test_the_running_toll_of_an_event_is_its_own_and_that_of_a_war_is_not() -> None:
    risen = replace(claim(0, 8, scope="total"), quote="bringing the toll to eight")
    assert best(risen, claim(20, 2, part_of=risen.id)) == [{"killed": 8}]
    assert best(replace(risen, quote="toll of the war to eight"), claim(20, 3)) == [{"killed": 3}]


def test_of_those_hit_the_dead_are_taken_off_to_tell_the_wounded() -> None:
    assert best(claim(0, 4), claim(20, 10, "casualties")) == [{"killed": 4, "wounded": 6}]
    assert best(claim(0, 4), claim(20, 10, "casualties"), claim(40, 7, "wounded")) == [{"killed": 4, "wounded": 7}]
    assert best(claim(0, 2, quantity=quantity(2, "plural")), claim(20, 10, "casualties")) == [{"killed": None}]


def test_days_more_than_a_week_apart_are_two_events_and_the_one_told_more_is_main() -> None:
    told = [claim(0, 4, when=day(1)), claim(20, 9, when=day(20)), claim(40, 3, "wounded", when=day(20))]
    assert [(t.main, t.when, {o for o, _ in t.figures}) for t in tolls(told)] == [
        (True, day(20), {"killed", "wounded"}),
        (False, day(1), {"killed"}),
    ]


def test_a_figure_told_again_on_top_of_the_dead_is_not_added_to_itself() -> None:
    assert best(claim(0, 4), claim(20, 2, "wounded", flags=(EXTRA,)), claim(40, 2, "wounded", flags=(EXTRA,))) == [
        {"killed": 4, "wounded": 2}
    ]
    assert best(claim(0, 1, flags=(EXTRA,)), claim(20, 1, flags=(EXTRA,))) == [{"killed": 2}]


def test_others_hurt_beside_the_dead_are_on_top_of_these_and_of_no_other_hurt() -> None:
    detail = claim(60, 2, "wounded")
    told = [claim(0, 1), claim(20, 5, "wounded", flags=(EXTRA,)), claim(40, 1), detail]
    assert best(*told) == [{"killed": 1, "wounded": 5}]
    assert best(claim(0, 1, "wounded"), claim(20, 1), claim(40, 1, "wounded", flags=(EXTRA,))) == [{"killed": 1, "wounded": 1}]


def test_others_shot_beside_the_dead_are_hurt() -> None:
    assert best(claim(0, 1), claim(20, 4, "casualties", flags=(EXTRA,))) == [{"killed": 1, "wounded": 4}]
    assert best(claim(0, 1), claim(20, 4, "casualties")) == [{"killed": 1, "wounded": 3}]


def test_of_those_hurt_one_who_has_died_since_is_taken_off() -> None:
    since = replace(claim(0, 1), span=(0, 40), quote="One of the five people hurt there has died")
    assert best(since, claim(11, 5, "wounded"), claim(60, 5, "wounded")) == [{"killed": 1, "wounded": 4}]
    then = replace(claim(60, 1), quote="one of them died", part_of="c-0")
    assert best(claim(0, 1), claim(40, 3, "wounded"), then) == [{"killed": 1, "wounded": 2}]
    assert best(replace(since, quote="A man died beside five who were hurt"), claim(11, 5, "wounded"))[0]["wounded"] == 5


def test_a_number_told_again_as_shot_holds_one_more_who_is_hurt() -> None:
    hurt = [claim(0, 4, "wounded"), claim(40, 1, "wounded", flags=(EXTRA,))]
    assert best(claim(60, 4, "casualties"), *hurt) == [{"wounded": 4}]
    assert best(*hurt) == [{"wounded": 5}]


def test_a_toll_that_is_gone_through_one_by_one_holds_each_of_them() -> None:
    assert best(claim(0, 4), claim(20, 3), claim(40, 1, flags=(EXTRA,))) == [{"killed": 4}]
    assert best(claim(0, 4), claim(20, 4), claim(40, 2, flags=(EXTRA,))) == [{"killed": 4}]


def test_a_number_explains_a_vague_word_that_it_fits() -> None:
    some = Quantity(low=3, wording="several")
    assert best(claim(0, 3, quantity=some), claim(20, 13, quantity=stated(13))) == [{"killed": 13}]
    assert best(claim(0, 3, quantity=some), claim(20, 1, quantity=stated(1))) == [{"killed": None}]


def test_none_of_others_is_not_the_toll_where_some_are_told_on_top() -> None:
    assert best(claim(0, 4, flags=(EXTRA,)), claim(20, 0)) == [{"killed": 4}]


def test_places_far_from_each_other_are_two_events_whatever_their_days() -> None:
    north, south = (Where(text=t, lat=lat, lon=20.0, radius=10) for t, lat in (("Norra", 50.0), ("Sodra", 48.0)))
    near = Where(text="Norra road", lat=50.3, lon=20.0, radius=10)
    told = [claim(0, 4, where=north), claim(20, 9, where=south), claim(40, 4, where=near)]
    assert best(*told) == [{"killed": 4}, {"killed": 9}]
    assert [t.where for t in tolls(told)] == [north, south]


def test_a_figure_of_a_whole_month_is_background_and_no_figure_of_the_event() -> None:
    month = When(first=date(2032, 5, 1), last=date(2032, 5, 31))
    told = [claim(0, 2, "wounded", when=day(30)), claim(20, 1, when=day(30)), claim(40, 45, when=month)]
    assert best(*told) == [{"killed": 1, "wounded": 2}, {"killed": 45}]


def test_what_the_head_of_a_report_tells_is_its_event() -> None:
    told = [claim(0, 3, when=day(30)), claim(900, 7, when=day(2)), claim(950, 9, "wounded", when=day(2))]
    assert [t.when for t in tolls([*told, claim(40, 3, "wounded", when=day(30))])] == [day(30), day(2)]


def test_others_told_first_are_the_toll_beside_one_of_them_told_later() -> None:
    assert best(claim(0, 3, "captured", flags=(EXTRA,)), claim(20, 1, "captured")) == [{"captured": 3}]


def test_who_is_told_alone_and_then_among_others_is_one_of_these() -> None:
    alone = claim(0, 1, "captured", group=Group(text="a rebel commander"))
    among = claim(40, 3, "captured", quantity=quantity(3, "listed"), group=Group(text="the commander"))
    later = replace(among, quantity=quantity(2, "listed"), quote="driver and the commander", group=Group(text="driver"))
    assert best(alone, claim(20, 1, "captured", group=alone.group), later) == [{"captured": 2}]
    other = replace(among, group=Group(text="two drivers"))
    assert best(alone, claim(20, 1, "captured", group=alone.group), among) == [{"captured": 3}]
    assert best(alone, claim(20, 1, "captured", group=alone.group), other) == [{"captured": 1}]


def test_parts_totals_plans_and_denials_do_not_count() -> None:
    denying = Attribution(name="ministry", stance="denies")
    assert (
        best(
            claim(0, 4, part_of="c-99"),
            claim(20, 4, scope="total"),
            claim(40, 4, status="forecast"),
            claim(60, 4, said_by=(denying, OUTLET)),
            claim(80, 4, "deployed"),
            claim(99, 4, quantity=None),
        )
        == []
    )


@given(
    st.lists(st.integers(0, 5), min_size=1, max_size=6).flatmap(
        lambda ns: st.tuples(st.just(ns), st.permutations(range(len(ns))))
    )
)
def test_the_order_in_which_claims_are_given_changes_nothing(given_: tuple[list[int], list[int]]) -> None:
    told = [claim(20 * i, n) for i, n in enumerate(given_[0])]
    assert tolls([told[i] for i in given_[1]]) == tolls(told)


def told_of(text: str) -> list[tuple[str, int | None]]:
    return [(outcome, q.low) for outcome, q in tolls(reading(text).claims)[0].figures]


def test_a_second_deed_of_one_doer_befalls_others_than_the_first() -> None:
    assert told_of("The patrol arrested a courier and detained two of his guards at Uzhok.") == [("captured", 3)]
    assert told_of("Raiders killed three guards and murdered two farmers at Uzhok.") == [("killed", 5)]


def test_two_words_for_one_deed_befall_the_same() -> None:
    assert told_of("The patrol captured and detained two couriers at Uzhok.") == [("captured", 2)]
    assert told_of("The patrol captured two couriers and detained them at Uzhok.") == [("captured", 2)]


def test_a_third_who_has_died_makes_three_of_two() -> None:
    third = replace(claim(0, 1, flags=(EXTRA,)), quote="third sailor has died")
    assert best(third, claim(40, 2)) == [{"killed": 3}]
    assert best(third) == [{"killed": 3}]
    assert best(third, claim(40, 7)) == [{"killed": 7}]
    assert best(claim(0, 3), replace(third, id="c-40", span=(40, 50))) == [{"killed": 3}]
    assert best(claim(0, 2), replace(third, id="c-40", span=(40, 50))) == [{"killed": 3}]


def test_an_open_number_in_a_headline_goes_where_somebody_gives_the_number() -> None:
    headline = replace(claim(0, 30), quantity=Quantity(low=30, best=None, high=None, wording="at least", stated=(30,)))
    police = Attribution(name="police", kind="police", stance="says")
    assert best(headline, claim(60, 22, said_by=(police, OUTLET))) == [{"killed": 22}]
    assert best(headline, claim(60, 22)) == [{"killed": None}]
