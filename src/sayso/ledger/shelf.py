"""Which documents does a person ask for, by day, outlet and words, and what is known of each without opening its text?"""
# ruff: noqa: S608  only names of our own tables and columns are put into SQL; values are always bound

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sayso.ledger.search import expression
from sayso.ledger.store import Store

State = Literal["told", "untold", "unread"]
"""Documents that speak of an event, that were read and speak of none, and that were not read."""
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which documents are asked for; None asks for all. `first` and `last` are ISO days; of `outlet` the case does not matter."""

    words: str | None = None
    outlet: str | None = None
    first: str | None = None
    last: str | None = None
    state: State | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """One document of a list: `origin` is the path or address it came from first, `arrivals` how often it came.

    `text` is its beginning, `events` are the events that it speaks of, by id and title, the most reported first.
    """

    id: str
    name: str
    title: str | None
    outlet: str | None
    published: str | None
    read: bool
    text: str = ""
    origin: str = ""
    arrivals: int = 0
    events: tuple[tuple[str, str], ...] = ()


class Shelf(Store):
    """The documents of a ledger as a list, the latest first; those without a day come last."""

    def count_sought(self, sought: Sought) -> int:
        """How many documents are asked for."""
        clause, args = _clause(sought)
        return int(self._scalar(f"SELECT count(*) FROM documents {clause}", args))

    def shelved(self, sought: Sought, *, start: int = 0, most: int = 50) -> tuple[Shelved, ...]:
        """A page of the documents that are asked for."""
        clause, args = _clause(sought)
        order = f"SELECT seq FROM documents {clause} ORDER BY published DESC, outlet DESC, seq DESC LIMIT ? OFFSET ?"
        numbers = [seq for (seq,) in self._rows(order, (*args, most, start))]
        rows = {row[0]: row[1:] for row in self._rows(_ROWS, (json.dumps(numbers),))}
        some = [rows[n] for n in numbers if n in rows]
        came, told = self._came([row[0] for row in some]), self._told_in(numbers)
        return tuple(
            Shelved(
                id=key,
                name=name,
                title=title,
                outlet=outlet,
                published=published,
                read=bool(read),
                text=text,
                origin=came.get(key, ("", 0))[0],
                arrivals=came.get(key, ("", 0))[1],
                events=tuple(told.get(key, ())),
            )
            for key, name, title, outlet, published, read, text in some
        )

    def outlets(self, *, most: int) -> tuple[tuple[str, int], ...]:
        """The outlets with the most documents, and how many each has."""
        sql = (
            "SELECT outlet, count(*) AS n FROM documents WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY n DESC, outlet LIMIT ?"
        )
        return tuple((str(outlet), int(n)) for outlet, n in self._rows(sql, (most,)))

    def _came(self, ids: Sequence[str]) -> dict[str, tuple[str, int]]:
        """From where some documents, by id, came first, and how often they came."""
        sql = f"SELECT document, origin, count(*), min(seq) FROM additions WHERE document {_AMONG} GROUP BY document"
        return {str(key): (str(origin), int(n)) for key, origin, n, _ in self._rows(sql, (json.dumps(ids),))}

    def _told_in(self, numbers: Sequence[int]) -> dict[str, list[tuple[str, str]]]:
        """The events that the documents of these numbers speak of, by the ids of the documents."""
        found: dict[str, list[tuple[str, str]]] = {}
        for document, event, title in self._rows(_EVENTS, (json.dumps(numbers),)):
            found.setdefault(str(document), []).append((str(event), str(title)))
        return found


_AMONG = "IN (SELECT value FROM json_each(?))"
_ROWS = f"""
SELECT seq, id, name, title, outlet, published, EXISTS (SELECT 1 FROM readings WHERE readings.document = documents.id),
  substr(text, 1, 200)
FROM documents WHERE seq {_AMONG}
"""
_EVENTS = f"""
SELECT documents.id, listed.event, listed.title FROM tells_of JOIN documents ON documents.seq = tells_of.document
JOIN listed ON listed.number = tells_of.number WHERE tells_of.document {_AMONG} ORDER BY tells_of.number
"""
_READ = "EXISTS (SELECT 1 FROM readings WHERE readings.document = documents.id)"
_TELLS = "EXISTS (SELECT 1 FROM tells_of WHERE tells_of.document = documents.seq)"
_STATES: dict[State, str] = {"told": _TELLS, "untold": f"{_READ} AND NOT {_TELLS}", "unread": f"NOT {_READ}"}


def _clause(sought: Sought) -> tuple[str, tuple[Any, ...]]:
    parts: list[tuple[str, tuple[Any, ...]]] = []
    if sought.words is not None and sought.words.strip():
        found = expression(sought.words)
        within = "+seq IN (SELECT rowid FROM document_search WHERE document_search MATCH ?)"
        parts.append(("0", ()) if found is None else (within, (found,)))
    if sought.outlet is not None:
        parts.append(("outlet = ? COLLATE NOCASE", (sought.outlet,)))
    if sought.first is not None:
        parts.append(("published >= ?", (sought.first,)))
    if sought.last is not None:
        parts.append(("substr(published, 1, 10) <= ?", (sought.last,)))
    if sought.state is not None:
        parts.append((_STATES[sought.state], ()))
    clause = " AND ".join(f"({sql})" for sql, _ in parts)
    return f"WHERE {clause}" if clause else "", tuple(value for _, values in parts for value in values)
