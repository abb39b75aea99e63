"""Who speaks in each document? One speaker a document and step id, with the names, sides and offices it is given there."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

from sayso.linking.names import core, initials, is_acronym, plain, words_of
from sayso.model import Attribution, Document, Kind
from sayso.packs import table
from sayso.schema import content_id

Word = TypeVar("Word", bound=str)

Titles = Mapping[str, frozenset[str]]
"""The ranks and offices that a text puts before names, by the words of the names."""
Spoken = tuple[str, Sequence[Attribution]]
"""The document (its id) of a statement or a claim, and who says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One speaker of one document, as it is spoken of there.

    `key` is the id of its steps; `titles` are the ranks and offices that the text puts before its name; `named` is False for a
    description ("the ministry"), `withheld` True where the text keeps the name back ("two officials").
    """

    document: str
    key: str
    name: str
    names: tuple[str, ...]
    kind: Kind = "other"
    party: str | None = None
    affiliation: str | None = None
    named: bool = True
    withheld: bool = False
    titles: frozenset[str] = frozenset()
    statements: int = 0
    claims: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """A name that a document abbreviates for its readers: "Institute for River Safety (IRS)"."""

    document: str
    acronym: str
    name: str


def step_id(step: Attribution) -> str | None:
    """The id of a step's speaker: the one that reading gave, or for an outlet its name's; None for nobody."""
    if step.source is not None or not step.name:
        return step.source
    return _id_of(step.kind, step.name.casefold())


@lru_cache(maxsize=4096)
def _id_of(kind: Kind, name: str) -> str:
    """The id of a speaker of a kind and a name: the same few outlets publish most of what is said."""
    return content_id("source", kind, name)


def speakers(documents: Iterable[Document], statements: Iterable[Spoken], claims: Iterable[Spoken]) -> tuple[Speaker, ...]:
    """Everybody who speaks, in order of document and step id; the order of what is given changes nothing."""
    heard: dict[tuple[str, str], list[Attribution]] = defaultdict(list)
    counts: tuple[Counter[tuple[str, str]], ...] = (Counter(), Counter())
    for count, spoken in zip(counts, (statements, claims), strict=True):
        for document, said_by in spoken:
            steps = [(document, key, a) for a in said_by if (key := step_id(a)) is not None]
            count.update({(d, k) for d, k, _ in steps})
            for d, k, a in steps:
                heard[d, k].append(a)
    titles = {d.id: _titles(d.text) for d in documents}
    return tuple(_speaker(at, heard[at], titles.get(at[0], {}), (counts[0][at], counts[1][at])) for at in sorted(heard))


def introductions(documents: Iterable[Document]) -> tuple[Introduced, ...]:
    """The acronyms that documents explain, by document and acronym."""
    found = {
        (d.id, name, acronym)
        for d in documents
        for m in _INTRODUCED.finditer(d.text)
        if (name := _explained(m["name"], acronym := m["acronym"])) is not None
    }
    return tuple(Introduced(document=d, acronym=a, name=n) for d, n, a in sorted(found))


def by_use(words: Iterable[Word]) -> list[Word]:
    """The words, the most used first, equals in alphabetical order."""
    counts = Counter(words)
    return sorted(counts, key=lambda w: (-counts[w], w))


_INTRODUCED = re.compile(
    r"""(?P<name>[A-Z][\w'’-]+ (?:\s(?:(?:of|for|the|and|in|on|at|to|de|la)\s){0,2}[A-Z][\w'’-]+){1,8})
        \s\((?:the\s)?(?P<acronym>[A-Z][A-Za-z]{2,6})\)""",
    re.VERBOSE,
)
"""Finds capitalised words, with small ones between, before an acronym in brackets."""


def _explained(name: str, acronym: str) -> str | None:
    """The last words of a name that an acronym stands for, or None."""
    if not is_acronym(acronym):
        return None
    words = name.split()
    for start in range(len(words) - 1, -1, -1):
        if words[start][:1].isupper() and initials(" ".join(words[start:])) == acronym.upper():
            return " ".join(words[start:])
    return None


def _speaker(at: tuple[str, str], said: Sequence[Attribution], titles: Titles, counts: tuple[int, int]) -> Speaker:
    names = by_use(a.name for a in said)
    kinds = by_use(a.kind for a in said)
    named = any(not a.unnamed and a.kind != "anonymous" for a in said)
    words = core(names[0])
    return Speaker(
        document=at[0],
        key=at[1],
        name=names[0],
        names=tuple(names),
        kind=next((k for k in kinds if k != "other"), "other"),
        party=next(iter(by_use(a.party.casefold() for a in said if a.party)), None),
        affiliation=next(iter(by_use(a.affiliation for a in said if a.affiliation)), None),
        named=named,
        withheld="anonymous" in kinds,
        titles=titles.get(words[-1], frozenset()) if named and words else frozenset(),
        statements=counts[0],
        claims=counts[1],
    )


def _titles(text: str) -> Mapping[str, frozenset[str]]:
    """The ranks and offices that stand before names in a text, by each word of the names; not those that many have."""
    found: dict[str, set[str]] = defaultdict(set)
    for m in _titled().finditer(text):
        rank = m["title"].casefold()
        for word in plain(m["name"]):
            found[word].add(words_of("ranks").get(rank, rank))
    return {word: frozenset(ranks) for word, ranks in found.items()}


@cache
def _titled() -> re.Pattern[str]:
    """Finds a rank or an office, capitalised or not, and up to three capitalised words behind it."""
    courtesy = set(table("linking", "sources")["courtesy"]["words"].split())
    known = {w.strip() for w in table("sources")["titles"]["words"].split(",")} - courtesy
    titles = "|".join(sorted(known, key=lambda w: (-len(w), w)))
    name = r"(?P<name>[^\W\d_a-z][\w'’-]*(?:\s[^\W\d_a-z][\w'’-]*){0,2})"
    return re.compile(rf"(?<!\w)(?P<title>(?i:{titles}))\.?\s(?={name})")
