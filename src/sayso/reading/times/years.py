"""Which TIMEX3 value and which days does a year, a part of one, or a run of years have?"""

import re
from datetime import date, timedelta
from functools import cache

from sayso.packs import table
from sayso.reading.times import days
from sayso.reading.times.setting import Setting, way
from sayso.reading.times.values import Match, Value, dated, full_year, month_number, phased, relative_year, year_ahead, year_near
from sayso.reading.times.words import capitalised, ordinal, unit, words


def quarter(m: Match, setting: Setting) -> Value | None:
    """Such as "the third quarter", "the first half of 2031"."""
    n, of_half = 4 if m["ord"].lower() in ("last", "final") else ordinal(m["ord"]), m["unit"].lower() == "half"
    if n is None or (
        of_half
        and (
            n > 2 or not (m["year"] or m["rel"] or m["year2"] or m["year0"] or re.search("of the year", m.group(), re.IGNORECASE))
        )
    ):
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
    given, base = m["year"] or m["year0"], setting.base
    article = re.match(r"(?:.*\b)?the\s+", m.group(), re.IGNORECASE) or m["phase"] or m["phase2"]
    if not (given or rel or m["relyear"] or article or _SEASON_LEAD.search(setting.before) or part_of_name(setting.after)):
        return None
    if (
        name in ("fall", "spring")
        and not (given or rel or m["relyear"])
        and (
            re.match(r"\s+(?:of|in|from|to|for|by|back|on)\b", setting.after)
            or (
                name == "fall"
                and not part_of_name(setting.after)
                and not re.search(r"\b(?:in|by|since|until|during|throughout|over|that|this)\s+$", setting.before)
            )
        )
    ):
        return None
    if given:
        y = full_year(given, setting)
    elif m["relyear"]:
        y = relative_year(m["relyear"], setting)
    elif ahead := year_ahead(setting, m.end()):
        y = ahead
    elif base is None:
        y = None
    else:
        start = days.season(code, base.year)[0]
        y = base.year
        if "next" in rel or "following" in rel or "coming" in rel:
            y += start <= base
        elif rel.startswith(("last", "the previous")):
            y -= days.season(code, base.year)[1] >= base
        elif not (setting.narrative or rel.startswith("this")) and way(setting) < 0:
            y -= start > base
    if y is None:
        return Value(type="DATE", value=f"XXXX-{code}")
    return phased(
        Value(type="DATE", value=f"{y:04}-{code}", days=days.season(code, y)), m["phase"] or m["phase2"], setting.published
    )


_SEASON_LEAD = re.compile(
    r"\b(?:in|by|since|until|during|through|that|of|(?:spring|summer|autumn|fall|winter)\s+(?:and|or|to))\s+$", re.IGNORECASE
)


def part_of_name(after: str) -> bool:
    """True where a noun follows that a season names, as in "the spring offensive": the article before is the noun's."""
    nouns = table("times")["modified"]["nouns"]
    m = re.match(r"\s+([\w-]+)(?:\s+([\w-]+))?", after)
    return m is not None and (m[1].lower() in nouns or (m[1][0].isupper() and (m[2] or "").lower() in nouns))


_WARM = re.compile(r"\b(?:temperatures?|highs?|lows?|degrees|winds?|scores?|shot|shooting)\b", re.IGNORECASE)
"""Finds what makes "the 80s" degrees or points and no years."""


def decade(m: Match, setting: Setting) -> Value | None:
    """The 1980s, the '80s, the eighties."""
    if m["num"]:
        n = int(m["num"])
    elif m["short2"] and _WARM.search(setting.before):
        return None
    elif m["short"] or m["short2"]:
        n = 190 + int(m["short"] or m["short2"])
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
    """A year such as "480 BC", a season, month or decade of one, and the first of two; Python has no days for it."""
    if m["tens"]:
        return Value(type="DATE", value=f"BC{int(m['tens']) // 10:03}")
    part = ""
    if m["season"]:
        part = "-" + str(words("seasons")[m["season"].lower()])
    elif m["mon"]:
        part = f"-{month_number(m['mon']):02}"
    return Value(type="DATE", value=f"BC{int(m['y']):04}{part}")


_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|by|until|till|of|from|to|during|before|after|through|between|and|or|for|late|early|mid|"
    r"spring|summer|autumn|winter|year|back|around|about|circa|c\.|the|as)|[(,;:\u2013/-])\s*$",
    re.IGNORECASE,
)
_OLD_LEAD = re.compile(r"\b(?:in|since|of|until|by|from|around|about|circa)\s+$", re.IGNORECASE)
_COUNTED = re.compile(
    r"[\s-]+(?!and\b|or\b|to\b|in\b|by\b|when\b|was\b|is\b|has\b|had\b|with\b|for\b|as\b|at\b|but\b|after\b|before\b|that\b|"
    r"on\b|than\b|from\b|the\b)(?:\w+s|\w*men|\w*people|percent|km|kg|feet|troops)\b"
    r"|\s+of\s+(?:them|whom|these|those)\b"
)


_RUN = re.compile(r"\s?[-\u2013]\s?(?:1\d\d\d|20\d\d|\d\d)(?![\d-])")
"""Finds the rest of "2031-2033"."""


def year(m: Match, setting: Setting) -> Value | None:
    """A year; a bare number is one where a preposition or a bracket stands before it, or where no counted noun follows."""
    y = full_year(m["y"], setting)
    marked = re.search("year|fiscal", m.group(), re.IGNORECASE) or m["phase"]
    before = setting.before + m.string[m.start() : m.start("y")]
    lead = _YEAR_LEAD.search(before)
    counted = _COUNTED.match(setting.after)
    if not m["phase"] and _of_house(before, setting.after):
        return None
    if y is None or not y or (len(m["y"]) < 4 and not (lead or marked)):
        return None
    if (
        not marked
        and not _RUN.match(setting.after)
        and ((not lead and (y < 1900 or counted)) or (y < 1700 and not _OLD_LEAD.search(before)))
    ):
        return None
    if (
        not marked
        and counted
        and re.search(r"(?:\b(?:of|about|around|some|than|least|and|or|to|for|nearly|almost|over)|[,;])\s*$", before)
    ):
        return None
    quarterly = setting.anchor is not None and is_quarter(setting.anchor) and not setting.narrative
    if quarterly and setting.anchor and re.search(r"\b(?:period|quarter)$", m.group(), re.IGNORECASE):
        return dated(days.unit_of(setting.anchor[0].replace(year=y), "Q"))
    return phased(dated((f"{y:04}", days.year(y))), m["phase"], setting.published)


@cache
def _address() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Find a block or a road behind the number of a house: "1700 block of", "2036 West Elm Street"."""
    roads, blocks = ("|".join(words("addresses")[k]) for k in ("roads", "blocks"))
    road = rf"(?:\s+(?:[NSEW]\.?|[A-Z][\w'’-]*|\d+(?:st|nd|rd|th))){{1,3}}?\s+(?i:{roads})\b"
    return re.compile(rf"\s+(?:{blocks})\b"), re.compile(road)


def _of_house(before: str, after: str) -> bool:
    """True for the number of a house or block; "in 2031 Elm Street" begins with a year."""
    block, road = _address()
    return block.match(after) is not None or (road.match(after) is not None and not _IN.search(before))


_IN = re.compile(r"\b(?:in|since|of|by|until|during)\s+$", re.IGNORECASE)


def short_year(m: Match, setting: Setting) -> Value | None:
    """The 33 of "2031-33"."""
    full = m["y"] if len(m["y"]) == 4 else setting.text[m.start() - 5 : m.start() - 3] + m["y"]
    start = setting.text[m.start() - 5 : m.start() - 1]
    return dated((full, days.year(int(full)))) if int(full) > int(start) > 1000 else None


def spelled(m: Match, setting: Setting) -> Value | None:
    """A year in words, such as "nineteen ninety-seven"."""
    y = full_year(m["y"], setting)
    return dated((f"{y:04}", days.year(y))) if y else None


def year_end(m: Match, setting: Setting) -> Value | None:
    """Such as "year-end": its last month; "month-end": its last day."""
    if not (base := setting.base):
        return None
    if m["which"].lower() == "month":
        end = days.month(base.year, base.month)[1]
        return Value(type="DATE", value=f"{base.year}-{base.month:02}", days=(end, end))
    y = base.year - (re.search(r"\b(?:since|from)\s+$", setting.before) is not None)
    return Value(type="DATE", value=f"{y}", days=days.month(y, 12))


def year_ago(m: Match, setting: Setting) -> Value | None:
    """Such as "the year-ago quarter": the same quarter of the year before."""
    if not (base := setting.base):
        return None
    if m["ord"]:
        n = ordinal(m["ord"]) or 1
        return Value(type="DATE", value=f"{base.year - 1}-Q{n}", days=days.quarter(n, base.year - 1))
    if m["latest"] and m["latest"].lower().endswith("year"):
        return dated((f"{base.year - 1}", days.year(base.year - 1)))
    if re.search("period|quarter", m.group(), re.IGNORECASE):
        return _reported(setting, base) if m["latest"] else last_quarter(base, 1)
    if setting.anchor and is_quarter(setting.anchor):
        return last_quarter(days.shift(setting.anchor[0], "Q", 1) or base, 1)
    return dated((f"{base.year - 1}", days.year(base.year - 1)))


def is_quarter(of: tuple[date, date]) -> bool:
    """True for the days of a quarter of a year."""
    return of[0].day == 1 and of[0].month % 3 == 1 and 89 <= (of[1] - of[0]).days <= 91


@cache
def _ended() -> str:
    """Finds the last day of a quarter after it."""
    return rf"\s+end(?:ed|ing)\s+(?P<mon>{capitalised('months')})\.?\s+(?P<day>\d\d?)\b"


@cache
def _to_a_month() -> str:
    """Finds what makes "the year" twelve months: it ended, or it ran to a month."""
    return rf"\s+(?:end(?:ed|ing)\b|to\s+(?:end[\s-]|the\s+end\s+of\s+)?{capitalised('months')}\b)"


_HALF = timedelta(days=45)
"""From the last day of a quarter into its midst: one that ends in another month than March, June, September or December is
the quarter of the year that holds most of it."""


_TOWARDS = re.compile(r"\b(?:ahead\s+of|before|until|till|by)\s+$", re.IGNORECASE)
"""Finds what stands before a weekend to come."""


def _reported(setting: Setting, base: date) -> Value | None:
    """The quarter of which a text reports: by its last day, else the one last named, else the last whole one."""
    m = re.match(_ended(), setting.after)
    mon, day = (month_number(m["mon"]), int(m["day"])) if m else (0, 0)
    y = year_near(setting, mon, day) if m else None
    if y is not None:
        return dated(days.unit_of(date(y, mon, min(day, 28)) - _HALF, "Q"))
    if setting.anchor and is_quarter(setting.anchor) and setting.anchor[1] < base <= setting.anchor[1] + 4 * _HALF:
        return dated(days.unit_of(setting.anchor[0], "Q"))
    return last_quarter(base, 0)


def last_quarter(base: date, back: int) -> Value | None:
    """The last whole quarter before a day, so many years back."""
    day = days.shift(base, "Q", -1)
    day = days.shift(day, "Y", -back) if day else None
    return dated(days.unit_of(day, "Q")) if day else None


BUSINESS = re.compile(
    r"\b(?:earnings|profits?|revenues?|income|sales|shares|fiscal|economy|economic|quarterly|results)\b", re.IGNORECASE
)
"""Without these words "the quarter" is a part of a town, and "quarters" are where troops live."""


def unit_the(m: Match, setting: Setting) -> Value | None:
    """Such as "the weekend" before publication, "the month", "the year": the one of the day of publication."""
    letter, low = unit(m["unit"] or m["unit2"]), m["word"].lower()
    near = setting.published if not setting.narrative else None
    base = near or (setting.anchor[0] if setting.anchor else None)
    if letter == "D" or (letter in ("DE", "CE") and not m["phase"]) or (letter == "Q" and not BUSINESS.search(setting.text)):
        return None
    if base is None:
        return None
    if letter == "WE":
        ahead = way(setting) > 0 or _TOWARDS.search(setting.before)
        sunday = days.weekday(base, 6, 1 if ahead or base.weekday() == 6 else -1)
        return dated(days.unit_of(sunday, "WE"))
    if letter == "Y" and re.match(_to_a_month(), setting.after):
        return Value(type="DURATION", value="P1Y")
    if letter == "Q" and "current" not in low and not m["phase"]:
        return _reported(setting, base)
    return phased(dated(days.unit_of(base, letter)), m["phase"], setting.published)
