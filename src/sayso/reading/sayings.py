"""Where does a unit attribute something, and which words are the source, the cue and the content?

The model's attributions come first; closed forms that it misses are laid over it, and what is said inside of what is said is found by grammar.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sayso.reading.analysis import Analysis
from sayso.reading.certainty import all_forms, listed, stance_of, stance_of_noun, takes_clause
from sayso.reading.decoding import Range
from sayso.reading.kinds import kind_of
from sayso.reading.nations import nation

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_POSSESSIVE = frozenset(("'s", "’s"))
_BREAKS = frozenset(("but", "while", "whereas", "although", "though"))
_QUOTES = frozenset('"“”„«»')

Manner = Literal["model", "closed", "nested", "aside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One attribution in words of a unit. `relays` passed it on ("quoted by Y"), `cited` are whom the source has it from.

    `speaker` is the cue's subject where the model names no source. `manner`: by the model; by a closed form; nested in another's content; or an aside, whose speaker stands alone.
    """

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    manner: Manner = "model"
    relays: tuple[Range, ...] = ()
    cited: tuple[Range, ...] = ()
    noun: bool = False
    figure: bool = False
    speaker: Range | None = None
    held: tuple[Range, ...] = ()

    @property
    def hull(self) -> Range:
        """From the first word to the last of all its parts."""
        parts = [self.cue, *self.content, *([self.source] if self.source else [])]
        return min(p[0] for p in parts), max(p[1] for p in parts)


def sayings(a: Analysis) -> tuple[Saying, ...]:
    """Every attribution of a unit, in the order of the cues; the model's keep their words."""
    found = _apart(list(_of_model(a)))
    taken = {i for s in found for i in range(*s.cue)}
    for form in (_colon, _credit, _quoted, _figures, _raised, _nouns, _accounts, _plain, _direct, _according, _closing):
        for s in form(a):
            if not taken & set(range(*s.cue)) and not _echo(a, s, found):
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


def subject(a: Analysis, verb: int) -> int | None:
    """The subject of a verb, the nearest before it; also of the verb it is joined to or of the clause it is an adjunct of."""
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        found = [c for c in a.children[verb] if a.rels[c] in _SUBJECTS]
        if found:
            before = [c for c in found if c < verb]
            return before[-1] if before else found[0]
        if a.rels[verb] in ("conj", "xcomp", "aux", "cop") or (a.rels[verb] in ("advcl", "parataxis") and a.xpos[verb] == "VBG"):
            verb = a.heads[verb]
            if verb < 0:
                return None
        else:
            return None
    return None


def opener(a: Analysis, verb: int) -> Range | None:
    """The noun phrase that fills a sentence up to its verb, where the grammar sees no subject."""
    start, _ = sentence_range(a, verb)
    return (start, verb) if start < verb and all(a.xpos[k] in _BEFORE for k in range(start, verb)) else None


def phrase(a: Analysis, head: int) -> Range:
    """The noun phrase of a head: its modifiers before it, and what hangs on it after it up to a verb."""
    start = end = head
    while start > 0:
        k = start - 1
        if a.unit.sentences[k] != a.unit.sentences[head] or a.xpos[k] not in _BEFORE or a.lower[k] in ("that",):
            break
        start = k
    inside = a.subtree(head)
    end = head + 1
    while end < len(a) and end in inside and a.unit.sentences[end] == a.unit.sentences[head]:
        end += 1
    return start, end


_BEFORE = frozenset(("DT", "JJ", "JJS", "JJR", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "CD", "HYPH"))


def sentence_range(a: Analysis, i: int) -> Range:
    """The words of the sentence in which a word stands."""
    marks = a.unit.sentences
    s = marks[min(i, len(marks) - 1)]
    return bisect_left(marks, s), bisect_right(marks, s)


def clause_end(a: Analysis, i: int) -> int:
    """Where the clause that goes on after a word ends: a semicolon, ", but", a full stop, or a new clause with its own subject."""
    _, end = sentence_range(a, i)
    k = i
    while k < end:
        w = a.lower[k]
        after = a.lower[k + 1] if k + 1 < end else ""
        if w == ";" or (w in (",", "—", "–") and after in _BREAKS) or (w in _BREAKS and k > i + 1 and w in ("but", "whereas")):
            return k
        if w == "," and (after in ("insisting", "quoting", "citing", "adding") or (after in ("and", "the", "who", "which") and _new_clause(a, k + 1, end))):
            return k
        if w == "," and after in ("it", "he", "she", "they", "which") and any(stance_of(v) for v in a.lower[k + 2 : k + 4]):
            return k
        k += 1
    while end > i + 1 and a.lower[end - 1] in (".", "!", "?", "”", '"', ")", "]"):
        end -= 1
    return end


def _new_clause(a: Analysis, i: int, end: int) -> bool:
    """True where a joined clause with its own subject begins within the next words."""
    return any(a.rels[k] in _SUBJECTS and a.rels[a.heads[k]] in ("conj", "parataxis") and a.heads[k] > k for k in range(i, min(i + 8, end)))


def _of_model(a: Analysis) -> Iterator[Saying]:
    for r in a.relations:
        source = r.source[0] if r.source else None
        if source and r.cue and _dateline(a, source, r.cue[0]):
            continue
        if not r.cue:
            continue
        yield _mend(a, Saying(source=source, cue=r.cue[0], content=r.content))


def _dateline(a: Analysis, source: Range, cue: Range) -> bool:
    """True for "TALLINN: ..." in running text: a place of writing, no speaker."""
    if source[0] != 0 or a.lower[cue[0]] != ":" or cue[1] - cue[0] != 1:
        return False
    name = " ".join(a.unit.words[source[0] : source[1]])
    return name.isupper() and kind_of(name) == "other" and len(a) > 25


def _mend(a: Analysis, s: Saying) -> Saying:
    """An attribution of the model with "was quoted by Y as saying" read right, and the source's role words taken in."""
    quoted = next((i for i in range(max(0, s.cue[0] - 1), s.cue[1]) if a.lower[i] == "quoted"), None)
    who = subject(a, quoted) if quoted is not None else None
    if quoted is not None and who is not None and a.xpos[quoted] == "VBN" and any(a.rels[c] == "aux:pass" for c in a.children[quoted]):
        relays = ((quoted + 2, _agent_end(a, quoted + 2)),) if a.lower[quoted + 1 : quoted + 2] == ("by",) else ()
        content = s.content
        start, end = sentence_range(a, quoted)
        source = phrase(a, who)
        source = (source[0], min(source[1], quoted))
        if all(c[0] > quoted for c in content) and source[0] > start + 3:
            content = ((start, source[0]),)
        return replace(s, source=source, relays=relays, content=content)
    if s.source:
        k = s.source[0]
        while k > 0 and a.unit.sentences[k - 1] == a.unit.sentences[k] and a.xpos[k - 1] in ("DT", "NN", "JJ") and a.rels[k - 1] in ("det", "compound", "amod") and s.source[0] <= a.heads[k - 1] < s.source[1]:
            k -= 1
        s = replace(s, source=(_described_before(a, k, s), s.source[1]))
    if s.source is None:
        verb = next((i for i in range(*s.cue) if a.upos[i] == "VERB"), None)
        who = subject(a, verb) if verb is not None and not any(a.rels[c] == "aux:pass" for c in a.children[verb]) else None
        if who is not None and who not in range(*s.cue) and who < s.cue[0] and not any(b <= who < e for b, e in s.content):
            s = replace(s, speaker=phrase(a, who))
        elif "intelligence" in a.lower[s.cue[0] : s.cue[1] + 1] and s.cue[0] > sentence_range(a, s.cue[0])[0]:
            s = replace(s, speaker=(_left(a, s.cue[0] - 1), s.cue[0]))
    start, _ = sentence_range(a, s.cue[0])
    if s.content and s.content[0][0] < s.cue[0] and a.lower[s.content[0][0]] == "that" and s.content[0][0] > start:
        s = replace(s, held=((start, s.content[0][1]),))
    return s


def _described_before(a: Analysis, k: int, s: Saying) -> int:
    """Where a source begins with the role that stands before the name: "the head of the district, N. N., said"."""
    if k < 2 or not a.names[k].endswith("PER") or a.lower[k - 1] != ",":
        return k
    start, _ = sentence_range(a, k)
    j = k - 1
    while j > start and (a.xpos[j - 1] in _BEFORE or a.lower[j - 1] in ("of", "for", "in", "at")):
        j -= 1
    role = kind_of(_text(a, j, k - 1)) not in ("other", "anonymous")
    edge = j == start or a.lower[j - 1] in (",", ":", "[", "(", "”", '"')
    return j if role and k - 1 - j > 1 and edge and a.lower[j] in ("the", "a", "an") else k


def _with_cited(a: Analysis, found: list[Saying]) -> tuple[Saying, ...]:
    """Sayings with whom their source cites: "X, citing Y, reported", "X put it at six, quoting Y"."""
    extra: dict[int, tuple[Range, ...]] = {}
    for i, w in enumerate(a.lower):
        told = w in listed("cues", "joints", "cited") and i and a.lower[i - 1] in ("which", "who")
        if w not in listed("cues", "joints", "citing") and not told:
            continue
        start, end = sentence_range(a, i)
        near = [(k, s) for k, s in enumerate(found) if start <= s.cue[0] < end and i not in range(*s.cue) and s.manner != "nested"]
        near = [(k, s) for k, s in near if s.source and not any(b <= i < e for b, e in s.content) or a.heads[i] in range(*s.cue)]
        held = [k for k, s in near if s.source and s.source[1] <= i <= s.source[1] + 3 and (s.cue[0] > i or told)]
        held = held or [k for k, s in sorted(near, key=lambda x: -x[1].cue[0]) if s.cue[0] < i] or [k for k, _ in near]
        if held:
            extra[held[0]] = (*extra.get(held[0], ()), (i + 1, _agent_end(a, i + 1)))
    out = [replace(s, cited=extra[k]) if k in extra else s for k, s in enumerate(found)]
    return tuple(replace(s, content=_without(s.content, s.cited, s.cue)) if s.cited and s.content else s for s in out)


def _without(content: tuple[Range, ...], cited: tuple[Range, ...], cue: Range) -> tuple[Range, ...]:
    """A content that does not begin with the words of whom the source cites."""
    b, e = content[0]
    stop = next((y for x, y in cited if x <= b < y < e and b > cue[0]), b)
    return ((stop, e), *content[1:])


def _agent_end(a: Analysis, i: int) -> int:
    """Where the noun phrase that begins at a word ends: a comma, "as", a verb."""
    _, end = sentence_range(a, i)
    k = i
    while k < end and a.lower[k] not in (",", ";", "as", "—", ")", ".", "who", "which") and a.upos[k] not in ("VERB", "AUX"):
        k += 1
    return max(k, i + 1)


def _echo(a: Analysis, s: Saying, found: list[Saying]) -> bool:
    """True where a closed form repeats an attribution that has been found, with the same cue or from inside its source."""
    return any(f.source and f.source[0] <= s.cue[0] < f.source[1] for f in found)


def _quoted(a: Analysis) -> Iterator[Saying]:
    """ "X was quoted as saying", where the model has no cue. """
    for i, w in enumerate(a.lower):
        if w == "quoted" and "as" in a.lower[i : i + 12] and subject(a, i) is not None:
            s = _mend(a, Saying(source=None, cue=(i, i + 1), content=((i + 1, clause_end(a, i)),), manner="closed"))
            if s.source:
                yield s


def _colon(a: Analysis) -> Iterator[Saying]:
    """ "NIS: ..." and "...: NIS" in headlines, "Mayor: “...”" and "N. N. 09:30: ..." in lists and transcripts. """
    for i, w in enumerate(a.lower):
        if w != ":" or i == 0 or i + 1 >= len(a):
            continue
        start, end = sentence_range(a, i)
        left = start
        while left < i and not a.unit.words[left][0].isalnum():
            left += 1
        right = i
        while right > left and a.lower[right - 1][0].isdigit():
            right -= 1
        name = _text(a, left, right)
        known = kind_of(name) != "other" or _acronym_or_person(a, left, right)
        if name.split(" ")[-1].casefold() in listed("cues", "papers", "nouns") or name.casefold().startswith(("contact", "photo", "picture", "source", "credit")) or any(a.xpos[k] == "IN" and a.lower[k] in ("with", "for", "on", "about") for k in range(left, right)) or re.match(r"Q\d+", name):
            continue
        if 0 < right - left <= 6 and nation(name) is None and (known or a.lower[i + 1] in _QUOTES) and _named(a, left, right) and not _dateline(a, (left, right), (i, i + 1)):
            if a.lower[i + 1] in _QUOTES:
                end = next((k + 1 for k in range(i + 2, len(a)) if a.unit.quotes[k] == 2), end)
            elif start == 0:
                end = len(a)
            yield Saying(source=(left, right), cue=(i, i + 1), content=((i + 1, end),), manner="closed")
        elif end == len(a) and 0 < end - i - 1 <= 4 and start == 0 and a.lower[-1] != "." and i > 3:
            tail = _text(a, i + 1, end)
            if kind_of(tail) not in ("other",) or nation(tail):
                yield Saying(source=(i + 1, end), cue=(i, i + 1), content=((0, i),), manner="closed")


def _acronym_or_person(a: Analysis, start: int, end: int) -> bool:
    return any(a.names[k].endswith("PER") for k in range(start, end))


def _named(a: Analysis, start: int, end: int) -> bool:
    """True for a name or a role, false for a heading without a noun or a word shouted by a programme."""
    text = _text(a, start, end)
    return a.xpos[end - 1] in ("NN", "NNS", "NNP", "NNPS") and not any(a.upos[k] in ("VERB", "AUX") for k in range(start, end)) and "?" not in text


def _credit(a: Analysis) -> Iterator[Saying]:
    """A name in brackets at the end of a sentence: "five hurt (governor N. N., 07:10)". """
    for i, w in enumerate(a.lower):
        if w != "(":
            continue
        start, end = sentence_range(a, i)
        close = next((k for k in range(i + 1, min(i + 9, len(a))) if a.lower[k] == ")"), None)
        if close is None or close + 2 < end or i - start < 3:
            continue
        stop = next((k for k in range(i + 1, close) if a.lower[k] == ","), close)
        if kind_of(_text(a, i + 1, stop)) not in ("other", "media", "anonymous", "international") and a.unit.words[stop - 1][0].isupper():
            yield Saying(source=(i + 1, stop), cue=(i, i + 1), content=((start, i),), manner="closed")


def _figures(a: Analysis) -> Iterator[Saying]:
    """ "put the toll at twelve", "gave the number as nine", "had it at 900", "gives fifteen". """
    bare_verbs = all_forms("figures", "bare")
    verbs = bare_verbs | all_forms("figures", "verbs") | {"had", "has", "said", "says", "say"}
    for i, w in enumerate(a.lower):
        if w not in verbs or a.upos[i] not in ("VERB", "AUX"):
            continue
        who = subject(a, i)
        end = clause_end(a, i + 1)
        joint = next((k for k in range(i + 1, min(end, i + 14)) if a.lower[k] in ("at", "as") and _number_near(a, k + 1, end)), None)
        bare = (w in bare_verbs and _persons_near(a, i + 1, end) and a.xpos[i] in ("VBD", "VBZ", "VBP", "VBN")) or (w in ("said", "says", "say") and a.xpos[i + 1 : i + 2] == ("CD",))
        source = phrase(a, who) if who is not None else opener(a, i)
        if source is None or (joint is None and not bare) or (w in ("said", "says", "say") and not bare) or (w in ("have", "had", "has", "having") and a.lower[i + 1 : i + 2] != ("it",)):
            continue
        # "which a newspaper had given as twelve": the relative is the object, the noun before it is spoken of.
        yield Saying(source=source, cue=(i, i + 1), content=((i + 1, end),), manner=_place(a, i), figure=True)


def _place(a: Analysis, i: int) -> Manner:
    """An aside where the verb stands in a relative clause, else closed."""
    chain = [i, *a.above(i)]
    return "aside" if any(a.rels[k].startswith("acl") or a.rels[k] == "advcl:relcl" for k in chain[:3]) else "closed"


def _number_near(a: Analysis, start: int, end: int) -> bool:
    return any(a.xpos[k] == "CD" or a.lower[k] in ("none", "nobody", "dozens", "hundreds") for k in range(start, min(start + 6, end)))


def _raised(a: Analysis) -> Iterator[Saying]:
    """ "raised the toll to nine", "revised its count from 12 to 15". """
    verbs = all_forms("figures", "moves")
    for i, w in enumerate(a.lower):
        if w not in verbs or a.upos[i] != "VERB":
            continue
        end = clause_end(a, i + 1)
        count = next((k for k in range(i + 1, min(i + 6, end)) if a.lower[k] in listed("cues", "figures", "counts")), None)
        to = next((k for k in range(count, end) if a.lower[k] == "to"), None) if count is not None else None
        who = subject(a, i)
        if count is not None and to is not None and who is not None and who < i and _number_near(a, to, end):
            yield Saying(source=phrase(a, who), cue=(i, i + 1), content=((i + 1, end),), manner=_place(a, i), figure=True)


def _persons_near(a: Analysis, start: int, end: int) -> bool:
    """True where a number soon follows that counts no money, share, time or distance."""
    k = next((k for k in range(start, min(start + 6, end)) if a.xpos[k] == "CD" or a.lower[k] in ("none", "nobody", "dozens", "hundreds")), None)
    if k is None or (k and a.lower[k - 1] in _MONEY):
        return False
    return not any(w in _MEASURES for w in a.lower[k + 1 : k + 3])


_MONEY = frozenset("$ £ €".split())
_MEASURES = frozenset("% percent per million times year years day days hours minutes points pages km miles euros dollars".split())


def _nouns(a: Analysis) -> Iterator[Saying]:
    """ "a report by X that ...", "X's claim that ...", "reports in X that ...", "X's own count of 38". """
    for i, w in enumerate(a.lower):
        if stance_of_noun(w) is None or a.upos[i] != "NOUN":
            continue
        start, end = sentence_range(a, i)
        that = next((k for k in range(i + 1, min(i + 14, end)) if a.lower[k] == "that"), None)
        if that and any(a.lower[k] == "," or a.upos[k] == "VERB" for k in range(i + 1, that)):
            that = None
        by = i + 1 < end and a.lower[i + 1] in ("by", "from", "in")
        owner = next((k for k in range(i - 1, max(start, i - 4) - 1, -1) if a.lower[k] in _POSSESSIVE), None)
        pronoun = next((k for k in range(i - 1, max(start, i - 3) - 1, -1) if a.lower[k] in ("its", "his", "her", "their")), None)
        source: Range | None = None
        if by and that:
            source = (i + 2, that)
        elif owner is not None and owner > start:
            source = (_left(a, owner - 1), owner)
        elif pronoun is not None:
            source = (pronoun, pronoun + 1)
        elif i > start and nation(a.unit.words[i - 1]):
            source = (i - 1, i)
        if source is None:
            continue
        if that is not None and (by or that == i + 1):
            content: tuple[Range, ...] = ((that + 1, clause_end(a, that)),)
        elif a.lower[i + 1 : i + 2] == ("of",) and _number_near(a, i + 2, end):
            content = ((i + 2, _count_end(a, i + 2, end)),)
        else:
            number = _equated(a, i)
            if number is None:
                continue
            content = ((number, clause_end(a, number)),)
        yield Saying(source=source, cue=(i, i + 1), content=content, manner="aside", noun=True)


def _equated(a: Analysis, i: int) -> int | None:
    """Where the number stands in "the estimate was three thousand", "its figure is 12"."""
    head = a.heads[i]
    if a.rels[i] in _SUBJECTS and head > i and (a.xpos[head] == "CD" or any(a.xpos[c] == "CD" for c in a.children[head])):
        return min((c for c in a.subtree(head) if c > i and a.xpos[c] == "CD"), default=head)
    return None


def _count_end(a: Analysis, start: int, end: int) -> int:
    """The end of "38, including 21 attackers": before the verb."""
    k = start
    while k < end and not (a.upos[k] in ("VERB", "AUX") and a.lower[k] != "including") and a.lower[k] not in (";", "."):
        k += 1
    return max(k, start + 1)


def _left(a: Analysis, i: int) -> int:
    while i > 0 and a.unit.sentences[i - 1] == a.unit.sentences[i] and a.xpos[i - 1] in _BEFORE:
        i -= 1
    return i


def _accounts(a: Analysis) -> Iterator[Saying]:
    """ "in their telling ...", "by X's count ...", "by the estimate of X", "per X". """
    for i in range(len(a) - 1):
        if a.lower[i] not in ("in", "by"):
            continue
        start, end = sentence_range(a, i)
        stop = next((k for k in range(i + 1, min(i + 9, end)) if a.lower[k] in ("telling", "count", "estimate", "reckoning", "account", "version", "tally")), None)
        if stop is None or any(a.lower[k] in (",", "that") or a.upos[k] == "VERB" and k != stop for k in range(i + 1, stop)):
            continue
        if stop + 1 < end and a.lower[stop + 1] == "of" and a.lower[i] == "by":
            source = (stop + 2, min(_agent_end(a, stop + 2), end))
        elif a.lower[stop - 1] in ("their", "his", "her", "its") or any(w in _POSSESSIVE for w in a.lower[i + 1 : stop]):
            source = (i + 1, next((k for k in range(i + 1, stop) if a.lower[k] in _POSSESSIVE), stop))
        else:
            continue
        content = (stop + 1, clause_end(a, stop + 1)) if i - start < 2 else (start, i)
        if content[0] < content[1]:
            yield Saying(source=source, cue=(i, stop + 1), content=(content,), manner="closed")


def _plain(a: Analysis) -> Iterator[Saying]:
    """Verbs of saying with a subject and a clause, inside or outside what others say."""
    for i, w in enumerate(a.lower):
        if not takes_clause(w) or a.upos[i] not in ("VERB", "AUX") or a.rels[i] in ("amod", "aux"):
            continue
        passive = any(a.rels[c] == "aux:pass" for c in a.children[i])
        who = subject(a, i)
        clause = next((c for c in a.children[i] if a.rels[c] == "ccomp"), None)
        that = a.lower[i + 1 : i + 2] == ("that",) and a.xpos[i + 1] != "DT"
        if who is None or passive or (clause is None and not that):
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
        other = next((r.source[0] for r in a.relations if r.source and r.source[0][0] <= who < r.source[0][1] and r.cue and r.cue[0][0] < r.source[0][0]), None)
        if i and a.lower[i - 1] in ("he", "she", "it", "they"):
            source = (i - 1, i)
        elif other and i - 1 > other[1]:
            source = (other[1], i)
        source = _named_after(a, source, i)
        yield Saying(source=source, cue=(i, i + 1), content=((start, end),), manner="aside" if _place(a, i) == "aside" else "nested")


def _named_after(a: Analysis, source: Range, stop: int) -> Range:
    """A source with the name that follows its description: "the general, N. N.," """
    k = source[1]
    if k + 1 < stop and a.lower[k] == "," and a.names[k + 1].endswith("PER"):
        while k + 1 < stop and a.names[k + 1].endswith("PER"):
            k += 1
        return source[0], k + 1
    return source


def _closing(a: Analysis) -> Iterator[Saying]:
    """ "..., the officer, N. N., informed newsmen." at the end of a sentence in which nothing else attributes. """
    for i, w in enumerate(a.lower):
        if stance_of(w) not in ("says", "confirms", "reports") or a.xpos[i] not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        start, end = sentence_range(a, i)
        if end - i > 6 or i - start < 6 or any(r.cue and start <= r.cue[0][0] < i and a.lower[r.cue[0][0]] != ":" for r in a.relations):
            continue
        k = i - 1 if a.lower[i - 1] == "," else i
        while k > start and (a.xpos[k - 1] in _BEFORE or a.lower[k - 1] in ("of", "for") or (a.lower[k - 1] == "," and k < i and a.names[k].startswith("B-PER"))):
            k -= 1
        if i - k > 1 and k - start > 4 and a.lower[k - 1] in (",", "”", '"') and a.xpos[k] in ("DT", "NNP", "NN", "NNS"):
            yield Saying(source=(k, i), cue=(i, i + 1), content=((start, k - 1),), manner="closed")


def _according(a: Analysis) -> Iterator[Saying]:
    """ "according to X" where the model has no cue, mostly inside quotes. """
    for i in range(len(a) - 2):
        if a.lower[i] not in ("per", "according"):
            continue
        start, end = sentence_range(a, i)
        if a.lower[i] == "per" and (i == start or a.lower[i - 1] == ",") and a.xpos[i + 1] in ("DT", "NNP", "NNPS"):
            stop = _agent_end(a, i + 1)
            content = (stop, clause_end(a, stop)) if i == start and stop + 1 < end else (start, i)
            if content[0] < content[1]:
                yield Saying(source=(i + 1, stop), cue=(i, i + 1), content=(content,), manner="closed")
        if a.lower[i] == "according" and a.lower[i + 1] == "to":
            stop = _agent_end(a, i + 2)
            while stop > i + 3 and a.unit.quotes[stop - 1] == 2:
                stop -= 1
            if i > start + 1:
                begin = start
                if a.unit.quotes[i] == 1:
                    begin = next((k for k in range(i, start, -1) if a.unit.quotes[k] == 2), start)
                yield Saying(source=(i + 2, stop), cue=(i, i + 2), content=((begin, i),), manner="nested")


def _direct(a: Analysis) -> Iterator[Saying]:
    """A verb of saying with a subject, and a quotation after it: "X repeats from its armchair “...”". """
    for i, w in enumerate(a.lower):
        if not takes_clause(w) or a.upos[i] != "VERB" or subject(a, i) is None:
            continue
        _, end = sentence_range(a, i)
        mark = next((k for k in range(i + 1, min(i + 8, end)) if a.unit.quotes[k] == 2 and a.lower[k] in _QUOTES), None)
        who = subject(a, i)
        if mark is None or who is None or who > i or a.unit.quotes[i]:
            continue
        close = next((k for k in range(mark + 1, len(a)) if a.unit.quotes[k] == 2), end - 1)
        yield Saying(source=_named_after(a, phrase(a, who), i), cue=(i, i + 1), content=((mark, close + 1),), manner="closed")


def _text(a: Analysis, start: int, end: int) -> str:
    return " ".join(a.unit.words[start:end]).replace(" 's", "'s").replace(" ’s", "’s").replace(" - ", "-")


__all__ = ["Saying", "clause_end", "phrase", "sayings", "sentence_range", "stance_of", "subject"]
