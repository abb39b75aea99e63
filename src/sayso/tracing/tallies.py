"""What is a line's last word: its origin's own latest figure for each outcome?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.model import Claim, Outcome, Tally
from sayso.tracing.evidence import Draft
from sayso.tracing.reports import Report
from sayso.tracing.voices import voice

_SECOND_HAND = frozenset({"verbatim", "rewrite", "paraphrase", "circular"})

_COUNTED = frozenset({"happened", "ongoing"})
_NOT_SAID = frozenset({"denies", "doubts"})

_ADDS = re.compile(r"(?:\s+[\w'\u2019-]+){1,4},?\s+(?:and|plus|as well as|along with)\s+(?:[\w'\u2019-]+\s+){0,2}")
"""What stands between two figures that are added: the noun of the first, and the word that adds."""

Figure = tuple[int | None, int | None, int | None]
Told = tuple[int, Sequence[Claim]]
"""What a report, by its number, gives on a line."""


def tallies(draft: Draft, reports: Sequence[Report]) -> tuple[Tally, ...]:
    """One figure for each outcome, the one that was new last: retelling an old figure later does not bring it back.

    What was counted speaks, what is feared, foretold, doubted or denied only where nothing was: "12 are dead, the toll may reach
    60" stands by 12, and "21 are dead; nothing bears out the ministry's 40" by 21.
    The origin's own tellings speak; copies only for outcomes that these lack. A figure that its source has replaced by another
    one on this line is nobody's last word.
    """
    gone = _replaced([c for t in draft.tellings for c in t.claims])
    direct = [t for t, r in zip(draft.tellings, draft.hows, strict=True) if not (r.how in _SECOND_HAND or r.borrowed)]
    named: list[Told] = [(t.report, [c for c in t.claims if not voice(c).own]) for t in direct]
    found: dict[Outcome, Figure] = {}
    ranked: tuple[list[Told], ...] = (
        named,
        [(t.report, t.claims) for t in direct],
        [(t.report, t.claims) for t in draft.tellings],
    )
    counted: list[list[Told]] = [[(n, [c for c in claims if _counts(c)]) for n, claims in tellings] for tellings in ranked]
    for tellings in (*counted, *ranked):
        by_report: dict[int, list[Claim]] = defaultdict(list)
        for report, claims in tellings:
            by_report[report].extend(c for c in claims if _said(c) not in gone)
        ordered = sorted(by_report.items())
        latest = _latest((claims, reports[report].text) for report, claims in ordered)
        found = {**latest, **found}
    return tuple(Tally(outcome=k, low=f[0], best=f[1], high=f[2]) for k, f in sorted(found.items()))


def _counts(claim: Claim) -> bool:
    """Whether the speaker says that this many were counted: no fear or plan, and no figure of others that it does not believe."""
    return claim.status in _COUNTED and claim.said_by[0].stance not in _NOT_SAID


Said = tuple[str, str, tuple[int | None, ...]]
"""Whose figure of which outcome it is: the nearest speaker, and the numbers as written or the bounds."""


def _replaced(claims: Sequence[Claim]) -> frozenset[Said]:
    """The figures of a line that others on it replace, wherever they are told."""
    by_id = {c.id: c for c in claims}
    return frozenset(_said(by_id[c.revises]) for c in claims if c.revises is not None and c.revises in by_id)


def _said(claim: Claim) -> Said:
    q, by = claim.quantity, claim.said_by[0]
    return by.source or by.name, claim.outcome, () if q is None else q.stated or _of(claim)


def _latest(reports: Iterable[tuple[Sequence[Claim], str]]) -> dict[Outcome, Figure]:
    """For each outcome the figure whose first appearance is the latest."""
    last: dict[Outcome, Figure] = {}
    seen: set[tuple[Outcome, Figure]] = set()
    for claims, text in reports:
        for outcome in sorted({c.outcome for c in claims}):
            figure = _figure([c for c in claims if c.outcome == outcome], text)
            if figure is not None and (outcome, figure) not in seen:
                seen.add((outcome, figure))
                last[outcome] = figure
    return last


def _figure(claims: Sequence[Claim], text: str) -> Figure | None:
    """What one report gives for one outcome: parts and withdrawn figures left out, the dead of both sides added up."""
    whole = [c for c in claims if c.part_of is None and c.quantity is not None and c.status != "denied"]
    firm = [c for c in whole if c.said_by[0].stance != "retracts"] or whole
    if not firm:
        return None
    sides: dict[Side, list[Claim]] = defaultdict(list)
    for claim in firm:
        sides[_side(claim)].append(claim)
    if len(sides) > 1 and ("", "") in sides:
        # A figure for nobody in particular stands beside figures for groups: it is the sum, or one of them said again.
        return max((_largest(cs) for cs in sides.values()), key=_size)
    return max((_sum([_largest(sides[s]) for s in added]) for added in _added(sides, text)), key=_size)


Side = tuple[str, str]
"""The nation and the role of those whom a figure counts, each empty where it is not said."""


def _side(claim: Claim) -> Side:
    group = claim.group
    return ((group.nation or ""), (group.role or "")) if group else ("", "")


def _added(sides: Mapping[Side, Sequence[Claim]], text: str) -> list[tuple[Side, ...]]:
    """The sides whose figures are added: as many as are no two of them the same people, and no more."""
    found: list[tuple[Side, ...]] = []
    for side in sorted(sides):
        joined = [tuple(s for s in them if _apart(s, side, sides, text)) for them in found]
        found = [them for them, left in zip(found, joined, strict=True) if them != left]
        found += [(*them, side) for them in dict.fromkeys(joined or [()])]
    return found


def _apart(a: Side, b: Side, sides: Mapping[Side, Sequence[Claim]], text: str) -> bool:
    """Whether two sides are other people: another nation or role is stated for each, or they stand side by side with "and"."""
    if any(x and y and x != y for x, y in zip(a, b, strict=True)):
        return True
    return any(_beside(x, y, text) for x in sides[a] for y in sides[b])


def _beside(a: Claim, b: Claim, text: str) -> bool:
    """Whether a word that adds stands between two figures of one sentence: "three Kelsans and two soldiers"."""
    spans = sorted(c.quantity.span for c in (a, b) if c.quantity is not None and c.quantity.span is not None)
    if len(spans) < len((a, b)):
        return False
    return _ADDS.fullmatch(text[spans[0][1] : spans[1][0]]) is not None


def _largest(claims: Sequence[Claim]) -> Figure:
    return max((_of(c) for c in claims), key=_size)


def _of(claim: Claim) -> Figure:
    q = claim.quantity
    return (q.low, q.best, q.high) if q else (None, None, None)


def _size(figure: Figure) -> tuple[int, int]:
    low, best, high = figure
    given = [n for n in (best, low, high) if n is not None]
    return (given[0] if given else -1, low if low is not None else -1)


def _sum(parts: Sequence[Figure]) -> Figure:
    columns = list(zip(*parts, strict=True))
    low, best, high = (sum(n for n in c if n is not None) if all(n is not None for n in c) else None for c in columns)
    return low, best, high
