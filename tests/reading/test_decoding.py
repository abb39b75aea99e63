"""Which words are source, cue and content, given the scores of the two heads?"""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from sayso.reading.decoding import TAGS, Floats, Relation, anchors, decode, log_softmax


def scores(tags: str, sure: float = 6.0) -> Floats:
    """Log-probabilities of a row of tags, one letter a word: S, Q, C begin a part, s, q, c go on, a dot is outside."""
    names = {".": "O", "S": "B-S", "s": "I-S", "Q": "B-Q", "q": "I-Q", "C": "B-C", "c": "I-C"}
    out = np.zeros((len(tags), len(TAGS)))
    for i, letter in enumerate(tags):
        out[i, TAGS.index(names[letter])] = sure
    return log_softmax(out)


def drawn(given_: list[Relation]) -> list[tuple[object, object, object]]:
    return [(r.source, r.cue, r.content) for r in given_]


def test_probabilities_add_up_to_one() -> None:
    assert np.allclose(np.exp(log_softmax(np.array([[1.0, 2.0, 900.0], [0.0, 0.0, 0.0]]))).sum(-1), 1)


def test_words_that_may_begin_a_cue_are_anchors() -> None:
    assert anchors(scores("Ss.Qq.Cc.Q")) == [3, 9]
    assert anchors(scores("Ss.Ccc")) == []


def test_one_cue_has_its_source_and_content() -> None:
    flat = scores("SsQCccc.")
    assert drawn(decode(flat, [(2, flat)])) == [(((0, 2),), ((2, 3),), ((3, 7),))]


def test_content_on_both_sides_of_the_cue_is_one_relation_in_two_pieces() -> None:
    flat = scores("Ccc.SsQ.Ccc")
    assert drawn(decode(flat, [(6, flat)])) == [(((4, 6),), ((6, 7),), ((0, 3), (8, 11)))]


def test_two_cues_have_each_their_own_parts_in_the_order_of_the_text() -> None:
    flat = scores("SQCc.SQCc.")
    left, right = scores("SQCc......"), scores(".....SQCc.")
    expected = [(((0, 1),), ((1, 2),), ((2, 4),)), (((5, 6),), ((6, 7),), ((7, 9),))]
    assert drawn(decode(flat, [(1, left), (6, right)])) == expected
    assert drawn(decode(flat, [(6, right), (1, left)])) == expected


def test_of_two_cues_on_the_same_words_the_surer_stays() -> None:
    flat = scores("SQqCc.")
    doubtful = scores("S.QCc.", sure=3.0)
    found = decode(flat, [(1, flat), (2, doubtful)])
    assert [r.cue for r in found] == [((1, 3),)]


def test_a_cue_that_the_role_head_does_not_see_is_none() -> None:
    assert decode(scores("SQCc."), [(1, scores("....."))]) == []
    assert decode(scores("....."), []) == []


def test_a_cue_without_source_and_content_is_none() -> None:
    alone = scores("..Q..")
    assert decode(alone, [(2, alone)]) == []


@given(
    st.integers(1, 8).flatmap(
        lambda n: st.tuples(
            hnp.arrays(np.float64, (n, 7), elements=st.floats(-8, 8)),
            st.lists(
                st.tuples(st.integers(0, n - 1), hnp.arrays(np.float64, (n, 7), elements=st.floats(-8, 8))),
                max_size=3,
                unique_by=lambda f: f[0],
            ),
        )
    )
)
def test_whatever_the_scores_parts_lie_in_the_unit_and_cues_apart(given_: tuple[Floats, list[tuple[int, Floats]]]) -> None:
    flat, found = log_softmax(given_[0]), [(i, log_softmax(s)) for i, s in given_[1]]
    relations = decode(flat, found)
    taken: list[int] = []
    for r in relations:
        assert len(r.cue) == 1
        assert len(r.source) <= 1
        assert all(0 <= i < j <= len(flat) for part in (r.source, r.cue, r.content) for i, j in part)
        taken += range(*r.cue[0])
    assert len(taken) == len(set(taken))
    assert relations == decode(flat, found[::-1])
