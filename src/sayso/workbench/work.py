"""How is what a person brings read while the pages stay quick? By one process at a time; who comes next waits in line."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from starlette.requests import Request

from sayso.errors import UnknownIdError, UsageError
from sayso.workbench.reader import Brought, Result
from sayso.workbench.readers import Reader

VERBS = ("add", "read", "link", "trace", "weigh")
"""What is done with what was brought, in order."""
WAITING = 8
"""Works that may wait in line. Source: set by hand: so much in memory at once, each below the gate's limit."""
KEPT = 50
"""Works whose outcome can still be looked at."""

State = Literal["waiting", "at work", "done", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One thing to do: by whom it was given and what (in words), how far it is, and what came of it.

    `total` is None where it is not known, `what` and `do` say why it failed and what to do.
    """

    id: int
    by: str
    given: tuple[str, ...]
    state: State = "waiting"
    verb: str = "add"
    done: int = 0
    total: int | None = None
    result: Result | None = None
    what: str = ""
    do: str = ""

    @property
    def over(self) -> bool:
        """Whether nothing more comes of it."""
        return self.state in ("done", "failed")


class Works:
    """The works on one ledger, one at a time, in a process of their own, so that a reading costs the pages nothing."""

    def __init__(self, ledger: Path, *, ahead: bool = False) -> None:
        """Work on `ledger`; nothing is started before something is given, or is about to be where it is to be started `ahead`."""
        self._reader, self._ahead = Reader(ledger), ahead
        self._changed = threading.Condition()
        self._works: dict[int, Work] = {}
        self._queue: deque[tuple[int, tuple[Brought, ...]]] = deque()
        self._thread: threading.Thread | None = None
        self._closed = False

    def take(self, given: tuple[Brought, ...], *, by: str) -> Work:
        """Put what was brought in line; with nothing brought, what is unread is read.

        Raises: UsageError, when too much waits already.
        """
        with self._changed:
            if len(self._queue) >= WAITING:
                raise UsageError(f"{WAITING} additions wait to be read already", do="Try again when one of them is done")
            made = Work(id=max(self._works, default=0) + 1, by=by, given=tuple(b.origin for b in given))
            self._works[made.id] = made
            for old in [key for key, w in self._works.items() if w.over][:-KEPT]:
                del self._works[old]
            self._queue.append((made.id, given))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="reader", daemon=True)
                self._thread.start()
            self._changed.notify_all()
        return made

    def expect(self) -> None:
        """Have the reader at hand, where it is to be started ahead: somebody is about to give something."""
        if self._ahead:
            self._reader.ready()

    def work(self, key: int) -> Work:
        """The work with this number.

        Raises: UnknownIdError.
        """
        with self._changed:
            found = self._works.get(key)
        if found is None:
            raise UnknownIdError(f"There is no addition {key} here", do="What was added is in the ledger: look at its events")
        return found

    def every(self) -> tuple[Work, ...]:
        """All that can still be looked at, the last given first."""
        with self._changed:
            return tuple(reversed(self._works.values()))

    def close(self) -> None:
        """End: what is at work stops, with what it stored kept; what waits is not begun."""
        with self._changed:
            self._closed = True
            self._queue.clear()
            self._changed.notify_all()
        self._reader.end()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._queue or self._closed)
                if self._closed:
                    return
                key, given = self._queue.popleft()
            self._set(key, state="at work")
            self._do(key, given)

    def _do(self, key: int, given: tuple[Brought, ...]) -> None:
        """Have one work done, and note what its process tells."""
        self._reader.read(given, lambda told: self._heard(key, told))
        if not self.work(key).over:
            do = "What was stored is kept: read what is unread to go on from there"
            self._set(key, state="failed", what="The process that read it was ended", do=do)

    def _heard(self, key: int, told: tuple[Any, ...]) -> bool:
        """Note what the process told; True when it is the last."""
        match told:
            case ("at", verb, done, total):
                self._set(key, verb=verb, done=done, total=total)
                return False
            case ("end", result):
                self._set(key, state="done", result=result)
            case (_, what, do):
                self._set(key, state="failed", what=what, do=do)
        return True

    def _set(self, key: int, **more: Any) -> None:
        with self._changed:
            self._works[key] = replace(self._works[key], **more)
            self._changed.notify_all()

    def until(self, key: int, so: Callable[[Work], bool], seconds: float) -> Work:
        """Wait until a work is so, or for so many seconds, and give it as it is then."""
        with self._changed:
            self._changed.wait_for(lambda: key not in self._works or so(self._works[key]), seconds)
        return self.work(key)


def works(request: Request) -> Works:
    """The works on the ledger that is shown."""
    found: Works = request.app.state.works
    return found
