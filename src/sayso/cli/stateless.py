"""What can be asked without a ledger? The layers of documents, and estimates of a table of figures."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.frame import REFUSED, convention_option, data, note, processes_option

if TYPE_CHECKING:
    from sayso.annotation import Given

HEAD = 20
"""Lines among which one opens an object, or else a file is no JSON Lines."""
REMARKS = 100
"""Remarks on documents taken that are told, as by `add`: a million rows without a day say it no better."""
LAYERS = ("statements", "times", "quantities", "claims", "tolls")


@click.command()
@click.option(
    "--layer",
    type=click.Choice(LAYERS),
    required=True,
    help="What to write: who says what, times, numbers, figures of people, or the toll.",
)
@click.option(
    "--depth",
    type=click.Choice(["figures", "all"]),
    default="all",
    show_default=True,
    help="Read every sentence, or, for bulk, only those that can tell a new figure.",
)
@convention_option
@processes_option
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, allow_dash=True), metavar="[FILE]...")
@click.pass_context
def annotate(ctx: click.Context, /, files: tuple[str, ...], **options: Any) -> None:
    """Write one layer of each document, without a ledger.

    Reads JSON Lines from FILEs, or from stdin; writes one line of JSON a document to stdout, in the order of the input. A line
    that is no document is named on stderr and left out, and the status is 3. A file that is no JSON Lines is named once.

    statements: source, cue and content of each attributed statement. times: expressions with their TIMEX3 value and days.
    quantities: every number with its bounds and what it counts. claims: figures of people, their speaker, day, place. tolls: what
    the document as a whole says of each of its events. docs/layers.md explains the fields.
    """
    from functools import partial  # noqa: PLC0415

    from sayso.annotation import annotate_line, warm  # noqa: PLC0415
    from sayso.engines import Local  # noqa: PLC0415

    function = partial(annotate_line, layer=options["layer"], depth=options["depth"], convention=options["convention"])
    setup = None if options["layer"] in {"times", "quantities"} else warm
    refused = remarked = 0
    strange: list[str] = []
    for done in Local(options["processes"]).map(function, _lines(files or ("-",), strange), setup=setup):
        for remark in done.remarks if remarked < REMARKS else ():
            note(f"taken, but {remark}")
            remarked += 1
        if done.line is not None:
            data(done.line)
        else:
            note(f"refused {done.refused}")
            refused += 1
    for name in strange:
        note(f"refused {name}: bad-json: this is no JSON Lines; `sayso add` takes texts and pages")
    if refused or strange:
        ctx.exit(REFUSED)


@click.command()
@click.argument("claims", type=click.Path(exists=True, dir_okay=False, allow_dash=True), metavar="CLAIMS.csv")
@click.option("--out", type=click.Path(dir_okay=False, allow_dash=True), default="-", show_default=True, help="Where to write.")
@click.option("--sources", type=click.Path(dir_okay=False), metavar="SOURCES.csv", help="Write what was measured of each source.")
@click.pass_context
def estimate(ctx: click.Context, claims: str, out: str, sources: str | None) -> None:
    """Weigh a table of figures, without a ledger.

    Reads CLAIMS.csv with the columns question, source and value (or low, high), and any of wording, published, side, relation,
    outcome, scope and line. A value is a number, or words that a report would use: 1,200, six, up to 20, 10-15, dozens.

    wording is empty or one of: exact, about, around, at least, more than, over, up to, at most, fewer than, or a vague word such
    as dozens. relation says on whom the source reports: own, enemy or third. side, outcome and scope may be any words: rows that
    differ in them are of different matters.

    Writes one row a question to --out, and with --sources one row a source. A row that cannot be used is named on stderr and
    left out, and the status is 3.
    """
    from sayso.cli.figures import weigh_file  # noqa: PLC0415

    refused = weigh_file(claims, out, sources)
    for words in refused:
        note(f"refused {words}")
    if refused:
        ctx.exit(REFUSED)


def _lines(files: Iterable[str], strange: list[str]) -> "Iterator[Given]":
    """Give the lines that are not blank, each with its file and number; files that are no JSON Lines are put into `strange`."""
    from sayso.annotation import Given  # noqa: PLC0415

    for name in files:
        called = "stdin" if name == "-" else name
        with click.open_file(name, "rb") as lines:
            numbered = ((n, raw.rstrip(b"\r\n")) for n, raw in enumerate(lines, 1) if raw.strip())
            head = _head(numbered)
            if head and not any(_opens_object(raw) for _, raw in head):
                strange.append(called)
                continue
            for number, raw in chain(head, numbered):
                yield Given(origin=f"{called}:{number}", raw=raw)


def _head(lines: "Iterator[tuple[int, bytes]]") -> list[tuple[int, bytes]]:
    """The first line, or up to `HEAD` lines until one opens an object."""
    found = []
    for number, raw in lines:
        found.append((number, raw))
        if _opens_object(raw) or len(found) == HEAD:
            break
    return found


def _opens_object(raw: bytes) -> bool:
    return raw.lstrip(b"\xef\xbb\xbf \t").startswith(b"{")
