"""With which stance, how surely, and on which day does a speaker say it, by the words around the cue?"""

from collections.abc import Sequence

from sayso.model import Document, Stance, When
from sayso.reading.speakers.sayings import Saying
from sayso.reading.times.times import Time
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import (
    Interval,
    all_forms,
    certainty,
    certainty_of_cue,
    interval,
    listed,
    negations,
    stance_of,
    stance_of_cue,
    stance_of_noun,
)
from sayso.reading.words.clauses import SUBJECTS, sentence_range
from sayso.reading.words.lexicon import untruths, words

_REVISING = frozenset(("updating", "correcting", "revising", "replacing"))
_TALKING = frozenset(("spoken", "put", "given", "counted", "listed", "talked"))
"""Participles of those who give a figure."""

_LONGEST = 31
"""Most days of a time of speaking, but for one that the grammar gives to the cue: "last month" is one, a year mostly not."""

_NEAR = 4
"""Words before a cue among which what negates it is looked for. Source: set by hand."""

_FURTHEST = 14
"""Most words between a cue and the day of speaking. Source: the longest in the dispatches' development half."""


def stance_in(a: Analysis, s: Saying) -> Stance:
    """The stance of a saying; `retracts` where the sentence says that the figure was an earlier one, since replaced."""
    if _superseded(a, s):
        return "retracts"
    if s.manner == "nested" and all(a.lower[k] in untruths() | {"true"} for k in range(*s.cue)):
        return "denies"
    stance = stance_of_cue(_words(a, s))
    if stance == "says" and s.cited and "fear" in a.lower[s.cue[0] : s.cue[1]]:
        return "fears"
    if stance in ("says", "reports") and _called_untrue(a, s):
        return "denies"
    if stance == "doubts" and _unconfirmed_by(a, s):
        return "says"  # the news is that nobody could, not what they think
    return stance


def certainty_in(a: Analysis, s: Saying) -> Interval:
    """The certainty that a saying's cue leaves to its speaker; hedges in the content lower it further."""
    if s.noun and a.lower[s.cue[0]] in all_forms("figures", "examines"):
        return interval("prior/unconfirmed")  # who looks into reports leaves them open
    words, stance = _words(a, s), stance_in(a, s)
    kept = stance == stance_of_cue(words) or _unconfirmed_by(a, s)
    return certainty_of_cue(words) if kept else certainty(stance)


def _called_untrue(a: Analysis, s: Saying) -> bool:
    """True for words that only call untrue what another one told: "the reports were false", "these are fabrications"."""
    told = [k for b, e in s.content for k in range(b, e)]
    if any(a.upos[k] == "VERB" or a.xpos[k] == "CD" for k in told):
        return False
    for k in told:
        false = a.lower[k] in words("status", "untrue") or (stance_of_noun(a.lower[k]) == "denies" and a.upos[k] == "NOUN")
        if not false or not any(a.rels[c] == "cop" for c in a.children[k]) or negations([a.lower[c] for c in a.children[k]]):
            continue
        who = next((c for c in a.children[k] if a.rels[c] in SUBJECTS), None)
        told_of = (*listed("certainty", "told", "nouns"), *listed("certainty", "told", "pronouns"))
        if who is not None and a.lower[who] in told_of and (a.heads[k] < 0 or a.heads[k] in range(*s.cue)):
            return True
    return False


def _unconfirmed_by(a: Analysis, s: Saying) -> bool:
    """True for "was not confirmed by X": told of a claim, not by X."""
    verb = next((k for k in range(*s.cue) if stance_of(a.lower[k]) == "confirms"), None)
    if verb is None or stance_of_cue(_words(a, s)) != "doubts":
        return False
    return any(a.rels[c] == "aux:pass" for c in a.children[verb]) and "by" in a.lower[verb + 1 : verb + 3]


def _words(a: Analysis, s: Saying) -> tuple[str, ...]:
    """The words of a cue in lower case, behind what negates them nearby: "has not", "no one", "refused to"."""
    start, end = sentence_range(a, s.cue[0])
    if (pair := _neither(a, s, (start, end))) is not None:
        return a.lower[pair[0] : pair[1]]
    before: list[str] = []
    k = max(start, s.cue[0] - _NEAR)
    if not negations(a.lower[k : s.cue[0]]):
        return a.lower[s.cue[0] : s.cue[1]]
    over = {*range(*s.cue), *_tops(a, s)}
    while k < s.cue[0]:
        alone, both = negations(a.lower[k : k + 1]), a.lower[k : min(k + 2, s.cue[0])]
        taken = both[:1] if alone else both if negations(both) > negations(both[1:]) else ()
        if taken and not any(b <= k < e for b, e in s.content) and _governs(a, k, over):
            before += taken
        k += max(1, len(taken))
    return (*before, *a.lower[s.cue[0] : s.cue[1]])


def _neither(a: Analysis, s: Saying, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """The words from "neither" to behind "nor" in which a cue stands: "neither confirmed nor denied"."""
    k = next((k for k in range(s.cue[1] - 1, max(sentence[0] - 1, s.cue[0] - _NEAR - 1), -1) if a.lower[k] == "neither"), None)
    nor = (
        next((n for n in range(k + 1, min(k + _NEAR + 1, sentence[1] - 1)) if a.lower[n] == "nor"), None)
        if k is not None
        else None
    )
    return (k, nor + 2) if k is not None and nor is not None and stance_of(a.lower[nor + 1]) and s.cue[0] <= nor + 1 else None


def _tops(a: Analysis, s: Saying) -> list[int]:
    """The verbs that a cue is the complement of: "refused to confirm", "has yet to confirm"."""
    out: list[int] = []
    for i in range(*s.cue):
        k = i
        while a.rels[k] == "xcomp" and a.heads[k] >= 0 and a.heads[k] not in out:
            k = a.heads[k]
            out.append(k)
    return out


def _governs(a: Analysis, k: int, over: set[int]) -> bool:
    """True for a word that is one of a cue's verbs, hangs on one, or is the subject of one or that one's "no"."""
    if k in over or a.heads[k] in over:
        return True
    bare = a.lower[k] in listed("certainty", "negations", "subjects")
    return bare and a.heads[k] >= 0 and a.rels[a.heads[k]] in SUBJECTS and a.heads[a.heads[k]] in over


def _superseded(a: Analysis, s: Saying) -> bool:
    near = a.lower[max(0, s.cue[0] - 2) : s.cue[1] + 1]
    if "first" in near and ("time" in near or stance_of_cue(a.lower[s.cue[0] : s.cue[1]]) == "confirms"):
        near = tuple(w for w in near if w != "first")  # "for the first time confirmed" takes nothing back
    if any(w in near for w in listed("cues", "superseded", "adverbs")) and any(
        a.xpos[k] in ("VBD", "VBN") for k in range(*s.cue)
    ):
        return True
    start, end = sentence_range(a, s.cue[0])
    if "earlier" in near and any(_replaces(w) for w in a.lower[start:end]):
        return True
    if "earlier" in near and "had" in near and any(a.lower[k] in _TALKING for k in range(*s.cue)):
        return True  # "had earlier spoken of 14 dead"
    if s.manner == "model":
        return False
    if any(a.lower[k] in _REVISING for k in list(a.above(s.cue[0]))[:4]):
        return True
    return s.manner in ("closed", "aside") and any(
        a.lower[k] in listed("cues", "superseded", "later") for k in range(s.cue[1], end)
    )


def _replaces(word: str) -> bool:
    """True for a verb that puts one figure in the place of another: "lowered", "corrected"."""
    return stance_of(word) == "retracts" or word in all_forms("figures", "moves")


def said_on(document: Document, a: Analysis, found: Sequence[Saying], s: Saying, days: Sequence[Time]) -> When | None:
    """The day of speaking: the time nearest to the cue in its sentence that is no part of any content."""
    if s.noun:
        return None
    start, end = sentence_range(a, s.cue[0])
    first, last = a.unit.spans[start][0], a.unit.spans[end - 1][1]
    content = [(a.unit.spans[b][0], a.unit.spans[e - 1][1]) for x in found for b, e in x.content if not (s.figure and x is s)]
    best: tuple[int, Time] | None = None
    for t in days:
        if t.span[0] >= last:
            break
        if (
            t.span[1] <= first
            or t.first is None
            or t.last is None
            or (document.day is not None and t.first > document.day)
            or any(b < t.span[1] and t.span[0] < e for b, e in content)
        ):
            continue
        k = next((i for i in range(start, end) if a.unit.spans[i][1] > t.span[0]), end - 1)
        gap = max(s.cue[0] - k, k - s.cue[1] + 1, 0)
        if s.source is not None and k < s.source[0] < s.cue[0]:
            gap = s.source[0] - k  # "Earlier this week the agency, citing an intercepted call, reported"
        late = s.figure and any(b <= k < e for b, e in s.content) and k + 4 < max(e for _, e in s.content)
        told_first = bool(s.content) and s.content[0][0] < s.cue[0] and s.source is not None and k < s.source[0]
        if (
            late
            or told_first
            or _in_relative(a, k, s)
            or _of_event(a, k)
            or a.lower[max(0, k - 2) : k] == ("as", "of")
            or "since" in a.lower[max(0, k - 1) : k + 1]  # the time over which they counted
            or ((t.last - t.first).days > _LONGEST and not _beside(a, k, s))
            or gap > _FURTHEST + 10 * s.figure
            or (k >= s.cue[1] and any(a.lower[i] in (";", ":") for i in range(s.cue[1], k)))
        ):
            continue
        if best is None or gap < best[0]:
            best = gap, t
    if best is None or best[1].first is None or best[1].last is None:
        return None
    t = best[1]
    return When(first=best[1].first, last=best[1].last, text=document.text[t.span[0] : t.span[1]], span=t.span)


def _in_relative(a: Analysis, k: int, s: Saying) -> bool:
    """True for a time inside the source's relative clause: "the mayor, who on Monday had spoken of six"."""
    if s.source is None or not s.source[0] <= k < s.source[1]:
        return False
    return any(a.lower[i] in ("who", "which", "whose", "that") for i in range(s.source[0], k))


def _beside(a: Analysis, k: int, s: Saying) -> bool:
    """True for a time before a cue that hangs on it and on no noun: "In 2030 the ministry admitted"."""
    return k < s.cue[0] and a.heads[k] in range(*s.cue)


def _of_event(a: Analysis, k: int) -> bool:
    """True for the day of what is spoken of: "after the Monday attack", "Sunday's raid"."""
    head = a.heads[k]
    return head > k and a.lower[head] in listed("cues", "events", "nouns")
