"""Of what kind is a source, and to which party does it belong, by its words?

The words of each kind, in the order in which they are asked, are in `packs/en/sources`.
"""

import re
from functools import cache, lru_cache
from typing import cast

from sayso.model import Kind
from sayso.packs import table
from sayso.reading.words.bodies import group_in, kind_inside, kind_of_body
from sayso.reading.words.certainty import listed
from sayso.reading.words.nations import nation, nation_words

_TITLE = re.compile(r"[A-Z][a-z]+ [A-Z]")
"""A word that stands before a name as a title: "Sister Agnes" is nobody's sister."""

_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their|this|that|one of the)\s+", re.IGNORECASE)


_MOUTH = re.compile(
    r"(?<=\S)['’]?s? (?:media|press|information|public relations|public affairs)"
    r" (?:wing|arm|office|service|department|bureau|cent(?:er|re))\b"
)
"""An office through which a body speaks, which is of that body's kind: "the army's press service"."""

_MOUTH_OF = re.compile(
    r"^(?:media|press|information|public relations|public affairs) (?:wing|arm|office|service|department|bureau|cent(?:er|re))"
    r" (?:of|for|at) (?=\S)"
)
"""The same in front: "the press service of the army"."""


_BEHIND = re.compile(r"\b(?:who|in|inside|within|near|of|from|at|on|for|with|briefed|close|familiar)\b|,")
"""What parts those who speak from what is said of them."""
_PART = re.compile(r"[\w-]+")


@lru_cache(maxsize=4096)
def kind_of(phrase: str) -> Kind:
    """The kind of a source described by the phrase ("Mali's army": military); `other` where no word tells."""
    bare = _ARTICLE.sub("", phrase.strip())
    return "anonymous" if withheld(bare) else kind_of_named(bare)


@lru_cache(maxsize=4096)
def kind_of_named(bare: str) -> Kind:
    """The kind by the words of a phrase without article, where the speaker gives a name: a lawmaker is no anonymous one."""
    bare = _MOUTH_OF.sub("", _MOUTH.sub("", bare) or bare)
    known = kind_of_body(bare)
    if known is not None:
        return known
    for kind, pattern in _patterns():
        found = pattern.search(bare)
        if found is not None and not (kind == "family" and _TITLE.match(bare[found.start() :])):
            return kind
    return "government" if nation(bare) else kind_inside(bare) or "other"


def mouth(phrase: str) -> bool:
    """True for an office through which a body speaks."""
    return _MOUTH.search(phrase) is not None or _MOUTH_OF.search(phrase) is not None


@lru_cache(maxsize=4096)
def withheld(phrase: str) -> bool:
    """True where the phrase keeps the name back: "two officials", "a security source", "requesting anonymity"."""
    plain = phrase.casefold()
    if nameless(plain):
        return True
    words = _PART.findall(_BEHIND.split(plain, maxsplit=1)[0])
    if not words or words[-1] not in heads_of("anonymous", "heads"):
        return False
    kept = dict(_patterns())
    return not any(kept[cast("Kind", k)].search(phrase) for k in listed("sources", "anonymous", "kinds"))


@lru_cache(maxsize=4096)
def nameless(phrase: str) -> bool:
    """True where words such as "not to be named" or "on condition of anonymity" stand in the phrase."""
    plain = phrase.casefold()
    return any(m in plain for m in listed("sources", "anonymous", "marks"))


def medium(phrase: str) -> bool:
    """True where the last word is a medium: a channel, a newspaper, a radio."""
    words = phrase.casefold().split()
    return bool(words) and words[-1] in heads_of("media", "heads")


@lru_cache(maxsize=4096)
def party_of(phrase: str) -> str | None:
    """The nation or armed group, in lower case, on whose side the source is, or None."""
    group = _groups().search(phrase)
    if group is not None:
        name = group.group().casefold()
        return name + "s" if name + "s" in heads_of("groups", "names") else name
    if not any(c.isupper() for c in phrase):
        return None
    armed = group_in(phrase)
    if armed is not None:
        return armed
    whole = nation(_ARTICLE.sub("", phrase.strip()))
    found = [] if whole else list(nation_words(phrase))
    if whole or found:
        return whole or found[0].nation
    m = re.search(r"-([A-Z]\w+)\b", phrase)
    return nation(m.group(1)) if m else None


def heads_of(section: str, key: str) -> frozenset[str]:
    """A list of the pack as a set."""
    return _set(section, key)


@cache
def _groups() -> re.Pattern[str]:
    names = sorted(listed("sources", "groups", "names"), key=lambda w: (-len(w), w))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b", re.IGNORECASE)


@cache
def _set(section: str, key: str) -> frozenset[str]:
    return frozenset(listed("sources", section, key))


@cache
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """One expression a kind; words that the pack writes in capitals match in capitals only."""
    out = []
    for kind in table("sources")["order"]:
        forms = [re.escape(w) if w != w.casefold() else f"(?i:{re.escape(w)})" for w in listed("sources", "kinds", kind)]
        out.append((cast("Kind", kind), re.compile(r"(?<!\w)(?:" + "|".join(forms) + r")(?!\w)")))
    return tuple(out)
