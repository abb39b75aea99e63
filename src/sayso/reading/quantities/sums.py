"""Which numbers side by side are one number?"""

from collections.abc import Iterator
from dataclasses import replace

from sayso.reading.quantities.numerals import Numeral, written


def scan(text: str) -> Iterator[Numeral]:
    """The numbers of a text from left to right, those that are one joined into one; they do not overlap."""
    held: Numeral | None = None
    for numeral in written(text):
        if held is not None and _repeats(text, held, numeral):
            continue
        both = None if held is None or held.power == 1 else _sum(text, held, numeral)
        if held is not None and both is None:
            yield held
        held = numeral if both is None else both
    if held is not None:
        yield held


def _repeats(text: str, held: Numeral, numeral: Numeral) -> bool:
    """Whether words in brackets say the number before them again: "45 (forty-five)"."""
    if numeral.form != "words" or numeral.value != held.value or text[held.span[1] : numeral.span[0]] != " (":
        return False
    return text[numeral.span[1] : numeral.span[1] + 1] == ")"


_THOUSAND = 1000
_ADDED = 10**5, 10**7
"""Magnitudes above a thousand that are written with further ones ("6 crore and 3 lakh"); "2 million and 30" are two numbers."""


def _sum(text: str, high: Numeral, low: Numeral) -> Numeral | None:
    """One number of two: "4 thousand 3 hundred", "3 hundred and 21"; None where they are two."""
    gap = text[high.span[1] : low.span[0]].lower()
    if gap.split() not in ([], ["and"]) or not gap[:1].isspace() or low.form not in {"digits", "words"} or low.word or low.decade:
        return None
    joins = gap.strip() or low.power > 1
    if high.word or not joins or (high.power > _THOUSAND and high.power not in _ADDED) or not 0 < low.value < high.power:
        return None
    span = high.span[0], low.span[1]
    return replace(high, span=span, value=high.value + low.value, power=low.power)
