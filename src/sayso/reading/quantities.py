"""Which numbers does a text give, how are they worded, and what do they count?

The numbers are read one by one, ranges are joined, and each is bounded by the words around it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.model import Span
from sayso.packs import table
from sayso.reading.counted import Noun, counted, is_number
from sayso.reading.figures import Change, Figure, Figuring, Number
from sayso.reading.measures import Measured, before, measured
from sayso.reading.numerals import Numeral, scan
from sayso.reading.wordings import CHANGES, bound, reading, vague

__all__ = ["Figure", "find"]


def find(text: str, convention: str = "default") -> tuple[Figure, ...]:
    """The figures of a text, sorted by span and disjoint.

    `convention` names the table of the pack that says what "dozens" and the like mean: default, acled, ucdp or airwars.

    Raises:
        ContractError: the pack has no such convention.
    """
    found: list[Figure] = []
    past = 0
    for piece in _joined(text, _pieces(text, convention)):
        figure = _figure(text, piece, convention)
        if figure is None:
            continue
        if figure.span[0] < past:
            figure = _from(figure, past)
        if figure is not None:
            found.append(figure)
            past = figure.span[1]
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A number with its unit or noun, before its bound is read; `last` is the upper end of a range."""

    span: Span
    end: int
    value: Number
    last: Number | None = None
    numeral: Numeral
    measure: Measured | None = None
    noun: Noun | None = None
    opens: int | None = None


_TO = re.compile(r"\s*(?:-\s?to\s?-|[-–]|(?<!\s)—(?!\s)|\bto\b|\bor(?:\s+even)?\b)\s*(?:[-–]\s?)?(?:an?\s+)?\Z")
_DASH = re.compile(r"\s*[-–—]|\s+to\b.*[-–—]")
_AND = re.compile(r"\s+and\s+(?:about\s+)?\Z")
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+)?\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|up\s+to\s+)?\Z", re.IGNORECASE)
_BY = re.compile(r"\bby\s\Z", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:rose|ris(?:e|es|en|ing)|up|down|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:s|n|ing)?|climb\w*|increas\w*|rais\w+|revis\w+|went|jump\w*|"
    r"drop\w*|declin\w+|decreas\w+|chang\w+|lower\w*|cut|correct\w+|updat\w+)\b[^.;]{0,32}\Z",
    re.IGNORECASE,
)


def _pieces(text: str, convention: str) -> Iterator[_Piece]:
    """The numbers of a text with what they measure or count."""
    for numeral in scan(text):
        start, end = numeral.span
        if numeral.form == "zero":
            piece = _none(text, numeral)
        elif numeral.form == "vague":
            piece = _vague(text, numeral, convention)
        else:
            measure = measured(text, numeral)
            noun = None if measure is not None and measure.kind != "fraction" else counted(text, end, one=numeral.value == 1)
            piece = _Piece(
                span=(start, end),
                end=measure.end if measure is not None else end,
                value=numeral.value,
                numeral=numeral,
                measure=measure,
                noun=noun,
            )
            if numeral.form == "words" and numeral.value == 1 and _is_pronoun(text, piece):
                continue
        if piece is not None:
            yield piece


def _none(text: str, numeral: Numeral) -> _Piece | None:
    """A zero in words: no one, nobody, none, or no with a noun that can be counted."""
    start, end = numeral.span
    if text[end : end + 2] in {"'s", "’s"}:
        return None
    noun = counted(text, end) if _OF_UNIT.match(text, end) else None
    if text[start:end].lower() == "no":
        single = counted(text, end, one=True)
        lists = _lists()
        word = text[single.span[0] : single.span[1]].lower() if single is not None else ""
        if single is None or text[end : end + 1] != " " or word.split()[0] in _not_zero():
            return None
        if not (single.plural or word.split()[-1] in lists["persons"]):
            return None
        noun = single
    return _Piece(span=(start, end), end=end, value=0, numeral=numeral, noun=noun)


def _vague(text: str, numeral: Numeral, convention: str) -> _Piece | None:
    start, end = numeral.span
    word = numeral.word or ""
    noun = counted(text, end)
    measure = measured(text, Numeral(span=numeral.span, value=0, form="words")) if word not in {"some"} else None
    if measure is None and _OF_UNIT.match(text, end):
        measure = measured(text, Numeral(span=(start, end + 3), value=0, form="words"))
    if noun is None and word == "some" and not _SOME_ALONE.match(text, end):
        return None
    if word == "some" and noun is not None and (not noun.plural or is_number(text[noun.span[0] : noun.span[1]].split()[0])):
        return None
    if noun is None and measure is None and word in {"many", "few", "numerous", "a number of"}:
        return None
    if word == "many" and before(text, start).lower() in {"as", "how", "so", "too"}:
        return None
    low, high = vague(word, convention)
    return _Piece(
        span=(start, end),
        end=measure.end if measure is not None else end,
        value=low,
        last=high,
        numeral=numeral,
        measure=measure,
        noun=noun,
    )


_OF_UNIT = re.compile(r"\s+of\s+(?=[a-z])", re.IGNORECASE)
_SOME_ALONE = re.compile(r"\s+(?:have|had|were|are|of\s+(?:the|them|those|whom)|died)\b", re.IGNORECASE)


def _is_pronoun(text: str, piece: _Piece) -> bool:
    """Whether "one" stands for a thing and counts nothing: "the latest one", "one can"."""
    lists = _lists()
    start, end = piece.span
    if piece.measure is not None and piece.measure.kind not in {"fraction"}:
        return False
    word = before(text, start).lower()
    if word in lists["one_before"] and not (
        word in {"the", "only", "another", "new"} and piece.noun is not None and word != "the"
    ):
        return True
    following = _NEXT.match(text, end)
    if following is None:
        return text[end : end + 1] == "-" or (
            text[end : end + 1] in {".", ",", "'", "’"} and word not in {"killed", "wounded", "at", "to"}
        )
    return piece.noun is None and following[1].lower() in lists["one_after"] and not _TO_NEXT.match(text, end)


_TO_NEXT = re.compile(r"\s+(?:to|or)\s+(?:two|three|four|five|\d)", re.IGNORECASE)
_NEXT = re.compile(r"\s+([A-Za-z]+)")


def _joined(text: str, pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """The pieces, with two that make a range joined into one."""
    held: _Piece | None = None
    for piece in pieces:
        if held is None:
            held = piece
            continue
        joined = _range(text, held, piece)
        if joined is not None:
            held = joined
            continue
        yield held
        held = piece
    if held is not None:
        yield held


def _range(text: str, low: _Piece, high: _Piece) -> _Piece | None:
    if low.last is not None or high.last is not None or "vague" in {low.numeral.form, high.numeral.form}:
        return None
    if "zero" in {low.numeral.form, high.numeral.form} or "fraction" in {low.numeral.form, high.numeral.form}:
        return None
    gap_from = low.end
    if low.noun is not None and low.measure is None:
        within = text[low.noun.span[1] : high.span[0]]
        gap_from = low.noun.span[1] if len(within) < _GAP else low.end
    gap_from = min(gap_from, high.span[0])
    gap = text[gap_from : high.span[0]]
    if len(gap) > _GAP:
        return None
    kinds = {p.measure.kind if p.measure is not None else "count" for p in (low, high)}
    units = {p.measure.unit for p in (low, high) if p.measure is not None and p.measure.unit is not None}
    if "ordinal" in kinds or (len(units) > 1 and len({u.split(" per ")[0] for u in units if u}) > 1):
        return None
    if low.measure is not None and high.measure is not None and low.measure.kind != high.measure.kind:
        return None
    if low.measure is not None and high.measure is None and low.measure.kind != "age":
        return None if low.measure.kind in {"time", "other"} else _moved(text, low, high, gap)
    if kinds & {"time", "other"}:
        return None
    opened = _BETWEEN.search(text, max(0, low.span[0] - 24), low.span[0])
    if opened is not None and (_AND.match(gap) or _TO.match(gap)):
        return _range_of(low, high, opened.start())
    if not _TO.match(gap) or (_DASH.match(gap) and gap_from != low.end):
        return None
    word = gap.strip().lower()
    tight = word in {"-", "–", "—"}
    if low.measure is not None and not tight and _BY.search(text, max(0, low.span[0] - 6), low.span[0]):
        return None
    if tight and low.value >= high.value and low.measure is None:
        return _score(low, high)
    if low.value >= high.value and not (word == "to" and high.measure is not None):
        return None
    start = _FROM.search(text, max(0, low.span[0] - 20), low.span[0])
    if start is not None:
        return _moved(text, low, high, gap, start.start())
    if word.startswith("or") and (low.noun is not None and high.noun is not None and gap_from != low.end):
        return None
    if word == "to" and (low.noun is not None and high.noun is not None and gap_from != low.end):
        return None
    return _range_of(low, high, None)


_GAP = 10


def _moved(text: str, low: _Piece, high: _Piece, gap: str, start: int | None = None) -> _Piece | None:
    """A range of "from A to B", unless something rose or fell from one count to another."""
    if not _TO.match(gap) or gap.strip().lower() == "or":
        return None
    if start is None:
        found = _FROM.search(text, max(0, low.span[0] - 20), low.span[0])
        if found is None:
            return None
        start = found.start()
    if high.measure is None and low.measure is None and _MOVED.search(text, max(0, start - 48), start):
        return None
    return _range_of(low, high, start)


def _range_of(low: _Piece, high: _Piece, opens: int | None) -> _Piece:
    first = low.value
    if high.numeral.form in {"digits", "words"} and low.value < high.value and low.measure is None:
        scale = _scale(low, high)
        first = low.value * scale
    measure = high.measure or low.measure
    return _Piece(
        span=(low.span[0], high.span[1]),
        end=high.end,
        value=first,
        last=high.value,
        numeral=high.numeral if low.numeral.word is None else low.numeral,
        measure=measure,
        noun=high.noun or low.noun,
        opens=opens,
    )


def _scale(low: _Piece, high: _Piece) -> int:
    """The magnitude that the lower end borrows: in "1 to 2 thousand" the 1 is a thousand too."""
    value = high.value
    if low.value >= _HUNDRED or value < _THOUSAND:
        return 1
    for scale in (10**12, 10**9, 10**6, 10**3):
        if value % scale == 0 and value // scale < _THOUSAND and low.value <= value // scale and _worded(high):
            return scale
    return 1


_HUNDRED, _THOUSAND = 100, 1000


def _worded(high: _Piece) -> bool:
    return high.numeral.span[1] - high.numeral.span[0] > len(f"{high.value:,}") or high.numeral.form == "words"


def _score(low: _Piece, high: _Piece) -> _Piece:
    end = high.span[1]
    return _Piece(
        span=(low.span[0], end),
        end=end,
        value=low.value,
        last=high.value,
        numeral=low.numeral,
        measure=Measured(kind="other", end=end),
    )


def _figure(text: str, piece: _Piece, convention: str) -> Figure | None:
    kind: Figuring = piece.measure.kind if piece.measure is not None else "count"
    start = piece.opens if piece.opens is not None else piece.span[0]
    end = max(piece.end, piece.span[1])
    noun = piece.noun
    unit = piece.measure.unit if piece.measure is not None and piece.measure.unit else (noun.unit if noun is not None else None)
    edges = bound(text, start, end if kind != "fraction" else piece.span[1])
    if piece.measure is None and edges.end > piece.span[1] and (noun is None or noun.span[0] < edges.end):
        noun = counted(text, edges.end)
        unit = noun.unit if noun is not None else None
    extra = edges.extra or (noun is not None and noun.more)
    span = (edges.start, edges.end)
    place = noun.span if noun is not None and noun.span[0] >= span[1] else None
    form = piece.numeral.form
    if form == "zero":
        return Figure(
            span=piece.span, value=0, low=0, best=0, high=0, wording="none", stated=(0,), noun=place, unit=unit, kind=kind
        )  # fmt: skip
    if form == "vague":
        word = piece.numeral.word or ""
        high = int(piece.last) if piece.last is not None else None
        low = int(piece.value)
        return Figure(
            span=piece.span, value=_vague_value(word, low, high), low=low, best=None, high=high, change="=", wording=_plain(word),
            stated=(), noun=place, unit=unit, kind=kind, extra=extra,
        )  # fmt: skip
    if piece.last is not None:
        value = (piece.value, piece.last)
        change: Change = _direction(text, span[0], kind) or ("~" if edges.wording in {"about", "nearly"} else "=")
        whole_ = isinstance(piece.value, int) and isinstance(piece.last, int) and piece.value <= piece.last
        return Figure(
            span=span, value=value, low=int(piece.value) if whole_ else None, best=None, high=int(piece.last) if whole_ else None,
            change=change, wording="range", stated=(int(piece.value), int(piece.last)) if whole_ else (), noun=place, unit=unit,
            kind=kind, extra=extra,
        )  # fmt: skip
    n = piece.value
    low_, best, high_ = reading(edges.wording, abs(n) if kind == "count" else n)
    change = CHANGES.get(edges.wording, "=")
    if edges.wording in {"exact", "about", "nearly"}:
        change = _direction(text, span[0], kind) or change
    return Figure(
        span=span, value=n, low=low_, best=best, high=high_, change=change, wording=edges.wording,
        stated=(int(n),) if n == int(n) and n >= 0 and kind != "fraction" else (), noun=place, unit=unit, kind=kind, extra=extra,
    )  # fmt: skip


def _vague_value(word: str, low: int, high: int | None) -> Number | tuple[Number, Number]:
    """How a vague word is written as a value: "hundreds" spans a power of ten, others stand at their low end."""
    if high is not None:
        return low, high
    return (low, low * 10) if word.split()[0] in {"tens", "hundreds", "thousands", "millions", "billions"} else low


def _plain(word: str) -> str:
    last = word.split()[-1]
    return {"a few": "few", "a handful of": "handful", "some": "some", "a number of": "some"}.get(
        word, last if last != "hundred" else "hundreds"
    )


def _direction(text: str, start: int, kind: Figuring) -> Change | None:
    """Up or down, by a verb right before the number."""
    if kind in {"age", "time", "ordinal", "other", "fraction"}:
        return None
    words = text[max(0, start - 32) : start].lower().split()
    if not words:
        return None
    by = words[-1] == "by"
    if kind == "count" and not by:
        return None
    at = words[-2:-1] if by else words[-1:]
    word = at[0].lstrip("(") if at else ""
    return _directions().get(word)


def _from(figure: Figure, past: int) -> Figure | None:
    """The figure without what overlaps the one before it, or None when nothing is left."""
    if figure.span[1] <= past:
        return None
    return Figure(**{**{name: getattr(figure, name) for name in Figure.__dataclass_fields__}, "span": (past, figure.span[1])})


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table("numbers", "nouns").items() if isinstance(words, list)}


@cache
def _not_zero() -> frozenset[str]:
    return frozenset(table("numbers")["zero"]["before"])


@cache
def _directions() -> dict[str, Change]:
    directions = table("numbers")["direction"]
    both: dict[str, Change] = {}
    both.update(dict.fromkeys(directions["up"], "up"))
    both.update(dict.fromkeys(directions["down"], "down"))
    return both
