"""Forms of time are found wherever they stand, and each is tried only behind words that it can begin with."""

from datetime import date

import pytest

from sayso.packs import table
from sayso.reading.times import times
from sayso.reading.times.forms import beginnings, forms
from sayso.text.openings import ANY

FAR = "The column crossed the bridge at Orlovets with its lorries, its guns and the field kitchen of the second regiment. "


@pytest.mark.parametrize("words", ["at 11 p.m.", "minutes later", "the corresponding period last year"])
def test_a_form_is_found_far_from_every_other_word_of_time(words: str) -> None:
    text = f"{FAR}Nobody saw it {words} beside the mill. {FAR}"

    assert any(words.removeprefix("at ") in text[slice(*t.span)] for t in times.find(text, date(2031, 5, 4)))


def test_a_form_is_found_at_either_end_of_a_text() -> None:
    assert [m.group() for _, m in forms("Monday or Tuesday", narrative=False)] == ["Monday", "Tuesday"]


def test_no_form_begins_or_ends_within_a_word() -> None:
    assert not list(forms("Sixmondays, 3.mondayish", narrative=False))


def test_every_form_begins_with_words_that_are_told() -> None:
    assert not [name for name in table("times", "forms")["forms"] if (ANY,) in beginnings(name)]


def test_forms_of_narratives_are_found_in_narratives_alone() -> None:
    text = "In the meantime the former minister left."

    news, told = ({name for name, _ in forms(text, narrative=narrative)} for narrative in (False, True))

    assert "told" in told - news
