"""How is a number worded: exactly, about, at least, up to, or vaguely?"""

import itertools
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.errors import ContractError
from sayso.packs import table
from sayso.reading.quantities.counted import is_number
from sayso.reading.quantities.figures import Change, Number
from sayso.reading.quantities.spelled import fused

CHANGES: dict[str, Change] = {
    "exact": "=",
    "range": "=",
    "about": "~",
    "nearly": "~",
    "at least": ">",
    "more than": ">",
    "up to": "<",
    "fewer than": "<",
}
Reading = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The words around a number that bound it: where they begin and end, and whether the number comes on top of another."""

    wording: str
    start: int
    end: int
    extra: bool = False


def bound(text: str, start: int, end: int) -> Bound:
    """The bound of a number at [start, end), by the words before it and after it."""
    first, wording, extra = _before(text, start)
    extra = extra or text[start - 1 : start] == "+"
    last = end
    if wording == "exact" and first:
        first, wording = _signed(text, first)
    if text[end : end + 1] == "+":
        return Bound(wording="at least", start=first, end=end + 1, extra=extra)
    tail = text[end : end + _TAIL].lower()
    if tail[:1] in {" ", "\n", "-"}:
        found, k = _following(tail.replace("-", " ", 1), "joined") if tail[0] == "-" else ("", 0)
        if not k:
            found, k = _following(tail.replace("-", " ", 1), "after")
        if k:
            wording = _both(wording, found)
            last = _end_of_words(text, end, k)
    return Bound(wording=wording, start=first, end=last, extra=extra)


def behind(text: str, end: int) -> str:
    """The wording that stands behind a counted noun that ends at `end` ("12 soldiers or more"); exact where there is none."""
    if text[end : end + 1] not in {" ", "\n"}:
        return "exact"
    found, k = _following(text[end : end + _TAIL].lower(), "behind")
    following = text[_end_of_words(text, end, k) :][:_NUMBER].split()
    bounds_another = following and (following[0][0].isdigit() or following[0].lower() in _small())
    return "exact" if not k or bounds_another else found


def reading(wording: str, value: Number) -> Reading:
    """Low, best and high of a number with a bound, in whole units; None is open.

    **Source:** item 10 of the conventions of the gold claims: about is ± 10 %, nearly from 10 % below, more than is n + 1.
    """
    n = int(value)
    if n != value or n < 0:
        return None, None, None
    under, over = n * 9 // 10, -(-n * 11 // 10)
    readings: dict[str, Reading] = {
        "about": (under, n, over),
        "nearly": (under, n, n),
        "at least": (n, None, None),
        "more than": (n + 1, None, None),
        "up to": (None, None, n),
        "fewer than": (None, None, max(n - 1, 0)),
    }
    return readings.get(wording, (n, n, n))


def vague(word: str, convention: str) -> tuple[int, int | None]:
    """Low and high of a vague word ("dozens", "tens of thousands") by a convention of the pack.

    Raises:
        ContractError: the pack has no such convention.

    """
    tables = table("numbers")["vague"]
    if convention not in tables:
        what = f"there is no convention {convention!r} for vague words"
        raise ContractError(what, do=f"Give one of {', '.join(sorted(tables))}")
    meanings = {**tables["default"], **tables[convention]}
    if word in meanings:
        return _low_high(meanings[word])
    low, high = 1, None
    for part in word.replace(" of ", " ").split():
        plural = part if part in meanings else f"{part}s"
        if part in {"several", "a", "few", "many"} or plural not in meanings:
            continue
        least, most = _low_high(meanings[plural])
        low, high = low * least, None if most is None else most * (high or 1)
    return low, high


def _low_high(given: list[int]) -> tuple[int, int | None]:
    return given[0], given[1] if len(given) > 1 else None


def _before(text: str, start: int) -> tuple[int, str, bool]:
    """Where the bound before a number begins, its wording, and whether the number comes on top."""
    head = text[max(0, start - _HEAD) : start]
    if head[-1:] != "-" and not head[-1:].isspace():
        return start, "exact", False
    words = head.replace("-", " ").lower().split()
    taken = kept = 0
    extra, wording = False, "exact"
    for _ in range(2):
        count, role, said = _nearest(words[: len(words) - taken], bounded=wording != "exact")
        if not count:
            break
        taken += count
        wording = said or wording
        extra = extra or role == "extra"
        kept = taken if role in {"bound", "extra"} else kept
    return _start_of_words(text, start, kept), wording, extra


def _following(tail: str, side: str) -> tuple[str, int]:
    """The wording that the words after a number give, and how many of them; none is ("", 0)."""
    words = tail.split()
    if not words or words[0].rstrip(".,;:") not in _openings(side):
        return "", 0
    for k in (4, 3, 2, 1):
        found = _phrases(side).get(" ".join(words[:k]).rstrip(".,;:") if len(words) >= k else "")
        if found is not None and not _of_another(words[k - 1 :]):
            return found, k
    return "", 0


_TAIL, _NUMBER = 40, 16
"""Characters after a number in which its bound is looked for, and after such a bound for a number of its own."""


def _signed(text: str, first: int) -> tuple[int, str]:
    """Where a sign before a number begins, as ">" or ">=", and its wording; without one the number is exact."""
    if text[first - 1] not in _SIGN_ENDS:
        return first, "exact"
    match = _SIGN.search(text, max(0, first - 4), first)
    sign = "" if match is None else match[1].replace(" ", "")
    return (first, "exact") if match is None or sign not in _signs() else (match.start(), _signs()[sign])


def _both(wording: str, after: str) -> str:
    """The wording of a number that is bounded after it, too: "about 500 or more" is at least 500."""
    if after == "or equal":
        return {"more than": "at least", "fewer than": "up to"}.get(wording, wording)
    return after if wording == "exact" or (wording == "about" and after != "about") else wording


def _of_another(words: list[str]) -> bool:
    """Whether words, from the last of a bound on, give it another number: "500 or more than 600"."""
    pairs = itertools.pairwise(words[:3])
    return any(word in {"than", "to"} and (following[0].isdigit() or is_number(following)) for word, following in pairs)


_SIGN = re.compile(r"([<>=]\s?[<>=](?=\s?\Z)|[~≈<>≥≤](?=\Z))\s?\Z")
_SIGN_ENDS = frozenset("~≈<>=≥≤ ")
_HEAD = 56
"""Characters before a number in which its bound is looked for."""


def _nearest(words: list[str], *, bounded: bool) -> tuple[int, str, str]:
    """The longest phrase that ends these words: how many words it has, its role, and the wording it gives."""
    if words and words[-1] in _closing():
        leading = _leading()
        for count in range(min(5, len(words)), 0, -1):
            role, said = leading.get(" ".join(words[-count:]).lstrip("(\u201c\"'\u2018"), ("", ""))
            if role and not (said and bounded):
                return count, role, said
    return 0, "", ""


def _start_of_words(text: str, start: int, count: int) -> int:
    at = start
    for _ in range(count):
        while at and (text[at - 1].isspace() or text[at - 1] == "-"):
            at -= 1
        while at and not text[at - 1].isspace() and text[at - 1] not in '-(\u201c"\u2018':
            at -= 1
    return at


def _end_of_words(text: str, end: int, count: int) -> int:
    at = end
    for _ in range(count):
        while at < len(text) and (text[at].isspace() or text[at] == "-"):
            at += 1
        while at < len(text) and text[at].isalpha():
            at += 1
    return at


@cache
def _leading() -> dict[str, tuple[str, str]]:
    """What each phrase before a number is: a bound with its wording, a verb that bounds, or a filler."""
    fillers = table("numbers")["fillers"]
    leading = dict.fromkeys(fillers["extra"], ("extra", ""))
    leading.update(dict.fromkeys(fillers["plain"], ("plain", "")))
    leading.update(dict.fromkeys(table("numbers")["passing"]["verbs"], ("passing", "more than")))
    leading.update({phrase: ("bound", wording) for phrase, wording in _phrases("before").items()})
    return leading


@cache
def _closing() -> frozenset[str]:
    """The last words of all these phrases, also in quotes: a word that is none of them ends the search."""
    lasts = {phrase.split()[-1] for phrase in _leading()}
    return frozenset(opening + last for last in lasts for opening in ("", "(", "\u201c", '"', "'", "\u2018"))


@cache
def _small() -> frozenset[str]:
    """Number words below a hundred, which a bound before them belongs to."""
    pack = table("numbers")
    return frozenset(w for group in ("ones", "teens", "tens") for w in pack[group]) | fused().keys()


@cache
def _signs() -> dict[str, str]:
    signs: dict[str, str] = table("numbers")["signs"]
    return signs


@cache
def _openings(side: str) -> frozenset[str]:
    """The first words of the phrases, without marks behind them: a word that is none of them ends the search."""
    return frozenset(phrase.split()[0].rstrip(".,;:") for phrase in _phrases(side))


@cache
def _phrases(side: str) -> dict[str, str]:
    tables: dict[str, Any] = table("numbers")[side]
    phrases = {phrase: wording for wording, phrases in tables.items() for phrase in phrases}
    if side == "before":
        equal = dict(table("numbers")["equal"])
        for form in equal.pop("forms"):
            phrases.update({form.format(word): wording for wording, words in equal.items() for word in words})
    return phrases
