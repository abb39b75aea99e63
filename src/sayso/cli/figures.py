"""How does a table of figures come in, and how do its estimates go out? As CSV, with the columns of the contract."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.errors import UsageError
from sayso.exports.files import whole
from sayso.packs import table
from sayso.reading.quantities import quantities
from sayso.weighing.tables import OUT, TableEstimates, estimate_table

if TYPE_CHECKING:
    from sayso.reading.quantities.quantities import Figure

NEEDED = ("question", "source")
FIGURES = ("value", "low", "high", "wording")
SOURCES = ("source", "claims", "bias", "bias_low", "bias_high", "precision")


def weigh_file(claims: str, out: str, sources: str | None) -> list[str]:
    """Weigh the table in `claims` into `out` (`-` is stdout), and say which rows were refused and why.

    Raises: UsageError, when the table lacks a column that it needs; OSError, when a file cannot be used.
    """
    rows = read_table(claims)
    if not rows:
        raise UsageError(f"{claims} has no rows", do="Give one figure a row, below the row of column names")
    found = estimate_table(map(plain, rows))
    _write(out, _columns(found.rows, ("question", *OUT)), found.rows)
    if sources is not None:
        _write(sources, _columns(found.sources, SOURCES), [*found.sources, *_unmeasured(rows, found)])
    return [f"{claims}, row {r.row} ({r.question or 'no question'}): {r.reason}" for r in found.refused]


def plain(row: Mapping[str, str]) -> dict[str, str]:
    """Give a row with its figures in digits: "1,200", "six", "up to 20", "10-15" and "dozens" are read as in a report."""
    out = dict(row)
    if out.get("wording"):
        out["wording"] = _canonical(out["wording"])
    for column in ("low", "high"):
        figure = _read(out.get(column))
        if figure is not None and figure.low == figure.best == figure.high and figure.best is not None:
            out[column] = str(figure.best)
    figure = _read(out.get("value"))
    if figure is None:
        return out
    if figure.low == figure.best == figure.high and figure.best is not None:
        return out | {"value": str(figure.best)}
    if (figure.wording in _vague() and not out.get("wording")) or (figure.best is None and None not in (figure.low, figure.high)):
        bounds = {} if figure.wording in _vague() else {"low": str(figure.low), "high": str(figure.high)}
        return out | {"value": "", "wording": figure.wording, **bounds}
    if len(figure.stated) == 1:
        return out | {"value": str(figure.stated[0]), "wording": out.get("wording") or figure.wording}
    return out


def _read(cell: str | None) -> "Figure | None":
    """The figure in words that fill a cell; None for digits and what is no figure."""
    words = (cell or "").strip()
    try:
        float(words)
    except ValueError:
        found = quantities.find(words)
    else:
        return None
    if len(found) != 1 or found[0].kind != "count" or found[0].span != (0, len(words)):
        return None
    return found[0]


def _canonical(wording: str) -> str:
    """A wording that reading knows by the word under which it knows it: "in excess of" is "more than"."""
    key, numbers = " ".join(wording.lower().split()), table("numbers")
    if key.removesuffix(" of") in _vague():
        return key
    for place in ("before", "after", "signs"):
        for name, words in numbers[place].items():
            if key in words:
                return str(name)
    return key


def _vague() -> Mapping[str, object]:
    known: Mapping[str, object] = table("weighing")["vague"]
    return known


def _unmeasured(rows: Iterable[Mapping[str, str]], found: TableEstimates) -> list[dict[str, Any]]:
    """The sources that gave bounds alone: they are counted, and nothing was measured of them."""
    known, refused = {row["source"] for row in found.sources}, {r.row for r in found.refused}
    used = ((row.get("source") or "").strip() for n, row in enumerate(rows, 1) if n not in refused)
    counts = Counter(source for source in used if source not in known)
    return [{"source": source, "claims": counts[source]} for source in sorted(counts)]


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
    lines = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count))
    columns = lines.fieldnames or ()
    for column in NEEDED:
        if column not in columns:
            raise UsageError(f"{name} has no column {column}", do="Name the columns question, source and value in its first row")
    if not set(FIGURES) & set(columns):
        raise UsageError(f"{name} has no figures", do=f"Name one of the columns {', '.join(FIGURES)} in its first row")
    return list(lines)


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
