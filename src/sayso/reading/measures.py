"""What kind of number is it: a count, a percentage, money, an age, a measure, a date, a name?

Literal checks by the words and signs around the number come before any regular expression.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.packs import table
from sayso.reading.figures import Figuring
from sayso.reading.numerals import Numeral


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A number's kind, where its unit ends, and the unit's norm where it has one."""

    kind: Figuring
    end: int
    unit: str | None = None


def measured(text: str, numeral: Numeral) -> Measured | None:
    """The kind of a number by its neighbours, or None when it may be a count."""
    start, end = numeral.span
    if numeral.form in {"date", "clock"}:
        return Measured(kind="time", end=end)
    if numeral.form == "code":
        return Measured(kind="other", end=end)
    if numeral.form == "ordinal":
        return Measured(kind="ordinal", end=end)
    if numeral.decade:
        return Measured(kind="time", end=end)
    if numeral.word is not None and numeral.form in {"digits", "fraction"}:
        return _money(text, numeral)
    found = _by_unit(text, end)
    if found is not None:
        return found
    if numeral.form == "fraction":
        return Measured(kind="fraction", end=end)
    if numeral.form == "digits":
        return _name_or_date(text, numeral)
    return None


def before(text: str, at: int) -> str:
    """The word before an offset, without what stands between but a space; empty where there is none."""
    match = _LAST.search(text, max(0, at - 24), at)
    return match[1] if match else ""


_LAST = re.compile(r"([\w.&'\u2019-]+)[\s]+\Z")
_MONEY_WORD = re.compile(r"(?:[\s-]+(?:million|billion|thousand)\b)?", re.IGNORECASE)
_AGE = re.compile(r"[\s-]*(?:(year|month|week|day)s?[\s-]*old\b|(?:years?)\s+of\s+age\b|yo\b)", re.IGNORECASE)
_TIME_AFTER = re.compile(
    r"\s?(?:[ap]\.?m\b|o['\u2019]clock|gmt\b|utc\b|(?:a\.d|b\.c|c\.e)\.|bce?\b|ce\b|hours\s+(?:gmt|local|on\s)|local\s+time)",
    re.IGNORECASE,
)
_CALIBRE = re.compile(r"[\s-]?(?:mm|millimet(?:er|re))s?\b|[\s-]?calib(?:er|re)\b", re.IGNORECASE)
_FULL_NAME = re.compile(r"\b[A-Z][\w'\u2019-]+\s[A-Z][\w'\u2019-]+\s\Z")
_KIN_BEFORE = re.compile(r"\b(?i:the|her|his|my|their|our|an?|whose)\s(?:[a-z]+\s)?[a-z]+,\s\Z")
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w.'\u2019-]*|\)),\s\Z")
_RANGE_REST = re.compile(r"\s?[-\u2013]\s?\d{1,2}\b")
_PEOPLE_GAP = re.compile(r"(?:\s+\w+){0,2}?\s+(\w+)")


def _money(text: str, numeral: Numeral) -> Measured:
    end = numeral.span[1]
    sign = (numeral.word or "").replace(" ", "")
    signs = _units()["currency"]["signs"]
    unit = signs.get(sign) or next((norm for s, norm in signs.items() if sign.endswith(s)), "dollar")
    if (numeral.word or "").startswith("A "):
        unit = "dollar"
    return _per(text, Measured(kind="money", end=end, unit=unit))


def _by_unit(text: str, end: int) -> Measured | None:
    following = text[end : end + 1]
    if following and not (following in "%- \n'\u2019\t°€£ \u2013½/.," or following.isalpha()):
        return None
    if following in {",", "."}:
        return None
    age = _AGE.match(text, end)
    if age is not None:
        return Measured(kind="age", end=age.end(), unit=f"{(age[1] or 'year').lower()} of age")
    if _TIME_AFTER.match(text, end):
        return Measured(kind="time", end=end)
    match = _unit_words().match(text, end)
    if match is None:
        return None
    written = match[1] if match[1] is not None else match[2]
    kind, unit = _norms().get(written) or _norms().get(" ".join(written.lower().split())) or ("other", "")
    past = match.end(1) if match[1] is not None else match.end(2)
    if kind == "measure" and unit == "count":
        return _per(text, Measured(kind="other", end=past, unit=unit))
    return _per(text, Measured(kind=kind, end=past, unit=unit))


def _per(text: str, found: Measured) -> Measured:
    match = _per_words().match(text, found.end)
    if match is None:
        return found
    word = " ".join(match[1].lower().split())
    norm = _units()["per"]["norm"].get(word, word)
    if match.group().split()[0].lower() in {"a", "an"} and norm in {"game"}:
        return found
    return Measured(kind=found.kind, end=match.end(), unit=f"{found.unit} per {norm}")


def _name_or_date(text: str, numeral: Numeral) -> Measured | None:  # noqa: PLR0911 -- one return a case
    start, end = numeral.span
    written = text[start:end]
    plain = written.isdigit()
    left = text[start - 1 : start]
    if left == "-" and text[start - 2 : start - 1].isalpha():
        joined = re.search(r"([A-Za-z]+)-\Z", text[max(0, start - 12) : start])
        if joined is None or joined[1].lower() not in {"sub", "minus", "to", "and", "of", "now"}:
            return Measured(kind="other", end=end)
    if text[end : end + 1].isalpha() or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit() and left == "-"):
        return Measured(kind="other", end=end)
    if left == "#" or (left == "[" and text[end : end + 1] == "]") or (left == "(" and text[end : end + 1] == ")" and len(written) < 4):  # noqa: PLR2004 -- "(4)" is a mark
        return Measured(kind="age" if len(written) == 2 and _named(text, start - 1) else "other", end=end)  # noqa: PLR2004
    word = before(text, start)
    low = word.lower()
    lists = _lists()
    if low.endswith(".") and low not in lists["low_labels"] and low.rstrip(".") not in lists["months"]:
        word = low = ""  # another sentence
    if plain:
        dated = _date(text, numeral, low)
        if dated is not None:
            return dated
        if _is_age(text, start, end, numeral.value, low):
            return Measured(kind="age", end=end, unit="year of age")
        if (not word or "\n" in text[start - 1 : start]) and text[end : end + 2] in {". ", ") "} and _line_start(text, start):
            return Measured(kind="other", end=end)
    after = _WORD_AFTER.match(text, end)
    follows = after[1] if after else ""
    if (low in lists["labels"] and word[0].isupper()) or low in lists["low_labels"]:
        capital_text = word.isupper() and follows.isupper()
        if not capital_text and not (follows and follows.lower() in lists["persons"]):
            return Measured(kind="other", end=end)
    if follows == "block" or (follows[:1].isupper() and not follows.isupper() and follows.lower() in lists["labelled"]):
        return Measured(kind="other", end=end)
    if (written[0] == "." and follows.lower() in lists["guns"]) or (written == _EMERGENCY and not follows.endswith("s")):
        return Measured(kind="other", end=end)
    street = _STREET.match(text, end)
    if street is not None and (plain or "-" in written):
        return Measured(kind="other", end=end)
    if plain and word and word[0].isupper() and not word.isupper() and len(word) > 1 and low not in lists["harms"]:
        inner = _sentence_inner(text, start, word)
        if (
            inner
            and not (follows and (follows.lower() in lists["persons"] or follows.lower().endswith("s")))
            and low not in lists["stop"]
        ):
            return Measured(kind="other", end=end)
    return None


_WORD_AFTER = re.compile(r"\s+([A-Za-z][\w-]*)")
_EMERGENCY = "911"
_STREET = re.compile(
    r"(?:\s+[A-Z0-9][\w'\u2019]*\.?){1,4}\s+"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Square|Terrace|Hwy|Highway|Way|Court|Ct|Place|Pkwy|Circle)\b\.?"
)


def _date(text: str, numeral: Numeral, low: str) -> Measured | None:
    start, end = numeral.span
    value, lists = numeral.value, _lists()
    after = _WORD_AFTER.match(text, end)
    follows = after[1].lower() if after else ""
    day = 1 <= value <= 31  # noqa: PLR2004 -- days of a month
    bare = low.rstrip(".,")
    if bare in lists["months"] and _DAY_MONTH.search(text, max(0, start - 16), start):
        return Measured(kind="time", end=end)
    if day and follows in lists["months"] and after and (after[1][0].isupper()):
        return Measured(kind="time", end=end)
    if bare in lists["months"] and before(text, start)[:1].isupper() and (day or 1000 <= value <= 2200):  # noqa: PLR2004 -- years
        if not (follows in lists["persons"] and _month_is_when(text, start)):
            return Measured(kind="time", end=end)
    written = text[start:end]
    if len(written) == 4 and low in {"at", "from", "by"} and value < _MIDNIGHT and value % 100 < 60 and not follows.endswith("s"):  # noqa: PLR2004
        if low == "at" or _HOURS_TO.match(text, end):
            return Measured(kind="time", end=end)
    if len(written) == 4 and 1000 <= value <= 2200:  # noqa: PLR2004 -- years
        recent = 1800 <= value <= 2150  # noqa: PLR2004
        counted = follows in lists["persons"] or follows in lists["more"]
        if low in lists["year_before"] and not (counted and low not in {"in", "since", "until", "by"}):
            if recent or low in {"in", "since", "until", "a.d.", "between"} or _YEAR_PAIR.search(text, max(0, start - 16), start):
                return Measured(kind="time", end=end)
        if recent and not counted and (value >= 1900 or not follows) and not low.endswith("than"):  # noqa: PLR2004
            return Measured(kind="time", end=end)
    return None


_MIDNIGHT = 2400
_HOURS_TO = re.compile(r"\s(?:to|until|and|-)\s\d{4}\b", re.IGNORECASE)
_DAY_MONTH = re.compile(r"\d\s+[A-Za-z]+\.?\s\Z")
_YEAR_PAIR = re.compile(r"\b1\d{3}\s(?:and|to)\s\Z")
_PLACE_IN = re.compile(r"\b[Ii]n\s+\w+\.?\s\Z")


def _month_is_when(text: str, start: int) -> bool:
    """Whether "In March 12 soldiers died" is meant: a month that does not carry the number as its day."""
    return _PLACE_IN.search(text, max(0, start - 20), start) is not None


def _is_age(text: str, start: int, end: int, value: float, low: str) -> bool:
    if not 0 < value <= 110:  # noqa: PLR2004 -- years that a person lives
        return False
    if low in {"aged", "age", "ages"}:
        return True
    following = text[end : end + 1]
    named = following in {",", ";", ")", "."} and _NAME_BEFORE.search(text, max(0, start - 24), start)
    if named or (following in {",", "."} and value >= _GROWN and _KIN_BEFORE.search(text, max(0, start - 32), start)):
        return following != "." or len(text) <= end + 1 or text[end + 1].isspace()
    if low in {"was", "is", "be", "turned", "turns", "being"} and (
        following in {",", ".", ";", ""} or _WORD_AFTER.match(text, end)
    ):
        return _AGE_OF.search(text, max(0, start - 20), start) is not None and not _next_is_plural(text, end)
    return False


_GROWN = 10
_AGE_OF = re.compile(r"\b(?:he|she|who)\s+(?:was|is|(?:will|would)\s+be|turned|turns)\s\Z", re.IGNORECASE)


def _next_is_plural(text: str, end: int) -> bool:
    match = _WORD_AFTER.match(text, end)
    return match is not None and (match[1].lower().endswith("s") or match[1].lower() in _lists()["plural"])


def _named(text: str, at: int) -> bool:
    return _FULL_NAME.search(text, max(0, at - 30), at) is not None


def _line_start(text: str, start: int) -> bool:
    return start == 0 or text[:start].rsplit("\n", 1)[-1].strip() == ""


def _sentence_inner(text: str, start: int, word: str) -> bool:
    """Whether the word before the number stands inside a sentence, so that its capital makes it a name."""
    at = text.rfind(word, 0, start)
    head = text[max(0, at - 3) : at].rstrip()
    return bool(head) and head[-1] not in ".!?:\n—\u2013\u201c\"'•*|" and "\n" not in text[max(0, at - 2) : at]


@cache
def _units() -> dict[str, Any]:
    return table("numbers", "units")


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table("numbers", "nouns").items() if isinstance(words, list)}


@cache
def _norms() -> dict[str, tuple[Figuring, str]]:
    """The kind and the norm of each way to write a unit."""
    units = _units()
    norms: dict[str, tuple[Figuring, str]] = {}
    for norm, forms in [*units["symbols"].items(), *units["words"].items()]:
        norms.update({form: ("measure", norm) for form in forms})
    for norm, forms in units["currency"]["words"].items():
        norms.update({form: ("money", norm) for form in forms})
    norms.update({form: ("percent", "percentage") for form in units["percent"]["words"]})
    return norms


@cache
def _unit_words() -> re.Pattern[str]:
    units = _units()
    forms = [f for group in (units["words"], units["currency"]["words"]) for fs in group.values() for f in fs]
    forms = sorted([*forms, *units["percent"]["words"]], key=lambda f: (-len(f), f))
    words = "|".join(re.escape(f).replace(r"\ ", r"[\s-]+") for f in forms)
    symbols = "|".join(re.escape(f) for fs in units["symbols"].values() for f in fs)
    return re.compile(rf"(?:[\s-]{{0,2}}((?i:{words}))|({symbols}))(?![\w])")


@cache
def _per_words() -> re.Pattern[str]:
    words = "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(_units()["per"]["words"], key=lambda w: (-len(w), w)))
    return re.compile(rf"\s*(?:per\s+|an?\s+|/\s?)({words})\b", re.IGNORECASE)
