"""Which country does this word stand for: a name, a people, a capital used as its government, an army's initials?

A nation is the lower-case English name of a country ("north korea"); the table is `packs/en/nations/words.toml`.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.model import Span
from sayso.packs import table


@dataclass(frozen=True, slots=True, kw_only=True)
class NationWord:
    """A word that stands for a country, and as what: `name`, `people`, `seat` or `forces`."""

    span: Span
    nation: str
    sense: str


def nation(word: str) -> str | None:
    """The lower-case name of the country that a word or short phrase stands for, or None.

    Knows countries ("N. Korea"), peoples ("Ukrainians"), seats of government ("Pyongyang", "the Kremlin") and armies ("AFU").
    A leading article and a possessive are ignored.
    """
    entry = _entry(word)
    return nation_of(entry[0]) if entry else None


def sense(word: str) -> str | None:
    """As what the word stands for a country: `name`, `people`, `seat`, `forces`, or None."""
    entry = _entry(word)
    return entry[1] if entry else None


def country_of(nation: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a nation's lower-case name, or None."""
    return _codes().get(nation.casefold())


def nation_of(iso2: str) -> str | None:
    """The lower-case name of the country with this ISO 3166-1 alpha-2 code, or None."""
    entry = table("nations")["nation"].get(iso2.upper())
    return str(entry["name"]) if entry else None


def state_of(nation: str) -> str:
    """The government of a nation's lower-case name, in words: "government of the United States"."""
    article = "the " if nation in _ARTICLED or nation.endswith(("republic", "islands")) else ""
    name = " ".join(w if w in ("and", "of", "the") else w.upper() if w == "dr" else w.title() for w in nation.split())
    return f"government of {article}{name}"


_ARTICLED = frozenset(
    ("united states", "united kingdom", "united arab emirates", "netherlands", "philippines", "gambia", "bahamas", "maldives")
)
"""Countries with an article."""


def nation_words(text: str) -> tuple[NationWord, ...]:
    """Every word of the text that stands for a country, in order; the longest reading wins."""
    out: list[NationWord] = []
    branches, done = _branches(), 0
    for capital in _CAPITAL.finditer(text):
        first = capital[0] + capital[1]
        m = _branch(first).match(text, capital.start()) if first in branches and capital.start() >= done else None
        entry = _entry(m.group()) if m is not None else None
        name = nation_of(entry[0]) if entry else None
        if m is not None and entry and name:
            out.append(NationWord(span=m.span(), nation=name, sense=entry[1]))
            done = m.end()
    return tuple(out)


def listed(entry: dict[str, str], field: str) -> list[str]:
    """The words of one field of the table."""
    return [w.strip() for w in entry.get(field, "").split(",") if w.strip()]


@lru_cache(maxsize=20_000)
def _entry(word: str) -> tuple[str, str] | None:
    return _words().get(_bare(word))


def _bare(word: str) -> str:
    w = word.strip().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    w = w[4:] if w[:4].casefold() == "the " else w
    w = w[:-2] if w.endswith("'s") else w.rstrip("'")
    return w if w in ("US", "RU", "CAR", "RF") else w.casefold()


_PLURAL = ("an", "i", "er", "ot", "k", "b", "n", "t", "o", "a", "e", "w", "l", "c", "rd", "zech")


@cache
def _words() -> dict[str, tuple[str, str]]:
    """Each word as `_bare` leaves it: code and sense. A name outranks a people, a people a seat."""
    out: dict[str, tuple[str, str]] = {}
    nations: dict[str, dict[str, str]] = table("nations")["nation"]
    for field in ("name", "also", "people", "forces", "seat"):
        for code, entry in nations.items():
            kind = "name" if field == "also" else field
            for w in listed(entry, field):
                out.setdefault(_bare(w), (code, kind))
                if field == "people" and w.endswith(_PLURAL) and not w.endswith(("ese", "men", "ois")):
                    out.setdefault(_bare(w) + "s", (code, kind))
    for short in ("us", "car"):
        out.pop(short, None)
    return out


@cache
def _codes() -> dict[str, str]:
    return {str(entry["name"]): code for code, entry in table("nations")["nation"].items()}


_CAPITAL = re.compile(r"[A-Z\x80-\U0010ffff](?<![\w.].)(?=(.))")
"""Where a word that may be a name begins, and its second character: two ranges are asked for much faster than kinds of letter."""


@cache
def _branch(start: str) -> re.Pattern[str]:
    """Finds the words of the table that begin with these two characters."""
    return re.compile(r"(?:" + "|".join(map(re.escape, _branches()[start])) + r")(?!\w)")


@cache
def _branches() -> dict[str, list[str]]:
    """The words of the table by their two first characters, longest first, capitalised as names are."""
    forms: set[str] = set()
    for word in _words():
        cased = "".join(p[:1].upper() + p[1:] for p in re.split(r"([\s\-])", word))
        cased = re.sub(r"\b(And|Of|The)\b", lambda m: m.group().lower(), cased)
        forms.update((cased, word.upper()))
    by_start: dict[str, list[str]] = {}
    for w in sorted(forms, key=lambda w: (-len(w), w)):
        by_start.setdefault(w[:2], []).append(w)
    return by_start
