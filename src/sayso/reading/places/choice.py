"""Of several places of one name, which does this text mean: one in a country it speaks of, or the largest?"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.model import Span
from sayso.packs import table
from sayso.packs.gazetteer import borders
from sayso.reading.places.names import Named, possible, seat_of_region, state
from sayso.reading.places.scan import Name, no_acronym, of_a_body
from sayso.reading.words.nations import country_of, nation_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a text speaks of: mentions by country, first-level divisions, and the country spoken of most.

    `own` counts the mentions of a country that are only a town's, by the folded name of the town.
    """

    countries: dict[str, int]
    divisions: frozenset[tuple[str, str]]
    main: str | None
    own: dict[tuple[str, str], int]


def context_of(text: str, names: Sequence[Name]) -> Context:
    """Countries by their names, peoples and governments, and by regions and towns that can be only one."""
    votes: Counter[str] = Counter()
    whole = [n.span for n in names]
    own: Counter[tuple[str, str]] = Counter()
    home = {n.inside for n in names if n.inside and n.inside[0] == "US"}
    for w in nation_words(text):
        if (w.sense == "seat" and not _alone(w.span, whole)) or _state(text, w.span) in home or no_acronym(text, w.span):
            continue
        code = country_of(w.nation) if not of_a_body(text, w.span[0]) else None
        if code and not (w.sense == "seat" and len(possible(text[slice(*w.span)])) > 1):
            votes[code] += 1
    divisions = set()
    for n in names:
        if n.inside:
            votes[n.inside[0]] += 1
        lone = n.named[0] if n.named and (len(n.named) == 1 or n.named[0].level == "region") else None
        if lone and lone.country and (lone.level == "region" or (n.spoken_for and lone.main and lone.people >= _PLAIN)):
            votes[lone.country] += 2 if lone.level == "region" else 1
            if lone.level == "town":
                own[lone.country, n.key] += 1
            if lone.division:
                divisions.add((lone.country, lone.division))
    main = min(votes, key=lambda c: (-votes[c], c)) if votes else None
    return Context(countries=dict(votes), divisions=frozenset(divisions), main=main, own=dict(own))


def _state(text: str, span: Span) -> tuple[str, str | None] | None:
    """The state of the United States that the word behind a comma is also the name of: Georgia."""
    return state(text[slice(*span)]) if text[max(0, span[0] - 2) : span[0]] == ", " else None


def _alone(span: Span, names: Sequence[Span]) -> bool:
    """True where the word is a name of its own, not a part of a longer one nor of a person's."""
    i = bisect_right(names, span[0], key=lambda s: s[0]) - 1
    return i >= 0 and names[i][0] in (span[0], span[0] + len("the ")) and span[1] <= names[i][1] + len("'s")


_PLAIN = 50_000
"""Inhabitants from which a town whose name no other place shares speaks for its country."""


def best(n: Name, context: Context) -> Named | None:
    """The likeliest of the places that a name can be; None for small ones far from all that the text speaks of."""
    if not n.named:
        return None
    if (
        n.inside
        and n.inside[0] == "US"
        and n.inside[1]
        and not any(p.country in ("US", _NAMESAKES.get(n.inside[1])) for p in n.named)
    ):
        return None
    chosen = max(n.named, key=lambda p: (_score(p, n, context), p.people, p.country or "", p.name))
    return chosen if chosen.level not in ("town", "region") or not chosen.people or _backed(chosen, n, context) else None


_KNOWN_ALONE = 20_000
"""Inhabitants from which a town of a country of wars, whose name no other place has, is meant whatever else a text names."""
_NAMESAKES = {"GA": "GE"}
"""States of the United States by the country of their name."""


def _backed(place: Named, n: Name, context: Context) -> bool:
    """True for a town or division in a country that something speaks for, or that is too well known to need it.

    That is a country that the text names, or its neighbour, or a country of wars where no other has the name.
    """
    country = _homes().get(place.country or "", place.country or "")
    if (
        (place.main and not n.inside and place.name in _famous())
        or context.countries.get(country, 0) > context.own.get((country, n.key), 0)
        or seat_of_region(place.name) == country
        or (n.inside and country == n.inside[0])
    ):
        return True
    at_war = country in _wars()
    if at_war and len(n.named) == 1 and place.people >= _KNOWN_ALONE:
        return True
    others = {c for c in context.countries if c != country}
    if any((min(country, c), max(country, c)) in borders() for c in others):
        return at_war or (place.main and place.people >= _PLAIN)
    alone = at_war and all(p.country == country or p.main < place.main or p.people * _FEWER <= place.people for p in n.named)
    if alone and others <= _abroad():
        return True
    elsewhere = bool(others & _wars())
    if alone and (place.main or not elsewhere):
        least = _LARGE if elsewhere else _SMALL
    else:
        least = _FAMED if others else _PLAIN if len(n.named) == 1 else _LARGE
    return place.people >= least and (place.main or (alone and not elsewhere) or (place.people >= _FAMED and not others))


@cache
def _wars() -> frozenset[str]:
    return frozenset(table("places")["wars"]["countries"])


@cache
def _homes() -> dict[str, str]:
    """Islands and territories far off, by the country that a text names instead: Norway for Svalbard."""
    return dict(table("places")["wars"]["homes"])


@cache
def _famous() -> frozenset[str]:
    return frozenset(table("places")["wars"]["famous"])


@cache
def _abroad() -> frozenset[str]:
    return frozenset(table("places")["wars"]["abroad"])


_SMALL, _LARGE, _FAMED = 20_000, 300_000, 1_000_000
"""Inhabitants of a town that a text may name without speaking of its country, a smaller one being taken for a namesake: where no
other country has the name and it has seen war, where the text speaks of no country (`_PLAIN` for a name that no other place has),
and where it speaks of others."""
_FEWER = 5
"""How many times fewer inhabitants a namesake has that is not thought of. Source: set by hand."""


_SPOKEN, _SPOKEN_FAR, _DIVISION, _INSIDE, _MAIN, _CAPITAL, _REGION, _WAR = 2.5, 1.0, 1.5, 5.0, 0.8, 1.5, 3.0, 0.5
"""What it counts, in powers of ten of inhabitants, that a place's country is spoken of (less if its armies fight far from home),
or its division, that the text says it lies there, that the name is its main one, and that it is a capital, gives a region of our
table its name, or lies in a country of wars. **Source:** set by hand, checked on the dispatches."""


def _score(p: Named, n: Name, context: Context) -> float:
    score = math.log10(p.people + 300) + _MAIN * p.main + _CAPITAL * (p.level == "capital") + _WAR * (p.country in _wars())
    if p.country in context.countries:
        score += (_SPOKEN_FAR if p.country in _abroad() and p.level == "town" else _SPOKEN) + 0.3 * math.log2(
            context.countries[p.country]
        )
    if p.level == "town" and p.people > 1 and seat_of_region(p.name) == p.country:
        score += _REGION
    if p.country and p.division and (p.country, p.division) in context.divisions:
        score += _DIVISION
    if n.inside and p.country == n.inside[0]:
        score += _INSIDE + _DIVISION * (p.division == n.inside[1])
    return score
