"""Which closed forms attribute words that the model left alone: "per X", "as X put it", hearsay, a clause after a verb?"""

from collections.abc import Iterator
from functools import cache

from sayso.reading.speakers.forms_figures import place_of
from sayso.reading.speakers.forms_layout import has_person
from sayso.reading.speakers.sayings import Saying, described_before, mend, named_after
from sayso.reading.words import lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import clause_verbs, listed, stance_of, stance_of_noun, verbs_of
from sayso.reading.words.clauses import (
    BEFORE,
    SUBJECTS,
    agent_end,
    clause_end,
    found_at,
    left_edge,
    opener,
    phrase,
    sentence_range,
    subject,
    text_of,
)
from sayso.reading.words.kinds import kind_of

_RELAYED = frozenset(("saying", "telling"))
_NOT = frozenset(("not", "n't", "n’t", "never"))
_CALLING = frozenset(
    ("called", "calls", "calling", "call", "described", "describes", "describing", "branded", "labelled", "labeled")
)
_OPEN = frozenset(("rule", "exclude"))
_COMING = frozenset(("is", "was", "comes", "came", "information", "news", "word"))
HEARD = frozenset(("hear", "hears", "heard", "learn", "learned", "learnt"))
_POINTING = frozenset(("this", "that"))
_CASTING = frozenset(("cast", "casts"))
_DASHES = frozenset(("—", "–", "―"))
_ASIDE, _BEHIND = 9, 4
"""Words before and behind a verb of saying within which the dashes around it stand. Source: set by hand."""
_LATE = 8
"""Most words from a late verb of saying to the end of its sentence. Source: set by hand."""
_QUOTES = frozenset('"“”„«»')


def as_put(a: Analysis) -> Iterator[Saying]:
    """A speaker between commas for all of the sentence: ", as the prefect put it," ", as X says,"."""
    for i, w in enumerate(a.lower[:-3]):
        if w != "as" or i == 0 or a.lower[i - 1] not in (",", "—", "–", "("):
            continue
        start, end = sentence_range(a, i)
        stop = agent_end(a, i + 1)
        close = next((k for k in range(stop + 1, min(stop + 5, end)) if a.lower[k] in (",", "—", "–", ")", ".")), None)
        told = a.lower[stop : stop + 1] in (("put",), ("puts",)) or (stop < end and stance_of(a.lower[stop]) == "says")
        if close is None or not told or stop - i > 8 or kind_of(text_of(a, i + 1, stop)) == "other":
            continue
        pieces = ((start, i - 1), (close + 1, clause_end(a, close + 1))) if close + 2 < end else ((start, i - 1),)
        yield Saying(source=(i + 1, stop), cue=(i, close), content=tuple(r for r in pieces if r[0] < r[1]), manner="closed")


def between(a: Analysis) -> Iterator[Saying]:
    """A speaker between dashes within the words: "Three women – the hospital told us – died"."""
    for i in found_at(a, verbs_of("says", "confirms")):
        start, end = sentence_range(a, i)
        opened = next((k for k in range(i - 1, max(start, i - _ASIDE), -1) if a.lower[k] in _DASHES), None)
        closed = next((k for k in range(i + 1, min(end - 2, i + _BEHIND)) if a.lower[k] in _DASHES), None)
        if opened is None or closed is None or opened - start < 1 or 2 in a.unit.quotes[start:end]:
            continue
        first = opened + 1 + (a.lower[opened + 1] in ("so", "as"))
        alone = not any(a.upos[k] == "VERB" for k in (*range(first, i), *range(i + 1, closed)))
        if first < i and alone and a.xpos[i] in ("VBD", "VBZ", "VBP") and kind_of(text_of(a, first, i)) != "other":
            content = ((start, opened), (closed + 1, clause_end(a, closed + 1)))
            yield Saying(source=(first, i), cue=(i, i + 1), content=content, manner="closed")


def quoted(a: Analysis) -> Iterator[Saying]:
    """Quoted speakers: "X was quoted as saying", where the model has no cue."""
    for i, w in enumerate(a.lower):
        if w == "quoted" and "as" in a.lower[i : i + 12] and subject(a, i) is not None:
            s = mend(a, Saying(source=None, cue=(i, i + 1), content=((i + 1, clause_end(a, i)),), manner="closed"))
            if s.source:
                yield s


def plain(a: Analysis) -> Iterator[Saying]:
    """Verbs of saying with a subject and a clause, inside or outside what others say."""
    for i in found_at(a, clause_verbs()):
        w = a.lower[i]
        if a.upos[i] not in ("VERB", "AUX") or a.rels[i] in ("amod", "aux"):
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
        if end == i and start + 1 < source[0] and a.lower[source[0] - 1] == ",":
            start, end = _beginning(a, start), source[0] - 1
        yield Saying(
            source=source, cue=(i, i + 1), content=((start, end),), manner="aside" if place_of(a, i) == "aside" else "nested"
        )


def _beginning(a: Analysis, start: int) -> int:
    """Where the words before ", X said" begin: with the main clause that "when" or "after" belongs to, whatever it hangs on."""
    begin, _ = sentence_range(a, start)
    joined = a.xpos[start] in ("WRB", "IN") and a.lower[start] != "that" and a.lower[start - 1 : start] != (",",)
    told = any(a.rels[k] in SUBJECTS and begin <= a.heads[k] < start for k in range(begin, start))
    return begin if joined and told and not any(stance_of(a.lower[k]) for k in range(begin, start)) else start


def ruled_out(a: Analysis) -> Iterator[Saying]:
    """What one leaves open: "the police could not rule out that", "X cannot exclude that"."""
    for i in found_at(a, _OPEN):
        that = next((k for k in range(i + 1, min(i + 3, len(a) - 1)) if a.lower[k] == "that"), None)
        begin = next((k for k in range(i - 1, max(-1, i - 5), -1) if a.lower[k] in _NOT or a.lower[k] == "cannot"), None)
        who = subject(a, i)
        if that is not None and begin is not None and who is not None and who < begin:
            begin -= a.lower[begin] in _NOT and a.xpos[begin - 1] in ("MD", "VBD", "VBZ", "VBP")
            yield Saying(source=phrase(a, who), cue=(begin, that), content=((that + 1, clause_end(a, that)),), manner="closed")


def direct(a: Analysis) -> Iterator[Saying]:
    """A verb of saying with a subject, and a quotation after it: "X repeats from its armchair “...”"."""
    if 2 not in a.unit.quotes:
        return
    for i in found_at(a, clause_verbs()):
        if a.upos[i] != "VERB" or subject(a, i) is None:
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
            if "that" in a.lower[max(start, i - 2) : i] and a.lower[i - 1] in ("that", ",") and stop + 1 < end:
                stop += a.lower[stop] == ","
                by = (i + 2, stop - (a.lower[stop - 1] == ","))
                yield Saying(source=by, cue=(i, i + 2), content=((stop, clause_end(a, stop)),), manner="nested")
            elif i > start + 1:
                begin = start
                if a.unit.quotes[i] == 1:
                    begin = next((k for k in range(i, start, -1) if a.unit.quotes[k] == 2), start)
                yield Saying(source=(i + 2, stop), cue=(i, i + 2), content=((begin, i),), manner="nested")


def inverted(a: Analysis) -> Iterator[Saying]:
    """The verb before its speaker: "..., reports the emergency service", in a sentence in which nothing else attributes."""
    for i in found_at(a, verbs_of("says", "reports", "confirms")):
        if i + 1 == len(a) or a.xpos[i] not in ("VBD", "VBZ", "VBP") or a.lower[i - 1] != "," or a.xpos[i + 1] in ("IN", "TO"):
            continue
        start, end = sentence_range(a, i)
        stop = agent_end(a, i + 1)
        alone = not any(r.cue and start <= r.cue[0][0] < end for r in a.relations)
        named = stop - i < 10 and (has_person(a, i + 1, stop) or kind_of(text_of(a, i + 1, stop)) != "other")
        if i - start > 3 and alone and named and (stop >= end or a.lower[stop] in (",", ".", "—", ";")):
            yield Saying(source=(i + 1, stop), cue=(i, i + 1), content=((start, i - 1),), manner="closed")


def sourced(a: Analysis) -> Iterator[Saying]:
    """A source named behind the words: "eight were hurt; this is from the hospital"."""
    if "from" not in a.lower:
        return
    for i in found_at(a, _POINTING):
        start, end = sentence_range(a, i)
        opens = i + 2 < len(a) and (i == start or a.lower[i - 1] in (";", ",", "—", "–", "(", "and"))
        source = next((k for k in range(i + 1, min(i + 4, end - 1)) if a.lower[k] == "from"), None)
        if not opens or source is None or any(a.lower[k] not in _COMING for k in range(i + 1, source)):
            continue
        stop = agent_end(a, source + 1)
        first = sentence_range(a, i - 1)[0] if i == start and i else start
        last = i - 1 if a.lower[i - 1] in (";", ",", "—", "–", "(") else i
        if kind_of(text_of(a, source + 1, stop)) != "other" and last - first > 2:
            yield Saying(source=(source + 1, stop), cue=(i, source + 1), content=((first, last),), manner="closed")


def untrue(a: Analysis) -> Iterator[Saying]:
    """What is called false: "reports that 200 were killed are false", "it is a lie that", "called reports of 90 dead untrue"."""
    words = lexicon.untruths()
    for i, w in enumerate(a.lower):
        if w not in words and not (w == "true" and a.lower[i - 1] in _NOT):
            continue
        start, _ = sentence_range(a, i)
        stop = next((c for c in a.children[i] if a.rels[c] in ("cop", "aux:pass") and c < i), None)
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


def taken_back(a: Analysis) -> Iterator[Saying]:
    """Who takes back what was told: "the centre later withdrew the figure"."""
    for i in found_at(a, verbs_of("retracts")):
        who = subject(a, i)
        told = next((c for c in a.children[i] if a.rels[c] == "obj" and a.lower[c] in listed("certainty", "told", "nouns")), None)
        if a.xpos[i] not in ("VBD", "VBZ", "VBP", "VBN") or who is None or who > i or told is None or told < i:
            continue
        if not any(a.rels[c] == "aux:pass" for c in a.children[i]):
            content = ((left_edge(a, told), clause_end(a, told + 1)),)
            yield Saying(source=phrase(a, who), cue=(i, i + 1), content=content, manner="closed")


def doubting(a: Analysis) -> Iterator[Saying]:
    """Who "cast doubt on" what another one told."""
    for i in found_at(a, _CASTING):
        who = subject(a, i)
        source = phrase(a, who) if who is not None and who < i else opener(a, i)  # "cast" is often taken for a noun
        if a.lower[i + 1 : i + 3] == ("doubt", "on") and source is not None and i + 3 < len(a):
            yield Saying(source=source, cue=(i, i + 3), content=((i + 3, clause_end(a, i + 3)),), manner="closed")


def heard(a: Analysis) -> Iterator[Saying]:
    """What one has from another: "he had heard from X that", "she was told by X that"."""
    for i in found_at(a, _heard_words()):
        if i + 2 >= len(a):
            continue
        w, after = a.lower[i], a.lower[i + 1]
        told = stance_of(w) is not None and a.xpos[i] == "VBN" and after == "by"
        if not told and not (w in HEARD and after == "from"):
            continue
        _, end = sentence_range(a, i)
        stop = agent_end(a, i + 2)
        that = next((k for k in range(i + 3, min(stop + 2, end)) if a.lower[k] == "that"), None)
        if that is not None and that + 2 < end:
            yield Saying(source=(i + 2, that), cue=(i, i + 2), content=((that + 1, clause_end(a, that)),), manner="nested")


@cache
def _heard_words() -> frozenset[str]:
    return verbs_of() | HEARD


def informed(a: Analysis) -> Iterator[Saying]:
    """Translated copy: "As is informed from the press service of X, ..."."""
    for i in found_at(a, verbs_of()) if "as" in a.lower else ():
        start, end = sentence_range(a, i)
        if i + 3 >= len(a) or a.lower[start] != "as" or not 0 < i - start < 6 or a.lower[i + 1] not in ("from", "by", "in", "at"):
            continue
        comma = next((k for k in range(i + 2, min(i + 14, end)) if a.lower[k] == ","), None)
        if comma is not None and a.xpos[i] in ("VBN", "VBD") and comma - i > 2:
            yield Saying(source=(i + 2, comma), cue=(i, i + 2), content=((comma + 1, clause_end(a, comma + 1)),), manner="closed")


def closing(a: Analysis) -> Iterator[Saying]:
    """Late cues: "..., the officer, N. N., informed newsmen." in a sentence in which nothing else attributes."""
    for i in found_at(a, verbs_of("says", "reports", "confirms")):
        if a.xpos[i] not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        start, end = sentence_range(a, i)
        if (
            end - i > _LATE
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
        if a.lower[k] in ("a", "an") and a.lower[k - 1] == "," and a.xpos[k - 2].startswith("NNP"):
            k = left_edge(a, k - 2)  # "the Oder Institute, a think tank, wrote"
        if i - k > 1 and k - start > 4 and a.lower[k - 1] in (",", "”", '"') and a.xpos[k] in ("DT", "NNP", "NN", "NNS"):
            yield Saying(source=(k, i), cue=(i, i + 1), content=((start, k - 1),), manner="closed")


FIRST = (quoted, informed)
LAST = (untrue, taken_back, doubting, inverted, sourced, as_put, between, heard, ruled_out, plain, direct, according, closing)
"""The forms in the order in which they are tried: before and after those that give a figure."""
