"""Which body that the pack knows goes by a name? The one of the speaker's side, or the only one that needs no country."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.linking.names import core, is_acronym, telling
from sayso.packs import table
from sayso.packs.bodies import entries, shared_names

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
    return frozenset(map(_called, shared_names()))


@cache
def _by_name() -> dict[str, tuple[Body, ...]]:
    out: dict[str, tuple[Body, ...]] = {}
    for body in _bodies():
        for key in dict.fromkeys(map(_called, body.names)):
            out[key] = (*out.get(key, ()), body)
    return out


def _bodies() -> Iterator[Body]:
    nations = table("nations")["nation"]
    for e in entries():
        yield Body(names=e.names, side=e.group or (str(nations[e.code]["name"]) if e.code in nations else None))
