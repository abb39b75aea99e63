"""Where does a text say that something happened to people, and to whom?"""

import pytest

from sayso.reading.harm import mentions
from tests.readings import analysis, told


def suffered(text: str) -> list[tuple[str, str, list[str], str | None]]:
    """Outcome, word of harm, who suffered and who did it."""
    a = analysis(text)
    word = a.lower.__getitem__
    return [
        (m.outcome, word(m.trigger), [word(v) for v in m.victims], None if m.agent is None else word(m.agent))
        for m in mentions.find(a)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The drone killed five soldiers.", ("killed", "killed", ["soldiers"], "drone")),
        ("Five soldiers were killed by the drone.", ("killed", "killed", ["soldiers"], "drone")),
        ("Seven miners died in the tunnel.", ("killed", "died", ["miners"], None)),
        ("The fire killed sailors and cooks.", ("killed", "killed", ["sailors", "cooks"], "fire")),
        ("The brigade lost 20 men.", ("killed", "lost", ["men"], None)),
        ("The fire claimed 12 lives.", ("killed", "claimed", ["lives"], None)),
        ("The flood took the lives of five men.", ("killed", "took", ["men"], None)),
        ("The flood cost five men their lives.", ("killed", "cost", ["men"], None)),
        ("Nineteen people lost their lives in Orlo.", ("killed", "lost", ["people"], None)),
        ("Rebels kidnapped five teachers.", ("captured", "kidnapped", ["teachers"], "rebels")),
        ("The rebels gunned down four guards.", ("killed", "gunned", ["guards"], "rebels")),
        ("Nine villagers were driven from their homes.", ("displaced", "driven", ["villagers"], None)),
        ("Two sailors did not survive.", ("killed", "survive", ["sailors"], None)),
        ("The North has 500 troops on the island.", ("deployed", "has", ["troops"], None)),
        ("Rescuers found the bodies of three men.", ("killed", "bodies", ["men"], None)),
        ("The death of 12 soldiers shocked the town.", ("killed", "death", ["soldiers"], None)),
        ("There were 30 casualties.", ("casualties", "casualties", ["casualties"], None)),
        ("Four miners are missing.", ("missing", "missing", ["miners"], None)),
    ],
)
def test_a_clause_of_harm_tells_who_suffered(text: str, expected: tuple[str, str, list[str], str | None]) -> None:
    assert suffered(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The army destroyed 12 tanks.",
        "The storm killed 40 sheep.",
        "Twelve prisoners were released on Friday.",
        "The bodies of the soldiers were returned.",
        "He shot a film in Orlo.",
        "The ministry sent a letter.",
        "The team lost 20 games.",
        "They buried the plan.",
        "The minister resigned on Monday.",
    ],
)
def test_what_befalls_things_or_is_no_harm_is_not_mentioned(text: str) -> None:
    assert suffered(text) == []


def test_a_relative_clause_tells_of_the_noun_before_it() -> None:
    assert suffered("The seven miners who died in the tunnel came from Orlo.") == [("killed", "died", ["miners"], None)]


def test_men_who_are_wounded_to_death_are_killed() -> None:
    assert [m[0] for m in suffered("A sniper fatally shot two guards.")] == ["killed"]
    assert [m[0] for m in suffered("A sniper shot two guards.")] == ["casualties"]


def test_an_adjective_of_harm_is_loose_and_its_noun_suffered() -> None:
    a = analysis("The hospital received five wounded soldiers.")
    (m,) = mentions.find(a)
    assert (m.outcome, m.loose, m.frame) == ("wounded", True, "attribute")
    assert [a.lower[v] for v in m.victims] == ["soldiers"]


COUNTED = [
    ("Two beekeepers were killed in Orlo.", "killed", 2),
    ("Eight lamplighters died in the fire.", "killed", 8),
    ("The storm killed three well-wishers.", "killed", 3),
    ("The mine wounded four salt-diggers.", "wounded", 4),
    ("Our fighters liquidated 34 hirelings.", "killed", 34),
    ("The post reported all nine members of the crew dead.", "killed", 9),
    ("Seven had been reported missing since May.", "missing", 7),
    ("The abducted were five clerks.", "captured", 5),
    ("Two sailors were taken off the boat by the Chinese.", "captured", 2),
    ("Orlan citizens are fighting in the Iruan army.", "engaged", None),
]


@pytest.mark.parametrize(("text", "outcome", "number"), COUNTED)
def test_people_of_any_calling_are_counted(text: str, outcome: str, number: int | None) -> None:
    assert [(t.outcome, t.best) for t in told(text)] == [(outcome, number)]


UNCOUNTED = [
    "The flood killed 300 cows and 12 geese.",
    "Two ships perished in the storm.",
    "The frost killed nine olives.",
    "Two tailors are fighting over a bill.",
    "Two marines were taken off the list by the clerk.",
]


@pytest.mark.parametrize("text", UNCOUNTED)
def test_what_is_no_person_is_not(text: str) -> None:
    assert told(text) == []


UNSENT = [
    "The council ordered the deployment of four battalions to Orlo.",
    "The thief was gone before police arrived.",
]


@pytest.mark.parametrize("text", UNSENT)
def test_units_are_not_counted_as_people_nor_those_who_come_to_look(text: str) -> None:
    assert told(text) == []
