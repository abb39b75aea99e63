"""The ledger keeps what it is given, once, and finds it again."""
# ruff: noqa: S608  the tables are named in this file

import hashlib
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sayso.errors import (
    ContractError,
    LedgerError,
    NewerLedgerError,
    NotALedgerError,
    RefusedError,
    TamperedError,
    UnknownIdError,
)
from sayso.ledger import Addition, Ledger
from sayso.model import Document, Refusal, Review, Source
from sayso.schema import make_document

MORNING = "2031-05-01T06:00:00Z"
EVENING = "2031-05-01T18:00:00Z"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "mill.sayso") as made:
        yield made


def _document(name: str = "mill-1", text: str = "Shells fell on the mill at Orvenna, officials said.") -> Document:
    return make_document(text=text, name=name, title="Mill struck", published="2031-05-01")


def _review(key: str, *, withdraws: str | None = None, at: str = MORNING) -> Review:
    return Review(id=key, target="claim:c-1", verdict="reject", by="ana", at=at, withdraws=withdraws)


def test_a_ledger_is_made_where_no_file_is_and_opens_again(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "mill.sayso") as ledger:
        ledger.add(_document(), origin="mill.txt", at=MORNING)
    with Ledger.open(tmp_path / "mill.sayso") as again:
        assert list(again.documents()) == [_document()]
    assert [p.name for p in tmp_path.iterdir()] == ["mill.sayso"]


def test_some_other_file_is_not_a_ledger_and_stays_as_it_was(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear editor, the mill still stands.")
    with pytest.raises(NotALedgerError, match="Give another path"):
        Ledger.open(letter)
    assert letter.read_text() == "Dear editor, the mill still stands."


def test_some_other_database_is_not_a_ledger_and_stays_as_it_was(tmp_path: Path) -> None:
    other = tmp_path / "recipes.db"
    db = sqlite3.connect(other)
    db.execute("CREATE TABLE recipes (name TEXT)")
    db.close()
    before = other.read_bytes()
    with pytest.raises(NotALedgerError):
        Ledger.open(other)
    assert other.read_bytes() == before


def test_a_folder_is_not_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(NotALedgerError):
        Ledger.open(tmp_path)


def test_a_ledger_in_no_folder_says_to_make_the_folder(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="Make it first"):
        Ledger.open(tmp_path / "nowhere" / "mill.sayso")


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "mill.sayso").close()
    db = sqlite3.connect(tmp_path / "mill.sayso")
    db.execute("PRAGMA user_version = 9999")
    db.close()
    with pytest.raises(NewerLedgerError, match="Update Sayso"):
        Ledger.open(tmp_path / "mill.sayso")


def test_adding_twice_is_adding_once(ledger: Ledger) -> None:
    first = ledger.add(_document(), origin="mill.txt", at=MORNING, raw=b"raw")
    second = ledger.add(_document(), origin="mill.txt", at=EVENING, raw=b"raw")
    assert (first, second, ledger.count(Document)) == (True, False, 1)
    assert [a.at for a in ledger.additions()] == [MORNING]


def test_the_custody_log_says_whence_when_and_as_which_bytes(ledger: Ledger) -> None:
    document = _document()
    ledger.add(document, origin="mill.html", at=MORNING, raw=b"<p>")
    ledger.add(document, origin="https://orvenna.example/mill", at=EVENING)
    assert list(ledger.additions(document.id)) == [
        Addition(origin="mill.html", at=MORNING, document=document.id, raw=hashlib.sha256(b"<p>").hexdigest()),
        Addition(origin="https://orvenna.example/mill", at=EVENING, document=document.id),
    ]


def test_other_content_under_a_known_name_is_refused_and_the_batch_goes_on(ledger: Ledger) -> None:
    with ledger.batch():
        ledger.add(_document(), origin="a", at=MORNING)
        with pytest.raises(RefusedError, match="a name of its own") as caught:
            ledger.add(_document(text="The mill was never struck."), origin="b", at=MORNING, raw=b"b")
        ledger.add(_document("mill-2"), origin="c", at=MORNING)
    assert caught.value.reason == "conflict"
    assert sorted(d.name for d in ledger.documents()) == ["mill-1", "mill-2"]


def test_a_batch_that_fails_keeps_nothing(ledger: Ledger) -> None:
    with pytest.raises(UnknownIdError):
        _add_one_and_fail(ledger)
    assert ledger.count(Document) == 0


def test_raw_bytes_come_back_as_they_were(ledger: Ledger) -> None:
    raw = bytes(range(256)) * 50
    ledger.add(_document(), origin="a", at=MORNING, raw=raw)
    assert ledger.raw(hashlib.sha256(raw).hexdigest()) == raw


@pytest.mark.parametrize("raw", [None, b"other"])
def test_a_document_comes_with_the_bytes_that_it_names(ledger: Ledger, raw: bytes | None) -> None:
    document = make_document(text="Shells fell.", raw=hashlib.sha256(b"these").hexdigest())
    with pytest.raises(ContractError, match="raw bytes"):
        ledger.add(document, origin="a", at=MORNING, raw=raw)
    assert ledger.count(Document) == 0


def test_a_document_is_found_by_id_and_by_name(ledger: Ledger) -> None:
    ledger.add(_document(), origin="a", at=MORNING)
    assert ledger.document("mill-1") == ledger.document(_document().id) == _document()


def test_an_unknown_id_says_what_to_do(ledger: Ledger) -> None:
    with pytest.raises(UnknownIdError, match=r"mill\.sayso has no document mill-9"):
        ledger.document("mill-9")


def test_a_refusal_is_recorded_once_with_its_bytes(ledger: Ledger) -> None:
    sha = hashlib.sha256(b"\0").hexdigest()
    refusal = Refusal(id="r-1", origin="blank.txt", reason="empty", detail="no text", at=MORNING, raw=sha)
    later = Refusal(id="r-2", origin="blank.txt", reason="empty", detail="no text", at=EVENING, raw=sha)
    assert [ledger.refuse(refusal, raw=b"\0"), ledger.refuse(later, raw=b"\0")] == [True, False]
    assert list(ledger.refusals()) == [refusal]
    assert ledger.raw(sha) == b"\0"


def test_what_a_person_says_of_a_source_last_is_the_word_on_it(ledger: Ledger) -> None:
    ledger.set_source(Source(id="s-1", name="Orvenna Radio", kind="media"), by="ana", at=MORNING)
    ledger.set_source(Source(id="s-2", name="The Mill"), by="ben", at=MORNING)
    ledger.set_source(Source(id="s-1", name="Orvenna Radio", kind="outlet"), by="ana", at=EVENING)
    assert [(w.source.id, w.source.kind, w.by, w.at) for w in ledger.words()] == [
        ("s-2", "other", "ben", MORNING),
        ("s-1", "outlet", "ana", EVENING),
    ]
    assert [w.source.kind for w in ledger.word_history()] == ["media", "other", "outlet"]


def test_a_source_knows_where_it_is_heard_and_a_speaker_its_source(ledger: Ledger) -> None:
    ledger.put_sources([Source(id="s-1", name="Orvenna Radio")], [("d-1", "k-1", "s-1"), ("d-2", "k-2", "s-1")])
    assert ledger.heard("s-1") == [("d-1", "k-1"), ("d-2", "k-2")]
    assert ledger.identities(["d-2"]) == {("d-2", "k-2"): "s-1"}
    assert ledger.put_sources([], []) == 0
    assert ledger.identities() == {}


def test_setting_a_source_to_what_it_is_changes_nothing(ledger: Ledger) -> None:
    source = Source(id="s-1", name="Orvenna Radio")
    assert [ledger.set_source(source, by="ana", at=MORNING), ledger.set_source(source, by="ben", at=EVENING)] == [True, False]


def test_withdrawing_a_review_restores_the_state_before_it(ledger: Ledger) -> None:
    ledger.review(_review("v-1"))
    before = ledger.standing()
    ledger.review(_review("v-2"))
    ledger.review(_review("v-3", withdraws="v-2"))
    assert ledger.standing() == before
    assert [r.id for r in ledger.reviews("claim:c-1")] == ["v-1", "v-2", "v-3"]


def test_withdrawing_a_withdrawal_restores_the_review(ledger: Ledger) -> None:
    ledger.review(_review("v-1"))
    ledger.review(_review("v-2", withdraws="v-1"))
    ledger.review(_review("v-3", withdraws="v-2"))
    assert [r.id for r in ledger.standing()] == ["v-1"]


def test_a_review_that_is_not_there_cannot_be_withdrawn(ledger: Ledger) -> None:
    with pytest.raises(UnknownIdError, match="no review v-9"):
        ledger.review(_review("v-1", withdraws="v-9"))


GIVEN = ["documents", "raws", "additions", "refusals", "reviews", "set_sources"]


@pytest.mark.parametrize("table", GIVEN)
@pytest.mark.parametrize("change", ["UPDATE {} SET seq = seq + 1", "DELETE FROM {}"])
def test_given_things_cannot_be_changed_or_deleted_by_any_program(tmp_path: Path, table: str, change: str) -> None:
    with _full(tmp_path / "mill.sayso") as ledger:
        assert not list(ledger.verify())
    db = sqlite3.connect(tmp_path / "mill.sayso")
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        db.execute(change.format(table))
    db.close()


@pytest.mark.parametrize("table", GIVEN)
def test_given_things_cannot_be_replaced_by_any_program(tmp_path: Path, table: str) -> None:
    _full(tmp_path / "mill.sayso").close()
    db = sqlite3.connect(tmp_path / "mill.sayso")
    names = ", ".join(f'"{row[1]}"' for row in db.execute(f"PRAGMA table_info({table})"))
    before = db.execute(f"SELECT * FROM {table}").fetchall()
    db.execute(f"INSERT OR REPLACE INTO {table} ({names}) SELECT {names} FROM {table}")
    assert (db.total_changes, db.execute(f"SELECT * FROM {table}").fetchall()) == (0, before)
    db.close()


def test_a_sound_ledger_has_no_findings(tmp_path: Path) -> None:
    with _full(tmp_path / "mill.sayso") as ledger:
        assert list(ledger.verify()) == []


@pytest.mark.parametrize(
    ("table", "change", "what"),
    [
        ("documents", "UPDATE documents SET text = 'Nothing fell.'", "no longer gives its id"),
        ("documents", "UPDATE documents SET text = ' '", "has no text"),
        ("raws", "UPDATE raws SET data = x'00'", "no longer match their hash"),
        ("raws", "DELETE FROM raws", "names something that raws does not have"),
        ("reviews", "SELECT 1", "the guard that keeps reviews append-only is gone"),
    ],
)
def test_tampering_is_found(tmp_path: Path, table: str, change: str, what: str) -> None:
    _full(tmp_path / "mill.sayso").close()
    db = sqlite3.connect(tmp_path / "mill.sayso")
    db.execute(f"DROP TRIGGER {table}_kept")
    db.execute(f"DROP TRIGGER {table}_stay")
    db.execute(change)
    db.commit()
    db.close()
    with Ledger.open(tmp_path / "mill.sayso") as ledger:
        assert what in "; ".join(f.what for f in ledger.verify())


def test_tampered_bytes_are_not_given_out(tmp_path: Path) -> None:
    _full(tmp_path / "mill.sayso").close()
    db = sqlite3.connect(tmp_path / "mill.sayso")
    db.execute("DROP TRIGGER raws_kept")
    db.execute("UPDATE raws SET data = x'00'")
    db.commit()
    db.close()
    with Ledger.open(tmp_path / "mill.sayso") as ledger, pytest.raises(TamperedError):
        ledger.raw(hashlib.sha256(b"raw").hexdigest())


def test_a_damaged_file_is_a_finding_and_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "mill.sayso"
    with _full(path) as ledger, ledger.batch():
        for n in range(300):
            ledger.add(_document(f"report {n}", "Shells fell. " * 200), origin="a", at=MORNING)
    whole = path.read_bytes()
    half = len(whole) // 2
    path.write_bytes(whole[:half] + b"\xff" * (len(whole) - half))
    with Ledger.open(path) as damaged:
        findings = list(damaged.verify())
        assert findings
        with pytest.raises(LedgerError, match="Restore it from a copy"):
            list(damaged.documents())


def _full(path: Path) -> Ledger:
    ledger = Ledger.open(path)
    ledger.add(_document(), origin="mill.txt", at=MORNING, raw=b"raw")
    ledger.refuse(Refusal(id="r-1", origin="blank.txt", reason="empty", detail="no text", at=MORNING))
    ledger.review(_review("v-1"))
    ledger.set_source(Source(id="s-1", name="Orvenna Radio"), by="ana", at=MORNING)
    return ledger


def test_names_and_days_of_all_documents_are_told_without_their_texts(ledger: Ledger) -> None:
    unknown = ledger.period()
    late = make_document(text="The mill turns again.", published="2031-06-02T08:00:00Z")
    for document in (_document(), late):
        ledger.add(document, origin="a", at=MORNING)
    assert ledger.names() == {_document().id: "mill-1", late.id: late.id}
    assert (unknown, ledger.period()) == ((None, None), ("2031-05-01", "2031-06-02"))


def test_threads_share_one_ledger(ledger: Ledger) -> None:
    def add(n: int) -> list[str]:
        document = _document(f"mill-{n}")
        ledger.add(document, origin="a", at=MORNING, raw=b"raw")
        return [document.id, ledger.document(document.name).id]

    with ThreadPoolExecutor(4) as threads:
        told = list(threads.map(add, range(40)))
    assert sorted(told) == [[d.id, d.id] for d in ledger.documents()]


def _add_one_and_fail(ledger: Ledger) -> None:
    with ledger.batch():
        ledger.add(_document(), origin="a", at=MORNING, raw=b"raw")
        ledger.document("mill-9")


def test_all_documents_come_in_the_order_of_their_ids_and_none_may_be_missing(ledger: Ledger) -> None:
    two = sorted((_document(), _document("mill-2", "The mill at Orvenna burned again.")), key=lambda d: d.id)
    for document in two:
        ledger.add(document, origin="mill.txt", at=MORNING)
    assert ledger.all_documents([two[1].id, two[0].id, two[1].id]) == tuple(two)
    with pytest.raises(UnknownIdError, match="d-missing"):
        ledger.all_documents([two[0].id, "d-missing", two[1].id])


def test_a_review_that_was_rolled_back_holds_no_more(ledger: Ledger) -> None:
    ledger.review(_review("v-1"))
    seen: list[int] = []

    def broken() -> None:
        with ledger.batch():
            ledger.review(_review("v-2"))
            seen.append(len(ledger.standing("claim:c-1")))
            ledger.get_review("v-none")

    with pytest.raises(UnknownIdError):
        broken()
    assert seen == [2]
    ledger.review(_review("v-3"))
    assert [r.id for r in ledger.standing("claim:c-1")] == ["v-1", "v-3"]


def test_a_review_of_an_earlier_time_stands_where_it_belongs(ledger: Ledger) -> None:
    ledger.review(_review("v-1", at=EVENING))
    assert len(ledger.standing()) == 1
    ledger.review(_review("v-2", at=MORNING))
    assert [r.id for r in ledger.standing()] == ["v-2", "v-1"]
