"""Whom does a headline list by commas alone: "Woman, boyfriend killed in shooting", "Father, two sons found dead"?"""

from sayso.model import Outcome
from sayso.reading.drafts.draft import Draft, Sheet, make
from sayso.reading.drafts.enumerations import of_persons
from sayso.reading.harm.counts import Counted, Figures
from sayso.reading.harm.mention import Mention
from sayso.reading.harm.struck import are_two
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.clauses import found_at

_TOLD = frozenset(("fatally", "critically", "seriously", "found", "shot", "reported"))
"""Words that may stand between those listed and what befell them."""


def headlined(sheet: Sheet, mentions: list[Mention]) -> list[Draft]:
    """The figures of lists without an article right before a word of harm, which befalls them all."""
    a, out = sheet.a, []
    known = {m.trigger: m.outcome for m in mentions}
    for i in found_at(a, lexicon.forms_of_harm()):
        outcome = known.get(i) or _outcome(a, i)
        found = _listed(a, i, sheet.figures) if outcome is not None and grammar.child(a, i, "obj") is None else None
        if outcome is None or found is None:
            continue
        mention = Mention(outcome=outcome, trigger=i, victims=(found.head,), clause=i, frame="transitive")
        draft = make(sheet, mention, found)
        if draft is not None:
            sheet.take(found)
            out.append(draft)
    return out


def _outcome(a: Analysis, i: int) -> Outcome | None:
    """What befalls those who stand before a word of harm that the parse gives no subject."""
    frames = ("transitive", "state")
    return next((s.outcome for s in lexicon.senses().get(a.lower[i], ()) if s.frame in frames and a.xpos[i] != "VBZ"), None)


def _listed(a: Analysis, i: int, figures: Figures) -> Counted | None:
    """The list that a sentence begins with, and that ends before word `i`; none without a comma and a noun without an article."""
    end = i
    while end > 0 and a.lower[end - 1] in _TOLD:
        end -= 1
    sentence = a.unit.sentences[i]
    first = next(k for k in range(len(a)) if a.unit.sentences[k] == sentence)
    start = max([first, *(k + 1 for k in range(first, end) if a.lower[k] == ":")])
    if start >= end:
        return None
    commas = [k for k in range(start, end) if a.lower[k] in (",", "&")]
    bare = lexicon.person(a.lower[end - 1]) or lexicon.person(a.lower[start])
    if not commas or commas[-1] == end - 1 or not bare or a.lower[start] in ("a", "an", "the"):
        return None
    found = of_persons(a, start, end, figures)
    if found is not None and len(found.members) == len(commas) + 1 == 2 and not are_two(a, *found.members, figures):
        return None  # "Teacher, coach killed in crash"
    return found
