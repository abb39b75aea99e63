"""The demonstration shows on one page, in fiction, how few origins stand behind many reports."""

import json
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import sayso.demo
import sayso.desk
from sayso.cli import cli
from tests.a_case import DOCUMENTS


def run(*words: str | Path) -> Result:
    """Give what a command did."""
    return CliRunner(env={"NO_COLOR": "1", "COLUMNS": "100"}).invoke(cli, [str(w) for w in words])


def test_the_demonstration_twice_in_a_row_says_the_same(tmp_path: Path) -> None:
    first, second = (run("demo", tmp_path / "demo.sayso") for _ in range(2))
    assert first.exit_code == second.exit_code == 0
    assert first.stdout == second.stdout
    assert "FICTIONAL" in first.stderr


def test_ten_reports_of_one_strike_stand_on_fewer_lines(tmp_path: Path) -> None:
    run("demo", tmp_path / "demo.sayso")
    strike = json.loads(run("show", tmp_path / "demo.sayso", "--json").stdout.splitlines()[0])
    assert len(strike["documents"]) >= 8
    assert 1 < strike["estimates"]["killed"]["lines"] < 6
    assert 14 <= strike["estimates"]["killed"]["best"] <= 23


def test_without_a_ledger_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    done = run("demo")
    assert done.exit_code == 0
    assert "sayso demo demo.sayso" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_fiction_is_kept_apart_from_other_reports(tmp_path: Path) -> None:
    path = tmp_path / "mine.sayso"
    with sayso.desk.open(path) as desk:
        desk.add(DOCUMENTS)
    done = run("demo", path)
    assert done.exit_code == 2
    assert "other reports" in done.stderr


def test_every_report_of_the_demonstration_says_that_it_is_fiction() -> None:
    rows = [json.loads(line) for line in sayso.demo.path().read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 12
    for row in rows:
        assert "fictional" in row["outlet"]
        assert row["text"].startswith("[Fictional report]")
        assert row["published"] >= "2031"
