"""Which year does a narrative tell of: is a text one, and which year has a month or a day that it gives without one?"""

import itertools
import re
from datetime import MAXYEAR, MINYEAR, date

from sayso.model import Span
from sayso.reading.times.days import Days
from sayso.reading.times.setting import Setting, way

_EXPLICIT = re.compile(r"(?<![\d$.,])(?:1[5-9]|20)\d\d(?!\d|,\d|%)")
_BEFORE_CHRIST = re.compile(r"\d\s+B\.?C\b")
_OF_NEWS = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Tt]oday|[Tt]onight|ago|[Ll]ast (?:week|night))\b"
)
"""Finds words that lean on the day of publication, which news is full of."""
_HEADING = re.compile(
    r"^[ \t]*(?P<line>(?P<year>(?:1\d|20)\d\d)(?:[ \t]*[-\u2013][ \t]*(?:\d\d){1,2})?:?)[ \t]*$(?=\n\s*[^\n]{60})", re.MULTILINE
)
"""Finds a line that is a year or a run of years alone, with a paragraph below it: no entry of an archive's menu."""


def headings(text: str) -> tuple[Span, ...]:
    """The years that stand as headings over paragraphs, in order; a page's furniture has none."""
    return tuple(m.span("line") for m in _HEADING.finditer(text))


def is_narrative(text: str, published: date | None) -> bool:
    """True for a text that tells of other years than the one it was published in, in their order.

    Source: a year other than that of publication as a heading; three years before Christ; five years given, all ten years back,
    and no word that leans on the day of publication; or ten years given, eight times as many as such words, that lie two years
    away or are in order. Calibrated on WikiWars, TimeBank and AQUAINT.
    """
    if published is None:
        return True
    years = [int(m.group()) for m in _EXPLICIT.finditer(text)]
    headed = {int(m["year"]) for m in _HEADING.finditer(text)} - {published.year}
    if headed and len(years) >= 4:
        return True
    if len(years) < 10:
        past = len(years) >= 5 and max(years) < published.year - 10 and not _OF_NEWS.search(text)
        return past or len(_BEFORE_CHRIST.findall(text)) >= 3
    if len(_OF_NEWS.findall(text)) > len(years) / 8:
        return False
    if sum(abs(y - published.year) > 2 for y in years) >= 0.75 * len(years):
        return True
    forward = sum(a <= b for a, b in itertools.pairwise(years))
    return len(set(years)) >= 4 and years.count(published.year) <= len(years) / 8 and forward >= 0.6 * (len(years) - 1)


_TURN = 300
"""Days from which what was told last is a year, whose months follow in any order."""
_AHEAD, _BACK = 4, 2
"""Months ahead in the next year, and back in the year before, to which a month goes on from the last one rather than back
or ahead in the same year. **Source:** calibrated on eight narratives of WikiWars, confirmed on eight others."""


_SINCE = re.compile(r"\b(?:since\s+|(?:pre|post)-)$", re.IGNORECASE)


_ASIDE = 20
"""Years away from the middle half of all years given at which one is an aside, as of a book. **Source:** as above."""


def core(text: str) -> tuple[int, int]:
    """The first and last year that a story can be of: not far from the middle half of the years given, where those are many."""
    years = sorted(int(m.group()) for m in _EXPLICIT.finditer(text))
    n = len(years)
    return (years[n // 4] - _ASIDE, years[3 * n // 4] + _ASIDE) if n >= 8 else (MINYEAR, MAXYEAR)


def told(story: Days | None, days: Days, name: str, setting: Setting) -> Days | None:
    """What the story tells of after an expression: its days, or those before if it compares, looks ahead or is in brackets."""
    if story is None:
        return days
    apart = days[0].year - story[0].year
    if name in _LEANING and (apart < 0 or (apart > 0 and name != "ago")):
        return story
    if apart and _SINCE.search(setting.before):
        return story
    bracketed = setting.before.count("(") > setting.before.count(")")
    if (apart and bracketed) or (apart > 0 and way(setting) > 0):
        return story
    return days


_LEANING = frozenset(("ago", "nextday", "relunit", "short_year"))
"""Forms that look from the story to another year without going there; but "a year later" goes."""


def continued(setting: Setting, month: int) -> int | None:
    """The year of a month told after the anchor: the nearest, where one ahead counts as nearer than one back."""
    if setting.story is None:
        return None
    first, last = setting.story
    if (last - first).days >= _TURN:
        return first.year
    apart = month - first.month
    if apart < 0:
        return first.year + (apart + 12 <= _AHEAD)
    return first.year - (12 - apart <= _BACK)
