"""Statements are found by speaker, words, stance, day and event, and come in the order of the days on which they were made."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger import Ledger, Wanted
from sayso.model import Event, Reading, Run, Statement
from sayso.schema import content_id, make_document
from tests.said_case import CLAIMS, CONFIRMED, FIVE, GAZETTE, GRIEF, HAUNTED, RAIN, STATEMENTS, WIRE, said_ledger, statement

MINE = Event(id="e-mine", title="Orlan", claims=tuple(c.id for c in CLAIMS), documents=(WIRE.id, GAZETTE.id), main=(WIRE.id,))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(said_ledger(tmp_path / "mine.sayso")) as made:
        made.replace(Event, [MINE])
        yield made


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), STATEMENTS),
        (Wanted(names=("Radio Vell",)), (FIVE, RAIN)),
        (Wanted(names=(), sources=("s-ministry",)), (CONFIRMED, GRIEF)),
        (Wanted(names=("Northern Gazette",)), (CONFIRMED, GRIEF)),
        (Wanted(names=()), ()),
        (Wanted(about="miner kill"), (FIVE, CONFIRMED)),
        (Wanted(about='"at Orlan" five'), (FIVE,)),
        (Wanted(about="--"), ()),
        (Wanted(stances=("confirms", "reports")), (FIVE, CONFIRMED)),
        (Wanted(last="2031-05-01"), (FIVE,)),
        (Wanted(first="2031-05-02", last="2031-05-03"), (RAIN,)),
        (Wanted(first="2031-05-02"), (RAIN, CONFIRMED, GRIEF)),
        (Wanted(as_of="2031-05-03"), (FIVE, RAIN, HAUNTED)),
        (Wanted(as_of="2031-05-01"), (HAUNTED,)),
        (Wanted(event="e-mine"), (FIVE, RAIN, CONFIRMED)),
        (Wanted(event="e-mine", about="rain", names=("Radio Vell",)), (RAIN,)),
    ],
)
def test_what_is_wanted_is_found_in_the_order_of_time(ledger: Ledger, wanted: Wanted, found: tuple[Statement, ...]) -> None:
    assert tuple(ledger.told(wanted)) == found
    assert ledger.count_told(wanted) == len(found)


def test_each_voice_is_named_once(ledger: Ledger) -> None:
    assert list(ledger.voices()) == [
        ("Ministry of Mines", "s-ministry"),
        ("Northern Gazette", None),
        ("Orlan Wire", None),
        ("Radio Vell", "s-radio"),
        ("Vell Letter", None),
        ("lamplighter", None),
    ]


def test_who_confirms_is_found_with_the_event(ledger: Ledger) -> None:
    assert ledger.confirming() == {CLAIMS[1].id: "e-mine"}
    ledger.replace(Event, [])
    assert ledger.confirming() == {CLAIMS[1].id: None}


def test_a_long_list_streams(tmp_path: Path) -> None:
    documents = [make_document(name=f"r-{n:04}", text="Nine were hurt, Radio Vell said. " + "x" * 4000) for n in range(1500)]
    with Ledger.open(tmp_path / "long.sayso") as ledger:
        with ledger.batch():
            for d in documents:
                ledger.add(d, origin="here", at="2031-05-01T06:00:00Z")
        spoken = [statement(d, d.text[: 1000 + n % 7], FIVE.said_by[0]) for n, d in enumerate(documents)]
        run = Run(id=content_id("run"), version="1", pack="p", weights="w", settings="s")
        ledger.put_readings([Reading(document=s.document, statements=(s,)) for s in spoken], run)
        tracemalloc.start()
        told = sum(1 for _ in ledger.told(Wanted()))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert told == len(documents)
    assert most < sum(len(s.quote) for s in spoken) / 2
