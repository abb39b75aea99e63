"""How is a case worked through? All of it with `run`, or one room after the other."""

from typing import Any

import click

from sayso.cli.frame import (
    REFUSED,
    Stopped,
    as_json,
    convention_option,
    depth_option,
    json_option,
    ledger_argument,
    note,
    processes_option,
)


@click.command()
@ledger_argument
@depth_option
@convention_option
@processes_option
@json_option
def run(ledger: str, **options: Any) -> None:
    """Read what is unread, then link, trace and weigh.

    Reads the documents in LEDGER and writes statements, claims, events, lines and estimates into it. Work is stored batch by
    batch: after Ctrl-C or a crash the same command does the rest. What has not changed is not done again; another depth or
    convention reads every document anew.
    """
    _work("run", ledger, **options)


@click.command()
@ledger_argument
@depth_option
@convention_option
@processes_option
@json_option
def read(ledger: str, **options: Any) -> None:
    """Read the documents that are unread: who claims what.

    Reads the documents in LEDGER and writes their statements and claims into it.
    """
    _work("read", ledger, **options)


@click.command()
@ledger_argument
@json_option
def link(ledger: str, **options: Any) -> None:
    """Find which claims are about the same event.

    Reads the claims in LEDGER and writes links and events into it.
    """
    _work("link", ledger, **options)


@click.command()
@ledger_argument
@json_option
def trace(ledger: str, **options: Any) -> None:
    """Find which reports of an event stem from one origin.

    Reads the documents, claims and events in LEDGER and writes lines into it.
    """
    _work("trace", ledger, **options)


@click.command()
@ledger_argument
@json_option
def weigh(ledger: str, **options: Any) -> None:
    """Weigh the lines of each event into estimates.

    Reads the events, lines and claims in LEDGER and writes estimates with their grounds into it.
    """
    _work("weigh", ledger, **options)


def _work(verb: str, ledger: str, *, json_: bool, **options: Any) -> None:
    import sayso.desk  # noqa: PLC0415
    from sayso.cli.paper import progress  # noqa: PLC0415

    stored: dict[str, tuple[int, int | None]] = {}
    with sayso.desk.open(ledger, must_exist=True) as desk, progress() as tell:

        def remember(at: str, n: int, total: int | None) -> None:
            stored[at] = (n, total)
            tell(at, n, total)

        try:
            done = getattr(desk, verb)(progress=remember, **options)
        except KeyboardInterrupt:
            n, total = stored.get("read", (0, None))
            of = "" if total is None else f" of {total} documents read and stored"
            raise Stopped(f"Stopped: {n}{of}" if of else "Stopped", "The same command goes on from there") from None
    for unread in done.failed:
        note(f"not read: {unread.document}: {unread.why}")
    note(str(done))
    if json_:
        as_json({**dict(done.made), "unread": [unread.document for unread in done.failed]})
    if done.failed:
        click.get_current_context().exit(REFUSED)
