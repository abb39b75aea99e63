"""What does the reader learn from: news with its statements, and sentences with their grammar or their names, all as units.

The statements are PolNeAR's; grammar is Universal Dependencies (EWT, GUM); names are in BIO columns. See `train_reader.py`.
"""

import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from reader_net import Batch

from sayso import weights
from sayso.reading.words.analysis import shape
from sayso.text.pieces import START, STOP
from sayso.text.units import quoted, units
from sayso.weights import Model

PARTS = {"source": 1, "cue": 3, "content": 5}
"""The tag with which each part of a statement begins; the next one continues it."""
MOST = 110
"""Most words of sentences that are joined to one unit."""
UNSEEN = -100
"""What the loss passes over."""
LONGEST, PLACES = 200, 510
"""Most word pieces of a unit of sentences that is learned from, and of any unit that the encoder has places for."""
HELD_OUT = 40
"""Documents of the training half from which nothing but the choice of spans is learned; the same for every seed."""


@dataclass(slots=True, kw_only=True)
class Lesson:
    """A unit with what is known of it: tags of statements, and for each cue the tags of its own statement; labels by head."""

    words: Sequence[str]
    quotes: Sequence[int]
    sentences: Sequence[int]
    spans: Sequence[tuple[int, int]] = ()
    flat: list[int] | None = None
    cues: list[tuple[int, list[int]]] = field(default_factory=list)
    labels: dict[str, Sequence[int]] = field(default_factory=dict)
    pieces: list[tuple[int, ...]] = field(default_factory=list)

    def __len__(self) -> int:
        """Its word pieces with the two marks."""
        return 2 + sum(map(len, self.pieces))


def news(path: Path) -> dict[str, list[Lesson]]:
    """The units of each document with the statements that a person marked."""
    out: dict[str, list[Lesson]] = {}
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            out[row["id"]] = _cut([_lesson(u.words, u.quotes, u.sentences, u.spans) for u in units(row["text"])])
            for lesson in out[row["id"]]:
                _mark(lesson, row["attributions"])
    return out


def parted(documents: Iterable[str]) -> tuple[list[str], list[str]]:
    """The names of the documents that are held out of training, and of the others."""
    order = sorted(documents)
    random.Random(7).shuffle(order)  # noqa: S311  seeded, to be done again
    return order[:HELD_OUT], order[HELD_OUT:]


def _mark(lesson: Lesson, attributions: Sequence[dict[str, Any]]) -> None:
    lesson.flat = [0] * len(lesson.words)
    begin, end = lesson.spans[0][0], lesson.spans[-1][1]
    for given in attributions:
        if not (given["cue"] and begin <= given["cue"][0][0] < end):
            continue
        own = [0] * len(lesson.words)
        for part in ("content", "source", "cue"):
            hit = [i for i, (s, e) in enumerate(lesson.spans) if any(s < y and x < e for x, y in given[part])]
            for i in hit:
                own[i] = PARTS[part] + (i - 1 in hit)
        cue = [i for i, tag in enumerate(own) if tag == PARTS["cue"]]
        if cue:
            lesson.cues.append((cue[0], own))
    # Where statements share words, the flat tags show contents first, then sources, then cues: the cue is the anchor.
    for kinds in ((5, 6), (1, 2), (3, 4)):
        for _, own in lesson.cues:
            for i, tag in enumerate(own):
                if tag in kinds:
                    lesson.flat[i] = tag


def grammar(
    paths: Sequence[Path], labels: Mapping[str, Sequence[str]], rng: random.Random, longest: int = LONGEST, most: int = MOST
) -> list[Lesson]:
    """Sentences of treebanks, one to three joined to a unit of at most `most` words; tags, heads and relations as numbers."""
    ids = {name: {label: i for i, label in enumerate(labels[name])} for name in ("xpos", "upos", "rel")}
    out: list[Lesson] = []
    for path in paths:
        for joined in _joined(list(_trees(path)), rng, most):
            words: list[str] = []
            base: list[int] = []
            for sentence in joined:
                base += [len(words)] * len(sentence)
                words += [row[1] for row in sentence]
            rows = [row for sentence in joined for row in sentence]
            numbers = [k for k, sentence in enumerate(joined) for _ in sentence]
            lesson = _lesson(words, quoted(tuple(words)), numbers)
            lesson.labels = {
                "xpos": [ids["xpos"].get(r[4], UNSEEN) for r in rows],
                "upos": [ids["upos"].get(r[3], UNSEEN) for r in rows],
                "rel": [ids["rel"].get(r[7], UNSEEN) for r in rows],
                "head": [int(r[6]) + b if int(r[6]) else 0 for r, b in zip(rows, base, strict=True)],
            }
            out.append(lesson)
    return [x for x in out if len(x) <= longest]


def _trees(path: Path) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                rows.append(columns)
            elif len(columns) == 1 and rows and not line.strip():
                yield rows
                rows = []
    if rows:
        yield rows


def names(
    paths: Sequence[Path], labels: Mapping[str, Sequence[str]], rng: random.Random, longest: int = LONGEST, most: int = MOST
) -> list[Lesson]:
    """Sentences with their names, one to three joined to a unit of at most `most` words."""
    ids = {label: i for i, label in enumerate(labels["ner"])}
    out: list[Lesson] = []
    for path in paths:
        blocks = path.read_text(encoding="utf-8").split("\n\n")
        sentences = [[line.split("\t") for line in block.split("\n") if "\t" in line] for block in blocks]
        for joined in _joined([s for s in sentences if s], rng, most):
            words = [row[0] for sentence in joined for row in sentence]
            numbers = [k for k, sentence in enumerate(joined) for _ in sentence]
            lesson = _lesson(words, quoted(tuple(words)), numbers)
            lesson.labels = {"ner": [ids.get(row[1], UNSEEN) for sentence in joined for row in sentence]}
            out.append(lesson)
    return [x for x in out if len(x) <= longest]


def _joined(sentences: list[Any], rng: random.Random, most: int) -> Iterator[list[Any]]:
    i = 0
    while i < len(sentences):
        take = [sentences[i]]
        i += 1
        for _ in range(rng.choice((0, 0, 1, 2))):
            if i < len(sentences) and sum(map(len, take)) + len(sentences[i]) <= most:
                take.append(sentences[i])
                i += 1
        yield take


def _lesson(
    words: Sequence[str], quotes: Sequence[int], sentences: Sequence[int], spans: Sequence[tuple[int, int]] = ()
) -> Lesson:
    cut = weights.load().pieces
    return Lesson(words=words, quotes=quotes, sentences=sentences, spans=spans, pieces=[cut.of(w) for w in words])


def _cut(lessons: list[Lesson]) -> list[Lesson]:
    """Without what is longer than the encoder's places."""
    return [x for x in lessons if len(x) <= PLACES]


def batch(lessons: Sequence[Lesson]) -> Batch:
    """Units side by side, filled up at the end."""
    wide, long = max(map(len, lessons)), max(len(x.words) for x in lessons)

    def zeros(size: int, kind: Any = np.int64) -> Any:
        return np.zeros((len(lessons), size), dtype=kind)

    ids, shapes, states, filled = zeros(wide), zeros(wide), zeros(wide), zeros(wide, bool)
    firsts, words, sentences, quotes = zeros(long), zeros(long, bool), zeros(long) - 1, zeros(long)
    for k, x in enumerate(lessons):
        sizes = [len(p) for p in x.pieces]
        n, total = len(x.words), sum(sizes)
        ids[k, : total + 2] = [START, *(i for p in x.pieces for i in p), STOP]
        shapes[k, 1 : total + 1] = np.repeat([shape(w) for w in x.words], sizes)
        states[k, 1 : total + 1] = np.repeat(x.quotes, sizes)
        filled[k, : total + 2] = words[k, :n] = True
        firsts[k, :n] = 1 + np.concatenate([[0], np.cumsum(sizes)[:-1]])
        sentences[k, :n], quotes[k, :n] = x.sentences, x.quotes
    parts = {"ids": ids, "shapes": shapes, "states": states, "filled": filled, "firsts": firsts, "words": words}
    return Batch(**{k: torch.from_numpy(v) for k, v in (parts | {"sentences": sentences, "quotes": quotes}).items()})


def read(lesson: Lesson, model: Model | None = None) -> list[NDArray[Any]]:
    """What the reader's graph makes of a unit: words' vectors, statement tags, xpos, upos, names, heads and relations."""
    b = batch([lesson])
    inputs = {"ids": b.ids, "shp": b.shapes, "quo": b.states, "idx": b.firsts, "sid": b.sentences}
    return (model or weights.load()).encode(**{name: given.numpy() for name, given in inputs.items()})


def column(lessons: Sequence[Lesson], rows: Sequence[Sequence[int] | None]) -> torch.Tensor:
    """One label for each word, `UNSEEN` where there is none: units × words."""
    out = np.full((len(lessons), max(len(x.words) for x in lessons)), UNSEEN, dtype=np.int64)
    for k, row in enumerate(rows):
        if row is not None:
            out[k, : len(row)] = row
    return torch.from_numpy(out)


def batches(lessons: Sequence[Lesson], size: int, rng: random.Random) -> list[list[Lesson]]:
    """Units of like length together, at most `size` pieces a batch with what fills them up; in random order."""
    order = sorted(lessons, key=lambda x: len(x) + rng.random() * 8)
    cuts, most = [0], 0
    for i, x in enumerate(order):
        most = max(most, len(x))
        if most * (i + 1 - cuts[-1]) > size and i > cuts[-1]:
            cuts.append(i)
            most = len(x)
    out = [order[a:b] for a, b in pairwise([*cuts, len(order)])]
    rng.shuffle(out)
    return out
