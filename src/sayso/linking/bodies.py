"""Which body that the pack knows goes by a name? The one of the speaker's side, or the only one that needs no country."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.linking.names import core, is_acronym, telling
from sayso.packs import table

_SHORT = 3
"""Letters of an acronym that many bodies may have. Source: set by hand, as in reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body of the pack: its name first, then its other names; `side` is its country or armed group, in lower case."""

    names: tuple[str, ...]
    side: str | None = None


def known(name: str, party: str | None) -> Body | None:
    """The one body that is called so on a side, or on no side in particular; None where none or several may be meant."""
    bodies = _by_name().get(_called(name), ())
    sided = [b for b in bodies if party is not None and b.side == party]
    if sided or party is not None:
        return sided[0] if len(sided) == 1 else None
    free = len(bodies) == 1 and bodies[0].side is None and _called(name) not in _shared() and telling(core(name))
    return bodies[0] if free and not (is_acronym(name) and len(name) <= _SHORT) else None


def several(name: str) -> bool:
    """Whether the pack knows several bodies that are called so."""
    return len(_by_name().get(_called(name), ())) > 1


def _called(name: str) -> str:
    """A name for looking it up: capitals tell an acronym from a word."""
    return name if is_acronym(name) and name.isupper() else " ".join(core(name))


@cache
def _shared() -> frozenset[str]:
    return frozenset(_called(n.strip()) for n in table("sources", "bodies")["shared"]["names"].split(","))


@cache
def _by_name() -> dict[str, tuple[Body, ...]]:
    out: dict[str, tuple[Body, ...]] = {}
    for body in _bodies():
        for key in dict.fromkeys(_called(n) for n in body.names):
            out[key] = (*out.get(key, ()), body)
    return out


def _bodies() -> Iterator[Body]:
    pack, nations = table("sources", "bodies"), table("nations")["nation"]
    for owner in ("state", "free"):
        for countries in pack[owner].values():
            for code, rows in countries.items():
                side = str(nations[code]["name"]) if code in nations else None
                yield from (_body(row, side) for row in rows)
    for parties in (pack["groups"], *pack["wings"].values()):
        for party, rows in parties.items():
            yield from (_body(row, party) for row in rows)


def _body(row: str, side: str | None) -> Body:
    names = row.partition(" > ")[0].split(";")
    return Body(names=tuple(n.strip() for n in names), side=side)
