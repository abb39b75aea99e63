"""Tolls, groups of documents, lines and tables are scored by hand-made answers."""

import copy

import pytest

from gold import estimates, events, lines, tolls, victims
from gold.counts import total
from tests.gold.stories import Row


def toll(**outcomes: float) -> Row:
    return {"id": "d", "tolls": [{"main": True} | {k: {"low": v, "best": v, "high": v} for k, v in outcomes.items()}]}


def test_a_toll_that_is_right_is_right_and_one_that_is_off_says_by_how_much() -> None:
    gold = {"id": "d", "gold": {"killed": 3, "injured": 8}}

    report = tolls.report(tolls.count(gold, toll(killed=3, wounded=6), "gva"))

    assert (report["killed"]["EM"], report["killed"]["EM_positive"], report["killed"]["F1nz"]) == (1, 1, 1)
    assert (report["injured"]["EM"], report["injured"]["MAE"], report["injured"]["overlap"]) == (0, 2, 0)


def test_an_outcome_that_is_not_given_counts_as_none() -> None:
    gold = {"id": "d", "gold": {"killed_min": 0, "captured_min": 2}}

    report = tolls.report(tolls.count(gold, None, "isaf"))

    assert (report["killed"]["EM"], report["captured"]["EM"]) == (1, 0)


def test_victim_groups_are_found_by_their_numbers() -> None:
    group = {"effect": ["DEATH: rebels"], "number": [[4, 6]]}
    gold = {"id": "d", "gold": {"relevant": True, "events": [{"victims": [group, group | {"number": [[9, 9]]}]}]}}
    system = {"id": "d", "claims": [{"outcome": "killed", "quantity": {"low": 4, "best": None, "high": 6}}]}

    report = victims.report(victims.count(gold, system))

    assert report["killed"] == {"groups": 2, "recall": 0.5, "claims_per_document": 1.0}


INCIDENTS = [
    {"id": "a1", "incident": "a", "gold": {"killed": 2, "injured": 0}},
    {"id": "a2", "incident": "a", "gold": {"killed": 2, "injured": 0}},
    {"id": "b1", "incident": "b", "gold": {"killed": 1, "injured": 4}},
]


def event(key: str, *documents: str, killed: int = 0) -> Row:
    return {"id": key, "documents": list(documents), "estimates": {"killed": {"low": killed, "best": killed, "high": None}}}


def grouped(*rows: Row) -> Row:
    return events.report(total(events.parts(INCIDENTS, rows)[0].counts))


def test_events_that_equal_the_incidents_are_all_right() -> None:
    report = grouped(event("x", "a1", "a2", killed=2), event("y", "b1"))

    assert report["B3"] == report["MUC"] == report["CEAFe"] == report["pair"] == [1, 1, 1]
    assert report["CoNLL"] == 1
    assert (report["killed"]["incidents"], report["killed"]["EM"], report["killed"]["held"]) == (1, 1, 1)


def test_one_event_for_all_costs_precision_and_an_event_for_each_costs_recall() -> None:
    together, apart = grouped(event("x", "a1", "a2", "b1")), grouped()

    assert together["B3"][:2] == [round(5 / 9, 4), 1]
    assert apart["B3"][:2] == [1, round(2 / 3, 4)]
    assert together["pair"][:2] == [round(1 / 3, 4), 1]
    assert apart["pair"][:2] == [1, 0]


def test_a_document_counts_for_the_event_that_it_is_mainly_about() -> None:
    mentioning = event("x", "a1", "a2", "b1") | {"main": ["a1", "a2"]}

    assert grouped(mentioning, event("y", "b1"))["CoNLL"] == 1


CASE: Row = {
    "case": "flood",
    "events": [
        {
            "id": "e1",
            "documents": ["p", "q", "r"],
            "lines": [
                {"origin": "mayor", "documents": [{"id": "p", "how": "origin"}, {"id": "q", "how": "verbatim"}]},
                {"origin": "hospital", "documents": [{"id": "r", "how": "origin"}]},
            ],
            "independent_lines": 2,
            "final": {"killed": {"low": 7, "best": 8, "high": 9}},
            "truth": {"killed": 8},
            "fantasy": {"killed": 80},
        }
    ],
    "other_documents": ["z"],
}
EVENTS: list[Row] = [{"id": "x", "documents": ["p", "q", "r"], "estimates": {"killed": {"low": 7, "best": 8, "high": 9}}}]
LINES: list[Row] = [{"event": "x", "documents": ["p", "q"]}, {"event": "x", "documents": [{"id": "r", "how": "origin"}]}]


def test_lines_that_equal_the_case_are_all_right() -> None:
    report = lines.whole(lines.parts([CASE], EVENTS, LINES))

    assert report["B3"] == [1, 1, 1]
    assert report["lines"]["balanced"] == 1
    assert report["lines"]["joined"] == {"verbatim": [1.0, 1]}
    assert report["lines"]["count"] == {"events": 1, "MAE": 0, "bias": 0, "exact": 1}
    assert (report["toll"]["killed"]["inside"], report["toll"]["killed"]["held"], report["toll"]["fantasy"]["avoided"]) == (
        1,
        1,
        1,
    )


@pytest.mark.parametrize("rows", [[["p", "q", "r"]], [["p"], ["q"], ["r"]]])
def test_one_line_for_all_and_a_line_for_each_are_equally_worthless(rows: list[list[str]]) -> None:
    report = lines.whole(lines.parts([CASE], EVENTS, [{"event": "x", "documents": row} for row in rows]))

    assert report["lines"]["balanced"] == 0.5
    assert report["lines"]["count"]["exact"] == 0


def test_a_fantasy_figure_that_is_taken_over_is_told() -> None:
    taken = copy.deepcopy(EVENTS)
    taken[0]["estimates"]["killed"] = {"low": 8, "best": 78, "high": 90}

    report = lines.whole(lines.parts([CASE], taken, LINES))

    assert (report["toll"]["killed"]["inside"], report["toll"]["killed"]["held"], report["toll"]["fantasy"]["avoided"]) == (
        0,
        1,
        0,
    )


def test_estimates_are_right_within_a_thousandth_and_missing_ones_are_wrong() -> None:
    gold = [{"object": o, "property": "toll", "truth": "1000"} for o in ("near", "far", "gone")]
    wide = {"low50": "990", "high50": "1010", "low90": "900", "high90": "1100"}
    system = {"near|toll": wide | {"best": "1000.5"}, "far|toll": wide | {"best": "1050", "low50": "1040"}}

    report = estimates.report(total(estimates.parts(gold, system)[0].counts))

    assert report == {
        "questions": 3, "missing": 1, "error": round(2 / 3, 4), "MAE": 25.25, "RMSE": 35.3571,
        "held50": 0.5, "held90": 1.0, "width90": 200.0,
    }  # fmt: skip
