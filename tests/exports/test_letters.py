"""A line has one letter: on the page, in the report and in `sayso why`, for each outcome and under every switch."""

import re
from pathlib import Path

import pytest

import sayso
from sayso.desk import settings
from sayso.exports.grounds import letter, places_of_lines
from tests.cli.test_commands import sayso as run
from tests.served import ledger, made_ledger

__all__ = ["ledger", "made_ledger"]
SWITCHES = ((), ("--as-of", "2031-03-15"), ("--policy", "acled", "--count-copies"))


@pytest.mark.parametrize("switches", SWITCHES)
def test_why_and_the_report_call_each_line_alike(ledger: Path, tmp_path: Path, switches: tuple[str, ...]) -> None:
    with sayso.open(ledger) as desk:
        event = desk.events()[0]
        case = desk.why(event)
        lettered = {(letter(place), n.origin) for n in case.lines for place in (places_of_lines(case)[n.id],)}
    why = set(re.findall(r"^  ([A-Z]+)\. (.+) \([^()]*\) ·", run("why", ledger, "1", *switches).stdout, re.MULTILINE))
    run("export", ledger, "--to", "report", tmp_path / "out", "--event", event.id, *switches)
    (path,) = (tmp_path / "out").iterdir()
    report = set(re.findall(r'class="letter">([A-Z]+)</span> <b>([^<]+)</b>', path.read_text(encoding="utf-8")))
    assert why == report
    assert len(why) > 1
    assert why <= lettered


@pytest.mark.parametrize(("place", "called"), [(0, "A"), (25, "Z"), (26, "AA"), (52, "BA"), (702, "AAA")])
def test_after_z_comes_aa(place: int, called: str) -> None:
    assert letter(place) == called


def test_a_line_keeps_its_letter_as_of_an_earlier_day(ledger: Path) -> None:
    with sayso.open(ledger) as desk:
        event = desk.events()[0]
        now, then = (places_of_lines(desk.why(event, s)) for s in (None, settings(as_of="2031-03-15")))
    assert 0 < len(then) < len(now)
    assert then.items() <= now.items()
