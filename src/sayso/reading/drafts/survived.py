"""Did those who were shot live, as their sentence says: "was shot, but survived", "was hit and is expected to recover"?"""

from sayso.reading.drafts.draft import Draft
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis

_FAR = 20
"""Words behind the telling among which their survival is looked for. Source: set by hand."""


def survived(d: Draft) -> bool:
    """True for people hit who are said to live: they are hurt."""
    a, i = d.a, d.mention.trigger
    if d.outcome != "casualties" or d.status != "happened":
        return False
    ahead = range(i + 1, min(len(a), i + _FAR))
    return any(
        a.unit.sentences[k] == a.unit.sentences[i] and a.lower[k] in lexicon.listed("survives") and _theirs(d, k) for k in ahead
    )


def _theirs(d: Draft, k: int) -> bool:
    """True where no other subject is the one who lives, and nobody is said not to."""
    a = d.a
    verbs = [k, *([a.heads[k]] if a.rels[k] == "xcomp" else [])]
    if any(grammar.negated(a, v) for v in verbs):
        return False
    own = next((s for v in verbs if (s := grammar.child(a, v, "nsubj", "nsubj:pass")) is not None), None)
    return own is None or own < d.mention.trigger or _refers(a, own)


def _refers(a: Analysis, own: int) -> bool:
    """True for "she", "who" and "both", who were told of before."""
    return a.upos[own] == "PRON" or a.lower[own] in ("both", "all")
