"""Who passes on what another one says: "X said ..., the Daily reported citing Y", "the Daily reported, citing X, that"?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.reading.speakers.sayings import Saying
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import clause_verbs, listed, verbs_of
from sayso.reading.words.clauses import BEFORE, found_at, opener, sentence_range
from sayso.reading.words.kinds import heads_of
from sayso.reading.words.offers import Range

_LEAST = 4
"""Fewest words of a sentence that stand before the comma and who passes them on. Source: set by hand."""


def shaped(a: Analysis, s: Saying) -> Saying:
    """An attribution of the model to who passes something on, with all that is passed on and without whom it cites."""
    s = _without_cited(a, s)
    verb = next((k for k in range(*s.cue) if _late(a, k)), None)
    late = _late(a, verb) if verb is not None else None
    if verb is None or late is None or s.source is None or not s.content or not late[0] <= s.source[0] < late[1]:
        return s
    before = [r for r in s.content if r[0] < late[0]]
    if not before:
        return s
    start, _ = sentence_range(a, verb)
    split = len(before) > 1 or before[0][1] + 1 < late[0]
    content = ((min(r[0] for r in before), late[0] - 1),) if split else tuple(before)
    citing = listed("cues", "joints", "citing")
    behind = tuple(r for r in s.content if r[0] >= late[0] and a.lower[r[0]] not in citing)
    return replace(s, content=(*content, *behind), held=((start, late[0] - 1),))


def passed_on(a: Analysis) -> Iterator[Saying]:
    """Who passes on a sentence that says itself who says it: "X said that ..., the Daily reported"."""
    for i in found_at(a, verbs_of("says", "reports")):
        late = _late(a, i)
        start, _ = sentence_range(a, i)
        if late is None or not any(r.cue and start <= r.cue[0][0] < late[0] for r in a.relations):
            continue
        whole = ((start, late[0] - 1),)
        yield Saying(source=late, cue=(i, i + 1), content=whole, held=whole, manner="closed")


def told_first(a: Analysis) -> Iterator[Saying]:
    """Who said it in a sentence that another passes on, where the grammar sees no subject: "Spokesman N. N. told X that"."""
    for i in found_at(a, clause_verbs()):
        start, end = sentence_range(a, i)
        who = opener(a, i)
        if who is None or who[0] != start or a.xpos[i] not in ("VBD", "VBZ", "VBP"):
            continue
        that = next((k for k in range(i + 1, end) if a.lower[k] == "that" and a.xpos[k] == "IN"), None)
        stop = next((late[0] - 1 for k in range(i + 1, end) if (late := _late(a, k)) is not None), start)
        if that is not None and that < stop and not any(a.upos[k] in ("VERB", "AUX") for k in range(i + 1, that)):
            yield Saying(source=who, cue=(i, i + 1), content=((that, stop),), manner="nested")


def _late(a: Analysis, i: int) -> Range | None:
    """Who tells the sentence that a verb of saying ends: ", the Daily reported on Monday[, citing ...]."."""
    if a.lower[i] not in verbs_of("says", "reports") or a.xpos[i] not in ("VBD", "VBZ", "VBP") or a.unit.quotes[i]:
        return None
    start, end = sentence_range(a, i)
    k = i
    while k > start and a.xpos[k - 1] in BEFORE:
        k -= 1
    named = any(a.xpos[n].startswith("NNP") for n in range(k, i)) or a.lower[k] == "the"
    if i == k or not named or k - start <= _LEAST or a.lower[k - 1] != ",":
        return None
    stop = i + 1
    while stop < end and (a.lower[stop] in ("on", "late", "early", ",") or a.lower[stop] in heads_of("nobody", "days")):
        stop += 1
    closed = stop >= end or a.lower[stop] in (".", ";", *listed("cues", "joints", "citing"))
    return (k, i) if closed else None


def _without_cited(a: Analysis, s: Saying) -> Saying:
    """A cue without "citing" at its end, which says whom it has it from and not what is said."""
    last = s.cue[1] - 1
    if a.lower[last] not in listed("cues", "joints", "citing") or last == s.cue[0]:
        return s
    end = last - (a.lower[last - 1] == ",")
    return replace(s, cue=(s.cue[0], end)) if end > s.cue[0] else s


def cited_first(a: Analysis, at: int, so_far: Sequence[Range], whom: Range) -> tuple[Range, ...]:
    """Whom a source cites, nearest to the matter first: "citing channel X, which cited Y" has it from Y through X."""
    behind = bool(so_far) and a.lower[at - 1] in ("which", "who") and 0 <= at - 1 - so_far[-1][1] <= 1
    return (*so_far[:-1], whom, so_far[-1]) if behind else (*so_far, whom)


FORMS = (passed_on, told_first)
"""The forms in the order in which they are tried."""
