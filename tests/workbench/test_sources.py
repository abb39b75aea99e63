"""The pages of sources: a list that is searched, one page each, and a form that never overwrites what another said meanwhile."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import sayso
from sayso.judging.held import grade_in
from sayso.model import Source
from sayso.sources import heard


def _id(browser: TestClient, name: str) -> str:
    found = re.findall(r'href="/sources/(s-\w+)">([^<]+)<', browser.get("/sources").text)
    return next(str(key) for key, shown in found if shown.startswith(name))


def _form(browser: TestClient, key: str) -> dict[str, str]:
    """What the form of a source says before anything is typed."""
    shown = browser.get(f"/sources/{key}").text
    said = dict(re.findall(r'<input[^>]*name="(seen|name|party|affiliation)" value="([^"]*)"', shown))
    kind = re.search(r"<option selected>([^<]+)<", shown)
    assert kind is not None
    return said | {"kind": kind[1], "grade": ""}


def test_sources_are_listed_with_their_counts_and_proposed_grades(browser: TestClient) -> None:
    shown = browser.get("/sources").text
    assert shown.index("Dravna Central Hospital") < shown.index("Names Not Numbers") < shown.index("Iron Echo channel")
    assert "(B)" in shown
    assert "vostrian (1)" in shown


@pytest.mark.parametrize(
    ("asked", "there", "gone"),
    [
        ("kind=medical", "Dravna Central Hospital", "Names Not Numbers"),
        ("party=kelmar", "interior ministry of Kelmar", "general staff"),
        ("q=wire+KELMAR", "Kelmar Wire", "Kelmar Gazette"),
        ("q=front+thunder+channel", "Front Thunder", "Iron Echo"),
        ("q=nobody+at+all", "No source fits", "Kelmar Wire"),
    ],
)
def test_sources_are_filtered(browser: TestClient, asked: str, there: str, gone: str) -> None:
    shown = browser.get(f"/sources?{asked}").text
    assert there in shown
    assert gone not in shown


def test_a_page_number_that_is_none_is_told(browser: TestClient) -> None:
    assert browser.get("/sources?page=many").status_code == 400
    assert browser.get("/sources?page=900").status_code == 200


def test_a_source_shows_its_figures_beside_the_others_and_what_it_said(browser: TestClient) -> None:
    shown = browser.get(f"/sources/{_id(browser, 'Dravna Central Hospital')}").text
    assert "later replaced" in shown
    assert "inside their interval" in shown
    for address, anchor in re.findall(r'href="(/documents/d-\w+(?:\?claim=c-\w+)?)#([cs]-[-\w]+)"', shown):
        assert f'id="{anchor}"' in browser.get(address).text
    assert "the same name, “Dravna Central Hospital”" in shown


def test_a_source_that_is_none_is_told(browser: TestClient) -> None:
    assert browser.get("/sources/s-none").status_code == 404


def test_what_is_said_of_a_source_holds_and_is_in_its_history(browser: TestClient, ledger: Path) -> None:
    key = _id(browser, "Iron Echo channel")
    answer = browser.post(f"/sources/{key}", data=_form(browser, key) | {"kind": "party", "party": "Vostrian", "grade": "E"})
    assert answer.status_code == 200
    assert "graded <b>E</b>" in answer.text
    assert "kind party; party vostrian" in answer.text
    with sayso.open(ledger) as desk:
        source = desk.source(key)
        assert (source.kind, source.party) == ("party", "vostrian")
        assert [(r.by, grade_in(r)) for r in desk.ledger.standing(f"source:{key}")] == [("Ana Tester", "E")]
    assert '<b title="unreliable, set by Ana Tester">E</b>' in browser.get("/sources").text


def test_a_grade_is_taken_back_and_stays_in_the_history(browser: TestClient, ledger: Path) -> None:
    key = _id(browser, "Iron Echo channel")
    browser.post(f"/sources/{key}", data=_form(browser, key) | {"grade": "E"})
    answer = browser.post(f"/sources/{key}", data=_form(browser, key) | {"grade": ""})
    assert "grade taken back" in answer.text
    with sayso.open(ledger) as desk:
        assert desk.ledger.standing(f"source:{key}") == ()


def test_a_field_goes_back_to_what_was_found(browser: TestClient) -> None:
    key = _id(browser, "Iron Echo channel")
    browser.post(f"/sources/{key}", data=_form(browser, key) | {"kind": "party"})
    answer = browser.post(f"/sources/{key}", data=_form(browser, key) | {"found-kind": "1"})
    assert "kind as found" in answer.text


def test_of_two_tabs_the_later_sees_both_and_overwrites_nothing(browser: TestClient, ledger: Path) -> None:
    key = _id(browser, "Iron Echo channel")
    first, second = _form(browser, key), _form(browser, key)
    browser.post(f"/sources/{key}", data=first | {"kind": "party", "grade": "D"})
    answer = browser.post(f"/sources/{key}", data=second | {"kind": "media", "grade": "B"})
    assert answer.status_code == 409
    assert re.search(r"<td>media</td><td>party</td>", answer.text)
    assert re.search(r"<td>B</td><td>D</td>", answer.text)
    with sayso.open(ledger) as desk:
        assert desk.source(key).kind == "party"


def test_what_the_command_line_said_meanwhile_is_not_overwritten(browser: TestClient, ledger: Path) -> None:
    key = _id(browser, "Iron Echo channel")
    form = _form(browser, key)
    with sayso.open(ledger) as desk:
        desk.set_source(key, by="Bo", affiliation="Echo group")
    assert browser.post(f"/sources/{key}", data=form | {"affiliation": "Other group"}).status_code == 409


def test_sources_are_joined_and_taken_apart_again(browser: TestClient) -> None:
    one, other = _id(browser, "Iron Echo channel"), _id(browser, "Front Thunder")
    answer = browser.post(f"/sources/{one}", data=_form(browser, one) | {"same_as": "Front Thunder"})
    assert answer.url.path == f"/sources/{other}"
    assert "says that “Iron Echo channel (fictional)” is “Front Thunder”" in answer.text
    assert browser.get(f"/sources/{one}", follow_redirects=False).status_code == 303
    answer = browser.post(f"/sources/{other}", data=_form(browser, other) | {"part": one})
    assert browser.get(f"/sources/{one}", follow_redirects=False).status_code == 200


def test_what_cannot_be_said_is_told_and_nothing_is_kept(browser: TestClient, ledger: Path) -> None:
    key = _id(browser, "Iron Echo channel")
    answer = browser.post(f"/sources/{key}", data=_form(browser, key) | {"kind": "party", "same_as": "Nobody At All"})
    assert answer.status_code == 404
    answer = browser.post(f"/sources/{key}", data=_form(browser, key) | {"kind": "party", "grade": "Z"})
    assert answer.status_code == 400
    with sayso.open(ledger) as desk:
        assert desk.source(key).kind == "outlet"


def test_names_are_shown_as_they_are_written(browser: TestClient) -> None:
    key = _id(browser, "Iron Echo channel")
    answer = browser.post(f"/sources/{key}", data=_form(browser, key) | {"name": "<script>alert(1)</script>"})
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert" in browser.get("/sources").text


def test_the_list_gives_the_same_sources_as_the_command_line(ledger: Path) -> None:
    from sayso.ledger.voices import Search  # noqa: PLC0415

    with sayso.open(ledger) as desk:
        desk.set_source("Iron Echo channel (fictional)", by="Ana", same_as="Front Thunder")
        desk.set_source("Kelmar Gazette", by="Ana", name="The Gazette")
        left = heard.left_by(desk.ledger)
        page = desk.ledger.page_of_sources(Search(), left, start=0, most=99)

        def shown(s: Source) -> tuple[object, ...]:
            return (s.id, s.name, s.kind, s.party, s.affiliation, s.aliases, s.document, s.statements, s.claims)

        assert [shown(s) for s in page] == [shown(s) for s in desk.sources()]
        assert desk.ledger.count_sources(Search(), left) == len(desk.sources())
