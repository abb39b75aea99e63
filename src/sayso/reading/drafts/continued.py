"""Which bare figures go on with the harm just told: "two seriously", "six were children", "nine dead here, six there"?"""

from dataclasses import replace

from sayso.reading.drafts.draft import OF_THEM, SENT, Draft, Sheet, make
from sayso.reading.drafts.opened import opened_with
from sayso.reading.drafts.parts import head_of, holds, part_of
from sayso.reading.harm.counts import Counted, quantity
from sayso.reading.harm.mention import Mention
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis

_WHERE = frozenset(("on", "in", "at", "from", "near", "by"))
_CLOSE = 160
"""Letters between troops that are told and how many of them stand somewhere. Source: set by hand."""
_FAR = 2
"""Sentences back in which those may be told whom "six were children" splits. Source: set by hand."""


def continued(sheet: Sheet, found: list[Draft], last: Draft | None) -> list[Draft]:
    """The figures that go on with one of the unit's, or with the `last` numbered one of the document before it."""
    out: list[Draft] = []
    for figure, words in sheet.figures.all:
        if not sheet.free(words) or not figure.stated:
            continue
        head = head_of(sheet.a, figure, words)
        bare = figure.noun is None or sheet.a.upos[head] == "PRON"
        counted = Counted(quantity=quantity(figure), head=words[-1] if bare else head, figure=figure)
        before = [d for d in (*found, *out) if d.numbered and d.span[1] <= sheet.a.unit.spans[words[0]][0]]
        before.sort(key=lambda d: d.span)
        draft = None
        if bare or lexicon.person(sheet.a.lower[head]):
            draft = (
                _hurt(sheet, counted, words, before)
                or _were(sheet, counted, words, before, last)
                or _some(sheet, counted, words, before)
                or _had(sheet, counted, words, before, last)
                or _more(sheet, counted, words, before, last)
                or _elsewhere(sheet, counted, words, before)
                or _rivals(sheet, counted, words, before)
            )
        if draft is not None:
            sheet.take(counted)
            out.append(draft)
    return out


def _hurt(sheet: Sheet, counted: Counted, words: tuple[int, ...], before: list[Draft]) -> Draft | None:
    """ "Seven were wounded, two seriously", "two of them critically": how badly some of the hurt are."""
    a = sheet.a
    k = words[-1] + 1
    if a.lower[k : k + 1] == ("of",) and a.lower[k + 1 : k + 2] and a.lower[k + 1] in OF_THEM:
        k += 2
    if k >= len(a) or a.lower[k] not in lexicon.words("frames", "degree") or (k + 1 < len(a) and a.upos[k + 1] == "VERB"):
        return None
    same = [d for d in before if d.outcome in ("wounded", "casualties") and _sentence(a, d) == a.unit.sentences[k]]
    return part_of(sheet, same[-1], counted) if same and holds(same[-1], counted) else None


def _were(sheet: Sheet, counted: Counted, words: tuple[int, ...], before: list[Draft], last: Draft | None) -> Draft | None:
    """ "Six were children", "of whom four are women", "two of them were his nephews": who some of those told before were."""
    a = sheet.a
    head = words[-1]
    over = a.heads[head]
    if over < head or a.rels[head] != "nsubj" or a.lower[over] in lexicon.senses():
        return None
    near = [d for d in before if a.unit.sentences[head] - _sentence(a, d) <= _FAR] or (
        [last] if last is not None and not before else []
    )
    among = opened_with(a, words[0])
    if among is not None and near:
        # the last figure told may be one of others: it only holds the place of those named
        near = [d for d in near if d.outcome == among] or [replace(near[-1], outcome=among)]
    of_them = bool(OF_THEM & {*a.lower[head + 1 : head + 3]}) or a.lower[max(0, words[0] - 2) : words[0]] == ("of", "whom")
    if not _said(a, over, of_them=of_them) or (not of_them and any(a.upos[k] == "NOUN" for k in range(head + 1, over))):
        return None
    whole = near[-1] if near else None
    if whole is None or whole.subset or whole.outcome in SENT or whole.status not in ("happened", "ongoing"):
        return None
    if not holds(whole, counted) or grammar.negated(a, over):
        return None
    draft = part_of(sheet, whole, replace(counted, head=over))
    if draft is not None and whole.a is not a:
        draft.parent, draft.sentence = None, _span(a, head)
    if draft is not None and not of_them and _stated(draft) == _stated(whole):
        draft.parent, draft.subset = None, False  # "relatives say the eight were farmers": all of them, by another's word
    return draft


def _some(sheet: Sheet, counted: Counted, words: tuple[int, ...], before: list[Draft]) -> Draft | None:
    """ "2,000 people have fled, the mayor said, some 300 of them in May": a part that a clause of saying stands before."""
    a = sheet.a
    k = words[-1] + 1
    if a.lower[k : k + 1] != ("of",) or a.lower[k + 1 : k + 2] not in (("them",), ("whom",)) or a.lower[words[0] - 1] != ",":
        return None
    same = [d for d in before if _sentence(a, d) == a.unit.sentences[k] and not d.subset]
    ends = k + 2 >= len(a) or (a.lower[k + 2] in _WHERE and a.lower[k + 2] != "by") or a.upos[k + 2] == "PUNCT"
    return part_of(sheet, same[-1], counted) if same and ends and holds(same[-1], counted) else None


def _had(sheet: Sheet, counted: Counted, words: tuple[int, ...], before: list[Draft], last: Draft | None) -> Draft | None:
    """ "It has about 240 on them now": how many of the troops told before stand where."""
    a = sheet.a
    verb = a.heads[words[-1]]
    k = words[-1] + 1
    model = before[-1] if before else last
    if model is None or model.outcome != "deployed" or verb < 0 or a.rels[words[-1]] != "obj":
        return None
    near = a.unit.spans[words[0]][0] - model.sentence[1] < _CLOSE
    if not near or a.lower[verb] not in lexicon.forms("have") or k >= len(a) or a.lower[k] not in (*_WHERE, "there", "here"):
        return None
    mention = Mention(outcome="deployed", trigger=verb, victims=(words[-1],), clause=verb, frame="have")
    return make(sheet, mention, counted)


def _more(sheet: Sheet, counted: Counted, words: tuple[int, ...], before: list[Draft], last: Draft | None) -> Draft | None:
    """ "60 more would join them in June", "a further 400 are to follow": more of the troops told before."""
    a = sheet.a
    model = before[-1] if before else last
    k = words[-1] + 1
    added = bool({*a.lower[max(0, words[0] - 1) : k + 1]} & {"more", "others", "another", "further"})
    if model is None or model.outcome != "deployed" or not added or a.unit.spans[words[0]][0] - model.sentence[1] > _CLOSE:
        return None
    over = next((j for j in a.above(words[-1]) if a.upos[j] == "VERB"), None)
    sent = over is not None and (over < words[0] or a.lower[over] in lexicon.words("frames", "follow"))
    thing = None if over is None else grammar.child(a, over, "obj")
    if thing is not None and thing > words[-1] and a.upos[thing] == "NOUN" and a.lower[thing] not in lexicon.troops():
        return None  # "two more joined the talks"
    if over is None or not sent or (over < words[0] and a.lower[over] not in lexicon.forms("sending")):
        return None
    draft = make(sheet, Mention(outcome="deployed", trigger=over, victims=(words[-1],), clause=over, frame="have"), counted)
    ahead = a.lower[over - 2 : over] in (("are", "to"), ("were", "to")) or {"would", "being"} & {*a.lower[over - 2 : over]}
    if draft is not None and ahead:
        draft.status = "planned"  # "are to follow", "would join them", "are being trained"
    return draft


def _elsewhere(sheet: Sheet, counted: Counted, words: tuple[int, ...], before: list[Draft]) -> Draft | None:
    """ "Nine dead on one side, six on the other", "seven died in Orlo and four in Reke": as many again, somewhere else."""
    a = sheet.a
    k = words[-1] + 1
    same = [d for d in before if _sentence(a, d) == a.unit.sentences[words[0]] and not d.subset]
    if not same or k >= len(a) or a.lower[k] not in _WHERE or a.upos[k] != "ADP" or a.lower[words[0] - 1] not in (",", "and"):
        return None
    model = same[-1]
    ends = max(model.mention.trigger, model.counted.head)
    between = range(ends + 1, words[0])
    if model.outcome in SENT or any(a.upos[j] in ("VERB", "AUX") or a.lower[j] in (";", ":") for j in between):
        return None
    if a.lower[k] not in (a.lower[j] for j in between):
        return None
    draft = part_of(sheet, model, counted)
    if draft is None:
        return None
    draft.parent, draft.subset = None, False
    draft.twin = model.twin + (_stated(draft) == _stated(model))
    return draft


def _rivals(sheet: Sheet, counted: Counted, words: tuple[int, ...], before: list[Draft]) -> Draft | None:
    """ "The army lost nine, the rebels 14", "put enemy dead at 200 and his own at 12": the other side's, without a verb."""
    a = sheet.a
    k = words[0] - 1
    same = [d for d in before if _sentence(a, d) == a.unit.sentences[words[0]] and not d.subset]
    if k < 1 or not same or not _closed(a, words[-1] + 1):
        return None
    model = same[-1]
    lost = model.mention.frame == "lose" and a.lower[k] in lexicon.troops()
    own = a.lower[k] == "at" and a.lower[k - 1] in ("own", "ours", "theirs") and "at" in a.lower[model.mention.trigger : k - 1]
    between = range(max(model.mention.trigger, model.counted.head) + 1, k)
    if not (lost or own) or any(a.upos[j] in ("VERB", "AUX") for j in between):
        return None
    draft = part_of(sheet, model, counted)
    if draft is not None:
        draft.parent, draft.subset = None, False
        draft.twin = model.twin + (_stated(draft) == _stated(model))
    return draft


def _closed(a: Analysis, k: int) -> bool:
    return k >= len(a) or a.upos[k] == "PUNCT" or a.unit.sentences[k] != a.unit.sentences[k - 1]


def _said(a: Analysis, over: int, *, of_them: bool) -> bool:
    """True for a predicate noun that says who people were; of "two of them" any word does but that they are well."""
    if grammar.child(a, over, "cop") is None:
        return False
    if of_them and a.upos[over] == "ADJ":
        return a.lower[over] not in lexicon.words("frames", "well")
    return lexicon.person(a.lower[over]) and a.upos[over] in ("NOUN", "PROPN")


def _sentence(a: Analysis, d: Draft) -> int:
    return a.unit.sentences[d.mention.trigger] if d.a is a else -_FAR


def _stated(d: Draft) -> tuple[int, ...]:
    return d.counted.quantity.stated if d.counted.quantity is not None else ()


def _span(a: Analysis, i: int) -> tuple[int, int]:
    mine = [k for k, s in enumerate(a.unit.sentences) if s == a.unit.sentences[i]]
    return a.unit.spans[mine[0]][0], a.unit.spans[mine[-1]][1]
