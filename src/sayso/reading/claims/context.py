"""When and where did it happen: which day and place of the text belong to a figure?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso.model import Attribution, Span, When, Where
from sayso.reading.places.sites import Sites, gap, overlap, within
from sayso.reading.times.times import Time
from sayso.reading.words.certainty import listed

_BRIEFING = re.compile(
    r"\s+(?:briefing|statement|report|interview|press conference|hearing|post|message|broadcast|bulletin|edition)\b",
    re.IGNORECASE,
)
"""What makes a day before it a day of speaking: "Tuesday's briefing"."""

_SPOKEN = re.compile(
    r"""\b(according\ to|said|says|told|statement|reported|announced|confirmed|interview|briefing|added|wrote|published|spoke
        |spoken)\b[^.;]{0,60}$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words of speaking before a day in its sentence."""

_HAPPENED = re.compile(
    r"\d|\b(?:that|since|total|toll|were|was|had|have|has|been|dead|killed|died|wounded|injured|so far)\b", re.IGNORECASE
)
"""Words between a cue and a time that show that the time is of what is said, not of the saying."""

_SINCE = re.compile(r"(?:^|[.:;\n]\s*)since (?:early |late |last )?$", re.IGNORECASE)
"""What at the head of a sentence makes a time the beginning of a period; "the worst since 2030" tells of another event."""

_COMPARED = re.compile(
    r"""(?:\b(?:fewer|less|more|many|higher|lower|worse|\w+lier)\s+(?:\w+\s+)?(?:than|as)|\bcompared\s+(?:with|to)(?:\s+\w+){0,3}?)
        \s+(?:(?:in|on|during|at|for)\s+)?(?:the\s+)?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
"""What before a time makes it one that a figure is compared with: "12 per cent fewer than in July"."""

_INCLUDING = re.compile(r"\b(?:including|among\s+them)\s+(?:\w+\s+)?[\d.,]+\s(?:\w+\s){0,3}\Z", re.IGNORECASE)
"""What opens a part of a figure, whose days are its own."""

_BEFORE = 60
"""Characters before a time in which a comparison is looked for. Source: set by hand."""

_STAMP = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]m)?:\s", re.IGNORECASE)
"""An hour at which somebody spoke: "Horn 09:30: three hurt"."""

_FAR = 45
"""Days before publication from which an event is background, whose day later figures do not take over. Source: set by hand."""

_BESIDE_CUE = 24
"""Characters after a cue within which a time is the time of speaking. Source: set by hand."""

_BESIDE_NAME = 2
"""Characters after a speaker's name within which a time is the time of speaking. Source: set by hand."""

_SOON = 600
"""Characters after a headline within which the text gives its day. Source: set by hand."""

_SHORT, _LONG = 60, 140
"""Characters of a line below which it is a headline or a line of dates, no sentence; the second where it has no full stop.
Source: set by hand."""


@cache
def _of_event() -> re.Pattern[str]:
    """What behind a day makes it the event's: "Friday's attack", "the Monday night raid"."""
    nouns = "|".join(map(re.escape, listed("cues", "events", "nouns")))
    return re.compile(rf"(?:['’]s)?\s+(?:\w+\s+)?(?:{nouns})\b", re.IGNORECASE)


@cache
def _struck() -> re.Pattern[str]:
    """Finds a deed: "was attacked", "shells hit", "a raid on"."""
    nouns = "|".join(map(re.escape, (*listed("cues", "events", "nouns"), *listed("cues", "events", "verbs"))))
    return re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE)


_RECALLED = re.compile(
    r"\b(?:after|follow(?:s|ed|ing)?|similar|previous|earlier|since|before|ago|last (?:week|month|year)|recalls?)\b",
    re.IGNORECASE,
)
"""Words by which a sentence looks back on another event than the one that the text goes on with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The times and places of a text, and the day of publication."""

    text: str
    published: date | None
    times: Sequence[Time]
    sites: Sites
    said: Sequence[Span] = ()
    """Where the text gives days of speaking: never taken for days of events."""

    def when(self, sentence: Span, near: Span, said_by: Sequence[Attribution]) -> When | None:
        """The days that the sentence gives for the claim at `near`, days of speaking left out."""
        own = [t for t in self._days(sentence) if not self._of_speaking(t.span, said_by) and not self._of_others(t.span, near)]
        best = min(own, key=lambda t: (gap(t.span, near), t.span[0]), default=None)
        return self._when(best) if best is not None else None

    def _of_others(self, span: Span, near: Span) -> bool:
        """True for the days of what a figure is set beside, or of a part of it: "fewer than in July", "including 310 in May"."""
        if _COMPARED.search(self.text, max(0, span[0] - _BEFORE), span[0]):
            return True
        return span[0] > near[1] and _INCLUDING.search(self.text, near[1], span[0]) is not None

    def day_at(self, where: Where, before: int) -> When | None:
        """The day that the text gave before an offset for what happened at the same place."""
        days = {t.span: t for t in self._days((self.sites.section(before), before)) if t.type in ("DATE", "TIME")}
        found = self.sites.day_near(where, sorted(days), before)
        when = self._when(days[found]) if found is not None else None
        return None if self.background(when) else when

    def where(self, sentence: Span, near: Span, avoid: Sequence[Span] = ()) -> Where | None:
        """The place that the sentence gives for the claim at `near`; places in `avoid` are none."""
        return self.sites.at(sentence, near, avoid)

    def next_day(self, after: int) -> When | None:
        """The first day that the text speaks of soon after a headline."""
        return self._lead((after, after + _SOON))

    def lead_day(self, before: int) -> When | None:
        """The first day that the text or its section speaks of before an offset: no day of speaking, not long ago."""
        return self._lead((self.sites.section(before), before))

    def _lead(self, inside: Span) -> When | None:
        for t in self._days(inside):
            if t.type not in ("DATE", "TIME") or t.first is None or t.last is None or (t.last - t.first).days > 2:
                continue
            when = self._when(t)
            cue = _SPOKEN.search(self.text, max(0, t.span[0] - 70), t.span[0])
            after_cue = cue is not None and not _HAPPENED.search(self.text, cue.end(1), t.span[0])
            briefing = _BRIEFING.match(self.text, t.span[1])
            if not after_cue and not briefing and not self.background(when) and not self.headline(t.span):
                return when
        return None

    def scene(self, start: int, end: int) -> tuple[When, Where] | None:
        """The day and the place of the last attack that a stretch of one paragraph tells in a sentence without a figure."""
        start = max(start, self.text.rfind("\n", 0, end) + 1)
        if not _struck().search(self.text, start, end) or _RECALLED.search(self.text, start, end):
            return None
        days = {t.span: t for t in self._days((start, end)) if t.type in ("DATE", "TIME")}
        for where in self.sites.between(start, end):
            found = self.sites.day_near(where, sorted(days), end)
            when = self._when(days[found]) if found is not None else None
            if when is not None and not self.background(when):
                return when, where
        return None

    def lead_place(self, before: int) -> Where | None:
        """The first place that the text or its section speaks of before an offset, where something can have happened."""
        return self.sites.lead(self.sites.section(before), before)

    def headline(self, span: Span) -> bool:
        """True in a line of dates, such as "Published : Nov. 25", or any line without a sentence's length or full stop."""
        start = self.text.rfind("\n", 0, span[0]) + 1
        end = self.text.find("\n", span[1])
        line = self.text[start : len(self.text) if end < 0 else end].rstrip()
        return len(line) < _SHORT or (len(line) < _LONG and line[-1:].isalnum())

    def background(self, when: When | None) -> bool:
        """True for days long before the report."""
        return when is not None and self.published is not None and (self.published - when.last).days > _FAR

    def _days(self, inside: Span) -> list[Time]:
        """The times in a stretch of the text that denote days and are no days of speaking."""
        return [
            t
            for t in self.times
            if t.first is not None
            and t.last is not None
            and t.type != "SET"
            and within(t.span, inside)
            and not any(overlap(t.span, s) for s in self.said)
            and not _STAMP.match(self.text, t.span[0])
            and not self._adrift(t)
        ]

    def _adrift(self, t: Time) -> bool:
        """True for "three days later" that was counted from the publication: from which day is not known."""
        ahead = t.first is not None and self.published is not None and t.first > self.published
        return ahead and self.text[t.span[0] : t.span[1]].lower().endswith("later")

    def _when(self, t: Time) -> When | None:
        if t.first is None or t.last is None:
            return None
        open_to = self.published if _SINCE.search(self.text[: t.span[0]], max(0, t.span[0] - _BESIDE_CUE)) else None
        last = max(t.last, open_to or t.last)
        return When(first=t.first, last=last, text=self.text[t.span[0] : t.span[1]], span=t.span)

    def _of_speaking(self, span: Span, said_by: Sequence[Attribution]) -> bool:
        """True where the time stands right behind a cue or a speaker: "said on Monday", "Mayor Horn, 07:10"."""
        if _of_event().match(self.text, span[1]):
            return False
        if any(s.span is not None and 0 <= span[0] - s.span[1] <= _BESIDE_NAME for s in said_by):
            return True
        cues = [s.cue[1] for s in said_by if s.cue is not None]
        return any(
            0 <= span[0] - end <= _BESIDE_CUE
            and "," not in self.text[end : span[0]]
            and not _HAPPENED.search(self.text, end, span[0])
            for end in cues
        )
