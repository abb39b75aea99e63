"""Who is told to be getting over a wound: recovering from it, expected to survive, stable after a shooting?"""

from dataclasses import replace

from sayso.reading.harm.mention import Mention, of_people
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis

_AFTER = frozenset(("after", "following"))


def mending(a: Analysis, i: int, word: str) -> Mention | None:
    """The mention that a word of healing opens, where people are spoken of."""
    if word == "recovering":
        return _recovering(a, i)
    if word in lexicon.listed("likely"):
        return _to_live(a, i)
    return _stable(a, i) if word in lexicon.listed("grave") else None


def _recovering(a: Analysis, i: int) -> Mention | None:
    """ "Is recovering from a gunshot wound", "are recovering in hospital"; not "recovering a gun" or "from the flu"."""
    if grammar.child(a, i, "obj") is not None or a.xpos[i] != "VBG":
        return None
    if not any(a.lower[k] in lexicon.listed("healing") and a.unit.sentences[k] == a.unit.sentences[i] for k in range(len(a))):
        return None
    return _told(a, i, grammar.subject(a, i))


def _to_live(a: Analysis, i: int) -> Mention | None:
    """ "Are expected to survive", "is likely to recover", "is expected to make a full recovery"; not "to survive a vote"."""
    verb = next((c for c in a.children[i] if c > i and a.rels[c] == "xcomp" and "to" in _words(a, a.children[c])), None)
    if verb is None or grammar.negated(a, i) or grammar.negated(a, verb):
        return None
    thing = grammar.child(a, verb, "obj")
    lives = a.lower[verb] in lexicon.listed("outlive") and (thing is None or a.lower[thing] in lexicon.listed("healing"))
    mends = a.lower[verb] == "make" and thing is not None and a.lower[thing] in ("recovery", "recoveries")
    return _told(a, i, grammar.subject(a, i)) if lives or mends else None


def _stable(a: Analysis, i: int) -> Mention | None:
    """ "Boy stable after shooting", "Officer serious but stable after raid": a headline's predicate without "be"."""
    after = any(w in _AFTER for w in a.lower[i + 1 : i + 4])
    if not after or i == 0 or a.unit.words[-1] in (".", "!", "?") or any(a.upos[k] in ("VERB", "AUX") for k in range(i)):
        return None
    return _told(a, i, i - 1 if lexicon.person(a.lower[i - 1]) else None)


def _told(a: Analysis, i: int, who: int | None) -> Mention | None:
    found = of_people(a, i, "wounded", who)
    return None if found is None else replace(found, agent=None, frame="hurt")


def _words(a: Analysis, ks: tuple[int, ...]) -> set[str]:
    return {a.lower[k] for k in ks}
