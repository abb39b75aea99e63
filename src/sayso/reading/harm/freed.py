"""Are those who were held told of because they are home again: "twelve civilians who had been held returned home"?"""

from sayso.reading.harm.mention import Mention
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis

_OF_NOUN = ("acl", "acl:relcl", "amod")
_TOLD_OF = ("nsubj", "nsubj:pass", "obj")
_REACH = 4
"""Words behind a verb of moving among which "home" or "back" stands. Source: set by hand."""


def home_again(a: Analysis, m: Mention, noun: int) -> bool:
    """True for people of whom captivity is told by the way, in a clause in which they return, are let go or are brought home."""
    i = m.trigger
    if noun != i and not (a.rels[i] in _OF_NOUN and a.heads[i] == noun):
        return False
    while a.rels[noun] in ("conj", "nmod", "compound", "appos") and 0 <= a.heads[noun] < noun:
        noun = a.heads[noun]
    if a.rels[noun] not in _TOLD_OF:
        return False
    verb = a.heads[noun]
    if a.lower[verb] == "able":
        verb = next((c for c in a.children[verb] if a.rels[c] == "xcomp"), verb)
    if verb == i or grammar.negated(a, verb):
        return False
    return _returning(a, verb) or a.lower[verb] in lexicon.listed("given_back")


def _returning(a: Analysis, verb: int) -> bool:
    """True for "returned", "came back", "were brought home"."""
    if a.lower[verb] in lexicon.listed("returning"):
        return True
    behind = a.lower[verb + 1 : verb + 1 + _REACH]
    return a.lower[verb] in lexicon.listed("moving") and any(w in ("home", "back") for w in behind)
