"""Which sentences can bear a figure, so that the bulk depth need not show the model the others?

First words of harm, looked up one by one, then the figures already found: a sentence is looked at where it has harm with a number that
counts people and tells something that no earlier sentence told.
"""

import re
from collections.abc import Sequence
from functools import cache

from sayso.model import Outcome, Span
from sayso.reading import lexicon
from sayso.reading.figures import Figure

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")

_SENT = frozenset(("deployed", "engaged", "evacuated"))


def pick(text: str, sentences: Sequence[Span], figures: Sequence[Figure]) -> list[Span]:
    """The sentences that can bear a new figure, in order."""
    counts = [f for f in figures if f.kind == "count" and not _of_things(f)]
    told: set[tuple[Outcome, tuple[int | None, ...]]] = set()
    out: list[Span] = []
    bare: list[tuple[Span, set[Outcome]]] = []
    at = 0
    for span in sentences:
        outcomes = _outcomes(text, span)
        if not outcomes:
            continue
        while at < len(counts) and counts[at].span[0] < span[0]:
            at += 1
        here = [f for f in counts[at:] if f.span[0] < span[1]] if at < len(counts) and counts[at].span[0] < span[1] else []
        if here:
            fresh = {(o, f.stated or (f.low, f.high)) for o in outcomes for f in here}
        else:
            bare.append((span, outcomes))
            continue
        if not fresh <= told:
            told |= fresh
            out.append(span)
    numbered = {o for o, _ in told}
    for span, outcomes in bare:
        if not outcomes <= numbered | _SENT:
            out.append(span)
            numbered |= outcomes
    return sorted(out)


def harmful(text: str) -> bool:
    """True where the text has any word of harm or of troops."""
    return not _readings().keys().isdisjoint(_WORD.findall(text.lower()))


def _outcomes(text: str, span: Span) -> set[Outcome]:
    """The outcomes that the words of a sentence can report."""
    known = _readings()
    return {o for word in _WORD.findall(text[span[0] : span[1]].lower()) if word in known for o in known[word]}


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
    light: dict[str, Outcome] = {"lost": "killed", "losing": "killed", "lives": "killed", "prisoner": "captured", "troops": "deployed", "martyrdom": "killed"}
    return out | {w: frozenset((o,)) for w, o in light.items() if w not in out}
