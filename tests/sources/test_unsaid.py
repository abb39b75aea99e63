"""What was said of a source can be taken back by itself, whatever was said before and since."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.desk import Desk
from sayso.errors import ChangedError, UnknownIdError, UsageError
from tests.a_case import read_ledger

NAME = "interior ministry"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Hold the desk of a ledger that has been run."""
    with sayso.open(read_ledger(tmp_path / "case.sayso")) as held:
        held.run()
        yield held


def last(desk: Desk) -> str:
    """Give the id of what was said last."""
    return desk.source_changes()[-1].id


def test_only_what_the_word_changed_goes_back(desk: Desk) -> None:
    before = desk.source(NAME)
    desk.set_source(NAME, by="Ada", kind="military", aliases=("home office",))
    word = last(desk)
    desk.set_source(NAME, by="Bo", party="orlan", aliases=("the interior",))
    told = desk.unsay(word, by="Cy").told
    now = desk.source(NAME)
    assert (now.kind, now.party) == (before.kind, "orlan")
    assert ("home office" in now.aliases, "the interior" in now.aliases) == (False, True)
    assert told == ("kind as found", "no longer also home office")


def test_a_word_that_was_taken_back_says_by_whom_and_taking_that_back_restores_it(desk: Desk) -> None:
    desk.set_source(NAME, by="Ada", kind="military")
    word = last(desk)
    back = desk.unsay(word, by="Bo")
    (first, second) = desk.source_changes()
    assert (first.withdrawn or "").startswith("Bo, ")
    assert (first.returns, second.returns) == (False, True)
    with pytest.raises(ChangedError, match="taken back already"):
        desk.unsay(word, by="Ada")
    desk.unsay(back.id, by="Ada")
    assert desk.source(NAME).kind == "military"


def test_a_word_of_which_a_later_one_says_otherwise_holds_no_more(desk: Desk) -> None:
    desk.set_source(NAME, by="Ada", kind="military")
    desk.set_source(NAME, by="Bo", kind="police")
    first, second = desk.source_changes()
    assert ((first.withdrawn or "")[:3], second.withdrawn) == ("Bo,", None)
    desk.unsay(second.id, by="Bo")
    assert desk.source(NAME).kind == "military"


def test_two_sources_that_were_made_one_are_two_again(desk: Desk) -> None:
    desk.set_source(NAME, by="Ada", same_as="2")
    assert NAME not in {s.name for s in desk.sources()}
    desk.unsay(last(desk), by="Ada")
    assert NAME in {s.name for s in desk.sources()}


def test_it_needs_a_name_and_a_word_that_is_there(desk: Desk) -> None:
    desk.set_source(NAME, by="Ada", kind="military")
    with pytest.raises(UsageError, match="Nobody says so"):
        desk.unsay(last(desk), by=" ")
    with pytest.raises(UnknownIdError, match="w-99"):
        desk.unsay("w-99", by="Ada")
