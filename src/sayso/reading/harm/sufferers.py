"""Who else suffers what a word of harm says, where the parse loses them: joined to a list, told with it, right before it?"""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from sayso.packs import table
from sayso.reading.harm.counts import Figures
from sayso.reading.harm.mention import Mention
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis

_PHRASE = frozenset(("NOUN", "PROPN", "ADP", "DET", "ADJ", "PRON", "NUM"))
_ALONG = (("along", "with"), ("together", "with"), ("as", "well", "as"), ("as", "were"), ("as", "was"))
_ALONG_FIRST = frozenset(w[0] for w in _ALONG)
_KIN = frozenset(("his", "her", "their"))
_OWNERS = frozenset(("the", "his", "her", "their", "another", "other"))
_SOME = frozenset(("some", "several", "many", "a", "an"))
_SELF = frozenset(("himself", "herself"))
_THEN = frozenset(("then", "finally", "later", "also"))
_LONGEST = 9
"""Words from a victim to the end of its phrase, at most. Source: set by hand."""


def subject_before(a: Analysis, m: Mention, figures: Figures) -> int | None:
    """The people right before a participle that the parse gives the subject of an earlier verb: "and 14 women were wounded"."""
    if any(v > m.trigger for v in m.victims) or grammar.child(a, m.trigger, "obj") is not None:
        return None
    k = _right_before(a, m.trigger, figures)
    if k is None or k in m.victims[:1]:
        return None
    first = max((v for v in m.victims if v != k), default=k)
    lead = a.lower[_start(a, k) - 1]
    if lead in ("including", "of") or (lead == "and" and a.lower[first + 1] in ("who", "that")):
        return None
    return k if any(a.upos[j] == "VERB" or a.lower[j] in lexicon.forms_of_harm() for j in range(first + 1, k)) else None


def added_before(a: Analysis, m: Mention, figures: Figures) -> Mention:
    """The mention with one whom "and" joins right before it: "two guards who were on duty and a cook were wounded"."""
    k = _right_before(a, m.trigger, figures)
    if k is None or not m.victims or k in m.victims or any(v > m.trigger for v in m.victims):
        return m
    first, start = max(m.victims), _start(a, k)
    relative = a.lower[first + 1 : first + 2] in (("who",), ("that",), (",",))
    own = not relative and any(a.xpos[j] in ("VBD", "VBZ", "VBP") for j in range(first + 1, start))
    harmed = any(a.lower[j] in lexicon.forms_of_harm() for j in range(first + 1, start))
    apart = first >= start or a.unit.sentences[first] != a.unit.sentences[m.trigger] or a.lower[start - 1] != "and"
    return m if apart or own or harmed else replace(m, victims=(*m.victims, k))


def meant(a: Analysis, m: Mention, figures: Figures) -> int | None:
    """The counted people whom "them" takes up in a joined clause: "dragged four students from a bus and executed them"."""
    if len(m.victims) != 1 or a.lower[m.victims[0]] != "them" or a.rels[m.trigger] != "conj":
        return None
    earlier = [v for v in grammar.conjuncts(a, grammar.first_conjunct(a, m.trigger)) if v < m.trigger]
    people = [c for v in earlier for c in a.children[v] if a.rels[c] == "obj" and figures.on(c) is not None]
    return people[-1] if people and lexicon.person(a.lower[people[-1]]) else None


def _right_before(a: Analysis, i: int, figures: Figures) -> int | None:
    """The noun of the counted people, or of one person, right before a participle and its auxiliaries."""
    k = i - 1
    while k > 0 and a.unit.sentences[k] == a.unit.sentences[i] and a.upos[k] in ("AUX", "ADV"):
        k -= 1
    if k > 0 and grammar.of(a, k) and a.lower[a.heads[k]] == "number" and a.lower[k - 1] == "of":
        return a.heads[k]  # "three died and an unknown number of others were injured"
    if k > 0 and others(a, k) and (a.rels[k] != "det" or a.heads[k] == i):
        return k  # "one was killed and another wounded"
    if k <= 0 or not lexicon.person(a.lower[k]):
        return None
    one = {"a", "an", "one", "another"} & {a.lower[c] for c in a.children[k]}
    return k if one or figures.on(k) is not None else None


def others(a: Analysis, k: int) -> bool:
    """True for who is told of beside those before: "another", "others", "a fourth"."""
    return a.lower[k] in ("another", "others") or (a.lower[k] in table("numbers")["ordinals"] and a.lower[k - 1] == "a")


def _start(a: Analysis, k: int) -> int:
    """The first word of the phrase of a noun."""
    return min([k, *(c for c in a.children[k] if a.rels[c] in ("det", "nummod", "amod", "compound"))])


def joined(a: Analysis, m: Mention, figures: Figures, taken: AbstractSet[int]) -> Mention:
    """The mention with those whom its sentence adds: "the murder of Ana Ruiz and two guards", "died, along with six pupils".

    Those that another word of harm has, `taken`, are not joined.
    """
    if m.frame in ("state", "attribute", "toll", "hurt") or m.among or not m.victims:
        return m
    found: list[int] = []
    start, clause = m.trigger, m.clause if a.upos[m.trigger] == "NOUN" else None
    if max(m.victims) > m.trigger:
        at = _behind(a, max(m.victims))
        comma = len(m.victims) == 1 and figures.on(m.victims[0]) is None
        while (head := _next(a, at, figures, comma=comma, clause=clause)) is not None and head not in taken:
            found.append(head)
            at = head + 1
        found += [v for v in _with_doer(a, at) if v not in (*m.victims, *taken)]
        start = at
    for k in range(start, len(a)):
        if a.unit.sentences[k] != a.unit.sentences[m.trigger] or (k > m.trigger and a.xpos[k] in ("VBD", "VBZ", "VBP", "MD")):
            break
        opening = next((w for w in _ALONG if a.lower[k : k + len(w)] == w), None) if a.lower[k] in _ALONG_FIRST else None
        head = _counted(a, k + len(opening), figures) if opening is not None else None
        if head is not None and head not in taken:
            found.append(head)
    return replace(m, victims=(*m.victims, *dict.fromkeys(found))) if found else m


def _with_doer(a: Analysis, k: int) -> list[int]:
    """The doer among those whom a deed strikes, at the end of their list: "killed two guards, his wife and then himself"."""
    kin: list[int] = []
    for i in range(k, min(len(a) - 1, k + _LONGEST)):
        if a.unit.sentences[i] != a.unit.sentences[k] or a.upos[i] in ("VERB", "AUX", "SCONJ"):
            break
        if a.lower[i] in _KIN and i < a.heads[i] < i + 4 and lexicon.person(a.lower[a.heads[i]]):
            kin.append(a.heads[i])
        if a.lower[i] == "and" and (first := i + 1 + (a.lower[i + 1] in _THEN)) < len(a) and a.lower[first] in _SELF:
            return [*kin, first]
    return []


def joined_behind(a: Analysis, head: int, figures: Figures) -> int | None:
    """The counted people that "and" joins behind the phrase of a noun, whatever the parse hangs them on."""
    found = _next(a, _behind(a, head), figures, comma=False)
    return found if found is not None and found > head else None


def _behind(a: Analysis, head: int) -> int:
    """The first word behind the phrase of a noun or name, "of the town" and "of Orlo" with it."""
    k = head + 1
    while k < min(len(a), head + _LONGEST) and a.unit.sentences[k] == a.unit.sentences[head]:
        if a.upos[k] not in _PHRASE or (a.upos[k] == "ADP" and a.lower[k] != "of"):
            break
        k += 1
    return k


def _next(a: Analysis, k: int, figures: Figures, *, comma: bool, clause: int | None = None) -> int | None:
    """The counted people that "and", or a comma, joins at word `k`; none whose own verb follows."""
    parted = a.lower[k : k + 1] == (",",)
    k += parted
    joined = a.lower[k : k + 1] == ("and",)
    return _counted(a, k + joined, figures, comma=not joined, clause=clause) if joined or (parted and comma) else None


def _counted(a: Analysis, k: int, figures: Figures, *, comma: bool = False, clause: int | None = None) -> int | None:
    """The noun of the counted people that begin at word `k`, unless a verb of their own follows, other than the `clause`'s."""
    if k >= len(a):
        return None
    owned = a.lower[k] in _OWNERS and figures.at(k) is None
    k += owned
    figure = figures.at(k)
    if figure is None and owned and a.lower[k - 1] in _KIN:
        return _relative(a, k - 1, listed=comma, clause=clause)
    if figure is None and not comma and a.lower[k : k + 1] and a.lower[k] in _SOME:
        # "as were some farmers", "along with an unarmed guard"
        noun = [j for j in range(k + 1, min(len(a), k + 4)) if a.upos[j] == "NOUN" and a.heads[k] == j]
        return noun[0] if noun and lexicon.person(a.lower[noun[0]]) and not verb_behind(a, noun[0], clause) else None
    if figure is None or figure.noun is None:
        return None
    noun = [i for i, (s, e) in enumerate(a.unit.spans) if s < figure.noun[1] and figure.noun[0] < e]
    if not noun or not (lexicon.person(a.lower[noun[-1]]) or a.xpos[noun[-1]] == "NNPS"):
        return None
    return None if verb_behind(a, noun[-1], clause) else noun[-1]


def _relative(a: Analysis, k: int, *, listed: bool, clause: int | None) -> int | None:
    """The one person whose owner stands at word `k`, "his wife"; behind a comma only where the list goes on."""
    noun = a.heads[k]
    if not k < noun < k + 3 or not lexicon.person(a.lower[noun]) or verb_behind(a, noun, clause):
        return None
    return noun if not listed or "and" in a.lower[noun + 1 : noun + 3] else None


def verb_behind(a: Analysis, v: int, clause: int | None = None) -> bool:
    """True where a noun has a verb of its own right behind it: "killed six men and three women were hurt".

    The verb `clause` is the deed's: "the murder of six men and three women shook Orlo".
    """
    k = v + 1
    if k >= len(a) or a.unit.sentences[k] != a.unit.sentences[v]:
        return False
    if clause is not None and clause in (k, a.heads[k] if a.upos[k] == "AUX" else k):
        return False
    return a.xpos[k] in ("VBD", "VBZ", "VBP", "MD") or (a.xpos[k] == "VBN" and a.rels[k] not in ("acl", "amod"))
