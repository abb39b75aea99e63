"""How many claims were found, and with which fields right?

Gold rows `{"id", "text", "kinds", "gold": {"claims": [...]}}`, system rows `{"id", "claims": [Claim, ...]}`; claims of outcome
"none" are dropped before anything is counted.

Alignment  one to one in each document, for the greatest agreement over admissible pairs: equal outcomes (killed or wounded with
           casualties at half credit) and numbers that go together (they share one, or neither side has any). An optional claim of
           the gold is in no count, nor is the system's claim that is aligned with it.
Lines      detection: admissible pairs; every other line: pairs that are right in that field too, over the same totals. A field
           that the gold does not give is right whatever the system says; "given" is the share right where the gold gives it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from gold.agreement import EXTRA, IN_ALL, Fields, admissible, fields, key
from gold.counts import Counts, Marks, Part, prf, share
from gold.matching import pairs_in
from gold.rows import Row

LINES = ("detection", *IN_ALL, "all", *EXTRA)
_REQUIRED = 100
"""What a claim that counts weighs against one field of agreement: more than all fields together."""

Aligned = tuple[Row, Row, float, Fields]
"""A claim of the gold, the system's, their credit, and the fields that agree."""


def parts(gold: Sequence[Row], system: Mapping[str, Row]) -> list[Part]:
    """The counts of each document."""
    return [Part(unit="document", counts=[count(row, system.get(row["id"])) for row in gold], marks=marks)]


def count(gold: Row, system: Row | None) -> Counts:
    """The counts of one document; one that the system lacks counts as one without claims."""
    theirs = gold["gold"]["claims"]
    ours = [c for c in (system["claims"] if system else []) if c.get("outcome") != "none"]
    pairs = align(theirs, ours)
    need = [g for g in theirs if not g.get("optional")]
    n_ours = len(ours) - sum(1 for g, *_ in pairs if g.get("optional"))
    out: dict[str, float] = defaultdict(float, gold=len(need), system=n_ours)
    found = {}
    for g, _, credit, agree in pairs:
        if g.get("optional"):
            continue
        whole = is_right(credit, agree)
        found[g["key"]] = credit, whole
        for line in LINES:
            right = line == "detection" or (whole if line == "all" else agree[line] is not False)
            out[f"right/{line}"] += credit * right
        for line in IN_ALL + EXTRA:
            if agree[line] is not None:
                out[f"given/{line}/right"] += bool(agree[line])
                out[f"given/{line}/n"] += 1
    for kind in gold.get("kinds", []):
        for name, n in (("gold", len(need)), ("system", n_ours), ("hit", out["right/detection"])):
            out[f"kind/{kind}/{name}"] += n
    for g in need:
        credit, whole = found.get(g["key"], (0, False))
        for kind in g.get("kinds", []):
            for name, n in (("n", 1), ("found", credit), ("right", whole)):
                out[f"kind/{kind}/{name}"] += n
    return out


def align(gold: Sequence[Row], system: Sequence[Row]) -> list[Aligned]:
    """The pairs of greatest agreement, after as many required claims found as can be."""
    if not gold or not system:
        return []
    table = [[_weight(g, s) for s in system] for g in gold]
    pairs = [(gold[i], system[j]) for i, j in pairs_in(table)]
    parent = {g["key"]: key(s) for g, s in pairs}
    return [(g, s, admissible(g, s), fields(g, s, parent)) for g, s in pairs]


def is_right(credit: float, agree: Fields) -> bool:
    """Full credit and no field of a whole claim wrong."""
    return credit == 1 and all(agree[k] is not False for k in IN_ALL)


def marks(counts: Counts) -> Marks:
    """F1 of claims found and of claims right in everything; then, of found claims, how often each field is right."""
    out = {"found": _prf(counts, "detection")[2], "everything right": _prf(counts, "all")[2]}
    for line in (*IN_ALL, *EXTRA):
        out[f"of found, {line}"] = share(counts.get(f"given/{line}/right", 0), counts.get(f"given/{line}/n", 0))
    return out


def report(counts: Counts) -> Row:
    """P, R and F1 of every line, and the share right where the gold gives the field."""
    out: Row = {"gold": int(counts["gold"]), "system": int(counts["system"])}
    for line in LINES:
        p, r, f = _prf(counts, line)
        n = counts.get(f"given/{line}/n", 0)
        right = round(counts.get(f"given/{line}/right", 0) / n, 4) if n else None
        out[line] = {"p": round(p, 4), "r": round(r, 4), "f1": round(f, 4), "given": int(n), "given_right": right}
    return out


def by_kind(counts: Counts) -> dict[int, tuple[int, float, float]]:
    """For each hard kind its claims in the gold, and the shares of them found and right in everything."""
    kinds = sorted(int(k.split("/")[1]) for k in counts if k.startswith("kind/") and k.endswith("/n"))
    out = {}
    for kind in kinds:
        n = counts[f"kind/{kind}/n"]
        out[kind] = (int(n), counts.get(f"kind/{kind}/found", 0) / n, counts.get(f"kind/{kind}/right", 0) / n)
    return out


def _weight(gold: Row, system: Row) -> float:
    credit = admissible(gold, system)
    if not credit:
        return 0
    agree = sum(2 if k == "speaker" else 1 for k, ok in fields(gold, system, {}).items() if ok and k != "part_of")
    return credit * ((1 if gold.get("optional") else _REQUIRED) + agree)


def _prf(counts: Counts, line: str) -> tuple[float, float, float]:
    return prf(counts.get(f"right/{line}", 0), counts["system"], counts["gold"])
