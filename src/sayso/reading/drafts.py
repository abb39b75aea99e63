"""Which mentions of harm in a unit become figures: who, how many, with what status, and which is part of which?"""

from dataclasses import dataclass, field, replace

from sayso.model import Outcome, Quantity, Scope, Span, Status
from sayso.reading import grammar, lexicon
from sayso.reading.analysis import Analysis
from sayso.reading.counts import Counted, Figures, count, quantity
from sayso.reading.mentions import Mention, find
from sayso.reading.status import clause_words, scope, status

_SUBSET = frozenset(("including", "includes", "included", "include"))
_OF_THEM = frozenset(("them", "whom", "these", "those", "which"))
_SENT = frozenset(("deployed", "engaged", "evacuated"))
_LUMPABLE = frozenset(("killed", "wounded", "captured", "casualties"))


@dataclass(slots=True, kw_only=True)
class Draft:
    """A figure in the making: its mention, its count, and what is known of it so far."""

    a: Analysis
    mention: Mention
    counted: Counted
    outcome: Outcome
    status: Status
    scope: Scope
    span: Span
    sentence: Span
    parent: "Draft | None" = None
    subset: bool = False
    anaphor: bool = False
    key: tuple[int, ...] = field(default=())

    @property
    def numbered(self) -> bool:
        """True where the text gives a number."""
        q = self.counted.quantity
        return q is not None and bool(q.stated or q.wording == "listed")


def drafts(a: Analysis, figures: Figures, text: str) -> list[Draft]:
    """The figures of one unit, in order of their words."""
    out: list[Draft] = []
    used: set[int] = set()
    mentions = find(a)
    for m in mentions:
        if m.frame == "toll":
            continue
        for counted in _counted(a, m, figures):
            if counted.figure is not None:
                used.update(figures.words(counted.figure))
            draft = _draft(a, m, counted, text)
            if draft is not None:
                out.append(draft)
    out += _adjacent(a, figures, used, text)
    out += _passives(a, figures, used, {d.mention.trigger for d in out if d.numbered}, text)
    numbered = {d.mention.trigger for d in out if d.numbered}
    out += [d for m in mentions if m.trigger not in numbered for d in _carried(a, m, figures, used, text)]
    out = _lumped(out, text)
    out += _included(a, out, figures, used, text)
    _parts(a, out)
    return sorted(out, key=lambda d: (d.span, d.outcome))


def _counted(a: Analysis, m: Mention, figures: Figures) -> list[Counted]:
    found = count(a, m.victims, figures)
    if not m.loose:
        return found
    # A plain noun ("the wounded", "casualties") is a figure where it has a number or the clause asserts it.
    kept = [c for c in found if c.figure is not None or (c.quantity is not None and c.quantity.best == 0)]
    if kept or m.frame not in ("noun", "attribute"):
        return kept
    return found if m.frame == "noun" and _asserted(a, m) else []


def _asserted(a: Analysis, m: Mention) -> bool:
    """True where losses or casualties are suffered, caused, confirmed or said to be there."""
    verb = m.clause
    if verb is None or m.outcome != "casualties":
        return False
    near = a.heads[m.trigger] == verb or verb == m.trigger
    existential = any(a.rels[c] == "expl" for c in a.children[verb]) or any(a.rels[c] == "expl" for c in a.children[m.trigger])
    return near and (existential or a.lower[verb] in lexicon.forms("suffer"))


def _draft(a: Analysis, m: Mention, counted: Counted, text: str) -> Draft | None:
    state = status(a, m)
    if state is None:
        return None
    outcome, amount = m.outcome, counted.quantity
    verb = m.clause if m.clause is not None else m.trigger
    if amount is None:
        return None
    if m.frame != "survive" and (grammar.negated(a, verb) or (verb != m.trigger and grammar.negated(a, m.trigger))):
        return None
    if outcome in ("deployed", "engaged") and a.rels[m.trigger] == "acl" and not amount.stated:
        # "the troops sent to the war": spoken of in passing, not claimed.
        return None
    if a.lower[m.trigger] in lexicon.listed("unharmed"):
        if not counted.figure:
            return None
        amount = Quantity(low=0, best=0, high=0, wording="none", stated=(0,))
    if state == "denied" and (amount.wording == "plural" or amount.best == 0):
        # "denied that any were captured" denies them all.
        amount = Quantity(low=0, best=0, high=0, wording="none")
    words = [m.trigger, counted.head, *(_figure_words(a, counted))]
    span = a.unit.spans[min(words)][0], a.unit.spans[max(words)][1]
    sentence = sentence_of(a, m.trigger)
    inside = clause_words(a, verb, m.trigger)
    clause = " ".join(a.unit.words[k] for k in inside)
    return Draft(
        a=a,
        mention=m,
        counted=replace(counted, quantity=amount),
        outcome=outcome,
        status=state,
        scope=scope(clause, outcome, state),
        span=span,
        sentence=sentence,
        subset=m.among or _of_them(a, counted),
        anaphor=_anaphor(a, counted),
    )


def _figure_words(a: Analysis, counted: Counted) -> list[int]:
    if counted.figure is None:
        return []
    return [i for i, (s, e) in enumerate(a.unit.spans) if s < counted.figure.span[1] and counted.figure.span[0] < e]


def sentence_of(a: Analysis, i: int) -> Span:
    """The sentence of a word, as a span of the document."""
    mine = [k for k, s in enumerate(a.unit.sentences) if s == a.unit.sentences[i]]
    return a.unit.spans[mine[0]][0], a.unit.spans[mine[-1]][1]


def _anaphor(a: Analysis, counted: Counted) -> bool:
    """True for "the soldiers", "his men", "he": people already spoken of, without a number of their own."""
    if counted.pronoun:
        return True
    if counted.figure is not None or counted.listed:
        return False
    return any(a.lower[c] in ("the", "these", "those", "that", "this", "his", "her", "their", "both") for c in a.children[counted.head])


def _of_them(a: Analysis, counted: Counted) -> bool:
    """ "two of them", "four of whom", "three of the dead": part of a figure given before."""
    if counted.figure is None:
        return False
    words = _figure_words(a, counted)
    last = max(words)
    following = [a.lower[i] for i in range(last + 1, min(len(a), last + 4))]
    if following[:1] == ["of"] and len(following) > 1:
        return following[1] in _OF_THEM or (following[1] == "the" and len(following) > 2)
    before = [a.lower[i] for i in range(max(0, min(words) - 3), min(words))]
    return before[-2:] in (["of", "them"], ["of", "whom"], ["among", "them"])


def _adjacent(a: Analysis, figures: Figures, used: set[int], text: str) -> list[Draft]:
    """ "and injured seven", "killing up to 15": a verb of harm with a bare figure right behind it, however the parse hangs it."""
    out: list[Draft] = []
    for figure, words in figures.all:
        if used & set(words):
            continue
        found = _beside(a, words)
        if found is None:
            continue
        i, sense = found
        head = words[-1]
        if a.rels[head] == "nummod" and a.heads[head] > head:
            head = a.heads[head]
        mention = Mention(outcome=sense.outcome, trigger=i, victims=(head,), agent=grammar.agent(a, i), clause=i, frame="adjacent")
        draft = _draft(a, mention, Counted(quantity=quantity(figure), head=head, figure=figure), text)
        if draft is not None:
            used.update(words)
            out.append(draft)
    return out


def _beside(a: Analysis, words: tuple[int, ...]) -> tuple[int, lexicon.Sense] | None:
    """The verb of harm right before a figure ("injured seven") or its participle right behind a bare one ("eight martyred")."""
    i, following = words[0] - 1, words[-1] + 1
    behind = a.lower[following : following + 4]
    if i >= 0 and a.unit.sentences[i] == a.unit.sentences[words[0]]:
        sense = next((s for s in lexicon.senses().get(a.lower[i], ()) if s.frame == "transitive"), None)
        if sense is not None and a.upos[i] in ("VERB", "AUX") and grammar.child(a, i, "aux:pass") is None and not (set(behind[:2]) & lexicon.things()):
            armed = sense.base in lexicon.listed("armed_only")
            strict = sense.base in lexicon.listed("people_only")
            if not strict or any(w in lexicon.troops() if armed else lexicon.person(w) for w in behind):
                return i, sense
    if following < len(a) and a.unit.sentences[following] == a.unit.sentences[words[0]] and a.xpos[following] in ("VBN", "VBD", "JJ"):
        sense = next((s for s in lexicon.senses().get(a.lower[following], ()) if s.frame in ("transitive", "state")), None)
        if sense is not None and sense.outcome in ("killed", "wounded", "captured", "missing") and sense.base not in ("destroy", "seize"):
            return following, sense
    return None


def _passives(a: Analysis, figures: Figures, used: set[int], taken: set[int], text: str) -> list[Draft]:
    """ "Six miners, most of them boys, were killed": a figure of people and a passive of harm after it, however the parse hangs them."""
    out: list[Draft] = []
    for figure, words in figures.all:
        if used & set(words):
            continue
        noun = [i for i, (s, e) in enumerate(a.unit.spans) if figure.noun is not None and s < figure.noun[1] and figure.noun[0] < e]
        if not noun or not lexicon.person(a.lower[noun[-1]]):
            continue
        head = noun[-1]
        found = _passive_after(a, head)
        if found is None or found[1].outcome in _SENT or found[0] in taken:
            continue
        i, sense = found
        mention = Mention(outcome=sense.outcome, trigger=i, victims=(head,), agent=grammar.agent(a, i), clause=i, frame="passive")
        draft = _draft(a, mention, Counted(quantity=quantity(figure), head=head, figure=figure), text)
        if draft is not None:
            used.update(words)
            out.append(draft)
    return out


def _passive_after(a: Analysis, head: int) -> tuple[int, lexicon.Sense] | None:
    """The participle or state of harm behind a noun, with a form of "be" right before it and no other verb on the way but in commas."""
    for i in range(head + 1, min(len(a), head + 18)):
        if a.unit.sentences[i] != a.unit.sentences[head] or a.lower[i] in (";", "who", "which", "that", "when", "while", "as"):
            return None
        sense = next((s for s in lexicon.senses().get(a.lower[i], ()) if s.frame in ("transitive", "state", "intransitive")), None)
        if a.lower[i] == "lost" and {"life", "lives"} & set(a.lower[i + 1 : i + 4]):
            return i, lexicon.Sense(outcome="killed", frame="intransitive", base="lose")
        if sense is None:
            if a.upos[i] == "VERB" and a.xpos[i] in ("VBD", "VBZ", "VBP"):
                return None
            continue
        before = a.lower[max(head, i - 3) : i]
        if sense.frame == "intransitive" and a.xpos[i] in ("VBD", "VBN"):
            return i, sense
        if any(w in ("were", "was", "been", "are", "is", "be") for w in before) and not any(w in ("not", "n't") for w in before):
            return i, sense
        return None
    return None


def _carried(a: Analysis, m: Mention, figures: Figures, used: set[int], text: str) -> list[Draft]:
    """The number that a verb carries to a toll: "the toll rose to eight", "put the dead at 14"."""
    if m.frame not in ("toll", "state", "noun") or (m.frame != "toll" and not m.loose):
        return []
    verb = m.clause if m.clause is not None else m.trigger
    best: tuple[int, Counted] | None = None
    for figure, words in figures.all:
        if used & set(words) or a.unit.sentences[words[0]] != a.unit.sentences[m.trigger]:
            continue
        head = words[-1]
        over = [head, *a.above(head)]
        direct = m.trigger in over[:4]
        marked = words[0] > 0 and a.lower[words[0] - 1] in ("to", "at", "of", "as", "by", "reached", "stands", "stood", "was", "is", "totalled", ":", "exceeded", "passed")
        carried = verb in over and a.lower[verb] in lexicon.forms("carry") and marked
        close = marked and 0 < words[0] - m.trigger <= 5 and not any(a.upos[k] == "VERB" for k in range(m.trigger + 1, words[0]))
        if not (direct or carried or close):
            continue
        distance = abs(words[0] - m.trigger)
        if best is None or distance < best[0]:
            best = distance, Counted(quantity=quantity(figure), head=head, figure=figure)
    if best is None:
        return []
    used.update(_figure_words(a, best[1]))
    draft = _draft(a, m, best[1], text)
    return [draft] if draft is not None else []


def _lumped(found: list[Draft], text: str) -> list[Draft]:
    """One figure under two outcomes at once ("30 dead and wounded") is a figure of casualties."""
    out: list[Draft] = []
    for d in found:
        twin = next(
            (o for o in out if o.outcome != d.outcome and o.counted.figure is not None and o.counted.figure is d.counted.figure and {o.outcome, d.outcome} <= _LUMPABLE),
            None,
        )
        if twin is None:
            out.append(d)
        else:
            # "shot and killed" is killed; "killed or wounded" is neither told apart.
            narrow = [x for x in (twin.outcome, d.outcome) if x != "casualties"]
            twin.outcome = narrow[0] if len(narrow) == 1 else "casualties"
            twin.span = min(twin.span[0], d.span[0]), max(twin.span[1], d.span[1])
    for d in out:
        if d.counted.figure is not None and d.outcome in ("killed", "wounded"):
            near = text[d.span[0] : d.span[1] + 24].lower()
            if any(phrase in near for phrase in lexicon.words("frames", "lumped")) and len(near) < 90 and not _two_figures(d, found):
                d.outcome = "casualties"
    return out


def _two_figures(d: Draft, found: list[Draft]) -> bool:
    return any(o is not d and o.counted.figure is not None and o.counted.figure is not d.counted.figure and o.sentence == d.sentence for o in found)


def _included(a: Analysis, found: list[Draft], figures: Figures, used: set[int], text: str) -> list[Draft]:
    """ "500 were killed, including three officers": a part of the figure before it, with its outcome."""
    out: list[Draft] = []
    for i, word in enumerate(a.lower):
        if word not in _SUBSET and not (word == "among" and i + 1 < len(a) and a.lower[i + 1] in _OF_THEM):
            continue
        head = a.heads[i] if a.rels[i] == "case" else grammar.child(a, i, "obj", "nsubj")
        if head is None or head < 0 or head < i:
            continue
        earlier = [d for d in found if d.a is a and d.span[0] < a.unit.spans[i][0] and a.unit.sentences[d.mention.trigger] == a.unit.sentences[i]]
        if not earlier:
            continue
        parent = _nearest(a, i, earlier)
        for counted in count(a, grammar.conjuncts(a, head), figures):
            words = set(_figure_words(a, counted))
            if counted.quantity is None or (words and words & used):
                continue
            used |= words
            mention = Mention(outcome=parent.outcome, trigger=head, victims=(head,), clause=parent.mention.clause, frame="included")
            draft = _draft(a, replace(mention, trigger=parent.mention.trigger), counted, text)
            if draft is not None:
                ends = [head, counted.head, *words]
                draft.span = a.unit.spans[min(ends)][0], a.unit.spans[max(ends)][1]
                draft.mention, draft.outcome, draft.parent, draft.subset, draft.status = mention, parent.outcome, parent, True, parent.status
                out.append(draft)
    return out


def _nearest(a: Analysis, i: int, earlier: list[Draft]) -> Draft:
    """The figure whose noun phrase "including" hangs on, else the last one before it."""
    over = set(a.above(i)) | {i}
    for d in reversed(earlier):
        if d.counted.head in over or d.mention.trigger in over and len(earlier) == 1:
            return d
    before = [d for d in earlier if d.numbered] or earlier
    return max(before, key=lambda d: (d.span[1], d.span[0]))


def _parts(a: Analysis, found: list[Draft]) -> None:
    """Give "two of them" the figure of its sentence or unit that it is part of."""
    for d in found:
        sums = [o for o in found if o.scope == "total" and d.scope == "event" and o.outcome == d.outcome and o.sentence == d.sentence and o.numbered and _holds(o, d)]
        if sums and d.parent is None and d.status == "happened":
            # "two more died, bringing the toll to 61": the new ones are in the total.
            d.parent = sums[0]
            continue
        if d.subset and d.parent is None:
            before = [o for o in found if o is not d and not o.subset and o.span[0] < d.span[0] and o.outcome == d.outcome and _holds(o, d)]
            if before:
                d.parent = max(before, key=lambda o: (o.numbered, o.span[0]))


def _holds(whole: Draft, part: Draft) -> bool:
    """True where the one number can include the other."""
    a, b = whole.counted.quantity, part.counted.quantity
    if a is None or b is None:
        return False
    top = a.high if a.high is not None else None
    return top is None or b.low is None or b.low <= top
