"""In a real browser a report is found among all and opened, by keys alone and without scripts; what waits is read by a button."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import sayso
from sayso.schema import make_document

WORK = 120_000
"""Milliseconds until a run of one report must be over: much, for machines that are busy."""


@pytest.mark.parametrize("scripts", [True, False])
def test_a_report_is_found_by_keys_alone(page_of: Callable[..., Page], scripts: bool) -> None:  # noqa: FBT001  a case of the test
    page = page_of("/", scripts=scripts)
    page.get_by_role("link", name="Reports", exact=True).press("Enter")
    expect(page.locator("tbody tr")).to_have_count(12)
    page.get_by_label("Words of a report").fill("bridge")
    page.get_by_label("Words of a report").press("Enter")
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_role("link", name="Fighting at Halvern bridge").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Fighting at Halvern bridge")


@pytest.mark.parametrize("scripts", [True, False])
def test_run_now_reads_what_waits_and_says_what_came_of_it(
    ledger: Path, page_of: Callable[..., Page], scripts: bool  # noqa: FBT001  a case of the test
) -> None:  # fmt: skip
    with sayso.open(ledger) as desk:
        desk.add([make_document(text="Six miners were killed in Velin on 4 May 2031, the police said.", title="Velin")])
    page = page_of("/documents?state=unread", scripts=scripts)
    expect(page.locator("#undone")).to_contain_text("1 report of 13 is not read yet.")
    page.get_by_role("button", name="Run now").press("Enter")
    expect(page.locator("#result")).to_contain_text("1 document", timeout=WORK)
    page.get_by_role("link", name="Reports", exact=True).press("Enter")
    expect(page.locator("#undone")).to_have_count(0)
    expect(page.get_by_role("row").filter(has_text="Velin")).to_contain_text("4 May 2031")
