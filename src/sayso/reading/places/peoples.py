"""Which sides does the text itself make known: countries that no table has, by their armies, governments and ministries?

A side is a lower-case name, as a nation is: of "Astovian soldiers" the country ("astovia") where the text names it, else
the word itself.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from sayso.reading.places.names import common, never, possible
from sayso.reading.words.certainty import listed
from sayso.reading.words.kinds import kind_of, party_of
from sayso.reading.words.nations import nation, nation_words
from sayso.reading.words.peoples import countries

_NAME = r"[A-ZÀ-ÞŁŚŠŽČ][a-zß-ÿ\u0101-\u017f]{2,}"
_WORD = re.compile(rf"(?<![\w'’.-]){_NAME}(?![\w-])")
_TOWN = 50_000
"""Inhabitants of a town whose name is not taken for a country's. Source: set by hand."""


def side_of(phrase: str, text: str) -> str | None:
    """The side that a phrase of the text names first: a nation of the table, else one that the text makes known, or None."""
    known = next((w.nation for w in nation_words(phrase)), None)
    return known or own_side(phrase, text)


def own_side(phrase: str, text: str) -> str | None:
    """The first side in a phrase that only the text makes known, or None."""
    sides = peoples(text)
    return next((sides[m.group()] for m in _WORD.finditer(phrase) if m.group() in sides), None) if sides else None


def is_side(name: str | None, text: str) -> bool:
    """True for the name of a side that only the text makes known."""
    return name is not None and name in peoples(text).values()


def country(name: str | None, text: str) -> str | None:
    """The country's name for a side that is called after its people: astovia for astovian; any other name as it is."""
    if name is None:
        return None
    return next((country for word, country in peoples(text).items() if word.casefold() == name), name)


@lru_cache(maxsize=64)
def peoples(text: str) -> Mapping[str, str]:
    """The words of a text that stand for a country of no table, each with that country's name in lower case."""
    found: dict[str, bool] = {}
    for m in _bodies().finditer(text):
        w = m["of"] or m["before"]
        if not m["thing"] or people(w):
            found[w] = found.get(w, False) or (bool(m["owns"]) and not m["thing"])
    words = sorted(w for w, owns in found.items() if _new(w) and _firm(w, text, owns=owns))
    if not words:
        return MappingProxyType({})
    present = {m.group() for m in _WORD.finditer(text)}
    out = {}
    for w in words:
        country = next((c for c in countries(w) if c in present and _new(c)), w)
        out[w] = out[country] = country.casefold()
        for p in sorted(present):
            if country in countries(p) and _new(p):
                out[p] = country.casefold()
    return MappingProxyType(out)


def adjective(word: str) -> bool:
    """True for a word with the ending of a people's name: "Astovian"."""
    return word.casefold().endswith(listed("sources", "sides", "endings"))


def people(word: str) -> bool:
    """True for a word that can only be a people's by its ending, of no land that the tables know: "Astovian", not "Siberian"."""
    if not word.endswith(listed("sources", "sides", "sure")):
        return False
    return not any(nation(c) or any(t.people >= _TOWN or t.level != "town" for t in possible(c)) for c in countries(word)[:2])


def _new(word: str) -> bool:
    """True where no table knows the word as anything else."""
    low = word.casefold()
    if low in listed("sources", "sides", "never") or nation(word) or never(word) or common(word) or party_of(word):
        return False
    return kind_of(word) == "other" and not any(t.people >= _TOWN or t.level != "town" for t in possible(word))


def _firm(word: str, text: str, *, owns: bool) -> bool:
    """True where the word is a name and no person's: it owns an army, ends as a people's, or is capital in a sentence."""
    if re.search(rf"(?<![\w-]){word.casefold()}(?![\w-])", text):
        return False
    befores = (m[1] for m in re.finditer(rf"(?<!\w)([A-Z][\w.]+)[ -](?:al-)?{word}(?![\w-])", text))
    if any(not never(b.rstrip(".")) for b in befores):
        return False
    return owns or adjective(word) or re.search(rf"[a-z,]['’s]* {word}(?![\w-])", text) is not None


@cache
def _bodies() -> re.Pattern[str]:
    """Finds "Kelmar's army", "Astovian defence ministry", "the interior ministry of Kelmar"."""
    forces, states, things = _any("bodies"), _any("states"), _any("things")
    sort = r"(?:defen[cs]e|interior|foreign|armed|ground|special|border|air|health) "
    return re.compile(
        rf"(?<![\w'’.-])(?:(?=(?P<before>{_NAME})(?P<owns>['’]s)? (?:{sort})?(?:{forces}|(?P<thing>{things}))(?!\w))"
        rf"|(?:{states}) of (?:the )?(?P<of>{_NAME})(?![\w-]))"
    )


def _any(key: str) -> str:
    return "|".join(map(re.escape, sorted(listed("sources", "sides", key), key=lambda w: (-len(w), w))))
