"""Which events does a person mean? By row, id, place or word; in the order in which they are listed."""

import unicodedata
from collections.abc import Iterable, Sequence

from sayso.errors import UnknownIdError
from sayso.model import Event


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


def _said(event: Event) -> set[str]:
    where = event.where
    names = (event.title, where.text, where.name or "") if where else (event.title,)
    return set().union(*(_words(n) for n in names))


def _words(text: str) -> set[str]:
    """The words of a text in lower case without accents."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return {w for w in "".join(c if c.isalnum() else " " for c in plain).split() if w}
