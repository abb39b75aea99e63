"""Can two names be one speaker's: the same words, an acronym and what it stands for, one surname?"""

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.reading.speakers.voices_names import acronym
from sayso.reading.words.nations import nation
from sayso.schema import content_id

_SMALL = frozenset(["of", "for", "the", "and", "in", "on", "at", "to", "de", "la", "al", "und", "et"])


def source_id(name: str, party: str | None, metonym: str | None = None, within: str = "") -> str:
    """The id of a source across documents: by its words without articles and nations, and its party; a nation's by the nation.

    `within` is the document where a description tells nobody apart ("the hospital", "two officials"): it holds there only.
    """
    if metonym:
        return content_id("s", "government", metonym)
    core = [w for w in plain(name).split() if nation(w) is None] or plain(name).split()
    return content_id("s", " ".join(core), party or "", within)


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name for comparing: lower case, no articles, possessives, full stops or titles."""
    low = re.sub(r"['’]s\b", "", name.casefold()).replace(".", "").replace("defence", "defense")
    return " ".join(w for w in re.findall(r"[\w-]+", low) if w not in ("the", "a", "an"))


@lru_cache(maxsize=20_000)
def letters(one: str, other: str) -> int:
    """How well an acronym fits a name or another acronym: 3 its letters, 2 all but one in order, 1 in another order, 0 not."""
    if acronym(other) and not acronym(one):
        one, other = other, one
    if not acronym(one):
        return 0
    a, b = one.upper(), (other.upper() if acronym(other) else initials(other))
    if len(a) < 3 or len(b) < 3:
        return 0
    if a == b:
        return 3
    if a[0] == b[0] and abs(len(a) - len(b)) == 1 and _within(*sorted((a, b), key=len)):
        return 2
    return int(sorted(a) == sorted(b))


def initials(name: str) -> str:
    """The letters that abbreviate a name: initials of its capitalised words, words in capitals whole."""
    out = ""
    for w in re.findall(r"\w+", name):
        if w.casefold() not in _SMALL and w[0].isupper():
            out += w if w.isupper() and len(w) <= 3 else w[0]
    return out.upper()


def namesake(name: Sequence[str], have: Sequence[str]) -> bool:
    """True where two names of persons can be one person's: one surname, and no first names with other initials."""
    if not name or not have:
        return False
    if len(name) == 1:
        return name[0] in have
    return name[-1] == have[-1] and (len(have) == 1 or name[0][0] == have[0][0])


def _within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(c in rest for c in short)
