"""Short reports, read by the real model: what one sentence says, in a form that a test can state."""

from dataclasses import dataclass
from functools import cache

from sayso.model import Claim, Document, Reading
from sayso.reading.read import Depth, read
from sayso.reading.words.analysis import Analysis, analyse
from sayso.schema import make_document
from sayso.text.units import units
from sayso.weights import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A figure as a test states it."""

    outcome: str
    status: str
    low: int | None
    best: int | None
    high: int | None
    scope: str
    part: bool


def report(text: str, published: str | None = "2032-05-12") -> Document:
    return make_document(name="d", text=text, published=published, outlet="Orlan Wire")


@cache
def reading(text: str, depth: Depth = "all", published: str | None = "2032-05-12") -> Reading:
    return read(report(text, published), load(), depth)


def claims(text: str) -> tuple[Claim, ...]:
    return reading(text).claims


def told(text: str) -> list[Told]:
    """The figures of a text, in order."""
    out = []
    for c in claims(text):
        assert c.quantity is not None, c
        q = c.quantity
        out.append(
            Told(
                outcome=c.outcome,
                status=c.status,
                low=q.low,
                best=q.best,
                high=q.high,
                scope=c.scope,
                part=c.part_of is not None,
            )
        )
    return out


def counts(text: str) -> list[tuple[str, int | None]]:
    """Outcome and best number of each figure of a text, in order."""
    return [(t.outcome, t.best) for t in told(text)]


def analysis(text: str) -> Analysis:
    """The grammar of a text of one unit."""
    (unit,) = units(text)
    return analyse(unit, load())
