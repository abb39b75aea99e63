"""How many are meant: what counts a noun phrase, in figures, articles, names or a bare plural?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model import Quantity, Span
from sayso.packs import table
from sayso.reading.quantities import wordings
from sayso.reading.quantities.figures import Figure
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.nations import nation

_NOBODY = frozenset(("none", "nobody", "no-one", "neither"))
_ANYBODY = frozenset(("any", "anyone", "anybody"))
_OF = frozenset(
    (
        "number",
        "total",
        "group",
        "handful",
        "pair",
        "minimum",
        "maximum",
        "rest",
        "majority",
        "half",
        "family",
        "force",
        "contingent",
        "crew",
        "member",
        "members",
        "list",
    )
)
_EVERYBODY = frozenset(("everyone", "everybody"))
_VAGUE = frozenset(("dozens", "scores", "hundreds", "thousands"))
"""Vague words that stand alone: "scores wounded"."""

_PLAIN = frozenset(("people", "persons", "others", "men", "victims", "members", "dead", "bodies"))
"""Nouns of a whole that do not say who its parts are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One counted party: its number, the head of its noun phrase, its figure, and whether it was listed one by one.

    `parts` are the figures within such a list, or those that a whole is split into, `members` the heads of its items.
    """

    quantity: Quantity | None
    head: int
    figure: Figure | None = None
    listed: bool = False
    pronoun: bool = False
    parts: tuple[Figure, ...] = ()
    members: tuple[int, ...] = ()


class Figures:
    """The figures of a text, found by the words of a unit; `convention` says what vague words and bare plurals mean."""

    def __init__(self, a: Analysis, figures: Sequence[Figure], convention: str = "default") -> None:
        self._a = a
        self._convention = convention
        self._of: dict[int, Figure] = {}
        self._by_noun: dict[int, Figure] = {}
        self.all: list[tuple[Figure, tuple[int, ...]]] = []
        start, end = a.unit.start, a.unit.end
        wholes = {f.whole for f in figures if f.whole is not None}
        near = [
            f
            for f in figures
            if start < f.span[1] and f.span[0] < end and (f.kind in ("count", "fraction") or f.whole) and f.span not in wholes
        ]
        rates = {i for figure in near for i in _rate(a, figure)}
        self._shares = set(rates)
        for figure in near:
            last = figure.span[1] if figure.whole is None else max(figure.span[1], figure.whole[1])
            words = tuple(i for i, (s, e) in enumerate(a.unit.spans) if s < last and figure.span[0] < e)
            if (figure.kind != "count" and figure.whole is None) or not words or rates & set(words) or _age(a, figure, words):
                self._shares.update(words)
                continue
            self.all.append((figure, words))
            for i in words:
                self._of[i] = figure
            if figure.noun is not None:
                for i, (s, e) in enumerate(a.unit.spans):
                    if s < figure.noun[1] and figure.noun[0] < e:
                        self._by_noun.setdefault(i, figure)

    def vague(self, word: str) -> Quantity:
        """What a vague word that stands alone says, or a bare plural ("plural")."""
        low, high = wordings.vague(word, self._convention)
        return Quantity(low=low, high=high, wording=word)

    def at(self, i: int) -> Figure | None:
        """The figure that the word `i` is part of."""
        return self._of.get(i)

    def share(self, i: int) -> bool:
        """True for a word of "a third", "one in ten": a part of people whose number it does not give."""
        return i in self._shares

    def words(self, figure: Figure) -> tuple[int, ...]:
        """The words of a figure."""
        return next((w for f, w in self.all if f is figure), ())

    def on(self, head: int) -> Figure | None:
        """The figure that counts a noun: one that hangs on it, that it is, or whose counted noun it is."""
        own = self._of.get(head)
        if own is not None:
            return own
        a = self._a
        for c in a.children[head]:
            if (
                a.rels[c] in ("nummod", "det", "amod", "advmod", "compound", "nmod:desc", "dep", "det:predet", "nmod:unmarked")
                and c in self._of
                and c == self.words(self._of[c])[-1]
            ):
                return self._of[c]
            inner = next(
                (g for g in a.children[c] if a.rels[c] in ("compound", "nmod:poss") and a.rels[g] == "nummod" and g in self._of),
                None,
            )
            if inner is not None:
                return self._of[inner]
        beside = next((c for c in a.children[head] if a.rels[c] == "appos" and not grammar.kindred(a, c)), None)
        if beside is not None and a.xpos[head] in ("NN", "NNP"):
            for c in (beside, *a.children[beside]):
                if c in self._of and (c == beside or a.rels[c] == "nummod"):
                    return self._of[c]
        found = self._by_noun.get(head)
        if found is not None:
            first = self.words(found)[0]
            if (
                first < head
                and a.unit.sentences[first] == a.unit.sentences[head]
                and not any(a.upos[k] in ("VERB", "AUX") for k in range(first, head))
            ):
                return found
        return None


def count(a: Analysis, victims: Sequence[int], figures: Figures) -> list[Counted]:
    """The counted parties of coordinated noun phrases: one each where each has its own figure, else one that lists them."""
    thing = next((k for k, v in enumerate(victims) if k and a.lower[v] in lexicon.things()), len(victims))
    # "104 men, two mortars, one accordion": once a list is of things, only people by their noun are counted
    victims = [v for k, v in enumerate(victims) if k < thing or lexicon.person(a.lower[v])]
    if _one_called_twice(a, victims, figures):
        victims = victims[:1]
    singles = [_told_apart(a, v, victims[k + 1 :], figures) for k, v in enumerate(victims)]
    known = [c for c in singles if c is not None]
    if _split(a, known):
        return [replace(known[0], parts=tuple(c.figure for c in known[1:] if c.figure is not None))]
    if len(known) > 1 and known[0].figure is not None:
        # "4,000 soldiers and police": the figure counts both.
        known = [
            known[0],
            *(c for c in known[1:] if c.figure is not None or c.quantity is None or c.quantity.wording != "plural"),
        ]
    if len(known) <= 1 or all(c.figure is not None or (c.quantity is not None and c.quantity.wording == "plural") for c in known):
        return known
    numbers = [c.quantity.best if c.quantity is not None else None for c in known]
    if all(n is not None for n in numbers):
        total = sum(n for n in numbers if n is not None)
        said = Quantity(low=total, best=total, high=total, wording="listed")
        parts = tuple(c.figure for c in known if c.figure is not None)
        members = tuple(c.head for c in known)
        return [Counted(quantity=said, head=known[0].head, listed=True, parts=parts, members=members)]
    return known


def _one_called_twice(a: Analysis, victims: Sequence[int], figures: Figures) -> bool:
    """True for "a former editor and columnist", one person with two callings; "a driver and passenger" are two."""
    if len(victims) != 2 or any(a.xpos[v] != "NN" or figures.on(v) is not None for v in victims):
        return False
    first, second = victims
    career = any(a.lower[c] in lexicon.words("persons", "career") for c in a.children[first])
    own = any(a.rels[c] in ("det", "nmod:poss", "amod") for c in a.children[second])
    return career and not own and a.lower[second - 1] == "and" and all(lexicon.person(a.lower[v]) for v in victims)


def _told_apart(a: Analysis, head: int, later: Sequence[int], figures: Figures) -> Counted | None:
    """One party; of "Father, two daughters" the first is one, though the parse has the two for what he is."""
    found = _one(a, head, figures)
    if found is None or found.figure is None or a.xpos[head] not in ("NN", "NNP") or head > figures.words(found.figure)[0]:
        return found
    theirs = any(figures.on(v) is found.figure for v in later)
    return Counted(quantity=_exactly(1), head=head) if theirs else found


def _split(a: Analysis, known: Sequence[Counted]) -> bool:
    """True for "three reporters, two Iruans and an Orlan": of a list, the first is the whole and the others its parts."""
    numbers = [c.quantity.best if c.quantity is not None else None for c in known]
    if len(known) < 3 or known[0].figure is None or None in numbers or numbers[0] != sum(n for n in numbers[1:] if n is not None):
        return False
    return a.lower[known[0].head] in _PLAIN or any(nation(a.unit.words[c.head]) is not None for c in known[1:])


def _one(a: Analysis, head: int, figures: Figures) -> Counted | None:
    figure = figures.on(head)
    if figure is not None and a.lower[max(0, head - 3) : head] != ("not", "a", "single"):
        return Counted(quantity=quantity(figure), head=_named(a, head, figure), figure=figure)
    word, tag = a.lower[head], a.xpos[head]
    dets = [a.lower[c] for c in a.children[head] if a.rels[c] in ("det", "nummod", "det:predet")]
    nobody = _nobody(a, head, dets)
    if nobody is not None:
        return Counted(quantity=nobody, head=head)
    if "how" in {a.lower[g] for c in a.children[head] for g in (c, *a.children[c])}:
        return None  # "how many had been killed" is a question
    if (
        word in _OF
        or word in lexicon.units()
        or figures.share(head)
        or (tag == "NNS" and word in ("dozens", "scores", "hundreds", "thousands"))
    ):
        # "one in ten sailors" may have two phrases hang on it, of which the second is people
        inner = (_one(a, c, figures) for c in a.children[head] if a.rels[c] == "nmod")
        first = next((c for c in inner if c is not None), None)
        if first is not None:
            return first
    known = _counting(a, head, dets)
    if known is not None:
        return Counted(quantity=known, head=head)
    one = tag == "NNPS" and bool({"a", "an"} & set(dets))  # "a Reservist", whatever its tag
    alone = _alone(word, tag, head, figures)
    if alone is not None:
        return alone
    if any(a.names[k].endswith("PER") for k in (head, *(c for c in a.children[head] if a.rels[c] == "flat"))):
        return Counted(quantity=_exactly(1), head=head, listed=True)
    a_family = word in lexicon.words("persons", "household") and bool({"a", "an", "another"} & set(dets))
    if word in lexicon.units() or a_family:
        return Counted(quantity=figures.vague("plural"), head=head)
    if word in ("some", "many", "several", "most", "people", "troops", "personnel", "police", "crew") or (
        tag in ("NNS", "NNPS") and not one
    ):
        near = {word, *dets, *(a.lower[c] for c in a.children[head])}
        several = bool({"several", "multiple"} & near)  # "a cook and multiple guards" are more than the one who is counted
        return Counted(quantity=figures.vague("several" if several else "plural"), head=head)
    if (tag in ("NN", "NNP") or one) and (lexicon.person(word) or "a" in dets or "an" in dets or "another" in dets):
        if word.endswith(("men", "people")) or word in ("children", "women", "men", "passersby"):
            return Counted(quantity=figures.vague("plural"), head=head)
        stated = (1,) if {"a", "an", "another", "one"} & set(dets) else ()
        return Counted(quantity=Quantity(low=1, best=1, high=1, stated=stated, span=a.unit.spans[head]), head=head)
    return None


def _alone(word: str, tag: str, head: int, figures: Figures) -> Counted | None:
    """A vague word or a pronoun that stands for the people: "scores wounded", "he died", "they"."""
    if word in _EVERYBODY:
        return Counted(quantity=figures.vague("plural"), head=head)  # "killed everyone on board": nobody says how many
    if word in _VAGUE and tag == "NNS":
        return Counted(quantity=figures.vague(word), head=head)
    if (word == "one" and tag == "CD") or word == "another" or (word in table("numbers")["ordinals"] and tag != "CD"):
        return Counted(quantity=Quantity(low=1, best=1, high=1, stated=(1,)), head=head)  # "killed one and wounded four"
    if word in ("he", "she", "him", "her", "his", "i"):
        return Counted(quantity=_exactly(1), head=head, pronoun=True)
    if word in ("himself", "herself", "self") or (word == "life" and tag == "NN"):
        return Counted(quantity=_exactly(1), head=head)
    if word in ("they", "them", "who", "these", "those", "it", "that", "which"):
        return Counted(quantity=None, head=head, pronoun=True)
    return None


def _counting(a: Analysis, head: int, dets: list[str]) -> Quantity | None:
    """ "both pilots" and "a young couple" are two, "a 34-year-old" is one; None for other words."""
    word = a.lower[head]
    pair = "both" in dets and a.xpos[head] == "NNS" and not any(a.rels[c] == "conj" for c in a.children[head])
    if word == "both" or pair:
        return Quantity(low=2, best=2, high=2, stated=(2,))
    if word in lexicon.words("persons", "pair") and a.xpos[head] == "NN":
        return Quantity(low=2, best=2, high=2, stated=(2,))
    if "one" in dets and a.lower[head - 1] == "one" and lexicon.person(word):
        return Quantity(low=1, best=1, high=1, stated=(1,))  # "in which one conscript died", whatever its tag
    if word == "old" and grammar.aged(a, head):
        return Quantity(low=1, best=1, high=1, stated=(1,) if {"a", "an"} & set(dets) else ())
    return None


def _nobody(a: Analysis, head: int, dets: list[str]) -> Quantity | None:
    """ "no soldiers", "none", "no one", "not a single man" are zero; "any" and "anyone" are, where the clause is denied."""
    word = a.lower[head]
    first = min([head, *(c for c in a.children[head] if a.rels[c] in ("det", "amod"))])
    not_one = first > 0 and a.lower[first - 1] == "not" and a.lower[first] in ("a", "an", "single")
    if {"no", "neither"} & set(dets) or word in _NOBODY or not_one or (word == "one" and a.lower[head - 1 : head] == ("no",)):
        return Quantity(low=0, best=0, high=0, wording="none", stated=(0,))
    before = {a.lower[c] for k in (head, a.heads[head]) if k >= 0 for c in a.children[k] if a.rels[c] in ("case", "mark")}
    if "without" in before:  # "without causing injuries"
        return Quantity(low=0, best=0, high=0, wording="none", stated=(0,))
    return Quantity(low=0, best=0, high=0, wording="any") if "any" in dets or word in _ANYBODY else None


def _rate(a: Analysis, figure: Figure) -> tuple[int, ...]:
    """The words of both numbers of "one in ten sailors", "nine out of ten men"; none where a figure is no rate of people."""
    if figure.kind != "count" or not a.unit.start <= figure.span[0] < a.unit.end:
        return ()
    words = [i for i, (s, e) in enumerate(a.unit.spans) if s < figure.span[1] and figure.span[0] < e]
    first = words[0] if words else 0
    noun = [i for i, (s, e) in enumerate(a.unit.spans) if figure.noun is not None and s < figure.noun[1] and figure.noun[0] < e]
    every = first > 0 and a.lower[first - 1] == "every"
    last = first - every  # "three out of every four"
    k = last - 3 if a.lower[max(0, last - 2) : last] == ("out", "of") else last - 2
    joined = k >= 0 and (k == last - 3 or a.lower[last - 1] == "in" or (every and a.lower[last - 1] == "of"))
    of_them = bool(words) and a.lower[words[-1] + 1 : words[-1] + 3] in (
        ("of", "them"),
        ("of", "whom"),
        ("of", "the"),
        ("of", "those"),
    )
    people = of_them or (bool(noun) and lexicon.person(a.lower[noun[-1]]))
    return (k, *words) if joined and people and a.xpos[k] == "CD" else ()


def _age(a: Analysis, figure: Figure, words: tuple[int, ...]) -> bool:
    """True for digits behind a name and a comma: "Ana Orl, 28 and Tam Reke, 25 both of Lysk"."""
    k = words[0]
    named = k > 1 and a.lower[k - 1] == "," and a.names[k - 2].endswith("PER") and a.lower[k].isdigit() and len(words) == 1
    return named and (figure.noun is None or a.lower[k + 1 : k + 2] == ("of",)) and a.lower[k + 1 : k + 2] != ("others",)


def quantity(figure: Figure) -> Quantity:
    """A figure as a number of persons."""
    return Quantity(
        low=figure.low, best=figure.best, high=figure.high, wording=figure.wording, stated=figure.stated, span=figure.span
    )


def _exactly(n: int) -> Quantity:
    return Quantity(low=n, best=n, high=n, wording="exact")


def _named(a: Analysis, head: int, figure: Figure) -> int:
    """The noun behind a bare number: "three of the soldiers", "dozens of people", "as many as 40 men"."""
    if (a.upos[head] not in ("NOUN", "PROPN") or figure.whole is not None) and figure.noun is not None:
        noun = [i for i, (s, e) in enumerate(a.unit.spans) if s < figure.noun[1] and figure.noun[0] < e]
        if noun and a.unit.sentences[noun[-1]] == a.unit.sentences[head]:
            return noun[-1]
    if a.upos[head] == "NUM" or a.lower[head] in ("dozens", "scores", "hundreds", "thousands", "dozen"):
        of = next((c for c in a.children[head] if a.rels[c] == "nmod" and not _included(a, c)), None)
        if of is not None:
            return of
    return head


def _included(a: Analysis, c: int) -> bool:
    """True for the priest of "eight, including a priest"."""
    return any(a.lower[g] == "including" for g in a.children[c])


def phrase(a: Analysis, head: int) -> Span:
    """The noun phrase around a head without its clauses, as a span of the document."""
    inside = {head}
    stack = [head]
    while stack:
        for c in a.children[stack.pop()]:
            if a.rels[c] in ("amod", "compound", "flat", "nmod:poss", "nmod:desc", "case") and (a.rels[c] != "case" or c > head):
                inside.add(c)
                stack.append(c)
    ordered = sorted(i for i in inside)
    first, last = head, head
    spans = a.unit.spans
    for i in reversed([k for k in ordered if k < head]):
        if i == first - 1:
            first = i
        while first > 1 and a.unit.words[first - 1] == "-" and spans[first - 2][1] == spans[first - 1][0]:
            # "12-year-old boy": a word in pieces stays whole.
            first -= 2
    for i in [k for k in ordered if k > head]:
        if i == last + 1:
            last = i
    return a.unit.spans[first][0], a.unit.spans[last][1]
