"""Whom does another speaker say that the people of a figure were: "the eight were farmers", "they were fishermen"?"""

from sayso.model import Claim, Outcome
from sayso.reading.drafts.draft import Draft, Sheet, make, sentence_of
from sayso.reading.harm.counts import Counted
from sayso.reading.harm.mention import Mention
from sayso.reading.quantities.figures import Figure
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis

_SUFFERED: frozenset[Outcome] = frozenset(("killed", "wounded", "casualties", "captured", "missing"))
_BACK = frozenset(("they", "these", "those", "all", "both"))
_DEFINITE = frozenset(("the", "all", "those", "these", "both"))
_NEAR = 3
"""Characters at most between one sentence and the next."""


def recast(sheet: Sheet, found: list[Draft], last: Draft | None) -> list[Draft]:
    """The figures told before, once more with what a speaker says that those people were."""
    a, out = sheet.a, []
    known = {d.counted.head for d in found}
    for p, word in enumerate(a.lower):
        if lexicon.role(word) is None or p in known or grammar.child(a, p, "cop") is None or grammar.negated(a, p):
            continue
        who = grammar.child(a, p, "nsubj")
        if who is None or who > p or any(k in known for k in range(who, p)):
            continue
        before = [d for d in found if d.numbered and not d.subset and d.span[1] <= a.unit.spans[who][0]]
        model = before[-1] if before else last
        if model is None or model.outcome not in _SUFFERED or model.status != "happened":
            continue
        figure = _same_figure(sheet, who, model)
        if figure is None and not (_points_back(a, who) and _follows(sheet, p, model)):
            continue
        amount = model.counted.quantity
        mention = Mention(outcome=model.outcome, trigger=p, victims=(p,), clause=p, frame="recast", known=True)
        draft = make(sheet, mention, Counted(quantity=amount, head=p, figure=figure))
        if draft is not None:
            draft.scope = model.scope
            sheet.take(draft.counted)
            out.append(draft)
    return out


def contests(claim: Claim, rows: list[tuple[Draft, Claim]]) -> bool:
    """True where another speaker has given the same figure for people of another role."""
    role = claim.group.role if claim.group is not None else None
    earlier = [c for o, c in rows if c.outcome == claim.outcome and c.quantity is not None and o.numbered]
    if not earlier or role is None or claim.said_by[0].kind == "outlet":
        return False
    other = earlier[-1]
    theirs = other.group.role if other.group is not None else None
    same = other.quantity is not None and claim.quantity is not None and other.quantity.stated == claim.quantity.stated
    return same and theirs != role and other.said_by[0].name != claim.said_by[0].name


def _same_figure(sheet: Sheet, who: int, model: Draft) -> Figure | None:
    """The figure of "the eight", "all 21 of the dead", where it is the number told before."""
    a, amount = sheet.a, model.counted.quantity
    figure = sheet.figures.on(who)
    if figure is None or amount is None or figure.stated != amount.stated or not figure.stated:
        return None
    first = sheet.figures.words(figure)[0]
    return figure if first > 0 and a.lower[first - 1] in _DEFINITE and sheet.free(sheet.figures.words(figure)) else None


def _points_back(a: Analysis, who: int) -> bool:
    """True for "they", "the dead", "the men": people spoken of right before."""
    if a.lower[who] in _BACK:
        return True
    the = any(a.lower[c] in ("the", "these", "those") for c in a.children[who])
    return the and (lexicon.person(a.lower[who]) or a.lower[who] in lexicon.forms_of_harm()) and a.xpos[who] != "NN"


def _follows(sheet: Sheet, p: int, model: Draft) -> bool:
    """True in the sentence of a figure and in the next one of its paragraph."""
    start = sentence_of(sheet.a, p)[0]
    gap = sheet.text[model.sentence[1] : start]
    return start <= model.sentence[1] or (len(gap) <= _NEAR and "\n" not in gap)
