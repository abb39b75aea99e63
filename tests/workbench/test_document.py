"""The page of a document: its text marked, what was read and what was not, its original, and a claim that is added by hand."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import sayso
from sayso import runs
from sayso.model import Attribution, Reading, Review, Statement
from sayso.schema import make_document
from sayso.workbench.adding import chosen, seen_of

SOUTHERN = "/documents/southern-1"
HOSTILE = make_document(
    name="../../x<script>",
    title='<img src=x onerror="alert(1)">',
    outlet="<b>Wire</b>",
    url="javascript:alert(1)",
    text='Said <script>alert(1)</script> & "9" died.\r\n</div></main><h1>of \U0001f6a2 9 more</h1> who died.',
)


def body(page: str) -> str:
    """Give the letters of the marked text on a page."""
    start = page.index(">", page.index('id="text"')) + 1
    return unescape(re.sub(r"<[^>]*>", "", page[start : page.index("</div>", start)]))


@pytest.fixture
def hostile(tmp_path: Path, browser_of: Callable[[Path], TestClient]) -> TestClient:
    """A browser on a ledger with a report that is made to do harm."""
    path = tmp_path / "hostile.sayso"
    said = Statement(
        id="st-1",
        document=HOSTILE.id,
        span=(0, 60),
        quote=HOSTILE.text[:60],
        said_by=(
            Attribution(name="<i>X</i>", source="s-x"),
            Attribution(name=HOSTILE.outlet or "", kind="outlet", stance="publishes"),
        ),
        content=((5, 60),),
        source=((0, 4),),
    )
    with sayso.open(path) as desk:
        desk.add([HOSTILE])
        desk.ledger.put_readings([Reading(document=HOSTILE.id, statements=(said,), flags=("<u>flag</u>",))], runs.current("all"))
    return browser_of(path)


def first_claim(ledger: Path, outcome: str = "killed") -> sayso.Claim:
    """Give a claim of the demonstration's report of the south."""
    with sayso.open(ledger) as desk:
        document = desk.ledger.document("southern-1")
        return next(c for c in desk.claims(document=document.id) if c.outcome == outcome)


def test_the_whole_text_is_shown_with_its_claims_as_links(browser: TestClient, ledger: Path) -> None:
    answer, claim = browser.get(SOUTHERN), first_claim(ledger)
    with sayso.open(ledger) as desk:
        assert body(answer.text) == desk.ledger.document("southern-1").text
    assert f'id="c-{claim.id}"' in answer.text
    assert f'href="?claim={claim.id}#c-{claim.id}"' in answer.text


def test_a_claim_that_is_looked_at_has_its_chain_its_certainty_and_its_event_beside(browser: TestClient, ledger: Path) -> None:
    claim = first_claim(ledger)
    page = browser.get(SOUTHERN, params={"claim": claim.id}).text
    panel = page[page.index('id="claim"') : page.index('id="read-title"')]
    for told in (
        "Dravna Central Hospital",
        "Kelmar Wire",
        "very likely, 80–95 %",
        "/events/e-",
        claim.id,
        "SHA-256",
        "2031-03-14",
        f"/review?target=claim:{claim.id}",
    ):
        assert told in panel, told


def test_a_claim_that_is_not_there_is_told(browser: TestClient) -> None:
    assert "was read anew, or taken back" in browser.get(SOUTHERN, params={"claim": "c-none"}).text


def test_the_head_says_where_the_report_came_from(browser: TestClient) -> None:
    page = browser.get(SOUTHERN).text
    for told in ("Southern Post", "2031-03-15 11:30 UTC", "reports.jsonl", "SHA-256", "depth all", 'rel="noreferrer noopener"'):
        assert told in page, told


def test_the_original_is_saved_and_never_shown_as_a_page(browser: TestClient, ledger: Path) -> None:
    answer = browser.get(f"{SOUTHERN}/original")
    with sayso.open(ledger) as desk:
        document = desk.ledger.document("southern-1")
        assert answer.content == desk.ledger.raw(document.raw or "")
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["content-disposition"] == 'attachment; filename="southern-1.txt"'
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_hostile_report_is_shown_as_it_stands_and_does_nothing(hostile: TestClient) -> None:
    page = hostile.get(f"/documents/{HOSTILE.id}").text
    assert body(page) == HOSTILE.text
    for harm in ("<script>alert", "<img src=x", "<b>Wire", "<i>X", "<u>flag", 'href="javascript:'):
        assert harm not in page, harm
    saved = hostile.get(f"/documents/{HOSTILE.id}/original")
    assert saved.headers["content-disposition"] == 'attachment; filename="x-script.txt"'
    assert saved.content == HOSTILE.text.encode()


def test_an_unknown_document_is_told(browser: TestClient) -> None:
    for address in ("/documents/d-none", "/documents/d-none/original"):
        assert browser.get(address).status_code == 404
    assert browser.post("/documents/d-none/claims", data={"quote": "x"}).status_code == 404


def test_a_rejected_and_an_edited_claim_are_shown_as_such(browser: TestClient, ledger: Path) -> None:
    claim = first_claim(ledger)
    with sayso.open(ledger) as desk:
        target = f"claim:{claim.id}"
        desk.review(
            Review(id="r-1", target=target, verdict="edit", by="Bo", at="2031-06-01T10:00:00+00:00", value='{"scope":"total"}')
        )
        assert "edited</b>" in browser.get(SOUTHERN, params={"claim": claim.id}).text
        desk.review(
            Review(id="r-2", target=target, verdict="reject", by="Bo", at="2031-06-02T10:00:00+00:00", note="a typing error")
        )
    page = browser.get(SOUTHERN, params={"claim": claim.id}).text
    assert "rejected</b>" in page
    assert "by Bo" in page
    assert "a typing error" in page


def test_words_that_were_missed_become_a_claim_of_whoever_said_them(browser: TestClient, ledger: Path) -> None:
    form = browser.get(SOUTHERN, params={"quote": "missile  strike on the\nbus station"}).text
    assert 'name="from" value="143"' in form or re.search(r'name="from" value="\d+"', form)
    voice = re.search(r'<option value="(st-[0-9a-f]+)" selected', form)
    assert voice is not None
    fields = {
        "quote": "missile strike on the bus station",
        "outcome": "wounded",
        "low": "1,200",
        "first": "2031-03-14",
        "by": "Ana",
    }
    answer = browser.post(
        f"{SOUTHERN}/claims", data=fields | {"statement": voice.group(1), "place": "Dravna", "group": "travellers"}
    )
    assert answer.status_code == 200
    assert "at least 1,200</span> wounded" in answer.text
    assert "<b>added</b> by Ana" in answer.text
    added = first_claim(ledger, "wounded")
    assert added.flags == ("added by Ana",)
    assert [a.name for a in added.said_by][:2] == ["Dravna Central Hospital", "Kelmar Wire"]
    again = browser.post(f"{SOUTHERN}/claims", data=fields | {"statement": voice.group(1)})
    assert "is there already" in again.text
    assert again.status_code == 400


def test_whoever_speaks_around_the_words_can_be_chosen_although_they_are_not_what_is_said(browser: TestClient) -> None:
    form = browser.get(SOUTHERN, params={"quote": "The hospital"}).text
    assert re.search(r'<option value="st-[0-9a-f]+"(?: selected)?>Dravna Central Hospital, in Southern Post', form)


def test_an_added_claim_is_taken_back_once(browser: TestClient, ledger: Path) -> None:
    browser.post(f"{SOUTHERN}/claims", data={"quote": "bus station", "outcome": "missing", "low": "3", "by": "Ana"})
    with sayso.open(ledger) as desk:
        (review,) = desk.ledger.standing()
    assert "What was read: 2 claims" in browser.post(f"{SOUTHERN}/withdraw", data={"review": review.id, "by": "Ana"}).text
    with sayso.open(ledger) as desk:
        assert desk.ledger.standing() == ()
    assert browser.post(f"{SOUTHERN}/withdraw", data={"review": review.id, "by": "Ana"}).status_code == 404


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"quote": "not in there"}, "are not in the text"),
        ({"quote": "Dravna"}, "times"),
        ({"quote": ""}, "No words of the text"),
        ({"from": "5", "to": "900000"}, "No words of the text"),
        ({"quote": "The hospital", "low": "9", "high": "3"}, "backwards"),
        ({"quote": "The hospital", "best": "many"}, "no number of persons"),
        ({"quote": "The hospital", "first": "yesterday"}, "no day"),
        ({"quote": "The hospital", "outcome": "eaten"}, "no outcome"),
        ({"quote": "The hospital", "outcome": ""}, "not said what happened"),
        ({"quote": "The hospital", "statement": "st-none"}, "no statement"),
    ],
)
def test_a_form_that_cannot_be_kept_comes_back_with_the_reason(browser: TestClient, given: dict[str, str], why: str) -> None:
    answer = browser.post(f"{SOUTHERN}/claims", data={"outcome": "killed", "by": "<Ana>", "note": "kept words"} | given)
    assert answer.status_code == 400
    assert why in answer.text
    assert "<Ana>" not in answer.text
    if given.get("quote") == "The hospital":
        assert 'value="kept words"' in answer.text


def test_what_comes_from_another_page_is_not_kept(browser: TestClient) -> None:
    fields = {"quote": "The hospital", "outcome": "killed"}
    assert browser.post(f"{SOUTHERN}/claims", data=fields, headers={"origin": "http://elsewhere.example"}).status_code == 403


def test_places_are_counted_in_code_points_and_the_quote_outranks_a_place_that_is_not_its_own() -> None:
    at = HOSTILE.text.index("9 more")
    assert chosen(HOSTILE, {"from": str(at), "to": str(at + 6), "quote": "9 more"}) == (at, at + 6)
    assert chosen(HOSTILE, {"from": "0", "to": "4", "quote": "9 more"}) == (at, at + 6)
    assert chosen(HOSTILE, {}) is None


def test_one_day_is_both_ends() -> None:
    when = seen_of((0, 4), {"outcome": "killed", "last": "2031-05-02"}).when
    assert when is not None
    assert json.dumps([d.isoformat() for d in when]) == '["2031-05-02", "2031-05-02"]'


def test_the_form_has_the_day_the_place_and_the_event_of_the_claim_beside_the_words(browser: TestClient, ledger: Path) -> None:
    claim = first_claim(ledger)
    with sayso.open(ledger) as desk:
        event = next(iter(desk.ledger.events_with(claim.id)))
    assert claim.when is not None
    assert claim.where is not None
    form = browser.get(SOUTHERN, params={"quote": "The hospital"}).text
    assert f'<option value="{event.id}" selected>' in form
    for name, value in (("first", claim.when.first), ("last", claim.when.last), ("place", claim.where.text)):
        assert f'name="{name}" value="{value}"' in form, name


def test_an_added_claim_goes_to_the_event_that_was_chosen_for_it_and_taking_it_back_takes_that_back(
    browser: TestClient, ledger: Path
) -> None:
    with sayso.open(ledger) as desk:
        home = next(iter(desk.ledger.events_with(first_claim(ledger).id)))
    fields = {"quote": "The hospital", "outcome": "missing", "low": "3", "first": "2030-01-05", "place": "Elsewhere", "by": "Ana"}
    assert browser.post(f"{SOUTHERN}/claims", data=fields | {"event": "e-none"}).status_code == 404
    assert browser.post(f"{SOUTHERN}/claims", data=fields | {"event": home.id}).status_code == 200
    added = first_claim(ledger, "missing")
    with sayso.open(ledger) as desk:
        desk.run()
        (event,) = desk.ledger.events_with(added.id)
        assert first_claim(ledger).id in event.claims
        review = next(r for r in desk.ledger.standing() if r.verdict == "add")
    browser.post(f"{SOUTHERN}/withdraw", data={"review": review.id, "by": "Ana"})
    with sayso.open(ledger) as desk:
        assert desk.ledger.standing() == ()


def test_a_statement_that_another_one_holds_is_listed_once(tmp_path: Path, browser_of: Callable[[Path], TestClient]) -> None:
    report = make_document(
        name="orlan-1", outlet="Orlan Wire", text="Mayor Ilse Tarn said that the shelling was an act of terror."
    )
    by = (Attribution(name="Ilse Tarn", source="s-t"),)
    whole = Statement(id="st-1", document=report.id, said_by=by, span=(0, 60), quote=report.text[:60])
    part = replace(whole, id="st-2", span=(26, 60), quote=report.text[26:60])
    with sayso.open(tmp_path / "once.sayso") as desk:
        desk.add([report])
        desk.ledger.put_readings([Reading(document=report.id, statements=(whole, part))], runs.current("all"))
    page = browser_of(tmp_path / "once.sayso").get("/documents/orlan-1").text
    assert page.count('<a class="who"') == 1


def test_a_number_in_no_claim_stands_in_its_words_with_the_reason(
    tmp_path: Path, browser_of: Callable[[Path], TestClient]
) -> None:
    report = make_document(name="orlan-2", text="The shelling of Orlan, in which the old mill burnt, killed 14, the mayor said.")
    with sayso.open(tmp_path / "loose.sayso") as desk:
        desk.add([report])
        desk.ledger.put_readings([Reading(document=report.id)], runs.current("all"))
    page = browser_of(tmp_path / "loose.sayso").get("/documents/orlan-2").text
    told = " ".join(re.sub(r"<[^>]*>", "", page.partition("Numbers in no claim")[2]).split())
    assert "what became of them was not read" in told
    assert "the old mill burnt, killed 14, the mayor said." in told
