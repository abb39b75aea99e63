"""Which phrases tell what became of people where no single word does: fell in battle, no longer alive, in the hands of rebels?

The phrases are in `packs/en/harm/idioms.toml`; they are looked up by their first word.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, cast

from sayso import packs
from sayso.model import Outcome
from sayso.reading.harm.mention import Mention, is_person, number_on, of_people, verb_over
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis

Role = Literal["verb", "never", "object", "behind", "sought", "predicate", "place"]
_ROLES: tuple[Role, ...] = ("verb", "never", "object", "behind", "sought", "predicate", "place")

_FRAMES = {"never": "survive", "object": "transitive", "sought": "sought"}
"""The frame of a mention by the role of its phrase, where it is not that of a verb whose subject suffers."""
_OWNED = frozenset("the a an his her their its our my your".split())
_OWN_HAND = frozenset(("suicide", "own", "himself", "herself", "themselves"))
"""Words of a phrase by which those who suffer are those who did it."""
_GAP = 10
"""Words for those who suffer that may stand inside a phrase. Source: set by hand."""
_NEAR = 3
"""Words between those who suffer and a predicate without "be". Source: set by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idiom:
    """A phrase: the outcome that it tells, who suffers, and the words behind its first, each with its choices."""

    outcome: Outcome
    role: Role
    rest: tuple[tuple[str, ...], ...]


def idiom(a: Analysis, i: int, word: str) -> Mention | None:
    """The mention that a phrase which begins at word `i` opens, where people are spoken of."""
    for one in _table().get(word, ()):
        end = _end(a, i + 1, one.rest)
        if end is not None and a.unit.sentences[end - 1] == a.unit.sentences[i]:
            found = _opened(a, i, end, one)
            if found is not None:
                return found
    return None


def _opened(a: Analysis, i: int, end: int, one: Idiom) -> Mention | None:
    if one.role == "place" and not any(a.upos[k] == "NUM" for k in range(max(0, i - _NEAR), i)):
        return None
    if one.role in ("predicate", "place"):
        return _said_of(a, i, end, one.outcome)
    if a.upos[i] not in ("VERB", "AUX") and a.xpos[i][:2] != "VB":
        return None
    if one.role == "never" and not grammar.negated(a, i):
        return None
    doer = None
    if one.role in ("behind", "sought"):
        who = next((k for k in range(end, min(end + 6, len(a))) if lexicon.person(a.lower[k]) and _heads(a, k)), None)
        if one.role == "sought" and (who is None or not _sought(a, i, who)):
            return None
    elif one.role == "object":
        who = grammar.subject(a, i) if grammar.passive(a, i) else grammar.thing(a, i)
        doer = grammar.agent(a, i)
    else:
        own = bool(_OWN_HAND & set(a.lower[i + 1 : end]))
        who = None if own and a.xpos[i] == "VBP" else _sufferer(a, i, end, own=own)  # "soldiers who commit suicide": nobody
        doer = who if own else None
    found = of_people(a, i, one.outcome, who)
    if found is None or not _told(a, found):
        return None
    return replace(found, agent=doer, frame=_FRAMES.get(one.role, "intransitive"))


def _heads(a: Analysis, k: int) -> bool:
    """True for the last word of a noun phrase: no adjective, no "crew" of "crew members"."""
    return a.upos[k] != "ADJ" and not (a.rels[k] == "compound" and a.heads[k] > k)


def _sought(a: Analysis, i: int, who: int) -> bool:
    """True for people who are missed and no suspects: rescuers look for them, or somebody still does."""
    doer = grammar.subject(a, i)
    rescued = doer is not None and a.lower[doer] in lexicon.listed("rescuer")
    missed = rescued or any(a.lower[c] == "still" for c in a.children[i])
    return missed and lexicon.role(a.lower[who]) != "armed-group" and a.lower[who] not in ("suspect", "suspects", "man", "men")


def _told(a: Analysis, m: Mention) -> bool:
    """True where a phrase counts: of troops and of those who flee only a number does."""
    if m.outcome == "deployed":
        heads = [k for v in m.victims for k in (v, *(c for c in a.children[v] if a.rels[c] == "nmod"))]
        return any(
            number_on(a, k) is not None
            and a.lower[k] in lexicon.troops()
            and lexicon.role(a.lower[k]) not in ("armed-group", "police")
            for k in heads
        )
    if m.outcome != "displaced":
        return True
    # "the number of people who left their homes" comes later
    return any(number_on(a, v) is not None or "number" in (a.lower[k] for k in a.above(v)) for v in m.victims)


def _before(a: Analysis, i: int) -> int | None:
    """A bare number or a name right before the verb, whatever the parse says: "and a dozen received scratches"."""
    if grammar.child(a, i, "nsubj") is None:
        name = next((start for start, end, kind in a.entities() if kind == "PER" and end == i), None)
        if name is not None:
            return name
    return i - 1 if i > 0 and (a.upos[i - 1] == "NUM" or a.lower[i - 1] in ("dozen", "dozens", "scores")) else None


def _sufferer(a: Analysis, i: int, end: int, *, own: bool) -> int | None:
    """Whom a phrase without an object is told of: its subject, a number before it, or people behind it."""
    found = _before(a, i)
    if found is None:
        found = grammar.subject(a, i)
    if found is None and own:
        found = _mover(a, i)
    return found if found is not None else _turned(a, end)


def _mover(a: Analysis, i: int) -> int | None:
    """Whom a participle is told of: "killed six, wounding four, before taking his own life"."""
    while a.xpos[i] == "VBG" and a.rels[i] in ("advcl", "conj", "xcomp") and a.heads[i] >= 0:
        i = a.heads[i]
        if (who := grammar.subject(a, i)) is not None:
            return who
    return None


def _turned(a: Analysis, end: int) -> int | None:
    """Whom a verb before its subject is told of: "fell for ever eighty men"."""
    near = range(end, min(end + 6, len(a)))
    return next((k for k in near if lexicon.person(a.lower[k]) and number_on(a, k) is not None), None)


def _said_of(a: Analysis, i: int, end: int, outcome: Outcome) -> Mention | None:
    """Of whom a predicate is said: the subject of its "be", the noun it hangs on, or a figure right before it."""
    k = end - 2 if a.lower[end - 1] == "of" else end - 1
    verb = verb_over(a, k)
    who: int | None = None
    if verb == k:
        who = grammar.subject(a, k)
        if who is None and a.rels[k] in ("advcl", "obl") and a.heads[k] >= 0 and grammar.passive(a, a.heads[k]):
            who = grammar.subject(a, a.heads[k])  # "were presumed to be still in the hands of"
    elif verb is not None and a.heads[k] == verb and a.lower[verb] in lexicon.forms("stay"):
        who = grammar.subject(a, verb)
    elif a.heads[k] >= 0 and a.heads[k] < i and lexicon.person(a.lower[a.heads[k]]):
        who = a.heads[k]
    else:
        who = grammar.child(a, k, "nsubj")
    if who is None or not is_person(a, who, strict=True, armed=False):
        near = range(i - 1, max(-1, i - 1 - _NEAR), -1)
        who = next((j for j in near if a.upos[j] == "NUM" and a.unit.sentences[j] == a.unit.sentences[i]), None)
    found = of_people(a, k, outcome, who)
    if found is None or not _told(a, found):
        return None
    return replace(
        found, agent=None, clause=verb if verb is not None else k, frame="survive" if "not" in a.lower[i:end] else "hurt"
    )


def _end(a: Analysis, k: int, rest: tuple[tuple[str, ...], ...]) -> int | None:
    """The word behind the phrase whose further words begin at word `k`; None where it does not stand there."""
    if not rest:
        return k
    first = rest[0]
    if first == ("...",):
        return next((e for j in range(k, min(k + _GAP, len(a))) if (e := _end(a, j, rest[1:])) is not None), None)
    if first in (("~",), ("_",)):
        skips = k < len(a) and (a.lower[k] in _OWNED if first == ("~",) else a.upos[k] not in ("PUNCT", "VERB", "AUX"))
        found = _end(a, k + 1, rest[1:]) if skips else None
        return found if found is not None else _end(a, k, rest[1:])
    return _end(a, k + 1, rest[1:]) if k < len(a) and a.lower[k] in first else None


@cache
def _table() -> dict[str, tuple[Idiom, ...]]:
    """The phrases by each form of their first word."""
    out: dict[str, list[Idiom]] = {}
    for outcome, roles in packs.table("harm", "idioms").items():
        for role in _ROLES:
            for phrase in roles.get(role, ()):
                first, *rest = phrase.split()
                one = Idiom(outcome=cast("Outcome", outcome), role=role, rest=tuple(tuple(w.split("|")) for w in rest))
                for base in first.split("|"):
                    for form in {base} if role in ("predicate", "place") else lexicon.inflect(base, verb=True):
                        out.setdefault(form, []).append(one)
    return {form: tuple(found) for form, found in out.items()}
