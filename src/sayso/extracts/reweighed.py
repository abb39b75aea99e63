"""What is in an extract whose figures are weighed by other switches than those that are stored?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.exports.extract import About
from sayso.exports.switches import switches
from sayso.extracts.asof import known_events
from sayso.extracts.extracted import Some
from sayso.model import Claim, Document, Estimate, Event, Line
from sayso.weighing.settings import Settings

if TYPE_CHECKING:
    from sayso.desk import Desk
    from sayso.weighing.confirmations import Confirmation


class Reweighed(Some):
    """The nouns of some events, or of all, under settings; as of a day, without what was published later."""

    def __init__(self, desk: "Desk", chosen: Sequence[str] | None, settings: Settings) -> None:
        """Read from `desk` the events `chosen` (by id; None: all)."""
        super().__init__(desk, chosen)
        self._settings = settings

    def documents(self) -> Iterator[Document]:
        """By name, those that were published by the day."""
        return (d for d in super().documents() if self._known(d.published))

    def claims(self) -> Iterator[Claim]:
        """By the name of the document and their place in it, those that were made by the day."""
        from sayso.weighing.evidence import day  # noqa: PLC0415  heavy, and not every verb needs it

        days = self._days
        return (c for c in super().claims() if self._known(days.get(c.document)) and self._known(day(c, days)))

    def events(self) -> Iterator[Event]:
        """By id, those first that a document is mainly about, as they stood on the day."""
        found = self._of_day(super().events())
        return found if self._settings.as_of is None else (own for e in found for own in self._desk.why(e, self._settings).events)

    def listed(self) -> Iterator[Event]:
        """In the order of a list, those of which a document spoke by the day."""
        return self._of_day(super().listed())

    def lines(self) -> Iterator[Line]:
        """By id, as they stood on the day."""
        if self._settings.as_of is None:
            return super().lines()
        found = (n for e in self.listed() for n in self._desk.why(e, self._settings).lines)
        return iter(sorted(found, key=lambda n: n.id))

    def estimates(self) -> Iterator[Estimate]:
        """By event and outcome, weighed anew."""
        for event in sorted(self.listed(), key=lambda e: e.id):
            yield from sorted(self.estimates_of(event.id), key=lambda e: e.outcome)

    def estimates_of(self, event: str) -> tuple[Estimate, ...]:
        """The estimates of one event, by id, weighed anew."""
        return self._desk.weighed(self._ledger.get(Event, event), self._settings)

    def firsts(self) -> dict[str, "Confirmation"]:
        """The first confirmations, as of the day, by the ids of their claims."""
        kept = None if self._chosen is None else set(self._chosen)
        found = self._desk.confirmations(as_of=self._settings.as_of)
        return {c.claim: c for c in found if kept is None or c.event in kept}

    def about(self, asked: tuple[tuple[str, str], ...]) -> About:
        """Where the extract comes from, and which switches are on."""
        return replace(super().about(asked), switches=switches(self._settings))

    @cached_property
    def _days(self) -> dict[str, str]:
        return dict(self._ledger.days())

    def _of_day(self, events: Iterator[Event]) -> Iterator[Event]:
        as_of = self._settings.as_of
        return events if as_of is None else (e for one in events for e in known_events((one,), self._days, as_of))

    def _known(self, day: str | None) -> bool:
        """Whether something was there by the day; what has no day was."""
        return self._settings.as_of is None or (day or "")[:10] <= self._settings.as_of[:10]
