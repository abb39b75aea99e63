"""Which days are a weekday of a week, a week or month by its number, and the first and last of a period?"""

import re
from datetime import date, timedelta

from sayso.reading.times import days
from sayso.reading.times.days import Days
from sayso.reading.times.setting import Setting, way
from sayso.reading.times.values import (
    Match,
    Value,
    calendar_day,
    dated,
    day_value,
    month_number,
    relative_year,
    year_ahead,
    year_near,
)
from sayso.reading.times.words import number, ordinal, unit, words


def weekday_number(word: str) -> int:
    """0 for Monday or Mon., to 6 for Sunday."""
    return next(int(n) for name, n in words("weekdays").items() if name.startswith(word.rstrip(".").lower()))


def weekday_of_week(m: Match, setting: Setting) -> Value | None:
    """Such as "Monday last week", "Friday of next week", "next week on Tuesday"."""
    rel, base = (m["rel"] or m["rel2"]).lower(), setting.base
    if base is None:
        return None
    step = -1 if re.search("last|previous", rel) else 1 if re.search("next|following|coming", rel) else 0
    start = setting.anchor[0] if re.search("previous|following", rel) and setting.anchor else base
    monday = days.week(start)[0] + timedelta(days=7 * step)
    return day_value(monday + timedelta(days=weekday_number(m["wd"] or m["wd2"])))


_FAR_MONTHS = 14
"""Months around the day of publication in which a weekday falls on a given day of the month at least once."""


def weekday_and_day(m: Match, setting: Setting) -> Value | None:
    """Such as "Monday the 21st": the nearest day that is both, where tense does not choose."""
    base, day, wanted = setting.base, ordinal(m["day"]), weekday_number(m["wd"])
    if base is None or day is None:
        return None
    lean, found = way(setting), []
    for k in range(-_FAR_MONTHS, _FAR_MONTHS + 1):
        month = days.shift(date(base.year, base.month, 1), "M", k)
        value = calendar_day(month.year, month.month, day, None) if month else None
        if value and value.days and value.days[0].weekday() == wanted:
            gap = (value.days[0] - base).days
            found.append((abs(gap) * (_AGAINST if gap * lean < 0 else 1), value.days[0]))
    return day_value(min(found)[1]) if found else None


_AGAINST = 3
"""How many times farther a day counts against the tense of its clause; **Source:** as for dates without a year."""


def week_by_number(m: Match, setting: Setting) -> Value | None:
    """Such as "week 31", "week 3 of 2031": as ISO 8601 numbers them; a low number without a year may count from any day."""
    n, base = int(m["n"]), setting.base
    given = m["year"] or m["rel"]
    if setting.narrative or (n < 10 and not given and not m["the"]) or not 1 <= n <= 53:
        return None
    year = int(m["year"]) if m["year"] else relative_year(m["rel"], setting) if m["rel"] else base.year if base else None
    return dated(days.unit_of(date.fromisocalendar(year, n, 1), "W")) if year else None


def week_of_day(m: Match, setting: Setting) -> Value | None:
    """Such as "the week beginning 4 May", "the week of the 18th": the week that holds the day."""
    base, day = setting.base, ordinal(m["day"] or m["day2"] or m["day3"])
    name = m["mon"] or m["mon3"]
    if day is None or base is None:
        return None
    if name:
        mon = month_number(name)
        value = calendar_day(int(m["year"]) if m["year"] else year_near(setting, mon, day), mon, day, None)
    else:
        value = calendar_day(base.year, base.month, day, None)
    return dated(days.unit_of(value.days[0], "W")) if value and value.days else None


def part_of_period(m: Match, setting: Setting) -> Value | None:
    """Such as "the first week of 2031", "the third month of last year", "the last day of May".

    Source: the weeks of a year or month are those whose Thursday it holds (ISO 8601).
    """
    whole = _whole(m, setting)
    if whole is None:
        return None
    last = m["ord"].lower() in ("last", "final")
    n = 1 if last else ordinal(m["ord"])
    if m["wd"] and n:
        number_ = weekday_number(m["wd"])
        nth = days.weekday(whole[1], number_, -1) if last else days.weekday(whole[0], number_, 1) + timedelta(days=7 * (n - 1))
        return day_value(nth) if nth <= whole[1] else None
    letter = unit(m["unit"] or "day")
    if n is None or letter not in ("D", "W", "M"):
        return None
    if letter == "W":
        thursday = days.weekday(whole[1], 3, -1) if last else days.weekday(whole[0], 3, 1) + timedelta(days=7 * (n - 1))
        return dated(days.unit_of(thursday, "W")) if whole[0] <= thursday <= whole[1] else None
    day = whole[1] if last else days.shift(whole[0], letter, n - 1)
    return dated(days.unit_of(day, letter)) if day and day <= whole[1] else None


def _whole(m: Match, setting: Setting) -> Days | None:
    """The year or month of which a part is told."""
    if m["mon"]:
        mon = month_number(m["mon"])
        year = int(m["myear"]) if m["myear"] else year_near(setting, mon, None)
        return days.month(year, mon) if year else None
    if m["year"]:
        return days.year(int(m["year"]))
    rel, base = m["rel"].lower(), setting.base
    step = -1 if "last" in rel else 1 if "next" in rel else 0
    day = days.shift(base, unit(m["of"]), step) if base else None
    found = days.unit_of(day, unit(m["of"])) if day else None
    return found[1] if found else None


def after_next(m: Match, setting: Setting) -> Value | None:
    """Such as "the week after next", "the Friday after next", "the year before last"."""
    if m["wd"]:
        base = setting.base
        return day_value(days.weekday(base + timedelta(days=1), weekday_number(m["wd"]), 1) + timedelta(days=7)) if base else None
    letter = unit(m["unit"] or m["unit2"])
    day = days.shift(setting.base, "W" if letter == "WE" else letter, 2 if m["unit"] else -2) if setting.base else None
    return dated(days.unit_of(day, letter)) if day else None


def short_month(m: Match, setting: Setting) -> Value | None:
    """A month in short, or one that may be another word, where it begins a range or a preposition stands before it."""
    mon = month_number(m.group())
    y = year_ahead(setting, m.end()) or year_near(setting, mon, None)
    return Value(type="DATE", value=f"{y:04}-{mon:02}", days=days.month(y, mon)) if y else None


def weekday_ago(m: Match, setting: Setting) -> Value | None:
    """Such as "two Thursdays ago": the second one before the day of publication."""
    base, count = setting.published, number(m["num"])
    if base is None or not count or setting.narrative:
        return None
    step = timedelta(days=7 * (int(count) - 1))
    if m["way"].lower() == "from now":
        return day_value(days.weekday(base + timedelta(days=1), weekday_number(m["wd"]), 1) + step)
    return day_value(days.weekday(base - timedelta(days=1), weekday_number(m["wd"]), -1) - step)


def month_day(m: Match, setting: Setting) -> Value | None:
    """Such as "the 15th day of next month", "the 21st this month"."""
    day, rel, base = ordinal(m["day"]), (m["rel"] or m["rel2"]).lower(), setting.base
    if rel == "the" and setting.anchor:
        base = setting.anchor[0]
    step = 1 if rel in ("next", "following") else -1 if rel in ("last", "previous") else 0
    near = days.shift(base, "M", step) if base else None
    return calendar_day(near.year, near.month, day, None) if near and day else None


def year_to_date(_: Match, setting: Setting) -> Value | None:
    """The year of publication, up to that day."""
    base = setting.base
    return Value(type="DATE", value=f"{base.year:04}", days=(date(base.year, 1, 1), base)) if base else None


def working_week(m: Match, setting: Setting) -> Value | None:
    """Such as "next working week": Monday to Friday of it."""
    rel, base = m["rel"].lower(), setting.base
    if base is None:
        return None
    monday = days.week(base)[0] + timedelta(days={"last": -7, "next": 7}.get(rel, 0))
    found = days.unit_of(monday, "W")
    return Value(type="DATE", value=found[0], days=(monday, monday + timedelta(days=4))) if found else None


def working_days(m: Match, setting: Setting) -> Value | None:
    """Such as "the next 4 working days": without Saturdays and Sundays, and without the day of publication."""
    count, base = number(m["num"]), setting.published
    if not count or count % 1 or count > _MANY or base is None or setting.narrative:
        return None
    step = timedelta(days=1 if m["way"].lower() in ("next", "coming") else -1)
    day = base
    found: list[date] = []
    while len(found) < count:
        day += step
        if day.weekday() < 5:
            found.append(day)
    return Value(type="DURATION", value=f"P{int(count)}D", days=(min(found), max(found)))


_MANY = 400
"""Working days beyond which nobody counts them."""


def nights(m: Match, setting: Setting) -> Value | None:
    """Such as "three nights", "the past two nights": as long as so many days."""
    count, base = number(m["num"]), setting.published
    if not count:
        return None
    covered = (base - timedelta(days=int(count)), base) if m["way"] and base and not setting.narrative else None
    return Value(type="DURATION", value=f"P{int(count)}D", days=covered)


def night_days(m: Match, setting: Setting) -> Value | None:
    """Such as "night 9/10" and "night of 30/31.08": from the one day into the next, in the last month that has both by now."""
    since, until, base = int(m["since"]), int(m["until"]), setting.published
    if base is None or (until != since + 1 and (until != 1 or since < _SHORTEST)):
        return None
    month = int(m["mon"]) if m["mon"] else None
    for back in range(_NIGHTS):
        end = base - timedelta(days=back)
        begin = end - timedelta(days=1)
        if (begin.day, end.day) == (since, until) and month in (None, begin.month, end.month):
            return Value(type="TIME", value=f"{begin.isoformat()}TNI", days=(begin, end))
    return None


_NIGHTS = 366
"""Nights back from the day of publication among which one is looked for by its numbers."""

_SHORTEST = 28
"""Days of the shortest month."""


def counted_first(m: Match, setting: Setting) -> Value | None:
    """Such as "the 5 coming years": a duration that ends or begins on the day of publication."""
    return counted(number(m["num"]), unit(m["unit"]), m["way"].lower(), setting)


_A_YEAR = 1000
"""From which a number before "previous years" is a year."""


def counted(count: float | None, letter: str, said: str, setting: Setting) -> Value | None:
    """A number of units before or after the day of publication; those to come begin on the day after it."""
    if count is None or count % 1 or count >= _A_YEAR or letter not in ("D", "W", "M", "Q", "Y"):
        return None
    n, base, ahead = int(count), setting.published, said in ("next", "coming", "upcoming")
    value = f"P{3 * n}M" if letter == "Q" else f"P{n}{letter}"
    if base is None or setting.narrative or (said in ("previous", "following") and setting.anchor):
        return Value(type="DURATION", value=value)
    end = days.shift(base, letter, n if ahead else -n)
    if end is None:
        return Value(type="DURATION", value=value)
    covered = (base + timedelta(days=1), end) if ahead else (end, base)
    return Value(type="DURATION", value=value, days=covered)
