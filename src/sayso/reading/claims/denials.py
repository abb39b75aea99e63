"""With which stance is a figure told that is called untrue or unshown, and who denies what another is quoted for?"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Attribution, Span, Statement
from sayso.reading.drafts.draft import Draft
from sayso.reading.harm.refuted import called_made_up, unshown
from sayso.reading.words import lexicon
from sayso.reading.words.certainty import certainty


def told_by(d: Draft, said_by: tuple[Attribution, ...], statements: Sequence[Statement]) -> tuple[Attribution, ...]:
    """The speakers of a figure, the nearest with the stance of one who denies or doubts it, where its words say so."""
    if d.status == "denied" and said_by[0].stance != "denies":
        said_by = _denier(statements, d.span) or said_by
    first = said_by[0]
    if len(said_by) > 1 and _judging(d, first):
        return told_by(d, said_by[1:], statements)
    if first.stance not in ("says", "reports") or first.kind == "outlet":
        return said_by
    if d.status == "denied" and called_made_up(d.a, d.mention.trigger):
        return (replace(first, stance="denies", certainty=certainty("denies")), *said_by[1:])
    if d.status == "possible" and unshown(d.a, d.mention.trigger):
        return (replace(first, stance="doubts", certainty=certainty("doubts")), *said_by[1:])
    return said_by


def _judging(d: Draft, first: Attribution) -> bool:
    """True for "the strike, which killed 14, was condemned by the UN": who condemns a deed tells no figure of it."""
    a, k = d.a, d.mention.clause if d.mention.clause is not None else d.mention.trigger
    path = [k, *a.above(k)]
    relative = next((p for p in path if a.rels[p] == "acl:relcl"), None)
    if relative is None or first.cue is None:
        return False
    over = next((p for p in a.above(a.heads[relative]) if a.upos[p] == "VERB"), None)
    if over is None or a.lower[over] not in lexicon.words("status", "judging"):
        return False
    start, end = a.unit.spans[over]
    return first.cue[0] < end and start < first.cue[1]


def _denier(statements: Sequence[Statement], span: Span) -> tuple[Attribution, ...]:
    """Who denies what another is quoted for: "the army denied a report by X that 25 had died"."""
    over = [s for s in statements if any(b <= span[0] and span[1] <= e for b, e in s.content)]
    denying = [s for s in over if s.said_by[0].stance == "denies"]
    return min(denying, key=lambda s: (s.span[1] - s.span[0], s.id)).said_by if denying else ()
