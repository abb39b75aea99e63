"""How many of the victim groups of a report are among its claims? The templates of MUC-4 ask this.

System rows `{"id", "claims": [{"outcome", "quantity": {"low", "best", "high"}}]}`. Of the groups with a number of 2 or more in
relevant reports, those are found that share a number with a claim of the same effect; claims a document beside it, since
whoever claims everything finds everything.
"""

from collections import defaultdict
from collections.abc import Sequence

from gold.counts import Counts, Marks, Part
from gold.rows import Row

EFFECTS = {"killed": "DEATH", "wounded": "INJURY"}
_LEAST = 2


def parts(gold: Sequence[Row], system: dict[str, Row]) -> list[Part]:
    """The counts of each relevant report."""
    counts = [count(row, system.get(row["id"])) for row in gold if row["gold"].get("relevant")]
    return [Part(unit="document", counts=counts, marks=marks)]


def count(gold: Row, system: Row | None) -> Counts:
    """The counts of one relevant report, by outcome."""
    out: dict[str, float] = defaultdict(float, documents=1)
    for outcome, effect in EFFECTS.items():
        claims = [c["quantity"] for c in (system or {}).get("claims", []) if c.get("outcome") == outcome and c.get("quantity")]
        said = {q.get(k) for q in claims for k in ("low", "best", "high")} - {None}
        out[f"{outcome}/claims"] = len(claims)
        for event in gold["gold"]["events"]:
            for numbers in _groups(event, effect):
                out[f"{outcome}/groups"] += 1
                out[f"{outcome}/found"] += bool(numbers & said)
    return out


def marks(counts: Counts) -> Marks:
    """Recall by outcome, and claims a document."""
    documents = max(1, counts["documents"])
    out = {f"{k}: groups found": counts.get(f"{k}/found", 0) / max(1, counts.get(f"{k}/groups", 0)) for k in EFFECTS}
    return out | {f"mean claims a document, {k}": counts.get(f"{k}/claims", 0) / documents for k in EFFECTS}


def report(counts: Counts) -> Row:
    """Groups, recall and claims a document, by outcome."""
    return {
        outcome: {
            "groups": int(counts.get(f"{outcome}/groups", 0)),
            "recall": round(marks(counts)[f"{outcome}: groups found"], 4),
            "claims_per_document": round(counts[f"{outcome}/claims"] / max(1, counts["documents"]), 2),
        }
        for outcome in EFFECTS
    }


def _groups(event: Row, effect: str) -> list[set[float]]:
    """The numbers of each victim group that suffered the effect; alternatives together."""
    out = []
    for victim in event["victims"]:
        if victim.get("optional") or effect not in [e.split(":")[0].strip() for e in victim["effect"]]:
            continue
        numbers = {x for alternative in victim["number"] for x in alternative[:2] if x and x >= _LEAST}
        if numbers:
            out.append(numbers)
    return out
