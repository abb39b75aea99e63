"""What vague words mean is a switch: another convention reads anew, and the command line offers those of the pack."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import sayso
from sayso import packs, runs
from sayso.cli import cli
from sayso.cli.frame import CONVENTIONS
from sayso.errors import UsageError
from sayso.schema import make_document

TEXT = "Dozens of border guards were killed near Lysk on Monday, the ministry of Orrin said."


def highest(path: Path, convention: str) -> list[int | None]:
    """Read a ledger by a convention and give the upper ends of its figures."""
    with sayso.open(path) as desk:
        desk.read(convention=convention)
        return [c.quantity.high for c in desk.claims() if c.quantity is not None]


def test_the_command_line_offers_the_conventions_of_the_pack() -> None:
    assert sorted(CONVENTIONS) == sorted(packs.table("numbers")["vague"])


def test_another_convention_reads_every_document_anew(tmp_path: Path) -> None:
    path = tmp_path / "case.sayso"
    with sayso.open(path) as desk:
        desk.add([make_document(text=TEXT, name="lysk", published="2032-03-09")])
    assert highest(path, "default") == [None]
    assert highest(path, "airwars") == [24]
    assert highest(path, "survey") == [49]
    assert highest(path, "default") == [None]


def test_a_convention_makes_another_run_and_the_default_the_same() -> None:
    assert runs.current("all", convention="default") == runs.current("all")
    assert runs.current("all", convention="acled").id != runs.current("all").id


def test_an_unknown_convention_is_refused_before_any_reading(tmp_path: Path) -> None:
    with sayso.open(tmp_path / "case.sayso") as desk, pytest.raises(UsageError, match="nowhere"):
        desk.read(convention="nowhere")


@pytest.mark.parametrize(("convention", "low", "high"), [("default", 12, None), ("airwars", 12, 24), ("survey", 18, 49)])
def test_annotate_takes_a_convention(convention: str, low: int, high: int | None) -> None:
    row = json.dumps({"id": "lysk", "text": TEXT})
    done = CliRunner().invoke(cli, ["annotate", "--layer", "quantities", "--convention", convention], input=row)
    (quantity,) = json.loads(done.stdout)["quantities"]
    assert (quantity["low"], quantity["best"], quantity["high"]) == (low, None, high)
