"""Are the words that an attribution tells whole, and is nothing told that only says who speaks?"""

import pytest

from tests.readings import reading


def told(text: str) -> list[tuple[str, str]]:
    """The nearest speaker and the words of each statement that somebody is named for."""
    return [
        (s.said_by[0].name, " … ".join(text[b:e] for b, e in s.content))
        for s in reading(text).statements
        if len(s.said_by) > 1 and s.content
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kelmar Wire reported, citing Arden Hospital, that eleven people had died.", "that eleven people had died"),
        ("Eleven people have died in Dravna, Kelmar Wire reported, citing Arden Hospital.", "Eleven people have died in Dravna"),
        ("Some 300 sappers had been killed, lawmaker Ana Ruiz told a parliamentary panel.", "Some 300 sappers had been killed"),
        ("Four guards were missing, the ministry said, telling members of the panel.", "Four guards were missing"),
    ],
)
def test_whom_a_speaker_cites_and_tells_is_no_statement(text: str, words: str) -> None:
    assert {w for _, w in told(text)} == {words}


@pytest.mark.parametrize(
    "text",
    [
        "The Kestrel government, which has never acknowledged losses in Tarn, is due to send 3,000 sappers, the spy agency said.",
        "Pyongyang, which has never acknowledged losses in Tarn, is due to send 3,000 soldiers in August, the spy agency said.",
    ],
)
def test_a_clause_beside_the_subject_does_not_cut_what_is_told(text: str) -> None:
    assert ("spy agency", text.removesuffix(", the spy agency said.")) in told(text)


def test_what_goes_on_behind_the_day_of_speaking_begins_with_its_own_words() -> None:
    text = (
        "Of the twenty men taken in May, fourteen have come back, Kelmar's police confirmed on Friday, and of the remaining six "
        "two have died."
    )
    assert [w for _, w in told(text)] == [
        "Of the twenty men taken in May, fourteen have come back",
        "of the remaining six two have died",
    ]


def test_a_further_clause_with_that_is_told_too() -> None:
    text = "The governor said on Monday nine people had been killed, and that 15 others were in hospital."
    assert told(text) == [("governor", "nine people had been killed, and that 15 others were in hospital")]


def test_what_somebody_never_acknowledged_is_the_outlets_word_about_them() -> None:
    text = "Forty guards had been killed, the ministry said. Vostria has never acknowledged losses in Tarn."
    assert told(text) == [("ministry", "Forty guards had been killed")]


def test_its_spokesman_is_no_papers() -> None:
    text = (
        "The raid killed nine, the Kelmar Wire reported. The government in Maputo declined to give a figure. The Dravna Post "
        "spoke of 12. Its spokesman merely noted that the road was open."
    )
    assert ("government in Maputo", "that the road was open") in told(text)


def test_a_name_that_is_no_names_is_whole_before_what_it_explains() -> None:
    text = "Names Not Numbers, a casualty monitor, has confirmed the deaths of 3,114 soldiers. Names Not Numbers counted 20 more."
    assert {name for name, _ in told(text)} == {"Names Not Numbers"}


def test_one_and_some_of_them_are_no_names() -> None:
    text = "Three drivers were hurt, two of them said. One said that the guards had shot."
    by = [s.said_by[0] for s in reading(text).statements if len(s.said_by) > 1]
    assert {(a.kind, a.unnamed) for a in by} == {("anonymous", True)}


def test_a_plaque_is_no_speaker() -> None:
    assert told("The memorial stands by the river. The plaque on it says that 31 people died there.") == []


def test_a_press_service_speaks_for_its_own_body() -> None:
    text = (
        "The Sarn Front's press service said two died. The press service of the Vostok Command said six died. The navy's press "
        "service said one died."
    )
    by = [s.said_by[0] for s in reading(text).statements if len(s.said_by) > 1]
    assert [a.name for a in by] == ["Sarn Front", "Vostok Command", "navy's press service"]
    assert [a.kind for a in by[1:]] == ["military", "military"]


def test_two_who_say_it_together_are_two_speakers_and_the_claim_is_the_first_ones() -> None:
    text = "Army and rebels said that at least 20 people had been killed."
    assert {name for name, _ in told(text)} == {"Army", "rebels"}
    assert [c.said_by[0].name for c in reading(text).claims] == ["Army"]
