"""What hangs on a person's word? One row a thing that can be decided, with how far a decision could move an estimate.

Everything here follows from estimates, links, events and found sources, and is made anew in the batch that replaces estimates.
A move is in log units: the pull of a line times the width of the 90 % band that it pulls, so that what moves an uncertain figure
comes before what moves a firm one.
"""
# ruff: noqa: S608  only names of our own tables and columns are put into SQL; values are always bound

import json
from collections.abc import Iterable, Iterator, Sequence
from math import log1p
from typing import Literal, NamedTuple

from sayso.ledger.derived import summed
from sayso.ledger.listing import Listing
from sayso.ledger.tables import ESTIMATES
from sayso.model import Estimate, Ground, Outcome
from sayso.shapes import Noun
from sayso.wording import MISSING, PLURAL, VAGUE

Sort = Literal["line", "flag", "link", "source"]
"""What is to be decided: a line that pulls, a remark on a figure, two claims of one event or two, a source without a kind."""

HALF = 0.5
"""The part of a band by which a decision moves its middle where no pull is known: to one of its ends. **Source:** set by hand."""
OPEN = log1p(9)
"""The width taken for a figure that has no upper end: tenfold. **Source:** set by hand."""
KINDLESS = 0.1
"""What a kind moves for each log unit of a source's claims. **Source:** set by hand: below what a line with a pull moves."""
DOUBTFUL = 0.5
"""A claim whose strongest link within its event is weaker than this may be of another one. **Source:** set by hand."""
_MILD = (PLURAL, VAGUE, MISSING, "round figure", "set aside in part")
"""Remarks that say how a figure was told; nobody has to decide about them."""

_ACROSS = """
SELECT min(a, b), max(a, b), max(score), one, other FROM (
  SELECT links.a, links.b, score, min(x.event, y.event) AS one, max(x.event, y.event) AS other
  FROM links JOIN members AS x ON x.member = links.a JOIN members AS y ON y.member = links.b WHERE x.event <> y.event
) GROUP BY one, other ORDER BY one, other
"""
_WITHIN = """
WITH own AS (
  SELECT links.a, links.b, score, x.event FROM links
  JOIN members AS x ON x.member = links.a JOIN members AS y ON y.member = links.b AND y.event = x.event
), best AS (
  SELECT claim, max(score) AS score FROM (SELECT a AS claim, score FROM own UNION ALL SELECT b, score FROM own) GROUP BY claim
)
SELECT min(own.a, own.b), max(own.a, own.b), 1 - own.score, own.event, own.event
FROM best JOIN own ON own.score = best.score AND (own.a = best.claim OR own.b = best.claim)
WHERE best.score < ? GROUP BY own.a, own.b ORDER BY own.a, own.b
"""
_ALL_OF = """
WITH told AS (SELECT value AS claim FROM json_each(?)), voiced AS (SELECT value AS claim FROM json_each(?))
SELECT id FROM lines
WHERE event IN (SELECT event FROM members JOIN told ON told.claim = members.member) AND NOT EXISTS (
  SELECT 1 FROM json_each(lines.claims) AS own WHERE own.value NOT IN (SELECT claim FROM told) AND NOT EXISTS (
    SELECT 1 FROM claims AS new JOIN json_each(lines.claims) AS other JOIN claims AS old ON old.id = other.value
    WHERE new.id = own.value AND other.value IN (SELECT claim FROM voiced) AND old.outcome = new.outcome
    AND json_extract(old.quantity, '$.low') IS json_extract(new.quantity, '$.low')
    AND json_extract(old.quantity, '$.best') IS json_extract(new.quantity, '$.best')
    AND json_extract(old.quantity, '$.high') IS json_extract(new.quantity, '$.high')
  )
)
"""
_WITH = """
WITH told AS (SELECT value AS claim FROM json_each(?))
SELECT lines.id FROM lines, json_each(lines.claims) AS own
WHERE event IN (SELECT event FROM members JOIN told ON told.claim = members.member) AND own.value IN (SELECT claim FROM told)
GROUP BY lines.id ORDER BY count(*) DESC, lines.id
"""
_PUT = "INSERT OR REPLACE INTO stakes (target, sort, event, other, outcome, chance, move, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


class Stake(NamedTuple):
    """One thing to be decided: what (`noun:id`), of which sort, in which event and outcome, how much it may move, and why."""

    target: str
    sort: Sort
    event: str | None
    outcome: Outcome | None
    move: float
    why: str


class Stakes(Listing):
    """What is to be decided in a ledger, that on which most hangs first."""

    def replace(self, noun: type[Noun], values: Iterable[Noun]) -> int:
        """Put these in the place of all of a noun, as in `Derived.replace`; with estimates goes what hangs on them."""
        with self.batch():
            done = super().replace(noun, values)
            if noun is Estimate:
                self.restake()
        return done

    def put_estimates(self, event: str, estimates: Iterable[Estimate]) -> int:
        """Put these in the place of the estimates of one event, by id, and count them."""
        told = tuple(estimates)
        with self.batch():
            self._execute("DELETE FROM estimates WHERE event = ?", (event,))
            done = self._insert(ESTIMATES, told)
            self.set_stamp("rows of estimates", self.seals("estimates"))
            self.restake(event)
            self.relist_figures(event)
        return done

    def restake(self, event: str | None = None) -> None:
        """Make the stakes anew from what there is: all, or those of one event."""
        with self.batch():
            if event is None:
                self._execute("DELETE FROM stakes")
                self._put(self._figures(self.estimates()))
                self._put(self._pairs())
                self._put(self._kindless())
                self._widen(None)
                self.set_stamp("rows of stakes", self.stakes_digest())
                return
            rest = int(self.stamp("rows of stakes") or "0", 16) - self._sum(_OF_EVENT, (event, event))
            self._execute("DELETE FROM stakes WHERE event = ? AND sort IN ('line', 'flag')", (event,))
            self._put(self._figures(self.estimates_of(event)))
            self._widen(event)
            self.set_stamp("rows of stakes", summed(rest + self._sum(_OF_EVENT, (event, event))))

    def stakes(self, *, sorts: Sequence[str] = (), without: Iterable[str] = (), limit: int = 50, offset: int = 0) -> list[Stake]:
        """What is to be decided, that which may move most first: of some sorts or all, `without` those targets."""
        args = (*((json.dumps(list(sorts)),) if sorts else ()), json.dumps(sorted(without)), limit, offset)
        asked = f"{_OF} AND {_LEFT}" if sorts else _LEFT
        return self._found(f"WHERE {asked} ORDER BY move DESC, target LIMIT ? OFFSET ?", args)

    def stake(self, target: str) -> Stake | None:
        """What hangs on one thing (`noun:id`), or None where nothing is known to."""
        return next(iter(self._found("WHERE target = ?", (target,))), None)

    def count_stakes(self, without: Iterable[str] = ()) -> dict[str, int]:
        """How many things are to be decided, by sort."""
        gone = json.dumps(sorted(without))
        decided = "SELECT sort, count(*) FROM stakes WHERE target IN (SELECT value FROM json_each(?)) GROUP BY sort"
        less = dict(self._rows(decided, (gone,)))
        every = self._rows("SELECT sort, count(*) FROM stakes GROUP BY sort ORDER BY sort")
        return {str(sort): left for sort, n in every if (left := n - less.get(sort, 0))}

    def alike(self, event: str) -> list[str]:
        """The other events, by id, that may be one with this one, the likeliest first."""
        sql = (
            "SELECT CASE WHEN event = ? THEN other ELSE event END FROM stakes WHERE sort = 'link' AND event <> other "
            "AND (event = ? OR other = ?) ORDER BY chance DESC, target LIMIT 8"
        )
        return [str(key) for (key,) in self._rows(sql, (event, event, event))]

    def lines_all_of(self, claims: Iterable[str], lines: Iterable[str] = ()) -> list[str]:
        """The lines, by id, all of whose claims are among `claims` or `lines`, or repeat on their line one of `lines`."""
        rows = self._rows(_ALL_OF, (json.dumps(sorted({*claims, *lines})), json.dumps(sorted(lines))))
        return [str(key) for (key,) in rows]

    def lines_with(self, claims: Iterable[str]) -> list[str]:
        """The lines, by id, that have any of these claims, the one with the most of them first."""
        return [str(key) for (key,) in self._rows(_WITH, (json.dumps(sorted(claims)),))]

    def stakes_digest(self) -> str:
        """A digest of the stakes, as they are: a sum over the rows, so that those of one event can be told anew alone."""
        return summed(self._sum("", ()))

    def _sum(self, where: str, args: Sequence[object]) -> int:
        return self.rows_sum(f"SELECT * FROM stakes {where}", args)

    def _found(self, where: str, args: Sequence[object]) -> list[Stake]:
        return [Stake(*row) for row in self._rows(f"SELECT target, sort, event, outcome, move, why FROM stakes {where}", args)]

    def _put(self, rows: Iterable[Sequence[object]]) -> None:
        with self.batch():
            self._db.executemany(_PUT, rows)

    def _figures(self, estimates: Iterable[Estimate]) -> Iterator[Sequence[object]]:
        """What hangs on each line and on each remark; a line of several outcomes stands with the one that it moves most."""
        lines: dict[str, tuple[float, Outcome, Ground]] = {}
        events: dict[str, str] = {}
        for e in estimates:
            if e.as_of is not None:
                continue
            wide = width(e)
            for g in e.grounds:
                move = _move(g.pull, wide, used=g.used)
                if move is not None and (g.line not in lines or move > lines[g.line][0]):
                    lines[g.line], events[g.line] = (move, e.outcome, g), e.event
            remarks = [f for f in e.flags if not f.startswith(_MILD)]
            if remarks:
                target = f"estimate:{e.event}|{e.outcome}"
                yield target, "flag", e.event, None, e.outcome, None, HALF * wide * wide, "; ".join(remarks)
        for line, (move, outcome, ground) in lines.items():
            yield f"line:{line}", "line", events[line], None, outcome, None, move, _pulls(outcome, ground)

    def _pairs(self) -> Iterator[Sequence[object]]:
        """Claims of two events that are alike, the strongest pair of each two, and claims that hardly belong to their event."""
        for a, b, score, one, other in self._rows(_ACROSS):
            why = f"two events that may be one: these claims are alike ({score:.0%})"
            yield f"link:{a}|{b}", "link", one, other, None, score, 0.0, why
        for a, b, doubt, event, _ in self._rows(_WITHIN, (DOUBTFUL,)):
            why = f"one event that may be two: nothing in it is more like one of these claims ({1 - doubt:.0%})"
            yield f"link:{a}|{b}", "link", event, event, None, doubt, 0.0, why

    def _kindless(self) -> Iterator[Sequence[object]]:
        for key, claims in self._rows("SELECT id, claims FROM found_sources WHERE kind = 'other' AND claims > 0 ORDER BY id"):
            why = "nobody knows what kind of source this is, so nobody knows how far to trust it"
            yield f"source:{key}", "source", None, None, None, None, KINDLESS * log1p(claims), why

    def _widen(self, event: str | None) -> None:
        """Say what pairs move: their chance of being wrong times half of the widest band of their events, squared as above."""
        touched = "" if event is None else "AND (event = ? OR other = ?)"
        args = () if event is None else (event, event)
        pairs = self._rows(f"SELECT target, event, other, chance FROM stakes WHERE sort = 'link' {touched} ORDER BY target", args)
        ids = {e for _, one, other, _ in pairs for e in (one, other)}
        wide = {e: max((width(x) for x in self.estimates_of(e) if x.as_of is None), default=0.0) for e in ids}
        moves = [(chance * HALF * max(wide[a], wide[b]) ** 2, target) for target, a, b, chance in pairs]
        self._db.executemany("UPDATE stakes SET move = ? WHERE target = ?", moves)


_OF = "sort IN (SELECT value FROM json_each(?))"
_OF_EVENT = "WHERE event = ? OR other = ?"
_LEFT = "target NOT IN (SELECT value FROM json_each(?))"


def width(estimate: Estimate) -> float:
    """The width of the 90 % band in log units; of one that is open above tenfold, of none 0."""
    if estimate.low is None and estimate.high is None:
        return 0.0
    if estimate.high is None:
        return OPEN
    return log1p(estimate.high) - log1p(estimate.low or 0)


def _move(pull: float | None, wide: float, *, used: bool) -> float | None:
    """What leaving a line out moves; a line alone moves the figure away altogether."""
    if not used:
        return None
    return (HALF * wide if pull is None else abs(pull)) * wide


def _pulls(outcome: Outcome, ground: Ground) -> str:
    """What a line does to a figure, in words."""
    if ground.pull is None:
        return f"no other line gives a figure for {outcome}"
    if not ground.percent:
        return f"without it the figure for {outcome} stays where it is"
    return f"it pulls the figure for {outcome} {'up' if ground.percent > 0 else 'down'}"
