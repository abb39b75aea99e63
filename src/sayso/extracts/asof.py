"""What was known by a day? Events, lines, claims and documents without what was published later."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.exports import Case
from sayso.model import Document, Event, Line
from sayso.weighing.settings import Settings


def known_events(events: Iterable[Event], days: Mapping[str, str], as_of: str) -> tuple[Event, ...]:
    """Give the events of which a document speaks that was published by `as_of` (ISO day), or on a day that is not known."""
    return tuple(e for e in events if not e.documents or any(_known(d, days, as_of) for d in e.documents))


def known_case(found: Case, settings: Settings) -> Case:
    """Give the case of one event as it stood on `settings.as_of`: what came later is left out."""
    if settings.as_of is None:
        return found
    from sayso.weighing.evidence import known_by, remembered  # noqa: PLC0415  heavy, and not every verb needs it

    days = dict(settings.published)
    claims = known_by(found.claims, settings)
    lines = remembered(found.lines, found.claims, settings)
    kept = _kept(found.documents, days, settings.as_of)
    known = tuple(c for c in claims if c.document in kept)
    return replace(
        found,
        documents=tuple(d for d in found.documents if d.id in kept),
        claims=known,
        events=tuple(
            replace(
                e,
                documents=tuple(d for d in e.documents if d in kept),
                main=tuple(d for d in e.main if d in kept),
                claims=tuple(c.id for c in known if c.id in own),
            )
            for e in found.events
            for own in (frozenset(e.claims),)
        ),
        lines=tuple(told for n in lines if (told := _line(n, kept)).documents or not n.documents),
    )


def _line(line: Line, kept: set[str]) -> Line:
    return replace(line, documents=tuple(r for r in line.documents if r.id in kept))


def _kept(documents: Sequence[Document], days: Mapping[str, str], as_of: str) -> set[str]:
    return {d.id for d in documents if _known(d.id, days, as_of)}


def _known(document: str, days: Mapping[str, str], as_of: str) -> bool:
    return days.get(document, "")[:10] <= as_of[:10]
