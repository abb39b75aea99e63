"""Which spans may be the source, the cue and the content of an attribution, given the tags of the model's two heads?

The flat head tags words, the role head tags them for one cue. Mixed in a few ways, the best path of tags through each mixture
offers spans; and so do those of the flat head alone that the role head hands to the cue.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Range = tuple[int, int]
Ranges = tuple[Range, ...]

TAGS = ("O", "B-S", "I-S", "B-Q", "I-Q", "B-C", "I-C")
"""Outside; source, cue (Q) and content, each beginning and going on."""
SOURCE, CUE, CONTENT = 1, 3, 5
"""Where the pair of tags of each part stands in `TAGS`."""

_RUNS = {part: re.compile(bytes((part,)) + bytes((part + 1,)) + b"*") for part in (SOURCE, CUE, CONTENT)}

ANCHOR = 0.15
"""Least probability of a cue's first word for the role head to look at it. **Source:** the role head was trained so."""
FLOOR = 0.2
"""Least score, 0 to 1, of a first word of a cue: the geometric mean of what the two heads give it."""
MIXES = ((0.6, 1.0), (0.0, 0.0), (1.5, 1.0))
"""Of each mixture the weight of the flat head beside the role head, and the price of a piece of content."""
PRICES = (0.5, 0.0)
"""The price of a piece of content where the flat head offers spans alone."""
HANDED = 0.4
"""Least mean probability by the role head of a span that the flat head offers.

**Source** of these four: cross-validated on PolNeAR's development documents and 40 held out of training; more mixtures and more
floors offered twice as many spans, and none that was chosen more often rightly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What may be one attribution: its cue's first word, the score of that, and the spans offered for each part.

    `roles` are the role head's probabilities, words × 7. The first of each part is the one of the first mixture; of `sources`
    the last is none.
    """

    anchor: int
    score: float
    roles: Floats
    cues: tuple[Range, ...]
    sources: tuple[Ranges, ...]
    contents: tuple[Ranges, ...]


def log_softmax(x: Floats) -> Floats:
    """Logarithms of probabilities along the last axis."""
    x = x - x.max(-1, keepdims=True)
    out: Floats = x - np.log(np.exp(x).sum(-1, keepdims=True))
    return out


def anchors(likely: Floats) -> list[int]:
    """Words that may begin a cue. `likely`: words × 7 probabilities of the flat head."""
    return [int(i) for i in np.nonzero(likely[:, CUE] > ANCHOR)[0]]


def offers(flat: Floats, found: Sequence[tuple[int, Floats]]) -> list[Offer]:
    """The offers of a unit. `flat`: words × 7 log-probabilities; `found`: each anchor with its own."""
    likely = np.exp(flat[:, CUE])
    worth = [(anchor, roles, _score(likely, anchor, roles)) for anchor, roles in found]
    worth = [w for w in worth if w[2] >= FLOOR]
    if not worth:
        return []
    price = np.zeros(len(TAGS))
    price[CONTENT] = 1.0
    rows = [flat - p * price for p in PRICES]
    for anchor, roles, _ in worth:
        for weight, cost in MIXES:
            mix = roles + weight * flat - cost * price
            mix[anchor] = -50.0
            mix[anchor, CUE] = 0.0
            rows.append(mix)
    paths = best_paths(np.stack(rows))
    alone = [(ranges(path, SOURCE), ranges(path, CONTENT)) for path in paths[: len(PRICES)]]
    out = []
    for k, (anchor, roles, score) in enumerate(worth):
        first = len(PRICES) + k * len(MIXES)
        out.append(_offer(anchor, score, np.exp(roles), paths[first : first + len(MIXES)], alone))
    return out


def _score(likely: Floats, anchor: int, roles: Floats) -> float:
    return float((likely[anchor] * np.exp(roles[anchor, [CUE, CUE + 1]].max())) ** 0.5)


def _offer(
    anchor: int, score: float, roles: Floats, paths: Sequence[Sequence[int]], alone: Sequence[tuple[Ranges, Ranges]]
) -> Offer:
    cues: dict[Range, None] = {}
    sources: dict[Ranges, None] = {}
    contents: dict[Ranges, None] = {}
    for path in paths:
        cues.update((r, None) for r in ranges(path, CUE) if r[0] == anchor)
        held = ranges(path, SOURCE)
        sources[(max(held, key=lambda r: (roles[r[0], SOURCE], -r[0])),) if len(held) > 1 else held] = None
        contents[ranges(path, CONTENT)] = None
    sums = np.concatenate([np.zeros((1, len(TAGS))), roles.cumsum(0)])
    for held, said in alone:
        mine = tuple(r for r in said if _mean(sums, r, CONTENT) > HANDED)
        if mine:
            contents[mine] = None
        if held:
            mean, _, best = max((_mean(sums, r, SOURCE), -r[0], r) for r in held)
            if mean > HANDED:
                sources[(best,)] = None
    sources.pop((), None)
    return Offer(anchor=anchor, score=score, roles=roles, cues=tuple(cues), sources=(*sources, ()), contents=tuple(contents))


def _mean(sums: Floats, span: Range, part: int) -> float:
    """The mean probability of being in a part, from running sums over the words."""
    before, after = sums[span[0]], sums[span[1]]
    return float(after[part] - before[part] + after[part + 1] - before[part + 1]) / (span[1] - span[0])


def best_paths(scores: Floats) -> list[list[int]]:
    """The best row of tags for each of several tables at once, where a part goes on only after it has begun.

    `scores`: tables × words × 7.

    Source: Viterbi 1967, doi:10.1109/TIT.1967.1054010; all tags may follow all but those that go on, which keeps each step small.
    """
    tables, words, _ = scores.shape
    rows = scores.transpose(1, 2, 0)
    outside, begins, goes = (np.ascontiguousarray(kind) for kind in (rows[:, 0], rows[:, 1::2], rows[:, 2::2]))
    parts = np.empty((words, 3, tables))  # the best that ends in each part, and of all those, and outside
    tops, rests = np.empty((words, tables)), np.empty((words, tables))
    longer = np.zeros((words, 3, tables), dtype=bool)
    fresh, going = np.empty((3, tables)), np.empty((3, tables))
    best = np.zeros(tables)
    for i in range(words):
        np.add(begins[i], best, out=fresh)
        if i:
            np.add(parts[i - 1], goes[i], out=going)
            np.greater(going, fresh, out=longer[i])
            np.maximum(going, fresh, out=parts[i])
        else:
            parts[0] = fresh
        one, two, three = parts[i]
        top = np.maximum(np.maximum(one, two), three, out=tops[i])
        best = np.maximum(np.add(outside[i], best, out=rests[i]), top)
    chosen = np.where(rests >= tops, -1, parts.argmax(1))
    return _traced(longer.tolist(), chosen.tolist())


def _traced(longer: list[list[list[bool]]], chosen: list[list[int]]) -> list[list[int]]:
    """The rows of tags, from the last word back.

    `chosen` is the best part by word and table, -1 for none; `longer` whether it goes on, by word, part and table.
    """
    last = len(longer) - 1
    out = []
    for table in range(len(chosen[0])):
        path = [0] * (last + 1)
        part, inside = -1, False
        for i in range(last, -1, -1):
            if not inside:
                part = chosen[i][table]
            if part < 0:
                continue
            inside = longer[i][part][table]
            path[i] = 2 * part + 1 + inside
        out.append(path)
    return out


def ranges(path: Sequence[int], part: int) -> Ranges:
    """The spans of one part in a row of tags."""
    return tuple(m.span() for m in _RUNS[part].finditer(bytes(path)))
