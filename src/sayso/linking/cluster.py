"""Which mentions belong together? Those whose average pair says so: average linkage, never a chain of single links.

Two clusters are joined while the mean score of the pairs between them is at least the threshold, best first. Pairs that were
not proposed are scored when they are needed, a few for each two clusters where there are many.
"""

import heapq
from collections.abc import Callable, Collection, Iterable, Sequence

Score = Callable[[int, int], float]
_SAMPLE = 4


class _Average:
    """Clusters by number, and the mean score between each two that have been compared.

    Source: Lance and Williams (1967): the mean between a joined cluster and a third follows from the two means before.
    """

    def __init__(self, size: int, score: Score, threshold: float) -> None:
        self.members: dict[int, list[int]] = {n: [n] for n in range(size)}
        self.near: dict[int, dict[int, float]] = {n: {} for n in range(size)}
        self._score = score
        self._threshold = threshold
        self._next = size

    def compare(self, a: int, b: int) -> float:
        """The mean score between two clusters, over all pairs or an even sample of them."""
        if b not in self.near[a]:
            xs, ys = _sample(self.members[a]), _sample(self.members[b])
            mean = sum(self._score(min(x, y), max(x, y)) for x in xs for y in ys) / (len(xs) * len(ys))
            self.near[a][b] = self.near[b][a] = mean
        return self.near[a][b]

    def _mean(self, a: int, b: int, c: int, share: float) -> float | None:
        """The mean between a joined cluster and a third, or None where the known part is too low for the rest to make up."""
        for known, other, part in ((a, b, share), (b, a, 1 - share)):
            if c not in self.near[other] and part * self.near[known][c] + (1 - part) < self._threshold:
                return None
        return share * self.compare(a, c) + (1 - share) * self.compare(b, c)

    def join(self, a: int, b: int) -> int:
        """The number of the cluster that two become."""
        new, self._next = self._next, self._next + 1
        na, nb = len(self.members[a]), len(self.members[b])
        others = sorted((set(self.near[a]) | set(self.near[b])) - {a, b})
        means = {c: mean for c in others if (mean := self._mean(a, b, c, na / (na + nb))) is not None}
        self.members[new] = sorted(self.members.pop(a) + self.members.pop(b))
        for old in (a, b):
            for c in self.near.pop(old):
                if c in self.near:
                    self.near[c].pop(old, None)
        self.near[new] = means
        for c, mean in means.items():
            self.near[c][new] = mean
        return new


def clusters(
    size: int,
    pairs: Iterable[tuple[int, int]],
    score: Score,
    threshold: float,
    settled: tuple[Sequence[tuple[int, int]], Collection[tuple[int, int]]] = ((), ()),
) -> tuple[tuple[int, ...], ...]:
    """Positions 0 to `size` - 1 as clusters, each in order, in the order of their first member.

    `settled` are pairs that must be together and pairs that must not, a person's word: neither is scored.
    """
    together, asunder = settled
    average = _Average(size, score, threshold)
    home = list(range(size))
    for a, b in together:
        if home[a] != home[b] and not _forbidden(average.members[home[a]], average.members[home[b]], asunder):
            new = average.join(home[a], home[b])
            for n in average.members[new]:
                home[n] = new
    heap: list[tuple[float, tuple[int, int], int, int]] = []

    def offer(a: int, b: int) -> None:
        mean = average.compare(a, b)
        if mean >= threshold and not _forbidden(average.members[a], average.members[b], asunder):
            first = (average.members[a][0], average.members[b][0])
            heapq.heappush(heap, (-mean, (min(first), max(first)), a, b))

    for a, b in sorted({(min(home[a], home[b]), max(home[a], home[b])) for a, b in pairs if home[a] != home[b]}):
        offer(a, b)
    while heap:
        _, _, a, b = heapq.heappop(heap)
        if a in average.members and b in average.members:
            new = average.join(a, b)
            for c in sorted(average.near[new]):
                offer(new, c)
    return tuple(sorted(tuple(m) for m in average.members.values()))


def _sample(members: list[int]) -> list[int]:
    """All of a few members, or as many spread evenly over them."""
    if len(members) <= _SAMPLE:
        return members
    return [members[i * (len(members) - 1) // (_SAMPLE - 1)] for i in range(_SAMPLE)]


def _forbidden(a: list[int], b: list[int], asunder: Collection[tuple[int, int]]) -> bool:
    return bool(asunder) and any((min(x, y), max(x, y)) in asunder for x in a for y in b)
