"""Does a sentence go on about what the one before it told, and is that another event than the text's own?"""

from datetime import date

from sayso.model import Span, When

_NEXT = 3
"""Characters at most between one sentence and the next. Source: set by hand."""

_WEEK = 7
"""Days before the event that a text is about from which another that it recalls is none of it. Source: set by hand."""


def follows(sentence: Span, before: Span, text: str) -> bool:
    """True for the same sentence and for the next one of the paragraph."""
    return sentence == before or (0 <= sentence[0] - before[1] <= _NEXT and "\n" not in text[before[1] : sentence[0]])


def long_before(when: When | None, now: date | None) -> bool:
    """True for days so long before that what happened on them is another event."""
    return when is not None and now is not None and (now - when.last).days > _WEEK
