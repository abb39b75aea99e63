"""The shape of the derived tables is what they are made of, not how the SQL is written."""

import sqlite3
from pathlib import Path

import pytest

from sayso.ledger import Ledger, Wanted
from sayso.ledger.shape import shape
from sayso.ledger.tables import derived_shape, derived_statements
from sayso.model import Attribution, Document, Event, Reading, Run, Statement
from sayso.schema import make_document

MILL = "CREATE TABLE mills (id TEXT PRIMARY KEY, name TEXT NOT NULL, wheels INTEGER DEFAULT 2, UNIQUE (id, name))"


@pytest.mark.parametrize(
    "same",
    [
        'create table "mills" (id text primary key,--no\n name TEXT NOT NULL,\n wheels integer DEFAULT 2, UNIQUE (id, name));',
        "CREATE TABLE mills (name TEXT NOT NULL, wheels INTEGER DEFAULT 2, id TEXT PRIMARY KEY, UNIQUE (id, name))",
    ],
)
def test_space_case_quotes_comments_and_the_order_of_columns_do_not_matter(same: str) -> None:
    assert shape([same]) == shape([MILL])


@pytest.mark.parametrize(
    ("old", "new"),
    [("wheels", "stones"), ("INTEGER", "REAL"), ("2", "3"), ("id, name)", "name, id)"), ("NOT NULL", ""), (")", ") STRICT")],
)
def test_what_a_table_is_made_of_matters(old: str, new: str) -> None:
    assert shape([MILL.replace(old, new)]) != shape([MILL])


def _with_an_event(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(make_document(text="Shells fell on the mill at Orvenna."), origin="a", at="2031-05-01T06:00:00Z")
        ledger.replace(Event, [Event(id="e-1", title="Mill", claims=(), documents=())])


def _changed(path: Path, *statements: str) -> None:
    db = sqlite3.connect(path)
    for sql in statements:
        db.execute(sql)
    db.execute("UPDATE stamps SET digest = 'as another version wrote it' WHERE stage = 'shape'")
    db.commit()
    db.close()


def test_a_ledger_whose_shape_was_digested_otherwise_keeps_its_events(tmp_path: Path) -> None:
    _with_an_event(tmp_path / "old.sayso")
    _changed(tmp_path / "old.sayso")
    with Ledger.open(tmp_path / "old.sayso") as ledger:
        assert (ledger.count(Event), ledger.count(Document)) == (1, 1)
        assert ledger.stamp("shape") == derived_shape()


def test_an_index_more_or_less_leaves_what_was_derived(tmp_path: Path) -> None:
    _with_an_event(tmp_path / "old.sayso")
    _changed(
        tmp_path / "old.sayso",
        "DROP INDEX lines_of_event",
        "CREATE INDEX lines_by_origin ON lines (origin)",
        "DROP INDEX claims_of_document",
        "CREATE INDEX claims_of_document ON claims (id)",
    )
    with Ledger.open(tmp_path / "old.sayso") as ledger:
        assert ledger.count(Event) == 1
        made = dict(ledger.ask("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"))
        assert made["claims_of_document"].endswith("(document, id)")
        assert "lines_of_event" in made
        assert "lines_by_origin" not in made


def test_a_column_more_makes_the_derived_tables_anew(tmp_path: Path) -> None:
    _with_an_event(tmp_path / "old.sayso")
    _changed(tmp_path / "old.sayso", "ALTER TABLE events ADD COLUMN colour TEXT")
    with Ledger.open(tmp_path / "old.sayso") as ledger:
        assert (ledger.count(Event), ledger.count(Document)) == (0, 1)


def test_a_new_file_has_the_shape_of_the_program(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "new.sayso") as ledger:
        there = [str(sql) for (sql,) in ledger.ask("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    made = {s.split("(")[0].split(" ON ")[0].strip() for s in there}
    assert {s.split("(")[0].split(" ON ")[0].strip() for s in derived_statements()} <= made


def test_readings_stay_where_only_tables_beyond_them_differ(tmp_path: Path) -> None:
    document = make_document(text="Shells fell on the mill at Orvenna.")
    said = Statement(id="st-1", document=document.id, span=(0, 6), quote="Shells", said_by=(Attribution(name="Mill Post"),))
    run = Run(id="run-1", version="1", pack="p", weights="w", settings="depth=all")
    for column, left in (("events ADD COLUMN colour TEXT", 0), ("claims ADD COLUMN colour TEXT", 1)):
        path = tmp_path / f"{left}.sayso"
        with Ledger.open(path) as ledger:
            ledger.add(document, origin="a", at="2031-05-01T06:00:00Z")
            ledger.put_readings([Reading(document=document.id, statements=(said,))], run)
            ledger.set_stamp("link", "abc")
        _changed(path, f"ALTER TABLE {column}")
        with Ledger.open(path) as again:
            assert (again.count_never_read(), again.stamp("link"), again.manner()) == (left, None, {"depth": "all"})
            assert [s.id for s in again.told(Wanted(about="shells"))] == ([] if left else ["st-1"])
            assert again.mend() == 0
