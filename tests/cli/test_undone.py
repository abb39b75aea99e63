"""`sayso show` says what a run would do for the reports of a ledger."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from sayso import open as sayso_open
from tests.a_case import read_ledger
from tests.cli.test_commands import ROW, as_lines, sayso


def test_show_of_a_ledger_of_another_version_says_what_is_kept_and_what_to_do(tmp_path: Path) -> None:
    path = read_ledger(tmp_path / "case.sayso")
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("ALTER TABLE events ADD COLUMN colour TEXT")
        db.execute("UPDATE stamps SET digest = 'older' WHERE stage = 'shape'")
    shown = sayso("show", path)
    assert shown.exit_code == 0
    assert "another version of Sayso" in shown.stderr
    assert f"Run `sayso run {path}`" in shown.stderr
    sayso("run", path)
    assert "Run `sayso run" not in sayso("show", path).stderr


def test_show_tells_of_reports_that_are_not_read_yet(tmp_path: Path) -> None:
    path = tmp_path / "new.sayso"
    sayso("add", path, "-", given=as_lines(ROW))
    assert "1 report waits to be read" in sayso("show", path).stderr
    sayso("run", path)
    sayso("add", path, "-", given=as_lines({**ROW, "id": "a-2", "text": "Four people were killed in Orlan."}))
    shown = sayso("show", path, "--json")
    assert "1 report of 2 is not read yet" in shown.stderr
    assert len([json.loads(line) for line in shown.stdout.splitlines()]) == 1


def test_show_of_an_empty_ledger_says_how_to_add(tmp_path: Path) -> None:
    with sayso_open(tmp_path / "new.sayso"):
        pass
    assert "No reports yet" in sayso("show", tmp_path / "new.sayso").stderr
