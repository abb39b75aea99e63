"""Which documents report the same event, and is the toll of each event right?

Gold rows `{"id", "incident", "gold": {"killed", "injured"}}`, one document each. Events `{"id", "main"?: [ids], "documents":
[ids], "estimates": {"killed": {"low", "best", "high"}, "wounded": {...}}}`: a document counts for the first row that names it,
one in none is an event of its own. The toll is that of the event that holds most of an incident's documents, over incidents
with two or more.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence

from gold import clusters
from gold.counts import Counts, Marks, Part, total
from gold.rows import Row

OUTCOMES = {"killed": "killed", "injured": "wounded"}


def parts(gold: Sequence[Row], events: Sequence[Row]) -> list[Part]:
    """The counts of each incident."""
    incident = {r["id"]: r["incident"] for r in gold}
    truth = {r["incident"]: r["gold"] for r in gold}
    system = partition(incident, events)
    estimates: dict[Hashable, Row] = {e["id"]: e.get("estimates") or {} for e in events}
    each = clusters.count(incident, system)
    counts = []
    for key, documents in clusters.grouped(incident).items():
        event = Counter(system[d] for d in sorted(documents)).most_common(1)[0][0]
        summed = {**total([each[d] for d in sorted(documents)]), "documents": len(documents)}
        counts.append({**summed, **(_toll(truth[str(key)], estimates.get(event, {})) if len(documents) > 1 else {})})
    return [Part(unit="incident", counts=counts, marks=marks)]


def marks(counts: Counts) -> Marks:
    """F1 of the grouping, exact match of the toll, and how often its range holds the truth."""
    found = clusters.scores(counts)
    out = {"CoNLL F1": clusters.conll(found), "B3 F1": found["B3"][2], "pair F1": found["pair"][2]}
    for outcome, ours in OUTCOMES.items():
        n = max(1, counts.get(f"{outcome}/n", 0))
        out[f"{ours}: exact"] = counts.get(f"{outcome}/hit", 0) / n
        out[f"{ours}: exact, gold > 0"] = counts.get(f"{outcome}/positive_hit", 0) / max(1, counts.get(f"{outcome}/positive", 0))
        out[f"{ours}: range holds the truth"] = counts.get(f"{outcome}/held", 0) / n
    return out


def report(counts: Counts) -> Row:
    """Everything that was counted."""
    found = clusters.scores(counts)
    out: Row = {"documents": int(counts["documents"])}
    out |= {name: [round(x, 4) for x in found[name]] for name in found} | {"CoNLL": round(clusters.conll(found), 4)}
    for outcome in OUTCOMES:
        n, positive = counts.get(f"{outcome}/n", 0), counts.get(f"{outcome}/positive", 0)
        out[outcome] = {
            "incidents": int(n),
            "EM": round(counts.get(f"{outcome}/hit", 0) / max(1, n), 4),
            "EM_positive": round(counts.get(f"{outcome}/positive_hit", 0) / max(1, positive), 4),
            "held": round(counts.get(f"{outcome}/held", 0) / max(1, n), 4),
            "width": round(counts.get(f"{outcome}/width", 0) / max(1, n), 3),
        }
    return out


def partition(gold: Mapping[str, Hashable], events: Sequence[Row]) -> dict[str, Hashable]:
    """The event of each document of the gold; one in no event is alone."""
    out: dict[str, Hashable] = {}
    for event in events:
        for document in event["main"] if "main" in event else event["documents"]:
            if document in gold:
                out.setdefault(document, event["id"])
    for document in gold:
        out.setdefault(document, ("alone", document))
    return out


def _toll(truth: Row, estimates: Row) -> Counts:
    out: dict[str, float] = defaultdict(float)
    for outcome, ours in OUTCOMES.items():
        want = truth.get(outcome)
        if want is None:
            continue
        q = estimates.get(ours) or {}
        best = q.get("best") or 0
        low, high = q.get("low", best) or 0, q.get("high", best)
        high = best if high is None else high
        hit = best == want
        out[f"{outcome}/n"] = 1
        out[f"{outcome}/hit"] = hit
        out[f"{outcome}/held"] = low <= want <= high
        out[f"{outcome}/width"] = high - low
        out[f"{outcome}/positive"] = bool(want)
        out[f"{outcome}/positive_hit"] = bool(want) and hit
    return out
