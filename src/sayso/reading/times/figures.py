"""Which day, month, quarter or half is written in figures: 2031/3/4, 3/4, 2031-03, Q2 2031?"""

import re
from datetime import date

from sayso.reading.times import days
from sayso.reading.times.setting import Setting
from sayso.reading.times.values import Match, Value, calendar_day, dated, month_number, relative_year, year_near
from sayso.reading.times.words import ordinal, words


def _month(word: str) -> int:
    n = int(word)
    return n if 1 <= n <= 12 else 0


def year_first(m: Match, _: Setting) -> Value | None:
    """2031-3-4, 2031/3/4, 20310304 or 2031-Mar-4."""
    mon = month_number(m["mon"]) if m["mon"] else _month(m["m"] or m["m2"] or m["m3"])
    return calendar_day(int(m["y"]), mon, int(m["d"] or m["d2"] or m["d3"] or m["d4"]), None) if mon else None


_MONTH_DAY = re.compile(
    r"\b(?P<mon>[A-Z][a-z]{2,8})\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,\s+\d{1,2}(?:st|nd|rd|th)?)*,?\s+(?:(?:and|or)\s+)?$"
)


_THE_DAY = re.compile(r"\bthe\s+\d{1,2}(?:st|nd|rd|th)\s+(?:and|or)\s+$")


def also_day(m: Match, setting: Setting) -> Value | None:
    """The 9 of "March 3 and 9", the 5 of "March 3, 5 and 9"."""
    named = _MONTH_DAY.search(setting.before)
    if named is None and setting.day and _THE_DAY.search(setting.before):
        of = setting.day[0]
        return calendar_day(of.year, of.month, ordinal(m["day"] or m["day2"]) or 0, None)
    mon, day = named and words("months").get(named["mon"].lower()), ordinal(m["day"] or m["day2"])
    return calendar_day(year_near(setting, mon, day), mon, day, None) if mon and day else None


def month_first(m: Match, _: Setting) -> Value | None:
    """Mar-4-2031 or 4/Mar/2031."""
    return calendar_day(int(m["y"]), month_number(m["mon"]), int(m["d"]), None)


def day_and_month(m: Match, setting: Setting) -> Value | None:
    """3/4 behind a weekday or a preposition, or "3/4 to 3/9": month first unless the first number exceeds 12."""
    y = int(m["y"] or m["y2"] or 0) or None
    rel = (m["rel"] or m["rel3"] or "").lower()
    if rel and setting.base and not y:
        y = setting.base.year + (rel == "next" and not m["wd"])
    first = _near(int(m["a"]), int(m["b"]), y, setting)
    if first is None or m["c"] is None:
        return first
    last = _near(int(m["c"]), int(m["d"]), y, setting)
    if last is None or first.days is None or last.days is None:
        return None
    start, end = first.days[0], last.days[0]
    if start > end:
        back, ahead = days.shift(start, "Y", -1) or start, days.shift(end, "Y", 1) or end
        start, end = (start, ahead) if back.day != start.day else (back, end)
    return Value(type="DATE", value=start.isoformat(), days=(start, end)) if start <= end else None


def _near(a: int, b: int, y: int | None, setting: Setting) -> Value | None:
    mon, day = (b, a) if a > 12 else (a, b)
    if not 1 <= mon <= 12 or not 1 <= day <= 31:
        return None
    return calendar_day(y or year_near(setting, mon, day), mon, day, None)


def year_and_month(m: Match, _: Setting) -> Value | None:
    """2031-3 or 3-2031; what may be two years, such as 2009-10, has another form."""
    y, mon = int(m["y"] or m["y2"]), int(m["m"] or m["m2"])
    return Value(type="DATE", value=f"{y:04}-{mon:02}", days=days.month(y, mon))


def named_month(m: Match, _: Setting) -> Value | None:
    """2031 April."""
    y, mon = int(m["year"]), month_number(m["mon"])
    return Value(type="DATE", value=f"{y:04}-{mon:02}", days=days.month(y, mon))


def iso_week(m: Match, _: Setting) -> Value | None:
    """2031-W05."""
    y, n = int(m["y"]), int(m["n"])
    return dated(days.unit_of(date.fromisocalendar(y, n, 1), "W"))


def coded(m: Match, setting: Setting) -> Value | None:
    """Q2 2031, 2031-H1; a quarter alone is the one nearest to the day of publication."""
    unit, n = (m["unit"] or m["unit2"]).upper(), int(m["n"] or m["n2"])
    if unit == "H" and n > 2:
        return None
    given = m["y"] or m["y2"]
    if given or (m["rel"] and setting.base):
        y = int(given or relative_year(m["rel"], setting) or 0)
    elif base := setting.base:
        y = min((base.year - 1, base.year), key=lambda of: abs((date(of, 3 * n, 1) - base).days))
    else:
        return Value(type="DATE", value=f"XXXX-Q{n}")
    return Value(type="DATE", value=f"{y:04}-{unit}{n}", days=(days.quarter if unit == "Q" else days.half)(n, y))
