"""Who said what when? The statements of a ledger in the order of time, one paragraph each, as they are read from the ledger."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.frame import as_json, json_option, ledger_argument, note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from rich.console import Console
    from rich.text import Text

    from sayso.desk import Desk
    from sayso.model import Claim, Statement
    from sayso.weighing.confirmations import Confirmation

STANCES = ("says", "reports", "confirms", "estimates", "believes", "fears", "denies", "doubts", "retracts", "forecasts")
"""The stances that can be asked for, said here again so that help need not load the nouns; a test holds them to the model."""


@click.command()
@ledger_argument
@click.option("--by", metavar="SOURCE", help="Only what this source says or passes on: a row, name, alias, acronym or id.")
@click.option("--about", metavar="WORDS", help="Only statements with these words, in any form; a phrase in quotation marks.")
@click.option("--stance", "stances", type=click.Choice(STANCES), multiple=True, help="Only with this stance; may be repeated.")
@click.option("--from", "first", metavar="DAY", help="Only what was said on this day (2031-03-15) or later.")
@click.option("--to", "last", metavar="DAY", help="Only what was said on this day or earlier.")
@click.option("--event", metavar="EVENT", help="Only about this event: a row number of `show`, an id, or a word of its title.")
@click.option("--as-of", metavar="DAY", help="Only what was published up to this day.")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", default=25, show_default=True, help="At most N; 0: all.")
@json_option
def statements(ledger: str, **options: Any) -> None:
    """Show who said what when, in the order of time.

    Reads LEDGER; writes each statement, with or without a figure, to stdout: the day of speaking or, marked as such, of
    publication; the speakers, nearest first; stance and certainty; the words, with the figures in them marked; the document. With
    --json one statement a line. Of an event are the statements with a claim of it, and those without any in the documents mainly
    about it. What a source is the first time to confirm, after it or others had told it, is marked. The percentages are the
    chance that the nearest speaker gives to the words shown: of what it denies, that is low.
    """
    import sayso.desk  # noqa: PLC0415
    from sayso.cli.paper import paper  # noqa: PLC0415

    limit, json_ = options.pop("limit"), options.pop("json_")
    with sayso.desk.open(ledger, must_exist=True) as desk:
        options["event"] = None if options["event"] is None else desk.event(options["event"])
        found = desk.statements(**options)
        about = _About.of(desk, options["as_of"])
        shown = _print_json(about, found) if json_ else _print(about, found, limit, paper())
        if not shown:
            note(_nothing(desk, ledger, options))
        elif (more := desk.count_statements(**options) - shown) > 0 and not json_:
            note(f"{more:,} more: --limit 0 shows all.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """What is looked up about statements: names and days of documents, claims, and which of these confirm first."""

    desk: "Desk"
    names: "Mapping[str, str]"
    days: "Mapping[str, str]"
    claims: "Callable[[Statement], list[Claim]]"
    first: "Callable[[Claim], Confirmation | None]"

    @classmethod
    def of(cls, desk: "Desk", as_of: str | None) -> "_About":
        """Look up in this desk, as of a day."""
        return cls(
            desk=desk, names=desk.names(), days=desk.ledger.days(), claims=_claims(desk), first=desk.first_confirmation(as_of)
        )

    def firsts(self, claims: "Iterable[Claim]") -> "dict[str, Confirmation]":
        """Give the first confirmations that claims are, by their ids."""
        return {c.id: first for c in claims if (first := self.first(c)) is not None}


def _print_json(about: _About, found: "Iterable[Statement]") -> int:
    from sayso.exports.statements import statement_row  # noqa: PLC0415

    shown = 0
    for statement in found:
        told = about.claims(statement)
        as_json(statement_row(statement, about.days.get(statement.document), told, about.firsts(told), about.names))
        shown += 1
    return shown


def _print(about: _About, found: "Iterable[Statement]", limit: int, console: "Console") -> int:
    from sayso.cli.grounds import print_indented  # noqa: PLC0415

    shown = 0
    for together in islice(_folded(found), limit or None):
        told = [c for s in together for c in about.claims(s)]
        if shown:
            console.print()
        print_indented(_head(together, about), (0, 2), console)
        for words in (_words(together, told, about, console), _first(told, about), _foot(together, told, about)):
            if words:
                print_indented(words, (2, 2), console)
        shown += len(together)
    return shown


def _folded(found: "Iterable[Statement]") -> "Iterator[tuple[Statement, ...]]":
    """Statements as they are shown: the same words of the same speakers, read with several stances, together."""
    some: list[Statement] = []
    for statement in found:
        if some and not _together(some[-1], statement):
            yield _longest_first(some)
            some = []
        some.append(statement)
    if some:
        yield _longest_first(some)


def _longest_first(some: "Iterable[Statement]") -> "tuple[Statement, ...]":
    return tuple(sorted(some, key=lambda s: (s.span[0] - s.span[1], not s.outermost)))


def _together(a: "Statement", b: "Statement") -> bool:
    inside = a.span[0] <= b.span[0] <= b.span[1] <= a.span[1] or b.span[0] <= a.span[0] <= a.span[1] <= b.span[1]
    speakers = [[(step.name, step.source) for step in s.said_by] for s in (a, b)]
    return inside and a.document == b.document and speakers[0] == speakers[1]


def _claims(desk: "Desk") -> "Callable[[Statement], list[Claim]]":
    """A look-up of the claims of a statement in the order of the text; statements of one document mostly come together."""

    @lru_cache(maxsize=64)
    def of(document: str) -> "tuple[Claim, ...]":
        return tuple(sorted(desk.claims(document=document), key=lambda c: (c.span, c.id)))

    return lambda statement: [c for c in of(statement.document) if c.statement == statement.id]


def _head(together: "Sequence[Statement]", about: _About) -> "Text":
    """The day and of what it is, the nearest speaker with the stances, the rest of the chain."""
    from rich.text import Text  # noqa: PLC0415

    from sayso.exports.words import days, speakers  # noqa: PLC0415

    statement = together[0]
    nearest, said = statement.said_by[0], statement.said_by[0].said
    published = about.days.get(statement.document, "")[:10]
    when = f"{days(said)} said" if said else f"{published} published" if published else "day unknown"
    who = nearest.name or "the publisher"
    told = list(dict.fromkeys(s.said_by[0].stance for s in together))
    stances = " and ".join([s for s in told if s != "publishes"] or told)
    chain = speakers(statement.said_by).removeprefix(nearest.name) if len(statement.said_by) > 1 else ""
    return Text.assemble((when, "cyan"), " · ", (f"{who} {stances}", "bold"), chain)


def _words(together: "Sequence[Statement]", told: "Sequence[Claim]", about: _About, console: "Console") -> "Text":
    """The words of the longest statement with those that say who speaks, as they stand; those of its claims marked."""
    from sayso.cli.quotes import marked  # noqa: PLC0415

    statement, text = together[0], _text(about.desk, together[0].document)
    spans = (statement.span, *statement.source, *statement.cue)
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    around = last - len(text[first:last].lstrip(" ,;\n")), last
    inside = [(max(c.span[0], around[0]), min(c.span[1], around[1])) for c in told]
    return marked(text, around, [(start, end) for start, end in inside if start < end], console)[1:-1]


@lru_cache(maxsize=8)
def _text(desk: "Desk", document: str) -> str:
    return desk.ledger.document(document).text


def _first(told: "Sequence[Claim]", about: _About) -> "Text | None":
    from rich.text import Text  # noqa: PLC0415

    from sayso.exports.statements import first_words  # noqa: PLC0415

    words = first_words(about.firsts(told).values())
    return Text(f"! {words}", style="bold") if words else None


def _foot(together: "Sequence[Statement]", told: "Sequence[Claim]", about: _About) -> "Text":
    """How certain, which figures, in which document, and when that was published where the head does not say so."""
    from rich.text import Text  # noqa: PLC0415

    from sayso.exports.words import chance, count  # noqa: PLC0415

    sure = together[-1].said_by[0]
    words = [chance(sure.certainty)] if sure.certainty else []
    if told:
        words.append(f"{count(len(told), 'claim')}: {', '.join(dict.fromkeys(_figure(c) for c in told))}")
    key = together[0].document
    published = about.days.get(key, "")[:10] if sure.said else ""
    words.append(f"{_document(key, about)}{f', published {published}' if published else ''}")
    return Text(" · ".join(words), style="dim")


def _figure(claim: "Claim") -> str:
    from sayso.wording import persons  # noqa: PLC0415

    q = claim.quantity
    figure = claim.outcome if q is None else f"{claim.outcome} {persons(q.low, q.best, q.high)}"
    return figure if claim.status in ("happened", "ongoing") else f"{figure} ({claim.status})"


def _document(key: str, about: _About) -> str:
    """How a document is called: by the giver's id or, without one, by the file or address that it came from."""
    if about.names.get(key, key) != key:
        return about.names[key]
    origin = next((a.origin for a in about.desk.ledger.additions(key)), key)
    return origin if "://" in origin else PurePath(origin).name


def _nothing(desk: "Desk", ledger: str, options: "Mapping[str, Any]") -> str:
    """Say why nothing is shown: nothing has been read, nobody is called so, or nothing matches all that was asked."""
    if not desk.count_statements():
        return f"No statements yet. Run `sayso run {ledger}`."
    if options["by"] is not None and not desk.count_statements(by=options["by"]):
        return (
            f"Nobody called {options['by']} says anything here. Give a word of the name, an acronym, an id or a row of `sources`."
        )
    if options["about"] is not None and not desk.count_statements(about=options["about"]):
        return f"No statement has the words {options['about']}."
    return "No statement matches all of this. Ask for less."
