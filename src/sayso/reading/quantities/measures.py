"""What kind of number is it: a count, a percentage, money, an age, a measure, a date, a name?

Literal checks by the words and signs around the number come before any regular expression.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sayso.packs import table
from sayso.reading.quantities.figures import Figuring
from sayso.reading.quantities.naming import before, named_in_words, naming
from sayso.reading.quantities.numerals import Numeral, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A number's kind, where its unit ends, and the unit's norm where it has one."""

    kind: Figuring
    end: int
    unit: str | None = None


def measured(text: str, numeral: Numeral) -> Measured | None:
    """The kind of a number by its form and its neighbours, or None when it may be a count."""
    end = numeral.span[1]
    if numeral.form in _KINDS:
        return Measured(kind=_KINDS[numeral.form], end=end)
    if numeral.decade:
        return Measured(kind="time", end=end)
    if numeral.word is not None:
        return _money(text, numeral)
    found = _by_unit(text, end)
    if found is not None:
        return found
    if 0 < numeral.value <= _HOURS and _is_hour(text, numeral):
        return Measured(kind="time", end=end)
    if text[end : end + 1] == "\u00b0":
        return Measured(kind="measure", end=end + 1, unit="degree")
    kind = _NAMINGS[numeral.form](text, numeral) if numeral.form in _NAMINGS else None
    return None if kind is None else Measured(kind=kind, end=end, unit="year of age" if kind == "age" else None)


_NAMINGS: dict[str, Callable[[str, Numeral], Figuring | None]] = {
    "fraction": lambda _text, _numeral: "fraction",
    "digits": naming,
    "words": named_in_words,
}


def unscaled(text: str, numeral: Numeral) -> Numeral:
    """The number in metres, where the "m" behind it is no million by the words beside it: "500m from the mosque"."""
    start, end = numeral.span
    if numeral.form != "digits" or numeral.word is not None or text[end - 1] != "m" or not text[end - 2].isdigit():
        return numeral
    value = numeral.value / _MILLION
    after = _metres_after().match(text, end)
    if after is None or (after["far"] and value < _FAR):
        after = None
    if after is None and not _metres_before().search(text, max(0, start - _METRES), start):
        return numeral
    return replace(numeral, span=(start, end - 1), value=whole(value))


_MILLION, _FAR, _METRES = 1_000_000, 10, 24
_KINDS: dict[str, Figuring] = {"date": "time", "clock": "time", "code": "other", "ordinal": "ordinal"}
_AGE = re.compile(r"[\s-]*(?:(year|month|week|day)s?[\s-]*old\b|(?:years?)\s+of\s+age\b|yo\b)", re.IGNORECASE)
_OF_DAY = re.compile(r"\s+(?:(?:in\s+the|that)\s+(?:morning|afternoon|evening)|(?:at|that)\s+night)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:(?:half|quarter|five|ten|twenty|twenty-five)\s+past"
    r"|(?:quarter|(?:at|by|until|till|before|after|since|was|is)\s+(?:five|ten|twenty|twenty-five))\s+to)\s\Z",
    re.IGNORECASE,
)
"""What makes the next number an hour; "ten to twelve wounded" is a range."""
_HOURS = 12
_TIME_AFTER = re.compile(
    r"\s?(?:[ap]\.?m\b|o['\u2019]clock|gmt\b|utc\b|(?:a\.d|b\.c|c\.e)\b|bce?\b|ce\b|hours\s+(?:gmt|local|on\s)|local\s+time)",
    re.IGNORECASE,
)


@cache
def _amid() -> tuple[str, ...]:
    """The words that may stand between a number and a unit of time, "50 previous years", each between blanks."""
    return tuple(f" {word} " for word in _nouns()["amid"])


def _passing(text: str, end: int) -> int:
    """The offset after such a word, where a unit of time follows it; else `end` itself."""
    past = text.find(" ", end + 1)
    unit = _HEAD.match(text, past)
    return past if unit is not None and _norms().get(unit[1].lower(), ("", ""))[1] in _TIMES else end


_TIMES = frozenset({"year", "month", "week", "day", "night", "hour", "minute", "second", "decade", "century"})


def _is_hour(text: str, numeral: Numeral) -> bool:
    """Whether a number without a unit tells the hour: "at nine in the morning", "half past nine"."""
    start, end = numeral.span
    word = before(text, start).lower()
    if word in {"past", "to"}:
        return _PAST.search(text, max(0, start - 24), start) is not None
    return word in _nouns()["hour_before"] and _OF_DAY.match(text, end) is not None


def _money(text: str, numeral: Numeral) -> Measured:
    end = numeral.span[1]
    sign = (numeral.word or "").replace(" ", "")
    signs = _units()["currency"]["signs"]
    unit = signs.get(sign) or next((norm for s, norm in signs.items() if sign.endswith(s)), "dollar")
    if (numeral.word or "").startswith("A "):
        unit = "dollar"
    return _per(text, Measured(kind="money", end=end, unit=unit))


_HEAD = re.compile(r"[\s-]{0,2}([^\W\d_]+|[%°€£])")
_OPENING = frozenset("%- \n\t°€£\u00a0'")
"""What may stand between a number and its unit."""


def _by_unit(text: str, end: int) -> Measured | None:
    following = text[end : end + 1]
    if not following.isalpha() and following not in _OPENING:
        return None
    age = _AGE.match(text, end)
    if age is not None:
        return Measured(kind="age", end=age.end(), unit=f"{(age[1] or 'year').lower()} of age")
    if _TIME_AFTER.match(text, end):
        return Measured(kind="time", end=end)
    if following == " " and text[end : end + 13].lower().startswith(_amid()):
        end = _passing(text, end)
    head = _HEAD.match(text, end)
    match = _unit_words().match(text, end) if head is not None and head[1].lower() in _unit_heads() else None
    if match is None:
        return None
    written, past = match[match.lastindex or 1], match.end(match.lastindex or 1)
    spaced = " ".join(written.replace("-", " ").lower().split())
    kind, unit = _norms().get(written) or _norms().get(written.lower()) or _norms().get(spaced) or ("other", "")
    return _per(text, Measured(kind="other" if unit == "count" else kind, end=past, unit=unit or None))


def _per(text: str, found: Measured) -> Measured:
    match = _per_words().match(text, found.end)
    if match is None:
        return found
    word = " ".join(match[1].lower().split())
    norm = _units()["per"]["norm"].get(word, word)
    return Measured(kind=found.kind, end=match.end(), unit=f"{found.unit} per {norm}")


@cache
def _units() -> dict[str, Any]:
    return table("numbers", "units")


@cache
def _nouns() -> dict[str, Any]:
    return table("numbers", "nouns")


@cache
def _norms() -> dict[str, tuple[Figuring, str]]:
    """The kind and the norm of each way to write a unit."""
    units = _units()
    norms: dict[str, tuple[Figuring, str]] = {}
    for norm, forms in [*units["symbols"].items(), *units["words"].items()]:
        norms.update(dict.fromkeys(forms, ("measure", norm)))
    for norm, forms in units["currency"]["words"].items():
        norms.update(dict.fromkeys(forms, ("money", norm)))
    norms.update(dict.fromkeys(units["percent"]["words"], ("percent", "percentage")))
    return norms


@cache
def _metres_after() -> re.Pattern[str]:
    words = _units()["metres"]
    near, far = ("|".join(w.replace(" ", r"\s") for w in words[side]) for side in ("after", "far"))
    return re.compile(rf"[\s-](?:{near}|(?P<far>{far}))\b")


@cache
def _metres_before() -> re.Pattern[str]:
    words = "|".join(w.replace(" ", r"\s") for w in _units()["metres"]["before"])
    return re.compile(rf"\b(?:{words})\s(?:about\s|around\s)?\Z", re.IGNORECASE)


@cache
def _unit_heads() -> frozenset[str]:
    """The first words and signs of all units: literals that spare most numbers the long pattern."""
    heads = {_HEAD.match(form) for form in _norms()}
    return frozenset(head[1].lower() for head in heads if head is not None)


@cache
def _unit_words() -> re.Pattern[str]:
    units = _units()
    forms = [f for group in (units["words"], units["currency"]["words"]) for fs in group.values() for f in fs]
    forms = sorted([*forms, *units["percent"]["words"]], key=lambda f: (-len(f), f))
    words = "|".join(re.escape(f).replace(r"\ ", r"[\s-]+") for f in forms)
    symbols = "|".join(re.escape(f) for fs in units["symbols"].values() for f in fs)
    spaced = r"\ (?=[CFVW](?:[\s,;).-]|$)(?!\s[A-Z][a-z]))"  # "5 W", but not "12 C Company"
    return re.compile(rf"(?:[\s-]{{0,2}}((?i:{words}))|(?:{spaced})?({symbols}))(?![\w])")


@cache
def _per_words() -> re.Pattern[str]:
    words = "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(_units()["per"]["words"], key=lambda w: (-len(w), w)))
    return re.compile(
        rf"\s*(?:(?:u\.s\.\s+)?per\s+|an?\s+|/\s?)({words})\b(?!\s+(?:ago|earlier|later|before|after)\b)",
        re.IGNORECASE,
    )
