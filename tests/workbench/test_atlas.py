"""The map shows each event where it was, says what it does not know, and is sound whatever it is given."""

import math
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.workbench.atlas import Box, Spot, world_map
from sayso.workbench.lands import land
from sayso.workbench.view import Place, fit

DEGREES = st.none() | st.floats(-400, 400) | st.just(math.nan) | st.sampled_from([-180.0, 180.0, 90.0, -90.0])
SPOTS = st.builds(
    Spot,
    href=st.just("/events/e"),
    title=st.text(st.characters(exclude_categories=["C"]), max_size=20) | st.just('<script>alert("x")</script>'),
    place=st.just("Dravna"),
    lat=DEGREES,
    lon=DEGREES,
    radius=st.none() | st.floats(0, 30_000),
    killed=st.none() | st.integers(0, 10**7),
)
DRAVNA = Spot(href="/events/1", title="Shelling of Dravna", place="Dravna", lat=50.0, lon=36.2, radius=12, killed=17)
KELMAR = Spot(href="/events/2", title="Raid on Kelmar", place="Kelmar", lat=46.5, lon=30.7, radius=5)
NOWHERE = Spot(href="/events/3", title="A raid", killed=4)


def figure(drawing: str) -> ET.Element:
    """Read a drawing, which may be several elements in a row."""
    return ET.fromstring(f"<div>{drawing}</div>")  # noqa: S314  drawn by us


def classes(drawing: str, tag: str) -> list[str]:
    return [e.get("class", "") for e in figure(drawing).iter(tag)]


def test_each_event_is_a_link_with_its_words() -> None:
    drawn = world_map([DRAVNA, KELMAR])
    assert {a.get("href") for a in figure(drawn).iter("a")} == {"/events/1", "/events/2"}
    assert "Shelling of Dravna (Dravna, within 12 kilometres): 17 killed, best figure" in drawn
    assert "one blank" in classes(drawn, "g")  # no figure is a ring, not a small dot


def test_events_without_a_point_are_counted_in_words() -> None:
    assert "1 event has no point on the map" in world_map([DRAVNA, NOWHERE])
    assert "2 events here, and none has a point on a map" in world_map([NOWHERE, NOWHERE])
    assert "<svg" not in world_map([])


def test_events_close_together_are_their_number_and_lead_to_their_box() -> None:
    asked: list[Box] = []
    drawn = world_map([DRAVNA, DRAVNA, KELMAR], within=lambda box: asked.append(box) or "/?there")  # type: ignore[func-returns-value]
    assert "2 events: Dravna; at most 17 killed in one of them" in drawn
    assert asked == [Box(west=36.19, south=49.99, east=36.21, north=50.01)]
    assert 'href="/?there"' in drawn


def test_a_box_over_the_date_line_begins_in_the_west() -> None:
    asked: list[Box] = []
    spots = [Spot(href="/", title="a", lat=-17.0, lon=lon) for lon in (179.95, -179.95)]
    world_map(spots, within=lambda box: asked.append(box) or "/")  # type: ignore[func-returns-value]
    assert (asked[0].west, asked[0].east) == (179.94, -179.94)


def test_one_event_is_shown_with_its_surroundings() -> None:
    view = fit([Place(lat=50, lon=36)], 960, 540)
    assert 540 / view.scale * 111.2 == pytest.approx(500, abs=1)
    assert [code for code, *_ in land(view).labels] == ["BY", "RU", "UA"]


def test_over_the_date_line_the_shorter_way_is_shown() -> None:
    view = fit([Place(lat=-17, lon=178), Place(lat=-13, lon=-172)], 960, 540)
    (left, _), (right, _) = view.at(-17, 178), view.at(-13, -172)
    assert view.lon == pytest.approx(-177)
    assert 0 < left < right < 960


def test_a_place_a_hundred_kilometres_off_is_drawn_to_scale() -> None:
    view = fit([Place(lat=60, lon=30)], 960, 540)
    across, up = view.ellipse(Place(lat=60, lon=30, radius=100))
    _, north = view.at(60 + 100 / 111.195, 30)
    east, _ = view.at(60, 30 + 100 / 111.195 / math.cos(math.radians(60)))
    assert across == pytest.approx(east - 480)
    assert up == pytest.approx(270 - north)


def test_ten_thousand_events_are_a_light_picture() -> None:
    places = [(i * 0.618 % 1 * 120 - 50, i * 0.414 % 1 * 360 - 180) for i in range(10_000)]
    spots = [Spot(href=f"/events/{i}", title=f"Event {i}", lat=lat, lon=lon, radius=20) for i, (lat, lon) in enumerate(places)]
    drawn = world_map(spots, within=lambda box: f"/?box={box.west},{box.south},{box.east},{box.north}")
    assert len(drawn) < 100_000
    assert "10,000 events" in drawn


@settings(max_examples=60, deadline=None)
@given(st.lists(SPOTS, max_size=6))
def test_any_events_are_a_sound_picture(spots: list[Spot]) -> None:
    drawn = world_map(spots, within=lambda box: f"/?west={box.west}&east={box.east}")
    for element in figure(drawn).iter():
        numbers = [v for k, v in element.items() if k in {"x", "y", "cx", "cy", "r", "rx", "ry", "width", "height"}]
        assert all(math.isfinite(float(n)) for n in numbers)
    assert "nan" not in "".join(p.get("d", "") for p in figure(drawn).iter("path"))
    assert "<script" not in drawn
