"""One vocabulary of generators for all nouns: import these, never write a second one.

`noun(Claim)` draws any claim that keeps its invariants, read off the fields as everything else is. The named strategies below it
are for the fields that have a meaning which a type does not tell: days, spans, intervals of probability, ids, figures in order.
"""

from dataclasses import fields
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from hypothesis import strategies as st

from sayso.model import Attribution, Claim, Document, Estimate, Ground, Line, Quantity, Span, Tally, When
from sayso.parts import Part
from sayso.schema import make_document
from sayso.shapes import Noun, hints

N = TypeVar("N", bound=Noun)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
"""Any text that can be encoded: quotes, line breaks, emoji, NUL, right-to-left; no lone surrogates."""

words = st.sampled_from(
    [
        "kursk",
        "velmora",
        "officials",
        "ministry",
        "reports",
        "killed",
        "wounded",
        "dozens",
        "shelling",
        "drone",
        "bridge",
        "hospital",
        "monday",
        "soldiers",
        "seven",
    ]
)
sentences = st.lists(words, min_size=3, max_size=9).map(lambda w: " ".join(w).capitalize() + ".")
ids = st.from_regex(r"[a-z]-[0-9a-f]{16}", fullmatch=True)
days = st.dates(min_value=date(2031, 1, 1), max_value=date(2035, 12, 31))
spans: st.SearchStrategy[Span] = st.tuples(st.integers(0, 5000), st.integers(1, 400)).map(lambda s: (s[0], s[0] + s[1]))
persons = st.integers(0, 10**9)
shares = st.floats(0, 1, allow_nan=False)
floats = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def orders(draw: st.DrawFn, size: int = 3) -> list[int | None]:
    """Counts of persons that do not fall, any of them unknown."""
    known = sorted(draw(st.lists(persons, min_size=size, max_size=size)))
    return [n if draw(st.booleans()) else None for n in known]


@st.composite
def whens(draw: st.DrawFn) -> When:
    """A closed interval of days."""
    first, last = sorted([draw(days), draw(days)])
    return When(first=first, last=last, text=draw(st.none() | texts), span=draw(st.none() | spans))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """A figure with low <= best <= high."""
    low, best, high = draw(orders())
    stated = tuple(draw(st.lists(persons, max_size=3)))
    return Quantity(low=low, best=best, high=high, wording=draw(texts), stated=stated, span=draw(st.none() | spans))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document whose id is what its content gives."""
    return make_document(
        text=" ".join(draw(st.lists(sentences, min_size=1, max_size=5))) + draw(texts),
        name=draw(st.none() | texts.filter(bool)),
        title=draw(st.none() | texts),
        published=draw(st.none() | days.map(date.isoformat)),
        url=draw(st.none() | texts),
        outlet=draw(st.none() | texts),
        language=draw(st.sampled_from([None, "en"])),
        byline=draw(st.none() | texts),
    )


@cache
def noun(kind: type[N]) -> st.SearchStrategy[N]:
    """Any noun of this kind that keeps its invariants."""
    made: dict[type[Any], st.SearchStrategy[Any]] = {Document: documents(), When: whens(), Quantity: quantities()}
    if kind in made:
        return made[kind]
    known = hints(kind)
    return st.fixed_dictionaries({f.name: _field(kind, f.name, known[f.name]) for f in fields(kind)}).map(
        lambda values: kind(**_in_order(kind, values))
    )


def _field(kind: type[Any], name: str, hint: Any) -> st.SearchStrategy[Any]:
    if (kind, name) == (Attribution, "certainty"):
        return st.none() | st.tuples(shares, shares).map(lambda s: (min(s), max(s)))
    if (kind, name) == (Claim, "said_by"):
        return st.lists(noun(Attribution), min_size=1, max_size=3).map(tuple)
    return _of(hint, ids if name in {"id", "document", "event"} else texts)


def _of(hint: Any, text: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    origin, args = get_origin(hint), get_args(hint)
    plain: dict[Any, st.SearchStrategy[Any]] = {
        Span: spans,
        str: text,
        int: persons,
        float: floats,
        bool: st.booleans(),
        date: days,
    }
    if hint in plain:
        return plain[hint]
    if origin in (Union, UnionType):
        return st.one_of(*(st.none() if a is type(None) else _of(a, text) for a in args))
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple and args[1:] == (Ellipsis,):
        return st.lists(_of(args[0], text), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*(_of(a, text) for a in args))
    return noun(hint)


def _in_order(kind: type[Any], values: dict[str, Any]) -> dict[str, Any]:
    """Put low, best and high in order where a noun has them."""
    if kind in (Estimate, Ground, Part, Tally):
        names = [n for n in ("low", "best", "high") if values[n] is not None]
        values |= dict(zip(names, sorted(values[n] for n in names), strict=True))
    return values


lines = noun(Line)
claims = noun(Claim)
