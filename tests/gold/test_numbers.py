"""A case of the specification of numbers is right as a whole, or left out for a reason that stands on the page."""

from pathlib import Path

import pytest

from gold import numbers
from gold.counts import total
from gold.floors import Floor, pinned
from gold.rows import dump
from tests.gold.stories import Row

BUSES = "They sent 40 or 50 buses and nine men."


def case(model: str, text: str, *results: tuple[str, str, str]) -> Row:
    """A case with what is expected of words in its text: type or subtype, and value."""
    rows: list[Row] = [
        {"start": text.index(words), "end": text.index(words) + len(words), "type": kind}
        | {"resolution": {"value": value, "subtype": kind}}
        for words, kind, value in results
    ]
    return {"id": f"{model}-{len(text)}", "text": text, "results": rows}


def found(text: str, words: str, value: object, **other: object) -> Row:
    """A quantity as `sayso annotate` writes it."""
    span = (text.index(words), text.index(words) + len(words))
    row: Row = {"start": span[0], "end": span[1], "value": value, "low": value, "high": value, "change": "=", "unit_norm": "-"}
    return row | {"noun": None} | other


def right(row: Row, *quantities: Row) -> bool:
    (part,) = numbers.parts([row], {row["id"]: {"id": row["id"], "quantities": list(quantities)}})
    assert part.left == {}
    return part.counts[0]["right"] == 1


def reasons(*rows: Row) -> dict[str, int]:
    cases, left = numbers.sorted_out(rows)
    assert len(cases) + sum(left.values()) == len(rows)
    return {reason.partition(":")[0]: n for reason, n in left.items()}


def test_every_number_with_its_value_and_no_other() -> None:
    row = case("NumberModel", BUSES, ("40", "integer", "40"), ("50", "integer", "50"), ("nine", "integer", "9"))
    buses = [found(BUSES, "40", 40), found(BUSES, "50 buses", 50, noun="buses", unit_norm="bus"), found(BUSES, "nine", 9)]

    assert right(row, *buses)
    assert not right(row, *buses[:2])
    assert not right(row, *buses[:2], found(BUSES, "nine", 8))
    assert not right(row, *buses, found(BUSES, "men", 2, noun="men", unit_norm="man"))
    assert right(row, *buses, found(BUSES, "men", 2, unit_norm="kilometre")), "a measure is no count"


def test_a_number_elsewhere_in_the_text_does_not_serve() -> None:
    row = case("NumberModel", BUSES, ("nine", "integer", "9"))

    assert not right(row, found(BUSES, "40", 9))


@pytest.mark.parametrize(
    ("wanted", "change", "low", "high", "is_right"),
    [
        ("(40,)", ">", 41, None, True),
        ("(40,)", ">", 40, None, False),
        ("[40,)", ">", 40, None, True),
        ("(40,)", "<", None, 39, False),
        ("(,40)", "<", None, 39, True),
        ("(,40]", "<", None, 39, False),
    ],
)
def test_one_bound_is_right_by_its_side_and_its_last_whole_number(
    wanted: str, change: str, low: int | None, high: int | None, *, is_right: bool
) -> None:
    row = case("NumberRangeModel", BUSES, ("40", "numberrange", wanted))

    assert right(row, found(BUSES, "40", 40, change=change, low=low, high=high)) is is_right


def test_a_range_is_right_by_both_bounds_and_another_bound_is_wrong() -> None:
    row = case("NumberRangeModel", BUSES, ("40 or 50", "numberrange", "[40,50)"))

    assert right(row, found(BUSES, "40 or 50", [40, 50]), found(BUSES, "nine", 9))
    assert not right(row, found(BUSES, "40 or 50", [40, 51]))
    assert not right(row, found(BUSES, "40", 40), found(BUSES, "50", 50))
    assert not right(row, found(BUSES, "40 or 50", [40, 50]), found(BUSES, "nine", 9, change=">"))


def test_an_ordinal_is_no_quantity() -> None:
    text = "the ninth of 40 men"
    row = case("OrdinalModel", text, ("ninth", "ordinal", "9"))

    assert right(row, found(text, "40 men", 40))
    assert not right(row, found(text, "ninth", 9))


def test_a_percentage_may_be_a_fraction_of_a_whole() -> None:
    text = "a quarter of the town"
    row = case("PercentModel", text, ("a quarter", "percentage", "25%"))

    assert right(row, found(text, "a quarter", 25, unit_norm="percentage"))
    assert right(row, found(text, "a quarter", 0.25, unit_norm="% town"))
    assert not right(row, found(text, "a quarter", 25))


def test_of_two_modes_one_reading_is_enough_and_the_second_is_no_case_of_its_own() -> None:
    rows = [
        case("NumberRangeModel", BUSES, ("40 or 50", "numberrange", "[40,50]")),
        case("NumberRangeModelExperimentalMode", BUSES, ("50", "numberrange", "[50,50]")),
    ]

    (both,), _ = numbers.sorted_out(rows)

    assert reasons(*rows) == {"The same text again, in another mode of reading": 1}
    assert numbers.right(both, [found(BUSES, "50", 50)])
    assert numbers.right(both, [found(BUSES, "40 or 50", [40, 50])])


def test_what_no_count_of_people_can_be_is_left_out_by_its_reason() -> None:
    assert reasons(
        case("NumberModel", "host 10.3.44.9", ("10", "integer", "10")),
        case("NumberModel", "7e12", ("7e12", "power", "7E+12")),
        case("NumberModel", "minus four", ("minus four", "integer", "-4")),
        case("NumberModel", "7.25", ("7.25", "decimal", "7.25")),
        case("NumberModel", "forty fifths", ("forty fifths", "fraction", "8")),
        case("OrdinalModelSuppressExtendedTypes", "the next bus"),
        case("PercentModel", "percent of ninety", ("percent of ninety", "percentage", "90%")),
    ) == {
        "A mode of output": 1,
        "Text of machines": 1,
        "Scientific notation and powers": 1,
        "Less than nobody": 1,
        "A fraction or decimal of nothing": 1,
        "Arithmetic": 1,
        "Not what the words say in a report": 1,
    }


def test_a_share_of_somebody_and_a_part_of_a_million_stay() -> None:
    rows = [
        case("NumberModel", "a sixth of the town", ("a sixth", "fraction", "0.166666666667")),
        case("NumberModel", "a sixth of a million", ("a sixth of a million", "fraction", "166666.666667")),
        case("NumberModel", "nine and a half million", ("nine and a half million", "fraction", "9500000")),
    ]

    assert reasons(*rows) == {}


def test_a_phrase_of_another_peer_is_one_number_and_has_no_floor(tmp_path: Path) -> None:
    dump(tmp_path / "phrases.jsonl", [{"phrase": "nine lakh", "expect": "(NumeralValue 9e5)"}])

    (row,) = numbers.phrases(tmp_path / "phrases.jsonl")

    (part,) = numbers.parts([row], {row["id"]: {"quantities": [found("nine lakh", "nine lakh", 900_000)]}})

    given = part.marks(total(part.counts))
    assert given == {"phrases: right": 1.0}
    assert pinned(Floor(digest="d1", marks=given)).marks == {}


def test_a_percentage_without_a_number_asks_for_none() -> None:
    row = case("PercentModel", "what percentage of buses", ("percentage", "percentage", "null"))

    assert right(row)
    assert not right(row, found(row["text"], "percentage", 1, unit_norm="percentage"))
