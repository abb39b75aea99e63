"""Who copied whom, and what was the toll, over a corpus of written cases?

Gold rows one case each: `{"case", "events": [...], "other_documents"?: [...]}`; EVENTS and LINES as `sayso export` writes them.
All cases of a file are one corpus. Below, everything is of a gold event against the system's event that holds most of its
documents (on a tie the one whose row comes first); only lines of that event count.

lines   two documents are a pair where a line holds both, over the documents that stand in a line of the gold; balanced: the
        mean of the share of gold pairs found and of other pairs kept apart; joined: documents put on a line with another of
        their line.
count   independent lines: rows with at least one document of the event, against the gold's number.
toll    inside: gold low <= best <= gold high; log error |ln((best + 1) / (gold best + 1))|; held: truth within [low, high].
        No estimate counts as 0, an open high as best.
fantasy events with a figure that one origin made up, whose best is given and not within 10 % of it.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations

from gold import clusters
from gold.counts import Counts, Marks, Part, f1, share, total
from gold.events import partition
from gold.rows import Row

_FANTASY = 0.1
_TOLLS = ("killed", "wounded")
Pairs = set[tuple[str, str]]


def parts(cases: Sequence[Row], events: Sequence[Row], lines: Sequence[Row]) -> list[Part]:
    """The grouping by document, everything else by event of the gold."""
    gold = {d: group for case in cases for d, group in _groups(case)}
    system = partition(gold, events)
    rank: dict[Hashable, int] = {}
    rows: dict[Hashable, Row] = {}
    for n, row in enumerate(events):
        rank.setdefault(row["id"], n)
        rows.setdefault(row["id"], row)
    each = []
    for event in (e for case in cases for e in case["events"]):
        match = _aligned(event, system, rank)
        mine = [_ids(row["documents"]) for row in lines if row["event"] == match]
        each.append(_count_lines(event, mine) | _count_tolls(event, rows.get(match)))
    grouping = list(clusters.count(gold, system).values())
    return [
        Part(unit="document", counts=grouping, marks=grouping_marks),
        Part(unit="event", counts=each, marks=marks),
    ]


def grouping_marks(counts: Counts) -> Marks:
    """F1 of the events as groups of documents."""
    found = clusters.scores(counts)
    return {"events: B3 F1": found["B3"][2], "events: pair F1": found["pair"][2]}


def marks(counts: Counts) -> Marks:
    """Copies found, lines counted, tolls inside, fantasies avoided."""
    n = max(1, counts["events"])
    out = {
        "lines: balanced": _balanced(counts),
        "lines: number exact": counts.get("count/exact", 0) / n,
        "fantasy figure avoided": counts.get("fantasy/avoided", 0) / max(1, counts.get("fantasy/n", 0)),
    }
    for outcome in _TOLLS:
        out[f"{outcome}: best inside"] = counts.get(f"{outcome}/inside", 0) / max(1, counts.get(f"{outcome}/n", 0))
        out[f"{outcome}: truth held"] = counts.get(f"{outcome}/held", 0) / max(1, counts.get(f"{outcome}/truths", 0))
    return out


def report(grouping: Counts, counts: Counts) -> Row:
    """Everything that was counted."""
    found = clusters.scores(grouping)
    n = max(1, counts["events"])
    hows = sorted(k.split("/")[1] for k in counts if k.startswith("joined/") and k.endswith("/n"))
    toll: Row = {outcome: _toll_report(counts, outcome) for outcome in _TOLLS}
    fantasies = counts.get("fantasy/n", 0)
    toll["fantasy"] = {"events": int(fantasies), "avoided": round(share(counts.get("fantasy/avoided", 0), fantasies), 4)}
    p, r = _pair(counts)
    return {
        "documents": int(grouping["B3/gold"]),
        "gold_events": int(counts["events"]),
        "B3": [round(x, 4) for x in found["B3"]],
        "pair": [round(x, 4) for x in found["pair"]],
        "lines": {
            "pair": [round(x, 4) for x in (p, r, f1(p, r))],
            "balanced": round(_balanced(counts), 4),
            "joined": {
                how: [round(counts[f"joined/{how}/hit"] / counts[f"joined/{how}/n"], 4), int(counts[f"joined/{how}/n"])]
                for how in hows
            },
            "count": {
                "events": int(counts["events"]),
                "MAE": round(counts["count/off"] / n, 4),
                "bias": round(counts["count/bias"] / n, 4),
                "exact": round(counts["count/exact"] / n, 4),
            },
        },
        "toll": toll,
    }


def whole(parts_: Sequence[Part]) -> Row:
    """The report of both parts."""
    return report(total(parts_[0].counts), total(parts_[1].counts))


def _groups(case: Row) -> Iterable[tuple[str, Hashable]]:
    for event in case["events"]:
        yield from ((d, ("event", event["id"])) for d in event["documents"])
    yield from ((d, ("alone", d)) for d in case.get("other_documents", []))


def _aligned(event: Row, system: Mapping[str, Hashable], rank: Mapping[Hashable, int]) -> Hashable:
    held = Counter(system[d] for d in event["documents"])
    return min(held, key=lambda e: (-held[e], rank.get(e, math.inf), str(e)))


def _ids(documents: Sequence[str | Row]) -> list[str]:
    return [d if isinstance(d, str) else str(d["id"]) for d in documents]


def _pairs(groups: Iterable[Sequence[str]], allowed: set[str]) -> Pairs:
    return {pair for group in groups for pair in combinations(sorted(set(group) & allowed), 2)}


def _count_lines(event: Row, rows: Sequence[Sequence[str]]) -> dict[str, float]:
    members = [_ids(line["documents"]) for line in event["lines"]]
    allowed = {d for group in members for d in group}
    gold, system = _pairs(members, allowed), _pairs(rows, allowed)
    off = sum(bool(set(r) & set(event["documents"])) for r in rows) - event["independent_lines"]
    out: dict[str, float] = defaultdict(float)
    out |= {"events": 1, "pairs/hit": len(gold & system), "pairs/system": len(system), "pairs/gold": len(gold)}
    out |= {"pairs/all": len(allowed) * (len(allowed) - 1) // 2}
    out |= {"count/off": abs(off), "count/bias": off, "count/exact": off == 0}
    for line, group in zip(event["lines"], members, strict=True):
        for document in line["documents"]:
            if document["how"] != "origin" and len(group) > 1:
                key = document["id"]
                out[f"joined/{document['how']}/n"] += 1
                pairs = (tuple(sorted((key, d))) for d in group if d != key)
                out[f"joined/{document['how']}/hit"] += any(pair in system for pair in pairs)
    return out


def _count_tolls(event: Row, row: Row | None) -> dict[str, float]:
    out: dict[str, float] = {}
    for outcome in _TOLLS:
        got = _estimate(row, outcome)
        low, best, high = got or (0.0, 0.0, 0.0)
        final, truth, wild = (event.get(k, {}).get(outcome) for k in ("final", "truth", "fantasy"))
        if final:
            out[f"{outcome}/n"] = 1
            out[f"{outcome}/given"] = got is not None
            out[f"{outcome}/inside"] = got is not None and final["low"] <= best <= final["high"]
            out[f"{outcome}/log_error"] = abs(math.log((best + 1) / (final["best"] + 1)))
            out[f"{outcome}/log_width"] = math.log((high + 1) / (low + 1))
        if truth is not None:
            out[f"{outcome}/truths"] = 1
            out[f"{outcome}/held"] = got is not None and low <= truth <= high
        if wild is not None:
            every = wild if isinstance(wild, list) else [wild]
            out["fantasy/n"] = out.get("fantasy/n", 0) + 1
            avoided = got is not None and all(abs(best - w) > _FANTASY * w for w in every)
            out["fantasy/avoided"] = out.get("fantasy/avoided", 0) + avoided
    return out


def _estimate(row: Row | None, outcome: str) -> tuple[float, float, float] | None:
    q = ((row or {}).get("estimates") or {}).get(outcome) or {}
    best = next((q[k] for k in ("best", "low", "high") if q.get(k) is not None), None)
    if best is None:
        return None
    low, high = (q[k] if q.get(k) is not None else best for k in ("low", "high"))
    return low, best, high


def _pair(counts: Counts) -> tuple[float, float]:
    hit = counts["pairs/hit"]
    return share(hit, counts["pairs/system"], 1.0), share(hit, counts["pairs/gold"], 1.0)


def _balanced(counts: Counts) -> float:
    others = counts["pairs/all"] - counts["pairs/gold"]
    apart = 1 - share(counts["pairs/system"] - counts["pairs/hit"], others)
    return (_pair(counts)[1] + apart) / 2


def _toll_report(counts: Counts, outcome: str) -> Row:
    n, truths = counts.get(f"{outcome}/n", 0), counts.get(f"{outcome}/truths", 0)

    def mean(name: str, of: float) -> float:
        return round(share(counts.get(f"{outcome}/{name}", 0), of), 4)

    return {
        "events": int(n),
        "given": mean("given", n),
        "inside": mean("inside", n),
        "log_error": mean("log_error", n),
        "truths": int(truths),
        "held": mean("held", truths),
        "log_width": mean("log_width", n),
    }
