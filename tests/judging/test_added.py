"""A person adds a claim that the reading missed: it counts everywhere after a run, and withdrawing it takes it away again."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import sayso.desk
from sayso.errors import ContractError, UnknownIdError, UsageError
from sayso.judging.added import added, read_back
from sayso.judging.reviewed import EDITED
from sayso.judging.seen import Seen, as_claim, placed, proposed
from sayso.model import Attribution, Event, Reading, Review, Statement
from sayso.schema import canonical, make_document
from tests.a_case import COPY, DOCUMENTS, WIRE, read_ledger, reading

LATER = make_document(
    name="bay-9",
    outlet="Bay Post",
    published="2031-05-04",
    text="The harbour master said rescuers took at least 12 sailors from the water near Orlan on Friday; two of them had died.",
)
SAID = Statement(
    id="st-1",
    document=LATER.id,
    span=(24, 115),
    quote=LATER.text[24:115],
    said_by=(Attribution(name="harbour master", kind="local-official"), Attribution(name="Bay Post", kind="outlet")),
    content=((24, 115),),
    cue=((19, 23),),
)
READ = Reading(document=LATER.id, statements=(SAID,))


def words(text: str) -> tuple[int, int]:
    """Give where these words stand in the later report."""
    return placed(LATER.text, text)


MISSED = Seen(span=words("two of them had died"), outcome="killed", low=2, best=2, high=2, statement="st-1")
BURIED = Seen(span=(0, 42), outcome="missing", low=3, best=3, high=3)


def withdrawal(of: Review) -> Review:
    """Give the word that takes a review back."""
    return replace(of, id=f"w-{of.id}", verdict="note", value=None, withdraws=of.id)


def exported(desk: sayso.desk.Desk, folder: Path) -> list[bytes]:
    """Give what a desk exports, without the log, in which a word stays that was taken back."""
    return [p.read_bytes() for p in desk.export("jsonl", folder) if p.stem != "corrections"]


def test_what_a_person_saw_becomes_a_claim_of_whoever_said_it() -> None:
    claim = as_claim(LATER, (SAID,), replace(MISSED, group="sailors", when=(date(2031, 5, 2), date(2031, 5, 2)), place="Orlan"))
    assert claim.quote == "two of them had died"
    assert [a.name for a in claim.said_by] == ["harbour master", "Bay Post"]
    assert claim.quantity is not None
    assert (claim.quantity.wording, claim.quantity.stated) == ("exact", (2,))
    assert claim.where is not None
    assert claim.where.span is not None
    assert LATER.text[slice(*claim.where.span)] == "Orlan"


def test_without_a_statement_the_outlet_says_so_and_without_numbers_there_is_no_figure() -> None:
    claim = as_claim(LATER, (), Seen(span=words("two of them"), outcome="killed"))
    assert [(a.name, a.stance) for a in claim.said_by] == [("Bay Post", "publishes")]
    assert claim.quantity is None


def test_the_form_is_filled_with_what_the_words_look_like() -> None:
    seen = proposed(LATER, READ, words("rescuers took at least 12 sailors from the water"))
    assert (seen.low, seen.best, seen.high, seen.statement) == (12, None, None, "st-1")
    claim = as_claim(LATER, (SAID,), seen)
    assert claim.quantity is not None
    assert claim.quantity.wording == "at least"


@pytest.mark.parametrize(
    ("seen", "why"),
    [
        (replace(MISSED, span=(7, 7)), "No words"),
        (replace(MISSED, span=(0, 9000)), "No words"),
        (replace(MISSED, low=5), "backwards"),
        (replace(MISSED, statement="st-9"), "no statement"),
        (replace(MISSED, when=(date(2031, 5, 3), date(2031, 5, 2))), "after"),
    ],
)
def test_what_cannot_be_is_refused_in_words(seen: Seen, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        as_claim(LATER, (SAID,), seen)


def test_words_are_found_whatever_blanks_are_between_them_and_must_be_there_once() -> None:
    assert placed("In all\n  9 rowed, and 9 sank.", "all 9") == (3, 10)
    assert placed("Of 19 rowers 9 sank (at sea).", "9") == (13, 14)
    assert placed("Of 19 rowers 9 sank (at sea).", "(at sea)") == (20, 28)
    with pytest.raises(UsageError, match="2 times"):
        placed("In all 9 rowed, and 9 sank.", "9")
    with pytest.raises(UsageError, match="not in the text"):
        placed("In all 9 rowed.", "ten")


def test_an_added_claim_counts_after_a_run_and_goes_with_its_withdrawal(tmp_path: Path) -> None:
    with sayso.desk.open(read_ledger(tmp_path / "case.sayso")) as desk:
        desk.run()
        before = exported(desk, tmp_path / "before")
        claim = desk.add_claim(WIRE.id, BURIED, by="Ada")
        assert claim.id in {c.id for c in desk.claims(document=WIRE.id)}
        desk.run()
        event = next(iter(desk.ledger.events_with(claim.id)))
        assert [c.flags for c in desk.claims(event) if c.id == claim.id] == [("added by Ada",)]
        assert desk.estimate(event, "missing").best == 3
        desk.export("jsonl", tmp_path / "between")
        assert claim.id in (tmp_path / "between" / "claims.jsonl").read_text(encoding="utf-8")
        (review,) = desk.ledger.standing()
        desk.review(withdrawal(review))
        desk.run()
        assert exported(desk, tmp_path / "after") == before


def test_two_who_see_the_same_add_one_claim_and_either_may_take_back_a_word(tmp_path: Path) -> None:
    claim = as_claim(WIRE, (), BURIED)
    ada, bo = (
        Review(
            id=f"r-{by}", target=f"document:{WIRE.id}", verdict="add", by=by, at=f"2031-06-01T00:00:0{n}Z", value=canonical(claim)
        )
        for n, by in enumerate(("Ada", "Bo"))
    )
    with sayso.desk.open(read_ledger(tmp_path / "case.sayso")) as desk:
        assert all(map(desk.review, (ada, bo)))
        assert [c.flags for c in added(desk.ledger.standing())] == [("added by Ada",)]
        desk.review(withdrawal(ada))
        assert [c.flags for c in added(desk.ledger.standing())] == [("added by Bo",)]


def test_what_is_there_already_is_not_added_again(tmp_path: Path) -> None:
    with sayso.desk.open(read_ledger(tmp_path / "case.sayso")) as desk:
        desk.add_claim(COPY.id, BURIED, by="Ada")
        with pytest.raises(UsageError, match="there already"):
            desk.add_claim(COPY.id, replace(BURIED, span=(0, 33)), by="Bo")
        killed = reading(COPY).claims[0]
        with pytest.raises(UsageError, match="there already"):
            desk.add_claim(COPY.id, Seen(span=killed.span, outcome="killed", low=17, best=17, high=17), by="Bo")
        with pytest.raises(UsageError, match="Nobody"):
            desk.add_claim(COPY.id, replace(BURIED, low=1), by=" ")


def test_what_a_later_reading_finds_too_is_left_out_for_what_a_person_said(tmp_path: Path) -> None:
    killed = reading(WIRE).claims[0]
    with sayso.desk.open(tmp_path / "case.sayso") as desk:
        desk.add(DOCUMENTS)
        claim = desk.add_claim(WIRE.id, Seen(span=killed.span, outcome="killed", low=17, best=17, high=17), by="Ada")
        desk.ledger.put_readings([reading(WIRE)], sayso.runs.current("all"))
        assert [c.id for c in desk.claims(document=WIRE.id) if c.outcome == "killed"] == [claim.id]


def test_an_added_claim_can_be_edited_and_rejected_like_any_other(tmp_path: Path) -> None:
    with sayso.desk.open(read_ledger(tmp_path / "case.sayso")) as desk:
        claim = desk.add_claim(WIRE.id, BURIED, by="Ada")
        target = f"claim:{claim.id}"
        desk.review(
            Review(id="r-1", target=target, verdict="edit", by="Bo", at="2031-06-01T00:00:01Z", value='{"status":"feared"}')
        )
        (left,) = (c for c in desk.claims(document=WIRE.id) if c.id == claim.id)
        assert (left.status, left.flags) == ("feared", ("added by Ada", EDITED))
        desk.review(Review(id="r-2", target=target, verdict="reject", by="Bo", at="2031-06-01T00:00:02Z"))
        assert claim.id not in {c.id for c in desk.claims(document=WIRE.id)}
        assert desk.claim(claim.id) == claim
        with pytest.raises(UnknownIdError):
            desk.claim("c-none")


def test_a_review_that_adds_what_its_document_does_not_say_is_refused(tmp_path: Path) -> None:
    good = as_claim(WIRE, (), BURIED)
    word = Review(
        id="r-1", target=f"document:{WIRE.id}", verdict="add", by="Ada", at="2031-06-01T00:00:00Z", value=canonical(good)
    )
    assert read_back(word) == replace(good, flags=("added by Ada",))
    elsewhere = as_claim(COPY, (), BURIED)
    plain = json.loads(canonical(good))
    for value in (None, "{", "[]", '{"id": 1}', canonical(plain | {"outcome": "wounded"}), canonical(elsewhere)):
        with pytest.raises(ContractError):
            read_back(replace(word, value=value))
    other = as_claim(replace(WIRE, text="Not a word of this, and none of that, is in that report."), (), BURIED)
    with sayso.desk.open(read_ledger(tmp_path / "case.sayso")) as desk, pytest.raises(ContractError, match="does not stand"):
        desk.review(replace(word, value=canonical(other)))


def test_a_claim_that_was_added_is_counted_and_leads_to_its_statement(tmp_path: Path) -> None:
    with sayso.desk.open(read_ledger(tmp_path / "case.sayso")) as desk:
        desk.add([LATER])
        desk.ledger.put_readings([READ], next(iter(desk.ledger.runs())))
        before = dict(desk.contents().counts)["claims"]
        claim = desk.add_claim(LATER.id, replace(MISSED, place="Orlan"), by="Ada")
        assert dict(desk.contents().counts)["claims"] == before + 1
        desk.ledger.replace(Event, [Event(id="e-bay", title="Bay", claims=(claim.id,), documents=(LATER.id,))])
        (event,) = desk.events()
        assert [s.id for s in desk.statements(event=event)] == [SAID.id]
        desk.ledger.replace(Event, [Event(id="e-1", title="Bay", claims=(), documents=(LATER.id,), main=(LATER.id,))])
        assert [s.id for s in desk.statements(event=desk.events()[0])] == [SAID.id]
        bay = Event(id="e-1", title="Bay", claims=(), documents=(LATER.id,), main=(LATER.id,))
        other = Event(id="e-2", title="Other", claims=(claim.id,), documents=(LATER.id,))
        desk.ledger.replace(Event, [bay, other])
        assert [[s.id for s in desk.statements(event=e)] for e in (bay, other)] == [[], [SAID.id]]
