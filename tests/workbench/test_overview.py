"""A map and a line of time lead from many events to the few behind a number or a bar."""

import re
from urllib.parse import parse_qs

from sayso.asking.filters import Filter
from sayso.ledger import Asked, Point
from sayso.workbench.overview import when, where

SOME = Point(
    event=None, title="Dravna", place="Dravna", first="2031-03-02", last="2031-03-02", lat=50.1, lon=36.2, radius=9.0,
    outcome="killed", best=17, events=80, square=0.25,
)  # fmt: skip
FOUND = Filter(asked=Asked(flag="parties only"), given=(("flag", "parties only"), ("order", "day")))


def test_a_number_on_the_map_leads_to_the_list_of_its_square_with_the_filters_kept() -> None:
    found = re.search(r'<a href="/([^"]+)"><g class="many"><title>80 events: Dravna; at most 17 killed', where([SOME], FOUND, 80))
    assert found is not None
    asked = parse_qs(found[1].removeprefix("?").replace("&amp;", "&"))
    assert asked == {"flag": ["parties only"], "order": ["day"], "box": ["36.115,49.865,36.385,50.135"]}


def test_a_bar_leads_to_the_list_of_its_days_with_the_filters_kept() -> None:
    drawn = when([SOME], FOUND, 80)
    found = re.search(r'<a href="/([^"]+)"><g class="stay bar">', drawn)
    assert found is not None
    asked = parse_qs(found[1].removeprefix("?").replace("&amp;", "&"))
    assert asked == {"flag": ["parties only"], "order": ["day"], "from": ["2031-03-02"], "to": ["2031-03-02"]}
    assert "2031-03-02: 80 events; at most 17 killed in one of them" in drawn


def test_what_has_no_point_or_day_is_counted() -> None:
    assert "20 events have no point on the map" in where([SOME], FOUND, 100)
    assert "Of 20 events the day is unknown" in when([SOME], FOUND, 100)
