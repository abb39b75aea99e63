"""Who only fires, or is fired at and missed: "Kasi shot first", "two men shot at them", "the guards were shot at"?"""

from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.plurals import singular

_CLOSED = frozenset(("PUNCT", "ADP", "CCONJ", "SCONJ", "VERB", "AUX"))
_ABOUT = frozenset(("around", "about"))
"""What stands between "at" and an hour."""
_NOMINATIVE = frozenset(("he", "she", "they", "we", "i"))
_FAR = 5
"""Words behind "at" among which its noun is looked for. Source: set by hand."""


def hits_nobody(a: Analysis, v: int) -> bool:
    """True where a form of "shoot" without an object tells of no one hit: neither its subject nor whom it is aimed at."""
    after = a.lower[v + 1 : v + 2]
    if grammar.child(a, v, "aux:pass", "nsubj:pass") is not None:
        return after == ("at",) and (v + 2 >= len(a) or (a.upos[v + 2] in _CLOSED and a.lower[v + 2] not in _ABOUT))
    if grammar.child(a, v, "obj") is not None or a.xpos[v] not in ("VBD", "VBN"):
        return False
    own = grammar.child(a, v, "nsubj")
    if own is not None and a.lower[own] in _NOMINATIVE and grammar.child(a, v, "aux") is None:
        return True
    return bool(lexicon.listed("fires") & set(after)) or (after == ("at",) and _living(a, v + 2))


def _living(a: Analysis, start: int) -> bool:
    """True where the noun behind "at" is people, an animal or a thing to aim at: "at them", "at a city bus"; not "at a party"."""
    for k in range(start, min(len(a), start + _FAR)):
        if a.upos[k] in ("NOUN", "PROPN", "PRON") and a.rels[k] not in ("compound", "nmod:poss"):
            return a.xpos[k] == "PRP" or lexicon.person(a.lower[k]) or bool({a.lower[k], singular(a.lower[k])} & lexicon.things())
        if a.upos[k] in ("PUNCT", "VERB", "ADP"):
            return False
    return False
