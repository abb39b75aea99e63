"""Which of the spans offered for an attribution are its source, cue and content, and how surely is it one at all?

Each span has traits: how probable its words, its edges and what it leaves out are, how it hangs in the sentence, where it ends.
A logistic function of the traits, learned, chooses the span of each part; another of the traits of the chosen says how surely
the whole is an attribution.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, log, log1p

from sayso.reading.words.offers import CONTENT, CUE, SOURCE, Floats, Offer, Range, Ranges
from sayso.weights import Choice

OF_CUE = (
    "constant", "score", "flat", "role", "more words", "quoted", "calm", "length", "least role", "least flat",
    "end by role", "end by flat", "loose",
)  # fmt: skip
OF_SOURCE = (
    "mean role", "least role", "mean flat", "begin by role", "end by role", "end by flat", "left out", "words", "loose",
    "hung on", "gap", "other sentence", "none", "none left out", "none at best",
)  # fmt: skip
OF_CONTENT = (
    "mean role", "least role", "mean flat", "least flat", "begin by role", "end by role", "begin by flat",
    "end by flat", "left out", "doubtful", "words", "pieces", "loose", "hung on", "odd quotes", "full stop", "comma",
    "before full stop", "before comma", "to the end", "sentences", "gap", "first offer", "none", "none left out",
)  # fmt: skip
"""The traits of each part, in the order in which they are told. Logits are natural, counts in words or as log(1 + count)."""

_STOPS = frozenset(".!?…")
_COMMAS = frozenset(",;:-–—")
OVERLAP = 0.5
"""Share of the shorter content that two attributions may have in common; above it the less sure one is inside the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One attribution as ranges of words in the unit, ends exclusive; each part may be in several pieces or missing.

    `score` is its probability; `inner` where most of its content is that of a surer one.
    """

    source: Ranges
    cue: Ranges
    content: Ranges
    score: float = 1.0
    inner: bool = False


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A unit as the traits see it: `flat` words × 7 probabilities; per word its head (-1: none), itself, quoting and sentence."""

    flat: Floats
    heads: Sequence[int]
    words: Sequence[str]
    quotes: Sequence[int]
    sentences: Sequence[int]

    @cached_property
    def parts(self) -> Mapping[int, list[float]]:
        """By part, each word's probability of being in it."""
        return in_part(self.flat)

    @cached_property
    def rows(self) -> list[list[float]]:
        """The flat probabilities."""
        out: list[list[float]] = self.flat.tolist()
        return out

    @cached_property
    def children(self) -> list[list[int]]:
        """The words that hang on each."""
        out: list[list[int]] = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head >= 0:
                out[head].append(i)
        return out

    @cached_property
    def calm(self) -> float:
        """The share of the unit that the flat head sees outside any content."""
        return 1.0 - sum(self.parts[CONTENT]) / len(self.words)


def choose(scene: Scene, offered: Sequence[Offer], choice: Choice) -> list[Relation]:
    """The attributions of a unit, by place of their cue."""
    drafts = [judged(scene, offer, choice) for offer in offered if offer.cues]
    kept: list[Relation] = []
    for r in sorted(drafts, key=lambda r: (-r.score, r.cue)):
        if r.score < (choice.least if r.source else choice.least_unsourced) or not (r.content or r.source):
            continue
        if any(r.cue[0][0] < k.cue[0][1] and k.cue[0][0] < r.cue[0][1] for k in kept):
            continue
        inner = any(not k.inner and _mostly(r.content, k.content) for k in kept)
        kept.append(Relation(source=r.source, cue=r.cue, content=r.content, score=r.score, inner=inner))
    return sorted(kept, key=lambda r: r.cue)


def judged(scene: Scene, offer: Offer, choice: Choice) -> Relation:
    """The best of an offer's spans, with the probability that this is an attribution."""
    told = traits(scene, offer)
    cue, source, content = (_best(part, w) for part, w in zip(told, (choice.cue, choice.source, choice.content), strict=True))
    score = 1.0 / (1.0 + exp(-_sum(choice.whole, [*cue[1], *source[1], *content[1]])))
    return Relation(source=source[0], cue=cue[0], content=content[0], score=score)


Told = list[tuple[Ranges, list[float]]]


def traits(scene: Scene, offer: Offer) -> tuple[Told, Told, Told]:
    """The traits of each span that is offered: of cues, sources and contents."""
    roles = in_part(offer.roles)
    rows = offer.roles.tolist()
    first = offer.cues[0]
    cues: Told = [((r,), _of_cue(scene, offer, r, roles[CUE], rows)) for r in offer.cues]
    sources: Told = [(r, _of_source(scene, r, first, roles[SOURCE], rows)) for r in offer.sources]
    contents: Told = [(r, _of_content(scene, r, first, roles[CONTENT], rows)) for r in offer.contents]
    for k, (span, values) in enumerate(contents):
        values[_FIRST] = float(k == 0 and bool(span))
    return cues, sources, contents


_FIRST = OF_CONTENT.index("first offer")


def in_part(probabilities: Floats) -> dict[int, list[float]]:
    """By part, each word's probability of being in it. `probabilities`: words × 7."""
    pairs = probabilities[:, 1::2] + probabilities[:, 2::2]
    return {part: pairs[:, k].tolist() for k, part in enumerate((SOURCE, CUE, CONTENT))}


def _of_cue(scene: Scene, offer: Offer, span: Range, roles: list[float], rows: list[list[float]]) -> list[float]:
    b, e = span
    a, more = offer.anchor, range(b + 1, e)
    flat = scene.parts[CUE]
    return [
        1.0,
        logit(offer.score),
        logit(scene.rows[a][CUE]),
        logit(rows[a][CUE]),
        float(e - b - 1),
        float(scene.quotes[a] == 1),
        scene.calm,
        log1p(len(scene.words)),
        logit(min(roles[k] for k in more)) if more else 3.0,
        logit(min(flat[k] for k in more)) if more else 3.0,
        _ends(rows, e, CUE),
        _ends(scene.rows, e, CUE),
        float(sum(not b <= scene.heads[k] < e for k in range(b, e)) - 1),
    ]


def _of_source(scene: Scene, span: Ranges, cue: Range, roles: list[float], rows: list[list[float]]) -> list[float]:
    whole = sum(roles)
    if not span:
        return [0.0] * (len(OF_SOURCE) - 3) + [1.0, log1p(whole), logit(max(roles))]
    b, e = span[0]
    held = sum(roles[b:e])
    return [
        logit(held / (e - b)),
        logit(min(roles[b:e])),
        logit(sum(scene.parts[SOURCE][b:e]) / (e - b)),
        logit(rows[b][SOURCE]),
        _ends(rows, e, SOURCE),
        _ends(scene.rows, e, SOURCE),
        log1p(max(0.0, whole - held)),
        log1p(e - b),
        float(sum(not b <= scene.heads[k] < e for k in range(b, e)) - 1),
        float(min(3, sum(not b <= c < e for k in range(b, e) for c in scene.children[k]))),
        log1p(max(b - cue[1], cue[0] - e, 0)),
        float(scene.sentences[b] != scene.sentences[cue[0]]),
        0.0,
        0.0,
        0.0,
    ]


def _of_content(scene: Scene, span: Ranges, cue: Range, roles: list[float], rows: list[list[float]]) -> list[float]:
    whole = sum(roles)
    if not span:
        return [0.0] * (len(OF_CONTENT) - 2) + [1.0, log1p(whole)]
    inside = [k for b, e in span for k in range(b, e)]
    own, n = set(inside), len(inside)
    held, flat = sum(roles[k] for k in inside), scene.parts[CONTENT]
    sentences = len({scene.sentences[k] for k in inside})
    last, end = scene.words[inside[-1]], span[-1][1]
    after = scene.words[end] if end < len(scene.words) else ""
    pieces = len(span)
    return [
        logit(held / n),
        logit(min(roles[k] for k in inside)),
        logit(sum(flat[k] for k in inside) / n),
        logit(min(flat[k] for k in inside)),
        logit(sum(rows[b][CONTENT] for b, _ in span) / pieces),
        logit(sum(_stops(rows, e, CONTENT) for _, e in span) / pieces),
        logit(sum(scene.rows[b][CONTENT] for b, _ in span) / pieces),
        logit(sum(_stops(scene.rows, e, CONTENT) for _, e in span) / pieces),
        log1p(max(0.0, whole - held)),
        log1p(max(0.0, n - held)),
        log1p(n),
        float(pieces - 1),
        float(min(5, sum(scene.heads[k] not in own for k in inside) - sentences)),
        float(min(5, sum(c not in own for k in inside for c in scene.children[k]))),
        float(sum(scene.quotes[k] == 2 for k in inside) % 2),
        float(last in _STOPS),
        float(last in _COMMAS),
        float(after in _STOPS),
        float(after in _COMMAS),
        float(end == len(scene.words)),
        float(sentences - 1),
        log1p(max(span[0][0] - cue[1], cue[0] - end, 0)),
        0.0,
        0.0,
        0.0,
    ]


def _best(part: Told, weights: Sequence[float]) -> tuple[Ranges, list[float]]:
    return max(part, key=lambda told: _sum(weights, told[1]))


def _stops(rows: list[list[float]], end: int, part: int) -> float:
    """The probability that a part does not go on at `end`."""
    return 1.0 - rows[end][part + 1] if end < len(rows) else 1.0


def _ends(rows: list[list[float]], end: int, part: int) -> float:
    return logit(_stops(rows, end, part))


def logit(p: float) -> float:
    """The natural logit of a probability, within ±6.9."""
    return log((p + 1e-3) / (1.001 - p))


def _sum(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(w * v for w, v in zip(weights, values, strict=True))


def _mostly(one: Ranges, other: Ranges) -> bool:
    """True where the two share more than `OVERLAP` of the shorter."""
    mine, theirs = ({k for b, e in r for k in range(b, e)} for r in (one, other))
    return len(mine & theirs) > OVERLAP * min(len(mine), len(theirs))
