"""Where can the true number lie? Whole numbers one by one while small, then about 256 cells on a log scale.

The prior is flat in log(1 + persons): twice as many is as likely as half as many.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SMALL = 120
"""Up to here every whole number has its own cell."""
CELLS = 256
"""Cells on the log scale above that."""
REACH = 20.0
"""The grid ends at this multiple of the greatest figure."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grid:
    """Cells of persons: `edges` (n + 1), the `points` that stand for them, log(1 + point), and the log prior mass of each."""

    edges: Floats
    points: Floats
    logs: Floats
    prior: Floats


def grid(figures: Iterable[float]) -> Grid:
    """The grid for these stated figures; each whole figure below ten million has a cell of its own."""
    stated = sorted(set(figures))
    top = REACH * (max(stated, default=1.0) + 5)
    small = min(SMALL, ceil(top))
    edges = [np.arange(small + 1) - 0.5]
    if top > small:
        edges.append(np.floor(np.geomspace(small + 0.5, top + 1, CELLS)) + 0.5)
    own = [f + side for f in stated if f > small and f == floor(f) for side in (-0.5, 0.5)]
    every = np.unique(np.concatenate([*edges, np.asarray(own, dtype=np.float64)]))
    low, high = every[:-1], every[1:]
    points = np.where(high - low == 1, low + 0.5, np.rint(np.sqrt((low + 1) * (high + 1)) - 1))
    prior = np.log(np.log((high + 1) / (low + 1)))
    return Grid(edges=every, points=points, logs=np.log1p(points), prior=prior)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Posterior:
    """The probability of each cell of a grid."""

    grid: Grid
    mass: Floats

    def quantile(self, share: float) -> int:
        """The number below which this share of the probability lies, in whole persons."""
        total = np.cumsum(self.mass)
        cell = min(int(np.searchsorted(total, share - 1e-12)), len(total) - 1)
        low, high = float(self.grid.edges[cell]), float(self.grid.edges[cell + 1])
        if high - low == 1:
            return round(low + 0.5)
        before = float(total[cell - 1]) if cell else 0.0
        part = (share - before) / max(float(self.mass[cell]), 1e-300)
        n = (low + 1) * ((high + 1) / (low + 1)) ** min(max(part, 0.0), 1.0) - 1
        return int(min(max(round(n), ceil(low)), floor(high)))

    def spread(self) -> float:
        """The standard deviation of log(1 + persons)."""
        mean = float(self.mass @ self.grid.logs)
        return float(np.sqrt(max(0.0, float(self.mass @ (self.grid.logs - mean) ** 2))))

    def modes(self, width: float = 0.25, share: float = 0.2) -> int:
        """How many humps of at least this share stand apart by a valley, on bins of this log width."""
        bins = np.bincount((self.grid.logs / width).astype(np.int64), weights=self.mass)
        humps, valley, inside = 0, True, 0.0
        for mass in bins:
            if mass < share / 10:
                humps += inside >= share
                inside, valley = 0.0, True
            else:
                inside, valley = inside + float(mass), False
        return humps + (not valley and inside >= share)


def posterior(on: Grid, total: Floats) -> Posterior:
    """The normalised posterior of a summed log-likelihood on a grid."""
    raw = total + on.prior
    mass = np.exp(raw - raw.max())
    return Posterior(grid=on, mass=mass / mass.sum())


def ratio(a: float, b: float) -> float:
    """log((1 + a) / (1 + b))."""
    return log((1 + a) / (1 + b))
