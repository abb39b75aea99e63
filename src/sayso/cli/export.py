"""How does a case leave the ledger? As files of one shape, of everything or of the events that fit."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.frame import OUTCOMES, as_json, data, filter_options, json_option, ledger_argument, note, weighing_options

if TYPE_CHECKING:
    from sayso.asking.filters import Chosen
    from sayso.desk import Desk

SHAPES = ("jsonl", "csv", "xlsx", "geojson", "bibtex", "report")
"""The shapes, said here again so that help need not load what writes them; a test holds them to `sayso.exports`."""
ORDERS = ("documents", "day", "disputed", "lines")
"""The orders of the list of events, said here again for the same reason."""
OTHER = ("events", "json_", "as_of", "policy", "count_copies", "drop_parties")
"""Options that are no filter."""


@click.command()
@ledger_argument
@click.option(
    "--to",
    "shape",
    type=click.Choice(SHAPES),
    required=True,
    help="JSON Lines for programs, CSV or one workbook (xlsx) for spreadsheets, GeoJSON for maps, BibTeX for citations, "
    "or a report (HTML) to read and print.",
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--event", "events", multiple=True, metavar="EVENT", help="Only this event, as `why` knows it; may be repeated.")
@click.option("--near", metavar="PLACE", help="Only events at this place, or whose title names it.")
@click.option("--outcome", type=click.Choice(OUTCOMES), help="Only events with a figure of this outcome.")
@filter_options
@click.option("--order", type=click.Choice(ORDERS), help="The order of the events in a report.")
@weighing_options
@json_option
def export(ledger: str, shape: str, folder: Path, **options: Any) -> None:
    """Write what LEDGER holds into FOLDER, for other programs or to be printed.

    Reads LEDGER; writes documents, claims, events, estimates, sources, lines and corrections (jsonl and csv: a file each; xlsx:
    a sheet each, and the method), the events (geojson), the documents (bibtex), or all that stands behind each figure (report)
    into FOLDER, replacing those of an earlier export, and the paths to stdout. The same ledger gives the same bytes, and jsonl
    and csv do so whatever the order and the day in which documents were added. With filters only what belongs to the events that
    fit is written. With switches of weighing the figures are weighed by them, and the method says so; what is stored stays.
    """
    import sayso.desk  # noqa: PLC0415
    from sayso.cli.look import settings_of  # noqa: PLC0415

    with sayso.desk.open(ledger, must_exist=True) as desk:
        found = _chosen(desk, options)
        paths = desk.export(shape, folder, found.events, found.asked, settings_of(options))
    if found.events == ():
        note("No event fits, so what was written tells of none.")
    if options["json_"]:
        as_json([str(path) for path in paths])
    else:
        data("\n".join(map(str, paths)))


def _chosen(desk: "Desk", options: dict[str, Any]) -> "Chosen":
    """The events that the filters ask for."""
    from sayso.asking.filters import chosen, fields  # noqa: PLC0415

    given = {name: value for name, value in options.items() if name not in OTHER}
    return chosen(desk, fields(given), [desk.event(key).id for key in options["events"]])
