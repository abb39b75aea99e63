"""The made-up ledger is the same each time, sound, and its pages can be measured; no test is timed."""

from pathlib import Path

import pytest

from bench.browse import SEEN, TURNED, browse
from bench.large import make
from bench.task import pages
from sayso.ledger import Asked, Ledger
from sayso.model import Claim, Document, Event


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of 120 claims in 20 events."""
    path = tmp_path_factory.mktemp("large") / "made.sayso"
    make(path, claims=120, events=20)
    return path


def test_it_has_as_many_claims_and_events_as_were_asked_for(made: Path) -> None:
    with Ledger.open(made) as ledger:
        assert (ledger.count(Claim), ledger.count(Event), ledger.count_listed()) == (120, 20, 20)
        assert list(ledger.verify()) == []


def test_each_claim_stands_in_its_report(made: Path) -> None:
    with Ledger.open(made) as ledger:
        for claim in ledger.claims():
            text = ledger.get(Document, claim.document).text
            assert text[claim.span[0] : claim.span[1]] == claim.quote


def test_the_same_is_made_each_time(made: Path, tmp_path: Path) -> None:
    make(tmp_path / "again.sayso", claims=120, events=20)
    with Ledger.open(made) as one, Ledger.open(tmp_path / "again.sayso") as other:
        assert one.digest() == other.digest()
        assert one.listed_digest() == other.listed_digest()


def test_its_pages_are_measured(made: Path) -> None:
    with Ledger.open(made) as ledger:
        assert ledger.find_events(Asked(words="dispatch"))
    found = pages(str(made))
    assert (
        min(
            found["events median"],
            found["events weight"],
            found["events, filtered worst"],
            found["event, as of a day first"],
            found["peak"],
        )
        > 0
    )


def test_its_pages_are_looked_at_in_a_browser(made: Path) -> None:
    found = browse(str(made), times=1)
    if not found:
        pytest.skip("no chromium here: install Debian's, or name one in SAYSO_CHROMIUM")
    assert {f"{name} median" for name in (*SEEN, *TURNED)} <= set(found)
    assert min(found.values()) > 0
