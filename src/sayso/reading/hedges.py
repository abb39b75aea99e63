"""Which clauses of a unit are hedged, by which word, and how much certainty is left?"""

from dataclasses import dataclass

from sayso.model import Stance
from sayso.reading.analysis import Analysis
from sayso.reading.certainty import Interval, hedge_of, passive_of
from sayso.reading.clauses import clause_end, phrase, subject
from sayso.reading.decoding import Range

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re"))
_FATES = ("dead", "killed", "drowned", "buried", "lost", "trapped", "wounded", "captured")
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
            out.append(Hedge(word=i, scope=_passive_scope(a, i), stance=passive[0], left=passive[1]))
        elif left is not None and not (w == "may" and a.upos[i] != "AUX"):
            head = i if a.upos[i] == "VERB" else a.heads[i]
            if head >= 0:
                out.append(Hedge(word=i, scope=_scope(a, head), stance=None, left=left))
    return tuple(out)


def _impersonal(a: Analysis, i: int) -> bool:
    """True for a passive that goes on with "to", "that" or an adjective ("feared dead"): nobody is named who believes."""
    if any(a.rels[c] == "obl:agent" for c in a.children[i]):
        return False
    after = a.lower[i + 1] if i + 1 < len(a) else ""
    passive = any(w in _BE for w in a.lower[max(0, i - 3) : i])
    return (passive and after in ("to", "that", *_FATES)) or (
        a.lower[i] == "feared" and (after in _FATES or (passive and after != "by"))
    )


def _passive_scope(a: Analysis, i: int) -> Range:
    """From the subject of an impersonal passive to the end of its clause."""
    who = subject(a, i)
    inner = next((c for c in a.children[i] if a.rels[c] in ("xcomp", "ccomp")), None)
    if who is None and inner is not None:
        who = subject(a, inner)
    start = phrase(a, who)[0] if who is not None and who < i else max(0, i - 2)
    return start, max(clause_end(a, i), i + 1)


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
