"""How does an extract become one workbook for a spreadsheet? A sheet a noun and one on the method, written row by row.

Every text is written as text, so that none becomes a formula, and what is unknown stays empty.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.exports.extract import Extract
from sayso.exports.files import ready
from sayso.exports.method import method
from sayso.exports.tables import Table, tables

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

ORDER = ("events", "estimates", "claims", "lines", "sources", "documents", "corrections")
"""The sheets of nouns in the order in which people ask for them."""
ROWS, CHARACTERS = 1_048_575, 32_767
"""Rows below the head, and characters of a cell, that a sheet holds. **Source:** ECMA-376; Excel specifications and limits."""
LINKS = 65_530
"""Links that a sheet holds. **Source:** Excel specifications and limits."""
WIDTHS = {
    "title": 44, "said_by": 44, "quote": 60, "origin": 32, "evidence": 48, "flags": 48, "documents": 32, "main": 24, "claims": 9,
    "about": 48, "told": 48, "withdrawn": 24,
    "value": 40, "note": 40, "url": 40, "topic": 24, "text": 110, "name": 32, "aliases": 32, "speaker": 28,
    "published": 21, "at": 21, "outlet": 24, "byline": 24, "place": 22, "place_name": 22, "group": 24, "digest": 21, "id": 21,
    "event": 21, "document": 24, "part_of": 21, "revises": 21, "of": 21, "cause": 30, "stated": 12,
}  # fmt: skip
"""Columns wider than the others, in characters. Source: set by hand."""
WIDTH = 11
_MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""When each file says it was made, as its parts do, so that the same ledger gives the same bytes."""
_FIRST_DAY = date(1900, 3, 1)
"""The first day that every spreadsheet counts alike. **Source:** Excel's 1900 date system has a 29 February 1900."""


def write_xlsx(given: Extract, folder: Path) -> tuple[Path, ...]:
    """Write events, estimates, claims, lines, sources, documents, corrections and the method into `folder` as one workbook.

    Sheets of more rows than a spreadsheet holds go on in a second one.

    Raises: OSError, when the folder cannot be written.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415  not every export needs it

    from sayso.exports.cells import Cells  # noqa: PLC0415  the same

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{given.about.stem}.xlsx"
    with ready(path) as part:
        book = Workbook(str(part), {"constant_memory": True, "strings_to_numbers": False, "strings_to_urls": False})
        book.worksheet_class = Cells
        book.set_properties({"title": f"Sayso: {given.about.ledger}", "created": _MADE})
        found = {table.name: table for table in tables(given)}
        events: dict[str, int] = {}
        for name in ORDER:
            _Sheets(book, found[name], events).write()
        rows = ({"topic": topic, "text": text} for topic, text in method(given.about))
        _Sheets(book, Table(name="method", columns=("topic", "text"), rows=rows), {}).write()
        book.close()
    return (path,)


class _Sheets:
    """One table on one sheet or, where it is longer than a sheet, on several; `events` are the rows of events, for links."""

    def __init__(self, book: "Workbook", table: Table, events: dict[str, int]) -> None:
        self._table, self._events, self._book = table, events, book
        self._formats = {
            "head": book.add_format({"bold": True, "bottom": 1, "bg_color": "#F0EEE8", "valign": "top"}),
            "day": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
            "text": book.add_format({"valign": "top"}),
            "long": book.add_format({"valign": "top", "text_wrap": True}),
            "link": book.add_format({"valign": "top", "font_color": "#1F5F8B", "underline": 1}),
        }
        self._links = 0

    def write(self) -> None:
        """Write the head and the rows."""
        sheet, at, number = self._sheet(1), 0, 1
        for row in self._table.rows:
            if at == ROWS:
                number += 1
                sheet, at = self._sheet(number), 0
            at += 1
            if self._table.name == "events" and number == 1:
                self._events[row["id"]] = at
            self._row(sheet, at, row)

    def _sheet(self, number: int) -> "Worksheet":
        columns, self._links = self._table.columns, 0
        sheet = self._book.add_worksheet(self._table.name if number == 1 else f"{self._table.name} {number}")
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        for at, name in enumerate(columns):
            sheet.set_column(at, at, WIDTHS.get(name, WIDTH))
            sheet.write_string(0, at, name.replace("_", " "), self._formats["head"])
        return sheet

    def _row(self, sheet: "Worksheet", at: int, row: Mapping[str, Any]) -> None:
        for column, value in self._cells(row):
            name = self._table.columns[column]
            if isinstance(value, bool):
                sheet.write_string(at, column, "yes" if value else "no", self._formats["text"])
            elif isinstance(value, int | float):
                sheet.write_number(at, column, value, self._formats["text"])
            elif isinstance(value, date):
                sheet.write_datetime(at, column, datetime(value.year, value.month, value.day), self._formats["day"])  # noqa: DTZ001
            elif name == "event" and value in self._events and self._links < LINKS:
                self._links += 1
                sheet.write_url(at, column, f"internal:'events'!A{self._events[value] + 1}", self._formats["link"], value)
            else:
                sheet.write_string(at, column, value, self._formats["long" if name == "text" else "text"])

    def _cells(self, row: Mapping[str, Any]) -> Iterator[tuple[int, Any]]:
        """The columns that are known, each with a value that a cell can hold."""
        for at, name in enumerate(self._table.columns):
            value = row.get(name)
            if value is None or value == "":
                continue
            if isinstance(value, bool | int | float) or (isinstance(value, date) and value >= _FIRST_DAY):
                yield at, value
            else:
                text = str(value)
                yield at, text if len(text) <= CHARACTERS else text[: CHARACTERS - 1] + "…"
