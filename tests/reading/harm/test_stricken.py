"""Whom shootings, hits, conditions and hospitals tell to be dead or hurt, and which two claims may be of one person."""

import pytest

from sayso.reading.claims.tolls import tolls
from tests.readings import claims, told

DEAD = [
    "Odan was shot and killed after a home he was visiting was the target of a shooting.",
    "Police said a 12-year-old boy shot and killed an 11-year-old last week.",
    "Police say the fatal shooting of a man by a guard appears accidental.",
    "He is charged in connection with the murder of 7-year-old Kira Odan.",
    "Two teens were charged in the shooting death of a 15-year-old boy.",
    "Marco Venn Jr. was pronounced dead Saturday morning at the hospital.",
    "The gun went off, fatally wounding his younger brother.",
    "The 7-year-old was gunned down two weeks ago.",
    "A third man was held over the girl's fatal shooting.",
    "The man who shot and killed a teenager in Lysk was sentenced.",
    "A 20-year-old woman suffered a fatal gunshot wound.",
    "A family is mourning the loss of their son.",
    "The body of Brenn Davit was found in a field near Lysk.",
    "Brenn Davit, whose body was found near Lysk, was a miner.",
    "The girl had passed away, police confirmed.",
    "The medic bled to death in the yard.",
]


@pytest.mark.parametrize("text", DEAD)
def test_one_person_is_told_dead(text: str) -> None:
    assert [(t.low, t.best, t.status) for t in told(text) if t.outcome == "killed"] == [(1, 1, "happened")]


HURT = [
    ("A 4-year-old child was struck by a bullet in Lysk.", "casualties", 1),
    ("Shrapnel hit two nurses outside the clinic.", "casualties", 2),
    ("Stray bullets grazed three bystanders.", "casualties", 3),
    ("A child is in serious condition after an accidental shooting.", "wounded", 1),
    ("Four teens were listed in stable condition.", "wounded", 4),
    ("Six miners were taken to hospital after the shelling.", "wounded", 6),
    ("Three people were still in the hospital after Tuesday's shooting.", "wounded", 3),
    ("A second man suffering from gunshot wounds was found in the yard.", "wounded", 1),
    ("Three people were killed and another critically injured in the raid.", "wounded", 1),
    ("A 2-year-old accidentally shot himself at a home in Lysk.", "casualties", 1),
    ("A 33-year-old guard was hit in his neck.", "casualties", 1),
    ("One of them started shooting at the ranger, hitting him in the elbow.", "casualties", 1),
    ("Bullets flew through the window, striking the two girls.", "casualties", 2),
    ("The gun went off, striking 15-year-old Tam Reke in the face.", "casualties", 1),
    ("His wife was also hit in the shooting.", "casualties", 1),
    ("Two suspects from the car were hit after they opened fire.", "casualties", 2),
    ("Gunfire erupts at a fair in Lysk; 3 hit", "casualties", 3),
    ("The bullet went through his left thigh.", "casualties", 1),
    ("Police found Tam Garcia-Reke shot in the upper body.", "casualties", 1),
    ("Police found the cook lying in the yard shot in the leg.", "casualties", 1),
    ("Police found an adult male suffering from an apparent gunshot wound.", "wounded", 1),
    ("He took a bullet to the leg.", "wounded", 1),
    ("Two suspects were taken to Lysk Medical Center after the shooting.", "wounded", 2),
    ("A father and his son were airlifted to a nearby hospital.", "wounded", 2),
    ("The cook was taken to a hospital for treatment.", "wounded", 1),
    ("The raid put three women into the hospital with burns.", "wounded", 3),
    ("Three others took themselves to the hospital with burns.", "wounded", 3),
    ("A boy is dead and his brother in a hospital after the shelling.", "wounded", 1),
    ("Sixteen people were treated at Lysk Memorial Hospital.", "wounded", 16),
    ("He was listed in satisfactory condition.", "wounded", 1),
    ("She is expected to make a full recovery.", "wounded", 1),
    ("Both guards are expected to survive.", "wounded", 2),
    ("Four others who were hit in the shooting are recovering.", "wounded", 4),
    ("Boy stable after accidental shooting", "wounded", 1),
    ("The shooting left one victim fatally wounded and three others with serious injuries.", "wounded", 3),
    ("Injured in the gunfire were two guards, officials said.", "wounded", 2),
    ("He is charged with the wounding of a guard.", "wounded", 1),
    ("2-year-old in critical condition after shooting", "wounded", 1),
    ("Man, 34, in serious condition after Lysk shooting", "wounded", 1),
    ("Seven people had broken bones and burns.", "wounded", 7),
]


@pytest.mark.parametrize(("text", "outcome", "n"), HURT)
def test_people_are_told_hurt(text: str, outcome: str, n: int) -> None:
    assert [t.best for t in told(text) if t.outcome == outcome] == [n]


@pytest.mark.parametrize(
    "text",
    [
        "The economy is in critical condition.",
        "The minister was in the hospital to open a new ward.",
        "The wounded tank was taken to a depot.",
        "Stray bullets hit two houses.",
        "A camera captured four gunshots and the death of a city.",
        "One shot fired in Lysk",
        "The matter was treated in the report on the deaths.",
        "Her film about the murder of time won a prize.",
        "The shooting of the film took five weeks.",
        "The troops launched an operation to kill a rebel leader.",
        "He has a licence to kill six wolves.",
        "The boy walked home; he was bleeding.",
        "Two students were hanging pictures in the hall.",
        "Dozens of magazines were buried in the yard.",
        "A man was struck in the head with a bottle.",
        "The guard was hit by a car after the robbery.",
        "Shots were fired, and a bullet missed his head.",
        "The minister is expected to survive a vote.",
        "He is recovering from the flu.",
        "The troops are recovering a gun.",
        "Shares were hit in the back of the week.",
        "The rangers found six shot casings.",
    ],
)
def test_nobody_is_told_dead_or_hurt(text: str) -> None:
    assert [t for t in told(text) if t.outcome in ("killed", "wounded", "casualties")] == []


def test_an_age_in_three_words_begins_the_quote() -> None:
    (claim,) = claims("The 7-year-old was gunned down two weeks ago.")
    assert claim.quote.startswith("7-year-old")


def test_a_suspect_who_denies_it_denies_no_death() -> None:
    (death,) = [t for t in told("A man arrested in the fatal shooting of a girl denies it.") if t.outcome == "killed"]
    assert death.status == "happened"


def sums(text: str) -> dict[str, int | None]:
    return {o: q.best for o, q in tolls(claims(text))[0].figures}


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Officers found a man with a gunshot wound. He was taken to hospital, where he died.", {"killed": 1}),
        ("A juvenile injured in a shooting on Monday has died of the wounds.", {"killed": 1}),
        ("The raid left a man dead and a woman wounded.", {"killed": 1, "wounded": 1}),
        ("The child died at the scene. His mother was taken to a hospital in Lysk.", {"killed": 1, "wounded": 1}),
        ("He was killed by a mine; his driver survived with burns.", {"killed": 1, "wounded": 1}),
        ("Two men are dead. Marek Odan died at once. Tam Reke was pronounced dead later.", {"killed": 2}),
        ("Three shot, one fatally, in Lysk", {"killed": 1, "wounded": 2}),
        ("Four people were shot, two of them fatally, on Tuesday.", {"killed": 2, "wounded": 2}),
        ("Five people were shot, one fatally, at a fair in Lysk.", {"killed": 1, "wounded": 4}),
        ("Tam Garcia-Reke, 16, Killed In Lysk, Police Say", {"killed": 1}),
        ("Teen shot to death in Lysk", {"killed": 1}),
        ("Nine people were shot in Lysk. He shot a guard and fled, hitting 8 other people.", {"wounded": 9}),
        ("Toddler in critical condition after shooting self with a rifle", {"wounded": 1}),
        ("The force captured a courier in Lysk. One additional suspect was detained.", {"captured": 2}),
        ("The force arrested a commander. It also detained two suspected insurgents.", {"captured": 3}),
        ("The force detained a commander and one suspected insurgent in Lysk district.", {"captured": 2}),
        ("The force detained multiple suspected insurgents.", {"captured": None}),
    ],
)
def test_the_toll_of_persons_told_one_by_one(text: str, toll: dict[str, int | None]) -> None:
    assert sums(text) == toll


def test_whose_body_follows_without_a_verb_is_hit_too() -> None:
    assert [t.best for t in told("A woman was hit in the leg and a man in the arm.") if t.outcome == "casualties"] == [1, 1]


def test_several_and_multiple_are_three_at_least() -> None:
    assert [(t.low, t.best) for t in told("The force detained multiple suspected insurgents.")] == [(3, None)]
