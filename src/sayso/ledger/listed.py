"""Which events does a person ask for, in which order, and what do they have in common? All asked of the kept list."""
# ruff: noqa: S608  only names of our own tables and columns are put into SQL; values are always bound

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from sayso.ledger.listing import Listing
from sayso.ledger.search import expression
from sayso.model import OUTCOMES, Outcome
from sayso.reading.words.peoples import countries

Order = Literal["documents", "day", "disputed", "lines"]
ORDERS: tuple[Order, ...] = get_args(Order)
"""Ways to put a list in order: the most documents, the latest day, the widest figure or the most lines first."""
KINDS = ("outcome", "group", "place", "country", "source", "flag")
"""What events have in common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which events are asked for, and in which order; what is None asks for all.

    `near` are words of the place or title, `words` words (or phrases in quotation marks) of one report of the event; `first`
    and `last` ISO days that it touches; `sources` ids of found sources, of which one is enough; `box` degrees
    west, south, east and north, west greater than east across the date line; `unreviewed` True for those of
    which, of whose claims and of whose lines no word of a person holds.
    """

    near: str | None = None
    words: str | None = None
    first: str | None = None
    last: str | None = None
    outcome: str | None = None
    group: str | None = None
    place: str | None = None
    country: str | None = None
    flag: str | None = None
    sources: tuple[str, ...] | None = None
    box: tuple[float, float, float, float] | None = None
    unreviewed: bool = False
    order: Order = "documents"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One outcome of a listed event: low, best and high persons (None: open or not given), lines, claims and flags."""

    outcome: Outcome
    low: int | None
    best: int | None
    high: int | None
    low50: int | None
    high50: int | None
    lines: int
    claims: int
    level: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One event of a list: `number` is its row in the list of all, `flags` how many remarks there are, `flag` the first."""

    number: int
    event: str
    title: str
    documents: int
    claims: int
    lines: int
    first: str | None
    last: str | None
    place: str | None
    country: str | None
    flags: int
    flag: str | None
    reviewed: bool
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One event on a map or a line of time; `event` is None for several drawn as one, which are `events`.

    `lat`, `lon` degrees north and east, `radius` km; `outcome` the first by which people ask, `best` its persons. Of several,
    the one that is killed wherever one has any, and the greatest number of killed; they lie in one square of `square` degrees,
    whose corners are whole numbers of them and a half.
    """

    event: str | None
    title: str
    place: str | None
    first: str | None
    last: str | None
    lat: float | None
    lon: float | None
    radius: float | None
    outcome: str | None
    best: int | None
    events: int = 1
    square: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """What so many of the events have in common."""

    value: str
    events: int


class Listed(Listing):
    """The list of events of a ledger, asked."""

    def find_events(self, asked: Asked) -> tuple[int, ...]:
        """The numbers of the events that are asked for, in their order."""
        return self.kept(("find", asked), lambda: self._find(asked))

    def _find(self, asked: Asked) -> tuple[int, ...]:
        parts = _clause(asked)
        if asked.unreviewed:
            parts.append((f"NOT {_AMONG}", (_json(sorted(self.reviewed())),)))
        where = f"WHERE {' AND '.join(f'({sql})' for sql, _ in parts)}" if parts else ""
        args = [value for _, values in parts for value in values]
        return tuple(n for (n,) in self._rows(f"SELECT number FROM listed {where} ORDER BY {_ORDERS[asked.order]}", args))

    def count_listed(self) -> int:
        """How many events the list has."""
        return int(self._scalar("SELECT count(*) FROM listed"))

    def list_events(self, numbers: Sequence[int]) -> tuple[Row, ...]:
        """The events of these numbers, a page of them, in the order of the numbers."""
        rows = self._rows(f"SELECT {', '.join(_ROW)} FROM listed WHERE {_AMONG}", (_json(numbers),))
        found, reviewed = {row[0]: dict(zip(_ROW, row, strict=True)) for row in rows}, self.reviewed()
        figures = self._figures_of([row["event"] for row in found.values()])
        return tuple(
            Row(**found[n], reviewed=n in reviewed, figures=figures.get(found[n]["event"], ())) for n in numbers if n in found
        )

    def event_ids(self, numbers: Sequence[int]) -> list[str]:
        """The ids of the events of these numbers, in the order of the numbers."""
        found = dict(self._rows(f"SELECT number, event FROM listed WHERE {_AMONG}", (_json(numbers),)))
        return [found[n] for n in numbers if n in found]

    def events_named(self, key: str) -> list[int]:
        """The numbers of the events whose id is this, or else begins with it, with or without its letter."""
        begins = "substr(event, 1, length(?1)) = ?1 OR substr(event, instr(event, '-') + 1, length(?1)) = ?1"
        for where in ("event = ?1", begins):
            if found := self._rows(f"SELECT number FROM listed WHERE {where} ORDER BY number", (key,)):
                return [n for (n,) in found]
        return []

    def events_told(self, words: str) -> list[int]:
        """The numbers of the events whose title or place has all these words."""
        found = expression(words)
        sql = f"SELECT number FROM listed WHERE {_NEAR} ORDER BY number"
        return [] if found is None else [n for (n,) in self._rows(sql, (found,))]

    def traits(self, numbers: Sequence[int] | None = None) -> dict[str, tuple[Trait, ...]]:
        """What the events of these numbers (None: all) have in common, by kind, the most common first."""
        some = None if numbers is None else tuple(numbers)
        return self.kept(("traits", some), lambda: self._traits(some))

    def _traits(self, numbers: Sequence[int] | None) -> dict[str, tuple[Trait, ...]]:
        every = self._rows("SELECT id, kind, value, events FROM traits")
        counted = None if numbers is None else self._counted(numbers)
        found = [(kind, value, events if counted is None else counted.get(key, 0)) for key, kind, value, events in every]
        out: dict[str, list[Trait]] = {kind: [] for kind in KINDS}
        for kind, value, n in sorted(found, key=lambda one: (-one[2], one[1])):
            if n:
                out[kind].append(Trait(value=value, events=n))
        return {kind: tuple(traits) for kind, traits in out.items()}

    def points(self, numbers: Sequence[int] | None = None, *, most: int = 1500) -> tuple[Point, ...]:
        """Where the events of these numbers (None: all) were, as far as it is known; above `most`, those nearby as one."""
        some = None if numbers is None else tuple(numbers)
        return self.kept(("points", some, most), lambda: self._points(some, most))

    def _points(self, numbers: Sequence[int] | None, most: int) -> tuple[Point, ...]:
        among, args = _known("lat IS NOT NULL AND lon IS NOT NULL", numbers)
        if self._scalar(f"SELECT count(*) FROM listed WHERE {among}", args) <= most:
            return self._drawn(f"lat, lon, radius, {_ALONE} FROM listed WHERE {among} ORDER BY number", args)
        sums, found = f"avg(lat), avg(lon), max(radius), {_TOGETHER}", tuple[Point, ...]()
        for step in _STEPS:
            cell = ", ".join(f"round({of} / {step})" for of in ("lat", "lon"))
            nearby = self._drawn(f"{sums} FROM listed WHERE {among} GROUP BY {cell}", args)
            found = tuple(p if p.events == 1 else replace(p, square=step) for p in nearby)
            if len(found) <= most:
                break
        return found

    def spans(self, numbers: Sequence[int] | None = None, *, most: int = 1500) -> tuple[Point, ...]:
        """When the events of these numbers (None: all) were, as far as it is known; above `most`, a day as one."""
        some = None if numbers is None else tuple(numbers)
        return self.kept(("spans", some, most), lambda: self._spans(some, most))

    def _spans(self, numbers: Sequence[int] | None, most: int) -> tuple[Point, ...]:
        among, args = _known("first IS NOT NULL", numbers)
        if self._scalar(f"SELECT count(*) FROM listed WHERE {among}", args) > most:
            return self._drawn(
                f"NULL, NULL, NULL, {_TOGETHER} FROM listed WHERE {among} GROUP BY first, last ORDER BY first, last", args
            )
        return self._drawn(f"lat, lon, radius, {_ALONE} FROM listed WHERE {among} ORDER BY first, last, number", args)

    def reviewed(self) -> frozenset[int]:
        """The numbers of the events of which, of whose claims or of whose lines a person's word holds."""
        return self.kept("reviewed", self._reviewed)

    def _reviewed(self) -> frozenset[int]:
        targets = self.standing_targets()
        by: dict[str, list[str]] = {"event": [], "claim": [], "line": []}
        for target in targets:
            noun, _, key = target.partition(":")
            if noun in by:
                by[noun].append(key)
        args = [json.dumps(by[noun]) for noun in ("event", "claim", "line")]
        return frozenset(n for (n,) in self._rows(_REVIEWED, args)) if any(by.values()) else frozenset()

    def source_names(self, ids: Iterable[str] | None = None) -> dict[str, tuple[str, ...]]:
        """The name and the other names under which sources were found, by id: of these ids, or of all."""
        among, args = ("", ()) if ids is None else ("WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))
        rows = self._rows(f"SELECT id, name, aliases FROM found_sources {among} ORDER BY id", args)
        return {str(key): (str(name), *json.loads(aliases)) for key, name, aliases in rows}

    def _counted(self, numbers: Sequence[int]) -> dict[int, int]:
        """How many of the events of these numbers have each trait, by its id; of most of the list, all less the others."""
        total = self.count_listed()
        if 2 * len(numbers) > total:
            less = self._counted(sorted(set(range(1, total + 1)) - set(numbers))) if len(numbers) < total else {}
            return {key: events - less.get(key, 0) for key, events in self._rows("SELECT id, events FROM traits")}
        # Of many events it is quicker to pass over all traits in their order than to look up each event's and sort them.
        among = _AMONG if len(numbers) < _MANY else f"+{_AMONG}"
        return dict(self._rows(f"SELECT trait, count(*) FROM has_trait WHERE {among} GROUP BY trait", (_json(numbers),)))

    def _figures_of(self, events: Sequence[str]) -> dict[str, tuple[Figure, ...]]:
        """The figures of some events, by id, in the order in which people ask for outcomes."""
        found: dict[str, list[Figure]] = {}
        for event, flags, *rest in self._rows(_FIGURES, (json.dumps(events),)):
            given = dict(zip(_FIGURE, rest, strict=True))
            found.setdefault(event, []).append(Figure(**given, flags=tuple(json.loads(flags))))
        return {event: tuple(sorted(own, key=lambda f: OUTCOMES.index(f.outcome))) for event, own in found.items()}

    def _drawn(self, sql: str, args: Sequence[Any]) -> tuple[Point, ...]:
        return tuple([Point(**dict(zip(_POINT, row, strict=True))) for row in self._rows(f"SELECT {sql}", args)])


_ORDERS: dict[Order, str] = {
    "documents": "number",
    "day": "last DESC, first DESC, number",
    "disputed": "width DESC, number",
    "lines": "lines DESC, number",
}
_ROW = ("number", "event", "title", "documents", "claims", "lines", "first", "last", "place", "country", "flags", "flag")
_FIGURE = ("outcome", "low", "best", "high", "low50", "high50", "lines", "claims", "level")
_FIGURES = f"""
SELECT event, flags, {", ".join(_FIGURE)} FROM estimates
WHERE event IN (SELECT value FROM json_each(?)) AND as_of IS NULL
"""
_POINT = ("lat", "lon", "radius", "first", "last", "events", "event", "title", "place", "outcome", "best")
_ALONE = "first, last, 1, event, title, place, outcome, best"
_TOGETHER = """
min(first), max(last), count(*), iif(count(*) = 1, min(event), NULL), min(title), min(place),
coalesce(max(iif(outcome = 'killed', outcome, NULL)), min(outcome)), max(iif(outcome = 'killed', best, NULL))
"""
_STEPS = (0.25, 0.5, 1, 2, 5)
"""Degrees within which events are drawn as one where they are many. Source: set by hand."""
_MANY = 2000
"""Events above which the traits of all are passed over. Source: measured on a ledger of 10,000 events, `bench.large`."""
_AMONG = "number IN (SELECT value FROM json_each(?))"
_REVIEWED = """
WITH said (noun, ids) AS (VALUES ('event', ?), ('claim', ?), ('line', ?)),
of (noun, id) AS (SELECT noun, value FROM said, json_each(ids))
SELECT number FROM listed WHERE event IN (
  SELECT id FROM of WHERE noun = 'event'
  UNION SELECT members.event FROM of JOIN members ON members.member = of.id WHERE noun = 'claim'
  UNION SELECT lines.event FROM of JOIN lines ON lines.id = of.id WHERE noun = 'line'
)
"""


def _json(numbers: Sequence[int]) -> str:
    return json.dumps(list(numbers))


def _known(what: str, numbers: Sequence[int] | None) -> tuple[str, tuple[Any, ...]]:
    """The clause for events of these numbers (None: all) of which something is known."""
    return (what, ()) if numbers is None else (f"{what} AND {_AMONG}", (_json(numbers),))


def _clause(asked: Asked) -> list[tuple[str, tuple[Any, ...]]]:
    """What must hold of a listed event, each with its values."""
    parts: list[tuple[str, tuple[Any, ...]]] = []
    for words, sql in ((asked.near, _NEAR), (asked.words, _TOLD)):
        if words is not None and words.strip():
            found = expression(words)
            parts.append(("0", ()) if found is None else (sql, (found,)))
    if asked.first is not None:
        parts.append(("last >= ?", (asked.first,)))
    if asked.last is not None:
        parts.append(("first <= ?", (asked.last,)))
    if asked.box is not None:
        west, south, east, north = asked.box
        across = "BETWEEN ? AND ?" if west <= east else "NOT BETWEEN ? AND ?"
        parts.append((f"lat BETWEEN ? AND ? AND lon {across}", (south, north, *sorted((west, east)))))
    for kind in KINDS:
        values = asked.sources if kind == "source" else _counted(asked.group) if kind == "group" else _one(getattr(asked, kind))
        if values is not None:
            parts.append((_HAS, (kind, json.dumps(values))))
    return parts


def _one(value: str | None) -> tuple[str, ...] | None:
    return None if value is None else (value,)


def _counted(group: str | None) -> tuple[str, ...] | None:
    """The names under which those who suffered are listed: in any case, and of a people also its country's."""
    return None if group is None else (group.casefold(), *countries(group.casefold()))


_NEAR = "number IN (SELECT rowid FROM listed_search WHERE listed_search MATCH ?)"
_TOLD = """
number IN (
  SELECT number FROM tells_of WHERE document IN (SELECT rowid FROM document_search WHERE document_search MATCH ?)
)
"""
_HAS = """
number IN (
  SELECT number FROM has_trait WHERE trait IN (
    SELECT id FROM traits WHERE kind = ? AND value IN (SELECT value FROM json_each(?))
  )
)
"""
