"""Dates of a peer's specification are scored by hand-made answers; what is left out is so by what the specification says."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from gold import recognizers
from gold.__main__ import main
from gold.counts import total

Row = dict[str, Any]
REF = "2031-10-16T00:00:00"


def case(text: str, *results: Row, unsupported: str = "") -> Row:
    return {"id": text, "text": text, "ref": REF, "not_supported": unsupported, "results": list(results)}


def result(text: str, words: str, kind: str, *values: Row) -> Row:
    start = text.index(words)
    return {
        "start": start,
        "end": start + len(words) - 1,
        "text": words,
        "type": f"datetimeV2.{kind}",
        "resolution": {"values": list(values)},
    }


def time(text: str, words: str, first: str | None, last: str | None, **changes: str) -> Row:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "type": "DATE", "value": first, "first": first, "last": last} | changes


FERRY = "The ferry sails in June, for three days"
SAILS = case(
    FERRY,
    result(
        FERRY,
        "June",
        "daterange",
        {"timex": "XXXX-06", "start": "2031-06-01", "end": "2031-07-01"},
        {"timex": "XXXX-06", "start": "2032-06-01", "end": "2032-07-01"},
    ),
    result(FERRY, "three days", "duration", {"timex": "P3D", "value": "259200"}),
)
JUNE = time(FERRY, "June", "2032-06-01", "2032-06-30", value="2032-06")
THREE = time(FERRY, "three days", None, None, type="DURATION", value="P3D")


@pytest.mark.parametrize(
    ("times", "right"),
    [
        ([JUNE, THREE], 1),
        ([JUNE | {"first": "2031-06-01", "last": "2031-06-30"}, THREE], 1),
        ([JUNE | {"last": "2032-07-01"}, THREE], 0),
        ([JUNE | {"first": "2031-06-01"}, THREE], 0),
        ([JUNE, THREE | {"value": "P4D"}], 0),
        ([JUNE], 0),
        ([JUNE, THREE, time(FERRY, "ferry", "2031-10-16", "2031-10-16")], 0),
        ([JUNE, THREE, time(FERRY, "ferry", None, None, type="DURATION", value="PT3H")], 1),
        ([JUNE, THREE, time(FERRY, "in", "2031-10-16", "2031-10-16", type="TIME")], 1),
    ],
)
def test_a_case_is_right_when_all_its_days_and_lengths_are_and_nothing_else_is_found(times: list[Row], right: int) -> None:
    counts = recognizers.count(SAILS, {"id": FERRY, "times": times})

    assert counts == {"dated/cases": 1, "dated/right": right, "dated/excluded": right}


@pytest.mark.parametrize(("value", "faults"), [("P3WE", 0), ("P6D", 0), ("P3W", 1), ("PXD", 1)])
def test_a_length_is_right_by_its_number_of_days(value: str, faults: int) -> None:
    text = "for three weekends"
    row = case(text, result(text, "three weekends", "duration", {"timex": "P3WE", "value": "518400"}))
    ours = time(text, "three weekends", None, None, type="DURATION", value=value)

    assert len(recognizers.wrong(row, [ours])) == faults


def test_a_case_without_dates_is_right_when_none_is_found() -> None:
    row = case("It may rain")

    assert recognizers.count(row, None) == {"silent/cases": 1, "silent/right": 1}
    assert recognizers.count(row, {"times": [time("It may rain", "may", "2032-05-01", "2032-05-31")]})["silent/right"] == 0


RANGE = "from May to July"


@pytest.mark.parametrize(("last", "faults"), [("2031-06-30", 0), ("2031-07-31", 0), ("2031-07-15", 1)])
def test_a_range_between_two_ends_may_end_before_the_second_or_with_it(last: str, faults: int) -> None:
    value = {"timex": "(2031-05-01,2031-07-01,P2M)", "start": "2031-05-01", "end": "2031-07-01"}
    row = case(RANGE, result(RANGE, RANGE, "daterange", value))

    found = [time(RANGE, RANGE, "2031-05-01", last)]

    assert len(recognizers.wrong(row, found)) == faults
    assert recognizers.count(row, {"times": found})["dated/excluded"] == (last == "2031-06-30")


@pytest.mark.parametrize(("last", "faults"), [("2031-10-15", 0), ("2031-10-16", 0), ("2031-10-17", 1)])
def test_a_range_up_to_the_day_of_publication_may_end_before_it_or_with_it(last: str, faults: int) -> None:
    text = "earlier this year"
    row = case(text, result(text, text, "daterange", {"timex": "2031", "start": "2031-01-01", "end": "2031-10-16"}))

    assert len(recognizers.wrong(row, [time(text, text, "2031-01-01", last)])) == faults


def test_a_range_between_quarters_may_end_with_the_second() -> None:
    text = "Q1 2031 to Q3 2031"
    value = {"timex": "(2031-01-01,2031-07-01,P6M)", "start": "2031-01-01", "end": "2031-07-01"}
    row = case(text, result(text, text, "daterange", value))

    assert recognizers.wrong(row, [time(text, text, "2031-01-01", "2031-09-30")]) == []
    assert len(recognizers.wrong(row, [time(text, text, "2031-01-01", "2031-07-31")])) == 1


@pytest.mark.parametrize(
    ("first", "last", "faults"),
    [("2031-01-01", "2031-12-31", 0), ("2032-01-01", "2032-12-31", 0), ("2031-02-01", "2031-11-30", 1)],
)
def test_of_an_open_range_the_end_that_is_given_must_be_a_bound(first: str, last: str, faults: int) -> None:
    text = "after 2031"
    row = case(text, result(text, text, "daterange", {"timex": "2031", "start": "2032-01-01", "Mod": "after"}))

    assert len(recognizers.wrong(row, [time(text, "2031", first, last)])) == faults


def test_cases_are_left_out_by_what_the_specification_says_and_are_counted_by_reason() -> None:
    clock = case("at 6", result("at 6", "6", "time", {"timex": "T06", "value": "06:00:00"}))
    hour = case("an hour", result("an hour", "an hour", "duration", {"timex": "PT1H", "value": "3600"}))
    bare = case("feb 30", result("feb 30", "feb 30", "date", {"timex": "XXXX-02-30", "value": "not resolved"}))
    passed_by_none = case("2031", unsupported="javascript, dotnet, java, python")
    rows = [SAILS, clock, hour, bare, passed_by_none, case("none")]

    dated, silent = recognizers.parts(rows, {})

    assert [row["id"] for row in recognizers.kept(rows)] == [FERRY, "none"]
    assert sorted(dated.left.values()) == [1, 1, 2]
    assert dated.marks(total(dated.counts)) == {"cases with dates right": 0, "the same, ends of ranges excluded": 0}
    assert silent.marks(total(silent.counts)) == {"cases without any left alone": 1}


def test_the_corpus_is_measured_by_the_verb_that_users_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The ferry sank on 12 March 2031."
    row = case(text, result(text, "12 March 2031", "date", {"timex": "2031-03-12", "value": "2031-03-12"}))
    (tmp_path / "time").mkdir()
    path = tmp_path / "time" / "msrec_datetime_datetimemodel.jsonl"
    path.write_text(json.dumps(row) + "\n" + json.dumps(row | {"id": "again"}) + "\n", encoding="utf-8")
    monkeypatch.setenv("SAYSO_CORPORA", str(tmp_path))

    done = CliRunner().invoke(main, ["--check", "--only", "times/msrec_dates", "--processes", "1"])

    assert "times/msrec_dates: 2 in" in done.output
    assert "cases with dates right             1.0000" in done.output
