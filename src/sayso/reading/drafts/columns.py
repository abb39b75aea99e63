"""Is a line the head of a table's column, "Iruan killed", that tells of nobody?"""

import re

from sayso.reading.drafts.draft import Draft

_WORDS = 4
"""Words of a cell, at most. Source: set by hand."""
_CELLS = 12
"""Cells behind a head among which its first number stands. Source: set by hand."""
_NUMBER = re.compile(r"[\d][\d,. ]*\Z")
_CELL = re.compile(r"[^.!?:;]*\Z")


def of_column(d: Draft, text: str) -> bool:
    """True for one person told without a number by a line of a few words, where lines of bare numbers follow."""
    q = d.counted.quantity
    start, end = text.rfind("\n", 0, d.span[0]) + 1, text.find("\n", d.span[1])
    if d.numbered or q is None or q.best != 1 or end < 0 or not _cell(text[start:end]):
        return False
    for line in [x.strip() for x in text[end:].split("\n", 3 * _CELLS)[: 3 * _CELLS] if x.strip()][:_CELLS]:
        if _NUMBER.match(line):
            return True
        if not _cell(line):
            return False
    return False


def _cell(line: str) -> bool:
    """True for a few words without a stop."""
    return len(line.split()) <= _WORDS and _CELL.match(line) is not None
