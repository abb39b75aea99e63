"""Which events does an address or a command ask for? Its filters, read and checked, and put back into other addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from sayso.asking.selection import iso_day, means
from sayso.desk import Desk
from sayso.errors import UsageError
from sayso.ledger import ORDERS, Asked
from sayso.model import Event
from sayso.sources.sourced import sides

WORDS = ("words", "near", "source")
DAYS = ("from", "to")
CHOICES = ("outcome", "group", "place", "country", "flag")
FIELDS = (*WORDS, *DAYS, *CHOICES, "box", "unreviewed", "order")
"""What may be asked for, by the name under which it stands in an address."""
LONGEST = 200
"""Letters of one filter at most; whoever types more means something else. Source: set by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What an address asks for: as it is asked of the ledger, and as it stands in the address."""

    asked: Asked
    given: tuple[tuple[str, str], ...] = ()

    def value(self, name: str) -> str:
        """What stands in the address under a name; empty where nothing does."""
        return dict(self.given).get(name, "")

    def query(self, **changed: str | int) -> str:
        """The address's query with some fields changed, or left out where they are empty; with its question mark."""
        fields = dict(self.given) | {name: str(value) for name, value in changed.items()}
        kept = [(name, fields[name]) for name in (*FIELDS, "page") if fields.get(name)]
        return f"?{urlencode(kept)}" if kept else ""

    @property
    def narrow(self) -> bool:
        """Whether it asks for less than all events."""
        return replace(self.asked, order="documents") != Asked()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The events that fit, by id and in their order (None: all), and the filters in words."""

    events: tuple[str, ...] | None = None
    asked: tuple[tuple[str, str], ...] = ()


def filter_of(shown: Desk, told: Mapping[str, str]) -> Filter:
    """What fields ask for, by their names in an address; others are passed over.

    Raises: UsageError, for a day, a box or an order that is none.
    """
    given = tuple((name, value) for name in FIELDS if (value := told.get(name, "").strip()[:LONGEST]))
    fields = dict(given)
    first, last = (iso_day(fields[name]) if name in fields else None for name in DAYS)
    if first and last and first > last:
        raise UsageError(f"No day is from {first} to {last}", do=f"Turn them round: from {last} to {first}")
    order = fields.get("order", "documents")
    if order not in ORDERS:
        raise UsageError(f"{order} is no order of events", do=f"Give one of {', '.join(ORDERS)}")
    source = fields.get("source")
    asked = Asked(
        near=fields.get("near"),
        words=fields.get("words"),
        first=first,
        last=last,
        sources=None if source is None else source_ids(shown, source),
        box=_box(fields["box"]) if "box" in fields else None,
        unreviewed="unreviewed" in fields,
        order=next(o for o in ORDERS if o == order),
        **{name: fields.get(name) for name in CHOICES},
    )
    return Filter(asked=asked, given=given)


def fields(options: Mapping[str, Any]) -> dict[str, str]:
    """What options of a command ask for, by the names of an address: `to_day` is `to`, and a switch is 1."""
    given = {name: "1" if value is True else str(value) for name, value in options.items() if value}
    return given | {"to": given.pop("to_day", "")}


def chosen(shown: Desk, told: Mapping[str, str], events: Sequence[str] = ()) -> Chosen:
    """Which events fields ask for, of some (by id) or of all.

    Raises: as `filter_of`.
    """
    found = filter_of(shown, told)
    given = [(name, _in_words(shown, name, value)) for name, value in found.given if name != "order"]
    if not events and found.asked == Asked():
        return Chosen()
    ids = shown.ledger.event_ids(shown.ledger.find_events(found.asked))
    own = set(events)
    titles = [("event", shown.ledger.get(Event, key).title) for key in events]
    return Chosen(events=tuple(key for key in ids if not own or key in own), asked=(*given, *titles))


def _in_words(shown: Desk, name: str, value: str) -> str:
    """What a filter says to people: a source by its name."""
    if name == "unreviewed":
        return "not yet reviewed"
    if name == "source" and value.startswith("s-"):
        said = sides(shown.ledger, []).said.get(value)
        return said.name if said is not None else shown.ledger.source_names([value]).get(value, (value,))[0]
    return value


def source_ids(shown: Desk, key: str) -> tuple[str, ...]:
    """The found sources that a key may mean: an id, a person's joining of several, or words of a name."""
    left = sides(shown.ledger, []).said
    if key.startswith("s-"):
        return tuple(sorted({key, *(found for found, source in left.items() if source.id == key)}))
    names = shown.ledger.source_names()
    said = {found: (source.name, *source.aliases) for found, source in left.items()}
    return tuple(found for found, own in names.items() if any(means(key, n) for n in (*own, *said.get(found, ()))))


def _box(words: str) -> tuple[float, float, float, float]:
    """Degrees west, south, east and north.

    Raises: UsageError.
    """
    try:
        west, south, east, north = (float(part) for part in words.split(","))
    except ValueError:
        west = south = east = north = float("nan")
    if not (abs(west) <= 180 and abs(east) <= 180 and -90 <= south <= north <= 90):
        raise UsageError(f"{words} is no part of the map", do="Give degrees west, south, east, north, such as 20.5,44,25,47.1")
    return west, south, east, north
