"""How does a person decide without a browser? The queue, one command a verdict, taking back, and the log of corrections."""

from typing import TYPE_CHECKING, Any

import click

from sayso.cli.frame import OUTCOMES, as_json, data, json_option, ledger_argument, note
from sayso.cli.sources import KINDS, user

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.desk import Desk
    from sayso.judging.judged import Judge, Judgement
    from sayso.judging.queued import Item

SORTS = ("line", "flag", "link", "source")
STATUSES = ("happened", "ongoing", "planned", "forecast", "feared", "possible", "denied")
SCOPES = ("event", "period", "total", "unknown")
EDITED = ("low", "best", "high", "outcome", "status", "scope", "day", "place", "group", "nation", "role", "part_of")
ROLES = ("military", "civilian", "armed-group", "police", "other")
"""The sorts of the queue and the words of a claim, said here again so that help need not load the nouns; a test holds them."""

by_option = click.option("--by", metavar="NAME", help="Who says so; else the user's name on this machine.")
note_option = click.option("--note", metavar="WORDS", help="Why, for the corrections log.")
target_argument = click.argument("target")


@click.group()
def review() -> None:
    """Decide: accept, reject, edit and so on, by name and time.

    Each command reads LEDGER, and those that decide write a review into it. `sayso review queue LEDGER` lists what to decide,
    that on which most hangs first. TARGET is a row of that list, the id of a claim (`sayso why` tells it), line, event or source,
    or as much of its beginning as is needed, `link:A|B` for two claims, or `estimate:EVENT|OUTCOME`; rows move after each
    decision. Nothing is erased: `undo` takes a word back, and `log` shows them all.
    """


@review.command("queue")
@ledger_argument
@click.option("--sort", "sorts", type=click.Choice(SORTS), multiple=True, help="Only lines, flags, links or sources; repeatable.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", default=25, show_default=True, help="At most N.")
@json_option
def queue_(ledger: str, sorts: tuple[str, ...], limit: int, *, json_: bool) -> None:
    """List what is to be decided, that which may move a figure most first.

    Reads LEDGER; writes one thing a line to stdout: row, what it is, and why it is asked.
    """
    with _open(ledger) as desk:
        found = desk.queue(sorts, limit=limit)
        for row, stake in enumerate(found, 1):
            if json_:
                as_json({"row": row, **stake._asdict()})
            else:
                data(f"{row}  {desk.target_in_words(stake.target)}: {stake.why}  [{stake.target}]")
        left = sum(n for sort, n in desk.queue_counts().items() if not sorts or sort in sorts) - len(found)
    if not found:
        note("Nothing is left to decide." if not sorts else "Nothing of this sort is left to decide.")
    elif left > 0:
        note(f"{left} more: --limit {len(found) + left} shows all.")


@review.command("show")
@ledger_argument
@target_argument
@click.option("--all", "all_", is_flag=True, help="All claims of a line or an event, however many.")
def show_(ledger: str, target: str, *, all_: bool) -> None:
    """Show what a person must see before they decide: the sentences, the figure, and what rejecting does to it.

    Reads LEDGER; writes to stdout.
    """
    with _open(ledger) as desk:
        item = desk.item(_target(desk, target), rows=all_)
        data(f"{desk.target_in_words(item.target)}  [{item.target}]")
        if item.stake is not None:
            data(f"  {item.stake.why}")
        for part in range(2, item.parts + 1 if all_ else 2):
            for line in _claims(item):
                data(f"  {line}")
            item = desk.item(item.target, part, rows=True)
        for line in _shown(desk, item, whole=all_):
            data(f"  {line}")


@review.command("accept")
@ledger_argument
@target_argument
@note_option
@by_option
def accept_(ledger: str, target: str, **options: Any) -> None:
    """Say that it is right as it stands; of a link, that the two claims are of one event.

    Reads LEDGER and writes the review into it.
    """
    _decide(ledger, options, lambda desk, judge: desk.decide(_target(desk, target), "accept", judge))


@review.command("reject")
@ledger_argument
@target_argument
@note_option
@by_option
def reject_(ledger: str, target: str, **options: Any) -> None:
    """Leave a claim or a line out of the figures; of a link, say that the two claims are of two events.

    Reads LEDGER and writes the review into it.
    """
    _decide(ledger, options, lambda desk, judge: desk.decide(_target(desk, target), "reject", judge))


@review.command("edit")
@ledger_argument
@target_argument
@click.option("--low", metavar="N", help="At least so many persons; `unknown` where nobody says.")
@click.option("--best", metavar="N", help="So many persons; `unknown` where nobody says.")
@click.option("--high", metavar="N", help="At most so many persons; `unknown` where it is open.")
@click.option("--outcome", type=click.Choice((*OUTCOMES, "none")), help="What became of them.")
@click.option("--status", type=click.Choice(STATUSES), help="Whether it happened.")
@click.option("--scope", type=click.Choice(SCOPES), help="What is counted: this event, a period, or a running total.")
@click.option("--day", metavar="DAY[/DAY]", help="The day of the event, or its first and last; `unknown` where none is given.")
@click.option("--place", metavar="WORDS", help="Where it happened; `unknown` where nobody says.")
@click.option("--group", metavar="WORDS", help="Who suffered; `unknown` where nobody says.")
@click.option("--nation", metavar="WORDS", help="Of which nation they are; `unknown` where nobody says.")
@click.option("--role", type=click.Choice((*ROLES, "unknown")), help="Whether they are soldiers or civilians.")
@click.option("--part-of", metavar="CLAIM", help="The claim (its id) whose figure holds this one; `unknown` where none does.")
@note_option
@by_option
def edit_(ledger: str, target: str, **options: Any) -> None:
    """Say what a claim says, where it was read otherwise: only what is given changes.

    Reads LEDGER and writes the review into it.
    """
    from sayso.judging.edits import fields_of  # noqa: PLC0415

    said = {
        f: options[f]
        for f in ("low", "best", "high", "outcome", "status", "scope", "day", "place", "group", "nation", "role", "part_of")
    }

    def kept(desk: "Desk", judge: "Judge") -> "Judgement":
        claim = _claim(desk, target)
        return desk.edit(claim.id, fields_of(claim, {f: v for f, v in said.items() if v is not None}), judge)

    _decide(ledger, options, kept)


@review.command("attribute")
@ledger_argument
@target_argument
@click.argument("speaker", required=False)
@click.option("--kind", type=click.Choice(KINDS), help="Of what kind the speaker is; else as the ledger knows them.")
@note_option
@by_option
def attribute_(ledger: str, target: str, speaker: str | None, **options: Any) -> None:
    """Say who says a claim: SPEAKER or, without one, the outlet in its own voice.

    Reads LEDGER and writes the review into it.
    """
    kind = options.pop("kind")
    _decide(ledger, options, lambda desk, judge: desk.attribute(_claim(desk, target).id, speaker, judge, kind))


@review.command("split")
@ledger_argument
@click.argument("event")
@click.argument("claims", nargs=-1, required=True)
@note_option
@by_option
def split_(ledger: str, event: str, claims: tuple[str, ...], **options: Any) -> None:
    """Take CLAIMS (ids) out of EVENT: they are of another one, together.

    Reads LEDGER and writes the review into it. EVENT is a row of `sayso show`, an id or a word of its title.
    """
    from sayso.judging.begun import whole_id  # noqa: PLC0415

    def kept(desk: "Desk", judge: "Judge") -> "Judgement":
        ids = [whole_id(desk.ledger, "claim", c.removeprefix("claim:")) for c in claims]
        return desk.split(ids, desk.event(event.removeprefix("event:")).id, judge)

    _decide(ledger, options, kept)


@review.command("merge")
@ledger_argument
@click.argument("event")
@click.argument("other")
@note_option
@by_option
def merge_(ledger: str, event: str, other: str, **options: Any) -> None:
    """Say that EVENT and OTHER are one event.

    Reads LEDGER and writes the review into it. Each is a row of `sayso show`, an id or a word of its title.
    """

    def kept(desk: "Desk", judge: "Judge") -> "Judgement":
        one, two = (desk.event(e.removeprefix("event:")).id for e in (event, other))
        return desk.decide(f"event:{one}", "merge", judge, two)

    _decide(ledger, options, kept)


@review.command("grade")
@ledger_argument
@target_argument
@click.argument("grade")
@note_option
@by_option
def grade_(ledger: str, target: str, grade: str, **options: Any) -> None:
    """Grade a source (A to F), what a claim or line says (1 to 6), or both (B2).

    Reads LEDGER and writes the review into it. A grade is shown and never computed with; F and 6 mean that it cannot be judged.
    """
    _decide(ledger, options, lambda desk, judge: desk.decide(_target(desk, target), "grade", judge, grade))


@review.command("note")
@ledger_argument
@target_argument
@click.argument("words")
@by_option
def note_(ledger: str, target: str, words: str, **options: Any) -> None:
    """Leave WORDS for others beside a thing.

    Reads LEDGER and writes the review into it.
    """
    _decide(ledger, options | {"note": words}, lambda desk, judge: desk.decide(_target(desk, target), "note", judge))


@review.command("undo")
@ledger_argument
@click.argument("word", metavar="[REVIEW]", required=False)
@note_option
@by_option
def undo_(ledger: str, word: str | None, **options: Any) -> None:
    """Take a word back: REVIEW is its id in the log; without it your last one.

    Reads LEDGER and writes the withdrawal into it. To take a withdrawal back, give its id.
    """
    from sayso.judging.begun import whole_id  # noqa: PLC0415
    from sayso.judging.judged import Judge  # noqa: PLC0415

    judge = Judge(by=options["by"] or user(), note=options["note"])
    with _open(ledger) as desk:
        key = word or desk.last_of(judge.by).id
        if key.startswith("w-"):
            change = desk.unsay(key, by=judge.by)
            note(f"source {change.source}: {'; '.join(change.told)}.")
            note(f"`sayso run {ledger}` makes events and figures anew with it.")
            return
        key = whole_id(desk.ledger, "review", key)
    _decide(ledger, options, lambda desk, judge: desk.withdraw(key, judge))


@review.command("log")
@ledger_argument
@click.option("--limit", type=click.IntRange(min=0), metavar="N", default=25, show_default=True, help="At most N; 0: all.")
@json_option
def log_(ledger: str, limit: int, *, json_: bool) -> None:
    """Show what people decided, the last first, withdrawn or standing.

    Reads LEDGER; writes one decision a line to stdout.
    """
    from dataclasses import asdict  # noqa: PLC0415

    with _open(ledger) as desk:
        found = desk.corrections(limit=limit or None)
        more = desk.count_corrections() - len(found)
    for c in found:
        if json_:
            as_json(asdict(c))
        else:
            held = "" if c.standing else f" (taken back by {c.withdrawn})"
            why = f" – {c.note}" if c.note else ""
            data(f"{c.at[:16].replace('T', ' ')} {c.by}: {c.of}: {c.told}{why}{held}{f'  [{c.review}]' if c.review else ''}")
    if not found:
        note("Nobody has decided anything yet.")
    elif more:
        note(f"{more} more: --limit 0 shows all.")


def _open(ledger: str) -> "Desk":
    import sayso.desk  # noqa: PLC0415

    return sayso.desk.open(ledger, must_exist=True)


def _decide(ledger: str, options: dict[str, Any], verb: "Callable[[Desk, Judge], Judgement]") -> None:
    """Keep a decision and say what came of it."""
    from sayso.judging.judged import Judge  # noqa: PLC0415

    judge = Judge(by=options["by"] or user(), note=options.get("note"))
    with _open(ledger) as desk:
        done = verb(desk, judge)
        note(f"{desk.of_in_words(done.review)}: {desk.change_in_words(done.review)}.")
    if not done.heeded:
        note(f"`sayso run {ledger}` makes events and figures anew with it.")


def _target(desk: "Desk", words: str) -> str:
    """The target that a person means: a row of the queue, an id, or a target in full."""
    from sayso.errors import UnknownIdError  # noqa: PLC0415

    if words.isdecimal():
        found = desk.queue(limit=1, offset=max(0, int(words) - 1))
        if not found:
            raise UnknownIdError(f"The queue has no row {words}", do="See the rows with `sayso review queue`")
        return found[0].target
    from sayso.judging.begun import TABLES, whole_id  # noqa: PLC0415

    nouns = {"c-": "claim", "l-": "line", "e-": "event", "s-": "source"}
    noun, colon, key = words.partition(":") if ":" in words else (nouns.get(words[:2], ""), ":", words)
    return f"{noun}{colon}{whole_id(desk.ledger, noun, key)}" if noun in TABLES else words


def _claim(desk: "Desk", words: str) -> Any:
    """The claim that a person means, as people left it: an id or the row of a thing with one claim."""
    from sayso.errors import UsageError  # noqa: PLC0415

    item = desk.item(_target(desk, words))
    if len(item.claims) + item.more != 1:
        raise UsageError(f"{words} is no single claim", do="Give the id of a claim, which `sayso review show` tells")
    return item.claims[0]


def _claims(item: "Item") -> list[str]:
    from sayso.exports.quotes import sentence_of  # noqa: PLC0415
    from sayso.exports.words import speakers  # noqa: PLC0415
    from sayso.judging.logbook import field_in_words  # noqa: PLC0415

    out = []
    for c in item.claims:
        s = sentence_of(c, item.documents[c.document].text)
        out.append(f"“{s.before}‹{s.words}›{s.after}” — {speakers(c.said_by)}")
        out.append(f"    {c.outcome} {field_in_words('quantity', c)}, {c.status}, {c.scope}  [{c.id}]")
    return out


def _shown(desk: "Desk", item: "Item", *, whole: bool) -> list[str]:
    out = _claims(item)
    if item.more and not (whole and item.rows):
        out.append(f"{item.more} more claims" + (": --all shows them" if item.parts > 1 else ""))
    if item.weighed:
        then = "no figure" if item.then is None else str(item.then)
        out.append(
            f"{item.outcome}: {item.estimate or 'no figure'} now; {'accepting' if item.rejected else 'rejecting'} makes it {then}"
        )
    out += [f"{r.by} {r.at[:16].replace('T', ' ')}: {desk.change_in_words(r)}" for r in item.said]
    return out
