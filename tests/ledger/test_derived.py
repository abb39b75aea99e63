"""What was derived is found by what it belongs to, replaced whole, and dropped at will."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import ContractError, UnknownIdError, UsageError
from sayso.ledger import Ledger
from sayso.ledger.told import Wanted
from sayso.model import (
    Attribution,
    Claim,
    Document,
    Estimate,
    Event,
    Line,
    Link,
    Quantity,
    Reading,
    Run,
    Statement,
)
from sayso.schema import make_document

AT = "2031-05-01T06:00:00Z"
RUN = Run(id="run-1", version="1", pack="p", weights="w", settings="s")
LATER = replace(RUN, id="run-2", settings="t")
NAMES = [f"report {n:04}" for n in range(300)]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "mill.sayso") as made:
        yield made


def _add(ledger: Ledger, names: list[str]) -> list[Document]:
    documents = [make_document(text=f"{name}: nine millers were hurt.", name=name) for name in names]
    with ledger.batch():
        for document in documents:
            ledger.add(document, origin="a", at=AT)
    return sorted(documents, key=lambda d: d.id)


def _reading(document: Document, best: int = 9) -> Reading:
    outlet = (Attribution(name="Orvenna Radio", kind="outlet", stance="publishes"),)
    claim = Claim(
        id=f"c-{document.id}",
        document=document.id,
        span=(0, 4),
        quote=document.text[:4],
        said_by=outlet,
        outcome="wounded",
        quantity=Quantity(best=best),
    )
    statement = Statement(id=f"s-{document.id}", document=document.id, span=(0, 4), quote=document.text, said_by=outlet)
    return Reading(document=document.id, statements=(statement,), claims=(claim,), flags=("short",))


def test_documents_stream_in_the_order_of_their_ids_over_many_pages(ledger: Ledger) -> None:
    added = _add(ledger, NAMES)
    assert list(ledger.documents()) == added


def test_unread_gives_what_a_run_has_not_read_while_readings_are_put(ledger: Ledger) -> None:
    documents = _add(ledger, NAMES)
    seen = []
    for document in ledger.unread(RUN.id):
        seen.append(document)
        ledger.put_readings([_reading(document)], RUN)
    assert seen == documents
    assert (list(ledger.unread(RUN.id)), ledger.count_unread(RUN.id), ledger.count_unread(LATER.id)) == ([], 0, len(documents))


def test_only_what_was_added_since_is_unread(ledger: Ledger) -> None:
    ledger.put_readings([_reading(d) for d in _add(ledger, ["a"])], RUN)
    added = _add(ledger, ["b"])
    assert list(ledger.unread(RUN.id)) == added


def test_a_later_reading_takes_the_place_of_an_earlier_one(ledger: Ledger) -> None:
    (document,) = _add(ledger, ["a"])
    ledger.put_readings([_reading(document)], RUN)
    ledger.put_readings([_reading(document, best=11)], LATER)
    assert ledger.reading(document.id) == _reading(document, best=11)
    assert [s.id for s in ledger.told(Wanted(about="millers"))] == [f"s-{document.id}"]
    assert [r.id for r in ledger.runs()] == ["run-1", "run-2"]


def test_a_batch_of_readings_is_kept_whole_or_not_at_all(ledger: Ledger) -> None:
    first, second = _add(ledger, ["a", "b"])
    clash = replace(_reading(second), claims=_reading(first).claims)
    with pytest.raises(ContractError, match="one id"):
        ledger.put_readings([_reading(first), clash], RUN)
    assert (ledger.count(Claim), ledger.count_unread(RUN.id)) == (0, 2)


def test_a_reading_of_no_document_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UnknownIdError, match="Add it first"):
        ledger.put_readings([_reading(make_document(text="Never added."))], RUN)


def test_a_document_that_was_not_read_has_no_reading(ledger: Ledger) -> None:
    (document,) = _add(ledger, ["a"])
    with pytest.raises(UnknownIdError, match="has not been read"):
        ledger.reading(document.id)


def _event(key: str, documents: list[Document]) -> Event:
    ids = tuple(d.id for d in documents)
    return Event(id=key, title="Mill", claims=tuple(f"c-{i}" for i in ids), documents=ids)


def test_claims_lines_and_estimates_are_found_by_their_event(ledger: Ledger) -> None:
    a, b = _add(ledger, ["a", "b"])
    ledger.put_readings([_reading(a), _reading(b)], RUN)
    lines = [Line(id="l-1", event="e-2", origin="Radio"), Line(id="l-2", event="e-1", origin="Ministry")]
    estimates = [Estimate(event="e-2", outcome="wounded", best=9), Estimate(event="e-1", outcome="killed")]
    with ledger.batch():
        ledger.replace(Event, [_event("e-2", [b]), _event("e-1", [a])])
        ledger.replace(Line, lines)
        ledger.replace(Estimate, estimates)
    assert [c.id for c in ledger.claims_of("e-1")] == [f"c-{a.id}"]
    assert [c.id for c in ledger.claims_in(b.id)] == [f"c-{b.id}"]
    assert [e.id for e in ledger.events_with(a.id)] == [e.id for e in ledger.events_with(f"c-{a.id}")] == ["e-1"]
    assert list(ledger.lines_of("e-2")) == lines[:1]
    assert list(ledger.estimates_of("e-2")) == estimates[:1]


def test_what_is_replaced_is_ordered_by_key_whatever_the_order_it_came_in(ledger: Ledger) -> None:
    links = [Link(a="c-2", b="c-3", score=0.5), Link(a="c-1", b="c-3", score=1.0), Link(a="c-1", b="c-2", score=0.0)]
    ledger.replace(Link, links)
    forwards = ledger.digest(Link)
    ledger.replace(Link, reversed(links))
    assert [(k.a, k.b) for k in ledger.links()] == [("c-1", "c-2"), ("c-1", "c-3"), ("c-2", "c-3")]
    assert ledger.digest(Link) == forwards


def test_a_replacement_that_fails_leaves_what_was_there(ledger: Ledger) -> None:
    ledger.replace(Line, [Line(id="l-1", event="e-1", origin="Radio")])
    with pytest.raises(ContractError):
        ledger.replace(Line, [Line(id="l-2", event="e-1", origin="Radio"), Line(id="l-2", event="e-1", origin="Mill")])
    assert [line.id for line in ledger.lines()] == ["l-1"]


def test_given_things_cannot_be_replaced(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="Document cannot be replaced"):
        ledger.replace(Document, [])


def test_dropping_what_was_derived_keeps_what_was_given_and_rebuilt_equals_stored(ledger: Ledger) -> None:
    documents = _add(ledger, ["a", "b"])

    def run() -> str:
        ledger.put_readings([_reading(d) for d in documents], RUN)
        ledger.replace(Event, [_event("e-1", documents)])
        return ledger.digest()

    stored = run()
    ledger.drop_derived()
    assert (ledger.count(Claim), ledger.count(Event), ledger.count(Document)) == (0, 0, 2)
    assert not ledger.count_told(Wanted(about="millers"))
    assert run() == stored


def test_a_stamp_tells_from_which_inputs_a_stage_was_made(ledger: Ledger) -> None:
    before = ledger.stamp("linking")
    ledger.set_stamp("linking", ledger.digest(Claim))
    current = ledger.stamp("linking") == ledger.digest(Claim)
    ledger.put_readings([_reading(d) for d in _add(ledger, ["a"])], RUN)
    assert (before, current, ledger.stamp("linking") == ledger.digest(Claim)) == (None, True, False)


def test_the_ledgers_own_stamp_is_not_for_others(ledger: Ledger) -> None:
    with pytest.raises(UsageError):
        ledger.set_stamp("shape", "x")


def test_an_unknown_event_says_what_to_do(ledger: Ledger) -> None:
    with pytest.raises(UnknownIdError, match="no event e-9"):
        ledger.claims_of("e-9")


def test_counts_name_every_noun(ledger: Ledger) -> None:
    _add(ledger, ["a"])
    assert {k: n for k, n in ledger.counts().items() if n} == {"documents": 1}


def test_the_digest_of_readings_tells_another_run_and_another_document(ledger: Ledger) -> None:
    first, second = _add(ledger, ["a", "b"])
    told, unread = [ledger.readings_digest()], [ledger.count_never_read()]
    for document, run in ((first, RUN), (first, RUN), (first, LATER), (second, LATER)):
        ledger.put_readings([_reading(document)], run)
        told.append(ledger.readings_digest())
        unread.append(ledger.count_never_read())
    assert told[1] == told[2]
    assert len(set(told)) == 4
    assert unread == [2, 1, 1, 1, 0]


def test_a_number_that_no_ledger_can_keep_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ContractError, match="more digits"):
        ledger.replace(Estimate, [Estimate(event="e-1", outcome="killed", best=10**30)])


def test_streaming_holds_a_page_and_not_the_corpus(ledger: Ledger) -> None:
    with ledger.batch():
        for n in range(1500):
            ledger.add(make_document(text=f"{n} " + "mill " * 2000), origin="a", at=AT)
    tracemalloc.start()
    total = sum(len(d.text) for d in ledger.unread(RUN.id))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert total > 15_000_000
    assert peak < 4_000_000
