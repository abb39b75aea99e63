"""How does a list of events look on paper? A table where there is room, short paragraphs where there is not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.exports.words import about, by_group, count, days, figure, flags, spelt
from sayso.model import OUTCOMES, Estimate, Event

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text


WARNINGS = 2
"""Flags of an event in a list; `why` shows all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One row: the number by which `why` knows the event, the event, and its estimates in the order of outcomes."""

    row: int
    event: Event
    estimates: tuple[Estimate, ...]


def shown(row: int, event: Event, estimates: Iterable[Estimate]) -> Shown:
    """Give a row with its estimates in the order in which people ask for outcomes."""
    return Shown(row=row, event=event, estimates=tuple(sorted(estimates, key=lambda e: OUTCOMES.index(e.outcome))))


def print_events(rows: Sequence[Shown], console: "Console", narrow: int) -> None:
    """Print the events as a table, or as paragraphs on fewer than `narrow` columns."""
    if not rows:
        return
    if console.width < narrow:
        for item in rows:
            console.print(_paragraph(item))
            console.print()
        return
    console.print(_table(rows))
    console.print(_legend(rows))


def _legend(rows: Iterable[Shown]) -> "Text":
    from rich.text import Text  # noqa: PLC0415

    words = ["claims: times a figure was given", "lines: origins behind them"]
    if any(e.level == "open" for item in rows for e in item.estimates):
        words.append("open: only a bound or vague words")
    return Text("\n" + " · ".join(words), style="dim")


def _table(rows: Iterable[Shown]) -> "RenderableType":
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("#", justify="right", style="dim", no_wrap=True)
    table.add_column("event", ratio=5, overflow="fold")
    table.add_column("day and place", ratio=3, overflow="fold")
    for name in ("outcome", "best [low–high]"):
        table.add_column(name, no_wrap=True)
    for name in ("claims", "lines"):
        table.add_column(name, justify="right", no_wrap=True)
    for item in rows:
        cells = _cells(item.estimates)
        told = "\n".join([about(item.event), *_groups(item), *warnings(item)])
        where = f"{days(item.event.when)}\n{spelt(item.event.where)}"
        table.add_row(str(item.row), told, where, *cells)
    return table


def _cells(estimates: Sequence[Estimate]) -> tuple[str, str, str, str]:
    """Outcome, figure, claims and lines, one line an outcome."""
    if not estimates:
        return "", "no figure", "", ""
    return (
        "\n".join(e.outcome for e in estimates),
        "\n".join(figure(e) for e in estimates),
        "\n".join(str(e.claims) for e in estimates),
        "\n".join(str(e.lines) for e in estimates),
    )


def _paragraph(item: Shown) -> "RenderableType":
    from rich.text import Text  # noqa: PLC0415

    text = Text()
    text.append(f"{item.row}  ", style="dim").append(about(item.event), style="bold")
    text.append(f"\n{days(item.event.when)} · {spelt(item.event.where)}")
    for e in item.estimates:
        text.append(f"\n{e.outcome} {figure(e)}")
        text.append(f" · {count(e.claims, 'claim')} · {count(e.lines, 'line')}", style="dim")
    if not item.estimates:
        text.append("\nno figure")
    for words in _groups(item):
        text.append(f"\n{words}")
    for warning in warnings(item):
        text.append(f"\n{warning}")
    return text


def _groups(item: Shown) -> list[str]:
    """The groups of each figure, unless a remark on it names them."""
    told = [(e, by_group(e)) for e in item.estimates]
    return [f"{e.outcome} by group: {words}" for e, words in told if words and not any(words in flag for flag in e.flags)]


def warnings(item: Shown) -> list[str]:
    """Give what a reader must know first, a line each, and how much more there is."""
    said = [f"! {flag}" for flag in flags(item.event, item.estimates)]
    more = len(said) - WARNINGS
    return said if more <= 1 else [*said[:WARNINGS], f"! {more} more: see why {item.row}"]
