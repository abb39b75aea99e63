"""The commands say what the desk says: data on stdout, words on stderr, and a status that scripts can trust."""

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli import cli
from sayso.cli.frame import OUTCOMES as OUTCOMES_ASKED
from sayso.model import OUTCOMES
from tests.a_case import COPY, MINISTRY, WIRE, read_ledger


def sayso(*words: str | Path, given: str | None = None, **environment: str) -> Result:
    """Give what a command did."""
    return CliRunner(env={"NO_COLOR": "1", **environment}).invoke(cli, [str(w) for w in words], input=given)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Make a ledger that has been run."""
    path = read_ledger(tmp_path / "case.sayso")
    done = sayso("run", path, "--json")
    assert json.loads(done.stdout) == {"events": 1, "lines": 2, "estimates": 2, "unread": []}
    return path


def as_lines(*documents: object) -> str:
    """Give documents as JSON Lines."""
    return "".join(json.dumps(d) + "\n" for d in documents)


ROW = {
    "id": "a-1",
    "text": "The mayor of Orlan said on Friday that two people were killed by a shell.",
    "published": "2031-05-02",
}


def test_add_reads_stdin_and_adding_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "new.sayso"
    first = sayso("add", path, "-", "--json", given=as_lines(ROW))
    again = sayso("add", path, "-", "--json", given=as_lines(ROW))
    assert json.loads(first.stdout) == {"new": 1, "known": 0, "refused": []}
    assert json.loads(again.stdout) == {"new": 0, "known": 1, "refused": []}


def test_a_bad_input_is_named_and_the_rest_is_added(tmp_path: Path) -> None:
    done = sayso("add", tmp_path / "new.sayso", "-", tmp_path / "none.txt", given=as_lines(ROW, "no object"))
    assert done.exit_code == 3
    assert "1 new document" in done.stderr
    assert "none.txt" in done.stderr
    listed = sayso("refusals", tmp_path / "new.sayso", "--json")
    assert len(listed.stdout.splitlines()) == 2


def test_open_says_what_is_in_the_ledger(ledger: Path) -> None:
    assert json.loads(sayso("open", ledger, "--json").stdout)["documents"] == 3
    assert "2031-05-02 to 2031-05-03" in sayso("open", ledger).stdout


def test_open_says_by_which_convention_the_documents_were_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "KORA, 4 May 2031 - Dozens of people died in Kora on Sunday, the mayor said.\n", encoding="utf-8"
    )
    path = tmp_path / "case.sayso"
    assert sayso("add", path, tmp_path / "a.txt").exit_code == 0
    assert json.loads(sayso("open", path, "--json").stdout)["read_with"] == []
    assert sayso("run", path, "--convention", "acled").exit_code == 0
    assert json.loads(sayso("open", path, "--json").stdout)["read_with"] == ["depth=all convention=acled"]
    assert "depth all convention acled" in sayso("open", path).stdout


@pytest.mark.parametrize("columns", ["60", "100", "160"])
def test_show_names_event_day_place_figure_and_lines_at_every_width(ledger: Path, columns: str) -> None:
    shown = sayso("show", ledger, COLUMNS=columns)
    assert shown.exit_code == 0
    assert "Orlan" in shown.stdout
    assert "killed" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= int(columns)
    assert "\x1b" not in shown.stdout


def test_show_json_is_one_event_a_line(ledger: Path) -> None:
    (row,) = map(json.loads, sayso("show", ledger, "--near", "orlan", "--json").stdout.splitlines())
    assert row["row"] == 1
    assert row["documents"] == ["gazette-3", "post-1", "wire-7"]
    assert row["estimates"]["killed"]["lines"] == 2


def test_show_with_switches_of_weighing_stores_nothing(ledger: Path) -> None:
    (row,) = map(json.loads, sayso("show", ledger, "--count-copies", "--outcome", "killed", "--json").stdout.splitlines())
    assert row["estimates"]["killed"]["lines"] == 3
    (row,) = map(json.loads, sayso("show", ledger, "--json").stdout.splitlines())
    assert row["estimates"]["killed"]["lines"] == 2


def test_show_of_a_place_where_nothing_was_says_so(ledger: Path) -> None:
    shown = sayso("show", ledger, "--near", "Nowhere")
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert shown.stderr == "No event is at Nowhere. Without --near there are more.\n"
    assert "No event was reported by 2001-01-01." in sayso("show", ledger, "--as-of", "2001-01-01", "--json").stderr
    assert "No event has a figure for deployed." in sayso("show", ledger, "--outcome", "deployed").stderr


def test_why_shows_origin_copy_and_the_words(ledger: Path) -> None:
    why = sayso("why", ledger, "1").stdout
    for words in ("harbour hospital", "interior ministry", "Bay Post", "‹17 people were killed›", "‹23 people were killed›"):
        assert words in why


def test_why_json_has_the_sentences(ledger: Path) -> None:
    why = json.loads(sayso("why", ledger, "orlan", "--outcome", "killed", "--json").stdout)
    assert why["event"]["documents"] == ["gazette-3", "post-1", "wire-7"]
    assert {c["document"] for c in why["claims"]} == {d.name for d in (WIRE, COPY, MINISTRY)}
    assert any("said that 17 people were killed" in c["sentence"] for c in why["claims"])


def test_why_of_no_event_is_an_error_that_says_what_to_do(ledger: Path) -> None:
    why = sayso("why", ledger, "zzz")
    assert why.exit_code == 1
    assert why.stderr.startswith("sayso: There is no event zzz.")
    assert len(why.stderr.splitlines()) == 2


def test_export_writes_seven_files_and_names_them(ledger: Path, tmp_path: Path) -> None:
    done = sayso("export", ledger, "--to", "jsonl", tmp_path / "out")
    assert [Path(p).exists() for p in done.stdout.splitlines()] == [True] * 7


def test_verify_finds_what_was_tampered_with(ledger: Path) -> None:
    assert sayso("verify", ledger).exit_code == 0
    with closing(sqlite3.connect(ledger)) as db, db:
        db.execute("DROP TRIGGER documents_kept")
        db.execute("UPDATE documents SET text = 'Nothing happened.' WHERE name = 'wire-7'")
    found = sayso("verify", ledger)
    assert found.exit_code == 4
    assert WIRE.id in found.stdout


def test_a_missing_ledger_and_a_strange_file_are_one_clean_line_each(tmp_path: Path) -> None:
    strange = tmp_path / "letter.txt"
    strange.write_text("Dear reader, this is no ledger at all.")
    for verb in ("show", "run", "open", "verify", "refusals"):
        assert sayso(verb, tmp_path / "none.sayso").exit_code == 1
        done = sayso(verb, strange)
        assert done.exit_code == 1
        assert "Traceback" not in done.stderr
        assert len(done.stderr.splitlines()) <= 2


def test_a_word_that_is_no_command_is_a_usage_error() -> None:
    assert sayso("guess").exit_code == 2


def test_estimate_weighs_a_table_and_names_rows_it_cannot_use(tmp_path: Path) -> None:
    claims = tmp_path / "claims.csv"
    claims.write_text("question,source,value,desk\nferry,hospital,17,A\nferry,ministry,23,A\nferry,poet,many many,A\n")
    done = sayso("estimate", claims, "--out", tmp_path / "out.csv", "--sources", tmp_path / "sources.csv")
    assert done.exit_code == 3
    assert "row 3" in done.stderr
    with (tmp_path / "out.csv").open(newline="") as table:
        (row,) = csv.DictReader(table)
    assert list(row)[:3] == ["question", "best", "low50"]
    assert row["desk"] == "A"
    assert 17 <= float(row["best"]) <= 23
    assert (tmp_path / "sources.csv").read_text().startswith("source,claims,bias,bias_low,bias_high,precision\n")


def test_estimate_says_which_column_is_missing(tmp_path: Path) -> None:
    claims = tmp_path / "claims.csv"
    claims.write_text("question,value\nferry,17\n")
    done = sayso("estimate", claims)
    assert done.exit_code == 2
    assert "no column source" in done.stderr


def test_annotate_keeps_the_order_and_names_a_bad_line() -> None:
    given = as_lines(ROW | {"id": "one"}) + "{broken\n" + as_lines(ROW | {"id": "two"})
    done = sayso("annotate", "--layer", "quantities", given=given)
    assert done.exit_code == 3
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [r["id"] for r in rows] == ["one", "two"]
    assert [q["value"] for q in rows[0]["quantities"]] == [2]
    assert "stdin:2" in done.stderr


def test_annotate_says_when_a_day_of_publication_cannot_be_read() -> None:
    rows = [{"text": "Three died in Kora on Sunday.", "published": day} for day in ("2031-13-45", "2031-05-07")]
    done = sayso("annotate", "--layer", "times", given="".join(map(as_lines, rows)))
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 2
    assert done.stderr.count("taken, but") == 1
    assert '"2031-13-45" is no day' in done.stderr


def test_annotate_takes_a_bare_number() -> None:
    done = sayso("annotate", "--layer", "quantities", given='{"id": "one", "text": "1,200"}\n')
    assert done.exit_code == 0
    assert [q["value"] for q in json.loads(done.stdout)["quantities"]] == [1200]


def test_annotate_by_two_processes_gives_the_same(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(as_lines(*(ROW | {"id": f"r-{n}"} for n in range(40))))
    one, two = (sayso("annotate", "--layer", "times", "--processes", n, path).stdout for n in ("1", "2"))
    assert one == two
    assert len(one.splitlines()) == 40


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_writes_a_script(shell: str) -> None:
    assert "_SAYSO_COMPLETE" in sayso("completion", shell).stdout


def test_only_outcomes_that_there_are_can_be_asked_for(ledger: Path) -> None:
    assert {*OUTCOMES_ASKED, "none"} == set(OUTCOMES)
    for verb in (("show", ledger), ("why", ledger, "1")):
        done = sayso(*verb, "--outcome", "kiled")
        assert done.exit_code == 2
        assert "killed" in done.stderr


def test_no_line_ends_in_a_blank(ledger: Path) -> None:
    shown = sayso("show", ledger, "--why").stdout
    assert [line for line in shown.splitlines() if line != line.rstrip()] == []


def test_under_an_outcome_stand_only_reports_that_speak_of_it(ledger: Path) -> None:
    why = sayso("why", ledger, "1", "--outcome", "wounded").stdout
    assert "Orlan Wire" in why
    assert "Northern Gazette" not in why


def test_the_words_of_a_level_are_explained(ledger: Path) -> None:
    assert "one line: one origin, and nothing checks it" in sayso("why", ledger, "1").stdout


def estimated(tmp_path: Path, *rows: str) -> tuple[Result, Path]:
    """Weigh rows of question, source, value and wording, and give what was said of the sources as well."""
    claims, sources = tmp_path / "claims.csv", tmp_path / "sources.csv"
    claims.write_text("\n".join(("question,source,value,wording", *rows)) + "\n")
    return sayso("estimate", claims, "--sources", sources), sources


def test_estimate_reads_figures_as_reports_write_them(tmp_path: Path) -> None:
    words, _ = estimated(
        tmp_path, 'a,s1,"1,200",', "b,s2,six,", "c,s3,up to 20,", "d,s4,10-15,", "e,s5,dozens,", "f,s6,at least 12,"
    )
    digits, _ = estimated(tmp_path, "a,s1,1200,", "b,s2,6,", "c,s3,20,up to", "d,s4,12.5,", "e,s5,,dozens", "f,s6,12,at least")
    assert (words.exit_code, digits.exit_code) == (0, 0)
    best = [[(r["question"], r["best"]) for r in csv.DictReader(done.stdout.splitlines())] for done in (words, digits)]
    assert best[0] == best[1]


def test_estimate_refuses_a_wording_that_it_does_not_know_and_lists_those_it_does(tmp_path: Path) -> None:
    done, _ = estimated(tmp_path, "a,s1,12,flubber", "a,s2,13,in excess of")
    assert done.exit_code == 3
    assert "row 1 (a): wording 'flubber' is not one of at least" in done.stderr
    assert "row 2" not in done.stderr


def test_every_source_that_was_used_is_among_the_sources(tmp_path: Path) -> None:
    done, sources = estimated(tmp_path, "a,s1,12,", "a,s2,13,", "a,s3,10,at least", "a,s4,so many,")
    assert done.exit_code == 3
    assert [r["source"] for r in csv.DictReader(sources.read_text().splitlines())] == ["s1", "s2", "s3"]


def test_estimate_of_an_empty_table_says_so(tmp_path: Path) -> None:
    done, _ = estimated(tmp_path)
    assert done.exit_code == 2
    assert "has no rows" in done.stderr


def test_a_text_is_refused_once_and_not_line_by_line(tmp_path: Path) -> None:
    text = tmp_path / "report.txt"
    text.write_text("A shell hit the ferry.\nNobody was hurt.\nThe mayor said so.\n")
    done = sayso("annotate", "--layer", "times", text)
    assert done.exit_code == 3
    assert len(done.stderr.splitlines()) == 1
    assert "report.txt: bad-json" in done.stderr


def test_mistyped_paths_and_addresses_make_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "new.sayso"
    done = sayso("add", path, tmp_path / "nofolder", "ftp://example.org/a", "www.example.org/a", "--json")
    assert done.exit_code == 3
    assert not path.exists()
    assert "only http and https" in done.stderr
    assert "begin with https://" in done.stderr
    assert len(json.loads(done.stdout)["refused"]) == 3


def test_what_is_refused_makes_no_ledger(tmp_path: Path) -> None:
    path, table = tmp_path / "new.sayso", tmp_path / "dead.csv"
    table.write_text("place,dead\nOrlan,2\n")
    done = sayso("add", path, table)
    assert (done.exit_code, path.exists()) == (3, False)
    assert "dead.csv: table" in done.stderr
    assert "was not made" in done.stderr


@pytest.mark.parametrize("shape", ["jsonl", "csv"])
def test_tables_of_an_export_are_refused_once_each(ledger: Path, tmp_path: Path, shape: str) -> None:
    sayso("review", "accept", ledger, "1", "--by", "Ana")
    sayso("export", ledger, "--to", shape, tmp_path / "out")
    done = sayso("add", tmp_path / "new.sayso", tmp_path / "out", "--json")
    tables = sorted(str(p) for p in (tmp_path / "out").iterdir() if shape == "csv" or p.stem != "documents")
    assert json.loads(done.stdout)["refused"] == tables
    assert done.stderr.count(": table: ") == len(tables)


def test_a_report_is_known_by_the_name_of_its_file_where_it_is_the_only_one(tmp_path: Path) -> None:
    path, text = tmp_path / "new.sayso", "The mayor of Orlan said that {} people were killed by a shell on Friday, 2 May 2031."
    for folder, name, n in (("a", "ferry.txt", 2), ("a", "port.txt", 3), ("b", "port.txt", 4)):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text(text.format(n))
    sayso("add", path, tmp_path / "a", tmp_path / "b")
    assert sayso("review", "add", path, "ferry.txt", "2 people were killed", "--by", "Ada").exit_code == 0
    several = sayso("review", "add", path, "port.txt", "3 people were killed", "--by", "Ada")
    assert several.exit_code == 1
    assert f"Give the whole path: {tmp_path / 'a' / 'port.txt'}, {tmp_path / 'b' / 'port.txt'}" in several.stderr
    whole = sayso("review", "add", path, tmp_path / "b" / "port.txt", "4 people were killed", "--by", "Ada")
    assert whole.exit_code == 0


def test_an_empty_file_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "empty.sayso"
    path.touch()
    done = sayso("show", path)
    assert done.exit_code == 1
    assert "empty file" in done.stderr


def test_a_place_that_is_misspelt_is_answered_with_those_like_it(ledger: Path) -> None:
    told = sayso("show", ledger, "--near", "orlen").stderr
    assert "Did you mean Orlan?" in told
