"""What does a report tell of one event? Its figures, each with its lines, who gave them in which words, and corrections."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.exports.bars import Bars, bars
from sayso.exports.case import Case
from sayso.exports.extract import Correction
from sayso.exports.grounds import (
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
from sayso.exports.quotes import Remarks, pieces, quotes, said, speaks
from sayso.exports.statements import first_words
from sayso.exports.words import about, count, days, figure, flags, speakers, spelt
from sayso.model import OUTCOMES, Claim, Document, Estimate, Event, Ground, Line
from sayso.parts import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence in pieces, each with whether it is the words of a claim; who says so, and what is to be remarked."""

    pieces: tuple[tuple[str, bool], ...]
    speakers: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One report on a line: how it came by the figures, its number in the list of reports (None: not there), what it says."""

    how: str
    outlet: str
    day: str
    number: int | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line: its letter, from whom it stems, what it gives, and what it does to the figure."""

    letter: str
    origin: str
    kind: str
    figure: str
    pull: str
    used: bool
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One outcome: the figure in words, what holds it up, its picture, its lines, and the claims that are on none.

    `parts` are its groups, each with its 50 % interval and the letters of its lines.
    """

    estimate: Estimate
    words: str
    middle: str
    extremes: str
    level: str
    bars: Bars | None
    parts: tuple[tuple[Part, str, str], ...]
    lines: tuple[Told, ...]
    left: tuple[tuple[str, Telling], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One event."""

    number: int
    event: Event
    title: str
    about: str
    figures: tuple[Figure, ...]
    flags: tuple[str, ...]
    firsts: tuple[str, ...]
    corrections: tuple[Correction, ...]


def chapter(number: int, case: Case, numbers: Mapping[str, int], said_of: Mapping[str, Sequence[Correction]]) -> Chapter:
    """The chapter on the one event of `case`; `numbers` are of reports, `said_of` people's words by what they are on."""
    (event,) = case.events
    told = sorted(case.estimates, key=lambda e: OUTCOMES.index(e.outcome))
    of = dict.fromkeys((event.id, *(n.id for n in case.lines), *event.claims, *(c.id for c in case.rejected)))
    return Chapter(
        number=number,
        event=event,
        title=about(event),
        about=f"{days(event.when)} · {_place(event)} · {count(len(event.documents), 'document')}",
        figures=tuple(_figure(e, case, numbers) for e in told),
        flags=tuple(flags(event, told)),
        firsts=tuple(f"{c.day}: {first_words([c])}, after {count(len(c.after), 'claim')}" for c in case.confirmations),
        corrections=tuple(c for key in of for c in said_of.get(key, ())),
    )


def _place(event: Event) -> str:
    where = event.where
    known = where is not None and where.radius is not None
    return spelt(where) + (f" (± {where.radius:.0f} km)" if known and where is not None else "")


def _figure(estimate: Estimate, case: Case, numbers: Mapping[str, int]) -> Figure:
    lines = lines_of(case, estimate)
    called = {key: letter(place) for key, place in places_of_lines(case).items()}
    drawn = [(called[n.id], origin(n, case), g) for n, g in lines if g is not None]
    return Figure(
        estimate=estimate,
        words=figure(estimate),
        middle=_between(estimate.low50, estimate.high50),
        extremes=_between(estimate.least, estimate.most),
        level=meaning(estimate),
        bars=bars(estimate, drawn),
        parts=tuple((p, _between(p.low50, p.high50), ", ".join(called[i] for i in p.lines)) for p in estimate.parts),
        lines=tuple(_told(called[n.id], n, g, case, estimate, numbers) for n, g in lines),
        left=tuple(_left(case, estimate.outcome, numbers)),
    )


def _between(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return "unknown"
    ends = ["open" if n is None else f"{n:,}" for n in (low, high)]
    return ends[0] if low == high else "–".join(ends)


def _told(  # noqa: PLR0913, PLR0917  a line under its letter
    called: str, line: Line, ground: Ground | None, case: Case, estimate: Estimate, numbers: Mapping[str, int]
) -> Told:
    by_id, places = {d.id: d for d in case.documents}, dict(case.places)
    tellings = []
    for relay in reports(line, by_id):
        if speaks(case, line, relay, estimate.outcome):
            own = () if relay.how == "verbatim" else said(case, line, relay.id, estimate.outcome)
            passages = tuple(_passages(own, by_id.get(relay.id), case, (line, ground)))
            tellings.append(_telling(how(relay, by_id, places), relay.id, case, numbers, passages))
    return Told(
        letter=called,
        origin=origin(line, case),
        kind=f"{line.kind}, {line.party}" if line.party else line.kind,
        figure="no figure of its own" if ground is None else given(line, ground, case, estimate.outcome),
        pull="not used" if ground is None else pull(line, ground, case, estimate),
        used=ground is not None and ground.used,
        tellings=tuple(tellings),
    )


def _left(case: Case, outcome: str, numbers: Mapping[str, int]) -> Iterator[tuple[str, Telling]]:
    """The claims that are on no line, each with the reason."""
    by_id = {d.id: d for d in case.documents}
    for claim, why in on_no_line(case, outcome):
        passages = tuple(_passages([claim], by_id.get(claim.document), case, None))
        yield why, _telling("", claim.document, case, numbers, passages)


def _telling(by: str, document: str, case: Case, numbers: Mapping[str, int], passages: tuple[Passage, ...]) -> Telling:
    found = next((d for d in case.documents if d.id == document), None)
    return Telling(
        how=by, outlet=outlet(found, dict(case.places)), day=day(found), number=numbers.get(document), passages=passages
    )


def _passages(
    claims: Sequence[Claim], document: Document | None, case: Case, on: tuple[Line, Ground | None] | None
) -> Iterator[Passage]:
    for around, own in quotes(claims, document) if document is not None else ():
        confirming = first_words([case.firsts[c.id] for c in own if c.id in case.firsts])
        notes = ["" if on is None else Remarks(case).remark(own, *on), confirming]
        steps = [a for a in own[0].said_by if a.stance != "publishes"]
        yield Passage(
            pieces=tuple(_trimmed(pieces(document.text, around, [c.span for c in own]))) if document is not None else (),
            speakers=speakers(steps) if steps else "in its own voice",
            remark=", ".join(n for n in notes if n),
        )


def _trimmed(found: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Pieces without empty ones."""
    return [(words, marked) for words, marked in found if words]
