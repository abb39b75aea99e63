"""What does a large ledger look like? One of made-up reports, claims and events, the same each time, for measuring pages.

`python -m bench.large PATH` writes 100,000 claims in 10,000 events; every place, party and person is invented. It is written by
the ledger's own verbs, without reading: what is measured is how much there is, not what is made of it.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice, pairwise
from pathlib import Path

import click

from sayso.ledger import Ledger
from sayso.linking.speakers import step_id
from sayso.model import (
    Attribution,
    Claim,
    Document,
    Estimate,
    Event,
    Ground,
    Group,
    Kind,
    Line,
    Link,
    Outcome,
    Quantity,
    Reading,
    Relay,
    Run,
    Source,
    Statement,
    Tally,
    When,
    Where,
)
from sayso.schema import content_id, make_document

SEED = 20310101
CLAIMS, EVENTS = 100_000, 10_000
"""What the pages are held to: issue 6, point 10."""
AT = "2031-01-01T00:00:00+00:00"
BATCH = 500
_TOWNS, _SPEAKERS, _OUTLETS = 600, 400, 80
_DAYS = 3 * 365
_COUNTRIES = (
    ("Kelmar", 48.0, 30.0),
    ("Vostria", 52.0, 44.0),
    ("Orvenna", 34.0, 40.0),
    ("Tasmir", 14.0, 32.0),
    ("Belluno Isles", -6.0, 121.0),
)
"""Invented countries, laid on real ground so that the map has something to draw: degrees north and east of the middle."""
_KINDS: tuple[tuple[Kind, str], ...] = (
    ("government", "interior ministry of {}"),
    ("military", "{} garrison"),
    ("medical", "{} hospital"),
    ("police", "{} police"),
    ("monitor", "{} Rights Watchers"),
    ("local-official", "mayor of {}"),
    ("witness", "residents of {}"),
)
_SYLLABLES = (
    "dra",
    "vna",
    "hal",
    "ver",
    "kel",
    "mo",
    "rin",
    "sta",
    "tel",
    "ush",
    "bor",
    "ka",
    "lin",
    "zar",
    "pe",
    "gor",
    "nim",
    "sel",
)
_DEEDS: dict[Outcome, str] = {
    "killed": "were killed",
    "wounded": "were wounded",
    "captured": "were captured",
    "missing": "are missing",
}
_MATTERS = ("a strike on the market", "shelling of the station", "a raid on the depot", "an ambush on the road", "a drone attack")
_FLAGS = (
    "conflict: the lines fall into two groups, near 12 and near 60",
    "round figure: the ministry gives 100 of the other side's losses, and who counts seldom finds a round number",
    "unusual ratio: the garrison gives 40 killed and 3 wounded, and in war more are mostly wounded",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _World:
    """Who and what there is to be told of."""

    towns: tuple[Where, ...]
    speakers: tuple[Attribution, ...]
    outlets: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class _Matter:
    """One event in the making."""

    where: Where
    day: date
    what: str
    truth: dict[Outcome, int]
    documents: list[Document] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


def make(path: Path, *, claims: int = CLAIMS, events: int = EVENTS, seed: int = SEED) -> None:
    """Write a ledger of so many made-up claims and events to `path`, where none may be."""
    rng = random.Random(seed)  # noqa: S311  made-up reports, not secrets
    world = _world(rng)
    matters = [_matter(rng, world) for _ in range(events)]
    run = Run(id="run-large", version="bench", pack="bench", weights="bench", settings="bench")
    with Ledger.open(path) as ledger:
        reports = _reports(rng, world, matters, claims)
        while some := list(islice(reports, BATCH)):
            with ledger.batch():
                for document, _ in some:
                    ledger.add(document, origin="bench", at=AT)
                ledger.put_readings((reading for _, reading in some), run)
        _put(ledger, rng, matters)


def _put(ledger: Ledger, rng: random.Random, matters: Sequence[_Matter]) -> None:
    """Write what is derived: sources, events, links, lines and estimates."""
    made = [_event(m) for m in matters if m.claims]
    lines = {e.id: _lines(e, m) for e, m in zip(made, (m for m in matters if m.claims), strict=True)}
    heard = sorted({(c.document, step_id(a) or "", a.name, a.kind) for m in matters for c in m.claims for a in c.said_by})
    ids = {name: content_id("s", name) for _, _, name, _ in heard}
    with ledger.batch():
        sources = [Source(id=ids[name], name=name, kind=kind) for name, kind in sorted({(n, k) for _, _, n, k in heard})]
        ledger.put_sources(sources, [(document, step, ids[name]) for document, step, name, _ in heard])
        ledger.replace(Event, made)
        ledger.replace(Link, _links(made))
        ledger.replace(Line, [line for e in made for line in lines[e.id]])
        ledger.replace(Estimate, [e for event in made for e in _estimates(rng, event, lines[event.id])])


def _world(rng: random.Random) -> _World:
    towns: list[Where] = []
    names: set[str] = set()
    while len(towns) < _TOWNS:
        name = "".join(rng.choice(_SYLLABLES) for _ in range(rng.choice((2, 3)))).capitalize()
        if name in names:
            continue
        names.add(name)
        country, lat, lon = rng.choice(_COUNTRIES)
        at = (round(rng.gauss(lat, 2.5), 4), round(rng.gauss(lon, 3.5), 4)) if rng.random() < 0.9 else (None, None)
        radius = None if at[0] is None else rng.choice((2.0, 5.0, 20.0, 60.0))
        towns.append(Where(text=name, name=name, country=country, lat=at[0], lon=at[1], radius=radius))
    speakers = []
    for k in range(_SPEAKERS):
        kind, words = _KINDS[k % len(_KINDS)]
        town = towns[rng.randrange(_TOWNS)]
        party = (town.country or "").casefold() if kind in ("government", "military") else None
        name = words.format(town.name)
        key = content_id("source", name)
        speakers.append(Attribution(name=name, kind=kind, source=key, party=party, certainty=(0.8, 0.95)))
    outlets = tuple(f"{towns[k].name} {rng.choice(('Courier', 'Wire', 'Gazette', 'Times', 'Radio'))}" for k in range(_OUTLETS))
    return _World(towns=tuple(towns), speakers=tuple(speakers), outlets=outlets)


def _matter(rng: random.Random, world: _World) -> _Matter:
    killed = max(1, round(rng.lognormvariate(2, 1.2)))
    truth: dict[Outcome, int] = {"killed": killed}
    if rng.random() < 0.6:
        truth["wounded"] = max(1, round(killed * rng.uniform(0.8, 3)))
    if rng.random() < 0.1:
        truth[rng.choice(("captured", "missing"))] = max(1, killed // 2)
    # Some towns are told of far more than others, as in any war.
    town = world.towns[min(_TOWNS - 1, int(rng.expovariate(1 / 90)))]
    day = date(2031, 1, 1) + timedelta(days=rng.randrange(_DAYS))
    return _Matter(where=town, day=day, what=rng.choice(_MATTERS), truth=truth)


def _reports(rng: random.Random, world: _World, matters: Sequence[_Matter], claims: int) -> Iterator[tuple[Document, Reading]]:
    """Reports of a few claims each, most of one event; every event has one, and the first some hundreds."""
    waiting, made = list(matters), 0
    while made < claims:
        matter = waiting.pop() if waiting else matters[int(len(matters) * rng.random() ** 2)]
        document, reading = _report(rng, world, matter, min(rng.randint(2, 6), claims - made), made)
        made += len(reading.claims)
        yield document, reading


def _report(rng: random.Random, world: _World, matter: _Matter, n: int, number: int) -> tuple[Document, Reading]:
    outlet = rng.choice(world.outlets)
    day = matter.day + timedelta(days=min(20, int(rng.expovariate(0.4))))
    town = matter.where.name
    lines = [
        f"{town}, {day:%B} {day.day} - There was {matter.what} in {town} on {matter.day:%B} {matter.day.day}, {matter.day.year}."
    ]
    told = []
    for _ in range(n):
        speaker, outcome = rng.choice(world.speakers), rng.choice(list(matter.truth))
        count = max(0, round(matter.truth[outcome] * rng.lognormvariate(0, 0.35)))
        lines.append(f"{count:,} people {_DEEDS[outcome]} in {town}, the {speaker.name} said in dispatch {number + len(lines)}.")
        told.append((speaker, outcome, count))
    text = "\n\n".join(lines)
    document = make_document(
        text=text,
        name=f"large-{number:06}",
        title=f"{matter.what.capitalize()} in {town}",
        published=day.isoformat(),
        outlet=outlet,
    )
    published = Attribution(name=outlet, kind="outlet", stance="publishes", certainty=(0.8, 0.95))
    claims, statements, at = [], [], len(lines[0]) + 2
    for line, (speaker, outcome, count) in zip(lines[1:], told, strict=True):
        span, end = (at, at + len(line)), at + line.index(" people")
        key = content_id("st", document.id, at)
        statements.append(Statement(id=key, document=document.id, span=span, quote=line, said_by=(speaker, published)))
        claims.append(
            Claim(
                id=content_id("c", document.id, at),
                document=document.id,
                span=(at, at + line.index(" in ")),
                quote=line[: line.index(" in ")],
                said_by=(replace(speaker, stance="confirms") if number % 20 == 0 else speaker, published),
                outcome=outcome,
                status="forecast" if number % 400 == 1 else "happened",
                group=Group(
                    text="people", nation=(matter.where.country or "").casefold(), role=rng.choice(("civilian", "military", None))
                ),
                quantity=Quantity(low=count, best=count, high=count, stated=(count,), span=(at, end)),
                when=When(first=matter.day, last=matter.day),
                where=matter.where,
                statement=key,
            )
        )
        at += len(line) + 2
    matter.documents.append(document)
    matter.claims += claims
    return document, Reading(document=document.id, statements=tuple(statements), claims=tuple(claims))


def _event(matter: _Matter) -> Event:
    documents = tuple(d.id for d in matter.documents)
    outcomes = ", ".join(sorted({c.outcome for c in matter.claims}))
    return Event(
        id=content_id("e", *documents),
        title=f"{matter.where.name}, {matter.day.day} {matter.day:%B %Y}: {outcomes}",
        claims=tuple(c.id for c in matter.claims),
        documents=documents,
        main=documents,
        when=When(first=matter.day, last=matter.day),
        where=matter.where,
    )


def _links(events: Sequence[Event]) -> list[Link]:
    pairs = sorted({tuple(sorted(pair)) for e in events for pair in pairwise(e.claims)})
    return [Link(a=a, b=b, score=0.9, features=(("same_days", 1.0),)) for a, b in pairs]


def _lines(event: Event, matter: _Matter) -> list[Line]:
    """One line a speaker of the first claims, at most five; the rest of the claims are copies on them."""
    origins = list({c.said_by[0].name: c for c in matter.claims}.values())[:5]
    lines = []
    for k, origin in enumerate(origins):
        own = tuple(c for n, c in enumerate(matter.claims) if n % len(origins) == k)
        documents = tuple(dict.fromkeys(c.document for c in own))
        relays = tuple(
            Relay(id=d, how="verbatim" if n else "origin", of=documents[0] if n else None) for n, d in enumerate(documents)
        )
        best = {c.outcome: c.quantity.best for c in own if c.quantity is not None}
        who = origin.said_by[0]
        lines.append(
            Line(
                id=content_id("l", event.id, who.name),
                event=event.id,
                origin=who.name,
                kind=who.kind,
                party=who.party,
                documents=relays,
                claims=tuple(c.id for c in own),
                figures=tuple(Tally(outcome=o, low=n, best=n, high=n) for o, n in sorted(best.items())),
            )
        )
    return lines


def _estimates(rng: random.Random, event: Event, lines: Sequence[Line]) -> list[Estimate]:
    out = []
    for outcome in sorted({t.outcome for line in lines for t in line.figures}):
        told = [(line, t.best) for line in lines for t in line.figures if t.outcome == outcome and t.best is not None]
        numbers = sorted(n for _, n in told)
        best = numbers[len(numbers) // 2]
        grounds = tuple(
            Ground(line=line.id, origin=line.origin, low=n, best=n, high=n, pull=round(rng.gauss(0, 0.2), 4)) for line, n in told
        )
        out.append(
            Estimate(
                event=event.id,
                outcome=outcome,
                best=best,
                low=numbers[0],
                high=max(numbers[-1], best + 1),
                low50=(numbers[0] + best) // 2,
                high50=(best + numbers[-1] + 1) // 2,
                least=numbers[0],
                most=numbers[-1],
                lines=len(told),
                claims=len(event.claims),
                level="one line" if len(told) == 1 else "parties only" if rng.random() < 0.1 else "anchored",
                grounds=grounds,
                flags=(rng.choice(_FLAGS),) if rng.random() < 0.15 else (),
            )
        )
    return out


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--claims", type=int, default=CLAIMS, show_default=True)
@click.option("--events", type=int, default=EVENTS, show_default=True)
def main(path: Path, claims: int, events: int) -> None:
    """Write a large ledger of made-up claims to PATH."""
    if path.exists():
        raise click.BadParameter(f"{path} is there already", param_hint="PATH")
    make(path, claims=claims, events=events)


if __name__ == "__main__":
    main(sys.argv[1:])
