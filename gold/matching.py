"""Which things of one side belong to which of the other? One to one, with the greatest sum of weights."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

Pair = tuple[int, int]
Node = tuple[str, int]


def pairs_of(weights: Mapping[Pair, float]) -> list[Pair]:
    """Pairs (row, column) of greatest weight, where the weights above 0 are few; each connected part is solved alone."""
    out: list[Pair] = []
    for rows, columns in _parts(weights):
        if len(rows) == 1 or len(columns) == 1:
            _, r, c = max((weights.get((r, c), 0), -r, -c) for r in rows for c in columns)
            out.append((-r, -c))
            continue
        flip = len(rows) > len(columns)
        a, b = (columns, rows) if flip else (rows, columns)
        cost = [[-weights.get((y, x) if flip else (x, y), 0.0) for y in b] for x in a]
        for i, j in enumerate(hungarian(cost)):
            pair = (b[j], a[i]) if flip else (a[i], b[j])
            if pair in weights:
                out.append(pair)
    return out


def pairs_in(table: Sequence[Sequence[float]]) -> list[Pair]:
    """Pairs (row, column) of greatest weight in a whole table; a pair without weight is none. In the order of the columns."""
    rows, columns = len(table), len(table[0]) if table else 0
    n = max(rows, columns)
    cost = [[-(table[i][j] if i < rows and j < columns else 0) for j in range(n)] for i in range(n)]
    row_of = {j: i for i, j in enumerate(hungarian(cost))}
    return [(row_of[j], j) for j in range(columns) if row_of[j] < rows and table[row_of[j]][j] > 0]


def hungarian(cost: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row at least cost; no more rows than columns.

    **Source:** Kuhn 1955, with potentials and shortest augmenting paths (Jonker and Volgenant 1987); cubic in the size.
    """
    n, m = len(cost), len(cost[0]) if cost else 0
    u, v = [0.0] * (n + 1), [0.0] * (m + 1)
    owner, back = [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        owner[0], j = i, 0
        low, used = [float("inf")] * (m + 1), [False] * (m + 1)
        while owner[j]:
            used[j] = True
            row, step, following = owner[j], float("inf"), 0
            for k in range(1, m + 1):
                if used[k]:
                    continue
                slack = cost[row - 1][k - 1] - u[row] - v[k]
                if slack < low[k]:
                    low[k], back[k] = slack, j
                if low[k] < step:
                    step, following = low[k], k
            for k in range(m + 1):
                if used[k]:
                    u[owner[k]] += step
                    v[k] -= step
                else:
                    low[k] -= step
            j = following
        while j:
            owner[j] = owner[back[j]]
            j = back[j]
    out = [0] * n
    for k in range(1, m + 1):
        if owner[k]:
            out[owner[k] - 1] = k - 1
    return out


def _parts(weights: Mapping[Pair, float]) -> list[tuple[list[int], list[int]]]:
    """The rows and columns of each connected part, sorted."""
    near: dict[Node, set[Node]] = defaultdict(set)
    for r, c in weights:
        near["r", r].add(("c", c))
        near["c", c].add(("r", r))
    seen: set[Node] = set()
    out = []
    for node in list(near):
        if node in seen:
            continue
        stack, part = [node], []
        seen.add(node)
        while stack:
            here = stack.pop()
            part.append(here)
            fresh = near[here] - seen
            seen |= fresh
            stack += fresh
        out.append((sorted(i for side, i in part if side == "r"), sorted(i for side, i in part if side == "c")))
    return out
