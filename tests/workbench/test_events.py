"""The list of events shows what the filters of its address leave, and every filter can be taken back."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import sayso
from sayso.asking.filters import filter_of, source_ids
from sayso.model import Claim, Document, Estimate, Event, Review, When, Where
from sayso.wording import PLURAL


def _titles(page: str) -> list[str]:
    return re.findall(r'row-number">\d+</span> <a href="/events/[^"]+">([^<,]+)', page)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Dravna", "Halvern"]),
        ("?near=halvern", ["Halvern"]),
        ("?words=missile", ["Dravna"]),
        ("?words=%22no+such+phrase%22", []),
        ("?from=2031-03-15", ["Halvern"]),
        ("?to=2031-03-15", ["Dravna"]),
        ("?outcome=captured", []),
        ("?group=military", ["Halvern"]),
        ("?flag=parties+only", ["Halvern"]),
        ("?source=Dravna+Central+Hospital", ["Dravna"]),
        ("?source=nobody", []),
        ("?unreviewed=1&order=day", ["Halvern", "Dravna"]),
        ("?box=1,1,2,2", []),
        ("?near=&from=&order=documents&unknown=1", ["Dravna", "Halvern"]),
    ],
)
def test_the_address_says_which_events_are_listed(browser: TestClient, query: str, titles: list[str]) -> None:
    answer = browser.get(f"/{query}")
    assert answer.status_code == 200
    assert _titles(answer.text) == titles


def test_a_row_says_figure_lines_claims_flags_day_and_place(browser: TestClient) -> None:
    page = browser.get("/?near=halvern").text
    for words in (
        "3 [2–16]",
        "2 lines, 3 claims",
        "2 reports",
        "killed: parties only",
        "2031-03-16",
        "Halvern",
        "nothing decided",
    ):
        assert words in page
    assert '<svg class="band"' in page


def test_rows_have_the_numbers_of_show(browser: TestClient) -> None:
    assert '<span class="muted row-number">2</span> <a href="/events/' in browser.get("/?near=halvern").text


def test_each_filter_can_be_taken_away_alone_and_all_at_once(browser: TestClient) -> None:
    page = browser.get("/?near=halvern&flag=parties+only&order=day").text
    assert 'href="/?flag=parties+only&amp;order=day"' in page
    assert 'href="/?near=halvern&amp;order=day"' in page
    assert '<a href="/">Clear filters</a>' in page


def test_what_events_have_in_common_narrows_the_list_down_and_keeps_what_was_asked(browser: TestClient) -> None:
    page = browser.get("/?order=day").text
    assert 'href="/?group=military&amp;order=day">military <span class="muted">1</span>' in page
    assert 'href="/?flag=parties+only&amp;order=day">' in page


def test_the_export_is_of_what_is_shown(browser: TestClient) -> None:
    page = browser.get("/?near=halvern&from=2031-01-01").text
    assert 'href="/export?near=halvern&amp;from=2031-01-01"' in page


@pytest.mark.parametrize(
    "query",
    [
        "?from=yesterday",
        "?from=2031-02-01&to=2031-01-01",
        "?order=fear",
        "?box=1,2",
        "?box=a,b,c,d",
        "?page=x",
        "?page=0",
        "?box=9,9,9,1",
    ],
)
def test_what_cannot_be_asked_is_told(browser: TestClient, query: str) -> None:
    answer = browser.get(f"/{query}")
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_words_that_fit_no_event_say_so(browser: TestClient) -> None:
    page = browser.get("/", params={"words": '<script>alert(1)</script> "'}).text
    assert "No event fits" in page
    assert "None of the 2 events" in page
    assert "<script>alert" not in page


def test_a_ledger_without_reports_says_what_to_do(tmp_path: Path, browser_of: Callable[[Path], TestClient]) -> None:
    path = tmp_path / "empty.sayso"
    sayso.open(path).close()
    page = browser_of(path).get("/").text
    assert "No events yet" in page
    assert "sayso add empty.sayso" in page
    assert "Run now" not in page


def test_a_reviewed_event_is_marked_and_left_out_of_the_unreviewed(ledger: Path, browser: TestClient) -> None:
    with sayso.open(ledger) as desk:
        claim = desk.event("Halvern").claims[0]
        desk.review(Review(id="r-1", target=f"claim:{claim}", verdict="accept", by="Ana", at="2031-05-01T00:00:00Z"))
    assert "✓ some decided" in browser.get("/?near=halvern").text
    assert _titles(browser.get("/?unreviewed=1").text) == ["Dravna"]


def test_a_source_that_a_person_renamed_is_called_so(ledger: Path, browser: TestClient) -> None:
    with sayso.open(ledger) as desk:
        key = desk.source("Names Not Numbers").id
        desk.set_source(key, by="Ana", name="The Counters")
    assert "The Counters" in browser.get("/").text
    assert _titles(browser.get("/?source=Counters").text) == ["Dravna"]
    assert "says so: The Counters" in browser.get(f"/?source={key}").text


def test_sources_that_a_person_joined_are_asked_for_together(ledger: Path) -> None:
    with sayso.open(ledger) as desk:
        one, other = desk.source("Names Not Numbers").id, desk.source("Front Thunder").id
        desk.set_source("Names Not Numbers", by="Ana", same_as="Front Thunder")
        assert source_ids(desk, other) == tuple(sorted({one, other}))


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A ledger of 120 events of one day and place each, the first with a title in which somebody put markup."""
    path = tmp_path / "many.sayso"
    with sayso.open(path) as desk:
        events = [
            Event(
                id=f"e-{k:03}",
                title=f"<b>Orlan</b> {k}",
                claims=("c-1",) * (200 - k),
                documents=tuple(f"d-{k}-{n}" for n in range(121 - k)),
                when=When(first=date(2031, 1, 1), last=date(2031, 1, 1)),
            )
            for k in range(120)
        ]
        desk.ledger.replace(Event, events)
        desk.ledger.replace(Estimate, [Estimate(event="e-000", outcome="killed", low=2, high=9, flags=(PLURAL,))])
        assert desk.ledger.count(Claim) == 0
    return path


def test_the_map_and_the_line_of_time_show_what_is_listed(tmp_path: Path, browser_of: Callable[[Path], TestClient]) -> None:
    path = tmp_path / "placed.sayso"
    at = [(40.0, 30.0), (40.0, 30.0), (41.0, 31.0), None]
    with sayso.open(path) as desk:
        events = [
            Event(
                id=f"e-{k}",
                title=f"Orlan {k}: killed",
                claims=(),
                documents=(),
                when=When(first=date(2031, 1, 1 + k), last=date(2031, 1, 1 + k)) if k else None,
                where=None if place is None else Where(text="Orlan", lat=place[0], lon=place[1], radius=2.0),
            )
            for k, place in enumerate(at)
        ]
        desk.ledger.replace(Event, events)
        desk.ledger.replace(Estimate, [Estimate(event="e-2", outcome="killed", low=2, best=4, high=9)])
    client = browser_of(path)
    page = client.get("/?order=day").text
    assert "1 event has no point on the map" in page
    (box,) = re.findall(r'<a href="(/\?box=[^"]+)"', page)
    assert set(_titles(client.get(box.replace("&amp;", "&")).text)) == {"Orlan 0", "Orlan 1"}
    assert 'class="timeline' in page


def test_a_long_list_comes_in_pages(many: Path, browser_of: Callable[[Path], TestClient]) -> None:
    client = browser_of(many)
    first, last = client.get("/").text, client.get("/?page=3").text
    assert (first.count('<li class="event'), last.count('<li class="event')) == (50, 20)
    assert "1–50 shown" in first
    assert 'rel="next" class="button" href="/?page=2"' in first
    assert "101–120 shown" in last
    assert "Later rows" not in last
    assert client.get("/?page=9").status_code == 200


def test_a_title_is_text_and_an_unknown_figure_is_no_figure(many: Path, browser_of: Callable[[Path], TestClient]) -> None:
    page = browser_of(many).get("/").text
    assert "&lt;b&gt;Orlan&lt;/b&gt; 0" in page
    assert '<span class="figure">no figure</span>' in page
    assert "2–9" not in page
    assert "place unknown" in page


def test_an_address_is_put_together_from_its_filters(ledger: Path) -> None:
    with sayso.open(ledger) as desk:
        found = filter_of(desk, {"near": " Dravna ", "page": "3", "odd": "x"})
        assert found.query() == "?near=Dravna"
        assert found.query(near="", group="a b", page="") == "?group=a+b"
        assert filter_of(desk, {}).query() == ""
        assert found.query(page=2, group="a") == "?near=Dravna&group=a&page=2"
        assert not filter_of(desk, {"order": "lines"}).narrow


def test_place_and_time_of_the_events_are_drawn_and_lead_into_the_list(browser: TestClient) -> None:
    page = browser.get("/").text
    assert "none has a point on a map" in page  # invented places lie nowhere
    drawn = page[page.index('<svg class="timeline') :]
    assert "Dravna, 14 March 2031" in drawn[: drawn.index("</svg>")]


def test_a_report_without_an_event_is_found_by_its_words(ledger: Path, browser_of: Callable[[Path], TestClient]) -> None:
    with sayso.open(ledger) as desk:
        text = "The parties exchanged letters about the ferry on Monday, the harbour office of Dravna said."
        desk.add([Document(id="d-letters", name="letters", title="Letters about a ferry", text=text)])
        desk.run()
    found = browser_of(ledger).get("/?words=exchanged+letters").text
    assert "No event fits" in found
    assert 'href="/documents/d-letters">Letters about a ferry' in found


def test_words_of_a_report_are_shown_where_they_stand_under_each_event(browser: TestClient) -> None:
    page = browser.get("/", params={"words": "bridge"}).text
    shown = re.findall(r'<p class="passage"><a href="/documents/[^"]+">(.*?)</a></p>', page)
    assert len(shown) == page.count('<li class="event card">') > 0
    assert all("<mark>bridge</mark>" in passage.casefold() for passage in shown)
    assert 'class="passage"' not in browser.get("/").text
