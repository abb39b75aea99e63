"""Which answers still hold? What was found in a ledger is kept at hand until anything is written, here or by another process."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Telling(Protocol):
    """A ledger that tells whether it is still as it was."""

    @property
    def writing(self) -> bool:
        """Whether a batch is open, so that what is read may yet be taken back."""

    def state(self) -> Hashable:
        """What is another one once anything was written."""


class Kept:
    """Answers by their questions, the latest asked for, as far as there is room; each takes as much room as `size` says."""

    def __init__(self, room: int, size: Callable[[Any], int] = lambda _: 1) -> None:
        """Keep nothing yet; `room` is the greatest sum of the sizes of what is kept."""
        self._room, self._size = room, size
        self._lock = Lock()
        self._state: Hashable = None
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._taken = 0

    def answer(self, ledger: Telling, question: Hashable, find: Callable[[], T]) -> T:
        """The answer to a question: as it was found before, where nothing was written since; else found now."""
        state = ledger.state()  # before it is found: what is written meanwhile makes another state
        with self._lock:
            if self._state == state and question in self._answers:
                self._answers.move_to_end(question)
                held: T = self._answers[question]
                return held
        found = find()
        if not ledger.writing:
            self._keep(state, question, found)
        return found

    def _keep(self, state: Hashable, question: Hashable, found: Any) -> None:
        with self._lock:
            if self._state != state:
                self._state, self._taken = state, 0
                self._answers.clear()
            if question in self._answers or self._size(found) > self._room:
                return
            self._answers[question] = found
            self._taken += self._size(found)
            while self._taken > self._room:
                self._taken -= self._size(self._answers.popitem(last=False)[1])
