"""What is a part of a figure: those of one group, told apart from the others of an event?"""

from dataclasses import dataclass

from sayso.errors import ContractError
from sayso.wording import persons


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Of a figure, those of one group: who they are, how many by the lines that count them, and how well that is anchored.

    `group` says who in words, `nation` and `role` the same as claims do; `lines` and `claims` are ids. Persons; None is open.
    """

    group: str
    nation: str | None = None
    role: str | None = None
    best: int | None = None
    low: int | None = None
    high: int | None = None
    low50: int | None = None
    high50: int | None = None
    level: str = "none"
    lines: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        given = [n for n in (self.low, self.best, self.high) if n is not None]
        if given != sorted(given):
            raise ContractError(f"the figure of {self.group} is out of order", do="Give low <= best <= high")

    def __str__(self) -> str:
        """The figure in words: `17 [14–23]`, `at least 100`, `no figure`."""
        return persons(self.low, self.best, self.high)
