"""Where does the text speak of: which spans name a place, which place is it, and does its name stand for a government?"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.model import Span, Where
from sayso.reading.places import near, scan
from sayso.reading.places.choice import Context, best, context_of
from sayso.reading.places.names import Named, alternatives, never, possible, state, us_state, words
from sayso.reading.places.peoples import adjective, people, peoples
from sayso.reading.places.scan import Name
from sayso.reading.words.nations import sense


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place name in the text; `actor` where it stands for a government or a party ("Kyiv said") rather than a site."""

    span: Span
    where: Where
    actor: bool = False


def find(text: str, candidates: Sequence[Span] | None = None) -> tuple[Place, ...]:
    """The places that the text names, in order and disjoint.

    The words around a name must speak for a place; `candidates` are spans that a tagger takes for places, which need no such
    words. A name that no table knows has the country of its surroundings and no coordinates. "The village" after a
    preposition is the place last named.
    """
    trusted = _Trust(candidates)
    names = scan.names(text)
    names = sorted([*names, *trusted.rest(text, names)], key=lambda n: n.span)
    names = _joined(text, names)
    context = context_of(text, names)
    doubt = Counter(n.key for n in names if n.surname and not n.certain)
    doubt.subtract(n.key for n in names if n.certain)
    persons = {key for key, times in doubt.items() if times > 0}
    firm = {n.key for n in names if (n.spoken_for and n.key not in persons) or trusted.covers(n.span)}
    out: list[Place] = []
    kept: list[tuple[Name, Named | None]] = []
    for n in names:
        vouched = trusted.covers(n.span)
        if (n.embedded and not vouched) or scan.of_a_body(text, n.span[0]) or _of_a_people(text, n):
            continue
        chosen = _home(kept, n) or _river(text, n) or _american(text, n) or best(n, context)
        if chosen is None:
            if vouched or (n.spoken_for and not n.crowded and n.key not in persons):
                around = _nearby(text, out, n, context)
                # a city has only the countries that have one of the name; an unknown village may lie where the others do
                city = any(p.main and p.people >= _KNOWN for p in n.named) and around not in {p.country for p in n.named}
                out.append(_place(n, None, country=None if city else around))
                kept.append((n, None))
        elif vouched or (
            (_is_nation(n) or n.certain or n.key not in persons) and _stands(n, chosen, context, sure=n.key in firm)
        ):
            out.append(_place(n, chosen))
            kept.append((n, chosen))
    moved = near.settle(text, [n for n, _ in kept], [c for _, c in kept])
    out = [p if m is c or m is None else _place(n, m) for p, (n, c), m in zip(out, kept, moved, strict=True)]
    return tuple(sorted([*out, *_anaphors(text, out, names, context)], key=lambda p: p.span))


def _joined(text: str, names: Sequence[Name]) -> list[Name]:
    """The names, where what speaks for the first of two that are joined by "and" speaks for the second."""
    out: list[Name] = []
    for n in names:
        before = out[-1] if out else None
        joined = (
            before is not None
            and before.spoken_for
            and n.named
            and not n.crowded
            and _AND.fullmatch(text[before.span[1] : n.span[0]])
        )
        out.append(replace(n, spoken_for=True) if joined else n)
    return out


def _home(kept: Sequence[tuple[Name, Named | None]], n: Name) -> Named | None:
    """The state that is called like a country, right behind a town that lies in it: "Atlanta, Georgia"."""
    town, chosen = kept[-1] if kept else (None, None)
    if town is None or chosen is None or chosen.country != "US" or n.span[0] - town.span[1] > _BEHIND:
        return None
    return us_state(n.text) if state(n.text) == town.inside else None


_BEHIND = len(", ")


def _river(text: str, n: Name) -> Named | None:
    """The river of a town's name behind its article, with no noun after it: "the left bank of the Dnipro"."""
    before = text[max(0, n.span[0] - _LEAD) : n.span[0]].casefold()
    if not before.endswith("the ") or n.whole != n.text or not _NO_NOUN.match(text, n.span[1]):
        return None
    return next((p for p in possible(f"{n.text} River") if p.level == "feature"), None)


def _american(text: str, n: Name) -> Named | None:
    """The state of the United States that is called so: "the US state of Georgia", "Georgia, USA"."""
    lead = _STATE_OF.search(text, max(0, n.span[0] - _LEAD), n.span[0])
    return us_state(n.text) if state(n.text) and (lead or _OF_AMERICA.match(text, n.span[1])) else None


_LEAD = 40
"""Characters before a name in which words that tell its kind stand."""
_NO_NOUN = re.compile(
    r"(?:[,.;:)]|\s*$|\s+(?:in|on|at|near|and|or|was|were|is|by|with|from|to|after|before|where|which|that|under|during|since|until|late|"
    r"early|overnight|for|as|but|while|when|river)(?!\w))"
)
_STATE_OF = re.compile(r"\b(?:U\.?S\.?|American)\s+state\s+of\s\Z")
_OF_AMERICA = re.compile(r",\s(?:USA|U\.S\.A\.|U\.?S\.?|United States)(?!\w)")


def _of_a_people(text: str, n: Name) -> bool:
    """True for a name that only says whose the next thing is: "Sarkan forces", "the Astovian city of Velinsk"."""
    if any(p.people >= _KNOWN or p.level != "town" for p in n.named):
        return False
    known = n.text in peoples(text)
    if known and people(n.text):
        return True
    mine = known or adjective(n.text)
    return scan.owns(text, n, people=mine)


def _stands(n: Name, chosen: Named, context: Context, *, sure: bool) -> bool:
    """True where a name that no tagger vouches for is taken for this place."""
    if chosen.level == "seat" or n.certain or _is_nation(n):
        return not n.surname or n.certain or chosen.level == "seat" or n.acting
    return not n.crowded and (
        sure or (chosen.level in ("region", "feature") and not chosen.people) or _well_known(chosen, context)
    )


class _Trust:
    """Which spans a tagger vouches for."""

    def __init__(self, spans: Sequence[Span] | None) -> None:
        self._spans = sorted(spans or ())
        self._starts = [s for s, _ in self._spans]

    def rest(self, text: str, names: Sequence[Name]) -> list[Name]:
        """The vouched spans that hold no name yet, as names."""
        found = _Trust([n.span for n in names])
        given = (scan.given(text, s) for s in self._spans if not found.covers(s))
        return [n for n in given if sense(n.text) not in ("people", "forces") and not never(n.text)]

    def covers(self, span: Span) -> bool:
        """True where a vouched span and this one overlap."""
        i = bisect_right(self._starts, span[0])
        near = self._spans[max(0, i - 1) : i + 1]
        return any(a < span[1] and span[0] < b for a, b in near)


_AND = re.compile(r"\s+(?:and|or|as well as)\s+(?:the\s+)?(?:nearby\s+|neighbou?ring\s+)?(?:(?:in|near|of|to|around)\s+)?")
"""What joins two names of places: what speaks for the first speaks for the second."""

_KNOWN = 100_000
"""Inhabitants from which a town needs no preposition, if its country is spoken of."""


def _well_known(place: Named, context: Context) -> bool:
    return place.people >= _KNOWN and place.country in context.countries and place.main


def _is_nation(n: Name) -> bool:
    return sense(n.text) in ("name", "seat")


def _place(n: Name, chosen: Named | None, country: str | None = None) -> Place:
    if chosen is None:
        return Place(span=n.span, where=Where(text=n.whole, name=n.text, country=country, span=n.span))
    where = Where(
        text=n.whole, name=chosen.name, country=chosen.country, lat=chosen.lat, lon=chosen.lon, radius=chosen.radius, span=n.span
    )  # fmt: skip
    return Place(span=n.span, where=where, actor=chosen.level == "seat" or (_is_nation(n) and n.acting))


def _nearby(text: str, before: Sequence[Place], n: Name, context: Context) -> str | None:
    """The country that it is said to lie in, else that of the last site named in the paragraph, else the one most spoken of."""
    if n.inside:
        return n.inside[0]
    paragraph = text.rfind("\n", 0, n.span[0])
    for p in reversed(before):
        if p.span[0] < paragraph:
            break
        if p.where.country and not p.actor and sense(p.where.text) is None:
            return p.where.country
    return context.main


def _anaphors(text: str, places: Sequence[Place], names: Sequence[Name], context: Context) -> list[Place]:
    """Such as "the village", "the same camp" after a preposition: the place last named; for "the province" the last region."""
    sites = [p for p in places if not p.actor and p.where.name and not {sense(p.where.name), sense(p.where.text)} & {"name"}]
    regions = [(n.span[0], _place(n, c)) for n in names if (c := best(n, context)) is not None and c.level == "region"]
    starts, bounds = [p.span[0] for p in sites], [at for at, _ in regions]
    out = []
    for m in _anaphor().finditer(text):
        span = m.span("place")
        i, j = bisect_right(starts, span[0]), bisect_right(bounds, span[0])
        if (i and sites[i - 1].span[1] > span[0]) or (i < len(sites) and sites[i].span[0] < span[1]):
            continue
        wide = m["place"].split()[-1] in words("kinds")["wide"]
        last = regions[j - 1][1] if wide and j else sites[i - 1] if i else None
        if last is not None:
            out.append(Place(span=span, where=replace(last.where, text=m["place"], span=span)))
    return out


@cache
def _anaphor() -> re.Pattern[str]:
    """Finds "in the village", "overran the same camp": the group `place` is the words without what leads to them."""
    inner = alternatives(("kinds", "back"))
    return re.compile(
        r"\b(?:in|at|near|from|outside|across|on|of|around|inside|within|into|overran|seized|captured|recaptured|retook|stormed|attacked|"
        r"entered|left|hit|struck|shelled|bombed|reached|when|after|before|while)\s+"
        rf"(?P<place>(?:the|this|that)\s+(?:same\s+)?(?:{inner}))(?=[\s,.;:)](?!of\b|[A-Z]))"
    )
