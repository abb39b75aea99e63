"""Marks that overlap cut a text into runs; joined, the runs are the text."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.workbench.marks import Mark, marked
from sayso.workbench.page import environment

SPANS = st.tuples(st.integers(-3, 40), st.integers(-3, 40))
MARKS = st.lists(st.builds(lambda span, kind: Mark(span=span, kind=kind), SPANS, st.sampled_from(["said", "voice", "fig"])))


@given(st.text(max_size=30), MARKS)
def test_joined_the_runs_are_the_text_and_each_says_where_it_begins(text: str, marks: list[Mark]) -> None:
    runs = marked(text, marks)
    assert "".join(r.text for r in runs) == text
    assert all(r.text and text[r.start : r.start + len(r.text)] == r.text for r in runs)


@given(st.text(max_size=30), MARKS)
def test_a_letter_has_the_kinds_of_the_marks_that_lie_on_it(text: str, marks: list[Mark]) -> None:
    for run in marked(text, marks):
        for at in range(run.start, run.start + len(run.text)):
            assert {m.kind for m in run.marks} == {m.kind for m in marks if m.span[0] <= at < m.span[1]}


@given(st.text(min_size=1, max_size=30), MARKS)
def test_every_mark_with_a_letter_opens_once_and_ends_once(text: str, marks: list[Mark]) -> None:
    runs = marked(text, marks)
    kept = sum(max(0, m.span[0]) < min(m.span[1], len(text)) for m in marks)
    assert sum(len(r.opens) for r in runs) == sum(len(r.ends) for r in runs) == kept


@given(st.text(max_size=30))
def test_letters_of_a_report_are_escaped_and_keep_their_number(text: str) -> None:
    shown = environment().from_string("{{ text|letters }}").render(text=text)
    assert not {"<", ">", '"', "'", "\r", "\0"} & set(shown)


def test_a_run_names_its_kinds_once_and_the_mark_that_is_asked_for() -> None:
    (run,) = marked("nine", [Mark(span=(0, 4), kind="said", of="a"), Mark(span=(0, 4), kind="said", of="b")])
    assert run.kinds == "said"
    assert run.first("fig", "said") == Mark(span=(0, 4), kind="said", of="a")
    assert run.first("fig") is None
