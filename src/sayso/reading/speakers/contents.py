"""Where do the words that an attribution tells begin and end, and which words beside it tell nothing?"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.speakers.sayings import Saying
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import listed, stance_of
from sayso.reading.words.clauses import SUBJECTS, agent_end, clause_end, sentence_range, text_of
from sayso.reading.words.kinds import heads_of, nameless
from sayso.reading.words.offers import Range

_ENDS = frozenset((".", "!", "?", "”", '"', ")", "]", ";", ",", ":", "—", "–"))
_LEADS = frozenset(("IN", "TO"))
_TELLING = frozenset(("telling", "adding", "informing"))
_RELATIVES = frozenset(("who", "which", "whose"))
_CITES = frozenset(("who", "which"))


def completed(a: Analysis, s: Saying, found: Sequence[Saying]) -> Saying:
    """A saying with the whole of its words: pieces side by side as one, the phrase that ends the clause, its beginning."""
    if s.manner not in ("model", "closed") or s.figure or s.noun or not s.content:
        return s
    pieces = joined(s.content)
    taken = {i for t in found for r in t.speaking for i in range(*r)}
    taken |= {i for t in found if t is not s and t.manner in ("model", "closed") for r in t.content for i in range(*r)}
    first, last = pieces[0], pieces[-1]
    before = last[1] <= s.cue[0] and (s.source is None or last[1] <= s.source[0])
    stop = _tail(a, last, min(s.cue[0], s.source[0] if s.source else s.cue[0]) if before else len(a), taken)
    if not before and stop == last[1]:
        stop = _further(a, last[1], taken)
    pieces = (*pieces[:-1], (last[0], stop))
    if before and len(pieces) == 1 and not any(a.rels[k].startswith("acl") for k in range(*s.cue)):
        pieces = ((_beginning(a, first, found), stop),)
    return replace(s, content=pieces) if pieces != s.content else s


def undated(a: Analysis, s: Saying) -> Saying:
    """A saying whose words begin behind the day on which they were said: "claimed on Monday that 60 died"."""
    if not s.content or s.content[0][0] != s.cue[1]:
        return s
    (b, e), *more = s.content
    k = _of_time(a, b, e)
    return replace(s, content=((k, e), *more)) if b < k < e and a.lower[k] == "that" else s


def joined(pieces: Sequence[Range]) -> tuple[Range, ...]:
    """Pieces in order, those that follow one upon the other as one."""
    out: list[Range] = []
    for b, e in pieces:
        out = [*out[:-1], (out[-1][0], e)] if out and out[-1][1] == b else [*out, (b, e)]
    return tuple(out)


def _tail(a: Analysis, piece: Range, edge: int, taken: set[int]) -> int:
    """Where the phrase ends that goes on with a piece: "on the bus station in Dravna" behind "died in the strike"."""
    b, e = piece
    _, end = sentence_range(a, b)
    end = min(end, edge)
    if e >= end or a.xpos[e] not in _LEADS or a.lower[e] in ("that", "as") or a.unit.quotes[e - 1] != a.unit.quotes[e]:
        return e
    k = e
    while k < end and a.lower[k] not in _ENDS and k not in taken and a.upos[k] not in ("VERB", "AUX", "PRON"):
        k += 1
    closed = k >= end or a.lower[k] in _ENDS
    papers = any(a.lower[i] in listed("cues", "papers", "nouns") or a.lower[i] in _HEARD for i in range(e, k))
    top = next((i for i in range(e, k) if not e <= a.heads[i] < k), e)
    hangs = b <= a.heads[top] < e and stance_of(a.lower[a.heads[top]]) is None  # "what we wrote on Sunday" has its own day
    return k if closed and k > e and not papers and hangs else e


_HEARD = frozenset(("interview", "conference", "reporters", "journalists", "newsmen", "telegram", "facebook", "twitter", "phone"))


def _further(a: Analysis, e: int, taken: set[int]) -> int:
    """Where a further clause of what is said ends: ", and that 15 others were in hospital"."""
    _, end = sentence_range(a, e - 1)
    k = e + (e < end and a.lower[e] == ",")
    if a.lower[k : k + 2] not in (("and", "that"), ("but", "that")) or a.xpos[k + 1] == "DT" or k + 3 >= end:
        return e
    stop = clause_end(a, k + 2)
    return stop if not taken & set(range(k, stop)) else e


def _beginning(a: Analysis, piece: Range, found: Sequence[Saying]) -> int:
    """Where a clause begins of which a piece has all but the subject: "losses in Tarn, is due to send", told behind it."""
    b, e = piece
    start, _ = sentence_range(a, b)
    lost = b > start and any(
        a.rels[k] in SUBJECTS and start <= k < b < a.heads[k] < e and a.rels[a.heads[k]] not in ("acl:relcl", "acl")
        for k in range(start, b)
    )
    beside = all(t.cue[0] >= b or t.cue[1] <= start or _in_relative(a, start, t.cue[0]) for t in found)
    return start if lost and beside else b


def _in_relative(a: Analysis, start: int, cue: int) -> bool:
    """True for a cue of a clause beside the subject: "which has never acknowledged"."""
    return any(a.lower[k] in _RELATIVES for k in range(start, cue))


def only_cites(a: Analysis, s: Saying, found: Sequence[Saying]) -> bool:
    """True for "citing X" given for a saying of its own, beside one that has told that its source cites X."""
    own = s.source is not None and s.source[1] - s.source[0] == 1 and a.lower[s.source[0]] in _CITES
    citing = (*listed("cues", "joints", "citing"), *(listed("cues", "joints", "cited") if own else ()))
    if s.cue[1] - s.cue[0] != 1 or a.lower[s.cue[0]] not in citing:
        return False
    cited = {i for t in found if t is not s for r in t.cited for i in range(*r)}
    told = {i for t in found if t is not s and t.cited for r in t.content for i in range(*r)}
    left = {i for r in s.content for i in range(*r)} - told
    return bool(cited) and all(i in cited or not a.lower[i].isalnum() for i in left)


def only_describes(a: Analysis, s: Saying) -> bool:
    """True for a relative clause that says of a speaker who it is: "who asked not to be named", "which confirmed it"."""
    if s.source is None or s.source[1] - s.source[0] != 1 or a.lower[s.source[0]] not in _CITES or not s.content:
        return False
    told = [k for r in s.content for k in range(*r)]
    if nameless(text_of(a, s.cue[0], max(told) + 1)):
        return True
    passed = any(stance_of(a.lower[k]) in ("confirms", "denies", "retracts") for k in range(*s.cue))
    bare = passed and s.content[0][0] == s.cue[1] and a.lower[told[0]] in ("the", "it", "this", "that", "them")
    return bare and not any(a.upos[k] in ("VERB", "AUX") or a.xpos[k] == "CD" or a.unit.quotes[k] for k in told)


def only_tells(a: Analysis, s: Saying) -> bool:
    """True for "telling members of the panel": whom it is told to, and nothing that is told."""
    if s.cue[1] - s.cue[0] != 1 or a.lower[s.cue[0]] not in _TELLING or not s.content:
        return False
    told = [k for r in s.content for k in range(*r)]
    heard = any(a.heads[k] == s.cue[0] and a.rels[k] in ("obj", "iobj") for k in told)
    return heard and not any(a.upos[k] in ("VERB", "AUX") or a.xpos[k] == "CD" or a.unit.quotes[k] for k in told)


def worth(a: Analysis, piece: Range, found: Sequence[Saying]) -> Range | None:
    """What a left-over piece tells without its first words of time, audience and source; None where that is nothing."""
    b, e = piece
    taken = {i for t in found for r in t.speaking for i in range(*r)}
    while b < e:
        if a.lower[b] in (*_ENDS, "(") or b in taken:
            b += 1
        elif a.lower[b] in listed("cues", "joints", "citing"):
            b = agent_end(a, b + 1)
        elif a.lower[b] in _CITES and a.lower[b + 1 : b + 2] and a.lower[b + 1] in listed("cues", "joints", "cited"):
            b = min(e, agent_end(a, b + 2))
        elif a.lower[b] in _TELLING:
            b = next((k for k in range(b + 1, e) if a.lower[k] in ("that", ",")), e)
        elif (k := _of_time(a, b, e)) > b:
            b = k
        elif a.lower[b] == "and" and a.lower[b - 1 : b] == (",",):
            b += 1
        else:
            break
    tells = any(i not in taken and (a.upos[i] in ("VERB", "AUX") or a.xpos[i] == "CD") for i in range(b, e))
    return (b, e) if tells and e - b > 2 else None


def _of_time(a: Analysis, b: int, e: int) -> int:
    """Where a phrase of a day of speaking ends: "on Friday", "late on Monday"."""
    k = b
    while k < e and (a.lower[k] in heads_of("nobody", "before") or a.xpos[k] == "RB"):
        k += 1
    stop = k
    while stop < e and a.lower[stop] in heads_of("nobody", "days"):
        stop += 1
    return stop if stop > k else b
