"""Where do paragraphs, sentences and words begin and end?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.units import LIMIT, paragraphs, quoted, sentences, units

TELEGRAM = """\
The commander of the northern district reports that the ford
at Orlo was taken after a fight of six hours in which forty
of his men fell and the enemy left two guns and ninety dead
upon the field. The pursuit goes on and more is to follow by
the evening post."""

SOUP = st.text(st.sampled_from("aB .,!?…\n\t“”\"'’()-0123456789é中\u200f😀"), max_size=200)


def cut(text: str) -> list[str]:
    return [text[s:e] for s, e in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid began on Nov. 20 near Orlo. It ended at dawn.", ["The raid began on Nov. 20 near Orlo.", "It ended at dawn."]),
        ("He died in Nov. The rest lived.", ["He died in Nov.", "The rest lived."]),
        ("The U.S. Army sent 40 men. They left.", ["The U.S. Army sent 40 men.", "They left."]),
        ("He lives in the U.S. The army sent 40 men.", ["He lives in the U.S.", "The army sent 40 men."]),
        ("Gen. Petrov fell at St. Orlo. Mr. Lis fled.", ["Gen. Petrov fell at St. Orlo.", "Mr. Lis fled."]),
        ("A. Belova died. B. Lis lived.", ["A. Belova died.", "B. Lis lived."]),
        ("No. 7 mine burned. It cost 3.5 million.", ["No. 7 mine burned.", "It cost 3.5 million."]),
        ("They came at 5 p.m. Police followed.", ["They came at 5 p.m.", "Police followed."]),
        (
            "Who fell? Nobody knew! Then silence… Nine were gone.",
            ["Who fell?", "Nobody knew!", "Then silence…", "Nine were gone."],
        ),
        ("“They fled.” The mayor said so.", ["“They fled.”", "The mayor said so."]),
    ],
)
def test_a_full_stop_ends_a_sentence_unless_it_belongs_to_a_name_or_a_number(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_sentence_ends_where_the_space_after_it_was_lost() -> None:
    assert cut("Two men died on Saturday.Police said so.") == ["Two men died on Saturday.", "Police said so."]
    assert cut("The page orlo.com was down.") == ["The page orlo.com was down."]


def test_lines_of_a_telegram_run_on_and_those_of_a_list_do_not() -> None:
    listed = "Bridge falls at Orlo.\nFive killed in raid on a market in Velmora.\nSnow expected.\nPrices rise in the capital."
    assert len(paragraphs(TELEGRAM)) == 1
    assert cut(TELEGRAM)[1].startswith("The pursuit")
    assert len(paragraphs(listed)) == 4


def test_a_blank_line_ends_a_paragraph_of_a_telegram() -> None:
    assert len(paragraphs(f"{TELEGRAM}\n\n{TELEGRAM}")) == 2


def test_words_are_split_as_the_model_learned_them() -> None:
    (unit,) = units("They didn't go to John's at 15:27, U.S. Gen. Lis paid $1,200.5 on 2031-05-04.")
    assert unit.words == (
        "They", "did", "n't", "go", "to", "John", "'s", "at", "15:27", ",", "U.S.", "Gen.", "Lis", "paid", "$", "1,200.5",
        "on", "2031-05-04", ".",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("He said “we lost nine” today", (0, 0, 2, 1, 1, 1, 2, 0)),
        ('"We lost nine" he said', (2, 1, 1, 1, 2, 0, 0)),
        ("„Neun“ and «dix» too", (2, 1, 2, 1, 2, 1, 2, 0)),
        ("It's the boys' own", (0, 0, 0, 0, 0, 0)),
    ],
)
def test_words_know_whether_they_are_quoted(text: str, states: tuple[int, ...]) -> None:
    assert quoted(units(text)[0].words) == units(text)[0].quotes == states


def test_a_long_paragraph_is_cut_at_the_ends_of_sentences() -> None:
    found = units(" ".join(f"Patrol number {n} came home at dawn with its men." for n in range(60)))
    assert len(found) > 2
    assert all(u.words[-1] == "." and u.sentences[0] == 0 for u in found)
    assert all(len(u.words) <= LIMIT for u in found)


def test_one_enormous_sentence_is_cut_where_it_must_be() -> None:
    found = units("word " * 1000)
    assert [len(u.words) for u in found] == [LIMIT] * (1000 // LIMIT) + [1000 % LIMIT]


def test_a_word_of_three_hundred_letters_stays_one_word() -> None:
    (unit,) = units("x" * 300 + " " + "y" * 300)
    assert [len(w) for w in unit.words] == [300, 300]


@pytest.mark.parametrize("text", ["", " \n \t\n"])
def test_nothing_has_no_units(text: str) -> None:
    assert units(text) == ()
    assert sentences(text) == ()


@given(SOUP)
def test_every_letter_that_is_no_space_is_in_one_word_of_one_unit(text: str) -> None:
    spans = [s for u in units(text) for s in u.spans]
    assert spans == sorted(spans)
    assert "".join(text[s:e] for s, e in spans).split() == ["".join(text.split())] * bool(text.split())


@given(SOUP)
def test_offsets_of_a_unit_are_those_of_the_text(text: str) -> None:
    for unit in units(text):
        assert tuple(text[s:e] for s, e in unit.spans) == unit.words
        assert (unit.start, unit.end) == (unit.spans[0][0], unit.spans[-1][1])
        assert len(unit.words) == len(unit.quotes) == len(unit.sentences)
        assert list(unit.sentences) == sorted(unit.sentences)
