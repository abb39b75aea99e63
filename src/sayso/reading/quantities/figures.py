"""What is a figure: a number in a text, as worded, with what it counts."""

from dataclasses import dataclass
from typing import Literal

from sayso.model import Span

Figuring = Literal["count", "percent", "money", "age", "measure", "ordinal", "time", "fraction", "other"]
Change = Literal["=", "~", "<", ">", "up", "down"]
Number = int | float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number in a text, as worded.

    `value` is the number, or (low, high) for a stated range and for vague words as "hundreds"; `low`, `best` and `high` read
    the wording in whole units, None is open; `change` is = exact, ~ about, > at least or more than, < at most or less than,
    up and down a rise and a fall.
    `span` covers the number and its bound words, `noun` the counted noun phrase, `unit` its normalised text.
    `extra` is true for what comes on top of another figure ("another 20", "two more"). `whole` is the span of the number that
    a share is of ("a third of the 60"); such a figure is derived: its persons are computed, nothing is stated.
    """

    span: Span
    value: Number | tuple[Number, Number]
    low: int | None = None
    best: int | None = None
    high: int | None = None
    change: Change = "="
    wording: str = "exact"
    stated: tuple[int, ...] = ()
    noun: Span | None = None
    unit: str | None = None
    kind: Figuring = "count"
    extra: bool = False
    whole: Span | None = None
