"""How do tables become CSV files? One file a table, safe to open in a spreadsheet."""

import csv
from pathlib import Path
from typing import Any

from sayso.exports.extract import Extract
from sayso.exports.files import whole
from sayso.exports.tables import Table, tables


def write_csv(given: Extract, folder: Path) -> tuple[Path, ...]:
    """Write documents, claims, events, estimates, sources, lines and corrections into `folder`, and say which files.

    UTF-8 with the mark that spreadsheets look for; an empty cell is unknown or open. Text that a spreadsheet would run as a
    formula gets a leading apostrophe. **Source:** OWASP, CSV injection.

    Raises: OSError, when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_write(folder / f"{table.name}.csv", table) for table in tables(given))


def _write(path: Path, table: Table) -> Path:
    with whole(path, "utf-8-sig") as out:
        to = csv.writer(out)
        to.writerow(table.columns)
        to.writerows([_cell(row.get(c)) for c in table.columns] for row in table.rows)
    return path


def _cell(value: Any) -> Any:
    """A value as a cell: unknown is empty, text never starts a formula."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value
