"""Which words give something for nobody named: "are expected to", "it was announced that", "seem to", "accusations of"?

The pack lists the words by the frame in which they stand. A word is there where at least 45 % of its clauses in PolNeAR's
training articles are annotated as attributions without a source; or where its frame's are, and it is a rare one there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from sayso.reading.speakers.sayings import Saying
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import listed, listed_set, stance_of
from sayso.reading.words.clauses import SUBJECTS, found_at, sentence_range
from sayso.reading.words.offers import Range

_NOT = frozenset(("not", "n't", "n’t"))
_CLAUSES = frozenset(("that", "whether", "if", "how", "why", "what", "who", "where"))
_CASES = frozenset(("as", "of", "for", "with"))
_NOUN_JOINTS = ("that", "of", "for", "about", "to")
_EDGES = (".", ",", ";", ":")


def impersonals(a: Analysis, found: Sequence[Saying]) -> Iterator[Saying]:
    """The impersonal attributions of a unit that touch no words of the attributions found."""
    taken = {k for s in found if s.manner != "aside" for r in (s.cue, *s.content) for k in range(*r)}
    for i in found_at(a, _cues()):
        for s in (_passive(a, i), _seeming(a, i), _adverb(a, i), _noun(a, i)):
            own = {k for r in (s.cue, *s.content) for k in range(*r)} if s else set()
            if s is not None and s.content and not own & taken:
                taken |= own
                yield s


@cache
def _cues() -> frozenset[str]:
    """Every word that the pack lists for a frame: no other is the head of an impersonal attribution."""
    frames = ("to", "that", "bare", *_CASES, "seeming", "adverbs", *(f"nouns_{w}" for w in _NOUN_JOINTS))
    return frozenset(w for frame in frames for w in listed("cues", "impersonal", frame))


def disowned(a: Analysis, s: Saying) -> Saying:
    """An attribution of the model without its source where the words name nobody: "asked about it, X said"."""
    if s.source is None:
        return _as_framed(a, s)
    if _never_owned(a, s.cue):
        return replace(s, source=None)  # what the outlet says about them
    for i in range(*s.cue):
        if _agent(a, i):
            return s
        if a.lower[i] in listed_set("cues", "impersonal", "asked") and a.xpos[i] in ("VBN", "VBD") and _asked(a, i):
            return replace(s, source=None)
        of = _passive(a, i)
        if of is not None and of.content and any(b <= s.source[0] < e for b, e in of.content):
            return replace(of, cue=(min(s.cue[0], of.cue[0]), max(s.cue[1], of.cue[1])))
    return s


def _as_framed(a: Analysis, s: Saying) -> Saying:
    """An attribution to nobody without the "it" that stands for its content, and with the whole of what a noun governs."""
    b, e = s.cue
    if e - b > 1 and a.lower[b] == "it" and a.rels[b] in (*SUBJECTS, "expl") and _seeming(a, b + 1) is not None:
        s = replace(s, cue=(b + 1, e))
    of = _noun(a, b)
    if of is None or of.cue != s.cue or len(s.content) != 1 or not of.content:
        return s
    (first, last), (start, end) = s.content[0], of.content[0]
    return replace(s, content=of.content) if first == start and last < end else s


def _never_owned(a: Analysis, cue: Range) -> bool:
    """True for "has never acknowledged", "had never admitted": nothing was said."""
    start, _ = sentence_range(a, cue[0])
    near = a.lower[max(start, cue[0] - 2) : cue[1]]
    owned = any(stance_of(a.lower[i]) == "confirms" and a.xpos[i] in ("VBN", "VBD") for i in range(*cue))
    return owned and "never" in near and not {"has", "have", "had"}.isdisjoint(near)


def _asked(a: Analysis, i: int) -> bool:
    """True for "asked whether", "when pressed on", "was asked about": a question put by nobody named."""
    if _passive_verb(a, i):
        return True
    alone = not any(a.rels[c] in SUBJECTS for c in a.children[i])
    start, _ = sentence_range(a, i)
    return alone and a.rels[i] not in ("root", "conj") and (i == start or a.lower[i - 1] in ("when", ",", "once", "if"))


def _passive(a: Analysis, i: int) -> Saying | None:
    """ "X is expected to", "it was reported that", "X was accused of", "the toll was confirmed"."""
    if not _passive_verb(a, i) or _agent(a, i):
        return None
    w, after = a.lower[i], a.lower[i + 1] if i + 1 < len(a) else ""
    inner = any(a.rels[c] in ("xcomp", "ccomp") and c > i for c in a.children[i])
    frame = (
        "to"
        if after == "to" and inner
        else "that"
        if after in _CLAUSES
        else after
        if after in _CASES
        else "as"
        if inner
        else "bare"
    )
    if w not in listed_set("cues", "impersonal", frame):
        return None
    end = i + 2 if frame in _CASES and after in _CASES else i + 1
    return _framed(a, i, end)


def _seeming(a: Analysis, i: int) -> Saying | None:
    """ "X seems to", "it appears that", "X looks like"."""
    if a.lower[i] not in listed_set("cues", "impersonal", "seeming") or a.upos[i] != "VERB":
        return None
    inner = any(a.rels[c] in ("xcomp", "ccomp", "advcl") and c > i for c in a.children[i])
    after = a.lower[i + 1] if i + 1 < len(a) else ""
    bare = any((a.rels[c] == "mark" and a.lower[c] == "to") or a.lower[c] in ("will", "shall") for c in a.children[i])
    if bare or not (inner or after in ("like", "as", "that")):
        return None
    return _framed(a, i, i + 1)


def _adverb(a: Analysis, i: int) -> Saying | None:
    """ "Reportedly, X ...", "X has reportedly ..."."""
    head = a.heads[i]
    if (
        a.lower[i] not in listed_set("cues", "impersonal", "adverbs")
        or head < 0
        or not any(a.rels[c] in SUBJECTS for c in a.children[head])
    ):
        return None
    own = _own(a, head) - {i}
    start, end = min(own), max(own) + 1
    return _saying((i, i + 1), (_trimmed(a, start, i), _trimmed(a, i + 1, end)))


def _noun(a: Analysis, i: int) -> Saying | None:
    """ "accusations of", "complaints that", "rumours that", of nobody named."""
    after = a.lower[i + 1] if i + 1 < len(a) else ""
    if a.upos[i] != "NOUN" or after not in _NOUN_JOINTS:
        return None
    if a.lower[i] not in listed_set("cues", "impersonal", "nouns_" + after) or any(
        a.rels[c] == "nmod:poss" for c in a.children[i]
    ):
        return None
    _, edge = sentence_range(a, i)
    end = min(max(a.subtree(i)) + 1, edge)
    begin = i + 1 if after in ("that", "to") else i + 2
    return _saying((i, begin), (_trimmed(a, begin, end),))


def _framed(a: Analysis, verb: int, end: int) -> Saying | None:
    """A verb with its auxiliaries for cue; its subject, but for "it", and the rest of its clause for content."""
    start, edge = sentence_range(a, verb)
    q = verb
    while q > start and ((a.heads[q - 1] == verb and a.rels[q - 1] in ("aux", "aux:pass", "advmod")) or a.lower[q - 1] in _NOT):
        q -= 1
    stop = min(max(_own(a, verb)) + 1, edge)
    who = next((c for c in a.children[verb] if a.rels[c] in (*SUBJECTS, "csubj", "expl") and c < q), None)
    empty = who is None or (a.lower[who] in ("it", "there") and a.lower[end : end + 1] != ("to",))
    before = (max(start, min(a.subtree(who))), q) if who is not None and not empty else (q, q)
    return _saying((q, end), (before, _trimmed(a, end, stop)))


def _saying(cue: Range, content: tuple[Range, ...]) -> Saying:
    return Saying(source=None, cue=cue, content=tuple(r for r in content if r[0] < r[1]))


def _passive_verb(a: Analysis, i: int) -> bool:
    return a.xpos[i] in ("VBN", "VBD") and any(a.rels[c] == "aux:pass" for c in a.children[i])


def _agent(a: Analysis, i: int) -> bool:
    return any(a.rels[c] == "obl:agent" for c in a.children[i]) or a.lower[i + 1 : i + 2] == ("by",)


def _own(a: Analysis, head: int) -> set[int]:
    """The words of a clause, without those joined to it that have a subject of their own or stand before it."""
    keep, stack = set(), [head]
    while stack:
        k = stack.pop()
        keep.add(k)
        for c in a.children[k]:
            joined = a.rels[c] == "conj" and any(a.rels[g] in SUBJECTS for g in a.children[c])
            apart = a.rels[c] in ("parataxis", "punct", "discourse", "cc") or (a.rels[c] == "advcl" and c < k)
            if k == head and (joined or apart):
                continue
            stack.append(c)
    return keep


def _trimmed(a: Analysis, start: int, end: int) -> Range:
    while end > start and a.lower[end - 1] in _EDGES:
        end -= 1
    while start < end and a.lower[start] in _EDGES:
        start += 1
    return start, end
