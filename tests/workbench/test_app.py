"""What fails is told as a page: what, and what to do."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.errors import LedgerError
from sayso.workbench.app import workbench
from sayso.workbench.gate import Keys
from sayso.workbench.page import environment


def test_an_address_that_is_none_is_told_as_a_page(browser: TestClient) -> None:
    answer = browser.get("/nothing-here")
    assert answer.status_code == 404
    assert "There is no such page" in answer.text
    assert "deciding as" in answer.text


def test_a_ledger_that_is_not_there_is_told_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(LedgerError):
        workbench(tmp_path / "none.sayso", Keys(token="t", hosts=()))  # noqa: S106  a test's own


def test_the_look_is_served(browser: TestClient) -> None:
    answer = browser.get("/static/sayso.css")
    assert answer.headers["content-type"].startswith("text/css")


def test_every_template_escapes_what_it_shows() -> None:
    assert environment().autoescape is True


@pytest.mark.parametrize("name", environment().list_templates())
def test_every_template_can_be_read_and_has_no_script_or_style_of_its_own(name: str) -> None:
    environment().get_template(name)
    assert environment().loader is not None
    source, _, _ = environment().loader.get_source(environment(), name)  # type: ignore[union-attr]
    for forbidden in ("<style", " style=", "onclick=", "onchange=", "onload=", "javascript:", "|safe", "| safe"):
        assert forbidden not in source, forbidden
    assert source.count("<script") == source.count('<script src="/static/')
