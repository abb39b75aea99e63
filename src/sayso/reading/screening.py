"""Which sentences can matter for figures, so that the model need not see the others?

First literals, then patterns: a word of harm or of troops, with something that can be counted beside it.
"""

import re
from functools import cache

from sayso.model import Span
from sayso.reading import lexicon

_COUNTABLE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|dozens?|scores|hundreds?|thousands?|several|few|some|many|both|no|none|nobody|pair|couple|half|another|number)\b",
    re.IGNORECASE,
)


@cache
def _harm() -> re.Pattern[str]:
    forms = set(lexicon.senses()) | {"lost", "losing", "lives", "life", "prisoner", "hostage", "casualt", "troops", "forces", "fell"}
    stems = sorted(forms, key=lambda w: (-len(w), w))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, stems)) + r")", re.IGNORECASE)


@cache
def _literals() -> tuple[str, ...]:
    """Short pieces one of which stands in every word of harm; found in a text faster than any pattern."""
    return ("kill", "dead", "die", "death", "wound", "injur", "hurt", "casualt", "miss", "captur", "tro", "soldier", "lost", "los", "body", "bodies", "fatal")


def harmful(text: str) -> bool:
    """True where the text has any word of harm or of troops."""
    return _harm().search(text) is not None


def matters(text: str, span: Span) -> bool:
    """True where a sentence has a word of harm and something that can be counted."""
    return _harm().search(text, *span) is not None


def weight(text: str, span: Span) -> int:
    """How much a sentence can say about figures: 0 nothing, 1 harm without a number, 2 harm with a number."""
    if _harm().search(text, *span) is None:
        return 0
    return 2 if _COUNTABLE.search(text, *span) is not None else 1
