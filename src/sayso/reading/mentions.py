"""Where does a text say that something happened to people, and to whom, by its grammar?

Each word of harm opens a frame; the frame and the parse tell which nouns suffered. What they count is settled in `counts.py`.
"""

from dataclasses import dataclass, replace

from sayso.model import Outcome
from sayso.reading import grammar, lexicon
from sayso.reading.analysis import Analysis
from sayso.reading.lexicon import Sense

_COPULAS = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "'s", "’s", "remain", "remains", "remained", "lie", "lay")
)
_DYING = frozenset(("die", "dies", "died", "dying", "succumb", "succumbed", "killed", "dead"))
_ENDS = frozenset(("grave", "graves", "eternity", "deaths", "hell"))
_FATAL = frozenset(("fatally", "dead", "death", "mortally"))
_SOME = frozenset(
    "he she they them him her who none all both most some many one any several hundreds dozens scores thousands".split()
)
_TAKEN = frozenset(("take", "took", "taken", "taking"))
_LIVES = frozenset(("life", "lives"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Something happened: the outcome, its word, who suffered (heads of noun phrases), who did it, and the clause's verb.

    `among` is true where those named are part of the dead or wounded spoken of; `loose` where only a plain noun says it.
    """

    outcome: Outcome
    trigger: int
    victims: tuple[int, ...]
    agent: int | None = None
    clause: int | None = None
    frame: str = "transitive"
    among: bool = False
    loose: bool = False


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
            special = _special(a, i, word)
            if special is not None:
                out.append(special)
    return out


def _open(a: Analysis, i: int, sense: Sense) -> Mention | None:
    """The mention that a word of harm opens in one of its senses, or None where the grammar does not fit."""
    if sense.frame in ("transitive", "intransitive"):
        if a.upos[i] == "ADJ" and a.rels[i] == "amod":
            return _attribute(a, i, sense)
        if a.upos[i] not in ("VERB", "AUX") and a.xpos[i] not in ("VBN", "VBD", "VBG"):
            return None
        return _transitive(a, i, sense) if sense.frame == "transitive" else _intransitive(a, i, sense)
    if _given_back(a, i):
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


def _transitive(a: Analysis, v: int, sense: Sense) -> Mention | None:
    if grammar.passive(a, v) and grammar.thing(a, v) is None:
        if a.rels[v] == "amod" and a.heads[v] >= 0:
            return _attribute(a, v, sense)
        victim = grammar.subject(a, v)
        if victim is not None and victim > v and grammar.child(a, v, "aux:pass") is None:
            return None
    else:
        victim = grammar.thing(a, v)
    if victim is None or victim == v:
        return None
    if a.lower[victim] in ("himself", "herself", "themselves", "itself"):
        victim = grammar.subject(a, v) or victim
    near = {a.lower[c] for c in a.children[v]} | set(a.lower[v + 1 : v + 3])
    outcome: Outcome = "killed" if sense.outcome == "casualties" and near & _FATAL else sense.outcome
    if outcome == "deployed" and _ENDS & set(a.lower[v + 1 : v + 12]):
        # "sent seventy spies to their graves"
        outcome = "killed"
    mention = Mention(
        outcome=outcome, trigger=v, victims=tuple(grammar.conjuncts(a, victim)), agent=grammar.agent(a, v), clause=v
    )
    return mention if _people(a, mention, sense) else None


def _intransitive(a: Analysis, v: int, sense: Sense) -> Mention | None:
    victim = grammar.subject(a, v)
    if victim is None:
        return None
    mention = Mention(
        outcome=sense.outcome, trigger=v, victims=tuple(grammar.conjuncts(a, victim)), clause=v, frame="intransitive"
    )
    return mention if _people(a, mention, sense) else None


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
    if a.rels[i] == "amod" and head >= 0 and a.upos[head] in ("NOUN", "PROPN", "NUM"):
        return _attribute(a, i, sense)
    if grammar.child(a, i, "cop") is not None or (
        a.rels[i] in ("xcomp", "conj", "advcl", "obl", "root", "ccomp") and a.upos[i] in ("ADJ", "VERB")
    ):
        subject = grammar.subject(a, i)
        if subject is None and a.rels[i] in ("xcomp", "advcl", "obl") and head >= 0:
            subject = grammar.child(a, head, "obj", "nsubj:pass", "nsubj")
        own = _number_on(a, i)
        if own is not None and (subject is None or a.lower[subject] in ("there", "it") or grammar.child(a, i, "cop") is None):
            return Mention(outcome=sense.outcome, trigger=i, victims=(i,), clause=verb, frame="state")
        if subject is not None and subject != i:
            mention = Mention(
                outcome=sense.outcome, trigger=i, victims=tuple(grammar.conjuncts(a, subject)), clause=i, frame="state"
            )
            return mention if _people(a, mention, sense) else None
    if head >= 0 and a.upos[head] == "NUM" and a.rels[i] in ("acl", "amod", "nmod", "dep", "appos"):
        return Mention(outcome=sense.outcome, trigger=i, victims=(head,), clause=verb, frame="state")
    among = any(a.lower[c] == "among" and c < i for c in a.children[i])
    if among and verb is not None:
        subject = grammar.child(a, i, "nsubj") or (grammar.subject(a, verb) if verb != i else None)
        if subject is not None and subject != i:
            return Mention(
                outcome=sense.outcome,
                trigger=i,
                victims=tuple(grammar.conjuncts(a, subject)),
                clause=verb,
                frame="state",
                among=True,
            )
    if verb is not None and a.lower[verb] in ("include", "includes", "included", "including") and grammar.subject(a, verb) == i:
        member = grammar.child(a, verb, "obj")
        if member is not None:
            return Mention(
                outcome=sense.outcome,
                trigger=i,
                victims=tuple(grammar.conjuncts(a, member)),
                clause=verb,
                frame="state",
                among=True,
            )
    if a.upos[i] in ("NOUN", "ADJ", "VERB", "PROPN", "NUM"):
        return Mention(outcome=sense.outcome, trigger=i, victims=(i,), clause=verb, frame="state", loose=_number_on(a, i) is None)
    return None


def _noun(a: Analysis, i: int, sense: Sense) -> Mention | None:
    """ "30 casualties", "the death of 12 soldiers", "heavy losses"."""
    if a.upos[i] not in ("NOUN", "PROPN"):
        return None
    verb = verb_over(a, i)
    hurt = _hurt(a, i, verb) if sense.outcome == "wounded" else None
    if hurt is not None:
        return hurt
    if _number_on(a, i) is None:
        of = next((c for c in a.children[i] if a.rels[c] == "nmod" and any(a.lower[k] == "of" for k in a.children[c])), None)
        if of is not None and sense.base in (
            "death",
            "killing",
            "loss",
            "abduction",
            "kidnapping",
            "disappearance",
            "deployment",
            "injury",
            "capture",
            "arrest",
            "detention",
        ):
            mention = Mention(
                outcome=sense.outcome, trigger=i, victims=tuple(grammar.conjuncts(a, of)), clause=verb, frame="noun"
            )
            return mention if _people(a, mention, sense) or _number_on(a, of) is not None else None
    if sense.base in ("arrest", "capture", "detention"):
        return None
    loose = _number_on(a, i) is None
    if loose and (a.xpos[i] not in ("NNS", "NNPS") or sense.base in ("injury", "wound")) and not _denied_noun(a, i):
        return None
    return Mention(outcome=sense.outcome, trigger=i, victims=(i,), clause=verb, frame="noun", loose=loose)


def _hurt(a: Analysis, i: int, verb: int | None) -> Mention | None:
    """ "suffered shrapnel wounds", "sent home with injuries", "treated for burns": those who have the wounds."""
    if verb is None or a.lower[verb] in _DYING:
        return None
    cases = {a.lower[c] for c in a.children[i] if a.rels[c] == "case"}
    has = a.rels[i] == "obj" and a.lower[verb] in lexicon.forms("bear")
    goes = a.rels[i] in ("obl", "nmod") and bool(cases & {"with", "for"})
    who = grammar.subject(a, verb) if has or goes else None
    if goes and who is not None and not grammar.passive(a, verb):
        who = grammar.child(a, verb, "obj") or who
    if who is None or who == i:
        return None
    found = _of_people(a, i, "wounded", who)
    return replace(found, clause=verb, frame="hurt") if found is not None else None


def _body(a: Analysis, i: int, sense: Sense) -> Mention | None:
    """ "37 bodies", "the bodies of three men": counted dead, where a number stands."""
    if a.upos[i] != "NOUN":
        return None
    verb = verb_over(a, i)
    if _number_on(a, i) is not None:
        return Mention(outcome=sense.outcome, trigger=i, victims=(i,), clause=verb, frame="body")
    of = next((c for c in a.children[i] if a.rels[c] == "nmod" and any(a.lower[k] == "of" for k in a.children[c])), None)
    if of is not None and (_number_on(a, of) is not None or lexicon.person(a.lower[of])):
        return Mention(outcome=sense.outcome, trigger=i, victims=tuple(grammar.conjuncts(a, of)), clause=verb, frame="body")
    return None


def _special(a: Analysis, i: int, word: str) -> Mention | None:
    """Light verbs: lost 20 men, lost his life, claimed 12 lives, fell in battle, took three prisoner, aided the war."""
    if a.upos[i] in ("NOUN", "PROPN"):
        return _standing(a, i)
    if a.upos[i] not in ("VERB", "AUX"):
        return None
    if word in lexicon.forms("lose") or word in lexicon.forms("claim"):
        obj = grammar.thing(a, i)
        lost = grammar.subject(a, i) if obj is None and grammar.passive(a, i) else obj
        if lost is None:
            return None
        # "cost five men their lives" has two objects.
        lost = next((c for c in a.children[i] if a.rels[c] == "obj" and a.lower[c] in _LIVES), lost)
        if a.lower[lost] in _LIVES:
            counted = _number_on(a, lost) is not None
            owner = lost if counted or word in lexicon.forms("claim") or lost != obj else grammar.subject(a, i)
            owned = _owner(a, i, lost) if word in lexicon.forms("claim") and not counted else None
            victims = grammar.conjuncts(a, owned if owned is not None else owner) if owner is not None else []
            lives = Mention(outcome="killed", trigger=i, victims=tuple(victims), clause=i, frame="lives")
            return lives if any(v == lost or _is_person(a, v, strict=True, armed=False) for v in victims) else None
        if word in _TAKEN and lexicon.person(a.lower[lost]) and _captor(a, i):
            return Mention(
                outcome="captured",
                trigger=i,
                victims=tuple(grammar.conjuncts(a, lost)),
                agent=grammar.agent(a, i),
                clause=i,
                frame="taken",
            )
        if word in lexicon.forms("lose") and (lexicon.person(a.lower[lost]) or a.lower[lost] in lexicon.troops()):
            return Mention(outcome="killed", trigger=i, victims=tuple(grammar.conjuncts(a, lost)), clause=i, frame="lose")
        return None
    return _phrasal(a, i, word)


def _owner(a: Analysis, v: int, lives: int) -> int | None:
    """Whose lives: "the lives of five men", "cost five men their lives"."""
    own = grammar.child(a, lives, "nmod")
    return own if own is not None else next((c for c in a.children[v] if a.rels[c] in ("obj", "iobj") and c != lives), None)


def _standing(a: Analysis, i: int) -> Mention | None:
    """ "some 12,000 soldiers are in Russia": counted troops and where they stand."""
    if grammar.child(a, i, "cop") is None or not {"in", "at", "inside", "near", "on"} & {a.lower[c] for c in a.children[i]}:
        return None
    who = grammar.child(a, i, "nsubj")
    if who is None or a.lower[who] not in lexicon.troops() or _number_on(a, who) is None:
        return None
    return Mention(outcome="deployed", trigger=i, victims=tuple(grammar.conjuncts(a, who)), clause=i, frame="have")


def _captor(a: Analysis, i: int) -> bool:
    """True where armed people do the taking."""
    who = grammar.agent(a, i)
    return who is not None and (a.lower[who] in lexicon.troops() or any(a.lower[c] == "armed" for c in a.children[who]))


def _phrasal(a: Analysis, i: int, word: str) -> Mention | None:
    """ "gunned down", "driven from their homes", "did not survive", "has 500 troops"."""
    after = a.lower[i + 1 : i + 5]
    if word in lexicon.forms("gun") and ("down" in after[:3] or "dead" in after[:3]):
        victim = grammar.subject(a, i) if grammar.passive(a, i) else grammar.thing(a, i)
        return _of_people(a, i, "killed", victim)
    if word in lexicon.forms("drive") and ("home" in after or "homes" in after):
        return _of_people(a, i, "displaced", grammar.subject(a, i) if grammar.passive(a, i) else grammar.thing(a, i))
    if word in lexicon.forms("spare") and grammar.negated(a, i):
        found = _of_people(a, i, "killed", grammar.subject(a, i))
        return replace(found, frame="survive", agent=None) if found is not None else None
    if word in ("wiped", "wipe") and "out" in after[:2]:
        return _of_people(a, i, "killed", grammar.subject(a, i) if grammar.passive(a, i) else grammar.thing(a, i))
    if word in lexicon.forms("have"):
        troops = grammar.child(a, i, "obj")
        if troops is not None and a.lower[troops] in lexicon.troops() and _number_on(a, troops) is not None:
            return Mention(outcome="deployed", trigger=i, victims=tuple(grammar.conjuncts(a, troops)), clause=i, frame="have")
    return None


def _of_people(a: Analysis, i: int, outcome: Outcome, victim: int | None) -> Mention | None:
    if victim is None or not _is_person(a, victim, strict=True, armed=False):
        return None
    return Mention(
        outcome=outcome,
        trigger=i,
        victims=tuple(grammar.conjuncts(a, victim)),
        agent=grammar.agent(a, i),
        clause=i,
        frame="phrasal",
    )


def _people(a: Analysis, mention: Mention, sense: Sense) -> bool:
    """True where those who suffered are people by their noun, name, pronoun or number, as strictly as the verb needs it."""
    strict = sense.base in lexicon.listed("people_only")
    armed = sense.base in lexicon.listed("armed_only")
    return any(_is_person(a, v, strict=strict, armed=armed) for v in mention.victims)


def _is_person(a: Analysis, v: int, *, strict: bool, armed: bool) -> bool:
    word = a.lower[v]
    if armed:
        return (
            word in lexicon.troops()
            or (lexicon.person(word) and lexicon.role(word) in ("military", "armed-group"))
            or _people_name(a, v)
        )
    if lexicon.person(word) or word in _SOME:
        return True
    if word in lexicon.things():
        return False
    if a.upos[v] == "NUM" or a.xpos[v] == "CD" or a.names[v].endswith("PER") or _people_name(a, v):
        return True
    if _governs_people(a, v):
        return True
    return (
        not strict
        and a.upos[v] in ("NOUN", "PROPN")
        and a.names[v] != "B-LOC"
        and _number_on(a, v) is not None
        and word in lexicon.troops()
    )


def _governs_people(a: Analysis, v: int) -> bool:
    """ "a number of soldiers", "members of the patrol", "dozens of people"."""
    return any(a.rels[c] == "nmod" and lexicon.person(a.lower[c]) for c in a.children[v]) and a.xpos[v] in ("NN", "NNS", "CD")


def _people_name(a: Analysis, v: int) -> bool:
    """ "North Koreans", "Ukrainians": a plural name that is no place."""
    return a.xpos[v] == "NNPS" or (
        a.upos[v] in ("PROPN", "NOUN") and a.lower[v].endswith(("ans", "ians", "is", "ese")) and a.unit.words[v][0].isupper()
    )


def _number_on(a: Analysis, i: int) -> int | None:
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


def _denied_noun(a: Analysis, i: int) -> bool:
    return any(a.lower[c] in ("no", "zero", "without") for c in a.children[i])


def verb_over(a: Analysis, i: int) -> int | None:
    """The verb or predicate whose clause holds the word; the word itself where it has a copula."""
    if any(a.rels[c] == "cop" for c in a.children[i]):
        return i
    for k in a.above(i):
        if a.upos[k] in ("VERB", "AUX") or any(a.rels[c] == "cop" for c in a.children[k]):
            return k
    return None
