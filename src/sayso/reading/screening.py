"""Which sentences can bear a figure, so that the bulk depth need not show the model the others?

First words of harm, looked up one by one, then the figures already found: a sentence is looked at where it has harm with a
number that counts people and tells something that no earlier sentence told.
"""

import re
from collections.abc import Sequence
from functools import cache

from sayso.model import Outcome, Span
from sayso.reading import lexicon
from sayso.reading.figures import Figure

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")

_NEAR = 45
"""Letters between a word of harm and a number that it may count. **Source:** set by hand."""

_LONG, _AROUND = 240, 110
"""Letters from which a sentence is long, and letters kept on each side of its words of harm. Source: set by hand."""

_SUFFERED: frozenset[Outcome] = frozenset(("killed", "wounded", "casualties", "missing"))
"""Outcomes that one person without a number is looked for: a report of one arrest or one flight bears no figure in bulk."""


def pick(text: str, sentences: Sequence[Span], figures: Sequence[Figure]) -> list[Span]:
    """The sentences that can bear a new figure, in order."""
    counts = [f for f in figures if f.kind == "count" and not _of_things(f)]
    told: set[tuple[Outcome, tuple[int | None, ...]]] = set()
    out: list[Span] = []
    bare: list[tuple[Span, set[Outcome]]] = []
    at = 0
    for span in sentences:
        words = _harm(text, span)
        if not words:
            continue
        outcomes = {o for _, found in words for o in found}
        while at < len(counts) and counts[at].span[0] < span[0]:
            at += 1
        here = [f for f in counts[at:] if f.span[0] < span[1]] if at < len(counts) and counts[at].span[0] < span[1] else []
        if here:
            fresh = {
                (o, f.stated or (f.low, f.high))
                for place, found in words
                for f in here
                if -_NEAR < f.span[0] - place < _NEAR
                for o in found
            }
        else:
            if outcomes & _SUFFERED:
                bare.append((span, outcomes & _SUFFERED))
            continue
        if not fresh <= told:
            told |= fresh
            out.append(span)
    numbered = {o for o, _ in told}
    for span, outcomes in bare:
        if not outcomes <= numbered and not (outcomes == {"casualties"} and numbered & {"killed", "wounded"}):
            out.append(span)
            numbered |= outcomes
    return sorted(out)


def core(text: str, span: Span) -> Span:
    """The part of a sentence that can bear its figures: of a long one what stands around its words of harm."""
    if span[1] - span[0] <= _LONG:
        return span
    places = [place for place, _ in _harm(text, span)]
    start, end = max(span[0], min(places) - _AROUND), min(span[1], max(places) + _AROUND)
    while start > span[0] and not text[start - 1].isspace():
        start -= 1
    while end < span[1] and not text[end].isspace():
        end += 1
    return start, end


def harmful(text: str) -> bool:
    """True where the text has any word of harm or of troops."""
    return not _readings().keys().isdisjoint(_WORD.findall(text.lower()))


def _harm(text: str, span: Span) -> list[tuple[int, frozenset[Outcome]]]:
    """The words of harm in a sentence: where they stand and the outcomes that they can report."""
    known = _readings()
    low = text[span[0] : span[1]].lower()
    return [(span[0] + m.start(), known[m.group()]) for m in _WORD.finditer(low) if m.group() in known]


def _of_things(f: Figure) -> bool:
    """True for "12 tanks": the counted noun is no people and no harm."""
    if f.unit is None:
        return False
    head = f.unit.split()[-1].lower()
    return head in lexicon.things()


@cache
def _readings() -> dict[str, frozenset[Outcome]]:
    """Each form with its outcomes; light verbs stand for killing where they may ("lost 20 men")."""
    out = {form: frozenset(s.outcome for s in found) for form, found in lexicon.senses().items()}
    light: dict[str, Outcome] = {
        "lost": "killed",
        "losing": "killed",
        "lives": "killed",
        "prisoner": "captured",
        "troops": "deployed",
        "martyrdom": "killed",
        "eternity": "killed",
        "immortality": "killed",
        "captivity": "captured",
        "coma": "wounded",
    }
    return out | {w: frozenset((o,)) for w, o in light.items() if w not in out}
