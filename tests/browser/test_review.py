"""Deciding by keys in a real browser: each key does what its button does, and two tabs do not overwrite each other."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import sayso
from sayso.desk import Desk

Pages = Callable[..., Page]


@pytest.fixture
def desk(ledger: Path) -> Iterator[Desk]:
    """Give the served ledger to the test."""
    with sayso.open(ledger) as opened:
        yield opened


def press(page: Page, key: str) -> None:
    """Press a key once the page's script is there to hear it."""
    page.wait_for_load_state()
    page.keyboard.press(key)


def test_a_person_decides_by_keys_and_takes_it_back(page_of: Pages, desk: Desk) -> None:
    first, second = (s.target for s in desk.queue(limit=2))
    page = page_of("/review")
    press(page, "j")
    expect(page.get_by_text("2 of 6")).to_be_visible()
    press(page, "k")
    expect(page.get_by_text("1 of 6")).to_be_visible()
    press(page, "r")
    expect(page.get_by_role("status")).to_contain_text("rejected")
    expect(page.locator("#decide input[name=target]")).to_have_value(second)
    assert [(r.target, r.verdict, r.by) for r in desk.ledger.standing()] == [(first, "reject", "Ana Tester")]
    press(page, "u")
    expect(page.get_by_role("status")).to_contain_text("took back: rejected")
    assert desk.ledger.standing() == ()
    press(page, "a")
    expect(page.get_by_role("status")).to_contain_text("accepted")


def test_keys_open_the_forms_and_type_into_them(page_of: Pages, desk: Desk) -> None:
    page = page_of("/review")
    for key, button in (
        ("t", "Keep the speaker"),
        ("g", "Keep the grade"),
        ("s", "out of the event"),
        ("m", "One event"),
    ):
        press(page, key)
        expect(page.get_by_role("button", name=button)).to_be_visible()
        press(page, "Escape")
        expect(page.get_by_role("button", name=button)).to_be_hidden()
    press(page, "n")
    page.keyboard.type("are they sure?")
    page.get_by_role("button", name="Keep the note").click()
    expect(page.get_by_text("“are they sure?”")).to_be_visible()
    press(page, "e")
    page.keyboard.type("5")
    page.get_by_label("best").fill("5")
    page.get_by_label("at most").fill("5")
    page.get_by_role("button", name="Keep the edit").click()
    expect(page.get_by_role("status")).to_contain_text("figure 3 → 5")
    expect(page.get_by_role("button", name="Run now")).to_be_visible()
    assert [r.verdict for r in desk.ledger.standing()] == ["note", "edit"]


def test_two_tabs_do_not_overwrite_each_other(page_of: Pages, desk: Desk) -> None:
    one, other = page_of("/review"), page_of("/review")
    press(one, "a")
    expect(one.get_by_role("status")).to_contain_text("accepted")
    press(other, "r")
    expect(other.get_by_role("alert")).to_contain_text("What was shown to you")
    assert [r.verdict for r in desk.ledger.standing()] == ["accept"]


def test_deciding_and_the_log_work_without_scripts_and_on_a_phone(page_of: Pages) -> None:
    page = page_of("/review", width=390, dark=True, scripts=False)
    page.get_by_role("button", name="Accept a", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("accepted")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("link", name="Corrections").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Restore")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
