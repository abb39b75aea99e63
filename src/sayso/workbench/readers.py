"""Who reads what was brought? One process beside the pages, which stays at hand for what comes next: a start takes seconds."""

import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.workbench.reader import BEGUN, Brought, wait_and_work

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

Heard = Callable[[tuple[Any, ...]], bool]
"""Called with what the process tells of a work; True when it is the last."""


class Reader:
    """The process that reads for one ledger; it is started when something is to be read, or ahead, and ends when long idle."""

    def __init__(self, ledger: Path) -> None:
        """Read for `ledger`; nothing is started yet."""
        self._ledger = ledger
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._ended = False

    def ready(self) -> None:
        """Have a process that waits for work."""
        with self._lock:
            if self._ended or (self._process is not None and self._process.is_alive()):
                return
            self._drop()
            context = get_context("spawn")  # never forked: a session of a model that was loaded before does not survive it
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=wait_and_work, args=(self._ledger, theirs), daemon=True)
            self._process.start()
            theirs.close()

    def read(self, given: tuple[Brought, ...], heard: Heard) -> None:
        """Have one work done; returns when its last word was heard, or when the process was ended before.

        A process that ended while it was idle is found so only when it does not begin: then another one is asked.
        """
        for _ in range(2):
            self.ready()
            pipe = self._pipe
            if pipe is None or self._told(pipe, given, heard):
                return
            with self._lock:
                self._drop()

    def end(self) -> None:
        """End the process, whatever it does, and start no other."""
        with self._lock:
            self._ended = True
            if self._process is not None:
                self._process.terminate()
                self._process.join()

    def _told(self, pipe: "Connection", given: tuple[Brought, ...], heard: Heard) -> bool:
        """Whether the process began this work; every word that it tells is heard."""
        begun = False
        with suppress(EOFError, OSError):
            pipe.send(given)
            begun = pipe.recv() == BEGUN
            while not heard(pipe.recv()):
                pass
        return begun

    def _drop(self) -> None:
        """Forget a process that is no more."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.terminate()
            self._process.join()
        self._process = self._pipe = None
