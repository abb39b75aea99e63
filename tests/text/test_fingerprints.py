"""Runs of words, what one text holds of another, and signatures that find near copies."""

import zlib

from sayso.text.fingerprints import candidates, containment, minhash, shingles, words

STORY = "The ferry left Orlan at nine and sank off the lighthouse before the second watch had come on deck that night"
OTHER = "A committee in Tesk has put the price of barley up again and the millers are not pleased with the new table at all"


def test_words_are_lower_case_without_punctuation() -> None:
    assert words("Orlan's ferry -- SUNK!") == ("orlan's", "ferry", "sunk")


def test_a_cut_copy_is_held_by_the_whole() -> None:
    assert containment(shingles(STORY), shingles(STORY[:70])) > 0.8


def test_other_words_share_nothing() -> None:
    assert containment(shingles(STORY), shingles(OTHER)) == 0.0


def test_nothing_is_held_by_nothing() -> None:
    assert containment(shingles(""), shingles(STORY)) == 0.0
    assert minhash(shingles("")) == ()


def test_a_text_shorter_than_a_run_is_one_run() -> None:
    assert len(shingles("two words")) == 1


def test_signatures_agree_about_as_often_as_the_sets_do() -> None:
    runs = [zlib.crc32(str(n).encode()) for n in range(1200)]
    first, second = frozenset(runs[:1000]), frozenset(runs[200:])
    agreeing = sum(a == b for a, b in zip(minhash(first, 512), minhash(second, 512), strict=True)) / 512
    assert abs(agreeing - 800 / 1200) < 0.08


def test_near_copies_fall_into_one_bucket_and_strangers_do_not() -> None:
    signatures = [minhash(shingles(t)) for t in (STORY, OTHER, STORY + " It was calm.")]
    assert candidates(signatures) == ((0, 2),)


def test_a_crowd_of_copies_is_paired_with_neighbours_only() -> None:
    signatures = [minhash(shingles(STORY))] * 300
    assert len(candidates(signatures)) == 299
