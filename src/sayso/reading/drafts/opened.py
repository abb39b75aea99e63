"""Of which of the harmed does a clause that opens with them tell: "of the killed, 311 were children", "among the dead, six"?"""

from collections.abc import Sequence

from sayso.model import Outcome
from sayso.reading.drafts.draft import Draft, figure_words
from sayso.reading.words import lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.clauses import sentence_range

_OF = frozenset(("of", "among"))
_FAR = 6
"""Words from "of" to the comma behind those it names, at most. Source: set by hand."""
_BEFORE = 3
"""Words between that comma and the figure: "of the dead, police said, 12". Source: set by hand."""


def opened_with(a: Analysis, k: int) -> Outcome | None:
    """What befell those with whom the clause before the figure at word `k` opens, where they alone are what it opens with."""
    start, _ = sentence_range(a, k)
    commas = [j for j in range(max(start, k - 2 - _BEFORE), k) if a.lower[j] == ","]
    return next((told for comma in commas if (told := _named(a, comma)) is not None), None)


def _named(a: Analysis, comma: int) -> Outcome | None:
    """The one thing that befell those whom "of the killed" names before a comma, at the head of its clause."""
    of = next((j for j in range(comma - 1, max(-1, comma - _FAR), -1) if a.lower[j] in _OF), None)
    first = of is not None and (of == 0 or a.unit.sentences[of - 1] != a.unit.sentences[of] or a.upos[of - 1] == "PUNCT")
    if of is None or not first or a.lower[of + 1] not in ("the", "those", "all"):
        return None
    told = {s.outcome for j in range(of + 1, comma) for s in lexicon.senses().get(a.lower[j], ())}
    return told.pop() if len(told) == 1 else None


def told_among(found: Sequence[Draft]) -> None:
    """Call a figure a part where its clause opens with all of those harmed: "of the dead, 12 were women"."""
    for d in found:
        words = figure_words(d.a, d.counted)
        if words and d.parent is None and opened_with(d.a, words[0]) == d.outcome:
            d.subset = True
