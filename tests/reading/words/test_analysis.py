"""What are the words of a unit, and is the answer the same on every run, in every process and for any text?"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.engines import Local
from sayso.reading.words import grammar
from sayso.reading.words.analysis import Analysis, _trees, analyse, shape
from sayso.text.units import Unit, units
from sayso.weights import load
from tests.readings import analysis

REPORTS = [
    "The ministry said on Monday that five soldiers were killed near Orlo.",
    "Police in Velmora denied that seven boys, two of them brothers, had been shot.",
    "“We lost nine,” Anna Belova told the Bay Post. Rescuers found 12 bodies!",
]

Numbers = tuple[object, ...]


def told(text: str) -> list[Numbers]:
    """All that the model says of a text, down to the last bit of every score."""
    found = [analyse(u, load()) for u in units(text)]
    return [
        (a.xpos, a.upos, a.heads, a.rels, a.names, tuple((r.source, r.cue, r.content, r.score.hex()) for r in a.relations))
        for a in found
    ]


def test_the_same_text_gives_the_same_numbers_every_time() -> None:
    first = [told(t) for t in REPORTS]
    assert [told(t) for t in reversed(REPORTS)] == first[::-1]


def test_one_process_and_two_give_the_same_numbers() -> None:
    assert list(Local(2, chunk=1).map(told, REPORTS)) == list(Local(1).map(told, REPORTS))


def test_the_parse_tells_who_did_what_to_whom() -> None:
    a = analysis("A drone killed five soldiers near Orlo.")
    verb = a.lower.index("killed")
    assert a.heads[verb] == -1
    assert (grammar.subject(a, verb), grammar.thing(a, verb)) == (a.lower.index("drone"), a.lower.index("soldiers"))
    assert a.subtree(a.lower.index("soldiers")) >= {a.lower.index("five"), a.lower.index("soldiers")}
    assert list(a.above(a.lower.index("five"))) == [a.lower.index("soldiers"), verb]


def test_names_are_people_organisations_and_places() -> None:
    a = analysis("Anna Belova of the United Nations flew from Kharkiv to Berlin.")
    assert {" ".join(a.unit.words[i:j]): kind for i, j, kind in a.entities()} == {
        "Anna Belova": "PER",
        "United Nations": "ORG",
        "Kharkiv": "LOC",
        "Berlin": "LOC",
    }


def test_names_side_by_side_stay_two() -> None:
    unit = Unit(start=0, end=5, spans=((0, 1), (2, 3), (4, 5)), words=("A", "B", "C"), quotes=(0,) * 3, sentences=(0,) * 3)
    a = Analysis(
        unit=unit, xpos=("NNP",) * 3, upos=("PROPN",) * 3, heads=(-1, 0, 0), rels=("root", "flat", "flat"),
        names=("B-PER", "B-PER", "I-PER"), relations=(),
    )  # fmt: skip
    assert a.entities() == [(0, 1, "PER"), (1, 3, "PER")]


@pytest.mark.parametrize(
    "text",
    [
        "😀😀😀 💥",
        "قتل خمسة جنود في أورلو",
        "\u202eFive soldiers\u202c were killed\u200f",
        "x" * 5000,
        ("z" * 5000 + " ") * 3 + "five soldiers were killed",
        "abcdefghijklmnopqrstuvwxyz" * 10 + " " + "Qx7-" * 400,
        ".",
        "\u0301",
        "\x00",
        "中文" * 400,
        "! " * 600,
        "killed " * 500,
    ],
    ids=lambda t: t[:8].encode("unicode_escape").decode() + f"-{len(t)}",
)
def test_no_text_is_too_strange_to_be_analysed(text: str) -> None:
    for unit in units(text):
        a = analyse(unit, load())
        assert len(a) == len(a.heads) == len(a.xpos) == len(a.names)
        for r in a.relations:
            assert all(0 <= i < j <= len(a) for part in (r.source, r.cue, r.content) for i, j in part)


@given(st.integers(1, 30).flatmap(lambda n: st.lists(st.integers(-1, n - 1), min_size=n, max_size=n)))
def test_heads_are_trees_once_their_circles_are_cut(heads: list[int]) -> None:
    found = _trees(list(heads))
    for i in range(len(found)):
        steps, k = 0, i
        while k >= 0:
            k = found[k]
            steps += 1
            assert steps <= len(found)
    assert all(new in (old, -1) for new, old in zip(found, heads, strict=True))


@given(st.integers(1, 30).flatmap(lambda n: st.tuples(*[st.integers(-1, i - 1) for i in range(n)])))
def test_heads_that_are_trees_stay_as_they_are(heads: tuple[int, ...]) -> None:
    assert _trees(list(heads)) == heads


def test_a_circle_is_cut_at_its_first_word() -> None:
    assert _trees([1, 2, 0, 0]) == (-1, 2, 0, 0)
    assert _trees([0]) == (-1,)


@pytest.mark.parametrize("start", range(3))
def test_a_participle_joined_to_nothing_is_asked_once(start: int) -> None:
    words = ("shot", "burned", "hanged")
    unit = Unit(start=0, end=17, spans=((0, 4), (5, 11), (12, 17)), words=words, quotes=(0,) * 3, sentences=(0,) * 3)
    a = Analysis(
        unit=unit, xpos=("VBN",) * 3, upos=("VERB",) * 3, heads=(-1, -1, -1), rels=("conj",) * 3, names=("O",) * 3, relations=()
    )
    assert grammar.passive(a, start)
    assert grammar.subject(a, start) is None


def test_shapes_of_words_differ_as_their_letters_do() -> None:
    shapes = [shape(w) for w in ("men", "Orlo", "NATO", "eBay", "12", "1,200", ",", "A")]
    assert shapes == [1, 2, 3, 4, 5, 6, 7, 8]


def test_sentences_of_a_unit_follow_each_other() -> None:
    (unit,) = units(REPORTS[2])
    assert [b - a for a, b in pairwise(unit.sentences) if a != b] == [1]
