"""When does the text speak of: which spans name a time, and which closed interval of days does each denote?"""

import re
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date

from sayso.model import Span
from sayso.reading.times import days, figures, ranges, spans, values, weeks, years
from sayso.reading.times.days import Days
from sayso.reading.times.feasts import feast_weekend, holiday
from sayso.reading.times.forms import forms
from sayso.reading.times.parts import clock, day_part
from sayso.reading.times.setting import Setting, Time
from sayso.reading.times.story import core, is_narrative, told
from sayso.reading.times.values import Reader, Value
from sayso.reading.times.years import is_quarter

__all__ = ["Time", "find"]

_READERS: dict[str, Reader] = {
    "iso": values.iso,
    "ymd": figures.year_first,
    "mdy": figures.month_first,
    "dmy": figures.month_first,
    "slashed": values.slashed,
    "md": figures.day_and_month,
    "ym": figures.year_and_month,
    "year_month": figures.named_month,
    "iso_week": figures.iso_week,
    "coded": figures.coded,
    "short_day": values.short_day,
    "clock": clock,
    "date": values.calendar_date,
    "weekday_week": weeks.weekday_of_week,
    "weekday_day": weeks.weekday_and_day,
    "part_of": weeks.part_of_period,
    "week_number": weeks.week_by_number,
    "week_day": weeks.week_of_day,
    "after_next": weeks.after_next,
    "weekday_ago": weeks.weekday_ago,
    "month_day": weeks.month_day,
    "year_to_date": weeks.year_to_date,
    "workweek": weeks.working_week,
    "workdays": weeks.working_days,
    "nights": weeks.nights,
    "night_days": weeks.night_days,
    "num_first": weeks.counted_first,
    "week_of": values.week_of,
    "also_day": figures.also_day,
    "day_list": values.day_list,
    "month_year": values.month_year,
    "short_month": weeks.short_month,
    "month": values.month,
    "weekday": values.weekday,
    "relday": values.relday,
    "nextday": values.next_unit,
    "recent": spans.recent,
    "relunit": spans.relunit,
    "plural_ref": spans.plural_ref,
    "ago": spans.ago,
    "rate": spans.rate,
    "duration": spans.duration,
    "glued": spans.duration,
    "quarter": years.quarter,
    "season": years.season,
    "decade": years.decade,
    "century": years.century,
    "bc": years.before_christ,
    "year": years.year,
    "short_year": years.short_year,
    "spelled": years.spelled,
    "yearend": years.year_end,
    "yearago": years.year_ago,
    "ordday": values.ordday,
    "feast_weekend": feast_weekend,
    "daypart": day_part,
    "holiday": holiday,
    "unit_the": years.unit_the,
    "plural": spans.plural,
    "told": spans.told,
    "told_part": spans.told_part,
    "told_day": spans.told_day,
    "reference": spans.reference,
    "set": spans.repeated,
}
"""How each form is read; an age has none: TimeBank and AQUAINT leave ages unmarked."""


def find(text: str, published: date | None) -> tuple[Time, ...]:
    """The time expressions of the text, in order and disjoint, read as of the day of publication.

    Days lean on the day of publication, or, in a text that tells of other years, on the day last named. In news the interval
    runs to the day of publication after "since", and a day ahead is reached from there after "by" and "until". Without a day of
    publication, relative days have no interval.
    """
    narrative = is_narrative(text, published)
    anchor: Days | None = None
    story: Days | None = None
    first, last = core(text) if narrative else (MINYEAR, MAXYEAR)
    out: list[Time] = []
    numbers = [m.span() for m in _NUMBER.finditer(text)]
    for name, m in forms(text, narrative=narrative):
        if name not in _READERS or any(s < m.end() and m.start() < e for s, e in numbers):
            continue
        if _TITLE.search(text, max(0, m.start() - _LEFT), m.end()):
            continue
        setting = Setting(text=text, span=m.span(), published=published, anchor=anchor, story=story, narrative=narrative)
        value = _read(_READERS[name], m, setting)
        if value is None:
            continue
        out.append(_time(_trimmed(text, m.span(), name), _spanning(value, setting)))
        if value.days and _leads(name, m, value.days, setting):
            anchor = value.days
            if first <= anchor[0].year <= last:
                story = told(story, anchor, name, setting)
        elif anchor and published and not narrative and is_quarter(anchor) and _MONTHS.match(m.group()):
            anchor = days.year(published.year)
    return ranges.joined(text, out, published)


_LEFT, _RIGHT = 48, 56
"""Characters before and after an expression that are looked at for the rest of a name that it is part of."""
_TITLE = re.compile(r"(?:\b(?:[A-Z]{2,}|High)\s(?:Today|Tonight|Noon)|[\"\u201c]This\s+Week)$")
"""Finds an expression that is the name of a programme or a paper, such as USA Today."""


def _read(reader: Reader, m: re.Match[str], setting: Setting) -> Value | None:
    """What a reader makes of a form; None where that lies outside the calendar, which holds the years 1 to 9999."""
    try:
        return reader(m, setting)
    except (OverflowError, ValueError):
        return None


def _leads(name: str, m: re.Match[str], found: Days, setting: Setting) -> bool:
    """True where "the same year" and "a year earlier" can lean on the days found."""
    if (found[1] - found[0]).days >= _LONG:
        return False
    if name == "yearago":
        return m["latest"] is not None
    if name == "ago" and not setting.narrative:
        return not is_quarter(found) and not _COMPARED.search(m.group())
    ends = name == "date" and setting.anchor is not None and is_quarter(setting.anchor) and _ENDED.search(setting.before)
    return name not in _NO_ANCHOR and not ends


_MONTHS = re.compile(r"the\s+(?:first\s+|latest\s+)?(?:six|nine|6|9)\s+months\b", re.IGNORECASE)
"""Finds a longer stretch of which a company reports after a quarter: "a year earlier" is then no quarter any more."""
_COMPARED = re.compile(r"\byear\s+(?:ago|earlier)$", re.IGNORECASE)
"""Finds the year with which a company compares: the next "a year earlier" counts from the same day as this one."""
_ENDED = re.compile(r"\bquarter\s+end(?:ed|ing)\s+(?:on\s+)?$", re.IGNORECASE)
"""Finds what stands before the last day of a quarter, of which the text goes on to speak."""
_NO_ANCHOR = frozenset(
    "recent num_first workdays nights told told_part told_day duration glued age plural reference rate set decade century".split()
)
_LONG = 370
"""Days up to which an interval can be what "the same year" and "two days later" lean on."""


_NUMBER = re.compile(r"(?<![\w-])(?:19|20)\d\d-\d\d-[A-Z]{1,4}-\d+(?!\w)")
"""The number of a release, which begins as a date does: 2031-05-CA-108."""


def _time(span: Span, value: Value) -> Time:
    first, last = value.days or (None, None)
    return Time(span=span, type=value.type, value=value.value, first=first, last=last)


_OVER = re.compile(r"over\s+(?=(?:several|a\s+few|many|the)\s)", re.IGNORECASE)
"""Finds the preposition of "over several years"."""
_NUMBERED = re.compile(r"(?<!\bon\s)(?<!\bby\s)(?<!\bof\s)(?<!\bsince\s)(?<!\buntil\s)[Tt]he\s+(?=\d{1,2}\s+[A-Z]\w+\s+[a-z]{4})")
"""Finds the article of "the 4 May raid", which is the raid's."""
_IN = re.compile(r"(?:(?:in|over|during|for|within)\s+)(?=the\s)", re.IGNORECASE)
_ARTICLE = re.compile(r"the\s+(?!\w+\s)", re.IGNORECASE)
_THE = re.compile(r"the\s+(?=(?:fiscal\s+)?\S*-\S*(?<!\s)$|(?-i:[A-Z]\w+\s[A-Z]\w+)$)|an?\s+(?=\w+-(?:long|old)$)", re.IGNORECASE)
"""Finds the article of "the ten-year siege", "a year-long siege" and of a name such as "the Nine Days"."""
_JUST = re.compile(r"just\s+(?=over|under)", re.IGNORECASE)


def _trimmed(text: str, span: Span, name: str) -> Span:
    """The span without what only helped to find it: a preposition, a possessive, the article of a hyphenated adjective."""
    start, end = span
    if name == "date" and (m := _NUMBERED.match(text, start)):
        start = m.end()
    if name == "recent" and (m := _IN.match(text, start, end)):
        start = m.end()
    if text[end - 2 : end] in ("'s", "\u2019s") and name not in ("decade", "yearend"):
        end -= 2
    if name == "duration" and (m := _OVER.match(text, start, end)):
        start = m.end()
    if name in ("duration", "quarter", "century") and (m := _THE.match(text[start:end])):
        start += m.end()
    if name == "ago" and (m := _JUST.match(text, start, end)):
        start = m.end()
    if name == "season" and (m := _ARTICLE.match(text, start, end)) and years.part_of_name(text[end : end + _RIGHT]):
        start = m.end()
    return start, end


_REACHING = re.compile(
    r"\b(?:(?P<word>since|by|until|till)\s+(?:at\s+least\s+|about\s+)?|(?P<start>since)\s+(?:[\w'\u2019-]+\s+){1,7}(?:in|on)\s+)$",
    re.IGNORECASE,
)


def _spanning(value: Value, setting: Setting) -> Value:
    """A value whose days reach to the day of publication after "since", and from it after "by" and "until"."""
    lead = _REACHING.search(setting.before) if value.days else None
    if not lead or not value.days or _RECORD.search(setting.before):
        return value
    first, last = value.days
    if setting.narrative:
        since = (lead["word"] or "since").lower() == "since" and setting.story and setting.story[1] >= last
        return replace(value, days=(first, setting.story[1])) if since and setting.story else value
    if not setting.published:
        return value
    if (lead["word"] or lead["start"]).lower() == "since":
        reach = (first, setting.published) if first <= setting.published else value.days
    else:
        reach = (setting.published, last) if last > setting.published else value.days
    return Value(type=value.type, value=value.value, days=reach)


_RECORD = re.compile(r"\b(?:\w{2,}est|worst|most\s+\w+|first|only)\b[^.;]{0,60}\bsince\s+(?:[\w'-]+\s+){0,7}$", re.IGNORECASE)
"""Finds "the bloodiest since", where the day named is one of comparison, not the start of a count."""
