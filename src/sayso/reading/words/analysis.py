"""What are the words of a unit: which parts of speech, which hang on which, which are names, and who says what?

One pass of the reader's model a unit, and one of its role head where there are cues. The same unit gives the same numbers on
every run.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.reading.words.capitals import in_capitals, running
from sayso.reading.words.choosing import Relation, Scene, choose
from sayso.reading.words.offers import anchors, log_softmax, offers
from sayso.text.pieces import START, STOP
from sayso.text.units import Unit
from sayso.weights import Model

_LONGEST = 510
"""Most word pieces of a unit besides the two marks. Source: the model has 512 positions."""


@dataclass(frozen=True, kw_only=True)
class Analysis:
    """A unit with its grammar: per word xpos, upos, head, relation and name tag, and the statements' parts.

    `heads` are indices in the unit, -1 at a sentence's root; `relations` hold token ranges, ends exclusive.
    """

    unit: Unit
    xpos: tuple[str, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    rels: tuple[str, ...]
    names: tuple[str, ...]
    relations: tuple[Relation, ...]

    def __len__(self) -> int:
        """The number of words."""
        return len(self.unit.words)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(map(str.lower, self.unit.words))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words in lower case, each once."""
        return frozenset(self.lower)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each word those that hang on it, in order."""
        out: list[list[int]] = [[] for _ in self.heads]
        for i, h in enumerate(self.heads):
            if h >= 0:
                out[h].append(i)
        return tuple(map(tuple, out))

    def subtree(self, i: int) -> set[int]:
        """The word `i` and all that hangs on it."""
        out, stack = set(), [i]
        while stack:
            k = stack.pop()
            if k not in out:
                out.add(k)
                stack += self.children[k]
        return out

    def above(self, i: int) -> Iterator[int]:
        """The heads over `i`, nearest first."""
        seen = {i}
        while (i := self.heads[i]) >= 0 and i not in seen:
            seen.add(i)
            yield i

    def entities(self) -> list[tuple[int, int, str]]:
        """The names: first word, end (exclusive), PER, ORG or LOC; "Ruiz-Orlo" is one."""
        out: list[tuple[int, int, str]] = []
        for i, tag in enumerate(self.names):
            if tag == "O":
                continue
            begun = i - 1 if i and self.unit.words[i - 1] == "-" and self.names[i - 1] == "O" else i
            if out and out[-1][1] == begun and out[-1][2] == tag[2:] and tag[0] == "I":
                out[-1] = (out[-1][0], i + 1, out[-1][2])
            else:
                out.append((i, i + 1, tag[2:]))
        return out


def analyse(unit: Unit, model: Model) -> Analysis:
    """The grammar and the statements of one unit; what stands in capitals is read again as in running text."""
    if in_capitals(unit.words):
        unit = running(unit, [model.labels["xpos"][i] for i in _encoded(unit, model)[2][0].tolist()])
    quotes = np.array([unit.quotes], dtype=np.int64)
    sentences = np.array([unit.sentences], dtype=np.int64)
    vectors, flat, *tags = _encoded(unit, model)
    flat_log = log_softmax(flat[0].astype(np.float64))
    found: list[tuple[int, NDArray[np.float64]]] = []
    likely = np.exp(flat_log)
    cues = anchors(likely)
    if cues:
        scores = model.tag(
            w=vectors,
            flat=likely[None].astype(np.float32),
            anchor=np.array(cues, dtype=np.int64),
            sid=sentences,
            wq=quotes,
        )
        found = list(zip(cues, log_softmax(scores.astype(np.float64)), strict=True))
    xpos, upos, names, heads, rels = (t[0].tolist() for t in tags)
    labels = model.labels
    hung = _trees([h - 1 for h in heads])
    scene = Scene(flat=likely, heads=hung, words=unit.words, quotes=unit.quotes, sentences=unit.sentences)
    return Analysis(
        unit=unit,
        xpos=tuple(map(labels["xpos"].__getitem__, xpos)),
        upos=tuple(map(labels["upos"].__getitem__, upos)),
        heads=hung,
        rels=tuple(map(labels["rel"].__getitem__, rels)),
        names=tuple(map(labels["ner"].__getitem__, names)),
        relations=tuple(choose(scene, offers(flat_log, found), model.choice)),
    )


def _encoded(unit: Unit, model: Model) -> list[NDArray[Any]]:
    """What the encoder says of a unit: vectors, statement tags, and the ids of its words' tags."""
    ids, shapes, states, firsts = _inputs(unit, model)
    return model.encode(ids=ids, shp=shapes, quo=states, idx=firsts, sid=np.array([unit.sentences], dtype=np.int64))


def _inputs(unit: Unit, model: Model) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Word-piece ids, shapes and quote states (1 × pieces), and the first piece of each word (1 × words)."""
    cut = [model.pieces.of(w) for w in unit.words]
    if sum(map(len, cut)) > _LONGEST:
        cut = [p[: max(1, _LONGEST // len(cut))] for p in cut]
    ids, shapes, states, firsts = [START], [0], [0], []
    for word, quote, pieces in zip(unit.words, unit.quotes, cut, strict=True):
        firsts.append(len(ids))
        ids += pieces
        shapes += [shape(word)] * len(pieces)
        states += [quote] * len(pieces)
    return _row([*ids, STOP]), _row([*shapes, 0]), _row([*states, 0]), _row(firsts)


def _row(values: list[int]) -> NDArray[np.int64]:
    return np.array([values], dtype=np.int64)


def _trees(heads: list[int]) -> tuple[int, ...]:
    """The heads with every circle cut at its first word: the model picks each head by itself, so words may hang on each other."""
    done = [False] * len(heads)
    for i in range(len(heads)):
        path: list[int] = []
        k = i
        while k >= 0 and not done[k] and k not in path:
            path.append(k)
            k = heads[k]
        if k in path:
            heads[min(path[path.index(k) :])] = -1
        for p in path:
            done[p] = True
    return tuple(heads)


@lru_cache(maxsize=50_000)
def shape(word: str) -> int:
    """How a word is written, 1 to 8: lower, Capital, UPPER, mIxed, digits, with digits, a mark, one capital letter."""
    if word.isdigit():
        return 5
    if not any(c.isalpha() for c in word):
        return 6 if any(c.isdigit() for c in word) else 7
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 8
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 2
    return 4
