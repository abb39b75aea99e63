"""Which closed forms attribute words that the model left alone: colons, credits, quotations, "per X", a clause after a verb?"""

import re
from collections.abc import Iterator

from sayso.reading import lexicon
from sayso.reading.analysis import Analysis
from sayso.reading.certainty import listed, stance_of, stance_of_noun, takes_clause
from sayso.reading.clauses import BEFORE, agent_end, clause_end, phrase, sentence_range, subject, text_of
from sayso.reading.forms_figures import place_of
from sayso.reading.kinds import kind_of
from sayso.reading.nations import nation
from sayso.reading.sayings import Saying, dateline, described_before, mend, named_after

_RELAYED = frozenset(("saying", "telling"))
_NOT = frozenset(("not", "n't", "n’t", "never"))
_CALLING = frozenset(
    ("called", "calls", "calling", "call", "described", "describes", "describing", "branded", "labelled", "labeled")
)
_COMING = frozenset(("is", "was", "comes", "came", "information", "news", "word"))
HEARD = frozenset(("hear", "hears", "heard", "learn", "learned", "learnt"))
_DASHES = frozenset(("–", "—", "-", "―"))
_QUOTES = frozenset('"“”„«»')


def colon(a: Analysis) -> Iterator[Saying]:
    """Colons: "NIS: ..." and "...: NIS" in headlines, "Mayor: “...”" and "N. N. 09:30: ..." in lists and transcripts."""
    for i, w in enumerate(a.lower):
        if w != ":" or i == 0 or i + 1 >= len(a):
            continue
        start, end = sentence_range(a, i)
        left = start
        while left < i and not a.unit.words[left][0].isalnum():
            left += 1
        right = i
        while right > left and (a.lower[right - 1][0].isdigit() or (a.lower[right - 1] == "," and right < i)):
            right -= 1
        name = text_of(a, left, right)
        known = kind_of(name) != "other" or _acronym_or_person(a, left, right)
        if (
            name.split(" ")[-1].casefold() in listed("cues", "papers", "nouns")
            or name.casefold().startswith(("contact", "photo", "picture", "source", "credit"))
            or any(a.xpos[k] == "IN" and a.lower[k] in ("with", "for", "on", "about") for k in range(left, right))
            or re.match(r"Q\d+", name)
        ):
            continue
        if (
            0 < right - left <= 6
            and nation(name) is None
            and (known or (i + 1 < len(a) and a.lower[i + 1] in _QUOTES))
            and _named(a, left, right)
            and not dateline(a, (left, right), (i, i + 1))
        ):
            if i + 1 < len(a) and a.lower[i + 1] in _QUOTES:
                end = next((k + 1 for k in range(i + 2, len(a)) if a.unit.quotes[k] == 2), end)
            elif start == 0:
                end = len(a)
            yield Saying(source=(left, right), cue=(i, i + 1), content=((i + 1, end),), manner="closed")
        elif end == len(a) and 0 < end - i - 1 <= 4 and start == 0 and a.lower[-1] != "." and i > 3:
            tail = text_of(a, i + 1, end)
            if kind_of(tail) != "other" or nation(tail):
                yield Saying(source=(i + 1, end), cue=(i, i + 1), content=((0, i),), manner="closed")


def credit(a: Analysis) -> Iterator[Saying]:
    """A name in brackets at the end of a sentence: "five hurt (governor N. N., 07:10)"."""
    for i, w in enumerate(a.lower):
        if w != "(":
            continue
        start, end = sentence_range(a, i)
        close = next((k for k in range(i + 1, min(i + 9, len(a))) if a.lower[k] == ")"), None)
        if close is None or close + 2 < end or i - start < 3:
            continue
        stop = next((k for k in range(i + 1, close) if a.lower[k] == ","), close)
        kind = kind_of(text_of(a, i + 1, stop))
        plain_word = (
            kind in ("police", "medical", "emergency", "government", "military") and a.xpos[stop - 1] == "NN" and stop == close
        )
        if kind not in ("other", "media", "anonymous", "international") and (
            a.unit.words[stop - 1][0].isupper() or plain_word or a.lower[stop - 1] == "police"
        ):
            yield Saying(source=(i + 1, stop), cue=(i, i + 1), content=((start, i),), manner="closed")


def quoted(a: Analysis) -> Iterator[Saying]:
    """Quoted speakers: "X was quoted as saying", where the model has no cue."""
    for i, w in enumerate(a.lower):
        if w == "quoted" and "as" in a.lower[i : i + 12] and subject(a, i) is not None:
            s = mend(a, Saying(source=None, cue=(i, i + 1), content=((i + 1, clause_end(a, i)),), manner="closed"))
            if s.source:
                yield s


def plain(a: Analysis) -> Iterator[Saying]:
    """Verbs of saying with a subject and a clause, inside or outside what others say."""
    for i, w in enumerate(a.lower):
        if not takes_clause(w) or a.upos[i] not in ("VERB", "AUX") or a.rels[i] in ("amod", "aux"):
            continue
        passive = any(a.rels[c] == "aux:pass" for c in a.children[i])
        who = subject(a, i)
        clause = next((c for c in a.children[i] if a.rels[c] == "ccomp"), None)
        that = a.lower[i + 1 : i + 2] == ("that",) and a.xpos[i + 1] != "DT"
        if who is None or passive or (clause is None and not that) or (i and a.lower[i - 1] == "as" and w in _RELAYED):
            continue
        span = a.subtree(clause) if clause is not None else {i + 1}
        start, end = min(span), max(span) + 1
        while end > start + 1 and a.lower[end - 1] in (".", ",", ";", "”", '"'):
            end -= 1
        if start <= i < end:
            end = i if start < i - 2 else end
            start = start if end == i else i + 1
        if start > i:
            start, end = (start if clause is not None and start - i < 12 else i + 1), max(end, clause_end(a, i + 1))
        source = phrase(a, who)
        if source[0] <= i < source[1]:
            source = (source[0], who + 1)
        other = next(
            (
                r.source[0]
                for r in a.relations
                if r.source and r.source[0][0] <= who < r.source[0][1] and r.cue and r.cue[0][0] < r.source[0][0]
            ),
            None,
        )
        if i and a.lower[i - 1] in ("he", "she", "it", "they"):
            source = (i - 1, i)
        elif other and i - 1 > other[1]:
            source = (other[1], i)
        source = named_after(a, (described_before(a, source[0]), source[1]), i)
        yield Saying(
            source=source, cue=(i, i + 1), content=((start, end),), manner="aside" if place_of(a, i) == "aside" else "nested"
        )


def direct(a: Analysis) -> Iterator[Saying]:
    """A verb of saying with a subject, and a quotation after it: "X repeats from its armchair “...”"."""
    for i, w in enumerate(a.lower):
        if not takes_clause(w) or a.upos[i] != "VERB" or subject(a, i) is None:
            continue
        _, end = sentence_range(a, i)
        mark = next((k for k in range(i + 1, min(i + 8, end)) if a.unit.quotes[k] == 2 and a.lower[k] in _QUOTES), None)
        who = subject(a, i)
        if mark is None or who is None or who > i or a.unit.quotes[i]:
            continue
        close = next((k for k in range(mark + 1, len(a)) if a.unit.quotes[k] == 2), end - 1)
        yield Saying(source=named_after(a, phrase(a, who), i), cue=(i, i + 1), content=((mark, close + 1),), manner="closed")


def according(a: Analysis) -> Iterator[Saying]:
    """Sources in a phrase: "according to X" and "per X" where the model has no cue, mostly inside quotes."""
    for i in range(len(a) - 2):
        if a.lower[i] not in ("per", "according") or i + 1 == len(a):
            continue
        start, end = sentence_range(a, i)
        if a.lower[i] == "per" and (i == start or a.lower[i - 1] == ",") and a.xpos[i + 1] in ("DT", "NNP", "NNPS"):
            stop = agent_end(a, i + 1)
            content = (stop, clause_end(a, stop)) if i == start and stop + 1 < end else (start, i)
            if content[0] < content[1]:
                yield Saying(source=(i + 1, stop), cue=(i, i + 1), content=(content,), manner="closed")
        if a.lower[i] == "according" and a.lower[i + 1] == "to":
            stop = agent_end(a, i + 2)
            while stop > i + 3 and a.unit.quotes[stop - 1] == 2:
                stop -= 1
            if a.lower[i - 1] == "that" and stop + 1 < end:
                stop += a.lower[stop] == ","
                yield Saying(source=(i + 2, stop - 1), cue=(i, i + 2), content=((stop, clause_end(a, stop)),), manner="nested")
            elif i > start + 1:
                begin = start
                if a.unit.quotes[i] == 1:
                    begin = next((k for k in range(i, start, -1) if a.unit.quotes[k] == 2), start)
                yield Saying(source=(i + 2, stop), cue=(i, i + 2), content=((begin, i),), manner="nested")


def inverted(a: Analysis) -> Iterator[Saying]:
    """The verb before its speaker: "..., reports the emergency service", in a sentence in which nothing else attributes."""
    for i, w in enumerate(a.lower[:-1]):
        if stance_of(w) not in ("says", "reports", "confirms") or a.xpos[i] not in ("VBD", "VBZ", "VBP") or a.lower[i - 1] != ",":
            continue
        start, end = sentence_range(a, i)
        stop = agent_end(a, i + 1)
        alone = not any(r.cue and start <= r.cue[0][0] < end for r in a.relations)
        named = stop - i < 10 and (_acronym_or_person(a, i + 1, stop) or kind_of(text_of(a, i + 1, stop)) != "other")
        if i - start > 3 and alone and named and (stop >= end or a.lower[stop] in (",", ".", "—", ";")):
            yield Saying(source=(i + 1, stop), cue=(i, i + 1), content=((start, i - 1),), manner="closed")


def sourced(a: Analysis) -> Iterator[Saying]:
    """A source named behind the words: "eight were hurt; this is from the hospital"."""
    for i, w in enumerate(a.lower[:-2]):
        start, end = sentence_range(a, i)
        opens = w in ("this", "that") and (i == start or a.lower[i - 1] in (";", ",", "—", "–", "(", "and"))
        source = next((k for k in range(i + 1, min(i + 4, end - 1)) if a.lower[k] == "from"), None)
        if not opens or source is None or any(a.lower[k] not in _COMING for k in range(i + 1, source)):
            continue
        stop = agent_end(a, source + 1)
        first = sentence_range(a, i - 1)[0] if i == start and i else start
        last = i - 1 if a.lower[i - 1] in (";", ",", "—", "–", "(") else i
        if kind_of(text_of(a, source + 1, stop)) != "other" and last - first > 2:
            yield Saying(source=(source + 1, stop), cue=(i, source + 1), content=((first, last),), manner="closed")


def behind(a: Analysis) -> Iterator[Saying]:
    """A headline's source behind a dash: "Three killed in market blast - police"."""
    i = next((k for k in range(len(a) - 2, 3, -1) if a.lower[k] in _DASHES), None)
    if i is None or len(a) - i > 5 or a.lower[-1] in (".", "!", "?") or any(a.unit.quotes) or a.unit.sentences[-1]:
        return
    spaced = a.unit.spans[i - 1][1] < a.unit.spans[i][0] and a.unit.spans[i][1] < a.unit.spans[i + 1][0]
    tail = text_of(a, i + 1, len(a))
    if (
        spaced
        and (kind_of(tail) not in ("other", "media") or nation(tail))
        and not any(a.upos[k] == "VERB" for k in range(i + 1, len(a)))
    ):
        yield Saying(source=(i + 1, len(a)), cue=(i, i + 1), content=((0, i),), manner="closed")


def untrue(a: Analysis) -> Iterator[Saying]:
    """What is called false: "reports that 200 were killed are false", "it is a lie that", "called reports of 90 dead untrue"."""
    words = lexicon.words("status", "untrue")
    for i, w in enumerate(a.lower):
        if w not in words and not (w == "true" and a.lower[i - 1] in _NOT):
            continue
        start, _ = sentence_range(a, i)
        stop = next((c for c in a.children[i] if a.rels[c] == "cop" and c < i), None)
        if stop is not None and a.lower[i + 1 : i + 2] == ("that",):
            yield Saying(source=None, cue=(i, i + 1), content=((i + 2, clause_end(a, i + 1)),), manner="nested")
            continue
        called = next((k for k in range(i - 1, start, -1) if a.lower[k] in _CALLING), None) if stop is None else None
        if (called is None and stop is None) or any(a.lower[k] in _NOT for k in range(stop or i, i) if w != "true"):
            continue
        last = stop if stop is not None else i
        joint = (
            k for k in range(last - 2, called or start, -1) if a.lower[k] in ("that", "of") and stance_of_noun(a.lower[k - 1])
        )
        first = next(joint, None)
        while (
            first is not None
            and last > first + 2
            and (a.unit.quotes[last - 1] == 2 or a.lower[last - 1] in ("as", "a", "an", ","))
        ):
            last -= 1
        if first is not None and last - first > 2 and "," not in a.lower[first:last]:
            yield Saying(source=None, cue=(i, i + 1), content=((first + 1, last),), manner="nested")


def heard(a: Analysis) -> Iterator[Saying]:
    """What one has from another: "he had heard from X that", "she was told by X that"."""
    for i, w in enumerate(a.lower[:-2]):
        after = a.lower[i + 1]
        told = stance_of(w) is not None and a.xpos[i] == "VBN" and after == "by"
        if not told and not (w in HEARD and after == "from"):
            continue
        _, end = sentence_range(a, i)
        stop = agent_end(a, i + 2)
        that = next((k for k in range(i + 3, min(stop + 2, end)) if a.lower[k] == "that"), None)
        if that is not None and that + 2 < end:
            yield Saying(source=(i + 2, that), cue=(i, i + 2), content=((that + 1, clause_end(a, that)),), manner="nested")


def informed(a: Analysis) -> Iterator[Saying]:
    """Translated copy: "As is informed from the press service of X, ..."."""
    for i, w in enumerate(a.lower[:-3]):
        start, end = sentence_range(a, i)
        if (
            a.lower[start] != "as"
            or not 0 < i - start < 6
            or stance_of(w) is None
            or a.lower[i + 1] not in ("from", "by", "in", "at")
        ):
            continue
        comma = next((k for k in range(i + 2, min(i + 14, end)) if a.lower[k] == ","), None)
        if comma is not None and a.xpos[i] in ("VBN", "VBD") and comma - i > 2:
            yield Saying(source=(i + 2, comma), cue=(i, i + 2), content=((comma + 1, clause_end(a, comma + 1)),), manner="closed")


def signed(a: Analysis) -> Iterator[Saying]:
    """A name behind a dash under or behind the words quoted: "“...” – N. N., teacher"."""
    for i in range(3, len(a) - 1):
        if a.lower[i] in _DASHES and a.unit.quotes[i - 1] == 2 and len(a) - i < 14 and signature(a, i):
            stop = next((k for k in range(i + 1, len(a)) if a.lower[k] == ","), len(a))
            marks = [k for k in range(i - 1) if a.unit.quotes[k] == 2]
            first = 0 if not marks or marks[0] == 0 else marks[-1]
            yield Saying(source=(i + 1, stop), cue=(i, i + 1), content=((first, i),), manner="closed")


def signature(a: Analysis, dash: int = 0) -> bool:
    """True where only a name, and what it is of, stands behind a dash."""
    return (
        a.lower[dash] in _DASHES
        and 1 < len(a) - dash < 14
        and (a.names[dash + 1].endswith("PER") or kind_of(text_of(a, dash + 1, len(a))) != "other")
        and not any(a.upos[k] in ("VERB", "AUX") for k in range(dash + 1, len(a)))
    )


def closing(a: Analysis) -> Iterator[Saying]:
    """Late cues: "..., the officer, N. N., informed newsmen." in a sentence in which nothing else attributes."""
    for i, w in enumerate(a.lower):
        if stance_of(w) not in ("says", "confirms", "reports") or a.xpos[i] not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        start, end = sentence_range(a, i)
        if (
            end - i > 6
            or i - start < 6
            or any(r.cue and start <= r.cue[0][0] < i and a.lower[r.cue[0][0]] != ":" for r in a.relations)
        ):
            continue
        k = i - 1 if a.lower[i - 1] == "," else i
        while k > start and (
            a.xpos[k - 1] in BEFORE
            or a.lower[k - 1] in ("of", "for")
            or (a.lower[k - 1] == "," and k < i and a.names[k].startswith("B-PER"))
        ):
            k -= 1
        if i - k > 1 and k - start > 4 and a.lower[k - 1] in (",", "”", '"') and a.xpos[k] in ("DT", "NNP", "NN", "NNS"):
            yield Saying(source=(k, i), cue=(i, i + 1), content=((start, k - 1),), manner="closed")


def _acronym_or_person(a: Analysis, start: int, end: int) -> bool:
    return any(a.names[k].endswith("PER") for k in range(start, end))


def _named(a: Analysis, start: int, end: int) -> bool:
    """True for a name or a role, false for a heading without a noun or a word shouted by a programme."""
    text = text_of(a, start, end)
    return (
        a.xpos[end - 1] in ("NN", "NNS", "NNP", "NNPS")
        and not any(a.upos[k] in ("VERB", "AUX") for k in range(start, end))
        and "?" not in text
    )


FIRST = (colon, behind, credit, quoted, signed, informed)
LAST = (untrue, inverted, sourced, heard, plain, direct, according, closing)
"""The forms in the order in which they are tried: before and after those that give a figure."""
