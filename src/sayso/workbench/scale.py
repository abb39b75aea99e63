"""Where does a number of persons stand on an axis? On a linear one, or on one that gives each doubling the same room."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log1p

WIDE = 5
"""From this ratio of the greatest to the least figure on, the axis is logarithmic. Source: set by hand: below it the small ones
can be told apart on a linear axis."""
_MARGIN = 0.08
_TICKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """An upright axis: `least` persons stand at the y of `bottom`, `most` at that of `top`."""

    least: float
    most: float
    top: float
    bottom: float
    log: bool = False

    def at(self, n: float) -> float:
        """The y of so many persons, to a tenth."""
        low, high, here = (self._value(v) for v in (self.least, self.most, n))
        return round(self.bottom - (here - low) / (high - low) * (self.bottom - self.top), 1)

    def ticks(self) -> tuple[int, ...]:
        """Whole numbers of persons at which the axis is marked."""
        return _logarithmic(self.least, self.most) if self.log else _linear(self.least, self.most)

    def _value(self, n: float) -> float:
        return log1p(n) if self.log else n


def scale(figures: Iterable[int], top: float, bottom: float) -> Scale:
    """An axis on which all these figures have room; one around zero where there is none."""
    given = sorted(set(figures)) or [0, 1]
    least, most = given[0], given[-1]
    log = most >= WIDE * max(1, least) and most > _TICKS * 2
    if log:
        return Scale(least=max(0, least * 0.85 - 0.15), most=most * 1.15, top=top, bottom=bottom, log=True)
    room = max(1.0, (most - least) * _MARGIN * 2)
    return Scale(least=max(0.0, least - room), most=most + room, top=top, bottom=bottom)


def _linear(least: float, most: float) -> tuple[int, ...]:
    step = next(s * 10**k for k in range(12) for s in (1, 2, 5) if (most - least) / (s * 10**k) <= _TICKS + 1)
    return tuple(range(ceil(least / step) * step, floor(most) + 1, step))


def _logarithmic(least: float, most: float) -> tuple[int, ...]:
    every = [0, *(s * 10**k for k in range(12) for s in (1, 2, 5))]
    found = [n for n in every if least <= n <= most]
    return tuple(n for n in found if str(n)[0] == "1" or n == 0) if len(found) > 2 * _TICKS else tuple(found)
