"""To which number is a sum moved: "raising the number of dead to 23", "the number of wounded rose by 12 to 80"?"""

from sayso.model import Outcome
from sayso.reading.drafts.draft import Draft, Sheet, make
from sayso.reading.harm.counts import Counted, quantity
from sayso.reading.harm.mention import Mention
from sayso.reading.quantities.figures import Figure
from sayso.reading.words import lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.clauses import found_at, sentence_range

_SUMS = frozenset(("number", "numbers", "total", "count", "tally", "toll"))
_AT = frozenset(("to", "at"))
_BEFORE = 4
"""Words between "of" and the word of harm, at most: "the number of people who were killed". Source: set by hand."""
_AHEAD = 10
"""Words from the word of harm to its number, at most. Source: set by hand."""
_VERB = 3
"""Words between a verb and the sum it moves, or a sum and its verb, at most. Source: set by hand."""
_SIDES: tuple[Outcome, ...] = ("killed", "wounded", "missing", "captured", "casualties", "displaced")


def moved(sheet: Sheet, found: list[Draft]) -> list[Draft]:
    """The numbers to which a sum of those harmed is moved, where the parse does not carry them there."""
    a, out = sheet.a, []
    for k in found_at(a, _SUMS):
        named = _harmed(a, k)
        if named is None:
            continue
        i, outcome = named
        verb = _moving(a, k, i)
        if verb is None or any(d.numbered and d.mention.trigger == i for d in found):
            continue
        figure_at = _number(sheet, i)
        if figure_at is None:
            continue
        figure, head = figure_at
        mention = Mention(outcome=outcome, trigger=i, victims=(i,), clause=verb, frame="state")
        draft = make(sheet, mention, Counted(quantity=quantity(figure), head=head, figure=figure))
        if draft is not None and not (draft.status == "happened" and _meant(a, verb)):
            sheet.take(draft.counted)
            out.append(draft)
    return out


def _harmed(a: Analysis, k: int) -> tuple[int, Outcome] | None:
    """The word of harm of a sum at word `k` and what it reports: "the number of dead", "the total of people killed"."""
    _, end = sentence_range(a, k)
    if a.lower[k + 1 : k + 2] != ("of",):
        return None
    for i in range(k + 2, min(end, k + 2 + _BEFORE)):
        sense = next((s for s in lexicon.senses().get(a.lower[i], ()) if s.outcome in _SIDES), None)
        of_things = a.heads[i] > i and a.lower[a.heads[i]] in lexicon.things()  # "the number of captured tanks"
        if sense is not None and not of_things and (a.upos[i] != "VERB" or a.xpos[i] in ("VBN", "VBD")):
            return i, sense.outcome
    return None


def _moving(a: Analysis, k: int, i: int) -> int | None:
    """The verb that moves a sum: before it ("raising the number"), or behind those it counts ("the number of dead rose")."""
    start, end = sentence_range(a, k)
    verbs = lexicon.forms("carry") | lexicon.forms("move") | lexicon.forms("fall")
    before = next((j for j in range(k - 1, max(start - 1, k - 1 - _VERB), -1) if a.lower[j] in verbs), None)
    if before is not None and a.upos[before] == "VERB":
        return before
    return next((j for j in range(i + 1, min(end, i + 1 + _VERB)) if a.lower[j] in verbs and a.upos[j] != "AUX"), None)


def _meant(a: Analysis, verb: int) -> bool:
    """True for "wants to reduce the number of deaths to ten": an aim, not a count."""
    return a.xpos[verb] == "VB" and "to" in a.lower[max(0, verb - 2) : verb]


def _number(sheet: Sheet, i: int) -> tuple[Figure, int] | None:
    """The first free figure behind the word of harm that "to" or "at" stands before, and its last word."""
    a = sheet.a
    for figure, words in sheet.figures.all:
        near = i < words[0] <= i + _AHEAD and a.unit.sentences[words[0]] == a.unit.sentences[i]
        if not near or not sheet.free(words) or a.lower[words[0] - 1] not in _AT:
            continue
        if any(a.lower[j] in (",", ";", ":", "while", "but") for j in range(i + 1, words[0])):
            return None
        return figure, words[-1]
    return None
