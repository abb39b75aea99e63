"""How do the words that a person types become a search? Each word and quoted phrase must occur; nothing is an operator."""


def expression(words: str) -> str | None:
    """The FTS5 expression for a person's words, or None when there is no letter or digit to look for.

    Every word is quoted, so that `-`, `*`, `NOT` or `:` mean themselves. Words within quotation marks are one phrase.
    """
    parts: list[str] = []
    for i, piece in enumerate(words.replace("\0", " ").split('"')):
        parts.extend([piece] if i % 2 else piece.split())
    wanted = [f'"{p}"' for p in parts if any(c.isalnum() for c in p)]
    return " AND ".join(wanted) or None
