"""In a real browser the sources are found, looked at and corrected, by keys alone and without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect


def test_a_source_is_found_and_its_record_is_shown(page_of: Callable[..., Page]) -> None:
    page = page_of("/sources")
    page.get_by_label("Words of a name").fill("dravna central")
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_role("link", name="Dravna Central Hospital").click()
    assert (
        page.locator("#record svg").first.get_attribute("aria-label")
        == "1.1 times the others' best figure, inside their interval"
    )
    page.locator("#said article a.plain").first.click()
    expect(page.locator("i.anchor:target")).to_have_count(1)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_source_is_corrected_and_graded(page_of: Callable[..., Page], scripts: bool) -> None:  # noqa: FBT001  a case of the test
    page = page_of("/sources?q=iron+echo", scripts=scripts)
    page.get_by_role("link", name="Iron Echo").click()
    page.get_by_label("Kind").select_option("party")
    page.get_by_label("Grade").select_option("E")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("status")).to_have_text("Kept.")
    expect(page.locator("#history")).to_contain_text("graded E by Ana Tester")


def test_of_two_tabs_the_later_is_shown_both_versions(page_of: Callable[..., Page]) -> None:
    one, other = page_of("/sources?q=iron+echo"), page_of("/sources?q=iron+echo")
    for page in (one, other):
        page.get_by_role("link", name="Iron Echo").click()
    for page, affiliation in ((one, "Echo group"), (other, "Other group")):
        page.get_by_label("Affiliation").fill(affiliation)
        page.get_by_label("Affiliation").press("Enter")
        page.wait_for_selector("[role=status], #conflict")
    expect(other.locator("#conflict tbody tr")).to_have_text(["affiliationOther groupEcho group"])


@pytest.mark.parametrize("path", ["/sources", "/add"])
def test_on_a_phone_nothing_is_wider_than_the_screen(page_of: Callable[..., Page], path: str) -> None:
    page = page_of(path, width=360)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if path == "/sources":
        page.get_by_role("link", name="Dravna Central Hospital").click()
        page.wait_for_selector("#record")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
