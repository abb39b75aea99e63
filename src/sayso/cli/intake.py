"""How do reports come into a ledger, and what is in it already?"""

from typing import TYPE_CHECKING

import click

from sayso.cli.frame import REFUSED, as_json, json_option, ledger_argument, note

if TYPE_CHECKING:
    from sayso.desk import Contents
    from sayso.ingest.items import Taken

_HELD = 100_000_000
"""Bytes of refused inputs that are held before a ledger is made to record them. Source: set by hand: ten of the largest."""


@click.command()
@ledger_argument
@click.argument("given", nargs=-1, required=True, metavar="PATH|URL|-...")
@click.option("--allow-private", is_flag=True, help="Fetch from addresses of this machine and its private network too.")
@json_option
@click.pass_context
def add(ctx: click.Context, /, ledger: str, given: tuple[str, ...], **options: bool) -> None:
    """Add reports to LEDGER; makes the ledger where there is none.

    Reads files and folders (text, HTML, JSON Lines), globs, web addresses, and stdin for `-`. Writes the documents into LEDGER.
    A line of JSON Lines is an object with the keys text (which it must have), id, title, published (a day such as 2031-03-15, or
    a day and time), url, outlet and byline; the language is told from the text, which must be English. What is already there is
    known by its content and stays as it is. What cannot become a document is named on stderr and recorded; the rest is added,
    and the status is 3.
    """
    import sys  # noqa: PLC0415
    from itertools import chain  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    import sayso.desk  # noqa: PLC0415
    from sayso.cli.paper import progress  # noqa: PLC0415
    from sayso.exports.words import count  # noqa: PLC0415
    from sayso.ingest import addresses  # noqa: PLC0415
    from sayso.ingest.fetching import fetcher  # noqa: PLC0415
    from sayso.ingest.items import Refused  # noqa: PLC0415
    from sayso.ingest.take import take  # noqa: PLC0415

    fetch = fetcher(allow=addresses.any_address if options["allow_private"] else addresses.is_public)
    items = take(given, stdin=sys.stdin.buffer, fetch=fetch)
    head: list[Taken | Refused] = []
    if not Path(ledger).exists():
        held = 0
        for item in items:  # where nothing can be taken, no ledger is made
            head.append(item)
            held += len(item.raw or b"")
            if not isinstance(item, Refused) or held > _HELD:
                break
        else:
            lost = [item for item in head if isinstance(item, Refused)]
            for item in lost:
                note(f"refused {item.origin}: {item.reason}: {item.detail}")
            note(f"Nothing could be taken, so {ledger} was not made.")
            if options["json_"]:
                as_json({"new": 0, "known": 0, "refused": [item.origin for item in lost]})
            ctx.exit(REFUSED)
    with sayso.desk.open(ledger) as desk, progress() as tell:
        was_empty = not desk.names()
        added = desk.add(chain(head, items), tell)
    for refusal in added.refused:
        note(f"refused {refusal.origin}: {refusal.reason}: {refusal.detail}")
    for remark in added.remarks:
        note(f"taken, but {remark}")
    known = f"{added.known} given twice" if was_empty and added.known else f"{added.known} known already"
    note(f"{count(added.new, 'new document')}, {known}, {len(added.refused)} refused")
    if options["json_"]:
        as_json({"new": added.new, "known": added.known, "refused": [r.origin for r in added.refused]})
    if added.refused:
        ctx.exit(REFUSED)


@click.command("open")
@ledger_argument
@json_option
def open_(ledger: str, json_: bool) -> None:  # noqa: FBT001  click gives it by name
    """Say what LEDGER holds, and what is still unread.

    Reads LEDGER, which must exist; writes nothing.
    """
    import sayso.desk  # noqa: PLC0415

    with sayso.desk.open(ledger, must_exist=True) as desk:
        contents = desk.contents()
    if json_:
        days = {"first": contents.first, "last": contents.last, "unread": contents.unread, "read_with": list(contents.settings)}
        as_json(dict(contents.counts) | days)
    else:
        _print_contents(contents)


def _print_contents(contents: "Contents") -> None:
    from sayso.cli.frame import data  # noqa: PLC0415
    from sayso.exports.words import number  # noqa: PLC0415

    for name, n in contents.counts:
        data(f"{name:<12} {number(n):>12}")
    if contents.first and contents.last:
        data(f"{'published':<12} {contents.first} to {contents.last}")
    if contents.unread:
        data(f"{'unread':<12} {number(contents.unread):>12}")
    for settings in contents.settings:
        data(f"{'read with':<12} {settings.replace('=', ' ')}")
