"""The page of an event in a real browser: marks say their words, switches move the estimate, all reads without scripts too."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import sayso


@pytest.fixture
def path(ledger: Path) -> str:
    """The address of the event with most reports."""
    with sayso.open(ledger) as desk:
        return f"/events/{desk.events()[0].id}"


def test_a_mark_says_its_words_where_one_points_and_where_one_tabs_to(page_of: Callable[..., Page], path: str) -> None:
    page = page_of(path)
    tip = page.locator(".tip")
    page.locator("a.spot").first.focus()
    expect(tip).to_contain_text("“")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.locator("a.spot.l2 .point").first.hover()
    expect(tip).to_contain_text("More than 100 people were killed")


def test_arrows_go_from_mark_to_mark_and_the_tab_key_leaves_the_drawing(page_of: Callable[..., Page], path: str) -> None:
    page = page_of(path)
    page.locator("a.spot").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("a.spot").nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator("a.spot").last).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="The table behind this drawing")).to_be_focused()


def test_on_paper_the_drawing_fits_and_the_switches_are_gone(page_of: Callable[..., Page], path: str) -> None:
    page = page_of(path, width=720)
    page.emulate_media(media="print")
    assert page.locator("#switches").is_hidden()
    assert page.evaluate("document.querySelector('svg.chart').getBoundingClientRect().right <= innerWidth")


def test_a_switch_moves_the_estimate_and_the_address_in_place(page_of: Callable[..., Page], path: str) -> None:
    page = page_of(path)
    page.get_by_label("count copies as independent").check()
    expect(page.locator(".moved")).to_contain_text("4 lines → 10")
    assert "count_copies=1" in page.url
    expect(page.get_by_label("count copies as independent")).to_be_focused()
    page.locator("a.spot").first.focus()
    expect(page.locator(".tip")).to_be_visible()


def test_the_slider_goes_back_through_the_days_of_publication(page_of: Callable[..., Page], path: str) -> None:
    page = page_of(path)
    page.locator("#slide").focus()
    page.keyboard.press("Home")
    expect(page.locator(".moved")).to_contain_text("lines")
    expect(page.locator("#switches output")).to_have_text("2031-03-14")
    assert "as_of=2031-03-14" in page.url
    page.keyboard.press("End")
    expect(page.locator(".moved")).to_have_count(0)


def test_without_scripts_the_switches_are_a_form_and_marks_are_links(page_of: Callable[..., Page], path: str) -> None:
    page = page_of(path, scripts=False)
    page.get_by_label("drop what only the parties say").check()
    page.locator("input[name=as_of]").fill("2031-03-15")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".moved")).to_contain_text("4 lines →")
    assert "as_of=2031-03-15" in page.url
    assert "/documents/" in (page.locator("a.spot").first.get_attribute("href") or "")


@pytest.mark.parametrize("width", [390, 1400])
def test_nothing_is_wider_than_the_screen(page_of: Callable[..., Page], path: str, width: int) -> None:
    page = page_of(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_no_serious_fault(page_of: Callable[..., Page], path: str, dark: bool) -> None:  # noqa: FBT001  a test's case
    from axe_core_python.sync_playwright import Axe  # noqa: PLC0415  only this test needs it

    page = page_of(path + "?count_copies=1", dark=dark)
    found = Axe().run(page)["violations"]
    serious = [(v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in found if v["impact"] in {"serious", "critical"}]
    assert serious == []


def test_on_a_phone_the_axis_stands_still_while_the_drawing_is_scrolled(page_of: Callable[..., Page], path: str) -> None:
    page = page_of(path, width=390, dark=True)
    still = page.locator(".drawing > svg.still")
    before = still.bounding_box()
    assert page.evaluate("const d = document.querySelector('.drawing'); d.scrollLeft = 200; d.scrollLeft") == 200
    assert still.bounding_box() == before
    axis = [t.strip() for t in still.locator("text").all_text_contents()]
    assert axis == [t.strip() for t in page.locator("svg.chart text.persons").all_text_contents()] != []


@pytest.mark.parametrize("table", ["grounds", "claims"])
def test_on_a_phone_no_column_of_a_table_is_cut(page_of: Callable[..., Page], path: str, table: str) -> None:
    page = page_of(path, width=390)
    assert page.evaluate(f"(t => t.scrollWidth <= t.parentElement.clientWidth)(document.querySelector('table.{table}'))")
    assert page.locator(f"table.{table} td[data-name]").first.is_visible()
