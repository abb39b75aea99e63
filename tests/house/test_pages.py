"""Pages cannot lie: what they say to type is typed, what they say comes out comes out, what is generated is current."""

import json
import re
from pathlib import Path

import pytest

import sayso.demo
from docs.made import nouns, picture
from tests.house.pages import ROOT, follow

LINK = re.compile(r"\]\((?P<to>[^)#:]+)\)")
"""A Markdown link to a file: what stands between the round brackets, web addresses and anchors apart."""
GENERATED = {"accuracy.md", "speed.md"}
"""Pages that are written by a measured run, and so may not be there yet."""

PAGES = sorted(p.relative_to(ROOT).as_posix() for p in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")))


def test_the_readme_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("articles").mkdir()
    for row in map(json.loads, sayso.demo.path().read_text(encoding="utf-8").splitlines()):
        page = f"{row['title']}\n{row['outlet']}\n{row['published'][:10]}\n\n{row['text']}\n"
        Path("articles", f"{row['id']}.txt").write_text(page, encoding="utf-8")
    *_, shown, printed = follow("README.md")
    assert "Dravna" in shown
    assert re.search(r"Dravna.* \d+", printed)


def test_the_tutorial_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    *_, figures, reviewed = follow("docs/tutorial.md")
    assert "killed" in figures
    assert reviewed == "2 claims without it\n3 claims after withdrawing the review\n"


def test_the_readme_fits_on_a_screen() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 60


def test_the_page_of_nouns_is_what_the_model_says() -> None:
    assert nouns.page() == (ROOT / "docs/nouns.md").read_text(encoding="utf-8"), "run: make docs"


def test_the_picture_is_what_the_commands_print() -> None:
    drawn = (ROOT / "docs/show.svg").read_text(encoding="utf-8")
    current = picture.words(picture.picture()) == picture.words(drawn)
    assert current, "run: make docs"


@pytest.mark.parametrize("page", PAGES)
def test_every_link_between_pages_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for found in LINK.finditer(text):
        target = (ROOT / page).parent / found["to"]
        assert target.exists() or target.name in GENERATED, found["to"]
