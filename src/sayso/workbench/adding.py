"""How does a person add a claim that the reading missed? First the words of the text, then what they tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast, get_args

from sayso.errors import UsageError
from sayso.judging.seen import Seen, day_of, number_of, placed, proposed
from sayso.model import OUTCOMES, Document, Event, Reading, Role, Scope, Span, Statement, Status
from sayso.workbench.beside import Beside

CHOICES: dict[str, tuple[str, ...]] = {
    "outcome": OUTCOMES[:-1],
    "status": get_args(Status),
    "scope": get_args(Scope),
    "role": get_args(Role),
}
"""What can be chosen in the form, by field."""
FIELDS = ("low", "best", "high", "group", "first", "last", "place", "event", "statement", "note", "by", *CHOICES)
"""What the form asks for, beside the words."""
_DIGITS = 9
"""Digits of a place in a text at most. Source: set by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The form as it is shown: the words of the text, whose they may be, of which events, and what stands in its fields."""

    span: Span
    quote: str
    voices: tuple[Statement, ...]
    events: tuple[Event, ...]
    values: Mapping[str, str]


def chosen(document: Document, asked: Mapping[str, Any]) -> Span | None:
    """Where the words stand that are asked for: by `from` and `to`, in code points, if these are the quote; else by the quote.

    Raises: UsageError, when they stand nowhere, or more than once.
    """
    quote = str(asked.get("quote", "")).strip()
    start, end = (str(asked.get(k, "")) for k in ("from", "to"))
    if _whole(start) and _whole(end):
        span = int(start), int(end)
        words = document.text[slice(*span)] if span[1] <= len(document.text) else ""
        if words.strip() and (not quote or words.split() == quote.split()):
            return span
        if not quote:
            raise UsageError("No words of the text are chosen", do="Choose the words that tell of the figure")
    return placed(document.text, quote) if quote else None


def form(document: Document, reading: Reading, span: Span, near: Beside, given: Mapping[str, str] | None = None) -> Form:
    """The form for the words of a span: filled with what they look like, and stand beside, or with what was given before."""
    seen = proposed(document, reading, span)
    spoken = [s for s in reading.statements if _reach(s)[0] < seen.span[1] and seen.span[0] < _reach(s)[1]]
    voices = tuple(sorted(spoken, key=lambda s: (s.id != seen.statement, s.span[1] - s.span[0], s.id)))
    values = {**_values(seen), **near.values} if given is None else {name: given.get(name, "") for name in FIELDS}
    quote = document.text[slice(*seen.span)]
    return Form(span=seen.span, quote=quote, voices=_each_once(voices), events=near.events, values=values)


def seen_of(span: Span | None, given: Mapping[str, str]) -> Seen:
    """What a person says of the words, by the form.

    Raises: UsageError, when no words are chosen, or a field is none of what it may be.
    """
    if span is None:
        raise UsageError("No words of the text are chosen", do="Choose the words that tell of the figure")
    picked = {name: _picked(name, given.get(name, "")) for name in CHOICES}
    if picked["outcome"] is None:
        raise UsageError("It is not said what happened to them", do="Choose an outcome")
    first, last = day_of("first day", given.get("first", "")), day_of("last day", given.get("last", ""))
    either = (first or last, last or first)
    return Seen(
        span=span,
        outcome=cast("Any", picked["outcome"]),
        low=number_of("low", given.get("low", "")),
        best=number_of("best", given.get("best", "")),
        high=number_of("high", given.get("high", "")),
        group=given.get("group", "").strip() or None,
        role=cast("Any", picked["role"]),
        when=None if either[0] is None or either[1] is None else (either[0], either[1]),
        place=given.get("place", "").strip() or None,
        statement=given.get("statement", "").strip() or None,
        status=cast("Any", picked["status"] or "happened"),
        scope=cast("Any", picked["scope"] or "event"),
    )


def _reach(s: Statement) -> Span:
    """From the first to the last of what is said, who says it, and the words that say so."""
    spans = (s.span, *s.source, *s.cue)
    return min(a for a, _ in spans), max(b for _, b in spans)


def _values(seen: Seen) -> dict[str, str]:
    out = {name: str(value) for name in FIELDS if (value := getattr(seen, name, None)) is not None}
    return {name: out.get(name, "") for name in FIELDS}


def _each_once(voices: Sequence[Statement]) -> tuple[Statement, ...]:
    """The first statement of each chain of speakers."""
    return tuple({tuple(a.name for a in s.said_by): s for s in reversed(voices)}.values())[::-1]


def _whole(words: str) -> bool:
    return words.isascii() and words.isdecimal() and len(words) <= _DIGITS


def _picked(name: str, words: str) -> str | None:
    if not words.strip():
        return None
    if words not in CHOICES[name]:
        raise UsageError(f"{words[:40]} is no {name}", do=f"Choose one of {', '.join(CHOICES[name])}")
    return words
