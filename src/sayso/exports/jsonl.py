"""How does an extract become JSON Lines? Seven files in the shapes of the contract, the same bytes for the same documents."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from sayso.exports.extract import Correction, Extract, pages
from sayso.exports.files import whole
from sayso.exports.rows import (
    Row,
    document_row,
    estimate_rows,
    event_row,
    line_row,
    source_row,
)
from sayso.exports.statements import marked_row


def json_line(row: Row) -> str:
    """One row as one line of JSON, keys in the order of the contract, with its line end."""
    return _ENCODER.encode(row) + "\n"


_ENCODER = json.JSONEncoder(ensure_ascii=False)


def write_jsonl(given: Extract, folder: Path) -> tuple[Path, ...]:
    """Write documents, claims, events, estimates, sources, lines and corrections into `folder`, and say which files.

    Raises: OSError, when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return (
        _write(folder / "documents.jsonl", (document_row(d) for d in given.documents)),
        _write(folder / "claims.jsonl", _claims(given)),
        _write(folder / "events.jsonl", _events(given)),
        _write(folder / "estimates.jsonl", (row for e in given.estimates for row in estimate_rows(e))),
        _write(folder / "sources.jsonl", _sources(given)),
        _write(folder / "lines.jsonl", _lines(given)),
        _write(folder / "corrections.jsonl", (correction_row(c) for c in given.corrections)),
    )


def correction_row(correction: Correction) -> Row:
    """A person's word with what is known of it: when, by whom, on what, what it says, and whether it holds."""
    return {key: value for key, value in asdict(correction).items() if value is not None}


def _claims(given: Extract) -> Iterator[Row]:
    for page in pages(given.claims):
        names = given.names({c.document for c in page})
        yield from (marked_row(c, given.firsts, names) for c in page)


def _events(given: Extract) -> Iterator[Row]:
    for page in pages(given.events):
        names = given.names({d for e in page for d in e.documents})
        yield from (event_row(e, given.estimates_of(e.id), names) for e in page)


def _sources(given: Extract) -> Iterator[Row]:
    for page in pages(given.sources):
        names = given.names({s.document for s in page if s.document is not None})
        yield from (source_row(s, names) for s in page)


def _lines(given: Extract) -> Iterator[Row]:
    for page in pages(given.lines):
        names = given.names({d for n in page for r in n.documents for d in (r.id, r.of) if d is not None})
        yield from (line_row(n, names) for n in page)


def _write(path: Path, rows: Iterable[Row]) -> Path:
    with whole(path) as out:
        out.writelines(json_line(row) for row in rows)
    return path
