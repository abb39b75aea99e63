"""When does this line say it was published: dates and times as pages print them, found and parsed without a clock.

Times are kept as printed; a zone never moves them. A two-digit year up to 69 is 20xx, from 70 on 19xx. An all-numeric date with
slashes or hyphens is read month first unless its first number exceeds 12 or the caller has evidence for day first; with dots,
day first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Literal

from sayso import packs
from sayso.model import Span

Label = Literal["published", "updated"]

PIVOT = 70
"""Two-digit years below it are of this century. Source: POSIX takes 69; one later, so that 69 can be a year to come."""

YEARS = range(1800, 2200)
"""Years that a report can bear; anything else is a misprint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """One date with its time, if printed; `value` is ISO 8601, or `--MM-DD` where no year is printed."""

    span: Span
    value: str
    label: Label | None = None
    day_first: bool = False

    @property
    def complete(self) -> bool:
        """Whether the year is printed."""
        return not self.value.startswith("-")


def find(text: str, *, day_first: bool = False) -> tuple[Stamp, ...]:
    """The dates of a short text, in order, each with the label that precedes it ("Published", "Updated")."""
    return tuple(_stamps(text, day_first=day_first))


def parse(value: str, *, day_first: bool = False) -> str | None:
    """A `published` field as ISO 8601: ISO unchanged but for a space in place of T; None when no date can be read from it."""
    value = value.strip()
    if _iso().fullmatch(value):
        return _checked(value)
    if not value or len(value) > 100 or not any(c.isdigit() for c in value):
        return None
    for stamp in _stamps(value, day_first=day_first):
        if stamp.complete:
            return stamp.value
    return _lenient(value, day_first=day_first)


@cache
def _iso() -> re.Pattern[str]:
    return re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII)


def _checked(value: str) -> str | None:
    value = value[:10] + value[10:].replace(" ", "T", 1).replace(" ", "") if len(value) > 10 else value
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        return _day(value[:4], value[5:7], value[8:10])
    return value if read.year in YEARS else None


def _lenient(value: str, *, day_first: bool) -> str | None:
    if re.fullmatch(r"[\d\s.,+-]+", value) and not re.fullmatch(r"(?:1[89]|2[01])\d{6}(?:\d{6})?", value):
        return None  # a bare number is a count of seconds or a mistake
    from dateutil import parser  # noqa: PLC0415  rarely needed

    read: list[datetime] = []
    for default in (datetime(2000, 1, 1), datetime(1999, 2, 2)):  # noqa: DTZ001  two defaults: what differs was not printed
        try:
            read.append(parser.parse(value, default=default, dayfirst=day_first, ignoretz=True))
        except (ValueError, OverflowError, TypeError, AttributeError, IndexError, RecursionError):
            return None
    if read[0] != read[1] or read[0].year not in YEARS:
        return None
    first = read[0]
    return first.isoformat() if ":" in value else first.date().isoformat()


@cache
def _months() -> dict[str, int]:
    return {name: i for i, names in enumerate(packs.table("chrome")["stamp"]["months"], start=1) for name in names}


def _choice(words: list[str] | dict[str, int]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _dates() -> re.Pattern[str]:
    """The printed forms of a date, each with its own group names."""
    month = rf"(?:{_choice(_months())})"
    weekday = rf"(?:(?:{_choice(packs.table('chrome')['stamp']['weekdays'])})\b\.?,?\s+)?"
    return re.compile(
        rf"""(?<!\d:)(?<![\w/.-]){weekday}(?:
        (?P<m1>{month})\b\.?\s*(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b       # Nov. 25, 2024
            (?:\s*,?\s*(?P<y1>(?:1[89]|2[01])\d\d)(?:\b|(?=\d\d?:\d\d)))?
        | (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]*(?P<m2>{month})\b\.?                                   # 3 JAN 90
            (?:[\s,-]*(?P<y2>(?:1[89]|2[01])\d\d)\b|\s*'?(?P<s2>\d\d)\b(?=\s*(?:$|[-–—(),;\]])))?
        | (?P<y3>(?:1[89]|2[01])\d\d)[-/.](?P<m3>\d\d?)[-/.](?P<d3>\d\d?)(?![\d/-])                               # 2033-01-31
        | (?P<a4>\d\d?)(?P<by>[-/.])(?P<b4>\d\d?)(?P=by)(?P<y4>(?:1[89]|2[01])\d\d|\d\d)(?![\d/-])                # 27.09.2033
        )""",
        re.VERBOSE | re.IGNORECASE | re.ASCII,
    )


@cache
def _clock() -> str:
    return rf"""(?:(?P<h>\d\d?)[:.h](?P<min>\d\d)(?::\d\d(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?
        | (?P<h2>\d\d?)\s*(?P<half2>[ap]\.?m\b\.?)
        | (?P<h3>[012]\d)(?P<min3>[0-5]\d)(?=\s*(?:gmt|utc|hrs|hours|z\b|local)))
        (?:\s*\(?(?P<zone>{_choice(packs.table("chrome")["stamp"]["zones"])})(?:\b|(?=[+-]))(?:[+-]\d\d?(?::?\d\d)?)?\)?|\s*[+-]\d\d:?\d\d)?"""


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"(?:T|[\s,·|@–—(-]*)(?:\b(?:at|kl\.?|klo|um|o'clock)\s*)?{_clock()}", re.VERBOSE | re.IGNORECASE | re.ASCII
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\d:.]){_clock()}[\s,·|–—-]*(?:\bon\s+)?$", re.VERBOSE | re.IGNORECASE | re.ASCII)


@cache
def _labels() -> re.Pattern[str]:
    words = packs.table("chrome")["stamp"]
    return re.compile(
        rf"\b(?:(?P<updated>{_choice(words['updated'])})|(?P<published>{_choice(words['published'])}))\b", re.IGNORECASE
    )


def _stamps(text: str, *, day_first: bool) -> Iterator[Stamp]:
    done = 0
    for m in _dates().finditer(text):
        zoned = _after().match(text, m.end()) or (
            _before().search(text[: m.start()], max(done, m.start() - 30)) if m.start() else None
        )
        zone = (zoned["zone"] or "").lower() if zoned else ""
        first = day_first or zone in packs.table("chrome")["stamp"]["day_first_zones"]
        value = _value(m, day_first=first)
        if value is None:
            continue
        start, end = m.span()
        if zoned is not None:
            value += _time(zoned)
            start, end = (start, zoned.end()) if zoned.start() >= end else (zoned.start(), end)
        yield Stamp(
            span=(start, end), value=value, label=_label(text[max(done, start - 40) : start]), day_first=_says_day_first(m)
        )
        done = end


def _label(before: str) -> Label | None:
    found = None
    for m in _labels().finditer(before):
        found = m
    if found is None or len(before) - found.end() > 20:
        return None
    return "updated" if found["updated"] else "published"


def _says_day_first(m: re.Match[str]) -> bool:
    return bool(m["a4"]) and 12 < int(m["a4"]) <= 31


def _value(m: re.Match[str], *, day_first: bool) -> str | None:
    if m["m1"] or m["m2"]:
        month = str(_months()[(m["m1"] or m["m2"]).lower()])
        year = m["y1"] or m["y2"] or (_century(m["s2"]) if m["s2"] else None)
        return _day(year, month, m["d1"] or m["d2"])
    if m["y3"]:
        return _day(m["y3"], m["m3"], m["d3"])
    a, b = m["a4"], m["b4"]
    year = m["y4"] if len(m["y4"]) == 4 else _century(m["y4"])
    if int(a) > 12 or (int(b) <= 12 and (day_first or m["by"] == ".")):
        a, b = b, a
    return _day(year, a, b)


def _century(two: str) -> str:
    return f"{20 if int(two) < PIVOT else 19}{two}"


def _day(year: str | None, month: str, day: str) -> str | None:
    """An ISO day, or `--MM-DD` without a year; None when there is no such day."""
    try:
        read = date(int(year) if year else 2000, int(month), int(day))
    except ValueError:
        return None
    if read.year not in YEARS:
        return None
    return read.isoformat() if year else f"--{read:%m-%d}"


def _time(m: re.Match[str]) -> str:
    hour, minute = int(m["h"] or m["h2"] or m["h3"]), int(m["min"] or m["min3"] or 0)
    half = (m["half"] or m["half2"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"T{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""
