"""Does a telling go back to the origin of a line, and what says so?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.model import How
from sayso.text.fingerprints import words
from sayso.tracing.copies import REWRITE, VERBATIM, Copies
from sayso.tracing.offices import holds
from sayso.tracing.reports import Figures, Report, Telling
from sayso.tracing.voices import SAME_SORT, akin, contains, is_outlet, key, likeness, same_side

JOIN = 0.5
"""The strength from which a telling is put on a line. Source: even odds; the strengths are set by hand on the written cases."""

_CREDIT = 0.95
_CREDIT_OTHER_FIGURE = 0.55
_COPY = 0.9
_PRESS = 0.75
_OWN_OUTLET = 0.6
_SIDE = 0.55
_AKIN = 0.6
_HUNDRED = 100
_FIGURE = 0.45
_WORDS = 1.6
_MISTAKEN = 0.8
_LEAST_OVERLAP = 0.04
_FULL_DIGITS = 2.0
_ROUND = 0.6
_TWO = 2
_MOST_NEWS = 24


@dataclass(slots=True, kw_only=True)
class Draft:
    """A line while it grows: its tellings in the order of publication, how each came by its figures, and why."""

    tellings: list[Telling] = field(default_factory=list)
    hows: list["Reason"] = field(default_factory=list)
    news: list[Telling] = field(default_factory=list)
    by_report: dict[int, list[Telling]] = field(default_factory=dict)
    by_outlet: dict[str, list[Telling]] = field(default_factory=dict)

    def add(self, telling: Telling, why: "Reason", report: Report) -> None:
        """Put a telling on the line; `news` keeps the few that brought a new voice or a new figure."""
        known = any(telling.same_news(t) for t in self.news)
        self.tellings.append(telling)
        self.hows.append(why)
        if not known and len(self.news) < _MOST_NEWS:
            self.news.append(telling)
        self.by_report.setdefault(telling.report, []).append(telling)
        for outlet in report.outlets:
            self.by_outlet.setdefault(outlet, []).append(telling)

    def near(self, telling: Telling, report: Report, copies: Copies) -> list[Telling]:
        """The tellings that may give a reason: what was new, copies of the same words, outlets that it names or that it is."""
        named = {name for v in telling.voices for name in (*v.through, v.name)}
        outlets = sorted({o for o in self.by_outlet for n in named if is_outlet(n, o)} | (report.outlets & self.by_outlet.keys()))
        alike = (n for n, share in sorted(copies.of(telling.report).items()) if share >= REWRITE and n in self.by_report)
        found = [*self.news, *(t for o in outlets for t in self.by_outlet[o]), *(t for n in alike for t in self.by_report[n])]
        return list({id(t): t for t in found}.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a telling is on a line: how strongly, how it came by the figures, from which report, in words.

    `borrowed`: it names another outlet, or the press, as the one it has them from.
    """

    strength: float
    how: How
    of: int | None
    evidence: str
    borrowed: bool = False


def reason(telling: Telling, draft: Draft, reports: Sequence[Report], copies: Copies) -> Reason | None:
    """The strongest reason to put a telling on a line, or None where there is none at all."""
    found = [
        r
        for other in draft.near(telling, reports[telling.report], copies)
        for r in (
            _credit(telling, other, reports),
            _copy(telling, other, copies),
            _name(telling, other, reports),
            _heard(telling, other, reports),
            _side(telling, other, reports),
            _retold(telling, other, reports, copies),
        )
        if r is not None
    ]
    return max(found, key=lambda r: (r.strength, -(r.of or 0), r.how), default=None)


def _credit(telling: Telling, other: Telling, reports: Sequence[Report]) -> Reason | None:
    """It names the outlet of that report as the one it has the figure from."""
    named = sorted({name for v in telling.voices if not v.own for name in (*v.through, v.name)})
    hit = sorted(o for o in reports[other.report].outlets if any(is_outlet(n, o) for n in named))
    if not hit or other.report == telling.report:
        return None
    strength = _CREDIT if agreeing(telling.figures, other.figures) else _CREDIT_OTHER_FIGURE
    return Reason(strength=strength, how="cites", of=other.report, evidence=f"names {hit[0]}", borrowed=True)


def _copy(telling: Telling, other: Telling, copies: Copies) -> Reason | None:
    """It repeats that report's words, with its figures."""
    share = copies.of(telling.report).get(other.report, 0.0)
    if share < REWRITE or not agreeing(telling.figures, other.figures) or rivals(telling, other):
        return None
    how: How = "verbatim" if share >= VERBATIM else "rewrite"
    return Reason(strength=_COPY, how=how, of=other.report, evidence=f"{share:.0%} of its word runs")


def rivals(telling: Telling, other: Telling) -> bool:
    """Whether two tellings have givers that differ, by name or by kind, or one denies what the other gives, words apart."""
    if _denies(telling) != _denies(other):
        return True
    a, b = telling.voice, other.voice
    told = not (a.own or a.press or b.own or b.press)
    apart = a.kind != b.kind and _VAGUE.isdisjoint((a.kind, b.kind))
    return (
        told and (apart or not (a.unnamed or b.unnamed)) and not any(likeness(x, y) for x in telling.voices for y in other.voices)
    )


def _denies(telling: Telling) -> bool:
    """Whether the giver says that none of it is so."""
    return all(c.said_by[0].stance == "denies" for c in telling.claims)


_VAGUE = frozenset({"other", "anonymous"})


def _name(telling: Telling, other: Telling, reports: Sequence[Report]) -> Reason | None:
    """It has the figure on the word of the same giver, by name or by the office that a text puts to the name."""
    alike = max((likeness(a, b) for a in telling.voices for b in other.voices), default=0.0)
    if not alike and (_in_office(telling, other, reports) or _in_office(other, telling, reports)):
        alike = SAME_SORT
    if not alike or telling.report == other.report:
        return None
    own = telling.voice.own
    if own and telling.counted:
        return None
    bare = min(len(key(telling.voice.name)), len(key(other.voice.name))) < _TWO
    one = any(a.source is not None and a.source == b.source for a in telling.voices for b in other.voices)
    unnamed = not own and not one and bare and telling.voice.unnamed and other.voice.unnamed
    if unnamed and not agreeing(telling.figures, other.figures) and not contains(telling.voice, other.voice):
        return None
    fresh = any(not values <= other.figures.get(outcome, frozenset()) for outcome, values in telling.figures.items())
    bonus = 0.02 if agreeing(telling.figures, other.figures) else 0.0
    return Reason(
        strength=_OWN_OUTLET if own else alike + bonus,
        how="origin" if fresh else "cites",
        of=other.report,
        evidence=f"also {telling.voice.name}",
    )


def _in_office(telling: Telling, other: Telling, reports: Sequence[Report]) -> bool:
    """Whether a voice is told of by an office that the other's report puts to the name of that other."""
    a, b = telling.voice, other.voice
    if a.own or b.own or a.press or b.press or (a.party and b.party and a.party != b.party):
        return False
    return holds(a.name, b.name, reports[other.report].text)


def _heard(telling: Telling, other: Telling, reports: Sequence[Report]) -> Reason | None:
    """The speaker has the figure from the press, which printed it before."""
    if not telling.heard or other.report == telling.report or not agreeing(telling.figures, other.figures):
        return None
    first = reports[other.report].published <= reports[telling.report].published
    return Reason(strength=_PRESS, how="cites", of=other.report, evidence="from the press", borrowed=True) if first else None


def _side(telling: Telling, other: Telling, reports: Sequence[Report]) -> Reason | None:
    """It gives two figures of a voice of the same side, or one figure of the same sort of body or of a body named there."""
    same = agreeing(telling.figures, other.figures)
    if other.report == telling.report or not same or not same_side(telling.voice, other.voice):
        return None
    if akin(telling.voice, other.voice):
        return Reason(strength=_AKIN, how="cites", of=other.report, evidence=f"{telling.voice.name} with the same figure")
    if other.voice.unnamed and not telling.voice.unnamed and key(telling.voice.name) <= set(words(reports[other.report].text)):
        return Reason(strength=_AKIN, how="cites", of=other.report, evidence=f"{telling.voice.name}, named there")
    if len(same) >= _TWO:
        return Reason(strength=_SIDE, how="cites", of=other.report, evidence="two figures of the same side")
    return None


def _retold(telling: Telling, other: Telling, reports: Sequence[Report], copies: Copies) -> Reason | None:
    """In its own voice, without a count of its own, it gives figures that were published before, with some of their story.

    Agreement of figures alone is no reason: honest counts agree too. It takes shared words, and an outlet that names nobody.
    """
    voice = telling.voice
    if other.report == telling.report or telling.counted or not (voice.own or voice.unnamed):
        return None
    if voice.unnamed and not voice.own and voice.kind not in ("anonymous", "other", other.voice.kind):
        return None
    same = _swapped(telling.figures, other.figures) or agreeing(telling.figures, other.figures)
    # The same number for another outcome, or one that the source gave for another event (a running total), may be a mistake.
    mistaken = set(_numbers(telling.figures) & (_numbers(other.figures) | _numbers(reports[other.report].aside))) - set(same)
    if not (same or mistaken):
        return None
    overlap = copies.overlap(telling.report, other.report)
    if overlap < _LEAST_OVERLAP:
        return None
    shared = sum(weight(n) for n in set(same)) + _MISTAKEN * max((weight(n) for n in mistaken), default=0.0)
    strength = min(0.89, _FIGURE * shared + _WORDS * overlap)
    same = same or tuple(sorted(mistaken))
    return Reason(strength=strength, how="paraphrase", of=other.report, evidence=f"the same figures {', '.join(map(str, same))}")


def agreeing(a: Figures, b: Figures) -> tuple[int, ...]:
    """One number for each outcome for which both give the same, the rarest."""
    both = (sorted(a[k] & b[k], key=lambda n: (-weight(n), n)) for k in sorted(a) if k in b)
    return tuple(found[0] for found in both if found)


def _numbers(figures: Figures) -> frozenset[int]:
    """All numbers that are given, whatever for."""
    return frozenset(n for values in figures.values() for n in values)


def _swapped(a: Figures, b: Figures) -> tuple[int, ...]:
    """Killed and wounded where the one has what the other gives the other way round."""
    none: frozenset[int] = frozenset()
    x = sorted(a.get("killed", none) & b.get("wounded", none))
    y = sorted(a.get("wounded", none) & b.get("killed", none))
    return (x[-1], y[-1]) if x and y and x[-1] != y[-1] else ()


def weight(n: int) -> float:
    """How telling it is that two give the number: nothing for 0, more with each digit, less where it is round, at most 1.

    Source: Benford's law makes a number of d digits about as rare as 10^-d; the discount of round ones is set by hand.
    """
    if n <= 0:
        return 0.0
    size = min(1.0, math.log10(n + 1) / _FULL_DIGITS)
    return size * (_ROUND if n >= _HUNDRED and n % _HUNDRED == 0 else 1.0)
