"""How many does a deed strike that is called double or triple: "a triple homicide", "the double shooting"?"""

from sayso.model import Outcome, Quantity
from sayso.packs import table
from sayso.reading.drafts.draft import Draft, Sheet, make
from sayso.reading.harm.counts import Counted
from sayso.reading.harm.deeds import aimed
from sayso.reading.harm.mention import Mention, verb_over
from sayso.reading.words import lexicon
from sayso.reading.words.analysis import Analysis


def multiplied(sheet: Sheet) -> list[Draft]:
    """The figures of deeds that are called double, triple and the like."""
    out: list[Draft] = []
    for i, word in enumerate(sheet.a.lower):
        times = table("harm")["multiplied"].get(word)
        found = _deed(sheet.a, i + 1) if times is not None else None
        if found is None or aimed(sheet.a, found[0]):
            continue
        noun, outcome = found
        mention = Mention(
            outcome=outcome, trigger=noun, victims=(noun,), clause=verb_over(sheet.a, noun), frame="noun", known=True
        )
        amount = Quantity(low=times, best=times, high=times, stated=(times,), span=sheet.a.unit.spans[i])
        draft = make(sheet, mention, Counted(quantity=amount, head=noun))
        if draft is not None:
            out.append(draft)
    return out


def _deed(a: Analysis, k: int) -> tuple[int, Outcome] | None:
    """The noun of a deed at word `k`, over a hyphen and "fatal", with what it does; none that goes on as "murder-suicide"."""
    k += a.lower[k : k + 1] == ("-",)
    fatal = k < len(a) and a.lower[k] in lexicon.listed("fatal")
    k += fatal
    sense = next((s for s in lexicon.senses().get(a.lower[k], ()) if s.frame == "noun"), None) if k < len(a) else None
    if sense is None or sense.base not in lexicon.listed("deed") or a.lower[k + 1 : k + 2] == ("-",):
        return None
    return k, "killed" if fatal else sense.outcome
