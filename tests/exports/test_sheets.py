"""A workbook has a sheet a noun and the method, holds numbers as numbers, and runs nothing that a report says."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from sayso.exports import extract
from sayso.exports import sheets as writing
from sayso.exports.case import Case
from sayso.exports.cells import Cells
from sayso.exports.extract import Correction
from sayso.exports.sheets import write_xlsx
from tests.exports.case_of_two import small_case
from tests.exports.hostile import FORMULA, hostile_case

WORD = Correction(at="2031-06-01T10:00:00Z", by="Ana", verdict="reject", noun="claim", of="c-1", holds=False)


def book(path: Path) -> Any:
    """Give the workbook in a file."""
    return load_workbook(path)


def rows(sheet: Any) -> list[dict[str, Any]]:
    """Give the rows of a sheet by the names in its head."""
    head, *below = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in below]


def test_each_noun_has_a_sheet_and_so_has_the_method(tmp_path: Path) -> None:
    (path,) = write_xlsx(extract(small_case(), [WORD]), tmp_path)
    found = book(path)
    assert found.sheetnames == ["events", "estimates", "claims", "lines", "sources", "documents", "corrections", "method"]
    assert [(r["by"], r["of"], r["holds"]) for r in rows(found["corrections"])] == [("Ana", "c-1", "no")]
    assert any("Unknown is not zero" in str(r["text"]) for r in rows(found["method"]))


def test_numbers_are_numbers_days_are_days_and_the_unknown_is_empty(tmp_path: Path) -> None:
    (path,) = write_xlsx(extract(small_case()), tmp_path)
    (event,) = rows(book(path)["events"])
    assert (event["killed best"], event["first"], event["lat"], event["radius"]) == (17, datetime(2031, 5, 2), 1.5, None)  # noqa: DTZ001


def test_the_head_stays_in_sight(tmp_path: Path) -> None:
    (path,) = write_xlsx(extract(small_case()), tmp_path)
    assert {sheet.freeze_panes for sheet in book(path)} == {"B2"}


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    (path,) = write_xlsx(extract(hostile_case()), tmp_path)
    found = book(path)
    assert [r["title"] for r in rows(found["documents"])] == [FORMULA]
    assert {cell.data_type for sheet in found for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d", "inlineStr"}


def test_an_estimate_leads_to_its_event(tmp_path: Path) -> None:
    (path,) = write_xlsx(extract(small_case()), tmp_path)
    assert book(path)["estimates"]["A2"].hyperlink.location == "'events'!A2"


def test_the_same_case_is_the_same_bytes(tmp_path: Path) -> None:
    one, two = (write_xlsx(extract(small_case()), tmp_path / name)[0].read_bytes() for name in ("one", "two"))
    assert one == two


def test_what_is_longer_than_a_sheet_goes_on_in_a_second_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "ROWS", 1)
    (path,) = write_xlsx(extract(small_case()), tmp_path)
    found = book(path)
    assert [r["id"] for name in ("claims", "claims 2") for r in rows(found[name])] == ["c-1", "c-2"]


def test_a_text_longer_than_a_cell_is_cut_and_says_so(tmp_path: Path) -> None:
    (path,) = write_xlsx(
        extract(small_case(), [Correction(at="", by="Ana", verdict="note", noun="event", note="x" * 40_000)]), tmp_path
    )
    (row,) = rows(book(path)["corrections"])
    assert (len(row["note"]), row["note"][-1]) == (32_767, "…")


@pytest.mark.parametrize(
    "text", ["<r><t>17 killed</t></r>", " 17 & more ", "a_x0041_b", "17\x01\nkilled", "17 “killed” < 18", "18\ufffe", "=1+1"]
)
def test_a_cell_holds_the_text_that_it_is_given(text: str, tmp_path: Path) -> None:
    word = Correction(at="", by="Ana", verdict="note", noun="event", note=text)
    (path,) = write_xlsx(extract(small_case(), [word]), tmp_path)
    (row,) = rows(book(path)["corrections"])
    assert unescape(row["note"]) == text


@pytest.mark.parametrize("made", [small_case, hostile_case])
def test_cells_are_written_as_xlsxwriter_writes_them(
    made: Callable[[], Case], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ours,) = write_xlsx(extract(made(), [WORD]), tmp_path / "ours")
    monkeypatch.delattr(Cells, "_write_cell")
    (theirs,) = write_xlsx(extract(made(), [WORD]), tmp_path / "theirs")
    assert ours.read_bytes() == theirs.read_bytes()
