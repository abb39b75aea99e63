"""Does the reader write down what a careful reader would? Gaps are declared; a mended one fails until its line is struck."""

from typing import Any

import pytest

from sayso.reading.read import read
from sayso.weights import load
from tests.stories.story import Entry, Story, claims_in, differences, listed, pairs, stories, surplus, told_of


def _param(*values: Any, name: str, gap: str | None) -> Any:
    marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=gap)] if gap else []
    return pytest.param(*values, id=name, marks=marks)


CLAIMS = [
    _param(story, entry, name=f"{story.name}/{entry['name']}", gap=entry.get("gap"))
    for story in stories()
    for entry in story.claims
    if not entry.get("optional")
]
STORIES = [_param(story, name=story.name, gap=story.gap) for story in stories()]


@pytest.mark.parametrize(("story", "entry"), CLAIMS)
def test_a_claim_of_the_story_is_read_as_a_careful_reader_would(story: Story, entry: Entry) -> None:
    claim = pairs(story).get(entry["name"])
    assert claim is not None, f"not read: {entry}\nread instead:\n{listed(claims_in(story.document))}"
    wrong = differences(story, entry, claim)
    assert not wrong, f"{claim.quote!r}\n" + "\n".join(wrong)


@pytest.mark.parametrize("story", STORIES)
def test_nobody_is_harmed_whom_the_story_does_not_name(story: Story) -> None:
    extra = surplus(story)
    assert not extra, f"read, and not in the story:\n{listed(extra)}"
    for phrase in story.nothing:
        figures = told_of(story, phrase)
        assert not figures, f"{phrase!r} gives no claim, and was read as:\n{listed(figures)}"


def test_a_story_names_each_of_its_claims_once_and_every_whole_is_one_of_them() -> None:
    for story in stories():
        names = [entry["name"] for entry in story.claims]
        assert len(names) == len(set(names)), story.name
        assert {e.get("part_of", "nothing") for e in story.claims} <= {*names, "nothing"}, story.name


def test_every_kind_of_hard_case_has_at_least_five_stories() -> None:
    kinds = [story.name.split("_")[0] for story in stories() if story.name[:2].isdigit()]
    assert {kind: kinds.count(kind) >= 5 for kind in kinds} == {f"{n:02}": True for n in range(1, 23)}


def test_a_story_is_read_the_same_whatever_was_read_before_it() -> None:
    in_order = {story.name: claims_in(story.document) for story in stories()}
    backwards = {story.name: read(story.document, load(), "all").claims for story in reversed(stories()[::3])}
    for name, claims in backwards.items():
        assert tuple(c for c in claims if c.outcome != "none") == in_order[name], name
