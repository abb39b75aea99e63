"""`python -m gold` without corpora says so and changes nothing; with a corpus it measures by the way of a user's documents."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from gold.__main__ import main
from gold.annotating import annotated, document
from gold.rows import Row, distinct


def test_without_corpora_it_says_so_and_is_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_CORPORA", str(tmp_path / "nowhere"))

    done = CliRunner().invoke(main, [])

    assert done.exit_code == 0
    assert "nothing is measured" in done.output


def test_a_corpus_that_is_not_there_is_skipped_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_CORPORA", str(tmp_path))

    done = CliRunner().invoke(main, ["--check", "--only", "times"])

    assert done.exit_code == 0
    assert "time/timebank.jsonl" in done.output


def test_a_corpus_below_its_floor_fails_with_four(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "time").mkdir()
    row = {"id": "t", "published": "2032-05-04", "text": "The ferry sank on Monday off the Tarn coast.", "times": []}
    (tmp_path / "time" / "wikiwars_train16.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    monkeypatch.setenv("SAYSO_CORPORA", str(tmp_path))

    done = CliRunner().invoke(main, ["--check", "--quick", "--only", "times", "--processes", "1"])

    assert done.exit_code == 4
    assert "below: times/wikiwars_train16" in done.output


def test_the_reader_never_sees_the_gold() -> None:
    row: Row = {"id": "t", "dct": "2032-05-04", "text": "x", "title": None, "gold": {"killed": 3}, "times": [], "incident": "9"}

    assert document(row) == {"id": "t", "dct": "2032-05-04", "text": "x"}


def test_layers_come_from_the_verb_that_users_have() -> None:
    row = {"id": "t", "published": "2032-05-04", "text": "The ferry sank on Monday off the Tarn coast, the port said in a note."}

    found, refused = annotated([row], "times", 1)

    assert refused == 0
    assert [t["value"] for t in found[0]["times"]] == ["2032-05-03"]


def test_two_documents_of_one_id_stay_two() -> None:
    assert [row["id"] for row in distinct([{"id": "a"}, {"id": "b"}, {"id": "a"}])] == ["a", "b", "a#2"]
