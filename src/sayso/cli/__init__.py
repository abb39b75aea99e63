"""Which words does a person type? One command a verb of the Desk, and the only code that prints."""

import click

from sayso import __version__
from sayso.cli.adding import add_claim
from sayso.cli.case import demo, refusals, verify
from sayso.cli.export import export
from sayso.cli.frame import Verbs
from sayso.cli.intake import add, open_
from sayso.cli.look import show, why
from sayso.cli.review import review
from sayso.cli.serve import serve
from sayso.cli.shell import completion
from sayso.cli.sources import source, sources
from sayso.cli.stateless import annotate, estimate
from sayso.cli.statements import statements
from sayso.cli.work import link, read, run, trace, weigh

__all__ = ["cli", "main"]


START = """\b
  sayso add kursk.sayso articles/
  sayso run kursk.sayso
  sayso show kursk.sayso --why"""


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, epilog=START)
@click.version_option(__version__, "-V", "--version", prog_name="sayso")
def cli() -> None:
    """How many, and on whose say-so?

    Sayso reads reports that contradict each other, writes down who claims what, finds which reports are about the same event
    and which echo one origin, and weighs what is left into a number with its grounds.

    A LEDGER is one file that holds a case; `add` makes it. Start with `sayso demo`, or as below.
    """


review.add_command(add_claim)
for _verb in (
    add,
    run,
    show,
    why,
    serve,
    review,
    statements,
    sources,
    source,
    open_,
    read,
    link,
    trace,
    weigh,
    annotate,
    estimate,
    export,
    verify,
    refusals,
    demo,
    completion,
):
    cli.add_command(_verb)


def main() -> None:
    """Run the command line and exit with its status."""
    cli(prog_name="sayso")
