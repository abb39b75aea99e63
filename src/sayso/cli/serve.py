"""How does a person look at a ledger with their own eyes? In a browser, on a page that this machine serves."""

import getpass
from pathlib import Path
from typing import Any

import click

from sayso.cli.frame import data, ledger_argument, note


@click.command()
@ledger_argument
@click.option("--port", type=click.IntRange(0, 65535), help="The port; 0 for any. Without it the first free one from 8417.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser; only print the address.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to serve; beyond this machine needs a password.")
@click.option(
    "--password-file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A file that holds the password."
)
@click.option("--by", metavar="NAME", help="The name under which your decisions are kept; without it your login name.")
def serve(ledger: str, **options: Any) -> None:
    """Open LEDGER in a browser: see, doubt and decide.

    Reads LEDGER; writes the address of its page, with the token that opens it, to stdout, and serves it to this machine alone
    until Ctrl-C. What you decide there is kept in LEDGER under your name and can be withdrawn.
    """
    from sayso.workbench.serve import Place, serve  # noqa: PLC0415  the web is loaded only where it is served

    file = options["password_file"]
    place = Place(host=options["host"], port=options["port"], password=file.read_text(encoding="utf-8").strip() if file else None)

    def told(address: str) -> None:
        data(address)
        note("Ctrl-C ends it.")
        if not options["no_browser"]:
            click.launch(address)

    serve(ledger, place, told, by=options["by"] or _login())


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
