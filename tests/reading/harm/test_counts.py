"""How many are meant, in figures, articles, names or a bare plural?"""

import pytest

from sayso.reading.harm.counts import Counted, Figures, count, phrase
from sayso.reading.quantities import quantities
from sayso.reading.words.grammar import conjuncts
from tests.readings import analysis, told


def counted(text: str, word: str) -> list[Counted]:
    """What counts the noun phrase that a word heads, with those coordinated with it."""
    a = analysis(text)
    return count(a, conjuncts(a, a.lower.index(word)), Figures(a, quantities.find(text)))


def numbers(text: str, word: str) -> list[tuple[int | None, int | None, str] | None]:
    return [(c.quantity.low, c.quantity.best, c.quantity.wording) if c.quantity else None for c in counted(text, word)]


@pytest.mark.parametrize(
    ("text", "word", "low", "best", "wording"),
    [
        ("The army lost 12 soldiers.", "soldiers", 12, 12, "exact"),
        ("The army lost at least forty soldiers.", "soldiers", 40, None, "at least"),
        ("The army lost a soldier.", "soldier", 1, 1, "exact"),
        ("The army lost soldiers.", "soldiers", 2, None, "plural"),
        ("The army lost several soldiers.", "soldiers", 3, None, "several"),
        ("The army lost no soldiers.", "soldiers", 0, 0, "none"),
        ("The sniper shot Anna Belova.", "anna", 1, 1, "exact"),
        ("The army lost a brigade.", "brigade", 2, None, "plural"),
        ("The army lost both pilots.", "pilots", 2, 2, "exact"),
        ("Both were lost.", "both", 2, 2, "exact"),
        ("The army lost a trio of sappers.", "trio", 3, 3, "exact"),
        ("The fire hurt a third of the 60 passengers.", "third", 20, 20, "share"),
        ("The fire hurt most of the 60 passengers.", "most", 31, None, "most"),
        ("The fire hurt a third of the passengers.", "third", 2, None, "plural"),
        ("The fire hurt half of the passengers.", "half", 2, None, "plural"),
    ],
)
def test_one_party_has_the_number_that_its_words_give(text: str, word: str, low: int, best: int | None, wording: str) -> None:
    assert numbers(text, word) == [(low, best, wording)]


def test_each_party_with_a_figure_has_its_own() -> None:
    assert numbers("The fire killed 12 sailors and three cooks.", "sailors") == [(12, 12, "exact"), (3, 3, "exact")]


def test_one_figure_before_two_nouns_counts_both() -> None:
    assert numbers("The fire killed 4,000 soldiers and police.", "soldiers") == [(4000, 4000, "exact")]


def test_people_listed_one_by_one_are_added_up() -> None:
    (found,) = counted("The fire killed a cook, a driver and two boys.", "cook")
    assert found.listed
    assert found.quantity is not None
    assert (found.quantity.best, found.quantity.wording, found.quantity.stated) == (4, "listed", ())


def test_those_spoken_of_before_have_no_number_of_their_own() -> None:
    assert numbers("The fire killed them.", "them") == [None]


def test_a_number_of_another_sentence_counts_nobody_here() -> None:
    assert numbers("Snow fell for 12 days. The fire killed soldiers.", "soldiers") == [(2, None, "plural")]


def test_the_words_of_a_figure_and_the_noun_it_counts_lead_to_it() -> None:
    text = "At least 30 fishermen drowned."
    a = analysis(text)
    figures = Figures(a, quantities.find(text))
    (figure, words) = figures.all[0]
    assert figures.words(figure) == words
    assert figures.at(words[-1]) is figures.on(a.lower.index("fishermen")) is figure
    assert figures.at(a.lower.index("drowned")) is None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The fire killed three young Ruritanian sailors who slept.", "sailors", "young Ruritanian sailors"),
        ("The fire killed sailors near Orlo.", "sailors", "sailors"),
        ("The fire killed a 12-year-old boy.", "boy", "12-year-old boy"),
    ],
)
def test_a_noun_phrase_is_its_adjectives_and_noun_without_clauses(text: str, word: str, expected: str) -> None:
    a = analysis(text)
    start, end = phrase(a, a.lower.index(word))
    assert text[start:end] == expected


def test_several_or_multiple_people_are_more_than_the_one_told_beside_them() -> None:
    found = told("The patrol captured a courier and multiple suspected rebels at Uzhok.")

    assert [(t.outcome, t.best, t.low) for t in found] == [("captured", 1, 1), ("captured", None, 3)]


def test_who_plans_or_trains_attackers_is_a_person() -> None:
    assert [(t.outcome, t.best) for t in told("The patrol arrested an attack coordinator at Uzhok.")] == [("captured", 1)]
