"""What does a bare number count that shares the unit of the number before it?"""

import pytest

from sayso.reading.quantities.quantities import find


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("12 guards fell on Monday and 15 on Tuesday.", ["guard", "guard"]),
        ("The toll rose from 12 soldiers to 15.", ["soldier", "soldier"]),
        ("It has 3,900 drones, up from 2,400 last year.", ["drone", "drone"]),
        ("It sold 435 homes by lot and 187 by tender.", ["home", "home"]),
        ("It made 20 kilometres on Monday but fell back to 14.", ["kilometre", "kilometre"]),
        ("12 people came and 30 wounded lay there.", ["people", "wounded"]),
        ("12 killed and 30 hurt.", ["killed", None]),
        ("It lost 12 guards. Then 15 came.", ["guard", None]),
        ("It lost 12 guards; 15 fled.", ["guard", None]),
        ("It lost 12 guards, killing 30.", ["guard", None]),
        ("It walked 20 kilometres and 12 fell.", ["kilometre", None]),
    ],
)
def test_a_bare_number_beside_another_shares_its_unit(text: str, units: list[str | None]) -> None:
    assert [f.unit for f in find(text)] == units


@pytest.mark.parametrize("text", ["Another guard or two fell.", "A guard or two fell.", "One guard or two fell."])
def test_a_thing_or_two_is_one_or_two_of_it(text: str) -> None:
    figure = find(text)[-1]
    assert (figure.low, figure.best, figure.high, figure.unit) == (1, None, 2, "guard")
