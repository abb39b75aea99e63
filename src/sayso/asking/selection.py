"""Which events or speakers does a person mean? By row, id, place or word; in the order in which they are listed."""

import difflib
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from sayso.errors import UnknownIdError, UsageError
from sayso.ledger import Ledger, Wanted
from sayso.linking.names import bare, core, initials, is_acronym
from sayso.model import Event, Source
from sayso.sources.sourced import heard_as, left_sources

_NEAR = 3
"""Names that an error offers."""
_SHOWN = 5
"""Rows that an error offers."""
_DIGITS = 12
"""Digits of a row number, at most one less: there are fewer events."""


def ordered(events: Iterable[Event]) -> tuple[Event, ...]:
    """Put the events in the order of a list: the most documents first, then the latest day, then the id."""

    def rank(event: Event) -> tuple[int, int, str]:
        return (-len(event.documents), -event.when.last.toordinal() if event.when else 0, event.id)

    return tuple(sorted(events, key=rank))


def selected(events: Iterable[Event], near: str) -> tuple[Event, ...]:
    """Give the events whose place or title has all the words of `near`, whatever their case and accents."""
    wanted = _words(near)
    return tuple(e for e in events if wanted <= _said(e))


def picked(ledger: Ledger, key: str) -> Event:
    """Give the one event that `key` means: a row number from 1, an id or its beginning, or words of its title or place.

    No event but this one is read. Raises: UnknownIdError, when none or several match.
    """
    if not key.strip():
        raise UnknownIdError("No event is given", do="Give a row number, an id or a word of a title from `sayso show`")
    if key.isdecimal() and len(key) < _DIGITS and (row := ledger.event_ids([int(key)])):
        return ledger.get(Event, row[0])
    for found in (ledger.events_named(key), ledger.events_told(" ".join(sorted(_words(key))))):
        if len(found) == 1:
            return ledger.get(Event, ledger.event_ids(found)[0])
        if found:
            rows = ", ".join(map(str, found[:5]))
            raise UnknownIdError(
                f"{key} means {len(found)} events", do=f"Give the row of one of them ({rows} ...) or more of its id"
            )
    raise UnknownIdError(f"There is no event {key}", do="Give a row number, an id or a word of a title from `sayso show`")


def wanted(ledger: Ledger, by: str | None, about: str | None, event: Event | None, **asked: Any) -> Wanted:
    """Give what to ask a ledger for: statements by somebody, about some words, of an event, from and to days.

    Raises: UsageError, when a day is none, the first is after the last, or nobody is named.
    """
    for end in ("first", "last", "as_of"):
        asked[end] = None if asked.get(end) is None else iso_day(asked[end])
    if asked["first"] and asked["last"] and asked["first"] > asked["last"]:
        raise UsageError(
            f"No day is from {asked['first']} to {asked['last']}", do=f"Turn them round: from {asked['last']} to {asked['first']}"
        )
    if by is not None and not by.strip():
        raise UsageError("No source is given", do="Give a row number, an id or a name from `sayso sources`")
    if by is not None:
        asked["names"], asked["sources"] = heard_as(ledger, *speaking(by, ledger.voices(), listed(left_sources(ledger))))
    return Wanted(about=about, event=None if event is None else event.id, **asked)


def iso_day(words: str) -> str:
    """Give a day as an ISO date.

    Raises: UsageError, when it is none.
    """
    try:
        return date.fromisoformat(words[:10]).isoformat()
    except ValueError as e:
        raise UsageError(f"{words} is not a day", do="Give an ISO date such as 2031-03-15") from e


def listed(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Put the sources in the order of a list: the most statements first, then the most claims, then the name."""
    return tuple(sorted(sources, key=lambda s: (-s.statements, -s.claims, s.name.casefold(), s.id)))


def called(sources: Sequence[Source], key: str) -> tuple[Source, ...]:
    """Give the sources that `key` means, which are in the order of a list: a row number from 1, an id or the beginning of one.

    Else a whole name or alias, in any case, or an acronym: the one given in brackets behind a name, or the initials of one.
    """
    if key.isdecimal() and 0 < int(key) <= len(sources):
        return (sources[int(key) - 1],)
    wanted, letters = core(key), key.replace(".", "").upper()
    short = is_acronym(letters) and key.isupper()
    for found in (
        [s for s in sources if s.id == key],
        [s for s in sources if s.id.startswith(key)] if key.startswith("s-") else [],
        [s for s in sources if key in (s.name, *s.aliases)],
        [s for s in sources if wanted and any(core(n) == wanted for n in (s.name, *s.aliases))],
        [s for s in sources if short and any(letters in _acronyms(n) for n in (s.name, *s.aliases))],
    ):
        if found:
            return tuple(found)
    return ()


def _acronyms(name: str) -> set[str]:
    """The acronyms of a name: what stands in brackets behind it, and its initials."""
    _, _, aside = name.rstrip(") ").rpartition("(")
    return {aside.upper(), initials(bare(name))}


def near_places(events: Iterable[Event], near: str) -> tuple[str, ...]:
    """Give the places of events that are spelt like `near`, the nearest first; three at most."""
    names = {(e.where.name or e.where.text).casefold(): e.where.name or e.where.text for e in events if e.where is not None}
    return tuple(names[n] for n in difflib.get_close_matches(near.casefold(), names, n=_NEAR))


def picked_source(sources: Sequence[Source], key: str, told: Callable[[Source], str]) -> Source:
    """Give the one source that `key` means, as in `called`; `told` says what tells a source from others of its name.

    Raises: UnknownIdError, when none or several match; it names the nearest.
    """
    if not key.strip():
        raise UnknownIdError("No source is given", do="Give a row number, an id or a name from `sayso sources`")
    found = called(sources, key)
    if len(found) == 1:
        return found[0]
    if found:
        rows = ", ".join(f"{sources.index(s) + 1} {s.name} ({told(s)})" for s in found[:_SHOWN])
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise UnknownIdError(f"{key} means {len(found)} sources", do=f"Give the row or id of one of them: {rows}{more}")
    raise UnknownIdError(f"There is no source {key}", do=_nearest(sources, key) if sources else "Run `sayso run` first")


def near_names(sources: Sequence[Source], key: str) -> tuple[str, ...]:
    """Give the names of sources that are spelt like `key` or share words with it, the nearest first; three at most."""
    names = {n.casefold(): s.name for s in reversed(sources) for n in (*s.aliases, s.name)}
    near = difflib.get_close_matches(key.casefold(), names, n=_NEAR)
    wanted = set(core(key))
    shared = {s.name: max(len(wanted & set(core(n))) for n in (s.name, *s.aliases)) for s in sources}
    with_word = sorted((n for n, words in shared.items() if words), key=lambda n: -shared[n])
    return tuple(dict.fromkeys([*with_word[:1], *(names[n] for n in near), *with_word]))[:_NEAR]


def _nearest(sources: Sequence[Source], key: str) -> str:
    if near := near_names(sources, key):
        return f"Did you mean {' or '.join(near)}? `sayso sources` lists all"
    return "Give a row number, an id or a name from `sayso sources`"


def speaking(
    key: str, voices: Iterable[tuple[str, str | None]], sources: Sequence[Source]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the names and the ids of sources under which those speak whom `key` may mean.

    It is a row number, an id or its beginning, words of a name or alias, or an acronym of one: "NIS" is the National Intelligence
    Service. `voices` are the names that speak, each with the id of its source where it has one.
    """
    said = tuple(voices)
    ids = {s.id for s in called(sources, key)}
    if key.isdecimal() and ids:
        return (), tuple(sorted(ids))
    if key.strip():
        ids |= {s.id for s in sources if s.id.startswith(key) or any(means(key, name) for name in (s.name, *s.aliases))}
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
