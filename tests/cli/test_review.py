"""A person decides at the terminal: the queue, one command a verdict, and the log, each decision by name."""

import json
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result

from sayso.cli import cli
from sayso.cli.review import ROLES, SCOPES, SORTS, STATUSES
from sayso.judging.begun import short
from sayso.ledger.stakes import Sort
from sayso.model import Role, Scope, Status
from tests.a_case import MINISTRY, read_ledger, reading
from tests.workbench.test_review_parts import OFFICE, long_ledger

(OFFICIAL,) = reading(MINISTRY).claims


def sayso(*words: str | Path) -> Result:
    """Give what a command did."""
    return CliRunner(env={"NO_COLOR": "1"}).invoke(cli, [str(w) for w in words])


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Make a ledger that has been run."""
    path = read_ledger(tmp_path / "case.sayso")
    assert sayso("run", path).exit_code == 0
    return path


def review(verb: str, ledger: Path, *words: str) -> Result:
    """Decide as Ada."""
    return sayso("review", verb, ledger, *words, "--by", "Ada")


def killed(ledger: Path) -> list[int | None]:
    """Give best and high of the event's killed."""
    figure = json.loads(sayso("show", ledger, "--json").stdout)["estimates"]["killed"]
    return [figure["best"], figure["high"]]


def test_the_words_that_can_be_given_are_those_of_the_model() -> None:
    assert (get_args(Sort), get_args(Status), get_args(Scope)) == (SORTS, STATUSES, SCOPES)
    assert get_args(Role) == ROLES


def test_the_queue_lists_rows_that_the_verbs_know_and_a_decision_shortens_it(ledger: Path) -> None:
    before = [json.loads(line) for line in sayso("review", "queue", ledger, "--json").stdout.splitlines()]
    shown = sayso("review", "show", ledger, "1").stdout
    assert before[0]["target"] in shown
    assert "rejecting makes it" in shown
    assert review("accept", ledger, "1").exit_code == 0
    after = [json.loads(line)["target"] for line in sayso("review", "queue", ledger, "--json").stdout.splitlines()]
    assert after == [s["target"] for s in before[1:]]


def test_all_claims_of_a_long_line_are_shown_where_they_are_asked_for(tmp_path: Path) -> None:
    path = long_ledger(tmp_path / "long.sayso")
    some = sayso("review", "show", path, "l-office").stdout
    assert (some.count("[c-"), "5 more claims: --all shows them" in some) == (40, True)
    every = sayso("review", "show", path, "l-office", "--all").stdout
    assert (every.count("[c-"), "more claims" in every) == (OFFICE, False)


def test_a_rejected_line_moves_the_figure_at_once_and_undo_moves_it_back(ledger: Path) -> None:
    before = killed(ledger)
    line = next(t for t in _targets(ledger) if t.startswith("line:"))
    assert "sayso run" not in review("reject", ledger, line).stderr
    assert killed(ledger) != before
    assert review("undo", ledger).exit_code == 0
    assert killed(ledger) == before


def test_an_edit_says_what_it_changes_and_waits_for_a_run(ledger: Path) -> None:
    told = review("edit", ledger, OFFICIAL.id, "--best", "17", "--low", "17", "--high", "17", "--day", "2031-05-02")
    assert "figure 23 → 17; day unknown → 2031-05-02" in told.stderr
    assert "sayso run" in told.stderr
    assert sayso("run", ledger).exit_code == 0
    assert killed(ledger)[0] == 17


def test_who_says_a_claim_is_put_right(ledger: Path) -> None:
    assert review("attribute", ledger, OFFICIAL.id, "harbour hospital").exit_code == 0
    assert (
        "interior ministry, in Northern Gazette → harbour hospital, in Northern Gazette" in sayso("review", "log", ledger).stdout
    )


def test_split_and_merge_name_events_as_show_does(ledger: Path) -> None:
    assert review("split", ledger, "1", OFFICIAL.id).exit_code == 0
    sayso("run", ledger)
    assert len(sayso("show", ledger, "--json").stdout.splitlines()) == 2
    assert review("merge", ledger, "1", "2").exit_code == 0
    sayso("run", ledger)
    assert len(sayso("show", ledger, "--json").stdout.splitlines()) == 1


def test_the_log_shows_names_notes_and_what_was_taken_back(ledger: Path) -> None:
    review("grade", ledger, OFFICIAL.id, "b2", "--note", "seldom wrong")
    review("note", ledger, OFFICIAL.id, "ask the hospital")
    review("undo", ledger)
    log = sayso("review", "log", ledger).stdout
    assert "Ada: claim “23 people were killed” (interior ministry, in Northern Gazette): graded B2 – seldom wrong" in log
    assert "noted – ask the hospital (taken back by Ada" in log


def test_a_claim_that_was_missed_is_added_by_its_words_counts_after_a_run_and_is_undone(ledger: Path) -> None:
    before = killed(ledger)
    done = review(
        "add", ledger, "gazette-3", "a shell hit the ferry", "--outcome", "missing", "--low", "4", "--day", "2031-05-02"
    )
    assert "missing at least 4, happened — Northern Gazette, in its own voice: “a shell hit the ferry”" in done.stdout
    sayso("run", ledger)
    assert json.loads(sayso("show", ledger, "--json").stdout)["estimates"]["missing"]["low"] == 4
    assert review("undo", ledger).exit_code == 0
    sayso("run", ledger)
    assert "missing" not in json.loads(sayso("show", ledger, "--json").stdout)["estimates"]
    assert killed(ledger) == before


def test_what_is_not_given_is_as_the_words_look(ledger: Path) -> None:
    done = review("add", ledger, "wire-7", "17 people were killed", "--outcome", "wounded", "--own-voice", "--json")
    claim = json.loads(done.stdout)
    assert [claim["quantity"][end] for end in ("low", "best", "high")] == [17, 17, 17]
    assert (claim["group"]["text"], claim["flags"]) == ("people", ["added by Ada"])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("accept", "LEDGER", "c-none"), "no claim c-none"),
        (("accept", "LEDGER", "99"), "no row 99"),
        (("edit", "LEDGER", OFFICIAL.id), "says already"),
        (("edit", "LEDGER", OFFICIAL.id, "--best", "many"), "no number"),
        (("edit", "LEDGER", OFFICIAL.id, "--day", "Friday"), "no day"),
        (("grade", "LEDGER", OFFICIAL.id, "Z"), "no grade"),
        (("undo", "LEDGER"), "decided nothing"),
        (("add", "LEDGER", "gazette-3", "on"), "in the text 2 times"),
        (("add", "LEDGER", "wire-7", "30 wounded", "--best", "30"), "there already"),
        (("add", "LEDGER", "wire-7", "30 wounded", "--day", "Friday"), "no day"),
    ],
)
def test_what_cannot_be_done_is_told_with_what_to_do(ledger: Path, words: tuple[str, ...], says: str) -> None:
    done = sayso("review", *(ledger if w == "LEDGER" else w for w in words), "--by", "Ada")
    assert done.exit_code in (1, 2)
    assert says in done.stderr


def _targets(ledger: Path) -> list[str]:
    return [json.loads(line)["target"] for line in sayso("review", "queue", ledger, "--json").stdout.splitlines()]


def test_the_short_id_that_why_tells_is_enough_to_decide(ledger: Path) -> None:
    told = sayso("why", ledger, "1").stdout
    assert short(OFFICIAL.id) in told
    assert review("reject", ledger, short(OFFICIAL.id)).exit_code == 0
    (last,) = (json.loads(line) for line in sayso("review", "log", ledger, "--json").stdout.splitlines())
    assert last["target"] == f"claim:{OFFICIAL.id}"
    assert review("undo", ledger, last["review"][:9]).exit_code == 0


def test_a_beginning_that_several_ids_have_is_refused_with_these(ledger: Path) -> None:
    done = review("reject", ledger, "c-")
    assert done.exit_code == 1
    assert "begins the ids of several claims" in done.stderr
    assert OFFICIAL.id in done.stderr


def test_undo_takes_back_what_was_said_of_sources_and_goes_on_to_what_was_decided_before(ledger: Path) -> None:
    review("reject", ledger, OFFICIAL.id)
    sayso("source", "set", ledger, "interior ministry", "--kind", "military", "--by", "Ada")
    sayso("source", "set", ledger, "interior ministry", "--party", "kelmar", "--by", "Ada")
    told = [review("undo", ledger).stderr for _ in range(3)]
    assert "party as found" in told[0]
    assert "kind as found" in told[1]
    assert "took back: rejected" in told[2]
    assert "Ada has decided nothing that holds" in review("undo", ledger).stderr
