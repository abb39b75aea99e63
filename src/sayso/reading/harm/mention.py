"""What is a mention of harm, and whom can it be about: people by their noun, name, pronoun or number?"""

from dataclasses import dataclass, replace

from sayso.model import Outcome
from sayso.packs import table
from sayso.reading.quantities.counted import is_number
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.lexicon import Sense

_SOME = frozenset(
    "he she they them him her who none all both most some many one any another several rest "
    "hundreds dozens scores thousands".split()
)
_OF_ANY = frozenset("hundreds dozens scores thousands many some several all most both none any".split())

_FATAL = frozenset(("fatally", "dead", "death", "mortally"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Something happened: the outcome, its word, who suffered (heads of noun phrases), who did it, and the clause's verb.

    `among` is true where those named are part of the dead or wounded spoken of; `loose` where only a plain noun says it;
    `known` where the clause takes it as known, whatever it says of it.
    """

    outcome: Outcome
    trigger: int
    victims: tuple[int, ...]
    agent: int | None = None
    clause: int | None = None
    frame: str = "transitive"
    among: bool = False
    loose: bool = False
    known: bool = False


def of_people(a: Analysis, i: int, outcome: Outcome, victim: int | None) -> Mention | None:
    """The mention that a phrase opens where its victim is people; None otherwise."""
    if victim is None or not is_person(a, victim, strict=True, armed=False):
        return None
    return Mention(
        outcome=outcome,
        trigger=i,
        victims=tuple(grammar.conjuncts(a, victim)),
        agent=grammar.agent(a, i),
        clause=i,
        frame="phrasal",
    )


def are_people(a: Analysis, mention: Mention, sense: Sense) -> bool:
    """True where those who suffered are people by their noun, name, pronoun or number, as strictly as the verb needs it."""
    strict = sense.base in lexicon.listed("people_only")
    armed = sense.base in lexicon.listed("armed_only")
    if any(is_person(a, v, strict=strict, armed=armed) for v in mention.victims):
        return True
    if sense.base in lexicon.listed("mortal") and any(_several(a, v) and number_on(a, v) is not None for v in mention.victims):
        return True
    living = lexicon.listed("human") | lexicon.listed("mortal")
    if sense.base in living and any(_nth(a, v) for v in mention.victims):
        return True
    return sense.base in lexicon.listed("human") and any(_several(a, v) for v in mention.victims)


def _several(a: Analysis, v: int) -> bool:
    """True for a plural noun that is no thing: whoever are murdered are people."""
    return a.xpos[v] in ("NNS", "NNPS") and a.lower[v] not in lexicon.things()


def _nth(a: Analysis, v: int) -> bool:
    """True for one of several by his or her place among them: "a fourth is wounded"."""
    return a.lower[v] in table("numbers")["ordinals"] and a.lower[v - 1] == "a" and a.rels[v] != "amod"


def is_person(a: Analysis, v: int, *, strict: bool, armed: bool) -> bool:
    """True for a noun, name, pronoun or number that stands for people; `strict` and `armed` as the verb needs it."""
    word = a.lower[v]
    if armed:
        return (
            word in lexicon.troops()
            or (lexicon.person(word) and lexicon.role(word) in ("military", "armed-group"))
            or _people_name(a, v)
        )
    if word in _OF_ANY and any(a.rels[c] == "nmod" and a.lower[c] in lexicon.things() for c in a.children[v]):
        return False
    if lexicon.person(word) or word in _SOME or grammar.aged(a, v) or (word == "more" and number_on(a, v) is not None):
        return True  # "12 more were missing": as a bare number
    if word in lexicon.things():
        return False
    if a.upos[v] == "NUM" or a.xpos[v] == "CD" or is_number(word) or a.names[v].endswith("PER") or _people_name(a, v):
        return True
    if _governs_people(a, v):
        return True
    return (
        not strict
        and a.upos[v] in ("NOUN", "PROPN")
        and a.names[v] != "B-LOC"
        and number_on(a, v) is not None
        and word in lexicon.troops()
    )


def _governs_people(a: Analysis, v: int) -> bool:
    """ "a number of soldiers", "members of the patrol", "dozens of people"; not "the houses of farmers"."""
    governs = any(a.rels[c] == "nmod" and lexicon.person(a.lower[c]) for c in a.children[v]) and a.xpos[v] in ("NN", "NNS", "CD")
    bound = a.lower[v] in ("minimum", "maximum") and any(a.rels[c] == "nmod" and a.upos[c] == "NUM" for c in a.children[v])
    return bound or (governs and a.lower[v] not in lexicon.things())  # "a minimum of 110 were wounded"


def _people_name(a: Analysis, v: int) -> bool:
    """ "North Koreans", "Ukrainians": a plural name that is no place."""
    return a.xpos[v] == "NNPS" or (
        a.upos[v] in ("PROPN", "NOUN") and a.lower[v].endswith(("ans", "ians", "is", "ese")) and a.unit.words[v][0].isupper()
    )


def number_on(a: Analysis, i: int) -> int | None:
    """The number word that counts `i`: a numeral that hangs on it, or itself."""
    if a.upos[i] == "NUM":
        return i
    for c in a.children[i]:
        if a.rels[c] in ("nummod", "nmod:desc", "compound", "dep", "amod") and (a.upos[c] == "NUM" or a.xpos[c] == "CD"):
            return c
        if a.rels[c] == "det" and a.lower[c] == "no":
            return c
        if a.rels[c] in ("amod", "det") and a.lower[c] in ("several", "few", "some", "many", "dozens", "more"):
            return c
    return None


def killed_too(a: Analysis, v: int) -> bool:
    """True for a headline's "shot, killed", where the second is no deed of somebody: "shot, killed his dog"."""
    k = v + 2
    return a.lower[v + 1 : k + 1] in ((",", "killed"), ("&", "killed")) and not any(a.rels[c] == "obj" for c in a.children[k])


def verb_over(a: Analysis, i: int) -> int | None:
    """The verb or predicate whose clause holds the word; the word itself where it has a copula."""
    if any(a.rels[c] == "cop" for c in a.children[i]):
        return i
    below = i
    for k in a.above(i):
        if a.upos[k] in ("VERB", "AUX") or any(a.rels[c] == "cop" for c in a.children[k]):
            # a noun beside a verb is no second verb of its clause: "It does not count them, and its report names 79 of the dead"
            return None if below != i and a.rels[below] == "conj" and a.upos[below] == "NOUN" else k
        below = k
    return None


def fatal(a: Analysis, v: int) -> bool:
    """True for "fatally shot", "shot dead", "mortally wounding him"; not for "one dead, hurting him", "four of them fatally"."""
    near = [*a.children[v], *range(v + 1, min(len(a), v + 3))]
    counted = {k for k in near if _some_before(a, k) and (k > v or a.lower[k] == "dead")}
    dealt = any(a.lower[k] in _FATAL and k not in counted for k in near)
    return dealt or killed_too(a, v) or a.lower[v - 1 : v] in (("fatally",), ("mortally",))


def _some_before(a: Analysis, k: int) -> bool:
    """True for what is said of a number before it, of "one", "four of them", "two of whom"."""
    part = k > 2 and a.lower[k - 2] == "of" and a.lower[k - 1] in ("them", "whom")
    return a.upos[k - (3 if part else 1)] == "NUM"


def of_whom(a: Analysis, m: Mention) -> Mention:
    """The mention of those of whom a relative clause tells it: "two people, one of whom died"."""
    k = m.trigger - 1
    while k > 1 and a.upos[k] in ("AUX", "ADV"):
        k -= 1
    some = k > 1 and a.lower[k - 1 : k + 1] == ("of", "whom") and a.upos[k - 2] == "NUM"
    return replace(m, victims=(k - 2,), among=True) if some and max(m.victims, default=0) < m.trigger else m
