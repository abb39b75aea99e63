"""What was found in a ledger is kept at hand while nothing is written, by whomever, and no more of it than there is room for."""

from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.ledger.kept import Kept
from sayso.schema import make_document

AT = "2031-03-15T08:00:00+00:00"


class Asking:
    """Someone who asks a ledger for names, and counts how often it had to be looked into."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger, self.kept, self.looked = ledger, Kept(8), 0

    def names(self) -> set[str]:
        """Give the names of the documents."""
        return self.kept.answer(self.ledger, "names", self._look)

    def _look(self) -> set[str]:
        self.looked += 1
        return set(self.ledger.names().values())


def test_what_was_asked_before_is_not_looked_for_again(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.sayso") as ledger:
        _add(ledger, "one")
        asking = Asking(ledger)
        assert asking.names() == asking.names() == {"one"}
        assert asking.looked == 1


def test_what_is_written_here_is_seen_at_once(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.sayso") as ledger:
        asking = Asking(ledger)
        assert asking.names() == set()
        _add(ledger, "one")
        assert asking.names() == {"one"}


def test_what_another_process_writes_is_seen_at_once(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.sayso") as ledger, Ledger.open(tmp_path / "a.sayso") as other:
        asking = Asking(ledger)
        assert asking.names() == set()
        _add(other, "one")
        assert asking.names() == {"one"}


def test_what_may_be_taken_back_is_not_kept(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.sayso") as ledger:
        asking = Asking(ledger)
        with pytest.raises(InterruptedError):
            _take_back(asking)
        assert asking.names() == set()


def test_the_oldest_answers_make_room(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.sayso") as ledger:
        kept, looked = Kept(5, len), list[str]()

        def asked(words: str) -> None:
            def look() -> str:
                looked.append(words)
                return words

            assert kept.answer(ledger, words, look) == words

        for words in ("ab", "cd", "ab", "ef", "ab", "cd", "much too long", "much too long"):
            asked(words)
        assert looked == ["ab", "cd", "ef", "cd", "much too long", "much too long"]


def _take_back(asking: Asking) -> None:
    """Ask while a document is being added, and do not add it."""
    with asking.ledger.batch():
        _add(asking.ledger, "one")
        assert asking.names() == {"one"}
        raise InterruptedError


def _add(ledger: Ledger, name: str) -> None:
    ledger.add(make_document(text=f"A report of {name}.", name=name), origin=name, at=AT)
