"""Where does the text speak of: which spans name a place, which place is it, and does its name stand for a government?"""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Span, Where
from sayso.reading.nations import country_of, nation_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place name in the text; `actor` where it stands for a government or a party ("Kyiv said") rather than a site."""

    span: Span
    where: Where
    actor: bool = False


def find(text: str, candidates: Sequence[Span] | None = None) -> tuple[Place, ...]:
    """The places that the text names, in order and disjoint.

    `candidates` are spans that a tagger takes for places; None: every capitalised word is looked at.
    """
    out = []
    for w in nation_words(text):
        if w.sense in ("name", "seat") and (candidates is None or any(a < w.span[1] and w.span[0] < b for a, b in candidates)):
            words = text[w.span[0] : w.span[1]]
            out.append(Place(span=w.span, where=Where(text=words, name=words, country=country_of(w.nation), span=w.span)))
    return tuple(out)
