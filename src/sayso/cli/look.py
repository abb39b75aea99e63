"""What does a ledger say? The events with their figures, and the grounds of each figure."""

from typing import TYPE_CHECKING, Any

import click

from sayso.cli.frame import as_json, filter_options, json_option, ledger_argument, note, outcome_option, weighing_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.cli.events import Shown
    from sayso.desk import Desk
    from sayso.model import Event

MORE = ("words", "from", "to_day", "group", "country", "source", "flag", "unreviewed")
"""Filters beside place and outcome."""


@click.command()
@ledger_argument
@click.option("--near", metavar="PLACE", help="Only events at this place, or whose title names it.")
@outcome_option
@filter_options
@click.option("--limit", type=click.IntRange(min=0), metavar="N", default=25, show_default=True, help="At most N events; 0: all.")
@click.option("--why", "grounds", is_flag=True, help="Show the grounds of each event as well.")
@weighing_options
@json_option
def show(ledger: str, **options: Any) -> None:
    """Show the events with their figures, the most reported first.

    Reads LEDGER; writes a table, or with --json one event a line, to stdout. The number of a row is how `why` knows the event.
    The switches of weighing change what is shown, not what is stored.
    """
    import sayso.desk  # noqa: PLC0415

    with sayso.desk.open(ledger, must_exist=True) as desk:
        chosen = settings_of(options)
        found = desk.events(near=options["near"], outcome=options["outcome"], as_of=chosen.as_of if chosen else None)
        found = _fitting(desk, found, options)
        note_undone(desk, ledger)
        if not found:
            note(_nothing(desk, ledger, options))
        if options["json_"]:
            _json(desk, _shown(desk, found, options), options)
            return
        limit = options["limit"] or len(found)
        _print(desk, _shown(desk, found[:limit], options), options)
        if len(found) > limit:
            note(f"{len(found) - limit} more: --limit 0 shows all.")


@click.command()
@ledger_argument
@click.argument("event")
@outcome_option
@weighing_options
@json_option
def why(ledger: str, event: str, **options: Any) -> None:
    """Show the grounds of an event's figures: lines, copies, words.

    Reads LEDGER; writes each line with its origin, its copies, its pull and its words to stdout. EVENT is a row number of
    `sayso show`, the beginning of an id, or a word of the title.
    """
    import sayso.desk  # noqa: PLC0415
    from sayso.cli.grounds import grounds_row, print_grounds  # noqa: PLC0415
    from sayso.cli.paper import paper  # noqa: PLC0415

    with sayso.desk.open(ledger, must_exist=True) as desk:
        case = desk.why(desk.event(event), settings_of(options), options["outcome"])
    if options["json_"]:
        as_json(grounds_row(case))
    else:
        print_grounds(case, paper())


def settings_of(options: dict[str, Any]) -> Any:
    """Give the settings that the switches ask for, or None where none is set and the stored estimates hold."""
    asked = {name: options[name] for name in ("as_of", "policy", "count_copies", "drop_parties") if options[name]}
    if not asked:
        return None
    from sayso.desk import settings  # noqa: PLC0415

    return settings(**asked)


def _fitting(desk: "Desk", found: "tuple[Event, ...]", options: dict[str, Any]) -> "tuple[Event, ...]":
    """Those of these events that fit the filters beside place and outcome."""
    asked = {name: options[name] for name in MORE if options[name]}
    if not asked:
        return found
    from sayso.asking.filters import chosen, fields  # noqa: PLC0415  few calls need it

    fit = set(chosen(desk, fields(asked)).events or ())
    return tuple(e for e in found if e.id in fit)


def _shown(desk: "Desk", found: "Sequence[Event]", options: dict[str, Any]) -> "list[Shown]":
    from sayso.cli.events import shown  # noqa: PLC0415

    rows = {e.id: n for n, e in enumerate(desk.events(), 1)}
    estimates = desk.estimates(found, settings_of(options))
    out = []
    for event in found:
        kept = tuple(e for e in estimates.get(event.id, ()) if options["outcome"] in (None, e.outcome))
        out.append(shown(rows[event.id], event, kept))
    return out


def _nothing(desk: "Desk", ledger: str, options: dict[str, Any]) -> str:
    """Say why no event is shown: nothing was run, or which of the options leaves none."""
    from sayso.asking.selection import near_places  # noqa: PLC0415

    if not desk.events():
        return _no_events(desk, ledger)
    more = [name for name in MORE if options[name]]
    asked = {f: options[f] for f in ("near", "outcome", "as_of") if options[f] is not None}
    if more:
        named = " and ".join("--" + name.replace("_", "-") for name in (*asked, *more))
        return f"No event fits {named}. Leave one of them out."
    for field, value in asked.items():
        if not desk.events(**{field: value}):
            why = {"near": "is at", "outcome": "has a figure for", "as_of": "was reported by"}[field]
            if field == "near" and (like := near_places(desk.events(), value)):
                return f"No event is at {value}. Did you mean {' or '.join(like)}?"
            return f"No event {why} {value}. Without --{field.replace('_', '-')} there are more."
    return f"No event fits {' and '.join('--' + f.replace('_', '-') for f in asked)} at once. Leave one of them out."


def note_undone(desk: "Desk", ledger: str) -> None:
    """Say what a run would do for the reports of a ledger, where it would do anything."""
    from sayso.undone import undone  # noqa: PLC0415

    if (left := undone(desk.ledger)) is not None:
        note(f"{left.told} Run `sayso run {ledger}`.")


def _no_events(desk: "Desk", ledger: str) -> str:
    if dict(desk.contents().counts)["documents"]:
        return "No events yet." if desk.ledger.stamp("link") is None else "No report claims a figure of people hurt or held."
    return f"No reports yet. Give some with `sayso add {ledger} PATH...`."


def _json(desk: "Desk", shown: "list[Shown]", options: dict[str, Any]) -> None:
    from sayso.cli.grounds import grounds_row  # noqa: PLC0415
    from sayso.exports.rows import event_row  # noqa: PLC0415

    names = desk.names()
    for item in shown:
        if options["grounds"]:
            as_json({"row": item.row, **grounds_row(desk.why(item.event, settings_of(options), options["outcome"]))})
        else:
            chosen = settings_of(options)
            (event,) = desk.why(item.event, chosen).events if chosen and chosen.as_of else (item.event,)
            as_json({"row": item.row, **event_row(event, item.estimates, names)})


def _print(desk: "Desk", shown: "list[Shown]", options: dict[str, Any]) -> None:
    from sayso.cli.events import print_events  # noqa: PLC0415
    from sayso.cli.grounds import print_grounds  # noqa: PLC0415
    from sayso.cli.paper import NARROW, paper  # noqa: PLC0415

    if not shown:
        return
    console = paper()
    print_events(shown, console, NARROW)
    if options["grounds"]:
        for item in shown:
            console.rule(str(item.row), style="dim")
            print_grounds(desk.why(item.event, settings_of(options), options["outcome"]), console)
