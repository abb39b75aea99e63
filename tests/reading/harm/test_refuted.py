"""Which figures are told of only to call them made up, or to say that nobody could show them?"""

import pytest

from tests.readings import claims

Row = tuple[str, int | None, str, str]

MADE_UP = [
    ('"The reports of six dead on Monday are a fabrication," Orlan spokesman Tam Reke said.', 6, "denies"),
    ("Orlan called the report of six deaths a fabrication.", 6, "denies"),
    ("Iruan claims of nine civilian deaths are staged, the spokesman said.", 9, "denies"),
    ("The army described reports of 30 wounded as fake news.", 30, "denies"),
    ("The governor called the report that six people had been killed an invention.", 6, "denies"),
    ("The spokesman branded the figure of 40 dead a provocation.", 40, "denies"),
    ("Reports of six killed in Reke are pure invention, the army said.", 6, "denies"),
    ("The report that 12 were killed was called a lie by the mayor.", 12, "denies"),
    ("The minister called reports of 12 dead nonsense.", 12, "denies"),
]

HAPPENED = [
    ("The reports of six dead are accurate, the mayor said.", 6),
    ("The mayor called the reports of six dead a tragedy.", 6),
    ("The militia staged an attack that killed six.", 6),
    ("The report that six died in a staged accident is true, the mayor said.", 6),
    ("Police said the robbery in which two died was staged.", 2),
    ("The rebels called the raid that killed six a provocation.", 6),
]

UNSHOWN = [
    ("The mission found no evidence for the claim that 40 servicemen were killed.", 40, "doubts"),
    ("The monitors found no proof of the 40 deaths claimed by the ministry.", 40, "doubts"),
    ("The monitors found no evidence to support the claim that 40 soldiers had died.", 40, "doubts"),
    ("Reporters found nothing to support the figure of 40 dead.", 40, "doubts"),
    ("Investigators saw no sign that 40 soldiers were killed.", 40, "doubts"),
    ("Nothing was found to back the claim that 12 had died.", 12, "publishes"),
]

SHOWN = [
    ("The inquiry found evidence that 40 civilians were killed.", 40),
    ("There is no evidence against the man who killed six.", 6),
    ("The mission found no evidence of the use of gas in the attack that killed 40.", 40),
    ("Police found no sign of forced entry at the house where two people were killed.", 2),
    ("Without proof, the ministry said 40 soldiers were killed.", 40),
]


def row(text: str) -> tuple[str, int | None, str]:
    (c,) = claims(text)
    assert c.quantity is not None
    return c.status, c.quantity.best, c.said_by[0].stance


@pytest.mark.parametrize(("text", "number", "stance"), MADE_UP)
def test_what_is_called_made_up_is_denied_by_whoever_calls_it_so(text: str, number: int, stance: str) -> None:
    assert row(text) == ("denied", number, stance)


@pytest.mark.parametrize(("text", "number"), HAPPENED)
def test_a_report_that_nobody_calls_made_up_stands(text: str, number: int) -> None:
    assert row(text)[:2] == ("happened", number)


@pytest.mark.parametrize(("text", "number", "stance"), UNSHOWN)
def test_what_nobody_could_show_is_left_open(text: str, number: int, stance: str) -> None:
    assert row(text) == ("possible", number, stance)


@pytest.mark.parametrize(("text", "number"), SHOWN)
def test_a_lack_of_evidence_for_something_else_leaves_a_figure_as_it_is(text: str, number: int) -> None:
    assert row(text)[:2] == ("happened", number)


def test_the_missing_of_whom_there_is_no_trace_are_missing() -> None:
    assert row("The soldiers found no trace of the 12 missing men.")[0] != "possible"
