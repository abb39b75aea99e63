"""Which way of weighing is asked for? One evidence base; every policy is a switch over it."""

from dataclasses import dataclass
from typing import Literal

Policy = Literal["sayso", "ucdp", "acled", "ibc"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to weigh.

    `policy` is whose recording rule to follow; `count_copies` counts each document of a line as if it were a line;
    `drop_parties` sets the parties to the fight aside; `drop_lines` sets lines aside by id, `drop_claims` claims and what
    repeats them on their lines, but not `keep_claims`; `as_of` (ISO day) forgets what was said later; `published` gives
    the day of each document by id, for claims that do not say when they were made.
    """

    policy: Policy = "sayso"
    count_copies: bool = False
    drop_parties: bool = False
    drop_lines: tuple[str, ...] = ()
    drop_claims: frozenset[str] = frozenset()
    keep_claims: frozenset[str] = frozenset()
    as_of: str | None = None
    published: tuple[tuple[str, str], ...] = ()
