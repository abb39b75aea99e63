"""Every page says what a run would do for the reports of a ledger, and runs it on demand."""

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import sayso
from sayso.model import Document
from sayso.schema import make_document
from tests.workbench.conftest import ORIGIN, works_of

PATIENCE = 120.0
PAGES = ("/", "/review", "/sources", "/corrections", "/add", "/export")
NEWS = "At least 6 miners were killed in Velin on 4 May 2031, the police said."


def _as_of_another_version(path: Path) -> None:
    """A ledger whose derived tables have another shape than this program's."""
    db = sqlite3.connect(path)
    db.execute("ALTER TABLE events RENAME COLUMN title TO headline")
    db.execute("UPDATE stamps SET digest = 'older' WHERE stage = 'shape'")
    db.commit()
    db.close()


def _left(path: Path, page: str, browser_of: Callable[[Path], TestClient]) -> str:
    found = re.search(r'id="undone".*?<span>(.*?)</span>.*?</form>', browser_of(path).get(page).text, re.DOTALL)
    return "" if found is None else " ".join(found[1].split())


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_a_ledger_of_another_version_says_so(
    ledger: Path, page: str, browser_of: Callable[[Path], TestClient]
) -> None:
    _as_of_another_version(ledger)
    left = _left(ledger, page, browser_of)
    assert "made by another version of Sayso: its 12 reports and all that people decided are kept" in left


def test_run_now_reads_a_ledger_of_another_version_in_the_manner_in_which_it_was_read(
    ledger: Path, browser_of: Callable[[Path], TestClient]
) -> None:
    with sayso.open(ledger) as desk:
        desk.run(depth="figures")
        before = [e.title for e in desk.events()]
    _as_of_another_version(ledger)
    browser = browser_of(ledger)
    answer = browser.post("/add/read", headers=ORIGIN, follow_redirects=False)
    done = works_of(browser).until(int(answer.headers["location"].rsplit("/", 1)[1]), lambda w: w.over, PATIENCE)
    assert done.state == "done", done.what
    assert 'id="undone"' not in browser.get("/").text
    with sayso.open(ledger) as desk:
        assert [e.title for e in desk.events()] == before
        assert desk.contents().settings == ("depth=figures",)


def test_reports_that_were_never_read_are_counted(tmp_path: Path, browser_of: Callable[[Path], TestClient]) -> None:
    path = tmp_path / "new.sayso"
    with sayso.open(path) as desk:
        desk.add([make_document(text=NEWS)])
    assert _left(path, "/", browser_of) == "1 report waits to be read: until then there are no events."


def test_reports_added_after_a_run_are_told_of_among_the_others(ledger: Path, browser_of: Callable[[Path], TestClient]) -> None:
    assert _left(ledger, "/", browser_of) == ""
    with sayso.open(ledger) as desk:
        desk.add([make_document(text=NEWS)])
    assert _left(ledger, "/", browser_of) == "1 report of 13 is not read yet."


def test_reports_without_a_figure_are_no_unread_ones(tmp_path: Path, browser_of: Callable[[Path], TestClient]) -> None:
    path = tmp_path / "calm.sayso"
    with sayso.open(path) as desk:
        desk.add([make_document(text="The fair at Velin was well attended, the mayor said.")])
        desk.run()
        assert desk.ledger.count(Document) == 1
    page = browser_of(path).get("/").text
    assert "No report in this ledger claims a figure" in page
    assert "Run now" not in page
