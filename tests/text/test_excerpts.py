"""Some spans of a text as one short text, and the way back."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.text.excerpts import excerpt

TEXT = "Snow fell. Five men died. Prices rose. Two men fled."
DIED, FLED = (11, 25), (39, 52)


@st.composite
def chosen(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """A text and disjoint spans of it, in order."""
    text = draw(st.text(min_size=1, max_size=60))
    marks = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return text, [(s, e) for s, e in zip(marks[::2], marks[1::2], strict=False)]


def test_spans_stand_one_after_the_other_and_apart() -> None:
    assert excerpt(TEXT, [DIED, FLED]).text == "Five men died.\n\nTwo men fled."


def test_a_place_in_the_excerpt_leads_back_to_the_text() -> None:
    short = excerpt(TEXT, [DIED, FLED])
    at = short.text.index("fled")
    start, end = short.back((at, at + 4))
    assert TEXT[start:end] == "fled"


def test_what_was_left_out_or_runs_over_a_gap_has_no_place_in_the_excerpt() -> None:
    short = excerpt(TEXT, [DIED, FLED])
    assert [short.forth(s) for s in ((0, 4), (26, 32), (11, 52), (24, 40))] == [None] * 4


def test_nothing_chosen_is_an_empty_text_where_nothing_has_a_place() -> None:
    assert excerpt(TEXT, []).text == ""
    assert excerpt(TEXT, []).forth((0, 4)) is None


@given(chosen())
def test_forth_and_back_is_where_one_began(given_: tuple[str, list[Span]]) -> None:
    text, spans = given_
    short = excerpt(text, spans)
    for start, end in spans:
        for span in ((start, end), (start, start + 1), (end - 1, end)):
            there = short.forth(span)
            assert there is not None
            assert short.text[there[0] : there[1]] == text[span[0] : span[1]]
            assert short.back(there) == span
