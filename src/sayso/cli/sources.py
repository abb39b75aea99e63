"""Who speaks in a ledger, why is each one source, and how does a person correct it?"""

from typing import TYPE_CHECKING, Any

import click

from sayso.cli.frame import as_json, data, json_option, ledger_argument, note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console, RenderableType
    from rich.text import Text

    from sayso.desk import Desk
    from sayso.model import Source

    Rows = Sequence[tuple[int, Source]]

KINDS = (
    "government", "military", "intelligence", "police", "medical", "emergency", "party", "media", "outlet", "monitor",
    "international", "expert", "think-tank", "witness", "family", "local-official", "anonymous", "other",
)  # fmt: skip
"""The kinds of sources, said here again so that help need not load the nouns; a test holds them to the model."""
CLEARED = ("party", "affiliation", "alias", "not", "same-as")
TAKEN_BACK = ("name", "kind", "party", "affiliation")
_FIELDS = {"alias": "aliases", "not": "apart", "same-as": "same_as"}


@click.command()
@ledger_argument
@click.option("--name", metavar="WORDS", help="Only this: a row number, id, name, alias, acronym, or words of one.")
@click.option("--kind", type=click.Choice(KINDS), help="Only sources of this kind.")
@click.option("--party", metavar="PARTY", help="Only sources of this party.")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", default=25, show_default=True, help="At most N; 0: all.")
@click.option("--why", "grounds", is_flag=True, help="Show why the names of each are one source's.")
@click.option("--history", is_flag=True, help="Show what people said of sources, and when, instead.")
@click.option("--record", is_flag=True, help="Show the past figures of each beside the estimates without it, instead.")
@json_option
def sources(ledger: str, **options: Any) -> None:
    """List who speaks, those with the most statements first.

    Reads LEDGER; writes a table, or with --json one source a line, to stdout: name, kind, party, affiliation, how many statements
    and claims, aliases. A row number, a name, alias, acronym or id is how `source set` knows it; rows move after a run, so
    say a name or an id in what you keep. With --record a figure lies inside, above or below the 90 % interval of what others
    give, or is alone: a record, no verdict. A source is one across reports where its names say so; what only describes ("the
    ministry") holds in its report, which is named.
    """
    import sayso.desk  # noqa: PLC0415
    from sayso.cli.paper import NARROW, paper  # noqa: PLC0415
    from sayso.cli.record import print_record  # noqa: PLC0415

    with sayso.desk.open(ledger, must_exist=True) as desk:
        every = desk.sources()
        ids = None if options["name"] is None else {s.id for s in desk.sources_called(options["name"])}
        rows = [(n, s) for n, s in enumerate(every, 1) if _wanted(s, ids, options)]
        if options["history"]:
            _print_history(desk, rows, filtered=any(options[f] for f in ("name", "kind", "party")), json_=options["json_"])
            return
        if options["record"] and rows:
            print_record(desk, [s for _, s in rows[: options["limit"] or len(rows)]], json_=options["json_"])
            return
        if options["json_"]:
            _print_json(rows, desk.names())
            if not rows:
                note(_nothing(every, ids, ledger, options))
            return
        limit = options["limit"] or len(rows)
        names = {s.document: desk.document_name(s.document) for _, s in rows[:limit] if s.document is not None}
    if rows:
        _print(rows[:limit], names, paper(), NARROW, grounds=options["grounds"])
    if not rows:
        note(_nothing(every, ids, ledger, options))
    elif len(rows) > limit:
        note(f"{len(rows) - limit} more: --limit 0 shows all.")


@click.group()
def source() -> None:
    """Correct what was found about a source.

    Its command reads LEDGER and writes the correction into it. To undo: `sayso review undo` takes back a word; --found FIELD goes
    back to what was found, and --clear alias, --clear not or --clear same-as takes back names and joining. Nothing is erased:
    `sayso sources LEDGER --history`.
    """


@source.command("set")
@ledger_argument
@click.argument("source")
@click.option("--name", metavar="NAME", help="What it is called.")
@click.option("--kind", type=click.Choice(KINDS), help="Of what kind it is.")
@click.option("--party", metavar="PARTY", help="The nation or armed group whose side it is on.")
@click.option("--affiliation", metavar="BODY", help="Whom it belongs to.")
@click.option("--alias", "aliases", metavar="NAME", multiple=True, help="Another name of it; may be repeated.")
@click.option(
    "--not", "apart", metavar="NAME", multiple=True, help="A name that is not its, after the next run; may be repeated."
)
@click.option("--same-as", metavar="OTHER", help="The source that it is: row number, name, alias, acronym or id.")
@click.option("--clear", type=click.Choice(CLEARED), multiple=True, help="Say that there is none; may be repeated.")
@click.option("--found", type=click.Choice(TAKEN_BACK), multiple=True, help="Go back to what was found; may be repeated.")
@click.option("--by", metavar="NAME", help="Who says so; else the user's name on this machine.")
@json_option
def set_(ledger: str, source: str, **options: Any) -> None:
    """Say what is right of a source: its name, kind, party, affiliation, names, or which other source it is.

    Reads LEDGER and writes the correction into it, with your name and the time; earlier ones stay in the history. SOURCE is a row
    number of `sayso sources`, a whole name or alias, an acronym or an id; rows move after a run. Claims and statements show the
    correction at once, and the next `run` links, traces and weighs with it. Saying the same twice changes nothing. With --json
    the source as it is now goes to stdout.
    """
    import sayso.desk  # noqa: PLC0415
    from sayso.errors import UsageError  # noqa: PLC0415
    from sayso.exports.rows import source_row  # noqa: PLC0415

    json_, by = options.pop("json_"), options.pop("by") or user()
    said = _said(options)
    if not said:
        raise UsageError("Nothing is said of the source", do="Give --party, --kind or another option; --help lists them")
    with sayso.desk.open(ledger, must_exist=True) as desk:
        new = desk.set_source(source, by=by, **said)
        if new:
            change = desk.source_changes()[-1]
            note(f"{change.source}: {'; '.join(change.told)}.")
            note(f"`sayso run {ledger}` links, traces and weighs with it.")
        else:
            note("That is what it says already.")
        if json_:
            as_json(source_row(desk.source(said["same_as"] if said.get("same_as") else source), desk.names()))


def user() -> str:
    """The user's name on this machine.

    Raises: UsageError, where it has none.
    """
    import getpass  # noqa: PLC0415

    from sayso.errors import UsageError  # noqa: PLC0415

    try:
        return getpass.getuser()
    except (KeyError, OSError) as e:
        raise UsageError("This machine does not say who you are", do="Give your name with --by") from e


def _said(options: "Mapping[str, Any]") -> dict[str, Any]:
    """What is said, by the names of fields."""
    from sayso.sources.cast import FOUND  # noqa: PLC0415

    said = {f: v for f, v in options.items() if f not in ("clear", "found") and v not in (None, ())}
    said |= {_FIELDS.get(f, f): None for f in options["clear"]}
    return said | dict.fromkeys(options["found"], FOUND)


def _wanted(source: "Source", ids: "set[str] | None", options: "Mapping[str, Any]") -> bool:
    from sayso.linking.names import one_spelling  # noqa: PLC0415

    asked, has = (options["party"] or "").casefold(), (source.party or "").casefold()
    spelt = one_spelling((asked, has))
    party = options["party"] is None or spelt[asked] == spelt[has]
    return (ids is None or source.id in ids) and party and options["kind"] in (None, source.kind)


def _nothing(every: "Sequence[Source]", ids: "set[str] | None", ledger: str, options: "Mapping[str, Any]") -> str:
    """Say why no source is listed: nothing was run, or which of the options leaves none."""
    from sayso.asking.selection import near_names  # noqa: PLC0415

    if not every:
        return f"No sources yet. Run `sayso run {ledger}`."
    if ids is not None and not ids:
        near = near_names(every, options["name"])
        return f"No source is called {options['name']}. " + (
            f"Did you mean {' or '.join(near)}?" if near else f"`sayso sources {ledger}` without --name lists all."
        )
    for field in ("kind", "party"):
        only = {"kind": None, "party": None, field: options[field]}
        if options[field] is not None and not any(_wanted(s, None, only) for s in every):
            has = sorted({v for s in every if (v := getattr(s, field))})
            return f"No source has the {field} {options[field]}. There are: {', '.join(has) or 'none'}."
    given = " and ".join(f"--{f}" for f in ("name", "kind", "party") if options[f] is not None)
    return f"No source fits {given} at once. Leave one of them out."


def _print_json(rows: "Rows", names: "Mapping[str, str]") -> None:
    from sayso.exports.rows import source_row  # noqa: PLC0415

    for n, found in rows:
        as_json({"row": n, **source_row(found, names)})


def _print_history(desk: "Desk", rows: "Rows", *, filtered: bool, json_: bool) -> None:
    names = {n for _, s in rows for n in (s.name, *s.aliases)}
    changes = [c for c in desk.source_changes() if not filtered or c.source in names]
    for c in changes:
        if json_:
            as_json({"at": c.at, "by": c.by, "source": c.source, "said": list(c.told)})
        else:
            data(f"{c.at[:10]} {c.by}: {c.source}: {'; '.join(c.told)}")
    if not changes:
        note("Nobody has corrected a source.")


def _print(rows: "Rows", names: "Mapping[str, str]", console: "Console", narrow: int, *, grounds: bool) -> None:
    if console.width < narrow:
        for n, found in rows:
            console.print(_paragraph(n, found, names, grounds=grounds))
            console.print()
        return
    console.print(_table(rows, names, grounds=grounds))


def _table(rows: "Rows", names: "Mapping[str, str]", *, grounds: bool) -> "RenderableType":
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("#", justify="right", style="dim", no_wrap=True)
    table.add_column("source", ratio=5, overflow="fold")
    table.add_column("kind", no_wrap=True)
    table.add_column("party", ratio=2, overflow="fold")
    table.add_column("affiliation", ratio=2, overflow="fold")
    for name in ("statements", "claims"):
        table.add_column(name, justify="right", no_wrap=True)
    for n, found in rows:
        about = _about(found, names, grounds=grounds)
        cells = (found.kind, found.party or "", found.affiliation or "", str(found.statements), str(found.claims))
        table.add_row(str(n), about, *cells)
    return table


def _paragraph(n: int, found: "Source", names: "Mapping[str, str]", *, grounds: bool) -> "Text":
    from rich.text import Text  # noqa: PLC0415

    from sayso.exports.words import count  # noqa: PLC0415

    whose = [found.kind, *(w for w in (found.party, found.affiliation) if w)]
    counts = f"{count(found.statements, 'statement')} · {count(found.claims, 'claim')}"
    text = Text().append(f"{n}  ", style="dim").append_text(_about(found, names, grounds=grounds))
    return text.append(f"\n{' · '.join(whose)}").append(f"\n{counts}", style="dim")


def _about(found: "Source", names: "Mapping[str, str]", *, grounds: bool) -> "Text":
    """The name, a line for the report that it holds in, for its aliases, and for each piece of evidence."""
    from rich.text import Text  # noqa: PLC0415

    text = Text(found.name, style="")
    if found.document is not None:
        text.append(f"\nin {names.get(found.document, found.document)}", style="dim")
    if found.aliases:
        text.append(f"\nalso {', '.join(found.aliases)}", style="dim")
    for line in found.evidence if grounds else ():
        text.append(f"\n· {line}")
    return text
