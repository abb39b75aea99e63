"""How is a case worked through? All of it with `run`, or one room after the other."""

from typing import Any

import click

from sayso.cli.frame import REFUSED, depth_option, ledger_argument, note, processes_option


@click.command()
@ledger_argument
@depth_option
@processes_option
def run(ledger: str, depth: str, processes: int) -> None:
    """Read what is unread, then link, trace and weigh.

    Reads the documents in LEDGER and writes statements, claims, events, lines and estimates into it. Work is stored batch by
    batch: after Ctrl-C or a crash the same command does the rest. What has not changed is not done again.
    """
    _work("run", ledger, depth=depth, processes=processes)


@click.command()
@ledger_argument
@depth_option
@processes_option
def read(ledger: str, depth: str, processes: int) -> None:
    """Read the documents that are unread: who claims what.

    Reads the documents in LEDGER and writes their statements and claims into it.
    """
    _work("read", ledger, depth=depth, processes=processes)


@click.command()
@ledger_argument
def link(ledger: str) -> None:
    """Find which claims are about the same event.

    Reads the claims in LEDGER and writes links and events into it.
    """
    _work("link", ledger)


@click.command()
@ledger_argument
def trace(ledger: str) -> None:
    """Find which reports of an event stem from one origin.

    Reads the documents, claims and events in LEDGER and writes lines into it.
    """
    _work("trace", ledger)


@click.command()
@ledger_argument
def weigh(ledger: str) -> None:
    """Weigh the lines of each event into estimates.

    Reads the events, lines and claims in LEDGER and writes estimates with their grounds into it.
    """
    _work("weigh", ledger)


def _work(verb: str, ledger: str, **options: Any) -> None:
    import sayso.desk  # noqa: PLC0415
    from sayso.cli.paper import progress  # noqa: PLC0415

    with sayso.desk.open(ledger, must_exist=True) as desk, progress() as tell:
        done = getattr(desk, verb)(progress=tell, **options)
    for unread in done.failed:
        note(f"not read: {unread.document}: {unread.why}")
    note(str(done))
    if done.failed:
        click.get_current_context().exit(REFUSED)
