"""The page of an event with very many reports stays light: its lines and claims are paged, and none is lost."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.model import Attribution, Claim, Document, Line, Quantity, Relay, Tally, When, Where
from tests.served import one_event

REPORTS, LINES = 600, 120
DAY = When(first=date(2031, 7, 4), last=date(2031, 7, 4))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of one event of which many offices speak, each passed on by four papers."""
    path = tmp_path_factory.mktemp("large") / "large.sayso"
    documents = [report(n) for n in range(REPORTS)]
    claims = [claim(n, d) for n, d in enumerate(documents)]
    lines = [line(n, documents, claims) for n in range(LINES)]
    return one_event(path, documents, claims, lines, DAY)


def figure(n: int) -> int:
    """How many the office behind a report gives."""
    return 20 + n % LINES % 40


def report(n: int) -> Document:
    """Give a report."""
    text = f"{figure(n)} people were killed in Orsel on Friday, office {n % LINES} said."
    return Document(id=f"d-{n:03}", name=f"r-{n:03}", text=text, outlet=f"Paper {n}", published=f"2031-07-{5 + n // LINES:02}")


def claim(n: int, document: Document) -> Claim:
    """Give what a report says."""
    k, words = figure(n), f"{figure(n)} people were killed"
    return Claim(
        id=f"c-{n:03}",
        document=document.id,
        span=(0, len(words)),
        quote=words,
        said_by=(Attribution(name=f"office {n % LINES}", kind="medical", source=f"s-{n % LINES}"),),
        outcome="killed",
        quantity=Quantity(low=k, best=k, high=k, stated=(k,)),
        when=DAY,
        where=Where(text="Orsel"),
    )


def line(n: int, documents: list[Document], claims: list[Claim]) -> Line:
    """Give the line of an office: the first report and those who have it from there."""
    own, k = range(n, REPORTS, LINES), figure(n)
    relays = [
        Relay(id=documents[m].id, how="rewrite" if m != n else "origin", of=documents[n].id if m != n else None) for m in own
    ]
    tally = Tally(outcome="killed", low=k, best=k, high=k)
    told = tuple(claims[m].id for m in own)
    return Line(
        id=f"l-{n:03}", event="e-1", origin=f"office {n}", kind="medical", documents=tuple(relays), claims=told, figures=(tally,)
    )


def test_the_page_is_light_and_each_claim_is_on_one_page_of_the_table(
    large: Path, browser_of: Callable[[Path], TestClient]
) -> None:
    browser, found = browser_of(large), []
    for number in range(1, REPORTS // 100 + 1):
        answer = browser.get(f"/events/e-1?page={number}")
        assert len(answer.content) < 300_000
        table = answer.text.partition('class="stack claims"')[2]
        found += re.findall(r"claim=(c-\d+)#", table)
    assert sorted(found) == [f"c-{n:03}" for n in range(REPORTS)]


def test_the_lines_are_paged_and_keep_their_letters(large: Path, browser_of: Callable[[Path], TestClient]) -> None:
    browser, letters = browser_of(large), []
    for number in (1, 2, 3):
        letters += re.findall(r'<h3 id="line-([A-Z]+)"', browser.get(f"/events/e-1?lines={number}").text)
    assert len(letters) == len(set(letters)) == LINES


def test_a_page_beyond_the_last_is_the_last(large: Path, browser_of: Callable[[Path], TestClient]) -> None:
    assert "page 6 of 6" in browser_of(large).get("/events/e-1?page=99").text
