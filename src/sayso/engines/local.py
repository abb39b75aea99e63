"""How is a pure function run over many things on this machine? In chunks, by a pool of processes, in order."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.synchronize import Event
from typing import Any, TypeVar

from sayso.errors import EngineError, UsageError

A = TypeVar("A")
B = TypeVar("B")
K = TypeVar("K")

Answer = Future[tuple[list[B], Exception | None]]

_AHEAD = 2
"""Chunks in flight a process: one being worked on and one waiting, so that no process idles and memory stays flat."""


class Local:
    """The engine of this machine: `processes` workers, `chunk` items handed over at a time.

    One process works inline, lazily, item by item. More are spawned, never forked: a session of a model that was loaded
    before a fork does not survive it. Spawned workers import the main script anew, so a script that asks for more than one
    process keeps its own work under `if __name__ == "__main__":`.

    Raises: UsageError, when `processes` or `chunk` is below 1.
    """

    def __init__(self, processes: int = 1, *, chunk: int = 16) -> None:
        if processes < 1 or chunk < 1:
            raise UsageError(f"{processes} processes with {chunk} items a chunk cannot work", do="Give 1 or more of each")
        self.processes = processes
        self.chunk = chunk

    def map(self, function: Callable[[A], B], items: Iterable[A], *, setup: Callable[[], object] | None = None) -> Iterator[B]:
        """The function of each item, in the order of the items; `setup` runs once in each process that works.

        Function, setup, items and results are pickled where there is more than one process. An error that the function raises is
        raised here in its item's turn, after all results before it.

        Raises: EngineError, when a worker process dies; the results before it have been given.
        """
        if self.processes == 1:
            return _inline(function, items, setup)
        return self._pooled(function, items, setup)

    def join(self, left: Iterable[A], right: Iterable[B], key: Callable[[Any], K | None]) -> Iterator[tuple[A, B]]:
        """Each pair of left and right with equal keys, sorted by key, then in the order of the left and of the right."""
        others = dict(self.group(right, key))
        for k, mine in self.group(left, key):
            for a in mine:
                for b in others.get(k, ()):
                    yield a, b

    def group(self, items: Iterable[A], key: Callable[[A], K | None]) -> Iterator[tuple[K, tuple[A, ...]]]:
        """Each key with its items, sorted by key, the items in their order; keys must compare with `<`."""
        groups: dict[Any, list[A]] = {}
        for item in items:
            k = key(item)
            if k is not None:
                groups.setdefault(k, []).append(item)
        for k in sorted(groups):
            yield k, tuple(groups[k])

    def _pooled(self, function: Callable[[A], B], items: Iterable[A], setup: Callable[[], object] | None) -> Iterator[B]:
        context = multiprocessing.get_context("spawn")
        stop = context.Event()
        pool = ProcessPoolExecutor(self.processes, mp_context=context, initializer=_begin, initargs=(setup, stop))
        waiting: deque[Answer[B]] = deque()
        chunks = _chunks(items, self.chunk)
        given = 0
        try:
            for chunk in islice(chunks, self.processes * _AHEAD):
                waiting.append(_submit(pool, function, chunk))
            while waiting:
                results, error = waiting.popleft().result()
                waiting.extend(_submit(pool, function, chunk) for chunk in islice(chunks, 1))
                yield from results
                given += len(results)
                if error is not None:
                    raise error
        except BrokenProcessPool as e:
            raise EngineError(
                f"A worker process died after {given} results; it may have run out of memory",
                do="Run again: what was stored is kept and only the rest is done. If it dies again, use one process",
            ) from e
        finally:
            # On an error, Ctrl-C or an abandoned iterator, each worker ends the item that it is at, and no more.
            stop.set()
            pool.shutdown(wait=True, cancel_futures=True)


def _inline(function: Callable[[A], B], items: Iterable[A], setup: Callable[[], object] | None) -> Iterator[B]:
    if setup is not None:
        setup()
    for item in items:
        yield function(item)


def _chunks(items: Iterable[A], size: int) -> Iterator[list[A]]:
    source = iter(items)
    while chunk := list(islice(source, size)):
        yield chunk


def _submit(pool: ProcessPoolExecutor, function: Callable[[A], B], chunk: list[A]) -> Answer[B]:
    with _deaf():
        return pool.submit(_work, function, chunk)


@contextmanager
def _deaf() -> Iterator[None]:
    """Start workers that do not hear Ctrl-C even while they import; the parent hears it when the block ends."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_failed_setup: list[Exception] = []
"""In a worker: the error its setup raised, if any; it is the answer to each chunk that the worker is given."""

_stop: list[Event] = []
"""In a worker: what says that nobody waits for its results any more."""


def _begin(setup: Callable[[], object] | None, stop: Event) -> None:
    """Start a worker: Ctrl-C is the parent's to answer, so that no worker dies in the middle of a chunk."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _stop.append(stop)
    if setup is not None:
        try:
            setup()
        except Exception as e:  # noqa: BLE001  handed to the parent with the first chunk
            _failed_setup.append(e)


def _work(function: Callable[[A], B], chunk: list[A]) -> tuple[list[B], Exception | None]:
    """The results of a chunk up to the first error, and that error: it must not cost the results before it."""
    results: list[B] = []
    if _failed_setup:
        return results, _failed_setup[0]
    for item in chunk:
        if _stop[0].is_set():
            break
        try:
            results.append(function(item))
        except Exception as e:  # noqa: BLE001  handed to the parent, which raises it
            return results, e
    return results, None
