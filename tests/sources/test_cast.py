"""In Python a person lists sources and corrects them; what is said follows the speakers, not an id."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import sayso.desk
from sayso import runs
from sayso.desk import Desk
from sayso.errors import UnknownIdError, UsageError
from sayso.model import Claim, Reading, Source, Statement
from sayso.schema import make_document
from sayso.sources.cast import FOUND
from tests.a_case import MINISTRY, OFFICE, claim, read_ledger

LATER = make_document(
    name="gazette-9",
    title="Ministry gives figure",
    outlet="Northern Gazette",
    published="2031-05-09",
    text="The interior ministry said that 25 people were killed on the ferry at Orlan.",
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Hold a desk whose ministry has a name and a side."""
    path = read_ledger(tmp_path / "case.sayso")
    with sayso.desk.open(path) as held:
        told = Statement(id="t-1", document=MINISTRY.id, span=(0, 9), quote="The inter", said_by=(_office(),))
        reading = Reading(document=MINISTRY.id, statements=(told,), claims=(_said(MINISTRY, "23 people were killed", 23),))
        held.ledger.put_readings([reading], runs.current("all"))
        held.run()
        yield held


def _office() -> sayso.model.Attribution:
    return replace(OFFICE, party="orlan")


def _said(document: sayso.model.Document, words: str, n: int) -> Claim:
    return claim(document, _office(), words, "killed", n)


def _speaker(desk: Desk, document: str = MINISTRY.id) -> tuple[str, str, str | None, str | None]:
    """Give who a document's claim is said to be by."""
    (told,) = desk.claims(document=document)
    a = told.said_by[0]
    return a.name, a.kind, a.party, a.source


def test_sources_come_from_statements_as_well_as_from_claims(desk: Desk) -> None:
    source = desk.source("interior ministry")
    assert (source.statements, source.claims, source.document) == (1, 1, None)
    assert desk.source(source.id[:8]) == desk.source(str(desk.sources().index(source) + 1)) == source


def test_claims_and_statements_carry_the_source_of_each_speaker(desk: Desk) -> None:
    ids = {s.id for s in desk.sources()}
    told = [*(c.said_by for c in desk.claims()), *(s.said_by for s in desk.statements())]
    assert {a.source for said_by in told for a in said_by} <= ids


def test_a_word_has_effect_at_once_on_claims_and_statements(desk: Desk) -> None:
    assert desk.set_source("interior ministry", by="Ada", kind="police", party=None, name="Orlan police")
    assert _speaker(desk) == ("Orlan police", "police", None, desk.source("Orlan police").id)
    (told,) = desk.statements(by="Orlan police")
    assert told.said_by[0].name == "Orlan police"


def test_a_word_is_kept_when_documents_come_and_holds_for_them_too(desk: Desk) -> None:
    desk.set_source("interior ministry", by="Ada", kind="police")
    desk.add([LATER])
    desk.ledger.put_readings(
        [Reading(document=LATER.id, claims=(_said(LATER, "25 people were killed", 25),))], runs.current("all")
    )
    desk.run()
    assert _speaker(desk, LATER.id)[1] == "police"
    assert desk.source("interior ministry").claims == 2


def test_the_next_run_does_link_trace_and_weigh_again_and_only_once(desk: Desk) -> None:
    assert not desk.run().made
    desk.set_source("interior ministry", by="Ada", kind="police")
    assert [noun for noun, _ in desk.run().made] == ["events", "lines", "estimates"]
    assert "police" in {n.kind for n in desk.ledger.lines()}
    assert not desk.run().made


def test_saying_the_same_twice_is_saying_it_once_and_going_back_restores_the_source(desk: Desk) -> None:
    before = desk.sources()
    assert desk.set_source("interior ministry", by="Ada", kind="police")
    assert not desk.set_source("interior ministry", by="Ben", kind="police")
    assert desk.set_source("interior ministry", by="Ben", kind=FOUND)
    assert [replace(s, settled=None) for s in desk.sources()] == [replace(s, settled=None) for s in before]
    assert [c.told for c in desk.source_changes()] == [("kind police",), ("kind as found",)]
    assert not desk.set_source("Bay Post", by="Ben", kind=FOUND)


def test_a_chain_of_same_as_ends_in_one_source(desk: Desk) -> None:
    desk.set_source("interior ministry", by="Ada", same_as="Northern Gazette")
    desk.set_source("Northern Gazette", by="Ada", same_as="Bay Post")
    (source,) = (s for s in desk.sources() if s.name == "Bay Post")
    assert source.aliases == ("Northern Gazette", "interior ministry")
    assert _speaker(desk)[3] == source.id
    (told,) = desk.claims(document=MINISTRY.id)
    assert [a.kind for a in told.said_by] == ["outlet", "outlet"]


def test_what_cannot_be_said_says_what_to_do(desk: Desk) -> None:
    for said in ({"name": None}, {"kind": "wizard"}, {"colour": "red"}, {"party": " "}):
        with pytest.raises(UsageError):
            desk.set_source("interior ministry", by="Ada", **said)
    with pytest.raises(UnknownIdError, match="Did you mean interior ministry"):
        desk.set_source("interior minstry", by="Ada", kind="police")
    assert desk.source_changes() == ()


def test_an_older_word_without_places_holds_for_its_id(desk: Desk) -> None:
    key = desk.source("interior ministry").id
    desk.ledger.set_source(Source(id=key, name="The Interior", kind="police"), by="Ada", at="2031-06-01T00:00:00+00:00")
    assert _speaker(desk)[:2] == ("The Interior", "police")


def test_a_word_holds_for_a_later_report_in_which_exactly_that_name_is_read_otherwise(desk: Desk) -> None:
    guard = replace(OFFICE, name="State Border Guard Service", kind="media", party=None, source="s-guard")
    first = LATER
    desk.add([first])
    told = claim(first, guard, "25 people were killed", "killed", 25)
    desk.ledger.put_readings([Reading(document=first.id, claims=(told,))], runs.current("all"))
    desk.run()
    desk.set_source("State Border Guard Service", by="Ada", kind="police", party="orlan")
    desk.set_source("State Border Guard Service", by="Ada", same_as="interior ministry")
    later = make_document(name="gazette-10", title="More", outlet="Bay Post", text=f"Again: {first.text}", published="2031-05-10")
    desk.add([later])
    again = claim(later, replace(guard, kind="witness", source="s-again"), "25 people were killed", "killed", 25)
    desk.ledger.put_readings([Reading(document=later.id, claims=(again,))], runs.current("all"))
    desk.run()
    assert _speaker(desk, later.id)[3] == _speaker(desk, first.id)[3] == desk.source("interior ministry").id
    assert _speaker(desk, later.id)[:3] == _speaker(desk, first.id)[:3]
    assert not desk.set_source("State Border Guard Service", by="Ada", same_as="interior ministry")


def test_a_word_that_was_taken_back_before_it_was_kept_is_forgotten(desk: Desk) -> None:
    class _StoppedError(Exception):
        pass

    key = desk.sources()[0].id

    def half() -> None:
        with desk.ledger.batch():
            desk.set_source(key, by="Ana", party="velin")
            assert desk.source(key).party == "velin"
            raise _StoppedError

    with pytest.raises(_StoppedError):
        half()
    assert desk.source(key).party != "velin"
    desk.set_source(key, by="Ana", affiliation="Office of Orlan")
    assert (desk.source(key).party, desk.source(key).affiliation) == (desk.sources()[0].party, "Office of Orlan")


def test_what_another_desk_says_of_a_source_is_seen_at_once(desk: Desk) -> None:
    key = desk.sources()[0].id
    desk.set_source(key, by="Ana", party="velin")
    with sayso.desk.open(desk.ledger.path) as other:
        other.set_source(key, by="Bo", party="kelmar")
    assert desk.source(key).party == "kelmar"
