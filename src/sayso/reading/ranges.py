"""Which two numbers are the ends of one range?"""

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.reading.measures import Measured
from sayso.reading.pieces import Piece


def joined(text: str, pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces, with two that make a range or a score joined into one."""
    held: Piece | None = None
    for piece in pieces:
        if held is None:
            held = piece
            continue
        both = _range(text, held, piece)
        if both is None:
            yield held
        held = piece if both is None else both
    if held is not None:
        yield held


_GAP = 10
"""Characters between the ends of a range, "to" and the like included."""
_PLAIN = frozenset({"digits", "words"})
_TO = re.compile(
    r"\s*(?:-\s?to\s?-|[-\u2013~]|(?<!\s)—(?!\s)|\b(?:to|through|or(?:\s+even)?)\b)"
    r"\s*(?:[-\u2013]\s?)?(?:an?\s+)?\Z"
)
_DASH = re.compile(r"\s*[-\u2013—]|\s+to\b.*[-\u2013—]")
_AND = re.compile(r"\s+and\s+(?:about\s+)?\Z")
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+)?\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|up\s+to\s+)?\Z", re.IGNORECASE)
_BY = re.compile(r"\bby\s\Z", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:rose|ris(?:e|es|en|ing)|up|down|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:s|n|ing)?|climb\w*|increas\w*|rais\w+|revis\w+|went|jump\w*|"
    r"drop\w*|declin\w+|decreas\w+|chang\w+|lower\w*|cut|correct\w+|updat\w+)\b[^.;]{0,32}\Z",
    re.IGNORECASE,
)


def _range(text: str, low: Piece, high: Piece) -> Piece | None:
    """One piece of two, when they are of one kind and joined by a dash, "to", "or", or "between ... and"."""
    if low.last is not None or high.last is not None or low.form not in _PLAIN or high.form not in _PLAIN:
        return None
    noun_between = low.noun is not None and low.measure is None and 0 <= high.span[0] - low.noun.span[1] < _GAP
    gap = text[low.noun.span[1] if noun_between and low.noun is not None else low.end : high.span[0]]
    if len(gap) > _GAP or not _alike(low.measure, high.measure):
        return None
    opened = _BETWEEN.search(text, max(0, low.span[0] - 24), low.span[0])
    if opened is not None and (_AND.match(gap) or _TO.match(gap)):
        return _both(low, high, opened.start())
    linked = _TO.match(gap) is not None and not (noun_between and (_DASH.match(gap) or high.noun is not None))
    begun = _FROM.search(text, max(0, low.span[0] - 20), low.span[0]) if linked else None
    if begun is not None:
        counts = low.measure is None and high.measure is None
        moved = counts and _MOVED.search(text, max(0, begun.start() - 48), begun.start())
        return None if moved or gap.strip().lower() == "or" else _both(low, high, begun.start())
    alone = low.measure is not None and high.measure is None and low.measure.kind != "age"
    return _bare(text, low, high, gap.strip().lower()) if linked and not alone else None


def _bare(text: str, low: Piece, high: Piece, word: str) -> Piece | None:
    """A range without an opening word: "6-8", "six to eight"; a dash between falling numbers is a score."""
    dash = word in {"-", "\u2013"}
    if low.measure is not None and not dash and _BY.search(text, max(0, low.span[0] - 6), low.span[0]):
        return None  # "rose by 4 percent to 7 percent"
    if low.value >= high.value:
        if dash and low.measure is None:
            end = high.span[1]
            return replace(low, span=(low.span[0], end), end=end, last=high.value, measure=Measured(kind="other", end=end))
        return _both(low, high, None) if word == "to" and high.measure is not None else None
    return _both(low, high, None)


def _alike(low: Measured | None, high: Measured | None) -> bool:
    """Whether two numbers can be ends of one range by their kinds and units; a bare one takes the other's unit."""
    if {m.kind for m in (low, high) if m is not None} & {"time", "other", "ordinal"}:
        return False
    if low is None or high is None:
        return True
    return low.kind == high.kind and (low.unit or "").split(" per ")[0] == (high.unit or "").split(" per ")[0]


def _both(low: Piece, high: Piece, opens: int | None) -> Piece:
    first = low.value
    if low.value < high.value and low.measure is None:
        first = low.value * _scale(low, high)
    return replace(
        high,
        span=(low.span[0], high.span[1]),
        value=first,
        last=high.value,
        measure=high.measure or low.measure,
        noun=high.noun or low.noun,
        opens=opens,
    )


def _scale(low: Piece, high: Piece) -> int:
    """The magnitude that the lower end borrows: in "1 to 2 thousand" the 1 is a thousand too."""
    worded = high.form == "words" or high.span[1] - high.span[0] > len(f"{high.value:,}")
    if low.value < _HUNDRED and worded:
        for scale in (10**12, 10**9, 10**6, 10**3, 10**2):
            if high.value % scale == 0 and low.value <= high.value // scale < _THOUSAND:
                return scale
    return 1


_HUNDRED, _THOUSAND = 100, 1000
