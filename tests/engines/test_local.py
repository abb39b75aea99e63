"""What is particular to the engine of this machine."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.engines import Local
from sayso.errors import EngineError, UsageError


def _same(n: int) -> int:
    return n


def _no_model() -> None:
    what = "The model is not there"
    raise EngineError(what, do="Install it")


def test_no_process_cannot_work() -> None:
    with pytest.raises(UsageError, match="1 or more"):
        Local(0)


@pytest.mark.parametrize("processes", [1, 2])
def test_a_setup_that_fails_is_raised_as_it_is(processes: int) -> None:
    with pytest.raises(EngineError, match="Install it"):
        list(Local(processes).map(_same, [1, 2, 3], setup=_no_model))


def test_one_process_needs_nothing_picklable(tmp_path: Path) -> None:
    assert list(Local().map(lambda name: (tmp_path / name).name, ["a", "b"])) == ["a", "b"]


def test_an_abandoned_iterator_ends_its_workers() -> None:
    results = iter(Local(2, chunk=1).map(_same, range(1000)))
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]
    assert list(results) == []


ENDLESS = """
import itertools, sys
from sayso.engines import Local

def same(n):
    return n

if __name__ == "__main__":
    try:
        for n in Local(2, chunk=1).map(same, itertools.count()):
            print(n, flush=True)
    except KeyboardInterrupt:
        sys.exit(130)
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="this system has no process groups")
def test_ctrl_c_ends_the_parent_and_its_workers_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "endless.py").write_text(ENDLESS)
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path))
    with subprocess.Popen(  # noqa: S603  our own script
        [sys.executable, str(tmp_path / "endless.py")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
    ) as endless:
        assert endless.stdout is not None
        assert endless.stdout.readline() == "0\n"
        os.killpg(endless.pid, signal.SIGINT)
        _, told = endless.communicate(timeout=20)  # ends when no worker holds the pipes any more
    assert (endless.returncode, told) == (130, "")
