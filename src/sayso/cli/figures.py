"""How does a table of figures come in, and how do its estimates go out? As CSV, with the columns of the contract."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from sayso.errors import UsageError
from sayso.exports.files import whole
from sayso.weighing.tables import OUT, estimate_table

NEEDED = ("question", "source")
FIGURES = ("value", "low", "high", "wording")
SOURCES = ("source", "claims", "bias", "bias_low", "bias_high", "precision")


def weigh_file(claims: str, out: str, sources: str | None) -> list[str]:
    """Weigh the table in `claims` into `out` (`-` is stdout), and say which rows were refused and why.

    Raises: UsageError, when the table lacks a column that it needs; OSError, when a file cannot be used.
    """
    found = estimate_table(read_table(claims))
    _write(out, _columns(found.rows, ("question", *OUT)), found.rows)
    if sources is not None:
        _write(sources, _columns(found.sources, SOURCES), found.sources)
    return [f"{claims}, row {r.row} ({r.question or 'no question'}): {r.reason}" for r in found.refused]


def read_table(name: str) -> list[dict[str, str]]:
    """Read the rows of a CSV file, by column; commas, semicolons or tabs, whichever its header has most of.

    Raises: UsageError, when a column that is needed is missing, or the file is not UTF-8.
    """
    with click.open_file(name, "rb") as given:
        raw: bytes = given.read()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise UsageError(f"{name} is not UTF-8 at byte {e.start}", do="Save it as CSV UTF-8") from e
    header = text.partition("\n")[0]
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count))
    columns = table.fieldnames or ()
    for column in NEEDED:
        if column not in columns:
            raise UsageError(f"{name} has no column {column}", do="Name the columns question, source and value in its first row")
    if not set(FIGURES) & set(columns):
        raise UsageError(f"{name} has no figures", do=f"Name one of the columns {', '.join(FIGURES)} in its first row")
    return list(table)


def _columns(rows: Iterable[dict[str, Any]], first: Sequence[str]) -> list[str]:
    """The columns of the contract, then further ones in the order in which they first appear."""
    columns = dict.fromkeys(first)
    for row in rows:
        columns |= dict.fromkeys(row)
    return list(columns)


def _write(name: str, columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> None:
    if name == "-":
        text = io.StringIO(newline="")
        _rows(csv.DictWriter(text, columns, lineterminator="\n"), rows)
        click.echo(text.getvalue(), nl=False)
        return
    with whole(Path(name)) as out:
        _rows(csv.DictWriter(out, columns, lineterminator="\n"), rows)


def _rows(table: "csv.DictWriter[str]", rows: Iterable[dict[str, Any]]) -> None:
    table.writeheader()
    table.writerows(rows)
