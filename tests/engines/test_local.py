"""What is particular to the engine of this machine."""

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
