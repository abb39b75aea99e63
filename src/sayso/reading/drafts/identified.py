"""Who are the dead by name: "named the dead as A. B. and C. D.", "the names of those killed: A. B., 34; and C. D., 61"?"""

from dataclasses import replace

from sayso.reading.drafts.draft import Draft, Sheet, make
from sayso.reading.drafts.enumerations import named_as, named_behind
from sayso.reading.harm.mention import Mention
from sayso.reading.words import lexicon
from sayso.reading.words.clauses import found_at

_THOSE = frozenset(("those", "people", "persons", "victims", "the"))


def identified(sheet: Sheet, mentions: list[Mention]) -> list[Draft]:
    """Lists of names behind those who are told to be dead, whether or not the parse makes them victims of a word of harm."""
    known = {m.trigger for m in mentions}
    out: list[Draft | None] = []
    for m in mentions:
        found = named_as(sheet.a, m.trigger, sheet.figures) if m.frame in ("state", "attribute", "transitive") else None
        if found is not None:
            out.append(make(sheet, replace(m, victims=(found.head,), loose=False), found))
    for i in found_at(sheet.a, lexicon.forms_of_harm()):
        sense = next((s for s in lexicon.senses()[sheet.a.lower[i]] if s.frame in ("transitive", "state")), None)
        if sense is None or i in known or sheet.a.lower[i - 1] not in _THOSE:
            continue
        found = named_behind(sheet.a, i, sheet.figures) or named_as(sheet.a, i, sheet.figures)
        if found is not None:
            mention = Mention(outcome=sense.outcome, trigger=i, victims=(found.head,), clause=i, frame="transitive")
            out.append(make(sheet, mention, found))
    return [d for d in out if d is not None]
