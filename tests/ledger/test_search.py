"""A person's words find documents, whatever signs they contain."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger import Ledger
from sayso.ledger.search import BEGIN, END, pieces
from sayso.schema import make_document

AT = "2031-05-01T06:00:00Z"
MILL = make_document(
    text="Two drones struck the mill near Orvenna; the café's NOT-for-profit kitchen burned.", title="Fire at dawn"
)
PORT = make_document(text="The port of Selm was shelled. Officials spoke of 40,000 tonnes of grain.", title="Harbour closed")


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as made:
        for document in (MILL, PORT):
            made.add(document, origin="a", at=AT)
        yield made


@pytest.mark.parametrize("words", ["mill", "MILL drone", "fire", "cafe", '"struck the mill"', "not-for-profit", "orvenna;"])
def test_words_find_the_document_that_has_them_all(ledger: Ledger, words: str) -> None:
    assert ledger.search(words) == [MILL.id]


@pytest.mark.parametrize(
    "words", ["mill port", '"mill the struck"', "", "  ", '"', "--- ***", "title:fire shelled", "mill NOT fire x"]
)
def test_words_that_no_document_has_together_find_none(ledger: Ledger, words: str) -> None:
    assert ledger.search(words) == []


def test_the_limit_keeps_the_best(ledger: Ledger) -> None:
    assert len(ledger.search("the")) == 2
    assert len(ledger.search("the", limit=1)) == 1


@given(st.text() | st.text(alphabet='"*-:()^ANDORNT mill'))
def test_no_words_are_an_error(ledger: Ledger, words: str) -> None:
    assert set(ledger.search(words)) <= {MILL.id, PORT.id}


def test_the_pieces_of_a_passage_say_which_words_were_asked_for() -> None:
    assert pieces(f"…the {BEGIN}mill{END}\nof {BEGIN}Orvenna{END}") == (
        ("…the ", False), ("mill", True), (" of ", False), ("Orvenna", True),
    )  # fmt: skip
