"""The list of events is asked without loading any: it agrees with `sayso show`, with links, and with what people said."""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso.desk
from sayso.asking.selection import ordered, selected
from sayso.desk import Desk
from sayso.judging.seen import identified
from sayso.ledger import Asked, Ledger
from sayso.ledger.listed import ORDERS
from sayso.model import Claim, Estimate, Event, Group, Line, Review, When, Where
from sayso.schema import canonical
from tests.served import ledger, made_ledger

__all__ = ["ledger", "made_ledger"]

AT = "2031-05-01T06:00:00Z"


@pytest.fixture
def desk(ledger: Path) -> Iterator[Desk]:
    """A desk on the demonstration's two events: Dravna of ten reports, Halvern of two."""
    with sayso.desk.open(ledger) as opened:
        yield opened


def _titles(desk: Desk, asked: Asked) -> list[str]:
    numbers = desk.ledger.find_events(asked)
    return [row.title.partition(",")[0] for row in desk.ledger.list_events(numbers)]


def _review(verdict: str, target: str, value: object = None, withdraws: str | None = None) -> Review:
    text = None if value is None else json.dumps(value)
    key = f"r-{verdict}-{target}-{withdraws}"
    return Review(id=key, target=target, verdict=verdict, by="Ana", at=AT, value=text, withdraws=withdraws)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(), ["Dravna", "Halvern"]),
        (Asked(near="dravna"), ["Dravna"]),
        (Asked(near="nowhere"), []),
        (Asked(words="missile"), ["Dravna"]),
        (Asked(words='"no such phrase"'), []),
        (Asked(words="-"), []),
        (Asked(words="  "), ["Dravna", "Halvern"]),
        (Asked(first="2031-03-15"), ["Halvern"]),
        (Asked(last="2031-03-15"), ["Dravna"]),
        (Asked(first="2031-03-14", last="2031-03-16"), ["Dravna", "Halvern"]),
        (Asked(outcome="wounded"), ["Dravna", "Halvern"]),
        (Asked(outcome="captured"), []),
        (Asked(group="military"), ["Halvern"]),
        (Asked(place="Halvern"), ["Halvern"]),
        (Asked(flag="parties only"), ["Halvern"]),
        (Asked(sources=()), []),
        (Asked(order="disputed"), ["Halvern", "Dravna"]),
        (Asked(order="day"), ["Halvern", "Dravna"]),
        (Asked(order="lines"), ["Dravna", "Halvern"]),
        (Asked(near="halvern", flag="parties only", outcome="killed"), ["Halvern"]),
    ],
)
def test_events_are_found_by_what_they_have(desk: Desk, asked: Asked, found: list[str]) -> None:
    assert _titles(desk, asked) == found


def test_events_are_found_by_who_speaks_of_them(desk: Desk) -> None:
    hospital = desk.source("Dravna Central Hospital")
    assert _titles(desk, Asked(sources=(hospital.id,))) == ["Dravna"]


def test_a_row_has_what_show_prints(desk: Desk) -> None:
    first, _ = desk.ledger.list_events(desk.ledger.find_events(Asked()))
    event = desk.event("1")
    assert (first.event, first.title, first.number) == (event.id, event.title, 1)
    assert (first.documents, first.claims, first.lines) == (len(event.documents), len(event.claims), 4)
    assert [(f.outcome, f.low, f.best, f.high) for f in first.figures] == [
        (e.outcome, e.low, e.best, e.high) for e in desk.estimates([event])[event.id]
    ]


def test_what_events_have_in_common_is_counted(desk: Desk) -> None:
    every = desk.ledger.traits()
    assert {(t.value, t.events) for t in every["outcome"]} == {("killed", 2), ("wounded", 2)}
    assert [t.value for t in every["flag"]] == ["parties only"]
    assert every == desk.ledger.traits(desk.ledger.find_events(Asked()))
    (halvern,) = desk.ledger.find_events(Asked(near="Halvern"))
    assert [t.value for t in desk.ledger.traits((halvern,))["place"]] == ["Halvern"]


@pytest.mark.parametrize("noun", ["event", "claim", "line"])
def test_a_word_on_an_event_its_claims_or_its_lines_makes_it_reviewed_until_it_is_withdrawn(desk: Desk, noun: str) -> None:
    event = desk.event("1")
    target = {"event": event.id, "claim": event.claims[0], "line": next(desk.ledger.lines_of(event.id)).id}[noun]
    word = _review("accept", f"{noun}:{target}")
    desk.review(word)
    assert _titles(desk, Asked(unreviewed=True)) == ["Halvern"]
    desk.review(_review("note", word.target, withdraws=word.id))
    assert _titles(desk, Asked(unreviewed=True)) == ["Dravna", "Halvern"]


def test_an_edited_claim_is_listed_as_the_person_left_it(desk: Desk) -> None:
    claim = next(c for c in desk.claims(desk.event("Halvern")) if c.group is not None and c.group.role == "military")
    desk.review(_review("edit", f"claim:{claim.id}", {"group": {"text": "medics", "role": "other", "nation": "tasmirian"}}))
    desk.run()
    assert _titles(desk, Asked(group="tasmirian")) == ["Halvern"]


def test_an_added_claim_is_listed_and_makes_its_event_reviewed(desk: Desk) -> None:
    claim = next(c for c in desk.claims(desk.event("Halvern")))
    document = desk.ledger.document(claim.document)
    more = identified(
        replace(claim, span=(0, 9), quote=document.text[:9], outcome="missing", group=Group(nation="tasmirian", text="men"))
    )
    word = Review(id="r-add", target=f"document:{document.id}", verdict="add", by="Ana", at=AT, value=canonical(more))
    desk.review(word)
    desk.run()
    (found,) = [e for e in desk.events() if more.id in e.claims]
    numbers = desk.ledger.find_events(Asked(group="tasmirian"))
    assert desk.ledger.event_ids(numbers) == [found.id]
    assert desk.ledger.list_events(numbers)[0].reviewed


def test_a_rejected_line_changes_what_is_listed(desk: Desk) -> None:
    event = desk.event("Halvern")
    for line in desk.ledger.lines_of(event.id):
        desk.review(_review("reject", f"line:{line.id}"))
    desk.run()
    (row,) = desk.ledger.list_events(desk.ledger.find_events(Asked(near="Halvern")))
    assert [(f.outcome, f.best) for f in row.figures] == [(e.outcome, e.best) for e in desk.ledger.estimates_of(event.id)]
    assert row.figures[0].best != 3


def test_the_list_made_anew_is_the_list_that_was_kept(desk: Desk) -> None:
    before = desk.ledger.listed_digest()
    desk.ledger.relist()
    assert desk.ledger.listed_digest() == before


def test_a_list_changed_by_hand_is_found_and_made_anew(desk: Desk) -> None:
    before = desk.ledger.listed_digest()
    with suppress(StopIteration), desk.ledger.batch():
        desk.ledger._execute("UPDATE listed SET lines = 40")  # noqa: SLF001  by hand
    assert [(f.id, f.what) for f in desk.verify()] == [("listed", "listed: the list of events is not as it was written")]
    desk.run()
    assert desk.verify() == ()
    assert desk.ledger.listed_digest() == before


def test_a_dropped_list_is_empty(desk: Desk) -> None:
    desk.ledger.drop_derived()
    assert desk.ledger.find_events(Asked()) == ()
    assert desk.ledger.traits()["place"] == ()


_PLACES = ("Orlan", "Vélin", "Tarn Öst")
_EVENTS = st.lists(
    st.builds(
        lambda n, place, day, claims: (n, place, day, claims),
        st.integers(0, 3),
        st.sampled_from([None, *_PLACES]),
        st.one_of(st.none(), st.dates(date(2031, 1, 1), date(2031, 1, 5))),
        st.integers(0, 2),
    ),
    max_size=8,
)


def _made(rows: Sequence[tuple[int, str | None, date | None, int]]) -> list[Event]:
    return [
        Event(
            id=f"e-{k}",
            title=f"{place or 'Somewhere'}, a matter",
            claims=tuple(f"c-{k}-{i}" for i in range(claims)),
            documents=tuple(f"d-{k}-{i}" for i in range(documents)),
            when=None if day is None else When(first=day, last=day),
            where=None if place is None else Where(text=place),
        )
        for k, (documents, place, day, claims) in enumerate(rows)
    ]


@settings(max_examples=40, deadline=None)
@given(rows=_EVENTS)
def test_the_list_has_the_order_of_show_and_finds_the_same_places(rows: list[tuple[int, str | None, date | None, int]]) -> None:
    events = _made(rows)
    with Ledger.open(":memory:") as kept:
        kept.replace(Event, events)
        assert kept.event_ids(kept.find_events(Asked())) == [e.id for e in ordered(events)]
        for near in ("velin", "ost tarn", "Orlan matter", "nobody"):
            assert kept.event_ids(kept.find_events(Asked(near=near))) == [e.id for e in selected(ordered(events), near)]
        for order in ORDERS:
            assert sorted(kept.find_events(Asked(order=order))) == list(range(1, len(events) + 1))


def test_where_and_when_are_drawn_together_where_they_are_many() -> None:
    events = [
        Event(
            id=f"e-{k}",
            title="Orlan",
            claims=(),
            documents=(),
            when=When(first=date(2031, 1, 1 + k % 3), last=date(2031, 1, 1 + k % 3)),
            where=Where(text="Orlan", lat=10.0 + k % 5, lon=20.0, radius=2.0),
        )
        for k in range(30)
    ]
    with Ledger.open(":memory:") as kept:
        kept.replace(Event, events)
        kept.replace(Estimate, [Estimate(event=e.id, outcome="killed", best=2) for e in events])
        assert len(kept.points()) == len(kept.spans()) == 30
        points, spans = kept.points(most=10), kept.spans(most=10)
        assert (len(points), sum(p.events for p in points), sum(p.best or 0 for p in points)) == (5, 30, 10)
        assert [(p.first, p.events, p.event) for p in spans] == [(f"2031-01-0{k}", 10, None) for k in (1, 2, 3)]


@pytest.mark.parametrize(
    ("box", "found"),
    [
        ((19.0, 9.0, 21.0, 11.0), [1]),
        ((21.0, 9.0, 22.0, 11.0), []),
        ((170.0, -90.0, -170.0, 90.0), [2]),
        ((-180.0, -90.0, 180.0, 90.0), [1, 2]),
    ],
)
def test_events_are_found_by_where_they_lie(box: tuple[float, float, float, float], found: list[int]) -> None:
    places = (Where(text="Orlan", lat=10.0, lon=20.0), Where(text="Isle", lat=0.0, lon=179.0), None)
    with Ledger.open(":memory:") as kept:
        kept.replace(Event, [Event(id=f"e-{k}", title="", claims=(), documents=(), where=p) for k, p in enumerate(places)])
        assert list(kept.find_events(Asked(box=box))) == found


def test_an_unknown_figure_stays_unknown() -> None:
    event = Event(id="e-1", title="Orlan", claims=(), documents=(), where=Where(text="Orlan", lat=1.0, lon=1.0))
    with Ledger.open(":memory:") as kept:
        kept.replace(Event, [event])
        kept.replace(Line, [Line(id="l-1", event="e-1", origin="Radio")])
        kept.replace(Estimate, [Estimate(event="e-1", outcome="killed", low=100, level="open")])
        (row,) = kept.list_events((1,))
        assert (row.figures[0].best, row.first, row.flag, row.lines) == (None, None, "killed: open", 1)
        assert kept.points()[0].best is None
        assert kept.spans() == ()
        assert kept.find_events(Asked(first="2031-01-01")) == ()


def test_claims_are_not_needed_to_list_an_event() -> None:
    with Ledger.open(":memory:") as kept:
        kept.replace(Event, [Event(id="e-1", title="Orlan", claims=("c-1",), documents=("d-1",))])
        assert kept.count(Claim) == 0
        assert kept.count_listed() == 1


def test_a_people_and_its_country_are_one_group_in_any_case(desk: Desk) -> None:
    for place, nation in (("Halvern", "tasmiria"), ("Dravna", "tasmirian")):
        claim = next(c for c in desk.claims(desk.event(place)))
        desk.review(_review("edit", f"claim:{claim.id}", {"group": {"text": "men", "role": None, "nation": nation}}))
    desk.run()
    groups = {t.value: t.events for t in desk.ledger.traits(None)["group"]}
    assert (groups["tasmiria"], "tasmirian" in groups) == (2, False)
    for asked in ("tasmiria", "Tasmirian", "TASMIRIA"):
        assert len(_titles(desk, Asked(group=asked))) == 2
