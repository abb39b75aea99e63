"""Which of the spans that the two heads offer are an attribution?"""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from sayso import weights
from sayso.reading.words.choosing import OF_CONTENT, OF_CUE, OF_SOURCE, Relation, Scene, choose, judged, logit, traits
from sayso.reading.words.offers import CONTENT, TAGS, Floats, anchors, best_paths, log_softmax, offers, ranges
from sayso.weights import Choice

NAMES = {".": "O", "S": "B-S", "s": "I-S", "Q": "B-Q", "q": "I-Q", "C": "B-C", "c": "I-C"}
CHOICE = weights.load("en").choice


def scores(tags: str, sure: float = 6.0) -> Floats:
    """Log-probabilities of a row of tags, one letter a word: S, Q, C begin a part, s, q, c go on, a dot is outside."""
    out = np.zeros((len(tags), len(TAGS)))
    for i, letter in enumerate(tags):
        out[i, TAGS.index(NAMES[letter])] = sure
    return log_softmax(out)


def scene(flat: Floats) -> Scene:
    """A unit of one sentence without quotations, whose words hang on the first."""
    n = len(flat)
    return Scene(flat=np.exp(flat), heads=[-1, *[0] * (n - 1)], words=["w"] * n, quotes=[0] * n, sentences=[0] * n)


def decode(flat: Floats, found: list[tuple[int, Floats]], choice: Choice = CHOICE) -> list[Relation]:
    return choose(scene(flat), offers(flat, found), choice)


def drawn(relations: list[Relation]) -> list[tuple[object, object, object]]:
    return [(r.source, r.cue, r.content) for r in relations]


def test_probabilities_add_up_to_one() -> None:
    assert np.allclose(np.exp(log_softmax(np.array([[1.0, 2.0, 900.0], [0.0, 0.0, 0.0]]))).sum(-1), 1)


def test_words_that_may_begin_a_cue_are_anchors() -> None:
    assert anchors(np.exp(scores("Ss.Qq.Cc.Q"))) == [3, 9]
    assert anchors(np.exp(scores("Ss.Ccc"))) == []


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
    assert [r.cue for r in decode(flat, [(1, flat), (2, doubtful)])] == [((1, 3),)]


def test_of_two_with_one_content_the_less_sure_is_inner() -> None:
    flat = scores("SQCccc.SQ.")
    other = scores("..Cccc.SQ.", sure=4.0)
    first, second = decode(flat, [(1, scores("SQCccc....")), (8, other)])
    assert not first.inner
    assert second.inner


def test_a_cue_that_the_role_head_does_not_see_is_none() -> None:
    assert decode(scores("SQCc."), [(1, scores("....."))]) == []
    assert decode(scores("....."), []) == []


def test_a_cue_without_source_and_content_is_none() -> None:
    alone = scores("..Q..")
    assert decode(alone, [(2, alone)]) == []


def test_what_was_learned_names_the_traits_in_their_order() -> None:
    import json  # noqa: PLC0415  only here
    from importlib.resources import files  # noqa: PLC0415  only here

    kept = json.loads((files("sayso.weights") / "en" / "choice.json").read_text(encoding="utf-8"))
    parts = {"cue": OF_CUE, "source": OF_SOURCE, "content": OF_CONTENT}
    assert {k: tuple(kept[k]) for k in parts} == parts
    assert list(kept["whole"]) == [f"{k}: {name}" for k, names in parts.items() for name in names]


def test_each_span_that_is_offered_has_all_traits() -> None:
    flat = scores("SsQCccc.")
    (offer,) = offers(flat, [(2, flat)])
    for told, names in zip(traits(scene(flat), offer), (OF_CUE, OF_SOURCE, OF_CONTENT), strict=True):
        assert told
        assert all(len(values) == len(names) for _, values in told)
    assert offer.sources[-1] == ()


def test_a_probability_that_falls_lowers_its_logit_and_stays_finite() -> None:
    assert logit(0.0) < logit(0.5) < logit(1.0)
    assert abs(logit(0.5)) < 1e-9
    assert max(-logit(0.0), logit(1.0)) < 7


def by_hand(table: Floats) -> float:
    """The best sum of a row of tags, trying all of them."""
    best: dict[tuple[int, ...], float] = {(): 0.0}
    for row in table:
        step: dict[tuple[int, ...], float] = {}
        for path, worth in best.items():
            for tag, score in enumerate(row):
                if tag not in (2, 4, 6) or (path and path[-1] in (tag - 1, tag)):
                    step[(*path, tag)] = worth + float(score)
        best = step
    return max(best.values())


@given(hnp.arrays(np.float64, st.tuples(st.integers(1, 3), st.integers(1, 4), st.just(7)), elements=st.floats(-8, 8)))
def test_the_best_path_is_the_best_of_all_and_goes_on_only_after_a_beginning(tables: Floats) -> None:
    for table, path in zip(tables, best_paths(tables), strict=True):
        assert all(tag not in (2, 4, 6) or (i and path[i - 1] in (tag - 1, tag)) for i, tag in enumerate(path))
        assert np.isclose(sum(row[tag] for row, tag in zip(table, path, strict=True)), by_hand(table))


def test_ranges_are_the_runs_of_a_part() -> None:
    assert ranges([0, 5, 6, 5, 0, 6, 5], CONTENT) == ((1, 3), (3, 4), (6, 7))


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
        assert 0 <= r.score <= 1
        assert all(0 <= i < j <= len(flat) for part in (r.source, r.cue, r.content) for i, j in part)
        taken += range(*r.cue[0])
    assert len(taken) == len(set(taken))
    assert relations == decode(flat, found[::-1])
    for offer in offers(flat, found):
        if offer.cues:
            assert judged(scene(flat), offer, CHOICE).score <= 1
