"""Exports are whole files, the same bytes for the same case, safe to open in a spreadsheet."""

import csv
import json
from pathlib import Path

import pytest

from sayso.exports import case, extract, write_csv, write_jsonl
from sayso.exports.files import whole
from tests.exports.case_of_two import CLAIMS, EVENT, FIRST, KILLED, LINE, SECOND, small_case


def test_the_order_of_giving_changes_no_byte(tmp_path: Path) -> None:
    other = case((SECOND, FIRST), CLAIMS[::-1], (EVENT,), (LINE,), (KILLED,))
    for write in (write_jsonl, write_csv):
        one = [p.read_bytes() for p in write(extract(small_case()), tmp_path / "one")]
        two = [p.read_bytes() for p in write(extract(other), tmp_path / "two")]
        assert one == two


def test_json_lines_are_the_six_files_of_the_contract_and_the_corrections(tmp_path: Path) -> None:
    paths = write_jsonl(extract(small_case()), tmp_path)
    names = ("documents", "claims", "events", "estimates", "sources", "lines", "corrections")
    assert [p.name for p in paths] == [f"{n}.jsonl" for n in names]
    assert json.loads((tmp_path / "events.jsonl").read_text())["estimates"]["killed"]["best"] == 17


def test_a_spreadsheet_runs_no_formula_from_a_text(tmp_path: Path) -> None:
    write_csv(extract(small_case()), tmp_path)
    with (tmp_path / "documents.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    assert rows[0]["title"] == "'=Pier hit"
    assert rows[0]["id"] == "pier-1"


def test_an_unknown_figure_is_an_empty_cell(tmp_path: Path) -> None:
    write_csv(extract(small_case()), tmp_path)
    with (tmp_path / "estimates.csv").open(encoding="utf-8-sig", newline="") as table:
        (row,) = csv.DictReader(table)
    assert (row["low90"], row["best"], row["high90"], row["low50"]) == ("14", "17", "23", "")


def test_a_line_is_one_row_a_document(tmp_path: Path) -> None:
    write_csv(extract(small_case()), tmp_path)
    with (tmp_path / "lines.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = [(r["document"], r["how"], r["of"], r["killed_best"]) for r in csv.DictReader(table)]
    assert rows == [("pier-1", "origin", "", "17"), ("pier-2", "verbatim", "pier-1", "17")]


def test_a_file_that_fails_half_way_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old")

    def fail() -> None:
        with whole(path) as out:
            out.write("new")
            raise KeyError(path)

    with pytest.raises(KeyError):
        fail()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
