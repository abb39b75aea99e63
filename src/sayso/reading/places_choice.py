"""Of several places of one name, which does this text mean: one in a country it speaks of, or the largest?"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.reading.nations import country_of, nation_words
from sayso.reading.places_names import Named, possible, seat_of_region
from sayso.reading.places_scan import Name, of_a_body


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a text speaks of: mentions by country, first-level divisions, and the country spoken of most."""

    countries: dict[str, int]
    divisions: frozenset[tuple[str, str]]
    main: str | None


def context_of(text: str, names: Sequence[Name]) -> Context:
    """Countries by their names, peoples and governments, and by regions and towns that can be only one."""
    votes: Counter[str] = Counter()
    for w in nation_words(text):
        code = country_of(w.nation) if not of_a_body(text, w.span[0]) else None
        if code and not (w.sense == "seat" and len(possible(text[slice(*w.span)])) > 1):
            votes[code] += 1
    divisions = set()
    for n in names:
        if n.inside:
            votes[n.inside[0]] += 1
        lone = n.named[0] if n.named and (len(n.named) == 1 or n.named[0].level == "region") else None
        if lone and lone.country and (lone.level == "region" or (lone.main and lone.people >= _PLAIN)):
            votes[lone.country] += 2 if lone.level == "region" else 1
            if lone.division:
                divisions.add((lone.country, lone.division))
    main = min(votes, key=lambda c: (-votes[c], c)) if votes else None
    return Context(countries=dict(votes), divisions=frozenset(divisions), main=main)


_PLAIN = 50_000
"""Inhabitants from which a town whose name no other place shares speaks for its country."""


def best(n: Name, context: Context) -> Named | None:
    """The likeliest of the places that a name can be; None for small ones far from all that the text speaks of."""
    if not n.named:
        return None
    chosen = max(n.named, key=lambda p: (_score(p, n, context), p.people, p.country or "", p.name))
    foreign = (
        chosen.level in ("town", "region")
        and chosen.people
        and chosen.country not in context.countries
        and seat_of_region(chosen.name) != chosen.country
        and not (n.inside and chosen.country == n.inside[0])
    )
    return None if foreign and context.main and (chosen.people < _FAMED or not chosen.main) else chosen


_FAMED = 1_000_000
"""Inhabitants of a town that a text may name without ever speaking of its country; a smaller one is taken for a namesake."""


_SPOKEN, _DIVISION, _INSIDE, _MAIN, _CAPITAL, _REGION = 2.5, 1.5, 5.0, 0.8, 1.5, 3.0
"""What it counts, in powers of ten of inhabitants, that a place's country or division is spoken of, that the text says it lies
there, that the name is its main one, and that it is a capital
or gives a region of our table its name. **Source:** set by hand, checked on the dispatches' places."""


def _score(p: Named, n: Name, context: Context) -> float:
    score = math.log10(p.people + 300) + _MAIN * p.main + _CAPITAL * (p.level == "capital")
    if p.country in context.countries:
        score += _SPOKEN + 0.3 * math.log2(context.countries[p.country])
    if p.level == "town" and p.people > 1 and seat_of_region(p.name) == p.country:
        score += _REGION
    if p.country and p.division and (p.country, p.division) in context.divisions:
        score += _DIVISION
    if n.inside and p.country == n.inside[0]:
        score += _INSIDE + _DIVISION * (p.division == n.inside[1])
    return score
