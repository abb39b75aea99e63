"""The frame of every page holds in a real browser: its look is loaded, nothing is blocked, nothing runs over on a phone."""

from collections.abc import Callable

from playwright.sync_api import Page


def test_the_look_is_loaded_and_nothing_is_blocked(page_of: Callable[..., Page]) -> None:
    page = page_of("/nothing-here")
    assert page.locator("h1").inner_text() == "There is no such page"
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).display") == "flex"


def test_on_a_phone_nothing_is_wider_than_the_screen(page_of: Callable[..., Page]) -> None:
    page = page_of("/nothing-here", width=390)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
