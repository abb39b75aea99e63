"""What was derived, and is it current? Readings, links, events, lines, estimates and sources: replaced whole, dropped at will."""
# ruff: noqa: S608  only names of our own tables and columns are put into SQL; values are always bound

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence

from sayso.errors import UnknownIdError, UsageError
from sayso.ledger.store import Store, seal
from sayso.ledger.tables import (
    CLAIMS,
    DERIVED,
    EVENTS,
    READ,
    RUNS,
    STATEMENTS,
    TABLES,
)
from sayso.model import Claim, Document, Estimate, Event, Line, Link, Reading, Run, Source, Span, Statement
from sayso.schema import canonical
from sayso.shapes import Noun


def summed(total: int) -> str:
    """A sum of digests as one of their length, in hex."""
    return f"{total % 2**256:064x}"


class Derived(Store):
    """The derived things of a ledger: a function of the given ones and of a Run."""

    def unread(self, run: str) -> Iterator[Document]:
        """The documents that have no reading under this run (by id), ordered by id; readings may be put meanwhile."""
        where = "NOT EXISTS (SELECT 1 FROM readings WHERE readings.document = documents.id AND readings.run = ?)"
        return self._stream(Document, where, (run,))

    def count_unread(self, run: str) -> int:
        """How many documents have no reading under this run (by id)."""
        read = self._scalar("SELECT count(*) FROM readings WHERE run = ?", (run,))
        return self.count(Document) - int(read)

    def count_never_read(self) -> int:
        """How many documents have no reading under any run."""
        return self.count(Document) - int(self._scalar("SELECT count(*) FROM readings"))

    def readings_digest(self) -> str:
        """SHA-256, in hex, of which documents were read under which run: what was read is a function of these."""
        sha, last = hashlib.sha256(), ""
        while page := self._rows("SELECT document, run FROM readings WHERE document > ? ORDER BY document LIMIT 4000", (last,)):
            sha.update(canonical(page).encode())
            last = str(page[-1][0])
        return sha.hexdigest()

    def put_readings(self, readings: Iterable[Reading], run: Run) -> int:
        """Keep what documents were read to say, in one transaction; each replaces what an earlier run read. Counts them.

        Raises: ContractError, when two statements or two claims have one id; UnknownIdError, without the document.
        """
        done = 0
        with self.batch():
            if self._scalar("SELECT 1 FROM runs WHERE id = ?", (run.id,)) is None:
                self._insert(RUNS, [run])
            for reading in readings:
                self._put_reading(reading, run.id)
                done += 1
        return done

    def reading(self, document: str) -> Reading:
        """What one document, by id, was last read to say.

        Raises: UnknownIdError, when it was not read.
        """
        for (flags,) in self._rows("SELECT flags FROM readings WHERE document = ?", (document,)):
            statements = tuple(self.statements_of(document))
            return Reading(
                document=document, statements=statements, claims=tuple(self.claims_in(document)), flags=tuple(json.loads(flags))
            )
        raise UnknownIdError(f"Document {document} has not been read", do="Check the id, and run the desk")

    def flags_of(self, document: str) -> tuple[str, ...]:
        """What the reading of one document, by id, remarks; nothing, when it was not read."""
        found = self._scalar("SELECT flags FROM readings WHERE document = ?", (document,))
        return () if found is None else tuple(json.loads(found))

    def claim_ids(self, document: str) -> tuple[str, ...]:
        """The ids of the claims of one document, by id, in order."""
        return tuple(str(key) for (key,) in self._rows("SELECT id FROM claims WHERE document = ? ORDER BY id", (document,)))

    def replace(self, noun: type[Noun], values: Iterable[Noun]) -> int:
        """Put these in the place of all of a noun, in one transaction, and count them: links, events, lines, estimates, sources.

        Inside `batch()`, several nouns are replaced at once.

        Raises: UsageError, for nouns that are given or read; ContractError, when two have one id.
        """
        if noun not in (Link, Event, Line, Estimate, Source):
            raise UsageError(f"{noun.__name__} cannot be replaced whole", do="Replace links, events, lines, estimates or sources")
        table = TABLES[noun]
        with self.batch():
            self._execute(f"DELETE FROM {table.name}")
            done = self._insert(table, values)
            if table is EVENTS:
                self._execute("DELETE FROM members")
                for part in ("documents", "claims"):
                    self._execute(
                        "INSERT OR IGNORE INTO members (member, event) "
                        f"SELECT each.value, events.id FROM events, json_each(events.{part}) AS each"
                    )
            self.set_stamp(f"rows of {table.name}", self.seals(table.name))
        return done

    def drop_derived(self) -> None:
        """Drop all that was derived, stamps too; given things stay, and a run makes the rest again."""
        with self.batch():
            self._remake_derived()

    def stamp(self, stage: str) -> str | None:
        """The digest of the inputs from which a stage's things were last made, or None."""
        found = self._scalar("SELECT digest FROM stamps WHERE stage = ?", (stage,))
        return None if found is None else str(found)

    def manner(self) -> dict[str, str]:
        """The settings by which most documents were read, or had been before another version's readings were dropped."""
        told = self._manner_of_most()
        return dict(pair.split("=", 1) for pair in (told or "").split() if "=" in pair)

    def set_stamp(self, stage: str, digest: str) -> None:
        """Remember the digest of the inputs of a stage; set it in the batch that replaces the stage's things.

        Raises: UsageError, for `shape`, which is the ledger's own.
        """
        if stage == "shape":
            raise UsageError("The stamp `shape` is the ledger's own", do="Name the stage otherwise")
        self._execute("INSERT OR REPLACE INTO stamps (stage, digest) VALUES (?, ?)", (stage, digest))

    def digest(self, *nouns: type[Noun]) -> str:
        """SHA-256, in hex, of all stored things of these nouns; of all that was derived, when none is named."""
        sha = hashlib.sha256()
        for noun in nouns or tuple(t.noun for t in DERIVED):
            sha.update(f"{noun.__name__}\n".encode())
            for row in self.raw_rows(noun):
                sha.update(json.dumps(row).encode() + b"\n")
        return sha.hexdigest()

    def statements(self) -> Iterator[Statement]:
        """All statements, ordered by id."""
        return self._stream(Statement)

    def statements_of(self, document: str, within: Span | None = None) -> Iterator[Statement]:
        """The statements of one document, by id, ordered by id; only those that touch a span of its text, where one is given."""
        if within is None:
            return self._stream(Statement, "document = ?", (document,))
        touches = "json_extract(span, '$[0]') < ? AND json_extract(span, '$[1]') > ?"
        return self._stream(Statement, f"document = ? AND {touches}", (document, within[1], within[0]))

    def count_statements_of(self, document: str) -> int:
        """How many statements one document, by id, was read to make."""
        return int(self._scalar("SELECT count(*) FROM statements WHERE document = ?", (document,)))

    def claims(self) -> Iterator[Claim]:
        """All claims, ordered by id."""
        return self._stream(Claim)

    def claims_in(self, document: str) -> Iterator[Claim]:
        """The claims of one document, by id, ordered by id."""
        return self._stream(Claim, "document = ?", (document,))

    def claims_among(self, documents: Sequence[str]) -> Iterator[Claim]:
        """The claims of some documents, by id, ordered by id."""
        return self._stream(Claim, "document IN (SELECT value FROM json_each(?))", (json.dumps(list(documents)),))

    def claims_at(self, claims: Sequence[str], documents: Sequence[str]) -> list[str]:
        """Those of some claims (by id) that are of some documents (by id), by id."""
        among = "IN (SELECT value FROM json_each(?))"
        sql = f"SELECT id FROM claims WHERE id {among} AND document {among} ORDER BY id"
        return [str(key) for (key,) in self._rows(sql, (json.dumps(list(claims)), json.dumps(list(documents))))]

    def claims_of(self, event: str) -> Iterator[Claim]:
        """The claims of one event, by id, ordered by id.

        Raises: UnknownIdError.
        """
        return self._by_ids(Claim, self.get(Event, event).claims)

    def links(self) -> Iterator[Link]:
        """All links, ordered by their two claims."""
        return self._stream(Link)

    def events(self) -> Iterator[Event]:
        """All events, ordered by id."""
        return self._stream(Event)

    def events_with(self, member: str) -> Iterator[Event]:
        """The events that a claim or a document, by id, belongs to, ordered by id."""
        return self._stream(Event, "id IN (SELECT event FROM members WHERE member = ?)", (member,))

    def events_with_any(self, members: Sequence[str]) -> Iterator[Event]:
        """The events that any of these claims or documents, by id, belongs to, ordered by id."""
        some = "id IN (SELECT event FROM members WHERE member IN (SELECT value FROM json_each(?)))"
        return self._stream(Event, some, (json.dumps(sorted(members)),))

    def days_of(self, event: str) -> tuple[tuple[str, str], ...]:
        """When the documents of one event, by id, were published, by their ids, as far as it is known."""
        own = "SELECT value FROM events, json_each(events.documents) WHERE events.id = ?"  # `members` is in the order of members
        sql = f"SELECT id, published FROM documents WHERE id IN ({own}) AND published IS NOT NULL"
        return tuple((str(key), str(day)) for key, day in sorted(self._rows(sql, (event,))))

    def lines(self) -> Iterator[Line]:
        """All lines, ordered by id."""
        return self._stream(Line)

    def lines_of(self, event: str) -> Iterator[Line]:
        """The lines of one event, by id, ordered by id."""
        return self._stream(Line, "event = ?", (event,))

    def estimates(self) -> Iterator[Estimate]:
        """All estimates, ordered by event, outcome and time."""
        return self._stream(Estimate)

    def estimates_of(self, event: str) -> Iterator[Estimate]:
        """The estimates of one event, by id, ordered by outcome and time."""
        return self._stream(Estimate, "event = ?", (event,))

    def run_of(self, document: str) -> Run | None:
        """The run by which a document, by id, was last read; None when it was not read."""
        key = self._scalar("SELECT run FROM readings WHERE document = ?", (document,))
        return None if key is None else self.get(Run, str(key))

    def runs(self) -> Iterator[Run]:
        """The runs that readings were made by, ordered by id."""
        return self._stream(Run)

    def read_with(self) -> tuple[str, ...]:
        """The settings by which the documents were last read, each once, in order."""
        sql = "SELECT DISTINCT runs.settings FROM readings JOIN runs ON runs.id = readings.run ORDER BY 1"
        return tuple(str(settings) for (settings,) in self._rows(sql, ()))

    def _put_reading(self, reading: Reading, run: str) -> None:
        document = reading.document
        if self._scalar("SELECT 1 FROM documents WHERE id = ?", (document,)) is None:
            raise UnknownIdError(f"{self.path.name} has no document {document} to keep a reading of", do="Add it first")
        self._execute("DELETE FROM statements WHERE document = ?", (document,))
        self._execute("DELETE FROM claims WHERE document = ?", (document,))
        self._insert(STATEMENTS, reading.statements)
        self._insert(CLAIMS, reading.claims)
        flags = canonical(reading.flags)
        sql = "INSERT OR REPLACE INTO readings (document, run, flags, seal) VALUES (?, ?, ?, ?)"
        self._execute(sql, (document, run, flags, self.reading_seal(document, run, flags)))

    def reading_seal(self, document: str, run: str, flags: str) -> str:
        """The seal of a reading: over its run, its flags and what was read, as it is now."""
        return seal((document, run, flags, *(self.seals(table.name, document) for table in READ)))

    def identities_digest(self) -> str:
        """A digest of which source each speaker is."""
        sha, last = hashlib.sha256(), ("", "")
        sql = "SELECT document, step, source FROM identities WHERE (document, step) > (?, ?) ORDER BY document, step LIMIT 4000"
        while page := self._rows(sql, last):
            sha.update(canonical(page).encode())
            last = page[-1][:2]
        return sha.hexdigest()

    def rows_sum(self, sql: str, args: Sequence[object] = ()) -> int:
        """A sum of digests, one a row that a query gives: in any order the same, so that a part of it can be told anew alone."""
        return sum(int.from_bytes(hashlib.sha256(repr(row).encode()).digest(), "big") for row in self._rows(sql, args))

    def seals(self, table: str, document: str | None = None) -> str:
        """A digest over the seals of a table, or of what was read of one document: it tells which rows there are."""
        where = "" if document is None else "AND document = ? "
        sql = f"SELECT seq, seal FROM {table} WHERE seq > ? {where}ORDER BY seq LIMIT 4000"
        sha, last = hashlib.sha256(), 0
        while page := self._rows(sql, (last, *(() if document is None else (document,)))):
            sha.update("\n".join(str(kept) for _, kept in page).encode() + b"\n")
            last = page[-1][0]
        return sha.hexdigest()
