"""What does each written number measure or count, before its bound is read?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.model import Span
from sayso.packs import table
from sayso.reading.quantities.counted import Noun, counted, is_number
from sayso.reading.quantities.figures import Number
from sayso.reading.quantities.measures import Measured, measured, unscaled
from sayso.reading.quantities.naming import before
from sayso.reading.quantities.numerals import Form, Numeral
from sayso.reading.quantities.sums import scan
from sayso.reading.quantities.wordings import vague


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A number at `span` with its unit or noun; `end` is where its unit ends, `last` the upper end of a range.

    `opens` is where the words that open a range begin ("between", "from"); `word` the vague word.
    """

    span: Span
    end: int
    value: Number
    last: Number | None = None
    form: Form
    word: str | None = None
    measure: Measured | None = None
    noun: Noun | None = None
    opens: int | None = None


def pieces(text: str, convention: str) -> Iterator[Piece]:
    """The numbers of a text with what they measure or count, from left to right."""
    for numeral in (unscaled(text, n) for n in scan(text)):
        if numeral.form == "zero":
            piece = _none(text, numeral)
        elif numeral.form == "vague":
            piece = _vague(text, numeral, convention)
        else:
            piece = _number(text, numeral)
        if piece is not None:
            yield piece


_OF = re.compile(r"\s+of\s+(?=[a-z])", re.IGNORECASE)
_SOME_ALONE = re.compile(r"\s+(?:have|had|were|are|of\s+(?:the|them|those|whom)|died)\b", re.IGNORECASE)
_TO_NEXT = re.compile(r"\s+(?:to|or|and)\s+(\w+)", re.IGNORECASE)
_NOT_ONE = re.compile(r"\bnot\s(?:even\s)?one\Z", re.IGNORECASE)
_NEXT = re.compile(r"\s+([A-Za-z]+)")


def _number(text: str, numeral: Numeral) -> Piece | None:
    end = numeral.span[1]
    measure = measured(text, numeral)
    counts = measure is None or measure.kind == "fraction"
    noun = counted(text, end, one=numeral.value == 1) if counts else None
    negated = _NOT_ONE.search(text, max(0, numeral.span[0] - 13), end) if numeral.value == 1 and noun is not None else None
    if negated is not None:
        return Piece(span=negated.span(), end=end, value=0, form="zero", noun=noun)
    if counts and numeral.form == "words" and numeral.value == 1 and _is_pronoun(text, numeral.span, noun):
        return None
    return Piece(
        span=numeral.span,
        end=end if measure is None else measure.end,
        value=numeral.value,
        form=numeral.form,
        measure=measure,
        noun=noun,
    )


def _none(text: str, numeral: Numeral) -> Piece | None:
    """A zero in words: no one, nobody, none, or no with a noun that can be counted."""
    start, end = numeral.span
    if text[end : end + 2] in {"'s", "\u2019s"}:
        return None
    noun = counted(text, end) if _OF.match(text, end) else None
    if text[start:end].lower() == "no":
        noun = counted(text, end, one=True)
        if noun is None or not text[end].isspace():
            return None
        words = text[noun.span[0] : noun.span[1]].lower().split()
        if words[0] in _not_zero() or not (noun.plural or words[-1] in _lists()["persons"]):
            return None
    return Piece(span=numeral.span, end=end, value=0, form="zero", noun=noun)


def _vague(text: str, numeral: Numeral, convention: str) -> Piece | None:
    """A vague word with a plural or a unit; "some" before a number is a bound and no figure."""
    start, end = numeral.span
    word = numeral.word or ""
    noun = counted(text, end)
    if word == "some":
        measure = None
        alone = noun is None and not _SOME_ALONE.match(text, end)
        if alone or (
            noun is not None and not (noun.plural and not is_number(text[noun.span[0] : noun.span[1]].split(maxsplit=1)[0]))
        ):
            return None
    else:
        of = _OF.match(text, end)
        measure = measured(text, Numeral(span=(start, end), value=0, form="words"))
        if measure is None and of is not None:
            measure = measured(text, Numeral(span=(start, of.end() - 1), value=0, form="words"))
        bare = noun is None and measure is None and word in {"many", "few", "numerous", "a number of"}
        if bare or (word == "many" and before(text, start).lower() in {"as", "how", "so", "too"}):
            return None
    low, high = vague(word, convention)
    return Piece(
        span=numeral.span,
        end=end if measure is None else measure.end,
        value=low,
        last=high,
        form="vague",
        word=word,
        measure=measure,
        noun=noun,
    )


def _is_pronoun(text: str, span: Span, noun: Noun | None) -> bool:
    """Whether "one" stands for a thing and counts nothing: "the latest one", "one can"."""
    lists = _lists()
    start, end = span
    if text[max(0, start - 4) : start].lower() == "-on-":
        return True  # "one-on-one"
    word = before(text, start).lower()
    if word in lists["one_before"] and not (word in {"only", "another", "new"} and noun is not None):
        return True
    following = _NEXT.match(text, end)
    if following is None:
        closed = text[end : end + 1] in {".", ",", "'", "\u2019"} and word not in {"killed", "wounded", "at", "to"}
        return closed or text[end : end + 1] == "-"
    if following[1].lower() == "another":
        return True
    another = _TO_NEXT.match(text, end)
    ranges = another is not None and (another[1][0].isdigit() or is_number(another[1]))
    return noun is None and following[1].lower() in lists["one_after"] and not ranges


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table("numbers", "nouns").items() if isinstance(words, list)}


@cache
def _not_zero() -> frozenset[str]:
    return frozenset(table("numbers")["zero"]["before"])
