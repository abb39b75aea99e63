"""Given what is known of the sources, where does each question's number lie? An adaptive grid with an atom at each figure."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.weighing.learn import STRAY, TINY, Board, Learned, density, middles

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ATOMS = 6
"""At most so many different figures of a question carry an atom and a patch of grid."""
STEPS = np.array([0.15, 0.4, 0.8, 1.4, 2.4, 4.5])
"""Grid points on both sides of each figure, in units of the table's error."""
SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
WHOLE = 0.3
"""From this probability on a figure is published as it stands, below it the median. **Source:** prior."""
SHARED = 0.2
"""Correlation of the errors of independent sources on one question: they see the same smoke. **Source:** prior."""
CHUNK = 20_000
NEAR = 0.2
"""Decay above "at least", in log units. **Source:** as for wordings."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bounds:
    """Open figures: question, source, scaled value, and +1 for a floor, -1 for a ceiling."""

    question: Ints
    source: Ints
    y: Floats
    side: Ints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Settled:
    """Of each question, on the table's scale: best and the 5, 25, 50, 75, 95 % points, one column each."""

    best: Floats
    points: Floats


def settle(board: Board, learned: Learned, bounds: Bounds) -> Settled:
    """The numbers of every question that has at least one closed figure."""
    support, width, atoms = _support(board, learned)
    total = np.where(width > 0, np.log(np.maximum(width, TINY)), -np.inf)
    size = np.bincount(board.question, minlength=board.questions)
    shared = 1 + SHARED * (size - 1) if not learned.hit.any() else np.ones(board.questions)
    for first, last in _chunks(size):
        rows = slice(*np.searchsorted(board.question, [first, last]))
        told = _told(board, learned, support, atoms, rows)
        starts = np.searchsorted(board.question[rows], np.arange(first, last))
        total[first:last] += np.add.reduceat(told, starts, axis=0) / shared[first:last, None]
    if len(bounds.y):
        np.add.at(total, bounds.question, _open(bounds, learned, support))
    mass = np.exp(total - total.max(axis=1, keepdims=True))
    mass /= mass.sum(axis=1, keepdims=True)
    points = np.maximum.accumulate(np.stack([_quantile(support, width, mass, atoms, share) for share in SHARES], axis=1), axis=1)
    whole = np.where(atoms >= 0, mass, 0.0)
    top = whole.argmax(axis=1)
    every = np.arange(board.questions)
    best = np.where((whole[every, top] >= WHOLE) | (size == 1), support[every, top], points[:, 2])
    return Settled(best=best, points=points)


def _support(board: Board, learned: Learned) -> tuple[Floats, Floats, Ints]:
    """Grid points of each question in order, the mass of their cells, and which value code sits at each (-1: none)."""
    key = board.question * (int(board.code.max(initial=0)) + 1) + board.code
    _, first, times = np.unique(key, return_index=True, return_counts=True)
    away = np.abs(board.y[first] - middles(board)[board.question[first]])
    order = np.lexsort((board.code[first], away, -times, board.question[first]))
    first = first[order]
    rank = np.arange(len(first)) - np.searchsorted(board.question[first], board.question[first])
    first, rank = first[rank < ATOMS], rank[rank < ATOMS]
    which = board.question[first]
    at = np.repeat(learned.centre[:, None], ATOMS + 1, axis=1)
    code = np.full((board.questions, ATOMS), -1, dtype=np.int64)
    cell = np.zeros((board.questions, ATOMS))
    at[which, rank], code[which, rank], cell[which, rank] = board.y[first], board.code[first], board.cell[first]
    offsets = learned.typical * np.concatenate([-STEPS, [1e-6], STEPS])
    patch = (at[:, :, None] + offsets).reshape(board.questions, -1)
    points = np.concatenate([at[:, :ATOMS], patch], axis=1)
    codes = np.concatenate([code, np.full(patch.shape, -1)], axis=1)
    order2 = np.argsort(points, axis=1, kind="stable")
    points, codes = np.take_along_axis(points, order2, axis=1), np.take_along_axis(codes, order2, axis=1)
    middle = (points[:, 1:] + points[:, :-1]) / 2
    edge = np.concatenate([points[:, :1], middle, points[:, -1:]], axis=1)
    own = np.take_along_axis(np.concatenate([cell, np.zeros(patch.shape)], axis=1), order2, axis=1)
    width = np.where(codes >= 0, own, np.diff(edge, axis=1))
    return points, width, codes


def _chunks(size: Ints) -> list[tuple[int, int]]:
    ends = np.flatnonzero(np.diff(np.cumsum(size) // CHUNK, prepend=0)) + 1
    cuts = sorted({0, len(size), *ends.tolist()})
    return list(pairwise(cuts))


def _told(board: Board, learned: Learned, support: Floats, atoms: Ints, rows: slice) -> Floats:
    question, source = board.question[rows], board.source[rows]
    sigma = np.sqrt(learned.sigma[source] ** 2 + learned.bias_sd[source] ** 2 + board.extra[rows])
    away = (board.y[rows] - learned.bias[source])[:, None] - support[question]
    chance = (learned.hit[source] * board.rare[rows])[:, None]
    error = density(away, sigma[:, None], learned.freedom) * board.cell[rows][:, None]
    same = atoms[question] == board.code[rows][:, None]
    missed = (1 - STRAY) * error + STRAY * board.common[rows][:, None]
    return np.asarray(np.log(chance * same + (1 - chance) * missed + TINY))


def _open(bounds: Bounds, learned: Learned, support: Floats) -> Floats:
    inside = (support[bounds.question] + learned.bias[bounds.source][:, None] - bounds.y[:, None]) * bounds.side[:, None]
    decay = NEAR if learned.scale.log else max(learned.typical, TINY)
    sigma = learned.sigma[bounds.source][:, None] / 2
    below = (1 + (np.minimum(inside, 0) / sigma) ** 2 / 4) ** -2.5
    return np.asarray(np.log((1 - STRAY) * below * np.exp(-np.maximum(inside, 0) / decay / 2) + STRAY))


def _quantile(support: Floats, width: Floats, mass: Floats, atoms: Ints, share: float) -> Floats:
    total = np.cumsum(mass, axis=1)
    every = np.arange(len(support))
    cell = np.minimum((total < share).sum(axis=1), support.shape[1] - 1)
    before = total[every, cell] - mass[every, cell]
    part = np.clip((share - before) / np.maximum(mass[every, cell], TINY), 0, 1)
    return np.asarray(support[every, cell] + np.where(atoms[every, cell] >= 0, 0.0, (part - 0.5) * width[every, cell]))
