"""The page where a person decides: only on what they saw, by name, one thing at a time, without any script."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

import sayso
from sayso.desk import Desk
from sayso.judging.judged import Judge
from tests.a_case import MINISTRY, read_ledger, reading

(OFFICIAL,) = reading(MINISTRY).claims


@pytest.fixture
def desk(ledger: Path) -> Iterator[Desk]:
    """Give the same ledger to somebody at the command line."""
    with sayso.open(ledger) as opened:
        yield opened


def form(page: str, of: str = 'id="decide"') -> dict[str, str]:
    """Give the hidden fields of the form that has these letters in it."""
    forms = re.findall(r"<form.*?</form>", page, re.DOTALL)
    (found,) = [f for f in forms if of in f][:1]
    return {
        name: unescape(value)
        for name, value in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', found, re.DOTALL)
    }


def decide(browser: TestClient, page: str, do: str, of: str = 'id="decide"', **more: str) -> str:
    """Press a button of a form, with what was typed into it, and give the page that follows."""
    answer = browser.post("/review", data=form(page, of) | {"do": do, **more})
    assert answer.status_code == 200, unescape(answer.text)[:2000]
    return unescape(answer.text)


def test_the_thing_on_which_most_hangs_is_shown_with_its_sentence_and_what_rejecting_does(
    browser: TestClient, desk: Desk
) -> None:
    page = unescape(browser.get("/review").text)
    item = desk.item(desk.queue()[0].target)
    assert "1 of 6" in page
    assert f"<mark>{item.claims[0].quote}</mark>" in page
    assert str(item.estimate) in page
    assert str(item.then) in page


def test_accepting_shows_the_next_thing_and_says_what_was_kept(browser: TestClient, desk: Desk) -> None:
    first, second = (s.target for s in desk.queue(limit=2))
    page = decide(browser, browser.get("/review").text, "accept")
    assert "accepted" in page
    assert form(page)["target"] == second
    assert [(r.target, r.by) for r in desk.ledger.standing()] == [(first, "Ana Tester")]


def test_rejecting_moves_the_figure_and_undo_moves_it_back(browser: TestClient, desk: Desk) -> None:
    item = desk.item(desk.queue()[0].target)
    assert item.event is not None
    page = decide(browser, browser.get("/review").text, "reject")
    assert desk.estimate(item.event, "killed") == item.then
    decide(browser, page, "undo", 'role="status"')
    assert desk.estimate(item.event, "killed") == item.estimate
    assert desk.ledger.standing() == ()


def test_what_changed_meanwhile_is_not_overwritten_and_both_versions_are_shown(browser: TestClient, desk: Desk) -> None:
    page = browser.get("/review").text
    target = desk.queue()[0].target
    desk.decide(target, "reject", Judge(by="Bo at the terminal"))
    answer = browser.post("/review", data=form(page) | {"do": "accept"})
    told = unescape(answer.text)
    assert answer.status_code == 409
    assert "What was shown to you" in told
    assert "rejected by Bo at the terminal" in told
    assert [r.verdict for r in desk.ledger.standing(target)] == ["reject"]


def test_two_tabs_do_not_both_decide(browser: TestClient, desk: Desk) -> None:
    one, other = browser.get("/review").text, browser.get("/review").text
    decide(browser, one, "accept")
    assert browser.post("/review", data=form(other) | {"do": "reject"}).status_code == 409
    assert len(desk.ledger.standing()) == 1


def test_nothing_is_decided_that_was_not_shown(browser: TestClient, desk: Desk) -> None:
    target = desk.queue()[0].target
    assert browser.post("/review", data={"do": "accept", "target": target}).status_code == 400
    assert browser.post("/review", data={"do": "accept", "target": target, "seen": "0" * 64}).status_code == 409
    assert desk.ledger.standing() == ()


def test_a_claim_is_edited_and_the_page_says_that_a_run_will_heed_it(browser: TestClient, desk: Desk) -> None:
    page = browser.get("/review").text
    claim = desk.item(desk.queue()[0].target).claims[0]
    figure = {"low": "4", "best": "4", "high": "", "outcome": claim.outcome, "status": "happened", "scope": "event"}
    after = decide(browser, page, "edit", "Keep the edit", **figure, note="the list says four")
    assert "figure 3 → 4 [4–open]" in after
    assert "at the next run" in after
    assert "Run now" in after
    assert [r.note for r in desk.ledger.standing(f"claim:{claim.id}")] == ["the list says four"]


def test_the_side_of_those_who_suffered_and_the_figure_that_holds_theirs_are_edited(browser: TestClient, desk: Desk) -> None:
    page = browser.get("/review").text
    claim = desk.item(desk.queue()[0].target).claims[0]
    whole = re.findall(r'<option value="(c-[^"]+)"', page)[0]
    assert whole in {c.id for c in desk.claims(document=claim.document)} - {claim.id}
    said = {"outcome": claim.outcome, "status": "happened", "scope": "event", "nation": "Vostria", "role": "civilian"}
    after = decide(browser, page, "edit", "Keep the edit", **said, part_of=whole)
    assert "part of no other figure → " in after
    assert ", vostria, civilian" in after
    (now,) = (c for c in desk.claims() if c.id == claim.id)
    assert now.group is not None
    assert (now.group.nation, now.group.role, now.part_of) == ("vostria", "civilian", whole)


def test_a_speaker_a_grade_and_a_note_are_kept_and_shown(browser: TestClient, desk: Desk) -> None:
    target = desk.queue()[0].target
    claim = desk.item(target).claims[0]
    page = decide(browser, browser.get("/review").text, "attribute", "Keep the speaker", speaker="Names Not Numbers")
    page = decide(browser, page, "grade", "Keep the grade", letter="B", digit="2")
    page = decide(browser, page, "note", "Keep the note", note="ask them <b>again</b>")
    assert "Names Not Numbers" in page
    assert "grade B2" in page
    assert "“ask them <b>again</b>”" in page
    assert [r.verdict for r in desk.ledger.standing() if r.target in (target, f"claim:{claim.id}")] == ["edit", "grade", "note"]


def test_a_claim_is_split_off_and_events_are_merged(browser: TestClient) -> None:
    page = browser.get("/review").text
    page = decide(browser, page, "split", 'id="splitting"')
    assert "taken out of it" in page
    page = decide(browser, page, "merge", "One event</button>", words="1")
    assert "one event with event Dravna" in page


@pytest.mark.parametrize(
    ("do", "of", "more", "says"),
    [
        ("edit", "Keep the edit", {"best": "many"}, "no number of persons"),
        ("edit", "Keep the edit", {}, "says already"),
        ("grade", "Keep the grade", {}, "no grade"),
        ("grade", "Keep the grade", {"letter": '"'}, "no grade"),
        ("note", "Keep the note", {"note": " "}, "note is empty"),
        ("merge", "One event</button>", {"words": "nowhere"}, "no event nowhere"),
        ("dance", 'id="decide"', {}, "Nothing was chosen"),
    ],
)
def test_what_cannot_be_kept_comes_back_with_the_reason(
    browser: TestClient, do: str, of: str, more: dict[str, str], says: str
) -> None:
    answer = browser.post("/review", data=form(browser.get("/review").text, of) | {"do": do, **more})
    assert answer.status_code == 400
    assert says in unescape(answer.text)


@pytest.mark.parametrize(
    "words", ["claim:c-none", "thing:1", "line:", "link:a|b", "source:s-none", "estimate:e|killed", "event:\x00"]
)
def test_what_is_not_there_is_told_of(browser: TestClient, words: str) -> None:
    answer = browser.get("/review", params={"target": words})
    assert answer.status_code == 200
    assert "no longer there" in answer.text


def test_every_sort_of_thing_has_a_page(browser: TestClient, desk: Desk) -> None:
    event = desk.event("1")
    link = desk.ledger.ask("SELECT a, b FROM links LIMIT 1")[0]
    source = desk.sources()[0]
    targets = (
        f"event:{event.id}",
        f"claim:{event.claims[0]}",
        f"link:{'|'.join(link)}",
        f"estimate:{event.id}|killed",
        f"source:{source.id}",
    )
    for target in targets:
        page = browser.get("/review", params={"target": target}).text
        assert form(page)["target"] == target
        assert "accepted" in decide(browser, page, "accept")


def test_a_source_without_a_kind_is_given_one(browser: TestClient, desk: Desk) -> None:
    source = desk.source("Front Thunder")
    page = browser.get("/review", params={"target": f"source:{source.id}"}).text
    decide(browser, page, "kind", "Set the kind", kind="party")
    assert desk.source("Front Thunder").kind == "party"
    assert browser.post("/review", data=form(page, "Set the kind") | {"do": "kind", "kind": "media"}).status_code == 409


def test_the_name_is_asked_once_and_kept_with_each_decision(browser: TestClient, desk: Desk) -> None:
    page = unescape(browser.post("/review/name", data={"name": " Zoë  Ōta ", "back": "/review"}).text)
    assert "deciding as <b>Zoë Ōta</b>" in page
    decide(browser, page, "accept")
    assert [r.by for r in desk.ledger.standing()] == ["Zoë Ōta"]
    assert browser.post("/review/name", data={"name": "x", "back": "//elsewhere.example/"}, follow_redirects=False).headers[
        "location"
    ] == ("/review")


def test_an_empty_queue_says_so(browser_of: Callable[[Path], TestClient], tmp_path: Path) -> None:
    browser = browser_of(read_ledger(tmp_path / "unread.sayso"))
    assert "Nothing is left to decide" in browser.get("/review").text
    assert "No corrections yet" in browser.get("/corrections").text


def test_the_corrections_show_all_words_and_undo_them(browser: TestClient, desk: Desk) -> None:
    claim = desk.claims()[0]
    word = desk.decide(f"claim:{claim.id}", "reject", Judge(by="Bo", note="a <b>rumour</b>")).review
    desk.set_source("Front Thunder", by="Cy", kind="party")
    page = browser.get("/corrections").text
    assert "a &lt;b&gt;rumour&lt;/b&gt;" in page
    assert "kind party" in page
    assert f"/review?target={quote('claim:' + claim.id)}" in page
    after = browser.post("/corrections", data={"review": word.id})
    assert "taken back by Ana Tester" in after.text
    assert "Restore" in after.text
    assert browser.post("/corrections", data={"review": word.id}).status_code == 409
    assert browser.post("/corrections", data={"review": "r-none"}).status_code == 404


def test_what_was_said_of_a_source_is_taken_back_on_the_page_of_corrections(browser: TestClient, desk: Desk) -> None:
    found = desk.source("Front Thunder").kind
    desk.set_source("Front Thunder", by="Cy", kind="party", party="kelmar")
    (word,) = desk.corrections()
    after = browser.post("/corrections", data=form(browser.get("/corrections").text, "kind party"))
    assert "taken back by Ana Tester" in after.text
    assert (desk.source("Front Thunder").kind, desk.source("Front Thunder").party) == (found, None)
    assert browser.post("/corrections", data={"review": word.review}).status_code == 409
    assert browser.post("/corrections", data={"review": "w-999"}).status_code == 404


def test_the_log_is_paged(browser: TestClient, desk: Desk) -> None:
    claim = desk.claims()[0]
    for n in range(51):
        desk.decide(f"claim:{claim.id}", "note", Judge(by="Bo", note=f"note {n}."))
    assert "note 0." not in browser.get("/corrections").text
    assert "note 0." in browser.get("/corrections?page=2").text
