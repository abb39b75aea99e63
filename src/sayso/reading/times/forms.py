"""Which spans have the form of a time expression, and of which form? The forms stand in `packs/en/times/forms.toml`."""

import re
from collections.abc import Iterator
from functools import cache

from sayso.packs import table
from sayso.reading.times.words import capitalised, either
from sayso.text.lowering import lowered
from sayso.text.openings import ANY, DIGIT, Opening, openings


def forms(text: str, *, narrative: bool) -> Iterator[tuple[str, re.Match[str]]]:
    """The spans of a text that have a form, left to right and disjoint: the form's name, and a match whose groups name its parts.

    Of several forms at one place the first of the list is taken; those of narratives have names in "told".
    """
    low, done = lowered(text), 0
    for lead in _LEAD.finditer(f"\n{low}"):
        at = lead.start()
        for name in _likely(low, at, lead[1], narrative=narrative) if at >= done else ():
            m = form(name).match(text, at)
            if m is not None:
                done = m.end()
                yield name, m
                break


@cache
def form(name: str) -> re.Pattern[str]:
    """The pattern of one form, whose groups name its parts; no word goes on where it ends."""
    return re.compile(rf"(?:{_rules()[name]})(?!\w)", re.IGNORECASE)


_LEAD = re.compile(r"[^\w$\u20ac\u00a3](?<!\d[.,])(?=([a-z]+|\d|['\u2019]))")
"""Finds what stands right before a form; the group is the word, digit or sign with which the form begins."""
_SECOND = re.compile(r"[\s-]+([a-z]+|\d|.)", re.DOTALL)
_PAST = frozenset("the a an in at for this that over during within about".split())
"""Words that many forms begin with, and much else, so that the next word decides."""


def _likely(low: str, at: int, first: str, *, narrative: bool) -> tuple[str, ...]:
    """The forms that can begin with this word, digit or sign at an offset of a text in lower case, in order."""
    one, two = _by_words(narrative=narrative)
    if first in two:
        m = _SECOND.match(low, at + len(first))
        second = ANY if m is None else DIGIT if m[1].isdigit() else m[1]
        return two[first].get(second) or two[first].get(ANY, ())
    return one.get(first) or (one[DIGIT] if first.isdigit() else ())


@cache
def _by_words(*, narrative: bool) -> tuple[dict[str, tuple[str, ...]], dict[str, dict[str, tuple[str, ...]]]]:
    """The names of forms, in order, by the word with which they begin; by two of them where the first is one to look past."""
    begin = {name: beginnings(name) for name in _rules() if narrative or not name.startswith("told")}
    one: dict[str, tuple[str, ...]] = {}
    two: dict[str, dict[str, tuple[str, ...]]] = {}
    for opening in frozenset().union(*begin.values()):
        names = tuple(name for name, all_ in begin.items() if opening in all_ or (*opening[:-1], ANY) in all_)
        if opening[1:]:
            two.setdefault(opening[0], {})[opening[1]] = names
        else:
            one[opening[0]] = names
    return one, two


@cache
def beginnings(name: str) -> frozenset[Opening]:
    """With which words one form can begin."""
    return openings(_rules()[name], _PAST)


@cache
def _rules() -> dict[str, str]:
    parts: dict[str, str] = {}
    listed = table("times", "forms")
    for name, pattern in listed["parts"].items():
        parts[name] = _filled(pattern, parts)
    return {name: _filled(pattern, parts) for name, pattern in listed["forms"].items()}


_SLOT = re.compile(r"\{\{(?:(?P<how>any|name) )?(?P<what>\w+)\}\}")


def _filled(pattern: str, parts: dict[str, str]) -> str:
    """A pattern with its parts and lists put in."""

    def fill(m: re.Match[str]) -> str:
        if m["how"]:
            return either(m["what"]) if m["how"] == "any" else capitalised(m["what"])
        return parts[m["what"]]

    return _SLOT.sub(fill, _joined(pattern))


def _joined(pattern: str) -> str:
    """A pattern over several lines as one."""
    return "".join(line.strip() if i else line.lstrip() for i, line in enumerate(pattern.splitlines()))
