"""How are lines of labels, and the heads of columns, read?"""

import pytest

from tests.readings import counts

LABELS = [
    ("Killed: 23\nWounded: 68", [("killed", 23), ("wounded", 68)]),
    ("Killed – 23\nWounded – 68", [("killed", 23), ("wounded", 68)]),
    ("Killed - 3\nWounded - 9", [("killed", 3), ("wounded", 9)]),
    ("The figures this morning:\nKilled: 23\nWounded: 68", [("killed", 23), ("wounded", 68)]),
    ("Wounded: 68\nKilled: 23", [("wounded", 68), ("killed", 23)]),
    ("Dead: 4\nInjured: 17\nMissing: 2", [("killed", 4), ("wounded", 17), ("missing", 2)]),
    ("The raid killed 23\nsoldiers and wounded nine.", [("killed", 23), ("wounded", 9)]),
    ("4 civ killed, 7 wounded (3 kids)", [("killed", 4), ("wounded", 7)]),
    ("4 civs killed in Orlo.", [("killed", 4)]),
]

HEADS = [
    "Iruvian killed\n\n8\n\n120",
    "Iruvian killed\nOrlani killed\n8\n120",
    "Day\nIruvian killed\nOrlani killed\n14 September\n8\n120",
]


@pytest.mark.parametrize(("text", "numbers"), LABELS)
def test_each_line_of_labels_has_its_own_number(text: str, numbers: list[tuple[str, int]]) -> None:
    assert counts(text) == numbers


@pytest.mark.parametrize("text", HEADS)
def test_the_head_of_a_column_is_no_dead_man(text: str) -> None:
    assert counts(text) == []


def test_a_headline_of_one_dead_stands() -> None:
    assert counts("Guard killed\n\nTwo men came.\n\n8") == [("killed", 1)]
