"""Which days does a calendar unit cover, and which is so many units away?"""

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

Days = tuple[date, date]
"""A closed interval of days."""

_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each meteorological season of the northern hemisphere; **Source:** the convention of weather services."""


def month(year: int, number: int) -> Days:
    """The days of a month, 1 to 12."""
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def year(number: int) -> Days:
    """The days of a year."""
    return date(number, 1, 1), date(number, 12, 31)


def years(first: int, last: int) -> Days:
    """The days of a run of years."""
    return date(first, 1, 1), date(last, 12, 31)


def week(day: date) -> Days:
    """Monday to Sunday of the week of a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def quarter(number: int, of: int) -> Days:
    """The days of a quarter, 1 to 4, of a year."""
    return date(of, 3 * number - 2, 1), month(of, 3 * number)[1]


def half(number: int, of: int) -> Days:
    """The days of a half, 1 or 2, of a year."""
    return date(of, 6 * number - 5, 1), month(of, 6 * number)[1]


def season(code: str, of: int) -> Days:
    """The days of a season (SP, SU, FA, WI) that begins in a year."""
    start = _SEASON_START[code]
    end = start + 2
    return date(of, start, 1), month(of + (end > 12), (end - 1) % 12 + 1)[1]


def shift(day: date, unit: str, count: int) -> date | None:
    """The day so many units away: D, W, F, M, Q, Y, DE or CE; None outside the calendar."""
    if unit in ("D", "W", "F"):
        try:
            return day + timedelta(days=count * {"D": 1, "W": 7, "F": 14}[unit])
        except OverflowError:
            return None
    months = day.year * 12 + day.month - 1 + count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]
    of, number = months // 12, months % 12 + 1
    if not 1 <= of <= MAXYEAR:
        return None
    return date(of, number, min(day.day, monthrange(of, number)[1]))


def weekday(day: date, number: int, way: int) -> date:
    """The weekday (0 Monday) nearest on or before a day (way below 0), or on or after it."""
    return day - timedelta(days=(day.weekday() - number) % 7) if way < 0 else day + timedelta(days=(number - day.weekday()) % 7)


def unit_of(day: date, unit: str) -> tuple[str, Days] | None:
    """The TIMEX3 value and the days of the unit (D, W, WE, M, Q, Y, DE, CE) that holds a day."""
    if unit == "DE":
        return decade(day.year // 10)
    if unit == "CE":
        return century(day.year // 100)
    if unit in ("W", "WE"):
        iso = day.isocalendar()
        monday, sunday = week(day)
        name = f"{iso.year:04}-W{iso.week:02}"
        return (name, (monday, sunday)) if unit == "W" else (name + "-WE", (monday + timedelta(days=5), sunday))
    n = (day.month + 2) // 3
    return {
        "D": (day.isoformat(), (day, day)),
        "M": (f"{day.year:04}-{day.month:02}", month(day.year, day.month)),
        "Q": (f"{day.year:04}-Q{n}", quarter(n, day.year)),
        "Y": (f"{day.year:04}", year(day.year)),
    }[unit]


def decade(number: int) -> tuple[str, Days] | None:
    """The TIMEX3 value and the days of a decade, 198 for the 1980s."""
    return (f"{number:03}", years(number * 10, number * 10 + 9)) if 1 <= number < MAXYEAR // 10 else None


def century(number: int) -> tuple[str, Days] | None:
    """The TIMEX3 value and the days of a century, 19 for the twentieth."""
    return (f"{number:02}", years(number * 100, number * 100 + 99)) if 1 <= number < MAXYEAR // 100 else None


def half_of(days: Days, number: int) -> Days:
    """The first or second half of an interval; the middle day of an odd number is in the second."""
    many = days[1].year - days[0].year + 1
    if many > 1:
        return years(days[0].year, days[0].year + many // 2 - 1) if number == 1 else years(days[0].year + many // 2, days[1].year)
    middle = days[0] + timedelta(days=((days[1] - days[0]).days + 1) // 2)
    return (days[0], max(days[0], middle - timedelta(days=1))) if number == 1 else (middle, days[1])


def third(days: Days, which: str) -> Days:
    """The early, mid or late part of an interval: four months of a year, ten days of a month, three or four of a week.

    Source: the ten days of a month are the dekads of weather services; thirds are the plain reading.
    """
    if days == month(days[0].year, days[0].month):
        start, end = {"early": (1, 10), "mid": (11, 20), "late": (21, days[1].day)}[which]
        return days[0].replace(day=start), days[0].replace(day=end)
    if days == year(days[0].year):
        start = {"early": 1, "mid": 5, "late": 9}[which]
        return date(days[0].year, start, 1), month(days[0].year, start + 3)[1]
    length = (days[1] - days[0]).days + 1
    if length == _WEEK:
        start, end = {"early": (0, 2), "mid": (2, 4), "late": (3, 6)}[which]
        return days[0] + timedelta(days=start), days[0] + timedelta(days=end)
    a, b = timedelta(days=length // 3), timedelta(days=2 * length // 3)
    if which == "early":
        return days[0], days[0] + max(a - timedelta(days=1), timedelta())
    return (days[0] + a, days[0] + b) if which == "mid" else (days[0] + b, days[1])


_WEEK = 7
