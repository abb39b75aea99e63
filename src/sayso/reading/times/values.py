"""Which TIMEX3 value and which days does a date, weekday or relative day have?"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.reading.times import days
from sayso.reading.times.days import Days
from sayso.reading.times.setting import Setting, TimeType, stepped_year, way, way_after
from sayso.reading.times.story import continued
from sayso.reading.times.words import number, ordinal, spelled_year, unit, words

Match = re.Match[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """TIMEX3 type and value, and the days denoted."""

    type: TimeType
    value: str
    days: Days | None = None


Reader = Callable[[Match, Setting], Value | None]


def dated(found: tuple[str, Days] | None) -> Value | None:
    """A DATE of a value and its days."""
    return Value(type="DATE", value=found[0], days=found[1]) if found else None


def day_value(day: date, part: str | None = None) -> Value:
    """A day, or a TIME of a part of it."""
    if code := part_code(part):
        return Value(type="TIME", value=f"{day.isoformat()}T{code}", days=(day, day))
    return Value(type="DATE", value=day.isoformat(), days=(day, day))


def part_code(part: str | None) -> str | None:
    """MO, AF, EV or NI for the words of a part of the day."""
    if not part:
        return None
    low = part.lower()
    return next((str(code) for word, code in words("parts").items() if word in low), "MO" if "hours" in low else None)


_TURN = timedelta(days=7)
"""Days on either side of New Year that "the turn of the year" means. **Source:** set by hand."""


def phased(value: Value | None, phase: str | None, published: date | None) -> Value | None:
    """A value whose days are narrowed by "early", "the end of" and the like.

    "Earlier this week" ends on the day of publication, "later" begins there.
    """
    if not value or not value.days or not phase or value.days[0] == value.days[1]:
        return value
    low, (first, last) = phase.lower(), value.days
    if "earlier" in low or "later" in low:
        if published and first <= published <= last:
            return Value(type=value.type, value=value.value, days=(first, published) if "earlier" in low else (published, last))
        return value
    half = {"first half": "H1", "second half": "H2", "latter half": "H2", "last half": "H2"}.get(
        next((h for h in ("first half", "second half", "latter half", "last half") if h in low), "")
    )
    if half and re.fullmatch(r"\d{4}", value.value):
        return Value(type="DATE", value=f"{value.value}-{half}", days=days.half(int(half[1]), int(value.value)))
    if "rest" in low or "remain" in low:
        return replace(value, days=(published, last)) if published and first <= published <= last else value
    if half:
        return Value(type=value.type, value=value.value, days=days.half_of(value.days, int(half[1])))
    if "turn" in low and re.fullmatch(r"\d{4}", value.value):
        return replace(value, days=(first - _TURN, first + _TURN))
    which = "early" if re.search("early|first|opening|beginn|start|turn|eve", low) else "mid" if "mid" in low else "late"
    return Value(type=value.type, value=value.value, days=days.third(value.days, which))


def year_near(setting: Setting, month: int, day: int | None) -> int | None:
    """The year of a month, or of a day of it, that the text gives without one."""
    if setting.narrative or setting.published is None:
        return continued(setting, month)
    pub, lean = setting.published, 1 if _DUE.search(setting.before) and not _passed(setting) else way(setting)
    middle = date(pub.year, pub.month, 15) if day is None else pub
    near = []
    for y in (pub.year - 1, pub.year, pub.year + 1):
        try:
            gap = (date(y, month, day or 15) - middle).days
        except ValueError:
            continue
        near.append((abs(gap) * (_AGAINST[lean > 0] if gap * (lean or _WEAK[day is None]) < 0 else 1), y))
    return min(near)[1] if near else None


_DUE = re.compile(r"\b(?:by|until|till|no\s+later\s+than)\s+$", re.IGNORECASE)
_AGAINST = (3, 4)
"""How many times farther a day counts against the tense of its clause, where that looks back or tells nothing and where it
looks ahead; **Source:** calibrated on TimeBank and AQUAINT."""
_WEAK = (-1, -1)
"""Where nothing tells: the nearest day; the last month. **Source:** calibrated on the same."""


def month_number(word: str) -> int:
    """1 to 12 for the name of a month or its short form."""
    return int(words("months")[word.rstrip(".").lower()])


def calendar_day(y: int | None, m: int, d: int, part: str | None) -> Value | None:
    """The value of a day of a month, whose year may be unknown; None where there is no such day."""
    try:
        day = date(y or 2000, m, d)
    except ValueError:
        return None
    return Value(type="DATE", value=f"XXXX-{m:02}-{d:02}") if y is None else day_value(day, part)


def full_year(word: str, setting: Setting) -> int | None:
    """The year of four digits, of two after an apostrophe, or in words."""
    digits = re.sub(r"\D", "", word)
    if not digits:
        return spelled_year(word)
    if len(digits) == 4:
        return int(digits)
    now = setting.published.year if setting.published else 2000
    if setting.narrative and setting.story:
        now = setting.story[0].year
    n = now // 100 * 100 + int(digits)
    return n if n <= now + 10 else n - 100


def relative_year(word: str, setting: Setting) -> int | None:
    """The year that "last", "this", "next", "that" or "the following" year is."""
    low = word.lower()
    by_anchor = re.search("that|same|previous|following", low)
    day = setting.anchor[0] if by_anchor and setting.anchor else setting.base
    if day is None:
        return None
    return day.year + (-1 if re.search("last|previous", low) else 1 if re.search("next|following", low) else 0)


def iso(m: Match, _: Setting) -> Value | None:
    """2031-03-04, with or without a time."""
    value = calendar_day(int(m["y"]), int(m["m"]), int(m["d"]), None) if int(m["m"]) in range(1, 13) and int(m["y"]) else None
    if value and m["clock"]:
        return Value(type="TIME", value=f"{value.value}T{m['clock']}", days=value.days)
    return value


def slashed(m: Match, setting: Setting) -> Value | None:
    """04/03/2031 or 4.3.2031: day first with dots or when the first exceeds 12, unless that is no month."""
    a, b = int(m["a"]), int(m["b"])
    mon, day = (b, a) if (m["sep"] == "." and b <= 12) or a > 12 else (a, b)
    y = full_year(m["y"] if len(m["y"]) == 4 else "'" + m["y"], setting)
    if not y or mon not in range(1, 13) or (m["sep"] == "." and len(m["y"]) != 4):
        return None
    return calendar_day(y, mon, day, None)


def short_day(m: Match, setting: Setting) -> Value | None:
    """Such as "for 09.01": a day and a month of two digits each."""
    mon, day = int(m["m"]), int(m["d"])
    return calendar_day(year_near(setting, mon, day), mon, day, None)


def calendar_date(m: Match, setting: Setting) -> Value | None:
    """A day of a month, with or without its year."""
    mon = month_number(m["mon"] or m["mon2"])
    word = m["day"] or m["day2"]
    day = ordinal(word) or int(number(word) or 0)
    if not day or (word.isalpha() and not m["day2"] and mon in (3, 5) and not (m["mon"] or "M")[0].isupper()):
        return None
    given = m["year"] or m["year2"]
    if given or m["rel"]:
        y = full_year(given, setting) if given else relative_year(m["rel"], setting)
    else:
        y = stepped_year(m.group(), (mon, day), setting) or year_ahead(setting, m.end()) or year_near(setting, mon, day)
    value = calendar_day(y, mon, day, m["part"] or m["part2"])
    other = calendar_day(y, mon, ordinal(m["until"] or m["since"]) or 0, None) if m["until"] or m["since"] else None
    if m["until"] and value and value.days and other and other.days and other.days < value.days:
        after = days.shift(other.days[0], "M", 1)
        other = day_value(after) if after else None
    if value and value.days and other and other.days:
        return replace(value, days=(min(value.days[0], other.days[0]), max(value.days[1], other.days[1])))
    return value


def week_of(m: Match, setting: Setting) -> Value | None:
    """A week of a month, as ISO 8601 has weeks: "the second week of March" holds its second Thursday."""
    mon = month_number(m["mon"])
    y = int(m["year"]) if m["year"] else year_near(setting, mon, ordinal(m["day"]) if m["day"] else None)
    if y is None or not (m["day"] or m["ord"]):
        return None
    first, last = days.month(y, mon)
    if m["day"]:
        value = calendar_day(y, mon, ordinal(m["day"]) or 0, None)
        return dated(days.unit_of(value.days[0], "W")) if value and value.days else None
    n = ordinal(m["ord"])
    start = last - timedelta(days=6) if n is None else first + timedelta(days=7 * (n - 1))
    return dated(days.unit_of(start + timedelta(days=3), "W"))


def day_list(m: Match, setting: Setting) -> Value | None:
    """The 3 of "3 and 9 March"."""
    mon, day = month_number(m["mon"]), ordinal(m["day"])
    rest = re.match(r",?\s+(?:of\s+|in\s+)?((?:1\d|20)\d\d)\b", setting.text[m.end("mon") :][:12])
    return calendar_day(int(rest[1]) if rest else year_near(setting, mon, day), mon, day, None) if day else None


def month_year(m: Match, setting: Setting) -> Value | None:
    """A month with its year, or with "last year"."""
    mon = month_number(m["mon"])
    y = full_year(m["year"], setting) if m["year"] else relative_year(m["rel"], setting)
    if not y:
        return Value(type="DATE", value=f"XXXX-{mon:02}")
    return phased(Value(type="DATE", value=f"{y:04}-{mon:02}", days=days.month(y, mon)), m["phase"], setting.published)


_LEAD = re.compile(
    r"\b(?:in|since|by|until|till|of|during|from|through|throughout|between|and|to|for|mid|before|after|on|as|this|or|on\s+the)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_NOUN = re.compile(r"\s+(?!to\b|of\b|on\b|for\b|in\b|from\b|was\b|is\b|had\b|and\b)[a-z]{4}")
"""Finds the noun of "the March session"."""


def month(m: Match, setting: Setting) -> Value | None:
    """A month alone; "May" and "March" need a preposition or a word such as "last" before them."""
    mon, rel = month_number(m["mon"]), (m["rel"] or "").lower()
    doubtful = mon in (3, 5) and not rel and not m["phase"] and not year_ahead(setting, m.end())
    named = mon == 3 and setting.before.lower().endswith("the ") and _NOUN.match(setting.after)
    if doubtful and not named and not _LEAD.search(setting.before + setting.text[setting.span[0] : m.start()]):
        return None
    if doubtful and re.match(r"\s+(?:of|on|for)\s+(?:the|our)\b|\s+[A-Z][a-z]+\b(?<!\sAnd)", setting.after) and mon == 3:
        return None
    if rel in ("each", "every"):
        return Value(type="SET", value=f"XXXX-{mon:02}")
    base = setting.base
    if rel and base:
        back = rel.startswith(("last", "the previous", "this past"))
        ahead = "next" in rel or "following" in rel
        y: int | None = base.year - (back and mon >= base.month) + (ahead and mon <= base.month)
    else:
        y = year_ahead(setting, m.end()) or year_near(setting, mon, None)
    if y is None:
        return Value(type="DATE", value=f"XXXX-{mon:02}")
    return phased(Value(type="DATE", value=f"{y:04}-{mon:02}", days=days.month(y, mon)), m["phase"], setting.published)


def year_ahead(setting: Setting, end: int) -> int | None:
    """The year of the second of two dates, as in "between March and June 2031", or of "Spring Offensive of 2031"."""
    m = _RANGE.match(setting.text, end)
    return int(m["year"] or m["of"]) if m else None


_RANGE = re.compile(
    r"\s*(?:and|to|or|through|until|,|-|\u2013|/)\s*(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:early|late|mid)?[\s-]*"
    r"(?:(?-i:[A-Z][a-z]{2,8})\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?|(?:spring|summer|autumn|winter)\s+(?:of\s+)?)"
    r"(?P<year>(?:1[5-9]|20)\d\d)\b|\s+[A-Z]\w+\s+of\s+(?P<of>(?:1[5-9]|20)\d\d)\b"
)


def weekday(m: Match, setting: Setting) -> Value | None:
    """A weekday: the last one up to the day of publication, the next one where the clause looks ahead."""
    number, rel = _weekday_number(m["wd"]), (m["rel"] or "").lower()
    part = m["part"] or m["part2"]
    if m["many"] or m["manyparts"] or rel in ("each", "every"):
        code = part_code(part)
        return Value(type="SET", value=f"XXXX-WXX-{number + 1}" + (f"T{code}" if code else ""))
    base = setting.base
    if base is None or (setting.narrative and not setting.week):
        return Value(type="DATE", value=f"XXXX-WXX-{number + 1}")
    if rel in ("previous", "following") and not setting.anchor:
        return day_value(days.week(base)[0] + timedelta(days=number + (7 if rel == "following" else -7)), part)
    if rel in ("last", "this past", "past") or "previous" in rel:
        start = setting.anchor[0] if "previous" in rel and setting.anchor else base
        return day_value(days.weekday(start - timedelta(days=1), number, -1), part)
    if rel == "next":
        return day_value(days.week(base)[1] + timedelta(days=number + 1), part)
    if "following" in rel or "coming" in rel:
        start = setting.anchor[0] if "following" in rel and setting.anchor else base
        return day_value(days.weekday(start + timedelta(days=1), number, 1), part)
    ahead = _ahead(rel, setting) or (setting.narrative and setting.anchor is not None)
    return day_value(days.weekday(base, number, 1 if ahead else -1), part)


def _ahead(rel: str, setting: Setting) -> bool:
    """True where a weekday is one to come: by what stands right before it, else by the tense of its clause."""
    if _SOON.search(setting.before):
        return not _passed(setting)
    if re.match(r"['\u2019]s\s", setting.after):
        return False
    return (way(setting) or int(rel == "this" or bool(_BY.search(setting.before)))) > 0


def _passed(setting: Setting) -> bool:
    """True for "until Monday, the town was quiet": the clause that the day opens looks back."""
    return _OPENS.search(setting.before) is not None and way_after(setting) < 0


_SOON = re.compile(r"(?:\b(?:until|till|ahead\s+of)|\bas\s+(?:soon|early|late)\s+as|\bno\s+later\s+than)\s+$", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[;,\u2013]\s*|\b(?:and|but)\s+)(?:by|until|till)\s+(?:the\s+)?$", re.IGNORECASE)
"""Finds what begins a clause with a day by which or until which something was so."""
_BY = re.compile(r"\b(?:by|before)\s+$", re.IGNORECASE)


def _weekday_number(word: str) -> int:
    return next(int(n) for name, n in words("weekdays").items() if name.startswith(word.rstrip(".").lower()))


def relday(m: Match, setting: Setting) -> Value | None:
    """Yesterday, today, tonight, this morning, overnight."""
    word = " ".join(m["word"].lower().split()).removeprefix("the ")
    part = m["part"] or m["part2"]
    base = None if setting.narrative else setting.published
    if word == "today" and setting.narrative:
        return Value(type="DATE", value="PRESENT_REF")
    if word.startswith("that"):
        base = setting.day[1] if setting.day else None
    elif word == "overnight" and setting.narrative and setting.day:
        night = setting.day[1]
        return Value(type="TIME", value=f"{night.isoformat()}TNI", days=(night, night + timedelta(days=1)))
    code = {"tonight": "NI", "overnight": "NI", "last night": "NI"}.get(word) or part_code(m["thispart"]) or part_code(part)
    if base is None:
        return Value(type="TIME", value=f"XXXX-XX-XXT{code}") if code else Value(type="DATE", value="XXXX-XX-XX")
    back = {
        "yesterday": 1,
        "last night": 1,
        "overnight": 1,
        "day before yesterday": 2,
        "tomorrow": -1,
        "tmrw": -1,
        "day after tomorrow": -2,
    }.get(word, 0)
    day = base - timedelta(days=back)
    if code is None:
        return day_value(day)
    covered = (day, base) if word == "overnight" else (day, day)
    return Value(type="TIME", value=f"{(base if word == 'overnight' else day).isoformat()}T{code}", days=covered)


def ordday(m: Match, setting: Setting) -> Value | None:
    """Such as "on the 12th": of the month last named, or of the month of publication."""
    day, of = ordinal(m["day"] or m["day2"]), setting.anchor[0] if setting.anchor else setting.base
    if setting.anchor and (setting.anchor[1] - setting.anchor[0]).days > 31:
        return Value(type="DATE", value=f"{setting.anchor[0].year:04}-XX-{day:02}") if day else None
    return calendar_day(of.year, of.month, day, m["part"]) if day and of else None


def next_unit(m: Match, setting: Setting) -> Value | None:
    """Such as "the next day", "that year", "the same week", "the day before": counted from the day last named."""
    word = m["unit"] or m["unit2"] or m["unit3"] or m["unit4"] or "day"
    side = "before" if m["unit4"] else (m["side"] or "").lower()
    which = {"before": "previous", "": m["which"].lower()}.get(side, "next")
    if m["side"] and setting.day and setting.apposed:
        return day_value(setting.day[1])
    step = -1 if re.search("previous|preceding", which) else 1 if re.search("next|following", which) else 0
    code = part_code(word) if word.lower() in words("parts") else None
    letter = "D" if code else unit(word)
    here = setting.base and (step <= 0 or letter != "D" or m["side"])
    anchor = setting.anchor or ((setting.base, setting.base) if setting.base and here else None)
    if anchor is None:
        return Value(type="DATE", value={"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(letter, "XXXX"))
    day = days.shift(anchor[1] if step > 0 else anchor[0], "W" if letter == "WE" else letter, step)
    if day is None or setting.wide(letter):
        return Value(type="DATE", value=f"{anchor[0].year:04}-" + {"W": "WXX", "WE": "WXX-WE", "M": "XX"}.get(letter, "XX-XX"))
    if code:
        return day_value(day, word)
    return phased(dated(days.unit_of(day, letter)), m["phase"], setting.published)
