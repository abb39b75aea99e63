"""On what is printed? A rich console for data on stdout, and a progress line on stderr where a person watches."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, TextIO, cast

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 100
"""Columns where no terminal says how many it has."""
NARROW = 84
"""Below this many columns an event is a short paragraph instead of a row of a table."""

Progress = Callable[[str, int, int | None], None]
"""Called with the verb at work, how many are done, and how many there are (None: not known)."""


def paper() -> "Console":
    """Give a console on stdout: COLUMNS wins, then the terminal, then `WIDTH`; NO_COLOR and a file mean no colour."""
    from rich.console import Console  # noqa: PLC0415  slow to import, and only tables need it

    asked = os.environ.get("COLUMNS", "")
    width = int(asked) if asked.isdigit() and int(asked) > 0 else None if sys.stdout.isatty() else WIDTH
    plain = bool(os.environ.get("NO_COLOR")) or not sys.stdout.isatty()
    out = cast("TextIO", _Trimmed(sys.stdout)) if plain else None
    colours: Literal["auto"] | None = None if plain else "auto"
    return Console(
        file=out, width=width, color_system=colours, no_color=plain, highlight=False, soft_wrap=False, emoji=False, markup=False
    )


class _Trimmed:
    """A stream that drops the blanks at the ends of lines, which tables are filled up with."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, words: str) -> int:
        return self._out.write(re.sub(r"[ \t]+(?=\n)", "", words))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._out, name)


@contextmanager
def progress() -> Iterator[Progress]:
    """Show how far the work is, how fast it goes and how long it takes, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda _verb, _done, _total: None
        return
    from rich import progress as rich_progress  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    class Rate(rich_progress.ProgressColumn):
        def render(self, task: rich_progress.Task) -> Text:
            return Text(f"{task.speed:,.1f}/s" if task.speed else "", style="dim")

    columns = (
        rich_progress.TextColumn("{task.description:>6}"),
        rich_progress.BarColumn(),
        rich_progress.MofNCompleteColumn(),
        Rate(),
        rich_progress.TimeRemainingColumn(),
    )
    with rich_progress.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, rich_progress.TaskID] = {}

        def tell(verb: str, done: int, total: int | None) -> None:
            if verb not in tasks:
                tasks[verb] = bar.add_task(verb, total=total)
            bar.update(tasks[verb], completed=done, total=total)

        yield tell
