"""The map and the line of time in a real browser: links are reached by mouse and key, and lead to what they stand for."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import sayso
from bench import large


@pytest.fixture(scope="session")
def made_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of a hundred made-up events that lie somewhere."""
    path = tmp_path_factory.mktemp("overview") / "large.sayso"
    large.make(path, claims=300, events=100)
    return path


@pytest.fixture
def ledger(made_ledger: Path) -> Path:
    """The one of all tests: nothing is written to it here."""
    return made_ledger


def test_a_number_on_the_map_leads_to_the_events_of_that_part(page_of: Callable[..., Page]) -> None:
    page = page_of("/", scripts=False)
    number = page.locator(".map a", has=page.locator(".many")).last
    events = int(number.locator("text").text_content() or 0)
    number.click()
    expect(page).to_have_url(re.compile("box="))
    found = re.search(r"(\d+) events? of (\d+)", page.locator(".told").inner_text())
    assert found is not None, page.locator(".told").inner_text()
    assert events <= int(found[1]) < int(found[2])


def test_a_dot_is_reached_by_key_says_its_words_and_leads_to_its_event(page_of: Callable[..., Page], ledger: Path) -> None:
    with sayso.open(ledger) as desk:
        day = next(e.when.first for e in desk.events() if e.when and e.where and e.where.lat)
    page = page_of(f"/?from={day}&to={day}", scripts=False)
    dot = page.locator(".map a", has=page.locator(".one")).first
    assert " killed, best figure" in (dot.locator("title").text_content() or "")
    dot.focus()
    expect(dot).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/events/"))


def test_a_bar_of_the_line_of_time_leads_to_its_days(page_of: Callable[..., Page]) -> None:
    page = page_of("/", scripts=False)
    page.locator(".timeline a").nth(2).click()
    expect(page).to_have_url(re.compile(r"from=20\d\d-\d\d-\d\d&to="))
    assert page.locator(".event").count() > 0


def test_both_pictures_have_a_table_behind_them(page_of: Callable[..., Page]) -> None:
    page = page_of("/", scripts=False)
    for words in ("The map as a table", "The line of time as a table"):
        page.get_by_text(words).click()
        expect(page.locator("details[open] table tbody tr").last).to_be_visible()


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_no_serious_fault_and_nothing_runs_over_on_a_phone(page_of: Callable[..., Page], dark: bool) -> None:  # noqa: FBT001  a test's case
    from axe_core_python.sync_playwright import Axe  # noqa: PLC0415  only this test needs it

    page = page_of("/", dark=dark, width=390)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    serious = [v for v in Axe().run(page)["violations"] if v["impact"] in {"serious", "critical"}]
    assert [(v["id"], v["nodes"][0]["html"]) for v in serious] == []
