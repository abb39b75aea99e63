"""How is a pure function run over many things? By an engine; every engine gives the same answer in the same order.

Engines: `Local` (this machine's processes).
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

from sayso.engines.local import Local

A = TypeVar("A")
B = TypeVar("B")
K = TypeVar("K")

__all__ = ["Engine", "Local"]


class Engine(Protocol):
    """The three verbs: map, join on equal keys, group.

    A key that is None takes no part in a join or a group: unknown equals nothing, not even another unknown.
    """

    def map(self, function: Callable[[A], B], items: Iterable[A], *, setup: Callable[[], object] | None = None) -> Iterator[B]:
        """The function of each item, in the order of the items; `setup` runs once in each process that works."""
        ...

    def join(self, left: Iterable[A], right: Iterable[B], key: Callable[[Any], K | None]) -> Iterator[tuple[A, B]]:
        """Each pair of left and right with equal keys, sorted by key, then in the order of the left and of the right."""
        ...

    def group(self, items: Iterable[A], key: Callable[[A], K | None]) -> Iterator[tuple[K, tuple[A, ...]]]:
        """Each key with its items, sorted by key, the items in their order."""
        ...
