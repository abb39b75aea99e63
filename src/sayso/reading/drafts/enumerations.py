"""How many are named one by one: "Ana Ruiz, 40, and her two sons were killed", where no number says three?"""

from dataclasses import dataclass, field

from sayso.model import Quantity
from sayso.reading.harm.counts import Counted, Figures
from sayso.reading.harm.mention import Mention
from sayso.reading.quantities.figures import Figure
from sayso.reading.words import lexicon
from sayso.reading.words.analysis import Analysis

_JOINS = frozenset((",", "and", "&", "as", "well", "his", "her", "their", "the", "a", "an", "both", "(", ")", "aged"))
_ARTICLES = frozenset(("a", "an"))
_MANY = frozenset(("were", "been", "are"))
_ONE = frozenset(("was", "has", "is"))
_LEAST, _LONGEST = 2, 40
"""Items that make a list, and words that a list of names may take before its verb. Source: set by hand."""


@dataclass(slots=True)
class _Tally:
    """The people of a list so far, the word of each item, its figures, and whether its last item is a name."""

    number: int = 0
    heads: list[int] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    named: bool = False

    def add(self, people: int, head: int, *, named: bool = False) -> None:
        self.number, self.named = self.number + people, named
        self.heads.append(head)


def enumerated(a: Analysis, trigger: int, figures: Figures) -> Counted | None:
    """The people of a list right before a verb of harm.

    None where there is no list of two or more that begins with a name, an article or a figure, and where each item has a figure
    of its own: those are told apart. A verb in the singular is of one person, with what he or she was.
    """
    if _ONE & set(a.lower[max(0, trigger - 3) : trigger]):
        return None
    people = {i: j for i, j, kind in a.entities() if kind == "PER" and j <= trigger}
    first = max(0, trigger - _LONGEST)
    verb = a.xpos[trigger] == "VBD" or bool(_MANY & set(a.lower[max(0, trigger - 3) : trigger]))
    near = [i for i in range(first, trigger) if a.unit.sentences[i] == a.unit.sentences[trigger]]
    for start in near:
        if start not in people and not (verb and _opens(a, start, figures)):
            continue
        found = _count(a, (start, trigger), people, figures)
        if found is None:
            continue
        closed = a.lower[trigger - 1] == "," or (a.upos[trigger - 1] == "AUX" and a.lower[trigger - 2] == ",")
        if closed and figures.at(start) is not None:
            return None  # "two brothers, a cook and a clerk, were killed": the list says who the two were
        if len(found.heads) < _LEAST or len(found.figures) == len(found.heads):
            return None
        parts, members = tuple(found.figures), tuple(found.heads)
        quantity = Quantity(low=found.number, best=found.number, high=found.number, wording="listed")
        return Counted(quantity=quantity, head=found.heads[0], listed=True, parts=parts, members=members)
    return None


def behind(a: Analysis, m: Mention, figures: Figures) -> Counted | None:
    """ "killed him, his wife Ana, 34, and their daughter": a pronoun and his or her own behind it, that the parse loses."""
    k = m.trigger + 1
    owned = a.lower[k + 1 : k + 3] in ((",", "his"), (",", "her"), ("and", "his"), ("and", "her"))
    if a.lower[k : k + 1] not in (("him",), ("her",)) or not owned:
        return None
    people = {b: e for b, e, kind in a.entities() if kind == "PER" and b > k}
    last = next((j for j in range(k + 3, len(a)) if a.unit.sentences[j] != a.unit.sentences[k]), len(a))
    for end in range(min(last, k + _LONGEST), k + 3, -1):
        found = _count(a, (k + 1, end), people, figures)
        if found is not None and found.number:
            total = found.number + 1
            said = Quantity(low=total, best=total, high=total, wording="listed")
            members = (k, *found.heads)
            return Counted(quantity=said, head=k, listed=True, parts=tuple(found.figures), members=members)
    return None


def with_kin(a: Analysis, m: Mention, figures: Figures) -> Counted | None:
    """ "killed Ana Ruiz, 40, her son Iker, 9, and a neighbour": a name and kin behind a verb of harm, that the parse loses."""
    k = m.trigger + 1
    people = {b: e for b, e, kind in a.entities() if kind == "PER" and b >= k}
    if k not in people:
        return None
    last = next((j for j in range(k, len(a)) if a.unit.sentences[j] != a.unit.sentences[k]), len(a))
    ended = next((j for j in range(k, last) if a.lower[j] in _CLOSE or (a.upos[j] in _LEAVES and a.lower[j - 1] != "-")), last)
    own = [j for j in range(people[k], ended) if a.lower[j] in ("his", "her")]
    if not own or "and" not in a.lower[k:ended]:
        return None  # "killed Ana Ruiz, his wife": who she was
    if ended - k > _LONGEST or (ended < last and a.upos[ended] in ("VERB", "AUX")):
        return None
    found = _count(a, (k, ended), people, figures)
    if found is None or found.number < _LEAST:
        return None
    said = Quantity(low=found.number, best=found.number, high=found.number, wording="listed")
    return Counted(quantity=said, head=k, listed=True, parts=tuple(found.figures), members=tuple(found.heads))


def named_as(a: Analysis, i: int, figures: Figures) -> Counted | None:
    """The people of a list of names behind "as", whom the word `i` says to be dead or hurt: "named the dead as A and B"."""
    sentence = [k for k in range(len(a)) if a.unit.sentences[k] == a.unit.sentences[i]]
    near = range(max(sentence[0], i - _BEFORE), min(sentence[-1], i + _BEFORE))
    naming = any(a.lower[k] in lexicon.forms("name") for k in near)
    start = next((k + 1 for k in range(i + 1, sentence[-1]) if a.lower[k] == "as"), None)
    if not naming or start is None or any(a.lower[k] == "," for k in range(i, start)):
        return None
    people = {b: e for b, e, kind in a.entities() if kind == "PER" and b >= start}
    if not people or min(people) > start + _BEFORE:
        return None
    end = next((k for k in range(start, sentence[-1] + 1) if a.lower[k] in _CLOSE), sentence[-1] + 1)
    last = sentence[-1] + (a.upos[sentence[-1]] != "PUNCT")
    found = _count(a, (min(people), last), {b: e for b, e in people.items() if b < last}, figures, parted=True)
    if found is None and max(people) < end:
        found = _count(a, (min(people), end), people, figures)
    if found is None or found.number < _LEAST:
        return None
    said = Quantity(low=found.number, best=found.number, high=found.number, wording="listed")
    return Counted(quantity=said, head=found.heads[0], listed=True, parts=tuple(found.figures), members=tuple(found.heads))


def named_behind(a: Analysis, i: int, figures: Figures) -> Counted | None:
    """The people of a list of names behind a colon, or behind "were": "the names of those killed: A. B., 34; and C. D., 61"."""
    sentence = [k for k in range(len(a)) if a.unit.sentences[k] == a.unit.sentences[i]]
    naming = {"names", "name"} & {*a.lower[max(sentence[0], i - _BEFORE) : i]}
    opens = next((k for k in sentence if k > i and (a.lower[k] == ":" if naming else a.lower[k] == "were")), None)
    if opens is None or not (naming or i == sentence[0]):
        return None
    end = sentence[-1] + (a.upos[sentence[-1]] != "PUNCT")
    people = {b: e for b, e, kind in a.entities() if kind == "PER" and opens < b < end}
    if not people or min(people) > opens + _BEFORE:
        return None
    found = _count(a, (opens + 1, end), people, figures, parted=True)
    if found is None or found.number < _LEAST:
        return None
    said = Quantity(low=found.number, best=found.number, high=found.number, wording="listed")
    return Counted(quantity=said, head=found.heads[0], listed=True, parts=tuple(found.figures), members=tuple(found.heads))


_LEAVES = frozenset(("VERB", "AUX", "ADP"))
"""Tags of words that end a list of people."""
_BEFORE = 4
"""Words before "the dead" among which they are named. Source: set by hand."""
_CLOSE = frozenset((".", ";", "!", "?"))


def of_persons(a: Analysis, start: int, end: int, figures: Figures) -> Counted | None:
    """The people of the list `start` to `end` without names; None where it is of fewer than two or anything else stands in it."""
    found = _count(a, (start, end), {}, figures)
    if found is None or len(found.heads) < _LEAST or len(found.figures) == len(found.heads):
        return None
    said = Quantity(low=found.number, best=found.number, high=found.number, wording="listed")
    return Counted(quantity=said, head=found.heads[0], listed=True, parts=tuple(found.figures), members=tuple(found.heads))


def _opens(a: Analysis, i: int, figures: Figures) -> bool:
    """Whether a figure of people, or an article with a noun for a person, may open a list."""
    figure = figures.at(i)
    if figure is not None:
        return figures.words(figure)[0] == i and figure.best is not None and figure.noun is not None
    return a.lower[i] in _ARTICLES and any(lexicon.person(w) for w in a.lower[i + 1 : i + 4])


def _count(
    a: Analysis, part: tuple[int, int], people: dict[int, int], figures: Figures, *, parted: bool = False
) -> _Tally | None:
    """People and items of a part of the words; None where anything else stands in it; `parted`: semicolons may."""
    tally, (i, end) = _Tally(), part
    while i < end:
        figure = figures.at(i)
        if i in people:
            tally.add(1, i, named=True)
            while i in people:  # two names beside each other are the first and the last of one person
                i = people[i]
        elif figure is not None and figure.best is not None and figure.noun is not None:
            noun = [k for k, (s, e) in enumerate(a.unit.spans) if s < figure.noun[1] and figure.noun[0] < e]
            if not noun or not lexicon.person(a.lower[noun[-1]]):
                return None
            tally.add(figure.best, noun[-1])
            tally.figures.append(figure)
            i = max([*figures.words(figure), *noun]) + 1
        elif lexicon.person(a.lower[i]) and a.upos[i] in ("NOUN", "PROPN", "ADJ"):
            following = i + 1
            if (
                following in people
                or a.lower[following : following + 1] == ("-",)
                or (following < end and a.upos[following] in ("NOUN", "PROPN"))
            ):
                i += 1  # a rank or title before the name
                continue
            if a.xpos[i] == "NNS":
                return None
            if tally.named and ((parted and i + 1 == end) or a.lower[i + 1] in (",", ";")):
                tally.named = False  # "Anna Orl, a doctor, ": what she was
            else:
                tally.add(2 if a.lower[i] in lexicon.words("persons", "pair") else 1, i)
            i += 1
        elif (
            a.lower[i] in _JOINS
            or (parted and a.lower[i] == ";")
            or "-" in a.lower[i - 1 : i + 1]
            or (a.lower[i] not in lexicon.forms_of_harm() and (a.upos[i] in ("AUX", "ADV", "NUM", "ADJ") or a.rels[i] == "amod"))
            or a.lower[i].isdigit()
            or (a.upos[i] in ("PROPN", "NOUN") and a.unit.words[i][0].isupper())
        ):
            tally.named = tally.named and a.lower[i] not in ("and", "&", "his", "her", "their")
            i += 1
        else:
            return None
    return tally
