"""What does a desk hold? One ledger: what was given, what was derived, search in both, and whether it is sound."""
# ruff: noqa: S608  only names of our own tables and columns are put into SQL; values are always bound

import json
from collections.abc import Iterator, Sequence

from sayso.ledger.listed import Listed
from sayso.ledger.sealed import Sealed
from sayso.ledger.search import BEGIN, END, LONG, Passage, expression, pieces
from sayso.ledger.shelf import Shelf
from sayso.ledger.told import Told
from sayso.ledger.verify import Finding, verify
from sayso.ledger.voices import Voices
from sayso.model import Claim, Document, Estimate, Event, Line, Link, Refusal, Review, Source, Statement

_AMONG = "IN (SELECT value FROM json_each(?))"
_FOUND = "document_search WHERE document_search MATCH ?"
_FEW = 2000
"""Documents with some words that are all held; commoner words are looked for report by report. Source: set by hand."""


class Ledger(Listed, Sealed, Shelf, Told, Voices):
    """One SQLite file: given things append-only, derived things rebuildable. Open it with `Ledger.open(path)`."""

    def search(self, words: str, *, limit: int = 100) -> list[str]:
        """The ids of documents whose title or text has all these words (a phrase in quotation marks), best first."""
        wanted = expression(words)
        if wanted is None:
            return []
        found = "document_search JOIN documents ON documents.seq = document_search.rowid WHERE document_search MATCH ?"
        return [str(key) for (key,) in self._rows(f"SELECT id FROM {found} ORDER BY rank, id LIMIT ?", (wanted, limit))]

    def passages(self, words: str, numbers: Sequence[int]) -> dict[int, Passage]:
        """Where the first report of each listed event (by number) has these words; of those whose reports have them."""
        wanted = expression(words)
        if wanted is None:
            return {}
        few = [seq for (seq,) in self._rows(f"SELECT rowid FROM {_FOUND} LIMIT {_FEW}", (wanted,))]
        hits = None if len(few) == _FEW else frozenset(few)
        of: dict[int, Passage] = {}
        sql = f"SELECT number, document FROM tells_of WHERE number {_AMONG} ORDER BY number, document"
        for number, seq in self._rows(sql, (json.dumps(list(numbers)),)):
            if number not in of and (hits is None or seq in hits) and (found := self._passage(wanted, seq)) is not None:
                of[number] = found
        return of

    def _passage(self, wanted: str, seq: int) -> Passage | None:
        """Where one document (by its number) has the words that are wanted; None where it has not."""
        told = f"snippet(document_search, -1, '{BEGIN}', '{END}', '…', {LONG})"
        rows = self._rows(
            f"SELECT (SELECT id FROM documents WHERE seq = ?), {told} FROM {_FOUND} AND rowid = ?", (seq, wanted, seq)
        )
        return next((Passage(document=str(key), pieces=pieces(words)) for key, words in rows), None)

    def verify(self) -> Iterator[Finding]:
        """What is unsound: raw bytes, ids, the file itself and what was derived are checked anew; nothing, when all is well."""
        yield from verify(self)
        for changed in self.changed():
            yield Finding(id=changed.id, what=f"{changed.table}: {changed.what}")

    def counts(self) -> dict[str, int]:
        """How many of each noun there are, by the plural of its name; claims that people added are counted with those read."""
        nouns = (Document, Refusal, Review, Statement, Claim, Source, Link, Event, Line, Estimate)
        by_hand = len({r.value for r in self.standing() if r.verdict == "add"})
        return {f"{n.__name__.lower()}s": self.count(n) + (by_hand if n is Claim else 0) for n in nouns}
