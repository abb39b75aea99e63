"""Which sentences can bear a figure, so that the bulk depth need not show the model the others?

First words of harm, looked up one by one, then the figures already found: a sentence is looked at where it has harm with a
number that counts people and tells something that no earlier sentence told.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple, cast

from sayso.model import Outcome, Span
from sayso.packs import table
from sayso.reading.quantities.figures import Figure
from sayso.reading.words import lexicon
from sayso.text.lowering import lowered

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")

_NEAR = 45
"""Letters between a word of harm and a number that it may count. **Source:** set by hand."""

_OFF = 120
"""The same for a toll, named before what it is of: "lowered the toll of the strike on the depot to 12". Source: set by hand."""

_LONG, _AROUND = 240, 110
"""Letters from which a sentence is long, and letters kept on each side of its words of harm. Source: set by hand."""

_FOLLOWS = re.compile(r"\s+([a-z]+)")
_OWNER = re.compile(r"(?:['\u2019]s?|\b(?:his|her|their|my|our|its))\s+(?:[\w-]+\s+){0,2}\Z")
_OWNED = 30
"""Letters before a deed in which its victim is named by a genitive. Source: set by hand."""

_SUFFERED: frozenset[Outcome] = frozenset(("killed", "wounded", "casualties", "missing"))
"""Outcomes that one person without a number is looked for: a report of one arrest or one flight bears no figure in bulk."""


def pick(text: str, sentences: Sequence[Span], figures: Sequence[Figure]) -> list[Span]:
    """The sentences that can bear a new figure, in order."""
    counts = [f for f in figures if f.kind == "count" and not _passed(f)]
    told: set[tuple[Outcome, tuple[int | None, ...]]] = set()
    out: list[Span] = []
    bare: list[tuple[Span, set[Outcome]]] = []
    at = 0
    for span in sentences:
        words = _harm(text, span)
        if not words:
            continue
        while at < len(counts) and counts[at].span[0] < span[0]:
            at += 1
        here = [f for f in counts[at:] if f.span[0] < span[1]] if at < len(counts) and counts[at].span[0] < span[1] else []
        if not here:
            outcomes = {o for h in words for o in h.outcomes & _SUFFERED if _of_someone(text, h)}
            if outcomes:
                bare.append((span, outcomes))
            continue
        fresh = {
            (o, f.stated or (f.low, f.high))
            for h in words
            for f in here
            if -_NEAR < f.span[0] - h.at < _reach(h)
            for o in h.outcomes
        }
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
    words = _harm(text, span)
    start, end = max(span[0], words[0].at - _AROUND), min(span[1], words[-1].at + _AROUND)
    while start > span[0] and not text[start - 1].isspace():
        start -= 1
    while end < span[1] and not text[end].isspace():
        end += 1
    return start, end


def harmful(text: str) -> bool:
    """True where the text has any word of harm or of troops."""
    return bool(_present(text))


def outcome_of(text: str, span: Span) -> Outcome | None:
    """The outcome that the first word of harm in a span tells of; None where there is none, or where it tells of several."""
    found = next((h.outcomes for h in _harm(text, span)), frozenset())
    return min(found) if len(found) == 1 else None


def with_harm(text: str, sentences: Sequence[Span]) -> list[Span]:
    """The sentences that have such a word."""
    return [s for s in sentences if _harm(text, s)]


class _Harm(NamedTuple):
    """A word of harm in lower case: where it stands and the outcomes that it can report."""

    at: int
    form: str
    outcomes: frozenset[Outcome]


def _harm(text: str, span: Span) -> tuple[_Harm, ...]:
    """The words of harm in a sentence."""
    words = _all_harm(text)
    return words[bisect_left(words, span[0], key=_place) : bisect_left(words, span[1], key=_place)]


_place = attrgetter("at")


def _reach(harm: _Harm) -> int:
    """Letters behind a word of harm within which a number may count it."""
    return _OFF if harm.form == "toll" else _NEAR


@lru_cache(maxsize=2)
def _all_harm(text: str) -> tuple[_Harm, ...]:
    """The words of harm in a text."""
    known, low = _readings(), lowered(text)
    found = [_Harm(at, form, known[form]) for form in _present(text) for at in _places(low, form)]
    return tuple(sorted(found, key=_place))


@lru_cache(maxsize=2)
def _present(text: str) -> frozenset[str]:
    """The forms of harm that a text has: looked up all at once, and then only these are looked for."""
    return frozenset(_WORD.findall(lowered(text))) & _readings().keys()


def _places(low: str, form: str) -> Iterator[int]:
    """Where a form is a word of its own, no part of one with a hyphen."""
    at = low.find(form)
    while at >= 0:
        end = at + len(form)
        before, after = low[max(0, at - 2) : at], low[end : end + 2]
        if not (_LETTER_BEFORE.search(before) or _LETTER_AFTER.match(after)):
            yield at
        at = low.find(form, end)


_LETTER_BEFORE = re.compile(r"[a-z]-?\Z")
_LETTER_AFTER = re.compile(r"-?[a-z]")


def _passed(f: Figure) -> bool:
    """True for "12 tanks", "three murder charges" and "two murders": the counted noun is neither people nor what they suffer."""
    if f.unit is None:
        return False
    head = f.unit.split()[-1].lower()
    return head in lexicon.things() or head in _never_counting()


@cache
def _never_counting() -> frozenset[str]:
    """Nouns of charges and shots, and of deeds whose number is not that of the people who suffer them."""
    listed = (lexicon.words("screen", "passed"), lexicon.listed("uncounted"), lexicon.listed("deed"))
    return frozenset(form for bases in listed for base in bases for form in lexicon.inflect(base, verb=False))


def _of_someone(text: str, harm: _Harm) -> bool:
    """False where a word without a number names nobody: the noun of a deed alone ("a shooting in Orlo"), "he lives"."""
    low = lowered(text)
    if harm.form not in _deeds() or _multiplied().search(low, max(0, harm.at - _OWNED), harm.at):
        return True
    end = harm.at + len(harm.form)
    follows = _FOLLOWS.match(low, end)
    if follows is not None and (follows[1] == "of" or harm.form.endswith("ing")) and follows[1] not in _nameless():
        return True
    return _OWNER.search(low, max(0, harm.at - _OWNED), harm.at) is not None


@cache
def _multiplied() -> re.Pattern[str]:
    """Finds what tells how many a deed struck, right before it: "a triple fatal shooting"."""
    times, fatal = "|".join(table("harm")["multiplied"]), "|".join(lexicon.listed("fatal"))
    return re.compile(rf"\b(?:{times})[\s-]+(?:(?:{fatal})\s+)?\Z")


@cache
def _deeds() -> frozenset[str]:
    """Nouns of what is done to people, in both numbers: "murder", "killings", "death"; and "lives", which is a verb, too."""
    bases = (*lexicon.listed("owned"), "death")
    return frozenset(("lives", *(form for base in bases for form in lexicon.inflect(base, verb=False))))


@cache
def _nameless() -> frozenset[str]:
    return lexicon.words("screen", "nameless")


@cache
def _readings() -> dict[str, frozenset[Outcome]]:
    """Each form with its outcomes; in the pack's phrases, a form that says nothing by itself has that of its phrase."""
    phrased = {w: frozenset((cast("Outcome", o),)) for o, found in table("harm")["screen"]["phrased"].items() for w in found}
    return phrased | {form: frozenset(s.outcome for s in found) for form, found in lexicon.senses().items()}
