"""How is the ledger's file opened, written and streamed? Safely beside other processes, and in pages of flat memory.

Write-ahead logging lets readers and one writer work at once. `synchronous = FULL` syncs the log at each commit, so what was
acknowledged survives the end of the process, of the system and of the power; a batch pays for one sync, whatever its size.
"""
# ruff: noqa: S608  only names of our own tables and columns are put into SQL; values are always bound

import hashlib
import json
import sqlite3
import threading
import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sayso.errors import ContractError, LedgerError, NewerLedgerError, NotALedgerError, SaysoError, UnknownIdError
from sayso.ledger.kept import Kept
from sayso.ledger.migrations import latest, migrations
from sayso.ledger.shape import differing, made, only_indexes, shape
from sayso.ledger.tables import (
    APPEND_ONLY,
    GIVEN,
    READ_TABLES,
    SEAL,
    TABLES,
    Table,
    derived_names,
    derived_shape,
    derived_statements,
    guards,
    new_column,
    split,
)
from sayso.schema import columns, ddl, from_row, to_row
from sayso.shapes import Noun

N = TypeVar("N", bound=Noun)
T = TypeVar("T")

APPLICATION_ID = 0x5361_7953
"""`SayS` in ASCII: marks the file as a ledger (SQLite's PRAGMA application_id)."""

DROPPED = "dropped"
"""The stamp of a file whose derived things another version made and this one dropped: by which settings most had been read."""

_PAGE = 128
"""Rows fetched at a time: a megabyte of common articles, and too many for the query a page to count."""


ANSWERS = 32
"""Answers kept at hand. **Source:** set by hand: four of each list that people go to and fro in, and one of each other sort."""


class Store:
    """An open ledger file: one connection that threads may share, transactions, and streams ordered by key."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path = path
        self._db = db
        self._lock = threading.RLock()
        self._answers = Kept(ANSWERS)

    @classmethod
    def open(cls, path: str | Path, *, patience: float = 30.0) -> Self:
        """The ledger at `path`, made if absent and brought up to date; waits `patience` seconds for other writers.

        `:memory:` is a ledger for a trial, which ends with the program.

        Raises: NotALedgerError, NewerLedgerError, LedgerError.
        """
        place = Path(path)
        if place.is_dir():
            raise _not_a_ledger(place)
        if not place.parent.is_dir():
            raise LedgerError(f"{place.parent} is not a folder", do="Make it first, or give another path")
        try:
            db = sqlite3.connect(place, timeout=patience, isolation_level=None, check_same_thread=False)
        except sqlite3.Error as e:
            raise LedgerError(f"{place} cannot be opened: {e}", do="Check that you may write there") from e
        store = cls(place, db)
        try:
            store._prepare(patience)
        except BaseException:
            db.close()
            raise
        return store

    def close(self) -> None:
        """Close the file; the last to close folds the log back into it."""
        with self._lock, self._told():
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """All that is written inside is kept together or, on an error, not at all; acknowledged when the block ends.

        A batch inside a batch is kept when the outer one ends. Other writers wait meanwhile, so keep slow work outside.

        Raises: LedgerError, when another process keeps writing for longer than the ledger's patience.
        """
        with self._lock, self._told():
            nested = self._db.in_transaction
            self._db.execute("SAVEPOINT part" if nested else "BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("RELEASE part" if nested else "COMMIT")
            except BaseException:
                # A full disk may have ended the transaction already; the first error is the one to tell.
                with suppress(sqlite3.Error):
                    self._db.execute("ROLLBACK TO part" if nested else "ROLLBACK")
                    if nested:
                        self._db.execute("RELEASE part")
                self._forget()
                raise

    def _forget(self) -> None:
        """Forget what is remembered of what was written: some of it was taken back."""

    @property
    def writing(self) -> bool:
        """Whether a batch is open, so that what is read may yet be taken back."""
        return self._db.in_transaction

    def state(self) -> tuple[int, int]:
        """What is another one once anything was written: by another process, or here.

        **Source:** SQLite, PRAGMA data_version, which tells what others committed; total_changes counts what is changed here.
        """
        return int(self._scalar("PRAGMA data_version")), self._db.total_changes

    def kept(self, question: Hashable, find: Callable[[], T]) -> T:
        """What `find` finds: the same question is answered from memory while nothing is written, so the answer stays as it is."""
        return self._answers.answer(self, question, find)

    def count(self, noun: type[Noun]) -> int:
        """How many of a noun the ledger holds."""
        return int(self._scalar(f"SELECT count(*) FROM {TABLES[noun].name}"))

    def get(self, noun: type[N], key: str) -> N:
        """The noun with this id.

        Raises: UnknownIdError.
        """
        table = TABLES[noun]
        for row in self._rows(f"SELECT {table.columns} FROM {table.name} WHERE {table.key} = ?", (key,)):
            return self._made(noun, row)
        kind = noun.__name__.lower()
        raise UnknownIdError(
            f"{self.path.name} has no {kind} {key}", do=f"Look the id up among the ledger's {kind}s, or run again"
        )

    def some(self, noun: type[N], ids: Sequence[str]) -> Iterator[N]:
        """The nouns with these ids, ordered by id; ids that are not there are passed over."""
        return self._by_ids(noun, ids)

    def raw_rows(self, noun: type[Noun]) -> Iterator[tuple[Any, ...]]:
        """The stored rows of a noun, ordered by key, as they are: what digests are made of."""
        return self._pages(TABLES[noun])

    def ask(self, sql: str, args: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows that a reading query gives, all at once: for looking into the file, never for what grows with it."""
        return self._rows(sql, args)

    def _stream(self, noun: type[N], where: str = "", args: Sequence[Any] = ()) -> Iterator[N]:
        for row in self._pages(TABLES[noun], where, args):
            yield self._made(noun, row)

    def _made(self, noun: type[N], row: tuple[Any, ...]) -> N:
        """The noun of a row.

        Raises: LedgerError, naming it, where the row no longer gives one: somebody changed it by hand.
        """
        try:
            return from_row(noun, row)
        except (SaysoError, TypeError, ValueError, KeyError, AttributeError) as e:
            what = e.what if isinstance(e, SaysoError) else str(e)
            raise LedgerError(
                f"{self.path.name} holds a broken {noun.__name__.lower()}, {named(TABLES[noun], row)}: {what}",
                do="See what else is wrong with `sayso verify`; `sayso run` makes anew what was derived",
            ) from e

    def _pages(self, table: Table, where: str = "", args: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Rows ordered by key, a page at a time: nothing stays open between pages, so writing meanwhile is safe."""
        last: Any = None
        while True:
            wheres = [f"({w})" for w in (where, "" if last is None else f"{table.key} > ?") if w]
            clause = f"WHERE {' AND '.join(wheres)} " if wheres else ""
            sql = f"SELECT {table.key}, {table.columns} FROM {table.name} {clause}ORDER BY {table.key} LIMIT {_PAGE}"
            page = self._rows(sql, (*args, *(() if last is None else (last,))))
            yield from (row[1:] for row in page)
            if len(page) < _PAGE:
                return
            last = page[-1][0]

    def _by_ids(self, noun: type[N], ids: Sequence[str]) -> Iterator[N]:
        """The nouns with these ids, ordered by id; ids that are not there are passed over."""
        wanted, table = sorted(set(ids)), TABLES[noun]
        for start in range(0, len(wanted), _PAGE):
            some = wanted[start : start + _PAGE]
            among = f"WHERE id IN ({', '.join('?' * len(some))}) ORDER BY id"
            for row in self._rows(f"SELECT {table.columns} FROM {table.name} {among}", some):
                yield self._made(noun, row)

    def _insert(self, table: Table, values: Iterable[Noun], *more: Any) -> int:
        """Insert and count what was new: given things that are there already are passed over, derived ones are an error."""
        sealed = SEAL in table.more
        names = ", ".join((table.columns, *(m.split()[0] for m in table.more[: len(more) + sealed])))
        marks = ", ".join((table.marks, *("?" for _ in more), *("?" for _ in range(sealed))))
        verb = "INSERT OR IGNORE" if table in GIVEN else "INSERT"
        plain = map(to_row, values)
        rows = ((*row, seal(row)) for row in plain) if sealed else ((*row, *more) for row in plain)
        try:
            with self.batch():
                sql = f"{verb} INTO {table.name} ({names}) VALUES ({marks})"
                return self._db.executemany(sql, rows).rowcount
        except OverflowError as e:
            what = f"A number in {table.name} has more digits than can be kept"
            raise ContractError(what, do="Give numbers below 2^63") from e
        except sqlite3.IntegrityError as e:
            raise ContractError(f"Two {table.name} have one id ({e})", do="Give each its own id, from its content") from e

    def _execute(self, sql: str, args: Sequence[Any] = ()) -> int:
        """Run one writing statement and count the rows that it touched."""
        with self.batch():
            return self._db.execute(sql, args).rowcount

    def _rows(self, sql: str, args: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self._lock, self._told():
            return self._db.execute(sql, args).fetchall()

    def _scalar(self, sql: str, args: Sequence[Any] = ()) -> Any:
        """The first value of the first row, or None."""
        rows = self._rows(sql, args)
        return rows[0][0] if rows else None

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn the database's errors into ours, which say what to do."""
        try:
            yield
        except sqlite3.IntegrityError:
            raise
        except sqlite3.Error as e:
            raise _explained(self.path, e) from e

    def _prepare(self, patience: float) -> None:
        self._refuse_other_files()
        with self._told():
            mark, version = self._scalar("PRAGMA application_id"), self._scalar("PRAGMA user_version")
            if mark != APPLICATION_ID and (mark or version or self._scalar("SELECT count(*) FROM sqlite_master")):
                raise NotALedgerError(f"{self.path} is a database, but not a ledger", do="Give another path")
            self._refuse_newer(version)
            self._log_ahead(patience)
            for pragma in ("synchronous = FULL", "foreign_keys = ON", "recursive_triggers = ON", "cache_size = -16000"):
                self._db.execute(f"PRAGMA {pragma}")
            if version != latest() or self._grown() or not self._shaped():
                self._migrate()

    def _refuse_other_files(self) -> None:
        """Refuse what is no database, without looking into the file: to open and close it by hand drops SQLite's locks on it.

        **Source:** SQLite, How To Corrupt An SQLite Database File, 2.2: POSIX locks go when any descriptor of the file is closed.
        """
        with self._lock:
            try:
                self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()
            except sqlite3.DatabaseError as e:
                if "not a database" in str(e):
                    raise _not_a_ledger(self.path) from e

    def _refuse_newer(self, version: int) -> None:
        if version > latest():
            what = f"{self.path} has version {version}, and this program knows versions up to {latest()}"
            raise NewerLedgerError(what, do="Update Sayso")

    def _log_ahead(self, patience: float) -> None:
        """Switch to write-ahead logging, which SQLite does not wait for while another process switches too."""
        end = time.monotonic() + patience
        while True:
            try:
                self._db.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.02)
            else:
                return

    def _grown(self) -> list[str]:
        """The SQL that gives given tables what they lack: themselves, or columns for fields that nouns have gained."""
        sql = []
        for table in GIVEN:
            there = {row[1] for row in self._rows(f"PRAGMA table_xinfo({table.name})")}
            if not there:
                sql.append(ddl(table.noun, table.name, *table.more))
                continue
            lacking = [name for name, _ in columns(table.noun) if name not in there]
            sql.extend(f"ALTER TABLE {table.name} ADD COLUMN {new_column(table.noun, name)}" for name in lacking)
        return sql

    def _shaped(self) -> bool:
        """Whether the derived tables are made as this program makes them."""
        known = self._scalar("SELECT count(*) FROM sqlite_master WHERE name = 'stamps'")
        return bool(known) and self._scalar("SELECT digest FROM stamps WHERE stage = 'shape'") == derived_shape()

    def _migrate(self) -> None:
        """Bring the file up to date in one transaction: another process may have done so while this one waited."""
        with self.batch():
            version = self._scalar("PRAGMA user_version")
            self._refuse_newer(version)
            for sql in self._grown():
                self._db.execute(sql)
            for number, script in migrations():
                if number > version:
                    for sql in split(script):
                        self._db.execute(sql)
            for table in APPEND_ONLY:
                for sql in guards(table):
                    self._db.execute(sql)
            self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self._db.execute(f"PRAGMA user_version = {latest()}")
            if not self._shaped():
                self._reshape()

    def _reshape(self) -> None:
        """Make the derived tables as this program makes them, keeping what is in them where only indexes differ, or readings."""
        sql = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?))"
        now = shape(str(there) for (there,) in self._rows(sql, (json.dumps(derived_names()),)))
        wanted = shape(derived_statements())
        indexes = only_indexes(now, wanted)
        if indexes is None:
            manner = self._manner_of_most()
            self._remake_derived(frozenset() if READ_TABLES & differing(now, wanted) else READ_TABLES)
            if manner is not None:
                self._db.execute("INSERT INTO stamps (stage, digest) VALUES (?, ?)", (DROPPED, manner))
            return
        anew = (s for s in derived_statements() if made(s).name in indexes[1])
        for one in (*(f"DROP INDEX {name}" for name in indexes[0]), *anew):
            self._db.execute(one)
        self._db.execute("INSERT OR REPLACE INTO stamps (stage, digest) VALUES ('shape', ?)", (derived_shape(),))

    def _manner_of_most(self) -> str | None:
        """The settings by which most documents were read; "" where it cannot be told, None where none was read."""
        sql = "SELECT settings FROM runs JOIN readings ON readings.run = runs.id GROUP BY settings ORDER BY count(*) DESC LIMIT 1"
        try:
            known = self._db.execute("SELECT digest FROM stamps WHERE stage = ?", (DROPPED,)).fetchone()
            found = self._db.execute(sql).fetchone() or known
        except sqlite3.Error:
            return "" if self._scalar("SELECT 1 FROM sqlite_master WHERE name = 'readings'") else None
        return None if found is None else str(found[0])

    def _remake_derived(self, kept: frozenset[str] = frozenset()) -> None:
        """Drop the derived tables but those `kept`, and make them empty."""
        with self.batch():
            for name in (n for n in derived_names() if n not in kept):
                self._db.execute(f"DROP TABLE IF EXISTS {name}")
            for sql in (s for s in derived_statements() if made(s).owner not in kept):
                self._db.execute(sql)
            self._db.execute("INSERT INTO stamps (stage, digest) VALUES ('shape', ?)", (derived_shape(),))


def seal(row: Sequence[Any]) -> str:
    """A digest of a row, in hex: SHA-256 over its values, whole numbers as the database may give them back."""
    plain = [float(v) if isinstance(v, int | float) else v for v in row]
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()[:32]


def named(table: Table, row: Sequence[Any]) -> str:
    """How a row is called: by its id or, of links and estimates, by what its key is made of."""
    at = [name for name, _ in columns(table.noun)]
    keys = {"links": ("a", "b"), "estimates": ("event", "outcome")}.get(table.name, ("id",))
    return " ".join(str(row[at.index(k)]) for k in keys)


def _not_a_ledger(path: Path) -> NotALedgerError:
    return NotALedgerError(f"{path} is not a ledger", do="Give another path: a ledger is made where no file is")


def _explained(path: Path, error: sqlite3.Error) -> LedgerError:
    text = str(error)
    if "locked" in text or "busy" in text:
        return LedgerError(f"{path} is being written by another process", do="Wait for it to end, then run again")
    if "readonly" in text:
        return LedgerError(f"{path} is read-only", do="Copy it to a place where you may write")
    if "full" in text:
        return LedgerError(
            f"There is no room to write {path}", do="Free some disk space and run again; what was acknowledged is kept"
        )
    if "malformed" in text or "not a database" in text:
        return LedgerError(f"{path} is damaged: {text}", do="Restore it from a copy, or give its documents again")
    return LedgerError(f"{path} could not be used: {text}", do="Run again; if it happens again, verify the ledger")
