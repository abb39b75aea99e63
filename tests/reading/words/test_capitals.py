"""How would a unit that stands in capitals be written in running text?"""

import pytest

from sayso.reading.words.capitals import in_capitals, running
from sayso.text.units import units
from tests.readings import analysis, counts


@pytest.mark.parametrize(
    "text",
    [
        "FOUR MINERS DIED NEAR ORLO ON 4 MAY.",
        "THE 3D BATTALION AND THE U.S. CONSUL LEFT.",
        "REBELS HELD O'HARA'S MILL, THE ARMY SAID.",
    ],
)
def test_a_unit_without_small_letters_is_in_capitals(text: str) -> None:
    (unit,) = units(text)
    assert in_capitals(unit.words)


@pytest.mark.parametrize(
    "text",
    [
        "Four miners died near Orlo on 4 May.",
        "FOUR MINERS DIED, the mayor said.",
        "USA, UK, EU.",
        "ORLO.",
        "2031-05-04 12:30",
        "Four Miners Died Near Orlo",
    ],
)
def test_running_text_headings_and_bare_abbreviations_are_not(text: str) -> None:
    (unit,) = units(text)
    assert not in_capitals(unit.words)


def test_names_and_openings_keep_a_capital_where_capitals_are_undone() -> None:
    (unit,) = units("MAYOR ANA RUIZ LEFT. HER U.S. GUARDS STAYED.")
    tags = ["NN", "NNP", "NNP", "VBD", ".", "PRP$", "NNP", "NNS", "VBD", "."]
    assert " ".join(running(unit, tags).words) == "Mayor Ana Ruiz left . Her U.S. guards stayed ."


def test_words_of_harm_are_no_names() -> None:
    (unit,) = units("THEY MURDERED ANA RUIZ.")
    assert " ".join(running(unit, ["PRP", "NNP", "NNP", "NNP", "."]).words) == "They murdered Ana Ruiz ."


def test_capitals_are_undone_in_the_words_alone_not_in_their_places() -> None:
    text = "TWO POLICEMEN WERE KILLED AND AN ARMY CAPTAIN WAS WOUNDED IN ORLO."
    a = analysis(text)
    assert [text[s:e].lower() for s, e in a.unit.spans] == [w.lower() for w in a.unit.words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TWO POLICEMEN WERE KILLED AND AN ARMY CAPTAIN WAS WOUNDED IN ORLO.", [("killed", 2), ("wounded", 1)]),
        ("REBELS MURDERED SIX PRIESTS AND TWO MAIDS IN VELMORA ON SUNDAY.", [("killed", 6), ("killed", 2)]),
        ("MAYOR ANA RUIZ AND HER DRIVER DIED WHEN A BOMB WENT OFF.", [("killed", 2)]),
        ("THE AMBUSH LEFT FIVE PEOPLE DEAD AND 12 WOUNDED.", [("killed", 5), ("wounded", 12)]),
        ("VELMORA, 3 MAY 2032 -- [REPORT] [SIERRA PRESS OFFICE] [TEXT] TWELVE NUNS DIED IN ORLO.", [("killed", 12)]),
        ("NOBODY WAS KILLED IN THE RAID ON VELMORA.", [("killed", 0)]),
    ],
)
def test_figures_in_capitals_are_read(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert counts(text) == expected
