"""What does a number count: which noun phrase follows it?

There is no parse here: word lists tell where the phrase ends, the plural ending where its head is.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.model import Span
from sayso.packs import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """The counted noun phrase: its span, its normalised text, whether it is plural, and what stood before it."""

    span: Span
    unit: str | None
    plural: bool
    more: bool = False
    hyphen: bool = False


_WORD = re.compile(r"([^\S\n]*\n[^\S\n]*|[^\S\n]+|-)?[\u201c\"'(]?([A-Za-zÀ-ɏ&][\w\u2019'&]*(?:-[\w\u2019']+)*|\d[\d,]*(?:-[a-z]+)*)")
_REACH = 8
"""Words that are looked at after a number."""


def counted(text: str, end: int, *, one: bool = False) -> Noun | None:
    """The noun phrase that a number ending at `end` counts; `one` asks for a singular."""
    words, flags = _phrase(text, end, one=one)
    if not words:
        return None
    nominal, plurals = _words()["nominal"], [i for i, w in enumerate(words) if _is_plural(w[0])]
    hyphen = "hyphen" in flags
    if hyphen:
        head = len(words) - 1 if len(words) == 1 else (plurals[0] if plurals else len(words) - 1)
        return Noun(span=(words[0][1][0], words[0][1][1]), unit=singular(words[0][0]), plural=False, hyphen=True)
    if "pronoun" in flags:
        return Noun(span=words[0][1], unit=None, plural=True, more="more" in flags)
    if plurals:
        head = plurals[-1]
    elif words[0][0].lower().rsplit("-", 1)[-1] in nominal and not (one and len(words) > 1):
        return Noun(span=words[0][1], unit=words[0][0].lower(), plural=True, more="more" in flags)
    elif one:
        head = len(words) - 1
    else:
        return None
    kept = words[: head + 1]
    return Noun(
        span=(kept[0][1][0], kept[-1][1][0] + len(kept[-1][0].rstrip("'\u2019"))),
        unit=_normal([w for w, _ in kept], text, kept[-1][1][1]),
        plural=bool(plurals),
        more="more" in flags,
    )


def is_number(word: str) -> bool:
    """Whether a word is a number word, vague plurals included."""
    low = word.lower().split("-")[0]
    return low in _numbers() or low.removesuffix("s") in _numbers() or low == "tens"


def singular(word: str) -> str:
    """The singular of an English noun, by its ending; capitals stay."""
    low = word.lower().replace("\u2019", "'")
    if low.endswith(("'s", "s'")):
        return word[:-2] if low.endswith("'s") else word[:-1]
    known = _words()["singular"].get(low)
    if known is not None:
        return str(known)
    if low.endswith("men") and len(low) > 4:
        return word[:-3] + "man"
    if low.endswith(("women",)):
        return word[:-5] + "woman"
    if low in _words()["not_plural"] or not low.endswith("s") or low.endswith(("ss", "us", "is")) or len(low) < 4:
        return word
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def _phrase(text: str, end: int, *, one: bool) -> tuple[list[tuple[str, Span]], set[str]]:
    """The words that may belong to the phrase, and what was passed before them."""
    lists = _words()
    stop, verbs, participles = lists["stop"], lists["verbs"], lists["participles"]
    words: list[tuple[str, Span]] = []
    flags: set[str] = set()
    at = end
    for step in range(_REACH):
        match = _WORD.match(text, at)
        if match is None or (match[1] is None and at == end):
            break
        word, low = match[2], match[2].lower().replace("\u2019", "'")
        span = match.span(2)
        opened = span[0] - 1 > at and text[span[0] - 1] in "(\u201c\"'"
        if opened and words:
            break
        if step == 0 and match[1] == "-" and word[0].isdigit():
            break
        if step == 0 and match[1] == "-":
            flags.add("hyphen")
            first = word.split("-")[0]
            return [(first, (span[0], span[0] + len(first)))], flags
        if not words and low == "of" and "of" not in flags:
            flags.add("of")
        elif not words and "of" in flags and low in lists["pronouns"] and low not in lists["determiners"]:
            flags.add("pronoun")
            return [(word, span)], flags
        elif not words and "of" in flags and low in lists["determiners"]:
            flags.add("the")
        elif not words and low in lists["more"]:
            flags.add("more")
        elif word[0].isdigit() and word[-1].isalpha():
            flags.add("aged")
        elif word[0].isdigit():
            if words or "of" not in flags:
                break
        elif not words and "of" in flags and is_number(low):
            pass
        elif low in stop:
            if low == "others":
                words.append((word, span))
            break
        elif low in verbs or _is_participle(low):
            nominal = not words and low.rsplit("-", 1)[-1] in lists["nominal"]
            before_noun = low in participles or (low.endswith("ed") and low not in verbs)
            if not before_noun or not _goes_on(text, match.end(), one=one):
                if nominal:
                    words.append((word, span))
                break
            words.append((word, span))
        elif low.endswith("ly") and len(low) > _MEN and (words or not _goes_on(text, match.end())):
            break
        elif words and _is_plural(words[-1][0]) and not _is_plural(word):
            if words[-1][0].lower() not in _COLLECTIVE or not _goes_on(text, match.end()):
                break
            words.append((word, span))
        else:
            words.append((word, span))
        at = match.end()
        if text[at : at + 1] in {",", ".", ";", ":", ")", "?", "!", "—", "\u2013", "\u201d", '"'}:
            break
    return words, flags


def _goes_on(text: str, at: int, *, one: bool = False) -> bool:
    """Whether a participle is followed by a plural, as in "armed men", or by any noun where `one` is asked for."""
    for _ in range(3):
        match = _WORD.match(text, at)
        if match is None or match[1] is None or match[2].lower() in _words()["stop"] or match[2].lower() in _words()["verbs"]:
            return False
        if one or _is_plural(match[2]):
            return True
        at = match.end()
    return False


def _normal(words: list[str], text: str, end: int) -> str:
    kept = [w for w in words if not w.lower().endswith("ly") or len(w) < 5]
    kept = [w for w in kept if w.lower() not in {"most", "combined", "more", "recorded", "than"}] or words
    unit = [*(w.removesuffix("'s").removesuffix("\u2019s") for w in kept[:-1]), singular(kept[-1].rstrip("'\u2019"))]
    tail = _OF.match(text, end)
    if tail is not None and tail[1].lower() not in _words()["determiners"] and tail[1].islower():
        unit.extend([*tail[1].split()[:-1], singular(tail[1].split()[-1])])
    return " ".join(unit)


_OF = re.compile(
    r"\s+of\s+([a-z-]+(?:\s+(?!and|or|in|on|at|to|from|for|with|by|a|an|the|as|were|was|are|is|has|have|had)[a-z]+s)?)\b"
)


def _is_participle(low: str) -> bool:
    return len(low) > 4 and low.endswith("ed") and low not in {"unmanned", "hundred"} and not low.endswith(("eed", "-ed"))


def _is_plural(word: str) -> bool:
    low = word.lower().rstrip("'\u2019")
    lists = _words()
    if low in lists["plural"] or (low.endswith(("men", "children")) and len(low) > _MEN and low not in _NOT_MEN):
        return True
    return (
        len(low) > 3 and low.endswith("s") and low not in lists["not_plural"] and not low.endswith(("ss", "us", "is", "'s", "\u2019s"))
    )


_MEN = 4
_NOT_MEN = frozenset({"specimen", "regimen", "abdomen", "acumen"})
_COLLECTIVE = frozenset(
    {"police", "infantry", "staff", "crew", "militia", "youth", "cavalry", "aircraft", "media", "head", "fish"}
)


@cache
def _words() -> dict[str, Any]:
    return {name: frozenset(value) if isinstance(value, list) else value for name, value in table("numbers", "nouns").items()}


@cache
def _numbers() -> frozenset[str]:
    pack = table("numbers")
    return frozenset(w for group in ("ones", "teens", "tens", "magnitudes", "packs") for w in pack[group])
