"""How many is a share of a stated whole: "a third of the 60 passengers", "most of the 30", "all but two of the 12"?

Only where part and whole stand together; else a share is a fraction of nobody knows how many.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from sayso.packs import table
from sayso.reading.quantities.figures import Figure
from sayso.reading.quantities.wordings import CHANGES

_TO_WHOLE = re.compile(
    r"\s+(?:of\s+)?(?:(?:all|the|its|their|his|her|our|those|these|an?|some|remaining|combined)\s+){0,3}\Z", re.IGNORECASE
)
"""What stands between a share and its whole."""
_MOST = re.compile(
    r"\b(?:(?P<most>most|(?:the|a)\s+(?:(?:vast|great|large|clear|overwhelming)\s+)?majority|the\s+bulk)"
    r"|(?P<nearly>(?:nearly|almost|virtually|practically)\s+all)|(?P<rest>the\s+rest))\s+of\s+"
    r"(?:(?:the|its|their|his|her|our|those|these)\s+)\Z",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(r"\s+of\s+(?:the|its|their|his|her|our|those|these)\s+\Z", re.IGNORECASE)
_THE_REST = re.compile(
    r"[^.!?\n\d]{0,80}?\b(the\s+(?:rest|remainder|others(?=\s+(?:were|are|had|\w+ed|hurt|fled)\b)))\b(?!\s+of\b)"
)
_OPENING_WHOLE = re.compile(r"(?:\A|[.!?;:,\n\"“])\s*[Oo]f\s+(?:the|its|their|those|these)\s+\Z")
"""What stands before a whole that a sentence opens with: "Of the 30 passengers, 12 died and the rest were wounded"."""
_ENDS = re.compile(r"[.!?;\n]")
_SUFFERS = re.compile(r"\s+(?:were|was|have|had|are|died|fell|fled)\b")
_FAR = 120
"""Characters behind a whole in which the rest of it is looked for."""
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
        rest = None if whole is None else _rest(text, figure, whole)
        if rest is not None and not any(f.span[0] < rest.span[0] for f in figures[k + 2 : k + 3]):
            yield rest
        if figure.kind == "count" and text[max(0, figure.span[0] - _SHORT) : figure.span[0]].count(" of "):
            most = _most(text, figure)
            if most is not None:
                yield most


def _of(text: str, figure: Figure, whole: Figure) -> Figure:
    """A share with the number it makes of the whole behind it; any other figure as it is."""
    if whole.kind != "count" or (whole.low is None and whole.high is None) or isinstance(figure.value, tuple):
        return figure
    if figure.kind == "count":
        return _some_of(text, figure, whole) if figure.best is None else _all_but(text, figure, whole)
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


def _some_of(text: str, figure: Figure, whole: Figure) -> Figure:
    """A vague word of a whole that suffers nothing itself: "dozens of the 300 guards were hurt" is 300 at most."""
    if figure.stated or figure.change != "=" or whole.noun is None or whole.unit in table("numbers", "nouns")["nominal"]:
        return figure
    of = _OF_WHOLE.match(text[figure.span[1] : whole.span[0]][:_REACH])
    return replace(figure, high=whole.high, whole=whole.span) if of and _SUFFERS.match(text, whole.noun[1]) else figure


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


def _rest(text: str, figure: Figure, whole: Figure) -> Figure | None:
    """Those of a whole that a part leaves: "two of the three guards fell and the rest fled"."""
    if _opens(text, figure, whole):
        figure, whole = whole, figure
    elif not _OF_WHOLE.match(text[figure.span[1] : whole.span[0]][:_REACH]):
        return None
    counts = figure.kind == whole.kind == "count" and figure.change == whole.change == "="
    if not counts or figure.best is None or whole.best is None or not figure.best < whole.best:
        return None
    last = max(whole.span[1], figure.span[1])
    left = _THE_REST.search(text, last, last + _FAR)
    if left is None:
        return None
    n = whole.best - figure.best
    return Figure(
        span=left.span(1), value=n, low=n, best=n, high=n, wording="share", noun=whole.noun, unit=whole.unit, whole=whole.span
    )


def _opens(text: str, whole: Figure, part: Figure) -> bool:
    """True for a whole with which a sentence opens, before its part: "Of the 30 people on the bus, 12 were killed"."""
    if whole.unit in table("numbers", "nouns")["nominal"]:
        return False  # "of the 22 dead, 15 were guards and the rest traders": who they were
    between = text[whole.span[1] : part.span[0]]
    opening = _OPENING_WHOLE.search(text, max(0, whole.span[0] - _SHORT), whole.span[0])
    return opening is not None and between.rstrip().endswith(",") and not _ENDS.search(between)


def _most(text: str, whole: Figure) -> Figure | None:
    """A share without a number before its whole: "most of the 30 guards", "nearly all of the 30", "the rest of the 30"."""
    opening = _MOST.search(text, max(0, whole.span[0] - _REACH), whole.span[0])
    if opening is None or whole.low is None:
        return None
    low, high = whole.low // 2 + 1, whole.high
    if opening["nearly"]:
        low = whole.low * 9 // 10
    elif opening["rest"]:
        low, high = 1, None if whole.high is None else whole.high - 1
    return Figure(
        span=opening.span(opening.lastgroup or 0),
        value=0.5,
        low=low,
        high=high,
        change=">",
        wording="most",
        noun=whole.noun,
        unit=whole.unit,
        kind="fraction",
        whole=whole.span,
    )
