"""Nights that lead into a day, anniversaries, and two days told as one, in a report of Tuesday 12 May 2026."""

from datetime import date

import pytest

from sayso.reading.times.times import find


def stretch(text: str) -> tuple[str, str]:
    """The first and last day of the first expression that has days."""
    first, last = next((t.first, t.last) for t in find(text, date(2026, 5, 12)) if t.first and t.last)
    return first.isoformat(), last.isoformat()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Drones struck Lysk overnight into Sunday.", ("2026-05-09", "2026-05-10")),
        ("Drones struck Lysk overnight to Sunday.", ("2026-05-09", "2026-05-10")),
        ("Drones struck Lysk in the night into Sunday.", ("2026-05-09", "2026-05-10")),
        ("Drones struck Lysk overnight Saturday.", ("2026-05-09", "2026-05-10")),
        ("Drones struck Lysk overnight.", ("2026-05-11", "2026-05-12")),
        ("Ten years ago this week, 130 people were killed.", ("2016-05-09", "2016-05-15")),
        ("A year ago today, a bomb killed 12 people.", ("2025-05-12", "2025-05-12")),
        ("Two years ago on Saturday, a car bomb killed 12.", ("2024-05-11", "2024-05-11")),
        ("It fell three years ago this month.", ("2023-05-01", "2023-05-31")),
        ("Shells fell late on Saturday and early on Sunday.", ("2026-05-09", "2026-05-10")),
        ("On 30 April and 1 May ten died.", ("2026-04-30", "2026-05-01")),
        ("From Monday through Thursday ten died.", ("2026-05-04", "2026-05-07")),
        ("At the turn of the year ten died.", ("2025-12-25", "2026-01-08")),
        ("Ten died near Bakhmut on Sunday, the 93rd Brigade said.", ("2026-05-10", "2026-05-10")),
    ],
)
def test_the_days_are_those_that_are_meant(text: str, days: tuple[str, str]) -> None:
    assert stretch(text) == days


def test_two_days_with_a_figure_each_stay_two() -> None:
    found = [t.first for t in find("Ten died on Saturday and four on Sunday.", date(2026, 5, 12))]
    assert found == [date(2026, 5, 9), date(2026, 5, 10)]
