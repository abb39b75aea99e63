"""What of a report is in no claim? Numbers and what they are, sentences with a word of harm, and lines that are no report.

What was left out stands beside what was taken, so that a person can doubt both.
"""

from bisect import bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.model import Claim, Span
from sayso.packs import table
from sayso.reading import screening
from sayso.reading.chrome import lines
from sayso.reading.quantities.figures import Figure
from sayso.reading.quantities.quantities import find
from sayso.reading.words.lexicon import things
from sayso.text.units import paragraphs, sentences_in

NO_CLAIM = "no claim"
"""Why a number is left out that may count people, but of which the text was not read to say anything."""
REPEATED = "as in a claim"
"""A number in no claim that is the figure of a claim elsewhere in the text, as a headline's is."""
THINGS = "things"
HARMLESS = "in a sentence without a word of harm"
"""A number that may count people of whom nothing is told that would make a claim."""


Ends = tuple[int | None, int | None, int | None]
"""Low, best and high."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Words that were not taken, and what they are."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What was left out of a text: numbers, sentences of harm, and lines that are no report.

    `harms` have a word of harm, no claim, and no figure of a claim.
    """

    numbers: tuple[Left, ...] = ()
    harms: tuple[Span, ...] = ()
    lines: tuple[Left, ...] = ()

    @property
    def loose(self) -> tuple[Left, ...]:
        """The numbers that may count people."""
        return tuple(n for n in self.numbers if n.why == NO_CLAIM)

    @property
    def spare(self) -> dict[str, tuple[Left, ...]]:
        """The other numbers, by what they are."""
        out: dict[str, tuple[Left, ...]] = {}
        for n in self.numbers:
            if n.why != NO_CLAIM:
                out[n.why] = (*out.get(n.why, ()), n)
        return out


def left_out(text: str, claims: Sequence[Claim], convention: str = "default", within: Span | None = None) -> LeftOut:
    """Give what is in a text (or within a span of it) and in no claim, in order; `convention` is that of vague words."""
    start, end = within or (0, len(text))
    found = _moved(_of_text(text[start:end], convention), start)
    figures = _Spans([c.quantity.span if c.quantity is not None and c.quantity.span is not None else c.span for c in claims])
    words = _Spans([c.span for c in claims])
    told = {(q.low, q.best, q.high) for c in claims if (q := c.quantity) is not None}
    harm = _Spans(found.harms)
    numbers = [
        Left(span=f.span, why=_why(f, told, harmful=harm.touch(f.span))) for f in found.figures if not figures.touch(f.span)
    ]
    again = _Spans([n.span for n in numbers if n.why == REPEATED])
    harms = [s for s in found.harms if not words.touch(s) and not again.touch(s)]
    return LeftOut(numbers=tuple(numbers), harms=tuple(harms), lines=found.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    figures: tuple[Figure, ...]
    harms: tuple[Span, ...]
    lines: tuple[Left, ...]


@lru_cache(maxsize=8)
def _of_text(text: str, convention: str) -> _Found:
    """What a text has, whatever was taken of it: kept at hand, as a page is looked at again and again."""
    other = tuple(Left(span=line.span, why=line.kind) for line in lines(text) if line.kind not in ("title", "text"))
    outside = _Spans([line.span for line in other])
    parts = [s for start, end in paragraphs(text) for s in sentences_in(text, start, end) if not outside.touch(s)]
    harms = tuple(screening.with_harm(text, parts))
    figures = tuple(f for f in find(text, convention) if not outside.touch(f.span))
    return _Found(figures=figures, harms=harms, lines=other)


def _moved(found: _Found, by: int) -> _Found:
    """What a part of a text has, by its places in the whole."""
    if not by:
        return found

    def to(span: Span) -> Span:
        return span[0] + by, span[1] + by

    return _Found(
        figures=tuple(replace(f, span=to(f.span)) for f in found.figures),
        harms=tuple(map(to, found.harms)),
        lines=tuple(replace(line, span=to(line.span)) for line in found.lines),
    )


def _why(figure: Figure, told: AbstractSet[Ends], *, harmful: bool) -> str:
    if figure.kind != "count":
        return str(table("numbers")["uncounting"][figure.kind])
    if (figure.low, figure.best, figure.high) in told:
        return REPEATED
    head = (figure.unit or "").split()[-1:]
    if head and head[0].lower() in things():
        return THINGS
    return NO_CLAIM if harmful else HARMLESS


class _Spans:
    """Spans that are asked whether another one touches any of them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, span: Span) -> bool:
        """True where one of the spans shares a letter with this one."""
        at = bisect_right(self._starts, span[1] - 1) - 1
        return at >= 0 and self._ends[at] > span[0]
