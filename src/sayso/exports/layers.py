"""What is on one line of `annotate`? One layer of one document, in the shapes of the contract."""

from collections.abc import Iterable

from sayso.exports.rows import Row, when_row, where_row
from sayso.model import Span, Statement
from sayso.reading.times import Time
from sayso.reading.tolls import Toll


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


def toll_layer(tolls: Iterable[Toll]) -> list[Row]:
    """Give the events of a document, the main one first, with low, best and high of each outcome."""
    return [
        {"main": t.main, "when": when_row(t.when), "where": where_row(t.where)}
        | {outcome: {"low": q.low, "best": q.best, "high": q.high} for outcome, q in t.figures}
        for t in sorted(tolls, key=lambda t: not t.main)
    ]


def _attribution(s: Statement) -> Row:
    nearest = s.said_by[0] if s.said_by else None
    row: Row = {"source": _pairs(s.source), "cue": _pairs(s.cue), "content": _pairs(s.content)}
    row["stance"] = nearest.stance if nearest else None
    row["certainty"] = list(nearest.certainty) if nearest and nearest.certainty else None
    return row


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [list(s) for s in spans]
