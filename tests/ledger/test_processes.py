"""Several processes use one ledger, and one of them may be killed: nothing that was acknowledged is lost."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.model import Document

ADDS = """
import sys
from sayso.ledger import Ledger
from sayso.schema import make_document

path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with Ledger.open(path) as ledger:
    for n in range(count):
        document = make_document(text=f"{name} {n}: shells fell.", name=f"{name} {n}")
        ledger.add(document, origin=name, at="2031-05-01T06:00:00Z", raw=document.text.encode())
        print(document.id, flush=True)
"""


def _adding(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", ADDS, str(path), name, str(count)]
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path))
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, env=environment)  # noqa: S603  our own script


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
@pytest.mark.parametrize("after", [1, 7, 40])
def test_a_kill_at_any_moment_loses_nothing_acknowledged(tmp_path: Path, after: int) -> None:
    with _adding(tmp_path / "mill.sayso", "mill", 1_000_000) as adding:
        assert adding.stdout is not None
        acknowledged = [adding.stdout.readline().strip() for _ in range(after)]
        adding.kill()
        acknowledged += adding.stdout.read().split()
    with Ledger.open(tmp_path / "mill.sayso") as ledger:
        kept = {d.id for d in ledger.documents()}
        assert {a for a in acknowledged if len(a) == len(acknowledged[0])} <= kept
        assert list(ledger.verify()) == []


def test_two_processes_make_and_write_one_ledger_at_once(tmp_path: Path) -> None:
    both = [_adding(tmp_path / "mill.sayso", name, 60) for name in ("ana", "ben")]
    told = [adding.communicate()[0].split() for adding in both]
    with Ledger.open(tmp_path / "mill.sayso") as ledger:
        assert sorted(told[0] + told[1]) == [d.id for d in ledger.documents()]
        assert [adding.returncode for adding in both] == [0, 0]
        assert list(ledger.verify()) == []


def test_reading_goes_on_while_another_writes(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "mill.sayso") as reader, Ledger.open(tmp_path / "mill.sayso") as writer, writer.batch():
        assert reader.count(Document) == 0


def test_a_writer_that_keeps_the_ledger_too_long_is_told_of(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "mill.sayso").close()
    other = sqlite3.connect(tmp_path / "mill.sayso", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with (
        Ledger.open(tmp_path / "mill.sayso", patience=0.05) as ledger,
        pytest.raises(LedgerError, match="written by another process"),
        ledger.batch(),
    ):
        pass
    other.execute("ROLLBACK")
    other.close()
