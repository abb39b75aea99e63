"""How does an extract become tables for a spreadsheet? One table a noun, one row each, one column a field."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sayso.exports.extract import Extract, Head, pages
from sayso.exports.words import speakers
from sayso.model import OUTCOMES, Claim, Document, Estimate, Event, Line, Source

if TYPE_CHECKING:
    from sayso.weighing.confirmations import Confirmation

Row = dict[str, Any]

DOCUMENTS = (
    "id",
    "outlet",
    "published",
    "title",
    "url",
    "byline",
    "language",
    "characters",
    "digest",
)
CLAIMS = (
    "id", "document", "event", "outlet", "published", "said_by", "speaker", "speaker_kind", "party", "stance", "certainty_low",
    "certainty_high", "said_first", "said_last", "outcome", "status", "group", "nation", "role", "low", "best", "high", "wording",
    "stated", "scope", "part_of", "revises", "when_first", "when_last", "place", "place_name", "country", "lat", "lon",
    "radius", "cause",
    "weapon", "by", "quote", "start", "end", "flags", "first_confirmation",
)  # fmt: skip
EVENTS = (
    "id",
    "title",
    "first",
    "last",
    "place",
    "country",
    "lat",
    "lon",
    "radius",
    "documents",
    "main",
    "claims",
    "flags",
)
FIGURES = ("low", "best", "high", "level", "lines")
ESTIMATES = (
    "event", "title", "outcome", "group", "best", "low50", "high50", "low90", "high90", "min", "max", "lines", "claims", "level",
    "flags",
)  # fmt: skip
SOURCES = ("id", "name", "kind", "party", "affiliation", "aliases", "document", "statements", "claims", "evidence")
CORRECTIONS = ("at", "by", "about", "told", "note", "holds", "withdrawn", "verdict", "noun", "of", "value", "id", "withdraws")
LINES = (
    "id", "event", "origin", "kind", "party", "document", "how", "of", "evidence",
    *(f"{outcome}_{end}" for outcome in OUTCOMES[:5] for end in ("low", "best", "high")),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One noun as a table: its name, its columns, and its rows, which may be gone through once."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Row]


def tables(given: Extract) -> Iterator[Table]:
    """Give the tables of an extract: documents, claims, events, estimates, sources, lines and corrections."""
    yield Table(name="documents", columns=DOCUMENTS, rows=(_document(d) for d in given.documents))
    yield Table(name="claims", columns=CLAIMS, rows=_claims(given))
    yield events_table(given)
    yield Table(name="estimates", columns=ESTIMATES, rows=_estimates(given))
    yield Table(name="sources", columns=SOURCES, rows=_sources(given))
    yield Table(name="lines", columns=LINES, rows=_lines(given))
    yield Table(name="corrections", columns=CORRECTIONS, rows=map(asdict, given.corrections))


def events_table(given: Extract) -> Table:
    """Give the events, with the figures of each outcome that any of them has."""
    told = {e.outcome for e in given.estimates}
    figures = (f"{o}_{f}" for o in OUTCOMES if o in told for f in FIGURES)
    return Table(name="events", columns=(*EVENTS, *figures), rows=_events(given))


def _claims(given: Extract) -> Iterator[Row]:
    for page in pages(given.claims):
        heads, homes = given.heads({c.document for c in page}), given.homes([c.id for c in page])
        for c in page:
            yield _claim(c, heads) | _confirmed(c, given.firsts) | {"event": homes.get(c.id)}


def _events(given: Extract) -> Iterator[Row]:
    for page in pages(given.events):
        heads = given.heads({d for e in page for d in e.documents})
        yield from (_event(e, given.estimates_of(e.id), heads) for e in page)


def _estimates(given: Extract) -> Iterator[Row]:
    """The estimates with the titles of their events."""
    for page in pages(given.estimates):
        titles = given.titles({e.event for e in page})
        yield from (row for e in page for row in (_estimate(e, titles), *_parts(e, titles)))


def _sources(given: Extract) -> Iterator[Row]:
    for page in pages(given.sources):
        heads = given.heads({s.document for s in page if s.document is not None})
        yield from (_source(s, heads) for s in page)


def _lines(given: Extract) -> Iterator[Row]:
    for page in pages(given.lines):
        heads = given.heads({d for n in page for r in n.documents for d in (r.id, r.of) if d is not None})
        yield from (row for n in page for row in _line(n, heads))


def _name(document: str, heads: Mapping[str, Head]) -> str:
    return heads[document].name if document in heads else document


def _document(d: Document) -> Row:
    known = {c: getattr(d, c) for c in ("outlet", "published", "title", "url", "byline", "language")}
    return known | {"id": d.name, "characters": len(d.text), "digest": d.id}


def _claim(c: Claim, heads: Mapping[str, Head]) -> Row:
    row: Row = {
        "id": c.id,
        "outcome": c.outcome,
        "status": c.status,
        "scope": c.scope,
        "part_of": c.part_of,
        "revises": c.revises,
        "quote": c.quote,
        "flags": "; ".join(c.flags),
    }
    row |= {
        "document": _name(c.document, heads),
        "start": c.span[0],
        "end": c.span[1],
        "said_by": speakers(c.said_by),
    }
    if c.document in heads:
        row |= {
            "outlet": heads[c.document].outlet,
            "published": heads[c.document].published,
        }
    nearest = c.said_by[0]
    row |= {
        "speaker": nearest.name,
        "speaker_kind": nearest.kind,
        "party": nearest.party,
        "stance": nearest.stance,
    }
    if nearest.certainty is not None:
        row |= {
            "certainty_low": nearest.certainty[0],
            "certainty_high": nearest.certainty[1],
        }
    if nearest.said is not None:
        row |= {"said_first": nearest.said.first, "said_last": nearest.said.last}
    if c.group is not None:
        row |= {"group": c.group.text, "nation": c.group.nation, "role": c.group.role}
    if c.quantity is not None:
        q = c.quantity
        row |= {
            "low": q.low,
            "best": q.best,
            "high": q.high,
            "wording": q.wording,
            "stated": "; ".join(map(str, q.stated)),
        }
    if c.when is not None:
        row |= {"when_first": c.when.first, "when_last": c.when.last}
    if c.where is not None:
        w = c.where
        row |= {
            "place": w.text,
            "place_name": w.name,
            "country": w.country,
            "lat": w.lat,
            "lon": w.lon,
            "radius": w.radius,
        }
    if c.cause is not None:
        row |= {"cause": c.cause.text, "weapon": c.cause.weapon, "by": c.cause.by}
    return row


def _confirmed(c: Claim, firsts: Mapping[str, "Confirmation"]) -> Row:
    """The day on which a claim was the first confirmation by its speaker, where it was."""
    return {"first_confirmation": firsts[c.id].day} if c.id in firsts else {}


def _event(e: Event, estimates: Iterable[Estimate], heads: Mapping[str, Head]) -> Row:
    row: Row = {
        "id": e.id,
        "title": e.title,
        "claims": len(e.claims),
        "flags": "; ".join(e.flags),
    }
    row |= {
        "documents": "; ".join(sorted(_name(d, heads) for d in e.documents)),
        "main": "; ".join(sorted(_name(d, heads) for d in e.main)),
    }
    if e.when is not None:
        row |= {"first": e.when.first, "last": e.when.last}
    if e.where is not None:
        row |= {
            "place": e.where.name or e.where.text,
            "country": e.where.country,
            "lat": e.where.lat,
            "lon": e.where.lon,
            "radius": e.where.radius,
        }
    for s in estimates:
        row |= {f"{s.outcome}_{f}": getattr(s, f) for f in FIGURES}
    return row


def _estimate(e: Estimate, titles: Mapping[str, str]) -> Row:
    row: Row = {
        c: getattr(e, c)
        for c in (
            "event",
            "outcome",
            "best",
            "low50",
            "high50",
            "lines",
            "claims",
            "level",
        )
    }
    return row | {
        "title": titles.get(e.event),
        "low90": e.low,
        "high90": e.high,
        "min": e.least,
        "max": e.most,
        "flags": "; ".join(e.flags),
    }


def _parts(e: Estimate, titles: Mapping[str, str]) -> Iterator[Row]:
    """A row for each group of an estimate."""
    for p in e.parts:
        row: Row = {c: getattr(p, c) for c in ("group", "best", "low50", "high50", "level")}
        yield row | {
            "event": e.event,
            "title": titles.get(e.event),
            "outcome": e.outcome,
            "low90": p.low,
            "high90": p.high,
            "lines": len(p.lines),
            "claims": len(p.claims),
        }


def _source(s: Source, heads: Mapping[str, Head]) -> Row:
    row: Row = {c: getattr(s, c) for c in ("id", "name", "kind", "party", "affiliation", "statements", "claims")}
    document = None if s.document is None else _name(s.document, heads)
    return row | {"aliases": "; ".join(s.aliases), "document": document, "evidence": "; ".join(s.evidence)}


def _line(n: Line, heads: Mapping[str, Head]) -> Iterable[Row]:
    """One row a document on the line."""
    shared: Row = {
        "id": n.id,
        "event": n.event,
        "origin": n.origin,
        "kind": n.kind,
        "party": n.party,
    }
    for t in n.figures:
        shared |= {
            f"{t.outcome}_low": t.low,
            f"{t.outcome}_best": t.best,
            f"{t.outcome}_high": t.high,
        }
    for r in sorted(n.documents, key=lambda r: (r.how != "origin", _name(r.id, heads))):
        of = None if r.of is None else _name(r.of, heads)
        yield shared | {
            "document": _name(r.id, heads),
            "how": r.how,
            "of": of,
            "evidence": r.evidence,
        }
