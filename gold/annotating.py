"""What does Sayso say of these documents? By the way that a user's own go: rows, ingest, and the verbs of the desk."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

import sayso
from gold.rows import Row, dump, load
from sayso.annotation import Given, Layer, annotate_line, warm
from sayso.engines import Local

_GIVEN = ("id", "text", "title", "published", "dct", "url", "outlet", "byline")
"""The fields of a row that a user's documents have; the gold among the rest is kept away from the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """The events and lines that `sayso export` writes, and how many documents were refused."""

    events: list[Row]
    lines: list[Row]
    refused: int


def annotated(rows: Sequence[Row], layer: str, processes: int) -> tuple[list[Row], int]:
    """One layer of each document, as `sayso annotate` writes it, and how many documents were refused."""
    given = [Given(origin=str(row["id"]), raw=json.dumps(document(row)).encode()) for row in rows]
    work = partial(annotate_line, layer=cast("Layer", layer), depth="all")
    done = list(Local(processes).map(work, given, setup=None if layer in {"times", "quantities"} else warm))
    return [json.loads(d.line) for d in done if d.line is not None], sum(d.line is None for d in done)


def worked(rows: Sequence[Row], processes: int) -> Worked:
    """The case that `sayso add`, `run` and `export` make of the documents."""
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports.jsonl"
        dump(reports, map(document, rows))
        with sayso.open(Path(folder) / "gold.sayso") as desk:
            added = desk.add(sayso.files(str(reports)))
            done = desk.run(processes=processes)
            desk.export("jsonl", folder)
        events, lines = (load(Path(folder) / f"{name}.jsonl") for name in ("events", "lines"))
        return Worked(events=events, lines=lines, refused=len(added.refused) + len(done.failed))


def document(row: Row) -> Row:
    """What of a row a user would give."""
    return {k: row[k] for k in _GIVEN if row.get(k) is not None}
