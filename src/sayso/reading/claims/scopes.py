"""Does a figure cover one event, a period or a running total, by its days where its words do not say?"""

import re

from sayso.model import Scope, When
from sayso.reading.claims.context import Setting
from sayso.reading.drafts.draft import Draft
from sayso.reading.words.certainty import listed
from sayso.reading.words.lexicon import words

_MONTH = 31
"""Days up to which a stretch of time may hold one event. Source: set by hand."""

_ALONE = re.compile(r"(?:\s+of\s+(?:them|whom|these))?\s+(?:in|during|on|over)\s+(?:[\w-]+\s+){1,3}alone\b", re.IGNORECASE)
"""What behind a part of a running total makes it one of a stretch of time."""

_FROM = re.compile(r"\b(?:from|between)\s[^.;,]{0,32}\Z", re.IGNORECASE)
_NEAR = 40
"""Characters before either end of a stretch of time in which "from" stands. Source: set by hand."""
_LATE = 2
"""Days from the end of a running count to the report that gives it. Source: set by hand."""

_WEEK = 7
"""Days up to which those missing since a day were lost on it, and from which attacks are of a period. Source: set by hand."""


def scope_by_days(d: Draft, when: When | None, setting: Setting) -> Scope:
    """The scope that the clause says, or that its days do: a long time until now makes a total, one that is over a period."""
    if when is None or d.scope not in ("event", "total"):
        return d.scope
    if d.subset and _ALONE.match(setting.text, d.span[1]):
        return "period"  # "since January, 300 of them in August alone"
    if d.mention.frame == "included" and any(
        w in setting.text[d.span[0] : d.span[1] + _NEAR].lower() for w in words("scope", "period")
    ):
        return "period"  # "since the start of the war …, including 310 in the past day"
    clause = setting.text[d.sentence[0] : d.sentence[1]].lower()
    since = any(w in clause for w in words("scope", "running"))
    long, now = (when.last - when.first).days > _MONTH, when.last == setting.published
    if d.scope == "event" and long and _until_now(when, setting) and d.outcome != "missing":
        return "total"
    if d.scope == "event":
        own = when.span is not None and d.sentence[0] <= when.span[0] < d.sentence[1]
        over = long and own and not now and any(w in clause for w in words("scope", "sum"))
        if over or _stretch(when, setting.text) or _spread(d, when):
            return "period"  # "last year's raids claimed 27 lives in all"
        return "total" if long and now and own and since else "event"
    if long and not now and not since:
        return "period"
    if d.outcome == "missing" and (when.last - when.first).days <= _WEEK and "since" in clause:
        return "event"  # "five are missing since Sunday": the day on which they were lost
    return "period" if "since yesterday" in clause else "total"


def _until_now(when: When, setting: Setting) -> bool:
    """True for a stated stretch that ends with the report: "from 3 March 2032 to 16 September 2033" in that day's bulletin."""
    if setting.published is None or when.span is None or not 0 <= (setting.published - when.last).days <= _LATE:
        return False
    return _FROM.search(setting.text, max(0, when.span[0] - _NEAR), when.span[0]) is not None


def _stretch(when: When | None, text: str) -> bool:
    """True for a stated stretch of more than a month: "between January and June"."""
    if when is None or when.span is None or (when.last - when.first).days <= _MONTH:
        return False
    return text[max(0, when.span[0] - 8) : when.span[0]].lower().split()[-1:] in (["between"], ["from"])


def _spread(d: Draft, when: When) -> bool:
    """True for what several attacks did in a week or a month: "raids killed 19 people last week"."""
    if not _WEEK - 1 <= (when.last - when.first).days <= _MONTH or when.span is None or not d.numbered:
        return False
    a, verb = d.a, d.mention.clause if d.mention.clause is not None else d.mention.trigger
    told = when.span[0] >= d.sentence[0] and when.span[1] <= d.sentence[1]
    near = [k for k in a.children[verb] if a.rels[k] in ("nsubj", "obl", "obl:agent")]
    return told and any(a.xpos[k] == "NNS" and a.lower[k] in listed("cues", "events", "nouns") for k in near)
