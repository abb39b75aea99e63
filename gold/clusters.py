"""How alike are two ways to group the same documents? B3, MUC, CEAFe and pairs, as counts of each document.

Each measure is a sum over documents, so that it can be resampled. **Source:** Bagga and Baldwin 1998 (B3), Vilain et al. 1995
(MUC), Luo 2005 (CEAFe); CoNLL is the mean of the three F1, Pradhan et al. 2012.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping

from gold.counts import Counts, f1, share
from gold.matching import pairs_of

Partition = Mapping[str, Hashable]
"""The group of each document."""

_MEASURES = ("B3", "MUC", "CEAFe", "pair")


def grouped(of: Partition) -> dict[Hashable, set[str]]:
    """The documents of each group, groups in the order in which they first appear."""
    out: dict[Hashable, set[str]] = defaultdict(set)
    for item, group in of.items():
        out[group].add(item)
    return out


def count(gold: Partition, system: Partition) -> dict[str, Counts]:
    """The counts of each document of the gold."""
    g, s = ({k: len(v) for k, v in grouped(of).items()} for of in (gold, system))
    both = Counter((gold[d], system[d]) for d in gold)
    kept = _matched(both, g, s)
    out: dict[str, Counts] = {}
    for d in gold:
        cell, wide, deep = both[gold[d], system[d]], g[gold[d]], s[system[d]]
        similar = 2 / (wide + deep) if (gold[d], system[d]) in kept else 0.0
        out[d] = {
            "B3/p": cell / deep, "B3/r": cell / wide, "B3/system": 1, "B3/gold": 1,
            "MUC/p": 1 - 1 / cell, "MUC/r": 1 - 1 / cell, "MUC/system": 1 - 1 / deep, "MUC/gold": 1 - 1 / wide,
            "CEAFe/p": similar, "CEAFe/r": similar, "CEAFe/system": 1 / deep, "CEAFe/gold": 1 / wide,
            "pair/p": (cell - 1) / 2, "pair/r": (cell - 1) / 2, "pair/system": (deep - 1) / 2, "pair/gold": (wide - 1) / 2,
        }  # fmt: skip
    return out


def scores(counts: Counts) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each measure."""
    out = {}
    for name in _MEASURES:
        empty = 1.0 if name == "pair" else 0.0
        p = share(counts[f"{name}/p"], counts[f"{name}/system"], empty)
        r = share(counts[f"{name}/r"], counts[f"{name}/gold"], empty)
        out[name] = (p, r, f1(p, r))
    return out


def conll(found: Mapping[str, tuple[float, float, float]]) -> float:
    """The mean F1 of B3, MUC and CEAFe."""
    return (found["B3"][2] + found["MUC"][2] + found["CEAFe"][2]) / 3


def _matched(
    both: Mapping[tuple[Hashable, Hashable], int], gold: Mapping[Hashable, int], system: Mapping[Hashable, int]
) -> set[tuple[Hashable, Hashable]]:
    """The pairs of groups that CEAFe aligns, one to one, for the greatest similarity."""
    rows, columns = list(gold), list(system)
    row_of, column_of = {k: i for i, k in enumerate(rows)}, {k: i for i, k in enumerate(columns)}
    weights = {(row_of[a], column_of[b]): 2 * n / (gold[a] + system[b]) for (a, b), n in both.items()}
    return {(rows[i], columns[j]) for i, j in pairs_of(weights)}
