"""A person's word on a line holds on the claims that it was shown with, whatever a run makes of the line."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import sayso.desk
from sayso import runs
from sayso.desk import Desk
from sayso.judging.held import SetAside, grade_in, kept_line, on_line, said_in, set_aside, shown
from sayso.judging.judged import Judge
from sayso.model import Claim, Document, Event, Line, Reading, Review, Tally, Verdict
from sayso.schema import make_document
from sayso.sources.heard import grade, graded
from tests.a_case import DOCUMENTS, MINISTRY, OFFICE, claim, read_ledger, reading

ADA = Judge(by="Ada")
LINE = Line(id="l-1", event="e-1", origin="Harbour office", claims=("c-1", "c-2"), figures=(Tally(outcome="killed", best=9),))
LATER = make_document(
    name="gazette-4",
    title="Ministry: 26 killed on Orlan ferry",
    outlet="Northern Gazette",
    published="2031-05-04",
    text="The interior ministry said on Sunday that 26 people were killed when a shell hit the ferry at Orlan on Friday.",
)
AGAIN = make_document(
    name="shore-1",
    title="Ministry: 23 killed on Orlan ferry",
    outlet="Shore Post",
    published="2031-05-05",
    text="On Saturday the interior ministry said 23 people were killed when the ferry at Orlan was hit by a shell on Friday.",
)


def word(verdict: Verdict, claims: tuple[str, ...] | None, at: str, target: str = "line:l-1") -> Review:
    """Give a word on a line as it is kept; with None as claims, one from before words held on claims."""
    value = None if claims is None else kept_line(LINE, claims)
    return Review(id=f"r-{at}-{target}", target=target, verdict=verdict, by="Ada", at=at, value=value)


def more(desk: Desk, document: Document, figure: int) -> Claim:
    """Add one report more of what the ministry says, run, and give its claim."""
    told = claim(document, OFFICE, f"{figure} people were killed", "killed", figure)
    desk.add([document])
    desk.ledger.put_readings([Reading(document=document.id, claims=(told,))], runs.current("all"))
    desk.run()
    return told


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a desk on a case that was run."""
    with sayso.desk.open(read_ledger(tmp_path / "case.sayso")) as opened:
        opened.run()
        yield opened


def the_line(desk: Desk) -> Line:
    """Give the ministry's line."""
    (line,) = (n for n in desk.ledger.lines() if n.kind == "government")
    return line


def killed(desk: Desk) -> sayso.Estimate:
    """Give the estimate of the killed."""
    return desk.estimate(desk.event("1"), "killed")


def test_the_later_word_on_a_claim_holds_whichever_line_it_came_with() -> None:
    first, second = word("reject", ("c-1", "c-2"), "1"), word("accept", ("c-2",), "2", "line:l-9")
    assert set_aside((second, first)) == SetAside(claims=frozenset({"c-1"}), kept=frozenset({"c-2"}))
    alone = Review(id="r-3", target="claim:c-1", verdict="accept", by="Bo", at="3")
    assert set_aside((first, second, alone)) == SetAside()


def test_a_word_from_before_holds_on_the_id_and_a_later_one_outranks_it_either_way() -> None:
    old, new = word("reject", None, "1"), word("accept", ("c-1",), "2")
    assert set_aside((old,)) == SetAside(lines=("l-1",))
    assert set_aside((old, new)) == SetAside()
    assert set_aside((word("reject", ("c-1",), "1"), word("accept", None, "2"))) == SetAside()


def test_a_word_tells_what_it_holds_on_and_how_it_was_shown() -> None:
    told = shown(word("reject", ("c-2", "c-1"), "1"))
    assert told is not None
    assert (told.claims, told.words) == (("c-1", "c-2"), "line of Harbour office (about 9 killed)")
    assert [shown(replace(word("note", None, "1"), value=value)) for value in (None, '"B2"', "{", "{}")] == [None] * 4
    graded = replace(word("grade", None, "1"), value=kept_line(LINE, ("c-1",), "B2"))
    assert (grade_in(graded), said_in(graded)) == ("B2", '"B2"')
    assert on_line((graded, word("note", None, "2"), word("note", ("c-7",), "3")), LINE)[0] == graded


def test_a_new_figure_on_a_rejected_line_is_not_rejected_with_it(desk: Desk) -> None:
    desk.decide(f"line:{the_line(desk).id}", "reject", ADA)
    assert killed(desk).lines == 1
    late = more(desk, LATER, 26)
    told = killed(desk)
    (ground,) = (g for g in told.grounds if g.line == the_line(desk).id)
    assert late.id in the_line(desk).claims
    assert (ground.best, ground.used, ground.why) == (26, True, "a part of it set aside by the reader")
    assert any(f.startswith("set aside in part: ") for f in told.flags)
    assert f"line:{the_line(desk).id}" in {s.target for s in desk.queue(["line"])}


def test_an_echo_of_what_was_rejected_does_not_revive_it(desk: Desk) -> None:
    desk.decide(f"line:{the_line(desk).id}", "reject", ADA)
    before = replace(killed(desk), claims=0)
    echo = more(desk, AGAIN, 23)
    assert echo.id in the_line(desk).claims
    assert replace(killed(desk), claims=0) == before
    assert f"line:{the_line(desk).id}" not in {s.target for s in desk.queue()}
    assert desk.item(f"line:{the_line(desk).id}").rejected


def test_a_claim_accepted_after_its_line_was_rejected_counts_and_the_event_says_so(desk: Desk) -> None:
    late = more(desk, LATER, 26)
    desk.decide(f"line:{the_line(desk).id}", "reject", ADA)
    assert killed(desk).lines == 1
    assert desk.decide(f"claim:{late.id}", "accept", ADA).heeded
    told = killed(desk)
    assert [g.best for g in told.grounds if g.line == the_line(desk).id and g.used] == [26]
    assert any(f.startswith("accepted and rejected: ") for f in told.flags)
    before = desk.ledger.digest()
    desk.ledger.set_stamp("weigh", "made anew")
    desk.run()
    assert desk.ledger.digest() == before


def test_the_log_names_a_line_as_it_was_shown_when_its_id_is_gone(desk: Desk) -> None:
    line = the_line(desk)
    kept = desk.decide(f"line:{line.id}", "reject", ADA).review
    desk.split([c.id for c in reading(MINISTRY).claims], desk.event("1").id, ADA)
    desk.run()
    now = the_line(desk)
    assert now.id != line.id
    row = next(c for c in desk.corrections() if c.review == kept.id)
    assert (row.target, row.standing) == (f"line:{now.id}", True)
    assert row.of == "line of interior ministry (Northern Gazette) (23 killed) in Orlan: killed"
    assert not killed_on(desk, now)
    desk.withdraw(kept.id, ADA)
    assert killed_on(desk, now)


def killed_on(desk: Desk, line: Line) -> bool:
    """Say whether the line counts."""
    told = desk.ledger.estimates_of(desk.ledger.get(Event, line.event).id)
    return any(g.used for e in told for g in e.grounds if g.line == line.id)


def test_a_grade_on_a_line_keeps_its_claims_and_is_told_as_a_grade(desk: Desk) -> None:
    target = f"line:{the_line(desk).id}"
    kept = desk.decide(target, "grade", ADA, "b2").review
    assert json.loads(kept.value or "")["claims"] == [c.id for c in reading(MINISTRY).claims]
    assert desk.corrections()[0].told == "graded B2"
    more(desk, LATER, 26)
    assert [r.id for r in desk.item(f"line:{the_line(desk).id}").said] == [kept.id]


def test_documents_in_another_order_set_the_same_aside(tmp_path: Path) -> None:
    found = []
    for name, documents in (("one", DOCUMENTS), ("other", DOCUMENTS[::-1])):
        with sayso.desk.open(read_ledger(tmp_path / f"{name}.sayso", documents)) as desk:
            desk.run()
            desk.decide(f"line:{the_line(desk).id}", "reject", ADA)
            found.append((killed(desk), desk.set_aside()))
    assert found[0] == found[1]


def test_a_grade_on_a_source_holds_when_a_run_gives_the_source_another_id(desk: Desk) -> None:
    source = desk.source("interior ministry")
    desk.decide(f"source:{source.id}", "grade", ADA, "C")
    kept = desk.decide(f"source:{source.id}", "accept", ADA).review
    again = replace(next(desk.ledger.some_sources([source.id])), id="s-made-anew")
    others = [s for s in desk.ledger.sources() if s.id != source.id]
    heard_in = [(d, step, again.id if s == source.id else s) for (d, step), s in desk.ledger.identities().items()]
    desk.ledger.put_sources([*others, again], heard_in)
    assert graded(desk.ledger, again, (again.id,)).letter == "C"
    assert [r.id for r in desk.item(f"source:{again.id}").said][-1] == kept.id
    assert {c.target for c in desk.corrections()} == {f"source:{again.id}"}
    assert grade(desk.ledger, again, (again.id,), None, "Bo")
    assert graded(desk.ledger, again, (again.id,)).letter is None
