"""How many are named one by one?"""

import pytest

from tests.readings import claims


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
