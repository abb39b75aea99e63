"""How is what was read in a text written for the layer of quantities?"""

from sayso.reading.layers import quantities_row
from sayso.reading.quantities.quantities import find


def test_a_count_is_written_with_its_noun_and_norm() -> None:
    text = "On 3 May 2031 about 40 border guards fled."
    row = quantities_row("d1", find(text), text)
    assert row == {
        "id": "d1",
        "quantities": [
            {
                "start": 14, "end": 22, "value": 40, "low": 36, "best": 40, "high": 44, "change": "~",
                "unit_norm": "border guard", "noun": "border guards",
            }
        ],
    }  # fmt: skip


def test_dates_scores_and_words_without_a_number_are_left_out() -> None:
    text = "No guards and several men drew 2-2 on 14 May 2031."
    assert quantities_row("d2", find(text), text)["quantities"] == []


def test_a_stated_range_is_a_list_and_a_share_has_its_mark() -> None:
    text = "Between 4 and 6 sappers, a third of the platoon."
    rows = quantities_row("d3", find(text), text)["quantities"]
    assert [(r["value"], r["unit_norm"][:1]) for r in rows] == [([4, 6], "s"), (1 / 3, "%")]
