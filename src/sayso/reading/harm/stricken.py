"""Whom do phrases without a verb of wounding tell to be hurt: hit by a bullet, in critical condition, taken to hospital?"""

from dataclasses import replace
from functools import cache

from sayso.reading.harm.hits import gapped, hit, pierced
from sayso.reading.harm.mending import mending
from sayso.reading.harm.mention import Mention, killed_too, of_people, verb_over
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis

_OF_THEM = (("of", "them"), ("of", "whom"))
_HIT = ("killed", "wounded", "casualties")
_ITSELF = frozenset(("himself", "herself", "themselves"))
_NEAR = 10
"""Words between "found" and "shot", at most. Source: set by hand."""


def stricken(a: Analysis, i: int, word: str) -> Mention | None:
    """The mention that a condition, a hospital or a hit opens, where people are spoken of."""
    if word not in _opening():
        return None
    if word in lexicon.listed("condition"):
        return _in_condition(a, i)
    if word in lexicon.listed("hospital") or _center(a, i, word):
        return _in_hospital(a, i)
    if word in lexicon.forms("strike"):
        return hit(a, i)
    if word == "treated":
        return _treated(a, i)
    if word in ("fatally", "mortally"):
        return _fatally(a, i)
    if word == "shot":
        return _headline(a, i) or _found(a, i)
    if word in lexicon.listed("flesh"):
        return gapped(a, i)
    return pierced(a, i) if word in lexicon.listed("missile") else mending(a, i, word)


@cache
def _opening() -> frozenset[str]:
    """All words that are looked at here: a unit has few of them."""
    listed = ("condition", "hospital", "flesh", "missile", "likely", "grave")
    lone = ("center", "centre", "unit", "treated", "fatally", "mortally", "shot", "recovering")
    return lexicon.forms("strike").union(lone, *map(lexicon.listed, listed))


@cache
def _harms() -> frozenset[str]:
    """Words that tell of violence: of the dead, the hurt, and what hits them."""
    harms = {word for word, found in lexicon.senses().items() if any(s.outcome in _HIT for s in found)}
    return frozenset(harms | lexicon.listed("missile") | lexicon.listed("deed") | lexicon.words("weapons", "words"))


def _center(a: Analysis, i: int, word: str) -> bool:
    """True for the last word of "Orlo Medical Center", "a trauma center", "the intensive care unit"."""
    return word in ("center", "centre", "unit") and a.lower[i - 1 : i] != () and a.lower[i - 1] in lexicon.listed("medical")


def _treated(a: Analysis, i: int) -> Mention | None:
    """ "three were treated and released", "was treated for burns": those whom a paragraph with harm tells to be treated."""
    after = a.lower[i + 1 : i + 3]
    told = {"at", "for", "in", "by", "and"} & set(after) or a.lower[i - 1 : i] == ("being",)
    place = {"scene", "center"} | lexicon.listed("hospital")
    sure = after == ("and", "released") or (after[:1] in (("at",), ("in",)) and bool(place & set(a.lower[i + 1 : i + _NEAR])))
    if not grammar.passive(a, i) or not told or not (sure or any(w in _harms() for w in a.lower)):
        return None
    found = of_people(a, i, "wounded", grammar.subject(a, i))
    return None if found is None else replace(found, agent=None, frame="hurt")


def _fatally(a: Analysis, i: int) -> Mention | None:
    """ "three were shot, one fatally", "two of them fatally": the number before the adverb, where no verb follows it."""
    k = i - 1
    if k > 1 and a.lower[k] in ("them", "whom") and a.lower[k - 1] == "of":
        k -= 2
    if k < 0 or a.upos[k] != "NUM" or (i + 1 < len(a) and a.upos[i + 1] == "VERB"):
        return None
    return Mention(outcome="killed", trigger=i, victims=(k,), clause=None, frame="state", among=True)


def _headline(a: Analysis, i: int) -> Mention | None:
    """ "Teen shot in Lysk", "Three shot, one fatally": a headline's passive, which the parse takes for a noun."""
    if i == 0 or a.upos[i] == "VERB" or a.unit.words[-1] in (".", "!", "?") or a.lower[i + 1 : i + 2] == ("fired",):
        return None
    who = i - 1
    if not (lexicon.person(a.lower[who]) or (a.upos[who] == "NUM" and a.lower[who] not in ("one", "1"))):
        return None
    killed = killed_too(a, i) or a.lower[i + 1 : i + 2] == ("dead",) or a.lower[i + 1 : i + 3] == ("to", "death")
    return Mention(outcome="killed" if killed else "casualties", trigger=i, victims=(who,), clause=None, frame="transitive")


def _found(a: Analysis, i: int) -> Mention | None:
    """ "Police found Ana Ruiz shot in the leg", "found a man on the ground shot": whom the verb has for its object."""
    if a.upos[i] == "VERB" or i + 1 >= len(a) or a.lower[i + 1] not in ("in", "to", "dead", "multiple", "several", "twice"):
        return None
    near = [k for k in range(max(0, i - _NEAR), i) if a.unit.sentences[k] == a.unit.sentences[i]]
    verb = next((k for k in reversed(near) if a.lower[k] in lexicon.forms("find") and a.upos[k] == "VERB"), None)
    who = None if verb is None else grammar.child(a, verb, "obj")
    killed = a.lower[i + 1] == "dead" or a.lower[i + 1 : i + 3] == ("to", "death")
    found = of_people(a, i, "killed" if killed else "casualties", who)
    return None if found is None else replace(found, agent=None, clause=verb, frame="transitive")


def _in_condition(a: Analysis, i: int) -> Mention | None:
    """ "is in critical condition", "two being in a serious condition", "was listed in stable condition"."""
    before = a.lower[max(0, i - 4) : i]
    if "in" not in before or not lexicon.listed("grave") & set(before):
        return None
    k = i - 1 - before[::-1].index("in")
    if k > 2 and a.lower[k - 2 : k] in _OF_THEM and a.upos[k - 3] == "NUM":
        # "22 are being treated, four of them in a critical condition", whatever the parse hangs the four on
        return Mention(outcome="wounded", trigger=i, victims=(k - 3,), clause=None, frame="hurt", among=True)
    if k > 3 and a.xpos[k - 2] == "CD" and a.lower[k - 1] == a.lower[k - 3] == "," and lexicon.person(a.lower[k - 4]):
        return Mention(outcome="wounded", trigger=i, victims=(k - 4,), clause=None, frame="hurt")  # "Man, 34, in grave condition"
    return _of(a, i)


def _in_hospital(a: Analysis, i: int) -> Mention | None:
    """ "were taken to hospital", "remained in the hospital", "is being treated at a clinic": those who are there.

    Visitors and the sick are not: there must be harm in the paragraph, and no aim of the stay.
    """
    verb = verb_over(a, i)
    aim = verb is not None and any(a.rels[c] == "advcl" and a.lower[c - 1] == "to" for c in a.children[verb] if c > i)
    hurried = verb is not None and a.lower[verb] in lexicon.listed("hurried") and grammar.passive(a, verb)
    if aim or not (hurried or _for_treatment(a, i) or any(w in _harms() for w in a.lower)):
        return None
    if verb is None:
        return _without_verb(a, i)
    if verb != i and a.lower[verb] not in lexicon.listed("brought"):
        return None
    if verb != i and a.lower[verb] == "went" and _visits(a, i, grammar.subject(a, verb)):
        return None
    case = {a.lower[c] for c in a.children[i] if a.rels[c] == "case"}
    if not case & {"to", "in", "at", "into"}:
        return None
    return _of(a, i)


def _visits(a: Analysis, i: int, who: int | None) -> bool:
    """True for police who went to a hospital, or anyone to "the hospital where Tareen was being treated": another is there."""
    if who is not None and (lexicon.role(a.lower[who]) == "police" or a.lower[who].removesuffix("s") == "officer"):
        return a.names[who][:1] == "O"
    after = next((k + 1 for k in (i + 1, i + 2) if a.lower[k : k + 1] in (("where",), ("which",))), None)
    if after is None:
        return False
    return any(a.upos[k] in ("NOUN", "PROPN") for k in range(after, min(len(a), after + 3)))


def _for_treatment(a: Analysis, i: int) -> bool:
    """True for "to the hospital for treatment", "to a clinic for surgery"."""
    return a.lower[i + 1 : i + 2] == ("for",) and bool({"treatment", "surgery", "care"} & set(a.lower[i + 2 : i + 5]))


def _without_verb(a: Analysis, i: int) -> Mention | None:
    """ "Two people to the hospital after a shooting", "a boy is dead and his brother in a hospital"."""
    who = a.heads[i]
    if a.rels[i] not in ("nmod", "obl") or who < 0 or a.rels[who] not in ("root", "conj", "parataxis"):
        return None
    found = of_people(a, i, "wounded", who)
    return None if found is None else replace(found, victims=(who,), agent=None, clause=None, frame="hurt")


def _of(a: Analysis, i: int) -> Mention | None:
    """Those whom a noun with a preposition is told of: the subject of its copula or passive, or the noun that it hangs on."""
    verb = verb_over(a, i)
    who: int | None
    if verb == i:
        who = grammar.subject(a, i)
        if who is None and a.lower[i - 4 : i - 3] == ("being",) and a.upos[i - 5] == "NUM":
            who = i - 5  # "three being in a grave condition", whatever the parse hangs them on
    elif verb is None and a.heads[i] >= 0 and (a.rels[i] == "nmod" or grammar.aged(a, a.heads[i])):
        who = a.heads[i]
    elif verb is None:
        return None
    else:
        who = (
            grammar.subject(a, verb)
            if grammar.passive(a, verb) or a.lower[verb] in lexicon.forms("stay")
            else grammar.thing(a, verb)
        )
        if who is not None and a.lower[who] in _ITSELF:
            who = grammar.subject(a, verb)
    found = of_people(a, i, "wounded", who)
    return None if found is None else replace(found, agent=None, clause=i if verb is None else verb, frame="hurt")
