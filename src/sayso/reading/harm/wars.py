"""Is a figure that of a whole war, not of one attack in it?"""

from sayso.reading.times.words import words
from sayso.reading.words import lexicon
from sayso.reading.words.analysis import Analysis

_DURING = frozenset({"in", "during", "throughout", "over", "of", "from", "through"})


def of_war(a: Analysis, inside: list[int], harm: set[int]) -> bool:
    """True for what a war did, or what was done "in the war" or in "months of fighting".

    `inside` are the words of the clause, `harm` those that report it. Not for "the worst attack of the war", nor for "a war",
    nor where the day stands beside it ("in the war on Monday").
    """
    if any(a.lower[c] in words("weekdays") and _case(a, c) == {"on"} for k in harm for c in a.children[k]):
        return False
    return any(_named(a, k) and _told_of(a, k, harm) for k in inside)


def _named(a: Analysis, k: int) -> bool:
    """True for "the war", "its insurgency", "three years of war": one war or a long time of it."""
    if a.lower[k] in lexicon.words("scope", "long"):
        return any(a.lower[c] in lexicon.words("scope", "fought") and _case(a, c) == {"of"} for c in a.children[k])
    if a.lower[k] not in lexicon.words("scope", "wars"):
        return False
    before = {a.lower[c] for c in a.children[k] if a.rels[c] in ("det", "nmod:poss")}
    return bool(before) and before.isdisjoint({"a", "an", "another", "any", "no"})


def _told_of(a: Analysis, k: int, harm: set[int]) -> bool:
    """True where the words of harm have it as their doer, or as the time in which it came about."""
    over = a.heads[k]
    if over not in harm and not (over >= 0 and a.rels[over] == "acl" and a.lower[over] in lexicon.forms_of_harm()):
        return False  # "the number of people killed in the war"
    rel = a.rels[k]
    return (
        rel == "nsubj" or (rel in ("obl", "nmod") and bool(_case(a, k) & _DURING)) or (rel == "nmod:poss" and a.upos[k] == "NOUN")
    )


def _case(a: Analysis, k: int) -> set[str]:
    return {a.lower[c] for c in a.children[k] if a.rels[c] in ("case", "mark")}
