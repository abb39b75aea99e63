"""How does a case become JSON Lines? Six files in the shapes of the contract, the same bytes for the same case."""

import json
from collections.abc import Iterable
from pathlib import Path

from sayso.exports.case import Case
from sayso.exports.files import whole
from sayso.exports.rows import (
    Row,
    document_row,
    estimate_row,
    event_row,
    line_row,
    source_row,
)
from sayso.exports.statements import marked_row


def json_line(row: Row) -> str:
    """One row as one line of JSON, keys in the order of the contract, with its line end."""
    return json.dumps(row, ensure_ascii=False) + "\n"


def write_jsonl(case: Case, folder: Path) -> tuple[Path, ...]:
    """Write documents, claims, events, estimates, sources and lines into `folder`, and say which files.

    Raises: OSError, when the folder cannot be written.
    """
    names, estimates, firsts = case.names, case.estimates_of(), case.firsts
    folder.mkdir(parents=True, exist_ok=True)
    return (
        _write(folder / "documents.jsonl", (document_row(d) for d in case.documents)),
        _write(folder / "claims.jsonl", (marked_row(c, firsts, names) for c in case.claims)),
        _write(
            folder / "events.jsonl",
            (event_row(e, estimates.get(e.id, ()), names) for e in case.events),
        ),
        _write(folder / "estimates.jsonl", (estimate_row(e) for e in case.estimates)),
        _write(folder / "sources.jsonl", (source_row(s, names) for s in case.sources)),
        _write(folder / "lines.jsonl", (line_row(n, names) for n in case.lines)),
    )


def _write(path: Path, rows: Iterable[Row]) -> Path:
    with whole(path) as out:
        out.writelines(json_line(row) for row in rows)
    return path
