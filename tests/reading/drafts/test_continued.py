"""Which bare figures go on with the harm just told, and which lists of labels and letters are read?"""

import pytest

from tests.readings import told

Rows = list[tuple[str, int | None, bool]]

TOLD: list[tuple[str, Rows]] = [
    ("Five soldiers were wounded, two seriously.", [("wounded", 5, False), ("wounded", 2, True)]),
    ("At least 20 people were killed. Six were children.", [("killed", None, False), ("killed", 6, True)]),
    ("At least 20 people were killed. Six of them were children.", [("killed", None, False), ("killed", 6, True)]),
    ("Nine villagers are dead, of whom four are women.", [("killed", 9, False), ("killed", 4, True)]),
    ("Seven died on the government side and four on the rebels'.", [("killed", 7, False), ("killed", 4, False)]),
    ("There were nine dead on one side, nine on the other.", [("killed", 9, False), ("killed", 9, False)]),
    ("The ministry puts the deaths at 40 and the injuries at 75.", [("killed", 40, False), ("wounded", 75, False)]),
    ("The office put the number of those taken at nine.", [("captured", 9, False)]),
    ("It wrote of 'eight guards dead, according to a priest'.", [("killed", 8, False)]),
    ("The clinic reported six deaths, namely a cook, her son and four guards.", [("killed", 6, False), ("killed", 4, True)]),
    ("The dead were four guards and two cooks.", [("killed", 4, False), ("killed", 2, False)]),
    ("Six died: two men, two women and two boys.", [("killed", 6, False), *[("killed", 2, True)] * 3]),
    (
        "The army put the dead at 12. A priest who saw the bodies said there were five.",
        [("killed", 12, False), ("killed", 5, False)],
    ),
    ("The army put the dead at 12. The rebels' figure is 40.", [("killed", 12, False), ("killed", 40, False)]),
    ("The army put the dead at 12. I counted thirty-one.", [("killed", 12, False), ("killed", 31, False)]),
    ("The army lost 12 men. Our side claims 70 of theirs.", [("killed", 12, False), ("killed", 70, False)]),
    ("Orlan has 300 men there. The Iruan estimate was 3,000.", [("deployed", 300, False), ("deployed", 3000, False)]),
    ("The director gave five dead, of whom two were unidentified.", [("killed", 5, False), ("killed", 2, True)]),
    ("Civilians killed: 5. Civilians injured: 14.", [("killed", 5, False), ("wounded", 14, False)]),
    (
        "At least 2,000 people fled, the mayor said, some 300 of them in May.",
        [("displaced", None, False), ("displaced", 300, True)],
    ),
    ("Six miners died. The number could rise to 40.", [("killed", 6, False), ("killed", 40, False)]),
    ("Orlan sent 90 marines. It has about 240 on the island now.", [("deployed", 90, False), ("deployed", 240, False)]),
    ("The army lost nine men, the rebels fourteen.", [("killed", 9, False), ("killed", 14, False)]),
    ("The army lost nine and the rebels 14.", [("killed", 9, False), ("killed", 14, False)]),
    ("Each side lost nine.", [("killed", 9, False), ("killed", 9, False)]),
    ("He put enemy dead at 200 and his own at 12.", [("killed", 200, False), ("killed", 12, False)]),
    ("Two more died overnight, taking the toll to 19.", [("killed", 2, True), ("killed", 19, False)]),
    ("The 900-strong garrison held out.", [("deployed", 900, False)]),
    ("The garrison, 400 strong, has not been relieved.", [("deployed", 400, False)]),
    ("Killed: 12. Wounded: 30.", [("killed", 12, False), ("wounded", 30, False)]),
    ("Dead - 4, wounded - 11, missing - 2.", [("killed", 4, False), ("wounded", 11, False), ("missing", 2, False)]),
    ("Killed – 12 soldiers; wounded – 30.", [("killed", 12, False), ("wounded", 30, False)]),
    ("Our line: 3 K, 4 W.", [("killed", 3, False), ("wounded", 4, False)]),
]


@pytest.mark.parametrize(("text", "rows"), TOLD, ids=[text for text, _ in TOLD])
def test_a_bare_figure_goes_on_with_the_harm_just_told(text: str, rows: Rows) -> None:
    assert [(t.outcome, t.best, t.part) for t in told(text)] == rows


ALONE = [
    "Five soldiers were wounded, and two seriously doubted the report.",
    "Six miners were killed. Two trains were late.",
    "Six miners were wounded. Two of them are well.",
    "Six miners were killed. The rest were clerks.",
    "Six miners were killed on the road, and two cars on the bridge burned.",
    "Six miners were killed. The price is 40.",
    "The army lost nine men and the bridge 14 arches.",
    "Six miners were killed in winds 40 strong.",
    "Six miners were killed. The club lost 3.",
    "Six miners were killed. The price could pass 40.",
    "Six miners were killed. She had the list, on which there were seven.",
    "Six miners were killed. He said there were five reasons.",
    "Six miners were killed. It burned 4 W at noon, at 3 K.",
]


@pytest.mark.parametrize("text", ALONE)
def test_a_figure_of_anything_else_does_not(text: str) -> None:
    assert len(told(text)) == 1


MORE = [
    ("Orlan has 900 men in Reke, and 60 more would join them in June.", 60),
    ("Orlan has 900 men in Reke. A further 400 are to follow in May.", 400),
    ("Orlan has 900 men in Reke. It will send another 500 by June.", 500),
    ("Orlan has 900 men in Reke and 300 more are being trained for the spring.", 300),
    ("Orlan has 900 men in Reke. It will send 500 more.", 500),
]


@pytest.mark.parametrize(("text", "number"), MORE)
def test_more_of_the_troops_just_told_are_planned(text: str, number: int) -> None:
    assert [(t.outcome, t.best, t.status == "planned") for t in told(text)] == [
        ("deployed", 900, False),
        ("deployed", number, True),
    ]


@pytest.mark.parametrize(
    "text", ["Orlan has 900 men in Reke. It sent 500 more shells.", "Orlan has 900 men. Two more joined the talks."]
)
def test_more_of_anything_else_are_not(text: str) -> None:
    assert [(t.outcome, t.best) for t in told(text)] == [("deployed", 900)]


def test_who_some_were_may_stand_in_a_shorter_paragraph_than_their_figure() -> None:
    text = (
        "After a long day of talks in the town hall, in which the elders of the valley and the envoys of both of its mills spoke "
        "one after the other and nobody agreed on the water, the bakery by the bridge was shelled and five people were killed."
        "\n\nThree were children."
    )
    assert [(t.outcome, t.best) for t in told(text)] == [("killed", 5), ("killed", 3)]
