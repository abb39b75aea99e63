"""Learned numbers as data: what a language's weights must be for the reader to use them."""

from importlib.resources import files

import numpy as np

from sayso import weights
from sayso.reading.words.offers import TAGS
from sayso.text.pieces import START, STOP, UNKNOWN


def test_a_language_is_loaded_once() -> None:
    assert weights.load("en") is weights.load("en")


def test_the_digest_names_the_weights_in_hex() -> None:
    assert len(bytes.fromhex(weights.digest("en"))) == 32


def test_the_marks_have_the_ids_that_the_reader_gives_them() -> None:
    lines = (files("sayso.weights") / "en" / "vocab.txt").read_text(encoding="utf-8").split("\n")
    assert [lines[i] for i in (UNKNOWN, START, STOP)] == ["[UNK]", "[CLS]", "[SEP]"]


def test_words_of_news_are_known() -> None:
    known = [weights.load("en").pieces.of(w) for w in ("Soldiers", "killed", "missing", "1,200", "café")]
    assert not any(UNKNOWN in ids for ids in known)


def test_every_answer_of_the_graphs_has_a_label() -> None:
    model = weights.load("en")
    ids = np.array([[START, *model.pieces.of("killed"), *model.pieces.of("men"), STOP]], dtype=np.int64)
    none, words = np.zeros_like(ids), np.array([[1, 2]], dtype=np.int64)
    vectors, flat, *tags = model.encode(ids=ids, shp=none, quo=none, idx=words, sid=np.zeros_like(words))
    assert flat.shape == (1, 2, len(TAGS))
    assert vectors.shape[:2] == (1, 2)
    xpos, upos, names, heads, rels = (t[0].tolist() for t in tags)
    for key, found in (("xpos", xpos), ("upos", upos), ("ner", names), ("rel", rels)):
        assert all(0 <= i < len(model.labels[key]) for i in found)
    assert all(0 <= h <= 2 for h in heads)
