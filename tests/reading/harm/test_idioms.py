"""What do phrases tell that no single word does: of the dead, the hurt, the missing, captives, refugees and troops?"""

import pytest

from tests.readings import told

TOLD = [
    ("Three fighters fell in battle on Monday.", "killed", 3),
    ("Sergeant Jan Orl and Private Tam Reke fell in the line of duty near Uzhok.", "killed", 2),
    ("Fell for ever thirty enemy soldiers.", "killed", 30),
    ("Nine guards of the valley have laid down their lives.", "killed", 9),
    ("Seven policemen made the supreme sacrifice in the raid.", "killed", 7),
    ("Two lieutenants met a hero's death.", "killed", 2),
    ("The district has lost 48 of its men.", "killed", 48),
    ("Three are in the cemetery.", "killed", 3),
    ("None of the 40 passengers survived.", "killed", 40),
    ("Not one of the 40 passengers survived.", "killed", 40),
    ("The raid has cost the army 40 soldiers.", "killed", 40),
    ("A sniper picked off two sentries.", "killed", 2),
    ("A grenade took the lives of two sentries.", "killed", 2),
    ("Four demonstrators fell to police bullets.", "killed", 4),
    ("Some 35 enemy soldiers were put out of action.", "casualties", 35),
    ("They made off with nine girls.", "captured", 9),
    ("Eleven pupils are still being held.", "captured", 11),
    ("The militia is holding 11 pupils.", "captured", 11),
    ("Some 4,000 residents have been moved to safety.", "evacuated", 4000),
    ("About 800 people are sheltering in the school.", "displaced", 800),
    ("A contingent of 600 troops landed at Beira.", "deployed", 600),
    ("There are 2,000 troops in the valley.", "deployed", 2000),
    ("Orlan contributed 500 soldiers to the force.", "deployed", 500),
    ("Two comrades passed into immortality.", "killed", 2),
    ("The blast sent nine people to eternity.", "killed", 9),
    ("Four men were beaten to death in the camp.", "killed", 4),
    ("Six drivers are no longer alive, the union said.", "killed", 6),
    ("Five of the pilots did not make it out.", "killed", 5),
    ("Since the events of May, in which one conscript lost his life, the road is shut.", "killed", 1),
    ("A dozen fighters received scratches.", "wounded", 12),
    ("Two boys lost a leg each.", "wounded", 2),
    ("Two men are still under treatment.", "wounded", 2),
    ("Four of the miners are in intensive care.", "wounded", 4),
    ("Nine miners have not been heard from since Sunday.", "missing", 9),
    ("Nine rangers did not return from a patrol.", "missing", 9),
    ("Divers were still looking for four crew members.", "missing", 4),
    ("The army lost contact with 12 soldiers.", "missing", 12),
    ("Of the crew 4 are not in contact since Friday.", "missing", 4),
    ("The other four were presumed to be still in the hands of the rebels.", "captured", 4),
    ("Three of them are most probably in captivity.", "captured", 3),
    ("Eight others were taken alive.", "captured", 8),
    ("Forty rebels laid down their weapons.", "captured", 40),
    ("Six guards were led away by the gunmen.", "captured", 6),
    ("Some 200 families abandoned their villages.", "displaced", 200),
    ("The governor put the number of people who have left their homes at 6,000.", "displaced", 6000),
    ("A reinforcement of 250 marksmen has reached the ridge.", "deployed", 250),
    ("About 4,000 soldiers have crossed at Uzhok since May.", "deployed", 4000),
    ("A rebel courier turned himself in to the guards at Uzhok.", "captured", 1),
    ("Twelve rebels handed themselves over on Friday.", "captured", 12),
]


@pytest.mark.parametrize(("text", "outcome", "number"), TOLD)
def test_a_phrase_tells_what_became_of_people(text: str, outcome: str, number: int) -> None:
    assert [(t.outcome, t.best) for t in told(text)] == [(outcome, number)]


SILENT = [
    "Prices fell in the fighting over the ports.",
    "The town fell in battle two years ago.",
    "Two trains left the village at noon.",
    "Police were still looking for two gunmen.",
    "The hat cost two men a day's work.",
    "Talks with nine envoys are being held.",
    "A woman was holding two babies.",
    "All of the 40 passengers survived.",
    "There are 20 trucks in the valley.",
    "Two are in a grave mood.",
    "Nine rangers returned from a patrol.",
    "The mayor gave his word to six miners.",
    "Forty rebels crossed at the ford.",
    "Six clerks turned their reports in on Friday.",
    "The map was no longer in the hands of the clerk.",
]


@pytest.mark.parametrize("text", SILENT)
def test_the_words_of_a_phrase_alone_tell_of_nobody(text: str) -> None:
    assert told(text) == []


def test_each_verb_has_whom_it_is_told_of_right_before_it() -> None:
    found = told(
        "On our side four fighters passed into immortality, comrades Orl, Dost and Reke, and a dozen received scratches."
    )
    assert [(t.outcome, t.best) for t in found] == [("killed", 4), ("wounded", 12)]
