"""The line of time shows each event at its days, many as their number, and says what it leaves out."""

import math
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.workbench.calendar import STEPS, Step, starts, ticks
from sayso.workbench.timeline import Stay, timeline

MARCH = date(2031, 3, 3)
DAYS = st.none() | st.dates()
STAYS = st.builds(
    Stay,
    href=st.just("/events/e"),
    title=st.just('<script>alert("x")</script>'),
    first=DAYS,
    last=DAYS,
    outcome=st.sampled_from(["killed", "wounded", "missing", "captured", "displaced", None]),
    best=st.none() | st.integers(0, 10**7),
    events=st.integers(1, 3),
)


def stay(day: int, **more: object) -> Stay:
    first = MARCH + timedelta(days=day)
    given: dict[str, object] = {"href": f"/events/{day}", "title": f"Event {day}", "first": first, "last": first, "best": 3}
    return Stay(**(given | more))  # type: ignore[arg-type]


def figure(drawing: str) -> ET.Element:
    return ET.fromstring(f"<div>{drawing}</div>")  # noqa: S314  drawn by us


def classes(drawing: str) -> list[str]:
    return [e.get("class", "") for e in figure(drawing).iter("g")]


def between(first: date, last: date) -> str:
    return f"/?from={first}&to={last}"


def test_few_events_stand_each_at_its_day_with_its_shape() -> None:
    drawn = timeline([stay(0), stay(5, outcome="wounded"), stay(9, outcome="displaced", best=None)])
    assert {"stay killed", "stay wounded", "stay other blank"} <= set(classes(drawn))
    assert "Event 5, 2031-03-08: 3 wounded, best figure" in drawn
    assert 'href="/events/9"' in drawn
    assert "“none” is no figure" in drawn
    assert "none" not in timeline([stay(0)])


def test_an_event_of_several_days_has_a_bar_over_them() -> None:
    drawn = timeline([stay(0), stay(4, last=MARCH + timedelta(days=6))])
    assert [e.get("class") for e in figure(drawn).iter("path")].count("spread") == 1


def test_events_of_unknown_days_are_counted_in_words() -> None:
    assert "Of 1 event the day is unknown" in timeline([stay(0), stay(1, first=None, last=None)])
    assert "2 events here, and of none is the day known" in timeline([stay(1, first=None, last=None)] * 2)
    assert "<svg" not in timeline([])


def test_many_events_are_bars_that_lead_to_their_days() -> None:
    drawn = timeline([stay(i % 100) for i in range(1000)], between=between)
    assert "Height: number of events a day" in drawn
    assert 'href="/?from=2031-03-03&amp;to=2031-03-03"' in drawn
    assert "2031-03-03: 10 events; at most 3 killed in one of them" in drawn


def test_ten_thousand_events_are_a_light_picture_and_each_is_counted_once() -> None:
    stays = [stay(i % 1500, last=MARCH + timedelta(days=i % 1500 + i % 40)) for i in range(10_000)]
    drawn = timeline(stays, between=between)
    assert len(drawn) < 60_000
    assert sum(int(row[1].text or 0) for row in figure(drawn).iter("tr") if row[0].tag == "td") == 10_000


def test_one_event_of_long_ago_does_not_press_the_others_together() -> None:
    long_ago = stay(0, first=date(1999, 5, 1), last=date(1999, 5, 1))
    drawn = timeline([stay(i) for i in range(20)] + [long_ago], between=between)
    assert "of 1999-05-01 is beyond this picture" in " ".join("".join(figure(drawn).itertext()).split())
    assert 'href="/?from=1999-05-01&amp;to=1999-05-01"' in drawn


def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    assert Step(days=7).start(date(2031, 3, 9)) == MARCH
    assert (Step(months=3).start(date(2031, 5, 9)), Step(months=3).last(date(2031, 4, 1))) == (
        date(2031, 4, 1),
        date(2031, 6, 30),
    )
    assert [str(step) for step in STEPS[:6]] == ["day", "week", "month", "3 months", "year", "5 years"]


def test_the_axis_names_the_year_at_its_first_word_and_where_it_changes() -> None:
    assert [words for _, words in ticks(date(2031, 11, 5), date(2032, 3, 5), 5)] == ["Dec 2031", "Jan 2032", "Feb", "Mar"]


@given(st.dates(), st.dates(), st.sampled_from(STEPS))
def test_steps_follow_one_another_without_gap(a: date, b: date, step: Step) -> None:
    first, last = min(a, b), max(a, b)
    last = min(last, date.fromordinal(min(date.max.toordinal(), first.toordinal() + 200 * (step.days or step.months * 30))))
    found = list(starts(step, first, last))
    assert found[0] <= first
    assert step.last(found[-1]) >= last
    assert all(step.last(x).toordinal() + 1 == y.toordinal() for x, y in pairwise(found))


@settings(max_examples=100, deadline=None)
@given(st.lists(STAYS, max_size=12))
def test_any_events_are_a_sound_picture(stays: list[Stay]) -> None:
    drawn = timeline(stays, between=between)
    for element in figure(drawn).iter():
        numbers = [v for k, v in element.items() if k in {"x", "y", "cx", "cy", "r", "width", "height"}]
        assert all(math.isfinite(float(n)) and -50 <= float(n) <= 1000 for n in numbers)
    assert "nan" not in "".join(p.get("d", "") for p in figure(drawn).iter("path"))
    assert "<script" not in drawn
