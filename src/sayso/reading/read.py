"""What does a document say? The door of the room: a Document becomes a Reading."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from sayso.model import Document, Reading, Span
from sayso.reading import screening
from sayso.reading.chrome import body, dateline
from sayso.reading.claims import claims
from sayso.reading.claims.context import Setting
from sayso.reading.places import places
from sayso.reading.places.places import Place
from sayso.reading.places.sites import Sites, merged
from sayso.reading.quantities import quantities
from sayso.reading.quantities.figures import Figure
from sayso.reading.speakers import statements
from sayso.reading.speakers.monitored import through
from sayso.reading.times import times
from sayso.reading.times.story import headings
from sayso.reading.words.analysis import Analysis, analyse
from sayso.text.excerpts import Excerpt, excerpt
from sayso.text.units import Unit, cut, paragraphs, sentences_in
from sayso.weights import Model

_TAGS = re.compile(r"(?:\s*\[[^\[\]]{1,200}\])+\s*(?=[^\s.,;:!?])")
"""What monitors of broadcasts write in brackets behind a dateline: "[Report] [By our correspondent] [Text]"."""

Depth = Literal["figures", "all"]
"""figures: only sentences that can bear a figure, for bulk; all: every sentence, so every statement."""

_HEAD = 8
"""Paragraphs at the head of a report among which its dateline is looked for. Source: set by hand."""

_OPENING = 2
"""Lines at the head of a report, a title and a first paragraph, that give days and places their context. Source: set by hand."""


def read(document: Document, model: Model, depth: Depth = "all", convention: str = "default") -> Reading:
    """The statements and claims of one document, and flags for what could not be settled.

    `convention` names the table of the pack that says what "dozens" and the like mean.

    Raises:
        ContractError: the pack has no such convention.

    """
    document = _dated(document)
    text = document.text
    if depth == "figures" and not screening.harmful(text):
        return Reading(document=document.id, flags=_flags(document))
    own = body(text)
    blocks = sentences(text, own)
    parts = [s for block in blocks for s in block]
    figures = quantities.find(text, convention) if depth == "all" else _figures(text, parts, convention)
    chosen = select(text, depth, figures, blocks)
    if not chosen:
        return Reading(document=document.id, flags=_flags(document))
    analyses = tuple(analyse(u, model) for u in chosen)
    inside = [(u.start, u.end) for u in chosen]
    # The bulk depth looks for days and places in the chosen sentences and the report's opening lines only.
    seen = excerpt(text, merged([*headings(text), *(own if depth == "all" else (*own[:_OPENING], *inside))]))
    days = [replace(t, span=seen.back(t.span)) for t in times.find(seen.text, document.day)]
    said = statements.find(document, analyses, days)
    setting = Setting(
        text=text,
        published=document.day,
        times=[t for t in days if _held(t.span, inside)],
        sites=Sites(
            text=text,
            places=[p for p in _places(seen, _names(analyses, "LOC")) if _held(p.span, inside)],
            voices=merged(v for s in said for v in s.source),
            offices=_names(analyses, "ORG"),
            persons=_names(analyses, "PER"),
            contents=merged(c for s in said for c in s.content),
        ),
        said=sorted({a.said.span for s in said for a in s.said_by if a.said is not None and a.said.span is not None}),
    )
    account = claims.Account(
        document=document,
        statements=said,
        speakers=lambda span: through(document, statements.speakers_at(document, said, span), span),
        setting=setting,
        convention=convention,
    )
    found = claims.find(account, analyses, figures)
    return Reading(document=document.id, statements=said, claims=found, flags=_flags(document))


def sentences(text: str, own: Sequence[Span]) -> list[list[Span]]:
    """The sentences of each of the report's own paragraphs, without datelines."""
    ends, out = [e for _, e in own], []
    for start, end in paragraphs(text):
        at = bisect_right(ends, start)
        if at < len(own) and own[at][0] < end:
            out.append(sentences_in(text, opening(text, start, end), end))
    return out


def select(text: str, depth: Depth, figures: Sequence[Figure], blocks: Sequence[Sequence[Span]]) -> list[Unit]:
    """The units that the model sees: the report's own paragraphs, or of these the sentences that can bear a figure."""
    if depth == "all":
        return [u for block in blocks for u in cut(text, list(block))]
    picked = set(screening.pick(text, [s for block in blocks for s in block], figures))
    out: list[Unit] = []
    for block in blocks:
        run: list[Span] = []
        for part in block:
            if part in picked:
                run.append(screening.core(text, part))
            elif run:
                out += cut(text, run)
                run = []
        if run:
            out += cut(text, run)
    return out


def _figures(text: str, parts: Sequence[Span], convention: str) -> tuple[Figure, ...]:
    """The figures of the sentences that have a word of harm."""
    seen = excerpt(text, screening.with_harm(text, parts))
    return tuple(
        replace(f, span=seen.back(f.span), noun=seen.back(f.noun) if f.noun is not None else None)
        for f in quantities.find(seen.text, convention)
    )


def opening(text: str, start: int, end: int) -> int:
    """Where the first sentence of a paragraph begins, after a dateline: it belongs to no sentence and misleads the parse."""
    found = dateline(text[start:end])
    if found is None:
        return start
    after = start + found.span[1]
    tags = _TAGS.match(text, after, end)
    after = tags.end() if tags is not None else after
    return after if after < end else start


def _dated(document: Document) -> Document:
    """The document with the day of its dateline for the day of publication, where that is not given."""
    if document.published is not None:
        return document
    for start, end in paragraphs(document.text)[:_HEAD]:
        found = dateline(document.text[start:end])
        if found is not None and found.stamp is not None and found.stamp.complete:
            return replace(document, published=found.stamp.value)
    return document


def _places(seen: Excerpt, names: Sequence[Span]) -> Iterator[Place]:
    """The places of an excerpt, in the offsets of the whole text."""
    for p in places.find(seen.text, [n for s in names if (n := seen.forth(s)) is not None]):
        span = seen.back(p.span)
        yield replace(p, span=span, where=replace(p.where, span=span))


def _held(span: Span, spans: Sequence[Span]) -> bool:
    """True where one of the spans holds this one: what lies outside gives context only."""
    return any(s <= span[0] and span[1] <= e for s, e in spans)


def _names(analyses: Sequence[Analysis], kind: str) -> list[Span]:
    """The spans that the model takes for names of a kind: places (LOC), organisations (ORG) or people (PER).

    A name that goes on as one of another kind, such as a first name that it takes for a town's, is none.
    """
    tags = (f"B-{kind}", f"I-{kind}")
    some = [a for a in analyses if tags[0] in a.names or tags[1] in a.names]
    found = [(a, i, j) for a in some for i, j, k in a.entities() if k == kind]
    return [(a.unit.spans[i][0], a.unit.spans[j - 1][1]) for a, i, j in found if j == len(a) or a.names[j][:2] != "I-"]


def _flags(document: Document) -> tuple[str, ...]:
    return ("undated: relative days are not resolved",) if document.published is None else ()
