"""Why is a number what it is, in words? The lines behind it in their order, how each pulls, and why a claim is on none."""

from collections.abc import Mapping

from sayso.exports.case import Case
from sayso.model import Claim, Document, Estimate, Ground, Line, Relay
from sayso.packs import table
from sayso.wording import PLURAL, SUM, persons, sort_of

HOW = {"verbatim": "copy of", "rewrite": "rewrite of", "paraphrase": "paraphrase of", "circular": "in a circle with"}
"""How a document came by its figures, in words that go on with an outlet."""
LEVELS = {
    "anchored": "two or more lines, not the sides of the fight alone",
    "parties only": "only the sides of the fight speak, and nobody else checks them",
    "one line": "one origin, and nothing checks it",
    "open": "only a bound or vague words, so there is no best figure",
}
"""What holds a figure up, in plain words."""
WEAKEST = "for the weakest group, "
"""What stands before the meaning of the level of a sum."""
NO_FIGURE = "no figure"
"""What stands where nobody gives a number."""
_BYSTANDERS = frozenset({"witness", "family"})
"""Who saw a part of a toll."""


def meaning(estimate: Estimate) -> str:
    """What holds a figure up, in plain words; of a sum, what holds up its weakest group. Empty where nobody gives a figure."""
    words = LEVELS.get(estimate.level, "")
    return WEAKEST + words if words and estimate.lines > 1 and SUM in map(sort_of, estimate.flags) else words


def lines_of(case: Case, estimate: Estimate) -> list[tuple[Line, Ground | None]]:
    """Give the lines that speak of this outcome: those used first, the strongest pull first."""
    grounds = {g.line: g for g in estimate.grounds}
    spoken = [n for n in case.lines if n.id in grounds or any(t.outcome == estimate.outcome for t in n.figures)]

    def weight(line: Line) -> tuple[bool, float, str]:
        ground = grounds.get(line.id)
        return (ground is None or not ground.used, -abs((ground.pull if ground else None) or 0.0), line.id)

    return [(n, grounds.get(n.id)) for n in sorted(spoken, key=weight)]


def places_of_lines(case: Case) -> dict[str, int]:
    """The place of each line, by id and from 0, by the day of its first report: the same whatever is switched, as of any day."""
    by_id = {d.id: d for d in case.documents}

    def first(line: Line) -> tuple[str, str]:
        return min((dated(by_id.get(r.id)) for r in line.documents), default=""), line.id

    return {n.id: place for place, n in enumerate(sorted(case.lines, key=first))}


def letter(place: int) -> str:
    """The letter of a line by its place: A to Z, then AA and so on."""
    return (letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def origin(line: Line, case: Case) -> str:
    """Who a line stems from; where nobody is named, the report that it stems from."""
    if line.origin.strip():
        return line.origin
    by_id = {d.id: d for d in case.documents}
    first = next((r.id for r in line.documents if r.how == "origin"), "")
    return outlet(by_id.get(first), dict(case.places))


def given(line: Line, ground: Ground, case: Case, outcome: str) -> str:
    """The figure that a line gives, as it was worded where the word is vague: "dozens"; a plural gives none."""
    return _worded(ground, line, case, outcome) or persons(ground.low, ground.best, ground.high)


def pull(line: Line, ground: Ground, case: Case, estimate: Estimate) -> str:
    """What a line does to the figure, or why it is not used."""
    if ground.used and given(line, ground, case, estimate.outcome) == NO_FIGURE:
        return PLURAL
    return _pull(ground, estimate)


def on_no_line(case: Case, outcome: str) -> list[tuple[Claim, str]]:
    """The claims of an outcome that are on no line, in the order of their days, each with the reason, so that none is lost."""
    on_lines, own = {c for n in case.lines for c in n.claims}, set(case.events[0].claims)
    alone = [c for c in case.claims if c.id in own and c.outcome == outcome and c.id not in on_lines]
    by_id = {d.id: d for d in case.documents}
    alone.sort(key=lambda c: (dated(by_id.get(c.document)), c.document, c.span))
    return [(c, _reason(c, case)) for c in alone]


def reports(line: Line, documents: Mapping[str, Document]) -> list[Relay]:
    """The reports on a line: where it stems from first, then those of one manner after another, each by day."""
    return sorted(line.documents, key=lambda r: (r.how != "origin", r.how, dated(documents.get(r.id)), r.id))


def how(relay: Relay, documents: Mapping[str, Document], places: Mapping[str, str]) -> str:
    """How a report on a line came by its figures: `origin`, `copy of Kelmar Wire`."""
    of = documents.get(relay.of or "")
    return relay.how if of is None or relay.how == "origin" else f"{HOW.get(relay.how, relay.how)} {outlet(of, places)}"


def outlet(document: Document | None, places: Mapping[str, str]) -> str:
    """How a document is called: its outlet, the name it was given, or the file or address that it came from."""
    if document is None:
        return "a document that is not here"
    called = document.name if document.name != document.id else None
    return document.outlet or called or places.get(document.id) or document.name


def day(document: Document | None) -> str:
    """The day on which a document was published, in words."""
    return (document.published or "")[:10] or "day unknown" if document else "day unknown"


def dated(document: Document | None) -> str:
    """When a document was published, to sort by; empty where it is not known."""
    return (document.published or "") if document else ""


def _worded(ground: Ground, line: Line, case: Case, outcome: str) -> str | None:
    """The vague word that gives a line's figure, such as "dozens"; a plural gives none; None where it is a number."""
    for claim in case.claims:
        q = claim.quantity
        if q is not None and q.best is None and claim.outcome == outcome and claim.id in line.claims:
            word = " ".join(q.wording.lower().split()).removesuffix(" of")
            if (q.low, q.high) == (ground.low, ground.high) and (word == "plural" or word in table("weighing")["vague"]):
                return NO_FIGURE if word == "plural" else word
    return None


def _pull(ground: Ground, estimate: Estimate) -> str:
    if not ground.used:
        return f"not used: {ground.why}" if ground.why else "not used"
    reason = f" ({ground.why})" if ground.why else ""
    if ground.percent is None:
        of = f" of {ground.group}" if ground.group and estimate.parts else ""
        return f"holds the figure{of} alone" + reason
    if abs(ground.percent) < 0.5:
        return "does not move the figure" + reason
    if ground.best is not None and ground.best == estimate.best:
        return "holds the figure" + reason
    if ground.percent >= 100:
        return f"pulls the figure up {1 + ground.percent / 100:.1f}-fold{reason}"
    return f"pulls the figure {'up' if ground.percent > 0 else 'down'} by {abs(ground.percent):.0f} %" + reason


def _reason(claim: Claim, case: Case) -> str:
    """Why a claim is on no line."""
    if claim.quantity is None:
        return "gives no number"
    if claim.part_of is not None or claim.said_by[0].kind in _BYSTANDERS:
        return "part of another figure"
    if claim.document not in case.events[0].main:
        return "told in passing by a report on something else"
    return "adds up figures of other events"
