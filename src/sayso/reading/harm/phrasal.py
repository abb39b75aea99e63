"""Which light verbs and phrases speak of harm: lost 20 men, claimed 12 lives, gunned down, driven from home?"""

from dataclasses import replace

from sayso.reading.harm.idioms import idiom
from sayso.reading.harm.mention import Mention, is_person, number_on, of_people
from sayso.reading.harm.stricken import stricken
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.nations import nation

_TAKEN = frozenset(("take", "took", "taken", "taking"))
_LIVES = frozenset(("life", "lives"))


_AT = frozenset(("at", "near", "outside", "in", "before"))


def _fell(a: Analysis, i: int, word: str) -> Mention | None:
    """ "Twelve of their men fell at Karsh": fighters who are counted fall at a named place."""
    if (
        word not in lexicon.forms("fall_in_battle")
        or a.upos[i] != "VERB"
        or a.lower[i + 1 : i + 2] == ()
        or a.lower[i + 1] not in _AT
    ):
        return None
    who = grammar.subject(a, i)
    named = a.upos[i + 2 : i + 3] == ("PROPN",) and a.names[i + 2].endswith(("LOC", "O"))
    if who is None or not named or number_on(a, who) is None:
        return None
    own = [c for c in a.children[who] if a.rels[c] == "nmod" and any(a.rels[k] == "nmod:poss" for k in a.children[c])]
    fighters = lexicon.role(a.lower[who]) in ("military", "armed-group") or any(
        a.lower[c] in ("men", "troops") or lexicon.role(a.lower[c]) in ("military", "armed-group") for c in own
    )
    return of_people(a, i, "killed", who) if fighters else None


def _all_of(a: Analysis, k: int) -> bool:
    """True for "all 15", "all 12 passengers": with a number, none left out."""
    number = number_on(a, k)
    return number is not None and number > 0 and a.lower[number - 1] == "all" and a.lower[number - 2 : number - 1] != ("not",)


def _surviving(a: Analysis, i: int) -> Mention | None:
    """ "Two did not survive", "none of the 40 passengers survived": killed; "all 15 survived": nobody is."""
    who = grammar.subject(a, i)
    if grammar.negated(a, i):
        found = of_people(a, i, "killed", who)
        return replace(found, frame="survive", agent=None) if found is not None else None
    if who is None:
        return None
    if _all_of(a, who):
        found = of_people(a, i, "killed", who)
        return replace(found, frame="spared", agent=None) if found is not None else None
    whole = grammar.child(a, who, "nmod")
    if whole is None or not {"none", "not"} & {a.lower[who], a.lower[who - 1]}:
        return None
    found = of_people(a, i, "killed", whole)
    return replace(found, frame="survive", agent=None) if found is not None else None


def special(a: Analysis, i: int, word: str) -> Mention | None:
    """Light verbs: lost 20 men, lost his life, claimed 12 lives, fell in battle, took three prisoner, aided the war."""
    found = stricken(a, i, word) or idiom(a, i, word) or _fell(a, i, word) or (_strong(a, i) if word == "strong" else None)
    if found is not None:
        return found
    if a.upos[i] in ("NOUN", "PROPN"):
        return _standing(a, i)
    if a.upos[i] not in ("VERB", "AUX"):
        return None
    if word in lexicon.forms("embrace") and "martyrdom" in a.lower[i + 1 : i + 3]:
        who = grammar.subject(a, i)
        before = next((c for c in a.children[i] if c < i and a.rels[c] in ("obj", "obl")), None)
        found = of_people(a, i, "killed", before if who is None else who)
        return replace(found, frame="survive", agent=None) if found is not None else None
    if word == "taken" and a.rels[i] == "acl" and a.heads[i] >= 0 and "number" in a.lower[max(0, i - 5) : i]:
        # "put the number of those taken at nine"
        return Mention(outcome="captured", trigger=i, victims=(a.heads[i],), clause=i)
    if word in lexicon.forms("lose") or word in lexicon.forms("claim"):
        obj = grammar.thing(a, i)
        lost = grammar.subject(a, i) if obj is None and grammar.passive(a, i) else obj
        if lost is None:
            return None
        # "cost five men their lives" has two objects.
        lost = next((c for c in a.children[i] if a.rels[c] == "obj" and a.lower[c] in _LIVES), lost)
        if a.lower[lost] in _LIVES:
            counted = number_on(a, lost) is not None
            owner = lost if counted or word in lexicon.forms("claim") or lost != obj else grammar.subject(a, i)
            owned = _owner(a, i, lost) if word in lexicon.forms("claim") and not counted else None
            victims = grammar.conjuncts(a, owned if owned is not None else owner) if owner is not None else []
            lives = Mention(outcome="killed", trigger=i, victims=tuple(victims), clause=i, frame="lives")
            return lives if any(v == lost or is_person(a, v, strict=True, armed=False) for v in victims) else None
        if word in _TAKEN and lexicon.person(a.lower[lost]) and _captor(a, i):
            return Mention(
                outcome="captured",
                trigger=i,
                victims=tuple(grammar.conjuncts(a, lost)),
                agent=grammar.agent(a, i),
                clause=i,
                frame="taken",
            )
        some = a.upos[lost] == "NUM" and any(a.rels[c] == "nmod" and lexicon.person(a.lower[c]) for c in a.children[lost])
        if word in lexicon.forms("lose") and a.upos[lost] == "NUM" and _side(a, i):
            return Mention(outcome="killed", trigger=i, victims=(lost,), clause=i, frame="lose")
        number = number_on(a, lost)
        others = number is not None and any(a.upos[k] in ("NOUN", "PROPN", "PRON") for k in range(i + 1, number))
        if word in ("cost", "costs", "costing") and others and lexicon.person(a.lower[lost]):
            return Mention(outcome="killed", trigger=i, victims=(lost,), clause=i, frame="lose")  # "cost the army twelve men"
        if word in lexicon.forms("lose") and (some or lexicon.person(a.lower[lost]) or a.lower[lost] in lexicon.troops()):
            return Mention(outcome="killed", trigger=i, victims=tuple(grammar.conjuncts(a, lost)), clause=i, frame="lose")
        return None
    return _phrasal(a, i, word)


def _owner(a: Analysis, v: int, lives: int) -> int | None:
    """Whose lives: "the lives of five men", "cost five men their lives"."""
    own = grammar.child(a, lives, "nmod")
    return own if own is not None else next((c for c in a.children[v] if a.rels[c] in ("obj", "iobj") and c != lives), None)


def _standing(a: Analysis, i: int) -> Mention | None:
    """ "some 12,000 soldiers are in Russia", "there are 300 men on the ridge": counted troops and where they stand."""
    over = a.heads[i]
    if over >= 0 and a.lower[i] in lexicon.troops() and a.rels[i] == "nsubj" and grammar.child(a, over, "expl") is not None:
        stands = number_on(a, i) is not None and a.lower[i + 1 : i + 2] and a.lower[i + 1] in ("in", "at", "on", "inside", "near")
        return Mention(outcome="deployed", trigger=i, victims=(i,), clause=over, frame="have") if stands else None
    if grammar.child(a, i, "cop") is None or not {"in", "at", "inside", "near", "on"} & {a.lower[c] for c in a.children[i]}:
        return None
    who = grammar.child(a, i, "nsubj")
    if who is None or a.lower[who] not in lexicon.troops() or number_on(a, who) is None:
        return None
    return Mention(outcome="deployed", trigger=i, victims=tuple(grammar.conjuncts(a, who)), clause=i, frame="have")


def _side(a: Analysis, i: int) -> bool:
    """True where a side of a war loses a bare number: "the army lost nine", "each side lost nine"."""
    who = grammar.subject(a, i)
    after = next((a.lower[k] for k in range(i + 2, len(a))), ".")
    ends = after in (".", ",", ";", "and", "but", "in", "on", "at", "while")
    return ends and who is not None and (a.lower[who] in lexicon.troops() or a.lower[who] in ("side", "sides", "army", "armies"))


def _strong(a: Analysis, i: int) -> Mention | None:
    """ "The 900-strong garrison", "the garrison, 400 strong": how many a unit has."""
    k = i - 2 if i > 1 and a.lower[i - 1] == "-" else i - 1
    units = any(w in lexicon.units() for w in a.lower[max(0, k - 3) : i + 4])
    if k < 0 or a.upos[k] != "NUM" or not units:
        return None
    return Mention(outcome="deployed", trigger=i, victims=(k,), clause=None, frame="have")


def _held(a: Analysis, i: int) -> Mention | None:
    """ "Eleven pupils are still being held", "the militia is holding 11 pupils": only people in a number."""
    doer = grammar.agent(a, i)
    passive = grammar.passive(a, i)
    if not passive and (doer is None or (a.lower[doer] not in lexicon.troops() and a.upos[doer] != "PROPN")):
        return None
    who = grammar.subject(a, i) if passive else grammar.thing(a, i)
    found = of_people(a, i, "captured", who) if who is not None and number_on(a, who) is not None else None
    return None if found is None else replace(found, frame="transitive")


def _captor(a: Analysis, i: int) -> bool:
    """True where armed people, kidnappers or another people do the taking."""
    who = grammar.agent(a, i)
    return who is not None and (
        a.lower[who] in ("kidnapper", "kidnappers", "abductor", "abductors")
        or (grammar.passive(a, i) and nation(a.unit.words[who]) is not None)
        or a.lower[who] in lexicon.troops()
        or any(a.lower[c] == "armed" for c in a.children[who])
    )


def _right_behind(a: Analysis, i: int) -> int | None:
    """Whom an active "gunned down" is followed by, whatever the parse calls it: a noun phrase without a preposition."""
    if grammar.child(a, i, "aux:pass") is not None:
        return None
    down = next((k for k in range(i + 1, min(i + 4, len(a))) if a.lower[k] in ("down", "dead")), None)
    held = () if down is None else (*a.children[i], *a.children[down])
    return next((k for k in sorted(held) if k > i + 1 and _bare(a, k)), None)


def _bare(a: Analysis, k: int) -> bool:
    return a.upos[k] in ("NOUN", "PROPN", "NUM") and grammar.child(a, k, "case") is None and not a.rels[k].endswith("unmarked")


def _phrasal(a: Analysis, i: int, word: str) -> Mention | None:
    """ "gunned down", "driven from their homes", "did not survive", "has 500 troops"."""
    after = a.lower[i + 1 : i + 5]
    if word in lexicon.forms("gun") and ("down" in after[:3] or "dead" in after[:3]):
        shot = _right_behind(a, i)
        if shot is not None:
            found = of_people(a, i, "killed", shot)
            return replace(found, agent=grammar.subject(a, i)) if found is not None else None
        return of_people(a, i, "killed", grammar.subject(a, i) if grammar.passive(a, i) else grammar.thing(a, i))
    if word in lexicon.forms("drive") and ("home" in after or "homes" in after):
        return of_people(a, i, "displaced", grammar.subject(a, i) if grammar.passive(a, i) else grammar.thing(a, i))
    if word in lexicon.forms("beat") and any(a.lower[c] in lexicon.listed("brutally") for c in a.children[i]):
        return of_people(a, i, "wounded", grammar.subject(a, i) if grammar.passive(a, i) else grammar.thing(a, i))
    if word in ("held", "holding"):
        return _held(a, i)
    if word in lexicon.forms("spare"):
        return _surviving(a, i)
    if word in ("passed", "passes", "pass", "passing") and a.lower[i + 1 : i + 2] == ("away",):
        found = of_people(a, i, "killed", grammar.subject(a, i))
        return replace(found, agent=None) if found is not None else None
    if word in ("wiped", "wipe") and "out" in after[:2]:
        return of_people(a, i, "killed", grammar.subject(a, i) if grammar.passive(a, i) else grammar.thing(a, i))
    if word in lexicon.forms("have"):
        troops = grammar.child(a, i, "obj")
        if troops is not None and a.lower[troops] in lexicon.troops() and number_on(a, troops) is not None:
            return Mention(outcome="deployed", trigger=i, victims=tuple(grammar.conjuncts(a, troops)), clause=i, frame="have")
    return None
