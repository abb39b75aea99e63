"""How near are the estimates of a table of figures to the known truth?

Gold rows (CSV) `object, property, truth`; estimates `question, best, low50, high50, low90, high90` with question
"object|property". A question without an estimate counts as wrong and is in no mean and no coverage.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from gold.counts import Counts, Marks, Part, share
from gold.rows import Row

_CLOSE = 1e-3
"""An estimate within a thousandth of the truth is right."""


def parts(gold: Sequence[Row], system: dict[str, Row]) -> list[Part]:
    """The counts of each question."""
    counts = [count(float(row["truth"]), system.get(f"{row['object']}|{row['property']}")) for row in gold]
    return [Part(unit="question", counts=counts, marks=marks)]


def count(truth: float, estimate: Mapping[str, Any] | None) -> Counts:
    """The counts of one question."""
    if estimate is None:
        return {"n": 1, "wrong": 1, "missing": 1}
    off = abs(float(estimate["best"]) - truth)
    low50, high50, low90, high90 = (float(estimate[k]) for k in ("low50", "high50", "low90", "high90"))
    return {
        "n": 1,
        "given": 1,
        "wrong": off > _CLOSE * max(abs(truth), 1e-12),
        "off": off,
        "square": off * off,
        "held50": low50 <= truth <= high50,
        "held90": low90 <= truth <= high90,
        "width": high90 - low90,
    }


def marks(counts: Counts) -> Marks:
    """The share of questions right, and how often each interval holds the truth (best at what it promises)."""
    n, k = counts["n"], max(1, counts.get("given", 0))
    return {
        "right": 1 - share(counts["wrong"], n),
        "truth in the 50 % interval": counts.get("held50", 0) / k,
        "truth in the 90 % interval": counts.get("held90", 0) / k,
        "mean absolute error": counts.get("off", 0) / k,
    }


def report(counts: Counts) -> Row:
    """Everything that was counted."""
    n, k = counts["n"], max(1, counts.get("given", 0))
    return {
        "questions": int(n),
        "missing": int(counts.get("missing", 0)),
        "error": round(counts["wrong"] / max(1, n), 4),
        "MAE": round(counts.get("off", 0) / k, 4),
        "RMSE": round(math.sqrt(counts.get("square", 0) / k), 4),
        "held50": round(counts.get("held50", 0) / k, 4),
        "held90": round(counts.get("held90", 0) / k, 4),
        "width90": round(counts.get("width", 0) / k, 4),
    }
