"""Of which nations does an account speak, and do two speak of none in common?"""

from collections.abc import Iterable
from functools import cache

from sayso.model import Claim, Where
from sayso.packs import table


def sides(claims: Iterable[Claim], where: Where | None) -> frozenset[str]:
    """The nations of those counted, of those who say so, and of the place; armed groups are of no nation."""
    told = list(claims)
    named = {c.group.nation for c in told if c.group} | {c.said_by[0].party for c in told if c.said_by}
    if where is not None and where.country:
        named.add(_nations().get(where.country))
    return frozenset(n for n in named if n in _names())


def strange(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both name nations, and none in common: without a place for both, nothing says that they are of one event."""
    return bool(a and b) and a.isdisjoint(b)


@cache
def _nations() -> dict[str, str]:
    return {code: str(entry["name"]) for code, entry in table("nations")["nation"].items()}


@cache
def _names() -> frozenset[str]:
    return frozenset(_nations().values())
