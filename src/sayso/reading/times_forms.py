"""Which spans have the form of a time expression, and of which form? The forms stand in `packs/en/times/forms.toml`."""

import re
from collections.abc import Sequence
from functools import cache

from sayso.packs import table
from sayso.reading.times_words import capitalised, either, words


@cache
def form(name: str) -> re.Pattern[str]:
    """The pattern of one form, whose groups name its parts."""
    return re.compile(_rules()[name], re.IGNORECASE)


_LEFT_EDGE = r"(?<![\w$\u20ac\u00a3])(?<!\d[.,])"
"""What does not stand right before a form."""


@cache
def any_form() -> re.Pattern[str]:
    """The pattern of all forms of news at once; the outer group that matched is the form's name."""
    return _whole([name for name in _rules() if not name.startswith("told")])


@cache
def told_form() -> re.Pattern[str]:
    """The pattern of all forms of a narrative at once."""
    return _whole(list(_rules()))


def _whole(names: Sequence[str]) -> re.Pattern[str]:
    bare = {name: re.sub(r"\(\?P<\w+>", "(?:", _rules()[name]).replace("(?P=sep)", "[/.-]") for name in names}
    whole = "|".join(f"(?P<{name}>{rule})" for name, rule in bare.items())
    return re.compile(rf"{_LEFT_EDGE}(?={_start()})(?:{whole})(?!\w)", re.IGNORECASE)


@cache
def starts() -> re.Pattern[str]:
    """Where in a text in lower case a form can begin."""
    return re.compile(rf"{_LEFT_EDGE}(?={_start()})")


@cache
def screen() -> re.Pattern[str]:
    """The stems without one of which there is no time expression near."""
    return re.compile(_stems("stems"), re.IGNORECASE)


@cache
def near() -> re.Pattern[str]:
    """Where in a text in lower case such a stem can begin; the capitals of some are looked at by the `screen` itself."""
    return _lower(_stems("stems"))


@cache
def told_screen() -> re.Pattern[str]:
    """The stems of a narrative, which has times that are none in news."""
    return re.compile(_stems("stems", "told"), re.IGNORECASE)


@cache
def told_near() -> re.Pattern[str]:
    """Where in a narrative in lower case such a stem can begin."""
    return _lower(_stems("stems", "told"))


def _lower(stems: str) -> re.Pattern[str]:
    return re.compile(rf"(?={stems.replace('(?-i:', '(?:').lower()})")


def _stems(*lists: str) -> str:
    stems = "|".join(_joined(table("times", "forms")["screen"][name]) for name in lists)
    return rf"(?<!\w)(?:{stems})|(?<=\w)(?:day|night)\b"


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


@cache
def _start() -> str:
    """The beginnings of the words with which a form can begin, by letter: what cannot match is left at once."""
    listed = set(table("times", "forms")["screen"]["starts"].split())
    for kind in ("numbers", "ordinals", "seasons", "parts", "holidays", "references", "eras"):
        listed.update(w.split()[0].split("'")[0] for w in words(kind))
    for kind in ("months", "weekdays"):
        listed.update(w[:3] for w in words(kind))
    by_letter: dict[str, set[str]] = {}
    for w in sorted(listed):
        by_letter.setdefault(w[0], set()).add(w[1:3])
    return r"\d|['\u2019]|" + "|".join(f"{a}(?:{'|'.join(sorted(rest, reverse=True))})" for a, rest in sorted(by_letter.items()))
