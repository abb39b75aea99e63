"""Which figures of an event were early ones, of a count that went on? They say that there were at least so many.

Who spoke in the first hours and never again is no rival of those who counted days later: the dead it knew of are among theirs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from sayso.model import Event
from sayso.weighing.evidence import Term, bounds, figures, moment
from sayso.weighing.wordings import GROWN, Phrase

EARLY = "an early figure: others counted on after it"
"""What a ground says of a line whose figure is no more than a floor under later ones."""
_FIRST_DAYS = timedelta(days=2)
"""How long after the start of the last day of an event a figure is an early one. **Source:** set by hand: the toll of one attack
mostly grows in its first two days."""
_LEAST = 5
"""Below this figure one or two persons more are no toll that grew. **Source:** set by hand; on the shootings of GVA smaller early
figures taken for floors lost the truth at the lower end."""
_HOURS = timedelta(hours=3)
"""What must lie between two figures of one day, where the hours of both are known. **Source:** set by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spoken:
    """When a line last gave its figure: a day, with the hour where that is known."""

    at: datetime
    timed: bool

    def before(self, other: "_Spoken") -> bool:
        """Whether it spoke on an earlier day, or hours earlier on the same."""
        if self.at.date() != other.at.date():
            return self.at.date() < other.at.date()
        return self.timed and other.timed and other.at - self.at >= _HOURS


def aged(event: Event, found: Sequence[Term], days: Mapping[str, str]) -> tuple[Term, ...]:
    """The terms of one outcome, with the early figures of a toll that grew as floors.

    `days` are those of publication, by document, with hours where they are known. A figure is early where it was last given in
    the first two days, each better line that spoke after it gives more, and one of them no more than `GROWN` times as much.
    """
    if event.when is None:
        return tuple(found)
    ends = datetime.combine(event.when.last, time()) + _FIRST_DAYS
    spoken = {t.line.id: _spoken(t, days) for t in found if t.used}
    return tuple(_floor(t) if _early(t, found, spoken, ends) else t for t in found)


def _early(term: Term, found: Sequence[Term], spoken: Mapping[str, _Spoken | None], ends: datetime) -> bool:
    at, n = spoken.get(term.line.id), _least(term)
    if at is None or n is None or n < _LEAST or at.at >= ends:
        return False
    later = [t for t in found if t.used and not t.weak and (o := spoken[t.line.id]) is not None and at.before(o)]
    counts = [c for t in later if (c := _least(t)) is not None]
    firm = any(t.phrase is not None and t.phrase.shape != "floor" for t in later)
    return firm and len(counts) == len(later) and n < min(counts) <= GROWN * n


def _least(term: Term) -> float | None:
    """The least that a line gives; None for what it gives up to, and for vague words."""
    said = term.phrase
    return said.least if said is not None and said.shape in ("point", "range", "floor") else None


def _floor(term: Term) -> Term:
    return replace(term, phrase=Phrase(shape="floor", low=_least(term), early=True), note=term.note or EARLY)


def _spoken(term: Term, days: Mapping[str, str]) -> _Spoken | None:
    given = figures(term.tally)
    told = [m for c in term.claims if bounds(c) == given and (m := moment(c, days)) is not None]
    if not told:
        return None
    day, clock = max(told)
    return _Spoken(at=datetime.fromisoformat(day + clock).replace(tzinfo=None), timed=bool(clock))
