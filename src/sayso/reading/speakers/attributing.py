"""Where does a unit attribute something, and which words are the source, the cue and the content?

The model's attributions come first; closed forms that it misses are laid over it, and what is said inside of what is
said is found by grammar.
"""

from dataclasses import replace

from sayso.reading.speakers import forms_chains, forms_figures, forms_layout, forms_speech
from sayso.reading.speakers.contents import completed, joined, only_cites, only_describes, only_tells, undated
from sayso.reading.speakers.forms_model import shaped
from sayso.reading.speakers.forms_speech import HEARD
from sayso.reading.speakers.impersonals import disowned
from sayso.reading.speakers.sayings import Saying, of_model
from sayso.reading.speakers.voices_names import second
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import listed
from sayso.reading.words.clauses import agent_end, sentence_range, text_of
from sayso.reading.words.kinds import kind_of
from sayso.reading.words.offers import Range

_AS_SAYING = frozenset((("as", "saying"), ("as", "telling"), ("as", "having")))
_QUOTED_BY = frozenset((("as", "quoted", "by"), ("as", "cited", "by"), ("as", "reported", "by")))
_AGAINST = frozenset(("while", "whereas", "but", "though", "although", "against", "yet"))


def sayings(a: Analysis) -> tuple[Saying, ...]:
    """Every attribution of a unit, in the order of the cues; the model's keep their words."""
    found = _apart([disowned(a, forms_chains.shaped(a, shaped(a, s))) for s in of_model(a)])
    taken = {i for s in found for i in range(*s.cue)}
    for form in (*forms_layout.FORMS, *forms_chains.FORMS, *forms_speech.FIRST, *forms_figures.FORMS, *forms_speech.LAST):
        for s in form(a):
            if not taken & set(range(*s.cue)) and not _echo(s, found):
                found.append(disowned(a, s))
                taken |= set(range(*s.cue))
    found = [_relayed(a, _opposed(a, s, found), found) for s in found]
    found = [*_with_cited(a, sorted((undated(a, _clipped(s, found)) for s in found), key=lambda s: s.cue))]
    found = [s for s in found if not only_cites(a, s, found) and not only_tells(a, s) and not only_describes(a, s)]
    return tuple(t for s in found for t in _each(a, completed(a, s, found)))


def _each(a: Analysis, s: Saying) -> tuple[Saying, ...]:
    """A saying, and the same of a second speaker beside the first: "the army and the rebels said"."""
    if s.source is None or s.manner not in ("model", "closed") or "," in a.lower[s.source[0] : s.source[1]]:
        return (s,)
    joint = second(a, *s.source)
    if joint is None or kind_of(text_of(a, joint + 1, s.source[1])) == "other":
        return (s,)
    return s, replace(s, source=(joint + 1, s.source[1]), manner="nested", relays=(), cited=())


def _apart(found: list[Saying]) -> list[Saying]:
    """The sayings without pieces of content that belong to another one's nearer cue: "X said ..., but Y denied ..."."""
    out = []
    for s in found:
        others = [(p, t) for t in found if t is not s for p in t.content]
        keep = tuple(
            p for p in s.content if not any(p == q and s.cue[1] <= t.cue[0] < p[0] for q, t in others) or len(s.content) == 1
        )
        out.append(replace(s, content=keep) if keep and keep != s.content else s)
    return out


def _opposed(a: Analysis, s: Saying, found: list[Saying]) -> Saying:
    """A saying whose content ends where another speaker's begins: "X said six had died, while Y spoke of nine"."""
    starts = sorted(t.hull[0] for t in found if t is not s and t.source and t.manner in ("model", "closed"))
    out = []
    for b, e in s.content:
        turn = next((k for t in starts if (k := _turn(a, t)) is not None and s.cue[1] <= b < k < e), None)
        out.append((b, e) if turn is None else (b, turn))
    return replace(s, content=tuple(out)) if tuple(out) != s.content else s


def _relayed(a: Analysis, s: Saying, found: list[Saying]) -> Saying:
    """A saying with whom its source quotes, "X quoted Y as saying", or who passed it on, "..., as quoted by X"."""
    for i in range(*s.cue):
        if a.lower[i] in listed("cues", "joints", "cited") and a.xpos[i] in ("VBD", "VBZ", "VBP") and s.source is not None:
            whom = next((k for k in range(i + 2, min(i + 12, len(a) - 1)) if a.lower[k : k + 2] in _AS_SAYING), None)
            if whom is not None and not s.relays:
                s = _quoting_late(a, replace(s, cited=(*s.cited, (i + 1, whom))), whom)
        elif a.lower[i] in HEARD and a.lower[i + 1 : i + 2] == ("from",):
            stop = agent_end(a, i + 2)
            that = next((k for k in range(i + 3, stop) if a.lower[k] == "that"), stop)
            s = replace(s, cited=(*s.cited, (i + 2, that)))
    _, end = sentence_range(a, s.cue[0])
    for i in range(s.cue[1], end - 2):
        if a.lower[i - 1 : i + 2] in _QUOTED_BY and not any(s.cue < t.cue < (i, i) and t.manner != "nested" for t in found):
            s = replace(s, relays=(*s.relays, (i + 2, agent_end(a, i + 2))))
    return s


def _quoting_late(a: Analysis, s: Saying, whom: int) -> Saying:
    """The words before "..., X quoted Y as saying." for content."""
    start, end = sentence_range(a, whom)
    late = s.source is not None and end - whom < 5 and s.source[0] - start > 3 and all(b > s.source[0] for b, _ in s.content)
    return replace(s, content=((start, s.source[0] - 1),)) if late and s.source is not None else s


def _turn(a: Analysis, start: int) -> int | None:
    """Where the words stand that set a saying against the one before it, or None."""
    k = start - 1
    if k < 2 or a.lower[k] not in _AGAINST or a.unit.quotes[k] or a.lower[k - 1] not in (",", ";", "—", "–", "-"):
        return None
    return k - 1


def _clipped(s: Saying, found: list[Saying]) -> Saying:
    """A saying inside another's content, cut to that content."""
    if s.manner == "model":
        return s
    s = replace(s, content=tuple((b, _before_teller(b, e, s, found)) for b, e in s.content))
    held = [f.content for f in found if f is not s and f.manner == "model" and any(b <= s.cue[0] < e for b, e in f.content)]
    if not held:
        return s
    pieces = min(held, key=lambda c: next(e - b for b, e in c if b <= s.cue[0] < e))
    shared = sorted((max(b, x), min(e, y)) for x, y in s.content for b, e in pieces if max(b, x) < min(e, y))
    return replace(s, content=joined(shared))


def _before_teller(b: int, e: int, s: Saying, found: list[Saying]) -> int:
    """Where a piece of content ends before who tells it: "it estimates that 300 died, the lawmaker told reporters"."""
    ends = [
        y
        for f in found
        if f is not s and f.manner == "model" and f.source and b < f.source[0] < e and b < f.cue[0] < e
        for x, y in f.content
        if x <= b < y <= f.source[0]
    ]
    return min(ends, default=e)


def _with_cited(a: Analysis, found: list[Saying]) -> tuple[Saying, ...]:
    """Sayings with whom their source cites: "X, citing Y, reported", "X put it at six, quoting Y"."""
    extra: dict[int, tuple[Range, ...]] = {}
    for i, w in enumerate(a.lower):
        told = w in listed("cues", "joints", "cited") and i and a.lower[i - 1] in ("which", "who")
        if w not in listed("cues", "joints", "citing") and not told:
            continue
        start, end = sentence_range(a, i)
        near = [
            (k, s) for k, s in enumerate(found) if start <= s.cue[0] < end and i not in range(*s.cue) and s.manner != "nested"
        ]
        near = [
            (k, s) for k, s in near if (s.source and not any(b <= i < e for b, e in s.content)) or a.heads[i] in range(*s.cue)
        ]
        held = [k for k, s in near if s.source and s.source[1] <= i <= s.source[1] + 3 and (s.cue[0] > i or told)]
        held = held or [k for k, s in sorted(near, key=lambda x: -x[1].cue[0]) if s.cue[0] < i] or [k for k, _ in near]
        if held:
            stop = agent_end(a, i + 1)
            stop = next((k for k in range(i + 2, stop) if a.lower[k] == "that"), stop)
            extra[held[0]] = forms_chains.cited_first(a, i, extra.get(held[0], ()), (i + 1, stop))
    out = [replace(s, cited=extra[k]) if k in extra else s for k, s in enumerate(found)]
    return tuple(replace(s, content=_without(a, s.content, s.cited, s.cue)) if s.cited and s.content else s for s in out)


def _without(a: Analysis, content: tuple[Range, ...], cited: tuple[Range, ...], cue: Range) -> tuple[Range, ...]:
    """A content that does not begin with the words of whom the source cites, nor with the comma behind them."""
    b, e = content[0]
    stop = next((y for x, y in cited if x <= b < y < e and b > cue[0]), b)
    stop += stop > b and a.lower[stop] == "," and stop + 1 < e
    return ((stop, e), *content[1:])


def _echo(s: Saying, found: list[Saying]) -> bool:
    """True where a closed form repeats an attribution that has been found, with the same cue or from inside its source."""
    return any(f.source and f.source[0] <= s.cue[0] < f.source[1] for f in found)
