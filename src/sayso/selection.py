"""Which events or speakers does a person mean? By row, id, place or word; in the order in which they are listed."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sayso.errors import UnknownIdError, UsageError
from sayso.ledger import Ledger, Wanted
from sayso.model import Event, Source
from sayso.sourced import heard_as, left_sources


def ordered(events: Iterable[Event]) -> tuple[Event, ...]:
    """Put the events in the order of a list: the most documents first, then the latest day, then the id."""

    def rank(event: Event) -> tuple[int, int, str]:
        return (-len(event.documents), -event.when.last.toordinal() if event.when else 0, event.id)

    return tuple(sorted(events, key=rank))


def selected(events: Iterable[Event], near: str) -> tuple[Event, ...]:
    """Give the events whose place or title has all the words of `near`, whatever their case and accents."""
    wanted = _words(near)
    return tuple(e for e in events if wanted <= _said(e))


def picked(events: Sequence[Event], key: str) -> Event:
    """Give the one event that `key` means: a row number from 1, an id or its beginning, or words of the title.

    Raises: UnknownIdError, when none or several match.
    """
    if key.isdecimal() and 0 < int(key) <= len(events):
        return events[int(key) - 1]
    for found in (
        [e for e in events if e.id == key],
        [e for e in events if e.id.startswith(key) or e.id.partition("-")[2].startswith(key)],
        list(selected(events, key)) if _words(key) else [],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            rows = ", ".join(str(events.index(e) + 1) for e in found[:5])
            raise UnknownIdError(
                f"{key} means {len(found)} events", do=f"Give the row of one of them ({rows} ...) or more of its id"
            )
    raise UnknownIdError(f"There is no event {key}", do="Give a row number, an id or a word of a title from `sayso show`")


def wanted(ledger: Ledger, by: str | None, about: str | None, event: Event | None, **asked: Any) -> Wanted:
    """Give what to ask a ledger for: statements by somebody, about some words, of an event, from and to days.

    Raises: UsageError, when a day is none.
    """
    for end in ("first", "last", "as_of"):
        asked[end] = None if asked.get(end) is None else iso_day(asked[end])
    if by is not None:
        asked["names"], asked["sources"] = heard_as(ledger, *speaking(by, ledger.voices(), left_sources(ledger)))
    return Wanted(about=about, event=None if event is None else event.id, **asked)


def iso_day(words: str) -> str:
    """Give a day as an ISO date.

    Raises: UsageError, when it is none.
    """
    try:
        return date.fromisoformat(words[:10]).isoformat()
    except ValueError as e:
        raise UsageError(f"{words} is not a day", do="Give an ISO date such as 2031-03-15") from e


def speaking(
    key: str, voices: Iterable[tuple[str, str | None]], sources: Iterable[Source]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the names and the ids of sources under which those speak whom `key` may mean.

    It is an id or its beginning, words of a name or alias, or the initials of one: "NIS" is the National Intelligence Service.
    `voices` are the names that speak, each with the id of its source where it has one.
    """
    said = tuple(voices)
    ids = {s.id for s in sources if s.id.startswith(key) or any(means(key, name) for name in (s.name, *s.aliases))}
    ids |= {source for name, source in said if source is not None and (source.startswith(key) or means(key, name))}
    return tuple(sorted({name for name, _ in said if means(key, name)})), tuple(sorted(ids))


def means(key: str, name: str) -> bool:
    """Whether `key` may mean this name: it has all the words of `key`, or `key` is its initials."""
    wanted, initials = _words(key), "".join(c for c in key.casefold() if c.isalnum())
    return bool(wanted) and (wanted <= _words(name) or (len(initials) > 1 and initials in _initials(name)))


def _initials(name: str) -> set[str]:
    """The first letters of a name's words, all of them and only of those that begin with a capital."""
    words = "".join(c if c.isalnum() else " " for c in name).split()
    return {"".join(w[0] for w in words).casefold(), "".join(w[0] for w in words if w[0].isupper()).casefold()}


def _said(event: Event) -> set[str]:
    where = event.where
    names = (event.title, where.text, where.name or "") if where else (event.title,)
    return set().union(*(_words(n) for n in names))


def _words(text: str) -> set[str]:
    """The words of a text in lower case without accents."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return {w for w in "".join(c if c.isalnum() else " " for c in plain).split() if w}
