"""Which words of a name tell who is meant? Names in one spelling, without what one report adds and another leaves out."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from sayso.model import Kind
from sayso.packs import table

_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_POSSESSIVE = re.compile(r"['’]s?\b(?!\w)")
_WORD = re.compile(r"[\w]+(?:['’-][\w]+)*")
_LETTERS = 7
"""An acronym's letters at most. Source: set by hand, as in reading."""
_TELLING_LETTERS = 3
"""An acronym's letters at least: two letters are initials of too many things. Source: set by hand."""

_PEOPLE = ("n", "an", "ian", "i", "ese", "ish")
"""Endings that make the people's word of a land's. Source: set by hand, of the endings of the pack's own peoples."""
_LAND_LETTERS = 4
"""Letters at least of a land whose people are told by the ending alone. Source: set by hand: shorter ones are acronyms."""

STATE: frozenset[Kind] = frozenset(("government", "military", "intelligence", "police", "emergency", "local-official"))
"""Kinds of bodies of which every state has its own."""


@lru_cache(maxsize=65536)
def plain(name: str) -> tuple[str, ...]:
    """The words of a name in lower case and one spelling: no accents, possessives, small words or remarks in brackets."""
    bare = _ASIDE.sub("", name) or name
    bare = "".join(c for c in unicodedata.normalize("NFKD", bare.casefold()) if not unicodedata.combining(c))
    spelt, small = words_of("spellings"), _listed("small")
    found = (spelt.get(w, w) for w in _WORD.findall(_POSSESSIVE.sub("", bare).replace(".", "")))
    return tuple(w for w in found if w not in small)


@lru_cache(maxsize=65536)
def core(name: str) -> tuple[str, ...]:
    """The words that name the speaker: `plain`, without the report that it wrote ("the INSS report")."""
    found = plain(name)
    while len(found) > 1 and found[-1] in _listed("wrote"):
        found = found[:-1]
    return found


def bare(name: str) -> str:
    """The name as written, without a remark in brackets and without the report that it wrote."""
    words = (_ASIDE.sub("", name) or name).split()
    while len(words) > 1 and words[-1].casefold() in _listed("wrote"):
        words.pop()
    return " ".join(words)


def full(name: str) -> bool:
    """Whether a name is a whole one: two capitalised words or more, or several with one that tells who is meant."""
    capitals = sum(w[0].isupper() for w in bare(name).split())
    return capitals > 1 or (capitals == 1 and len(core(name)) > 1 and telling(core(name)))


def one_spelling(parties: Iterable[str]) -> dict[str, str]:
    """The one spelling of each party, in lower case: its country's name, or the land among them whose people it names."""
    every = sorted(set(parties), key=lambda p: (len(p), p))
    out: dict[str, str] = {}
    for party in every:
        known = nation(" ".join(plain(party)))
        lands = (p for p in every if p in out and nation(p) is None and is_people(party, p))
        out[party] = known or next((out[p] for p in lands), party)
    return out


def is_people(people: str, land: str) -> bool:
    """Whether a word, in lower case, is what the people of a land are called, as its ending says: "vostrian", "vostria"."""
    if len(land) < _LAND_LETTERS:
        return False
    stems = (land, land[:-1]) if land[-1] in "aeiou" else (land,)
    return any(people == stem + ending for stem in stems for ending in _PEOPLE)


def with_land(name: str, party: str) -> str:
    """A name in which words for the people of a party's land are the party: "Vostria general staff"."""
    return " ".join(party if is_people(w.casefold().removesuffix("s"), party) else w for w in name.split())


@lru_cache(maxsize=65536)
def body(name: str, party: str) -> tuple[str, ...]:
    """What a state's body is called without the state, in alphabetical order: ("defense", "ministry") for "Mali's MoD".

    A name that is the state's own, or its capital's, is its government's.
    """
    found: list[str] = []
    rest = list(core(name))
    while rest:
        own = next((n for n in (2, 1) if " ".join(rest[:n]) in words_of("own")), 0)
        size = next((n for n in (4, 3, 2, 1) if party in (" ".join(rest[:n]), nation(" ".join(rest[:n])))), 0)
        if own:
            found += words_of("own")[" ".join(rest[:own])].split()
        elif not size:
            found += words_of("short").get(rest[0], rest[0]).split()
        rest = rest[own or size or 1 :]
    if {"ministry", "department"} & set(found):
        spare = table("linking", "sources")["state"]["spare"].split()
        found = [words_of("ministries").get(w, w) for w in found if w not in spare]
    return tuple(sorted(found)) or ("government",)


def is_state_body(name: str, party: str) -> bool:
    """Whether a name or description is of a body that a state has one of: "the Malian army", "Mali's interior ministry"."""
    words = body(name, party)
    state = table("linking", "sources")["state"]
    if any(words == tuple(sorted(w.split())) for w in state["whole"].split(", ")):
        return True
    if any(own in " ".join(core(name)) for own in words_of("own")):
        return True
    before = re.split(r"\b(?:of|in|for|at|from|on)\b", name.casefold())[0]
    last = (_ENDING.findall(before) or [""])[-1]
    return len(words) > 1 and (last in state["heads"].split(", ") or bool(set(core(name)) & set(words_of("short"))))


_ENDING = re.compile(r"[\w-]+")


@lru_cache(maxsize=65536)
def telling(words: tuple[str, ...]) -> bool:
    """Whether words tell one body from others: not all are words that many bodies share."""
    return any(w not in _generic() and nation(w) is None for w in words)


@cache
def nation(words: str) -> str | None:
    """The country, in lower case, that plain words name: it, its people or its capital."""
    return _nations().get(words)


def is_acronym(name: str) -> bool:
    """True for one word of three to seven letters, all but one of them capitals."""
    return (
        _TELLING_LETTERS <= len(name) <= _LETTERS
        and name.isalpha()
        and name[0].isupper()
        and sum(c.isupper() for c in name) >= len(name) - 1
    )


def initials(name: str) -> str:
    """The letters that abbreviate a name: the initials of its capitalised words, short words in capitals whole."""
    out = ""
    for w in re.findall(r"\w+", name):
        if w.casefold() not in _listed("small") and w[0].isupper():
            out += w if w.isupper() and len(w) <= _TELLING_LETTERS else w[0]
    return out.upper()


def nearly(a: str, b: str) -> bool:
    """Whether two acronyms differ by a letter left out, not the first, or by two neighbours that changed places."""
    short, long = sorted((a.upper(), b.upper()), key=lambda w: (len(w), w))
    if len(long) - len(short) == 1:
        return any(long[:n] + long[n + 1 :] == short for n in range(1, len(long)))
    pairs = range(1, len(long) - 1)
    return len(short) == len(long) and any(long[:n] + long[n + 1] + long[n] + long[n + 2 :] == short for n in pairs)


@cache
def words_of(name: str) -> dict[str, str]:
    """A list of the pack in which words stand for words."""
    found: dict[str, str] = table("linking", "sources")[name]
    return found


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table("linking", "sources")[name].split())


@cache
def media_words() -> frozenset[str]:
    """Last words of an outlet's name that reports leave out."""
    return _listed("media")


@cache
def _generic() -> frozenset[str]:
    """Words of bodies and of the kinds of which there are many."""
    known = table("sources")
    kinds = (w for kind in (*sorted(STATE), "medical") for w in known["kinds"][kind].split(","))
    lists = (*known["generic"]["words"].split(","), *known["bodies"]["words"].split(","), *kinds)
    single = {w for phrase in lists for w in plain(phrase.strip())}
    return frozenset(single | set(table("linking", "sources")["generic"]["words"].split()))


@cache
def _nations() -> dict[str, str]:
    out: dict[str, str] = {}
    nations = table("nations")["nation"]
    for field in ("name", "also", "people", "seat"):
        for entry in nations.values():
            for word in entry.get(field, "").split(","):
                key = " ".join(plain(word.strip()))
                if key:
                    out.setdefault(key, entry["name"])
                if key and field == "people":
                    out.setdefault(key + "s", entry["name"])
    return out | {code.casefold(): nations[code]["name"] for code in table("linking", "sources")["codes"].split()}
