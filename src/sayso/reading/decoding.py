"""Which words are the source, the cue and the content of each attribution, given the model's two heads?

The flat head tags words, the role head tags them for one cue; spans come from the flat tags where the role head hands them to
the cue, else from the role head itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Range = tuple[int, int]

TAGS = ("O", "B-S", "I-S", "B-Q", "I-Q", "B-C", "I-C")
"""Outside; source, cue (Q) and content, each beginning and going on."""

_B = {"S": 1, "Q": 3, "C": 5}

ANCHOR = 0.15
"""Least probability of a cue's first word for the role head to look at it. Source: the recipe the model was trained with."""

ALPHA, TAU, GAMMA = 0.6, 0.56, 1.0
LINK, FRAGMENT = 0.4, 0.5
"""Weight of the flat head in the product of heads; least score of a cue; price of one more piece of content; least mean
probability that hands a flat span to a cue; price of a piece in the flat tags.

**Source:** chosen on 40 held-out training documents of PolNeAR."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One attribution as ranges of words in the unit, ends exclusive; each part may be in several pieces or missing."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float = 1.0


def log_softmax(x: Floats) -> Floats:
    """Logarithms of probabilities along the last axis."""
    x = x - x.max(-1, keepdims=True)
    out: Floats = x - np.log(np.exp(x).sum(-1, keepdims=True))
    return out


def anchors(flat: Floats) -> list[int]:
    """Words that may begin a cue. `flat`: words × 7 log-probabilities."""
    return [int(i) for i in np.nonzero(np.exp(flat[:, _B["Q"]]) > ANCHOR)[0]]


def decode(flat: Floats, found: Sequence[tuple[int, Floats]]) -> list[Relation]:
    """The attributions of a unit, by place of their cue. `found`: each anchor with its words × 7 log-probabilities."""
    only_content = np.zeros(len(TAGS))
    only_content[_B["C"]] = 1.0
    drafts: list[tuple[float, int, Floats, dict[str, list[Range]]]] = []
    for anchor, roles in found:
        score = float((np.exp(flat[anchor, _B["Q"]]) * np.exp(roles[anchor, [3, 4]].max())) ** 0.5)
        if score < TAU:
            continue
        mix = roles + ALPHA * flat - GAMMA * only_content
        mix[anchor] = -50.0
        mix[anchor, _B["Q"]] = 0.0
        parts = _ranges(_viterbi(mix))
        parts["Q"] = [r for r in parts["Q"] if r[0] == anchor][:1]
        if len(parts["S"]) > 1:
            parts["S"] = [max(parts["S"], key=lambda r: (mix[r[0], _B["S"]] + 0.01 * (r[1] - r[0]), -r[0]))]
        if parts["Q"] and (parts["C"] or parts["S"]):
            drafts.append((score, anchor, roles, parts))
    kept: list[tuple[float, Floats, dict[str, list[Range]]]] = []
    for score, _, roles, parts in sorted(drafts, key=lambda d: (-d[0], d[1])):
        cue = parts["Q"][0]
        if not any(cue[0] < k["Q"][0][1] and k["Q"][0][0] < cue[1] for _, _, k in kept):
            kept.append((score, roles, parts))
    if kept:
        spans = _ranges(_viterbi(flat - FRAGMENT * only_content))
        for _, roles, parts in kept:
            _hand_over(np.exp(roles), spans, parts)
    out = [Relation(source=tuple(p["S"]), cue=tuple(p["Q"]), content=tuple(p["C"]), score=s) for s, _, p in kept]
    return sorted(out, key=lambda r: r.cue)


def _hand_over(roles: Floats, spans: dict[str, list[Range]], parts: dict[str, list[Range]]) -> None:
    """Take the flat tags' spans for content and source where the role head gives them to this cue."""
    for role in ("C", "S"):
        b = _B[role]
        mean = {r: float(roles[r[0] : r[1], b : b + 2].sum(1).mean()) for r in spans[role]}
        got = [r for r in spans[role] if mean[r] > LINK]
        if got:
            parts[role] = got if role == "C" else [max(got, key=lambda r: mean[r])]


def _transitions() -> Floats:
    out = np.full((len(TAGS), len(TAGS)), -1e9)
    for i, a in enumerate(TAGS):
        for j, b in enumerate(TAGS):
            if b[0] != "I" or (a != "O" and a[2:] == b[2:]):
                out[i, j] = 0.0
    return out


_MOVES = _transitions()
_FIRST = np.array([-1e9 if t[0] == "I" else 0.0 for t in TAGS])


def _viterbi(scores: Floats) -> list[int]:
    """The best sequence of tags. `scores`: words × 7."""
    n = len(scores)
    best: Any = scores[0] + _FIRST
    back = np.zeros((n, len(TAGS)), dtype=np.int64)
    for i in range(1, n):
        moves = best[:, None] + _MOVES
        back[i] = moves.argmax(0)
        best = moves.max(0) + scores[i]
    out = [int(best.argmax())]
    for i in range(n - 1, 0, -1):
        out.append(int(back[i, out[-1]]))
    return out[::-1]


def _ranges(tags: list[int]) -> dict[str, list[Range]]:
    out: dict[str, list[Range]] = {"S": [], "Q": [], "C": []}
    i = 0
    while i < len(tags):
        if tags[i] == 0:
            i += 1
            continue
        letter = TAGS[tags[i]][2:]
        j = i + 1
        while j < len(tags) and TAGS[tags[j]] == "I-" + letter:
            j += 1
        out[letter].append((i, j))
        i = j
    return out
