"""Which known body has this name: its kind, its country or party, and whom it belongs to?

The bodies are in `packs/en/sources/bodies.toml`. A name that several have is none of them until the text tells.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from sayso.model import Kind
from sayso.packs import table
from sayso.packs.bodies import entries, shared_names
from sayso.reading.words.nations import nation_of, state_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body of the pack. `party` is its country or armed group in lower case; `home` the country that the text must name for it.

    `home` is None where no country need be named.
    """

    name: str
    names: tuple[str, ...]
    kind: Kind
    party: str | None = None
    home: str | None = None
    affiliation: str | None = None


def called(name: str) -> tuple[Body, ...]:
    """Every body of that name or acronym; articles, full stops and a possessive do not count, an acronym's capitals do."""
    return _by_name().get(_key(name), ())


def only_a_body(name: str) -> bool:
    """True for a name that one known body has and nobody else."""
    return len(called(name)) == 1 and _key(name) not in _shared()


def kind_of_body(name: str) -> Kind | None:
    """The kind of the bodies of that name where they agree, or None."""
    kinds = {b.kind for b in called(name)}
    return next(iter(kinds)) if len(kinds) == 1 else None


def group_in(phrase: str) -> str | None:
    """The armed group whose full name, or its arm's, stands in the phrase, as the party that it is."""
    return next((b.party for b in _inside(phrase) if b.party and b.party in _parties()), None)


def kind_inside(phrase: str) -> Kind | None:
    """The kind of the first known body whose name stands in the phrase, or None."""
    return next((b.kind for b in _inside(phrase)), None)


def body_of(names: Sequence[str], party: str | None, support: Collection[str]) -> Body | None:
    """The one body that these names of one speaker mean, or None: full names go before acronyms.

    `party` is the speaker's own where the text tells it, `support` the countries that the text names.
    """
    full = [n for n in names if not n.isupper()]
    for name in full or names:
        found = _settled(name, party, support)
        if found is not None:
            return found
    return None


def spelled_out(letters: str, body: Body) -> bool:
    """True for the letters of a body that a report spells out as its name: FSB, not MI6."""
    return letters in table("sources", "bodies")["spelled"]["letters"].split(", ") and body.name != letters


def _settled(name: str, party: str | None, support: Collection[str]) -> Body | None:
    bodies = called(name)
    if party is not None:
        of_it = [b for b in bodies if party in (b.party, b.home)]
        free = [b for b in bodies if (b.home is None and b.party is None) or (b.affiliation or "").casefold() == party]
        return of_it[0] if len(of_it) == 1 else free[0] if len(bodies) == 1 and free else None
    named = [b for b in bodies if b.home is not None and b.home in support]
    if len(named) == 1:
        return named[0]
    alone = bodies[0] if len(bodies) == 1 else None
    return alone if alone is not None and (alone.home is None or _sure(alone, name)) else None


def _sure(body: Body, name: str) -> bool:
    """True where a name tells its country by itself: a medium's or an institute's, no common word, no three letters."""
    free = body.kind in ("media", "think-tank", "monitor")
    return free and _key(name) not in _shared() and not (name.isupper() and len(name) <= _SHORT)


_SHORT = 3
"""Letters of an acronym that many bodies may have. Source: set by hand."""


def _inside(phrase: str) -> Iterator[Body]:
    """The bodies whose full names, unshared, stand in the phrase; the longest first at each word."""
    words = phrase.split()
    for i, word in enumerate(words):
        if not word[:1].isupper() and not word.startswith("al-"):
            continue
        for j in range(min(len(words), i + _LONGEST), i, -1):
            name = " ".join(words[i:j]).rstrip(",.;:")
            found = called(name) if j - i > 1 or not (name.isupper() and len(name) <= _SHORT) else ()
            if len(found) == 1 and _key(name) not in _shared():
                yield found[0]
                break


_LONGEST = 8
"""Words of the longest name that is looked for inside a phrase. Source: set by hand."""


@lru_cache(maxsize=20_000)
def _key(name: str) -> str:
    plain = re.sub(r"['’]s?(?!\w)", "", name.replace("’", "'")).replace(".", "").strip()
    plain = re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", plain)
    if plain.isupper() or plain.islower():
        return plain
    return re.sub(r"\bdefence\b", "defense", " ".join(plain.casefold().split())).capitalize()


@cache
def _shared() -> frozenset[str]:
    return frozenset(map(_key, shared_names()))


@cache
def _parties() -> frozenset[str]:
    return frozenset(table("sources", "bodies")["groups"])


@cache
def _by_name() -> dict[str, tuple[Body, ...]]:
    out: dict[str, tuple[Body, ...]] = {}
    for body in _bodies():
        for key in dict.fromkeys(map(_key, body.names)):
            out[key] = (*out.get(key, ()), body)
    return out


def _bodies() -> Iterator[Body]:
    homes = table("sources", "bodies")["home"]
    for e in entries():
        country = nation_of(e.code or homes.get(e.group, ""))
        state = state_of(country) if country and e.state else None
        yield Body(
            name=e.names[0],
            names=e.names,
            kind=cast("Kind", e.kind),
            party=e.group or country,
            home=country,
            affiliation=e.owner or state,
        )
