"""Did what was taken for the dead turn out to be something else: "the two bodies were life vests"?"""

from sayso.reading.words import lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import negations
from sayso.reading.words.clauses import sentence_range

_BE = frozenset(("be", "is", "are", "was", "were", "been"))
_NEAR = 3
"""Words between "were" and what they were, at most. Source: set by hand."""


def taken_for(a: Analysis, trigger: int) -> bool:
    """True for bodies that "were", "proved to be" or "may be" things or animals; not where that is denied."""
    if a.upos[trigger] != "NOUN":
        return False
    start, end = sentence_range(a, trigger)
    known = lexicon.words("likeness", "things")
    for thing in (k for k in range(trigger + 1, end) if a.lower[k] in known):
        near = range(max(start, trigger + 1, thing - _NEAR), thing)
        copula = next((k for k in near if a.lower[k] in _BE), None)
        if copula is not None and all(a.upos[k] in ("NOUN", "ADJ", "ADV", "DET", "AUX") for k in range(copula + 1, thing)):
            return not negations(a.lower[trigger:thing]) % 2
    return False
