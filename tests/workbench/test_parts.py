"""A long report is shown in parts: each is a light page, places stay those of the whole text, and a figure opens its own part."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

import sayso
from sayso.leftout import left_out
from sayso.schema import make_document
from sayso.workbench.parts import LETTERS, part_at, parts
from tests.workbench.test_document import body

CALM = "The \U0001f6a2 council of Velin met again and spoke of roads, schools and the price of bread. " * 8
TOLD = "Seven miners were killed in Orlan on 4 May 2031, the police said."
TEXT = "\n\n".join([CALM] * 60 + [TOLD] + [CALM] * 60 + ["Nine sailors drowned off Halm, the coast guard said."])
WEIGHT = 300_000
"""Bytes of a page at most."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with a report of several parts, read."""
    made = tmp_path_factory.mktemp("long") / "long.sayso"
    with sayso.open(made) as desk:
        desk.add([make_document(text=TEXT, name="long", title="Minutes of Velin", outlet="Velin Wire", published="2031-05-05")])
        desk.run()
    return made


@pytest.fixture
def long(path: Path, browser_of: Callable[[Path], TestClient]) -> TestClient:
    """A browser on that ledger."""
    return browser_of(path)


@given(st.text(st.sampled_from("ab \n"), max_size=90), st.integers(1, 20))
def test_joined_the_parts_are_the_text_and_none_is_too_long(text: str, letters: int) -> None:
    found = parts(text, letters)
    assert "".join(text[a:b] for a, b in found) == text
    assert all(0 < b - a <= letters for a, b in found) or not text
    assert all(part_at(found, at) == n for n, (a, b) in enumerate(found) for at in range(a, b))


@given(st.lists(st.text(st.sampled_from("ab"), min_size=1, max_size=9), min_size=1, max_size=12))
def test_a_part_ends_with_a_paragraph_where_one_ends_in_its_later_half(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    for start, end in parts(text, 22)[:-1]:
        assert text[end - 2 : end] == "\n\n" or "\n\n" not in text[start + 11 : start + 22]


def test_each_part_is_light_and_together_they_are_the_text(long: TestClient) -> None:
    pages = [long.get(f"/documents/long?part={n}") for n in range(1, len(parts(TEXT)) + 1)]
    assert len(pages) == -(-len(TEXT) // LETTERS) > 2
    assert "".join(body(p.text) for p in pages) == TEXT
    assert max(len(p.content) for p in pages) < WEIGHT


def test_a_figure_opens_the_part_that_it_stands_in(long: TestClient, path: Path) -> None:
    with sayso.open(path) as desk:
        claims = {c.quote: c for c in desk.claims()}
    (miners,) = [c for q, c in claims.items() if "miners" in q]
    page = long.get(f"/documents/long?claim={miners.id}").text
    at = part_at(parts(TEXT), miners.span[0])
    assert f"Part {at + 1} of {len(parts(TEXT))}" in page
    assert f'id="c-{miners.id}"' in page
    lit = "".join(unescape(t) for t in re.findall(r'class="[^"]*\bhere\b[^"]*"[^>]*>([^<]*)<', page))
    assert lit == miners.quote
    assert f'id="c-{miners.id}"' not in long.get("/documents/long?part=1").text


def test_words_of_a_later_part_are_counted_from_the_beginning_of_the_text(long: TestClient) -> None:
    start = TEXT.index("Nine sailors")
    page = long.get("/documents/long", params={"quote": "Nine sailors drowned", "from": start, "to": start + 20}).text
    assert f'name="from" value="{start}"' in page
    assert f"Part {len(parts(TEXT))} of" in page
    assert f'data-s="{start}"' in page


@pytest.mark.parametrize(("asked", "shown"), [("part=99", len(parts(TEXT))), (f"at={len(TEXT)}", len(parts(TEXT))), ("", 1)])
def test_beyond_the_last_part_the_last_is_shown(long: TestClient, asked: str, shown: int) -> None:
    assert f"Part {shown} of" in long.get(f"/documents/long?{asked}").text


def test_a_short_report_has_no_parts(browser: TestClient) -> None:
    assert "Parts of the text" not in browser.get("/documents/southern-1").text


@given(st.integers(0, 3), st.integers(0, 3))
def test_what_is_left_out_of_a_paragraph_is_what_is_left_out_of_the_whole_there(before: int, after: int) -> None:
    text = "\n\n".join([CALM] * before + [TOLD] + [CALM] * after)
    start = text.index(TOLD)
    whole = left_out(text, ())
    part = left_out(text, (), within=(start, start + len(TOLD)))
    assert [n for n in whole.numbers if start <= n.span[0] < start + len(TOLD)] == list(part.numbers)
    assert part.harms == whole.harms
