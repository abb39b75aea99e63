"""What does a document say? The door of the room, at both depths."""

from typing import get_args

import pytest

from sayso.model import Claim
from sayso.reading.quantities.quantities import find
from sayso.reading.read import Depth, opening, read, select, sentences
from sayso.schema import make_document
from sayso.weights import load
from tests.readings import reading, report
from tests.stories.story import Story, claims_in, stories

DEPTHS: tuple[Depth, ...] = get_args(Depth)

MISSED_IN_BULK = 0.03
"""Share of our stories' numbered figures of harm that the bulk depth may miss: it looks only where harm and number are near."""

PAGE = """Share
Subscribe to our newsletter
Five miners died in Orlo, the governor said on Monday.
The governor said 12 more were missing.
Read more: Nine people were killed in Velmora
© 2032 Orlan Wire. All rights reserved."""


def numbered(claims: tuple[Claim, ...]) -> set[tuple[str, tuple[int, ...]]]:
    wanted = ("killed", "wounded", "casualties", "missing", "captured")
    return {(c.outcome, c.quantity.stated) for c in claims if c.quantity and c.quantity.stated and c.outcome in wanted}


def test_the_bulk_depth_finds_the_figures_of_the_full_depth_in_our_stories() -> None:
    full: list[tuple[Story, tuple[str, tuple[int, ...]]]] = []
    missed = []
    for story in stories():
        bulk = numbered(read(story.document, load(), "figures").claims)
        mine = sorted(numbered(claims_in(story.document)))
        full += [(story, m) for m in mine]
        missed += [(story.name, m) for m in mine if m not in bulk]
    assert len(missed) <= MISSED_IN_BULK * len(full), f"{len(missed)} of {len(full)}: {missed}"


@pytest.mark.parametrize("depth", DEPTHS)
def test_an_undated_report_says_that_its_days_are_not_resolved(depth: Depth) -> None:
    text = "Five miners died in Orlo on Monday."
    undated = reading(text, depth, None)
    assert undated.flags == ("undated: relative days are not resolved",)
    assert [c.when for c in undated.claims] == [None]
    assert reading(text, depth).flags == ()
    assert [c.when is not None for c in reading(text, depth).claims] == [True]


@pytest.mark.parametrize("depth", DEPTHS)
def test_a_year_that_stands_as_a_heading_dates_what_is_told_below(depth: Depth) -> None:
    text = "The siege of Orlo\n\n2031\n\nThe siege of Orlo was long and hard on all. On 3 March nine guards were killed there."
    assert [str(c.when.first) for c in reading(text, depth, None).claims if c.when] == ["2031-03-03"]


@pytest.mark.parametrize("depth", DEPTHS)
def test_a_report_without_harm_has_no_claims(depth: Depth) -> None:
    assert reading("Snow fell on Orlo. The mayor slept.", depth).claims == ()


@pytest.mark.parametrize("depth", DEPTHS)
def test_what_stands_around_a_report_is_not_read(depth: Depth) -> None:
    assert [c.quantity.best for c in reading(PAGE, depth).claims if c.quantity] == [5, 12]


def test_a_page_of_nothing_but_furniture_says_nothing() -> None:
    found = reading("Share\nTweet\n© 2032 Orlan Wire. All rights reserved.")
    assert (found.statements, found.claims) == ((), ())


def test_a_dateline_belongs_to_no_sentence() -> None:
    text = "VELMORA, May 11 (Orlan Wire) — Five miners died on Monday."
    start = opening(text, 0, len(text))
    assert text[start:].lstrip().startswith("Five miners")
    assert opening("Five miners died.", 0, 17) == 0


def test_the_bulk_depth_shows_the_model_only_what_can_bear_a_figure() -> None:
    text = "Snow fell on Orlo. Five miners died. The mayor slept. The governor spoke."
    shown = [text[u.start : u.end] for u in select(text, "figures", find(text), sentences(text, [(0, len(text))]))]
    assert shown == ["Five miners died."]
    assert [text[u.start : u.end] for u in select(text, "all", (), sentences(text, [(0, len(text))]))] == [text]


def test_the_outlet_speaks_last_and_alone_where_nobody_else_does() -> None:
    (claim,) = reading("Five miners died in Orlo.").claims
    assert [(a.name, a.kind, a.stance) for a in claim.said_by] == [("Orlan Wire", "outlet", "publishes")]


def test_a_claim_points_to_the_statement_that_holds_it() -> None:
    found = reading("The governor said that five miners died.")
    (claim,) = found.claims
    (statement,) = (s for s in found.statements if s.id == claim.statement)
    assert statement.said_by[0].name == claim.said_by[0].name == "governor"


def test_a_text_of_another_language_is_read_without_a_claim() -> None:
    assert read(make_document(name="d", text="Пятеро солдат погибли.", published=None, outlet=None), load(), "all").claims == ()


def test_a_document_is_named_in_its_reading() -> None:
    d = report("Five miners died.")
    assert read(d, load(), "all").document == d.id


@pytest.mark.parametrize(
    "text",
    [
        "The ministry put the toll at",
        "Ten people died, according",
        "Per",
        "Ten people died, per",
        "Ilya Brask:",
        "The army gave the number as",
    ],
)
def test_a_text_that_breaks_off_behind_a_cue_is_read(text: str) -> None:
    assert reading(text).document
