"""Average linkage: a chain of likely neighbours does not become one cluster."""

from sayso.linking.cluster import clusters


def scored(pairs: dict[tuple[int, int], float], otherwise: float = -1.0) -> "Scores":
    """A score by table."""
    return Scores(pairs, otherwise)


class Scores:
    """Scores of pairs, from a table."""

    def __init__(self, table: dict[tuple[int, int], float], otherwise: float) -> None:
        self.table, self.otherwise = table, otherwise

    def __call__(self, a: int, b: int) -> float:
        """Give the score of a pair."""
        return self.table.get((a, b), self.otherwise)


def test_a_chain_of_neighbours_does_not_become_one_cluster() -> None:
    chain = {(n, n + 1): 0.9 for n in range(5)}
    found = clusters(6, sorted(chain), scored(chain), 0.5)
    assert max(len(c) for c in found) == 2


def test_all_that_are_alike_become_one_cluster() -> None:
    pairs = [(a, b) for a in range(6) for b in range(a + 1, 6)]
    assert clusters(6, pairs, scored({}, 0.9), 0.5) == ((0, 1, 2, 3, 4, 5),)


def test_pairs_put_together_stay_together_and_pairs_put_asunder_stay_apart() -> None:
    found = clusters(3, [(0, 1), (1, 2), (0, 2)], scored({}, 0.9), 0.5, (((0, 1),), frozenset({(1, 2)})))
    assert found == ((0, 1), (2,))


def test_one_contradiction_is_outvoted_by_many_that_agree() -> None:
    table = {(a, b): 0.95 for a in range(4) for b in range(a + 1, 4)} | {(0, 4): -1.0, (1, 4): 0.95, (2, 4): 0.95, (3, 4): 0.95}
    assert clusters(5, sorted(table), scored(table), 0.45) == ((0, 1, 2, 3, 4),)
