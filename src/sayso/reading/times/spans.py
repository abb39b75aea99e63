"""Which TIMEX3 value and which days does a duration, a counted or relative unit, or a repetition have?"""

import re
from dataclasses import replace
from datetime import date, timedelta

from sayso.packs import table
from sayso.reading.times import days
from sayso.reading.times.days import Days
from sayso.reading.times.setting import Setting, way
from sayso.reading.times.values import Match, Value, dated, day_value, part_code, phased
from sayso.reading.times.words import number, ordinal, unit, words
from sayso.reading.times.years import BUSINESS, is_quarter, last_quarter


def length(count: float | None, letter: str) -> str:
    """The TIMEX3 value of so many units; None counts as X."""
    time = "T" if letter.startswith("T") else ""
    letter = letter.removeprefix("T")
    if letter == "WE" and count is None:
        letter = "D"
    if letter == "F":
        letter, count = "W", None if count is None else 2 * count
    if letter in ("DE", "CE") and count is not None:
        letter, count = "Y", count * (10 if letter == "DE" else 100)
    if letter == "Q" and count is not None:
        letter, count = "M", 3 * count
    if letter == "Y" and count == 0.5:
        return "P6M"
    if letter == "Y" and count is not None and count % 1 == 0.5 and count > 1:
        return f"P{int(count)}Y6M"
    if time and letter == "M" and count is not None and count % 1 == 0.5:
        return f"PT{int(count)}M30S" if count > 1 else "PT30S"
    if time and letter == "H" and count is not None and count % 1 == 0.5:
        return f"PT{int(count)}H30M" if count > 1 else "PT30M"
    shown = "X" if count is None else f"{count:g}" if count % 1 else str(int(count))
    return f"P{time}{shown}{letter}"


def _count(m: Match) -> float | None:
    several = m["num"] and m["num"].lower() in ("a", "an") and m["unit"].lower().endswith("s")
    n = number(m["num"]) if m["num"] and not several else None
    more = (m["half"] or "").lower() if "half" in m.re.groupindex else ""
    return n if n is None or not more else n + (0.25 if more.endswith("quarter") else 0.5)


def duration(m: Match, setting: Setting) -> Value | None:
    """Such as "three days", "a five-year plan"; "a year" after a figure is no duration but a rate."""
    word, letter = m["num"].lower(), unit(m["unit"])
    if _idle(word, letter, m["unit"], setting.after):
        return None
    if word in ("a", "an") and _EACH.search(setting.before) and not _BESIDE.match(setting.after):
        return Value(type="SET", value=length(1, letter))
    count = _count(m)
    if word == "one" and letter == "D" and _ONE_DAY.search(setting.before):
        return Value(type="DATE", value="FUTURE_REF")
    if word != "another" and _in_future(setting) and count and setting.published:
        day = days.shift(setting.published, letter, int(count)) if letter in _COARSE and not count % 1 else None
        value = dated(days.unit_of(day, _COARSE[letter])) if day else Value(type="DURATION", value=length(count, letter))
        return replace(value, days=(day, day)) if value and day and letter in ("W", "F") else value
    return Value(type="DURATION", value=length(count, letter), days=_within(count, letter, setting))


_WITHIN = re.compile(r"\bwithin\s+(?:the\s+)?$", re.IGNORECASE)


def _within(count: float | None, letter: str, setting: Setting) -> Days | None:
    """The days of "within nine months" where its clause looks ahead: from that of publication."""
    base = setting.published
    if not base or not count or count % 1 or letter not in ("D", "W", "M", "Y") or setting.narrative:
        return None
    if not _WITHIN.search(setting.before) or _FROM_A_DAY.match(setting.after) or way(setting) <= 0:
        return None
    end = days.shift(base, letter, int(count))
    return (base, end) if end else None


def _in_future(setting: Setting) -> bool:
    """True for what stands after "in" in a clause of news that looks ahead, but not for "the first in five years"."""
    before = setting.before
    if not re.search(r"\bin\s+$", before, re.IGNORECASE) or setting.narrative:
        return False
    if _TIME_AHEAD.match(setting.after):
        return True
    return not _RANKED.search(before) and way(setting) > 0 and not _FROM_A_DAY.match(setting.after)


_TIME_AHEAD = re.compile(r"['\u2019]s?\s+time\b", re.IGNORECASE)
"""Finds what stands behind the length of "in a week's time", which is always one to come."""


_FROM_A_DAY = re.compile(r"\s+(?:from|after|before|since|of)\b", re.IGNORECASE)
"""Finds what stands behind a length that is counted from another day."""


_RANKED = re.compile(r"\b(?:first|second|third|fourth|fifth|only|most|worst|best|n't|not|never|\w{3,}est)\b[^.;,]{0,30}$")
"""Finds what makes "in five years" the years so far."""
_EACH = re.compile(
    r"(?:(?:\d|\dm|\d[bt]n|million|billion|thousand|hundred|percent|%|times|once|twice|cents?|dollars?|pounds|tons|people)"
    r"|(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|hundreds|thousands|dozens\s+of))"
    r"\s+(?:\w+\s+)?\w+s)\s+$",
    re.IGNORECASE,
)
"""Finds what happens so many times in "a week"."""
_BESIDE = re.compile(r"\s+(?:after|before|ahead|away|in\s+advance|into|long)\b")
"""Finds what makes "a week" a length of time beside an event."""
_ONE_DAY = re.compile(r"\b(?:will|would|could|can|may|might|should|to|hopes?|that)\s+$", re.IGNORECASE)
"""Finds what stands before "one day" where that is some day to come."""


def _idle(word: str, letter: str, noun: str, after: str) -> bool:
    """True where a number and a unit are no duration: "a second man", "a quarter of", "some year", "2031 days" after a year."""
    vague = letter in ("Q", "CE", "TS", "WE") and word in ("a", "an", "another", "one more", "some", "many", "the few")
    portion = letter == "Q" and word not in ("several", "few", "many")
    share = portion and re.match(r"[\s-]+(?:of|century|point|percentage|million)", after)
    odd = (word == "some" and not noun.lower().endswith("s")) or _YEAR.fullmatch(word)
    return bool(vague or share or odd)


_YEAR = re.compile(r"(?:1\d|20)\d\d")
"""Finds a number that is a year, not a count of weeks or days."""


_COARSE = {"D": "D", "W": "W", "M": "M", "Q": "Q", "Y": "Y", "DE": "Y", "CE": "Y", "F": "W", "WE": "W"}


def ago(m: Match, setting: Setting) -> Value | None:
    """Such as "two weeks ago" from the day of publication, "two days later" from the day last named; as fine as the unit is."""
    count, letter = _count(m), unit(m["unit"])
    if m["num"] is None and not m["unit"].lower().endswith("s"):
        return None
    if m["num"] and letter != "Y" and _YEAR.fullmatch(m["num"]):
        return None
    said = m["way"].lower()
    forward = said in ("later", "from now", "hence") or said.startswith("after")
    base = (
        setting.published
        if said in ("ago", "from now", "hence") and not setting.narrative
        else (setting.anchor[forward] if setting.anchor else None if forward else setting.base)
    )
    if letter.startswith("T"):
        back = (count or 0) * {"TS": 0, "TM": 1 / 1440, "TH": 1 / 24}[letter]
        covered = (base - timedelta(days=int(back) + (back > 0)), base) if base and said == "ago" and count is not None else None
        return Value(type="DURATION", value=length(count, letter), days=covered)
    if count is None:
        return Value(type="DATE", value="FUTURE_REF" if forward else "PAST_REF")
    if base is None:
        return Value(type="DURATION", value=length(count, letter))
    if setting.anchor and base in setting.anchor and letter in ("D", "W", "F", "WE") and not setting.week:
        return Value(type="DATE", value=f"{base.year:04}-XX-XX" if letter == "D" else f"{base.year:04}-WXX")
    if count % 1:
        letter, count = {"Y": ("M", count * 12), "DE": ("Y", count * 10), "CE": ("Y", count * 100)}.get(letter, (letter, count))
    if letter == "Y" and count == 1 and not forward and setting.anchor and is_quarter(setting.anchor):
        return last_quarter(days.shift(setting.anchor[0], "Q", 1) or base, 1)
    day = days.shift(base, "W" if letter == "WE" else letter, int(count) if forward else -int(count))
    if day is None and not forward:
        return Value(type="DATE", value="PAST_REF")
    return dated(days.unit_of(day, _COARSE[letter])) if day else Value(type="DURATION", value=length(count, letter))


def recent(m: Match, setting: Setting) -> Value | None:
    """Such as "the past two weeks", "the next few days": a duration that ends or begins on the day of publication."""
    letter = unit(m["unit"])
    if _YEAR.fullmatch(m["num"]):
        return None
    count = None if re.search(r"few|several|many|\bto\b|\bor\b", m["num"]) else number(m["num"])
    value = length(count, letter)
    if letter == "TH" and count and count % 24 == 0:
        value = length(count / 24, "D")
    said, base = m["way"].lower(), setting.published
    covered = None
    if setting.narrative:
        covered = _beside(setting, letter, count, said)
    elif base and count:
        step = count / 24 if letter == "TH" else count if not letter.startswith("T") else 1
        whole = {"TH": "D", "TM": "D", "TS": "D", "WE": "W"}.get(letter, letter)
        sign = (
            -1
            if said in ("last", "past", "recent", "latest", "previous", "preceding")
            else 1
            if said in ("next", "coming", "upcoming") or (said == "following" and not setting.anchor)
            else 0
        )
        if letter == "Q" and sign:
            return Value(type="DURATION", value=value, days=_quarters(base, sign, int(count)))
        end = days.shift(base, whole, sign * max(int(step), 1)) if sign else None
        now = letter.startswith("T") or sign < 0 or _WITHIN.search(setting.before)
        first = base if now else base + timedelta(days=1)
        covered = (min(first, end), max(first, end)) if end else None
    return Value(type="DURATION", value=value, days=covered)


def _beside(setting: Setting, letter: str, count: float | None, said: str) -> days.Days | None:
    """The days of "the following two weeks" in a narrative: those after the day last named, or before it."""
    ahead, back = said in ("next", "following", "coming"), said in ("last", "past", "previous", "preceding")
    if not setting.day or not count or count % 1 or letter not in _COARSE or not (ahead or back):
        return None
    unit_ = "W" if letter == "WE" else letter
    end = days.shift(setting.day[1] if ahead else setting.day[0], unit_, int(count) if ahead else -int(count))
    return None if end is None else (setting.day[1], end) if ahead else (end, setting.day[0])


def _quarters(base: date, sign: int, count: int) -> Days | None:
    """So many whole quarters before or after the one that holds a day."""
    near, far = days.shift(base, "Q", sign), days.shift(base, "Q", sign * count)
    if near is None or far is None:
        return None
    first, last = (near, far) if sign > 0 else (far, near)
    return days.quarter((first.month + 2) // 3, first.year)[0], days.quarter((last.month + 2) // 3, last.year)[1]


def relunit(m: Match, setting: Setting) -> Value | None:
    """Such as "last week" (Monday to Sunday before), "this year" (to the day of publication, unless ahead), "the past day"."""
    letter, said, base = unit(m["unit"]), " ".join(m["way"].lower().split()), setting.base
    if letter in ("TH", "F"):
        back = timedelta(days=1 if letter == "TH" else 14)
        ahead = letter == "F" and said.startswith(("next", "coming", "upcoming"))
        covered = None if not base else (base + timedelta(days=1), base + back) if ahead else (base - back, base)
        return Value(type="DURATION", value=length(1, letter), days=covered)
    if said in ("past", "coming", "current") and not re.match(r"the\b|past|current", m.group().lower()):
        return None
    if base is None or (setting.narrative and setting.wide(letter)):
        return Value(
            type="DATE",
            value="PRESENT_REF"
            if said.startswith(("this", "current"))
            else "PAST_REF"
            if said in ("last", "past")
            else "FUTURE_REF",
        )
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1, "this coming": 1, "upcoming": 1, "following": 1}.get(said, 0)
    if m["quarter"]:
        n, y = ordinal(m["quarter"].split("-")[0].split()[0]), base.year + step
        if n is None and step == -1:
            return last_quarter(base, 1)
        return Value(type="DATE", value=f"{y}-Q{n}", days=days.quarter(n, y)) if n else None
    if said in ("past", "this past") and letter != "WE":
        return _past(letter, base)
    day = days.shift(base, "W" if letter == "WE" else letter, step)
    if letter == "WE" and said in ("past", "last", "this past"):
        day = base if base.weekday() == 6 and said != "last" else base - timedelta(days=base.weekday() + 1)
    value = dated(days.unit_of(day, letter)) if day else None
    if (
        value
        and value.days
        and said in ("this", "current", "this current")
        and not m["phase"]
        and value.days[0] <= base <= value.days[1]
        and letter not in ("D", "WE")
    ):
        lean = way(setting)
        if lean or _COUNTS.search(setting.before):
            value = Value(type="DATE", value=value.value, days=(base, value.days[1]) if lean > 0 else (value.days[0], base))
    return phased(value, m["phase"], setting.published)


_COUNTS = re.compile(
    r"\d|\b(?:first|second|third|fourth|fifth|last|latest|only|one|two|three|dozens?|hundreds|thousands|toll|total|dead|deaths|so\s+far|"
    r"far|\w{3,}est)\b",
    re.IGNORECASE,
)
"""Finds a count or a rank, which is of what has been: "the third raid this week" reaches to the day of publication."""


def _past(letter: str, base: date) -> Value | None:
    """Such as "the past week": as long as its unit, ending on the day of publication."""
    start = days.shift(base, letter, -1)
    return Value(type="DURATION", value=length(1, letter), days=(start, base) if start else None)


def plural_ref(m: Match, setting: Setting) -> Value | None:
    """Such as "recent weeks", "the coming days": no interval is given."""
    del setting
    said = m["way"].lower()
    if said in ("future", "first", "final", "early", "last", "previous") and not m.group().lower().startswith("the"):
        return Value(type="DATE", value="FUTURE_REF") if said == "future" else None
    return Value(type="DURATION", value=length(None, unit(m["unit"])))


def plural(m: Match, setting: Setting) -> Value | None:
    """Such as "weeks", "for years": an open duration."""
    if re.search(
        r"(?:\d|[a-z]-)\s*$|\b(?:those|these|his|her|their|our|its|my|your|teen|teenage|golden|business|school|office|opening|"
        r"working|extra|matter\s+of)\s+$",
        setting.before,
    ) or re.match(r"\s+(?:when|where)\b", setting.after):
        return None
    if (m["unit"] or "").lower() == "quarters" and (setting.narrative or not BUSINESS.search(setting.text)):
        return None
    if m["one"]:
        return Value(type="DURATION", value=length(1, unit(m["one"])))
    return Value(type="DURATION", value=length(None, unit(m["unit"])))


def rate(m: Match, _: Setting) -> Value | None:
    """Such as "every day", "each Friday"."""
    word = m["unit"].lower()
    if word in words("weekdays"):
        return Value(type="SET", value=f"XXXX-WXX-{words('weekdays')[word] + 1}")
    if word in words("parts"):
        return Value(type="SET", value=f"XXXX-XX-XXT{words('parts')[word]}")
    if word in words("seasons"):
        return Value(type="SET", value=f"XXXX-{words('seasons')[word]}")
    second = re.match(r"every\s+(?:other|second)\b", m.group(), re.IGNORECASE)
    return Value(type="SET", value=length(2 if second else number(m["num"]) if m["num"] else 1, unit(word)))


def reference(m: Match, _: Setting) -> Value | None:
    """Such as "now", "recently": the present, the past or the future."""
    return Value(type="DATE", value=str(table("times")["references"][" ".join(m.group().lower().split())]))


def told(m: Match, setting: Setting) -> Value | None:
    """Such as "former", "at that time", "at night": what a narrative marks; in news such words are no times.

    Source: TIMEX2 (Ferro et al. 2005) marks them, TimeML does not.
    """
    if not setting.narrative:
        return None
    word = " ".join(m.group().lower().split())
    if word.startswith(("night", "daytime")):
        return Value(type="TIME", value="XXXX-XX-XXT" + ("NI" if word.startswith("night") else "DT"))
    known = "PAST_REF" if word == "former" else words("told").get(word)
    if known:
        return Value(type="DATE", value=str(known))
    if word == "the same time" and setting.day:
        return Value(type="DATE", value=setting.day[0].isoformat(), days=setting.day)
    return Value(type="DATE", value="PRESENT_REF" if word.startswith(("this", "date")) else "PAST_REF")


def told_part(m: Match, setting: Setting) -> Value | None:
    """Such as "at dawn", "the evening before" in a narrative: of the day last named, where one was."""
    if not setting.narrative:
        return None
    day = days.shift(setting.day[1], "D", -1 if m["side"] else 0) if setting.day else None
    if day:
        return day_value(day, m["part"])
    return Value(type="TIME", value=f"XXXX-XX-XXT{part_code(m['part'])}")


def told_day(m: Match, setting: Setting) -> Value | None:
    """Such as "the fifth day of the siege" in a narrative: the day named right before it, else an unknown one."""
    if not setting.narrative:
        return None
    letter = unit(m["unit"]) if m["unit"] in words("units") else "D"
    if letter != "D":
        return Value(type="DURATION", value=length(1, letter))
    if setting.day and setting.apposed:
        return day_value(setting.day[1])
    return Value(type="DATE", value="XXXX-XX-XX")


def repeated(m: Match, setting: Setting) -> Value | None:
    """Such as "daily", "weekly"; not in the name of a newspaper."""
    if m.group()[0].isupper() and setting.before.strip():
        return None
    return Value(type="SET", value=str(table("times")["sets"][m.group().lower()]))
