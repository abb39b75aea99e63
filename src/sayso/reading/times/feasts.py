"""On which day of a year does a feast fall?"""

import re
from datetime import date, timedelta

from sayso.reading.times import days
from sayso.reading.times.setting import Setting
from sayso.reading.times.values import Match, Value, calendar_day, dated, relative_year, year_near
from sayso.reading.times.words import words


def holiday(m: Match, setting: Setting) -> Value | None:
    """A feast: the one nearest to the day of publication, or the last or next one."""
    if m["name"].lower().endswith("year") and not _NEW_YEAR.search(setting.before):
        return None
    rule = _rule(m["name"])
    rel, base = (m["rel"] or "").lower(), setting.base
    near = feast(rule, base.year if base else _ANY_YEAR)
    if rel and base:
        back, ahead = rel in ("last", "previous"), rel in ("next", "following")
        y: int | None = base.year - (back and near >= base) + (ahead and near <= base)
    elif m["relyear"]:
        y = relative_year(m["relyear"], setting)
    else:
        y = int(m["year"]) if m["year"] else year_near(setting, near.month, near.day)
    if y is None:
        return calendar_day(None, near.month, near.day, None) if re.fullmatch(r"\d\d-\d\d", rule) else None
    day = feast(rule, y)
    if m["week"]:
        return dated(days.unit_of(day, "W" if m["week"].lower() == "week" else "WE"))
    return calendar_day(y, day.month, day.day, m["part"])


_NEW_YEAR = re.compile(r"\b(?:before|after|by|until|till|since|at|over)\s+$", re.IGNORECASE)
"""Finds what stands before "New Year" where that is a day; "the new year" is a year."""


def feast_weekend(m: Match, setting: Setting) -> Value | None:
    """Such as "Easter weekend": with the feast itself, where that is a Thursday, Friday or Monday beside it."""
    rule, given, base = _rule(m["name"] or m["name2"]), m["year"] or m["year2"] or m["year3"], setting.base
    near = feast(rule, base.year if base else _ANY_YEAR)
    y = int(given) if given else year_near(setting, near.month, near.day)
    if y is None:
        return None
    day = feast(rule, y)
    saturday = days.weekday(day, 5, -1 if day.weekday() in (0, 1, 5, 6) else 1)
    first, last = saturday, saturday + timedelta(days=1)
    if day.weekday() in (0, 3, 4):
        first, last = min(first, day), max(last, day)
    found = days.unit_of(saturday, "WE")
    return Value(type="DATE", value=found[0], days=(first, last)) if found else None


def _rule(name: str) -> str:
    """The rule of a feast, by its name as written."""
    return str(words("holidays")[" ".join(name.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())])


_ANY_YEAR = 2000
"""The year in which a feast on a fixed day is looked up where none is known."""


def feast(rule: str, of: int) -> date:
    """The day of a year that a rule of the pack's list gives.

    Rules: "12-25" a day of a month; "11-thursday-4" the fourth Thursday of November, "05-monday-last" the last Monday of May,
    "11-thursday-4+1" the day after a fourth Thursday;
    "easter-2" two days before Easter Sunday, "orthodox+1" the day after that of the eastern churches.
    """
    if rule.startswith("easter"):
        return easter(of) + timedelta(days=int(rule.removeprefix("easter") or "0"))
    if rule.startswith("orthodox"):
        return orthodox_easter(of) + timedelta(days=int(rule.removeprefix("orthodox")))
    month, day = rule.split("-", maxsplit=1)
    if m := re.fullmatch(r"([a-z]+)-(\d|last)(\+\d)?", day):
        number = int(words("weekdays")[m[1]])
        if m[2] == "last":
            return days.weekday(days.month(of, int(month))[1], number, -1)
        return days.weekday(date(of, int(month), 1), number, 1) + timedelta(weeks=int(m[2]) - 1, days=int(m[3] or 0))
    return date(of, int(month), int(day))


def easter(of: int) -> date:
    """Easter Sunday of the western churches.

    **Source:** the anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, 1991, chapter 8).
    """
    golden, century, rest = of % 19, of // 100, of % 100
    shifted = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - shifted - rest % 4) % 7
    late = (golden + 11 * shifted + 22 * weekday) // 451
    month, day = divmod(shifted + weekday - 7 * late + 114, 31)
    return date(of, month, day + 1)


def orthodox_easter(of: int) -> date:
    """Easter Sunday of the eastern churches, as a day of the Gregorian calendar.

    **Source:** the Julian algorithm (Meeus, Astronomical Algorithms, 1991, chapter 8); the calendars are 13 days apart to 2099.
    """
    shifted = (19 * (of % 19) + 15) % 30
    weekday = (2 * (of % 4) + 4 * (of % 7) - shifted + 34) % 7
    month, day = divmod(shifted + weekday + 114, 31)
    return date(of, month, day + 1) + timedelta(days=_CALENDARS_APART)


_CALENDARS_APART = 13
