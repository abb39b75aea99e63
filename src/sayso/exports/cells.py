"""How is a cell of a workbook written? Byte for byte as xlsxwriter writes it, but in one piece: a big ledger has millions.

A text that looks like a run of rich text is a text all the same; xlsxwriter would let a report's markup through.
"""

import re
from functools import cache
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

_ODD = re.compile(r'["&<>\n\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_|^\s|\s$')
"""What a text has that cannot stand in a cell as it is."""
_EDGE = re.compile(r"^\s|\s$")


class Cells(Worksheet):  # type: ignore[misc]  # a package without types
    """A sheet whose texts, numbers and days are written quickly."""

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        """Write one cell, which has a format; of any other sort of cell as ever."""
        kind = type(cell).__name__
        if cell.format is None or kind not in ("String", "Number", "Datetime"):
            super()._write_cell(row, col, cell)
            return
        at = f'r="{_letters(col)}{row + 1}" s="{cell.format._get_xf_index()}"'  # noqa: SLF001  what the sheet itself asks
        if kind != "String":
            self.fh.write(f"<c {at}><v>{cell.number:.16G}</v></c>")
            return
        text, kept = cell.string, ""
        if _ODD.search(text):
            text = self._escape_control_characters(text)
            kept = ' xml:space="preserve"' if _EDGE.search(text) else ""
            text = self._escape_data(text)
        self.fh.write(f'<c {at} t="inlineStr"><is><t{kept}>{text}</t></is></c>')


@cache
def _letters(col: int) -> str:
    """The letters of a column."""
    return str(xl_col_to_name(col))
