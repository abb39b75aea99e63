"""How does a figure read in words that promise no more than it knows?"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from textwrap import shorten
from typing import Protocol

from sayso.model import OUTCOMES, Attribution, Estimate, Event, When, Where
from sayso.wording import PLURAL, remarks


def number(n: int) -> str:
    """Persons, with a comma between thousands."""
    return f"{n:,}"


def count(n: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 line`, `3 lines`, `no lines`."""
    if n == 0:
        return f"no {many or one + 's'}"
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


class Named(Protocol):
    """What has a title or a name, or is known by its text."""

    @property
    def id(self) -> str: ...  # noqa: D102  see the class
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str | None: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102


def called(document: Named) -> str:
    """Name a document: its title, the giver's own name for it, or how it begins."""
    if document.title or document.name != document.id:
        return document.title or document.name
    return f"“{shorten(document.text, _BEGINS, placeholder='…')}”"


def file_name(origin: str) -> str:
    """Give the name of the file, or the address, that a document came from; empty where it was pasted or piped."""
    if "://" in origin:
        return origin
    last = origin.removeprefix("file ").replace("\\", "/").rpartition("/")[2]
    return last if "." in last and not origin.startswith("pasted") else ""


_BEGINS = 60
"""Letters of a text that name it."""


def days(when: When | None) -> str:
    """A closed interval of days: one day, or first to last; `day unknown` for None."""
    if when is None:
        return "day unknown"
    if when.first == when.last:
        return when.first.isoformat()
    if (when.first.year, when.first.month) == (when.last.year, when.last.month):
        return f"{when.first.isoformat()}–{when.last.day:02d}"
    return f"{when.first.isoformat()}–{when.last.isoformat()}"


def place(where: Where | None) -> str:
    """A place by its name, or as the text has it; `place unknown` for None."""
    return "place unknown" if where is None else where.name or where.text


def speakers(said_by: Sequence[Attribution]) -> str:
    """Who says so, nearest first: `hospital, via Kelmar Wire, in Harbour Times`."""
    if not said_by:
        return "nobody"
    *steps, last = said_by
    publishes = last.stance == "publishes"
    names = [a.name for a in steps] if publishes else [a.name for a in said_by]
    if not names:
        return f"{last.name or 'the publisher'}, in its own voice"
    return ", via ".join(names) + (f", in {last.name}" if publishes and last.name and last.name not in names else "")


CHANCES = (
    (0.05, "almost no chance"),
    (0.2, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "even chance"),
    (0.8, "likely"),
    (0.95, "very likely"),
    (1.0, "almost certain"),
)
"""Words of probability, each up to its bound. **Source:** ICD 203, Analytic Standards, 2015, D.6.e.2.a."""


def chance(certainty: tuple[float, float] | None) -> str:
    """How certain a speaker is, in words and percent: `very likely, 80–95 %`; `certainty unknown` for None."""
    if certainty is None:
        return "certainty unknown"
    low, high = certainty
    bounds, words = [bound for bound, _ in CHANCES], [word for _, word in CHANCES]
    first = min(bisect_right(bounds, low), len(bounds) - 1)
    last = max(first, bisect_left(bounds, high))
    named = words[first] if first == last else f"{words[first]} to {words[last]}"
    return f"{named}, {low * 100:.0f}–{high * 100:.0f} %" if low < high else f"{named}, {low * 100:.0f} %"


def title(event: Event) -> str:
    """Give the title of an event in the report's own spelling of the place."""
    where = event.where
    return event.title.replace(where.name, spelt(where)) if where is not None and where.name else event.title


def about(event: Event) -> str:
    """Give the title without the outcomes, where figures stand beside it."""
    return without_outcomes(title(event))


def without_outcomes(words: str) -> str:
    """Give a title without the outcomes at its end."""
    head, colon, tail = words.rpartition(": ")
    return head if colon and set(tail.split(", ")) <= set(OUTCOMES) else words


def spelt(where: Where | None) -> str:
    """Give a place by its name or, where the name has letters that the report does without, as the report spells it."""
    plain = where is not None and where.name is not None and where.text.isascii() and not where.name.isascii()
    return where.text if where is not None and plain else place(where)


def figure(estimate: Estimate) -> str:
    """Give a figure in words; a plural without a number, such as "soldiers are fighting", gives none."""
    return "no figure" if PLURAL in estimate.flags else str(estimate)


def by_group(estimate: Estimate) -> str:
    """Give the groups of a figure in words, each with its own: "soldiers of Kareli 45, civilians at least 3"; empty without."""
    return ", ".join(f"{part.group} {part}" for part in estimate.parts)


def flags(event: Event, estimates: Iterable[Estimate]) -> list[str]:
    """Give what a reader must know before using the figures, each once: first of the event, then of its outcomes."""
    return list(remarks(event.flags, ((e.outcome, e.level, e.flags) for e in estimates)))
