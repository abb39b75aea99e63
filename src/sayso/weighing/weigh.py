"""How many, on the evidence of these lines? The door of the room: events, lines and claims to estimates.

Each line is one likelihood term, however many documents repeat it. A copy never narrows an interval and never adds a line; a
source's own revision replaces its earlier figure; no figure is an average of copies; where all is open the answer stays open.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.model import Claim, Estimate, Event, Line
from sayso.weighing.aside import aside, counted, left, rejected, remarks
from sayso.weighing.early import aged
from sayso.weighing.evidence import known_by, outcomes, remembered, terms
from sayso.weighing.flags import across, remarked
from sayso.weighing.settings import Settings
from sayso.weighing.whole import Told, whole


def weigh(
    events: Iterable[Event], lines: Iterable[Line], claims: Iterable[Claim], settings: Settings | None = None
) -> tuple[Estimate, ...]:
    """The estimates of every outcome that the events' lines and claims speak of, by event in the order given, then outcome.

    All figures are persons; unknown is None. Neither the order of lines nor that of claims changes the result.
    """
    chosen = settings or Settings()
    by_event: dict[str, dict[str, Line]] = defaultdict(dict)
    for line in lines:
        by_event[line.event][line.id] = line
    by_id = {c.id: c for c in claims}
    days = dict(chosen.published)
    found: list[Estimate] = []
    for event in events:
        own = tuple(by_event[event.id].values())
        named = {i for line in own for i in line.claims} | set(event.claims)
        found += weigh_event(event, own, [by_id[i] for i in sorted(named) if i in by_id], chosen, days)
    return tuple(found)


def weigh_event(
    event: Event, lines: Sequence[Line], claims: Sequence[Claim], settings: Settings, days: Mapping[str, str]
) -> tuple[Estimate, ...]:
    """The estimates of one event from its lines and claims, by outcome in alphabetical order; `days` are those of documents."""
    known = known_by(claims, settings)
    stood = remembered(lines, claims, settings)
    gone = aside(stood, known, rejected(lines, claims, settings), settings)
    stood = left(stood, known, gone, days)
    given = Told(event=event, lines=stood, claims=known, settings=settings, aside=gone, days=days)
    found: dict[str, Estimate] = {
        o: whole(given, aged(event, terms(stood, known, o, settings, gone), days), o) for o in outcomes(event, stood, known)
    }
    told = across(event, found, counted(stood, gone), known, days)
    return tuple(remarked(e, remarks(stood, gone, e.outcome)) for e in told)
