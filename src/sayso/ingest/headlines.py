"""Does a text open with its headline, and if not, what does it say with the headline above it?"""

import re

_WORD = re.compile(r"\w+")
_TAIL = re.compile(r"\s+[-|–—·»]\s+")
"""What stands between a headline and the name of the site behind it."""
_LEAST = 4
"""Words of a headline without the site's name, at least, by which it is known again. Source: own choice."""
_NEAR = 120
"""Words at a text's head, beyond the headline's own, among which it is looked for: a page's menus. Source: own choice."""


def headed(text: str, title: str | None) -> str:
    """The text with its headline above it as a paragraph, unless its opening gives the headline in the same words.

    The name of the site behind the headline need not stand in the text, nor the end of a word that was cut off.
    """
    if title is None or not title.strip() or opens_with(text, title):
        return text
    return f"{' '.join(title.split())}\n\n{text}"


def opens_with(text: str, title: str) -> bool:
    """Whether the headline's words stand in the text's opening, whatever stands between them."""
    whole = _words(title)
    opening = f" {' '.join(_words(text, len(whole) + _NEAR))} "
    shorter = (_words(part) for part in _cores(title))
    return any(_held(words, opening) for words in (whole, *shorter) if words == whole or len(words) >= _LEAST)


def _cores(title: str) -> list[str]:
    """The headline without one name of a site behind it, without two, and so on."""
    return [title[: m.start()] for m in reversed(list(_TAIL.finditer(title)))]


def _held(words: list[str], opening: str) -> bool:
    """Whether words stand in the opening in their order; the last may go on."""
    return f" {' '.join(words)}" in opening


def _words(text: str, most: int | None = None) -> list[str]:
    found = _WORD.finditer(text.casefold())
    return [m.group() for m in found] if most is None else [m.group() for m, _ in zip(found, range(most), strict=False)]
