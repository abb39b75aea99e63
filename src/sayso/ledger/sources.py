"""Who speaks in the ledger: the sources that were found, where each of them is heard, and what people said of them."""
# ruff: noqa: S608  only names of our own tables and columns are put into SQL; values are always bound

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.ledger.derived import Derived
from sayso.ledger.tables import SET_SOURCES, STATEMENTS
from sayso.model import Attribution, Source
from sayso.schema import from_plain, from_row

_PAGE = 400
"""Rows fetched at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a person said of a source, who said it, and when (ISO datetime in UTC); `id` is its place in the ledger: `w-7`."""

    source: Source
    by: str
    at: str
    id: str = ""


class Sources(Derived):
    """The sources of a ledger."""

    def sources(self) -> Iterator[Source]:
        """The sources that were found, ordered by id."""
        return self._stream(Source)

    def some_sources(self, ids: Sequence[str]) -> Iterator[Source]:
        """The found sources with these ids, ordered by id; ids that are not there are passed over."""
        return self._by_ids(Source, ids)

    def spoken(self) -> Iterator[tuple[str, tuple[Attribution, ...]]]:
        """The document of each statement, by id, and who says it."""
        last, table = 0, STATEMENTS.name
        while page := self._rows(f"SELECT seq, document, said_by FROM {table} WHERE seq > ? ORDER BY seq LIMIT {_PAGE}", (last,)):
            for _, document, steps in page:
                yield str(document), tuple(from_plain(Attribution, step) for step in json.loads(steps))
            last = page[-1][0]

    def put_sources(self, sources: Iterable[Source], members: Iterable[tuple[str, str, str]]) -> int:
        """Put these in the place of all found sources, and count them; `members` are document, step id and source."""
        with self.batch():
            made = self.replace(Source, sources)
            self._execute("DELETE FROM identities")
            self._db.executemany("INSERT INTO identities (document, step, source) VALUES (?, ?, ?)", members)
            self.set_stamp("rows of identities", self.identities_digest())
        return made

    def identities(self, documents: Sequence[str] | None = None) -> dict[tuple[str, str], str]:
        """The source of each speaker, by document and step id: of some documents (by id), or of all."""
        found: dict[tuple[str, str], str] = {}
        if documents is None:
            rows = self._rows("SELECT document, step, source FROM identities")
        else:
            sql = "SELECT document, step, source FROM identities WHERE document IN (SELECT value FROM json_each(?))"
            rows = self._rows(sql, (json.dumps(sorted(documents)),))
        found.update({(str(document), str(step)): str(source) for document, step, source in rows})
        return found

    def heard(self, source: str) -> list[tuple[str, str]]:
        """Where a found source (by id) is heard: document and step id, in order."""
        sql = "SELECT document, step FROM identities WHERE source = ? ORDER BY document, step"
        return [(str(document), str(step)) for document, step in self._rows(sql, (source,))]

    def words(self) -> tuple[Word, ...]:
        """What people last said of each source, in the order in which they said it; all in memory: people wrote them."""
        return tuple(self._words("WHERE seq = (SELECT max(seq) FROM set_sources AS later WHERE later.id = set_sources.id)"))

    def word_history(self) -> tuple[Word, ...]:
        """Everything that people ever said of sources, in the order in which they said it."""
        return tuple(self._words(""))

    def _words(self, where: str) -> Iterator[Word]:
        sql = f"SELECT seq, set_by, set_at, {SET_SOURCES.columns} FROM set_sources {where} ORDER BY seq"
        return (Word(source=from_row(Source, tuple(row)), by=by, at=at, id=f"w-{seq}") for seq, by, at, *row in self._rows(sql))
