"""Who suffered: which nation and role do the words of a noun phrase give?"""

import re
from dataclasses import dataclass

from sayso.model import Group, Role
from sayso.reading.claims.causes import in_clause
from sayso.reading.harm.counts import phrase
from sayso.reading.places.peoples import own_side
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.nations import nation, nation_words

_GENERIC = frozenset(
    (
        "other others man men people person persons victim victims member members casualty casualties dead wounded "
        "injured missing death deaths body bodies them they he she one loss losses troop troops soldier soldiers "
        "officer officers personnel fatality fatalities some several many all both "
        "shipmate shipmates comrade comrades colleague colleagues companion companions"
    ).split()
)
"""Nouns and pronouns that do not say whose people they are."""


_AWAY = re.compile(r"\b(?:to|into|in|on|at|near|against|across|inside|over|with|for|by)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
"""Words before a country that people are in or sent to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A group; `generic` where its words do not say whose people they are, `vague` where they do not say what they do."""

    group: Group | None
    generic: bool
    vague: bool


def group(a: Analysis, head: int, text: str) -> Found:
    """The group that a noun phrase names."""
    sign = not any(c.isalpha() for c in a.lower[head])  # the "+" of "20+ killed"
    if sign or a.upos[head] in ("NUM", "PRON") or a.rels[head] == "nummod":
        said = predicate(a, head)
        return Found(group=Group(role=said) if said else None, generic=True, vague=True)
    span = phrase(a, head)
    whole = a.subtree(head)
    near = [i for i in sorted(whole) if not in_clause(a, i, head)]
    reach = text[a.unit.spans[near[0]][0] : a.unit.spans[near[-1]][1]] if near else text[span[0] : span[1]]
    words = text[span[0] : span[1]]
    # "seven captured at Krynky, Russia's ministry said": what stands behind a comma is another's.
    ends = reach.find(",", max(0, span[1] - a.unit.spans[near[0]][0])) if near else -1
    found = next((w.nation for w in nation_words(words)), None) or _reached(reach[:ends] if ends >= 0 else reach)
    found = found or own_side(words, text)
    who = predicate(a, head) or role(a, head, near)
    plain = (
        a.lower[head] in _GENERIC
        or a.upos[head] in ("ADV", "ADJ", "DET")
        or a.lower[head] in lexicon.senses()
        or a.names[head].endswith("PER")
    )
    vague = who is None and (plain or nation(a.unit.words[head]) is not None)
    return Found(group=Group(text=words, nation=found, role=who, span=span), generic=found is None and plain, vague=vague)


def _reached(words: str) -> str | None:
    """The nation in the wider phrase, but not the country that they are sent to or fight."""
    return next((w.nation for w in nation_words(words) if not _AWAY.search(words[: w.span[0]])), None)


def role(a: Analysis, head: int, near: list[int]) -> Role | None:
    """Soldier, civilian, armed group or police, by the head and, where it is silent, by its modifiers."""
    own = lexicon.role(a.lower[head])
    if own == "military" and any(a.lower[c] in ("police", "prison", "customs") for c in a.children[head]):
        return "police" if any(a.lower[c] == "police" for c in a.children[head]) else None
    if own is not None:
        return own
    for i in near:
        word = a.lower[i]
        if word in ("civilian", "military", "army", "naval", "troops", "combat"):
            return "civilian" if word == "civilian" else "military"
        if i != head and a.rels[i] in ("nmod", "compound", "appos", "amod"):
            found = lexicon.role(word)
            if found is not None:
                return found
        if word in lexicon.units() and i != head:
            return "military"
    return None


def predicate(a: Analysis, head: int) -> Role | None:
    """What the sentence says they were: "the eight men killed were gunmen", "three of the dead were aid workers"."""
    for k in (head, *list(a.above(head))[:3]):
        if a.rels[k] in ("nsubj", "nsubj:pass") and a.heads[k] >= 0:
            noun = a.heads[k]
            if any(a.rels[c] == "cop" for c in a.children[noun]) and not grammar.negated(a, noun):
                return lexicon.role(a.lower[noun])
            return None
    return None
