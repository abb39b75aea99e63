"""What does one document as a whole say of each of its events: the best-supported figure, not the first?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sayso.model import Claim, Outcome, Quantity, When, Where
from sayso.reading.persons import EXTRA

OUTCOMES: tuple[Outcome, ...] = ("killed", "wounded", "captured", "missing")

_HIDDEN = ("retracts", "denies", "doubts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """One event of a document: its days, place and figures by outcome; `main` for the one the document is about."""

    main: bool
    when: When | None
    where: Where | None
    figures: tuple[tuple[Outcome, Quantity], ...]


def tolls(claims: Sequence[Claim]) -> tuple[Toll, ...]:
    """The events of one document, the main one first."""
    usable = [c for c in claims if _usable(c)]
    if not usable:
        return ()
    groups: list[list[Claim]] = []
    for c in usable:
        home = next((g for g in groups if not _apart(g[0], c)), None)
        if home is None:
            groups.append([c])
        else:
            home.append(c)
    ordered = sorted(groups, key=lambda g: (-len(g), min(c.span for c in g)))
    return tuple(_toll(g, main=k == 0) for k, g in enumerate(ordered))


def row(toll: Toll) -> dict[str, Any]:
    """A toll as plain values: low, best and high by outcome; what the document does not give is absent."""
    figures: dict[str, Any] = {o: {"low": q.low, "best": q.best, "high": q.high} for o, q in toll.figures}
    return {"main": toll.main, **figures}


def _usable(c: Claim) -> bool:
    return (
        (c.outcome in OUTCOMES or c.outcome == "casualties")
        and c.quantity is not None
        and c.scope == "event"
        and c.part_of is None
        and c.status in ("happened", "ongoing", "feared")
        and c.said_by[0].stance not in _HIDDEN
    )


def _apart(a: Claim, b: Claim) -> bool:
    """True where both give days and these are more than a week apart: another event."""
    if a.when is None or b.when is None:
        return False
    return (b.when.first - a.when.last).days > 7 or (a.when.first - b.when.last).days > 7


def _toll(group: Sequence[Claim], *, main: bool) -> Toll:
    figures = [(o, q) for o in OUTCOMES if (q := _figure([c for c in group if c.outcome == o])) is not None]
    hit = _figure([c for c in group if c.outcome == "casualties"])
    rest = _rest(hit, next((q for o, q in figures if o == "killed"), None)) if hit is not None else None
    told = next((q for o, q in figures if o == "wounded"), None)
    least = None if told is None else told.best if told.best is not None else told.low
    if rest is not None and rest.best is not None and (told is None or (least is not None and least < rest.best)):
        # "five were shot; one had a graze": the five are the hurt.
        figures = [(o, q) for o, q in figures if o != "wounded"] + [("wounded", rest)]
    dated = next((c for c in group if c.when is not None), group[0])
    placed = next((c for c in group if c.where is not None), group[0])
    return Toll(main=main, when=dated.when, where=placed.where, figures=tuple(figures))


def _figure(claims: Sequence[Claim]) -> Quantity | None:
    """The figure told most often, numbers before plurals, then the first; with those told on top of it."""
    tellings = _tellings(claims)
    if not tellings:
        return None
    support: dict[tuple[int | None, int | None, int | None], list[tuple[int, Quantity]]] = defaultdict(list)
    for at, (q, extra) in enumerate(tellings):
        if not extra:
            support[q.low, q.best, q.high].append((at, q))
    if not support:
        return _sum([q for q, _ in tellings])
    rivals = _with_whole(list(support.values()))
    chosen = min(rivals, key=lambda g: (g[0][1].wording == "plural", g[0][1].best == 0, -len(g), g[0][0]))
    at, base = chosen[0]
    extras = [q for k, (q, extra) in enumerate(tellings) if extra and k > at]
    return _sum([base, *extras])


def _with_whole(groups: list[list[tuple[int, Quantity]]]) -> list[list[tuple[int, Quantity]]]:
    """The figures without single persons, where the first or second telling gives more: "2 dead" outranks each of the two."""
    whole = [g for g in groups if (g[0][1].best or g[0][1].low or 0) > 1 and g[0][1].wording != "plural"]
    main = min(whole, key=lambda g: (-len(g), g[0][0]), default=None)
    if main is None or main[0][0] > 1:
        return groups
    return [g for g in groups if g[0][1].best != 1]


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
