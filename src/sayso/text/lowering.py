"""How is a text read without regard to capitals, with every letter in its place?

Patterns that ignore case try every branch at every letter; on a text in lower case they find their first letters at once.
"""

from functools import lru_cache


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """The text in lower case with every letter in its place: a few grow when they are lowered."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
