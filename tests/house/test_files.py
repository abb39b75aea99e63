"""The house keeps its own rules: files stay short, and tests lie where the code lies."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIMIT = 400
"""Lines a file may have; a longer one answers two questions."""
PLACES = ("src", "tests", "bench", "docs", "gold", "training")


@pytest.mark.parametrize("place", PLACES)
def test_no_file_is_longer_than_the_limit(place: str) -> None:
    lengths = {p.relative_to(ROOT): len(p.read_text(encoding="utf-8").splitlines()) for p in (ROOT / place).rglob("*.py")}
    assert {p: n for p, n in lengths.items() if n > LIMIT} == {}


def test_files_of_tests_mirror_the_package() -> None:
    known = {p.name for p in (ROOT / "src/sayso").iterdir() if p.is_dir()}
    own = {"bench", "browser", "contracts", "gold", "house", "laws", "stories", "training"}
    assert {p.name for p in (ROOT / "tests").iterdir() if p.is_dir() and not p.name.startswith("_")} <= known | own
