"""Of which entry of a live blog is a place in a text? Each begins with an hour on a line of its own, or before its words."""

import re
from bisect import bisect_right
from functools import lru_cache

_LEAST = 2
"""Entries from which a report is a live blog: one hour alone is that of publication."""

_HOUR = re.compile(
    r"""^[ \t]*\d{1,2}[:.h]\d\d (?:[ ]?[ap]\.?m\.?)? (?:[ ](?:GMT|UTC|[A-Z]{2,4}T))? [ \t]* (?:$|[-\u2013\u2014|:][ ])""",
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)
"""Finds an hour that stands alone on its line, or at its head with a dash, a bar or a colon behind it."""


def entry(text: str, at: int) -> int:
    """The number of the entry that holds an offset, from 1; 0 before the first, and in a text that is no live blog."""
    return bisect_right(_starts(text), at)


@lru_cache(maxsize=256)
def _starts(text: str) -> tuple[int, ...]:
    found = tuple(m.start() for m in _HOUR.finditer(text))
    return found if len(found) >= _LEAST else ()
