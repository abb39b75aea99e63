"""How do the words that a person types become a search? Each word and quoted phrase must occur; nothing is an operator."""

from dataclasses import dataclass

BEGIN, END = "\x02", "\x03"
"""What stands around each found word in a passage as the index gives it: signs that no report has."""
LONG = 24
"""Words of a passage. Source: set by hand: a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where words were found: in which document (by id), and its words around them, each piece with whether it was asked for."""

    document: str
    pieces: tuple[tuple[str, bool], ...]


def pieces(passage: str) -> tuple[tuple[str, bool], ...]:
    """The pieces of a passage as the index gives it, on one line."""
    first, *rest = " ".join(passage.split()).split(BEGIN)
    found = [(first, False)]
    for part in rest:
        word, _, after = part.partition(END)
        found += [(word, True), (after, False)]
    return tuple((words, asked) for words, asked in found if words)


def expression(words: str) -> str | None:
    """The FTS5 expression for a person's words, or None when there is no letter or digit to look for.

    Every word is quoted, so that `-`, `*`, `NOT` or `:` mean themselves. Words within quotation marks are one phrase.
    """
    parts: list[str] = []
    for i, piece in enumerate(words.replace("\0", " ").split('"')):
        parts.extend([piece] if i % 2 else piece.split())
    wanted = [f'"{p}"' for p in parts if any(c.isalnum() for c in p)]
    return " AND ".join(wanted) or None
