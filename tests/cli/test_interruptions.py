"""What was acknowledged is kept: a killed run goes on where it stopped, and closed pipes and Ctrl-C leave no traceback."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

import sayso.demo
import sayso.desk
from sayso.cli import cli, paper
from sayso.ingest.take import files

READ_BY_TWO = """
import sys
import sayso.desk

def tell(verb, done, total):
    print(verb, done, flush=True)

with sayso.desk.open(sys.argv[1]) as desk:
    desk.read(batch=2, progress=tell)
"""


def start(*words: str | Path) -> subprocess.Popen[str]:
    """Start Python with these words, its output on a pipe."""
    command = [sys.executable, *map(str, words)]
    environment = {**os.environ, "NO_COLOR": "1"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)  # noqa: S603


def given(path: Path) -> Path:
    """Make a ledger of the fictional case, unread."""
    with sayso.desk.open(path) as desk:
        desk.add(files(sayso.demo.path()))
    return path


def exported(path: Path, folder: Path, processes: int = 1) -> list[bytes]:
    """Run a ledger to its end and give the bytes of its export."""
    with sayso.desk.open(path) as desk:
        desk.run(processes=processes)
        return [p.read_bytes() for p in desk.export("jsonl", folder)]


def test_a_run_killed_after_its_first_batch_ends_as_one_that_was_not(tmp_path: Path) -> None:
    path = given(tmp_path / "killed.sayso")
    with start("-c", READ_BY_TWO, path) as process:
        assert process.stdout is not None
        told = [process.stdout.readline(), process.stdout.readline()]
        process.send_signal(signal.SIGKILL)
    assert told[0] == "read 0\n"
    assert told[1] in ("read 1\n", "read 2\n")  # a batch ends after two seconds, and a slow machine reads one in that time
    with sayso.desk.open(path) as desk:
        assert 0 < desk.contents().unread < 12
    assert exported(path, tmp_path / "killed") == exported(given(tmp_path / "clean.sayso"), tmp_path / "clean")


def test_two_processes_give_the_same_bytes_as_one(tmp_path: Path) -> None:
    one = exported(given(tmp_path / "one.sayso"), tmp_path / "one")
    two = exported(given(tmp_path / "two.sayso"), tmp_path / "two", processes=2)
    assert one == two


def test_a_reader_that_goes_away_leaves_no_traceback(tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    lines.write_bytes(sayso.demo.path().read_bytes() * 200)
    with start("-m", "sayso", "annotate", "--layer", "times", lines) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        words = process.stderr.read()
    assert words == ""


def test_ctrl_c_ends_with_one_clean_message(tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    lines.write_bytes(sayso.demo.path().read_bytes() * 2000)
    with start("-m", "sayso", "annotate", "--layer", "times", lines) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        words = process.stderr.read()
    assert process.returncode == 130
    assert words.startswith("sayso: Stopped.")
    assert "Traceback" not in words


def test_a_run_that_is_stopped_says_how_many_documents_are_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def impatient() -> Iterator[paper.Progress]:
        def stop(_verb: str, done: int, _total: int | None) -> None:
            if done:
                raise KeyboardInterrupt

        yield stop

    path = given(tmp_path / "stopped.sayso")
    monkeypatch.setattr(paper, "progress", impatient)
    done = CliRunner().invoke(cli, ["run", str(path)])
    told = re.search(r"Stopped: (\d+) of 12 documents read and stored\.", done.stderr)
    assert done.exit_code == 130
    assert told is not None
    with sayso.desk.open(path) as desk:
        assert desk.contents().unread == 12 - int(told[1])
