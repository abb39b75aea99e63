"""Who else suffers what a word of harm says, where the parse loses them?"""

import pytest

from tests.readings import counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # joined behind a name or a role
        ("Guerrillas killed minister Ana Ruiz and her two bodyguards.", [("killed", 3), ("killed", 2)]),
        ("Guerrillas have killed the mayor of the town, as well as two farmers.", [("killed", 3), ("killed", 2)]),
        ("Raiders murdered Ana Ruiz, her husband and three pupils.", [("killed", 5), ("killed", 3)]),
        (
            "Guerrillas murdered rector Ana Ruiz, five other Jesuits, and two women.",
            [("killed", 8), ("killed", 5), ("killed", 2)],
        ),
        ("The car bomb killed senator Jan Orl, his wife and four bystanders.", [("killed", 6), ("killed", 4)]),
        ("A grenade wounded the governor and two of his escorts.", [("wounded", 3), ("wounded", 2)]),
        ("Among the dead were two children and a priest.", [("killed", 3), ("killed", 2)]),
        ("Gunfire killed one and wounded four in Orlo.", [("killed", 1), ("wounded", 4)]),
        ("The death squad kidnapped and murdered three clerks.", [("captured", 3), ("killed", 3)]),
        ("The troops suffered three dead and nine wounded.", [("killed", 3), ("wounded", 9)]),
        ("Five farmers were found dead with gunshot wounds.", [("killed", 5)]),
        ("One rebel was killed and another wounded in Velmora.", [("killed", 1), ("wounded", 1)]),
        # taken up by a pronoun
        ("Men dragged four students from a bus and executed them.", [("killed", 4)]),
        ("Rebels kidnapped nine ranchers and later killed them.", [("captured", 9), ("killed", 9)]),
        # the one who did it, at the end of the list
        ("A clerk in Orlo killed his wife and himself on Monday.", [("killed", 2)]),
        ("The pupil killed four classmates and then himself.", [("killed", 5), ("killed", 4)]),
        ("A farmer killed six of his nephews, his elder sister and himself.", [("killed", 8), ("killed", 6)]),
        ("The farmer killed two guards and blamed himself.", [("killed", 2)]),
        # told along with them, further on
        ("The minister was killed near his home, along with two of his bodyguards.", [("killed", 3), ("killed", 2)]),
        ("Six priests were murdered on Sunday together with two maids.", [("killed", 6), ("killed", 2)]),
        # right before a participle that shares no subject
        (
            "The bishop told reporters that five people were killed and at least 14 women were wounded.",
            [("killed", 5), ("wounded", None)],
        ),
        (
            "Five policemen and a clerk were killed, and at least 24 soldiers injured, when a car exploded.",
            [("killed", 5), ("killed", 6), ("wounded", None)],
        ),
        ("Two policemen who were acting as her guards and a clerk were wounded.", [("wounded", 2), ("wounded", 3)]),
        ("Four people including one child were injured by the blast.", [("wounded", 4), ("wounded", 1)]),
        ("Twelve soldiers were injured in the attack, as were some shepherds.", [("wounded", 12), ("wounded", None)]),
        # in brackets or between dashes
        (
            "Two boys and eight others (three soldiers and five teachers) were wounded.",
            [("wounded", 2), ("wounded", 8), ("wounded", 3), ("wounded", 5)],
        ),
        (
            "Six priests – five Poles and one Ukrainian – and two maids were murdered.",
            [("killed", 6), ("killed", 5), ("killed", 1), ("killed", 2)],
        ),
        (
            "Six Jesuits (five Poles and one Ukrainian) and two women were killed.",
            [("killed", 6), ("killed", 5), ("killed", 1), ("killed", 2)],
        ),
        (
            "Thirteen bodies were seen on the streets; eight rebels, four soldiers, and a civilian.",
            [("killed", 13), ("killed", 8), ("killed", 4)],
        ),
        ("The monks (five Spaniards and one Pole) were killed.", [("killed", 6), ("killed", 5), ("killed", 1)]),
        (
            "They mourned the killing of six of their members, including rector Ana Ruiz and two women, by men in uniform.",
            [("killed", 6), ("killed", 3), ("killed", 2)],
        ),
        ("Five policemen and two wardresses were injured.", [("wounded", 5), ("wounded", 2)]),
        ("An unknown number of wounded people reached the clinic.", [("wounded", None)]),
        ("Killing and wounding over 40 people, the bomb tore down the hall.", [("casualties", None)]),
        ("He denounced those who this morning massacred six priests.", [("killed", 6)]),
    ],
)
def test_those_whom_a_sentence_adds_are_counted(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shell killed six soldiers and three nurses were wounded.", [("killed", 6), ("wounded", 3)]),
        ("The rebels killed the mayor and two policemen said nothing.", [("killed", 1)]),
        ("The minister left with two guards after a bomb killed a cook.", [("killed", 1)]),
        ("The blast killed a driver and two cars burned.", [("killed", 1)]),
        ("A soldier died along with his two dogs.", [("killed", 1)]),
        ("He wants to condemn those who massacred six priests.", [("killed", 6)]),
        ("They want to kill six priests.", []),
        ("Twelve soldiers were injured in the attack, as was usual.", [("wounded", 12)]),
        ("The rebels left Orlo and a cook was killed.", [("killed", 1)]),
        ("The monks (two dogs and one cat were theirs) were killed.", [("killed", None)]),
        ("He killed Ana Ruiz, a teacher, on Monday.", [("killed", 1)]),
        ("He killed Ana Ruiz, his wife, on Monday.", [("killed", 1)]),
        ("They killed a judge and his family fled.", [("killed", 1)]),
        ("Rebels met nine ranchers and did not kill them.", []),
        ("Rebels dropped two bombs and buried them.", []),
        ("Orl wanted the man dead.", []),
        ("Another wounded cook left.", []),
        ("One man was killed and three others were shot and wounded in Orlo.", [("killed", 1), ("wounded", 3)]),
        ("The list has 13 bodies; nine names are on it.", [("killed", 13)]),
        ("The blast killed nine monks, five of them old.", [("killed", 9), ("killed", 5)]),
        ("Rebels shot dead a cook and wounded three guards.", [("killed", 1), ("wounded", 3)]),
    ],
)
def test_those_who_have_a_verb_of_their_own_or_are_no_people_are_not(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert counts(text) == expected
