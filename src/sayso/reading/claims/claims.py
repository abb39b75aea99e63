"""Which figures does a document claim: drafts of its units, given speakers, days, places and groups, and told once each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sayso.model import Attribution, Claim, Document, Quantity, Span, Statement
from sayso.reading.claims.altogether import summed
from sayso.reading.claims.belongings import SENT, Told, cause_of, headed, setting_of
from sayso.reading.claims.besides import besides
from sayso.reading.claims.context import Setting
from sayso.reading.claims.corrections import taken_back
from sayso.reading.claims.denials import told_by
from sayso.reading.claims.persons import EXTRA, among_dead, another
from sayso.reading.claims.recalled import follows, long_before
from sayso.reading.claims.revisions import revised
from sayso.reading.claims.scopes import scope_by_days
from sayso.reading.claims.whose import group_of
from sayso.reading.drafts.draft import Draft, ordinal
from sayso.reading.drafts.drafts import drafts
from sayso.reading.drafts.everybody import all_hit
from sayso.reading.drafts.recast import contests
from sayso.reading.drafts.survived import survived
from sayso.reading.harm.counts import Figures
from sayso.reading.quantities.figures import Figure
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import certainty
from sayso.reading.words.lexicon import inflect, person, untruths, words
from sayso.reading.words.plurals import singular
from sayso.schema import content_id

_BURIED = frozenset(inflect("bury", verb=True))

_BESIDE = 240
"""Characters between the new dead and the running total that they are part of. Source: set by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A document with what is known of it: its statements, who speaks at a span, its days and places.

    `convention` names what vague words mean.
    """

    document: Document
    statements: Sequence[Statement]
    speakers: Callable[[Span], tuple[Attribution, ...]]
    setting: Setting
    convention: str = "default"


def find(account: Account, analyses: Sequence[Analysis], figures: Sequence[Figure]) -> tuple[Claim, ...]:
    """The claims of a document, in order of their spans; each figure of a speaker once."""
    told, text = Told(), account.document.text
    for a in analyses:
        last = next((d for d, _ in reversed(told.rows) if d.numbered), None) or next(
            (d for d, _ in reversed(told.rows) if d.outcome == "killed"), None
        )
        for d in drafts(a, Figures(a, figures, account.convention), text, last):
            if d.outcome == "casualties" and d.subset and d.mention.frame == "transitive" and _among_the_dead(d, told):
                d.outcome = "killed"
            if survived(d):
                d.outcome = "wounded"
            elif all_hit(d, told.rows):
                d.outcome = "casualties"
            claim = _claim(account, d, told)
            if claim is not None:
                told.rows.append((d, claim))
    told_once = among_dead(_parts(_once(headed(told.rows, account.setting))), text)
    return taken_back(revised(summed(besides(told_once, text), text), text, figures))


def _claim(account: Account, d: Draft, told: Told) -> Claim | None:
    document, setting = account.document, account.setting
    said_by = told_by(d, account.speakers(d.span), account.statements)
    amount = d.counted.quantity
    if said_by and amount is not None and amount.span is not None and said_by[0].span == amount.span:
        return None  # "‘we were 22’, says one": who speaks is not whom they count
    if d.anaphor and amount is not None and not amount.stated and not d.subset and _spoken_of(d, told, setting.text):
        return None
    when, where = setting_of(d, told, said_by, setting)
    if (
        when is not None
        and setting.published is not None
        and d.status == "happened"
        and when.first <= setting.published < when.last
    ):
        when = replace(when, last=setting.published)  # "this year": what happened did so by now
    d.key = _key(amount)
    near = [s for s in account.statements if s.span[0] <= d.span[0] and d.span[1] <= s.span[1]]
    held = [s for s in near if any(a <= d.span[0] and d.span[1] <= b for a, b in s.content)]
    inner = min(held, key=lambda s: (sum(b - a for a, b in s.content), s.id)) if held else None
    denies = bool(said_by) and said_by[0].stance == "denies" and d.status == "happened" and not d.mention.known
    if denies and inner is not None and _untrue(setting.text[d.sentence[0] : d.sentence[1]]):
        d.status = "denied"
    if d.status == "forecast" and d.outcome not in SENT and said_by and said_by[0].stance == "says":
        # who says that 40 will die foretells it
        said_by = (replace(said_by[0], stance="forecasts", certainty=certainty("forecasts")), *said_by[1:])
    claim = Claim(
        id=content_id("c", document.id, list(d.span), d.outcome, d.key, d.twin, [s.name for s in said_by]),
        document=document.id,
        span=d.span,
        quote=document.text[d.span[0] : d.span[1]],
        said_by=said_by,
        outcome=d.outcome,
        status=d.status,
        quantity=amount,
        scope=scope_by_days(d, when, setting),
        when=when,
        where=where,
        statement=inner.id if inner is not None else None,
        flags=(EXTRA,) if _extra(d) else (),
    )
    claim = replace(claim, group=group_of(d, told, claim, setting))
    if d.mention.frame == "recast" and not contests(claim, told.rows):
        return None
    return replace(claim, cause=cause_of(d, told, claim, setting))


def _untrue(clause: str) -> bool:
    low = clause.lower()
    return any(w in low for w in ("den", *untruths()))


def _extra(d: Draft) -> bool:
    """True for "another soldier", "two others", "one additional suspect": people on top of those told before."""
    if d.counted.figure is not None and d.counted.figure.extra:
        return True
    verb = d.mention.clause if d.mention.clause is not None else d.mention.trigger
    if not d.anaphor and any(
        d.a.lower[c] == "also" and d.a.rels[c] == "advmod" for k in {verb, d.mention.trigger} for c in d.a.children[k]
    ):
        return True
    if not d.anaphor and (_second_deed(d) or (d.outcome == "killed" and ordinal(d.a, d.counted.head) is not None)):
        return True
    head, near = d.counted.head, d.a.lower[: d.counted.head + 1]
    first = max([max(0, head - 3), *(k + 1 for k in range(head) if d.a.upos[k] == "PUNCT" and d.a.lower[k] != "-")])
    return not d.anaphor and any(
        near[k] in _FURTHER and d.a.lower[k + 1 : k + 2] not in (("than",), ("day",), ("night",), ("week",))
        for k in range(first, head + 1)
    )


def _second_deed(d: Draft) -> bool:
    """True for "arrested a leader and detained two of his men": another deed of one doer, and whom it befalls."""
    a, v = d.a, d.mention.trigger
    own = grammar.child(a, v, "nsubj", "nsubj:pass") is not None
    if a.rels[v] != "conj" or own or grammar.child(a, v, "obj") is None:
        return False
    first = a.heads[v]
    outcomes = {sense.outcome for sense in lexicon.senses().get(a.lower[first], ())}
    return d.outcome in outcomes and grammar.child(a, first, "obj") is not None


_FURTHER = frozenset(("another", "additional", "other", "others", "further", "more"))
"""Words of people on top of those told before, where no "than" or day follows: "more than five", "the other day"."""


def _spoken_of(d: Draft, told: Told, text: str) -> bool:
    """True where "the soldiers" or "he" died before in the text, in the same event: not a figure of its own."""
    recalling = told.aside is not None and follows(d.sentence, told.aside[0], text)
    now = None if told.when is None or recalling else told.when.first
    same = [o for o, c in told.rows if o.outcome == d.outcome and not long_before(c.when, now)]
    if not d.counted.pronoun and not d.own_hand:
        same = [o for o in same if not (o.own_hand and o.a is d.a)]
    if d.outcome in ("killed", "wounded") and d.a.xpos[d.counted.head] in ("NNS", "NNPS"):
        # "a teacher was murdered, as the priests were": neither one person nor people of another calling
        same = [o for o in same if not _others(d, o)]
        alone = len(same) == 1 and same[0].counted.quantity is not None and same[0].counted.quantity.best == 1
        same = [] if alone else same
    if d.mention.agent in d.mention.victims or (d.counted.pronoun and any(_dealt(o, d) for o in same)):
        # "killed four before he was shot", "four died and the gunman took his own life": he is the one who killed them
        same = [o for o in same if o.counted.quantity is not None and o.counted.quantity.best == 1]
    harming = words("persons", "harming")
    if d.mention.frame == "transitive" and d.a.lower[d.counted.head] in harming:
        # "the assailant" is none of those told before, but for one called so
        same = [o for o in same if o.a.lower[o.counted.head].removesuffix("'s") in harming or o.counted.pronoun]
    return bool(same)


def _dealt(o: Draft, d: Draft) -> bool:
    """True where "he" in a figure's own sentence is the one person who killed or hurt them."""
    doer = o.mention.agent
    return (
        o.sentence == d.sentence
        and doer is not None
        and doer < d.counted.head
        and o.a.xpos[doer] == "NN"
        and person(o.a.lower[doer])
    )


def _among_the_dead(d: Draft, told: Told) -> bool:
    """True for some "of the soldiers" who were shot, where the soldiers told of before were killed."""
    noun = singular(d.a.lower[d.counted.head])
    alike = [o for o, _ in told.rows if o.numbered and not o.subset and singular(o.a.lower[o.counted.head]) == noun]
    return bool(alike) and alike[-1].outcome == "killed"


def _key(q: Quantity | None) -> tuple[int, ...]:
    """What must agree for two figures to be the same: the numbers as written, or the reading of the words."""
    if q is None:
        return ()
    if q.stated:
        return q.stated
    return tuple(-1 if n is None else n for n in (q.low, q.best, q.high))


def _once(rows: list[tuple[Draft, Claim]]) -> list[tuple[Draft, Claim]]:
    """Each figure of a speaker once: the fullest telling stays; a plural that a number explains goes."""
    kept: list[tuple[Draft, Claim]] = []
    for d, c in rows:
        twin = next((k for k, (o, e) in enumerate(kept) if _same(o, e, d, c)), None)
        if twin is None:
            kept.append((d, c))
            continue
        o, e = kept[twin]
        if _fullness(o, e) < _fullness(d, c):
            kept[twin] = d, replace(c, when=c.when or e.when, where=c.where or e.where)
            _adopt(kept, rows, o, d)
        else:
            kept[twin] = o, replace(e, when=e.when or c.when, where=e.where or c.where, cause=e.cause or c.cause)
            _adopt(kept, rows, d, o)
    return [(d, c) for d, c in kept if not _explained(d, c, kept)]


def _adopt(kept: list[tuple[Draft, Claim]], rows: list[tuple[Draft, Claim]], gone: Draft, stays: Draft) -> None:
    for o, _ in [*kept, *rows]:
        if o.parent is gone and o is not stays:
            o.parent = stays


def _same(o: Draft, e: Claim, d: Draft, c: Claim) -> bool:
    if e.outcome != c.outcome or not _as_many(o, d) or o.twin != d.twin or (e.status == "denied") != (c.status == "denied"):
        return False
    if o.own_hand != d.own_hand and d.a is o.a:
        return False  # "shot his wife to death and then killed himself"
    if o.parent is not d.parent and (o.parent is not None or d.parent is not None) and not (o.parent is d or d.parent is o):
        return False
    if o.parent is not None and o.parent is d.parent and o.a is d.a and _group_text(e) != _group_text(c):
        return False  # "two women and two children"
    mine, theirs = _voice(e), _voice(c)
    if mine != theirs and None not in (mine, theirs):
        return False
    laid = _laid(o) or _laid(d)
    if not laid and e.when is not None and c.when is not None and (e.when.first > c.when.last or c.when.first > e.when.last):
        return False
    if mine != theirs:
        # The outlet's headline or lede repeats what a speaker says: a number that is no small one.
        q = c.quantity
        return q is not None and (q.best or q.low or 0) > 2
    if c.quantity is not None and c.quantity.best == 1 and not (o.anaphor or d.anaphor):
        if EXTRA in c.flags and EXTRA not in e.flags:
            return False
        if o.a is not d.a:
            return _group_text(e) == _group_text(c)
        # "captured a facilitator and one fighter", "Ana Orl died … Tam Reke died": another person is told of
        return not another(e, c)
    return True


def _as_many(o: Draft, d: Draft) -> bool:
    """True for one number, also where one telling names them one by one and the other counts them."""
    p, q = o.counted.quantity, d.counted.quantity
    if o.key == d.key or p is None or q is None:
        return o.key == d.key
    return "listed" in (p.wording, q.wording) and p.best == q.best and p.low == q.low == q.high == p.high


def _laid(d: Draft) -> bool:
    """True for those who are buried, which is another day than that of their death."""
    return any(d.a.lower[k] in _BURIED for k in (d.mention.trigger, d.mention.clause) if k is not None)


def _voice(c: Claim) -> str | None:
    """The nearest speaker by name; None for the outlet's own voice."""
    return None if c.said_by[0].kind == "outlet" else (c.said_by[0].source or c.said_by[0].name)


def _group_text(c: Claim) -> str:
    return (c.group.text or "").lower() if c.group else ""


def _fullness(d: Draft, c: Claim) -> int:
    """How much a telling says: a speaker, a day of speaking, a group, a whole; a headline says less."""
    ended = not _headline(d)
    return (
        2 * (_voice(c) is not None)
        + 2 * ended
        + (c.said_by[0].said is not None)
        + (c.group is not None and c.group.text is not None)
        + (not d.subset)
    )


def _headline(d: Draft) -> bool:
    """True where the unit ends without a full stop."""
    return d.a.unit.words[-1] not in (".", "!", "?", "”", '"', "…", "’")


def _explained(d: Draft, c: Claim, kept: list[tuple[Draft, Claim]]) -> bool:
    """True for "people were killed" where the same voice, or the outlet's, gives the number in the same text."""
    q = c.quantity
    sent = c.outcome in SENT and c.status in ("possible", "planned", "forecast")
    if q is None or q.wording != "plural" or d.mention.frame == "included" or not (sent or c.status == "happened"):
        return False
    mine = None if _headline(d) else _voice(c)
    own = d.mention.frame == "lose"  # "we lost people" is not explained by what others say of theirs
    return any(
        o is not d
        and (o.numbered or (sent and e.quantity is not None and e.quantity.wording != "plural"))
        and e.outcome == c.outcome
        and e.status == c.status
        and (_voice(e) == mine or (mine is None and not own))
        and not _apart(c, e)
        and not _others(d, o)
        for o, e in kept
    )


def _apart(a: Claim, b: Claim) -> bool:
    if a.when is not None and b.when is not None and (a.when.first > b.when.last or b.when.first > a.when.last):
        return True
    mine, theirs = (x.group.nation if x.group else None for x in (a, b))
    return mine is not None and theirs is not None and mine != theirs


def _others(d: Draft, o: Draft) -> bool:
    """True for people of two callings: the number of teachers who were killed does not say how many priests were."""
    mine, theirs = (x.a.lower[x.counted.head] for x in (d, o))
    named = lexicon.role(mine) == lexicon.role(theirs) == "civilian" and not {mine, theirs} & lexicon.listed("anyone")
    return named and singular(mine) != singular(theirs)


def _parts(rows: list[tuple[Draft, Claim]]) -> tuple[Claim, ...]:
    """The claims in order, each part with the id of its whole."""
    ids = {id(d): c.id for d, c in rows}
    out = []
    for d, c in rows:
        whole = ids.get(id(d.parent)) if d.parent is not None else _whole(d, c, rows) or _running(d, c, rows)
        out.append(replace(c, part_of=whole) if whole is not None and whole != c.id else c)
    return tuple(sorted({c.id: c for c in out}.values(), key=lambda c: (c.span, c.outcome, c.id)))


def _whole(d: Draft, c: Claim, rows: list[tuple[Draft, Claim]]) -> str | None:
    """The figure of an earlier unit that "two of them" belongs to."""
    if not d.subset:
        return None
    before = [
        (o, e)
        for o, e in rows
        if o.numbered and not o.subset and e.outcome == c.outcome and e.span[0] < c.span[0] and _top(e) >= _least(c)
    ]
    # "three of the soldiers": of those soldiers, before any militants told of since
    noun = singular(d.a.lower[d.counted.head])
    alike = [e for o, e in before if singular(o.a.lower[o.counted.head]) == noun]
    return (alike or [e for _, e in before])[-1].id if before else None


def _running(d: Draft, c: Claim, rows: list[tuple[Draft, Claim]]) -> str | None:
    """The running total, told right before or behind, that the new dead of a period belong to."""
    if c.scope != "period" or d.subset or not d.numbered or c.when is None or c.status != "happened":
        return None
    mine = _voice(c)
    totals = [
        (abs(e.span[0] - c.span[0]), e.id)
        for o, e in rows
        if (e.scope, e.outcome, e.status) == ("total", c.outcome, c.status)
        and o.numbered
        and (_voice(e) == mine or None in (_voice(e), mine))
        and e.when is not None
        and e.when.first <= c.when.first
        and c.when.last <= e.when.last
        and _top(e) >= _least(c)
        and not _others(d, o)
    ]
    near = min(totals, default=None)
    return near[1] if near is not None and near[0] <= _BESIDE else None


def _top(c: Claim) -> float:
    q = c.quantity
    return float("inf") if q is None or q.high is None else q.high


def _least(c: Claim) -> int:
    return (c.quantity.low or 0) if c.quantity is not None else 0
