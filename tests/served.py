"""A ledger to be served: the demonstration's twelve fictional reports, worked through once, copied for each test."""

import shutil
from pathlib import Path

import pytest

import sayso
import sayso.demo


@pytest.fixture(scope="session")
def made_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's ledger, worked through once; never to be written to."""
    path = tmp_path_factory.mktemp("served") / "demo.sayso"
    with sayso.open(path) as desk:
        desk.add(sayso.files(str(sayso.demo.path())))
        desk.run()
    return path


@pytest.fixture
def ledger(made_ledger: Path, tmp_path: Path) -> Path:
    """A ledger of one's own."""
    return Path(shutil.copy(made_ledger, tmp_path / "demo.sayso"))
