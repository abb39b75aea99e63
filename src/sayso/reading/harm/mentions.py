"""Where does a text say that something happened to people, and to whom, by its grammar?

Each word of harm opens a frame; the frame and the parse tell which nouns suffered. What they count is settled in `counts.py`.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.reading.harm.deeds import aimed, deed
from sayso.reading.harm.firing import hits_nobody
from sayso.reading.harm.freed import home_again
from sayso.reading.harm.mention import Mention, are_people, fatal, is_person, killed_too, number_on, of_people, of_whom, verb_over
from sayso.reading.harm.phrasal import special
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.lexicon import Sense

if TYPE_CHECKING:
    from sayso.model import Outcome

_DYING = frozenset(("die", "dies", "died", "dying", "succumb", "succumbed", "killed", "dead"))
_ENDS = frozenset(("grave", "graves", "eternity", "deaths", "hell"))
_SAID_DEAD = frozenset(("pronounced", "declared", "found", "confirmed"))
_NUMBERS = frozenset(("number", "total", "count", "tally"))
_AMID = frozenset(("in", "during", "after", "amid"))
_DEALING = frozenset(("causing", "inflicting"))
_FAR = 12
"""Words from a participle at the head of a sentence to its "were", at most. Source: set by hand."""


def find(a: Analysis) -> list[Mention]:
    """The mentions of a unit, in order of their words."""
    out: list[Mention] = []
    table = lexicon.senses()
    for i, word in enumerate(a.lower):
        for sense in table.get(word, ()):
            mention = _open(a, i, sense)
            if mention is not None:
                out.append(mention)
                break
        else:
            light = special(a, i, word)
            if light is not None:
                out.append(light)
    # "two shot, killed" tells once that they were killed
    kept = [m for m in out if a.lower[m.trigger - 2 : m.trigger - 1] != ("shot",) or not killed_too(a, m.trigger - 2)]
    kept = [m for m in kept if m.outcome != "captured" or not any(home_again(a, m, v) for v in m.victims)]
    return [of_whom(a, m) for m in kept]


def _open(a: Analysis, i: int, sense: Sense) -> Mention | None:
    """The mention that a word of harm opens in one of its senses, or None where the grammar does not fit."""
    if sense.frame in ("transitive", "intransitive"):
        if a.upos[i] == "ADJ" and a.rels[i] == "amod":
            return _attribute(a, i, sense)
        if a.upos[i] == "NOUN" and a.lower[i - 1 : i] == ("the",) and a.lower[i].endswith(("ed", "ain")):
            return _state(a, i, sense)  # "the martyred", "the abducted"
        if a.upos[i] not in ("VERB", "AUX") and a.xpos[i] not in ("VBN", "VBD", "VBG"):
            return None
        return _transitive(a, i, sense) if sense.frame == "transitive" else _intransitive(a, i, sense)
    dealt = sense.outcome == "killed" or sense.base == "wounding"  # "charged with the wounding of a guard"
    if not (sense.frame == "noun" and dealt) and _given_back(a, i):
        return None
    if sense.frame == "state":
        return _state(a, i, sense)
    if sense.frame == "noun":
        return _noun(a, i, sense)
    if sense.frame == "toll":
        return Mention(outcome=sense.outcome, trigger=i, victims=(), clause=verb_over(a, i), frame="toll")
    return _body(a, i, sense)


def _given_back(a: Analysis, i: int) -> bool:
    """True for prisoners and bodies that are exchanged, released or handed over."""
    verb = verb_over(a, i)
    return verb is not None and verb != i and a.lower[verb] in lexicon.listed("given_back")


def _among(a: Analysis, v: int, sense: Sense) -> Mention | None:
    """ "Among those killed were a teacher, two pupils and their driver"."""
    if a.lower[max(0, v - 2) : v] != ("among", "those"):
        return None
    told = a.heads[v - 1] if a.heads[v - 1] != v else a.heads[v]
    if told < v or grammar.child(a, told, "cop") is None or not lexicon.person(a.lower[told]):
        return None
    victims = tuple(grammar.conjuncts(a, told))
    return Mention(outcome=sense.outcome, trigger=v, victims=victims, clause=told, frame="state", among=True)


def _turned(a: Analysis, v: int, sense: Sense) -> Mention | None:
    """ "Wounded in the raid were a cook and two guards": those behind the verb that a participle at the head is told of."""
    first = v == 0 or a.unit.sentences[v - 1] != a.unit.sentences[v] or a.lower[v - 1] == "also"
    if a.xpos[v] != "VBN" or not first:
        return None
    be = next((k for k in range(v + 1, min(len(a), v + _FAR)) if a.upos[k] in ("AUX", "VERB")), v)
    told = a.heads[be]
    named = told >= 0 and a.names[told].endswith("PER")
    if a.lower[be] not in ("was", "were") or told < be or not (named or lexicon.person(a.lower[told])):
        return None
    return Mention(outcome=sense.outcome, trigger=v, victims=tuple(grammar.conjuncts(a, told)), clause=v, frame="transitive")


def _transitive(a: Analysis, v: int, sense: Sense) -> Mention | None:
    turned = _among(a, v, sense) or _turned(a, v, sense)
    if turned is not None:
        return turned
    if sense.base == "shoot" and hits_nobody(a, v):
        return None
    if grammar.passive(a, v) and grammar.thing(a, v) is None:
        if a.rels[v] == "amod" and a.heads[v] >= 0:
            return _attribute(a, v, sense)
        found = 0 <= a.heads[v] < v and a.lower[a.heads[v]] in lexicon.forms("find")
        victim = (_right_before(a, v) if found else None) or grammar.subject(a, v)
        if victim is not None and victim > v and grammar.child(a, v, "aux:pass") is None:
            return None
    else:
        victim = grammar.thing(a, v)
    if victim is None or (a.rels[v] == "acl" and not is_person(a, victim, strict=False, armed=False)):
        left = _left(a, v)
        victim = left if left is not None else victim
    if victim is None or victim == v:
        return None
    beside: list[int] = []
    if a.lower[victim] in ("himself", "herself", "themselves", "itself", "self"):
        # "killed himself and five guards", whatever the guards hang on
        beside = [k for k in (*grammar.conjuncts(a, victim), *grammar.conjuncts(a, v)) if k > victim and a.upos[k] == "NOUN"]
        doer = grammar.subject(a, v)  # the first word of a unit is 0, and no less a doer
        if a.rels[v] in ("advcl", "acl") and a.heads[v] >= 0 and (doer is None or not lexicon.person(a.lower[doer])):
            doer = grammar.subject(a, a.heads[v])  # "was treated after wounding himself"
        victim = doer if doer is not None else victim
    victims = (*grammar.listed(a, victim), *beside)
    if v - 1 in victims[1:] and any(a.lower[k + 1] in lexicon.forms_of_harm() for k in victims if k < v - 1):
        victims = (v - 1,)  # "70 nurses dead and 90 clerks wounded"
    mention = Mention(outcome=_dealt(a, v, sense), trigger=v, victims=victims, agent=grammar.agent(a, v), clause=v)
    return mention if are_people(a, mention, sense) else None


def _dealt(a: Analysis, v: int, sense: Sense) -> "Outcome":
    """What a verb of harm did to people, where its clause says more than the verb."""
    if sense.outcome in ("casualties", "wounded") and fatal(a, v):
        return "killed"
    if sense.outcome == "casualties" and _wounding(a, v):
        return "wounded"
    # "sent seventy spies to their graves"
    return "killed" if sense.outcome == "deployed" and _ENDS & set(a.lower[v + 1 : v + 12]) else sense.outcome


def _wounding(a: Analysis, v: int) -> bool:
    """True for "stabbed them in the chest, causing deep wounds"."""
    dealing = [c for c in a.children[v] if a.rels[c] == "advcl" and a.lower[c] in _DEALING]
    dealt = [k for c in dealing for k in a.children[c] if a.rels[k] == "obj"]
    fatal = any(a.lower[g] in lexicon.listed("fatal") for k in dealt for g in a.children[k])
    return not fatal and any(s.outcome == "wounded" for k in dealt for s in lexicon.senses().get(a.lower[k], ()))


def _left(a: Analysis, v: int) -> int | None:
    """Whom a bare participle is told of: "were found shot to death", "left a man dead and a woman wounded"."""
    if v == 0 or a.xpos[v] not in ("VBN", "VBD"):
        return None
    if a.lower[v - 1] in lexicon.words("status", "believe") and grammar.passive(a, v - 1):
        return grammar.subject(a, v - 1)
    if a.heads[v] >= 0 and grammar.child(a, a.heads[v], "expl") is not None and lexicon.person(a.lower[v - 1]):
        return v - 1  # "there were 26 farmers killed"
    above = a.heads[v]
    if a.rels[v] == "acl" and above < v - 1 and a.rels[v - 1] == "nmod" and lexicon.person(a.lower[v - 1]):
        return v - 1  # "the blood of the 11 priests murdered there"
    if a.rels[v] == "conj" and a.upos[above] == "NOUN" and lexicon.person(a.lower[v - 1]) and number_on(a, v - 1) is not None:
        return v - 1  # "resulting in damage and 17 persons injured"
    left = a.rels[v] == "conj" and above >= 0 and a.lower[above] in lexicon.forms("leave")
    return v - 1 if left and lexicon.person(a.lower[v - 1]) else None


def _intransitive(a: Analysis, v: int, sense: Sense) -> Mention | None:
    alone = v > 0 and a.heads[v - 1] == v and a.upos[v - 1] == "NUM" and grammar.child(a, v, "nsubj") is None
    more = v > 1 and a.lower[v - 1] in ("more", "others") and a.upos[v - 2] == "NUM" and grammar.child(a, v, "nsubj") is None
    victim = (
        v - 1 if alone else v - 2 if more else grammar.subject(a, v)
    )  # "and more than 40 fled": no adjunct, whatever the parse says
    if victim is None or (sense.base == "bleed" and not {"out", "death"} & set(a.lower[v + 1 : v + 3])):
        return None  # who is bleeding is not dead
    if sense.base == "arrive" and lexicon.role(a.lower[victim]) == "police" and number_on(a, victim) is None:
        return None  # "before police arrived"
    if sense.outcome == "engaged" and a.xpos[v] == "VBG" and any(a.lower[c] in _AMID for c in a.children[v]):
        return None  # "in fighting in Orlo 25 rebels were killed": a noun, whatever its tag
    mention = Mention(outcome=sense.outcome, trigger=v, victims=tuple(grammar.listed(a, victim)), clause=v, frame="intransitive")
    return mention if are_people(a, mention, sense) or _in_army(a, v, mention, sense) else None


def _in_army(a: Analysis, v: int, mention: Mention, sense: Sense) -> bool:
    """True for people of any kind who fight "in Orlan's army", "on the side of the Front", "in the war"."""
    near = [c for c in a.children[v] if a.rels[c] == "obl"]
    army = sense.base == "fight" and any(
        a.lower[c] in lexicon.listed("army")
        or a.lower[c] in lexicon.units()
        or (a.unit.words[c][0].isupper() and any(a.lower[k] in ("for", "alongside") for k in a.children[c]))
        for c in near
    )
    return army and any(is_person(a, k, strict=True, armed=False) for k in mention.victims)


def _attribute(a: Analysis, i: int, sense: Sense) -> Mention | None:
    """ "five wounded soldiers", "the missing men"."""
    head = a.heads[i]
    if head < i and a.xpos[i] in ("VBN", "VBD"):
        return None
    if head < 0 or not (lexicon.person(a.lower[head]) or a.upos[head] == "NUM"):
        return None
    return Mention(outcome=sense.outcome, trigger=i, victims=(head,), clause=verb_over(a, head), frame="attribute", loose=True)


def _state(a: Analysis, i: int, sense: Sense) -> Mention | None:
    head = a.heads[i]
    verb = verb_over(a, i)
    declared = _declared(a, i)
    if declared is not None:
        mention = Mention(
            outcome=sense.outcome, trigger=i, victims=tuple(grammar.listed(a, declared)), clause=i - 1, frame="state"
        )
        return mention if are_people(a, mention, sense) else None
    if a.rels[i] == "amod" and 0 <= head < i and a.lower[i - 1] == "of" and a.lower[head] in _NUMBERS:
        return Mention(outcome=sense.outcome, trigger=i, victims=(i,), clause=verb_over(a, head), frame="state", loose=True)
    if a.rels[i] == "amod" and head >= 0 and a.upos[head] in ("NOUN", "PROPN", "NUM"):
        return _attribute(a, i, sense)
    if a.rels[i] == "xcomp" and _put_at(a, i):
        # "put enemy dead at 200"
        return Mention(outcome=sense.outcome, trigger=i, victims=(i,), clause=verb, frame="state", loose=True)
    if grammar.child(a, i, "cop") is not None or (
        a.rels[i] in ("xcomp", "conj", "advcl", "obl", "root", "ccomp") and a.upos[i] in ("ADJ", "VERB", "ADV")
    ):
        subject = grammar.subject(a, i)
        if subject is None and head >= 0 and (a.rels[i] in ("xcomp", "advcl", "obl") or _reported(a, i)):
            thing = grammar.child(a, head, "obj")
            subject = thing if thing is not None else grammar.child(a, head, "nsubj:pass", "nsubj")
        own = number_on(a, i)
        if a.rels[i] in ("advcl", "xcomp") and i and lexicon.person(a.lower[i - 1]) and number_on(a, i - 1) is not None:
            subject = i - 1  # "wrote of nine guards dead"
        if own is not None and (subject is None or a.lower[subject] in ("there", "it") or grammar.child(a, i, "cop") is None):
            return Mention(outcome=sense.outcome, trigger=i, victims=(i,), clause=verb, frame="state")
        if subject is not None and subject != i:
            among = any(a.lower[c] == "among" and c < i for c in a.children[i])  # "a major was among the dead": one of them
            told = _told_of(a, i, subject)
            mention = Mention(outcome=sense.outcome, trigger=i, victims=told, clause=i, frame="state", among=among)
            return mention if are_people(a, mention, sense) else None
    behind = a.upos[i] == "ADJ" and a.rels[i] == "nmod" and lexicon.person(a.lower[head])  # "ten members of the patrol dead"
    if (0 <= head < i and behind) or (
        head >= 0 and a.upos[head] == "NUM" and a.rels[i] in ("acl", "amod", "nmod", "dep", "appos")
    ):
        return Mention(outcome=sense.outcome, trigger=i, victims=(head,), clause=verb, frame="state")
    member = _member(a, i, verb)
    if member is not None and member != i:
        victims = tuple(grammar.conjuncts(a, member))
        return Mention(outcome=sense.outcome, trigger=i, victims=victims, clause=verb, frame="state", among=True)
    if a.upos[i] in ("NOUN", "ADJ", "VERB", "PROPN", "NUM"):
        return Mention(outcome=sense.outcome, trigger=i, victims=(i,), clause=verb, frame="state", loose=number_on(a, i) is None)
    return None


def _reported(a: Analysis, i: int) -> bool:
    """True for the state in "seven were reported missing", "reported all nine of the crew dead", whatever it is to its verb."""
    head = a.heads[i]
    if a.rels[i] != "ccomp" or a.lower[head] not in lexicon.words("status", "believe"):
        return False
    thing = grammar.child(a, head, "obj")
    return (head == i - 1 and grammar.passive(a, head)) or (thing is not None and head < thing < i)


def _member(a: Analysis, i: int, verb: int | None) -> int | None:
    """Who is told to be among the dead: "among the dead was a cook", "the dead included a cook", "the dead were four guards"."""
    head = a.heads[i]
    if verb is not None and any(a.lower[c] == "among" and c < i for c in a.children[i]):
        own = grammar.child(a, i, "nsubj")
        said = verb == head and a.upos[verb] in ("NOUN", "PROPN", "NUM")
        return own if own is not None else verb if said else grammar.subject(a, verb) if verb != i else None
    if verb is not None and a.lower[verb] in ("include", "includes", "included", "including") and grammar.subject(a, verb) == i:
        return grammar.child(a, verb, "obj")
    if head < 0 and a.rels[i + 1 : i + 2] == ("cop",):
        head = a.heads[i + 1]  # "the martyred were five recruits", whose subject the parse leaves alone
    said = a.rels[i] == "nsubj" and head > i and grammar.child(a, head, "cop") is not None
    return head if said and number_on(a, head) is not None else None


def _told_of(a: Analysis, i: int, subject: int) -> tuple[int, ...]:
    """Of whom a state is told; in "left a man dead and a woman wounded" the woman stands behind what is said of the man."""
    told = grammar.listed(a, subject)
    return tuple(k for k in told if k < i or subject > i or a.rels[i] != "xcomp")


def _declared(a: Analysis, i: int) -> int | None:
    """Of whom "pronounced dead Saturday" is told, where the parse hangs "dead" on what follows."""
    head = a.heads[i]
    if i == 0 or a.rels[i] != "amod" or head < i or lexicon.person(a.lower[head]) or a.lower[i - 1] not in _SAID_DEAD:
        return None
    return grammar.subject(a, i - 1) if grammar.passive(a, i - 1) else grammar.thing(a, i - 1)


def _noun(a: Analysis, i: int, sense: Sense) -> Mention | None:
    """ "30 casualties", "the death of 12 soldiers", "heavy losses"."""
    if a.upos[i] not in ("NOUN", "PROPN"):
        return None
    verb = verb_over(a, i)
    hurt = _hurt(a, i, verb) if sense.outcome == "wounded" and sense.base != "wounding" else None
    if hurt is not None:
        fatal = any(a.lower[c] in lexicon.listed("fatal") for c in a.children[i])
        return replace(hurt, outcome="killed") if fatal else hurt
    if aimed(a, i):
        return None
    if sense.base in lexicon.listed("befalls"):
        done = deed(a, i, sense)
        if done is not None:
            return done
    if sense.base in lexicon.listed("uncounted") or sense.base in lexicon.listed("deed"):
        return None
    loose = number_on(a, i) is None
    single = a.xpos[i] not in ("NNS", "NNPS") or (sense.base in ("injury", "wound") and not _put_at(a, i))
    if loose and single and not _denied_noun(a, i):
        return None
    return Mention(outcome=sense.outcome, trigger=i, victims=(i,), clause=verb, frame="noun", loose=loose)


def _hurt(a: Analysis, i: int, verb: int | None) -> Mention | None:
    """ "suffered shrapnel wounds", "sent home with injuries", "treated for burns": those who have the wounds."""
    cases = {a.lower[c] for c in a.children[i] if a.rels[c] == "case"}
    if a.heads[i] >= 0 and a.xpos[a.heads[i]] == "VBG" and a.lower[a.heads[i]] in lexicon.forms("bear"):
        verb = a.heads[i]  # "found a man suffering from wounds", where the parse has a noun
    if verb is None and a.rels[i] == "nmod" and "with" in cases:
        found = of_people(a, i, "wounded", a.heads[i])  # "left one man dead and three others with burns"
        return replace(found, victims=(a.heads[i],), clause=None, frame="hurt") if found is not None else None
    if verb is None or a.lower[verb] in _DYING or any(a.lower[c] in _DYING for c in a.children[verb]):
        return None  # "found dead with gunshot wounds"
    if a.lower[verb] in lexicon.listed("summoned"):
        return None  # "police were called for a gunshot wound"
    has = a.rels[i] == "obj" and a.lower[verb] in lexicon.forms("bear")
    goes = a.rels[i] in ("obl", "nmod") and bool(
        cases & {"with", "for"} or ("from" in cases and a.lower[verb] in lexicon.forms("bear"))
    )
    who = (_right_before(a, verb) or grammar.subject(a, verb)) if has or goes else None
    if goes and who is not None and not grammar.passive(a, verb):
        thing = grammar.child(a, verb, "obj")
        who = thing if thing is not None else who
    if who is None or who == i:
        return None
    found = of_people(a, i, "wounded", who)
    return replace(found, clause=verb, frame="hurt") if found is not None else None


def _right_before(a: Analysis, verb: int) -> int | None:
    """Whom "found a man suffering from", "found Ana Ruiz shot" is told of, where the parse hangs them elsewhere."""
    k = verb - 1
    if k < 1 or a.xpos[verb] not in ("VBG", "VBN") or a.rels[verb] != "xcomp" or a.unit.sentences[k] != a.unit.sentences[verb]:
        return None
    named = a.names[k].endswith("PER")
    while named and a.rels[k] == "flat" and 0 <= a.heads[k] < k:
        k = a.heads[k]
    return k if named or lexicon.person(a.lower[k]) else None


def _body(a: Analysis, i: int, sense: Sense) -> Mention | None:
    """ "37 bodies", "the bodies of three men": counted dead, where a number stands."""
    if a.upos[i] != "NOUN":
        return None
    verb = verb_over(a, i)
    if any(a.lower[c] in ("in", "into", "inside", "from") for c in a.children[i] if a.rels[c] == "case"):
        return None  # "were laid in one grave": where the dead are, not how many
    if number_on(a, i) is not None:
        return Mention(outcome=sense.outcome, trigger=i, victims=(i,), clause=verb, frame="body")
    of = next((c for c in a.children[i] if grammar.of(a, c)), None)
    if of is None and verb is not None and a.lower[verb] in lexicon.listed("found"):
        of = grammar.child(a, i, "nmod:poss")
        if of is not None and a.lower[of] == "whose" and a.rels[verb] == "acl:relcl":
            of = a.heads[verb]
        if of is not None and a.upos[of] == "PRON":
            of = None
    if of is not None and (number_on(a, of) is not None or lexicon.person(a.lower[of]) or a.names[of].endswith("PER")):
        return Mention(outcome=sense.outcome, trigger=i, victims=tuple(grammar.conjuncts(a, of)), clause=verb, frame="body")
    return None


def _put_at(a: Analysis, i: int) -> bool:
    """True for a noun whose number follows it: "puts the deaths at 40 and the injuries at 75"."""
    return a.lower[i + 1 : i + 2] in (("at",), ("to",)) and a.xpos[i + 2 : i + 3] == ("CD",)


def _denied_noun(a: Analysis, i: int) -> bool:
    """True for "no casualties", "without injuries", "without causing any deaths"."""
    over = a.heads[i]
    return any(a.lower[c] in ("no", "zero", "without") for c in a.children[i]) or (
        over >= 0 and a.rels[i] == "obj" and any(a.lower[c] == "without" for c in a.children[over])
    )
