"""Somebody told of by an office is the person whom a text names with it, and nobody else."""

import pytest

from sayso.tracing.offices import holds
from sayso.tracing.trace import trace
from tests.some_reports import report, says, speaker
from tests.tracing.test_trace import event

NAMED = "Mayor Ilan Dorr of Velmar spoke at the mill. Police chief Tam Reke stood by."


@pytest.mark.parametrize(
    ("office", "name", "text"),
    [
        ("mayor", "Ilan Dorr", NAMED),
        ("the mayor of Velmar", "Dorr", NAMED),
        ("Velmar's mayor", "Ilan Dorr", NAMED),
        ("police chief", "Tam Reke", NAMED),
        ("mayor of Velmar", "Ilan Dorr", "Ilan Dorr, the mayor of Velmar, spoke."),
        ("mayor", "Ilan Dorr", "On Tuesday, Mayor Ilan Dorr spoke."),
        ("mayor", "Ilan Dorr", "On Tuesday, the mayor, Ilan Dorr, spoke."),
        ("regional governor", "Oleh Marr", "The strike, said regional governor Oleh Marr, came at dawn."),
    ],
)
def test_an_office_beside_a_name_tells_who_holds_it(office: str, name: str, text: str) -> None:
    assert holds(office, name, text)


@pytest.mark.parametrize(
    ("office", "name", "text"),
    [
        ("mayor of Harn", "Ilan Dorr", NAMED),
        ("mayor", "Tam Reke", NAMED),
        ("police", "Tam Reke", NAMED),
        ("spokesman", "Ilan Dorr", "Spokesman Ilan Dorr gave the toll."),
        ("mayor", "Ilan Dorr", "Mayor Ilan Dorr and Mayor Vera Holt spoke."),
        ("mayor", "Ilan Dorr", "The mayor was away. Ilan Dorr spoke."),
    ],
)
def test_an_office_of_another_place_person_or_of_many_tells_nothing(office: str, name: str, text: str) -> None:
    assert not holds(office, name, text)


def test_a_person_told_of_by_name_and_by_office_is_one_line() -> None:
    first = report("a", "Mayor Ilan Dorr of Velmar said 12 people died.", "2031-03-05T08:00", "Orlan Wire")
    second = report("b", "The mayor of Velmar put the dead at 14.", "2031-03-05T12:00", "Bay Post")
    dorr, mayor = speaker("Ilan Dorr", "local-official"), speaker("mayor of Velmar", "local-official", unnamed=True)
    claims = [says(first, "12 people", "killed", 12, dorr), says(second, "dead at 14", "killed", 14, mayor)]
    (line,) = trace([first, second], claims, [event([first, second], claims)])
    assert (line.origin, [t.best for t in line.figures]) == ("Ilan Dorr", [14])
