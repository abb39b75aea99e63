"""Which clauses of a unit are hedged, by which word, and how much certainty is left?"""

from dataclasses import dataclass

from sayso.model import Stance
from sayso.reading.analysis import Analysis
from sayso.reading.certainty import Interval, hedge_of, passive_of
from sayso.reading.decoding import Range

_OWN = ("conj", "parataxis", "advcl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """A hedging word, the words of its clause, the stance it lends to the speaker (None: none) and the certainty it leaves."""

    word: int
    scope: Range
    stance: Stance | None
    left: Interval


def hedges(a: Analysis) -> tuple[Hedge, ...]:
    """The hedges of a unit in order: "were believed to", "feared dead", "may", "reportedly", "appeared to"."""
    out = []
    for i, w in enumerate(a.lower):
        passive = passive_of(w)
        left = hedge_of(w)
        if passive is not None and a.xpos[i] in ("VBN", "VBD", "JJ") and _impersonal(a, i):
            out.append(Hedge(word=i, scope=_scope(a, i), stance=passive[0], left=passive[1]))
        elif left is not None and not (w == "may" and a.upos[i] != "AUX"):
            head = i if a.upos[i] == "VERB" else a.heads[i]
            if head >= 0:
                out.append(Hedge(word=i, scope=_scope(a, head), stance=None, left=left))
    return tuple(out)


def _impersonal(a: Analysis, i: int) -> bool:
    """True for a passive that goes on with "to", "that", an adjective ("feared dead") or follows "it": nobody is named who believes."""
    if any(a.rels[c] == "obl:agent" for c in a.children[i]):
        return False
    passive = any(a.rels[c] == "aux:pass" or (a.rels[c] == "cop") for c in a.children[i])
    onward = any(a.rels[c] in ("xcomp", "ccomp", "advcl", "csubj", "csubj:pass") for c in a.children[i])
    after = a.lower[i + 1] if i + 1 < len(a) else ""
    return (passive and (onward or after in ("to", "that", "dead", "killed"))) or (a.lower[i] == "feared" and after in ("dead", "killed", "drowned", "buried"))


def _scope(a: Analysis, head: int) -> Range:
    """The words of the clause of a head, without the clauses that are joined to it with a subject of their own."""
    keep, stack = set(), [head]
    while stack:
        k = stack.pop()
        keep.add(k)
        for c in a.children[k]:
            own = a.rels[c] in _OWN and any(a.rels[g].startswith("nsubj") for g in a.children[c])
            if c not in keep and not (own and k == head) and a.rels[c] != "punct":
                stack.append(c)
    return min(keep), max(keep) + 1
