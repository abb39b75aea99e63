"""Which figures stand beside a word of harm without the parse saying so: before or behind it, or carried to it by a verb?"""

from dataclasses import replace

from sayso.model import Scope
from sayso.reading.drafts.asides import aside, split
from sayso.reading.drafts.draft import SENT, Draft, Sheet, make
from sayso.reading.drafts.parts import head_of
from sayso.reading.harm.asked import asked
from sayso.reading.harm.counts import Counted, quantity
from sayso.reading.harm.firing import hits_nobody
from sayso.reading.harm.freed import home_again
from sayso.reading.harm.mention import Mention, verb_over
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.lexicon import Sense

_MARKS = frozenset(
    "to at of as by : was is reached reach reaches range ranges ranged stands stood totalled "
    "exceed exceeds exceeded top topped pass passed hit".split()
)
"""Words between a toll and its number, besides the verbs that carry it."""


_SHORT = 2
"""Words beside a figure in a reply that is one. Source: set by hand."""

_DYING = frozenset(("die", "perish", "succumb"))
"""Verbs that a figure shares: "three died at once and two in hospital"."""

_REACH = 300
"""Letters over which "there were five" and "the other figure is 40" speak of those told before. Source: set by hand."""


def adjacent(sheet: Sheet) -> list[Draft]:
    """ "and injured seven", "killing up to 15": a verb of harm with a bare figure right behind it, however the parse hangs it."""
    a = sheet.a
    out: list[Draft] = []
    for figure, words in sheet.figures.all:
        if not sheet.free(words):
            continue
        found = _beside(a, words)
        if found is None:
            continue
        i, sense = found
        head = words[-1]
        if a.rels[head] == "nummod" and a.heads[head] > head:
            head = a.heads[head]
        mention = Mention(
            outcome=sense.outcome,
            trigger=i,
            victims=(head,),
            agent=grammar.agent(a, i),
            clause=i if sense.frame == "transitive" else verb_over(a, i),
            frame="adjacent",
        )
        if sense.outcome == "captured" and home_again(a, mention, head):
            continue
        draft = make(sheet, mention, Counted(quantity=quantity(figure), head=head, figure=figure))
        if draft is not None:
            sheet.used.update(words)
            out.append(draft)
    return out


def passives(sheet: Sheet, taken: set[int]) -> list[Draft]:
    """ "Six miners, most of them boys, were killed": people and a passive of harm after them, however the parse hangs both."""
    a = sheet.a
    out: list[Draft] = []
    for figure, words in sheet.figures.all:
        if not sheet.free(words):
            continue
        noun = [
            i for i, (s, e) in enumerate(a.unit.spans) if figure.noun is not None and s < figure.noun[1] and figure.noun[0] < e
        ]
        if not noun or a.lower[max(0, words[0] - 1)] in ("including", "among", "them"):
            continue
        head = noun[-1]
        found = _passive_after(a, head)
        if found is None or found[1].outcome in SENT or (found[0] in taken and not _joined(a, head)):
            continue
        if not (lexicon.person(a.lower[head]) or a.xpos[head] == "NNPS" or _human(a, head, found[1])):
            continue
        i, sense = found
        if sense.base == "shoot" and hits_nobody(a, i):
            continue
        mention = Mention(outcome=sense.outcome, trigger=i, victims=(head,), agent=grammar.agent(a, i), clause=i, frame="passive")
        draft = make(sheet, mention, Counted(quantity=quantity(figure), head=head, figure=figure))
        if draft is not None:
            sheet.used.update(words)
            out += [draft, *split(sheet, draft)]
    return out


def _joined(a: Analysis, head: int) -> bool:
    """True where "and" follows a noun, or an aside behind it: "six priests (all of them old) and two maids were killed"."""
    k = _aside_end(a, head + 1)
    return a.lower[k + (a.lower[k : k + 1] == (",",)) :][:1] == ("and",)


def _human(a: Analysis, head: int, sense: Sense) -> bool:
    """True for a plural noun of whatever can be murdered or wounded."""
    living = lexicon.listed("human") | lexicon.listed("mortal")
    return sense.base in living and a.xpos[head] == "NNS" and a.lower[head] not in lexicon.things()


def spoken(sheet: Sheet, found: list[Draft], last: Draft | None) -> list[Draft]:
    """ "the Front says 65", "the mission can confirm 19": a bare figure in a clause of saying, of what was spoken of before."""
    a = sheet.a
    out: list[Draft] = []
    for figure, words in sheet.figures.all:
        if (figure.noun is not None and a.upos[head_of(a, figure, words)] != "PRON") or not sheet.free(words):
            continue
        head = words[-1]
        at = a.unit.spans[words[0]][0]
        verb = _saying(a, words)
        told = None if verb is not None or figure.best == 0 else _told(a, words)
        reply = verb is None and told is None
        if reply and not _reply(a, words):
            continue
        if a.lower[max(0, words[0] - 1)] in ("'s", "’s"):
            continue  # "They were in nobody's twenty"
        before = [d for d in found if d.numbered and d.span[1] <= at]
        model = before[-1] if before else last
        topic = asked(sheet.text, at, model.span[1] if model is not None else 0)
        if topic is None:
            if reply or model is None or model.status not in ("happened", "ongoing"):
                continue
            if (model.outcome in SENT and verb is not None) or (verb is None and at - model.sentence[1] > _REACH):
                continue
            if "how many" in sheet.text[model.span[1] : at].lower():
                continue  # "It is not known how many serve there. The ministry has said 100": of a question that nobody dies of
            topic = model.outcome
        verb = told if verb is None else verb
        # "put the killed at three": the clause's own word of harm outranks what was spoken of before.
        named = [t.outcome for k in range((verb or 0) + 1, words[0]) for t in lexicon.senses().get(a.lower[k], ())]
        outcome = named[-1] if named else topic
        mention = Mention(outcome=outcome, trigger=head, victims=(head,), clause=verb, frame="spoken")
        draft = make(sheet, mention, Counted(quantity=quantity(figure), head=head, figure=figure))
        if draft is not None:
            draft.scope = _goes_on(a, verb, model, draft)
            sheet.used.update(words)
            out.append(draft)
    return out


def _goes_on(a: Analysis, verb: int | None, model: Draft | None, draft: Draft) -> Scope:
    """The scope of a figure; a total's where it says how far "the number" of that total went or may go."""
    who = grammar.subject(a, verb) if verb is not None else None
    of_total = model is not None and model.scope == "total" and who is not None and a.lower[who] in _SUMS
    return "total" if of_total else draft.scope


def _risen() -> frozenset[str]:
    """The verbs of a number that goes up or down."""
    return lexicon.forms("carry") | lexicon.forms("fall")


_SUMS = frozenset(("number", "total", "figure", "toll", "count", "tally"))
"""Nouns for a figure told before."""


def opposed(sheet: Sheet, found: list[Draft]) -> list[Draft]:
    """ "18 rebels were killed against two of its own": as many of the speaker's side met the same."""
    a, out = sheet.a, []
    for figure, words in sheet.figures.all:
        after = a.lower[words[-1] + 1 : words[-1] + 4]
        beside = words[0] > 0 and a.lower[words[0] - 1] in ("against", "to", "versus")
        own = len(after) == 3 and (after[0], after[2]) == ("of", "own") and after[1] in ("its", "their", "our", "his")
        before = [d for d in found if d.numbered and d.outcome not in SENT and d.span[1] <= a.unit.spans[words[0]][0]]
        if not (beside and own and before and sheet.free(words)):
            continue
        model, head = before[-1], words[-1]
        mention = Mention(outcome=model.outcome, trigger=head, victims=(head,), clause=model.mention.clause, frame="opposed")
        draft = make(sheet, mention, Counted(quantity=quantity(figure), head=head, figure=figure))
        if draft is not None:
            sheet.used.update(words)
            out.append(draft)
    return out


_HAVING = frozenset(("has", "have", "had", "put", "puts", "sets", "set"))


def _saying(a: Analysis, words: tuple[int, ...]) -> int | None:
    """The verb of saying whose object a bare figure is: "the Front says 65", "I counted thirty-one"."""
    head, first = words[-1], words[0]
    if a.lower[first - 2 : first] == ("it", "at") and first > 2 and a.lower[first - 3] in _HAVING:
        return first - 3  # "an official had it at nine"
    given = next((c for c in a.children[head] if a.rels[c] == "acl:relcl" and a.lower[c] in lexicon.words("status", "say")), None)
    if given is not None and first > 0 and a.lower[first - 1] == "the" and a.lower[head + 1] in ("that", "which"):
        return given  # "three times the six that the port has confirmed"
    verb = a.heads[head]
    if verb < 0 or a.rels[head] not in ("obj", "obl", "ccomp", "xcomp"):
        verb = words[0] - 1
        if verb < 0 or (a.upos[verb] != "VERB" and a.xpos[verb] != "VBZ") or not _ends(a, words[-1] + 1):
            return None
    said = a.lower[verb] in lexicon.words("status", "say")
    return verb if said and grammar.subject(a, verb) is not None else None


def _told(a: Analysis, words: tuple[int, ...]) -> int | None:
    """The "be" of a bare figure that is all there is: "she said there were five", "the rebels' figure is 40"."""
    head = words[-1]
    verb = a.heads[head]
    if verb >= 0 and a.rels[head] == "nsubj" and grammar.child(a, verb, "expl") is not None and verb < words[0]:
        inside = a.rels[verb] == "acl:relcl" or bool({"which", "where"} & {*a.lower[max(0, verb - 3) : verb]})
        return verb if _ends(a, words[-1] + 1) and not inside else None
    if verb >= 0 and a.rels[head] in ("obj", "obl") and a.lower[verb] in lexicon.forms("carry"):
        total = grammar.child(a, verb, "nsubj")  # "the number could pass three million"
        return verb if total is not None and a.lower[total] in lexicon.words("frames", "figure") else None
    noun = grammar.child(a, head, "nsubj")
    if grammar.child(a, head, "cop") is None or noun is None or not _ends(a, words[-1] + 1):
        return None
    return head if a.lower[noun] in lexicon.words("frames", "figure") else None


def _reply(a: Analysis, words: tuple[int, ...]) -> bool:
    """True for a figure that is a sentence by itself, or with a word or two and who says it: "MAYOR: About twelve."."""
    mine = [k for k, s in enumerate(a.unit.sentences) if s == a.unit.sentences[words[0]]]
    label = next((k + 1 for k in mine if a.lower[k] == ":" and k < words[0]), mine[0])
    rest = [k for k in mine if k >= label and k not in words and a.upos[k] != "PUNCT"]
    return len(rest) <= _SHORT and not any(a.upos[k] in ("VERB", "AUX") for k in rest)


def _ends(a: Analysis, k: int) -> bool:
    """True where a clause is over: at a mark, or at the end of its sentence."""
    return k >= len(a) or a.upos[k] == "PUNCT" or a.unit.sentences[k] != a.unit.sentences[k - 1]


def carried(sheet: Sheet, m: Mention) -> list[Draft]:
    """The number that a verb carries to a toll: "the toll rose to eight", "put the dead at 14"."""
    a = sheet.a
    numbered = _over_number(a, m)
    told = numbered is not None or (m.frame == "transitive" and a.rels[m.trigger] == "acl")
    if not told and (m.frame not in ("toll", "state", "noun") or (m.frame != "toll" and not m.loose)):
        return []
    verb = numbered if numbered is not None else m.clause if m.clause is not None else m.trigger
    best: tuple[int, Counted] | None = None
    for figure, words in sheet.figures.all:
        if not sheet.free(words) or a.unit.sentences[words[0]] != a.unit.sentences[m.trigger]:
            continue
        head = words[-1]
        over = [head, *a.above(head)]
        direct = m.trigger in over[:4]
        before = a.lower[words[0] - 1] if words[0] > 0 else ""
        if before == "from" and a.lower[head + 1 : head + 2] == ("to",):
            continue  # "from 14 to 12": the toll it was
        if before == "by" and a.lower[head + 1 : head + 2] == ("to",) and a.lower[words[0] - 2] in _risen():
            continue  # "rose by three to 17": how far it went
        marked = before in _MARKS
        carried = verb in over and a.lower[verb] in lexicon.forms("carry") and marked
        close = marked and 0 < words[0] - m.trigger <= 5 and not any(a.upos[k] == "VERB" for k in range(m.trigger + 1, words[0]))
        stated = marked and a.rels[m.trigger] == "nsubj" and a.heads[m.trigger] == head  # "the toll of the raid is 22"
        if not (direct or carried or close or stated):
            continue
        distance = abs(words[0] - m.trigger)
        if best is None or distance < best[0]:
            best = distance, Counted(quantity=quantity(figure), head=head, figure=figure)
    if best is None:
        return []
    sheet.take(best[1])
    if best[1].quantity is not None and any(a.lower[c] == "minimum" for c in a.children[m.trigger]):
        # "brings the minimum civilian deaths to 34"
        least = replace(best[1].quantity, low=best[1].quantity.best, best=None, high=None, wording="at least")
        best = best[0], replace(best[1], quantity=least)
    draft = make(sheet, m, best[1])
    return [draft] if draft is not None else []


def _over_number(a: Analysis, m: Mention) -> int | None:
    """The verb of "the number of people killed rose to eight"; None where no number of people is spoken of."""
    if m.frame not in ("transitive", "intransitive", "lives") or a.rels[m.trigger] not in ("acl", "acl:relcl"):
        return None
    over = list(a.above(m.trigger))
    verb = next((k for k in over if a.upos[k] == "VERB"), None)
    return verb if any(a.lower[k] in ("number", "total", "count") for k in over) else None


def _beside(a: Analysis, words: tuple[int, ...]) -> tuple[int, Sense] | None:
    """The verb of harm right before a figure ("injured seven") or its participle right behind a bare one ("eight martyred")."""
    i, following = words[0] - 1, words[-1] + 1
    behind = a.lower[following : following + 4]
    if i >= 0 and a.unit.sentences[i] == a.unit.sentences[words[0]]:
        sense = next((s for s in lexicon.senses().get(a.lower[i], ()) if s.frame == "transitive"), None)
        if (
            sense is not None
            and a.upos[i] in ("VERB", "AUX")
            and grammar.child(a, i, "aux:pass") is None
            and not (set(behind[:2]) & lexicon.things())
        ):
            armed = sense.base in lexicon.listed("armed_only")
            strict = sense.base in lexicon.listed("people_only")
            if not strict or any(w in lexicon.troops() if armed else lexicon.person(w) for w in behind):
                return i, sense
    grave = a.lower[following + 1 : following + 2]
    if a.lower[following : following + 1] == ("in",) and set(grave) & lexicon.listed("grave") and "condition" in behind:
        return following + behind.index("condition"), Sense(outcome="wounded", frame="state", base="critical")
    if a.lower[following : following + 2] == ("in", "hospital") and a.lower[max(0, i) : words[0]] != ("of",):
        over = a.heads[words[-1]]
        died = a.rels[words[-1]] == "conj" and any(s.base in _DYING for s in lexicon.senses().get(a.lower[over], ()))
        return following + 1, Sense(outcome="killed" if died else "wounded", frame="state", base="hospitalised")
    if (
        following < len(a)
        and a.unit.sentences[following] == a.unit.sentences[words[0]]
        and (a.xpos[following] in ("VBN", "VBD", "JJ") or (a.upos[following] == "NOUN" and a.lower[following].endswith("ed")))
        and grammar.child(a, following, "obj") is None  # "the fourteen buried them": they did it
    ):
        sense = next((s for s in lexicon.senses().get(a.lower[following], ()) if s.frame in ("transitive", "state")), None)
        if (
            sense is not None
            and sense.outcome in ("killed", "wounded", "captured", "missing")
            and sense.base not in ("destroy", "seize")
        ):
            return following, sense
    return None


_LEAVES = frozenset((";", "who", "which", "that", "when", "while", "as", "after", "before", "because"))
"""Words behind which a clause speaks of others: "three suspects charged after a guard was killed"."""


def _passive_after(a: Analysis, head: int) -> tuple[int, Sense] | None:
    """The participle or state of harm behind a noun, after a form of "be", with no other verb on the way."""
    for i in range(_aside_end(a, head + 1), min(len(a), head + 18)):
        if a.unit.sentences[i] != a.unit.sentences[head] or a.lower[i] in _LEAVES:
            return None
        sense = next(
            (s for s in lexicon.senses().get(a.lower[i], ()) if s.frame in ("transitive", "state", "intransitive")), None
        )
        if a.lower[i] == "lost" and {"life", "lives"} & set(a.lower[i + 1 : i + 4]):
            return i, Sense(outcome="killed", frame="intransitive", base="lose")
        if sense is None:
            if a.upos[i] == "VERB" and a.xpos[i] in ("VBD", "VBZ", "VBP"):
                return None
            continue
        if sense.frame == "transitive" and a.xpos[i] in ("VBG", "VB", "NN"):
            return None  # "two men are suspected of killing a guard", "were charged with murder": they did it
        before = a.lower[max(head, i - 3) : i]
        if sense.frame == "intransitive" and a.xpos[i] in ("VBD", "VBN"):
            return i, sense
        if a.xpos[i] == "VBG" and a.lower[i - 1] != "being":
            return None  # "two boys were shooting at crows": what they do, not what befalls them
        if any(w in ("were", "was", "been", "are", "is", "be") for w in before) and not any(w in ("not", "n't") for w in before):
            return i, sense
        return None
    return None


def _aside_end(a: Analysis, i: int) -> int:
    """Where the words go on behind an aside that begins at `i`: "— so the abbot told us — were killed"."""
    inside = aside(a, i)
    return inside.stop + 1 + (a.lower[i] == "-") if inside else i
