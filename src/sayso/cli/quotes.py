"""How is a sentence printed that gives a figure? In quotation marks, the words of each claim marked, and who says so."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.exports.quotes import pieces
from sayso.exports.words import speakers
from sayso.model import Claim, Document, Span

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def marked(body: str, around: Span, spans: Sequence[Span], console: "Console") -> "Text":
    """Give the words of a text within `around` in quotation marks, those of the spans, which lie within, marked."""
    from rich.text import Text  # noqa: PLC0415

    mark = ("", "") if console.is_terminal and not console.no_color else ("‹", "›")
    text = Text("“")
    for words, own in pieces(body, around, spans):
        text.append(mark[0] + words + mark[1] if own else words, style="bold reverse" if own else None)
    return text.append("”")


def quoted(around: Span, claims: Sequence[Claim], document: Document, console: "Console") -> "Text":
    """Give a sentence with the words of each claim in it marked, and who says so."""
    text = marked(document.text, around, [c.span for c in claims], console)
    steps = [a for a in claims[0].said_by if a.stance != "publishes"]
    return text.append(f" — {speakers(steps)}" if steps else "", style="dim")
