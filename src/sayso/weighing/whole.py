"""How many in all, and how many of each group? The figure of an outcome with its parts where claims tell groups apart.

Two lines on other people are not rivals for one number. Where a line counts everybody, those that count one group alone are no
word on the whole; where none does, and the groups are other people, the whole is their sum.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import exp

from sayso.model import Claim, Estimate, Event, Ground, Line, Outcome
from sayso.parts import Part
from sayso.weighing.early import aged
from sayso.weighing.evidence import Aside, Term, terms
from sayso.weighing.figure import ground, loose, weighed
from sayso.weighing.flags import remarked
from sayso.weighing.grid import ratio
from sayso.weighing.groups import Groups, Side, apart, cut, disjoint, groups, name_of
from sayso.weighing.settings import Settings
from sayso.wording import MIXED, PLURAL, SUM, VAGUE, persons

UNLIKE = 3
"""From this multiple on, two figures are no two names for the same dead. **Source:** prior: who counts the same bodies, and calls
them fighters or civilians, agrees with others about as well as any two sources do."""
_LEVELS = ("none", "open", "one line", "parties only", "anchored")
"""From the weakest to the strongest."""
_FIELDS = ("best", "low", "high", "low50", "high50", "least", "most")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of one event: its lines and claims as they stood, how to weigh, what is set aside, and days by document."""

    event: Event
    lines: Sequence[Line]
    claims: Sequence[Claim]
    settings: Settings
    aside: Aside
    days: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    """One group: its figure, and the claims that give it."""

    side: Side
    figure: Estimate
    claims: tuple[str, ...]


def whole(told: Told, found: Sequence[Term], outcome: Outcome) -> Estimate:
    """The estimate of an outcome from its terms, with a part for each group where two are told apart."""
    known = groups(told.lines, told.claims, outcome, told.aside.claims)
    shares = [] if known is None else list(_shares(told, known, outcome))
    if known is None or len(shares) < 2:
        return weighed(told.event, found, outcome, told.settings)
    shares.sort(key=lambda s: (-_size(s.figure), s.side))
    made = _whole(told, [_named(t, known) for t in found], outcome, known, shares)
    return replace(made, parts=tuple(_part(s) for s in shares))


def _shares(told: Told, known: Groups, outcome: Outcome) -> Iterator[_Share]:
    """The figure of each group, from the lines cut to it."""
    by_id = {c.id: c for c in told.claims}
    for side in known.sides:
        lines = [own for line in told.lines if (own := cut(line, outcome, side, known, (by_id, told.days))) is not None]
        found = aged(told.event, terms(lines, told.claims, outcome, told.settings, told.aside), told.days)
        figure = weighed(told.event, found, outcome, told.settings)
        if figure.level != "none":
            claims = sorted({c.id for t in found for c in t.claims})
            yield _Share(side=side, figure=figure, claims=tuple(claims))


def _whole(told: Told, found: Sequence[Term], outcome: Outcome, known: Groups, shares: Sequence[_Share]) -> Estimate:
    """The figure of everybody: by the lines that count them or, where none does, the sum of the groups."""
    sides = {s.side for s in shares}
    used = [t for t in found if t.used and t.phrase is not None]
    some = {t.line.id: own for t in used if (own := known.counted(t) & sides) and (own != sides or len(used) > 1)}
    every = [t for t in used if t.line.id not in some]
    firm = [t for t in every if t.phrase is not None and not loose(t.phrase)]
    counted = [s for s in shares if any(s.side in own for own in some.values())]
    if some and not firm and _disjoint(counted, known) and not _short(every, counted):
        kept = [replace(t, why="the groups are told in numbers") if t in every else t for t in found]
        return _summed(told, kept, outcome, counted)
    kept = list(found)
    remarks = [_sum_of([s for s in shares if s.side in own]) for t in every if len(own := known.counted(t)) > 1]
    if some and firm and _hold(firm, [t for t in used if t.line.id in some]):
        kept = [replace(t, why=f"counts {t.group} alone") if t.line.id in some else t for t in found]
    elif some:
        remarks.append(f"{MIXED}: {_listed(shares)}")
    made = weighed(told.event, kept, outcome, told.settings)
    return remarked(made, [*remarks, *_beyond(made, shares)])


def _named(term: Term, known: Groups) -> Term:
    own = known.counted(term)
    return replace(term, group=" and ".join(name_of(s) for s in sorted(own))) if own else term


def _disjoint(shares: Sequence[_Share], known: Groups) -> bool:
    """Whether these are two groups or more, each in numbers, and no two of them can be the same people."""

    def others(a: _Share, b: _Share) -> bool:
        few, many = sorted((_size(a.figure), _size(b.figure)))
        return disjoint(a.side, b.side, known) or (apart(a.side, b.side) and many >= UNLIKE * few)

    told = not any({PLURAL, VAGUE} & set(s.figure.flags) for s in shares)  # several of a group add nothing that can be counted
    return len(shares) > 1 and told and all(others(a, b) for a, b in combinations(shares, 2))


def _hold(firm: Sequence[Term], some: Sequence[Term]) -> bool:
    """Whether the lines that count everybody leave room for the figure of each group."""
    most = max(t.phrase.most for t in firm if t.phrase is not None)
    return all(t.phrase is None or t.phrase.least <= most for t in some)


def _short(every: Sequence[Term], shares: Sequence[_Share]) -> bool:
    """Whether somebody counts more people in all than there are in the groups."""
    most = _added([s.figure.high for s in shares])
    return most is not None and any(t.phrase is not None and t.phrase.least > most for t in every)


def _summed(told: Told, found: Sequence[Term], outcome: Outcome, shares: Sequence[_Share]) -> Estimate:
    """The sum of the groups: each end that of their ends, as if all were high or all low, which is as wide as it can be.

    It is no better anchored than the weakest of them.
    """
    best, low, high, low50, high50, least, most = (_added([getattr(s.figure, name) for s in shares]) for name in _FIELDS)
    on = {g.line for s in shares for g in s.figure.grounds if g.used}
    copies = told.settings.count_copies
    return Estimate(
        event=told.event.id,
        outcome=outcome,
        best=best,
        low=low,
        high=high,
        low50=low50,
        high50=high50,
        least=least,
        most=most,
        lines=sum(max(1, len(t.line.documents)) if copies else 1 for t in found if t.line.id in on),
        claims=len({c.id for t in found for c in t.claims}),
        level=min((s.figure.level for s in shares), key=_LEVELS.index),
        grounds=tuple(_ground(t, shares, best) for t in found),
        flags=tuple(sorted({_sum_of(shares), *(f for s in shares for f in s.figure.flags)})),
        as_of=told.settings.as_of,
    )


def _ground(term: Term, shares: Sequence[_Share], best: int | None) -> Ground:
    """What one line does to a sum: as much as to the group that it counts."""
    bare = ground(term, None, None)
    own = [(s.figure.best, g) for s in shares for g in s.figure.grounds if g.line == term.line.id and g.used]
    pulls = [(n, g.pull) for n, g in own if n is not None and g.pull is not None]
    if not term.used or best is None or not own or len(pulls) < len(own):
        return bare
    left = best - sum(n + 1 - (n + 1) / exp(p) for n, p in pulls)
    pull = ratio(best, max(0.0, left))
    return replace(bare, pull=round(pull, 4), percent=round(100 * (exp(pull) - 1), 1))


def _beyond(made: Estimate, shares: Sequence[_Share]) -> list[str]:
    """A remark where the least said of groups is more than the most said of the whole; fallen attackers are no part of it."""
    told = [s for s in shares if s.side[1] != "armed-group"]
    if len(told) < 2 or not all(apart(a.side, b.side) for a, b in combinations(told, 2)):
        return []
    least = sum(s.figure.least or 0 for s in told)
    return [f"groups exceed the whole: {_listed(told)}"] if made.most is not None and least > made.most else []


def _part(share: _Share) -> Part:
    nation, role = share.side
    e = share.figure
    return Part(
        group=name_of(share.side),
        nation=nation or None,
        role=role or None,
        best=e.best,
        low=e.low,
        high=e.high,
        low50=e.low50,
        high50=e.high50,
        level=e.level,
        lines=tuple(g.line for g in e.grounds if g.used),
        claims=share.claims,
    )


def _sum_of(shares: Sequence[_Share]) -> str:
    return f"{SUM}: {_listed(shares)}"


def _listed(shares: Sequence[_Share]) -> str:
    return ", ".join(f"{name_of(s.side)} {persons(s.figure.low, s.figure.best, s.figure.high)}" for s in shares)


def _added(ns: Sequence[int | None]) -> int | None:
    known = [n for n in ns if n is not None]
    return sum(known) if len(known) == len(ns) else None


def _size(figure: Estimate) -> int:
    return next((n for n in (figure.best, figure.low, figure.high) if n is not None), 0)
