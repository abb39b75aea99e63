"""What a pattern finds begins as was told: openings may be too many, never too few."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.openings import ANY, DIGIT, openings


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("days?", {("day",), ("days",)}),
        (r"(?P<n>two|\d+)\s+days", {("two",), (DIGIT,)}),
        (r"(?:just\s+)?over\b", {("just",), ("over",)}),
        (r"(?<=\bon\s)(?!May)\d\d", {(DIGIT,)}),
        (r"\u2019\d\ds", {("\u2019",)}),
        (r"[\s'-]x", {(" ",), ("'",), ("-",)}),
        (r"[^x]y", {(ANY,)}),
        (r"[0-9]+|[12]\d", {(DIGIT,)}),
        (r"mid[A-Z]", {(ANY,)}),
        (r"\bmid\b(?:day)?\s", {("mid",)}),
        ("", {(ANY,)}),
        ("(?:ab)*c", {("c",), ("abc",), ("ababc",), ("abababc",), ("ababababc",), (ANY,)}),
    ],
)
def test_a_pattern_begins_with_the_words_and_signs_of_its_branches(pattern: str, found: set[tuple[str, ...]]) -> None:
    assert openings(pattern) == found


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"the\s+(?:very\s+)?(?:next|last)\s+day", {("the", "next"), ("the", "last"), ("the", "very")}),
        (r"(?:the\s+)?week", {("the", "week"), ("week",)}),
        (r"the[\s-]\d", {("the", DIGIT)}),
        (r"the(?:\s\w+)?", {("the", ANY)}),
        (r"the\s+s\w+", {("the", ANY)}),
        (r"the!", {("the", ANY)}),
        (r"then\s+all", {("then",)}),
    ],
)
def test_behind_a_word_to_look_past_the_next_is_told(pattern: str, found: set[tuple[str, ...]]) -> None:
    assert openings(pattern, {"the"}) == found


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("(a", "does not end"),
        ("a)", "does not begin"),
        ("*a", "nothing to repeat"),
        ("(?i)a", "nothing to repeat"),
        (r"\x41", "is not read"),
        (r"(a)\1", "is not read"),
    ],
)
def test_what_is_not_read_is_refused(pattern: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        openings(pattern)


_SIGNS = ["the", "a", "Of", "x", r"\d", r"\b", r"\s+", "-", r"\.", "'", r"[ab]", r"[\s-]", r"\w", ".", r"[^a]", "é", r"\u2019"]
_TIMES = ["", "?", "*", "+", "{2}", "{0,2}", "+?"]


def _longer(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3)
    grouped = st.builds("(?:{}){}".format, several.map("|".join), st.sampled_from(_TIMES))
    return st.one_of(several.map("".join), grouped)


PATTERNS = st.recursive(st.sampled_from(_SIGNS), _longer, max_leaves=8)


@given(st.data(), PATTERNS)
def test_whatever_a_pattern_finds_begins_with_one_of_its_openings(data: st.DataObject, pattern: str) -> None:
    text = data.draw(st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True)).lower()

    assert _opening(text) & openings(pattern, {"the", "a"})


def _opening(text: str) -> set[tuple[str, ...]]:
    """The openings that a text can be said to have."""
    m = re.match(r"(?:([a-z]+)|\d|\s|.)", text, re.ASCII)
    if m is None:
        return {(ANY,)}
    first = m[1] or (DIGIT if m[0].isdigit() else " " if m[0].isspace() else m[0])
    if first not in {"the", "a"}:
        return {(first,), (ANY,)}
    after = re.match(r"[\s-]+([a-z]+|.)", text[m.end() :], re.ASCII)
    second = ANY if after is None else DIGIT if after[1].isdigit() else after[1]
    return {(first, second), (first, ANY), (ANY,)}
