"""What in the claims of an event is hard to believe as it stands? Remarks with both sides of each, that take no side.

A remark never changes a number and never drops a claim: each of these can be true. They say where a careful reader looks first.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sayso.model import Attribution, Claim, Event, Outcome
from sayso.weighing.evidence import day
from sayso.weighing.groups import Side, apart, name_of, side_of
from sayso.wording import persons

Remark = tuple[Outcome, str]
"""The outcome whose figures a remark is on, and the remark, a sentence."""

ZONES = timedelta(days=1)
"""By how much a report may seem to come before its event. **Source:** civil clocks differ by up to 26 hours, UTC+14 to -12."""
_HARM: tuple[Outcome, ...] = ("killed", "wounded", "casualties", "missing", "captured")
_BOTH: tuple[Outcome, ...] = ("killed", "wounded")
_FIRM = frozenset({"happened", "ongoing"})
_UNSAID = frozenset({"denies", "doubts", "retracts", "forecasts"})

Days = Mapping[str, str]
"""The ISO day or time of publication of each document, by its id."""


def implausible(event: Event, claims: Sequence[Claim], days: Days) -> tuple[Remark, ...]:
    """The remarks on the claims of one event, each once, in order: neither the order of claims nor that of documents matters.

    Only claims with a figure that its speaker stands by are looked at. `days` are the days of publication, by document.
    """
    told = sorted((c for c in claims if _stands(c)), key=lambda c: (day(c, days) or "", c.document, c.span, c.id))
    found = [*_absent(told, days), *_swapped(told), *_parts(told), *_falling(told, days), *_too_early(event, told, days)]
    return tuple(sorted(set(found)))


def _stands(c: Claim) -> bool:
    if c.quantity is None or c.quantity.wording == "plural" or c.outcome not in _HARM:
        return False
    return c.status in _FIRM and c.said_by[0].stance not in _UNSAID


def _absent(told: Sequence[Claim], days: Days) -> Iterable[Remark]:
    """Figures that a report has from an outlet whose own reports, out by then, give the outcome only with others, or not at all.

    **Source:** a toll that its cited report lacks is the commonest complaint about lists of sources; a figure is found where the
    two intervals meet, so that "at least 14" is found in 14.
    """
    here, published = _by_document(told), _outlets(told)
    for c in told:
        for step in c.said_by[:-1]:
            cited = [d for d in _reports(step, published) if d != c.document and _out(d, c, days)]
            given = [o for d in cited for o in here[d] if o.outcome == c.outcome]
            if cited and not any(_meet(c, o) for o in given):
                tell = f"gives {_listed(given)}" if given else f"has no figure for {c.outcome}"
                yield c.outcome, f"absent from the report it cites: {_by(c)} has {_said(c)} from {step.name}, which {tell}"


def _outlets(told: Sequence[Claim]) -> dict[str, list[str]]:
    """The reports of each outlet, by its source and by its name."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for c in told:
        for key in _keys(c.said_by[-1]) if c.said_by[-1].kind == "outlet" else ():
            found[key][c.document] = None
    return {key: list(documents) for key, documents in found.items()}


def _reports(step: Attribution, published: Mapping[str, Sequence[str]]) -> list[str]:
    """The reports of the outlet that a step names."""
    return list(dict.fromkeys(d for key in _keys(step) for d in published.get(key, ())))


def _keys(step: Attribution) -> tuple[str, ...]:
    """What a source is known by: its id, and its name in lower case."""
    return tuple(k for k in (step.source, step.name.casefold()) if k)


def _out(document: str, citing: Claim, days: Days) -> bool:
    """Whether a report was out when another one cited it; what is not known is not held against anybody."""
    here, there = days.get(citing.document), days.get(document)
    return here is not None and there is not None and there[:10] <= here[:10]


def _swapped(told: Sequence[Claim]) -> Iterable[Remark]:
    """Killed and wounded of one source, or of a cited report, that another report gives the other way round.

    **Source:** a slip of copying: both numbers agree, and only what they count does not.
    """
    here = _by_document(told)
    pairs: dict[tuple[int, int], list[str]] = defaultdict(list)
    for d, claims in here.items():
        dead, hurt = (_numbers(claims, o) for o in ("killed", "wounded"))
        for pair in ((k, w) for k in dead - hurt for w in hurt - dead):
            pairs[pair].append(d)
    for (few, many), mine in pairs.items():
        theirs = pairs.get((many, few), ()) if few < many else ()
        for a, b in ((a, b) for a in mine for b in theirs if _akin(here[a], here[b])):
            words = f"{_by(here[a][0])} has {few:,} killed and {many:,} wounded, {_by(here[b][0])} the other way round"
            yield from ((outcome, f"swapped outcomes: {words}") for outcome in _BOTH)


def _akin(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """Whether two reports have one source, or one of them has a figure from the other."""
    mine, theirs = ({k for c in claims for s in c.said_by[:-1] for k in _keys(s)} for claims in (a, b))
    outlets = [{k for c in claims for k in _keys(c.said_by[-1])} for claims in (a, b)]
    return bool(mine & theirs or mine & outlets[1] or theirs & outlets[0])


def _parts(told: Sequence[Claim]) -> Iterable[Remark]:
    """Parts that together are more than the figure that includes them; only of people whose nation or role tells them apart."""
    by_id = {c.id: c for c in told}
    sides: dict[str, dict[Side, int]] = defaultdict(dict)
    for c in told:
        whole, side = by_id.get(c.part_of or ""), side_of(c)
        least = c.quantity.low if c.quantity is not None else None
        if whole is not None and whole.outcome == c.outcome and side is not None and least is not None:
            sides[whole.id][side] = max(least, sides[whole.id].get(side, 0))
    for key, found in sides.items():
        whole, parts = by_id[key], _others(found)
        most, total = (whole.quantity.high if whole.quantity is not None else None), sum(parts.values())
        if len(parts) > 1 and most is not None and total > most:
            told_of = ", ".join(f"{n:,} {name_of(side)}" for side, n in sorted(parts.items()))
            yield whole.outcome, f"a total below its parts: {_by(whole)} gives {most:,}, of whom {told_of}, which is {total:,}"


def _others(found: Mapping[Side, int]) -> dict[Side, int]:
    """Groups that are all of other people than one another, the greatest first."""
    kept: dict[Side, int] = {}
    for side, n in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        if all(apart(side, other) for other in kept):
            kept[side] = n
    return kept


def _falling(told: Sequence[Claim], days: Days) -> Iterable[Remark]:
    """A running total of one source since one start that is lower than on an earlier day.

    **Source:** a count of what has happened since a day cannot fall; who lowers one corrects it, or counts something else.
    """
    runs: dict[tuple[str, Outcome, str | None, str], list[Claim]] = defaultdict(list)
    for c in told:
        if c.scope == "total" and c.part_of is None and c.said_by[0].source is not None:
            start = c.when.first.isoformat() if c.when is not None else ""
            runs[c.said_by[0].source, c.outcome, c.group.nation if c.group is not None else None, start].append(c)
    for claims in runs.values():
        top = claims[0]
        for c in claims[1:]:
            then, now = day(top, days), day(c, days)
            if then is not None and now is not None and then < now and _below(c, top):
                yield (
                    c.outcome,
                    f"a running total falls: {c.said_by[0].name} gives {_said(c)} on {now} after {_said(top)} on {then}",
                )
            top = max((top, c), key=lambda o: (o.quantity.low or 0) if o.quantity is not None else 0)


def _too_early(event: Event, told: Sequence[Claim], days: Days) -> Iterable[Remark]:
    """Figures told before the day of which they tell: that of the claim or, where it names none, of the event."""
    for c in told:
        about, at = c.when or event.when, day(c, days)
        if about is not None and at is not None and about.first - date.fromisoformat(at) > ZONES:
            yield c.outcome, f"dated before its event: {_by(c)} gives {_said(c)} on {at}, of what happened on {about.first}"


def _by_document(told: Sequence[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for c in told:
        found[c.document].append(c)
    return found


def _meet(a: Claim, b: Claim) -> bool:
    """Whether two figures can be the same: their intervals meet; an open end reaches any number."""
    return not (_below(a, b) or _below(b, a))


def _below(a: Claim, b: Claim) -> bool:
    """Whether the most that one claim leaves is less than the least of the other."""
    most, least = (a.quantity.high if a.quantity else None), (b.quantity.low if b.quantity else None)
    return most is not None and least is not None and most < least


def _numbers(claims: Iterable[Claim], outcome: str) -> set[int]:
    return {n for c in claims if c.outcome == outcome and c.quantity is not None for n in c.quantity.stated if n}


def _by(c: Claim) -> str:
    """The outlet of a claim or, where none is named, its nearest speaker."""
    return c.said_by[-1].name or c.said_by[0].name or "a report without a name"


def _said(c: Claim) -> str:
    q = c.quantity
    return "no figure" if q is None else persons(q.low, q.best, q.high)


def _listed(claims: Sequence[Claim]) -> str:
    return ", ".join(dict.fromkeys(_said(c) for c in claims))
