"""Rows have the shapes of the contract and the givers' own ids."""

from dataclasses import replace
from datetime import date

from sayso.exports.layers import toll_layer
from sayso.exports.rows import claim_row, document_row, estimate_row, estimate_rows, event_row, line_row, source_row
from sayso.model import Quantity, Source, When, Where
from sayso.parts import Part
from sayso.reading.claims.tolls import Toll
from tests.exports.case_of_two import CLAIMS, EVENT, FIRST, KILLED, LINE, small_case

NAMES = small_case().names


def test_a_document_row_can_be_given_again() -> None:
    row = document_row(FIRST)
    assert row["id"] == "pier-1"
    assert row["text"] == FIRST.text
    assert "byline" not in row


def test_a_claim_row_names_the_speakers_nearest_first() -> None:
    row = claim_row(CLAIMS[0], NAMES)
    assert row["document"] == "pier-1"
    assert [s["name"] for s in row["said_by"]] == ["Orlan Hospital", "Orlan Wire"]
    assert row["said_by"][1] == {"name": "Orlan Wire", "kind": "outlet", "stance": "publishes"}
    assert row["quantity"] == {"low": 17, "best": 17, "high": 17, "wording": "exact", "stated": [17]}
    assert row["part_of"] is None


def test_an_event_row_gives_estimates_by_outcome() -> None:
    row = event_row(EVENT, (KILLED,), NAMES)
    assert row["main"] == ["pier-1"]
    assert row["documents"] == ["pier-1", "pier-2"]
    assert row["estimates"] == {"killed": {"low": 14, "best": 17, "high": 23, "level": "one line", "lines": 1}}


def test_an_estimate_row_knows_no_time_of_the_run() -> None:
    row = estimate_row(KILLED)
    assert "as_of" not in row
    assert row["grounds"][0]["line"] == "l-1"


def test_a_line_row_puts_the_origin_first() -> None:
    row = line_row(LINE, NAMES)
    assert row["documents"] == [{"id": "pier-1", "how": "origin"}, {"id": "pier-2", "how": "verbatim", "of": "pier-1"}]
    assert row["figures"] == {"killed": [17, 17, 17]}


def test_a_source_row_says_how_often_it_speaks_and_why_it_is_one() -> None:
    source = Source(
        id="s-1", name="the hospital", kind="medical", document=FIRST.id, evidence=("the same name",), statements=3, claims=2
    )
    assert source_row(source, NAMES) == {
        "id": "s-1",
        "name": "the hospital",
        "kind": "medical",
        "document": "pier-1",
        "evidence": ["the same name"],
        "statements": 3,
        "claims": 2,
    }


def test_a_toll_names_the_days_and_the_place_of_its_event_and_the_main_one_first() -> None:
    day = When(first=date(2032, 5, 4), last=date(2032, 5, 4))
    where = Where(text="Norra", name="Norra", country="XY", lat=50.0, lon=20.0)
    aside = Toll(main=False, when=None, where=None, figures=())
    main = Toll(main=True, when=day, where=where, figures=(("killed", Quantity(low=3, best=3, high=3)),))
    assert toll_layer([aside, main]) == [
        {
            "main": True,
            "when": {"first": "2032-05-04", "last": "2032-05-04"},
            "where": {"text": "Norra", "name": "Norra", "country": "XY", "lat": 50.0, "lon": 20.0},
            "killed": {"low": 3, "best": 3, "high": 3},
        },
        {"main": False, "when": None, "where": None},
    ]


def test_each_group_of_a_figure_is_a_row_below_it_with_its_lines_and_claims() -> None:
    part = Part(
        group="soldiers of Orm", nation="orm", role="military", low=9, best=9, high=9, lines=("l-1",), claims=("c-1", "c-2")
    )
    whole, row = estimate_rows(replace(KILLED, parts=(part,)))
    assert "group" not in whole
    assert (row["event"], row["outcome"], row["group"], row["best"]) == ("e-1", "killed", "soldiers of Orm", 9)
    assert (row["lines"], row["on_lines"], row["claims"], row["told_by"]) == (1, ["l-1"], 2, ["c-1", "c-2"])
