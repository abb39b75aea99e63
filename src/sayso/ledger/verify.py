"""Is the ledger sound? Every raw byte is hashed again, every id computed again, and the file itself checked."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.errors import LedgerError, SaysoError, TamperedError
from sayso.ledger.given import Given
from sayso.ledger.tables import APPEND_ONLY
from sayso.model import Document
from sayso.schema import document_id, from_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something unsound: the id of the thing (`ledger` for the file itself), and what is wrong with it."""

    id: str
    what: str


def verify(ledger: Given) -> Iterator[Finding]:
    """What is unsound, file first, then raw bytes, then documents; nothing, when all is well."""
    for part in (_file, _raws, _documents):
        try:
            yield from part(ledger)
        except LedgerError as e:  # a damaged page ends this part, and the others may still tell more
            yield Finding(id="ledger", what=e.what)


def _file(ledger: Given) -> Iterator[Finding]:
    for (told,) in ledger.ask("PRAGMA integrity_check"):
        if told != "ok":
            yield Finding(id="ledger", what=str(told))
    for table, _, parent, _ in ledger.ask("PRAGMA foreign_key_check"):
        yield Finding(id="ledger", what=f"{table} names something that {parent} does not have")
    there = {name for (name,) in ledger.ask("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    for table in APPEND_ONLY:
        if not {f"{table}_once", f"{table}_kept", f"{table}_stay"} <= there:
            yield Finding(id="ledger", what=f"the guard that keeps {table} append-only is gone")


def _raws(ledger: Given) -> Iterator[Finding]:
    last = ""
    while page := ledger.ask("SELECT sha256 FROM raws WHERE sha256 > ? ORDER BY sha256 LIMIT 400", (last,)):
        for (sha256,) in page:
            try:
                ledger.raw(sha256)
            except TamperedError as e:
                yield Finding(id=sha256, what=e.what)
        last = page[-1][0]


def _documents(ledger: Given) -> Iterator[Finding]:
    for row in ledger.raw_rows(Document):
        key = str(row[0])
        try:
            document = from_row(Document, row)
        except SaysoError as e:
            yield Finding(id=key, what=e.what)
            continue
        if document_id(document) != key:
            yield Finding(id=key, what="its content no longer gives its id")
        if document.raw is not None and not ledger.ask("SELECT 1 FROM raws WHERE sha256 = ?", (document.raw,)):
            yield Finding(id=key, what=f"the raw bytes {document.raw} that it names are gone")
