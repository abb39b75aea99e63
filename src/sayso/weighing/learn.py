"""What do the figures of a table tell about each source? Bias, precision and how often it has the very number, by EM.

Each figure is either the very number (a hit: figures on the web are copied exactly), or the truth plus the source's bias and a
Student-t error, or a stray value as common as it is elsewhere in the table. Sources with few figures stay near the table's mean.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.weighing.table_scale import Scale

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

KEPT = 12
"""At most so many different figures of a question are weighed as the very number: the most frequent, then the middle ones."""
STRAY = 0.05
"""Share of figures that are neither hit nor error. **Source:** prior."""
PSEUDO, PSEUDO_HITS = 6.0, 4.0
"""Figures' worth of the table's mean in each source's precision and in its share of hits. **Source:** prior."""
USUAL_LOG, USUAL_SHARE = 0.3, 0.2
"""A table's error before its figures are compared: log units, or this share of the figures' spread. **Source:** prior."""
BIAS_SD = 0.5
"""Prior sd of a source's bias, in units of the table's error. **Source:** prior."""
LEAN_SD = 0.5
"""Prior sd of a side's bias, log units. **Source:** the spread of biases in Radford et al. 2023, PNAS, as for `sources.py`."""
ROUNDS = 15
"""EM rounds. **Source:** 60 rounds change no error share or MAE of the population tables tried."""
RARE = 0.01
"""A figure this common elsewhere in the table counts half as a hit: repeating a common figure tells little. **Source:** prior."""
HEAVY, LIGHT = 4.0, 30.0
"""Degrees of freedom of the error."""
NOISY, MANY = 0.6, 500
"""Share of the figures' spread that lies within questions from which on the tail is light, in tables this long.
**Source:** prior."""
SELDOM = 0.5
"""Weight above which a figure counts as rare."""
ATOMIC = 0.25
"""From this share of repeated rare figures on, figures of a table may be the very number. **Source:** between the two kinds of
tables tried (0.16 for ratings, 0.47 for figures copied on the web)."""
TINY = 1e-300


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Board:
    """A table's figures as arrays, sorted by question.

    Question, source and value numbers (`code`), the scaled value, the width of one unit there, the added variance of wording,
    how common the value is elsewhere, and `rare`, the weight from 0 to 1 that repeating it has; `lean` is each source's prior
    bias.
    """

    question: Ints
    source: Ints
    code: Ints
    y: Floats
    cell: Floats
    extra: Floats
    common: Floats
    rare: Floats
    questions: int
    sources: int
    lean: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Learned:
    """Of each source bias, its sd, sigma and share of hits, on the table's scale; of each question its `centre`."""

    scale: Scale
    freedom: float
    bias: Floats
    bias_sd: Floats
    sigma: Floats
    hit: Floats
    centre: Floats
    typical: float
    evidence: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pairs:
    """Each candidate for each question (its different figures, and the centre last) with each figure of that question."""

    candidate: Ints
    figure: Ints
    same: NDArray[np.bool_]
    question: Ints
    y: Floats
    cell: Floats
    central: NDArray[np.bool_]


def pairs(board: Board, *, kept: int = KEPT) -> Pairs:
    """The candidates of every question, `kept` of its figures at most and the centre, and their pairs with its figures."""
    size = np.bincount(board.question, minlength=board.questions)
    start = np.concatenate([[0], np.cumsum(size)[:-1]])
    key = board.question * (int(board.code.max(initial=0)) + 1) + board.code
    _, first, times = np.unique(key, return_index=True, return_counts=True)
    middle = middles(board)
    away = np.abs(board.y[first] - middle[board.question[first]])
    order = np.lexsort((board.code[first], away, -times, board.question[first]))
    first = first[order]
    rank = np.arange(len(first)) - np.searchsorted(board.question[first], board.question[first])
    first = first[rank < kept]
    every = np.arange(board.questions, dtype=np.int64)
    question = np.concatenate([board.question[first], every])
    n = size[question]
    candidate = np.repeat(np.arange(len(question)), n)
    offset = np.arange(len(candidate)) - np.repeat(np.cumsum(n) - n, n)
    figure = start[question[candidate]] + offset
    central = np.concatenate([np.zeros(len(first), dtype=bool), np.ones(board.questions, dtype=bool)])
    codes = np.concatenate([board.code[first], np.full(board.questions, -1)])
    return Pairs(
        candidate=candidate,
        figure=figure,
        same=codes[candidate] == board.code[figure],
        question=question,
        y=np.concatenate([board.y[first], middle]),
        cell=np.concatenate([board.cell[first], np.ones(board.questions)]),
        central=central,
    )


def middles(board: Board) -> Floats:
    """The median of each question's figures, on the table's scale."""
    order = np.lexsort((board.y, board.question))
    size = np.bincount(board.question, minlength=board.questions)
    start = np.cumsum(size) - size
    ordered = board.y[order]
    return np.asarray((ordered[start + (size - 1) // 2] + ordered[start + size // 2]) / 2)


def copying(board: Board) -> float:
    """The share of figures that another of the question repeats, among figures that are rare elsewhere.

    0 below a quarter: then figures in this table are judgements, and agreement on one tells no more than nearness.
    """
    size = np.bincount(board.question, minlength=board.questions)
    telling = (size[board.question] > 1) & (board.rare > SELDOM)
    if not telling.any():
        return 0.0
    key = board.question * (int(board.code.max(initial=0)) + 1) + board.code
    _, which, times = np.unique(key, return_inverse=True, return_counts=True)
    share = float(np.mean(times[which][telling] > 1))
    return min(share, 0.9) if share >= ATOMIC else 0.0


def tail_of(board: Board) -> float:
    """Light where sources differ within a question about as much as the questions differ, and figures are no copies.

    Then nothing tells a blunder from a judgement. Heavy otherwise, and in small tables.
    """
    off = board.y - middles(board)[board.question]
    off = off[np.bincount(board.question, minlength=board.questions)[board.question] > 1]
    if len(off) < MANY or copying(board):
        return HEAVY
    return LIGHT if float(np.sqrt(np.mean(off**2))) >= NOISY * float(np.std(board.y)) else HEAVY


def totals(group: Ints, values: Floats, groups: int) -> Floats:
    """The sum of the values in each of so many groups."""
    return np.bincount(group, weights=values, minlength=groups).astype(np.float64)


def density(x: Floats, sigma: Floats, freedom: float) -> Floats:
    """The density of a Student-t with scale `sigma`."""
    constant = 0.375 if freedom == HEAVY else 0.3956
    core = 1 + (x / sigma) ** 2 / freedom
    return np.asarray(constant / sigma * (core**-2.5 if freedom == HEAVY else np.exp(-(freedom + 1) / 2 * np.log(core))))


def learn(board: Board, scale: Scale, freedom: float, span: float) -> Learned:
    """The sources of a table on one scale and with one tail; `span` is the width of the scale that the table covers."""
    copied = copying(board)
    among = pairs(board, kept=KEPT if copied else 0)
    centre = middles(board)
    off = board.y - centre[board.question]
    usual = max(USUAL_LOG if scale.log else USUAL_SHARE * float(np.std(board.y)), float(np.median(board.cell)))
    typical = float(np.median(np.abs(off[off != 0]))) if np.any(off != 0) else usual
    bias, sigma = board.lean.copy(), np.full(board.sources, typical)
    hit = np.full(board.sources, copied)
    bias_sd = _bias_sd(board, typical)
    evidence = 0.0
    for _ in range(ROUNDS):
        step = _expect(board, among, (bias, sigma, hit, centre), freedom)
        evidence = step.evidence - board.questions * np.log(max(span, TINY))
        typical, bias, bias_sd, sigma, found = _update(board, step, usual)
        hit = found if copied else hit
        centre = step.centre
    return Learned(
        scale=scale,
        freedom=freedom,
        bias=bias,
        bias_sd=bias_sd,
        sigma=sigma,
        hit=hit,
        centre=centre,
        typical=typical,
        evidence=float(evidence),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Step:
    """Per figure: the chance of a hit, the weight as an error, the weighted error and its square; new centres; log evidence."""

    hits: Floats
    errors: Floats
    weight: Floats
    pull: Floats
    square: Floats
    centre: Floats
    evidence: float


def _expect(board: Board, among: Pairs, now: tuple[Floats, Floats, Floats, Floats], freedom: float) -> _Step:
    bias, sigma, hit, centre = now
    source = board.source
    scale = np.sqrt(sigma[source] ** 2 + board.extra)
    y = np.where(among.central, centre[among.question], among.y)
    away = board.y[among.figure] - y[among.candidate] - bias[source][among.figure]
    told = density(away, scale[among.figure], freedom) * board.cell[among.figure]
    chance = (hit[source] * board.rare)[among.figure]
    as_hit = chance * among.same
    as_error = (1 - chance) * (1 - STRAY) * told
    total = as_hit + as_error + (1 - chance) * STRAY * board.common[among.figure] + TINY
    known = np.bincount(board.question, weights=1 / scale**2, minlength=board.questions)
    mass = np.maximum(np.where(among.central, np.sqrt(2 * np.pi / known)[among.question], among.cell), TINY)
    score = np.log(mass) + np.bincount(among.candidate, weights=np.log(total), minlength=len(mass))
    top = np.full(board.questions, -np.inf)
    np.maximum.at(top, among.question, score)
    share = np.exp(score - top[among.question])
    norm = np.bincount(among.question, weights=share, minlength=board.questions)
    share = share / norm[among.question]
    held = share[among.candidate]
    error = held * as_error / total
    weight = error * (freedom + 1) / (freedom + (away / scale[among.figure]) ** 2)
    n = len(board.y)
    soft_all = np.bincount(board.question, weights=(freedom + 1) / (freedom + 3) / scale**2, minlength=board.questions)
    doubt = np.where(among.central[among.candidate], (1 / soft_all)[among.question[among.candidate]], 0.0)
    raw = away + bias[source][among.figure]
    pull = weight / scale[among.figure] ** 2
    at = among.central[among.candidate]
    target = (board.y - bias[source])[among.figure[at]]
    soft = ((freedom + 1) / (freedom + (away[at] / scale[among.figure[at]]) ** 2)) / scale[among.figure[at]] ** 2
    where = board.question[among.figure[at]]
    drawn = np.bincount(where, weights=soft * target, minlength=board.questions)
    return _Step(
        hits=totals(among.figure, held * as_hit / total, n),
        errors=totals(among.figure, error, n),
        weight=totals(among.figure, weight, n),
        pull=totals(among.figure, pull * raw, n),
        square=totals(among.figure, weight * (away**2 + doubt), n),
        centre=drawn / np.bincount(where, weights=soft, minlength=board.questions),
        evidence=float(np.sum(np.log(norm) + top)),
    )


def _bias_sd(board: Board, typical: float) -> Floats:
    """The prior sd of each source's bias: wide for the sides of a fight, whose bias is expected but not known."""
    return np.where(board.lean != 0, LEAN_SD, BIAS_SD * typical)


def _update(board: Board, step: _Step, usual: float) -> tuple[float, Floats, Floats, Floats, Floats]:
    """New typical error, and of each source bias, its sd, sigma and share of hits. Lone figures tell nothing of their source."""
    size = np.bincount(board.question, minlength=board.questions)
    telling = (size > 1)[board.question] * (1 - 1 / np.maximum(size, 1))[board.question]
    ns = board.sources

    def over(values: Floats) -> Floats:
        return totals(board.source, values * telling, ns)

    errors, square = over(step.errors), over(step.square)
    pooled = (float(square.sum()) + PSEUDO * usual**2) / (float(errors.sum()) + PSEUDO)
    typical = max(float(np.sqrt(pooled)), float(np.min(board.cell)) / 2)
    sigma = np.sqrt((PSEUDO * typical**2 + square) / (PSEUDO + errors))
    known = over(step.weight) / sigma**2
    prior = 1 / _bias_sd(board, typical) ** 2
    bias = (over(step.pull) + prior * board.lean) / (known + prior)
    counted, hits = over(board.rare), over(step.hits)
    base = (float(hits.sum()) + 0.5) / (float(counted.sum()) + 1.0)
    hit = np.clip((PSEUDO_HITS * base + hits) / (PSEUDO_HITS + counted), 0.001, 0.98)
    return typical, bias, 1 / np.sqrt(known + prior), sigma, hit
