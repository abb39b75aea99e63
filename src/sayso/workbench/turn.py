"""Which page of a list is shown, and what is the address of another one?"""

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Which page of how many, and the address of another one."""

    at: int
    pages: int
    said: dict[str, str]
    name: str = "page"
    place: str = ""

    def to(self, number: int) -> str:
        """The address of another page of the same."""
        asked = {k: v for k, v in self.said.items() if v and k != self.name} | ({self.name: str(number)} if number > 1 else {})
        return f"?{urlencode(asked)}{self.place}"
