"""The list of documents is asked by day, outlet, words and state, the latest first."""

from collections.abc import Iterator

import pytest

from sayso.ledger import Ledger, Sought
from sayso.model import Event, Reading, Run
from sayso.schema import make_document

DOCUMENTS = {
    "mill": make_document(text="Shells fell on the mill.", outlet="Orvenna Post", published="2031-05-02T08:00:00Z"),
    "dam": make_document(text="The dam held, said the mayor.", outlet="Orvenna Post", published="2031-05-03"),
    "fair": make_document(text="The fair opened near the mill.", outlet="Velin Wire", published="2031-05-04"),
    "note": make_document(text="A note without a day."),
}


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    """Four documents, of which three are read and one speaks of an event; the mill's came twice."""
    with Ledger.open(":memory:") as made:
        for name, document in DOCUMENTS.items():
            made.add(document, origin=f"{name}.txt", at="2031-05-05T00:00:00Z")
        made.add(DOCUMENTS["mill"], origin="again.txt", at="2031-05-06T00:00:00Z")
        run = Run(id="run-1", version="1", pack="p", weights="w", settings="depth=all")
        made.put_readings([Reading(document=DOCUMENTS[n].id) for n in ("mill", "dam", "note")], run)
        made.replace(Event, [Event(id="e-1", title="Mill", claims=(), documents=(DOCUMENTS["mill"].id,))])
        yield made


def _names(ledger: Ledger, sought: Sought) -> list[str]:
    by_id = {d.id: name for name, d in DOCUMENTS.items()}
    found = [by_id[d.id] for d in ledger.shelved(sought)]
    assert ledger.count_sought(sought) == len(found)
    return found


@pytest.mark.parametrize(
    ("sought", "names"),
    [
        (Sought(), ["fair", "dam", "mill", "note"]),
        (Sought(outlet="orvenna post"), ["dam", "mill"]),
        (Sought(words="mill"), ["fair", "mill"]),
        (Sought(words='"the mill" shells'), ["mill"]),
        (Sought(words='"'), []),
        (Sought(first="2031-05-03"), ["fair", "dam"]),
        (Sought(last="2031-05-02"), ["mill"]),
        (Sought(state="told"), ["mill"]),
        (Sought(state="untold"), ["dam", "note"]),
        (Sought(state="unread"), ["fair"]),
        (Sought(words="mill", outlet="Velin Wire", state="unread"), ["fair"]),
    ],
)
def test_each_question_leaves_its_documents_the_latest_first(ledger: Ledger, sought: Sought, names: list[str]) -> None:
    assert _names(ledger, sought) == names


def test_a_document_says_where_it_came_from_first_and_of_which_events_it_speaks(ledger: Ledger) -> None:
    (mill,) = ledger.shelved(Sought(words="shells"))
    assert (mill.origin, mill.arrivals, mill.events, mill.read) == ("mill.txt", 2, (("e-1", "Mill"),), True)


def test_a_page_of_the_list_is_a_part_of_it(ledger: Ledger) -> None:
    every = ledger.shelved(Sought())
    assert (*ledger.shelved(Sought(), most=3), *ledger.shelved(Sought(), start=3, most=3)) == every


def test_outlets_come_with_the_most_documents_first(ledger: Ledger) -> None:
    assert ledger.outlets(most=1) == (("Orvenna Post", 2),)
