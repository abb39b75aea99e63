"""How are marks that overlap put on a text? The text is cut into runs, each with the marks that lie on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """These letters are of this kind (a class of the page's look); `of` is the id of what they belong to."""

    span: Span
    kind: str
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Letters on which the same marks lie: `start` in code points of the text, `marks` those that begin first, first.

    `opens` are the marks that begin here, `ends` those that end with this run.
    """

    text: str
    start: int
    marks: tuple[Mark, ...] = ()
    opens: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()

    @property
    def kinds(self) -> str:
        """The kinds of the marks, each once, as the classes of an element."""
        return " ".join(dict.fromkeys(m.kind for m in self.marks))

    def first(self, *kinds: str) -> Mark | None:
        """The first mark of one of these kinds, the earlier kind first."""
        return next((m for kind in kinds for m in self.marks if m.kind == kind), None)


def marked(text: str, marks: Iterable[Mark], within: Span | None = None) -> tuple[Run, ...]:
    """Give the text (or what is within a span of it) in runs; marks are cut to it, and those without a letter left out."""
    first, last = within or (0, len(text))
    kept = sorted(_cut(marks, first, last), key=lambda m: (m.span[0], -m.span[1], m.kind, m.of))
    points = sorted({first, last, *(at for m in kept for at in m.span)})
    runs: list[Run] = []
    here: list[Mark] = []
    waiting = 0
    for start, end in pairwise(points):
        here = [m for m in here if m.span[1] > start]
        opens = []
        while waiting < len(kept) and kept[waiting].span[0] == start:
            opens.append(kept[waiting])
            waiting += 1
        here += opens
        ends = tuple(m for m in here if m.span[1] == end)
        runs.append(Run(text=text[start:end], start=start, marks=tuple(here), opens=tuple(opens), ends=ends))
    return tuple(runs)


def _cut(marks: Iterable[Mark], first: int, last: int) -> Sequence[Mark]:
    cut = ((max(first, m.span[0]), min(m.span[1], last), m) for m in marks)
    return [Mark(span=(start, end), kind=m.kind, of=m.of) for start, end, m in cut if start < end]
