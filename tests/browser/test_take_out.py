"""Taking out, in a real browser: from the list to a file, and a report that stands alone and loads nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import sayso

PageOf = Callable[..., Page]


@pytest.mark.parametrize("width", [1400, 360])
def test_what_is_filtered_is_saved(page_of: PageOf, width: int) -> None:
    page = page_of("/?near=Halvern", width=width, scripts=False)
    page.get_by_role("link", name="export these").click()
    expect(page.get_by_role("main")).to_contain_text("1 event of 2")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with page.expect_download() as started:
        page.get_by_role("link", name="Save Report").click()
    assert started.value.suggested_filename == "sayso-report.html"
    told = Path(started.value.path()).read_text(encoding="utf-8")
    assert ("Halvern, 16 March 2031" in told, "Dravna, 14 March 2031" in told) == (True, False)


def test_a_report_opens_from_the_disk_without_a_fault_and_prints(chromium: Browser, ledger: Path, tmp_path: Path) -> None:
    with sayso.open(ledger) as desk:
        (path,) = desk.export("report", tmp_path)
    page, faults = chromium.new_page(viewport={"width": 360, "height": 800}), list[str]()
    page.on("console", lambda m: faults.append(m.text))
    page.on("request", lambda r: faults.append(r.url) if r.url != path.as_uri() else None)
    page.goto(path.as_uri())
    page.get_by_role("link", name="[1]").first.click()
    expect(page.locator("#report-1")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.pdf(format="A4").startswith(b"%PDF")
    assert faults == []
    page.close()
