"""`sayso statements` says who said what when, marks first confirmations, and says clearly when there is nothing."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner, Result

import sayso.desk as sayso_desk
from sayso import runs
from sayso.cli import cli
from sayso.cli.statements import STANCES
from sayso.model import Reading, Stance
from sayso.schema import make_document
from tests.said_case import CLAIMS, CONFIRMED, DOCUMENTS, GAZETTE, RADIO, WIRE, said_ledger, statement

BELIEVING = replace(RADIO, stance="believes", certainty=(0.6, 0.85))


def sayso(*words: str | Path, **environment: str) -> Result:
    """Give what a command did."""
    return CliRunner(env={"NO_COLOR": "1", **environment}).invoke(cli, [str(w) for w in words])


def rows(*words: str | Path) -> list[dict[str, Any]]:
    """Give what a command wrote as JSON Lines."""
    done = sayso(*words, "--json")
    assert done.exit_code == 0
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Make a ledger that has been read and linked."""
    path = said_ledger(tmp_path / "mine.sayso")
    assert sayso("link", path).exit_code == 0
    return path


def test_the_stances_that_can_be_asked_for_are_those_of_speakers() -> None:
    assert set(STANCES) == set(get_args(Stance)) - {"publishes"}


LIST = """\
2031-05-01 said · Radio Vell reports, in Orlan Wire
  ‹Five miners were killed› at Orlan, Radio Vell reported
  very likely, 80–95 % · 1 claim: killed 5 · wire-1, published 2031-05-02

2031-05-02 published · Radio Vell says, in Orlan Wire
  Rain fell, it said
  very likely, 80–95 % · wire-1

2031-05-04 published · Ministry of Mines confirms, in Northern Gazette
  confirmed that ‹miners were killed› at Orlan
  ! first confirmation by Ministry of Mines: killed
  almost certain, 95–99 % · 1 claim: killed at least 2 · gazette-2

2031-05-04 published · Ministry of Mines says, in Northern Gazette
  “We grieve,” it said
  almost certain, 95–99 % · gazette-2

day unknown · lamplighter says, in Vell Letter
  The mine is haunted, a lamplighter says
  letter-3
"""


def test_days_speakers_words_claims_and_documents_are_told_in_the_order_of_time(ledger: Path) -> None:
    assert sayso("statements", ledger, COLUMNS="140").stdout == LIST


@pytest.mark.parametrize("columns", ["40", "80", "140"])
def test_every_width_holds_all_of_it(ledger: Path, columns: str) -> None:
    shown = sayso("statements", ledger, COLUMNS=columns).stdout
    assert max(map(len, shown.splitlines())) <= int(columns)
    words = " ".join(shown.split())
    assert "confirmed that ‹miners were killed› at Orlan ! first confirmation by Ministry of Mines: killed" in words


@pytest.mark.parametrize(
    ("asked", "documents"),
    [
        (("--by", "MM"), ["gazette-2", "gazette-2"]),
        (("--by", "mom"), ["gazette-2", "gazette-2"]),
        (("--by", "ministry"), ["gazette-2", "gazette-2"]),
        (("--by", "Orlan Wire"), ["wire-1", "wire-1"]),
        (("--by", "vell", "--about", "rain"), ["wire-1"]),
        (("--by", "2"), ["gazette-2", "gazette-2"]),
        (("--stance", "confirms", "--stance", "reports"), ["wire-1", "gazette-2"]),
        (("--from", "2031-05-02", "--to", "2031-05-03"), ["wire-1"]),
        (("--as-of", "2031-05-02"), ["wire-1", "wire-1", "letter-3"]),
        (("--event", "1", "--stance", "confirms"), ["gazette-2"]),
    ],
)
def test_what_is_asked_for_is_listed(ledger: Path, asked: tuple[str, ...], documents: list[str]) -> None:
    assert [row["document"] for row in rows("statements", ledger, *asked)] == documents


def test_a_row_of_json_says_of_what_the_day_is_and_carries_the_claims(ledger: Path) -> None:
    first, *_ = rows("statements", ledger)
    (confirmed,) = rows("statements", ledger, "--stance", "confirms")
    assert first["day"] == {"first": "2031-05-01", "last": "2031-05-01", "of": "speaking"}
    assert confirmed["day"] == {"first": "2031-05-04", "last": "2031-05-04", "of": "publication"}
    assert confirmed["quote"] == GAZETTE.text[slice(*confirmed["span"])] == CONFIRMED.quote
    assert [step["name"] for step in confirmed["said_by"]] == ["Ministry of Mines", "Northern Gazette"]
    (claim,) = confirmed["claims"]
    assert claim["first_confirmation"]["day"] == "2031-05-04"
    assert claim["first_confirmation"]["after"] == [CLAIMS[0].id]


def test_a_first_confirmation_is_marked_as_soon_as_it_is_known_and_not_before(ledger: Path, tmp_path: Path) -> None:
    assert "first confirmation" in sayso("statements", ledger, "--as-of", "2031-05-04").stdout
    lone = said_ledger(tmp_path / "lone.sayso", DOCUMENTS[1:])
    assert "first confirmation" not in sayso("statements", lone).stdout


def test_grounds_and_exports_carry_it_too(ledger: Path, tmp_path: Path) -> None:
    assert sayso("run", ledger).exit_code == 0
    assert "! 2031-05-04: first confirmation by Ministry of Mines: killed, after 1 claim" in sayso("why", ledger, "1").stdout
    assert "first confirmation" in sayso("show", ledger, "--why").stdout
    assert "first confirmation" not in sayso("why", ledger, "1", "--as-of", "2031-05-03").stdout
    by_claim = {c["id"]: c.get("first_confirmation") for c in json.loads(sayso("why", ledger, "1", "--json").stdout)["claims"]}
    assert by_claim[CLAIMS[0].id] is None
    assert by_claim[CLAIMS[1].id]["by"] == "Ministry of Mines"
    sayso("export", ledger, "--to", "jsonl", tmp_path / "out")
    lines = map(json.loads, (tmp_path / "out" / "claims.jsonl").read_text(encoding="utf-8").splitlines())
    assert {c["id"]: c.get("first_confirmation") for c in lines} == by_claim
    sayso("export", ledger, "--to", "csv", tmp_path / "out")
    header, *cells = (tmp_path / "out" / "claims.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header.endswith(",first_confirmation")
    assert sorted(line.rpartition(",")[2] for line in cells) == ["", "2031-05-04"]


def test_a_limit_says_how_many_more_there_are(ledger: Path) -> None:
    shown = sayso("statements", ledger, "--limit", "2")
    assert shown.stdout.count(" · wire-1") == 2
    assert "gazette-2" not in shown.stdout
    assert shown.stderr == "3 more: --limit 0 shows all.\n"
    assert sayso("statements", ledger, "--limit", "0").stderr == ""


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--by", "zzz"), "Nobody called zzz says anything here"),
        (("--about", "zebra"), "No statement has the words zebra."),
        (("--by", "vell", "--about", "grieve"), "No statement matches all of this"),
    ],
)
def test_nothing_found_is_said(ledger: Path, asked: tuple[str, ...], said: str) -> None:
    done = sayso("statements", ledger, *asked)
    assert (done.exit_code, done.stdout) == (0, "")
    assert said in done.stderr
    assert (sayso("statements", ledger, *asked, "--json").stdout) == ""


def test_an_unread_ledger_says_what_to_do(tmp_path: Path) -> None:
    path = said_ledger(tmp_path / "empty.sayso", ())
    assert f"No statements yet. Run `sayso run {path}`." in sayso("statements", path).stderr


def test_what_is_no_day_is_a_usage_error(ledger: Path) -> None:
    done = sayso("statements", ledger, "--from", "May")
    assert done.exit_code == 2
    assert "May is not a day" in done.stderr
    done = sayso("statements", ledger, "--from", "2031-05-04", "--to", "2031-05-01")
    assert done.exit_code == 2
    assert "Turn them round: from 2031-05-01 to 2031-05-04" in done.stderr
    done = sayso("statements", ledger, "--event", "")
    assert done.exit_code == 1
    assert "No event is given" in done.stderr
    assert "No source is given" in sayso("statements", ledger, "--by", " ").stderr


def test_the_same_words_read_with_two_stances_are_shown_once_with_the_lower_certainty(tmp_path: Path) -> None:
    outer = statement(WIRE, "Five miners were killed at Orlan", RADIO, "reported")
    inner = replace(statement(WIRE, "Five miners were killed", BELIEVING, "reported"), outermost=False)
    with sayso_desk.open(said_ledger(tmp_path / "two.sayso", ())) as desk:
        desk.add([WIRE])
        desk.ledger.put_readings([Reading(document=WIRE.id, statements=(outer, inner))], runs.current("all"))
    (shown,) = sayso("statements", tmp_path / "two.sayso").stdout.split("\n\n")
    assert "Radio Vell says and believes, in Orlan Wire" in shown
    assert "likely to very likely, 60–85 %" in shown
    assert len(rows("statements", tmp_path / "two.sayso")) == 2


@pytest.mark.parametrize(("origin", "called"), [("/cases/pier.txt", "pier.txt"), ("https://vell.example/a/b", None)])
def test_a_document_without_a_name_is_called_by_its_file_or_address(tmp_path: Path, origin: str, called: str | None) -> None:
    nameless = make_document(text="Rain fell, Radio Vell said.")
    with sayso_desk.open(tmp_path / "nameless.sayso") as desk:
        desk.ledger.add(nameless, origin=origin, at="2031-05-02T10:00:00Z")
        told = Reading(document=nameless.id, statements=(statement(nameless, "Rain fell", RADIO),))
        desk.ledger.put_readings([told], runs.current("all"))
    assert sayso("statements", tmp_path / "nameless.sayso").stdout.endswith(f" · {called or origin}\n")
