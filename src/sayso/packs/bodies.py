"""Which bodies does the pack know, and how does each row of it read?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.packs import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row: the name first, then the other names; the kind as the pack has it; whom it belongs to where the row says so.

    `code` is its country (ISO 3166-1 alpha-2, or "-" for none), `group` its armed group; one of the two is None. `state` where it
    belongs to its country's government.
    """

    names: tuple[str, ...]
    kind: str
    owner: str | None = None
    code: str | None = None
    group: str | None = None
    state: bool = False


@cache
def entries() -> tuple[Entry, ...]:
    """All rows, in the order of the pack."""
    return tuple(_entries())


@cache
def shared_names() -> tuple[str, ...]:
    """Names that others have, too, so that they tell nothing by themselves."""
    return tuple(n.strip() for n in table("sources", "bodies")["shared"]["names"].split(","))


def _entries() -> Iterator[Entry]:
    pack = table("sources", "bodies")
    for owner in ("state", "free"):
        for kind, countries in pack[owner].items():
            for code, rows in countries.items():
                yield from (Entry(kind=kind, code=code, state=owner == "state", **_row(row)) for row in rows)
    for kind, parties in (("party", pack["groups"]), *pack["wings"].items()):
        for group, rows in parties.items():
            yield from (Entry(kind=kind, group=group, **_row(row)) for row in rows)


def _row(row: str) -> dict[str, Any]:
    listed, _, owner = row.partition(" > ")
    return {"names": tuple(n.strip() for n in listed.split(";")), "owner": owner or None}
