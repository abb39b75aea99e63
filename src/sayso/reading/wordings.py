"""How is a number worded: exactly, about, at least, up to, or vaguely?"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.errors import ContractError
from sayso.packs import table
from sayso.reading.figures import Change, Number

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
    last = end
    sign = text[first - 1 : first] if first else ""
    if wording == "exact" and sign in _signs():
        first, wording = first - 1, _signs()[sign]
    if text[end : end + 1] == "+":
        return Bound(wording="at least", start=first, end=end + 1, extra=extra)
    tail = text[end : end + 24].replace("-", " ", 1).lower()
    if tail[:1] in {" ", "\n"}:
        words = tail.split()
        for k in (3, 2, 1):
            found = _phrases("after").get(" ".join(words[:k]).rstrip(".,;:") if len(words) >= k else "")
            if found is not None and wording == "exact":
                wording = found
                last = _end_of_words(text, end, k)
                break
    return Bound(wording=wording, start=first, end=last, extra=extra)


def reading(wording: str, value: Number) -> Reading:
    """Low, best and high of a number with a bound, in whole units; None is open.

    **Source:** item 10 of the conventions of the gold claims: about is ± 10 %, nearly from 10 % below, more than is n + 1.
    """
    n = int(value)
    if n != value or n < 0:
        return None, None, None
    match wording:
        case "about":
            return n * 9 // 10, n, -(-n * 11 // 10)
        case "nearly":
            return n * 9 // 10, n, n
        case "at least":
            return n, None, None
        case "more than":
            return n + 1, None, None
        case "up to":
            return None, None, n
        case "fewer than":
            return None, None, max(n - 1, 0)
        case _:
            return n, n, n


def vague(word: str, convention: str) -> tuple[int, int | None]:
    """Low and high of a vague word ("dozens", "tens of thousands") by a convention of the pack.

    Raises:
        ContractError: the pack has no such convention.
    """
    tables = table("numbers")["vague"]
    if convention not in tables:
        raise ContractError(
            f"there is no convention {convention!r} for vague words", do=f"Give one of {', '.join(sorted(tables))}"
        )
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
    head = text[max(0, start - 56) : start]
    if not head or not (head[-1].isspace() or head[-1] == "-"):
        return start, "exact", False
    words = head.replace("-", " ").lower().split()
    if not words:
        return start, "exact", False
    phrases, fillers, passing = _phrases("before"), _fillers(), _passing()
    taken, extra, wording = 0, False, "exact"
    kept = 0
    for _ in range(2):
        if taken == len(words) or words[-1 - taken] not in _closing():
            break
        for k in (5, 4, 3, 2, 1):
            if len(words) - taken < k:
                continue
            phrase = " ".join(words[len(words) - taken - k : len(words) - taken]).lstrip("(\u201c\"'\u2018")
            if wording == "exact" and phrase in phrases:
                taken, wording, kept = taken + k, phrases[phrase], taken + k
                break
            if wording == "exact" and phrase in passing:
                taken, wording = taken + k, "more than"
                break
            if phrase in fillers:
                on_top = fillers[phrase]
                taken, extra = taken + k, extra or on_top
                kept = taken if on_top else kept
                break
        else:
            break
    return _start_of_words(text, start, kept), wording, extra


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
def _phrases(side: str) -> dict[str, str]:
    tables: dict[str, Any] = table("numbers")[side]
    return {phrase: wording for wording, phrases in tables.items() for phrase in phrases}


@cache
def _closing() -> frozenset[str]:
    """The last words of all bounds and fillers: a word that is none of them ends the search."""
    phrases = [*_phrases("before"), *_fillers(), *_passing()]
    return frozenset(opening + phrase.split()[-1] for phrase in phrases for opening in ("", "(", "\u201c", '"', "'", "\u2018"))


@cache
def _signs() -> dict[str, str]:
    signs: dict[str, str] = table("numbers")["signs"]
    return signs


@cache
def _passing() -> frozenset[str]:
    """Verbs that bound a number and are no part of it: "could pass 3 million"."""
    return frozenset(table("numbers")["passing"]["verbs"])


@cache
def _fillers() -> dict[str, bool]:
    fillers = table("numbers")["fillers"]
    return {**dict.fromkeys(fillers["plain"], False), **dict.fromkeys(fillers["extra"], True)}
