"""In a real browser the list of events is filtered, taken back, and read without scripts, on a phone too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page


def _titles(page: Page) -> list[str]:
    return [t.partition(",")[0] for t in page.locator(".event h3 a").all_inner_texts()]


def test_a_filter_stands_in_the_address_and_can_be_taken_away(page_of: Callable[..., Page]) -> None:
    page = page_of("/")
    page.get_by_role("searchbox", name="Place").fill("halvern")
    page.get_by_role("button", name="Show").click()
    assert "near=halvern" in page.url
    assert _titles(page) == ["Halvern"]
    page.get_by_role("link", name="at halvern").click()
    assert _titles(page) == ["Dravna", "Halvern"]


def test_search_and_narrowing_work_without_scripts_and_by_keys(page_of: Callable[..., Page]) -> None:
    page = page_of("/", scripts=False)
    page.get_by_label("Words of a report").fill("missile")
    page.keyboard.press("Enter")
    page.wait_for_url("**words=missile**")
    assert _titles(page) == ["Dravna"]
    page.get_by_role("link", name="Clear filters").click()
    page.get_by_role("link", name="parties only").click()
    assert _titles(page) == ["Halvern"]


@pytest.mark.parametrize("dark", [False, True])
def test_on_a_phone_a_list_runs_over_nowhere(page_of: Callable[..., Page], dark: bool) -> None:  # noqa: FBT001  a case of the test
    page = page_of("/?unreviewed=1", width=360, dark=dark)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".event .figure").first.is_visible()


def test_each_bar_says_its_figure_in_words(page_of: Callable[..., Page]) -> None:
    page = page_of("/?near=halvern")
    titles = page.locator(".event svg.band title")
    assert titles.first.text_content() == "3 [2–16], as likely as not 3–6"
    assert page.locator(".event .figure").first.inner_text() == "3 [2–16]"
