"""A person's decision is kept with name and time, refused where what they saw has changed, and withdrawn without a trace left."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso.desk
from sayso import runs
from sayso.desk import Desk
from sayso.errors import ChangedError, ContractError, UnknownIdError, UsageError
from sayso.judging.judged import Judge
from sayso.model import Claim, Event, Verdict
from tests.a_case import DOCUMENTS, MINISTRY, WIRE, read_ledger, reading

ADA = Judge(by="Ada")
(OFFICIAL,) = reading(MINISTRY).claims
KILLED, WOUNDED = reading(WIRE).claims


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a desk on a case that was run."""
    with sayso.desk.open(read_ledger(tmp_path / "case.sayso")) as opened:
        opened.run()
        yield opened


def the_event(desk: Desk) -> Event:
    """Give the case's one event."""
    return desk.event("1")


def line_of(desk: Desk, claim: Claim) -> str:
    """Name the line that a claim is on."""
    return next(n.id for n in desk.why(the_event(desk)).lines if claim.id in n.claims)


def test_a_decision_is_kept_with_name_and_time_and_takes_the_thing_out_of_the_queue(desk: Desk) -> None:
    target = f"line:{line_of(desk, OFFICIAL)}"
    assert target in {s.target for s in desk.queue()}
    kept = desk.decide(target, "accept", Judge(by="Ada", note="the ministry counts")).review
    assert (kept.by, kept.note, kept.at[:2]) == ("Ada", "the ministry counts", "20")
    assert target not in {s.target for s in desk.queue()}
    desk.withdraw(kept.id, ADA)
    assert target in {s.target for s in desk.queue()}


def test_rejecting_a_line_weighs_its_event_anew_at_once_as_a_run_would(desk: Desk) -> None:
    before = desk.ledger.digest()
    told = desk.item(f"line:{line_of(desk, OFFICIAL)}")
    done = desk.decide(told.target, "reject", ADA)
    assert done.heeded
    assert desk.estimate(the_event(desk), "killed") == told.then != told.estimate
    assert (desk.item(told.target).rejected, desk.item(told.target).then) == (True, told.estimate)
    after, stakes = desk.ledger.digest(), desk.ledger.stakes_digest()
    assert str(desk.run()) == "nothing to do"
    desk.ledger.drop_derived()
    desk.ledger.put_readings([reading(d) for d in DOCUMENTS], runs.current("all"))
    desk.run()
    assert (desk.ledger.digest(), desk.ledger.stakes_digest()) == (after, stakes)
    desk.withdraw(done.review.id, ADA)
    assert desk.ledger.digest() == before


def test_the_list_of_events_follows_a_rejected_line_as_if_it_were_made_anew(desk: Desk) -> None:
    def listed() -> list[tuple[object, ...]]:
        traits = "SELECT kind, value, events, number FROM traits JOIN has_trait ON trait = id ORDER BY kind, value, number"
        return [*desk.ledger.ask("SELECT * FROM listed"), *desk.ledger.ask(traits)]

    for line in desk.why(the_event(desk)).lines:
        desk.decide(f"line:{line.id}", "reject", ADA)
        kept = listed()
        assert desk.verify() == ()
        desk.ledger.relist()
        assert kept == listed()


def test_rejecting_a_claim_waits_for_the_next_run(desk: Desk) -> None:
    assert not desk.stale()
    done = desk.decide(f"claim:{OFFICIAL.id}", "reject", ADA)
    assert not done.heeded
    assert desk.stale()
    told = desk.without_claim(the_event(desk), OFFICIAL.id)
    desk.run()
    assert not desk.stale()
    assert desk.estimates([the_event(desk)])[the_event(desk).id] == told


def test_accepting_a_claim_leaves_nothing_to_do(desk: Desk) -> None:
    assert desk.decide(f"claim:{OFFICIAL.id}", "accept", ADA).heeded
    assert str(desk.run()) == "nothing to do"


def test_what_changed_since_it_was_seen_is_not_decided(desk: Desk) -> None:
    target = f"claim:{OFFICIAL.id}"
    seen = (target, desk.seen(target))
    desk.decide(target, "accept", Judge(by="Bo", seen=seen))
    with pytest.raises(ChangedError):
        desk.decide(target, "reject", Judge(by="Ada", seen=seen))
    assert [r.verdict for r in desk.ledger.standing(target)] == ["accept"]


def test_a_line_is_seen_otherwise_once_one_of_its_claims_was_decided(desk: Desk) -> None:
    line = f"line:{line_of(desk, KILLED)}"
    seen = (line, desk.seen(line))
    desk.decide(f"claim:{KILLED.id}", "reject", ADA)
    with pytest.raises(ChangedError):
        desk.decide(line, "accept", Judge(by="Bo", seen=seen))


def test_an_edit_adds_to_the_one_before_it(desk: Desk) -> None:
    desk.edit(OFFICIAL.id, {"quantity": {"low": 16, "best": 16, "high": 16, "stated": [16]}}, ADA)
    desk.attribute(OFFICIAL.id, "Orlan mayor", ADA, kind="local-official")
    (claim,) = (c for c in desk.claims() if c.id == OFFICIAL.id)
    assert claim.quantity is not None
    assert (claim.quantity.best, claim.said_by[0].name, claim.said_by[0].kind) == (16, "Orlan mayor", "local-official")
    assert claim.said_by[-1].name == "Northern Gazette"
    assert [c.told for c in desk.corrections()] == [
        "edited: speaker interior ministry, in Northern Gazette → Orlan mayor, in Northern Gazette",
        "edited: figure 23 → 16",
    ]


def test_a_known_name_brings_its_kind_and_nobody_is_the_outlet_itself(desk: Desk) -> None:
    desk.attribute(OFFICIAL.id, "Harbour Hospital", ADA)
    (claim,) = (c for c in desk.claims() if c.id == OFFICIAL.id)
    assert (claim.said_by[0].name, claim.said_by[0].kind) == ("harbour hospital", "medical")
    desk.attribute(OFFICIAL.id, None, ADA)
    (claim,) = (c for c in desk.claims() if c.id == OFFICIAL.id)
    assert [a.name for a in claim.said_by] == ["Northern Gazette"]


@pytest.mark.parametrize("fields", [{"outcome": "sad"}, {"status": "surely"}, {"outcome": "killed"}])
def test_an_edit_to_no_word_of_the_field_or_to_what_stands_is_refused(desk: Desk, fields: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        desk.edit(OFFICIAL.id, fields, ADA)


def test_a_claim_is_split_off_its_event_whichever_names_it(desk: Desk) -> None:
    for claim in (c.id for c in (KILLED, OFFICIAL)):
        word = desk.split([claim], the_event(desk).id, ADA).review
        desk.run()
        homes = {c: next(desk.ledger.events_with(c)).id for c in (KILLED.id, OFFICIAL.id)}
        assert len(set(homes.values())) == 2
        desk.withdraw(word.id, ADA)
        desk.run()
        assert len(desk.events()) == 1


def test_two_events_are_put_together_again(desk: Desk) -> None:
    desk.split([OFFICIAL.id], the_event(desk).id, ADA)
    desk.run()
    one, other = desk.events()
    desk.decide(f"event:{one.id}", "merge", ADA, other.id)
    desk.run()
    assert len(desk.events()) == 1


def test_a_grade_is_kept_as_a_handbook_writes_it(desk: Desk) -> None:
    assert json.loads(desk.decide(f"claim:{OFFICIAL.id}", "grade", ADA, "b2").review.value or "") == "B2"
    with pytest.raises(ContractError):
        desk.decide(f"claim:{OFFICIAL.id}", "grade", ADA, "G7")
    assert not desk.stale()


@pytest.mark.parametrize(
    ("target", "verdict"),
    [("claim:c-none", "accept"), ("line:l-none", "reject"), ("event:e-none", "note"), ("source:s", "accept")],
)
def test_what_is_not_there_cannot_be_decided(desk: Desk, target: str, verdict: Verdict) -> None:
    with pytest.raises(UnknownIdError):
        desk.decide(target, verdict, Judge(by="Ada", note="seen"))


@pytest.mark.parametrize(
    ("target", "verdict"), [("event:e", "reject"), ("thing:1", "accept"), ("", "accept"), ("link:a|b", "edit")]
)
def test_what_cannot_be_said_of_a_thing_is_refused(desk: Desk, target: str, verdict: Verdict) -> None:
    with pytest.raises(UsageError):
        desk.decide(target, verdict, ADA)


def test_nobody_decides_without_a_name(desk: Desk) -> None:
    with pytest.raises(UsageError, match="name"):
        desk.decide(f"claim:{OFFICIAL.id}", "accept", Judge(by=" "))


def test_a_word_is_taken_back_once_and_can_be_restored(desk: Desk) -> None:
    word = desk.decide(f"claim:{OFFICIAL.id}", "reject", ADA).review
    back = desk.withdraw(word.id, Judge(by="Bo")).review
    with pytest.raises(ChangedError):
        desk.withdraw(word.id, ADA)
    log = desk.corrections()
    assert [c.told for c in log] == ["took back: rejected", "rejected"]
    assert not log[1].standing
    desk.withdraw(back.id, ADA)
    assert [r.id for r in desk.ledger.standing()] == [word.id]
    assert desk.count_corrections() == 3


def test_rejected_lines_stay_out_under_other_switches(desk: Desk) -> None:
    line = line_of(desk, OFFICIAL)
    desk.decide(f"line:{line}", "reject", ADA)
    told = desk.estimate(the_event(desk), "killed", sayso.desk.settings(count_copies=True))
    assert [g.line for g in told.grounds if g.used] == [line_of(desk, KILLED)]
