"""Which outcome has a figure of two: "30 dead and wounded", "two wounded men died", "five were killed and the rest injured"?"""

from sayso.reading.drafts.draft import Draft
from sayso.reading.harm.sufferers import others
from sayso.reading.words import grammar, lexicon

_LUMPABLE = frozenset(("killed", "wounded", "captured", "casualties"))


def lumped(found: list[Draft], text: str) -> list[Draft]:
    """One figure under two outcomes at once: "30 dead and wounded" are casualties, "two wounded men died" are dead."""
    out: list[Draft] = []
    for d in found:
        k = next(
            (k for k, o in enumerate(out) if o.outcome != d.outcome and _shared(o, d)),
            None,
        )
        if k is None:
            out.append(d)
            continue
        twin = out[k]
        beside = _nearer(twin, d)
        if beside is not None:
            # "killed four and wounded 13 others": 13 are the wounded, whatever the parse shares.
            out[k] = beside
            continue
        first = _of_others(twin, d)
        if first is not None:
            # "three are dead and another is hurt": the three are dead, whatever the parse shares
            out[k] = first
            continue
        if _modifier(twin) != _modifier(d):
            # "five displaced people were killed": the modifier says who they were.
            out[k] = d if _modifier(twin) else twin
        elif _both(twin, d):
            out.append(d)
        elif {twin.outcome, d.outcome} <= _LUMPABLE:
            # "shot and killed" is killed; "killed or wounded" is neither told apart.
            narrow = [x for x in (twin.outcome, d.outcome) if x != "casualties"]
            twin.outcome = narrow[0] if len(narrow) == 1 else "casualties"
            twin.span = min(twin.span[0], d.span[0]), max(twin.span[1], d.span[1])
        else:
            out.append(d)
    _by_phrases(out, found, text)
    return out


def _by_phrases(out: list[Draft], found: list[Draft], text: str) -> None:
    """Give figures the outcome of the words around them: "12 dead and wounded", "the number of victims" of the dead."""
    for d in out:
        if d.counted.figure is not None and d.outcome in ("killed", "wounded"):
            near = text[d.span[0] : d.span[1] + 24].lower()
            ends = [near.find(phrase) + len(phrase) for phrase in lexicon.words("frames", "lumped") if phrase in near]
            if ends and len(near) < 90 and not any(_each(d, o) for o in out) and not _figure_at(d.span[0] + max(ends), found):
                d.outcome = "casualties"
        elif d.outcome == "casualties" and d.a.lower[d.mention.trigger] in _VICTIMS and _of_the_dead(d):
            d.outcome = "killed"


def lumped_once(found: list[Draft]) -> list[Draft]:
    """The figures without further outcomes of those that are lumped: "150 were killed, wounded or missing".

    Victims who are counted in a list are told with it: "Suspect & 2 victims shot, killed".
    """
    held = [f for d in found for f in d.counted.parts]
    found = [d for d in found if d.a.lower[d.mention.trigger] not in _VICTIMS or not any(d.counted.figure is f for f in held)]
    lumped = [d.counted.figure for d in found if d.outcome == "casualties" and d.counted.figure is not None]
    return [d for d in found if d.outcome == "casualties" or not any(d.counted.figure is f for f in lumped)]


def _both(o: Draft, d: Draft) -> bool:
    """True where two outcomes of one figure are two claims, of all of them or of some each."""
    outcomes = {o.outcome, d.outcome}
    if _relative(o) != _relative(d) and "casualties" not in outcomes:
        return True  # "the death of four men who had been kidnapped"
    taken = "captured" in outcomes and {o.mention.frame, d.mention.frame} <= {"transitive", "phrasal"}
    return taken or _each(o, d)  # "kidnapped and murdered three", "were brutally beaten and arrested"


def _each(o: Draft, d: Draft) -> bool:
    """True for killed and wounded of people whom no word counts, joined by "and": each is told, of some of them."""
    p = o.counted.quantity
    if {o.outcome, d.outcome} != {"killed", "wounded"} or p is None or p.stated or p.wording not in ("some", "plural"):
        return False
    i, k = sorted((o.mention.trigger, d.mention.trigger))
    return o.counted.head == d.counted.head and "and" in o.a.lower[i + 1 : k] and k - i < _JOINED


_JOINED = 5
"""Words at most between two participles that "and" joins. Source: set by hand."""


def _shared(o: Draft, d: Draft) -> bool:
    """True for two outcomes of one figure, or "shot and killed" of one noun; "all three wounded survived" tells two things."""
    if "spared" in (o.mention.frame, d.mention.frame):
        return False
    if o.counted.figure is not None or d.counted.figure is not None:
        return o.counted.figure is d.counted.figure
    return o.counted.head == d.counted.head and "casualties" in (o.outcome, d.outcome) and not (_modifier(o) or _modifier(d))


def _nearer(a: Draft, b: Draft) -> Draft | None:
    """Of two outcomes of one figure the one whose word stands right before it, where another figure parts the two words."""
    figure = a.counted.figure
    spans = a.a.unit.spans
    first, second = sorted((a, b), key=lambda d: d.mention.trigger)
    if figure is None or spans[second.mention.trigger][1] > figure.span[0] or second.mention.trigger - first.mention.trigger < 4:
        return None
    between = range(first.mention.trigger + 1, second.mention.trigger)
    return second if any(a.a.upos[k] == "NUM" or a.a.xpos[k] == "CD" for k in between) else None


def _of_others(a: Draft, b: Draft) -> Draft | None:
    """Of two outcomes of one figure the first, where "another", "others" or a number stands before the word of the second."""
    first, second = sorted((a, b), key=lambda d: d.mention.trigger)
    if {a.outcome, b.outcome} != {"killed", "wounded"} or second.counted.figure is None:
        return None
    if first.a.unit.spans[first.mention.trigger][0] < second.counted.figure.span[1]:
        return None
    between = range(first.mention.trigger + 1, second.mention.trigger)
    joined = any(first.a.lower[k] in ("and", "while") for k in between)
    return (
        first
        if joined and any(others(first.a, k) or first.a.upos[k] == "NUM" or first.a.lower[k] in _THE_REST for k in between)
        else None
    )


def _modifier(d: Draft) -> bool:
    """True where the word of harm only says who they were: "wounded men", "the men wounded on Monday", "seven of the wounded"."""
    named = d.mention.frame == "state" and d.mention.trigger == d.counted.head
    return named or d.mention.frame == "attribute" or d.a.rels[d.mention.trigger] in ("acl", "amod")


def _relative(d: Draft) -> bool:
    """True where a relative clause says it of them: "the men who were wounded"."""
    return d.a.rels[grammar.first_conjunct(d.a, d.mention.trigger)] == "acl:relcl"


def _figure_at(at: int, found: list[Draft]) -> bool:
    """True where another figure stands right behind an offset: "five dead and wounded 12 others"."""
    return any(o.counted.figure is not None and 0 <= o.counted.figure.span[0] - at <= _BEHIND for o in found)


_VICTIMS = ("victim", "victims")

_THE_REST = frozenset(("rest", "remainder"))
"""Who suffers the second deed of "five were killed and the rest injured": none of the five."""

_BEHIND = 12
"""Characters behind "dead and wounded" within which the number of the wounded alone stands. Source: set by hand."""


def _of_the_dead(d: Draft) -> bool:
    """True for victims in a sentence that speaks of the dead and of nobody hurt or shot."""
    a = d.a
    rest = [k for k, s in enumerate(a.unit.sentences) if s == a.unit.sentences[d.mention.trigger] and a.lower[k] not in _VICTIMS]
    told = {s.outcome for k in rest for s in lexicon.senses().get(a.lower[k], ())}
    return "killed" in told and not told & {"wounded", "casualties"}
