"""Why is a number what it is? Each line with its origin, its figure, its pull, its copies, and the sentence that says it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sayso.cli.events import figure, spelt, title
from sayso.cli.quotes import quoted, quotes, remark, said, sentence_of, speaks
from sayso.exports.case import Case
from sayso.exports.rows import estimate_row, event_row, line_row
from sayso.exports.statements import first_words, marked_row
from sayso.exports.words import count, days
from sayso.model import OUTCOMES, Claim, Document, Estimate, Event, Ground, Line
from sayso.packs import table
from sayso.wording import PLURAL, persons

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from sayso.weighing.confirmations import Confirmation


HOW = {"verbatim": "copy of", "rewrite": "rewrite of", "paraphrase": "paraphrase of", "circular": "in a circle with"}
"""How a document came by its figures, in words that go on with an outlet."""
LEVELS = {
    "anchored": "two or more lines, not the sides of the fight alone",
    "parties only": "only the sides of the fight speak, and nobody else checks them",
    "one line": "one origin, and nothing checks it",
    "open": "only a bound or vague words, so there is no best figure",
}
"""What holds a figure up, in plain words."""
_NO_FIGURE = "no figure"
_BYSTANDERS = frozenset({"witness", "family"})
"""Who saw a part of a toll."""


def print_grounds(case: Case, console: "Console") -> None:
    """Print the grounds of each figure of the one event in `case`."""
    (event,) = case.events
    console.print(_head(event))
    for words in _firsts(case):
        print_indented(_dim(words), (0, 2), console)
    for estimate in sorted(case.estimates, key=lambda e: OUTCOMES.index(e.outcome)):
        console.print()
        console.print(_figure(estimate))
        for number, (line, ground) in enumerate(lines_of(case, estimate), 1):
            print_indented(_line(number, line, ground, case, estimate), (2, 5), console)
            _print_documents(case, line, ground, estimate.outcome, console)
        _print_left(case, estimate.outcome, console)
    levels = [f"{level}: {LEVELS[level]}" for level in LEVELS if any(e.level == level for e in case.estimates)]
    if levels:
        console.print()
        console.print(_dim("\n".join(levels)))
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
        row = marked_row(claim, case.firsts, case.names)
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
    lines, claims = count(estimate.lines, "independent line"), count(estimate.claims, "claim")
    text.append(f" · {lines} from {claims} · {estimate.level}", style="not bold")
    for flag in estimate.flags:
        text.append(f"\n! {flag}", style="not bold")
    return text


def _line(number: int, line: Line, ground: Ground | None, case: Case, estimate: Estimate) -> "Text":
    from rich.text import Text  # noqa: PLC0415

    party = f", {line.party}" if line.party else ""
    text = Text(f"{number}. {_origin(line, case)} ({line.kind}{party})", style="cyan")
    if ground is None:
        return text.append(" · not used: gives no figure of its own", style="not bold")
    given = _worded(ground, line, case, estimate.outcome) or persons(ground.low, ground.best, ground.high)
    if given == _NO_FIGURE and ground.used:
        return text.append(f" · {given}: {PLURAL}", style="default")
    return text.append(f" · {given} · {_pull(ground, estimate)}", style="default")


def _origin(line: Line, case: Case) -> str:
    """Who a line stems from; where nobody is named, the report that it stems from."""
    if line.origin.strip():
        return line.origin
    by_id = {d.id: d for d in case.documents}
    first = next((r.id for r in line.documents if r.how == "origin"), "")
    return _outlet(by_id.get(first), dict(case.places))


def _worded(ground: Ground, line: Line, case: Case, outcome: str) -> str | None:
    """The vague word that gives a line's figure, such as "dozens"; a plural gives none; None where it is a number."""
    for claim in case.claims:
        q = claim.quantity
        if claim.id in line.claims and claim.outcome == outcome and q is not None and q.best is None:
            word = " ".join(q.wording.lower().split()).removesuffix(" of")
            if (q.low, q.high) == (ground.low, ground.high) and (word == "plural" or word in table("weighing")["vague"]):
                return _NO_FIGURE if word == "plural" else word
    return None


def _pull(ground: Ground, estimate: Estimate) -> str:
    if not ground.used:
        return f"not used: {ground.why}" if ground.why else "not used"
    reason = f" ({ground.why})" if ground.why else ""
    if ground.percent is None:
        return "holds the figure alone" + reason
    if abs(ground.percent) < 0.5:
        return "does not move the figure" + reason
    if ground.best is not None and ground.best == estimate.best:
        return "holds the figure" + reason
    if ground.percent >= 100:
        return f"pulls the figure up {1 + ground.percent / 100:.1f}-fold{reason}"
    return f"pulls the figure {'up' if ground.percent > 0 else 'down'} by {abs(ground.percent):.0f} %" + reason


def _print_documents(case: Case, line: Line, ground: Ground | None, outcome: str, console: "Console") -> None:
    by_id, places = {d.id: d for d in case.documents}, dict(case.places)
    relays = sorted(line.documents, key=lambda r: (r.how != "origin", r.how, _dated(by_id.get(r.id)), r.id))
    for relay in relays:
        if not speaks(case, line, relay, outcome):
            continue
        document, of = by_id.get(relay.id), by_id.get(relay.of or "")
        how = relay.how if of is None or relay.how == "origin" else f"{HOW.get(relay.how, relay.how)} {_outlet(of, places)}"
        print_indented(_dim(f"{how}: {_outlet(document, places)}, {_day(document)}"), (5, 7), console)
        if document is None or relay.how == "verbatim":
            continue
        for around, claims in quotes(said(case, line, relay.id, outcome), document):
            text = quoted(around, claims, document, console)
            note = ", ".join(n for n in (remark(claims, case, line, ground), first_words(_confirming(claims, case))) if n)
            print_indented(text.append(f" ({note})" if note else "", style="dim"), (7, 7), console)


def _print_left(case: Case, outcome: str, console: "Console") -> None:
    """Print the claims of an outcome that are on no line, each with the reason, so that none is lost."""
    on_lines = {c for n in case.lines for c in n.claims}
    left = [c for c in case.claims if c.id in case.events[0].claims and c.outcome == outcome and c.id not in on_lines]
    by_id = {d.id: d for d in case.documents}
    for claim in sorted(left, key=lambda c: (_dated(by_id.get(c.document)), c.document, c.span)):
        document = by_id.get(claim.document)
        about = f"not used: {_left(claim, case)} · {_outlet(document, dict(case.places))}, {_day(document)}"
        print_indented(_dim(about), (2, 5), console)
        if document is not None:
            for around, told in quotes([claim], document):
                print_indented(quoted(around, told, document, console), (7, 7), console)


def _left(claim: Claim, case: Case) -> str:
    """Why a claim is on no line."""
    if claim.quantity is None:
        return "gives no number"
    if claim.part_of is not None or claim.said_by[0].kind in _BYSTANDERS:
        return "part of another figure"
    if claim.document not in case.events[0].main:
        return "told in passing by a report on something else"
    return "adds up figures of other events"


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


def _outlet(document: Document | None, places: Mapping[str, str]) -> str:
    """How a document is called: its outlet, the name it was given, or the file or address that it came from."""
    if document is None:
        return "a document that is not here"
    given = document.name if document.name != document.id else None
    return document.outlet or given or places.get(document.id) or document.name


def _day(document: Document | None) -> str:
    return (document.published or "")[:10] or "day unknown" if document else "day unknown"


def _dated(document: Document | None) -> str:
    return (document.published or "") if document else ""
