"""The list of reports shows each with what it claims, speaks of and came from, and the filters of its address."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import sayso
from sayso.judging.judged import Judge
from sayso.schema import make_document
from sayso.workbench.documents import ROWS


def _titles(page: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="/documents/[^"]+">([^<]+)', page)


@pytest.mark.parametrize(
    ("query", "reports"),
    [
        ("", 12),
        ("?outlet=kelmar+wire+(fictional)", 3),
        ("?words=bridge", 2),
        ("?from=2031-03-17", 3),
        ("?to=2031-03-14", 5),
        ("?state=unread", 0),
        ("?state=told&words=hospital&from=2031-03-15&to=2031-03-15", 2),
    ],
)
def test_the_address_says_which_reports_are_listed(browser: TestClient, query: str, reports: int) -> None:
    page = browser.get(f"/documents{query}").text
    assert len(_titles(page)) == reports
    assert ("No report fits" in page) == (reports == 0)


@pytest.mark.parametrize("query", ["?from=yesterday", "?state=lost", "?page=0"])
def test_what_cannot_be_asked_is_refused_in_words(browser: TestClient, query: str) -> None:
    assert browser.get(f"/documents{query}").status_code == 400


def test_a_rejected_claim_counts_no_more(ledger: Path, browser: TestClient) -> None:
    def claims() -> list[str]:
        return re.findall(r'data-name="claims">(\d+)<', browser.get("/documents?words=bridge").text)

    assert claims() == ["1", "2"]
    with sayso.open(ledger) as desk:
        document = desk.ledger.search("fighting halvern bridge")[0]
        desk.decide(f"claim:{desk.claims(document=document)[0].id}", "reject", Judge(by="Ana"))
    assert claims() == ["1", "1"]


def test_many_reports_are_paged_and_the_filters_go_along(tmp_path: Path, browser_of: Callable[[Path], TestClient]) -> None:
    path = tmp_path / "many.sayso"
    with sayso.open(path) as desk:
        desk.add(make_document(text=f"Dispatch {n} from Velin.", outlet="Velin Wire") for n in range(ROWS + 7))
    browser = browser_of(path)
    first = browser.get("/documents?outlet=Velin+Wire").text
    assert len(_titles(first)) == ROWS
    (after,) = re.findall(r'rel="next" href="([^"]+)"', first)
    assert len(_titles(browser.get(f"/documents{after.replace('&amp;', '&')}").text)) == 7


def test_a_hostile_title_is_shown_as_it_is_written(tmp_path: Path, browser_of: Callable[[Path], TestClient]) -> None:
    path = tmp_path / "odd.sayso"
    with sayso.open(path) as desk:
        desk.add([make_document(text="A dispatch.", title="<script>alert(1)</script>", outlet='"><img src=x>')])
    page = browser_of(path).get("/documents").text
    assert "<script>alert" not in page
    assert "<img" not in page


def test_a_report_without_a_title_is_called_by_its_first_words_and_its_file(
    tmp_path: Path, browser_of: Callable[[Path], TestClient]
) -> None:
    text = tmp_path / "note.txt"
    text.write_text("we heard that two guards were killed by a shell near the mill of Orlan on Friday, and nobody else.")
    with sayso.open(tmp_path / "case.sayso") as desk:
        desk.add(sayso.files(text))
    page = browser_of(tmp_path / "case.sayso").get("/documents").text
    assert _titles(page) == ["“we heard that two guards were killed by a shell near the…”"]
    assert ">note.txt<" in page
