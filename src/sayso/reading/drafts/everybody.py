"""Are "all four", who were taken to hospital, all of those who were hit, some of whom died?"""

from collections.abc import Sequence

from sayso.model import Claim
from sayso.reading.drafts.draft import Draft, figure_words
from sayso.reading.words import lexicon

_AHEAD = 30
"""Words behind the telling among which a death is looked for. Source: set by hand."""


def all_hit(d: Draft, rows: Sequence[tuple[Draft, Claim]]) -> bool:
    """True for "four were shot … all four were taken to hospital, where one died": the dead are among the four.

    So they are of four whom the police "found with gunshot wounds", where the next sentences tell of a death.
    """
    q = d.counted.quantity
    if d.outcome != "wounded" or d.subset or q is None or (q.best or 0) <= 1 or _wounded(d):
        return False
    if d.mention.clause is not None and d.a.lower[d.mention.clause] in lexicon.listed("upon_arrival"):
        return _death_behind(d, later=True)
    if not _everybody(d):
        return False
    same = any(e.outcome == "casualties" and e.quantity is not None and e.quantity.best == q.best for _, e in rows)
    return same and (any(e.outcome == "killed" and e.status == "happened" for _, e in rows) or _death_behind(d))


def _wounded(d: Draft) -> bool:
    """True for "all four were injured", who are hurt by that word."""
    a, i = d.a, d.mention.trigger
    return a.upos[i] != "NOUN" and any(
        s.outcome == "wounded" and s.frame == "transitive" for s in lexicon.senses().get(a.lower[i], ())
    )


def _everybody(d: Draft) -> bool:
    """True for "both", "both victims", "all four"."""
    words = [*figure_words(d.a, d.counted), d.counted.head]
    first = min(words)
    return bool({"both", "all"} & {*d.a.lower[max(0, first - 1) : first + 1]})


def _death_behind(d: Draft, *, later: bool = False) -> bool:
    """True where a word of dying follows in the paragraph; `later`: not before the next sentence."""
    a, i = d.a, d.mention.trigger
    after = [k for k in range(i + 1, min(len(a), i + 1 + _AHEAD)) if not later or a.unit.sentences[k] != a.unit.sentences[i]]
    return any(s.outcome == "killed" for k in after for s in lexicon.senses().get(a.lower[k], ()))
