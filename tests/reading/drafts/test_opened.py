"""Of which of the harmed does a clause that opens with them tell, and what befell the rest of a whole?"""

import pytest

from tests.readings import told

Rows = list[tuple[str, int | None, bool]]

BOTH: Rows = [("killed", 40, False), ("wounded", 90, False)]

AMONG: list[tuple[str, Rows]] = [
    ("The blast killed 40 people and injured 90. Of the killed, 11 were children.", [*BOTH, ("killed", 11, True)]),
    ("The blast killed 40 people and injured 90. Of those killed, 11 were children.", [*BOTH, ("killed", 11, True)]),
    ("The blast killed 40 people and injured 90. Of the dead, 12 were women.", [*BOTH, ("killed", 12, True)]),
    ("The blast killed 40 people and injured 90. Of the injured, 12 were women.", [*BOTH, ("wounded", 12, True)]),
    ("The blast killed 40 people and injured 90. Among the killed, six were pupils.", [*BOTH, ("killed", 6, True)]),
    ("The blast killed 40 people and injured 90. Of the dead, police said, 12 were women.", [*BOTH, ("killed", 12, True)]),
    ("The blast killed 40 people and injured 90.\n\nOf the killed, 11 were children.", [*BOTH, ("killed", 11, True)]),
    ("The blast killed 40 people and injured 90. Of these, 12 were women.", [*BOTH, ("wounded", 12, True)]),
]

REST: list[tuple[str, Rows]] = [
    (
        "Of the 30 people on the bus, 12 were killed and the rest injured, police said.",
        [("killed", 12, False), ("wounded", 18, False)],
    ),
    ("Of the 30 passengers, 12 died and the rest were wounded.", [("killed", 12, False), ("wounded", 18, False)]),
    ("Of the 20 soldiers, eight were wounded and the rest killed.", [("killed", 12, False), ("wounded", 8, False)]),
    ("Seven of the 25 miners were killed and the others injured.", [("killed", 7, False), ("wounded", 18, False)]),
    ("Two of the 12 guards were killed and the rest were captured.", [("captured", 10, False), ("killed", 2, False)]),
    ("Five workers were killed and the rest injured, police said.", [("killed", 5, False)]),
    ("Police said five workers were killed and the rest injured.", [("killed", 5, False)]),
    ("Of the 30 people on the bus, 12 were killed and the rest escaped.", [("killed", 12, False)]),
    (
        "Of the 30 people on the bus, 12 were killed, five wounded and the rest escaped unhurt.",
        [("killed", 12, False), ("wounded", 5, False)],
    ),
    ("Five workers were killed and injured.", [("casualties", 5, False)]),
]


@pytest.mark.parametrize(("text", "rows"), AMONG)
def test_a_clause_that_opens_with_the_dead_tells_of_the_dead(text: str, rows: Rows) -> None:
    assert sorted((t.outcome, t.best, t.part) for t in told(text)) == sorted(rows)


@pytest.mark.parametrize(("text", "rows"), REST)
def test_the_rest_of_a_whole_suffers_what_is_said_of_it_alone(text: str, rows: Rows) -> None:
    assert sorted((t.outcome, t.best, t.part) for t in told(text)) == sorted(rows)
