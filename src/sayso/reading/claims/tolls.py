"""What does one document as a whole say of each of its events: the best-supported figure, not the first?"""

import re
from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from sayso.model import Claim, Outcome, Quantity, When, Where
from sayso.packs import table
from sayso.packs.gazetteer import apart
from sayso.reading.claims.persons import EXTRA, WEEK, days_between, described, told_in

OUTCOMES: tuple[Outcome, ...] = ("killed", "wounded", "captured", "missing")

STRETCH = 14
"""Days of a stretch that is of more than one event. Source: as in weighing."""

FAR = 50
"""Kilometres between the reaches of two places that one event is not in. Source: 20 to 150 gave the same on the corpora."""

HEAD = 600
"""Characters at the head of a report, where its event is told: title and first paragraphs. Source: set by hand."""

_DETAILED = 2
"""Tellings of one outcome above which a report goes through its toll one by one. Source: set by hand."""

Bounds = tuple[int | None, int | None, int | None]
"""Low, best and high of a figure."""

_HIDDEN = ("retracts", "denies", "doubts")

_LUMPED = re.compile(r"\b(?:casualt|loss|lost|kill|dead|die)", re.IGNORECASE)
"""Words of a figure that counts the dead among those hit."""

_OTHER = re.compile(r"\bothers?\b", re.IGNORECASE)

_TOLL = re.compile(
    r"\A(?!.*\b(?:since|war|conflict|campaign|offensive|year|month|overall)\b).*\btoll\b", re.IGNORECASE | re.DOTALL
)
"""A toll that is of no longer stretch than the event."""


_ONE_OF = re.compile(r"\A\w+\s+of\b", re.IGNORECASE)
"""Some of those who are told: "one of the five people hurt has died"."""

_OF_THEM = re.compile(r"\A\w+\s+of\s+(?:them|whom|those|the\s+victims)\b", re.IGNORECASE)
"""Some of those who were told right before."""

_NEXT = 200
"""Letters between those hurt and "one of them died". Source: set by hand."""

_SENTENCE = re.compile(r"\b(?:was|were|been|is|are|have|has|had)\b", re.IGNORECASE)
"""Words that a headline leaves out."""

_TITLE = 60
"""Characters from the start within which a headline tells how many. Source: set by hand."""

_HARMED = ("killed", "wounded", "casualties")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """One event of a document: its days, place and figures by outcome; `main` for the one the document is about."""

    main: bool
    when: When | None
    where: Where | None
    figures: tuple[tuple[Outcome, Quantity], ...]


def tolls(claims: Sequence[Claim]) -> tuple[Toll, ...]:
    """The events of one document, the main one first: the one that is told most, and above all at the head of the report.

    Claims of one event are no two of them told apart, by days more than a week apart or by places far from each other.
    """
    groups: list[list[Claim]] = []
    for c in sorted((c for c in _since_dead(claims) if _usable(c)), key=lambda c: (c.span, c.outcome, c.id)):
        home = next((g for g in groups if not any(_apart(o, c) for o in g)), None)
        if home is None:
            groups.append([c])
        else:
            home.append(c)
    ordered = sorted(groups, key=lambda g: (-sum(1 + (c.span[0] < HEAD) for c in g), min(c.span for c in g)))
    return tuple(_toll(g, main=k == 0) for k, g in enumerate(ordered))


def _usable(c: Claim) -> bool:
    return (
        (c.outcome in OUTCOMES or c.outcome == "casualties")
        and c.quantity is not None
        and (c.scope == "event" or _risen(c))
        and c.part_of is None
        and c.status in ("happened", "ongoing")
        and c.said_by[0].stance not in _HIDDEN
    )


def _risen(c: Claim) -> bool:
    """True for the event's own running toll: "two more died, bringing the toll to eight", not "the toll of the war"."""
    short = c.when is None or (c.when.last - c.when.first).days <= 7
    return c.scope == "total" and short and _TOLL.search(c.quote) is not None


def _apart(a: Claim, b: Claim) -> bool:
    """True where two claims tell of other events: by days more than a week apart, or in places far from each other.

    A figure of a whole month or year is of another matter than one of some days: background, not the event.
    """
    if a.where is not None and b.where is not None and _elsewhere(a.where, b.where):
        return True
    if a.when is None or b.when is None:
        return False
    if _long(a.when) != _long(b.when):
        return True
    return days_between(a.when, b.when) > WEEK


def _long(when: When) -> bool:
    return (when.last - when.first).days >= STRETCH


def _elsewhere(a: Where, b: Where) -> bool:
    """True where two places, as far as they reach, are more than `FAR` kilometres apart."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return apart(a.lat, a.lon, b.lat, b.lon) > FAR + (a.radius or 0) + (b.radius or 0)


def _toll(claims: Sequence[Claim], *, main: bool) -> Toll:
    every = _beside_the_dead(_outspoken(claims))
    group = [c for c in every if not _among_them(c, every)]
    shot, hurt = (_numbers(group, o) for o in ("casualties", "wounded"))
    figures = [
        (o, q)
        for o in OUTCOMES
        if (q := _figure([c for c in group if c.outcome == o], again=shot if o == "wounded" else ())) is not None
    ]
    figures = [(o, _nth(q, group) if o == "killed" else q) for o, q in figures]
    dead = next((q for o, q in figures if o == "killed"), None)
    # "340 casualties" alone may all have died; five who "were shot" and are not said to have died are hurt.
    told_hit = [c for c in group if c.outcome == "casualties" and (dead is not None or not _LUMPED.search(c.quote))]
    hit = _figure(told_hit, again=hurt)
    rest = _rest(hit, dead) if hit is not None else None
    told = next((q for o, q in figures if o == "wounded"), None)
    least = None if told is None else told.best if told.best is not None else told.low
    if rest is not None and rest.best is not None and (told is None or (least is not None and least < rest.best)):
        # "five were shot; one had a graze": the five are the hurt.
        figures = [(o, q) for o, q in figures if o != "wounded"] + [("wounded", rest)]
    dated = next((c for c in group if c.when is not None), group[0])
    placed = next((c for c in group if c.where is not None), group[0])
    return Toll(main=main, when=dated.when, where=placed.where, figures=tuple(figures))


def _outspoken(group: Sequence[Claim]) -> list[Claim]:
    """The claims without a headline's "at least 30" that nobody repeats, where somebody in the body gives the number."""
    return [c for c in group if not (_opening(c) and _given_below(c, group))]


def _opening(c: Claim) -> bool:
    """True for an open number of several in the outlet's own first words."""
    open_ended = c.quantity is not None and c.quantity.best is None and (c.quantity.low or 0) > 1
    return (
        open_ended
        and c.span[0] < _TITLE
        and not _SENTENCE.search(c.quote)
        and c.said_by[0].kind == "outlet"
        and c.outcome in _HARMED
    )


def _given_below(c: Claim, group: Sequence[Claim]) -> bool:
    below = [o.quantity for o in group if o.outcome == c.outcome and o.span > c.span and o.quantity is not None]
    said = any((o.quantity.best or 0) > 1 for o in group if _told_by_somebody(o, c) and o.quantity is not None)
    return said and all(_least(q) != (c.quantity.low if c.quantity is not None else None) for q in below)


def _told_by_somebody(o: Claim, c: Claim) -> bool:
    return o.outcome == c.outcome and o.span > c.span and o.said_by[0].kind != "outlet" and EXTRA not in o.flags


def _nth(dead: Quantity, group: Sequence[Claim]) -> Quantity:
    """The dead, whom "a third worker has died" makes three where two are told, or nobody else is."""
    n = max((_ordinal(c) for c in group if c.outcome == "killed"), default=0)
    others = any(c.outcome in ("wounded", "casualties") for c in group) or sum(c.outcome == "killed" for c in group) > 1
    if n < 2 or dead.best is None or not (dead.best == n - 1 or (dead.best == 1 and not others)):
        return dead
    return Quantity(low=n, best=n, high=n, wording="sum")


def _among_them(c: Claim, group: Sequence[Claim]) -> bool:
    """True for "a second teen has died" behind "two were killed", who is one of the two."""
    n = _ordinal(c) if c.outcome == "killed" else 0
    before = [o.quantity for o in group if o.outcome == "killed" and o.span < c.span and EXTRA not in o.flags]
    return n > 1 and any((q.best or 0) >= n for q in before if q is not None)


def _ordinal(c: Claim) -> int:
    """Which of the dead somebody is, by the first word of a claim: "second worker has died"."""
    return int(table("numbers")["ordinals"].get(c.quote.split(maxsplit=1)[0].lower(), 0))


def _beside_the_dead(group: Sequence[Claim]) -> list[Claim]:
    """The claims, where "one died and five others were hurt" or "were shot" tells of five hurt, on top of the dead only.

    Of a further deed, "then killed two more and hurt three others", they are on top of both.
    """
    out: list[Claim] = []
    dead: list[Bounds] = []
    hurt, before = False, None
    for c in sorted(group, key=lambda c: (c.span, c.outcome, c.id)):
        if EXTRA in c.flags and before is not None and before.outcome == "killed" and c.outcome == "casualties":
            out.append(replace(c, outcome="wounded", flags=()))
        elif EXTRA in c.flags and before is not None and before.outcome == "killed" and c.outcome == "wounded":
            further = EXTRA in before.flags or (hurt and len(set(dead)) > 1 and dead[-1] not in dead[:-1])
            out.append(c if further else replace(c, flags=tuple(f for f in c.flags if f != EXTRA)))
        else:
            out.append(c)
        if c.outcome == "killed" and c.quantity is not None:
            dead.append(_bounds(c.quantity))
        hurt, before = hurt or c.outcome == "wounded", c
    return out


def _since_dead(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, where those of whom one has died since are all who were hit: "one of the five who were hurt has died"."""
    told = sorted((c for c in claims if c.outcome in _HARMED), key=lambda c: (c.span, c.outcome, c.id))
    dead = [d for d in told if d.outcome == "killed" and _ONE_OF.match(d.quote)]
    held = {_several(c) for c, d in product(told, dead) if _holds(c, d)}
    held |= {_several(c) for c, d in pairwise(told) if d in dead and _OF_THEM.match(d.quote) and _near(c, d)}
    return [replace(c, outcome="casualties") if _several(c) and _several(c) in held else c for c in claims]


def _several(c: Claim) -> int:
    """How many are told to be hurt, where they are several; else 0."""
    n = (c.quantity.best or 0) if c.quantity is not None and c.outcome == "wounded" else 0
    return n if n > 1 else 0


def _holds(c: Claim, d: Claim) -> bool:
    return d.span[0] < c.span[0] < d.span[1]


def _near(c: Claim, d: Claim) -> bool:
    """True where the second claim follows the first, and is of fewer people."""
    return 0 <= d.span[0] - c.span[1] < _NEXT and d.quantity is not None and (d.quantity.best or 0) < _several(c)


def _numbers(group: Sequence[Claim], outcome: Outcome) -> frozenset[int]:
    """The numbers of several people that are told of an outcome, those on top of others left out."""
    told = [c.quantity for c in group if c.outcome == outcome and EXTRA not in c.flags and c.quantity is not None]
    return frozenset(q.best for q in told if q.best is not None and q.best > 1)


def _figure(claims: Sequence[Claim], again: Container[int] = ()) -> Quantity | None:
    """The figure told most often, numbers before plurals, then the first; with those told on top of it.

    `again`: numbers that are told of the same people in other words, "four were shot" of four who were hurt.
    """
    tellings = _tellings(claims)
    support: dict[Bounds, list[tuple[int, Quantity]]] = defaultdict(list)
    for at, (q, extra) in enumerate(tellings):
        if not extra:
            support[_bounds(q)].append((at, q))
    extras = [(at, q) for at, (q, extra) in enumerate(tellings) if extra]
    if extras and all(q.best == 0 for group in support.values() for _, q in group):
        # "four guards were also killed; no miners were": the four are the toll, and none of the others.
        return _sum(_each([q for _, q in extras], ()))
    if not support:
        return None
    rivals = _with_whole(_worded(list(support.values())))
    if _joined(claims):
        rivals = [g for g in rivals if g[0][1].best != 1] or rivals
    chosen = min(rivals, key=lambda g: (g[0][1].wording == "plural", g[0][1].best == 0, -len(g), g[0][0]))
    first, base = chosen[0]
    before = [q for at, q in extras if at < first and _least(q) > max(1, _least(base))]
    if before and len(chosen) == 1 and base.best == 1:
        return before[0]  # "three others were hurt" of the dead before them; "one of them walked" is no figure beside it
    later = _each([q for at, q in extras if at > first], support)
    told_again = base.best in again and sum(map(_least, later)) < _least(base) - 1
    if _least(base) > 1 and (len(chosen) > 1 or len(tellings) > _DETAILED or told_again):
        return base  # a toll of several, told again or in detail, holds those who are told one by one
    rest = {c.quantity.best for c in claims if c.quantity is not None and _OTHER.search(c.quote)}
    # "nine were shot … he shot a guard and hit eight others": with the one told before them they are the whole
    whole = rest & {base.best - 1} if base.best is not None else set()
    return _sum([base, *(q for q in later if not (q.best in whole and _least(q) > 1))])


def _each(later: Sequence[Quantity], told: Container[Bounds]) -> list[Quantity]:
    """Those told on top, several of them once each: "three others were hurt" told again is no three more."""
    found: list[Quantity] = []
    for q in later:
        again = _bounds(q) in told or any(_bounds(q) == _bounds(o) for o in found)
        if not (again and _least(q) > 1):
            found.append(q)
    return found


def _worded(groups: list[list[tuple[int, Quantity]]]) -> list[list[tuple[int, Quantity]]]:
    """The figures without vague words that a number explains: "several were killed" goes where "13 were killed" is told."""
    numbers = [q.best for ((_, q), *_) in groups if q.stated and q.best]

    def explained(q: Quantity) -> bool:
        return not q.stated and any((q.low or 0) <= n and (q.high is None or n <= q.high) for n in numbers)

    return [g for g in groups if not explained(g[0][1])]


def _bounds(q: Quantity) -> Bounds:
    return q.low, q.best, q.high


def _least(q: Quantity) -> int:
    return q.best or q.low or 0


def _with_whole(groups: list[list[tuple[int, Quantity]]]) -> list[list[tuple[int, Quantity]]]:
    """The figures without single persons, where the first or second telling gives more: "2 dead" outranks each of the two."""
    whole = [g for g in groups if _least(g[0][1]) > 1 and g[0][1].wording != "plural"]
    main = min(whole, key=lambda g: (-len(g), g[0][0]), default=None)
    if main is None or main[0][0] > 1:
        return groups
    return [g for g in groups if g[0][1].best != 1]


def _joined(claims: Sequence[Claim]) -> bool:
    """True where one told alone is later told among others: "caught a commander … the commander and two men were detained"."""
    alone = [(c, described(c)) for c in claims if c.quantity is not None and c.quantity.best == 1 and EXTRA not in c.flags]
    listed = [(c, described(c) | told_in(c)) for c in claims if c.quantity is not None and c.quantity.wording == "listed"]
    return any(one.span < many.span and mine & theirs for one, mine in alone for many, theirs in listed)


def _rest(hit: Quantity, killed: Quantity | None) -> Quantity | None:
    """Of those hit the ones who were not killed; None where the text does not let them be told apart."""
    if hit.best == 0:
        return hit  # "no civilians were harmed": nobody is wounded, however many fighters were killed
    if hit.best is None or (killed is not None and killed.best is None):
        return None
    rest = hit.best - (killed.best or 0 if killed is not None else 0)
    return Quantity(low=rest, best=rest, high=rest, wording="rest") if rest > 0 else None


def _tellings(claims: Sequence[Claim]) -> list[tuple[Quantity, bool]]:
    """Claims that share their word of harm ("three soldiers and a guide were killed") told together as one sum."""
    out: list[tuple[list[Quantity], bool, int]] = []
    for c in sorted(claims, key=lambda c: c.span):
        if c.quantity is None:
            continue
        extra = EXTRA in c.flags
        if out and c.span[0] < out[-1][2] and not extra:
            if c.quantity.span is None or all(c.quantity.span != q.span for q in out[-1][0]):
                out[-1][0].append(c.quantity)
            out[-1] = (out[-1][0], out[-1][1], max(out[-1][2], c.span[1]))
        else:
            out.append(([c.quantity], extra, c.span[1]))
    return [(_sum(qs), extra) for qs, extra, _ in out]


def _sum(parts: Sequence[Quantity]) -> Quantity:
    """Numbers added bound by bound; a bound that one part leaves open is open."""
    if len(parts) == 1:
        return parts[0]

    def total(values: list[int | None]) -> int | None:
        return None if any(v is None for v in values) else sum(v for v in values if v is not None)

    low = total([q.low if q.low is not None else q.best for q in parts])
    return Quantity(low=low, best=total([q.best for q in parts]), high=total([q.high for q in parts]), wording="sum")
