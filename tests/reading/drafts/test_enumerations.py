"""How many are named one by one before a verb of harm?"""

import pytest

from sayso.reading.drafts.enumerations import enumerated
from sayso.reading.harm.counts import Figures
from sayso.reading.quantities import quantities
from tests.readings import analysis, claims


def listed(text: str) -> int | None:
    """How many a list before "killed", "wounded" or "died" holds."""
    a = analysis(text)
    trigger = next(i for i, w in enumerate(a.lower) if w in {"killed", "wounded", "died"})
    found = enumerated(a, trigger, Figures(a, quantities.find(text)))
    return None if found is None or found.quantity is None else found.quantity.best


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Anna Belova and Ivan Petrov were killed.", 2),
        ("Anna Belova, 34, and her two sons were killed.", 3),
        ("Anna Belova, 34, her son Ivan, 7, and a neighbour were killed in Lysk on Monday, police said.", 3),
        ("Anna Belova, 34, her two sons and a neighbour died in the strike, police said.", 4),
        ("Anna Belova, a doctor, and Ivan Petrov, a nurse, were killed.", 2),
        ("Ivan Petrov, the mayor, and his two guards were killed.", 3),
        ("Two men, a woman and a child were killed on Monday, police said.", 4),
        ("A farmer, his wife and their three children were killed.", 5),
        ("A commander and a suspected courier were killed in Orlo.", 2),
    ],
)
def test_people_of_a_list_count_together(text: str, number: int) -> None:
    assert listed(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "Anna Belova, a doctor, was killed.",
        "Two brothers, a cook and a clerk, were killed.",
        "Four women, three men and two children were killed.",
        "Twelve soldiers, a colonel among them, were killed.",
        "A man dead and a woman wounded lay there.",
        "Soldiers were killed.",
    ],
)
def test_one_person_or_a_count_with_its_parts_is_no_list(text: str) -> None:
    assert listed(text) is None


@pytest.mark.parametrize(
    ("text", "outcome", "number"),
    [
        (
            "Police say 19-year-old JaKela Forst and 24-year-old Latica Foks were declared dead at the scene in Uzhok.",
            "killed",
            2,
        ),
        ("Ana Orl, 20, and Tam Reke, 24, were found dead in Uzhok.", "killed", 2),
        ("Karma Orlova, 7, had been critically injured in the shooting in Uzhok.", "wounded", 1),
        ("Karma Orlova, 7, and Tam Reke, 9, were injured in the shooting in Uzhok.", "wounded", 2),
    ],
)
def test_each_who_is_named_with_an_age_counts_once(text: str, outcome: str, number: int) -> None:
    assert [(c.outcome, c.quantity.best) for c in claims(text) if c.quantity is not None] == [(outcome, number)]
