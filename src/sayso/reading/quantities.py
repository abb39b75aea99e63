"""Which numbers does a text give, and what do they count?"""

import re

from sayso.reading.figures import Figure

__all__ = ["Figure", "find"]

_DIGITS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+\b|(?<![\w.,])\d+\b")


def find(text: str, convention: str = "default") -> tuple[Figure, ...]:  # noqa: ARG001 -- selects the table of vague words
    """The figures of a text, sorted by span and disjoint."""
    found = []
    for match in _DIGITS.finditer(text):
        n = int(match.group().replace(",", ""))
        found.append(Figure(span=match.span(), value=n, low=n, best=n, high=n, stated=(n,)))
    return tuple(found)
