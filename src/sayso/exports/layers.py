"""What is on one line of `annotate`? One layer of one document, in the shapes of the contract."""

from collections.abc import Iterable

from sayso.exports.rows import Row, when_row, where_row
from sayso.reading.claims.tolls import Toll
from sayso.reading.times.times import Time


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
