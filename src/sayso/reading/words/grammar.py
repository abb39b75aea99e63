"""Who does what in a clause, by its grammar: subjects, objects, agents, passives, conjuncts and what governs a verb."""

from sayso.reading.words.analysis import Analysis

_SUBJECT = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))


def child(a: Analysis, i: int, *rels: str) -> int | None:
    """The first word that hangs on `i` by one of the relations, or None."""
    return next((c for c in a.children[i] if a.rels[c] in rels), None)


def of(a: Analysis, c: int) -> bool:
    """True for a noun or number that "of" joins to the noun before it."""
    return a.rels[c] == "nmod" and (a.lower[c - 1] == "of" or any(a.lower[k] == "of" for k in a.children[c]))


def conjuncts(a: Analysis, i: int) -> list[int]:
    """The word `i` and those coordinated with it, in order; a numeral before its noun is none ("and one insurgent")."""
    out, stack = [], [i]
    while stack:
        k = stack.pop()
        out.append(k)
        stack += [c for c in a.children[k] if a.rels[c] == "conj" and (c > k or a.xpos[c] != "CD")]
    return sorted(out)


def listed(a: Analysis, i: int) -> list[int]:
    """The word `i`, those coordinated with it, and whose they are said to be: "N. N., his wife, two sons and a guard"."""
    out = conjuncts(a, i)
    told = a.upos[i] == "PRON" or (len(out) > 1 and a.upos[i] == "PROPN")
    kin = [c for c in a.children[i] if c > i and a.rels[c] == "appos" and owned(a, c)] if told else []
    named = [k for c in kin for n in a.children[c] if a.rels[n] == "appos" for k in conjuncts(a, n) if k != n]
    return sorted({*out, *(k for c in kin for k in conjuncts(a, c)), *named})


def kindred(a: Analysis, c: int) -> bool:
    """True for a counted apposition that is no other word for the noun before it: "his three sons"."""
    return a.rels[c] == "appos" and owned(a, c) and child(a, c, "nummod") is not None


def owned(a: Analysis, c: int) -> bool:
    """True for a noun that is told whose it is by a pronoun: "his wife"."""
    return any(a.lower[k] in ("his", "her", "their") for k in a.children[c])


def aged(a: Analysis, i: int) -> bool:
    """True for the last piece of "11-year-old" where it stands for somebody: the noun itself, not what tells its age."""
    if a.lower[i] not in ("old", "olds") or i < 3 or a.rels[i] == "amod":
        return False
    return a.lower[i - 1] == "-" and a.lower[i - 2] in ("year", "month", "week", "day") and a.xpos[i - 4 : i - 3] == ("CD",)


def first_conjunct(a: Analysis, i: int) -> int:
    """The word that a chain of conjuncts begins with; `i` itself where it is in none."""
    seen = {i}
    while a.rels[i] == "conj" and a.heads[i] >= 0 and a.heads[i] not in seen:
        i = a.heads[i]
        seen.add(i)
    return i


def passive(a: Analysis, v: int) -> bool:
    """True where what the verb does falls on its subject: a passive, a bare participle, or one coordinated with a passive."""
    if child(a, v, "aux:pass", "nsubj:pass") is not None:
        return True
    if child(a, v, "obj") is not None:
        return False
    if a.rels[v] == "acl" and a.xpos[v] in ("VBN", "VBD"):
        return True
    if a.rels[v] == "conj" and a.heads[v] >= 0 and a.xpos[v] in ("VBN", "VBD") and child(a, v, *_SUBJECT) is None:
        return passive(a, a.heads[v])
    return a.xpos[v] in ("VBN", "VBD") and child(a, v, "aux") is None


def subject(a: Analysis, v: int) -> int | None:
    """The subject of a verb or predicate: its own, that of the verb it is coordinated with, or the noun that it modifies."""
    seen: set[int] = set()
    while v not in seen:
        seen.add(v)
        own = child(a, v, *_SUBJECT)
        if own is not None:
            if any(a.lower[c] == "of" and a.rels[c] == "case" for c in a.children[own]):
                # "of the 12 men, two have died": the whole is no subject beside its part
                own = next((c for c in a.children[v] if c > own and a.rels[c] in _SUBJECT), own)
            if a.lower[own] in _RELATIVE and a.heads[v] >= 0 and a.rels[v] in ("acl:relcl", "acl", "advcl:relcl", "conj"):
                return a.heads[first_conjunct(a, v)] if a.heads[first_conjunct(a, v)] >= 0 else own
            return own
        if a.rels[v] in ("acl", "acl:relcl") and a.heads[v] >= 0:
            return a.heads[v]
        if a.rels[v] in ("conj", "xcomp") and a.heads[v] >= 0:
            above = a.heads[v]
            if a.rels[v] == "xcomp":
                thing = child(a, above, "obj")
                if thing is not None:
                    return thing
            v = above
            continue
        return None
    return None


def thing(a: Analysis, v: int) -> int | None:
    """The object of a verb: its own, the one it shares with its conjuncts, or the noun whose relative clause it heads."""
    objects = [c for c in a.children[v] if a.rels[c] == "obj"]
    if objects:
        # "those who murdered six priests": where there are two, the relative is none
        return objects[-1] if len(objects) > 1 and a.lower[objects[0]] in _RELATIVE else objects[0]
    if a.rels[v] == "acl:relcl" and a.heads[v] >= 0 and child(a, v, "nsubj") is not None and not passive(a, v):
        return a.heads[v]
    if child(a, v, "aux:pass") is not None:
        return None
    if a.rels[v] == "conj" and a.heads[v] >= 0:
        # "shot and killed a man": the parse hangs the man on the first verb, which stands before both
        shared = child(a, a.heads[v], "obj")
        if shared is not None and shared > v and not any(a.upos[k] == "VERB" for k in range(v + 1, shared)):
            return shared
    later = [c for c in conjuncts(a, v) if c > v and a.upos[c] == "VERB"]
    for c in later:
        shared = child(a, c, "obj")
        if shared is not None and not any(a.upos[k] in ("NOUN", "PROPN", "NUM") and v < k < c for k in a.children[v]):
            return shared
    return None


def agent(a: Analysis, v: int) -> int | None:
    """Who does it: the subject of an active verb, the "by" phrase of a passive."""
    if passive(a, v):
        by = child(a, v, "obl:agent")
        if by is not None:
            return by
        return next((c for c in a.children[v] if a.rels[c] == "obl" and any(a.lower[k] == "by" for k in a.children[c])), None)
    return subject(a, v)


def governors(a: Analysis, v: int) -> list[int]:
    """The words over `v` in its sentence, nearest first."""
    return list(a.above(v))


def helpers(a: Analysis, v: int) -> list[str]:
    """The auxiliaries, adverbs and markers of a clause in lower case: its own and those of the verb it is coordinated with."""
    out = [a.lower[c] for c in a.children[v] if a.rels[c] in ("aux", "aux:pass", "advmod", "mark", "cop")]
    first = first_conjunct(a, v)
    if first != v and not _finite(a, v):
        out += [a.lower[c] for c in a.children[first] if a.rels[c] in ("aux", "mark")]
    return out


def _finite(a: Analysis, v: int) -> bool:
    """True for a clause with a subject and a finite verb of its own, which shares no auxiliary: "it may rise, but 12 died"."""
    own = child(a, v, *_SUBJECT) is not None
    return own and (a.xpos[v] == "VBD" or any(a.xpos[c] in ("MD", "VBD", "VBZ", "VBP") for c in a.children[v] if c < v))


def negated(a: Analysis, v: int) -> bool:
    """True where the clause is denied by its own words; the "not" of "more likely than not" denies nothing."""
    return any(a.lower[c] in ("not", "n't", "n’t", "never") and a.lower[c - 1 : c] != ("than",) for c in a.children[v])
