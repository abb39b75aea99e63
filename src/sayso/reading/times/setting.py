"""From where is a time expression read: the day of publication, the last day named, and does its clause look ahead or back?"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from sayso.model import Span
from sayso.packs import table
from sayso.reading.times.days import Days

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]

_REACH = 160
"""Characters of the clause that are looked at on either side; **Source:** calibrated on TimeBank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression: TIMEX3 type and value, and the closed interval of days it denotes (None where it denotes none)."""

    span: Span
    type: TimeType
    value: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an expression at `span` of `text` is read against.

    `anchor` is the last day or period named before it, `story` the last one told of and not only looked at from there; a
    `narrative` tells the past in order, and its partial dates continue the story instead of leaning on the day of publication.
    """

    text: str
    span: Span
    published: date | None
    anchor: Days | None = None
    story: Days | None = None
    narrative: bool = False

    @property
    def base(self) -> date | None:
        """The day that "last", "next" and "ago" count from."""
        if self.narrative or self.published is None:
            return self.anchor[0] if self.anchor else None
        return self.published

    @property
    def day(self) -> Days | None:
        """The day last named, or the night or two days; None after a month or a year, in which no single day is meant."""
        return self.anchor if self.anchor and (self.anchor[1] - self.anchor[0]).days <= _DAY else None

    def wide(self, unit: str) -> bool:
        """True where what was last named is too long to tell which day, week or month is meant; a year leans on anything."""
        limit = _LEANS_ON.get(unit)
        return limit is not None and self.anchor is not None and (self.anchor[1] - self.anchor[0]).days >= limit

    @property
    def week(self) -> bool:
        """True where what was last named is short enough to tell which Friday is meant."""
        return bool(self.anchor and (self.anchor[1] - self.anchor[0]).days < 10)

    @property
    def apposed(self) -> bool:
        """True right behind a day and a comma or dash: "on 3 May, the day after the raid"."""
        return bool(_DAY_BEFORE.search(self.before))

    @property
    def before(self) -> str:
        """The words before the expression, in the same sentence."""
        start = self.span[0]
        return _last_sentence(self.text[max(0, start - _REACH) : start + 1])[:-1]

    @property
    def after(self) -> str:
        """The words after the expression, in the same sentence."""
        end = self.span[1]
        return _SENTENCE_END.split(self.text[end : end + _REACH], maxsplit=1)[0]


_DAY = 2
"""Days more than one up to which what was named is a day that "that night" and "two days later" can lean on."""
_LEANS_ON = {"D": 1, "W": 14, "WE": 14, "M": 93}
"""Days of an anchor from which a unit (TIMEX3 letters) cannot lean on it."""
_DAY_BEFORE = re.compile(
    r"(?:\b\d{1,2}\s+[A-Z][a-z]{2,8}|\b[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?)(?:,?\s+\d{4})?\s*[,(\u2013\u2014-]\s*(?:only\s+|just\s+)?$"
)
_SENTENCE_END = re.compile(r"""(?<=[a-z)\d][.!?])["'\u201d)]*\s+(?=[A-Z"'\u201c(])|\n\s*\n|\n(?=[A-Z])|[.!?]["\u201d]\s+""")


def stepped_year(words: str, day: tuple[int, int], setting: Setting) -> int | None:
    """The year of "next 6 April" and "last 6 April"; a day is its month and its number."""
    step = re.match(r"(?P<ahead>next)|last", words, re.IGNORECASE)
    base = setting.base
    if step is None or base is None:
        return None
    here = base.month, base.day
    return base.year + (day <= here) if step["ahead"] else base.year - (day >= here)


@lru_cache(maxsize=64)
def _last_sentence(words: str) -> str:
    """What stands behind the last end of a sentence: each expression is asked for it several times."""
    return _SENTENCE_END.split(words)[-1]


def way(setting: Setting) -> int:
    """-1 where the clause looks back, 1 where it looks ahead, 0 where nothing tells: the nearest cue decides, those before first.

    Source: nearest preceding tense, after HeidelTime (Strötgen and Gertz 2010); cues calibrated on TimeBank.
    """
    before = list(_cues().finditer(setting.before))
    if before:
        return _way(before[-1])
    return way_after(setting)


def way_after(setting: Setting) -> int:
    """The same by the words after it alone."""
    after = _cues().search(setting.after)
    return _way(after) if after else 0


_FINITE = "".join(
    rf"(?<!\b{word}\s)" for word in ("to", "will", "would", "may", "might", "can", "could", "shall", "should", "must")
)
"""Finds no bare form, such as "to hit" and "will cut"."""
_PARTICIPLE = (
    r"(?:(?<!\w\s)|(?-i:(?=[a-z])))(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)(?<!\bits\s)"
    r"(?!un(?!der|cover|veil|leash|fold|load|it)\w+ed\b)\w{2,}(?<!e)ed"
)
"""Finds a regular past form; not a name such as the United States, nor what stands before a noun, such as "the divided town",
nor "unknown" in the form of "unspecified"."""


def _way(m: re.Match[str]) -> int:
    return 1 if m["ahead"] else -1


@cache
def _cues() -> re.Pattern[str]:
    cues = table("times")["cues"]
    ahead, behind = ("|".join(re.escape(w) for w in sorted(cues[k], key=lambda w: (-len(w), w))) for k in ("ahead", "behind"))
    ahead = re.sub(r"(?<![\w\\])may(?!\w)", "(?-i:may)", ahead)  # the month has a capital
    passive = r"(?:will|to|(?-i:may)|shall|should|must|would)\s+(?:not\s+)?(?:also\s+)?(?:have\s+)?be(?:en)?\s+\w+"
    over = r"had\s+(?:\w+ly\s+)?(?:been\s+)?\w+|as\s+(?:\w+ly\s+)?(?:planned|scheduled|expected)"
    return re.compile(
        rf"(?:(?<![\w-])|(?=['\u2019]ll\b))(?:(?P<ahead>{passive}|{ahead})|(?P<behind>{over}|{_FINITE}(?:{behind})|{_PARTICIPLE}))(?![\w-])",
        re.IGNORECASE,
    )
