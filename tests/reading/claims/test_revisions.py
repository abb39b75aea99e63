"""Which claim of a document replaces an earlier figure of the same speaker?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Attribution, Claim, Quantity
from sayso.reading.claims.revisions import revised
from sayso.reading.quantities import quantities
from sayso.reading.read import read
from sayso.schema import make_document
from sayso.weights import load


def told(text: str) -> dict[int, int | None]:
    """Each figure of a report, with the one that it replaces."""
    document = make_document(name="report", text=text, published="2033-07-14", outlet="Tagus Courier")
    claims = read(document, load(), "all").claims
    figures = {c.id: c.quantity.stated[0] for c in claims if c.quantity is not None and c.quantity.stated}
    return {figures[c.id]: figures.get(c.revises or "") for c in claims if c.id in figures}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry raised its toll from 12 to 15 dead on Wednesday.",
        "The ministry said that 15 people were killed, up from 12.",
        "The ministry said that 15 people were killed, not 12 as it had first reported.",
        "The ministry said that 15 people were killed (previously 12).",
        "The ministry, which had said that 12 people were killed, now says that 15 people were killed.",
        "The ministry withdrew its earlier figure of 12 dead and said that 15 people had died.",
        "The ministry initially said that 12 people were killed. It later said that 15 people were killed.",
        "The ministry first reported 12 miners dead at Koidu, and later 15.",
        "The ministry said on Monday that 12 people had been killed. On Tuesday it said that 15 people had been killed.",
    ],
)
def test_a_later_figure_names_the_earlier_one_of_its_speaker(text: str) -> None:
    assert told(text) == {15: 12, 12: None}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that 15 people were killed at Soroca. Its guards said that 12 people were killed.",
        "The ministry said that 15 people were killed at Soroca. The ministry said that 12 people were killed at Tiraspol.",
        "The ministry said that 15 people were killed at Soroca on Monday, and that 12 people were killed there on Tuesday.",
    ],
)
def test_other_speakers_places_and_days_are_no_revision(text: str) -> None:
    assert told(text) == {15: None, 12: None}


def claim(at: int, n: int, name: str, cue: int) -> Claim:
    step = Attribution(name=name, kind="government", stance="says", cue=(cue, cue + 4))
    number = Quantity(low=n, best=n, high=n, stated=(n,), span=(at, at + 2))
    return Claim(id=f"c-{at}", document="d", span=(at, at + 2), quote="q", said_by=(step,), outcome="killed", quantity=number)


TEXT = "Ministry had said 12 dead. Ministry now said 15 dead. Police had said 17 dead. Police later said 19 dead."


@given(st.permutations(range(4)))
def test_the_order_in_which_claims_are_given_changes_nothing(order: list[int]) -> None:
    spots = [("Ministry", "12"), ("Ministry", "15"), ("Police", "17"), ("Police", "19")]
    given_ = [claim(TEXT.index(n), int(n), who, TEXT.index(n) - 5) for who, n in spots]
    found = revised([given_[i] for i in order], TEXT, quantities.find(TEXT))
    assert {c.id: c.revises for c in found if c.revises} == {
        given_[1].id: given_[0].id,
        given_[3].id: given_[2].id,
    }


@pytest.mark.parametrize(
    "text",
    [
        "Police corrected the toll from 12 dead and 30 wounded to nine dead and 25 wounded.",
        "The ministry lowered its figures from 12 killed and 30 wounded to nine killed and 25 wounded.",
    ],
)
def test_figures_of_two_outcomes_that_moved_together_each_replace_their_own(text: str) -> None:
    assert told(text) == {12: None, 30: None, 9: 12, 25: 30}
