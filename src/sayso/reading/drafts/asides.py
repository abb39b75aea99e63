"""Which words stand aside, between brackets or dashes, right behind a word, and which parts do they give of its number?"""

from dataclasses import replace

from sayso.model import Quantity
from sayso.reading.drafts.draft import Draft, Sheet
from sayso.reading.drafts.parts import head_of, part_of
from sayso.reading.harm.counts import Counted, quantity
from sayso.reading.quantities.figures import Figure
from sayso.reading.words import lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.nations import nation

_CLOSE = {"(": (")",), "[": ("]",), "—": ("—", ".", ";"), "–": ("–", ".", ";"), "-": ("-", ".", ";")}
"""The marks that open an aside, and what closes it; two hyphens stand for a dash."""

_LONGEST = 16
"""Words of the longest aside. Source: set by hand."""


def aside(a: Analysis, k: int) -> range:
    """The words between the marks of an aside that opens at word `k`; an empty range where none does."""
    closing = _CLOSE.get(a.lower[k]) if k < len(a) else None
    double = a.lower[k : k + 2] == ("-", "-")
    if closing is None or (a.lower[k] == "-" and not double):
        return range(k, k)
    start = k + 2 if double else k + 1
    end = next((j for j in range(start, min(len(a), start + _LONGEST)) if a.lower[j] in closing), None)
    return range(start, end) if end is not None and a.unit.sentences[end] == a.unit.sentences[k] else range(k, k)


def split(sheet: Sheet, whole: Draft) -> list[Draft]:
    """The parts of a figure in an aside right behind it that add up to it: "eight others (three soldiers, five civilians)"."""
    amount = whole.counted.quantity
    inside = aside(sheet.a, whole.counted.head + 1)
    if not inside or amount is None:
        return []
    told = [(f, w) for f, w in sheet.figures.all if w[0] in inside and sheet.free(w)]
    total = sum(f.best or 0 for f, _ in told)
    plural = amount.wording == "plural" and all(_people(sheet.a, f, w) for f, w in told)
    if len(told) < 2 or (total != amount.best and not plural):
        return []
    if plural:
        # "the monks (five Orlans and one Iruan)" are six
        summed = Quantity(low=total, best=total, high=total, wording="listed")
        whole.counted = replace(whole.counted, quantity=summed)
    out = []
    for figure, words in told:
        counted = Counted(quantity=quantity(figure), head=head_of(sheet.a, figure, words), figure=figure)
        sheet.take(counted)
        part = part_of(sheet, whole, counted)
        out += [part] if part is not None else []
    return out


def _people(a: Analysis, figure: Figure, words: tuple[int, ...]) -> bool:
    """True for a figure of people by their noun or their nation."""
    head = head_of(a, figure, words)
    return lexicon.person(a.lower[head]) or nation(a.unit.words[head]) is not None
