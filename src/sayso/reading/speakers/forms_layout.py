"""Which layouts name the speaker: colons, dashes, brackets, a signature under a quotation?"""

import re
from collections.abc import Iterator

from sayso.reading.places.names import possible
from sayso.reading.speakers.sayings import Saying, dateline
from sayso.reading.times import stamps
from sayso.reading.times.words import words
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import listed
from sayso.reading.words.clauses import sentence_range, text_of
from sayso.reading.words.kinds import kind_of
from sayso.reading.words.lexicon import person
from sayso.reading.words.nations import nation

_QUOTES = frozenset('"“”„«»')
_DASHES = frozenset(("–", "—", "-", "―"))


def colon(a: Analysis) -> Iterator[Saying]:
    """Colons: "NIS: ..." and "...: NIS" in headlines, "Mayor: “...”" and "N. N. 09:30: ..." in lists and transcripts."""
    for i, w in enumerate(a.lower):
        if w != ":" or i == 0 or i + 1 >= len(a):
            continue
        start, end = sentence_range(a, i)
        left = start
        while left < i and not a.unit.words[left][0].isalnum():
            left += 1
        left += a.lower[left] == "from" and left + 1 < i
        right = i
        while right > left and (a.lower[right - 1][0].isdigit() or (a.lower[right - 1] == "," and right < i)):
            right -= 1
        name = text_of(a, left, right)
        known = (
            kind_of(name) != "other"
            or (has_person(a, left, right) and not _town(name) and not _about(a, left, right))
            or (left > start and a.lower[left - 1] == "@")
        )
        if (
            name.split(" ")[-1].casefold() in listed("cues", "papers", "nouns")
            or name.casefold().startswith(("contact", "photo", "picture", "source", "credit"))
            or any(a.xpos[k] == "IN" and a.lower[k] in ("with", "for", "on", "about") for k in range(left, right))
            or re.match(r"Q\d+", name)
            or (name[:1].isdigit() and stamps.find(name))  # "6 May, Orlo: two guards wounded"
        ):
            continue
        if (
            0 < right - left <= 6
            and nation(name) is None
            and (known or _stamped(a, (left, right), i) or (i + 1 < len(a) and a.lower[i + 1] in _QUOTES))
            and _named(a, left, right)
            and not dateline(a, (left, right), (i, i + 1))
        ):
            if i + 1 < len(a) and a.lower[i + 1] in _QUOTES:
                end = next((k + 1 for k in range(i + 2, len(a)) if a.unit.quotes[k] == 2), end)
            elif start == 0:
                end = len(a)
            yield Saying(source=(left, right), cue=(i, i + 1), content=((i + 1, end),), manner="closed")
        elif end == len(a) and 0 < end - i - 1 <= 4 and start == 0 and a.lower[-1] != "." and i > 3:
            tail = text_of(a, i + 1, end)
            if (kind_of(tail) != "other" or nation(tail)) and (end == i + 2 or _named(a, i + 1, end)):
                yield Saying(source=(i + 1, end), cue=(i, i + 1), content=((0, i),), manner="closed")


def behind(a: Analysis) -> Iterator[Saying]:
    """A headline's source behind a dash: "Three killed in market blast - police"."""
    i = next((k for k in range(len(a) - 2, 3, -1) if a.lower[k] in _DASHES), None)
    if i is None or len(a) - i > 5 or a.lower[-1] in (".", "!", "?") or any(a.unit.quotes) or a.unit.sentences[-1]:
        return
    spaced = a.unit.spans[i - 1][1] < a.unit.spans[i][0] and a.unit.spans[i][1] < a.unit.spans[i + 1][0]
    tail = text_of(a, i + 1, len(a))
    if (
        spaced
        and (kind_of(tail) not in ("other", "media") or nation(tail))
        and not any(a.upos[k] == "VERB" for k in range(i + 1, len(a)))
    ):
        yield Saying(source=(i + 1, len(a)), cue=(i, i + 1), content=((0, i),), manner="closed")


def labelled(a: Analysis) -> Iterator[Saying]:
    """A name in square brackets before the words: "[Rescue service] Four people were killed"."""
    close = next((k for k in range(2, min(8, len(a) - 3)) if a.lower[k] == "]"), None)
    if close is not None and a.lower[0] == "[" and kind_of(text_of(a, 1, close)) != "other":
        yield Saying(source=(1, close), cue=(close, close + 1), content=((close + 1, len(a)),), manner="closed")


def credit(a: Analysis) -> Iterator[Saying]:
    """A name in brackets at the end of a sentence: "five hurt (governor N. N., 07:10)"."""
    for i, w in enumerate(a.lower):
        if w != "(":
            continue
        start, end = sentence_range(a, i)
        close = next((k for k in range(i + 1, min(i + 9, len(a))) if a.lower[k] == ")"), None)
        if close is None or close + 2 < end or i - start < 3:
            continue
        stop = next((k for k in range(i + 1, close) if a.lower[k] == ","), close)
        kind = kind_of(text_of(a, i + 1, stop))
        plain_word = (
            kind in ("police", "medical", "emergency", "government", "military") and a.xpos[stop - 1] == "NN" and stop == close
        )
        if kind not in ("other", "media", "anonymous", "international") and (
            a.unit.words[stop - 1][0].isupper() or plain_word or a.lower[stop - 1] == "police"
        ):
            yield Saying(source=(i + 1, stop), cue=(i, i + 1), content=((start, i),), manner="closed")


def signed(a: Analysis) -> Iterator[Saying]:
    """A name behind a dash under or behind the words quoted: "“...” – N. N., teacher"."""
    for i in range(3, len(a) - 1):
        if a.lower[i] in _DASHES and a.unit.quotes[i - 1] == 2 and len(a) - i < 14 and signature(a, i):
            stop = next((k for k in range(i + 1, len(a)) if a.lower[k] == ","), len(a))
            marks = [k for k in range(i - 1) if a.unit.quotes[k] == 2]
            first = 0 if not marks or marks[0] == 0 else marks[-1]
            yield Saying(source=(i + 1, stop), cue=(i, i + 1), content=((first, i),), manner="closed")


def signature(a: Analysis, dash: int = 0) -> bool:
    """True where only a name, and what it is of, stands behind a dash."""
    return (
        a.lower[dash] in _DASHES
        and 1 < len(a) - dash < 14
        and (a.names[dash + 1].endswith("PER") or kind_of(text_of(a, dash + 1, len(a))) != "other")
        and not any(a.upos[k] in ("VERB", "AUX") for k in range(dash + 1, len(a)))
    )


def has_person(a: Analysis, start: int, end: int) -> bool:
    """True where some words have the name of a person."""
    return any(a.names[k].endswith("PER") for k in range(start, end))


def _stamped(a: Analysis, name: tuple[int, int], mark: int) -> bool:
    """True for a name with an hour before the colon: "Moroz 09:30: six hurt"; not for "Tuesday 09:30:", "Kyiv 09:30:"."""
    left, right = name
    if right != left + 1 or right + 1 != mark or ":" not in a.lower[right] or a.xpos[left] != "NNP":
        return False
    return a.lower[left] not in {**words("weekdays"), **words("months")} and not _town(a.unit.words[left])


def _about(a: Analysis, start: int, end: int) -> bool:
    """True for what a headline is about: "Verrin landslide: 17 dead" ends with no name, "Verrin, 8 p.m.: 17 dead" an hour."""
    last = a.unit.words[end - 1]
    timed = a.lower[start + 1] == "," and any(a.lower[k][0].isdigit() for k in range(start + 2, start + 4))
    plain = last.islower() and last.isalpha() and not a.names[end - 1].endswith("PER") and not person(last)
    return timed or (plain and kind_of(last) == "other")


def _town(name: str) -> bool:
    """True for a place that a headline or a section is about, whatever the model takes it for: "Tete: two more are dead"."""
    return " " not in name and any(t.people >= _PEOPLED or t.level != "town" for t in possible(name))


_PEOPLED = 50_000
"""Inhabitants of a town that is more likely than a person of its name. Source: set by hand."""


def _named(a: Analysis, start: int, end: int) -> bool:
    """True for a name or a role, false for a heading without a noun or a word shouted by a programme."""
    text = text_of(a, start, end)
    return (
        a.xpos[end - 1] in ("NN", "NNS", "NNP", "NNPS")
        and not any(a.upos[k] in ("VERB", "AUX") for k in range(start, end))
        and "?" not in text
    )


FORMS = (colon, behind, labelled, credit, signed)
"""In the order in which they are tried."""
