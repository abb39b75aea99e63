"""Which part of a long thing is shown, and has the person seen all of it? The parts that were shown follow in the address.

Only what one has seen can be accepted: a line or an event that is longer than a page is accepted on its last part, by who went
through the others before it, as long as nothing has changed meanwhile.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from sayso.judging.queued import Item

_KNOWN = 16
"""Digits of a digest that tell one state of a thing from another."""
_DIGITS = 6
"""Digits of the number of a part at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A part of a thing, of how many; `read` says how many from the first were shown, `seen` is a digest of their state."""

    target: str
    part: int
    parts: int
    rows: bool
    read: int
    seen: str

    @property
    def whole(self) -> bool:
        """Whether all of it was shown."""
        return self.read >= self.parts

    @property
    def carried(self) -> dict[str, str]:
        """What leads to this part again."""
        view = {"view": "rows"} if self.rows else {}
        return view | ({"part": str(self.part), "read": f"{self.read}.{self.seen[:_KNOWN]}"} if self.parts > 1 else {})

    def to(self, part: int, base: Mapping[str, str]) -> str:
        """The address of another part of it."""
        return "/review?" + urlencode({**base, **self.carried, "target": self.target, "part": str(part)})


def asked_part(asked: Mapping[str, str]) -> tuple[int, bool]:
    """The part that an address asks for, and whether as rows."""
    return max(1, _number(asked.get("part", ""))), asked.get("view") == "rows"


def parts_of(asked: Mapping[str, str], item: Item) -> Parts:
    """The part of a thing that is shown; parts count as read one after the other, each when it is shown."""
    number, _, state = asked.get("read", "").partition(".")
    before = _number(number) if state == item.seen[:_KNOWN] else 0
    read = max(before, item.part) if item.part <= before + 1 else before
    return Parts(target=item.target, part=item.part, parts=item.parts, rows=item.rows, read=read, seen=item.seen)


def _number(words: str) -> int:
    return int(words) if words.isascii() and words.isdecimal() and len(words) <= _DIGITS else 0
