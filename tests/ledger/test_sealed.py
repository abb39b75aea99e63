"""What was derived and then changed by hand is found, named, and made anew by the next run."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import sayso.desk
from sayso.errors import LedgerError
from tests.a_case import read_ledger


def made(path: Path) -> Path:
    """Make a ledger that has been run."""
    with sayso.desk.open(read_ledger(path)) as desk:
        desk.run()
    return path


def by_hand(path: Path, sql: str) -> None:
    """Change a ledger behind the program's back."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE estimates SET best = 3, low = 3 WHERE outcome = 'killed'",
        "UPDATE estimates SET low = 900 WHERE outcome = 'killed'",
        "UPDATE lines SET origin = 'nobody'",
        "UPDATE events SET title = 'Something else'",
        "DELETE FROM estimates WHERE outcome = 'killed'",
        "UPDATE found_sources SET party = 'nowhere'",
        "UPDATE identities SET source = 's-1'",
        "INSERT INTO links (a, b, score, features) VALUES ('c-1', 'c-2', 0.5, '[]')",
    ],
)
def test_what_was_changed_by_hand_is_found_and_a_run_makes_it_anew(tmp_path: Path, sql: str) -> None:
    path = made(tmp_path / "case.sayso")
    with sayso.desk.open(path) as desk:
        before = desk.ledger.digest()
    by_hand(path, sql)
    with sayso.desk.open(path) as desk:
        assert desk.verify()
        desk.run()
        assert desk.verify() == ()
        assert desk.ledger.digest() == before


def test_a_changed_claim_is_named_by_its_id(tmp_path: Path) -> None:
    path = made(tmp_path / "case.sayso")
    with sayso.desk.open(path) as desk:
        claim = next(iter(desk.ledger.claims()))
    by_hand(path, f"UPDATE claims SET quote = 'nobody' WHERE id = '{claim.id}'")  # noqa: S608  an id of our own
    with sayso.desk.open(path) as desk:
        assert claim.id in {f.id for f in desk.verify()}


def test_a_claim_taken_away_shows_in_the_reading_of_its_document(tmp_path: Path) -> None:
    path = made(tmp_path / "case.sayso")
    with sayso.desk.open(path) as desk:
        claim = next(iter(desk.ledger.claims()))
    by_hand(path, f"DELETE FROM claims WHERE id = '{claim.id}'")  # noqa: S608  an id of our own
    with sayso.desk.open(path) as desk:
        assert [f.id for f in desk.verify()] == [claim.document]


def test_a_broken_estimate_is_named_and_says_what_to_do(tmp_path: Path) -> None:
    path = made(tmp_path / "case.sayso")
    by_hand(path, "UPDATE estimates SET low = 900 WHERE outcome = 'killed'")
    with sayso.desk.open(path) as desk:
        (event,) = desk.events()
        with pytest.raises(LedgerError, match=f"{event.id} killed"):
            desk.estimate(event, "killed")


def test_a_document_whose_claim_was_changed_is_read_anew(tmp_path: Path) -> None:
    path = made(tmp_path / "case.sayso")
    by_hand(path, "UPDATE claims SET quote = 'nobody'")
    with sayso.desk.open(path) as desk:
        assert desk.ledger.mend() > 0
        assert desk.contents().unread == 3
