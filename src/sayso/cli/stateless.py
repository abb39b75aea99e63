"""What can be asked without a ledger? The layers of documents, and estimates of a table of figures."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.frame import REFUSED, data, note, processes_option

if TYPE_CHECKING:
    from sayso.annotation import Given

LAYERS = ("statements", "times", "quantities", "claims", "tolls")


@click.command()
@click.option("--layer", type=click.Choice(LAYERS), required=True, help="What to look for.")
@click.option(
    "--depth",
    type=click.Choice(["figures", "all"]),
    default="all",
    show_default=True,
    help="Read every sentence, or, for bulk, only those that can tell a new figure.",
)
@processes_option
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, allow_dash=True), metavar="[FILE]...")
@click.pass_context
def annotate(ctx: click.Context, /, files: tuple[str, ...], **options: Any) -> None:
    """Write one layer of each document, without a ledger.

    Reads JSON Lines from FILEs, or from stdin; writes one line of JSON a document to stdout, in the order of the input. A line
    that is no document is named on stderr and left out, and the status is 3.
    """
    from functools import partial  # noqa: PLC0415

    from sayso.annotation import annotate_line, warm  # noqa: PLC0415
    from sayso.engines import Local  # noqa: PLC0415

    function = partial(annotate_line, layer=options["layer"], depth=options["depth"])
    setup = None if options["layer"] in {"times", "quantities"} else warm
    refused = 0
    for done in Local(options["processes"]).map(function, _lines(files or ("-",)), setup=setup):
        if done.line is not None:
            data(done.line)
        else:
            note(f"refused {done.refused}")
            refused += 1
    if refused:
        ctx.exit(REFUSED)


@click.command()
@click.argument("claims", type=click.Path(exists=True, dir_okay=False, allow_dash=True), metavar="CLAIMS.csv")
@click.option("--out", type=click.Path(dir_okay=False, allow_dash=True), default="-", show_default=True, help="Where to write.")
@click.option("--sources", type=click.Path(dir_okay=False), metavar="SOURCES.csv", help="Write what was measured of each source.")
@click.pass_context
def estimate(ctx: click.Context, claims: str, out: str, sources: str | None) -> None:
    """Weigh a table of figures, without a ledger.

    Reads CLAIMS.csv with the columns question, source and value (or low, high), and any of wording, published, side, relation,
    outcome, scope and line. Writes one row a question to --out, and with --sources one row a source. A row that cannot be used
    is named on stderr and left out, and the status is 3.
    """
    from sayso.cli.figures import weigh_file  # noqa: PLC0415

    refused = weigh_file(claims, out, sources)
    for words in refused:
        note(f"refused {words}")
    if refused:
        ctx.exit(REFUSED)


def _lines(files: Iterable[str]) -> "Iterator[Given]":
    """Give the lines that are not blank, each with its file and number."""
    from sayso.annotation import Given  # noqa: PLC0415

    for name in files:
        with click.open_file(name, "rb") as lines:
            for number, raw in enumerate(lines, 1):
                if raw.strip():
                    yield Given(origin=f"{'stdin' if name == '-' else name}:{number}", raw=raw.rstrip(b"\r\n"))
