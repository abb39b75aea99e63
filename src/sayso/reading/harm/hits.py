"""Whom does a bullet or a splinter hit, by name or by a part of the body: "was hit in the neck", "went through his thigh"?"""

from dataclasses import replace

from sayso.reading.harm.mention import Mention, of_people
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis

_AT = frozenset(("in", "on", "to", "between", "through", "above", "below", "near", "under", "into"))
_FAR, _SPAN, _LEAST = 4, 25, 3
"""Words back from a part of the body to its "in" and to the hit, and of the shortest such phrase. Source: set by hand."""
_BY = frozenset(("by", "with"))


def hit(a: Analysis, i: int) -> Mention | None:
    """ "Was struck by a bullet", "shrapnel hit two children", "was hit in the leg", "opened fire, striking a girl"."""
    if a.upos[i] != "VERB" and a.xpos[i] not in ("VBN", "VBD"):
        return _headline(a, i)
    passive = grammar.passive(a, i)
    doer = grammar.agent(a, i)
    if not ((doer is not None and _flies(a, doer)) or _shot(a, i, passive=passive)):
        return None
    found = of_people(a, i, "casualties", grammar.subject(a, i) if passive else grammar.thing(a, i))
    return None if found is None else replace(found, agent=None, frame="transitive")


def _headline(a: Analysis, i: int) -> Mention | None:
    """ "Gunfire erupts at party; 3 hit": a headline's passive, which the parse takes for a noun."""
    ends = i + 1 == len(a) or a.lower[i + 1] in (",", ";", "in", "at", "by")
    if i == 0 or not ends or a.unit.words[-1] in (".", "!", "?") or not any(_fired(a, k) for k in range(len(a))):
        return None
    if a.upos[i - 1] != "NUM" and not lexicon.person(a.lower[i - 1]):
        return None
    return Mention(outcome="casualties", trigger=i, victims=(i - 1,), clause=None, frame="transitive")


def gapped(a: Analysis, i: int) -> Mention | None:
    """ "A woman was hit in the leg and a man in the arm": whose part of the body follows without a verb of its own."""
    start = next((k for k in range(i - 1, max(0, i - _FAR), -1) if a.lower[k] == "in"), 0)
    if start < _LEAST or i - start > _LEAST or not lexicon.person(a.lower[start - 1]):
        return None
    who, sentence = start - 1, a.unit.sentences[i]
    before = [k for k in range(max(0, i - _SPAN), who) if a.unit.sentences[k] == sentence]
    blow = next((k for k in reversed(before) if a.lower[k] in lexicon.forms("strike") or a.lower[k] == "shot"), None)
    if blow is None or not any(a.lower[k] in lexicon.listed("flesh") for k in range(blow + 1, who)):
        return None
    if any(a.upos[k] in ("VERB", "AUX") for k in range(blow + 1, i)):
        return None
    return Mention(outcome="casualties", trigger=i, victims=(who,), clause=blow, frame="transitive")


def pierced(a: Analysis, i: int) -> Mention | None:
    """ "The bullet went through his left thigh", "a round entered the guard's neck": whose body it is."""
    verb = a.heads[i]
    if a.rels[i] != "nsubj" or verb < 0 or a.upos[verb] != "VERB" or grammar.negated(a, verb) or a.lower[verb].startswith("miss"):
        return None
    flesh = next((c for c in a.children[verb] if a.rels[c] in ("obj", "obl") and a.lower[c] in lexicon.listed("flesh")), None)
    whose = None if flesh is None else grammar.child(a, flesh, "nmod:poss")
    if whose is not None and a.lower[whose] in ("his", "her"):
        return Mention(outcome="casualties", trigger=i, victims=(whose,), clause=verb)
    found = of_people(a, verb, "casualties", whose)
    return None if found is None else replace(found, trigger=i, agent=None, frame="transitive")


def _shot(a: Analysis, i: int, *, passive: bool) -> bool:
    """True for a hit that only a shot can be: in a part of the body, or told of firing, and by nothing else that hits."""
    inside = [k for k in range(len(a)) if a.unit.sentences[k] == a.unit.sentences[i]]
    if any(_rammed(a, k) for k in inside) or any(_BY & _cases(a, c) for c in a.children[i]):
        return False
    if _in_flesh(a, i):
        return True
    return (passive or a.xpos[i] == "VBG") and any(_fired(a, k) for k in (range(len(a)) if passive else inside))


def _in_flesh(a: Analysis, i: int) -> bool:
    """True for a hit "in the neck", "between his eyes"; not "on the side of the road"."""
    thing = grammar.child(a, i, "obj")
    near = [k for k in (*a.children[i], *(a.children[thing] if thing is not None else ())) if k > i]
    flesh = [k for k in near if a.lower[k] in lexicon.listed("flesh") and grammar.child(a, k, "nmod") is None]
    return any(_AT & _cases(a, k) for k in flesh)


def _rammed(a: Analysis, k: int) -> bool:
    """True for what else hits people: "by a car", "the van hit", "punched"; not "a man from the car"."""
    return a.lower[k] in lexicon.listed("rammed") and (bool(_BY & _cases(a, k)) or a.rels[k] == "nsubj" or a.upos[k] == "VERB")


def _fired(a: Analysis, k: int) -> bool:
    return a.lower[k] in lexicon.listed("firing") or a.lower[k] in lexicon.listed("missile")


def _cases(a: Analysis, k: int) -> set[str]:
    return {a.lower[c] for c in a.children[k] if a.rels[c] == "case"}


def _flies(a: Analysis, i: int) -> bool:
    """True for what hurts whom it hits, by its noun or one that it is made of: "one of the bullets", "a stray bullet"."""
    near = [i, *(c for c in a.children[i] if a.rels[c] in ("nmod", "compound"))]
    return any(a.lower[k] in lexicon.listed("missile") for k in near)
