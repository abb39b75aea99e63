"""Where does a unit attribute something, and which words are the source, the cue and the content?

The model's attributions come first; closed forms that it misses are laid over it, and what is said inside of what is
said is found by grammar.
"""

from dataclasses import replace

from sayso.reading import forms_figures, forms_speech
from sayso.reading.analysis import Analysis
from sayso.reading.certainty import listed
from sayso.reading.clauses import agent_end, sentence_range
from sayso.reading.decoding import Range
from sayso.reading.impersonals import disowned
from sayso.reading.sayings import Saying, of_model


def sayings(a: Analysis) -> tuple[Saying, ...]:
    """Every attribution of a unit, in the order of the cues; the model's keep their words."""
    found = _apart([disowned(a, s) for s in of_model(a)])
    taken = {i for s in found for i in range(*s.cue)}
    for form in (*forms_speech.FIRST, *forms_figures.FORMS, *forms_speech.LAST):
        for s in form(a):
            if not taken & set(range(*s.cue)) and not _echo(s, found):
                found.append(s)
                taken |= set(range(*s.cue))
    return _with_cited(a, sorted((_clipped(s, found) for s in found), key=lambda s: s.cue))


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


def _clipped(s: Saying, found: list[Saying]) -> Saying:
    """A saying inside another's content, cut to that content."""
    if s.manner == "model":
        return s
    held = [(b, e) for f in found if f is not s and f.manner == "model" for b, e in f.content if b <= s.cue[0] < e]
    if not held:
        return s
    b, e = min(held, key=lambda r: r[1] - r[0])
    return replace(s, content=tuple((max(b, x), min(e, y)) for x, y in s.content if max(b, x) < min(e, y)))


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
            extra[held[0]] = (*extra.get(held[0], ()), (i + 1, agent_end(a, i + 1)))
    out = [replace(s, cited=extra[k]) if k in extra else s for k, s in enumerate(found)]
    return tuple(replace(s, content=_without(s.content, s.cited, s.cue)) if s.cited and s.content else s for s in out)


def _without(content: tuple[Range, ...], cited: tuple[Range, ...], cue: Range) -> tuple[Range, ...]:
    """A content that does not begin with the words of whom the source cites."""
    b, e = content[0]
    stop = next((y for x, y in cited if x <= b < y < e and b > cue[0]), b)
    return ((stop, e), *content[1:])


def _echo(s: Saying, found: list[Saying]) -> bool:
    """True where a closed form repeats an attribution that has been found, with the same cue or from inside its source."""
    return any(f.source and f.source[0] <= s.cue[0] < f.source[1] for f in found)
