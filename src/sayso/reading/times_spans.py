"""Which TIMEX3 value and which days does a duration, a counted or relative unit, a year, a season or a repetition have?"""

import re
from datetime import date, timedelta

from sayso.packs import table
from sayso.reading import times_days as days
from sayso.reading.times_setting import Setting, way
from sayso.reading.times_values import Match, Value, dated, full_year, phased, relative_year
from sayso.reading.times_words import number, ordinal, unit, words


def length(count: float | None, letter: str) -> str:
    """The TIMEX3 value of so many units; None counts as X."""
    time = "T" if letter.startswith("T") else ""
    letter = letter.removeprefix("T")
    if letter == "WE":
        letter = "D" if count is None else "W"
    if letter == "F":
        letter, count = "W", None if count is None else 2 * count
    if letter in ("DE", "CE") and count is not None:
        letter, count = "Y", count * (10 if letter == "DE" else 100)
    if letter == "Q" and count is not None:
        letter, count = "M", 3 * count
    if letter == "Y" and count is not None and count % 1 == 0.5 and count > 1:
        return f"P{int(count)}Y6M"
    if time and letter == "H" and count is not None and count % 1 == 0.5:
        return f"PT{int(count)}H30M" if count > 1 else "PT30M"
    shown = "X" if count is None else f"{count:g}" if count % 1 else str(int(count))
    return f"P{time}{shown}{letter}"


def _count(m: Match) -> float | None:
    n = number(m["num"]) if m["num"] else None
    return n + 0.5 if n is not None and "half" in m.re.groupindex and m["half"] else n


def duration(m: Match, setting: Setting) -> Value | None:
    """ "Three days", "a five-year plan"; "a year" after a figure is no duration but a rate."""
    word, letter = m["num"].lower(), unit(m["unit"])
    if letter == "TS" and word in ("a", "another", "one more", "some", "the few"):
        return None
    if letter in ("Q", "CE", "TS", "WE") and word in ("a", "an", "some", "many"):
        return None
    if letter == "Q" and re.match(r"[\s-]+(?:of|century|point|percentage|million)", setting.after):
        return None
    if word == "some" and not m["unit"].lower().endswith("s"):
        return None
    if word in ("a", "an") and re.search(r"(?:\d|million|billion|thousand|hundred|percent|%|times|once|twice|cents?|dollars?|pounds|tons|people)\s+$", setting.before):
        return Value(type="SET", value=length(1, letter))
    if re.fullmatch(r"(?:1\d|20)\d\d", word):
        return None
    return Value(type="DURATION", value=length(_count(m), letter))


def age(m: Match, _: Setting) -> Value | None:
    """ "17-year-old": an age is a figure, not a time.

    Source: TimeBank and AQUAINT leave ages unmarked.
    """
    del m


_COARSE = {"D": "D", "W": "W", "M": "M", "Q": "Q", "Y": "Y", "DE": "Y", "CE": "Y", "F": "W", "WE": "W"}


def ago(m: Match, setting: Setting) -> Value | None:
    """ "Two weeks ago" from the day of publication, "two days later" from the day last named; as fine as the unit is."""
    count, letter = _count(m), unit(m["unit"])
    if m["num"] is None and not m["unit"].lower().endswith("s"):
        return None
    said = m["way"].lower()
    forward = said in ("later", "from now", "hence") or said.startswith("after")
    base = setting.published if said in ("ago", "from now") and not setting.narrative else (setting.anchor[forward] if setting.anchor else setting.base)
    if letter.startswith("T"):
        if base and said == "ago" and count is not None:
            back = count * {"TS": 0, "TM": 1 / 1440, "TH": 1 / 24}[letter]
            return Value(type="DURATION", value=length(count, letter), days=(base - timedelta(days=int(back) + (back > 0)), base))
        return Value(type="DURATION", value=length(count, letter))
    if count is None or base is None:
        return Value(type="DURATION" if count else "DATE", value=("FUTURE_REF" if forward else "PAST_REF") if count is None else length(count, letter))
    if count % 1:
        letter, count = {"Y": ("M", count * 12), "DE": ("Y", count * 10)}.get(letter, (letter, count))
    if letter == "Y" and count == 1 and not forward and setting.anchor and _is_quarter(setting.anchor):
        return last_quarter(days.shift(setting.anchor[0], "Q", 1) or base, 1)
    day = days.shift(base, "W" if letter == "WE" else letter, int(count) if forward else -int(count))
    if day is None:
        return Value(type="DURATION", value=length(count, letter))
    return dated(days.unit_of(day, _COARSE[letter]))


def recent(m: Match, setting: Setting) -> Value | None:
    """ "The past two weeks", "the next few days": a duration that ends or begins on the day of publication."""
    letter = unit(m["unit"])
    count = None if re.search(r"few|several|many|\bto\b|\bor\b", m["num"]) else number(m["num"])
    value = length(count, letter)
    if letter == "TH" and count and count % 24 == 0:
        value = length(count / 24, "D")
    said, base = m["way"].lower(), setting.published
    covered = None
    if base and count and not setting.narrative:
        step = count / 24 if letter == "TH" else count if not letter.startswith("T") else 1
        whole = {"TH": "D", "TM": "D", "TS": "D", "WE": "W"}.get(letter, letter)
        sign = -1 if said in ("last", "past", "recent", "latest", "previous", "preceding") else 1 if said in ("next", "coming") else 0
        end = days.shift(base, whole, sign * max(int(step), 1)) if sign else None
        covered = (min(base, end), max(base, end)) if end else None
    return Value(type="DURATION", value=value, days=covered)


def relunit(m: Match, setting: Setting) -> Value | None:
    """ "Last week" (Monday to Sunday before), "this year" (to the day of publication, unless ahead), "the past day"."""
    letter, said, base = unit(m["unit"]), " ".join(m["way"].lower().split()), setting.base
    if letter in ("TH", "F"):
        return Value(type="DURATION", value=length(1, letter), days=(base - timedelta(days=1), base) if base and letter == "TH" else None)
    if said in ("past", "coming", "current") and not re.match(r"the\b|past|current", m.group().lower()):
        return None
    if base is None:
        return Value(type="DATE", value="PRESENT_REF" if said.startswith(("this", "current")) else "PAST_REF" if said in ("last", "past") else "FUTURE_REF")
    step = {"last": -1, "next": 1, "coming": 1, "this coming": 1}.get(said, 0)
    if m["quarter"]:
        n, y = ordinal(m["quarter"].split("-")[0].split()[0]), base.year + step
        return Value(type="DATE", value=f"{y}-Q{n}", days=days.quarter(n, y)) if n else None
    if said in ("past", "this past") and letter != "WE":
        return _past(letter, base)
    day = days.shift(base, "W" if letter == "WE" else letter, step)
    if letter == "WE" and said in ("past", "last", "this past"):
        day = base if base.weekday() == 6 and said != "last" else base - timedelta(days=base.weekday() + 1)
    value = dated(days.unit_of(day, letter)) if day else None
    if value and value.days and said in ("this", "current", "this current") and not m["phase"] and value.days[0] <= base <= value.days[1] and letter not in ("D", "WE"):
        value = Value(type="DATE", value=value.value, days=(base, value.days[1]) if way(setting) > 0 else (value.days[0], base))
    return phased(value, m["phase"], setting.published)


def _past(letter: str, base: date) -> Value | None:
    """ "The past week": as long as its unit, ending on the day of publication."""
    start = days.shift(base, letter, -1)
    return Value(type="DURATION", value=length(1, letter), days=(start, base) if start else None)


def plural_ref(m: Match, setting: Setting) -> Value | None:
    """ "Recent weeks", "the coming days": no interval is given."""
    del setting
    said = m["way"].lower()
    if said in ("future", "final", "early", "last", "previous") and not m.group().lower().startswith("the"):
        return Value(type="DATE", value="FUTURE_REF") if said == "future" else None
    return Value(type="DURATION", value=length(None, unit(m["unit"])))


def plural(m: Match, setting: Setting) -> Value | None:
    """ "Weeks", "for years": an open duration."""
    if re.search(r"(?:\d|[a-z]-)\s*$|\b(?:those|these|his|her|their|our|its|my|your|teen|teenage|golden|business|school|office|opening|working|extra)\s+$", setting.before):
        return None
    return Value(type="DURATION", value=length(None, unit(m["unit"])))


def quarter(m: Match, setting: Setting) -> Value | None:
    """ "The third quarter", "the first half of 2031"."""
    n, of_half = ordinal(m["ord"]), m["unit"].lower() == "half"
    if n is None or (of_half and (n > 2 or not (m["year"] or m["rel"] or m["year2"] or m["year0"] or re.search("of the year", m.group(), re.IGNORECASE)))):
        return None
    given = m["year"] or m["year2"] or m["year0"]
    base = setting.base
    if given:
        y: int | None = int(given)
    elif m["rel"]:
        y = relative_year(m["rel"], setting)
    elif base is None:
        y = None
    else:
        now = (base.month + 5) // 6 if of_half else (base.month + 2) // 3
        y = base.year - (n > now and way(setting) <= 0)
    if y is None:
        return Value(type="DATE", value=f"XXXX-{'H' if of_half else 'Q'}{n}")
    if of_half:
        return Value(type="DATE", value=f"{y}-H{n}", days=days.half(n, y))
    return Value(type="DATE", value=f"{y}-Q{n}", days=days.quarter(n, y))


def season(m: Match, setting: Setting) -> Value | None:
    """Spring to winter, with or without a year; "spring" and "fall" alone need an article or a preposition."""
    name, rel = m["season"].lower(), (m["rel"] or "").lower()
    code = str(words("seasons")[name])
    given, base = m["year"], setting.base
    article = re.match(r"(?:.*\b)?the\s+", m.group(), re.IGNORECASE) or m["phase"] or m["phase2"]
    if not (given or rel or m["relyear"] or article or re.search(r"\b(?:in|by|since|until|during|through|that|of)\s+$", setting.before, re.IGNORECASE)):
        return None
    if name in ("fall", "spring") and not (given or rel or m["relyear"]) and (
        re.match(r"\s+(?:of|in|from|to|for|by|back|on)\b", setting.after) or (name == "fall" and not re.search(r"\b(?:in|by|since|until|during|that|this)\s+$", setting.before))
    ):
        return None
    if given:
        y = full_year(given, setting)
    elif m["relyear"]:
        y = relative_year(m["relyear"], setting)
    elif base is None:
        y = None
    else:
        start = days.season(code, base.year)[0]
        y = base.year
        if rel == "next" or "following" in rel or "coming" in rel:
            y += start <= base
        elif rel.startswith(("last", "the previous")):
            y -= days.season(code, base.year)[1] >= base
        elif not (setting.narrative or rel.startswith("this")) and way(setting) < 0:
            y -= start > base
    if y is None:
        return Value(type="DATE", value=f"XXXX-{code}")
    return phased(Value(type="DATE", value=f"{y:04}-{code}", days=days.season(code, y)), m["phase"] or m["phase2"], setting.published)


def decade(m: Match, _: Setting) -> Value | None:
    """The 1980s, the '80s, the eighties."""
    if m["num"]:
        n = int(m["num"])
    elif m["short"]:
        n = 190 + int(m["short"])
    else:
        era = re.split(r"[\s-]", m["era"].lower())
        n = (180 if era[0] == "eighteen" else 190) + int(words("eras")[era[-1]])
    return phased(dated(days.decade(n)), m["phase"] or m["phase2"], None)


def century(m: Match, _: Setting) -> Value | None:
    """The nineteenth century."""
    n = ordinal(m["ord"])
    if n is None:
        return None
    return Value(type="DATE", value=f"BC{n - 1:02}") if m["bc"] else phased(dated(days.century(n - 1)), m["phase"], None)


def before_christ(m: Match, _: Setting) -> Value | None:
    """ "480 BC"."""
    return Value(type="DATE", value=f"BC{int(m['y']):04}")


_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|by|until|till|of|from|to|during|before|after|through|between|and|or|for|late|early|mid|spring|summer|autumn|winter|year|back|around|about|circa|c\.|the|as)|[(,;:\u2013/-])\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[\s-]+(?!and\b|or\b|to\b|in\b|by\b|when\b|was\b|is\b|has\b|had\b|with\b|for\b|as\b|at\b|but\b|after\b|before\b|that\b|on\b|than\b|from\b|the\b)\w+(?:s|men|people|percent|km|kg|metres|meters|feet|miles)\b")


def year(m: Match, setting: Setting) -> Value | None:
    """A year; a bare number is one where a preposition or a bracket stands before it, or where no counted noun follows."""
    y = full_year(m["y"], setting)
    marked = re.search("year|fiscal", m.group(), re.IGNORECASE) or m["phase"]
    lead = _YEAR_LEAD.search(setting.before)
    counted = _COUNTED.match(setting.after)
    if y is None or not y or (len(m["y"]) < 4 and not (lead or marked)):
        return None
    if not marked and (not lead and (y < 1900 or counted) or (y < 1700 and not re.search(r"\b(?:in|since|of|until|by|from)\s+$", setting.before))):
        return None
    if not marked and counted and re.search(r"\b(?:of|about|around|some|than|least|and|or|to|for|nearly|almost|over)\s*$", setting.before):
        return None
    return phased(dated((f"{y:04}", days.year(y))), m["phase"], setting.published)


def short_year(m: Match, setting: Setting) -> Value | None:
    """The 33 of "2031-33"."""
    full = m["y"] if len(m["y"]) == 4 else setting.text[m.start() - 5 : m.start() - 3] + m["y"]
    start = setting.text[m.start() - 5 : m.start() - 1]
    return dated((full, days.year(int(full)))) if int(full) > int(start) > 1000 else None


def spelled(m: Match, setting: Setting) -> Value | None:
    """ "Nineteen ninety-seven"."""
    y = full_year(m["y"], setting)
    return dated((f"{y:04}", days.year(y))) if y else None


def year_end(m: Match, setting: Setting) -> Value | None:
    """ "Year-end": its last month; "month-end": its last day."""
    if not (base := setting.base):
        return None
    if m["which"].lower() == "month":
        end = days.month(base.year, base.month)[1]
        return Value(type="DATE", value=f"{base.year}-{base.month:02}", days=(end, end))
    return Value(type="DATE", value=f"{base.year}", days=days.month(base.year, 12))


def year_ago(m: Match, setting: Setting) -> Value | None:
    """ "The year-ago quarter": the same quarter of the year before."""
    if not (base := setting.base):
        return None
    if m["ord"]:
        n = ordinal(m["ord"]) or 1
        return Value(type="DATE", value=f"{base.year - 1}-Q{n}", days=days.quarter(n, base.year - 1))
    if m["latest"] and m["latest"].lower().endswith("year"):
        return dated((f"{base.year - 1}", days.year(base.year - 1)))
    if re.search("period|quarter", m.group(), re.IGNORECASE):
        return last_quarter(base, 0 if m["latest"] else 1)
    return dated((f"{base.year - 1}", days.year(base.year - 1)))


def _is_quarter(of: tuple[date, date]) -> bool:
    return of[0].day == 1 and of[0].month % 3 == 1 and 89 <= (of[1] - of[0]).days <= 91


def last_quarter(base: date, back: int) -> Value | None:
    """The last whole quarter before a day, so many years back."""
    day = days.shift(base, "Q", -1)
    day = days.shift(day, "Y", -back) if day else None
    return dated(days.unit_of(day, "Q")) if day else None


def unit_the(m: Match, setting: Setting) -> Value | None:
    """ "The weekend" before publication, "the month", "the year": the one of the day of publication."""
    letter, low = unit(m["unit"] or m["unit2"]), m["word"].lower()
    near = setting.published if not setting.narrative else None
    base = near or (setting.anchor[0] if setting.anchor else None)
    if letter == "D" and not m["phase"]:
        return None
    if base is None:
        return None
    if letter == "WE":
        ahead = way(setting) > 0
        sunday = days.weekday(base, 6, 1 if ahead or base.weekday() == 6 else -1)
        return dated(days.unit_of(sunday, "WE"))
    if letter == "Y" and re.match(r"\s+end(?:ed|ing)\b", setting.after):
        return Value(type="DURATION", value="P1Y")
    if letter == "Q" and "current" not in low and not m["phase"]:
        return last_quarter(base, 0)
    return phased(dated(days.unit_of(base, letter)), m["phase"], setting.published)


def rate(m: Match, _: Setting) -> Value | None:
    """ "Every day", "each Friday"."""
    word = m["unit"].lower()
    if word in words("weekdays"):
        return Value(type="SET", value=f"XXXX-WXX-{words('weekdays')[word] + 1}")
    if word in words("parts"):
        return Value(type="SET", value=f"XXXX-XX-XXT{words('parts')[word]}")
    if word in words("seasons"):
        return Value(type="SET", value=f"XXXX-{words('seasons')[word]}")
    return Value(type="SET", value=length(number(m["num"]) if m["num"] else 1, unit(word)))


def reference(m: Match, _: Setting) -> Value | None:
    """ "Now", "recently": the present, the past or the future."""
    return Value(type="DATE", value=str(table("times")["references"][" ".join(m.group().lower().split())]))


def repeated(m: Match, setting: Setting) -> Value | None:
    """ "Daily", "weekly"; not in the name of a newspaper."""
    if m.group()[0].isupper() and setting.before.strip():
        return None
    return Value(type="SET", value=str(table("times")["sets"][m.group().lower()]))
