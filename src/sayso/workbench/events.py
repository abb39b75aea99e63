"""Which events are there? The page that lists them: filters, search, figures, what they have in common, place and time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from sayso.asking.filters import Filter
from sayso.desk import Desk
from sayso.exports.words import days, without_outcomes
from sayso.ledger import KINDS, ORDERS, Figure, Row, Trait
from sayso.model import OUTCOMES, Document, When
from sayso.sources.sourced import sides
from sayso.wording import PLURAL, persons
from sayso.workbench.bands import band, scale_of
from sayso.workbench.filters import asked_for
from sayso.workbench.overview import when, where
from sayso.workbench.page import asked_number, desk, page

ROWS = 50
"""Events of one page of the list."""
REPORTS = 20
"""Reports that are listed beside the events whose words are asked for."""
COMMON = 8
"""Values of each kind that the page offers to narrow the list down by; the commonest."""
_KIND_WORDS = {
    "outcome": "Outcome",
    "group": "Who suffered",
    "place": "Place",
    "country": "Country",
    "source": "Who says so",
    "flag": "Flags",
}
_ORDER_WORDS = {"documents": "most reports", "day": "latest day", "disputed": "widest figure", "lines": "most lines"}
_GIVEN_WORDS = {
    "words": "in a report: {}",
    "near": "at {}",
    "source": "says so: {}",
    "from": "from {}",
    "to": "to {}",
    "outcome": "{}",
    "group": "{}",
    "place": "at {}",
    "country": "in {}",
    "flag": "flag: {}",
    "box": "within a part of the map",
    "unreviewed": "not yet reviewed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A row of the list as it is shown: `figures` are outcome, words and bar."""

    row: Row
    title: str
    days: str
    place: str
    figures: tuple[tuple[str, str, Markup], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """Something to choose or to take back: its words, how many events it leaves, and the address."""

    words: str
    href: str
    events: int | None = None
    chosen: bool = False


def events(request: Request) -> Response:
    """The list of events that the address asks for."""
    shown, found = desk(request), asked_for(request)
    numbers, total = shown.ledger.find_events(found.asked), shown.ledger.count_listed()
    number = asked_number(request, "page", 1, least=1)
    some = numbers[(number - 1) * ROWS : number * ROWS]
    rows = shown.ledger.list_events(some)
    among = None if len(numbers) == total else numbers
    return page(
        request,
        "events.html",
        found=found,
        rows=tuple(_shown(rows)),
        passages=shown.ledger.passages(found.asked.words, some) if found.asked.words else {},
        total=total,
        documents=total or shown.ledger.count(Document),
        matching=len(numbers),
        first=(number - 1) * ROWS + 1,
        number=number,
        pages=max(1, -(-len(numbers) // ROWS)),
        where=where(shown.ledger.points(among), found, len(numbers)),
        when=when(shown.ledger.spans(among), found, len(numbers)),
        given=tuple(_given(shown, found)),
        common=tuple(_common(shown, found, among)),
        reports=_reports(shown, found.asked.words),
        outcomes=OUTCOMES,
        orders=[(order, _ORDER_WORDS[order]) for order in ORDERS],
    )


def _reports(shown: Desk, words: str | None) -> tuple[Document, ...]:
    """The first reports with the words that are asked for, whether they are in an event or not."""
    return shown.ledger.all_documents(shown.ledger.search(words, limit=REPORTS)) if words else ()


ROUTES: list[BaseRoute] = [Route("/", events), Route("/events", events)]


def _shown(rows: Sequence[Row]) -> Iterator[Shown]:
    """The rows of a page, their bands on one scale."""
    scale = scale_of(f for row in rows for f in row.figures)
    for row in rows:
        yield Shown(
            row=row,
            title=without_outcomes(row.title),
            days=_days(row),
            place=", ".join(filter(None, (row.place or "place unknown", row.country))),
            figures=tuple((f.outcome, _words(f), band(None if PLURAL in f.flags else f, scale)) for f in row.figures),
        )


def _days(row: Row) -> str:
    if row.first is None or row.last is None:
        return days(None)
    return days(When(first=date.fromisoformat(row.first), last=date.fromisoformat(row.last)))


def _words(figure: Figure) -> str:
    """A figure in words; a plural without a number gives none."""
    return "no figure" if PLURAL in figure.flags else persons(figure.low, figure.best, figure.high)


def _given(shown: Desk, found: Filter) -> Iterator[Chip]:
    """What the list is narrowed down by, each to be taken back."""
    for name, value in found.given:
        if name in _GIVEN_WORDS:
            words = _source_name(shown, value) if name == "source" else value
            yield Chip(words=_GIVEN_WORDS[name].format(words), href=f"/{found.query(**{name: ''})}", chosen=True)


def _common(shown: Desk, found: Filter, among: Sequence[int] | None) -> Iterator[tuple[str, tuple[Chip, ...]]]:
    """What the events have in common, by kind: the commonest values that would narrow the list down."""
    every = shown.ledger.traits(among)
    for kind in KINDS:
        traits = (
            _by_source(shown, every[kind]) if kind == "source" else [(t.value, t.value, t.events) for t in every[kind][:COMMON]]
        )
        chips = tuple(
            Chip(words=words, events=n, href=f"/{found.query(**{kind: value})}")
            for value, words, n in traits
            if found.value(kind) != value
        )
        if chips and not found.value(kind):
            yield _KIND_WORDS[kind], chips


def _by_source(shown: Desk, traits: Sequence[Trait]) -> list[tuple[str, str, int]]:
    """The commonest sources, as people left them: id, name, events."""
    said = sides(shown.ledger, []).said
    some = traits[: 2 * COMMON]
    names = shown.ledger.source_names([t.value for t in some])
    left: dict[str, tuple[str, str, int]] = {}
    for t in some:
        source = said.get(t.value)
        key, name = (source.id, source.name) if source is not None else (t.value, names.get(t.value, (t.value,))[0])
        left.setdefault(key, (key, name, t.events))
    return list(left.values())[:COMMON]


def _source_name(shown: Desk, key: str) -> str:
    """The name of a source, by id; words stay as they are."""
    source = sides(shown.ledger, []).said.get(key)
    return source.name if source is not None else shown.ledger.source_names([key]).get(key, (key,))[0]
