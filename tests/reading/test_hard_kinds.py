"""Which turns of phrase of the hard kinds are read: attackers beside their victims, deaths that move a toll, burials, nobody?"""

import pytest

from tests.readings import claims, counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the attacker beside the victims
        ("The bomber killed himself and six guards at the gate.", [("killed", 7), ("killed", 6)]),
        ("A gunman killed four clerks before he was shot dead by the guards.", [("killed", 4), ("killed", 1)]),
        ("The raid left six people dead, the attacker among them.", [("killed", 6), ("killed", 1)]),
        ("A rifleman killed two clerks. Soldiers then shot the assailant dead.", [("killed", 2), ("killed", 1)]),
        (
            "An assailant who killed two clerks was shot dead. The attacker was killed at the gate.",
            [("killed", 1), ("killed", 2)],
        ),
        # people spoken of before do not die twice
        ("Four clerks were killed by a shell before they were buried.", [("killed", 4)]),
        # nobody
        ("Not a single sailor was killed in the raid.", [("killed", 0)]),
        ("The rocket fell into a field without causing any injuries.", [("wounded", 0)]),
        # a figure of casualties and those of them who died
        ("The battalion took 45 casualties, 12 of them fatal.", [("casualties", 45), ("killed", 12)]),
        ("Some 150 men were killed, wounded or missing by nightfall.", [("casualties", 150)]),
        # whose number stands before their part
        ("Of the 12 soldiers captured at Orlo, two have died.", [("captured", 12), ("killed", 2)]),
        # the other side's and its own
        ("The army said that 18 rebels had been killed against two of its own.", [("killed", 18), ("killed", 2)]),
        ("The army said that 18 rebels had been killed against two of the odds.", [("killed", 18)]),
        # a bound as a noun, and a pronoun before his own
        ("A minimum of 110 were wounded.", [("wounded", None)]),
        ("The shell that fell on Sunday killed him, his wife Ana Orl, 34, and their daughter, who was nine.", [("killed", 3)]),
        ("The rebels killed 16 soldiers for the loss of three of their men.", [("killed", 16), ("killed", 3)]),
        # "among those" before whom it tells
        ("Among those killed were a teacher, two pupils and their driver.", [("killed", 4), ("killed", 2)]),
        (
            "22 people hurt in the blast are being treated, four of them in a critical condition.",
            [("wounded", 22), ("wounded", 4)],
        ),
        # bare figures of another
        ("The abbot gave the number of the dead as 13; an official had it at nine.", [("killed", 13), ("killed", 9)]),
        (
            "The union says 18 cooks were killed, three times the six that the port has confirmed.",
            [("killed", 18), ("killed", 6)],
        ),
        ("The union says 18 cooks were killed, three times the six that it had asked for.", [("killed", 18)]),
        # names behind "as"
        ("Police identified the dead as Ana Orl, 40, and Tam Reke, 35.", [("killed", 2)]),
        ("The captain named the report on the dead as Ana Orl asked.", []),
        # a grave says where, not how many
        ("The six pilgrims were killed on Monday. All six were buried in one grave on Tuesday.", [("killed", 6)]),
    ],
)
def test_who_is_counted(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The number of dead rose to nine after a girl died in hospital.",
        "A soldier has died of his wounds, bringing the death toll to nine.",
        "The raid left nine people dead, the attacker among them.",
    ],
)
def test_one_is_part_of_the_nine(text: str) -> None:
    nine, one = sorted(claims(text), key=lambda c: -(c.quantity.best or 0) if c.quantity is not None else 0)
    assert one.part_of == nine.id


def test_the_new_and_the_wounded_of_one_clause_are_of_the_same_period() -> None:
    found = claims("In the past 24 hours the clinics received 12 dead and 31 wounded.")
    assert [c.scope for c in found] == ["period", "period"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine miners were hurt at Orlo; three have died since, the nurse said.",
        "Nine miners were hurt: five at Orlo and four at Dravna, said the nurse.",
    ],
)
def test_who_speaks_at_the_end_says_also_what_stands_before_a_semicolon_or_colon(text: str) -> None:
    assert {c.said_by[0].name for c in claims(text)} == {"nurse"}


def test_a_day_and_a_place_before_a_colon_are_no_speaker() -> None:
    assert [c.said_by[0].kind for c in claims("6 May, Gao: two guards were wounded in an ambush.")] == ["outlet"]


def test_a_sentence_that_sums_up_goes_on_with_the_account() -> None:
    first, second = claims("One of the wounded guards has died, the nurse said. That brings the dead to three.")
    assert (first.said_by[0].name, second.said_by[0].name) == ("nurse", "nurse")


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Raids killed 19 people in Orlo last week.", "period"),
        ("A raid killed 19 people in Orlo last week.", "event"),
        ("Raids killed 19 people in Orlo on Monday.", "event"),
    ],
)
def test_what_several_attacks_did_in_a_week_is_of_a_period(text: str, scope: str) -> None:
    assert [c.scope for c in claims(text)] == [scope]


def test_the_new_dead_are_part_of_the_running_total_of_the_next_sentence() -> None:
    new, total = claims(
        "In the past 24 hours the clinics received 12 dead. The toll since 1 March has reached 640 dead, the clinics said."
    )
    assert (new.part_of, total.part_of) == (total.id, None)
