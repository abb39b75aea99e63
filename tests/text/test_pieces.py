"""Into which pieces does the reader's model cut a word?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.pieces import MOST, UNKNOWN, Pieces

WORDS = ("[PAD]", "soldier", "##s", "un", "##harm", "##ed", "cafe", "orlo", "-", ",", "中", "文", "a", "##a", "7", "##0")
VOCABULARY = {w: 1000 + i for i, w in enumerate(WORDS)}
NAMES = {i: w for w, i in VOCABULARY.items()} | {UNKNOWN: "[UNK]"}


def pieces(word: str) -> list[str]:
    return [NAMES[i] for i in Pieces(VOCABULARY).of(word)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("soldier", ["soldier"]),
        ("SOLDIERS", ["soldier", "##s"]),
        ("unharmed", ["un", "##harm", "##ed"]),
        ("700", ["7", "##0", "##0"]),
        ("Café", ["cafe"]),
        ("cafe\u0301", ["cafe"]),
        ("Orlo-Orlo", ["orlo", "-", "orlo"]),
        ("中文", ["中", "文"]),
        ("a中a", ["a", "中", "a"]),
        ("or\x00lo\u200f", ["orlo"]),
        ("orlo\u2028orlo", ["orlo", "orlo"]),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces_that_the_vocabulary_knows(word: str, expected: list[str]) -> None:
    assert pieces(word) == expected


@pytest.mark.parametrize("word", ["zebra", "soldierz", "😀", "", "\x00", "\ufffd", "a" * 101])
def test_a_word_that_cannot_be_cut_is_unknown(word: str) -> None:
    assert pieces(word) == ["[UNK]"]


def test_an_unknown_part_does_not_hide_the_known_ones() -> None:
    assert pieces("orlo-zebra") == ["orlo", "-", "[UNK]"]


def test_of_a_long_word_no_more_pieces_are_taken_than_the_model_learned() -> None:
    assert pieces("a" * 100) == ["a", *["##a"] * (MOST - 1)]


def test_a_full_memory_changes_no_answer() -> None:
    small = Pieces(VOCABULARY, memory=1)
    assert [small.of(w) for w in ("orlo", "soldiers", "orlo")] == [Pieces(VOCABULARY).of(w) for w in ("orlo", "soldiers", "orlo")]


@given(st.text(max_size=40))
def test_any_word_has_at_least_one_piece_and_at_most_the_limit(word: str) -> None:
    found = Pieces(VOCABULARY).of(word)
    assert 1 <= len(found) <= MOST
    assert set(found) <= NAMES.keys()
