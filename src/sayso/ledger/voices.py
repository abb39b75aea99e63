"""Who speaks, a page at a time? Lists of sources, of the reports that each is heard in, and of the events it gives figures of."""
# ruff: noqa: S608  only names of our own tables and columns are put into SQL; values are always bound

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.ledger.derived import Derived
from sayso.ledger.tables import FOUND_SOURCES
from sayso.model import Source
from sayso.schema import from_plain, to_plain

_SHOWN = ("id", "name", "kind", "party", "affiliation", "aliases", "document", "statements", "claims")
"""The columns of a source that a list shows."""
_NOBODY = Source(id="", name="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Which sources are asked for: of a kind, of a party, whose names have all these words; None asks for all."""

    kind: str | None = None
    party: str | None = None
    words: str | None = None


class Voices(Derived):
    """The sources of a ledger in pages; `left` are those of which people spoke, by the id under which they were found."""

    def page_of_sources(self, search: Search, left: Mapping[str, Source], *, start: int, most: int) -> tuple[Source, ...]:
        """The sources asked for, those with the most statements first: `most` of them from number `start` on."""
        listed, args = self._listed(search, left)
        order = 'ORDER BY statements DESC, claims DESC, folded("name"), id LIMIT ? OFFSET ?'
        names = ", ".join(f'"{n}"' for n in _SHOWN)
        rows = self._rows(f"{listed} SELECT {names} FROM asked {order}", (*args, most, start))
        return tuple(_source(row) for row in rows)

    def count_sources(self, search: Search, left: Mapping[str, Source]) -> int:
        """How many sources are asked for."""
        listed, args = self._listed(search, left)
        return int(self._scalar(f"{listed} SELECT count(*) FROM asked", args))

    def count_sources_by(self, field: str, left: Mapping[str, Source]) -> dict[str, int]:
        """How many sources there are of each `kind` or `party`, the most first; those without are left out."""
        listed, args = self._listed(Search(), left)
        column = "party" if field == "party" else "kind"
        sql = f"{listed} SELECT {column}, count(*) AS n FROM asked WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1"
        return {str(value): int(n) for value, n in self._rows(sql, args)}

    def put_voices(self, figured: Iterable[tuple[str, str, str]]) -> None:
        """Note in which reports each found source is heard, and that each of these (source, ISO day, event) gives a figure."""
        with self.batch():
            self._execute("DELETE FROM heard_in")
            self._execute(_HEARD)
            self._execute("DELETE FROM figured_by")
            self._db.executemany("INSERT OR IGNORE INTO figured_by (source, day, event) VALUES (?, ?, ?)", figured)

    def reports_of(self, sources: Sequence[str], *, start: int, most: int) -> list[str]:
        """The documents, by id, in which any of these found sources is heard, the latest first; those without a day come last."""
        return self._some("heard_in", "document", sources, (most, start))

    def count_reports_of(self, sources: Sequence[str]) -> int:
        """In how many documents any of these found sources is heard."""
        return self._how_many("heard_in", "document", sources)

    def figured_by(self, sources: Sequence[str], *, start: int, most: int) -> list[str]:
        """The events, by id, of which any of these found sources itself gives a figure, the latest first."""
        return self._some("figured_by", "event", sources, (most, start))

    def count_figured_by(self, sources: Sequence[str]) -> int:
        """Of how many events any of these found sources itself gives a figure."""
        return self._how_many("figured_by", "event", sources)

    def _some(self, table: str, column: str, sources: Sequence[str], part: tuple[int, int]) -> list[str]:
        marks = ", ".join("?" * len(sources))
        each = f"SELECT {'DISTINCT' if len(sources) > 1 else ''} {column}, day FROM {table} WHERE source IN ({marks})"
        sql = f"{each} ORDER BY day DESC, {column} DESC LIMIT ? OFFSET ?"
        return [str(key) for key, _ in self._rows(sql, (*sources, *part))]

    def _how_many(self, table: str, column: str, sources: Sequence[str]) -> int:
        distinct = f"DISTINCT {column}" if len(sources) > 1 else "*"
        marks = ", ".join("?" * len(sources))
        return int(self._scalar(f"SELECT count({distinct}) FROM {table} WHERE source IN ({marks})", tuple(sources)))

    def _listed(self, search: Search, left: Mapping[str, Source]) -> tuple[str, tuple[object, ...]]:
        """The beginning of a query, of which `asked` are the sources asked for, as people left them."""
        with self._lock:
            self._db.create_function("folded", 1, folded, deterministic=True)
        names = ", ".join(f'"{n}"' for n in _SHOWN)
        fields = ", ".join(f"json_extract(value, '$.{n}') AS \"{n}\"" for n in _SHOWN)
        every = (
            f"every AS (SELECT {names} FROM {FOUND_SOURCES.name} WHERE id NOT IN (SELECT value FROM json_each(?)) "
            f"UNION ALL SELECT {fields} FROM json_each(?))"
        )
        changed = {s.id: s for s in left.values()}
        rows = json.dumps([{n: to_plain(getattr(s, n)) for n in _SHOWN} for s in changed.values()])
        wheres, args = _clause(search)
        clause = f"WHERE {' AND '.join(wheres)}" if wheres else ""
        return f"WITH {every}, asked AS (SELECT * FROM every {clause})", (json.dumps(sorted(left)), rows, *args)


_HEARD = """
INSERT INTO heard_in (source, day, document)
SELECT DISTINCT identities.source, ifnull(substr(documents.published, 1, 10), ''), documents.id
FROM identities JOIN documents ON documents.id = identities.document
"""


def folded(text: str) -> str:
    """A text in lower case without accents, for comparing."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def _clause(search: Search) -> tuple[list[str], list[str]]:
    wheres: list[str] = []
    args: list[str] = []
    for column, value in (("kind", search.kind), ("party", search.party)):
        if value is not None:
            wheres.append(f"{column} = ?")
            args.append(value)
    for word in folded(search.words or "").split():
        wheres.append("instr(folded(\"name\" || ' ' || coalesce(aliases, '')), ?)")
        args.append(word)
    return wheres, args


def _source(row: tuple[object, ...]) -> Source:
    given = dict(zip(_SHOWN, row, strict=True))
    return from_plain(Source, to_plain(_NOBODY) | given | {"aliases": json.loads(str(given["aliases"] or "[]"))})
