"""Whose words does a text hand on as a whole: a broadcast that somebody monitored, a paper that somebody translated?"""

import re
from functools import cache

from sayso.model import Attribution, Document, Span
from sayso.reading.speakers.names import source_id
from sayso.reading.words.certainty import certainty, listed
from sayso.reading.words.kinds import kind_of, party_of

_HEAD = 200
"""Characters at the head of a text in which a line in brackets says whose words it hands on. Source: set by hand."""

_BRACKETED = re.compile(r"\[([^\[\]\n]{8,160})\]")
_NOTE = re.compile(r"^\[[^\[\]]*\]\s*$", re.MULTILINE)
"""Finds a paragraph in brackets: a note of whoever hands the words on."""


def handed_on(document: Document) -> Attribution | None:
    """The radio or paper that a line in brackets at the head names as where the text comes from; None for any other text."""
    found = _BRACKETED.search(document.text, 0, _HEAD)
    if found is None or _how().search(found[1]) is None:
        return None
    at = found.start(1)
    for piece in re.finditer(r"[^,;:]+", found[1]):
        name = piece[0].strip()
        if _how().search(name) is None and name[:1].isupper() and kind_of(name) == "media" and name != document.outlet:
            start = at + piece.start() + piece[0].index(name)
            return Attribution(
                name=name,
                kind="media",
                party=party_of(name),
                source=source_id(name, party_of(name)),
                span=(start, start + len(name)),
                stance="says",
                certainty=certainty("says"),
            )
    return None


def through(document: Document, chain: tuple[Attribution, ...], span: Span) -> tuple[Attribution, ...]:
    """A chain with whoever is handed on before the outlet; the outlet's own notes in brackets stay its own."""
    radio = handed_on(document)
    if radio is None or any(a.name == radio.name for a in chain):
        return chain
    if any(m.start() <= span[0] < m.end() for m in _NOTE.finditer(document.text)):
        return chain
    return (*chain[:-1], radio, chain[-1])


@cache
def _how() -> re.Pattern[str]:
    words = "|".join(map(re.escape, listed("sources", "media", "monitored")))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
