"""On which day does a feast lie?"""

from datetime import date

import pytest

from sayso.reading.times.feasts import orthodox_easter
from sayso.reading.times.times import find

PUBLISHED = date(2031, 10, 16)


@pytest.mark.parametrize("day", [date(2022, 4, 24), date(2024, 5, 5), date(2025, 4, 20)])
def test_the_eastern_easter_lies_where_almanacs_have_it(day: date) -> None:
    assert orthodox_easter(day.year) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The truce of Easter last year", date(2030, 4, 21)),
        ("The truce of previous Easter", date(2031, 4, 13)),
        ("The truce of following Easter", date(2032, 3, 28)),
        ("the truce of easter of 2030", date(2030, 4, 21)),
        ("the truce of Orthodox Easter 2030", date(2030, 4, 28)),
    ],
)
def test_a_feast_is_of_the_year_that_is_told(text: str, day: date) -> None:
    assert [(t.first, t.last) for t in find(text, PUBLISHED)] == [(day, day)]
