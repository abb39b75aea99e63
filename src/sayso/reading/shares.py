"""How many is a share of a stated whole: "a third of the 60 passengers", "most of the 30", "all but two of the 12"?

Only where part and whole stand together; else a share is a fraction of nobody knows how many.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from sayso.reading.figures import Figure
from sayso.reading.wordings import CHANGES

_TO_WHOLE = re.compile(
    r"\s+(?:of\s+)?(?:(?:all|the|its|their|his|her|our|those|these|an?|some|remaining|combined)\s+){0,3}\Z", re.IGNORECASE
)
"""What stands between a share and its whole."""
_MOST = re.compile(
    r"\b(?:most|(?:the|a)\s+(?:(?:vast|great|large|clear|overwhelming)\s+)?majority|the\s+bulk)\s+of\s+"
    r"(?:(?:the|its|their|his|her|our|those|these)\s+)\Z",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(r"\ball\s+but\s\Z", re.IGNORECASE)
_REACH, _SHORT, _HUNDRED = 40, 12, 100
"""Characters before a whole in which its share is looked for."""
_MANY = 1000
"""A share is turned into a fraction with a denominator up to this, so that a third of 60 is 20 and not 19.99."""


def shared(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, where a share of a stated whole has its number of persons and the span of that whole."""
    for k, figure in enumerate(figures):
        whole = figures[k + 1] if k + 1 < len(figures) else None
        yield figure if whole is None else _of(text, figure, whole)
        if figure.kind == "count" and text[max(0, figure.span[0] - _SHORT) : figure.span[0]].count(" of "):
            most = _most(text, figure)
            if most is not None:
                yield most


def _of(text: str, figure: Figure, whole: Figure) -> Figure:
    """A share with the number it makes of the whole behind it; any other figure as it is."""
    if whole.kind != "count" or (whole.low is None and whole.high is None) or isinstance(figure.value, tuple):
        return figure
    if figure.kind == "count":
        return _all_but(text, figure, whole)
    if figure.kind not in {"fraction", "percent"} or not _TO_WHOLE.match(text[figure.span[1] : whole.span[0]][:_REACH]):
        return figure
    part = Fraction(figure.value).limit_denominator(_MANY) / (_HUNDRED if figure.kind == "percent" else 1)
    if not 0 < part <= 1:
        return figure
    low, best, high = (None if n is None else part * n for n in (whole.low, whole.best, whole.high))
    least, most = None if low is None else floor(low), None if high is None else ceil(high)
    change = CHANGES[figure.wording]
    if change == ">":
        least = least + 1 if figure.wording == "more than" and least is not None else None if low is None else ceil(low)
        best, most = None, whole.high
    elif change == "<":
        most = most - 1 if figure.wording == "fewer than" and most is not None else None if high is None else floor(high)
        least, best = None, None
    elif change == "~" and best is not None:
        least, most = floor(best * Fraction(9, 10)), ceil(best * Fraction(11, 10))
    return replace(
        figure,
        low=least,
        best=None if best is None else round(best),
        high=most,
        noun=whole.noun,
        unit=figure.unit or whole.unit,
        wording="share" if figure.wording == "exact" else figure.wording,
        stated=(),
        whole=whole.span,
    )


def _all_but(text: str, figure: Figure, whole: Figure) -> Figure:
    """What is left of a whole: "all but two of the 12 guards"."""
    start = figure.span[0]
    opening = _ALL_BUT.search(text, max(0, start - _SHORT), start)
    together = opening is not None and _TO_WHOLE.match(text[figure.span[1] : whole.span[0]][:_REACH])
    if opening is None or not together or figure.best is None or whole.best is None or figure.best > whole.best:
        return figure
    left = whole.best - figure.best
    span = opening.start(), figure.span[1]
    told = replace(figure, span=span, value=left, low=left, best=left, high=left, wording="share", stated=(), whole=whole.span)
    return replace(told, noun=whole.noun, unit=whole.unit)


def _most(text: str, whole: Figure) -> Figure | None:
    """More than half of a whole: "most of the 30 guards"; it stands before its whole in the text."""
    opening = _MOST.search(text, max(0, whole.span[0] - _REACH), whole.span[0])
    if opening is None or whole.low is None:
        return None
    word = opening.group().split(" of ", 1)[0].rstrip()
    return Figure(
        span=(opening.start(), opening.start() + len(word)),
        value=0.5,
        low=whole.low // 2 + 1,
        high=whole.high,
        change=">",
        wording="most",
        noun=whole.noun,
        unit=whole.unit,
        kind="fraction",
        whole=whole.span,
    )
