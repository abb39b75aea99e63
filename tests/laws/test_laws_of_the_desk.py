"""Laws of the desk: rebuilt equals stored, order changes nothing, and a withdrawn review restores the state before it."""

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

import sayso.desk
from sayso import runs
from sayso.judging.seen import Seen, as_claim
from sayso.model import Document, Review, Verdict
from sayso.schema import canonical
from tests.a_case import DOCUMENTS, MINISTRY, read_ledger, reading

BY = "reviewer"


def exported(desk: sayso.desk.Desk, folder: Path) -> list[bytes]:
    """Give the bytes of what the desk exports once it has run, without the log, in which a word stays that was withdrawn."""
    desk.run()
    return [p.read_bytes() for p in desk.export("jsonl", folder) if p.stem != "corrections"]


@settings(max_examples=6, deadline=None)
@given(st.permutations(DOCUMENTS))
def test_documents_in_any_order_give_the_same_bytes(documents: list[Document]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with (
            sayso.desk.open(read_ledger(folder / "one.sayso")) as one,
            sayso.desk.open(read_ledger(folder / "other.sayso", documents)) as other,
        ):
            assert exported(one, folder / "one") == exported(other, folder / "other")


def test_what_is_rebuilt_equals_what_was_stored(tmp_path: Path) -> None:
    with sayso.desk.open(read_ledger(tmp_path / "case.sayso")) as desk:
        stored = exported(desk, tmp_path / "stored")
        desk.ledger.drop_derived()
        desk.ledger.put_readings([reading(d) for d in DOCUMENTS], runs.current("all"))
        assert exported(desk, tmp_path / "rebuilt") == stored


def test_withdrawing_a_review_restores_the_state_before_it(tmp_path: Path) -> None:
    with sayso.desk.open(read_ledger(tmp_path / "case.sayso")) as desk:
        before = exported(desk, tmp_path / "before")
        (claim,) = reading(MINISTRY).claims
        words: tuple[tuple[str, Verdict, str | None], ...] = (
            (f"event:{desk.event('1').id}", "split", json.dumps([claim.id])),
            (f"claim:{claim.id}", "reject", None),
            (f"claim:{claim.id}", "edit", '{"outcome": "wounded"}'),
            (f"document:{MINISTRY.id}", "add", canonical(as_claim(MINISTRY, (), Seen(span=(0, 21), outcome="wounded", low=4)))),
            (f"line:{desk.why(desk.event('1')).lines[0].id}", "reject", None),
        )
        for n, (target, verdict, value) in enumerate(words):
            word = Review(id=f"r-{n}", target=target, verdict=verdict, value=value, by=BY, at="2031-05-04T10:00:00Z")
            assert desk.review(word)
            assert exported(desk, tmp_path / "between") != before
            desk.review(replace(word, id=f"w-{n}", verdict="note", value=None, withdraws=word.id))
            assert exported(desk, tmp_path / "after") == before


def test_adding_what_is_there_leaves_nothing_to_do(tmp_path: Path) -> None:
    with sayso.desk.open(read_ledger(tmp_path / "case.sayso")) as desk:
        exported(desk, tmp_path / "once")
        desk.add(DOCUMENTS)
        assert str(desk.run()) == "nothing to do"
