"""Is a figure told of only to call it made up, or to say that nobody could show it?"""

from itertools import pairwise

from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import listed, stance_of_noun
from sayso.reading.words.clauses import sentence_range

_BREAKS = frozenset((",", ";", ":", "but", "and", "while", "because", "after", "who", "which"))
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_PREDICATES = ("ccomp", "xcomp", "obj", "nmod", "obl", "conj", "root", "dep", "appos")
_NO = frozenset(("no", "any", "little", "without", "zero"))


def called_made_up(a: Analysis, trigger: int) -> bool:
    """True for "the reports of six dead are a fabrication", "called the report of six deaths a fabrication"."""
    over = [trigger, *a.above(trigger)]
    return any(_is_made_up(a, k, over) or _is_called(a, k) for k in _told(a, over))


def unshown(a: Analysis, trigger: int) -> bool:
    """True for "found no evidence for the claim that 40 were killed", "no proof of the 40 deaths"."""
    proof = lexicon.words("status", "proof")
    over = [trigger, *a.above(trigger)]
    for below, k in pairwise(over):
        if _relative(a, below) or a.rels[below] in ("conj", "parataxis"):
            return False  # "no evidence against the man who killed six"
        if a.lower[k] in proof and any(a.lower[c] in _NO for c in a.children[k]) and _of_this(a, k, trigger):
            return True
    return _supporting(a, over)


def _relative(a: Analysis, k: int) -> bool:
    """True for a relative clause, which tells of a noun by the way; "that" before a subject opens what a report says."""
    content = any(a.lower[c] == "that" and a.rels[c] == "mark" for c in a.children[k])
    return a.rels[k] in ("acl:relcl", "advcl:relcl") and not content


def _told(a: Analysis, over: list[int]) -> list[int]:
    """The nouns of telling whose content a figure is: "the report that six died", "the figure of 40 dead"."""
    nouns = listed("certainty", "told", "nouns")
    out = []
    for k in over[:4]:
        if _relative(a, k):
            break
        if a.lower[k] in nouns or (stance_of_noun(a.lower[k]) is not None and a.upos[k] == "NOUN"):
            out.append(k)
    return out


def _is_made_up(a: Analysis, told: int, over: list[int]) -> bool:
    """True for a noun of telling that is the subject of a word for what is made up."""
    said = a.heads[told]
    if said not in over or a.rels[told] not in _SUBJECTS or a.lower[said] not in lexicon.words("status", "made_up"):
        return False
    return not grammar.negated(a, said)


def _is_called(a: Analysis, told: int) -> bool:
    """True for a noun of telling that somebody calls made up or untrue."""
    calling = a.heads[told]
    if calling < 0 or a.lower[calling] not in lexicon.words("status", "called") or grammar.negated(a, calling):
        return False
    first = max(told, calling) + 1
    _, end = sentence_range(a, told)
    for k in range(first, end):
        if a.lower[k] in _BREAKS:
            return False
        if a.lower[k] in lexicon.untruths() and (a.rels[k] in _PREDICATES or a.lower[k - 1] == "as"):
            return True
    return False


def _of_this(a: Analysis, proof: int, trigger: int) -> bool:
    """True where the figure stands behind the proof that is lacking, with "of", "for" or "that" next to it."""
    return trigger > proof and a.lower[proof + 1 : proof + 2] in (("of",), ("for",), ("that",), ("behind",))


def _supporting(a: Analysis, over: list[int]) -> bool:
    """True for "no evidence to support the claim that 40 had died", "nothing to back the figure of 40 dead"."""
    for k in over:
        if a.lower[k] not in lexicon.words("status", "supporting") or a.lower[k - 1] != "to":
            continue
        near = a.lower[max(0, k - 5) : k - 1]
        shown = any(w in lexicon.words("status", "proof") for w in near) and any(w in _NO for w in near)
        return shown or "nothing" in near
    return False
