"""Accuracy does not slip: floors rise by themselves, break loudly, and are lowered only on purpose."""

from pathlib import Path

import pytest

from gold import floors, page, results
from gold.counts import Mark, Part, measure
from gold.floors import Floor
from gold.matching import pairs_in, pairs_of
from gold.results import Result


def marks(**values: float) -> Floor:
    return Floor(digest="d1", marks=values)


def elsewhere(**values: float) -> Floor:
    return Floor(digest="d2", marks=values)


def test_a_floor_is_the_mark_rounded_down_and_errors_have_none() -> None:
    found = floors.pinned(Floor(digest="d1", marks={"exact": 0.8399, "mean absolute error": 12.5, "of found, when": 0.9}))

    assert found.marks == {"exact": 0.83}


def test_a_mark_below_its_floor_is_named() -> None:
    assert floors.broken(marks(exact=0.83), marks(exact=0.8299)) == ["exact: 0.8299 is below its floor of 0.83"]
    assert floors.broken(marks(exact=0.83), marks(exact=0.83)) == []


def test_a_mark_that_is_gone_and_a_corpus_that_is_another_are_named() -> None:
    assert "is not measured any more" in floors.broken(marks(exact=0.83), marks())[0]
    assert "another" in floors.broken(marks(exact=0.83), elsewhere(exact=0.9))[0]


def test_floors_rise_and_never_fall_unless_told() -> None:
    old = marks(exact=0.83, found=0.5)
    new = marks(exact=0.7, found=0.614, recall=0.4)

    assert floors.raised(old, new).marks == {"exact": 0.83, "found": 0.61, "recall": 0.4}
    assert floors.raised(old, new, lower=True).marks == {"exact": 0.7, "found": 0.61, "recall": 0.4}
    assert floors.raised(old, elsewhere(exact=0.9)) == old


def test_floors_come_back_from_their_file(tmp_path: Path) -> None:
    pinned = {"tolls/one": Floor(digest="d1", marks={"killed: exact": 0.84}), "times/two/4": marks(relaxed=0.93)}

    floors.write(pinned, tmp_path / "floors.toml")

    assert floors.read(tmp_path / "floors.toml") == pinned
    assert floors.read(tmp_path / "none.toml") == {}


def test_an_interval_holds_its_mark_and_is_the_same_each_time() -> None:
    part = Part(
        unit="document", counts=[{"hit": k % 3 == 0, "n": 1} for k in range(60)], marks=lambda c: {"right": c["hit"] / c["n"]}
    )

    (mark,) = measure(part)

    assert mark.low is not None
    assert mark.high is not None
    assert 0.15 < mark.low < mark.value < mark.high < 0.5
    assert measure(part) == [mark]


@pytest.mark.parametrize(
    "best", [pairs_in, lambda t: pairs_of({(i, j): w for i, r in enumerate(t) for j, w in enumerate(r) if w})]
)
def test_pairs_are_those_of_greatest_weight_together_not_one_by_one(best: object) -> None:
    assert callable(best)

    assert sorted(best([[10.0, 9.0, 0.0], [9.0, 1.0, 0.0]])) == [(0, 1), (1, 0)]


def test_the_page_is_the_one_that_the_measured_marks_give() -> None:
    found = results.read()

    assert page.PATH.read_text(encoding="utf-8") == page.page(found, floors.read())
    assert {r.layer for r in found.values()} == {
        "statements",
        "times",
        "quantities",
        "claims",
        "tolls",
        "events",
        "lines",
        "estimates",
    }


def test_no_measured_mark_is_below_its_floor() -> None:
    pinned = floors.read()

    assert {key: floors.broken(pinned[key], r.floor) for key, r in results.read().items()} == {key: [] for key in results.read()}


def test_what_is_left_out_of_a_corpus_stands_on_the_page_with_its_reason(tmp_path: Path) -> None:
    mark = Mark(name="right", value=0.5, low=None, high=None, units=4, unit="case")
    result = Result(
        key="times/odd",
        layer="times",
        corpus="odd",
        documents=6,
        refused=0,
        step=1,
        digest="d1",
        date="2031-03-02",
        marks=(mark,),
        left=(("clock times", 2),),
    )

    results.write([result], tmp_path / "measured.json")

    assert results.read(tmp_path / "measured.json") == {"times/odd": result}
    assert "| clock times | 2 |" in page.page({"times/odd": result}, {})
