"""What is found in a text is scored by hand-made answers: everything right is 1, one thing wrong lowers its own line."""

import copy

import pytest

from gold import attributions, forms, quantities, times
from gold.counts import total
from tests.gold.stories import ATTRIBUTED, TEXT, Row, spans


def attributed(system: Row) -> Row:
    return attributions.report(total(attributions.parts([ATTRIBUTED], {"a": system})[0].counts))


def test_attributions_that_equal_the_gold_are_all_right() -> None:
    report = attributed(ATTRIBUTED)

    assert {name: row["f1"] for name, row in report.items() if name != "by_category"} == dict.fromkeys(
        [name for name in report if name != "by_category"], 1.0
    )


def test_a_shorter_source_is_half_right_and_leaves_cue_and_content_alone() -> None:
    system = copy.deepcopy(ATTRIBUTED)
    system["attributions"][0]["source"] = spans("police")

    report = attributed(system)

    assert report["exact/source"]["f1"] == 0
    assert report["token/source"]["r"] == pytest.approx(1 / 3)
    assert report["exact/cue"]["f1"] == report["exact/content"]["f1"] == 1
    assert report["rel-exact/all"]["f1"] == 0.5
    assert report["rel@.5/all"]["f1"] == 1, "Dice of 1 of 3 tokens is exactly .5"


def test_sources_in_each_others_places_are_found_but_not_linked() -> None:
    system = copy.deepcopy(ATTRIBUTED)
    first, second = system["attributions"]
    first["source"], second["source"] = second["source"], first["source"]

    report = attributed(system)

    assert report["exact/source"]["f1"] == 1
    assert report["linked/source"]["f1"] == 0


def test_a_document_without_output_counts_as_empty() -> None:
    report = attributions.report(attributions.count(ATTRIBUTED, None))

    assert report["rel@.5/all"] == {"p": 0, "r": 0, "f1": 0, "hit": 0, "pred": 0, "gold": 2}


def test_a_span_outside_the_text_is_an_error() -> None:
    with pytest.raises(ValueError, match="outside the document"):
        attributions.fillers([{"cue": [[0, len(TEXT) + 1]]}], TEXT)


def test_forms_of_attributions_are_told_by_their_words() -> None:
    assert [forms.forms(item, TEXT) for item in ATTRIBUTED["attributions"]] == [
        ["direct"],
        ["indirect", "no-source", "passive/impersonal"],
    ]


TIMED: Row = {"id": "t", "times": [{"start": 0, "end": 6, "type": "DATE", "value": "2032-05-03"}]}


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        ({}, set()),
        ({"end": 7}, {"strict", "strict+value"}),
        ({"value": "2032-05-04"}, {"value", "value_lenient", "strict+value"}),
        ({"value": "2032-05-03T09:00"}, {"value", "strict+value"}),
        ({"type": "TIME"}, {"type"}),
        ({"start": 8, "end": 9}, {"relaxed", "strict", "type", "value", "value_lenient", "strict+value"}),
    ],
)
def test_a_time_is_wrong_only_in_what_was_changed(change: Row, lost: set[str]) -> None:
    report = times.report(times.count(TIMED, {"id": "t", "times": [TIMED["times"][0] | change]}))

    assert {name for name, row in report.items() if isinstance(row, dict) and row["F1"] == 0} == lost


COUNTED: Row = {
    "id": "q",
    "quantities": [
        {"value": 500, "unit_norm": "sailor", "change": "~"},
        {"value": [20, 30], "unit_norm": "boat", "change": "="},
    ],
}


@pytest.mark.parametrize(
    ("change", "value", "unit", "modifier"),
    [
        ({}, 100, 100, 100),
        ({"value": 501}, 50, 50, 50),
        ({"value": [500, 500]}, 50, 50, 50),
        ({"unit_norm": "soldier"}, 100, 50, 100),
        ({"change": "="}, 100, 100, 50),
    ],
)
def test_a_quantity_is_wrong_only_in_what_was_changed(change: Row, value: float, unit: float, modifier: float) -> None:
    first, second = COUNTED["quantities"]

    one = quantities.report(quantities.count(COUNTED, {"id": "q", "quantities": [second, first | change]}))["one2one"]

    assert (one["value"]["F1"], one["value+unit"]["F1"], one["value+change"]["F1"]) == (value, unit, modifier)
