"""How many quantities were found, with value, unit and modifier?

Rows `{"id", "quantities": [{"value": number or [low, high], "unit_norm", "change"}]}`; a bag of quantities a sentence, no spans.

published  as the evaluation of CQE counts (Almasian et al., EMNLP 2023): both sides sorted by unit; each quantity of the gold
           walks the system's; equal values are a hit (at most as many as the gold has), equal modifiers another; equal units
           use the system's quantity up and end the walk. One that has only its value right is not used up: an upper bound.
one2one    ours: each quantity of the system serves one of the gold, those with equal units and modifiers first.
"""

from collections import defaultdict
from collections.abc import Sequence

from gold.counts import Counts, Marks, Part, prf, share
from gold.rows import Row

Value = float | list[float] | None

_ABSOLUTE, _RELATIVE = 1e-8, 1e-5


def parts(gold: Sequence[Row], system: dict[str, Row]) -> list[Part]:
    """The counts of each sentence."""
    return [Part(unit="sentence", counts=[count(row, system.get(row["id"])) for row in gold], marks=marks)]


def count(gold: Row, system: Row | None) -> Counts:
    """The counts of one sentence in both ways."""
    want, have = gold["quantities"], system["quantities"] if system else []
    out: dict[str, float] = defaultdict(float, gold=len(want), system=len(have))
    _published(sorted(want, key=_unit), sorted(have, key=_unit), out)
    _one_to_one(want, have, out)
    return out


def marks(counts: Counts) -> Marks:
    """F1 of both ways of counting."""
    out = {}
    for name, way, key in (
        ("published: value", "published", "value"),
        ("published: value + unit", "published", "value+unit"),
        ("published: value + modifier", "published", "value+change"),
        ("one to one: value", "one2one", "value"),
        ("one to one: value + unit", "one2one", "value+unit"),
        ("one to one: value + modifier", "one2one", "value+change"),
    ):
        p, r = share(counts[f"{way}/{key}"], counts["system"]), share(counts[f"{way}/{key}"], counts["gold"])
        out[name] = 2 * p * r / (p + r) if p + r else 0.0
    return out


def report(counts: Counts) -> Row:
    """P, R and F1 in percent of everything that was counted."""
    out: Row = {}
    for way, keys in (
        ("published", ("value", "value+unit", "value+change")),
        ("one2one", ("value", "value+unit", "value+change", "value+unit+change")),
    ):
        out[way] = {"gold": int(counts["gold"]), "sys": int(counts["system"])}
        for key in keys:
            p, r, f = prf(counts[f"{way}/{key}"], counts["system"], counts["gold"])
            out[way][key] = {"P": round(100 * p, 1), "R": round(100 * r, 1), "F1": round(100 * f, 1)}
    return out


def same_value(gold: Value, system: Value) -> bool:
    """Equal within a hundred thousandth; a range equals only a range."""
    if isinstance(gold, list) and isinstance(system, list):
        return _close(system[0], gold[0]) and _close(system[1], gold[1])
    if isinstance(gold, list) or isinstance(system, list):
        return False
    return _close(system, gold)


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= _ABSOLUTE + _RELATIVE * abs(b)


def _unit(quantity: Row) -> str:
    return str(quantity.get("unit_norm") or "-").lower().strip()


def _published(want: Sequence[Row], have: Sequence[Row], out: dict[str, float]) -> None:
    left, free = list(have), len(want)
    for a in want:
        for b in list(left):
            if not same_value(a["value"], b["value"]):
                continue
            if free > 0:
                out["published/value"] += 1
                free -= 1
            out["published/value+change"] += a.get("change") is not None and a.get("change") == b.get("change")
            if _unit(a) == _unit(b):
                out["published/value+unit"] += 1
                left.remove(b)
                break


def _one_to_one(want: Sequence[Row], have: Sequence[Row], out: dict[str, float]) -> None:
    pairs = sorted(
        (-(_unit(a) == _unit(b)), -(a.get("change") == b.get("change")), i, j)
        for i, a in enumerate(want)
        for j, b in enumerate(have)
        if same_value(a["value"], b["value"])
    )
    rows: set[int] = set()
    columns: set[int] = set()
    for unit, change, i, j in pairs:
        if i in rows or j in columns:
            continue
        rows.add(i)
        columns.add(j)
        out["one2one/value"] += 1
        out["one2one/value+unit"] -= unit
        out["one2one/value+change"] -= change
        out["one2one/value+unit+change"] += unit * change
