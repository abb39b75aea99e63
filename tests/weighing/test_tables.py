"""Tables of figures without documents."""

from typing import Any

import pytest

from sayso.weighing.tables import estimate_table


def rows(*figures: tuple[str, str, object], **more: object) -> list[dict[str, Any]]:
    return [{"question": q, "source": s, "value": v, **more} for q, s, v in figures]


HARN = rows(("harn", "doctor", 17), ("harn", "police", 17), ("harn", "army", 70), ("vell", "doctor", 4), ("vell", "police", 4))


def test_each_question_has_one_row_with_the_columns_of_the_contract() -> None:
    found = estimate_table(HARN)
    assert [r["question"] for r in found.rows] == ["harn", "vell"]
    assert list(found.rows[0])[:11] == [
        "question", "best", "low50", "high50", "low90", "high90", "min", "max", "lines", "claims", "anchored_by",
    ]  # fmt: skip
    assert found.rows[0]["best"] == 17
    assert (found.rows[0]["min"], found.rows[0]["max"], found.rows[0]["lines"]) == (17, 70, 3)


def test_rows_that_cannot_be_used_are_refused_by_number_and_the_rest_goes_on() -> None:
    found = estimate_table([*HARN, *rows(("harn", "x", "many"), ("", "x", 3), ("harn", "", 3), ("harn", "x", "nan"))])
    assert [(r.row, r.reason) for r in found.refused] == [
        (6, "value 'many' is not a number: give one, or low and high, or words such as up to 20"),
        (7, "no question"),
        (8, "no source"),
        (9, "value 'nan' is not a finite number"),
    ]
    assert found.rows == estimate_table(HARN).rows


def test_copies_on_one_line_change_nothing_but_the_count_of_claims() -> None:
    one = rows(("harn", "doctor", 17), ("harn", "channel", 400))
    one[1]["line"] = "channel"
    copies = [{**one[1], "source": f"paper {n}"} for n in range(9)]
    alone, copied = estimate_table(one).rows[0], estimate_table([*one, *copies]).rows[0]
    assert copied["claims"] == 11
    assert {k: v for k, v in copied.items() if k != "claims"} == {k: v for k, v in alone.items() if k != "claims"}


def test_a_sources_own_revision_replaces_its_earlier_figure() -> None:
    early, late = rows(("harn", "doctor", 9), ("harn", "doctor", 17))
    early["published"], late["published"] = "2033-03-03", "2033-03-05"
    found = estimate_table([late, early]).rows[0]
    assert (found["best"], found["lines"], found["claims"]) == (17, 1, 2)


def test_bounds_alone_stay_open() -> None:
    found = estimate_table(rows(("harn", "ministry", 100), wording="more than")).rows[0]
    assert (found["best"], found["low90"], found["high90"], found["anchored_by"]) == (None, 100, None, "open")


def test_a_range_is_read_from_low_and_high() -> None:
    found = estimate_table([{"question": "harn", "source": "doctor", "low": "14", "high": "20"}]).rows[0]
    assert (found["best"], found["min"], found["max"]) == (17, 14, 20)


def test_questions_of_different_sides_stay_apart_and_further_columns_are_kept() -> None:
    side = [{**r, "side": s, "region": "north"} for r in HARN[:2] for s in ("orm", "vell")]
    found = estimate_table(side).rows
    assert [(r["question"], r["side"], r["region"]) for r in found] == [("harn", "orm", "north"), ("harn", "vell", "north")]


def test_negative_figures_are_weighed_on_a_linear_scale() -> None:
    found = estimate_table(rows(("t", "a", -4.5), ("t", "b", -4.0), ("t", "c", -5.0)))
    assert found.scale == "linear"
    assert found.rows[0]["best"] == pytest.approx(-4.5, abs=0.5)


def test_a_source_that_always_says_double_is_found_out() -> None:
    table = [r for n in range(30) for r in rows(*((f"q{n}", s, 20 + 7 * n) for s in "abc"), (f"q{n}", "loud", 2 * (20 + 7 * n)))]
    loud = next(s for s in estimate_table(table).sources if s["source"] == "loud")
    calm = next(s for s in estimate_table(table).sources if s["source"] == "a")
    assert loud["bias"] > 1.3 > calm["bias"]
    assert loud["bias_low"] <= loud["bias"] <= loud["bias_high"]


def test_the_level_is_named_by_who_speaks() -> None:
    both = rows(("q", "army", 20), ("q", "rebels", 50))
    both[0]["relation"], both[1]["relation"] = "own", "enemy"
    third = [*both, {**both[0], "source": "red cross", "relation": "third", "value": 24}]
    assert estimate_table(both).rows[0]["anchored_by"] == "parties only"
    assert estimate_table(third).rows[0]["anchored_by"] == "third party"


def test_a_lone_figure_of_a_side_about_its_enemy_reaches_far_below_itself() -> None:
    row = estimate_table(rows(("q", "army", 130), relation="enemy")).rows[0]
    assert row["best"] == 130
    assert row["low90"] < 65


def test_an_empty_table_gives_no_rows() -> None:
    assert estimate_table([]).rows == ()
