"""How does a person add a claim that the reading missed, without a browser? By its words, and what they tell."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.frame import OUTCOMES, as_json, data, json_option, ledger_argument, note
from sayso.cli.review import ROLES, SCOPES, STATUSES, by_option, note_option
from sayso.cli.sources import user

if TYPE_CHECKING:
    from sayso.judging.seen import Seen

_FIGURE = ("low", "best", "high")


@click.command("add")
@ledger_argument
@click.argument("document")
@click.argument("words")
@click.option("--low", metavar="N", help="At least so many persons; `unknown` where nobody says.")
@click.option("--best", metavar="N", help="So many persons; given alone, exactly so many.")
@click.option("--high", metavar="N", help="At most so many persons; `unknown` where it is open.")
@click.option("--outcome", type=click.Choice(OUTCOMES), help="What became of them.")
@click.option("--status", type=click.Choice(STATUSES), default="happened", show_default=True, help="Whether it happened.")
@click.option("--scope", type=click.Choice(SCOPES), default="event", show_default=True, help="What is counted.")
@click.option("--day", metavar="DAY[/DAY]", help="The day of the event, or its first and last.")
@click.option("--place", metavar="WORDS", help="Where it happened, as worded.")
@click.option("--group", metavar="WORDS", help="Who suffered, as worded.")
@click.option("--role", type=click.Choice(ROLES), help="Whether they are soldiers or civilians.")
@click.option(
    "--event", metavar="EVENT", help="The event that it is of: a row, an id or a word of its title; else as linking finds."
)
@click.option("--own-voice", is_flag=True, help="The outlet says so itself, not whoever is quoted there.")
@note_option
@by_option
@json_option
def add_claim(ledger: str, document: str, words: str, *, json_: bool, **options: Any) -> None:
    """Add a claim that the reading missed: WORDS of the text of DOCUMENT (an id or a name) that stand there once.

    Reads LEDGER and writes the review into it. What is not given is as the words look: the first number among them, and
    whoever is quoted there. The claim goes to stdout; it counts from the next run on, until the review is taken back.
    """
    import sayso.desk  # noqa: PLC0415
    from sayso.exports.words import speakers  # noqa: PLC0415
    from sayso.judging.seen import placed, proposed  # noqa: PLC0415
    from sayso.schema import to_plain  # noqa: PLC0415
    from sayso.wording import persons  # noqa: PLC0415

    with sayso.desk.open(ledger, must_exist=True) as desk:
        found = desk.ledger.document(document)
        seen = _told(proposed(found, desk.reading(found), placed(found.text, words)), options)
        event = None if options["event"] is None else desk.event(options["event"]).id
        claim = desk.add_claim(found.id, seen, by=options["by"] or user(), note=options["note"], event=event)
    if json_:
        as_json(to_plain(claim))
    else:
        q = claim.quantity
        figure = "no figure" if q is None else persons(q.low, q.best, q.high)
        data(f"{claim.id}  {claim.outcome} {figure}, {claim.status} — {speakers(claim.said_by)}: “{claim.quote}”")
    note(f"`sayso run {ledger}` makes events and figures anew with it.")


def _told(seen: "Seen", options: dict[str, Any]) -> "Seen":
    """What the words look like, with what a person says of them instead; a figure that is given is given whole."""
    from sayso.judging.seen import day_of, number_of  # noqa: PLC0415

    said = {name: options[name] for name in ("outcome", "role", "place", "group") if options[name] is not None}
    if any(options[end] is not None for end in _FIGURE):
        alone = options["best"] if all(options[end] is None for end in ("low", "high")) else None
        said |= {end: number_of(end, options[end] or alone or "") for end in _FIGURE}
    if options["day"] is not None:
        first, _, last = options["day"].partition("/")
        ends = day_of("first day", first), day_of("last day", last or first)
        said["when"] = None if None in ends else ends
    if options["own_voice"]:
        said["statement"] = None
    return replace(seen, status=options["status"], scope=options["scope"], **said)
