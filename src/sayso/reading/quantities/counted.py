"""What does a number count: which noun phrase follows it?

There is no parse here: word lists tell where the phrase ends, the plural ending where its head is.
"""

import re
from dataclasses import dataclass
from functools import cache

from sayso.model import Span
from sayso.packs import table
from sayso.reading.quantities.spelled import fused
from sayso.reading.words.plurals import is_plural, positive, singular


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """The counted noun phrase: its span, its normalised text, whether it is plural.

    `more` is true after "more" or "additional", `hyphen` for a noun joined to its number ("four-man").
    """

    span: Span
    unit: str | None
    plural: bool
    more: bool = False
    hyphen: bool = False


def counted(text: str, end: int, *, one: bool = False) -> Noun | None:
    """The noun phrase that a number ending at `end` counts; `one` asks for a singular."""
    if text[end : end + 2] == " (":
        again = _AGAIN.match(text, end)
        end = end if again is None or not (again[1] is None or is_number(again[1])) else again.end()
    first = _WORD.match(text, end)
    if first is None or first[1] is None:
        return None
    if first[1] == "-":
        return _joined(text, first)
    if "\n" in first[1] and _LABEL.match(text, first.end()):
        return None  # a list of labels: "Killed: 23", and on the next line "Wounded: 68"
    low = first[2].lower()
    led = low == "of" or low[0].isdigit() or low in _lists()["more"]
    lead = _lead(text, end) if led else _Lead(end=end)
    if lead.pronoun is not None:
        return Noun(span=lead.pronoun, unit=None, plural=True, more=lead.more)
    words = _phrase(text, lead.end, one=one)
    plurals = [i for i, (word, _) in enumerate(words) if is_plural(word)]
    nominal = bool(words) and _bare(words[0][0].lower()) in _lists()["nominal"]
    if words and not plurals and _is_people(words[-1][0]):
        plurals = [len(words) - 1]
    if not words or not (plurals or one or nominal):
        return None
    if not plurals and nominal and not (one and len(words) > 1):
        return Noun(span=words[0][1], unit=words[0][0].lower(), plural=True, more=lead.more)
    kept = words[: (plurals[-1] if plurals else len(words) - 1) + 1]
    last, (start, _) = kept[-1]
    span = (kept[0][1][0], start + len(last.rstrip("'\u2019")))
    return Noun(span=span, unit=_normal([w for w, _ in kept], text, span[1]), plural=bool(plurals), more=lead.more)


def is_number(word: str) -> bool:
    """Whether a word is a number word, vague plurals included."""
    low = word.lower().partition("-")[0]
    return low in _numbers() or low.removesuffix("s") in _numbers() or low == "tens"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lead:
    """What stands between a number and its noun ("of the", "more"), where it ends, and a pronoun that takes the noun's place."""

    end: int
    more: bool = False
    pronoun: Span | None = None


Words = list[tuple[str, Span]]
_WORD = re.compile(
    r"([^\S\n]*\n[^\S\n]*|[^\S\n]+|-)?[\u201c\"'(]?((?:[A-Z]\.){2,}(?=\s)|[A-Za-z\u00c0-\u024f&][\w\u2019'&]*(?:-[\w\u2019']+)*|\d[\d,]*(?:\.\d+)?(?:-?[a-z]+)*(?:-[a-z]+)*)"
)
_AGAIN = re.compile(r"\s\((?:\d[\d,]*|([A-Za-z]+)(?:[\s-][A-Za-z]+){0,9})\)")
_LABEL = re.compile(r"\s*[:=\u2013\u2014]|\s+-\s")
_OF = re.compile(r"\s+of\s+([a-z-]+)\b(?:\s([a-z]+)\b)?")
_REACH = 8
"""Words that are looked at after a number."""
_NEAR = 4
"""Words after a participle or an adverb among which its plural is looked for."""
_ADVERB = 4
"""Letters of the longest word in -ly that is no adverb ("only" is in the pack)."""
_DOMAIN = re.compile(r"\s+in\s+(?:(?:the|my|his|her|its|our|their)\s+)?([A-Za-z]+)\b")
"""What a superlative is the first of: "the hottest car in the world"."""
_CLOSING = frozenset({",", ".", ";", ":", ")", "?", "!", "\u2014", "\u2013", "\u201d", '"'})
_MARQUES = frozenset({"kia", "mia"})
"""Names that in capitals or lower case are short for the dead and the missing."""
_COLLECTIVE = frozenset(
    {"police", "infantry", "staff", "crew", "militia", "youth", "cavalry", "aircraft", "media", "head", "fish", "taliban"}
)
_DROPPED = frozenset({"most", "combined", "recorded", "than"})
"""Words of a phrase that its normalised text leaves out."""


def _joined(text: str, match: re.Match[str]) -> Noun | None:
    """The noun of a hyphened number: "four-man", "15-round"; after "-strong" the noun that follows."""
    word = match[2].partition("-")[0]
    if word.lower() == "strong":
        return counted(text, match.end(), one=True)
    if word[0].isdigit() or is_number(word) or word.lower() in _lists()["stop"]:
        return None
    start = match.start(2)
    return Noun(span=(start, start + len(word)), unit=singular(word), plural=False, hyphen=True)


def _lead(text: str, at: int) -> _Lead:
    """Pass "of the", "of its 1,900", "more", "23-year-old" and the like."""
    lists = _lists()
    of = more = False
    for _ in range(_REACH):
        match = _WORD.match(text, at)
        if match is None:
            break
        low = match[2].lower()
        aged = low[0].isdigit() and low[-1].isalpha() and low.lstrip("0123456789,.") not in _scales()
        if of and low in lists["pronouns"] and low not in lists["determiners"]:
            return _Lead(end=match.end(), more=more, pronoun=match.span(2))
        number = of and (low[0].isdigit() or is_number(low) or low in lists["approximate"])
        if not (aged or number or (low == "of" and not of) or (of and low in lists["determiners"]) or low in lists["more"]):
            break
        at = match.end()
        of, more = of or low == "of", more or (low in lists["more"] and not text.startswith(" than", at))
        if text[at : at + 1] in _CLOSING:
            break
    return _Lead(end=at, more=more)


def _phrase(text: str, at: int, *, one: bool) -> Words:
    """The words from `at` on that may belong to the counted phrase."""
    words: Words = []
    for _ in range(_REACH):
        if text[at : at + 1] in _CLOSING:
            break
        match = _WORD.match(text, at)
        if match is None or match[1] is None or match[2][0].isdigit() or (words and text[match.start(2) - 1] in "(\u201c\"'"):
            break
        if not _belongs(text, words, match, one=one):
            if not words and _bare(match[2].lower()) in _lists()["nominal"]:
                words.append((match[2], match.span(2)))
            break
        words.append((match[2], match.span(2)))
        at = match.end()
    return words


def _belongs(text: str, words: Words, match: re.Match[str], *, one: bool) -> bool:
    """Whether a word goes on with the phrase so far."""
    lists = _lists()
    low = match[2].lower().replace("\u2019", "'")
    if low in _MARQUES and match[2].istitle():
        return True
    if match[2] == "US" and _goes_on(text, match.end(), one=one):
        return True
    if low in {"and", "or"} and words and not one and not is_plural(words[-1][0]):
        return _and_another(text, match.end())
    if low in lists["stop"] or (words and words[-1][0][-1] in "'\u2019"):
        return False
    if low in lists["verbs"] or _is_participle(low):
        before_noun = low in lists["participles"] or (low.endswith("ed") and low not in lists["verbs"])
        return before_noun and _goes_on(text, match.end(), one=one)
    if low.endswith("ly") and len(low) > _ADVERB:
        return not words and _goes_on(text, match.end())
    if words and is_plural(words[-1][0]) and not is_plural(low):
        return words[-1][0].lower() in _COLLECTIVE and _goes_on(text, match.end())
    return True


def _and_another(text: str, at: int) -> bool:
    """Whether "and" joins two modifiers of one plural: "Russian and North Korean soldiers"."""
    match = _WORD.match(text, at)
    return match is not None and not match[2][0].isdigit() and not is_number(match[2]) and _goes_on(text, at)


def _goes_on(text: str, at: int, *, one: bool = False) -> bool:
    """Whether a participle is followed by a plural, as in "armed men", or by any noun where `one` is asked for."""
    lists = _lists()
    for _ in range(_NEAR):
        match = _WORD.match(text, at)
        if match is None or match[1] is None or match[2].lower() in lists["stop"] or match[2].lower() in lists["verbs"]:
            return False
        if one or is_plural(match[2]):
            return True
        at = match.end()
    return False


def _normal(words: list[str], text: str, end: int) -> str:
    """The phrase without adverbs, its head in the singular, with what a bare "of" adds: "snaps of man coverage"."""
    kept = [w for w in words if not (w.lower().endswith("ly") and len(w) > _ADVERB) and w.lower() not in _DROPPED] or words
    kept = [w for w in kept if w.lower() not in {"and", "or"}]
    plain = [positive(w.removesuffix("'s").removesuffix("\u2019s")) for w in kept[:-1]]
    unit = [*plain, singular(kept[-1])]
    tail = _OF.match(text, end)
    domain = _DOMAIN.match(text, end) if plain != kept[:-1] or "most" in (w.lower() for w in words) else None
    if tail is not None and tail[1] not in _lists()["determiners"] and tail[1] not in _lists()["stop"]:
        goes_on = tail[2] and not is_plural(tail[1]) and not any(tail[2] in _lists()[name] for name in ("stop", "verbs"))
        unit.extend([tail[1], singular(tail[2])] if goes_on else [singular(tail[1])])
    elif domain is not None:
        unit.append(domain[1])
    return " ".join(unit) + per(text, end)


def _bare(low: str) -> str:
    """A word without what is joined before it: "weapon-wounded" is wounded."""
    return low.rpartition("-")[2]


_PER = re.compile(
    r"\s+(?:per|every|an?)\s+(hour|day|night|week|month|year|person|head)\b"
    r"(?!\s+(?:[a-z]+\s+)?(?:ago|earlier|later|before|after|long)\b)"
)


def per(text: str, end: int) -> str:
    """What a count is a rate of, with a space before it: " per day" after "30 shells a day"; empty where it is none."""
    rate = _PER.match(text, end)
    return "" if rate is None else f" per {rate[1]}"


def _is_people(word: str) -> bool:
    """Whether a word names the people of a country in the singular and the plural, as "Lebanese"."""
    low = word.lower()
    return word[0].isupper() and (low.endswith("ese") or low in _lists()["same_plural"])


def _is_participle(low: str) -> bool:
    return len(low) > _ADVERB and low.endswith("ed") and low not in {"unmanned", "hundred"} and not low.endswith("eed")


@cache
def _scales() -> frozenset[str]:
    """The letters that make "5m" a number and no modifier, as "9mm" is."""
    return frozenset(s.lower() for s in table("numbers")["suffixes"] if s != "MM")


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table("numbers", "nouns").items() if isinstance(words, list)}


@cache
def _numbers() -> frozenset[str]:
    pack = table("numbers")
    return frozenset(w for group in ("ones", "teens", "tens", "magnitudes", "packs") for w in pack[group]) | fused().keys()
