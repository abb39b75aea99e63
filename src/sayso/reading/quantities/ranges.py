"""Which two numbers are the ends of one range?"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from sayso.packs import table
from sayso.reading.quantities.counted import Noun, counted
from sayso.reading.quantities.measures import Measured
from sayso.reading.quantities.naming import before
from sayso.reading.quantities.numerals import whole
from sayso.reading.quantities.pieces import Piece


def joined(text: str, pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces, with two that make a range or a score joined into one."""
    held: Piece | None = None
    for piece in pieces:
        if held is None:
            held = piece
            continue
        both = _range(text, held, piece)
        if both is None:
            first, last = _days(text, held, piece)
            yield first
            held = last
        else:
            held = both
    if held is not None:
        yield held


_GAP = 24
"""Characters between the ends of a range, "to" and the like included."""
_PLAIN = frozenset({"digits", "words"})
_HEDGE = r"(?:maybe|perhaps|possibly|potentially|conceivably|even|if\s+not)"
_UP_TO = r"(?:(?:up\s+to|as\s+many\s+as|as\s+much\s+as|about|around|some|roughly|perhaps|maybe|possibly|even)\s+)?"
_TO = re.compile(
    rf"\s*(?:-\s?to\s?-|[-\u2013~]|(?<!\s)—(?!\s)|\b(?:to|through|thru|or)\b|,?\s+(?:(?:or|and)\s+)?{_HEDGE}\b)"
    rf"\s*(?:[-\u2013]\s?)?(?:an?\s+)?{_UP_TO}\Z"
)
_FROM_UP = re.compile(r"\s+up\s+to\s+\Z")
_DASH = re.compile(r"\s*[-\u2013—]|\s+to\b.*[-\u2013—]")
_AND = re.compile(rf"\s+and\s+{_UP_TO}\Z")
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+)?\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|up\s+to\s+)?\Z", re.IGNORECASE)
_BY = re.compile(r"\bby\s\Z", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:rose|ris(?:e|es|en|ing)|up|down|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:s|n|ing)?|climb\w*|increas\w*|rais\w+|revis\w+|went|jump\w*|"
    r"drop\w*|declin\w+|decreas\w+|chang\w+|lower\w*|cut|correct\w+|updat\w+)\b[^.;]{0,32}\Z",
    re.IGNORECASE,
)


_BY_TO = re.compile(
    r"\b(?:toll|number|count|tally|total|figure|dead|deaths|injured|wounded|casualties|missing)\b[^.;:,\d]{0,60}"
    r"\b(?:rose|risen|rising|rises|went\s+up|up|f[ae]ll(?:en|ing|s)?|gr[eo]wn?|grows|climbed|climbs|increased|increases|jumped|dropped|"
    r"declined|decreased)\s+by\s\Z",
    re.IGNORECASE,
)
"""A toll that moves by so many, before the number that it moves to."""

_MOVED_TOLL = re.compile(
    r"\b(?:rais\w+|revis\w+|lower\w*|cut|reduc\w+|increas\w*|correct\w+|updat\w+)\s+(?:the|its|their|his|her)\s+(?:\w+\s+)?"
    r"(?:toll|number|count|tally|total|figure)\b[^.;]{0,120}\Z",
    re.IGNORECASE,
)
"""The verb of a toll that moves, whatever stands between: "raised the number of people killed in Monday's raid from"."""


def _days(text: str, low: Piece, high: Piece) -> tuple[Piece, Piece]:
    """Both pieces, where one is a day or a label the other too: "March 3-5", "12 and 13 May", "pp. 12-14"."""
    gap = text[low.end : high.span[0]].strip().lower()
    if gap in _DAYWISE and _is_day(low) and _is_day(high):
        if high.measure is not None and low.measure is None:
            return replace(low, measure=Measured(kind="time", end=low.end)), high
        closed = gap != "and" or text[high.end : high.end + 1] not in {" ", "\n"}
        if low.measure is not None and high.measure is None and closed:
            return low, replace(high, measure=Measured(kind="time", end=high.end))
    dated = high.measure is not None and high.measure.kind == "time" and low.measure is None and low.form == high.form == "digits"
    if dated and gap in _DAYWISE and low.value > high.value and _BEFORE_CHRIST.match(text, high.span[1]):
        return replace(low, measure=Measured(kind="time", end=low.end)), high
    if gap in _DAYWISE - {"and", "or"} and _is_year(text, low) and high.measure is None and _is_year(text, high) and low.measure:
        return low, replace(high, measure=Measured(kind="time", end=high.end))
    if _ages(text, low, high, gap):
        return low, replace(high, measure=Measured(kind="age", end=high.end, unit="year of age"))
    labelled = low.measure is not None and low.measure.kind == "other" and low.last is None and low.measure.unit is None
    bare = low.form == high.form == "digits" and high.measure is None and high.noun is None
    if labelled and bare and (gap in _DAYWISE or gap == "of"):
        return low, replace(high, measure=Measured(kind="other", end=high.end))
    return low, high


def _ages(text: str, low: Piece, high: Piece, gap: str) -> bool:
    """Whether a bare number goes on with ages: "ages 14, 18 and 29", "between the ages of 17 and 20"."""
    aged = low.measure is not None and low.measure.kind == "age" and low.end == low.span[1] and low.last is None
    bare = high.measure is None and high.noun is None and high.form == "digits" and high.value <= _OLDEST
    closed = text[high.end : high.end + 1] not in {" ", "\n"} or before(text, low.span[0]).lower() in {"ages", "of", "aged"}
    goes_on = gap == "," and text[high.end : high.end + 6].startswith((" and ", ", and ", " or "))
    return aged and bare and (closed or goes_on) and gap in _AGEWISE


def _is_year(text: str, piece: Piece) -> bool:
    """Whether a number in four digits is a year or may be one."""
    dated = piece.measure.kind == "time" if piece.measure is not None else piece.noun is None
    return dated and piece.last is None and text[slice(*piece.span)].isdigit() and _FIRST_YEAR <= piece.value <= _LAST_YEAR


_FIRST_YEAR, _LAST_YEAR = 1000, 2200
_AGEWISE = frozenset({",", "and", ", and", "or", "to", "-", "\u2013"})
_OLDEST = 110
_BEFORE_CHRIST = re.compile(r"\s(?:BCE?\b|B\.\s?C\.)")
_DAYWISE = frozenset({"-", "\u2013", "to", "and", "or", "through", "until"})
_LAST_DAY = 31


def _is_day(piece: Piece) -> bool:
    """Whether a number in digits is a day by its month, or may be one that has none beside it."""
    dated = piece.measure.kind == "time" if piece.measure is not None else piece.noun is None
    return dated and piece.form == "digits" and piece.last is None and 1 <= piece.value <= _LAST_DAY


def _set_off(text: str, low: Piece, high: Piece) -> Noun | None:
    """The noun behind an alternative between commas: "ten, maybe twelve, soldiers"."""
    end = high.span[1]
    return counted(text, end + 1) if text[low.end : low.end + 1] == "," == text[end : end + 1] else None


def _range(text: str, low: Piece, high: Piece) -> Piece | None:
    """One piece of two, when they are of one kind and joined by a dash, "to", "or", or "between ... and"."""
    if low.form == high.form == "vague":
        return _vaguely(text, low, high)
    if low.last is not None or high.last is not None or low.form not in _PLAIN or high.form not in _PLAIN:
        return None
    noun_between = low.noun is not None and low.measure is None and 0 <= high.span[0] - low.noun.span[1] < _GAP
    gap = text[low.noun.span[1] if noun_between and low.noun is not None else low.end : high.span[0]]
    if len(gap) > _GAP or not _alike(low.measure, high.measure):
        return None
    opened = _BETWEEN.search(text, max(0, low.span[0] - 24), low.span[0])
    if opened is not None and (_AND.match(gap) or _TO.match(gap)):
        return _both(text, low, high, opened.start())
    linked = _TO.match(gap) is not None and not (noun_between and (_DASH.match(gap) or high.noun is not None))
    rising = linked or _FROM_UP.match(gap) is not None
    begun = _FROM.search(text, max(0, low.span[0] - 20), low.span[0]) if rising else None
    if begun is not None:
        counts = low.measure is None and high.measure is None
        moved = counts and (low.value > high.value or _has_moved(text, begun.start()))
        return None if moved or gap.strip().lower() == "or" else _both(text, low, high, begun.start())
    alone = low.measure is not None and high.measure is None and low.measure.kind != "age"
    return _bare(text, low, high, gap.strip().lower()) if linked and not alone else None


def _has_moved(text: str, at: int) -> bool:
    """Whether something moves "from" what stands there, however long a toll's own words are: "raised the toll of ... from"."""
    return _MOVED.search(text, max(0, at - 48), at) is not None or _MOVED_TOLL.search(text, max(0, at - 160), at) is not None


def _vaguely(text: str, low: Piece, high: Piece) -> Piece | None:
    """Two vague words of which the second goes further: "dozens, if not hundreds"; it is worded as the first."""
    if not _TO.match(text[low.end : high.span[0]]) or low.value >= high.value:
        return None
    noun = high.noun or _set_off(text, low, high)
    return replace(high, span=(low.span[0], high.span[1]), value=low.value, word=low.word, noun=noun)


def _bare(text: str, low: Piece, high: Piece, word: str) -> Piece | None:
    """A range without an opening word: "6-8", "six to eight"; a dash between falling numbers is a score."""
    dash = word in {"-", "\u2013"}
    if low.measure is not None and not dash and _BY.search(text, max(0, low.span[0] - 6), low.span[0]):
        return None  # "rose by 4 percent to 7 percent"
    if word == "to" and _BY_TO.search(text, max(0, low.span[0] - 80), low.span[0]):
        return None  # "the toll rose by three to 17"
    if word == "or" and high.value > low.value * _scale(text, low, high, None) * _HUNDRED:
        return None  # "three or a thousand" are two
    margin = high.noun is not None and not high.noun.plural and (high.noun.unit or "").split()[-1:] in _margins()
    if margin and low.noun is None and low.measure is None and high.measure is None:
        return _named(low, high)
    if low.value >= high.value:
        if dash and low.measure is None:
            return _named(low, high)
        if word == "to" and high.measure is not None:
            return _both(text, low, high, None)
        return _score(text, low, high) if word in {"to", "-to-"} else None
    return _both(text, low, high, None)


@cache
def _margins() -> list[list[str]]:
    """What the numbers of a score or a vote stand before, each as a list of one word."""
    return [[word] for word in table("numbers", "nouns")["margins"]]


def _score(text: str, low: Piece, high: Piece) -> Piece | None:
    """A score or a vote in words, "passed 120 to 30": falling numbers of nothing, unless something fell from one to the other."""
    moved = low.noun or high.noun or low.measure or _MOVED.search(text, max(0, low.span[0] - 48), low.span[0])
    return None if moved else _named(low, high)


def _named(low: Piece, high: Piece) -> Piece:
    """Two numbers that count nobody, as one."""
    end = high.span[1]
    return replace(low, span=(low.span[0], end), end=end, last=high.value, measure=Measured(kind="other", end=end))


def _alike(low: Measured | None, high: Measured | None) -> bool:
    """Whether two numbers can be ends of one range by their kinds and units; a bare one takes the other's unit."""
    if {m.kind for m in (low, high) if m is not None} & {"time", "other", "ordinal"}:
        return False
    if low is None or high is None:
        return True
    return low.kind == high.kind and (low.unit or "").split(" per ")[0] == (high.unit or "").split(" per ")[0]


def _both(text: str, low: Piece, high: Piece, opens: int | None) -> Piece:
    first = low.value
    if low.value < high.value and low.measure is None:
        first = whole(Decimal(str(low.value)) * _scale(text, low, high, opens))
    return replace(
        high,
        span=(low.span[0], high.span[1]),
        value=first,
        last=high.value,
        measure=high.measure or low.measure,
        noun=high.noun or low.noun or _set_off(text, low, high),
        opens=opens,
    )


def _scale(text: str, low: Piece, high: Piece, opens: int | None) -> int:
    """The magnitude that the lower end borrows: in "1 to 2 thousand" the 1 is a thousand too, in "two or three dozen" a dozen.

    So are the thousands of "30-40,000", but not of "between 3 and 2,000".
    """
    pack = table("numbers")["packs"].get(text[slice(*high.span)].lower().split()[-1], 0)
    if pack and low.value < high.value // pack < pack:
        return int(pack)
    if opens is None and low.form == high.form == "digits" and _ROUND.fullmatch(text, *high.span) and low.value < _HUNDRED:
        return _THOUSAND if high.value < low.value * _THOUSAND * _TENFOLD and low.value * _THOUSAND < high.value else 1
    worded = high.form == "words" or any(c.isalpha() for c in text[slice(*high.span)])
    if low.value < _HUNDRED and worded:
        for scale in (10**12, 10**9, 10**6, 10**3, 10**2):
            even = high.value % scale == 0 or isinstance(low.value, float)  # "1.2 to 1.5 million"
            if even and high.value >= scale and low.value <= high.value / scale < _THOUSAND:
                return scale
    return 1


_HUNDRED, _THOUSAND, _TENFOLD = 100, 1000, 10
_ROUND = re.compile(r"\d{1,3},?000")
