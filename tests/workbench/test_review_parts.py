"""A line or an event longer than a page is accepted by who saw all of it, and several of its claims are split off at once."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import sayso
from sayso.model import Attribution, Claim, Document, Line, Quantity, Relay, Tally, When
from tests.served import one_event
from tests.workbench.test_review import decide, form

OFFICE, GUARD = 45, 5
"""Claims of the long line, and of the short one."""
DAY = When(first=date(2031, 7, 4), last=date(2031, 7, 4))


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A ledger with a line that is longer than a page."""
    return long_ledger(tmp_path / "long.sayso")


def long_ledger(path: Path) -> Path:
    """Make a ledger of one event: an office whose figure is passed on by very many papers, and a guard."""
    documents = [report(n) for n in range(OFFICE + GUARD)]
    claims = [claim(n, d) for n, d in enumerate(documents)]
    lines = [line("office", claims[:OFFICE]), line("guard", claims[OFFICE:])]
    return one_event(path, documents, claims, lines, DAY)


def report(n: int) -> Document:
    """Give a report."""
    text = f"{figure(n)} people were killed in Orsel on Friday, the {speaker(n)} said."
    return Document(id=f"d-{n:03}", name=f"r-{n:03}", text=text, outlet=f"Paper {n}", published="2031-07-05")


def figure(n: int) -> int:
    """How many a report gives."""
    return 20 if n < OFFICE else 31


def speaker(n: int) -> str:
    """Who says so in a report."""
    return "office" if n < OFFICE else "guard"


def claim(n: int, document: Document) -> Claim:
    """Give what a report says."""
    words = f"{figure(n)} people were killed"
    by = Attribution(name=speaker(n), kind="medical", source=f"s-{speaker(n)}")
    told = Quantity(low=figure(n), best=figure(n), high=figure(n), stated=(figure(n),))
    return Claim(
        id=f"c-{n:03}", document=document.id, span=(0, len(words)), quote=words, said_by=(by,), outcome="killed", quantity=told
    )


def line(name: str, claims: list[Claim]) -> Line:
    """Give the line of a speaker."""
    q = claims[0].quantity
    assert q is not None
    return Line(
        id=f"l-{name}",
        event="e-1",
        origin=name,
        kind="medical",
        documents=tuple(Relay(id=c.document) for c in claims),
        claims=tuple(c.id for c in claims),
        figures=(Tally(outcome="killed", low=q.low, best=q.best, high=q.high),),
    )


def onward(page: str) -> str:
    """Give the address of the next part."""
    return unescape(re.findall(r'rel="next" href="(/review\?[^"]*part=[^"]*)"', page)[0])


def test_a_long_line_is_accepted_on_its_last_part_by_who_saw_the_others(
    browser_of: Callable[[Path], TestClient], long: Path
) -> None:
    browser = browser_of(long)
    first = browser.get("/review?target=line:l-office").text
    assert "40 of 45 claims are shown" in first
    assert 'name="do" value="accept" data-key' not in first
    last = browser.get(onward(first)).text
    assert "accepted" in decide(browser, last, "accept")
    with sayso.open(long) as desk:
        (word,) = desk.ledger.standing()
        assert word.value is not None
        assert word.value.count("c-") == OFFICE


def test_the_last_part_alone_is_not_enough_nor_is_a_form_that_was_made_up(
    browser_of: Callable[[Path], TestClient], long: Path
) -> None:
    browser = browser_of(long)
    last = browser.get("/review?target=line:l-office&part=2").text
    assert 'name="do" value="accept" data-key' not in last
    for read in ("1.0000000000000000", "9", "x.y"):
        assert 'name="do" value="accept" data-key' not in browser.get(f"/review?target=line:l-office&part=2&read={read}").text
    answer = browser.post("/review", data=form(last) | {"do": "accept"})
    assert (answer.status_code, "Only what was shown can be accepted" in answer.text) == (400, True)


def test_an_event_is_accepted_from_the_table_of_all_its_claims(browser_of: Callable[[Path], TestClient], long: Path) -> None:
    browser = browser_of(long)
    page = browser.get("/review?target=event:e-1&view=rows").text
    assert page.count('name="tick"') == OFFICE + GUARD
    assert "accepted" in decide(browser, page, "accept")


def test_claims_of_two_lines_are_split_off_together(browser_of: Callable[[Path], TestClient], long: Path) -> None:
    browser = browser_of(long)
    page = browser.get("/review?target=event:e-1&view=rows").text
    sent = form(page, 'id="splitting"') | {"do": "split"}
    after = browser.post("/review", data={**sent, "tick": ["c-002", "c-047"]})
    assert after.status_code == 200
    with sayso.open(long) as desk:
        assert [r.value for r in desk.ledger.standing()] == ['["c-002","c-047"]']
        told = desk.corrections()[0].told
    assert (told.count("office"), told.count("guard")) == (1, 1)
    again = browser.post("/review", data={**sent, "tick": ["c-003"]})
    assert again.status_code == 409
