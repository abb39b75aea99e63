"""Which words does a later sentence leave unverified: "The claim could not be independently verified"?"""

from collections.abc import Iterator, Mapping, Sequence

from sayso.model import Span
from sayso.reading.speakers.passages import Passage
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import Interval, listed
from sayso.reading.words.clauses import sentence_range
from sayso.reading.words.hedges import Hedge

_ROW = "prior/unconfirmed"
_SAME = 3
"""Words before the looking back from which on it speaks of its own sentence. Source: set by hand."""


def unverified(found: Sequence[Passage], hedged: Mapping[int, Sequence[Hedge]]) -> Iterator[tuple[Span, Interval]]:
    """The sentences before one that says of "the claim", "these figures" or "that" that nobody could confirm it."""
    for before, p in zip((None, *found), found, strict=False):
        for h in hedged[p.number]:
            if h.row != _ROW or not h.predicate or not _points_back(p.analysis, h):
                continue
            start, _ = sentence_range(p.analysis, h.words[0])
            origin = min(p.analysis.subtree(h.verb))
            if origin - start > _SAME:
                yield (p.analysis.unit.spans[start][0], p.analysis.unit.spans[origin - 1][1]), h.left
            elif start > 0:
                first, last = sentence_range(p.analysis, start - 1)
                yield (p.analysis.unit.spans[first][0], p.analysis.unit.spans[last - 1][1]), h.left
            elif before is not None:
                first, last = sentence_range(before.analysis, len(before.analysis) - 1)
                yield (before.analysis.unit.spans[first][0], before.analysis.unit.spans[last - 1][1]), h.left


def _points_back(a: Analysis, h: Hedge) -> bool:
    """True where what is not confirmed is named by a word for something told, with "the" or the like and no figure or clause."""
    if any(a.xpos[k] == "CD" for k in a.subtree(h.verb)):
        return False
    below = [c for c in a.children[h.verb] if a.rels[c] in ("nsubj:pass", "obj", "nsubj")]
    told, bare = (listed("certainty", "told", key) for key in ("nouns", "pronouns"))
    return any(
        (a.lower[c] in told and not any(a.rels[k].startswith(("acl", "nmod")) and k > c for k in a.children[c]))
        or (a.lower[c] in bare and a.rels[c] != "nsubj")
        for c in below
    )
