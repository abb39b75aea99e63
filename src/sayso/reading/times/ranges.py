"""Which days do two time expressions denote together: from the one to the other, so long after one, the first weeks of one?"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.reading.times import days, nights
from sayso.reading.times.days import Days
from sayso.reading.times.setting import Time

_FROM, _TO = (
    re.compile(r"\b(?:(?P<between>between)|from)\s+$", re.IGNORECASE),
    re.compile(r"\s*(?:and|to|until|till|through|thru|-|\u2013|~)\s*(?:the\s+)?", re.IGNORECASE),
)
_BARE = re.compile(r"\s*(?:-|\u2013|~)\s*|\s+(?:to|until|till|through|thru)\s+(?:the\s+)?", re.IGNORECASE)
"""Finds what stands between two days, months or years without a "from" before them."""
_LASTING = re.compile(
    r"(?:[^.;\n]{0,40}\b(?:went\s+on|lasted|continued|dragged\s+on|ran\s+on))?\s+(?:over\s+)?(?:into|until|till|through)\s+(?:the\s+)?"
)
"""Finds what stands between the days of "began on Wednesday and went on into Thursday"."""
_NIGHT = re.compile(r"\s+(?:to|into)\s+(?:the\s+)?", re.IGNORECASE)
"""Finds what stands between the days of "the night of Monday to Tuesday"."""
_TO_DATE = re.compile(r"\s+to\s+date\b", re.IGNORECASE)


def joined(text: str, times: Sequence[Time], published: date | None) -> tuple[Time, ...]:
    """The times, where two that belong together both denote the days that they denote together.

    Such as "between March and June", "two weeks before 12 May", "the first ten days of last year", "a week from tomorrow".
    """
    out = list(times)
    for i, (a, b) in enumerate(itertools.pairwise(times)):
        between = text[a.span[1] : b.span[0]]
        if len(between) > _FAR:
            continue
        here = _present(out[i], published) if out[i].first == a.first else a
        found = (
            nights.overnight(text, here, b)
            or nights.anniversary(text, here, b, published)
            or _between(text, here, _present(b, published))
            or nights.both(text, here, b)
            or _leaning(text, out[i], b)
        )
        if found:
            out[i] = replace(out[i], value=_of_year(out[i], found[0]), first=found[0], last=found[1])
            if text[b.span[1] : b.span[1] + 2] not in ("'s", "\u2019s"):
                out[i + 1] = replace(b, first=found[0], last=found[1])
    _move_beside(text, out)
    nights.into(text, out)
    if published:
        for i, a in enumerate(out):
            if a.first and a.first <= published and _TO_DATE.match(text, a.span[1]) and _FROM.search(_lead(text, a)):
                out[i] = replace(a, last=published)
    return tuple(out)


def _of_year(a: Time, first: date) -> str:
    """The value of the first end of a range, where the other end tells its year."""
    if a.first is None or (a.first.month, a.first.day) != (first.month, first.day) or _kind(a) not in ("month", "day"):
        return a.value
    return f"{first.year:04}{a.value[4:]}"


def _move_beside(text: str, out: list[Time]) -> None:
    """Move the day of "the day after Christmas" to the one after."""
    for i, a in enumerate(out):
        if a.first and a.first == a.last and (beside := _DAY_BESIDE.search(text[max(0, a.span[0] - 30) : a.span[0]])):
            day = days.shift(a.first, "D", -1 if beside["way"].lower() == "before" else 1)
            if day is None:
                continue
            if text[a.span[1] : a.span[1] + 2] not in ("'s", "\u2019s"):
                out[i] = replace(a, first=day, last=day)
            if i and not text[out[i - 1].span[1] : a.span[0]].strip():
                out[i - 1] = replace(out[i - 1], value=day.isoformat(), first=day, last=day)


_DAY_BESIDE = re.compile(r"\bday\s+(?P<way>before|after)\s+$", re.IGNORECASE)
"""Finds what stands before the day of "the day after Christmas"."""
_FAR = 70
"""Characters between two expressions beyond which nothing joins them."""


def _lead(text: str, a: Time) -> str:
    return text[max(0, a.span[0] - 12) : a.span[0]]


def _present(a: Time, published: date | None) -> Time:
    """An expression as an end of a range: "now" is the day of publication."""
    return replace(a, first=published, last=published) if a.value == "PRESENT_REF" and not a.first else a


def _between(text: str, a: Time, b: Time) -> Days | None:
    """The days from the first of one expression to the last of the next, where the words between them say so."""
    if not (a.first and a.last and b.first and b.last):
        return None
    between, framed = text[a.span[1] : b.span[0]], _FROM.search(_lead(text, a))
    night = a.value.endswith("TNI") and _NIGHT.fullmatch(between)
    kinds = {_kind(a), _kind(b)}
    alike = (len(kinds) == 1 or kinds == {"month", "day"}) and None not in kinds
    alike = alike and bool(_BARE.fullmatch(between)) and not _ASIDE.match(text, b.span[0])
    ends = framed and _TO.fullmatch(between) and (framed["between"] or "and" not in between.lower())
    if not (alike or night or ends or _LASTING.fullmatch(between)):
        return None
    first, last = _earlier(text, a, b), _later(text, a, b)
    return (first, last) if first <= last else None


_ASIDE = re.compile(r"(?:the|that)\s+(?:\w+\s+)?day\b", re.IGNORECASE)
"""Finds "the day after", which explains the day before a dash and is no end of a range."""
_KINDS = re.compile(r"(?P<year>\d{4})|(?P<month>\d{4}-\d\d)|(?P<day>\d{4}-\d\d-\d\d)|(?P<quarter>\d{4}-[QH]\d)")


def _kind(a: Time) -> str | None:
    m = _KINDS.fullmatch(a.value)
    return m.lastgroup if m else None


_PARTIAL = re.compile(
    r"(?:(?:the\s+)?(?:end|start|beginning|middle)\s+of\s+|early\s+|late\s+|mid[\s-])?"
    r"(?:(?:the\s+)?[\w-]+\s+(?:of\s+)?)?[A-Za-z]{3,9}\.?(?:[\s/-]+\d{1,2}(?:st|nd|rd|th)?)?",
    re.IGNORECASE,
)
"""Finds a month, or a day of one, without its year."""
_RELATIVE = re.compile(r"\b(?:this|next|last|past|coming|previous|following)\b|day\b", re.IGNORECASE)


def _earlier(text: str, a: Time, b: Time) -> date:
    """The first day of a range; a month or day without its year is the last one before the other end that has one."""
    first, end = a.first or date.min, b.first or date.min
    words = text[slice(*a.span)]
    last_words = text[slice(*b.span)]
    if (
        first > end
        and end != date.min
        and _WEEKDAY.fullmatch(words)
        and _WEEKDAY.fullmatch(last_words)
        and "day" in {_kind(a), _kind(b)}
    ):
        # "from Monday through Thursday" of a Tuesday: the last Thursday, and the Monday before it
        return days.weekday(end, first.weekday(), -1)
    if not _PARTIAL.fullmatch(words) or _RELATIVE.search(words) or _kind(a) not in ("month", "day"):
        return first
    if first <= end and not re.search(r"\d{4}", text[slice(*b.span)]):
        return first
    for year in (end.year, end.year - 1):
        moved = days.shift(first, "Y", year - first.year)
        if moved and moved <= end:
            return moved
    return first


_WEEKDAY = re.compile(r"\w+day", re.IGNORECASE)


def _later(text: str, a: Time, b: Time) -> date:
    """The last day of a range: a weekday is the one after "next Monday", a month without its year at most a year away."""
    first, last = a.first or date.min, b.last or date.max
    words = text[slice(*b.span)]
    if _kind(b) == "day" and last < first and _WEEKDAY.fullmatch(words) and not _WEEKDAY.fullmatch(text[slice(*a.span)]):
        return days.weekday(first, last.weekday(), 1)
    if (last - first).days > _YEAR and _PARTIAL.fullmatch(words) and _PARTIAL.fullmatch(text[slice(*a.span)]):
        return days.shift(last, "Y", -1) or last
    return last


_YEAR = 366
_BESIDE = re.compile(r",?\s+(?:on\s+)?", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:ago|later|from\s+now|days?|weeks?)$", re.IGNORECASE)
_NEAR = 3
"""Days from a counted day within which each weekday lies once."""


def _on_weekday(text: str, a: Time, b: Time) -> Days | None:
    """The weekday of "Monday two weeks from now" and of "three days from today on Friday": the one nearest to the counted day."""
    for week_day, counted in ((a, b), (b, a)):
        words = text[slice(*week_day.span)]
        told = (
            counted.type == "DURATION"
            or _COUNTED.search(text[slice(*counted.span)])
            or (_kind(counted) == "day" and counted.value != str(counted.first))
        )
        if not (week_day.first and counted.first and counted.last and told and _WEEKDAY.fullmatch(words)):
            continue
        if counted.type not in ("DATE", "DURATION") or not _BESIDE.fullmatch(text[a.span[1] : b.span[0]]):
            continue
        if (counted.last - counted.first).days not in (0, 6):
            continue
        middle = counted.first + (counted.last - counted.first) // 2
        day = days.weekday(middle - timedelta(days=_NEAR), week_day.first.weekday(), 1)
        return day, day
    return None


def _leaning(text: str, a: Time, b: Time) -> Days | None:
    """The days of a length or weekday told beside a day; None beyond the years 1 to 9999."""
    try:
        return _counted(text, a, b) or _on_weekday(text, a, b)
    except OverflowError:
        return None


_AWAY = re.compile(r"\s+(?P<way>from|after|before|since)\s+(?:the\s+)?", re.IGNORECASE)
_STARTING = re.compile(r",?\s+(?:(?:starting|beginning|commencing)(?:\s+(?:on|from))?|from)\s+", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|in)\s+(?:the\s+year\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+|,?\s+", re.IGNORECASE)
_FURTHER = re.compile(r"\b(?:(?P<back>ago|earlier)|later|from\s+now)$", re.IGNORECASE)
"""Finds how "two weeks and three days ago" is counted."""
_WORKING = re.compile(r"\b(?:trading|working|business)\b", re.IGNORECASE)
_COUNT = re.compile(r"P(?P<n>\d+)(?P<unit>[DWMY])")
_ENDS = re.compile(r"(?:the\s+)?(?:very\s+)?(?P<which>first|last|final)\b", re.IGNORECASE)


def _counted(text: str, a: Time, b: Time) -> Days | None:
    """The days of a length told beside a day or period: so long after or before it, from it on, or its first or last part."""
    m = _COUNT.fullmatch(a.value)
    if a.type != "DURATION" or m is None or not (b.first and b.last) or b.type not in ("DATE", "TIME"):
        return None
    n, unit, between, words = int(m["n"]), m["unit"], text[a.span[1] : b.span[0]], text[slice(*a.span)]
    ago = _FURTHER.search(text[slice(*b.span)]) if _AND.fullmatch(between) and b.first == b.last and not a.first else None
    if ago and not re.search(r"(?:day|week|month|year)s?\s+and\s+$", _lead(text, a), re.IGNORECASE):
        day = days.shift(b.first, unit, -n if ago["back"] else n)
        return (day, day) if day else None
    end = _ENDS.match(words)
    if end and b.first != b.last and _OF.fullmatch(between):
        return _part((b.first, b.last), end["which"].lower() == "first", n, unit)
    lasting = re.search(r"\bfor\s+$", text[max(0, a.span[0] - 6) : a.span[0]], re.IGNORECASE)
    if b.first != b.last or a.first or _WORKING.search(words):
        return None
    if _STARTING.fullmatch(between) and (lasting or "from" not in between.split()):
        after = days.shift(b.first, unit, n)
        return (b.first, after - timedelta(days=1)) if after else None
    if away := _AWAY.fullmatch(between):
        day = days.shift(b.first, unit, -n if away["way"].lower() == "before" else n)
        return (day, day) if day else None
    return None


def _part(whole: Days, first: bool, n: int, unit: str) -> Days | None:  # noqa: FBT001  which end of two
    """The first or last so many units of a period; its weeks are those whose Thursday it holds, as ISO 8601 numbers them."""
    start, end = whole
    if unit == "W":
        thursdays = days.weekday(start, 3, 1), days.weekday(end, 3, -1)
        monday = thursdays[0] - timedelta(days=3) if first else thursdays[1] - timedelta(days=3 + 7 * (n - 1))
        found = monday, monday + timedelta(days=7 * n - 1)
    else:
        far = days.shift(start, unit, n) if first else days.shift(end + timedelta(days=1), unit, -n)
        if far is None:
            return None
        found = (start, far - timedelta(days=1)) if first else (far, end)
    return found if found[0] < end and found[1] > start else None
