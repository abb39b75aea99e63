"""Whatever a file holds, it gives documents and refusals, never an exception."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from sayso.ingest import Refused, Taken, take

TEXT = (
    "Ferry guards killed at Kora\n\nPublished: 4 May 2032\n\n"
    "Six ferry guards were killed at Kora – “a dark day”, the ministry said on Tuesday.\n"
)
ROW = {"id": "a", "title": "Ferry", "published": "2032-05-04", "outlet": "Oda Post", "text": TEXT}
PAGE = f"<!doctype html><html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>{TEXT}</p></article></body></html>"
MAGIC = (
    b"PK\x03\x04",
    b"%PDF-1.7",
    b"\x89PNG\r\n\x1a\n",
    b"GIF89a",
    b"\x1f\x8b\x08",
    b"\xff\xd8\xff\xe0",
    b"RIFF",
    b"SQLite format 3\x00",
    b"{\\rtf1",
)
ODD: tuple[object, ...] = (
    5,
    -1,
    1e308,
    None,
    True,
    [],
    {},
    [[["x"]]],
    {"a": 1},
    "",
    " ",
    "\ud800",
    "\x00",
    "9" * 400,
    "2032-99-99",
    "٣",
    "a" * 3000,
)
WHOLE = (
    b"", b" ", b"\n\n\n", b"\x00" * 500, b"\xff\xfe", b"\xfe\xff\x00", b"\xef\xbb\xbf", b"\xff" * 300, b"\x80" * 300, b"{", b"[",
    b"{}", b"[]", b"null", b'"', b"<", b"<html>", b"[" * 50_000, b'{"a":' * 20_000, b'{"text": ' + b"9" * 9000 + b"}",
    b'{"text": "\\ud800\\udc00\\ud800"}', b"<div>" * 20_000, b"<p>" * 3_000 + b"x", b"<table><tr><td>" * 1_500, b"<!--" * 2_000,
    b"<![CDATA[" * 500, b"<a href='" * 500, b"&#x0;&#xD800;&#99999999;<p>The army said so</p>", b"a" * 300_000,
    b"The army said. " * 20_000, b"=" * 5_000, b"1/2/" * 2_000, b"By " * 2_000, b"Published: " * 1_000, b"(" * 3_000,
    b"\r" * 1_000, b"\xe2\x80\xa8" * 500, b"4 May 2032 " * 500, b"KORA, " * 700,
)  # fmt: skip


def mutilations(chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Two hundred files, each hurt in one way."""
    bases = {
        ".txt": TEXT.encode(),
        ".html": PAGE.encode(),
        ".jsonl": json.dumps(ROW).encode(),
        ".json": json.dumps([ROW]).encode(),
    }
    yield from ((chance.choice((".txt", ".html", ".jsonl", ".json", "")), content) for content in WHOLE)
    for field in ("text", "id", "published", "outlet", "title", "url"):
        for odd in ODD:
            yield ".jsonl", json.dumps(ROW | {field: odd}).encode()
    for suffix, base in bases.items():
        for codec in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-7"):
            coded = base.decode().encode(codec, "replace")
            yield suffix, coded[: chance.randrange(len(coded))]
        for _ in range(4):
            hurt = bytearray(base)
            for _ in range(chance.choice((1, 5, 60))):
                hurt[chance.randrange(len(hurt))] = chance.randrange(256)
            yield suffix, bytes(hurt)
            yield suffix, base[: chance.randrange(len(base))]
            at = chance.randrange(len(base))
            yield (
                suffix,
                base[:at] + chance.choice((b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xc3", b"\n", b"\x1b")) * 3 + base[at:],
            )
        yield suffix, chance.randbytes(2_000)
        yield suffix, chance.choice(MAGIC) + chance.randbytes(500)


def test_every_mutilated_file_gives_documents_or_refusals(tmp_path: Path) -> None:
    hurt = list(mutilations(random.Random(2031)))  # noqa: S311  a seeded test
    assert len(hurt) >= 200

    for number, (suffix, content) in enumerate(hurt):
        path = tmp_path / f"{number:03}{suffix}"
        path.write_bytes(content)
        items = list(take([str(path)]))

        assert items, path.name
        for item in items:
            if isinstance(item, Taken):
                item.document.text.encode()
                assert item.document.text.strip()
                assert item.document.published is None or item.document.day is not None
            else:
                assert isinstance(item, Refused)
                assert item.detail.encode()


def test_the_same_bytes_on_standard_input_never_raise(tmp_path: Path) -> None:
    for _, content in mutilations(random.Random(2032)):  # noqa: S311  a seeded test
        path = tmp_path / "given"
        path.write_bytes(content)
        with path.open("rb") as stream:
            assert list(take(["-"], stdin=stream))
