"""What does a bare number count: whose unit does it share, as in "12 guards fell on Monday and 15 on Tuesday"?

Only the unit is carried over; the figure keeps no noun, for whom it counts is settled by the parse.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.packs import table
from sayso.reading.quantities.figures import Figure
from sayso.reading.words.plurals import singular

_LINK = re.compile(r"(?:\band|\bbut|\bto|\bfrom|\bthan|\bagainst|\bwith|\bor)\s\Z", re.IGNORECASE)
"""Words right before a bare number that set it beside the one before."""
_ENDS = re.compile(r"[.!?;:]\s|\n")
_ONE_OR_TWO = re.compile(r"\b(?:an?|another|one)\s+([a-z]+)\s+or\s\Z", re.IGNORECASE)
_REACH, _NEAR, _TWO = 120, 40, 2
"""Characters between two numbers that may share a unit, and before "two" for the noun of "a day or two"."""


def shared_units(text: str, figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures in their order, where a bare one has the unit of the one before it that it stands beside."""
    before: Figure | None = None
    for figure in figures:
        told = _one_or_two(text, figure) if _bare(figure) else figure
        if before is not None and _bare(told):
            told = _beside(text, before, told)
        if told.kind in {"count", "measure"}:
            before = told
        yield told


def _bare(figure: Figure) -> bool:
    return figure.kind == "count" and figure.unit is None and figure.noun is None and bool(figure.stated)


def _beside(text: str, before: Figure, figure: Figure) -> Figure:
    """A bare figure with the unit of the one before it in its sentence; the dead and the wounded are no unit."""
    start = figure.span[0]
    between = text[before.span[1] : start]
    if before.unit is None or before.unit in _outcomes() or len(between) > _REACH:
        return figure
    if _LINK.search(text, max(before.span[1], start - _NEAR), start) is None or _ENDS.search(between):
        return figure
    if before.kind == "measure":
        moved = between.rstrip().lower().endswith((" to", " from", " than"))
        return replace(figure, unit=before.unit, kind="measure") if moved else figure
    return replace(figure, unit=before.unit)


def _one_or_two(text: str, figure: Figure) -> Figure:
    """One or two of the noun before it: "another guard or two"."""
    if figure.best != _TWO:
        return figure
    match = _ONE_OR_TWO.search(text, max(0, figure.span[0] - _NEAR), figure.span[0])
    if match is None:
        return figure
    return replace(figure, unit=singular(match[1]), low=1, best=None, high=2, wording="range", stated=(1, 2))


def _outcomes() -> frozenset[str]:
    return frozenset(table("numbers", "nouns")["nominal"]) | {"other"}
