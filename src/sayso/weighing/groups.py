"""Whose dead are they? The groups that the claims of one outcome tell apart, and the lines cut to each.

Who is not told ("22 people") may be anybody. Less said is taken as the one group that says more ("soldiers" where only those of
one nation are told of); where several do, it may be any of them.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sayso.model import Claim, Line, Outcome, Tally
from sayso.weighing.evidence import NOT_HAPPENED, NOT_SAID, Term, bounds, day, figures

Side = tuple[str, str]
"""The nation and the role of those whom a figure counts, each empty where it is not said."""
Dated = tuple[Mapping[str, Claim], Mapping[str, str]]
"""The claims of an event by id, and the days of publication by document."""
Figure = tuple[int | None, int | None, int | None]
_WORDS = {"military": "soldiers", "civilian": "civilians", "armed-group": "fighters", "police": "police", "": "people"}
_SMALL = frozenset({"and", "of", "the"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """The group of each claim, by id, that tells one; all groups in order; the pairs told side by side, and `gone` claims."""

    of: Mapping[str, Side]
    sides: tuple[Side, ...]
    together: frozenset[frozenset[Side]]
    gone: frozenset[str] = frozenset()

    def counted(self, term: Term) -> frozenset[Side]:
        """The groups that a line's figure counts; none where it may count anybody."""
        told = [c for c in term.claims if _counts(c) and c.part_of is None and c.id not in self.gone]
        same = [c for c in told if bounds(c) == figures(term.tally)]
        own = frozenset(self.of[c.id] for c in same or told if c.id in self.of)
        if all(c.id in self.of for c in same or told):
            return own
        return frozenset(side for side in own if self._of_two_nations(side)) if same else frozenset()

    def _of_two_nations(self, side: Side) -> bool:
        """Whether a group is of one nation and another of another: "the 62 dead" are then no more than the 62 of that nation."""
        return bool(side[0]) and any(other[0] not in {"", side[0]} for other in self.sides)


def groups(lines: Sequence[Line], claims: Sequence[Claim], outcome: Outcome, gone: frozenset[str]) -> Groups | None:
    """The groups of which the claims on lines tell; None unless two of them are other people.

    A claim that is denied, planned or doubted, gives no number, or is `gone` (set aside by a person), tells of none.
    """
    told = [c for c in claims if c.outcome == outcome and c.group is not None]
    if len({(c.group.nation, c.group.role) for c in told if c.group is not None}) < 2:
        return None
    said = {c.id: side for c in told if _counts(c) and c.id not in gone and (side := side_of(c)) is not None}
    if not _differ(set(said.values())):
        return None
    on_lines = {i for line in lines for i in line.claims}
    said = {i: side for i, side in said.items() if i in on_lines}
    known = _resolved(set(said.values()))
    by_id = {c.id: c for c in claims}
    of = _one_name({i: group for i, side in said.items() if (group := known[side]) is not None}, lines, by_id, outcome)
    sides = tuple(sorted(set(of.values())))
    if not _differ(sides):
        return None
    return Groups(of=of, sides=sides, together=_together(of, lines, by_id), gone=gone)


def _together(of: Mapping[str, Side], lines: Sequence[Line], by_id: Mapping[str, Claim]) -> frozenset[frozenset[Side]]:
    """The pairs of groups that one origin tells side by side in one report."""
    told: dict[tuple[str, str], set[Side]] = defaultdict(set)
    for line in lines:
        for i in line.claims:
            if i in of and by_id[i].part_of is None:
                told[line.id, by_id[i].document].add(of[i])
    return frozenset(frozenset(two) for own in told.values() for two in combinations(sorted(own), 2))


def _one_name(of: Mapping[str, Side], lines: Sequence[Line], by_id: Mapping[str, Claim], outcome: Outcome) -> dict[str, Side]:
    """The group of each claim, with one name for two that one line gives to those of one figure: they are the same people."""
    often = Counter(of.values())
    name = {side: side for side in often}
    for line in sorted(lines, key=lambda one: one.id):
        given = next(((t.low, t.best, t.high) for t in line.figures if t.outcome == outcome), None)
        own = {name[of[i]] for i in line.claims if i in of and by_id[i].part_of is None and bounds(by_id[i]) == given}
        if len(own) > 1:
            best = max(own, key=lambda side: (often[side], side))
            name = {side: best if now in own else now for side, now in name.items()}
    return {i: name[side] for i, side in of.items()}


def _differ(sides: set[Side] | tuple[Side, ...]) -> bool:
    return len(sides) > 1 and any(apart(a, b) for a, b in combinations(sorted(sides), 2))


def side_of(claim: Claim) -> Side | None:
    """Whom a claim counts; None where it does not say."""
    group = claim.group
    nation = (group.nation or "").lower() if group is not None else ""
    role = group.role or "" if group is not None else ""
    side = nation, "" if role == "other" else role
    return side if any(side) else None


def _counts(claim: Claim) -> bool:
    """Whether a claim gives a number of what happened."""
    q = claim.quantity
    firm = claim.status not in NOT_HAPPENED and claim.said_by[0].stance not in NOT_SAID
    return firm and q is not None and q.wording != "plural"


def _resolved(told: set[Side]) -> dict[Side, Side | None]:
    """The group that each side is of: itself, the one that says more, or None where it may be any of all."""
    found: dict[Side, Side | None] = {}
    finest = [s for s in told if not any(_says_more(o, s) for o in told)]
    for side in told:
        finer = [f for f in finest if _says_more(f, side)]
        if side in finest or (len(finer) > 1 and any(apart(side, f) for f in finest)):
            found[side] = side
        else:
            found[side] = finer[0] if len(finer) == 1 else None
    return found


def _says_more(a: Side, b: Side) -> bool:
    """Whether a says all that b says, and more."""
    return a != b and all(y in {"", x} for x, y in zip(a, b, strict=True))


def apart(a: Side, b: Side) -> bool:
    """Whether two groups are other people: of another nation or another role, where both say it."""
    return any(x and y and x != y for x, y in zip(a, b, strict=True))


def disjoint(a: Side, b: Side, found: Groups) -> bool:
    """Whether two groups are surely other people: of two nations, or told side by side by one origin in one report.

    Roles alone do not tell that: the dead are fighters to one speaker, and civilians to another.
    """
    return apart(a, b) and (bool(a[0] and b[0] and a[0] != b[0]) or frozenset({a, b}) in found.together)


def name_of(side: Side) -> str:
    """A group in words: "soldiers of North Tovia", "civilians", "people of Kareli"."""
    nation, role = side
    of = " ".join(w if w in _SMALL else w.upper() if len(w) < 3 else w[:1].upper() + w[1:] for w in nation.split())
    return f"{_WORDS[role]} of {of}" if of else _WORDS[role]


def cut(line: Line, outcome: Outcome, side: Side, found: Groups, told: Dated) -> Line | None:
    """A line with nothing but what it says of one group; None where that is nothing."""
    by_id, days = told
    own = [by_id[i] for i in sorted(set(line.claims)) if found.of.get(i) == side]
    if not own:
        return None
    tally = next((t for t in line.figures if t.outcome == outcome), None)
    given = None if tally is None else (tally.low, tally.best, tally.high)
    last = given if given is not None and any(bounds(c) == given for c in own) else _last(own, by_id, days)
    low, best, high = last
    figure = Tally(outcome=outcome, low=low, best=best, high=high)
    return replace(line, claims=tuple(c.id for c in own), figures=(figure,))


def _last(own: Sequence[Claim], by_id: Mapping[str, Claim], days: Mapping[str, str]) -> Figure:
    """The figure for a group that was new last; figures that another one includes or replaces are left out."""
    here, gone = {c.id for c in own}, {c.revises for c in own}
    last = [c for c in own if c.part_of not in here and c.id not in gone] or list(own)
    whole = [c for c in last if c.part_of is None and c.said_by[0].stance != "publishes"]
    whole = whole or [c for c in last if c.part_of is None] or last
    by_day: dict[str, list[Claim]] = defaultdict(list)
    for claim in whole:
        by_day[day(claim, days) or ""].append(claim)
    seen: list[Figure] = []
    for _, claims in sorted(by_day.items()):
        given = _given(max(claims, key=lambda c: (_size(bounds(c)), c.part_of is None, c.id)), by_id)
        if given not in seen:
            seen.append(given)
    return seen[-1]


def _given(claim: Claim, by_id: Mapping[str, Claim]) -> Figure:
    """The figure of a claim; civilians who are named as some of a total are a floor: "22 dead, three of them children"."""
    low, best, high = bounds(claim)
    some = claim.part_of in by_id and claim.group is not None and claim.group.role == "civilian"
    return (low, None, None) if some and low is not None else (low, best, high)


def _size(figure: Figure) -> tuple[int, int]:
    low, best, high = figure
    given = [n for n in (best, low, high) if n is not None]
    return (given[0] if given else -1, low if low is not None else -1)
