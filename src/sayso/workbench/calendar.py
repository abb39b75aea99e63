"""Into which days, weeks, months or years is a stretch of time divided?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """So many days, or so many months: weeks begin on Monday, years in January, centuries at their hundred."""

    days: int = 0
    months: int = 0

    def start(self, day: date) -> date:
        """The first day of the step that a day lies in."""
        if self.days:
            return date.fromordinal(day.toordinal() - (day.toordinal() - 1) % self.days)  # the first ordinal is a Monday
        month = day.year * 12 + day.month - 1
        month = max(12, month - month % self.months)  # no year 0
        return date(month // 12, month % 12 + 1, 1)

    def last(self, start: date) -> date:
        """The last day of the step that begins on a day."""
        if self.days:
            return date.fromordinal(min(start.toordinal() + self.days - 1, date.max.toordinal()))
        month = start.year * 12 + start.month - 1
        month = month - month % self.months + self.months
        return date.max if month >= 120_000 else date.fromordinal(date(month // 12, month % 12 + 1, 1).toordinal() - 1)

    def __str__(self) -> str:
        """What one step is called: `day`, `week`, `3 months`, `10 years`."""
        count, name = (self.days, "day") if self.days else (self.months, "month")
        for size, larger in ((7, "week"),) if self.days else ((12, "year"),):
            if count % size == 0:
                count, name = count // size, larger
        return name if count == 1 else f"{count} {name}s"


STEPS = (
    *(Step(days=n) for n in (1, 7)),
    *(Step(months=n) for n in (1, 3, 12, 60, 120, 600, 1200, 12000)),
)
"""Steps that bars stand for."""
TICKS = (*(Step(days=n) for n in (1, 2, 7, 14)), *(Step(months=n) for n in (1, 3, 6)), *STEPS[4:])
"""Steps between the words of an axis."""


def coarse(steps: Sequence[Step], first: date, last: date, most: int) -> Step:
    """The finest of some steps of which no more than `most` lie between two days."""
    days = last.toordinal() - first.toordinal() + 1
    return next((s for s in steps if days / (s.days or s.months * 30.4) <= most), steps[-1])


def starts(step: Step, first: date, last: date) -> Iterator[date]:
    """The first days of all steps from the one that holds `first` to the one that holds `last`."""
    day = step.start(first)
    while True:
        yield day
        end = step.last(day)
        if end >= last:
            return
        day = date.fromordinal(end.toordinal() + 1)


def ticks(first: date, last: date, most: int) -> Iterator[tuple[date, str]]:
    """Days to mark on an axis with their words: `3 Mar`, `Mar`, `2031`; the year stands at the first and where it changes."""
    step = coarse(TICKS, first, last, most)
    year = None
    for day in starts(step, first, last):
        if day < first:
            continue
        if step.months % 12 == 0 and step.months:
            words = str(day.year)
        else:
            words = f"{day.day} {MONTHS[day.month - 1]}" if step.days else MONTHS[day.month - 1]
            words += f" {day.year}" if day.year != year else ""
        year = day.year
        yield day, words
