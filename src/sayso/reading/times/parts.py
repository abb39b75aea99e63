"""Which time of a day is meant: one of the clock, or a part of the day that is named by itself?"""

from datetime import date

from sayso.reading.times.forms import form
from sayso.reading.times.setting import Setting
from sayso.reading.times.values import Match, Value, calendar_date, day_value, part_code, relday, weekday
from sayso.reading.times.words import number


def day_part(m: Match, setting: Setting) -> Value | None:
    """Such as "in the morning", "mid-afternoon yesterday": of the day said, else of the one last named or of publication."""
    if m["ref"]:
        day = reference_day(m["ref"], setting)
    elif setting.anchor and setting.anchor[0] == setting.anchor[1]:
        day = setting.anchor[0]
    else:
        day = None if setting.narrative else setting.base
    return day_value(day, m["part"]) if day else Value(type="TIME", value=f"XXXX-XX-XXT{part_code(m['part'])}")


def clock(m: Match, setting: Setting) -> Value | None:
    """A time of the clock, with the day it is said to be on, else the last day named or the day of publication."""
    if m["ref"]:
        day = reference_day(m["ref"], setting)
    elif setting.anchor and setting.anchor[0] == setting.anchor[1]:
        day = setting.anchor[0]
    else:
        day = setting.base
    name = day.isoformat() if day else "XXXX-XX-XX"
    return Value(type="TIME", value=f"{name}T{_hour(m)}", days=(day, day) if day else None)


def _hour(m: Match) -> str:
    if m["word"]:
        return "24:00" if m["word"].lower() == "midnight" else "12:00"
    if m["h24"]:
        return f"{int(m['h24']):02}:{m['min24']}"
    if m["ho"]:
        return f"{int(number(m['ho']) or 0):02}:00"
    late = (m["half"] or "").lower().startswith("p") or (m["hp"] or "").lower() in ("afternoon", "evening")
    h = int(m["h"] or m["hw"])
    return f"{h % 12 + 12 * late:02}:{m['min'] or '00'}"


def reference_day(words_: str, setting: Setting) -> date | None:
    """The day that "yesterday", "Friday" or "March 4" after a time of the clock is."""
    for name, reader in (("relday", relday), ("weekday", weekday), ("date", calendar_date)):
        if m := form(name).fullmatch(words_):
            value = reader(m, setting)
            return value.days[0] if value and value.days else None
    return None
