"""How many time expressions were found, with which bounds and values?

Rows `{"id", "times": [{"start", "end", "type", "value"}]}`. The protocol of TempEval-3, task A (UzZaman et al. 2013): one of
the gold belongs to at most one of the system; the publication date itself is in no count.

relaxed  spans that share a character; strict: the same span. Type and value count among relaxed pairs, values as equal text.
lenient  values that are equal after the time of day is dropped and P7D is P1W, and the like.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from gold.counts import Counts, Marks, Part, prf, share
from gold.matching import Pair
from gold.rows import Row

_SAME = {"P7D": "P1W", "P12M": "P1Y", "PT60M": "PT1H", "PT24H": "P1D", "P10Y": "P1DE"}
_TIME_OF_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T.*")
_KINDS = ("relaxed", "strict", "type", "value", "value_lenient", "strict+value")


def parts(gold: Sequence[Row], system: dict[str, Row]) -> list[Part]:
    """The counts of each document."""
    return [Part(unit="document", counts=[count(row, system.get(row["id"])) for row in gold], marks=marks)]


def count(gold: Row, system: Row | None) -> Counts:
    """The counts of one document; a time within another is in no count."""
    want = [t for t in _times(gold) if not t.get("depth", 0) > 0]
    have = _times(system) if system else []
    out: dict[str, float] = defaultdict(float, gold=len(want), system=len(have))
    for i, j in _matched(want, have):
        a, b = want[i], have[j]
        strict = (a["start"], a["end"]) == (b["start"], b["end"])
        value = a["value"] == b.get("value")
        out["relaxed"] += 1
        out["strict"] += strict
        out["type"] += a.get("type") == b.get("type")
        out["value"] += value
        out["value_lenient"] += _lenient(a["value"]) == _lenient(b.get("value"))
        out["strict+value"] += strict and value
    return out


def marks(counts: Counts) -> Marks:
    """F1 of spans, types and values."""
    shown = ("relaxed", "strict", "type", "value")
    return {name: prf(counts[name], counts["system"], counts["gold"])[2] for name in shown}


def report(counts: Counts) -> Row:
    """P, R and F1 in percent of everything that was counted."""
    out: Row = {"gold": int(counts["gold"]), "sys": int(counts["system"])}
    for name in _KINDS:
        p, r, f = prf(counts[name], counts["system"], counts["gold"])
        out[name] = {"P": round(100 * p, 2), "R": round(100 * r, 2), "F1": round(100 * f, 2)}
    return out | {"value_acc": round(100 * share(counts["value"], counts["relaxed"]), 2)}


def _times(row: Row) -> list[Row]:
    found: list[Row] = row["times"] if "times" in row else row.get("timexes", [])
    return found


def _matched(gold: Sequence[Row], system: Sequence[Row]) -> list[Pair]:
    """Equal spans first, then by how much they share."""
    pairs = sorted(
        (-(g["start"] == s["start"] and g["end"] == s["end"]), max(g["start"], s["start"]) - min(g["end"], s["end"]), i, j)
        for i, g in enumerate(gold)
        for j, s in enumerate(system)
        if min(g["end"], s["end"]) > max(g["start"], s["start"])
    )
    rows: set[int] = set()
    columns: set[int] = set()
    out = []
    for _, _, i, j in pairs:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            out.append((i, j))
    return out


def _lenient(value: str | None) -> str:
    plain = _TIME_OF_DAY.sub(r"\1", (value or "").upper())
    return _SAME.get(plain, plain)
