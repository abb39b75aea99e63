"""A headline given beside the text is read with it, once."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotation import Given, annotate_line
from sayso.ingest.headlines import headed
from sayso.ingest.items import Taken
from sayso.ingest.rows import take_row

BODY = "Shells fell on the old town of Velinsk on Tuesday. The mayor asked people to stay at home."


def test_a_headline_that_the_text_does_not_give_stands_above_it() -> None:
    assert headed(BODY, "Twelve killed\n in Velinsk") == f"Twelve killed in Velinsk\n\n{BODY}"


@pytest.mark.parametrize(
    "title",
    [
        "Shells fell on the old town of Velinsk",
        "Shells fell on the old town - The Lysk Courier",
        "Shells fell on the old town - Courier 5 - Lysk, Astovia",
        "SHELLS FELL, on the old town | Lysk Today",
        "Shells fell on the old tow - The Lysk Courier",
        "",
        "  ",
        None,
    ],
)
def test_a_headline_that_the_text_opens_with_is_not_given_twice(title: str | None) -> None:
    assert headed(BODY, title) == BODY


def test_the_name_of_a_site_alone_is_no_headline_to_be_known_by() -> None:
    assert headed(BODY, "The mayor - Shells fell") != BODY


@given(st.text(min_size=1, max_size=80), st.text(max_size=60))
def test_a_headed_text_ends_in_the_text_and_is_headed_once(text: str, title: str) -> None:
    once = headed(text, title)
    assert once.endswith(text)
    assert not any(map(str.isalnum, title)) or headed(once, title) == once


def _row(**more: str) -> bytes:
    return json.dumps({"id": "a", "text": BODY, "published": "2031-05-07", **more}).encode()


def test_a_row_is_kept_with_its_headline_above_the_text() -> None:
    taken = take_row(_row(title="Twelve killed in Velinsk"), "a:1")
    assert isinstance(taken, Taken)
    assert taken.document.text == f"Twelve killed in Velinsk\n\n{BODY}"
    assert taken.document.title == "Twelve killed in Velinsk"


def test_a_toll_heeds_the_headline_and_offsets_are_those_of_the_text_given() -> None:
    given_row = Given(origin="a:1", raw=_row(title="Twelve killed in Velinsk"))
    tolls = json.loads(annotate_line(given_row, layer="tolls", depth="all").line or "")["tolls"]
    assert tolls[0]["killed"]["best"] == 12
    times = json.loads(annotate_line(given_row, layer="times", depth="all").line or "")["times"]
    assert [BODY[t["start"] : t["end"]] for t in times] == ["Tuesday"]
