"""What is one attribution in the words of a unit, and what does the model's reading of it need to be read right?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import takes_clause
from sayso.reading.words.clauses import (
    BEFORE,
    SUBJECTS,
    agent_end,
    clause_end,
    left_edge,
    phrase,
    sentence_range,
    subject,
    text_of,
)
from sayso.reading.words.kinds import heads_of, kind_of
from sayso.reading.words.offers import Range

Manner = Literal["model", "closed", "nested", "aside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One attribution in words of a unit.

    `relays` passed it on ("quoted by Y"), `cited` are whom the source has it from. `manner`: by the model; by a closed form;
    nested in another's content; or an aside, whose speaker stands alone. `noun` where the cue is one ("the claim that"),
    `figure` where it gives a count. `speaker` is the cue's subject where the model names no source; `held` what else of the
    sentence stands inside the content for nesting; `inner` where most of the content is that of a surer one.
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
    inner: bool = False

    @property
    def speaking(self) -> tuple[Range, ...]:
        """The words that say who says it, on whose word, and that it is said."""
        return (self.cue, *((self.source,) if self.source else ()), *self.cited, *self.relays)

    @property
    def hull(self) -> Range:
        """From the first word to the last of all its parts."""
        parts = [self.cue, *self.content, *self.relays, *([self.source] if self.source else [])]
        return min(p[0] for p in parts), max(p[1] for p in parts)


def of_model(a: Analysis) -> Iterator[Saying]:
    """The model's attributions of a unit, each read right."""
    for r in a.relations:
        source = r.source[0] if r.source else None
        if source and r.cue and dateline(a, source, r.cue[0]):
            continue
        if not r.cue:
            continue
        yield mend(a, Saying(source=source, cue=r.cue[0], content=r.content or _left_over(a, source, r.cue[0]), inner=r.inner))


def _left_over(a: Analysis, source: Range | None, cue: Range) -> tuple[Range, ...]:
    """The content of a cue of saying for which the model has none: the sentence before "X said", or the clause after it."""
    if source is None:
        return ()
    start, _ = sentence_range(a, cue[0])
    if a.lower[cue[0]] == "according" and cue[0] - start > 2:
        comma = next((k for k in range(cue[0] - 2, start, -1) if a.lower[k] == ","), start - 1)
        return ((comma + 1, cue[0]),)
    verb = next((k for k in range(*cue) if takes_clause(a.lower[k])), None)
    if verb is None:
        return ()
    noun = a.heads[verb]
    if a.rels[verb].startswith("acl") and start <= noun < source[0]:
        return ((left_edge(a, noun), noun + 1),)
    first = min(source[0], cue[0])
    if first - start > 4 and a.lower[first - 1] in (",", "”", '"'):
        return ((start, first - 1),)
    end = clause_end(a, cue[1])
    return ((cue[1], end),) if end - cue[1] > 3 and source[0] < cue[0] else ()


def dateline(a: Analysis, source: Range, cue: Range) -> bool:
    """True for "TALLINN: ..." in running text: a place of writing, no speaker."""
    if source[0] != 0 or a.lower[cue[0]] != ":" or cue[1] - cue[0] != 1:
        return False
    name = " ".join(a.unit.words[source[0] : source[1]])
    return name.isupper() and kind_of(name) == "other" and len(a) > 12 and a.lower[-1] in (".", "”", '"', ")")


def mend(a: Analysis, s: Saying) -> Saying:
    """An attribution of the model with "was quoted by Y as saying" read right, and the source's role words taken in."""
    quoted = next((i for i in range(max(0, s.cue[0] - 1), s.cue[1]) if a.lower[i] == "quoted"), None)
    who = subject(a, quoted) if quoted is not None else None
    if (
        quoted is not None
        and who is not None
        and a.xpos[quoted] == "VBN"
        and any(a.rels[c] == "aux:pass" for c in a.children[quoted])
    ):
        relays = ((quoted + 2, agent_end(a, quoted + 2)),) if a.lower[quoted + 1 : quoted + 2] == ("by",) else ()
        content = s.content
        start, _ = sentence_range(a, quoted)
        source = phrase(a, who)
        source = (source[0], min(source[1], quoted))
        apart = ((b, min(e, source[0])) if b < source[0] else (max(b, source[1]), e) for b, e in content)
        content = tuple(r for b, e in apart if b < e for r in (_led_in(a, b, e),) if r[0] < r[1])
        if all(c[0] > quoted for c in content) and source[0] > start + 3:
            content = ((start, source[0] - (a.lower[source[0] - 1] == ",")),)
        return _holding(a, replace(s, source=source, relays=relays, content=content))
    if s.source:
        s = _with_name(a, replace(s, source=_whole(a, s.source)))
    if s.source:
        k = s.source[0]
        while (
            k > 0
            and a.unit.sentences[k - 1] == a.unit.sentences[k]
            and a.xpos[k - 1] in ("DT", "NN", "JJ")
            and a.rels[k - 1] in ("det", "compound", "amod")
            and s.source[0] <= a.heads[k - 1] < s.source[1]
        ):
            k -= 1
        s = replace(s, source=named_after(a, (described_before(a, k), s.source[1]), len(a)))
    if s.source is None:
        verb = next((i for i in range(*s.cue) if a.upos[i] == "VERB"), None)
        verb = s.cue[0] if verb is None and any(a.rels[c] in SUBJECTS for c in a.children[s.cue[0]]) else verb
        who = subject(a, verb) if verb is not None and not any(a.rels[c] == "aux:pass" for c in a.children[verb]) else None
        if who is not None and who not in range(*s.cue) and who < s.cue[0] and not any(b <= who < e for b, e in s.content):
            s = replace(s, speaker=phrase(a, who))
        elif "intelligence" in a.lower[s.cue[0] : s.cue[1] + 1] and s.cue[0] > sentence_range(a, s.cue[0])[0]:
            s = replace(s, speaker=(left_edge(a, s.cue[0] - 1), s.cue[0]))
    return _holding(a, s)


def _holding(a: Analysis, s: Saying) -> Saying:
    """A saying behind its words with who has them, where these begin at "that": "Kemra has word that ..., an official said"."""
    start, _ = sentence_range(a, s.cue[0])
    if s.content and s.content[0][0] < s.cue[0] and a.lower[s.content[0][0]] == "that" and s.content[0][0] > start:
        return replace(s, held=((start, s.content[0][1]),))
    return s


def _led_in(a: Analysis, b: int, e: int) -> Range:
    """A piece without the words that lead in what is quoted: "as saying"."""
    return (b + 2, e) if a.lower[b] == "as" and b + 1 < e and a.xpos[b + 1] == "VBG" else (b, e)


def _whole(a: Analysis, source: Range) -> Range:
    """A source with the head it hangs on: "analysts in Brod" where the model took the place alone."""
    top = next((k for k in range(*source) if not source[0] <= a.heads[k] < source[1]), source[0])
    head = a.heads[top]
    if a.rels[top] == "nmod" and 0 <= source[0] - head <= 3 and head >= 0 and a.xpos[source[0] - 1] == "IN":
        return left_edge(a, head), source[1]
    return source


def _with_name(a: Analysis, s: Saying) -> Saying:
    """A source with its whole name in capitals, or the name it explains: "Names Not Numbers, a monitor, said"."""
    if s.source is None:
        return s
    start, _ = sentence_range(a, s.cue[0])
    first = s.source[0]
    k = first - 1 if a.lower[first] in ("a", "an") and first and a.lower[first - 1] == "," else first
    if k == first and not a.unit.words[first][0].isupper():
        return s
    while k > start and a.unit.words[k - 1][0].isupper() and not _apart_from_name(a, k - 1):
        k -= 1
    alone = k == start and first - k > 1  # a name at the head of the sentence
    if (
        k == first
        or a.names[first].endswith("PER")
        or not alone
        or any(a.lower[i] in ("a", "an", "the") for i in range(k, first - 1))
    ):
        return s
    content = tuple((max(b, s.source[1]), e) if b < s.source[1] <= s.cue[0] else (b, e) for b, e in s.content)
    return replace(s, source=(k, s.source[1]), content=tuple(r for r in content if r[0] < r[1]))


def _apart_from_name(a: Analysis, k: int) -> bool:
    """True for words in capitals that begin a sentence and no name: adverbs, conjunctions, days."""
    head = k == sentence_range(a, k)[0]
    return (head and a.upos[k] not in ("NOUN", "PROPN", "ADJ")) or a.lower[k] in heads_of("nobody", "words")


def named_after(a: Analysis, source: Range, stop: int) -> Range:
    """A source with the name that follows its description, as in "the general, N. N.,", or "Regional governor N. N."."""
    end = source[1]
    if not any(a.names[i].endswith("PER") for i in range(*source)):
        while end < stop and a.names[end].endswith("PER") and a.unit.sentences[end] == a.unit.sentences[source[0]]:
            end += 1
        if end > source[1]:
            return source[0], end
    k = source[1] - (a.lower[source[1] - 1] == ",")
    if k + 1 < stop and a.lower[k] == "," and a.names[k + 1].endswith("PER") and a.unit.sentences[k + 1] == a.unit.sentences[k]:
        while k + 1 < stop and a.names[k + 1].endswith("PER"):
            k += 1
        if k + 1 < len(a) and a.lower[k + 1] in (",", "said"):
            return source[0], k + 1
    return source


def described_before(a: Analysis, k: int) -> int:
    """Where a source begins with the role that stands before the name: "the head of the district, N. N., said"."""
    if k < 2 or not a.names[k].endswith("PER") or a.lower[k - 1] != ",":
        return k
    start, _ = sentence_range(a, k)
    j = k - 1
    while j > start and (a.xpos[j - 1] in BEFORE or a.lower[j - 1] in ("of", "for", "in", "at")):
        j -= 1
    role = kind_of(text_of(a, j, k - 1)) not in ("other", "anonymous")
    edge = j == start or a.lower[j - 1] in (",", ":", "[", "(", "”", '"')
    return j if role and k - 1 - j > 1 and edge and a.lower[j] in ("the", "a", "an") else k
