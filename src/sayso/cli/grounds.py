"""Why is a number what it is? Each line with its origin, its figure, its pull, its copies, and the sentence that says it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sayso.cli.quotes import quoted
from sayso.exports.case import Case
from sayso.exports.grounds import (
    LEVELS,
    NO_FIGURE,
    WEAKEST,
    day,
    given,
    how,
    letter,
    lines_of,
    meaning,
    on_no_line,
    origin,
    outlet,
    places_of_lines,
    pull,
    reports,
)
from sayso.exports.quotes import Remarks, quotes, said, sentence_of, speaks
from sayso.exports.rows import estimate_rows, event_row, line_row
from sayso.exports.statements import first_words, marked_row
from sayso.exports.words import count, days, figure, speakers, spelt, title
from sayso.judging.begun import short
from sayso.model import OUTCOMES, Claim, Estimate, Event, Ground, Line
from sayso.parts import Part

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from sayso.weighing.confirmations import Confirmation


def print_grounds(case: Case, console: "Console") -> None:
    """Print the grounds of each figure of the one event in `case`."""
    (event,) = case.events
    console.print(_head(event))
    called = {key: letter(place) for key, place in places_of_lines(case).items()}
    for words in _firsts(case):
        print_indented(_dim(words), (0, 2), console)
    for estimate in sorted(case.estimates, key=lambda e: OUTCOMES.index(e.outcome)):
        console.print()
        console.print(_figure(estimate))
        for part in estimate.parts:
            print_indented(_part(part, called), (2, 4), console)
        for line, ground in lines_of(case, estimate):
            print_indented(_line(called[line.id], line, ground, case, estimate), (2, 5), console)
            _print_documents(case, line, ground, estimate.outcome, console)
        _print_left(case, estimate.outcome, console)
    for claim in case.rejected:
        print_indented(
            _dim(f"left out, for a person rejected it: “{claim.quote}” ({speakers(claim.said_by)}, {short(claim.id)})"),
            (2, 5),
            console,
        )
    levels = [f"{level}: {LEVELS[level]}" for level in LEVELS if any(e.level == level for e in case.estimates)]
    if levels:
        console.print()
        console.print(_dim("\n".join(levels)))
    if not case.estimates:
        console.print("no figure")


def grounds_row(case: Case) -> dict[str, Any]:
    """Give the event, its estimates with their grounds, its lines and its claims, each claim with its sentence."""
    (event,) = case.events
    texts = {d.id: d.text for d in case.documents}
    claims = []
    for claim in case.claims:
        row = marked_row(claim, case.firsts, case.names)
        if claim.document in texts:
            s = sentence_of(claim, texts[claim.document])
            row["sentence"] = s.before + s.words + s.after
        claims.append(row)
    return {
        "event": event_row(event, case.estimates, case.names),
        "estimates": [row for e in case.estimates for row in estimate_rows(e)],
        "lines": [line_row(n, case.names) for n in case.lines],
        "claims": claims,
    }


def _head(event: Event) -> "Text":
    from rich.text import Text  # noqa: PLC0415

    text = Text(title(event), style="bold")
    about = f"\n{days(event.when)} · {spelt(event.where)} · {count(len(event.documents), 'document')} · {event.id}"
    return text.append(about, style="not bold dim")


def _firsts(case: Case) -> list[str]:
    """The first confirmations of the outcomes that are shown: what by whom on which day, after how many claims."""
    shown = {e.outcome for e in case.estimates}
    found = [c for c in case.confirmations if c.outcome in shown]
    return [f"! {one.day}: {first_words([one])}, after {count(len(one.after), 'claim')}" for one in found]


def _figure(estimate: Estimate) -> "Text":
    from rich.text import Text  # noqa: PLC0415

    text = Text(f"{estimate.outcome} {figure(estimate)}", style="bold")
    weakest = WEAKEST if meaning(estimate).startswith(WEAKEST) else ""
    lines, claims = count(estimate.lines, "independent line"), count(estimate.claims, "claim")
    text.append(f" · {lines} from {claims} · {weakest}{estimate.level}", style="not bold")
    for flag in estimate.flags:
        text.append(f"\n! {flag}", style="not bold")
    return text


def _part(part: Part, called: Mapping[str, str]) -> "Text":
    """One group of a figure: whom, how many, on which lines, and what holds it up."""
    from rich.text import Text  # noqa: PLC0415

    lines = ", ".join(called[i] for i in part.lines)
    held = f"{'line' if len(part.lines) == 1 else 'lines'} {lines}, {count(len(part.claims), 'claim')} · {part.level}"
    return Text(f"by group: {part.group} {part} · {held}", style="default")


def _line(called: str, line: Line, ground: Ground | None, case: Case, estimate: Estimate) -> "Text":
    from rich.text import Text  # noqa: PLC0415

    party = f", {line.party}" if line.party else ""
    text = Text(f"{called}. {origin(line, case)} ({line.kind}{party})", style="cyan")
    if ground is None:
        return text.append(" · not used: gives no figure of its own", style="not bold")
    figure_given = given(line, ground, case, estimate.outcome)
    between = ": " if figure_given == NO_FIGURE and ground.used else " · "
    return text.append(f" · {figure_given}{between}{pull(line, ground, case, estimate)}", style="default")


def _print_documents(case: Case, line: Line, ground: Ground | None, outcome: str, console: "Console") -> None:
    by_id, places, remarks = {d.id: d for d in case.documents}, dict(case.places), Remarks(case)
    for relay in reports(line, by_id):
        if not speaks(case, line, relay, outcome):
            continue
        document = by_id.get(relay.id)
        print_indented(_dim(f"{how(relay, by_id, places)}: {outlet(document, places)}, {day(document)}"), (5, 7), console)
        if document is None or relay.how == "verbatim":
            continue
        for around, claims in quotes(said(case, line, relay.id, outcome), document):
            text = quoted(around, claims, document, console)
            notes = (remarks.remark(claims, line, ground), first_words(_confirming(claims, case)), *(short(c.id) for c in claims))
            print_indented(text.append(f" ({', '.join(n for n in notes if n)})", style="dim"), (7, 7), console)


def _print_left(case: Case, outcome: str, console: "Console") -> None:
    """Print the claims of an outcome that are on no line, each with the reason, so that none is lost."""
    by_id, places = {d.id: d for d in case.documents}, dict(case.places)
    for claim, why in on_no_line(case, outcome):
        document = by_id.get(claim.document)
        about = f"not used: {why} · {outlet(document, places)}, {day(document)}"
        print_indented(_dim(about), (2, 5), console)
        if document is not None:
            for around, told in quotes([claim], document):
                text = quoted(around, told, document, console).append(f" ({short(claim.id)})", style="dim")
                print_indented(text, (7, 7), console)


def _confirming(claims: Sequence[Claim], case: Case) -> "list[Confirmation]":
    return [case.firsts[c.id] for c in claims if c.id in case.firsts]


def print_indented(text: "Text", indent: tuple[int, int], console: "Console") -> None:
    """Print a text with its first line and its further lines indented, without space at their ends."""
    first, more = indent
    for number, line in enumerate(text.wrap(console, console.width - more)):
        line.rstrip()
        line.pad_left(more if number else first)
        console.print(line)


def _dim(words: str) -> "Text":
    from rich.text import Text  # noqa: PLC0415

    return Text(words, style="dim")
