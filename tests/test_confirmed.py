"""A desk gives statements and first confirmations as people left the claims, of one event or all, as of a day."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import sayso
import sayso.desk
from sayso import runs
from sayso.confirmed import confirmed
from sayso.errors import UsageError
from sayso.model import Claim, Event, Reading, Where
from sayso.schema import canonical, content_id, make_document
from tests.said_case import CLAIMS, CONFIRMED, FIVE, GAZETTE, GRIEF, RAIN, STATEMENTS, THURSDAY, WIRE, said_ledger

AT = "2031-06-01T08:00:00+00:00"
TOLD, SURE = CLAIMS


def mine(*claims: Claim, key: str = "e-mine") -> Event:
    """Give an event of these claims."""
    return Event(id=key, title="Orlan", claims=tuple(c.id for c in claims), documents=tuple({c.document for c in claims}))


def test_statements_come_in_the_order_of_time_by_speaker_words_and_event(tmp_path: Path) -> None:
    with sayso.open(said_ledger(tmp_path / "mine.sayso")) as desk:
        assert tuple(desk.statements()) == STATEMENTS
        assert tuple(desk.statements(by="radio")) == (FIVE, RAIN)
        assert tuple(desk.statements(by="mom", about="grieving")) == (GRIEF,)
        assert tuple(desk.statements(stances=("confirms",), first="2031-05-04")) == (CONFIRMED,)
        assert tuple(desk.statements(by="nobody")) == ()
        desk.ledger.replace(Event, [mine(TOLD)])
        assert tuple(desk.statements(event=desk.event("1"))) == (FIVE,)
        assert desk.count_statements(event=desk.event("1")) == 1
        with pytest.raises(UsageError, match="is not a day"):
            desk.statements(last="Monday")


def test_first_confirmations_are_those_of_the_event_and_of_the_day(tmp_path: Path) -> None:
    with sayso.open(said_ledger(tmp_path / "mine.sayso")) as desk:
        desk.ledger.replace(Event, [mine(TOLD, SURE)])
        (first,) = desk.confirmations(desk.event("1"))
        assert (first.name, first.day, first.claim, first.after) == ("Ministry of Mines", "2031-05-04", SURE.id, (TOLD.id,))
        assert desk.confirmations() == (first,)
        assert desk.confirmations(as_of="2031-05-04") == (first,)
        assert desk.confirmations(as_of="2031-05-03") == ()
        look = desk.first_confirmation()
        assert (look(TOLD), look(SURE)) == (None, first)
        desk.ledger.replace(Event, [mine(TOLD, key="e-a"), mine(SURE, key="e-b")])
        assert desk.confirmations() == ()


def test_without_events_the_matter_is_the_place(tmp_path: Path) -> None:
    orlan = Where(text="Orlan", name="Orlan")
    with sayso.open(said_ledger(tmp_path / "mine.sayso")) as desk:
        readings = [Reading(document=c.document, claims=(replace(c, where=orlan),)) for c in CLAIMS]
        desk.ledger.put_readings(readings, runs.current("all"))
        (first,) = desk.confirmations()
        assert (first.event, first.claim) == (None, SURE.id)


def test_a_forecast_for_the_place_is_found_in_its_own_event(tmp_path: Path) -> None:
    orlan = Where(text="Orlan", name="Orlan")
    ahead, sure = replace(TOLD, status="forecast", where=orlan), replace(SURE, where=orlan)
    with sayso.open(said_ledger(tmp_path / "mine.sayso")) as desk:
        desk.ledger.put_readings([Reading(document=c.document, claims=(c,)) for c in (ahead, sure)], runs.current("all"))
        desk.ledger.replace(Event, [mine(ahead, key="e-ahead"), mine(sure)])
        (first,) = desk.confirmations()
        assert (first.event, first.after) == ("e-mine", (ahead.id,))
        assert desk.confirmations(desk.ledger.get(Event, "e-mine")) == (first,)
        assert desk.confirmations(desk.ledger.get(Event, "e-ahead")) == ()


def test_a_rejected_claim_is_no_ground_and_an_edit_may_confirm(tmp_path: Path) -> None:
    with sayso.open(said_ledger(tmp_path / "mine.sayso")) as desk:
        desk.ledger.replace(Event, [mine(TOLD, SURE)])
        desk.review(sayso.Review(id="r-1", target=f"claim:{TOLD.id}", verdict="reject", by="Ada", at=AT))
        assert desk.confirmations() == ()
        desk.review(sayso.Review(id="r-2", target=f"claim:{TOLD.id}", verdict="accept", by="Ada", at="2031-06-02T08:00:00+00:00"))
        assert len(desk.confirmations()) == 1


def test_an_edit_may_make_a_claim_confirm(tmp_path: Path) -> None:
    plain = replace(SURE, said_by=(replace(SURE.said_by[0], stance="says"), SURE.said_by[1]))
    with sayso.open(said_ledger(tmp_path / "mine.sayso")) as desk:
        desk.ledger.put_readings([Reading(document=c.document, claims=(c,)) for c in (TOLD, plain)], runs.current("all"))
        desk.ledger.replace(Event, [mine(TOLD, plain)])
        assert desk.confirmations() == ()
        value = canonical({"said_by": [{"name": "Ministry of Mines", "source": "s-ministry", "stance": "confirms"}]})
        desk.review(sayso.Review(id="r-1", target=f"claim:{plain.id}", verdict="edit", by="Ada", at=AT, value=value))
        assert [c.claim for c in desk.confirmations()] == [plain.id]


def test_a_report_published_later_is_not_known_earlier_though_it_tells_of_earlier_words(tmp_path: Path) -> None:
    late = make_document(name="late-4", outlet="Late Post", published="2031-05-20", text=WIRE.text)
    early = replace(SURE.said_by[0], said=THURSDAY)
    claim = replace(SURE, id=content_id("c", late.id), document=late.id, said_by=(early,))
    with sayso.open(said_ledger(tmp_path / "mine.sayso")) as desk:
        desk.add([late])
        desk.ledger.put_readings([Reading(document=late.id, claims=(claim,))], runs.current("all"))
        desk.ledger.replace(Event, [mine(TOLD, claim)])
        assert [c.day for c in desk.confirmations()] == [THURSDAY.last.isoformat()] == [date(2031, 5, 1).isoformat()]
        assert desk.confirmations(as_of="2031-05-19") == ()


def test_documents_in_any_order_give_the_same(tmp_path: Path) -> None:
    found = []
    for number, documents in enumerate(((WIRE, GAZETTE), (GAZETTE, WIRE))):
        with sayso.open(said_ledger(tmp_path / f"{number}.sayso", documents)) as desk:
            desk.link()
            found.append((tuple(desk.statements()), desk.confirmations()))
    assert found[0] == found[1]
    assert len(found[0][1]) == 1


def test_where_somebody_confirms_in_no_event_only_reports_of_its_matter_are_opened(tmp_path: Path) -> None:
    orlan, velm = Where(text="Orlan", name="Orlan"), Where(text="Velm", name="Velm")
    far = make_document(name="velm-1", outlet="Velm Post", published="2031-05-01", text=WIRE.text.replace("Orlan", "Velm"))
    elsewhere = replace(TOLD, id=content_id("c", far.id), document=far.id, where=velm)
    asked: list[str | None] = []
    with sayso.open(said_ledger(tmp_path / "mine.sayso")) as desk:
        desk.add([far])
        told = (replace(TOLD, where=orlan), replace(SURE, where=orlan), elsewhere)
        desk.ledger.put_readings([Reading(document=c.document, claims=(c,)) for c in told], runs.current("all"))
        desk.ledger.replace(Event, [])

        def claims(event: Event | None = None, document: str | None = None) -> tuple[Claim, ...]:
            asked.append(document)
            return desk.claims(event, document=document)

        (first,) = confirmed(desk.ledger, claims)
        assert (first.claim, first.after) == (SURE.id, (TOLD.id,))
        assert sorted(filter(None, asked)) == sorted({TOLD.document, SURE.document})
