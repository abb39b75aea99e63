"""How is the list of events kept? As rows in its order, with what each has, so that no list is ever made of all events.

Everything here follows from events, claims, sources, lines and estimates, and is made anew when any of them is replaced.
The order is that of `selection.ordered`: the most documents first, then the latest day, then the id.
"""
# ruff: noqa: S608  only names of our own tables and columns are put into SQL; values are always bound

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sayso.ledger.derived import summed
from sayso.ledger.given import Given
from sayso.ledger.sources import Sources
from sayso.ledger.tables import LISTED
from sayso.linking.speakers import step_id
from sayso.model import OUTCOMES, Attribution, Estimate, Event, Kind, Line
from sayso.reading.words.nations import country_of
from sayso.reading.words.peoples import countries
from sayso.schema import canonical
from sayso.shapes import Noun
from sayso.wording import raised, remarks, sort_of

_LIST = """
INSERT INTO listed (number, event, title, documents, claims, first, last, place, country, lat, lon, radius)
SELECT row_number() OVER (ORDER BY json_array_length(documents) DESC, json_extract("when", '$.last') DESC, id),
  id, title, json_array_length(documents), json_array_length(claims),
  json_extract("when", '$.first'), json_extract("when", '$.last'),
  coalesce(json_extract("where", '$.name'), json_extract("where", '$.text')), json_extract("where", '$.country'),
  json_extract("where", '$.lat'), json_extract("where", '$.lon'), json_extract("where", '$.radius')
FROM events
"""
_WORDS = """
INSERT INTO listed_search (rowid, title, place, text)
SELECT number, listed.title, place, json_extract("where", '$.text') FROM listed JOIN events ON events.id = listed.event
"""
_TELL = """
INSERT INTO tells_of (document, number)
SELECT documents.seq, listed.number FROM documents JOIN members ON members.member = documents.id
JOIN listed ON listed.event = members.event
"""
_PLACES = """
SELECT 'place', place, number FROM listed WHERE place IS NOT NULL
UNION ALL SELECT 'country', country, number FROM listed WHERE country IS NOT NULL
"""
_CLAIMS = """
SELECT listed.number, claims.id, claims.document, "group", said_by
FROM claims JOIN members ON members.member = claims.id JOIN listed ON listed.event = members.event
WHERE claims.seq > ? AND claims.seq <= ?
"""
_ADDED = """
SELECT listed.number, added.key, json_extract(added.value, '$.document'), NULL, '[]'
FROM json_each(?) AS added JOIN members ON members.member = added.key JOIN listed ON listed.event = members.event
"""
_LINES = "UPDATE listed SET lines = (SELECT count(*) FROM lines WHERE lines.event = listed.event)"
_FIGURES = """
SELECT number, events.flags, estimates.outcome, estimates.low, estimates.best, estimates.high, level, estimates.flags
FROM listed JOIN events ON events.id = listed.event LEFT JOIN estimates ON estimates.event = listed.event AND as_of IS NULL
{where} ORDER BY number
"""

_COUNTED = "UPDATE traits SET events = (SELECT count(*) FROM has_trait WHERE trait = traits.id)"
_TRAITS_OF = "SELECT number, trait FROM has_trait {where}"
"""Which events have which traits."""

_RANK: dict[str, int] = {outcome: k for k, outcome in enumerate(OUTCOMES)}
_OF_FIGURES = "kind IN ('outcome', 'flag')"
"""The traits that come of estimates."""

_PAGE = 4000
"""Claims looked at together."""

Traits = dict[tuple[str, str], set[int]]
"""The numbers of the events that have each trait: a kind and a value."""


class Listing(Given, Sources):
    """The list of events of a ledger, kept beside them."""

    def replace(self, noun: type[Noun], values: Iterable[Noun]) -> int:
        """Put these in the place of all of a noun, as in `Derived.replace`, and list the events anew."""
        with self.batch():
            done = super().replace(noun, values)
            if noun is Event:
                self.relist()
            elif noun in (Line, Estimate):
                self.relist_figures()
        return done

    def relist(self) -> None:
        """Make the list of events anew from what there is."""
        with self.batch():
            for name in LISTED:
                self._execute(f"DELETE FROM {name}")
            for sql in (_LIST, _WORDS, _TELL):
                self._execute(sql)
            traits: Traits = defaultdict(set)
            for kind, value, number in self._rows(_PLACES):
                traits[kind, value].add(number)
            edited, added = self._by_hand()
            for start in range(0, int(self._scalar("SELECT ifnull(max(seq), 0) FROM claims")), _PAGE):
                self._note_claims(traits, self._rows(_CLAIMS, (start, start + _PAGE)), edited)
            self._note_claims(traits, self._rows(_ADDED, (json.dumps(added),)), added)
            self._put_traits(_of_one_country(traits))
            self.relist_figures()

    def listed_digest(self) -> str:
        """A digest of the rows of the list, as they are."""
        return summed(self.rows_sum("SELECT * FROM listed"))

    def traits_digest(self) -> str:
        """A digest of what the listed events have, as it is."""
        sha, at = hashlib.sha256(), (0, 0)
        sql = "SELECT document, number FROM tells_of WHERE (document, number) > (?, ?) ORDER BY document, number LIMIT 4000"
        while page := self._rows(sql, at):
            sha.update(canonical(page).encode())
            at = page[-1]
        return summed(int.from_bytes(sha.digest(), "big") + self._sum_of_traits())

    def _sum_of_traits(self, number: int | None = None) -> int:
        """What traits add to their digest: all, or those that the figures of one event may change."""
        if number is None:
            return self.rows_sum("SELECT * FROM traits") + self.rows_sum(_TRAITS_OF.format(where=""))
        figures = self.rows_sum(f"SELECT * FROM traits WHERE {_OF_FIGURES}")
        return figures + self.rows_sum(_TRAITS_OF.format(where="WHERE number = ?"), (number,))

    def relist_figures(self, event: str | None = None) -> None:
        """Put lines, figures and flags of all events, or of one (by id), into the list, in the place of those that are there."""
        with self.batch():
            if event is not None:
                self._relist_figures_of(event)
                return
            self._execute(f"DELETE FROM has_trait WHERE trait IN (SELECT id FROM traits WHERE {_OF_FIGURES})")
            self._execute(f"DELETE FROM traits WHERE {_OF_FIGURES}")
            self._execute(_LINES)
            self._put_traits(self._put_figures(self._rows(_FIGURES.format(where=""))))
            self._execute(_COUNTED)
            self.set_stamp("sum of listed", self.listed_digest())
            self.set_stamp("sum of traits", self.traits_digest())

    def _relist_figures_of(self, event: str) -> None:
        """Put the figures and flags of one event into the list, and tell its part of the digests anew alone."""
        row = "SELECT * FROM listed WHERE event = ?"
        listed = int(self.stamp("sum of listed") or self.listed_digest(), 16) - self.rows_sum(row, (event,))
        rows = self._rows(_FIGURES.format(where="WHERE listed.event = ?"), (event,))
        if not rows:
            return
        number, traits = rows[0][0], self._put_figures(rows)
        self.set_stamp("sum of listed", summed(listed + self.rows_sum(row, (event,))))
        had = int(self.stamp("sum of traits") or self.traits_digest(), 16) - self._sum_of_traits(number)
        if self._put_figures_of(number, traits):
            self._execute(f"{_COUNTED} WHERE {_OF_FIGURES}")
        self.set_stamp("sum of traits", summed(had + self._sum_of_traits(number)))

    def _put_figures(self, rows: Sequence[tuple[Any, ...]]) -> Traits:
        """Put figures and flags into the rows of the list, and give which traits they are."""
        traits: Traits = defaultdict(set)
        updates = []
        for number, group in groupby(rows, key=itemgetter(0)):
            every = list(group)
            own = json.loads(every[0][1])
            figures = sorted((_figure(row[2:]) for row in every if row[2] is not None), key=lambda f: _RANK[f.outcome])
            updates.append((*_summary(own, figures), number))
            for f in figures:
                traits["outcome", f.outcome].add(number)
            for flag in (*own, *(flag for f in figures for flag in raised(f.level, f.flags))):
                traits["flag", sort_of(flag)].add(number)
        self._db.executemany("UPDATE listed SET outcome = ?, best = ?, width = ?, flags = ?, flag = ? WHERE number = ?", updates)
        return traits

    def _put_figures_of(self, number: int, traits: Traits) -> bool:
        """Put the traits of one event's figures in the place of those that it had; False where they are the same."""
        had = f"SELECT kind, value FROM has_trait JOIN traits ON traits.id = trait WHERE number = ? AND {_OF_FIGURES}"
        if {(kind, value) for kind, value in self._rows(had, (number,))} == set(traits):
            return False
        self._execute(
            f"DELETE FROM has_trait WHERE number = ? AND trait IN (SELECT id FROM traits WHERE {_OF_FIGURES})", (number,)
        )
        self._put_traits(traits)
        self._execute(f"DELETE FROM traits WHERE {_OF_FIGURES} AND id NOT IN (SELECT trait FROM has_trait)")
        return True

    def _note_claims(self, traits: Traits, rows: Sequence[tuple[Any, ...]], by_hand: dict[str, Any]) -> None:
        """Note whom claims count and who says so: `by_hand` are the fields that people gave them, by claim."""
        who = self.identities(sorted({row[2] for row in rows}))
        for number, claim, document, group, said_by in rows:
            told = by_hand.get(claim, {})
            suffered = told.get("group") if "group" in told else json.loads(group or "null")
            for value in (suffered or {}).get("nation"), (suffered or {}).get("role"):
                if value is not None:
                    traits["group", value].add(number)
            for step in told["said_by"] if "said_by" in told else json.loads(said_by):
                key = _step(step.get("source"), step.get("kind", "other"), step["name"])
                if key is not None and (source := who.get((document, key))) is not None:
                    traits["source", source].add(number)

    def _put_traits(self, traits: Traits) -> None:
        """Keep which events have which traits."""
        self._db.executemany("INSERT OR IGNORE INTO traits (kind, value) VALUES (?, ?)", sorted(traits))
        ids = {(kind, value): key for key, kind, value in self._rows("SELECT id, kind, value FROM traits")}
        pairs = ((ids[trait], number) for trait in sorted(traits) for number in sorted(traits[trait]))
        self._db.executemany("INSERT INTO has_trait (trait, number) VALUES (?, ?)", pairs)

    def _by_hand(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """What people edited of claims that were read, and the claims that they added, as they left them; by claim.

        A later accept or reject outranks an edit; a rejected claim is in no event.
        """
        edits: dict[str, str | None] = {}
        added: dict[str, Any] = {}
        for review in self.standing():
            noun, _, key = review.target.partition(":")
            if review.verdict == "add":
                claim = json.loads(review.value or "{}")
                added.setdefault(claim.get("id"), claim)
            elif noun == "claim" and review.verdict in {"accept", "reject", "edit"}:
                edits[key] = review.value if review.verdict == "edit" else None
        told = {key: json.loads(value) for key, value in edits.items() if value is not None}
        left = {key: claim | told.get(key, {}) for key, claim in added.items()}
        return {key: value for key, value in told.items() if key not in added}, left


def _of_one_country(traits: Traits) -> Traits:
    """The traits with a people and its country as one: those of "kestrian" are of "kestria", where both are told of."""
    told = {value for kind, value in traits if kind == "group"}
    for people in sorted(told):
        country = next((c for c in countries(people) if c in told), None)
        if country is not None and country_of(people) is None:
            traits["group", country] |= traits.pop(("group", people))
    return traits


class _Figure(NamedTuple):
    """What the list takes of an estimate."""

    outcome: str
    low: int | None
    best: int | None
    high: int | None
    level: str
    flags: tuple[str, ...]


def _figure(row: Sequence[Any]) -> _Figure:
    outcome, low, best, high, level, flags = row
    return _Figure(outcome, low, best, high, level, tuple(json.loads(flags)))


def _summary(own: Sequence[str], figures: Sequence[_Figure]) -> tuple[str | None, int | None, float | None, int, str | None]:
    """The first outcome with its best figure, how wide the widest figure is, how many remarks there are, and the first."""
    said = remarks(own, ((f.outcome, f.level, f.flags) for f in figures))
    first = figures[0] if figures else None
    widths = [(f.high + 1) / (f.low + 1) for f in figures if f.high is not None and f.low is not None]
    return (
        None if first is None else first.outcome,
        None if first is None else first.best,
        max(widths, default=None),
        len(said),
        said[0] if said else None,
    )


@cache
def _step(source: str | None, kind: Kind, name: str) -> str | None:
    """The id of a step's speaker: what `identities` are kept by."""
    return step_id(Attribution(name=name, kind=kind, source=source))
