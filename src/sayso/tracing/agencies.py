"""Which agency does a text name as the one that wrote it?

In a dateline, "TESK (Orlan Wire) -", or in a last line, "(Orlan Wire)".
"""

import re
from functools import cache

from sayso.packs import table

_HEAD = 160
_TAIL = 60
_MOST_WORDS = 5

_DATELINE = re.compile(
    r"""
    (?: ^ | \n | \]\s* )                          # the beginning of a line, or after a mark in brackets
    \s* [A-Z] [^()\n.]{1,60} \s*                 # the town
    \( (?P<agency> [A-Z] [^()\n]{1,40} ) \) \s*  # the agency
    [-\u2013\u2014:]                              # a dash
    """,
    re.VERBOSE,
)
_SIGNED = re.compile(r"[.\n]\s*\(?(?P<agency>[A-Z][^()\n.]{1,40})\)?\s*$")


def named_agency(text: str) -> str | None:
    """The agency that a text names as its writer, or None."""
    found = (_DATELINE.search(text[:_HEAD]), _SIGNED.search(text[-_TAIL:]))
    names = (m["agency"].strip() for m in found if m)
    return next((n for n in names if _is_agency(n)), None)


def _is_agency(name: str) -> bool:
    """Whether a name is an agency's, not a country or a day: it ends or begins as such names do."""
    words = name.split()
    return len(words) <= _MOST_WORDS and bool({words[0].casefold(), words[-1].casefold()} & _agency_words())


@cache
def _agency_words() -> frozenset[str]:
    return frozenset(table("tracing")["agencies"].split())
