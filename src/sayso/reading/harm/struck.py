"""Whom else does a headline strike, behind a comma for "and": "Man kills wife, self", "the killing of his wife, 4 sons"?"""

from dataclasses import replace

from sayso.reading.harm.counts import Figures
from sayso.reading.harm.mention import Mention
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis

_JOINS = frozenset((",", "&"))
_SELF = frozenset(("self", "himself", "herself"))
_ENDS = frozenset((".", "!", "?"))
_PAIRS = (("male", "female"), ("female", "male"), ("grown", "young"), ("young", "grown"))
_FRAMES = frozenset(("transitive", "noun"))


def struck_too(a: Analysis, m: Mention, figures: Figures) -> Mention:
    """The mention with those whom its headline joins behind its victims without "and"; as it is in a sentence."""
    if a.unit.words[-1] in _ENDS or m.frame not in _FRAMES or m.among or not m.victims:
        return m
    last, own = max(m.victims), m.trigger - 1
    harmed = any(a.lower[k] in lexicon.forms_of_harm() for k in range(last + 1, own))
    if own > last and harmed and a.lower[own - 1] in _JOINS and lexicon.person(a.lower[own]):
        return replace(m, victims=(own,))  # "Officer wounded, suspect killed"
    more = _behind(a, last, figures) if last > m.trigger else []
    return replace(m, victims=(*m.victims, *more), loose=False) if more else m


def _behind(a: Analysis, last: int, figures: Figures) -> list[int]:
    """Those behind whom a deed strikes, after commas, the doer too: "kills wife, 2 children, self"."""
    out: list[int] = []
    before, k = last, last + 1
    while k + 1 < len(a) and a.lower[k] in _JOINS:
        first = k + 1 + (a.lower[k + 1] == "then")
        end = next((j for j in range(first, min(len(a), first + _LONGEST)) if _person(a, j)), None)
        if end is None or not _plain(a, first, end):
            break
        if a.lower[end] not in _SELF and not (_closed(a, end + 1) and are_two(a, before, end, figures)):
            break
        before = end - 4 if _in_law(a, end) else end
        out.append(before)
        k = end + 1
    return out


def _person(a: Analysis, j: int) -> bool:
    """True for the last word of a phrase of people, or the doer's "self"."""
    if a.lower[j + 1 : j + 2] == ("-",):
        return False
    return a.lower[j] in _SELF or lexicon.person(a.lower[j]) or _in_law(a, j)


def _in_law(a: Analysis, j: int) -> bool:
    return a.lower[j] == "law" and a.lower[j - 3 : j] == ("-", "in", "-")


def _plain(a: Analysis, first: int, end: int) -> bool:
    """True where only what describes the people stands before their noun, in one word or with hyphens."""
    between = (j for j in range(first, end) if "-" not in a.lower[j - 1 : j + 2])
    return not any(a.upos[j] in ("VERB", "AUX", "ADP", "PUNCT") for j in between)


def _closed(a: Analysis, k: int) -> bool:
    """True where no verb follows that would be told of the last one: "kills wife, police say"."""
    return k >= len(a) or (a.upos[k] in ("ADP", "PUNCT", "CCONJ", "SCONJ") or a.lower[k] in ("then", "&"))


def are_two(a: Analysis, one: int, other: int, figures: Figures) -> bool:
    """True for two who are not one person called by two nouns: counted, kin, an attacker, or of another sex or age."""
    if figures.on(one) is not None or figures.on(other) is not None or grammar.aged(a, other):
        return True
    words = a.lower[one], a.lower[other]
    if _in_law(a, other) or words[1] in lexicon.words("persons", "kin") or set(words) & lexicon.words("persons", "harming"):
        return True
    return any(words[0] in lexicon.words("persons", x) and words[1] in lexicon.words("persons", y) for x, y in _PAIRS)


_LONGEST = 7
"""Words in the phrase of one of a headline's people, at most. Source: set by hand."""
