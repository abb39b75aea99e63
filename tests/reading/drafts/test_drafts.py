"""Which mentions of harm become figures: one readable sentence a behaviour, through the real model."""

import pytest

from tests.readings import claims, counts, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # active, passive, relative clause, light verb
        ("A drone killed five soldiers near the ferry at Orlo.", [("killed", 5)]),
        ("Five soldiers were killed by a drone near the ferry at Orlo.", [("killed", 5)]),
        ("Seven miners who died in the tunnel were buried on Sunday.", [("killed", 7)]),
        ("The brigade lost 20 men at the crossing.", [("killed", 20)]),
        ("The fire claimed 12 lives in Orlo.", [("killed", 12)]),
        ("The flood cost five men their lives.", [("killed", 5)]),
        ("Gunmen took three nurses hostage at the clinic.", [("captured", 3)]),
        ("The guards shot dead two men at the gate.", [("killed", 2)]),
        # states, nouns and tolls
        ("The blast left 12 dead and 30 wounded.", [("killed", 12), ("wounded", 30)]),
        ("The toll rose to 14 on Thursday.", [("killed", 14)]),
        ("The governor put the number of dead at 31.", [("killed", 31)]),
        ("The number of people killed rose to eight.", [("killed", 8)]),
        ("The hospital received five wounded soldiers.", [("wounded", 5)]),
        ("The mudslide left 12 people homeless.", [("displaced", 12)]),
        ("Twelve dead in Orlo fire", [("killed", 12)]),
        # several parties and several harms
        ("Four soldiers and 12 rebels were killed.", [("killed", 4), ("killed", 12)]),
        ("Police killed four and injured seven.", [("killed", 4), ("wounded", 7)]),
        ("The mayor said that 12 people were killed and 30 wounded.", [("killed", 12), ("wounded", 30)]),
        ("Anna Belova and Petr Lis were killed in the shelling.", [("killed", 2)]),
        # told together, and one harm upon another
        ("Thirty people were killed or wounded in the raid on Velmora.", [("casualties", 30)]),
        ("The raid left 30 dead and wounded.", [("casualties", 30)]),
        ("Four people were shot and killed.", [("killed", 4)]),
        ("Two men wounded on Monday have died.", [("killed", 2)]),
        ("Seven of the wounded died.", [("killed", 7)]),
        ("One of the five wounded sailors was killed by a guard.", [("killed", 1), ("wounded", 5)]),
        ("Five displaced people were killed.", [("killed", 5)]),
        # nobody
        ("No one was killed in the raid.", [("killed", 0)]),
        ("The shelling hurt nobody.", [("wounded", 0)]),
        ("Three people were unharmed.", [("wounded", 0)]),
        ("There were no casualties.", [("casualties", 0)]),
    ],
)
def test_a_sentence_gives_its_figures(text: str, expected: list[tuple[str, int]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "If 50 soldiers are killed, the army will withdraw.",
        "The general asked whether 50 soldiers had been killed.",
        "The gunmen did not kill anyone.",
        "The rebels failed to kill 40 soldiers.",
        "The men threatened to kill 40 hostages.",
        "An attempt to kidnap five teachers failed.",
        "The driver avoided killing 40 people.",
        "The crash came close to killing 40 people.",
        "Forty people were nearly killed.",
        "The ministry refused to send 400 troops.",
        "The fire killed 40 sheep and three dogs.",
        "The army destroyed 12 tanks.",
        "Twelve prisoners were released on Friday.",
        "The hospital has 40 beds.",
    ],
)
def test_a_sentence_that_supposes_negates_or_speaks_of_things_gives_nothing(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "outcome", "status"),
    [
        ("Five soldiers were killed.", "killed", "happened"),
        ("Two shepherds are missing after the landslide.", "missing", "ongoing"),
        ("The ministry will send 400 troops to the border.", "deployed", "planned"),
        ("The ministry plans to deploy 300 soldiers.", "deployed", "planned"),
        ("Officials expect 300 people to die of the fever.", "killed", "forecast"),
        ("Up to 60 miners are feared dead.", "killed", "feared"),
        ("Officials fear that 200 people are dead.", "killed", "feared"),
        ("As many as 40 people may have been killed.", "killed", "possible"),
        ("The ministry denied that 12 soldiers had been killed.", "killed", "denied"),
        ("Forty people are believed to have been killed.", "killed", "happened"),
    ],
)
def test_the_status_is_what_the_words_around_the_harm_make_it(text: str, outcome: str, status: str) -> None:
    assert [(t.outcome, t.status) for t in told(text)] == [(outcome, status)]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Five soldiers were killed.", "event"),
        ("At least 120 fighters were killed since January.", "total"),
        ("The army has killed 300 rebels so far.", "total"),
        ("In the past week 70 rebels were killed.", "period"),
        ("The North has 500 troops on the island.", "unknown"),
    ],
)
def test_a_figure_is_of_an_event_a_period_or_a_running_total(text: str, scope: str) -> None:
    assert [t.scope for t in told(text)] == [scope]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Up to 60 miners are feared dead.", (None, None, 60)),
        ("At least nine people were killed.", (9, None, None)),
        ("Between 30 and 40 people were killed.", (30, None, 40)),
        ("The toll topped 400.", (401, None, None)),
        ("Several fishermen drowned.", (3, None, None)),
        ("Villagers fled the valley.", (2, None, None)),
        ("A third of the passengers were killed.", (2, None, None)),
    ],
)
def test_what_the_words_leave_open_stays_unknown(text: str, bounds: tuple[int | None, ...]) -> None:
    assert [(t.low, t.best, t.high) for t in told(text)] == [bounds]


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("Five hundred rebels were killed, including three commanders, the ministry said.", 500, [3]),
        ("Three soldiers, including Captain Lis, were killed.", 3, [1]),
        ("The clashes at Velmora left 31 dead, 18 soldiers and 13 villagers.", 31, [18, 13]),
        ("The storm killed 31 people: 18 soldiers and 13 villagers.", 31, [18, 13]),
        ("Two more men died, bringing the toll to 61.", 61, [2]),
        ("Eight men were killed. Two of them were shot dead at the gate.", 8, [2]),
    ],
)
def test_a_part_points_to_the_figure_that_includes_it(text: str, whole: int, parts: list[int]) -> None:
    found = {c.id: c.quantity.best for c in claims(text) if c.quantity is not None}
    assert [found[c.id] for c in claims(text) if c.part_of is None] == [whole]
    assert [found[c.id] for c in claims(text) if c.part_of is not None] == parts
    assert {found[c.part_of] for c in claims(text) if c.part_of is not None} == {whole}


def test_nobody_includes_no_one() -> None:
    assert counts("No people were wounded, including three officers.") == [("wounded", 0)]


def test_as_many_on_each_side_are_two_figures() -> None:
    both = claims("Ten soldiers were killed on each side.")
    assert [c.quantity.best for c in both if c.quantity is not None] == [10, 10]
    assert both[0].id != both[1].id


def test_a_denial_of_any_denies_them_all() -> None:
    (denied,) = told("The minister denied that any soldiers were captured.")
    assert (denied.status, denied.best) == ("denied", 0)


def test_people_on_top_of_those_told_before_are_marked() -> None:
    first, second = claims("Five soldiers were killed on Monday. Another two soldiers were killed on Tuesday.")
    assert (first.flags, second.flags) == ((), ("in addition",))


def test_more_than_a_number_and_the_other_day_add_nobody() -> None:
    both = claims("The other day, one herder died in Gao. More than five herders were killed.")
    assert [c.flags for c in both] == [(), ()]


def test_what_is_not_true_is_denied_and_what_nobody_said_is_no_claim() -> None:
    assert [t.status for t in told("It is not true that 40 soldiers were killed.")] == ["denied"]
    assert [t.status for t in told("Reports of 40 dead were false.")] == ["denied"]
    assert [t.status for t in told("It is true that 40 soldiers were killed.")] == ["happened"]
    assert claims("The army never said 40 soldiers were killed.") == ()


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The attack failed, killing 40 soldiers.", 40),
        ("The attack failed when 40 soldiers were killed.", 40),
        ("Five men were killed trying to flee.", 5),
        ("Nearly 40 people were killed.", 40),
    ],
)
def test_who_dies_in_an_attempt_is_dead(text: str, killed: int) -> None:
    assert counts(text) == [("killed", killed)]


def test_a_rate_is_no_number_of_people() -> None:
    assert counts("One in ten sailors died.") == [("killed", None)]
    assert counts("The raid killed five in 12 villages.") == [("killed", 5)]


def test_things_in_a_list_of_captives_are_not_counted() -> None:
    assert counts("The rebels captured 14 fighters, two mortars and one drum.") == [("captured", 14)]


def test_an_aside_between_dashes_parts_nobody_from_what_befell_them() -> None:
    assert counts("Sixteen pilgrims — so the abbot told us — were killed on the road to Orlo.") == [("killed", 16)]


def test_those_of_a_list_count_together_by_name_and_number() -> None:
    text = "Raiders killed Ekai Lomuria, his three herd-boys and a National Guard Reservist at Velmora on Thursday."
    assert counts(text) == [("killed", 5)]


def test_people_of_another_calling_are_not_those_of_the_number() -> None:
    assert counts("Rebels murdered ten teachers in Orlo. They also murdered priests.") == [("killed", 10), ("killed", None)]
    assert counts("Rebels murdered ten teachers in Orlo. They also murdered residents.") == [("killed", 10)]


def test_more_people_are_people_by_their_number() -> None:
    assert counts("The governor said 12 more were missing.") == [("missing", 12)]


def test_a_sum_of_what_happened_is_no_forecast() -> None:
    (_, whole) = claims("The governor said the dead included a guard, which would make the number of victims seven.")
    assert (whole.quantity is not None and whole.quantity.best, whole.status) == (7, "happened")
    (whole,) = claims("If the guard dies, that would bring the number of victims to seven, the governor said.")
    assert whole.status == "possible"


def test_who_leaves_anothers_report_open_makes_it_neither_possible_nor_denied() -> None:
    (claim,) = claims("The ministry has neither confirmed nor denied reports in Velmoran media that three sailors died.")
    assert (claim.said_by[0].name, claim.status) == ("Velmoran media", "happened")
    (claim,) = claims("The ministry has neither confirmed nor denied that three sailors died.")
    assert (claim.said_by[0].name, claim.status) == ("ministry", "possible")


def test_the_same_figure_told_again_is_one_claim_and_the_fuller_telling_stays() -> None:
    (claim,) = claims("Five miners died in Orlo.\n\nFive miners died in Orlo, the governor said on Monday.")
    assert [a.name for a in claim.said_by] == ["governor", "Orlan Wire"]


def test_figures_that_contradict_each_other_both_stay() -> None:
    both = claims("Officials said 12 people were killed. Police said 15 people were killed.")
    assert [(c.said_by[0].name, c.quantity.best) for c in both if c.quantity is not None] == [("Officials", 12), ("Police", 15)]


def test_those_spoken_of_before_are_not_counted_again() -> None:
    assert counts("Five soldiers were killed at Orlo. The soldiers died in a fire.") == [("killed", 5)]


def test_uncounted_people_whose_number_follows_are_no_figure_of_their_own() -> None:
    assert counts("Soldiers were killed at Orlo. Twelve soldiers were killed, the ministry said.") == [("killed", 12)]
