"""Tiny gold of our own, with answers that are known beforehand."""

import copy
from typing import Any

Row = dict[str, Any]

TEXT = 'The harbour police said "four sailors died" on Monday. It is feared that more drowned.'


def spans(words: str) -> list[list[int]]:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return [[start, start + len(words)]]


ATTRIBUTED: Row = {
    "id": "a",
    "text": TEXT,
    "attributions": [
        {"source": spans("The harbour police"), "cue": spans("said"), "content": spans('"four sailors died"')},
        {"source": [], "cue": spans("is feared"), "content": spans("that more drowned")},
    ],
}


def claim(**changes: Any) -> Row:
    """Write a claim with every field, or with some of them changed."""
    base: Row = {
        "key": "k1",
        "kinds": [6],
        "said_by": [
            {"name": "Tarn Ministry of Defence", "kind": "military", "stance": "says", "said": _day("2032-05-04")},
            {"name": "Tarn Post", "kind": "outlet", "stance": "publishes"},
        ],
        "outcome": "killed",
        "status": "happened",
        "group": {"nation": "tarn", "role": "military"},
        "quantity": {"low": 12, "best": 12, "high": 12, "stated": [12]},
        "scope": "event",
        "part_of": None,
        "when": _day("2032-05-03"),
        "where": {"text": "Old Bridge", "country": "TA"},
        "cause": {"weapon": "mortar", "by": "vell"},
    }
    return copy.deepcopy(base) | changes


def claimed(*claims: Row) -> Row:
    """Write a document of the gold with these claims."""
    return {"id": "c", "text": "…", "kinds": [6], "gold": {"claims": list(claims)}}


def given(*claims: Row) -> dict[str, Row]:
    """Write the claims as a system gives them, with ids for keys."""
    return {"c": {"id": "c", "claims": [{k: v for k, v in c.items() if k != "key"} | {"id": c["key"]} for c in claims]}}


def _day(day: str) -> Row:
    return {"first": day, "last": day}
