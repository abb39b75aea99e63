"""How many are named one by one: "Ana Ruiz, 40, and her two sons were killed", where no number says three?"""

from sayso.model import Quantity
from sayso.reading import lexicon
from sayso.reading.analysis import Analysis
from sayso.reading.counts import Counted, Figures

_JOINS = frozenset((",", "and", "&", "as", "well", "his", "her", "their", "the", "a", "an", "both", "(", ")", "aged"))
_LONGEST = 40
"""Words that a list of names may take before its verb. Source: set by hand."""


def enumerated(a: Analysis, trigger: int, figures: Figures) -> Counted | None:
    """The people of a list right before a verb of harm, or None where there is no list of two or more that begins with a name."""
    people = {i: j for i, j, kind in a.entities() if kind == "PER" and j <= trigger}
    starts = [i for i in sorted(people) if trigger - i <= _LONGEST and a.unit.sentences[i] == a.unit.sentences[trigger]]
    for start in starts:
        found = _count(a, start, trigger, people, figures)
        if found is not None:
            number, items = found
            if items < 2:
                return None
            return Counted(quantity=Quantity(low=number, best=number, high=number, wording="listed"), head=start, listed=True)
    return None


def _count(a: Analysis, start: int, end: int, people: dict[int, int], figures: Figures) -> tuple[int, int] | None:
    """People and items of the list `start` to `end`; None where anything else stands in it."""
    number = items = 0
    i = start
    while i < end:
        figure = figures.at(i)
        if i in people:
            number, items, i = number + 1, items + 1, people[i]
        elif figure is not None and figure.best is not None and figure.noun is not None:
            number, items = number + figure.best, items + 1
            noun = [k for k, (s, e) in enumerate(a.unit.spans) if s < figure.noun[1] and figure.noun[0] < e]
            i = max([*figures.words(figure), *noun]) + 1
        elif lexicon.person(a.lower[i]) and a.upos[i] in ("NOUN", "PROPN", "ADJ"):
            following = i + 1
            if following in people or (following < end and a.upos[following] in ("NOUN", "PROPN")):
                i += 1  # a rank or title before the name
                continue
            if a.xpos[i] == "NNS":
                return None
            number, items, i = number + 1, items + 1, i + 1
        elif (
            a.lower[i] in _JOINS
            or a.upos[i] in ("AUX", "ADV", "NUM", "ADJ")
            or a.lower[i].isdigit()
            or (a.upos[i] in ("PROPN", "NOUN") and a.unit.words[i][0].isupper())
        ):
            i += 1
        else:
            return None
    return number, items
