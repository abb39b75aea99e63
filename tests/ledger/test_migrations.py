"""An older ledger becomes a newer one and loses nothing."""

import sqlite3
from pathlib import Path

from sayso.ledger import Ledger
from sayso.ledger.migrations import latest, migrations
from sayso.ledger.store import APPLICATION_ID
from sayso.ledger.tables import GIVEN, split
from sayso.model import Document, Event, Source
from sayso.schema import columns, ddl, make_document, to_row
from sayso.sources.sourced import as_said

DOCUMENT = make_document(text="Shells fell on the mill at Orvenna.", title="Mill struck", byline="Ana Toll")


def _version_1(path: Path, without: str | None = None) -> None:
    """A ledger as version 1 wrote it, with one document; `without` is a column that it did not know yet."""
    db = sqlite3.connect(path)
    for table in GIVEN:
        db.execute(ddl(table.noun, table.name, *table.more))
    for sql in split(dict(migrations())[1]):
        db.execute(sql)
    if without:
        db.execute(f"ALTER TABLE documents DROP COLUMN {without}")
    names = [name for name, _ in columns(Document)]
    row = dict(zip(names, to_row(DOCUMENT), strict=True))
    row.pop(without or "", None)
    db.execute(f"INSERT INTO documents ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))  # noqa: S608
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")
    db.commit()
    db.close()


def test_migrations_are_numbered_without_gaps() -> None:
    assert [number for number, _ in migrations()] == list(range(1, latest() + 1))


def test_a_version_1_ledger_keeps_its_documents_and_becomes_searchable(tmp_path: Path) -> None:
    _version_1(tmp_path / "old.sayso")
    with Ledger.open(tmp_path / "old.sayso") as ledger:
        assert list(ledger.documents()) == [DOCUMENT]
        assert ledger.search("shells orvenna") == [DOCUMENT.id]
        assert list(ledger.verify()) == []
        assert ledger.ask("PRAGMA user_version") == [(latest(),)]


def test_a_field_that_a_noun_gained_is_unknown_in_older_rows(tmp_path: Path) -> None:
    _version_1(tmp_path / "old.sayso", without="language")
    with Ledger.open(tmp_path / "old.sayso") as ledger:
        assert ledger.document(DOCUMENT.id).language is None
        assert list(ledger.verify()) == []


def test_a_word_on_a_source_from_before_words_had_parts_sets_all_fields(tmp_path: Path) -> None:
    _version_1(tmp_path / "old.sayso")
    db = sqlite3.connect(tmp_path / "old.sayso")
    for column in ("document", "evidence", "statements", "claims", "settled", "apart", "same_as", "members"):
        db.execute(f"ALTER TABLE set_sources DROP COLUMN {column}")
    db.execute(
        "INSERT INTO set_sources (id, name, kind, aliases, set_by, set_at) VALUES ('s-1', 'Mill', 'media', '[]', 'ana', 'x')"
    )
    db.execute("PRAGMA user_version = 2")
    db.commit()
    db.close()
    with Ledger.open(tmp_path / "old.sayso") as ledger:
        (word,) = ledger.words()
        assert (word.source.name, word.source.settled, word.source.members, word.by) == ("Mill", None, (), "ana")
        ledger.put_sources([Source(id="s-1", name="The Mill")], [("d-1", "k-1", "s-1")])
        (source,) = as_said(ledger.sources(), ledger.words(), ledger.identities())
        assert (source.name, source.kind, source.aliases) == ("Mill", "media", ("The Mill",))
        assert list(ledger.verify()) == []


def test_derived_tables_of_another_shape_are_made_anew(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "old.sayso") as ledger:
        ledger.add(DOCUMENT, origin="a", at="2031-05-01T06:00:00Z")
        ledger.replace(Event, [Event(id="e-1", title="Mill", claims=(), documents=())])
        ledger.set_stamp("linking", "abc")
    db = sqlite3.connect(tmp_path / "old.sayso")
    db.execute("ALTER TABLE events RENAME COLUMN title TO headline")
    db.execute("UPDATE stamps SET digest = 'older' WHERE stage = 'shape'")
    db.commit()
    db.close()
    with Ledger.open(tmp_path / "old.sayso") as again:
        assert (again.count(Event), again.stamp("linking"), again.count(Document)) == (0, None, 1)


def test_opening_a_current_ledger_writes_nothing(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "mill.sayso").close()
    before = (tmp_path / "mill.sayso").read_bytes()
    Ledger.open(tmp_path / "mill.sayso").close()
    assert (tmp_path / "mill.sayso").read_bytes() == before
