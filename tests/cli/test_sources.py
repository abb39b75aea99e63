"""Who speaks is listed with its evidence, and a person's word on it is kept, shown, and heeded by the next run."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner, Result

from sayso.cli import cli
from sayso.cli.sources import KINDS
from sayso.model import Kind
from tests.a_case import read_ledger


def sayso(*words: str | Path) -> Result:
    """Give what a command did."""
    return CliRunner(env={"NO_COLOR": "1"}).invoke(cli, [str(w) for w in words])


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Make a ledger that has been run."""
    path = read_ledger(tmp_path / "case.sayso")
    assert sayso("run", path).exit_code == 0
    return path


def rows(ledger: Path, *options: str) -> list[dict[str, Any]]:
    """Give the sources as JSON."""
    return [json.loads(line) for line in sayso("sources", ledger, "--json", *options).stdout.splitlines()]


def named(ledger: Path, name: str) -> dict[str, Any]:
    """Give the one source of a name."""
    (row,) = rows(ledger, "--name", name)
    return row


def set_(ledger: Path, *words: str) -> Result:
    """Say something of a source."""
    return sayso("source", "set", ledger, *words, "--by", "Ada")


def test_the_kinds_that_can_be_asked_for_are_those_of_the_model() -> None:
    assert get_args(Kind) == KINDS


def test_sources_lists_who_speaks_with_kind_and_counts_those_with_the_most_claims_first(ledger: Path) -> None:
    shown = sayso("sources", ledger).stdout
    assert shown.index("interior ministry") > shown.index("Orlan Wire")
    assert [r["name"] for r in rows(ledger, "--kind", "government")] == ["interior ministry"]
    assert named(ledger, "Bay Post")["claims"] == 2


def test_a_description_holds_in_its_report_which_is_named(ledger: Path) -> None:
    assert {r["document"] for r in rows(ledger, "--name", "harbour hospital")} == {"wire-7", "post-1"}
    which = set_(ledger, "harbour hospital", "--party", "orlan")
    assert which.exit_code == 1
    assert "means 2 sources" in which.stderr
    assert "harbour hospital (medical, in wire-7, 2031-05-02)" in which.stderr


def test_why_shows_the_evidence_and_narrow_paper_shows_paragraphs(ledger: Path) -> None:
    assert "· only in" in sayso("sources", ledger, "--why").stdout
    narrow = CliRunner(env={"NO_COLOR": "1", "COLUMNS": "60"}).invoke(cli, ["sources", str(ledger), "--why"]).stdout
    assert max(map(len, narrow.splitlines())) <= 60
    assert "government\n" in narrow


def test_no_source_and_no_such_source_are_said(ledger: Path, tmp_path: Path) -> None:
    assert "No source has the party nowhere." in sayso("sources", ledger, "--party", "nowhere").stderr
    assert "Did you mean interior ministry?" in sayso("sources", ledger, "--name", "interier ministry").stderr
    assert "No source is called zzz." in sayso("sources", ledger, "--name", "zzz", "--json").stderr
    none = sayso("sources", ledger, "--name", "interior ministry", "--kind", "outlet").stderr
    assert "No source fits --name and --kind at once." in none
    assert "No sources yet" in sayso("sources", read_ledger(tmp_path / "new.sayso")).stderr
    assert "sayso run" in set_(tmp_path / "new.sayso", "interior ministry", "--party", "x").stderr
    assert "more: --limit 0" in sayso("sources", ledger, "--limit", "1").stderr


def test_a_correction_is_shown_at_once_in_the_list_and_in_the_grounds(ledger: Path) -> None:
    done = set_(ledger, "interior ministry", "--party", "Orlan", "--kind", "police", "--name", "Orlan's interior ministry")
    assert done.exit_code == 0
    assert "party orlan" in done.stderr
    assert rows(ledger, "--party", "Orlan") == rows(ledger, "--party", "orlanian") != []
    row = named(ledger, "interior ministry")
    assert (row["name"], row["kind"], row["party"]) == ("Orlan's interior ministry", "police", "orlan")
    assert row["aliases"] == ["interior ministry"]
    assert "Ada says" in row["evidence"][-1]
    claims = json.loads(sayso("why", ledger, "1", "--json").stdout)["claims"]
    assert ("Orlan's interior ministry", "orlan") in {(c["said_by"][0]["name"], c["said_by"][0].get("party")) for c in claims}


def test_the_next_run_traces_with_the_correction_and_a_later_run_keeps_it(ledger: Path) -> None:
    set_(ledger, "interior ministry", "--kind", "police", "--party", "orlan")
    assert json.loads(sayso("run", ledger, "--json").stdout)["lines"] == 2
    lines = json.loads(sayso("why", ledger, "1", "--json").stdout)["lines"]
    assert ("police", "orlan") in {(n["kind"], n.get("party")) for n in lines}
    assert sayso("run", ledger).stderr == "nothing to do\n"
    assert named(ledger, "interior ministry")["kind"] == "police"


def test_one_that_is_another_takes_its_place(ledger: Path) -> None:
    (hospital,) = (r for r in rows(ledger, "--name", "harbour hospital") if r["document"] == "wire-7")
    assert set_(ledger, "interior ministry", "--same-as", hospital["id"]).exit_code == 0
    row = named(ledger, "interior ministry")
    assert (row["name"], row["aliases"], row["claims"]) == ("harbour hospital", ["interior ministry"], 3)
    assert "Ada says that “interior ministry” is “harbour hospital”" in row["evidence"][-1]
    sayso("run", ledger)
    lines = json.loads(sayso("why", ledger, "1", "--json").stdout)["lines"]
    assert [n["origin"] for n in lines] == ["harbour hospital (Orlan Wire)"]
    assert set_(ledger, "interior ministry", "--clear", "same-as").exit_code == 0
    assert named(ledger, "interior ministry")["claims"] == 1


def test_joining_the_same_pair_twice_is_once(ledger: Path) -> None:
    assert set_(ledger, "interior ministry", "--same-as", "Bay Post").exit_code == 0
    again = set_(ledger, "interior ministry", "--same-as", "Bay Post")
    assert (again.exit_code, again.stderr) == (0, "That is what it says already.\n")
    sayso("run", ledger)
    assert set_(ledger, "interior ministry", "--same-as", "Bay Post").exit_code == 0
    assert len(sayso("sources", ledger, "--history").stdout.splitlines()) == 1


def test_clearing_says_that_there_is_none_and_found_goes_back(ledger: Path) -> None:
    set_(ledger, "interior ministry", "--party", "orlan", "--affiliation", "government", "--alias", "the Interior")
    assert named(ledger, "interior ministry")["aliases"] == ["the Interior"]
    set_(ledger, "interior ministry", "--clear", "party", "--clear", "alias", "--found", "affiliation")
    row = named(ledger, "interior ministry")
    assert not {"party", "affiliation", "aliases"} & set(row)


def test_the_same_word_twice_is_once_and_history_has_each_with_its_name(ledger: Path) -> None:
    set_(ledger, "interior ministry", "--party", "orlan")
    assert "says already" in set_(ledger, "interior ministry", "--party", "Orlan").stderr
    set_(ledger, "interior ministry", "--clear", "party")
    told = sayso("sources", ledger, "--history").stdout.splitlines()
    assert [line.partition(" ")[2] for line in told] == [
        "Ada: interior ministry: party orlan",
        "Ada: interior ministry: no party",
    ]
    (first, _) = map(json.loads, sayso("sources", ledger, "--history", "--json", "--name", "interior").stdout.splitlines())
    assert (first["by"], first["said"]) == ("Ada", ["party orlan"])
    assert "Nobody has corrected" in sayso("sources", ledger, "--history", "--name", "hospital").stderr


@pytest.mark.parametrize(
    ("words", "status", "what"),
    [
        (("interier ministry", "--party", "x"), 1, "Did you mean interior ministry?"),
        (("zzz", "--party", "x"), 1, "sayso sources"),
        (("interior ministry", "--party", ""), 2, "The party is empty"),
        (("ministry", "--party", "x"), 1, "Did you mean interior ministry?"),
        (("", "--party", "x"), 1, "No source is given"),
        (("interior ministry", "--not", "Bay Post"), 2, "is not called Bay Post"),
        (("interior ministry",), 2, "Nothing is said"),
        (("interior ministry", "--same-as", "interior ministry"), 2, "is itself"),
    ],
)
def test_an_error_says_what_to_do(ledger: Path, words: tuple[str, ...], status: int, what: str) -> None:
    done = set_(ledger, *words)
    assert (done.exit_code, len(done.stderr.splitlines())) == (status, 2)
    assert what in done.stderr
    assert not sayso("sources", ledger, "--history").stdout


def test_exports_carry_the_correction_and_why_each_source_is_one(ledger: Path, tmp_path: Path) -> None:
    set_(ledger, "interior ministry", "--party", "orlan")
    sayso("export", ledger, "--to", "jsonl", tmp_path / "out")
    told = [json.loads(line) for line in (tmp_path / "out" / "sources.jsonl").read_text().splitlines()]
    claims = [json.loads(line) for line in (tmp_path / "out" / "claims.jsonl").read_text().splitlines()]
    assert {a["id"] for c in claims for a in c["said_by"]} <= {s["id"] for s in told}
    assert [s["party"] for s in told if "party" in s] == ["orlan"]
    sayso("export", ledger, "--to", "csv", tmp_path / "csv")
    assert "statements,claims,evidence" in (tmp_path / "csv" / "sources.csv").read_text(encoding="utf-8-sig")


def test_past_figures_are_listed_beside_the_estimates_without_the_source(ledger: Path) -> None:
    told = sayso("sources", ledger, "--record").stdout
    figures = [json.loads(line) for line in sayso("sources", ledger, "--record", "--json").stdout.splitlines()]
    assert figures
    assert {f["beside"] for f in figures} <= {"inside", "above", "below", "alone"}
    assert all(f"{f['day']}  " in told and f["outcome"] in told for f in figures)
