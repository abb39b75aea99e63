"""What is on one line of `annotate`? One layer of one document, in the shapes of the contract."""

from collections.abc import Iterable
from typing import Protocol

from sayso.exports.rows import Row, when_row, where_row
from sayso.model import Span, Statement, Tally, When, Where
from sayso.reading.figures import Figure
from sayso.reading.times import Time


def statement_layer(statements: Iterable[Statement]) -> list[Row]:
    """Give the outermost attributions of a document in the order of the text."""
    kept = sorted((s for s in statements if s.outermost), key=lambda s: (s.span, s.id))
    return [_attribution(s) for s in kept]


def time_layer(times: Iterable[Time]) -> list[Row]:
    """Give the times of a document, with the days they denote where they denote any."""
    return [
        {
            "start": t.span[0],
            "end": t.span[1],
            "type": t.type,
            "value": t.value,
            "first": t.first.isoformat() if t.first else None,
            "last": t.last.isoformat() if t.last else None,
        }
        for t in times
    ]


def quantity_layer(figures: Iterable[Figure]) -> list[Row]:
    """Give the figures of a document, with what they count."""
    return [
        {
            "start": f.span[0],
            "end": f.span[1],
            "value": list(f.value) if isinstance(f.value, tuple) else f.value,
            "low": f.low,
            "best": f.best,
            "high": f.high,
            "change": f.change,
            "unit_norm": f.unit,
            "noun": _pair(f.noun),
        }
        for f in figures
    ]


class Toll(Protocol):
    """What a document as a whole says of one of its events."""

    @property
    def main(self) -> bool:
        """Whether the document is mainly about it."""
        ...

    @property
    def when(self) -> When | None:
        """Its days."""
        ...

    @property
    def where(self) -> Where | None:
        """Its place."""
        ...

    @property
    def figures(self) -> tuple[Tally, ...]:
        """Low, best and high of each outcome."""
        ...


def toll_layer(tolls: Iterable[Toll]) -> list[Row]:
    """Give the events of a document, the main one first, with low, best and high of each outcome."""
    return [
        {"main": t.main, "when": when_row(t.when), "where": where_row(t.where)}
        | {f.outcome: {"low": f.low, "best": f.best, "high": f.high} for f in t.figures}
        for t in sorted(tolls, key=lambda t: not t.main)
    ]


def _attribution(s: Statement) -> Row:
    nearest = s.said_by[0] if s.said_by else None
    row: Row = {"source": _pairs(s.source), "cue": _pairs(s.cue), "content": _pairs(s.content)}
    row["stance"] = nearest.stance if nearest else None
    row["certainty"] = list(nearest.certainty) if nearest and nearest.certainty else None
    return row


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [list(s) for s in spans]
