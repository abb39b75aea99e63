"""Files, folders, globs and standard input give documents, or refusals with a reason."""

import hashlib
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from sayso.ingest import Refused, Taken, files, take
from sayso.ingest.items import LIMIT, Fetched
from sayso.ingest.rows import take_row

REPORT = (
    "Ferry guards killed at Kora\n\nBy Ines Okoro\n\n4 May 2032\n\nSix ferry guards were killed at Kora, the ministry said.\n"
)


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def taken(item: Taken | Refused) -> Taken:
    assert isinstance(item, Taken), item
    return item


def refused(item: Taken | Refused) -> Refused:
    assert isinstance(item, Refused), item
    return item


def test_a_text_file_is_kept_whole_with_its_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", REPORT.replace("\n", "\r\n"))

    (item,) = take([path])

    got = taken(item)
    assert got.document.text == REPORT
    assert got.raw == REPORT.replace("\n", "\r\n").encode()
    assert got.document.raw == hashlib.sha256(got.raw).hexdigest()
    assert (got.document.title, got.document.byline) == ("Ferry guards killed at Kora", "Ines Okoro")
    assert (got.document.published, got.document.language, got.origin) == ("2032-05-04", "en", path)


def test_a_folder_gives_its_files_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.txt", ".hidden.txt", ".git/x.txt"):
        write(tmp_path, name, REPORT)

    origins = [Path(item.origin).relative_to(tmp_path).as_posix() for item in files(tmp_path)]

    assert origins == ["b.txt", "a/y.txt", "a/z.txt"]


def test_a_glob_gives_what_it_matches(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", REPORT)
    write(tmp_path, "b.md", REPORT)

    assert [item.origin for item in take([str(tmp_path / "*.txt")])] == [str(tmp_path / "a.txt")]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a[1].txt", REPORT)

    assert taken(next(take([path]))).origin == path


@pytest.mark.parametrize("name", ["nowhere.txt", "no/folder/", "*.none", "nul\x00byte"])
def test_what_is_not_there_is_refused_as_missing(tmp_path: Path, name: str) -> None:
    (item,) = take([str(tmp_path / name)])

    assert refused(item).reason == "missing"


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    (item,) = take([str(tmp_path / "pipe")])

    assert refused(item).reason == "unreadable"


def test_the_rest_goes_on_after_a_refusal(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", b"")
    write(tmp_path, "b.txt", b"%PDF-1.7 \x00\x01")
    write(tmp_path, "c.txt", REPORT)

    assert [getattr(item, "reason", "taken") for item in take([str(tmp_path)])] == ["empty", "binary", "taken"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t \n", "empty"),
        (b"PK\x03\x04" + b"\x00" * 50, "binary"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b"The army said\x00\x00 it was \x01\x02", "binary"),
        (b"12 34 56\n--- *** 7", "no-text"),
        ("Двое военных погибли на мине близ границы, сообщило министерство во вторник.".encode(), "not-english"),
        (
            "Zwei Soldaten sind durch eine Mine an der Grenze getötet worden, teilte das Ministerium am Dienstag mit.".encode(),
            "not-english",
        ),
        (b"a" * (LIMIT + 1), "too-large"),
    ],
    ids=["nothing", "blanks", "zip", "png", "zeros", "numbers", "russian", "german", "eleven-megabytes"],
)
def test_what_is_no_report_is_refused_with_its_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    (item,) = take([write(tmp_path, "a.txt", content)])

    assert refused(item).reason == reason


@pytest.mark.parametrize("name", ["dead.csv", "dead.TSV"])
def test_a_table_is_refused_with_what_to_do(tmp_path: Path, name: str) -> None:
    (item,) = take([write(tmp_path, name, "outlet,words\nOrlan Wire,Two guards were killed in Orlan.\n")])

    assert refused(item).reason == "table"
    assert "JSON Lines" in refused(item).detail


def test_a_table_that_a_server_gives_is_refused() -> None:
    body = b"outlet,words\nOrlan Wire,Two guards were killed in Orlan.\n"
    (item,) = take(["https://orlan.example/dead"], fetch=lambda url: Fetched(url=url, body=body, content_type="text/csv"))

    assert refused(item).reason == "table"


def test_another_language_is_named(tmp_path: Path) -> None:
    (item,) = take([write(tmp_path, "a.txt", "국방부는 화요일 국경 근처에서 지뢰로 병사 두 명이 숨졌다고 밝혔다.")])

    assert refused(item).detail == "looks like Korean (ko)"


def test_json_lines_give_one_item_a_line_with_its_number(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "Two guards died."}, {"id": 7, "text": "Three guards died.", "dct": "Jan. 25, 2033"}, {"id": "c"}]
    path = write(tmp_path, "a.jsonl", "\n\n".join(map(json.dumps, rows)))

    first, second, third = take([path])

    assert [i.origin for i in (first, second, third)] == [f"{path}:1", f"{path}:3", f"{path}:5"]
    assert taken(first).raw == json.dumps(rows[0]).encode()
    assert (taken(second).document.name, taken(second).document.published) == ("7", "2033-01-25")
    assert refused(third).reason == "no-text"


def test_the_text_of_json_lines_is_not_touched(tmp_path: Path) -> None:
    text = "  \r\nTwo guards\u00a0died.\u2028 \r The army said so. \n\n"

    (item,) = take([write(tmp_path, "a.jsonl", json.dumps({"id": "a", "text": text}))])

    assert taken(item).document.text == text


def test_a_lone_surrogate_is_replaced_in_place(tmp_path: Path) -> None:
    (item,) = take([write(tmp_path, "a.jsonl", '{"id": "a\\ud800", "text": "Two \\ud800guards died.", "title": "\\udfff"}')])

    got = taken(item).document
    assert got.text == "Two \ufffdguards died."
    assert (got.text + got.name + (got.title or "")).encode()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": "a", "text": 5}', "wrong-type"),
        ('{"id": "a", "text": ["x"]}', "wrong-type"),
        ('{"id": {}, "text": "Two guards died."}', "wrong-type"),
        ('{"id": "a", "text": "Two guards died.", "outlet": 5}', "wrong-type"),
        ('{"id": "a", "text": null}', "no-text"),
        ('{"id": "a", "text": " "}', "empty"),
        ("[1, 2]", "wrong-type"),
        ("5", "wrong-type"),
        ('{"id": "a", "text": "Two', "bad-json"),
        ('{"text": "Two guards died.", "id": ' + "9" * 6000 + "}", "bad-json"),
        ("[" * 100_000, "bad-json"),
    ],
)
def test_a_bad_row_is_refused_with_its_reason(tmp_path: Path, line: str, reason: str) -> None:
    (item,) = take([write(tmp_path, "a.jsonl", line)])

    assert refused(item).reason == reason


@pytest.mark.parametrize("published", ["2033-13-45", "soon", 20330101, None, "", "99999999999-01-01"])
def test_a_date_that_cannot_be_read_counts_as_none(tmp_path: Path, published: object) -> None:
    row = {"id": "a", "text": "Two guards died.", "published": published}

    (item,) = take([write(tmp_path, "a.jsonl", json.dumps(row))])

    assert taken(item).document.published is None


def test_a_line_that_is_too_long_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    long, short = json.dumps({"text": "a" * LIMIT}), json.dumps({"id": "b", "text": "Two guards died."})

    first, second = take([write(tmp_path, "a.jsonl", f"{long}\n{short}\n")])

    assert refused(first).reason == "too-large"
    assert taken(second).document.name == "b"


def test_json_lines_are_read_one_line_at_a_time() -> None:
    lines = [json.dumps({"id": str(n), "text": "Two guards died."}).encode() + b"\n" for n in range(1000)]
    stream = io.BytesIO(b"".join(lines))

    next(take(["-"], stdin=stream))

    assert stream.tell() <= 2 * len(lines[0]) + 2


def test_standard_input_may_be_json_lines_or_text() -> None:
    (row,) = take(["-"], stdin=io.BytesIO(b'{"id": "a", "text": "Two guards died."}'))
    (page,) = take(["-"], stdin=io.BytesIO(REPORT.encode()))

    assert (taken(row).origin, taken(row).document.name) == ("stdin:1", "a")
    assert (taken(page).origin, taken(page).document.title) == ("stdin", "Ferry guards killed at Kora")


def test_a_json_file_may_hold_one_object_or_a_list_or_lines(tmp_path: Path) -> None:
    row = {"id": "a", "text": "Two guards died."}
    one = write(tmp_path, "one.json", json.dumps(row, indent=2))
    many = write(tmp_path, "many.json", json.dumps([row, 5]))
    lines = write(tmp_path, "lines.json", json.dumps(row) + "\n" + json.dumps(row))

    assert [taken(i).document.name for i in take([one])] == ["a"]
    assert [getattr(i, "reason", i.origin) for i in take([many])] == [f"{many}:1", "wrong-type"]
    assert [taken(i).origin for i in take([lines])] == [f"{lines}:1", f"{lines}:2"]


def test_the_same_input_gives_the_same_documents(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", REPORT)
    write(tmp_path, "b.jsonl", '{"id": "a", "text": "Two guards died."}')

    assert list(files(tmp_path)) == list(files(tmp_path))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Three died in Zu\u0308rich on Sunday.", "Three died in Z\u00fcrich on Sunday."),
        ("Three died in Ba\u200bsel on Sunday.", "Three died in Basel on Sunday."),
        ("\uff11\uff12 people died in Basel on Sunday.", "12 people died in Basel on Sunday."),
        ("Three sol\u00addiers died in Basel on Sunday.", "Three soldiers died in Basel on Sunday."),
    ],
)
def test_letters_are_composed_and_what_nobody_sees_is_left_out(given: str, kept: str) -> None:
    taken = take_row(json.dumps({"text": given}).encode(), "a:1")
    assert isinstance(taken, Taken)
    assert taken.document.text == kept
    as_it_was = take_row(json.dumps({"text": given}).encode(), "a:1", bare=True)
    assert isinstance(as_it_was, Taken)
    assert as_it_was.document.text == given


@pytest.mark.parametrize(
    ("row", "remark"),
    [
        ({"published": "2031-13-45"}, '"2031-13-45" is no day'),
        ({"published": 1778572800}, "1778572800 is no day"),
        ({"date": "2031-05-07"}, '"date" is not read'),
        ({"published": "2031-05-07"}, None),
        ({}, None),
    ],
)
def test_a_day_of_publication_that_cannot_be_used_is_told(row: dict[str, Any], remark: str | None) -> None:
    taken = take_row(json.dumps({"text": "Three died in Basel on Sunday.", **row}).encode(), "a:1")
    assert isinstance(taken, Taken)
    assert len(taken.remarks) == (remark is not None)
    assert remark is None or remark in taken.remarks[0]
