"""Are "all four", who were taken to hospital, all of those who were hit, some of whom died?"""

from collections.abc import Sequence

from sayso.model import Claim
from sayso.reading import lexicon
from sayso.reading.draft import Draft, figure_words

_AHEAD = 30
"""Words behind the telling among which a death is looked for. Source: set by hand."""


def all_hit(d: Draft, rows: Sequence[tuple[Draft, Claim]]) -> bool:
    """True for "four were shot … all four were taken to hospital, where one died": the dead are among the four."""
    q = d.counted.quantity
    if d.outcome != "wounded" or d.subset or q is None or (q.best or 0) <= 1 or not _everybody(d) or _wounded(d):
        return False
    same = any(e.outcome == "casualties" and e.quantity is not None and e.quantity.best == q.best for _, e in rows)
    return same and (any(e.outcome == "killed" and e.status == "happened" for _, e in rows) or _death_behind(d))


def _wounded(d: Draft) -> bool:
    """True for "all four were injured", who are hurt by that word."""
    return any(s.outcome == "wounded" and s.frame == "transitive" for s in lexicon.senses().get(d.a.lower[d.mention.trigger], ()))


def _everybody(d: Draft) -> bool:
    """True for "both", "both victims", "all four"."""
    words = [*figure_words(d.a, d.counted), d.counted.head]
    first = min(words)
    return bool({"both", "all"} & {*d.a.lower[max(0, first - 1) : first + 1]})


def _death_behind(d: Draft) -> bool:
    """True where a word of dying follows in the paragraph."""
    after = d.a.lower[d.mention.trigger + 1 : d.mention.trigger + 1 + _AHEAD]
    return any(s.outcome == "killed" for w in after for s in lexicon.senses().get(w, ()))
