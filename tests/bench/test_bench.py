"""Speed is measured on reports that are there, in a process of its own, and told in a table; no test is timed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bench.__main__ import main as bench
from bench.lengths import joined
from bench.page import Machine, Measure, page, plain
from bench.reports import ARTICLES, reports
from bench.task import figures, made_up, main, peak


def test_without_corpora_the_bundled_case_is_varied_so_that_no_two_reports_are_one(tmp_path: Path) -> None:
    given = reports(30, tmp_path)

    assert len({row["id"] for row in given.rows}) == len({row["text"] for row in given.rows}) == 30
    assert given.what == "the bundled case, varied"


def test_articles_of_the_corpora_come_without_their_gold(tmp_path: Path) -> None:
    (tmp_path / ARTICLES).parent.mkdir()
    row = {"id": "a", "text": "Two died.", "title": None, "gold": {"killed": 2}}
    (tmp_path / ARTICLES).write_text(json.dumps(row) + "\n", encoding="utf-8")

    given = reports(30, tmp_path)

    assert given.rows == ({"id": "a", "text": "Two died."},)
    assert given.words == 2


def test_paragraphs_of_consecutive_reports_make_reports_of_one_length() -> None:
    rows = [
        {"id": "a", "text": "Two died.\n\nOne was hurt in Velinsk.", "published": "2031-05-04"},
        {"id": "b", "text": "Two died.\n\nThree fled.\n\nFour came back."},
    ]

    made = list(joined(rows, words=7))

    assert made == [
        {"id": "a+1", "text": "Two died.\n\nOne was hurt in Velinsk.", "published": "2031-05-04"},
        {"id": "b+2", "text": "Two died.\n\nThree fled.\n\nFour came back."},
    ]


def test_a_task_says_on_how_much_it_worked_and_what_it_took(tmp_path: Path) -> None:
    path = reports(2, tmp_path).write(tmp_path / "two.jsonl", 2)

    found = figures(str(path))

    assert found["n"] == 2
    assert min(found["cpu"], found["wall"], found["peak"]) > 0
    assert found["peak"] <= peak()


def test_quantities_and_dates_take_all_the_time_that_both_take(tmp_path: Path) -> None:
    found = figures(str(reports(2, tmp_path).write(tmp_path / "two.jsonl", 2)))

    assert found["quantities"] + found["dates"] == pytest.approx(found["cpu"])
    assert min(found["quantities"], found["dates"]) > 0


def test_a_part_that_cannot_be_measured_by_itself_is_told_with_those_that_can() -> None:
    done = CliRunner().invoke(bench, ["--only", "wings"])

    assert done.exit_code == 2
    assert "wings is not one of start, read," in " ".join(done.output.split())


def test_a_task_prints_one_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    main(["table", "90"])

    assert json.loads(capsys.readouterr().out)["questions"] == 10


def test_made_up_tables_are_the_same_each_time() -> None:
    assert made_up(50) == made_up(90)[:50]


def test_the_page_tells_the_machine_and_every_measure() -> None:
    measures = [
        Measure(what="read", on="9 articles", value="61 a second", aim="≥ 60"),
        Measure(what="start", on="9", value="90 ms"),
    ]
    machine = Machine(date="2032-05-04", cpu="Abacus", cores=2, load=0.5, python="3.11")

    told = page(measures, machine, "twelve reports")

    assert "Measured 2032-05-04 on Abacus, 2 cores" in told
    assert "| read | 9 articles | 61 a second | ≥ 60 |" in told
    assert plain(measures).splitlines() == ["read   9 articles  61 a second  (aim ≥ 60)", "start  9           90 ms"]
