"""One suite for every engine: the same verbs, the same order, the same bytes."""

import os
from collections.abc import Callable, Iterator

import pytest

from sayso.engines import Engine, Local
from sayso.errors import EngineError, RefusedError
from sayso.schema import digest

ENGINES: dict[str, Callable[[], Engine]] = {"one process": lambda: Local(1), "two processes": lambda: Local(2, chunk=3)}


@pytest.fixture(params=list(ENGINES))
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]()


_loaded: list[str] = []


def _load() -> None:
    _loaded.append("model")


def _loads_seen(_: int) -> int:
    return len(_loaded)


def _square(n: int) -> int:
    return n * n


def _refuse_seven(n: int) -> int:
    if n == 7:
        reason = "empty"
        raise RefusedError(reason, f"item {n}", do="Leave it out")
    return n


def _first(item: tuple[str | None, int]) -> str | None:
    return item[0]


def test_map_gives_the_results_in_the_order_of_the_items(engine: Engine) -> None:
    assert list(engine.map(_square, range(20))) == [n * n for n in range(20)]


def test_map_of_nothing_is_nothing(engine: Engine) -> None:
    assert list(engine.map(_square, [])) == []


def test_setup_runs_once_in_each_process(engine: Engine) -> None:
    _loaded.clear()
    assert set(engine.map(_loads_seen, range(12), setup=_load)) == {1}


def test_an_error_comes_in_its_items_turn_after_all_results_before_it(engine: Engine) -> None:
    got: list[int] = []
    with pytest.raises(RefusedError, match="Leave it out") as caught:
        got.extend(engine.map(_refuse_seven, range(20)))
    assert got == list(range(7))
    assert (caught.value.reason, caught.value.detail) == ("empty", "item 7")


def test_items_are_taken_as_they_are_needed_so_that_memory_stays_flat(engine: Engine) -> None:
    taken = []

    def source() -> Iterator[int]:
        for n in range(10_000):
            taken.append(n)
            yield n

    results = engine.map(_square, source())
    assert next(results) == 0
    assert len(taken) <= 16


def test_join_pairs_equal_keys_in_order_and_leaves_the_unknown_out(engine: Engine) -> None:
    left = [("kursk", 2), ("izmail", 1), (None, 9), ("kursk", 1)]
    right = [("kursk", 5), (None, 9), ("kursk", 4)]
    assert list(engine.join(left, right, _first)) == [
        (("kursk", 2), ("kursk", 5)),
        (("kursk", 2), ("kursk", 4)),
        (("kursk", 1), ("kursk", 5)),
        (("kursk", 1), ("kursk", 4)),
    ]


def test_group_sorts_by_key_and_keeps_the_order_within(engine: Engine) -> None:
    items = [("b", 1), ("a", 2), (None, 3), ("b", 0)]
    assert list(engine.group(items, _first)) == [("a", (("a", 2),)), ("b", (("b", 1), ("b", 0)))]


def test_every_engine_gives_the_same_digest() -> None:
    def told(engine: Engine) -> str:
        squares = list(engine.map(_square, range(50)))
        pairs = list(engine.join(squares, squares, _last_digit))
        return digest([squares, [list(p) for p in pairs], [[k, list(v)] for k, v in engine.group(squares, _last_digit)]])

    assert len({told(make()) for make in ENGINES.values()}) == 1


def _last_digit(n: int) -> int:
    return n % 10


def _die_at_seven(n: int) -> int:
    if n == 7:
        os._exit(1)
    return n


def test_a_worker_that_dies_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(EngineError, match="Run again"):
        list(Local(2, chunk=1).map(_die_at_seven, range(20)))
