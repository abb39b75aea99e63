"""Which words name months, days, units and numbers, and what do they count as?"""

import re
from functools import cache
from typing import Any

from sayso.packs import table


@cache
def words(kind: str) -> dict[str, Any]:
    """One list of `packs/en/times/words.toml`: word in lower case to what it counts as."""
    return dict(table("times")[kind])


def either(kind: str) -> str:
    """A regular expression for any word of a list, longest first; by first letters, so that what cannot match is left at once."""
    by_letter: dict[str, list[str]] = {}
    for w in sorted(words(kind), key=lambda w: (-len(w), w)):
        rest = re.escape(w[1:]).replace(r"\ ", r"\s+").replace(r"\-", r"[\s-]")
        by_letter.setdefault(w[0], []).append(rest)
    return "(?:" + "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items()) + ")"


def capitalised(kind: str) -> str:
    """A regular expression for any word of a list as a name is written: MONDAY or Monday."""
    by_letter: dict[str, list[str]] = {}
    for w in sorted(words(kind), key=lambda w: (-len(w), w)):
        by_letter.setdefault(w[0].upper(), []).append(f"{w[1:]}|{w[1:].upper()}")
    return "(?-i:" + "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items()) + ")"


def unit(word: str) -> str:
    """The TIMEX3 letters of a unit word, singular or plural."""
    w = " ".join(word.lower().split())
    w = words("plurals").get(w, w)
    found = words("units").get(w) or words("units")[w.rstrip("s")]
    return str(found)


def number(word: str) -> float | None:
    """What a number in digits or words counts as; None for vague ones ("several", "a few")."""
    w = " ".join(word.lower().replace("-", " ").split())
    if w in ("a", "an", "another", "the", "one more", "an additional", "a further", "a single"):
        return 1
    if w in ("couple", "a couple", "couple of", "a couple of"):
        return 2
    if w in ("half", "half a", "half an"):
        return 0.5
    if m := re.fullmatch(r"(\d[\d,]*(?:\.\d+)?)\s(million|billion)", w):
        return float(m[1].replace(",", "")) * {"million": 1e6, "billion": 1e9}[m[2]]
    if m := re.fullmatch(r"(\d[\d,]*(?:\.\d+)?)(?: plus)?(?:\s(1/2|1/4|3/4|and a half|and half))?", w):
        return float(m[1].replace(",", "")) + {"1/4": 0.25, "3/4": 0.75, None: 0.0}.get(m[2], 0.5)
    return _spelled(w)


def _spelled(w: str) -> float | None:
    half = 0.0
    if w.endswith(" and a quarter"):
        w, half = w.removesuffix(" and a quarter"), 0.25
    if m := re.fullmatch(r"(.+) and (?:a )?half", w):
        w, half = m[1], 0.5
    total = part = 0
    for p in w.replace(" and ", " ").split():
        value = 1 if p == "a" else words("numbers").get(p)
        if value is None:
            return None
        if value >= 100:
            part = max(part, 1) * value
            if value >= 1000:
                total, part = total + part, 0
        else:
            part += value
    return total + part + half


def ordinal(word: str) -> int | None:
    """What "third", "3rd" or "twenty-first" counts as."""
    w = "-".join(word.lower().split())
    if m := re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", w):
        return int(m[1])
    found = words("ordinals").get(w)
    return None if found is None else int(found)


def spelled_year(word: str) -> int | None:
    """The year that "nineteen ninety-seven" or "two thousand" spells."""
    parts = word.lower().replace("-", " ").split()
    if parts[0] in ("sixteen", "seventeen", "eighteen", "nineteen", "twenty") and len(parts) > 1:
        parts = [p for p in parts if p not in ("hundred", "and")]
        rest = number(" ".join(parts[1:]))
        return None if rest is None else int(words("numbers")[parts[0]] * 100 + rest)
    whole = number(" ".join(parts))
    return None if whole is None else int(whole)
