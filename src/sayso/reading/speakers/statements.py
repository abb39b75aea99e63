"""Who says what in a document: every attributed span with its speakers, nearest first, and who speaks at a given span?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model import Attribution, Document, Span, Stance, Statement, When
from sayso.reading.speakers.impersonals import impersonals
from sayso.reading.speakers.passages import Passage, announced, passages
from sayso.reading.speakers.players import Player
from sayso.reading.speakers.sayings import Saying
from sayso.reading.speakers.speakers import Cast, step
from sayso.reading.speakers.stances import certainty_in, said_on, stance_in
from sayso.reading.speakers.unverified import unverified
from sayso.reading.speakers.voices import PRONOUNS, Voice, heads
from sayso.reading.times import times
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import certainty
from sayso.reading.words.clauses import relative
from sayso.reading.words.hedges import Hedge, hedges, stacked
from sayso.reading.words.nations import nation_words
from sayso.schema import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """A document, who speaks in it, which times it names, and the hedges of each passage."""

    document: Document
    cast: Cast
    days: Sequence[times.Time]
    hedges: Mapping[int, Sequence[Hedge]]


_NO = frozenset(("no", "none", "nobody", "not", "never"))
_INSTITUTIONS = frozenset(("government", "military", "intelligence", "police", "emergency", "party", "local-official"))


def find(document: Document, analyses: Sequence[Analysis], days: Sequence[times.Time] | None = None) -> tuple[Statement, ...]:
    """Every statement of a document in the order of the text: attributed, continued, or hedged by the outlet.

    `days` are the times of the document where they have been found already.
    """
    found = passages(document, analyses)
    cast = _cast(document, found)
    days = times.find(document.text, document.day) if days is None else days
    hedged = {p.number: hedges(p.analysis) for p in found}
    scene = _Scene(document=document, cast=cast, days=days, hedges=hedged)
    out: list[Statement] = []
    for p in found:
        chains: dict[int, tuple[Attribution, ...]] = {}
        told = any(b <= p.analysis.unit.start < e for t in out if t.cue for b, e in t.content)
        ahead = announced(found, p)
        own = [
            _statement(document, p, k, _chain(scene, p, k, chains), ahead if k + 1 == len(p.sayings) else ())
            for k in range(len(p.sayings))
        ]
        out += [s for s in own if s is not None]
        beside = _beside(scene, found, p)
        if not told:  # by the paragraph before, which announces the quotation
            out += _voiced(document, p, beside) if beside else _continued(document, p, out)
    out += [_impersonal(document, p.analysis, s) for p in found for s in impersonals(p.analysis, p.sayings)]
    bare = [(p, stacked([h for h in hedged[p.number] if _cued(p, h) is None])) for p in found]
    out += [_hedged(document, p.analysis, h, out) for p, own in bare for h in own]
    for span, left in unverified(found, hedged):
        out = [_unverified(s, left) if span[0] <= s.span[0] < span[1] else s for s in out]
    once = {s.id: s for s in reversed(out)}  # the same words of the same speakers, found in two ways, are one statement
    return tuple(sorted(once.values(), key=lambda s: (s.span, s.cue, s.id)))


def speakers_at(document: Document, statements: Sequence[Statement], span: Span) -> tuple[Attribution, ...]:
    """Who says the words of a span: nearest speaker first, the outlet last; the outlet alone where nobody else does."""
    found = statement_at(statements, span)
    return found.said_by if found else (outlet(document),)


def statement_at(statements: Sequence[Statement], span: Span) -> Statement | None:
    """The innermost statement whose content has most of a span; failing that, one whose cue and content embrace it."""
    near = [s for s in statements if s.span[0] < span[1] and span[0] < s.span[1]]
    inside = [s for s in near if _covered(s.content, span) >= 0.5]
    if not any(len(s.said_by) > 1 for s in inside):
        inside += [s for s in statements if s.cue and len(s.said_by) > 1 and _covered((_hull(s),), span) >= 0.5]
    inside = [s for s in inside if len(s.said_by) > 1] or [s for s in inside if not s.outermost]
    inside = [s for s in inside if not any(_passes_on(s, t) or _beside_first(s, t) for t in inside)]
    return min(inside, key=lambda s: (_size(s), s.outermost, not s.cue, s.said_by[0].certainty or (0.0, 0.0), s.id), default=None)


def outlet(document: Document) -> Attribution:
    """The publishing outlet as the last step of every chain; its name is empty where it is not known."""
    return Attribution(name=document.outlet or "", kind="outlet", stance="publishes", certainty=certainty("publishes"))


def _passes_on(s: Statement, t: Statement) -> bool:
    """True where `s` only passes on what `t` says at greater length: the tail of its chain over about the same words."""
    tail = [a.source for a in t.said_by[-len(s.said_by) :]]
    return len(t.said_by) > len(s.said_by) and tail == [a.source for a in s.said_by] and 2 * _size(s) > _size(t)


def _beside_first(s: Statement, t: Statement) -> bool:
    """True where `s` gives the second of two speakers for the very words of `t`: a claim is the first one's."""
    return bool(s.cue) and (s.cue, s.content) == (t.cue, t.content) and bool(t.source) and t.source < s.source


def _size(s: Statement) -> int:
    return sum(e - b for b, e in s.content)


def _covered(pieces: Sequence[Span], span: Span) -> float:
    start, end = span
    shared = sum(min(e, end) - max(b, start) for b, e in pieces if b < end and start < e)
    return shared / max(1, end - start)


def _hull(s: Statement) -> Span:
    parts = (*s.source, *s.cue, *s.content)
    return min(parts)[0], max([e for _, e in parts])


def _cast(document: Document, found: Sequence[Passage]) -> Cast:
    """The speakers of a document: every phrase heard in the order of the text, the headlines after the body."""
    speaking = {(p.number, s.source[0]) for p in found for s in p.sayings if s.source and s.manner != "aside"}
    cast = Cast(
        document=document.id, support=frozenset(w.nation for w in nation_words(document.text)), speaking=frozenset(speaking)
    )
    for p in sorted(found, key=lambda p: p.headline):
        for place, voice in p.voices:
            cast.hear(voice, (p.number, place), headline=p.headline, told=p.told(place))
    cast.settle()
    cast.arm(document.text)
    return cast


def _chain(scene: _Scene, p: Passage, k: int, chains: dict[int, tuple[Attribution, ...]]) -> tuple[Attribution, ...]:
    """The speakers of a saying, nearest first, the outlet last."""
    document, cast, days = scene.document, scene.cast, scene.days
    if k in chains:
        return chains[k]
    chains[k] = (outlet(document),)
    s = p.sayings[k]
    parent = p.parent(k)
    own = (
        s.source is not None
        and s.source[1] - s.source[0] == 1
        and p.analysis.lower[s.source[0]] in ("its", "his", "her", "their")
    )
    if s.manner == "aside" and not (own and s.noun):
        parent = None
    beyond = _chain(scene, p, parent, chains) if parent is not None else (outlet(document),)
    bare = (
        s.manner == "nested"
        and s.source is not None
        and p.analysis.lower[s.source[0]] in PRONOUNS
        and p.analysis.unit.quotes[s.cue[0]] == 1
    )
    players = [] if bare or _intends(p.analysis, s) or (own and parent is not None) else _players(document, cast, p, s)
    stance, sure = stance_in(p.analysis, s), certainty_in(p.analysis, s)
    passed_on = [h.left for h in scene.hedges[p.number] if _cued(p, h) is s and not h.itself]
    beyond = (_unsure(beyond[0], passed_on), *beyond[1:])
    cue = _chars(p.analysis, s.cue)
    said = said_on(document, p.analysis, p.sayings, s, days)
    if not players:
        quoted = s.manner == "nested" and p.analysis.unit.quotes[s.cue[0]] == 1 and s.source is not None
        if len(beyond) > 1 and quoted:
            own_words = s.source is not None and p.analysis.lower[s.source[0]] in ("i", "we")
            chains[k] = (_in_own_words(beyond[0], stance, sure), *beyond[1:]) if own_words else beyond
        else:
            chains[k] = (replace(beyond[0], stance=stance, certainty=sure), *beyond[1:])
        return chains[k]
    steps = []
    main = len(p.cited_voices(document.text, s))
    for n, (voice, player) in enumerate(players):
        mine = n <= main or n == 0
        steps.append(
            replace(
                step(cast, player),
                span=(p.analysis.unit.spans[voice.start][0], p.analysis.unit.spans[voice.end - 1][1]),
                cue=cue,
                stance=stance if n == 0 or mine else "reports",
                certainty=sure if n == 0 or mine else certainty("reports"),
                said=said if n == min(main, len(players) - 1) else None,
            )
        )
    if main and steps[-1].kind == "other" and not steps[-1].unnamed and not players[-1][1].person:
        steps[-1] = replace(steps[-1], kind="media")  # who cites another for it passes it on
    if stance == "says" and _goes_on_denying(p, k, steps[0], chains):
        steps[0] = replace(steps[0], stance="denies", certainty=certainty("denies"))
    if steps[0].said is None and not s.noun:
        steps[0] = replace(steps[0], said=_said_before(p, k, steps[0], chains))
    if len(beyond) > 1 and _same(steps[-1], beyond[0]):
        steps[-1] = replace(beyond[0], cue=cue, stance=stance, certainty=sure, said=steps[-1].said or beyond[0].said)
        beyond = beyond[1:]
    if len(steps) == 1 and any(steps[0].source == b.source for b in beyond[1:-1]):
        steps = []  # who passes on another is told once: "according to A, citing B"
    if len(beyond) == 1 and steps and steps[-1].name and steps[-1].name.casefold() == beyond[0].name.casefold():
        steps = steps[:-1]  # the outlet by its own name: "the Herald has learned from"
    chains[k] = (*steps, *beyond)
    return chains[k]


def _said_before(p: Passage, k: int, mine: Attribution, chains: dict[int, tuple[Attribution, ...]]) -> When | None:
    """The day of speaking that the same speaker's earlier cue in the sentence gives: "X said on Monday ...; it said ..."."""
    sentence = p.analysis.unit.sentences[p.sayings[k].cue[0]]
    for i in range(k - 1, -1, -1):
        same = p.analysis.unit.sentences[p.sayings[i].cue[0]] == sentence
        if relative(p.analysis, p.sayings[i].cue[0]) is not None:
            continue  # "X, which confirmed it last month, put it at six": that day is another one's
        if same and i in chains and chains[i][0].source == mine.source and chains[i][0].said:
            return chains[i][0].said
    return None


def _goes_on_denying(p: Passage, k: int, mine: Attribution, chains: dict[int, tuple[Attribution, ...]]) -> bool:
    """True for "no one was lost", said by who has just denied or dismissed something."""
    content = p.sayings[k].content
    words = [w for w in p.analysis.lower[content[0][0] : content[0][0] + 2] if w.isalpha()] if content else []
    before = chains.get(k - 1)
    return (
        bool(words)
        and words[0] in _NO
        and before is not None
        and before[0].source == mine.source
        and before[0].stance == "denies"
    )


def _intends(a: Analysis, s: Saying) -> bool:
    """True for "plans to", "intends to": an intention told by the outlet, not a saying."""
    return any(a.lower[i] in heads("intent", "words") for i in range(*s.cue))


def _same(inner: Attribution, outer: Attribution) -> bool:
    """True for one speaker twice, and for a nation or "the government" within what its own institution says."""
    if inner.source == outer.source or (outer.affiliation is not None and inner.name == outer.affiliation):
        return True
    own = (
        inner.kind == "government"
        and outer.kind in _INSTITUTIONS
        and (inner.party or outer.party) in (outer.party, inner.party, None)
    )
    general = inner.unnamed or (inner.party is not None and inner.name.casefold() == inner.party)
    return (
        own
        and general
        and (inner.party is None or outer.party in (None, inner.party))
        and inner.name.casefold() != outer.name.casefold()
    )


def _players(document: Document, cast: Cast, p: Passage, s: Saying) -> list[tuple[Voice, Player]]:
    """The speakers of a saying, nearest first: whom the source cites, the source, who passed it on."""
    out: list[tuple[Voice, Player]] = []
    who = s.source or s.speaker
    source = p.voices_in(document.text, who) if who else ()
    relays = tuple(v for r in s.relays for v in p.voices_in(document.text, r))
    for v in (*p.cited_voices(document.text, s), *source, *relays):
        player = cast.hear(v, (p.number, v.start))
        if player is not None and all(player is not q for _, q in out):
            out.append((v, player))
    return out


def _statement(
    document: Document, p: Passage, k: int, chain: tuple[Attribution, ...], ahead: tuple[Span, ...] = ()
) -> Statement | None:
    s = p.sayings[k]
    if len(chain) == 1 and s.manner != "model":
        return None
    content = tuple(_chars(p.analysis, r) for r in s.content) or ahead
    cue = (_chars(p.analysis, s.cue),)
    source = (_chars(p.analysis, s.source),) if s.source else ()
    top = p.parent(k) is None and s.manner in ("model", "closed") and not s.inner
    return _make(document, chain, (source, cue, content), outermost=top)


def _make(
    document: Document,
    chain: tuple[Attribution, ...],
    parts: tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]],
    *,
    outermost: bool,
) -> Statement:
    source, cue, content = parts
    where = content or cue
    span = min(b for b, _ in where), max(e for _, e in where)
    return Statement(
        id=content_id("st", document.id, parts, [a.name for a in chain]),
        document=document.id,
        span=span,
        quote=document.text[span[0] : span[1]],
        said_by=chain,
        source=source,
        cue=cue,
        content=content,
        outermost=outermost,
    )


def _beside(scene: _Scene, found: Sequence[Passage], p: Passage) -> tuple[Attribution, ...]:
    """Who speaks in a paragraph that is all quotation: whom the line under it names, or who "spoke" in the one before it."""
    if not p.wholly_quoted:
        return ()
    before, after = found[max(0, p.number - 1)], found[min(len(found) - 1, p.number + 1)]
    for q, who in ((after, after.signature), (before, before.teller)):
        heard = (
            (v, scene.cast.hear(v, (q.number, v.start)))
            for v in (q.voices_in(scene.document.text, who) if who and q is not p else ())
        )
        for voice, player in heard:
            if player is not None:
                span = _chars(q.analysis, (voice.start, voice.end))
                return replace(step(scene.cast, player), span=span, certainty=certainty("says")), outlet(scene.document)
    return ()


def _voiced(document: Document, p: Passage, chain: tuple[Attribution, ...]) -> list[Statement]:
    """The sentences of a paragraph as statements of these speakers."""
    return [_make(document, chain, ((), (), (_chars(p.analysis, rng),)), outermost=False) for rng, _ in p.loose()]


def _continued(document: Document, p: Passage, so_far: Sequence[Statement]) -> list[Statement]:
    """Words without a cue of their own that go on with a speaker's account."""
    out: list[Statement] = []
    loose = list(p.loose())
    mine = [s for s in so_far if s.cue and p.analysis.unit.start <= s.cue[0][0] < p.analysis.unit.end] if loose else []
    if not mine and all(kind not in ("perfect", "quoted") for _, kind in loose):
        return out
    last = max((s for s in so_far if s.cue and s.span[0] < p.analysis.unit.spans[0][0]), key=lambda s: s.cue, default=None)
    for rng, kind in loose:
        start = p.analysis.unit.spans[rng[0]][0]
        before = max((s for s in mine if s.cue[0][0] < start), key=lambda s: s.cue, default=None)
        after = min((s for s in mine if s.cue[0][0] >= start), key=lambda s: s.cue, default=None)
        speaker = after if kind == "told" else before or (last if kind in ("perfect", "quoted") else None)
        if speaker is None or len(speaker.said_by) < 2:
            continue
        if kind == "free" and (after is None or before is None or after.said_by[0].source != before.said_by[0].source):
            continue
        chain = speaker.said_by
        if chain[0].stance in ("denies", "doubts", "fears", "retracts", "forecasts", "believes"):
            chain = (replace(chain[0], stance="says", certainty=certainty("says")), *chain[1:])
        out.append(_make(document, chain, ((), (), (_chars(p.analysis, rng),)), outermost=False))
    return out


def _cued(p: Passage, h: Hedge) -> Saying | None:
    """The saying whose cue a hedge stands on: "reportedly said" is a doubt of whoever passes it on, not of the speaker."""
    named = [s for s in p.sayings if (s.source or s.speaker) and h.verb in range(*s.cue)]
    return next((s for s in named if not any(b <= h.verb < e for b, e in s.content)), None)


def _in_own_words(a: Attribution, stance: Stance, sure: tuple[float, float]) -> Attribution:
    """Who says "We believe that ..." believes it, and who says "We have said that ..." says it."""
    return _unsure(a, [sure]) if stance in ("says", "reports") else replace(a, stance=stance, certainty=sure)


def _unsure(a: Attribution, left: Sequence[tuple[float, float]]) -> Attribution:
    """A step with its certainty lowered by hedges."""
    low, high = a.certainty or (0.0, 1.0)
    return replace(a, certainty=(min([low, *(h[0] for h in left)]), min([high, *(h[1] for h in left)]))) if left else a


def _impersonal(document: Document, a: Analysis, s: Saying) -> Statement:
    """What is given for nobody named, as a statement of the outlet's own with the cue's stance."""
    chain = (replace(outlet(document), stance=stance_in(a, s), certainty=certainty_in(a, s)),)
    content = tuple(_chars(a, r) for r in s.content)
    return _make(document, chain, ((), (_chars(a, s.cue),), content), outermost=True)


def _unverified(s: Statement, left: tuple[float, float]) -> Statement:
    """What somebody else says, with the certainty of who passes it on lowered: the outlet could not confirm it."""
    return replace(s, said_by=(*s.said_by[:-1], _unsure(s.said_by[-1], [left]))) if len(s.said_by) > 1 else s


def _hedged(document: Document, a: Analysis, h: Hedge, so_far: Sequence[Statement]) -> Statement:
    """A clause that a modal, a wording of doubt or an impersonal passive hedges, as a statement of whoever speaks there."""
    scope, words = _chars(a, h.scope), _chars(a, h.words)
    holder = statement_at(so_far, scope)
    within = [(max(b, scope[0]), min(e, scope[1])) for b, e in holder.content] if holder else []
    pieces = tuple((b, e) for b, e in within if b < e)
    content = pieces if any(b <= words[0] < e for b, e in pieces) else (scope,)
    chain = holder.said_by if holder else (outlet(document),)
    first_step = chain[0]
    lowered = h.left if h.stance == "doubts" else certainty(h.stance or first_step.stance, [h.left])
    stance = (
        first_step.stance
        if h.stance is None or first_step.kind == "outlet" or first_step.stance in ("denies", "retracts", "doubts")
        else h.stance
    )
    chain = (_unsure(replace(first_step, stance=stance), [lowered]), *chain[1:])
    return _make(document, chain, ((), (words,), content), outermost=False)


def _chars(a: Analysis, r: tuple[int, int]) -> Span:
    return a.unit.spans[r[0]][0], a.unit.spans[r[1] - 1][1]
