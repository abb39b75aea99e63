"""How does a command end, and where do its words go? Data to stdout, words to stderr, one clean line for what went wrong.

Exit statuses: 0 done, 1 error, 2 usage, 3 some inputs were refused, 4 a check failed, 130 stopped by the user.
"""

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from sayso.errors import SaysoError, UsageError

ERROR, USAGE, REFUSED, FAILED, STOPPED = 1, 2, 3, 4, 130

OUTCOMES = ("killed", "wounded", "casualties", "missing", "captured", "displaced", "evacuated", "deployed", "engaged")
"""The outcomes that can be asked for, said here again so that help need not load the nouns; a test holds them to the model."""
CONVENTIONS = ("default", "acled", "ucdp", "airwars", "survey")
POLICIES = ("sayso", "ucdp", "acled", "ibc")

F = TypeVar("F", bound=Callable[..., Any])


class Problem(click.ClickException):
    """What went wrong and what to do, for the person at the terminal."""

    exit_code = ERROR

    def __init__(self, what: str, do: str = "") -> None:
        super().__init__(what)
        self.do = do

    def show(self, file: Any = None) -> None:
        """Print one line, and a second one that says what to do."""
        del file
        note(f"sayso: {self.message.rstrip('.')}.")
        if self.do:
            note(f"  {self.do.rstrip('.')}.")


class WrongWords(Problem):
    """The call's words are off."""

    exit_code = USAGE


class Stopped(Problem):
    """The person pressed Ctrl-C."""

    exit_code = STOPPED


class Verbs(click.Group):
    """The commands in the order in which a person meets them; nothing they raise ends in a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the verbs in the order in which they were written down."""
        del ctx
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb and turn what it raises into one line and an exit status."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise Stopped("Stopped", "What was stored is kept: the same command goes on from there") from None
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as e:
            if os.environ.get("SAYSO_DEBUG"):
                raise
            raise _problem(e) from e


def _problem(error: Exception) -> Problem:
    match error:
        case UsageError():
            return WrongWords(error.what, error.do)
        case SaysoError():
            return Problem(error.what, error.do)
        case OSError():
            where = f"{error.filename}: " if error.filename else ""
            return Problem(f"{where}{error.strerror or error}")
        case _:
            kind = type(error).__name__
            return Problem(f"Something is wrong in Sayso itself ({kind}: {error})", "Please report it with SAYSO_DEBUG=1 set")


def note(words: str) -> None:
    """Say something to the person, on stderr."""
    click.echo(words, err=True)


def data(line: str) -> None:
    """Write one line of data to stdout."""
    click.echo(line)


def as_json(row: Any) -> None:
    """Write one value to stdout as a line of JSON."""
    import json  # noqa: PLC0415  kept out of the way of --help

    click.echo(json.dumps(row, ensure_ascii=False))


ledger_argument = click.argument("ledger", type=click.Path(dir_okay=False))
json_option = click.option("--json", "json_", is_flag=True, help="Write JSON to stdout.")
outcome_option = click.option("--outcome", type=click.Choice(OUTCOMES), help="Only this outcome.")
processes_option = click.option(
    "--processes", type=click.IntRange(min=1), metavar="N", default=1, show_default=True, help="How many processes read at once."
)
depth_option = click.option(
    "--depth",
    type=click.Choice(["figures", "all"]),
    default="all",
    show_default=True,
    help="Read every sentence, or, for bulk, only those that can tell a new figure.",
)


convention_option = click.option(
    "--convention",
    type=click.Choice(CONVENTIONS),
    default="default",
    show_default=True,
    help="What dozens, several and the like mean in claims and exports: Sayso's own reading, another recorder's, or the "
    "spread of a survey. Estimates weigh such words by the survey whatever is given here.",
)


def filter_options(command: F) -> F:
    """Add the filters of the list of events, as the page has them, but for place and outcome, which each command tells of."""
    for option in reversed(
        (
            click.option("--words", metavar="WORDS", help="Only events with a report that has these words."),
            click.option("--from", metavar="DAY", help="Only events of this day (2031-03-15) or later."),
            click.option("--to-day", metavar="DAY", help="Only events of this day or earlier."),
            click.option("--group", metavar="GROUP", help="Only events with people of this nation or role (civilian)."),
            click.option("--country", metavar="CODE", help="Only events in this country (two letters)."),
            click.option("--source", metavar="SOURCE", help="Only events of which this source speaks: an id or a name."),
            click.option("--flag", metavar="FLAG", help="Only events with this sort of flag: the words before its colon."),
            click.option("--unreviewed", is_flag=True, help="Only events of which nobody decided anything."),
        )
    ):
        command = option(command)
    return command


def weighing_options(command: F) -> F:
    """Add the switches of weighing: as of a day, a policy, copies as voices, without the parties."""
    for option in reversed(
        (
            click.option("--as-of", metavar="DAY", help="Use only what was published up to this day (2031-03-15)."),
            click.option(
                "--policy", type=click.Choice(POLICIES), help="Count by another recorder's convention than Sayso's own."
            ),
            click.option("--count-copies", is_flag=True, help="Count each copy as a voice of its own, to see what that does."),
            click.option("--drop-parties", is_flag=True, help="Leave out what the parties to the conflict say."),
        )
    ):
        command = option(command)
    return command
