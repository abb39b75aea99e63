"""When does the text speak of: which spans name a time, and which closed interval of days does each denote?"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sayso.model import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression: TIMEX3 type and value, and the closed interval of days it denotes (None where it denotes none)."""

    span: Span
    type: TimeType
    value: str
    first: date | None = None
    last: date | None = None


_DAY = re.compile(r"\b(?:(?P<today>today)|(?P<yesterday>yesterday)|(?P<name>mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE)
_NAMES = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


def find(text: str, published: date | None) -> tuple[Time, ...]:
    """The time expressions of the text, in order and disjoint, read as of the day of publication."""
    if published is None:
        return ()
    out = []
    for m in _DAY.finditer(text):
        back = {"today": 0, "yesterday": 1}.get(str(m.lastgroup))
        if back is None:
            back = (published.weekday() - _NAMES.index(m["name"].lower())) % 7
        day = published - timedelta(days=back)
        out.append(Time(span=m.span(), type="DATE", value=day.isoformat(), first=day, last=day))
    return tuple(out)
