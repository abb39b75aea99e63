"""Two desks of one process and a second process: what is acknowledged is there for all of them."""

import subprocess
import sys
from pathlib import Path

from sayso.ledger import Ledger
from sayso.model import Review

SAYS = "import sys; from sayso.ledger import Ledger; l = Ledger.open(sys.argv[1]); print(len(l.standing())); l.close()"


def _standing_elsewhere(path: Path) -> int:
    done = subprocess.run([sys.executable, "-c", SAYS, str(path)], capture_output=True, text=True, check=True)  # noqa: S603  our own
    return int(done.stdout)


def _word(n: int) -> Review:
    return Review(id=f"r-{n}", target=f"claim:c-{n}", verdict="note", by="Ana", at=f"2031-03-0{n}T00:00:00+00:00", note="seen")


def test_a_second_desk_that_closes_takes_nobodys_locks(tmp_path: Path) -> None:
    path = tmp_path / "case.sayso"
    with Ledger.open(path) as held:
        held.review(_word(1))
        Ledger.open(path).close()  # as an export does beside the page
        assert _standing_elsewhere(path) == 1
        held.review(_word(2))
        assert _standing_elsewhere(path) == 2
    assert _standing_elsewhere(path) == 2
