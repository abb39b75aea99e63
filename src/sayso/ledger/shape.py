"""Are the derived tables of a file made as this program makes them? By what they are made of, however the SQL is written."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_TOKEN = re.compile(r"""--[^\n]* | '(?:[^']|'')*' | "(?:[^"]|"")*" | [\w.]+ | [^\w\s]""", re.VERBOSE)
_MADE = ("table", "index", "trigger")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a CREATE statement makes: a table, an index or a trigger, its name, and its words in one form."""

    kind: str
    name: str
    words: tuple[str, ...]

    @property
    def owner(self) -> str:
        """The table that it is or belongs to."""
        return self.name if self.kind == "table" else self.words[self.words.index("on") + 1]

    @property
    def is_plain_index(self) -> bool:
        """Whether it is an index that refuses nothing, so that it can be made or dropped without touching a row."""
        return self.kind == "index" and "unique" not in self.words


def made(sql: str) -> Made:
    """What one CREATE statement makes; the order of a table's columns, white space, case, quotes and comments do not matter."""
    words = tuple(_plain(found) for found in _TOKEN.findall(sql) if not found.startswith(("--", ";")))
    at = next(n for n, word in enumerate(words) if word in _MADE)
    name = next(n for n in range(at + 1, len(words)) if words[n] not in ("if", "not", "exists"))
    kind = words[at]
    told = _sorted_parts(words) if kind == "table" and "virtual" not in words else words
    return Made(kind=kind, name=words[name], words=told)


def shape(statements: Iterable[str]) -> Mapping[str, Made]:
    """What some CREATE statements make, by name."""
    return {one.name: one for one in map(made, statements)}


def differing(there: Mapping[str, Made], wanted: Mapping[str, Made]) -> frozenset[str]:
    """The tables in which two shapes differ: in themselves, their indexes or their triggers."""
    return frozenset(one.owner for m in (there, wanted) for name, one in m.items() if there.get(name) != wanted.get(name))


def only_indexes(there: Mapping[str, Made], wanted: Mapping[str, Made]) -> tuple[list[str], list[str]] | None:
    """The plain indexes to drop and to make where nothing else differs; None where more does."""
    differ = [name for name in {*there, *wanted} if there.get(name) != wanted.get(name)]
    if not all(one.is_plain_index for name in differ for one in (there.get(name), wanted.get(name)) if one is not None):
        return None
    return sorted(name for name in differ if name in there), sorted(name for name in differ if name in wanted)


def _plain(token: str) -> str:
    """A word of SQL in one form: letters in strings as they are, all others small, names without quotes."""
    if token.startswith("'"):
        return token
    return token[1:-1].replace('""', '"').lower() if token.startswith('"') else token.lower()


def _sorted_parts(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a CREATE TABLE with what stands between its outer commas in the order of the alphabet."""
    first, last = words.index("("), len(words) - 1 - words[::-1].index(")")
    parts: list[list[str]] = [[]]
    depth = 0
    for word in words[first + 1 : last]:
        depth += (word == "(") - (word == ")")
        if word == "," and not depth:
            parts.append([])
        else:
            parts[-1].append(word)
    return (*words[: first + 1], *(word for part in sorted(parts) for word in (*part, ",")), *words[last:])
