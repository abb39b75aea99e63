"""How does a figure look in a list? A small bar on a scale of powers of ten: intervals, best, open ends."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from sayso.exports.words import number
from sayso.wording import persons
from sayso.workbench.page import picture

WIDTH, HEIGHT, PAD = 160, 18, 8
"""Units of the picture; an arrow stands in the pad where the upper end is open. Source: set by hand, one row of a list high."""
LEAST = 10
"""Persons that a scale reaches at least, so that a list of single deaths does not look like one of massacres."""


class Ends(Protocol):
    """Persons: best, the interval of 90 % and that of 50 %; None is open or not given. An Estimate is one."""

    @property
    def low(self) -> int | None: ...  # noqa: D102  see the class
    @property
    def low50(self) -> int | None: ...  # noqa: D102
    @property
    def best(self) -> int | None: ...  # noqa: D102
    @property
    def high50(self) -> int | None: ...  # noqa: D102
    @property
    def high(self) -> int | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """From no one to `most` persons, each power of ten as wide as the next."""

    most: int = 10_000

    def at(self, persons: int) -> float:
        """Units from the left edge of a band.

        Source: log(1 + n), which begins at 0 and is a logarithm from some ten persons on.
        """
        share = math.log1p(max(0, persons)) / math.log1p(max(LEAST, self.most))
        return round(PAD + min(1.0, share) * (WIDTH - 2 * PAD), 1)


def scale_of(figures: Iterable[Ends | None]) -> Scale:
    """The scale on which the bands of one list can be compared: up to the power of ten that holds them all."""
    ends = [n for f in figures if f is not None for n in (f.low, f.best, f.high50, f.high) if n is not None]
    most = max(ends, default=LEAST)
    return Scale(most=max(LEAST, 10 ** math.ceil(math.log10(max(1, most)))))


def band(figure: Ends | None, scale: Scale | None = None) -> Markup:
    """The bar of one figure: thin for nine in ten, thick for one in two, a line at the best, dashes where an end is open.

    None, and a figure that says nothing, are dashes alone. The picture's title says it in words.
    """
    scale = scale or Scale()
    given = [] if figure is None else [n for n in (figure.low, figure.best, figure.high) if n is not None]
    if figure is None or not given:
        return picture("_band.svg", width=WIDTH, height=HEIGHT, words="no figure", pad=PAD, shown=None)
    shown = {
        "wide": (scale.at(min(given)), scale.at(max(given))),
        "narrow": None if figure.low50 is None or figure.high50 is None else (scale.at(figure.low50), scale.at(figure.high50)),
        "best": None if figure.best is None else scale.at(figure.best),
        "open_low": figure.low is None,
        "open_high": figure.high is None,
    }
    return picture("_band.svg", width=WIDTH, height=HEIGHT, words=words(figure), pad=PAD, shown=shown)


def axis(scale: Scale | None = None) -> Markup:
    """The numbers of a scale, for the head of a column of bands."""
    scale = scale or Scale()
    powers = [0, *(10**p for p in range(1, int(math.log10(max(LEAST, scale.most))) + 1))]
    ticks = [(scale.at(n), _short(n)) for n in powers]
    return picture("_axis.svg", width=WIDTH, height=HEIGHT, ticks=ticks, most=number(powers[-1]))


def words(figure: Ends) -> str:
    """A figure as its title says it: `17 [14–23], as likely as not 16–19`."""
    said = persons(figure.low, figure.best, figure.high)
    if figure.low50 is None or figure.high50 is None or figure.low50 == figure.high50:
        return said
    return f"{said}, as likely as not {number(figure.low50)}–{number(figure.high50)}"


def _short(n: int) -> str:
    if n >= 1_000_000:
        return f"{n // 1_000_000}M"
    return f"{n // 1000}k" if n >= 1000 else str(n)
