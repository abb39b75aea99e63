"""Which days do a night, an anniversary or two days denote together: "overnight into Sunday", "a year ago today"?"""

import re
from dataclasses import replace
from datetime import date, timedelta

from sayso.reading.times import days
from sayso.reading.times.days import Days
from sayso.reading.times.setting import Time

_DAY = timedelta(days=1)
_INTO = re.compile(r"\s+(?:in)?to\s+(?:early\s+|the\s+early\s+hours\s+of\s+)?", re.IGNORECASE)
_NIGHT_INTO = re.compile(r"\bnight\s+(?:in)?to\s+$", re.IGNORECASE)
_BESIDE = re.compile(r",?\s+(?:on\s+)?", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+", re.IGNORECASE)
_YEARS_AGO = re.compile(r"years?\s+ago$", re.IGNORECASE)
_THIS = re.compile(r"(?:today|this\s+(?:day|week|month)|\w+day)", re.IGNORECASE)
_LATE, _EARLY = re.compile(r"late\b", re.IGNORECASE), re.compile(r"early\b", re.IGNORECASE)
_WORD = re.compile(r"(?!the\b)[A-Za-z]{3}", re.IGNORECASE)
_APART = 3
"""Days between two that "and" joins, up to which they are told as one stretch. **Source:** set by hand."""
_NEAR = 3
"""Days from a counted day within which each weekday lies once."""


def overnight(text: str, a: Time, b: Time) -> Days | None:
    """The two days of "overnight into Sunday", the day before and it, and of "overnight Saturday", it and the day after."""
    if text[slice(*a.span)].lower() != "overnight" or not b.first or b.first != b.last:
        return None
    between = text[a.span[1] : b.span[0]]
    if _INTO.fullmatch(between):
        return b.first - _DAY, b.first
    return (b.first, b.first + _DAY) if between == " " else None


def into(text: str, times: list[Time]) -> None:
    """Give "Sunday" in "the night into Sunday" both its days."""
    for i, t in enumerate(times):
        if t.first and t.first == t.last and _NIGHT_INTO.search(text[max(0, t.span[0] - 16) : t.span[0]]):
            times[i] = replace(t, first=t.first - _DAY)


def anniversary(text: str, a: Time, b: Time, published: date | None) -> Days | None:
    """The days so many years before: "ten years ago this week", "a year ago today", "two years ago on Saturday"."""
    if published is None or not _YEARS_AGO.search(text[slice(*a.span)]) or not a.value.isdecimal() or not b.first or not b.last:
        return None
    words = text[slice(*b.span)]
    if not _BESIDE.fullmatch(text[a.span[1] : b.span[0]]) or not _THIS.fullmatch(words):
        return None
    then = days.shift(published, "Y", int(a.value) - published.year)
    if then is None:
        return None
    if words.lower().endswith("week"):
        return days.week(then)
    if words.lower().endswith("month"):
        return days.month(then.year, then.month)
    if words.lower() in ("today", "this day"):
        return then, then
    day = days.weekday(then - timedelta(days=_NEAR), b.first.weekday(), 1)
    return day, day


def both(text: str, a: Time, b: Time) -> Days | None:
    """The days of "late on Saturday and early on Sunday" and "on 30 April and 1 May": two days, or few, that are told as one."""
    if not (a.first and a.last and b.first and b.last) or a.first != a.last or b.first != b.last:
        return None
    if not (_WORD.search(text[slice(*a.span)]) and _WORD.search(text[slice(*b.span)])):
        return None  # "20, 21 and 22 June": days of a list
    if not _AND.fullmatch(text[a.span[1] : b.span[0]]) or not 0 < (b.first - a.first).days <= _APART:
        return None
    plain = not _LATE.match(text, a.span[0]) and not _EARLY.match(text, b.span[0])
    turned = _LATE.match(text, a.span[0]) and _EARLY.match(text, b.span[0])
    return (a.first, b.first) if plain or turned else None
