"""Which year does a narrative tell of: is a text one, and which year has a month or a day that it gives without one?"""

import itertools
import re
from datetime import date

from sayso.reading.times_days import Days
from sayso.reading.times_setting import Setting, way

_EXPLICIT = re.compile(r"(?<![\d$.,])(?:1[0-9]|20)\d\d(?![\d,%])")
_BEFORE_CHRIST = re.compile(r"\d\s+B\.?C\b")
_HEADING = re.compile(r"^[ \t]*((?:1\d|20)\d\d)(?:[ \t]*[-\u2013][ \t]*(?:\d\d){1,2})?[ \t]*:?[ \t]*$", re.MULTILINE)
"""Finds a line that is a year or a run of years alone."""


def is_narrative(text: str, published: date | None) -> bool:
    """True for a text that tells of other years than the one it was published in, in their order.

    Source: a year other than that of publication as a heading; three years before Christ; or eight years given, four of them
    different, in order three times in five and that of publication at most once in eight; calibrated on WikiWars and TimeBank.
    """
    if published is None:
        return True
    years = [int(m.group()) for m in _EXPLICIT.finditer(text)]
    headed = {int(m[1]) for m in _HEADING.finditer(text)} - {published.year}
    if headed and len(years) >= 4:
        return True
    if len(years) < 8:
        return len(_BEFORE_CHRIST.findall(text)) >= 3
    if sum(abs(y - published.year) > 2 for y in years) >= 0.75 * len(years):
        return True
    forward = sum(a <= b for a, b in itertools.pairwise(years))
    return len(set(years)) >= 4 and years.count(published.year) <= len(years) / 8 and forward >= 0.6 * (len(years) - 1)


_ASIDE = 10
"""Years from the story at which a year is an aside until a second one is near it. **Source:** calibrated on WikiWars."""
_TURN = 300
"""Days from which what was told last is a year, whose months follow in any order."""
_BACK = 2
"""How many times nearer a month back must be than the same month ahead. **Source:** calibrated on WikiWars."""


def told(story: Days | None, days: Days, name: str, setting: Setting) -> Days | None:
    """What the story tells of after an expression: its days, or still the days before where it only compares or looks ahead."""
    if story is None:
        return days
    apart = days[0].year - story[0].year
    if name in _LEANING and apart:
        return story
    if apart > 0 and way(setting) > 0:
        return story
    return days


_LEANING = frozenset(("ago", "nextday", "relunit", "short_year"))
"""Forms that look from the story to another year, such as "a year earlier", without going there."""


def continued(setting: Setting, month: int) -> int | None:
    """The year of a month told after the anchor: the nearest, where one ahead counts as nearer than one back."""
    if setting.story is None:
        return None
    first, last = setting.story
    if (last - first).days >= _TURN:
        return first.year
    ahead, back = (month - first.month) % 12, (first.month - month) % 12
    if month >= first.month:
        return first.year if ahead <= _BACK * back else first.year - 1
    return first.year if back * _BACK <= ahead else first.year + 1
