"""An export under switches of weighing is what `show` and the page say under them, and says so; what is stored stays."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso.desk import Desk, settings
from sayso.exports import SHAPES
from sayso.weighing.settings import Settings
from tests.cli.test_commands import sayso as run
from tests.served import ledger, made_ledger

__all__ = ["ledger", "made_ledger"]

SWITCHED = (
    settings(policy="acled"),
    settings(count_copies=True),
    settings(drop_parties=True),
    settings(as_of="2031-03-15"),
    settings(as_of="2031-03-16", policy="ibc"),
)


@pytest.fixture
def desk(ledger: Path) -> Iterator[Desk]:
    """A desk on the demonstration."""
    with sayso.open(ledger) as held:
        yield held


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("switched", SWITCHED)
def test_the_figures_are_those_that_why_gives_under_the_same_switches(desk: Desk, switched: Settings, tmp_path: Path) -> None:
    before = desk.ledger.digest()
    desk.export("jsonl", tmp_path, settings=switched)
    written = {(r["event"], r["outcome"]): r["best"] for r in _rows(tmp_path / "estimates.jsonl")}
    known = desk.events(as_of=switched.as_of)
    assert written == {(e.id, f.outcome): f.best for e in known for f in desk.why(e, switched).estimates}
    assert [r["id"] for r in _rows(tmp_path / "events.jsonl")] == sorted(e.id for e in known)
    assert desk.ledger.digest() == before


def test_as_of_a_day_nothing_that_was_published_later_is_written(desk: Desk, tmp_path: Path) -> None:
    desk.export("jsonl", tmp_path, settings=settings(as_of="2031-03-15"))
    documents = {r["id"]: r["published"] for r in _rows(tmp_path / "documents.jsonl")}
    assert max(documents.values())[:10] == "2031-03-15"
    assert {r["document"] for r in _rows(tmp_path / "claims.jsonl")} <= set(documents)
    assert {d["id"] for r in _rows(tmp_path / "lines.jsonl") for d in r["documents"]} <= set(documents)
    assert {d for r in _rows(tmp_path / "events.jsonl") for d in r["documents"]} <= set(documents)


def test_the_report_says_which_switches_are_on(desk: Desk, tmp_path: Path) -> None:
    (plain,) = desk.export("report", tmp_path / "plain")
    (path,) = desk.export("report", tmp_path / "switched", settings=settings(policy="ucdp", drop_parties=True))
    told = path.read_text(encoding="utf-8")
    method = told[told.index('id="method"') :]
    assert "UCDP&#39;s rule: the least, best and greatest figure of reliable sources." in method
    assert "What the sides of the fight say left out." in method
    assert "differ from those that are stored" not in plain.read_text(encoding="utf-8")


@pytest.mark.parametrize("shape", SHAPES)
def test_the_command_writes_every_shape_under_switches(shape: str, ledger: Path, tmp_path: Path) -> None:
    done = run(
        "export",
        ledger,
        "--to",
        shape,
        tmp_path,
        "--policy",
        "acled",
        "--as-of",
        "2031-03-15",
        "--count-copies",
        "--drop-parties",
    )
    assert done.exit_code == 0, done.stderr
    assert any(Path(p).stat().st_size for p in done.stdout.splitlines())
