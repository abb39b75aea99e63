"""Is what is given for nobody named read so: its cue, its words, no source? Fictional sentences, read by the real model."""

import pytest

from sayso.model import Statement
from sayso.reading.speakers.impersonals import impersonals
from sayso.reading.speakers.statements import find
from sayso.reading.words.analysis import analyse
from sayso.schema import make_document
from sayso.text.units import units
from sayso.weights import load


def said(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content, in words, of each outermost statement that has a cue."""
    d = make_document(name="d", text=text, published="2032-05-12", outlet="Orlan Wire")
    return [
        tuple(" | ".join(text[b:e] for b, e in spans) for spans in (s.source, s.cue, s.content))  # type: ignore[misc]
        for s in statements(text)
        if s.outermost and s.cue and s.document == d.id
    ]


def statements(text: str) -> tuple[Statement, ...]:
    d = make_document(name="d", text=text, published="2032-05-12", outlet="Orlan Wire")
    return find(d, [analyse(u, load()) for u in units(d.text)])


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The convoy is expected to reach Brod on Friday.", "is expected", "The convoy | to reach Brod on Friday"),
        ("The column seemed to have lost its way.", "seemed", "The column | to have lost its way"),
        ("It appears that the bridge was mined.", "appears", "that the bridge was mined"),
        ("The two pilots have reportedly left the country.", "reportedly", "The two pilots have | left the country"),
        ("The clerk was charged with theft on Monday.", "was charged with", "The clerk | theft on Monday"),
        ("Complaints followed: accusations of neglect at the clinic grew.", "accusations of", "neglect at the clinic"),
    ],
)
def test_words_for_nobody_named_have_a_cue_and_a_content_and_no_source(text: str, cue: str, content: str) -> None:
    assert ("", cue, content) in said(text)


def test_who_is_asked_is_not_who_asks() -> None:
    text = "Asked whether the depot would close, Colonel Viktor Dahl said that he did not know."
    assert [(source, cue) for source, cue, _ in said(text)] == [("", "Asked"), ("Colonel Viktor Dahl", "said")]


def test_an_agent_is_a_source_and_the_passive_then_is_not_impersonal() -> None:
    (a,) = [analyse(u, load()) for u in units("The toll was confirmed by the ministry on Monday.")]
    assert not list(impersonals(a, ()))


def test_the_outlet_itself_holds_what_nobody_named_gives() -> None:
    by = {s.cue: s.said_by for s in statements("The column seemed to have lost its way.") if s.outermost}
    assert [(a.name, a.kind) for chain in by.values() for a in chain] == [("Orlan Wire", "outlet")]


def test_words_that_somebody_else_says_give_no_statement_of_nobody() -> None:
    text = "The governor said that the convoy is expected to reach Brod on Friday."
    assert [source for source, _, _ in said(text)] == ["The governor"]
