"""Who said what when? The statements that a person asks for, in the order of the days on which they were made."""
# ruff: noqa: S608  only names of our own tables and columns are put into SQL; values are always bound

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.ledger.search import expression
from sayso.ledger.store import Store
from sayso.ledger.tables import STATEMENTS
from sayso.model import Statement

_PAGE = 128
"""Statements fetched at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which statements are asked for; what is None or empty asks for all.

    `names` and `sources` are of speakers anywhere in the chain, `stances` of the nearest. `first` and `last` are ISO days of
    speaking (else of publication), `as_of` the ISO day up to which things were published and said. Of an event (by id) are the
    statements with a claim of it, and those without any claim in the documents mainly about it.
    """

    names: tuple[str, ...] | None = None
    sources: tuple[str, ...] = ()
    about: str | None = None
    stances: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    event: str | None = None
    as_of: str | None = None


class Told(Store):
    """The statements of a ledger by day, speaker, words, stance and event."""

    def told(self, wanted: Wanted) -> Iterator[Statement]:
        """The statements asked for, by first day, last day, document and place in the text; those without a day come last.

        Only their numbers are held at once, eight bytes each.
        """
        clause, args = _clause(wanted)
        first, last = _day("first"), _day("last")
        order = f"ORDER BY {first} IS NULL, {first}, {last}, document, json_extract(span, '$[0]'), statements.id"
        with self._lock, self._told():
            rows = self._db.execute(f"SELECT statements.seq FROM {_FROM} {clause} {order}", args)
            numbers = array("q", (seq for (seq,) in rows))
        for start in range(0, len(numbers), _PAGE):
            some = numbers[start : start + _PAGE].tolist()
            sql = f"SELECT seq, {STATEMENTS.columns} FROM statements WHERE seq IN ({', '.join('?' * len(some))})"
            page = {seq: row for seq, *row in self._rows(sql, some)}
            yield from (self._made(Statement, tuple(page[seq])) for seq in some if seq in page)

    def count_told(self, wanted: Wanted) -> int:
        """How many statements are asked for."""
        clause, args = _clause(wanted)
        return int(self._scalar(f"SELECT count(*) FROM {_FROM} {clause}", args))

    def voices(self) -> Iterator[tuple[str, str | None]]:
        """The names under which anybody speaks in a statement, with the ids of their sources, each pair once."""
        step = "json_extract(step.value, '$.name') AS name, json_extract(step.value, '$.source') AS source"
        rows = self._rows(f"SELECT DISTINCT {step} FROM statements, json_each(said_by) AS step ORDER BY name, source")
        return ((str(name), None if source is None else str(source)) for name, source in rows)

    def confirming(self) -> dict[str, str | None]:
        """The events of the claims whose nearest speaker confirms, by the ids of these; None for a claim without an event."""
        sql = (
            "SELECT claims.id, members.event FROM claims LEFT JOIN members ON members.member = claims.id "
            "WHERE json_extract(said_by, '$[0].stance') = 'confirms' ORDER BY claims.id"
        )
        return {str(key): event for key, event in self._rows(sql)}

    def of_no_event(self, claims: Sequence[str]) -> list[str]:
        """The documents, by id, of claims in no event that may be of one matter with these: of one place or document."""
        place = "lower(coalesce(json_extract(\"where\", '$.name'), json_extract(\"where\", '$.text')))"
        sql = (
            f"WITH mine AS (SELECT document, {place} AS place FROM claims WHERE id IN (SELECT value FROM json_each(?))) "
            "SELECT DISTINCT document FROM claims WHERE NOT EXISTS (SELECT 1 FROM members WHERE member = claims.id) "
            f"AND (document IN (SELECT document FROM mine) OR {place} IN (SELECT place FROM mine)) ORDER BY document"
        )
        return [str(document) for (document,) in self._rows(sql, (json.dumps(claims),))] if claims else []

    def foretold(self, places: Sequence[str]) -> list[str]:
        """The events, by id and in their order, in which something is planned or forecast for one of these places, as named."""
        place = "coalesce(json_extract(\"where\", '$.name'), json_extract(\"where\", '$.text'))"
        sql = (
            "SELECT DISTINCT event FROM members WHERE member IN (SELECT id FROM claims INDEXED BY claims_foretold "
            f"WHERE status IN ('planned', 'forecast') AND {place} IN (SELECT value FROM json_each(?))) ORDER BY event"
        )
        return [str(event) for (event,) in self._rows(sql, (json.dumps(places),))] if places else []

    def members(self, keys: Sequence[str]) -> frozenset[str]:
        """Those of some claims and documents, by id, that are in an event."""
        sql = "SELECT DISTINCT member FROM members WHERE member IN (SELECT value FROM json_each(?))"
        return frozenset(str(key) for (key,) in self._rows(sql, (json.dumps(list(keys)),)))


_FROM = "statements LEFT JOIN documents ON documents.id = statements.document"


def _day(end: str) -> str:
    """SQL for the first or last ISO day of speaking or, where that is not given, the day of publication."""
    return f"coalesce(json_extract(said_by, '$[0].said.{end}'), substr(documents.published, 1, 10))"


def _clause(wanted: Wanted) -> tuple[str, tuple[Any, ...]]:
    parts: list[tuple[str, tuple[Any, ...]]] = []
    if wanted.names is not None:
        among = "IN (SELECT value FROM json_each(?))"
        step = f"json_extract(step.value, '$.name') {among} OR json_extract(step.value, '$.source') {among}"
        speakers = (json.dumps(wanted.names), json.dumps(wanted.sources))
        parts.append((f"EXISTS (SELECT 1 FROM json_each(said_by) AS step WHERE {step})", speakers))
    if wanted.about is not None:
        found = "statements.seq IN (SELECT rowid FROM statement_search WHERE statement_search MATCH ?)"
        words = expression(wanted.about)
        parts.append(("0", ()) if words is None else (found, (words,)))
    if wanted.stances:
        marks = ", ".join("?" * len(wanted.stances))
        parts.append((f"json_extract(said_by, '$[0].stance') IN ({marks})", wanted.stances))
    if wanted.first is not None:
        parts.append((f"{_day('last')} >= ?", (wanted.first,)))
    if wanted.last is not None:
        parts.append((f"{_day('first')} <= ?", (wanted.last,)))
    if wanted.event is not None:
        parts.append((_OF_EVENT, (wanted.event, wanted.event, wanted.event)))
    if wanted.as_of is not None:
        until = f"ifnull(substr(documents.published, 1, 10), '') <= ? AND ifnull({_day('last')}, '') <= ?"
        parts.append((until, (wanted.as_of, wanted.as_of)))
    clause = " AND ".join(f"({sql})" for sql, _ in parts)
    return f"WHERE {clause}" if clause else "", tuple(value for _, values in parts for value in values)


_BY_HAND = """
SELECT json_extract(reviews.value, '$.statement') FROM reviews
JOIN members ON members.member = json_extract(reviews.value, '$.id') WHERE reviews.verdict = 'add'
"""
"""The statements of the claims that people added and that were linked since."""
_OF_EVENT = f"""
statements.id IN (
  SELECT claims.statement FROM events, json_each(events.claims) AS own JOIN claims ON claims.id = own.value WHERE events.id = ?
  UNION {_BY_HAND} AND members.event = ?
) OR (
  statements.document IN (SELECT main.value FROM events, json_each(events.main) AS main WHERE events.id = ?)
  AND NOT EXISTS (
    SELECT 1 FROM claims WHERE claims.document = statements.document AND claims.statement = statements.id
  )
  AND statements.id NOT IN ({_BY_HAND} AND json_extract(reviews.value, '$.statement') IS NOT NULL)
)
"""
