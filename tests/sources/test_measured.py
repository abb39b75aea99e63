"""How a source leans is measured on its figures beside those of others, and not where there are too few."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.desk import Desk
from sayso.schema import make_document
from sayso.sources.heard import left_source
from sayso.sources.measured import ENOUGH, Measured, measured

TOWNS = ("Dravna", "Halvern", "Orlo", "Velin", "Ostrel", "Tarmin", "Belloc", "Narsk")


def _report(n: int) -> str:
    dead, town = 10 + 3 * n, TOWNS[n]
    return (
        f"A shell hit the market of {town} on {n + 2} March 2031.\n\n"
        f"The Ostrava Hospital said {dead} people were killed in {town}. The Interior Ministry of Kelmar said {2 * dead} people "
        f"were killed in {town}."
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk with eight events, of each of which a ministry counts twice as many dead as a hospital."""
    path = Path(tmp_path_factory.mktemp("measured")) / "towns.sayso"
    with sayso.open(path) as made:
        made.add(make_document(text=_report(n), outlet="Kelmar Wire", published=f"2031-03-0{n + 2}") for n in range(len(TOWNS)))
        made.run()
        yield made


def _of(desk: Desk, words: str) -> Measured:
    (found,) = (s for s in desk.ledger.sources() if words in s.name)
    return measured(desk, *left_source(desk.ledger, found.id))


def test_a_source_that_counts_twice_as_many_leans_above_one_that_does_not(desk: Desk) -> None:
    ministry, hospital = _of(desk, "Ministry"), _of(desk, "Hospital")
    assert (ministry.figures, hospital.figures, ministry.times) == (len(TOWNS), len(TOWNS), True)
    assert ministry.bias is not None
    assert hospital.bias is not None
    assert hospital.bias < 1 < ministry.bias
    assert (ministry.low or 0) < ministry.bias < (ministry.high or 0)
    assert "times what all figures together make likely" in ministry.told


def test_below_enough_figures_nothing_is_measured() -> None:
    few = Measured(figures=ENOUGH - 1)
    assert few.told.startswith("Too little to measure: 5 figures of it stand beside those of others, and 6 are needed")


def test_a_source_that_is_alone_has_nothing_to_be_measured_by(tmp_path: Path) -> None:
    with sayso.open(tmp_path / "alone.sayso") as desk:
        text = "Nine miners were killed in Velin on 4 May 2031, the Velin Hospital said."
        desk.add([make_document(text=text, outlet="Velin Wire", published="2031-05-05")])
        desk.run()
        assert _of(desk, "Hospital").figures == 0
