"""How many is a share of a stated whole, and what is one without?"""

import pytest

from sayso.reading.layers import quantities_row
from sayso.reading.quantities.figures import Figure
from sayso.reading.quantities.quantities import find


def share(text: str) -> Figure:
    """The first share of a text."""
    return next(f for f in find(text) if f.whole is not None)


@pytest.mark.parametrize(
    ("written", "low", "best", "high"),
    [
        ("a third of the 60 passengers", 20, 20, 20),
        ("two-thirds of its 90 guards", 60, 60, 60),
        ("half the 30 guards", 15, 15, 15),
        ("half of 31 guards", 15, 16, 16),
        ("20 per cent of the 500 guards", 100, 100, 100),
        ("15% of their 200 guards", 30, 30, 30),
        ("a tenth of a 500-strong force", 50, 50, 50),
        ("half of about 60 guards", 27, 30, 33),
        ("all but one of the roughly 100 guards", 99, 99, 99),
        ("half of between 60 and 80 guards", 30, None, 40),
        ("more than half of the 60 guards", 31, None, 60),
        ("at least a third of its 60 guards", 20, None, 60),
        ("less than half of the 60 guards", None, None, 29),
        ("nearly half of the 60 guards", 27, 30, 33),
        ("two-thirds of at least 90 guards", 60, None, None),
        ("most of the 30 guards", 16, None, 30),
        ("the vast majority of its 900 guards", 451, None, 900),
        ("all but two of the 12 guards", 10, 10, 10),
        ("nearly all of the 30 guards", 27, None, 30),
        ("the rest of the 30 guards", 1, None, 29),
    ],
)
def test_a_share_of_a_stated_whole_is_so_many(written: str, low: int | None, best: int | None, high: int | None) -> None:
    text = f"It lost {written} there."
    figure = share(text)
    assert (figure.low, figure.best, figure.high, figure.stated) == (low, best, high, ())


@pytest.mark.parametrize(
    "text",
    [
        "It lost a third of the passengers.",
        "It lost 20 per cent of the guards.",
        "It lost half, and 30 guards fled.",
        "It lost most of the guards, 30 of them wounded.",
        "Output fell by a third to 60 tonnes.",
        "All but two fled, and 12 came.",
    ],
)
def test_a_share_without_its_whole_beside_it_is_no_number_of_people(text: str) -> None:
    assert not [f for f in find(text) if f.whole is not None]


def test_the_rest_is_what_a_part_leaves_of_its_whole() -> None:
    text = "Two of the three guards fell and the rest fled."
    two, three, rest = find(text)
    assert (two.best, three.best, rest.best, rest.whole) == (2, 3, 1, three.span)


@pytest.mark.parametrize(
    "text", ["Two of the three guards fell. The rest fled.", "Two of the three guards fell; the rest of the town slept."]
)
def test_the_rest_of_something_else_is_nobody(text: str) -> None:
    assert [f.best for f in find(text)] == [2, 3]


def test_a_vague_part_of_a_whole_is_no_more_than_the_whole() -> None:
    part = share("Dozens of the 300 guards were hurt.")
    assert (part.low, part.high, part.wording) == (12, 300, "dozens")


def test_a_derived_number_is_marked_in_the_layer() -> None:
    text = "It lost a third of the 60 passengers."
    third, whole = quantities_row("d", find(text), text)["quantities"]
    assert (third["best"], third["derived"], third["unit_norm"]) == (20, True, "% passenger")
    assert (whole["best"], "derived" in whole) == (60, False)
