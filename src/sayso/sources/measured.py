"""How do the figures of one source lean, and how far are they off? Measured as `sayso estimate` measures sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, Any

from sayso.exports.words import count
from sayso.judging.reviewed import left_among
from sayso.model import Claim, Event, Source
from sayso.weighing.learn import PSEUDO

if TYPE_CHECKING:
    from sayso.desk import Desk

EVENTS = 60
"""Events that are looked at, the latest. Source: set by hand, for a page to be drawn in 150 ms."""
ENOUGH = int(PSEUDO)
"""Figures beside those of others that are needed: below it what was assumed before weighs more than what was measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What `figures` of a source tell beside those of others: `bias` with the ends of its 90 % interval, and the usual error.

    On the scale of ratios (`times`) a bias of 1.2 is a fifth too many, an error of 1.3 up to 1.3 times too many or too few; else
    both are persons. Where there are too few figures, all but `figures` is None.
    """

    figures: int
    times: bool = True
    bias: float | None = None
    low: float | None = None
    high: float | None = None
    error: float | None = None

    @property
    def told(self) -> str:
        """What was measured, in a sentence."""
        if self.bias is None or self.low is None or self.high is None or self.error is None:
            has = f"{count(self.figures, 'figure')} of it {'stands' if self.figures == 1 else 'stand'} beside those of others"
            return f"Too little to measure: {has}, and {ENOUGH} are needed to tell a lean from chance."
        if not self.times:
            ends = f"(90 %: {self.low:+.2g} to {self.high:+.2g})"
            way = f"{self.bias:+.2g} persons beside what all figures together make likely {ends}"
            return f"{way}; two in three are off by {self.error:.2g} or fewer beyond that."
        way = f"{self.bias:.2f} times what all figures together make likely (90 %: {self.low:.2f} to {self.high:.2f})"
        return f"{way}; two in three are off by {self.error:.2f} times or less beyond that."


def measured(desk: "Desk", source: Source, ids: Sequence[str]) -> Measured:
    """Measure a source, by the ids under which it was found, on the latest events of which it gives a figure itself."""
    from sayso.weighing.tables import estimate_table  # noqa: PLC0415  heavy, and not every verb needs it

    rows = tuple(_rows(desk, source, ids))
    mine = {row["question"] for row in rows if row["source"] == source.id}
    others = {row["question"] for row in rows if row["source"] != source.id}
    figures = len(mine & others)
    if figures < ENOUGH:
        return Measured(figures=figures)
    found = estimate_table(rows)
    own = next((row for row in found.sources if row["source"] == source.id), None)
    if own is None:
        return Measured(figures=figures)
    times, sigma = found.scale != "linear", own["precision"] ** -0.5
    return Measured(
        figures=figures,
        times=times,
        bias=own["bias"],
        low=own["bias_low"],
        high=own["bias_high"],
        error=exp(sigma) if times else sigma,
    )


def _rows(desk: "Desk", source: Source, ids: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The figures of these events as rows of a table: one question an event and outcome, one line an origin."""
    ledger = desk.ledger
    events = tuple(ledger.some(Event, ledger.figured_by(ids, start=0, most=EVENTS)))
    homes = {claim: event.id for event in events for claim in event.claims}
    documents = sorted({d for event in events for d in event.documents})
    lines = {c: line.id for event in events for line in ledger.lines_of(event.id) for c in line.claims}
    days = {d.id: d.published or "" for d in ledger.all_documents(documents)}
    for claim in desk.voiced(left_among(ledger, documents, ledger.standing(), events), documents):
        if claim.id in homes and claim.quantity is not None and claim.status == "happened":
            yield _row(claim, homes[claim.id], lines, days) | {"source": _who(claim, source, ids)}


def _who(claim: Claim, source: Source, ids: Sequence[str]) -> str:
    """Who gives a figure: the source itself under its one id, others by theirs or, where they have none, by their name."""
    nearest = claim.said_by[0]
    return source.id if nearest.source in ids else nearest.source or nearest.name or "the publisher"


def _row(claim: Claim, event: str, lines: Mapping[str, str], days: Mapping[str, str]) -> dict[str, Any]:
    q = claim.quantity
    bounds = (None, None, None) if q is None else (q.low, q.best, q.high)
    low, best, high = bounds
    exact = best is not None and low == best == high
    return {
        "question": f"{event} {claim.outcome}",
        "line": lines.get(claim.id, claim.id),
        "published": days.get(claim.document, ""),
        "value": best if exact else None,
        "low": None if exact else low,
        "high": None if exact else high,
    }
