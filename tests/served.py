"""Ledgers to be served: the demonstration's twelve fictional reports, worked through once, copied for each test; one event."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

import sayso
import sayso.demo
from sayso import runs
from sayso.model import Claim, Document, Estimate, Event, Line, Reading, When
from sayso.weighing.weigh import weigh


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


def one_event(path: Path, documents: Sequence[Document], claims: Sequence[Claim], lines: Sequence[Line], when: When) -> Path:
    """Make a ledger of one event, `e-1`, that all these claims are about; weighed, without a run."""
    keys = tuple(d.id for d in documents)
    event = Event(id="e-1", title="Orsel: killed", claims=tuple(c.id for c in claims), documents=keys, main=keys, when=when)
    with sayso.open(path) as desk:
        desk.add(documents)
        desk.ledger.put_readings([Reading(document=c.document, claims=(c,)) for c in claims], runs.current("all"))
        desk.ledger.replace(Event, [event])
        desk.ledger.replace(Line, lines)
        desk.ledger.replace(Estimate, weigh([event], lines, claims))
    return path
