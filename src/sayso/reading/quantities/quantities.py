"""Which numbers does a text give, how are they worded, and what do they count?

The numbers are read one by one, ranges are joined, and each is bounded by the words around it.
"""

import re
from dataclasses import replace
from functools import cache

from sayso.packs import table
from sayso.reading.quantities.counted import Noun, counted
from sayso.reading.quantities.ellipses import shared_units
from sayso.reading.quantities.figures import Change, Figure, Figuring, Number
from sayso.reading.quantities.pieces import Piece, pieces
from sayso.reading.quantities.ranges import joined
from sayso.reading.quantities.shares import shared
from sayso.reading.quantities.wordings import CHANGES, Bound, behind, bound, reading

__all__ = ["Figure", "find"]


def find(text: str, convention: str = "default") -> tuple[Figure, ...]:
    """The figures of a text, sorted by span and disjoint.

    `convention` names the table of the pack that says what "dozens" and the like mean: default, acled, ucdp, airwars or
    survey.

    Raises:
        ContractError: the pack has no such convention.

    """
    found: list[Figure] = []
    past = 0
    for piece in joined(text, pieces(text, convention)):
        figure = _figure(text, piece)
        if figure.span[1] <= past:
            continue
        if figure.span[0] < past:
            figure = replace(figure, span=(past, figure.span[1]))
        both = _between(text, found[-1], figure) if found else None
        if both is not None:
            found[-1] = both
        else:
            found.append(_again(text, found[-1], figure) if found else figure)
        past = figure.span[1]
    return tuple(sorted(shared(text, tuple(shared_units(text, found))), key=lambda f: f.span))


_OR = re.compile(r",?\s+or\s+\Z")


def _again(text: str, before: Figure, figure: Figure) -> Figure:
    """The figure, leaning as the one that it says in another unit: "fell 190 points, or 0.6%", "over 100 km (60 miles)"."""
    if figure.change != "=" or before.change == "=" or before.unit == figure.unit or figure.kind == "count":
        return figure
    gap = text[max(before.span[1], before.noun[1] if before.noun is not None else 0) : figure.span[0]]
    converted = gap == " (" and before.kind == figure.kind == "measure"
    restated = before.change in {"up", "down"} and _OR.match(gap)
    return replace(figure, change=before.change) if converted or restated else figure


def _between(text: str, first: Figure, second: Figure) -> Figure | None:
    """One range of two bounds of one number: "more than 20 but fewer than 30 men"; None where they are of two."""
    if {first.change, second.change} != {"<", ">"} or first.noun is not None or first.kind != second.kind:
        return None
    least, most = (first, second) if first.change == ">" else (second, first)
    if not (least.stated and most.stated and least.stated < most.stated) or first.unit not in {None, second.unit}:
        return None
    joins = _JOINS.fullmatch(text, first.span[1], second.span[0])
    if joins is None or (joins["and"] is None and second.noun is not None):
        return None  # "kills at least 20, up to 30 wounded"
    ends = least.stated[0], most.stated[0]
    span = first.span[0], second.span[1]
    return replace(second, span=span, value=ends, low=least.low, high=most.high, change="=", wording="range", stated=ends)


_JOINS = re.compile(r",?\s+(?P<and>(?:and|but|yet)\s+)?(?:perhaps\s+|possibly\s+)?")
_MORE = re.compile(r"\smore\b(?!\s+than)", re.IGNORECASE)
_UNBOUND: frozenset[Figuring] = frozenset({"time", "other", "ordinal"})
_POWERS = frozenset({"tens", "hundreds", "thousands", "lakhs", "millions", "billions"})
_NAMES = {"a few": "few", "a handful of": "handful", "a number of": "some", "hundred": "hundreds", "thousand": "thousands"} | {
    "dozen": "dozens",
    "score": "scores",
    "million": "millions",
    "billion": "billions",
}


def _figure(text: str, piece: Piece) -> Figure:
    kind: Figuring = "count" if piece.measure is None else piece.measure.kind
    if kind in _UNBOUND and not (piece.measure is not None and piece.measure.unit):
        low, best, high = reading("exact", piece.value)
        return Figure(span=(piece.span[0], piece.end), value=_value(piece), low=low, best=best, high=high, kind=kind)
    if piece.form == "zero":
        noun, unit = _counted(piece.noun, piece.span[1])
        return Figure(span=piece.span, value=0, low=0, best=0, high=0, wording="none", stated=(0,), noun=noun, unit=unit)
    end = piece.span[1] if kind == "fraction" else max(piece.end, piece.span[1])
    edges = bound(text, piece.span[0] if piece.opens is None else piece.opens, end)
    counts = piece.noun
    if piece.measure is None and edges.end > piece.span[1] and (counts is None or counts.span[0] < edges.end):
        counts = counted(text, edges.end)
    noun, unit = _counted(counts, edges.end)
    if noun is not None and edges.wording == "exact" and (wording := behind(text, noun[1])) != "exact":
        edges = replace(edges, wording=wording)
    figure = Figure(
        span=(edges.start, edges.end),
        value=_value(piece),
        noun=noun,
        unit=piece.measure.unit if piece.measure is not None and piece.measure.unit else unit,
        kind=kind,
        extra=edges.extra or (counts.more if counts is not None else _MORE.match(text, edges.end) is not None),
    )
    if piece.form == "vague":
        return _vaguely(figure, piece, edges)
    return _ranging(text, figure, edges) if piece.last is not None else _exactly(text, figure, edges)


def _vaguely(figure: Figure, piece: Piece, edges: Bound) -> Figure:
    """A vague word; one that bounds it from above ("up to several hundred") leaves its lower end open."""
    word = piece.word or ""
    last = word if word in _NAMES else word.split()[-1]
    low, high = int(piece.value), None if piece.last is None else int(piece.last)
    change = CHANGES[edges.wording]
    if change == "<":
        return replace(figure, high=high, change=change, wording=_NAMES.get(last, last))
    return replace(figure, low=low, high=None if change == ">" else high, change=change, wording=_NAMES.get(last, last))


def _ranging(text: str, figure: Figure, edges: Bound) -> Figure:
    low, high = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)
    change = CHANGES[edges.wording]
    path = text[figure.span[0] : figure.span[0] + 5].lower() == "from "  # "fell from 9 to 7": the ends of a way, not its length
    if change == "=" and not path:
        change = _direction(text, figure) or change
    if isinstance(low, int) and isinstance(high, int) and 0 <= low <= high:
        least, most = (None if change == "<" else low), (None if change == ">" else high)
        return replace(figure, low=least, high=most, change=change, wording="range", stated=(low, high))
    return replace(figure, change=change, wording="range")


def _exactly(text: str, figure: Figure, edges: Bound) -> Figure:
    n = figure.value if not isinstance(figure.value, tuple) else figure.value[0]
    size = abs(n) if figure.kind == "count" else n
    low, best, high = reading(edges.wording, size)
    change = CHANGES.get(edges.wording, "=")
    if edges.wording == "exact":
        change = _direction(text, figure) or change
    stated = (int(size),) if isinstance(size, int) and size >= 0 else ()
    return replace(figure, low=low, best=best, high=high, change=change, wording=edges.wording, stated=stated)


def _counted(noun: Noun | None, end: int) -> tuple[tuple[int, int] | None, str | None]:
    """The span of the counted noun, where it stands after the figure, and its normalised text."""
    if noun is None:
        return None, None
    return (noun.span if noun.span[0] >= end else None), noun.unit


def _value(piece: Piece) -> Number | tuple[Number, Number]:
    """The number or the range; a vague power of ten spans up to the next one."""
    if piece.last is not None:
        return piece.value, piece.last
    if piece.form == "vague" and (piece.word or "").split()[0] in _POWERS:
        return piece.value, piece.value * 10
    return piece.value


def _direction(text: str, figure: Figure) -> Change | None:
    """Up or down, by a verb right before the number; of a count only with "by", as losses are no fall."""
    if figure.kind in {"age", "fraction", "other"}:
        return None
    start = figure.span[0]
    words = text[max(0, start - 32) : start].lower().split()
    by = words[-1:] == ["by"]
    if figure.kind == "count" and not by:
        return None
    at = words[-2:-1] if by else words[-1:]
    return _directions().get(at[0].lstrip("(")) if at else None


@cache
def _directions() -> dict[str, Change]:
    directions = table("numbers")["direction"]
    both: dict[str, Change] = dict.fromkeys(directions["up"], "up")
    both.update(dict.fromkeys(directions["down"], "down"))
    return both
