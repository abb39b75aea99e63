"""The command line tells whom a figure counts."""

import json
from pathlib import Path

from click.testing import CliRunner

from sayso.cli import cli
from tests.a_battle import battle


def said(*words: str) -> str:
    """Give what a command prints."""
    done = CliRunner(env={"NO_COLOR": "1", "COLUMNS": "120"}).invoke(cli, words)
    assert done.exit_code == 0, done.output
    return " ".join(done.output.split())


def test_show_and_why_tell_the_sum_and_each_group(tmp_path: Path) -> None:
    path = str(battle(tmp_path / "battle.sayso"))
    assert "the sum of: soldiers of Kareli 62" in said("show", path)
    why = said("why", path, "1")
    assert "killed 112" in why
    assert "3 independent lines from 3 claims · for the weakest group, one line" in why
    assert "by group: soldiers of Tovia 45" in why
    assert "holds the figure of civilians alone" in why


def test_an_export_has_a_row_for_each_group(tmp_path: Path) -> None:
    path = str(battle(tmp_path / "battle.sayso"))
    said("export", path, "--to", "jsonl", str(tmp_path / "out"))
    rows = [json.loads(row) for row in (tmp_path / "out" / "estimates.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row.get("group"), row["best"]) for row in rows] == [
        (None, 112),
        ("soldiers of Kareli", 62),
        ("soldiers of Tovia", 45),
        ("civilians", 5),
    ]


def test_a_table_and_a_report_have_the_groups(tmp_path: Path) -> None:
    path = str(battle(tmp_path / "battle.sayso"))
    said("export", path, "--to", "csv", str(tmp_path / "out"))
    said("export", path, "--to", "report", str(tmp_path / "out"))
    assert ",soldiers of Kareli,62," in (tmp_path / "out" / "estimates.csv").read_text(encoding="utf-8")
    (report,) = (tmp_path / "out").glob("*.html")
    assert "<td>soldiers of Kareli</td><td><b>62" in report.read_text(encoding="utf-8")
