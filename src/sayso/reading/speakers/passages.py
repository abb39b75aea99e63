"""What does each unit of a document bring to its statements: sayings, voices in order, words without a cue, headline or body?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model import Document, Span
from sayso.reading.speakers.attributing import sayings
from sayso.reading.speakers.contents import worth
from sayso.reading.speakers.forms_layout import signature
from sayso.reading.speakers.sayings import Saying
from sayso.reading.speakers.voices import Voice, voices
from sayso.reading.speakers.voices_names import runs, words
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import stance_of
from sayso.reading.words.clauses import BEFORE, clause_end, phrase, sentence_range, subject
from sayso.reading.words.kinds import heads_of, kind_of
from sayso.reading.words.nations import nation
from sayso.reading.words.offers import Range

_SUBJECTS = ("nsubj", "nsubj:pass")
_ADJUNCTS = ("advcl", "acl", "acl:relcl", "advcl:relcl")
_SUMS = frozenset(("that", "this", "it"))
_SUMMING = frozenset("brings brought takes took makes made raises raised".split())
_SEEN = frozenset(("seen", "obtained", "reviewed", "viewed", "shared", "examined"))
_ANAPHORS = frozenset(
    (
        "he",
        "she",
        "it",
        "they",
        "his",
        "her",
        "its",
        "their",
        "those",
        "these",
        "of",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A unit with its sayings; `voices` are the phrases that name somebody, by their first word."""

    number: int
    analysis: Analysis
    sayings: tuple[Saying, ...]
    voices: tuple[tuple[int, Voice], ...]
    headline: bool
    spoken: Mapping[Range, tuple[Voice, ...]] = field(default_factory=dict)

    def told(self, place: int) -> tuple[Range, ...]:
        """What the voice at a word tells."""
        return next((s.content for s in self.sayings if s.source and s.source[0] == place), ())

    def voices_in(self, text: str, r: Range) -> tuple[Voice, ...]:
        """The voices of a range of words, nearest first."""
        found = self.spoken.get(r)
        return _voices_of(text, self.analysis, r) if found is None else found

    def parent(self, k: int) -> int | None:
        """The innermost other saying whose content has the cue of saying `k`."""
        cue = self.sayings[k].cue
        held = [
            (sum(e - b for b, e in s.content), i)
            for i, s in enumerate(self.sayings)
            if i != k and any(b <= cue[0] < e for b, e in (*s.content, *s.held))
        ]
        outer = self._according(k)
        if outer is not None:
            return outer
        return next((n for _, n in sorted(held) if self._according(n) != k), None)

    def _according(self, k: int) -> int | None:
        """The saying "according to X" that stands beside saying `k` with the same content: X passes on what `k` says."""
        mine = {i for b, e in self.sayings[k].content for i in range(b, e)}
        for n, s in enumerate(self.sayings):
            if n != k and self.analysis.lower[s.cue[0]] == "according" and self.sayings[k].source and not self._outer(k, s):
                other = {i for b, e in s.content for i in range(b, e)}
                if (
                    mine
                    and len(mine & other) > 0.6 * min(len(mine), len(other))
                    and self.analysis.lower[self.sayings[k].cue[0]] != "according"
                ):
                    return n
        return None

    def _outer(self, k: int, according: Saying) -> bool:
        """True where saying `k` itself stands around an "according to": in its quotation, or with its own cue after it."""
        mine = self.sayings[k]
        quoted = self.analysis.unit.quotes[according.cue[0]] == 1
        held = mine.cue < according.cue and any(b <= according.cue[0] < e for b, e in mine.content)
        return quoted or held or (bool(mine.content) and mine.content[0][0] < mine.cue[0] and mine.cue[0] > according.cue[0])

    @property
    def wholly_quoted(self) -> bool:
        """True for a paragraph that is all quotation, without a cue."""
        return not self.sayings and self.analysis.unit.quotes[0] == 2 and all(self.analysis.unit.quotes)

    @property
    def signature(self) -> Range | None:
        """The name in a line that only signs: "– N. N., teacher"."""
        a = self.analysis
        if self.sayings or not signature(a):
            return None
        return 1, next((k for k in range(2, len(a)) if a.lower[k] == ","), len(a))

    @property
    def teller(self) -> Range | None:
        """Who "spoke" or "recalled" in the last sentence of a paragraph that gives no words of theirs."""
        a = self.analysis
        start, end = sentence_range(a, len(a) - 1)
        root = next((k for k in range(start, end) if a.heads[k] < 0), start)
        who = subject(a, root)
        return phrase(a, who) if not self.sayings and who is not None and stance_of(a.lower[root]) == "says" else None

    def cited_voices(self, text: str, s: Saying) -> tuple[Voice, ...]:
        """Whom a source says it has the matter from: persons and bodies, no papers."""
        found = [v for r in s.cited for v in self.voices_in(text, r)]
        return tuple(v for v in found if v.name or v.kind != "other" or v.person or v.plural)

    def loose(self) -> Iterator[tuple[Range, str]]:
        """Words of each sentence that no saying holds, with why they may go on with a speaker.

        The reasons: told (by who speaks next), rest, perfect, quoted, anaphor, free.
        """
        a = self.analysis
        i = 0
        while i < len(a):
            start, end = sentence_range(a, i)
            mine = [s for s in self.sayings if start <= s.cue[0] < end and s.manner != "aside" and (s.source or s.speaker)]
            if mine:
                yield from self._rest(mine, end)
            elif not any(b <= start and start + 1 < e for s in self.sayings for b, e in s.content):
                yield (start, end), self._why(start, end)
            i = end

    def _rest(self, mine: list[Saying], end: int) -> Iterator[tuple[Range, str]]:
        """What a sentence with cues leaves over: its beginning, and after each attribution the rest of the clause."""
        a = self.analysis
        mine = sorted(mine, key=lambda s: s.hull)
        start, _ = sentence_range(a, mine[0].cue[0])
        head = mine[0].hull[0]
        if head - start > 4:
            why = "told" if self._led(start, mine[0]) else "rest" if self._told_before(start, mine[0]) else self._why(start, head)
            if why != "free":
                yield (start, head - (why == "told")), why
        done = start
        for n, s in enumerate(mine):
            stop = done = max(done, s.hull[1])
            following = min((x.hull[0] for x in mine[n + 1 :] if x.hull[0] >= stop), default=end)
            first = bool(s.content) and s.content[0][0] < s.cue[0]
            edge = following if stop >= end or first else min(following, clause_end(a, stop))
            while edge > stop and not a.unit.words[edge - 1][0].isalnum():
                edge -= 1
            left = worth(a, (stop, edge), self.sayings) if edge - stop > 2 else None
            if left is not None and any(x.hull[0] >= edge or x is s for x in mine[n:]):
                yield left, "rest"

    def _led(self, start: int, s: Saying) -> bool:
        """True where what ", X said" ends begins with a whole clause before a semicolon or colon."""
        a = self.analysis
        if s.source is None or not s.content or s.content[0][0] != s.hull[0] or a.lower[s.hull[0] - 1] not in (";", ":"):
            return False
        last = min(s.source[0], s.cue[0])
        if last <= s.content[-1][0] or a.lower[last - 1] != ",":
            return False
        clause = range(start, s.hull[0])
        return any(a.rels[k] in _SUBJECTS and a.heads[k] in clause and a.rels[a.heads[k]] not in _ADJUNCTS for k in clause)

    def _told_before(self, start: int, s: Saying) -> bool:
        """True where a whole clause stands before ", X said", whatever else X is given for."""
        a = self.analysis
        if s.source is None or not (start < s.source[0] < s.cue[0]) or a.lower[s.source[0] - 1] != ",":
            return False
        if s.cue[1] < len(a) and a.lower[s.cue[1]] == "that":
            return False
        clause = range(start, s.source[0] - 1)
        return any(a.rels[k] in _SUBJECTS and a.heads[k] in clause and a.rels[a.heads[k]] not in _ADJUNCTS for k in clause)

    def _why(self, start: int, end: int) -> str:
        a = self.analysis
        root = next((k for k in range(start, end) if a.heads[k] < 0), start)
        if a.unit.quotes[start] and a.unit.quotes[max(start, end - 2)]:
            return "quoted"
        if a.xpos[root] == "VBN" and any(a.lower[c] in ("had", "'d", "’d") and a.rels[c] == "aux" for c in a.children[root]):
            return "perfect"
        before = [s for s in self.sayings if s.cue[0] < start]
        if (
            before
            and max(before, key=lambda s: s.cue).manner == "closed"
            and any(a.lower[k] in ("telling", "account", "version") for k in range(*max(before, key=lambda s: s.cue).cue))
        ):
            return "anaphor"
        if before and a.lower[start] in _ANAPHORS and self._quoting(max(before, key=lambda s: s.cue)):
            return "anaphor"
        if before and a.lower[start] in _SUMS and a.lower[start + 1 : start + 2] and a.lower[start + 1] in _SUMMING:
            return "anaphor"
        if before and before[0].source and before[0].source[0] < 3 and a.lower[before[0].cue[0]] == ":" and not self.headline:
            return "anaphor"
        return "free"

    def _quoting(self, s: Saying) -> bool:
        return any(self.analysis.unit.quotes[b] for b, _ in s.content)


def announced(found: Sequence[Passage], p: Passage) -> tuple[Span, ...]:
    """The quotation in the paragraphs after one that ends with "X said:" and gives no other words of X."""
    out: list[Span] = []
    if p.analysis.lower[-1] != ":" or not p.sayings or p.sayings[-1].content:
        return ()
    for q in found[p.number + 1 :]:
        if not q.wholly_quoted:
            break
        out.append((q.analysis.unit.spans[0][0], q.analysis.unit.spans[-1][1]))
        if q.analysis.unit.quotes[-1] == 2:
            break
    return tuple(out)


def passages(document: Document, analyses: Sequence[Analysis]) -> tuple[Passage, ...]:
    """The units of a document; those before the first full sentence are headlines."""
    out = []
    headline = True
    for n, a in enumerate(analyses):
        headline = headline and not (len(a) > 8 and a.unit.words[-1] in (".", "”", '"', "!", "?", ")"))
        found = sayings(a)
        spoken: dict[Range, tuple[Voice, ...]] = {}
        heard = tuple(_voices(document.text, a, found, spoken))
        out.append(Passage(number=n, analysis=a, sayings=found, voices=heard, headline=headline, spoken=spoken))
    return tuple(out)


def _voices(
    text: str, a: Analysis, found: Sequence[Saying], spoken: dict[Range, tuple[Voice, ...]]
) -> Iterator[tuple[int, Voice]]:
    """The phrases that name somebody, by place: sources and relays, names, and subjects with a role."""
    if a.lower[0] in ("by", "published", "updated", "photographs"):
        return
    ranges = [
        r for s in found for r in ((s.source,) if s.source else ()) + ((s.speaker,) if s.speaker else ()) + s.relays + s.cited
    ]
    taken = {i for r in ranges for i in range(*r)}
    for s, e in runs(a, 0, len(a)):
        if e - s > 1 and taken.isdisjoint(range(s, e)) and a.upos[s] != "ADJ" and kind_of(words(text, a, s, e)) != "other":
            ranges.append((s, e))
            taken.update(range(s, e))
    for s, e, tag in a.entities():
        top = next((k for k in range(s, e) if not s <= a.heads[k] < e), s)
        if tag != "LOC" and taken.isdisjoint(range(s, e)):
            ranges.append(_phrase(a, top))
            taken |= set(range(*ranges[-1]))
    for i, w in enumerate(a.lower):
        if a.rels[i] in _SUBJECTS and i not in taken and a.upos[i] in ("NOUN", "PROPN") and _role(w):
            ranges.append(_phrase(a, i))
            taken |= set(range(*ranges[-1]))
    for i in range(len(a)):
        if i not in taken and a.rels[i] in _SUBJECTS and stance_of(a.lower[a.heads[i]]) and nation(a.unit.words[i]):
            ranges.append((i, i + 1))  # "Vostria has given no figure"
            taken.add(i)
    seen = set()
    for r in sorted(ranges):
        spoken[r] = _voices_of(text, a, r)
        for v in spoken[r]:
            if v.start not in seen and (v.pronoun or v.name or v.heads or v.kind != "other" or r in ranges[: len(found)]):
                seen.add(v.start)
                yield v.start, v


def _voices_of(text: str, a: Analysis, r: Range) -> tuple[Voice, ...]:
    """The voices of a range of words, without whoever only saw what speaks: "a list seen by X"."""
    seen = next((k for k in range(r[0] + 1, r[1] - 1) if a.lower[k] in _SEEN and a.lower[k + 1] in ("by", "with")), r[1])
    return voices(text, a, r[0], seen)


def _role(word: str) -> bool:
    return (
        word in heads_of("persons", "heads")
        or word in heads_of("generic", "words")
        or kind_of(word) not in ("other", "anonymous")
    )


def _phrase(a: Analysis, top: int) -> Range:
    """A noun phrase: modifiers before its head, "of" and "for" and appositions after it."""
    start = top
    while start > 0 and a.unit.sentences[start - 1] == a.unit.sentences[top] and a.xpos[start - 1] in BEFORE:
        start -= 1
    end = top + 1
    for c in a.children[top]:
        if (
            c > top
            and a.rels[c] in ("flat", "compound", "nmod", "appos", "goeswith")
            and not any(a.upos[k] in ("VERB", "AUX") for k in range(end, c + 1))
        ):
            inside = [k for k in a.subtree(c) if k >= end]
            stop = max(inside, default=end - 1) + 1
            cut = next(
                (k for k in range(end, stop) if a.lower[k] in ("who", "which", "that", "whose") or a.upos[k] in ("VERB", "AUX")),
                stop,
            )
            end = max(end, cut)
    return start, end
