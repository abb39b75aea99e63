"""Which id does its beginning mean? What a person types need only be as long as tells one thing from others."""
# ruff: noqa: S608  only names of our own tables are put into SQL; values are always bound

from typing import Final

from sayso.errors import UnknownIdError
from sayso.judging.added import added
from sayso.ledger import Ledger

TABLES: Final = {"claim": "claims", "line": "lines", "event": "events", "source": "sources", "review": "reviews"}
"""The things that may be named by the beginning of their id, with the table of each."""
_SHORT = 8
_MOST = 5


def short(key: str) -> str:
    """The beginning of an id that people are shown: six digits, of which few ledgers hold two alike."""
    return key[:_SHORT]


def whole_id(ledger: Ledger, noun: str, key: str) -> str:
    """The id of the one thing of a noun that begins so; `key` itself, where it is whole or none does.

    Raises: UnknownIdError, when several do.
    """
    sql = f"SELECT id FROM {TABLES[noun]} WHERE id >= ? AND id < ? ORDER BY id LIMIT {_MOST}"
    found = {str(one) for (one,) in ledger.ask(sql, (key, key + "~"))}
    if noun == "claim":
        found |= {c.id for c in added(ledger.standing()) if c.id.startswith(key)}
    if len(found) > 1 and key not in found:
        raise UnknownIdError(f"{key} begins the ids of several {noun}s", do=f"Give more of it: {', '.join(sorted(found))}")
    return found.pop() if len(found) == 1 else key
