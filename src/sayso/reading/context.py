"""When and where did it happen: which day and place of the text belong to a figure, and what does it take over from those before it?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model import Attribution, Span, When, Where
from sayso.reading.places import Place
from sayso.reading.times import Time

_DATELINE = re.compile(r"\s*(?:,[^\n—–()-]{0,30})?\s*(?:\([^)\n]{2,30}\))?\s*(?:[—–:]|-{1,2}\s)")
"""What follows a place that only says where the report was written: "GAO, Mali, 11 April (SPA) —"."""

_CARRIED = re.compile(r"(?:taken|flown|brought|rushed|transferred|evacuated|airlifted|driven|sent|moved) (?:by [\w-]+ |on [\w-]+ )?to (?:a |the )?(?:hospitals? )?(?:in |at )?$")
"""Words before a place to which the wounded were brought, where nothing happened."""

_BRIEFING = re.compile(r"\s+(?:briefing|statement|report|interview|press conference|hearing|post|message|broadcast|bulletin)\b", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:according to|said|says|told|statement|reported|announced|confirmed|interview|briefing|added|wrote|published|spoke|spoken)\b[^.;]{0,60}$", re.IGNORECASE)

_FAR = 45
"""Days before publication from which an event counts as background, whose day later figures do not take over. Source: set by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The times and places of a text, and the day of publication."""

    text: str
    published: date | None
    times: Sequence[Time]
    places: Sequence[Place]
    said: Sequence[Span] = ()
    """Where the text gives days of speaking: never taken for days of events."""

    def when(self, sentence: Span, near: Span, said_by: Sequence[Attribution]) -> When | None:
        """The days that the sentence gives for the claim at `near`, days of speaking left out."""
        best: tuple[tuple[int, int], Time] | None = None
        for t in self.times:
            if t.first is None or t.last is None or not _within(t.span, sentence) or t.type == "SET":
                continue
            if any(_overlap(t.span, s) for s in self.said) or self._of_speaking(t.span, said_by):
                continue
            rank = _gap(t.span, near), t.span[0]
            if best is None or rank < best[0]:
                best = rank, t
        if best is None:
            return None
        t = best[1]
        first, last = t.first, t.last
        if first is None or last is None:
            return None
        return When(first=first, last=last, text=self.text[t.span[0] : t.span[1]], span=t.span)

    def _of_speaking(self, span: Span, said_by: Sequence[Attribution]) -> bool:
        """True where the time stands right beside a cue: "said on Monday"."""
        for s in said_by:
            if s.cue is not None and 0 <= span[0] - s.cue[1] <= 24 and "," not in self.text[s.cue[1] : span[0]]:
                between = self.text[s.cue[1] : span[0]].lower()
                if not any(w in between for w in (" that ", " were ", " was ", " had ")):
                    return True
        return False

    def where(self, sentence: Span, near: Span) -> Where | None:
        """The place that the sentence gives for the claim at `near`: the nearest, and of neighbours the narrower."""
        best: tuple[tuple[float, int], Place] | None = None
        for p in self.places:
            if not _within(p.span, sentence) or not self.site(p):
                continue
            gap = _gap(p.span, near)
            after = 0 if p.span[0] >= near[1] else 6
            wide = 25 if p.where.radius is not None and p.where.radius > 250 else 0
            rank = float(gap + after + wide), p.span[0]
            if best is None or rank < best[0]:
                best = rank, p
        return best[1].where if best else None

    def site(self, p: Place) -> bool:
        """True for a place where something can have happened: no government, no dateline, no hospital's town."""
        if p.actor:
            return False
        line = self.text.rfind("\n", 0, p.span[0]) + 1
        if p.span[0] - line <= 30 and _DATELINE.match(self.text, p.span[1]) and self.text[line : p.span[0]].upper() == self.text[line : p.span[0]]:
            return False
        return _CARRIED.search(self.text[max(0, p.span[0] - 60) : p.span[0]].lower()) is None

    def lead_day(self, before: int) -> When | None:
        """The day that the text spoke of last before an offset, of those that are no days of speaking and not long ago."""
        found = None
        for t in self.times:
            if t.span[0] >= before:
                break
            if t.type not in ("DATE", "TIME") or t.first is None or t.last is None or (t.last - t.first).days > 2:
                continue
            if any(_overlap(t.span, s) for s in self.said):
                continue
            when = When(first=t.first, last=t.last, text=self.text[t.span[0] : t.span[1]], span=t.span)
            after_cue = _SPOKEN.search(self.text[max(0, t.span[0] - 70) : t.span[0]])
            briefing = _BRIEFING.match(self.text, t.span[1])
            if not after_cue and not briefing and not self.background(when) and not self._headline(t.span):
                found = found or when
        return found

    def lead_place(self, before: int) -> Where | None:
        """The first place that the text spoke of before an offset, where something can have happened."""
        return next((p.where for p in self.places if p.span[0] < before and self.site(p)), None)

    def _headline(self, span: Span) -> bool:
        """True in a line of dates, such as "Published : Nov. 25", or any line without a verb's length."""
        line = self.text.rfind("\n", 0, span[0]) + 1
        end = self.text.find("\n", span[1])
        return (len(self.text) if end < 0 else end) - line < 60

    def background(self, when: When | None) -> bool:
        """True for days long before the report."""
        return when is not None and self.published is not None and (self.published - when.last).days > _FAR


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _gap(a: Span, b: Span) -> int:
    return max(0, a[0] - b[1], b[0] - a[1])
