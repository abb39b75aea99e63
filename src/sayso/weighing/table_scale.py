"""On which scale do a table's figures err evenly: as they are, or as logarithms? Both are tried where both can be."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

PLACES = 6
"""Decimal places beyond which figures count as continuous."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """`log` or linear; `unit` is the resolution of the figures, which is added before the logarithm."""

    log: bool
    unit: float

    @property
    def name(self) -> str:
        """The word for it: "log" or "linear"."""
        return "log" if self.log else "linear"

    def to(self, values: Floats) -> Floats:
        """Figures on the scale."""
        return np.log(values + self.unit) if self.log else values

    def back(self, y: Floats) -> Floats:
        """Figures from the scale."""
        return np.exp(np.minimum(y, 700.0)) - self.unit if self.log else y

    def cell(self, values: Floats) -> Floats:
        """The width of one unit around each figure, on the scale."""
        if not self.log:
            return np.full(len(values), self.unit)
        return np.asarray(np.log((values + 1.5 * self.unit) / (values + 0.5 * self.unit)))


def scales(values: Floats) -> tuple[Scale, ...]:
    """The scales that suit the figures: linear always, log where none is negative."""
    unit = resolution(values)
    both = (Scale(log=False, unit=unit), Scale(log=True, unit=unit))
    return both[:1] if np.any(values < 0) else both


def resolution(values: Floats) -> float:
    """The power of ten to which the figures are given: 1 for whole numbers, 0.1 for one decimal place."""
    for places in range(PLACES):
        if np.allclose(values, np.round(values, places), rtol=1e-12, atol=1e-12):
            return float(10.0**-places)
    return float(10.0**-PLACES)
