"""In which parts is a long text shown? Cut between paragraphs, so that each makes a page that a browser draws at once."""

from bisect import bisect_right
from collections.abc import Sequence

from sayso.model import Span

LETTERS = 32_000
"""Code points of a part at most. Source: measured on press articles: each makes up to 6.1 bytes of a page, of 300 kB at most."""


def parts(text: str, letters: int = LETTERS) -> tuple[Span, ...]:
    """The spans of the parts: joined they are the text, and each but the last ends with a paragraph or, in a long one, a word."""
    found: list[Span] = []
    start = 0
    while len(text) - start > letters:
        end = _end(text, start, start + letters)
        found.append((start, end))
        start = end
    return (*found, (start, len(text)))


def part_at(found: Sequence[Span], place: int) -> int:
    """The number of the part, from 0, in which a place of the text is; the last one for what is beyond it."""
    return max(0, bisect_right([start for start, _ in found], place) - 1)


def _end(text: str, start: int, most: int) -> int:
    """Where a part ends that begins at `start`: after an empty line, a line or a word, the later half of it, before `most`."""
    half = start + (most - start) // 2
    for sign in ("\n\n", "\n", " "):
        at = text.rfind(sign, half, most)
        if at >= 0:
            return at + len(sign)
    return most
