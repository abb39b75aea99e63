"""How many, on the evidence of a table of figures without documents? `sayso estimate` asks this.

One default configuration for every table: the scale is that on which the table's own figures are likeliest, the tail is heavy
unless the figures are ratings, and each source's bias and precision are learned from the table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.weighing.learn import HEAVY, RARE, Board, Learned, copying, learn, tail_of
from sayso.weighing.settle import Bounds, Settled, settle
from sayso.weighing.table_rows import (
    KEY,
    Figure,
    RefusedRow,
    Row,
    figures,
    one_a_line,
    spread_of_range,
)
from sayso.weighing.table_scale import Scale, scales

Floats = NDArray[np.float64]

TRIAL = 20_000
"""The scale is chosen on this many figures, from the first questions in alphabetical order."""
LEAN = {"enemy": 0.4, "own": -0.1}
"""Prior bias on a log scale by relation. **Source:** as for `sources.py`, drawn towards 0; a table's own figures decide."""
NORMAL90 = 1.645
NUDGE = 1e-6
OUT = ("best", "low50", "high50", "low90", "high90", "min", "max", "lines", "claims", "anchored_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableEstimates:
    """What a table says: `rows` one a question, `sources` one a source, the `refused` rows, and the scale and tail chosen."""

    rows: tuple[dict[str, Any], ...]
    sources: tuple[dict[str, Any], ...]
    refused: tuple[RefusedRow, ...]
    scale: str
    freedom: float


def estimate_table(rows: Iterable[Row]) -> TableEstimates:
    """The estimates of every question of a table of figures, in alphabetical order of the questions.

    Figures keep the table's own unit. A row that cannot be used is refused and named, and the rest goes on. The order of rows
    changes nothing; rows of one line count once, with the last word of its origin.
    """
    found, refused, kept = figures(rows)
    every = one_a_line(found)
    closed = [f for f in every if f.kind == "point"]
    if not closed:
        out = _rows(every, found, kept, None)
        return TableEstimates(rows=out, sources=(), refused=tuple(refused), scale="linear", freedom=HEAVY)
    learned, board = _learned(closed)
    names = {name: n for n, name in enumerate(_sources(closed))}
    questions = {key: n for n, key in enumerate(sorted({f.key for f in closed}))}
    opened = [f for f in every if f.kind != "point" and f.key in questions]
    settled = settle(board, _with_new(learned, opened, names), _bounds(opened, learned.scale, names, questions))
    return TableEstimates(
        rows=_rows(every, found, kept, (_values(settled, learned, closed), questions)),
        sources=_source_rows(learned, names, found),
        refused=tuple(refused),
        scale=learned.scale.name,
        freedom=learned.freedom,
    )


def _sources(found: Sequence[Figure]) -> list[tuple[str, str]]:
    return sorted({(f.source, f.relation) for f in found})


def _learned(closed: Sequence[Figure]) -> tuple[Learned, Board]:
    values = np.array([f.value for f in closed])
    trial = closed[:TRIAL]
    while len(trial) < len(closed) and closed[len(trial)].key == trial[-1].key:
        trial = closed[: len(trial) + 1]
    fits = [_fit(trial, scale) for scale in scales(values)]
    best = max(fits, key=lambda fit: fit[0].evidence)
    return best if len(trial) == len(closed) else _fit(closed, best[0].scale)


def _fit(found: Sequence[Figure], scale: Scale) -> tuple[Learned, Board]:
    board = _board(found, scale)
    if not copying(board):
        board = replace(board, common=np.zeros_like(board.common), rare=np.zeros_like(board.rare))
    middle = np.quantile(board.y, [0.005, 0.995])
    span = float(middle[1] - middle[0]) + float(np.median(board.cell))
    return learn(board, scale, tail_of(board), span), board


def _board(found: Sequence[Figure], scale: Scale) -> Board:
    questions = {key: n for n, key in enumerate(sorted({f.key for f in found}))}
    names = {name: n for n, name in enumerate(_sources(found))}
    order = sorted(found, key=lambda f: (questions[f.key], f.source, f.line, f.value, f.relation))
    values = np.array([f.value for f in order])
    question = np.array([questions[f.key] for f in order], dtype=np.int64)
    _, code = np.unique(values, return_inverse=True)
    per_value, per_question = np.bincount(code), np.bincount(question)
    here = np.unique(question * len(per_value) + code, return_inverse=True)[1]
    elsewhere = (per_value[code] - np.bincount(here)[here]) / np.maximum(1, len(order) - per_question[question])
    return Board(
        question=question,
        source=np.array([names[f.source, f.relation] for f in order], dtype=np.int64),
        code=code.astype(np.int64),
        y=scale.to(values),
        cell=scale.cell(values),
        extra=_extra(order, scale),
        common=elsewhere,
        rare=RARE / (RARE + elsewhere),
        questions=len(questions),
        sources=len(names),
        lean=np.array([LEAN.get(relation, 0.0) if scale.log else 0.0 for _, relation in names]),
    )


def _extra(found: Sequence[Figure], scale: Scale) -> Floats:
    """The variance of each figure's wording on the scale."""
    value = np.array([f.value for f in found])
    width = np.array([spread_of_range(f.width) for f in found])
    spread = np.array([f.spread for f in found])
    if scale.log:
        return np.asarray(spread**2 + (width / (np.abs(value) + scale.unit)) ** 2)
    return np.asarray((spread * value) ** 2 + width**2)


def _with_new(learned: Learned, opened: Sequence[Figure], names: dict[tuple[str, str], int]) -> Learned:
    """What is learned, with the table's mean for sources that give bounds alone."""
    new = [name for name in _sources(opened) if name not in names]
    for name in new:
        names[name] = len(names)
    if not new:
        return learned
    n = len(new)

    def more(known: Floats, value: float) -> Floats:
        return np.concatenate([known, np.full(n, value)])

    return Learned(
        scale=learned.scale,
        freedom=learned.freedom,
        bias=more(learned.bias, 0.0),
        bias_sd=more(learned.bias_sd, learned.typical / 2),
        sigma=more(learned.sigma, learned.typical),
        hit=more(learned.hit, float(np.mean(learned.hit))),
        centre=learned.centre,
        typical=learned.typical,
        evidence=learned.evidence,
    )


def _bounds(
    opened: Sequence[Figure], scale: Scale, names: dict[tuple[str, str], int], questions: dict[tuple[str, ...], int]
) -> Bounds:
    return Bounds(
        question=np.array([questions[f.key] for f in opened], dtype=np.int64),
        source=np.array([names[f.source, f.relation] for f in opened], dtype=np.int64),
        y=scale.to(np.array([f.value for f in opened], dtype=np.float64)),
        side=np.array([1 if f.kind == "floor" else -1 for f in opened], dtype=np.int64),
    )


def _values(settled: Settled, learned: Learned, closed: Sequence[Figure]) -> Floats:
    """Best, low90, low50, high50, high90 of each question in the table's unit, in order.

    Never below zero where no figure is; intervals are rounded outward to the resolution of the figures.
    """
    scale = learned.scale
    five = np.column_stack([settled.best, settled.points])
    back = scale.back(five)
    if all(f.value >= 0 for f in closed):
        back = np.maximum(back, 0.0)
    best = np.round(back[:, 0] / scale.unit) * scale.unit
    low = np.minimum(np.floor(back[:, [1, 2]] / scale.unit + NUDGE) * scale.unit, best[:, None])
    high = np.maximum(np.ceil(back[:, [4, 5]] / scale.unit - NUDGE) * scale.unit, best[:, None])
    return np.column_stack([best, low, high])


def _rows(
    every: Sequence[Figure],
    found: Sequence[Figure],
    kept: dict[tuple[str, ...], dict[str, Any]],
    solved: tuple[Floats, dict[tuple[str, ...], int]] | None,
) -> tuple[dict[str, Any], ...]:
    lines: dict[tuple[str, ...], list[Figure]] = {}
    for f in every:
        lines.setdefault(f.key, []).append(f)
    claims: dict[tuple[str, ...], int] = {}
    for f in found:
        claims[f.key] = claims.get(f.key, 0) + 1
    columns = [n for n, _ in enumerate(KEY) if n == 0 or any(key[n] for key in lines)]
    out = []
    for key in sorted(lines):
        own = lines[key]
        row: dict[str, Any] = {KEY[n]: key[n] for n in columns}
        values = solved[0][solved[1][key]] if solved is not None and key in solved[1] else None
        row.update(_numbers(own, values))
        row.update(lines=len(own), claims=claims[key], anchored_by=anchored_by(own), **kept[key])
        out.append(row)
    return tuple(out)


def _numbers(own: Sequence[Figure], values: Floats | None) -> dict[str, Any]:
    low = min(f.value - f.width / 2 for f in own)
    high = max(f.value + f.width / 2 for f in own)
    if values is None:
        floors = [f.value for f in own if f.kind == "floor"]
        ceilings = [f.value for f in own if f.kind == "ceiling"]
        open_low, open_high = max(floors, default=None), min(ceilings, default=None)
        if open_low is not None and open_high is not None and open_low > open_high:
            open_low, open_high = open_high, open_low
        bare = dict.fromkeys(("best", "low50", "high50"))
        return {**bare, "low90": _tidy(open_low), "high90": _tidy(open_high), "min": _tidy(low), "max": _tidy(high)}
    best, low90, low50, high50, high90 = (_tidy(float(v)) for v in values)
    named = {"best": best, "low50": low50, "high50": high50, "low90": low90, "high90": high90}
    return {**named, "min": _tidy(low), "max": _tidy(high)}


def _tidy(value: float | None) -> float | int | None:
    if value is None:
        return None
    short = float(f"{value:.12g}")
    return int(short) if short.is_integer() else short


def anchored_by(own: Sequence[Figure]) -> str:
    """What holds the level of a number.

    `open` (bounds alone), `one line`, `third party`, `parties only`, or `lines` where the relation is not given.
    """
    if all(f.kind != "point" for f in own):
        return "open"
    if len(own) == 1:
        return "one line"
    if any(f.relation == "third" for f in own):
        return "third party"
    return "parties only" if all(f.relation in {"own", "enemy"} for f in own) else "lines"


def _source_rows(learned: Learned, names: dict[tuple[str, str], int], found: Sequence[Figure]) -> tuple[dict[str, Any], ...]:
    counts: dict[tuple[str, str], int] = {}
    for f in found:
        counts[f.source, f.relation] = counts.get((f.source, f.relation), 0) + 1
    related = any(relation for _, relation in names)
    out = []
    for name in sorted(names):
        n = names[name]
        if n >= len(learned.bias):
            continue
        bias, sd = float(learned.bias[n]), NORMAL90 * float(learned.bias_sd[n])
        row: dict[str, Any] = {"source": name[0], "claims": counts[name]}
        for column, value in (("bias", bias), ("bias_low", bias - sd), ("bias_high", bias + sd)):
            row[column] = round(float(np.exp(value)), 4) if learned.scale.log else round(value, 4)
        row["precision"] = round(1 / float(learned.sigma[n]) ** 2, 4)
        out.append({**row, "relation": name[1]} if related else row)
    return tuple(out)
