"""How often is the toll of a document's main event right: killed, wounded, captured?

System rows `{"id", "tolls": [{"main", "killed": {"low", "best", "high"}, ...}]}`; an outcome that the document does not give
counts as 0.

EM        best equals the gold (its lower end, where the gold is a range); EM where the gold is above 0 beside it, since "always
          0" is right most of the time.
F1nz      precision over predictions above 0, recall over gold above 0.
interval  low and high both equal the gold's; overlap: the ranges meet; width: mean of high less low.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Literal

from gold.counts import Counts, Marks, Part
from gold.rows import Row

Convention = Literal["gva", "isaf", "msa"]
Range = tuple[float, float]

OUTCOMES = {"killed": "killed", "injured": "wounded", "captured": "captured"}
"""The gold's word for each outcome, and ours."""


def parts(gold: Sequence[Row], system: dict[str, Row], convention: Convention) -> list[Part]:
    """The counts of each document."""
    counts = [count(row, system.get(row["id"]), convention) for row in gold]
    return [Part(unit="document", counts=counts, marks=marks)]


def count(gold: Row, system: Row | None, convention: Convention) -> Counts:
    """The counts of one document, by outcome."""
    out: dict[str, float] = defaultdict(float)
    for outcome, want in wanted(gold["gold"], convention).items():
        low, best, high = predicted(system, outcome)
        hit = best == want[0]
        for name, value in (
            ("n", 1),
            ("hit", hit),
            ("positive", want[0] > 0),
            ("positive_hit", hit and want[0] > 0),
            ("given", best > 0),
            ("given_hit", hit and best > 0),
            ("off", abs(best - want[0])),
            ("log_off", abs(math.log1p(best) - math.log1p(want[0]))),
            ("interval", (low, high) == want),
            ("overlap", low <= want[1] and want[0] <= high),
            ("width", high - low),
        ):
            out[f"{outcome}/{name}"] += value
    return out


def marks(counts: Counts) -> Marks:
    """Exact match by outcome, over all and where the gold is above 0."""
    out = {}
    for outcome, ours in OUTCOMES.items():
        n, positive = counts.get(f"{outcome}/n", 0), counts.get(f"{outcome}/positive", 0)
        if n:
            out[f"{ours}: exact"] = counts[f"{outcome}/hit"] / n
            out[f"{ours}: exact, gold > 0"] = counts[f"{outcome}/positive_hit"] / max(1, positive)
            out[f"{ours}: range holds"] = counts[f"{outcome}/overlap"] / n
    return out


def report(counts: Counts) -> Row:
    """Everything that was counted, by outcome."""
    out: Row = {}
    for outcome in OUTCOMES:
        of = _named(counts, outcome)
        n = of("n")
        if not n:
            continue
        precision, recall = of("given_hit") / max(1, of("given")), of("positive_hit") / max(1, of("positive"))
        out[outcome] = {
            "n": int(n),
            "EM": round(of("hit") / n, 4),
            "EM_positive": round(recall, 4),
            "n_positive": int(of("positive")),
            "F1nz": round(2 * precision * recall / max(1e-9, precision + recall), 4),
            "MAE": round(of("off") / n, 3),
            "logMAE": round(of("log_off") / n, 4),
            "interval": round(of("interval") / n, 4),
            "overlap": round(of("overlap") / n, 4),
            "width": round(of("width") / n, 2),
        }
    return out


def wanted(gold: Row, convention: Convention) -> dict[str, Range]:
    """The gold's figures by outcome; the annotators of ISAF counted the least that the text allows."""
    if convention == "isaf":
        return {"killed": (gold["killed_min"],) * 2, "captured": (gold["captured_min"],) * 2}
    return {k: (gold[k],) * 2 for k in ("killed", "injured") if gold.get(k) is not None}


def predicted(row: Row | None, outcome: str) -> tuple[float, float, float]:
    """Low, best and high of the main event; where best is not given, the end that is."""
    tolls = (row or {}).get("tolls") or []
    main = next((t for t in tolls if t.get("main")), tolls[0] if tolls else {})
    q = main.get(OUTCOMES[outcome]) or {}
    best = next((q[k] for k in ("best", "low", "high") if q.get(k) is not None), 0)
    low, high = (q[k] if q.get(k) is not None else best for k in ("low", "high"))
    return low, best, high


def _named(counts: Counts, outcome: str) -> Callable[[str], float]:
    return lambda name: counts.get(f"{outcome}/{name}", 0)
