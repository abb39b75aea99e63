"""Why is a number what it is? Each line with its origin, its figure, its pull, its copies, and the sentence that says it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.exports.case import Case
from sayso.exports.rows import claim_row, estimate_row, event_row, line_row
from sayso.exports.words import count, days, place, speakers
from sayso.model import OUTCOMES, Claim, Document, Estimate, Event, Ground, Line
from sayso.text.units import sentences
from sayso.wording import persons

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


HOW = {"verbatim": "copy of", "rewrite": "rewrite of", "paraphrase": "paraphrase of", "circular": "in a circle with"}
"""How a document came by its figures, in words that go on with an outlet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The sentence around a claim: what stands before the words that say it, those words, and what follows."""

    before: str
    words: str
    after: str


def sentence_of(claim: Claim, text: str) -> Sentence:
    """Give the sentence or sentences that the claim's span touches, on one line."""
    start, end = claim.span
    touched = [s for s in sentences(text) if s[0] < end and start < s[1]] or [claim.span]
    first, last = min(touched[0][0], start), max(touched[-1][1], end)
    before, words, after = text[first:start], text[start:end], text[end:last]
    return Sentence(before=_one_line(before), words=_one_line(words), after=_one_line(after))


def print_grounds(case: Case, console: "Console") -> None:
    """Print the grounds of each figure of the one event in `case`."""
    (event,) = case.events
    console.print(_head(event))
    for estimate in sorted(case.estimates, key=lambda e: OUTCOMES.index(e.outcome)):
        console.print()
        console.print(_figure(estimate))
        for number, (line, ground) in enumerate(lines_of(case, estimate), 1):
            _print_indented(_line(number, line, ground), (2, 5), console)
            _print_documents(case, line, estimate.outcome, console)
    if not case.estimates:
        console.print("no figure")


def lines_of(case: Case, estimate: Estimate) -> list[tuple[Line, Ground | None]]:
    """Give the lines that speak of this outcome: those used first, the strongest pull first."""
    grounds = {g.line: g for g in estimate.grounds}
    spoken = [n for n in case.lines if n.id in grounds or any(t.outcome == estimate.outcome for t in n.figures)]

    def weight(line: Line) -> tuple[bool, float, str]:
        ground = grounds.get(line.id)
        return (ground is None or not ground.used, -abs((ground.pull if ground else None) or 0.0), line.id)

    return [(n, grounds.get(n.id)) for n in sorted(spoken, key=weight)]


def grounds_row(case: Case) -> dict[str, Any]:
    """Give the event, its estimates with their grounds, its lines and its claims, each claim with its sentence."""
    (event,) = case.events
    texts = {d.id: d.text for d in case.documents}
    claims = []
    for claim in case.claims:
        row = claim_row(claim, case.names)
        if claim.document in texts:
            s = sentence_of(claim, texts[claim.document])
            row["sentence"] = s.before + s.words + s.after
        claims.append(row)
    return {
        "event": event_row(event, case.estimates, case.names),
        "estimates": [estimate_row(e) for e in case.estimates],
        "lines": [line_row(n, case.names) for n in case.lines],
        "claims": claims,
    }


def _one_line(words: str) -> str:
    return words.replace("\r", "").replace("\n", " ")


def _head(event: Event) -> "Text":
    from rich.text import Text  # noqa: PLC0415

    text = Text(event.title, style="bold")
    about = f"\n{days(event.when)} · {place(event.where)} · {count(len(event.documents), 'document')} · {event.id}"
    return text.append(about, style="not bold dim")


def _figure(estimate: Estimate) -> "Text":
    from rich.text import Text  # noqa: PLC0415

    text = Text(f"{estimate.outcome} {estimate}", style="bold")
    lines, claims = count(estimate.lines, "independent line"), count(estimate.claims, "claim")
    text.append(f" · {lines} from {claims} · {estimate.level}", style="not bold")
    for flag in estimate.flags:
        text.append(f"\n! {flag}", style="not bold")
    return text


def _line(number: int, line: Line, ground: Ground | None) -> "Text":
    from rich.text import Text  # noqa: PLC0415

    party = f", {line.party}" if line.party else ""
    text = Text(f"{number}. {line.origin} ({line.kind}{party})", style="cyan")
    if ground is None:
        return text.append(" · not weighed", style="not bold")
    figure = persons(ground.low, ground.best, ground.high)
    return text.append(f" · {figure} · {_pull(ground)}", style="default")


def _pull(ground: Ground) -> str:
    if not ground.used:
        return f"not used: {ground.why}" if ground.why else "not used"
    reason = f" ({ground.why})" if ground.why else ""
    if ground.percent is None:
        return "holds the figure alone" + reason
    if abs(ground.percent) < 0.5:
        return "does not move the figure" + reason
    if ground.percent >= 100:
        return f"pulls the figure up {1 + ground.percent / 100:.1f}-fold{reason}"
    return f"pulls the figure {'up' if ground.percent > 0 else 'down'} by {abs(ground.percent):.0f} %" + reason


def _print_documents(case: Case, line: Line, outcome: str, console: "Console") -> None:
    by_id = {d.id: d for d in case.documents}
    relays = sorted(line.documents, key=lambda r: (r.how != "origin", r.how, _dated(by_id.get(r.id)), r.id))
    for relay in relays:
        document = by_id.get(relay.id)
        of = by_id.get(relay.of or "")
        how = relay.how if of is None or relay.how == "origin" else f"{HOW.get(relay.how, relay.how)} {_outlet(of)}"
        _print_indented(_dim(f"{how}: {_outlet(document)}, {_day(document)}"), (5, 7), console)
        if document is None or relay.how == "verbatim":
            continue
        for claim in _said(case, line, relay.id, outcome):
            _print_indented(_quoted(claim, document, console), (7, 7), console)


def _said(case: Case, line: Line, document: str, outcome: str) -> list[Claim]:
    on_line = set(line.claims)
    said = [c for c in case.claims if c.id in on_line and c.document == document and c.outcome == outcome]
    return sorted(said, key=lambda c: c.span)


def _print_indented(text: "Text", indent: tuple[int, int], console: "Console") -> None:
    """Print a text with its first line and its further lines indented, without space at their ends."""
    first, more = indent
    for number, line in enumerate(text.wrap(console, console.width - more)):
        line.rstrip()
        line.pad_left(more if number else first)
        console.print(line)


def _dim(words: str) -> "Text":
    from rich.text import Text  # noqa: PLC0415

    return Text(words, style="dim")


def _quoted(claim: Claim, document: Document, console: "Console") -> "Text":
    from rich.text import Text  # noqa: PLC0415

    s = sentence_of(claim, document.text)
    mark = ("", "") if console.is_terminal and not console.no_color else ("‹", "›")
    text = Text("“" + s.before.lstrip()).append(mark[0] + s.words + mark[1], style="bold reverse").append(s.after.rstrip() + "”")
    steps = [a for a in claim.said_by if a.stance != "publishes"]
    return text.append(f" — {speakers(steps)}" if steps else "", style="dim")


def _outlet(document: Document | None) -> str:
    if document is None:
        return "a document that is not here"
    return document.outlet or document.name


def _day(document: Document | None) -> str:
    return (document.published or "")[:10] or "day unknown" if document else "day unknown"


def _dated(document: Document | None) -> str:
    return (document.published or "") if document else ""
