"""The page of an event shows every claim, why the figure is what it is, and how it moves under each switch."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import sayso
from sayso.judging.judged import Judge
from sayso.model import Event, Review

Found = tuple[Event, Event]


@pytest.fixture
def events(ledger: Path) -> Found:
    """The strike with many reports, and the fight of which only its sides speak."""
    with sayso.open(ledger) as desk:
        one, two = desk.events()
    return one, two


def shown(browser: TestClient, event: Event, query: str = "") -> str:
    """Give the page of an event, its spaces single."""
    answer = browser.get(f"/events/{event.id}{query}")
    assert answer.status_code == 200, answer.text
    return " ".join(answer.text.split())


def test_every_claim_of_the_outcome_is_in_the_table_and_leads_to_its_sentence(browser: TestClient, events: Found) -> None:
    page = shown(browser, events[0])
    with sayso.open(str(browser.app.state.desk.ledger.path)) as desk:  # type: ignore[attr-defined]
        claims = [c for c in desk.claims(events[0]) if c.outcome == "killed"]
    assert len(claims) == 13
    table = page.partition('class="stack claims"')[2]
    for claim in claims:
        assert f"/documents/{claim.document}?claim={claim.id}#c-{claim.id}" in table
        assert f"/documents/{claim.document}?claim={claim.id}#c-{claim.id}" in page.partition("</svg>")[0]


def test_the_drawing_says_speaker_words_and_line_of_each_claim(browser: TestClient, events: Found) -> None:
    page = shown(browser, events[0])
    assert "23 killed: “killed 23 people” — interior ministry of Kelmar, in Kelmar Gazette (fictional). " in page
    assert page.count('class="spot ') == 13
    assert page.count(" thin") == 5


def test_copies_counted_as_lines_move_the_estimate_and_stand_for_themselves(browser: TestClient, events: Found) -> None:
    page = shown(browser, events[0], "?count_copies=1")
    assert "4 lines → 10, 17 [16–19] → 17" in page
    assert "each copy counted as one" in page
    assert " thin" not in page
    assert "as stored</text>" in page


def test_without_the_parties_a_fight_told_by_them_alone_has_no_figure(browser: TestClient, events: Found) -> None:
    page = shown(browser, events[1], "?drop_parties=1")
    assert "2 lines → 0, 3 [2–16] → no figure" in page
    assert "speaks for a party, set aside" in page


def test_as_of_a_day_shows_no_later_report(browser: TestClient, events: Found) -> None:
    page = shown(browser, events[0], "?as_of=2031-03-14")
    assert "Names Not Numbers" not in page
    assert "14 Mar 2031" in page
    assert "15 Mar 2031" not in page
    assert "sayso why demo.sayso " + events[0].id + " --as-of 2031-03-14" in page


def test_before_the_first_report_there_is_no_figure_and_no_fault(browser: TestClient, events: Found) -> None:
    page = shown(browser, events[0], "?as_of=2030-01-01")
    assert "nobody gives a number by 2030-01-01" in page
    assert "4 lines → 0, 17 [16–19] → no figure" in page


@pytest.mark.parametrize(("policy", "figure"), [("ucdp", "17 [16–23]"), ("acled", "16"), ("ibc", "16–23")])
def test_another_recorders_rule_is_a_switch(browser: TestClient, events: Found, policy: str, figure: str) -> None:
    assert f"→ {figure}</p>" in shown(browser, events[0], f"?policy={policy}")


def test_the_tabs_keep_the_switches_and_show_each_outcome(browser: TestClient, events: Found) -> None:
    page = shown(browser, events[0], "?outcome=wounded&count_copies=1")
    assert "Estimate: wounded" in page
    assert 'href="?outcome=killed&amp;count_copies=1"' in page


def test_the_tree_nests_reports_under_those_they_have_it_from(browser: TestClient, events: Found) -> None:
    page = shown(browser, events[0])
    tree = page.partition("Reports: who has it from whom")[2]
    assert re.search(r"Kelmar Wire \(fictional\)</a>.*?<ul class=\"tree\">.*?Morning Ledger.*?</ul>", tree)
    assert "<b>copy of Kelmar Wire (fictional)</b>: the same text" in tree
    assert "<b>cites Kelmar Wire (fictional)</b>" in tree


def test_grounds_say_what_each_line_does_and_propose_grades(browser: TestClient, events: Found) -> None:
    page = shown(browser, events[0])
    assert "holds the figure" in page
    assert 'B <span class="muted">proposed</span>' in page
    assert '5 <span class="muted">proposed: far outside the 90 % interval' in page
    assert "proposed standing" in page


def test_what_a_person_graded_stands_beside_what_is_proposed(browser: TestClient, events: Found, ledger: Path) -> None:
    with sayso.open(ledger) as desk:
        claim = next(c for c in desk.claims(events[0]) if c.said_by[0].name == "Names Not Numbers")
        line = next(n for n in desk.ledger.lines_of(events[0].id) if claim.id in n.claims)
        for key, target, value in (("r-1", f"line:{line.id}", '"2"'), ("r-2", f"source:{claim.said_by[0].source}", '"A"')):
            desk.ledger.review(
                Review(id=key, target=target, verdict="grade", value=value, by="Ada", at="2031-06-01T00:00:00+00:00")
            )
    page = shown(browser, events[0])
    assert "proposed</span><br><b>set: A, Ada, 2031-06-01</b>" in page
    assert "<b>set: 2, Ada, 2031-06-01</b>" in page


def test_a_claim_that_a_person_rejected_is_left_out_and_said_to_be(browser: TestClient, events: Found, ledger: Path) -> None:
    with sayso.open(ledger) as desk:
        claim = next(c for c in desk.claims(events[0]) if c.quote == "killed 23 people")
        at = "2031-06-01T00:00:00+00:00"
        desk.review(Review(id="r-1", target=f"claim:{claim.id}", verdict="reject", by="Ada", at=at))
    said = f'Left out, for a person rejected it: 1 claim · <a href="/review?target=claim:{claim.id}">“killed 23 people”</a>'
    page = shown(browser, events[0])
    assert f"claim={claim.id}#" not in page
    assert said in page
    with sayso.open(ledger) as desk:
        desk.run()
        (event,) = [e for e in desk.events() if e.title == events[0].title]
        assert claim.id not in event.claims
    assert said in shown(browser, event)


def test_revisions_and_first_confirmations_are_told_with_their_days(browser: TestClient, events: Found) -> None:
    page = shown(browser, events[0])
    assert "first confirmation by Names Not Numbers: killed" in page
    assert 'at least 14</b></a> <span class="muted">2031-03-14, Kelmar Wire (fictional)' in page


@pytest.mark.parametrize("query", ["?policy=mine", "?as_of=yesterday", "?outcome=sad", "?page=x", "?as_of=2031-99-99"])
def test_what_cannot_be_asked_is_refused_in_words(browser: TestClient, events: Found, query: str) -> None:
    answer = browser.get(f"/events/{events[0].id}{query}")
    assert answer.status_code == 400
    assert 'class="card error"' in answer.text


def test_an_event_that_is_not_there_is_told(browser: TestClient) -> None:
    assert browser.get("/events/e-none").status_code == 404


def test_hostile_words_of_a_report_are_shown_and_never_run(tmp_path: Path, browser_of: Callable[[Path], TestClient]) -> None:
    text = "MARSHEN, May 2 - Nine people were killed in Marshen on Friday, <script>alert(1)</script> police said."
    path = tmp_path / "hostile.sayso"
    report = sayso.Document(id="d-h", name="<img src=x>", text=text, published="2031-05-02", outlet='"><svg onload=alert(1)>')
    with sayso.open(path) as desk:
        desk.add([report])
        desk.run()
        (event,) = desk.events()
    page = browser_of(path).get(f"/events/{event.id}").text
    assert "<svg onload" not in page
    assert "<script>alert" not in page
    assert "&lt;svg onload" in page


def test_where_nobody_says_when_the_day_of_publication_is_told_as_such(browser: TestClient, events: Found) -> None:
    page = shown(browser, events[0])
    with sayso.open(str(browser.app.state.desk.ledger.path)) as desk:  # type: ignore[attr-defined]
        claims = [c for c in desk.claims(events[0]) if c.outcome == "killed"]
    table = page.partition('class="stack claims"')[2]
    assert 0 < table.count(">published</span>") == sum(c.said_by[0].said is None for c in claims)
    assert all(f'data-name="day of the event">{c.when.first}' in table for c in claims if c.when is not None)


def test_all_revisions_that_a_report_itself_tells_are_listed(browser: TestClient, events: Found) -> None:
    with sayso.open(str(browser.app.state.desk.ledger.path)) as desk:  # type: ignore[attr-defined]
        later, earlier = [c for c in desk.claims(events[0]) if c.outcome == "killed"][:2]
        desk.edit(later.id, {"revises": earlier.id}, Judge(by="Ana"))
    table = shown(browser, events[0]).partition('aria-label="Table of revisions"')[2].partition("</table>")[0]
    assert f"#c-{later.id}" in table
    assert f"#c-{earlier.id}" in table
