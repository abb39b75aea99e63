"""How many stories does each hard kind have, and how many gaps do they declare?"""

from pathlib import Path

from gold.kinds import README, kinds, written

STORY = """
[[story]]
name = "two of nine"
gap = "not read"
[[story.claim]]
name = "nine"
[[story.claim]]
name = "two"
gap = "not read"
[[story.claim]]
name = "perhaps"
optional = true
[[story]]
name = "nobody"
"""


def test_the_page_of_the_stories_has_the_numbers_of_its_stories() -> None:
    text = README.read_text(encoding="utf-8")

    assert text == written(text, kinds()), "run: python -m gold.rewrite"


def test_stories_claims_and_gaps_are_counted_for_their_kind(tmp_path: Path) -> None:
    (tmp_path / "02_subset.toml").write_text(STORY, encoding="utf-8")

    found = kinds(tmp_path)

    assert (found[2].stories, found[2].claims, found[2].gaps) == (2, 2, 2)
    assert {k.stories for n, k in found.items() if n != 2} == {0}
