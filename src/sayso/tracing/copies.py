"""Which reports of an event repeat the words of others, and how much of them?"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sayso.text.fingerprints import candidates, containment, minhash
from sayso.tracing.reports import Report

VERBATIM = 0.6
"""The share of word 4-grams from which a text is the same, perhaps cut or added to. Source: the written cases, by hand."""

REWRITE = 0.2
"""The share from which it is a light rewriting. Source: as above; a retelling shares under 0.06."""

_ALL_PAIRS = 80
# Words in a greater share of the reports than this tell of the event, not of who copied whom.
_COMMON = 0.7


class Copies:
    """How much of one report stands in another: word for word, and in its rarer words."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._shared = _shared(reports)
        counts = Counter(w for r in reports for w in r.terms)
        most = max(2.0, _COMMON * len(reports))
        self._rare: Mapping[str, float] = {w: math.log((len(reports) + 1) / n) for w, n in counts.items() if n <= most}
        self._terms = tuple(r.terms & self._rare.keys() for r in reports)
        self._sums = tuple(self._weigh(t) for t in self._terms)

    def of(self, report: int) -> Mapping[int, float]:
        """The other reports with which it shares word 4-grams, and the share, in (0, 1]."""
        return self._shared[report]

    def overlap(self, a: int, b: int) -> float:
        """The share of the rarer words of the shorter report that the other has too, in [0, 1]."""
        least = min(self._sums[a], self._sums[b])
        return self._weigh(self._terms[a] & self._terms[b]) / least if least else 0.0

    def _weigh(self, terms: Iterable[str]) -> float:
        """The sum of the rarities, exact, so that no order of words changes it."""
        return math.fsum([self._rare[w] for w in terms])


def _shared(reports: Sequence[Report]) -> tuple[Mapping[int, float], ...]:
    """All pairs of a few reports; of many those that fall into one bucket of their signatures."""
    n = len(reports)
    if n <= _ALL_PAIRS:
        pairs = tuple((a, b) for a in range(n) for b in range(a + 1, n))
    else:
        pairs = candidates([minhash(r.runs) for r in reports])
    found: tuple[dict[int, float], ...] = tuple({} for _ in reports)
    for a, b in pairs:
        if share := containment(reports[a].runs, reports[b].runs):
            found[a][b] = found[b][a] = share
    return found
