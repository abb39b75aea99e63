"""Is a case whole, what was refused, and what does a small one look like?"""

from pathlib import Path

import click

from sayso.cli.frame import FAILED, as_json, data, json_option, ledger_argument, note


@click.command()
@ledger_argument
@json_option
@click.pass_context
def verify(ctx: click.Context, ledger: str, json_: bool) -> None:  # noqa: FBT001  click gives it by name
    """Check that LEDGER is whole.

    Reads LEDGER, computes every hash again and compares what was derived with how it was written; writes what is wrong to
    stdout, one line each. Status 4 when anything is.
    """
    import sayso.desk  # noqa: PLC0415

    with sayso.desk.open(ledger, must_exist=True) as desk:
        faults = desk.verify()
    if json_:
        as_json({"whole": not faults, "faults": [{"id": f.id, "what": f.what} for f in faults]})
    else:
        for fault in faults:
            data(f"{fault.id}: {fault.what}")
    if faults:
        note("The ledger is not whole. `sayso run` makes anew what was derived; for what was given, restore it from a copy.")
        ctx.exit(FAILED)
    note("The ledger is whole.")


@click.command()
@ledger_argument
@json_option
def refusals(ledger: str, json_: bool) -> None:  # noqa: FBT001  click gives it by name
    """List what was refused, and why.

    Reads LEDGER; writes one line a refusal to stdout.
    """
    import sayso.desk  # noqa: PLC0415

    with sayso.desk.open(ledger, must_exist=True) as desk:
        refused = desk.refusals()
    for r in refused:
        if json_:
            as_json({"origin": r.origin, "reason": r.reason, "detail": r.detail, "at": r.at})
        else:
            data(f"{r.origin}: {r.reason}: {r.detail}")
    if not refused:
        note("Nothing was refused.")


@click.command()
@click.argument("ledger", required=False, type=click.Path(dir_okay=False))
def demo(ledger: str | None) -> None:
    """Work through a small fictional case, and show how to go on.

    Reads twelve bundled reports, all of them invented; writes them and what comes of them into LEDGER (a temporary file where
    none is named), and the events with the grounds of the first to stdout.
    """
    import tempfile  # noqa: PLC0415

    note("FICTIONAL: every place, party and person in this case is invented.\n")
    if ledger is not None:
        _demonstrate(ledger)
        note(f"\nGo on with\n  sayso show {ledger} --count-copies\n  sayso why {ledger} 2")
    else:
        with tempfile.TemporaryDirectory(prefix="sayso-demo-") as folder:
            _demonstrate(str(Path(folder) / "demo.sayso"))
        note("\nTo keep the case and look around in it\n  sayso demo demo.sayso")
    note("and with reports of your own\n  sayso add mine.sayso articles/\n  sayso run mine.sayso\n  sayso show mine.sayso --why")


def _demonstrate(ledger: str) -> None:
    import sayso.demo  # noqa: PLC0415
    import sayso.desk  # noqa: PLC0415
    from sayso.cli.events import print_events, shown  # noqa: PLC0415
    from sayso.cli.grounds import print_grounds  # noqa: PLC0415
    from sayso.cli.paper import NARROW, paper, progress  # noqa: PLC0415
    from sayso.errors import UsageError  # noqa: PLC0415
    from sayso.ingest.items import Taken  # noqa: PLC0415
    from sayso.ingest.take import files  # noqa: PLC0415

    with sayso.desk.open(ledger) as desk:
        given = list(files(sayso.demo.path()))
        if set(desk.names()) - {item.document.id for item in given if isinstance(item, Taken)}:
            raise UsageError(f"{ledger} holds other reports", do="Keep fiction apart from them: give another path")
        with progress() as tell:
            desk.add(given, tell)
            done = desk.run(progress=tell)
        for unread in done.failed:
            note(f"not read: {unread.document}: {unread.why}")
        events = desk.events()
        estimates = desk.estimates(events)
        console = paper()
        print_events([shown(n, e, estimates.get(e.id, ())) for n, e in enumerate(events, 1)], console, NARROW)
        for event in events[:1]:
            console.print()
            print_grounds(desk.why(event), console)
