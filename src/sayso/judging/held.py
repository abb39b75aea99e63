"""On what does a person's word on a line hold, whatever a run makes of it? On the claims that the line was shown with.

A line's id follows its first claim and its event, so that a run may give it to other claims, or to none. A word on a line keeps
the claims that it was said of, and how the line was shown. A word from before that holds on the line's id.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from sayso.errors import SaysoError
from sayso.model import Line, Review, Tally
from sayso.schema import canonical, digest, from_plain, to_plain
from sayso.weighing.settings import Settings
from sayso.wording import persons

NOBODY = "a report without a name"
"""How an origin is called of which no name is known."""
_JUDGED = frozenset({"accept", "reject"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """What people set aside: lines by id, and claims by id; `kept` are those that they accepted, where any are set aside."""

    lines: tuple[str, ...] = ()
    claims: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()

    def heeded(self, settings: Settings) -> Settings:
        """The settings with what people set aside beside what they set aside themselves."""
        return replace(
            settings,
            drop_lines=(*settings.drop_lines, *self.lines),
            drop_claims=settings.drop_claims | self.claims,
            keep_claims=settings.keep_claims | self.kept,
        )

    def without(self, line: Line) -> "SetAside":
        """What would be set aside were this line accepted."""
        own = frozenset(line.claims)
        lines = tuple(key for key in self.lines if key != line.id)
        return SetAside(lines=lines, claims=self.claims - own, kept=self.kept | own)

    def touches(self, claims: Iterable[str]) -> bool:
        """Whether any of these claims is set aside."""
        return not self.claims.isdisjoint(claims)

    @property
    def stamp(self) -> list[Any]:
        """What tells it from others: few words, whatever people set aside."""
        return [self.lines, *([digest([sorted(self.claims), sorted(self.kept)])] if self.claims else [])]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A line as it was shown to the person who said a word on it."""

    claims: tuple[str, ...]
    origin: str = ""
    figures: tuple[Tally, ...] = field(default=())

    @property
    def words(self) -> str:
        """What it was called: `line of interior ministry (23 killed)`."""
        told = [f"{persons(t.low, t.best, t.high)} {t.outcome}" for t in self.figures]
        return f"line of {self.origin or NOBODY}" + (f" ({', '.join(told)})" if told else "")


def kept_line(line: Line, claims: Iterable[str], grade: str | None = None) -> str:
    """The value of a word on a line, shown with these claims (by id); `grade` is the one that the word gives."""
    given = {"claims": sorted(claims), "origin": line.origin, "figures": to_plain(line.figures)}
    return canonical(given if grade is None else given | {"grade": grade})


@lru_cache(maxsize=1 << 16)
def shown(review: Review) -> Shown | None:
    """How the line was shown of which a word is; None for a word on another thing, and for one that holds on a line's id."""
    if not review.target.startswith("line:") or not (review.value or "").startswith("{"):
        return None
    try:
        value = json.loads(review.value or "")
        figures = tuple(from_plain(Tally, t) for t in value.get("figures", ()))
        return Shown(claims=tuple(map(str, value["claims"])), origin=str(value.get("origin", "")), figures=figures)
    except (ValueError, KeyError, TypeError, SaysoError):
        return None


def grade_in(review: Review) -> str:
    """The grade that a word gives."""
    try:
        value = json.loads(review.value or "")
    except ValueError:
        return review.value or ""
    return str(value.get("grade", "") if isinstance(value, dict) else value)


def said_in(review: Review) -> str | None:
    """The value of a word without what it holds on, which its line or source in words tells better: a grade as JSON, or None."""
    if not review.target.startswith(("line:", "source:")) or not (review.value or "").startswith("{"):
        return review.value
    grade = grade_in(review)
    return canonical(grade) if grade else None


def on_line(words: Iterable[Review], line: Line) -> tuple[Review, ...]:
    """The words that are on a line: on some of its claims or, of those from before words held on claims, on its id."""
    own = frozenset(line.claims)
    found = []
    for word in words:
        if word.target.startswith("line:"):
            told = shown(word)
            if word.target == f"line:{line.id}" if told is None else not own.isdisjoint(told.claims):
                found.append(word)
    return tuple(found)


def set_aside(reviews: Sequence[Review]) -> SetAside:
    """What people set aside by their words on lines: of two words on one claim the later holds.

    `reviews` are those that hold. A claim that somebody accepts by itself after its line was rejected is set aside no more.
    """
    lines: dict[str, Review] = {}
    claims: dict[str, Review] = {}
    for word in sorted(reviews, key=lambda r: (r.at, r.id)):
        noun, _, key = word.target.partition(":")
        if noun == "claim" and word.verdict == "accept":
            claims[key] = word
        elif noun == "line" and word.verdict in _JUDGED:
            told = shown(word)
            if told is None:
                claims = {c: w for c, w in claims.items() if w.target != word.target}
                lines[key] = word
            else:
                lines.pop(key, None)
                claims |= dict.fromkeys(told.claims, word)
    rejected = frozenset(c for c, w in claims.items() if w.verdict == "reject")
    return SetAside(
        lines=tuple(sorted(key for key, w in lines.items() if w.verdict == "reject")),
        claims=rejected,
        kept=frozenset(claims) - rejected if rejected else frozenset(),
    )


def decided(reviews: Iterable[Review]) -> frozenset[str]:
    """The claims, by id, on whose line somebody decided."""
    told = (shown(r) for r in reviews if r.verdict in _JUDGED)
    return frozenset(c for one in told if one is not None for c in one.claims)
