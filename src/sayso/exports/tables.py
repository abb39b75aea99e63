"""How does a case become tables for a spreadsheet? Six CSV files, one row a noun, one column a field."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.exports.case import Case
from sayso.exports.files import whole
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
    "id", "document", "outlet", "published", "said_by", "speaker", "speaker_kind", "party", "stance", "certainty_low",
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
    "event", "title", "outcome", "best", "low50", "high50", "low90", "high90", "min", "max", "lines", "claims", "level", "flags",
)  # fmt: skip
SOURCES = ("id", "name", "kind", "party", "affiliation", "aliases", "document", "statements", "claims", "evidence")
LINES = (
    "id", "event", "origin", "kind", "party", "document", "how", "of", "evidence",
    *(f"{outcome}_{end}" for outcome in OUTCOMES[:5] for end in ("low", "best", "high")),
)  # fmt: skip


def write_csv(case: Case, folder: Path) -> tuple[Path, ...]:
    """Write documents, claims, events, estimates, sources and lines into `folder`, and say which files.

    UTF-8 with the mark that spreadsheets look for; an empty cell is unknown or open. Text that a spreadsheet would run as a
    formula gets a leading apostrophe. **Source:** OWASP, CSV injection.

    Raises: OSError, when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    by_id = {d.id: d for d in case.documents}
    titles = {e.id: e.title for e in case.events}
    outcomes = [o for o in OUTCOMES if any(e.outcome == o for e in case.estimates)]
    figures = [f"{o}_{f}" for o in outcomes for f in FIGURES]
    estimates, firsts = case.estimates_of(), case.firsts
    return (
        _write(folder / "documents.csv", DOCUMENTS, (_document(d) for d in case.documents)),
        _write(folder / "claims.csv", CLAIMS, (_claim(c, by_id) | _confirmed(c, firsts) for c in case.claims)),
        _write(
            folder / "events.csv",
            (*EVENTS, *figures),
            (_event(e, estimates.get(e.id, ()), by_id) for e in case.events),
        ),
        _write(
            folder / "estimates.csv",
            ESTIMATES,
            (_estimate(e, titles) for e in case.estimates),
        ),
        _write(folder / "sources.csv", SOURCES, (_source(s, by_id) for s in case.sources)),
        _write(
            folder / "lines.csv",
            LINES,
            (row for n in case.lines for row in _line(n, by_id)),
        ),
    )


def _write(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> Path:
    with whole(path, "utf-8-sig") as out:
        table = csv.writer(out)
        table.writerow(columns)
        table.writerows([_cell(row.get(c)) for c in columns] for row in rows)
    return path


def _cell(value: Any) -> Any:
    """A value as a cell: unknown is empty, text never starts a formula."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


def _name(document: str, by_id: dict[str, Document]) -> str:
    return by_id[document].name if document in by_id else document


def _document(d: Document) -> Row:
    known = {c: getattr(d, c) for c in ("outlet", "published", "title", "url", "byline", "language")}
    return known | {"id": d.name, "characters": len(d.text), "digest": d.id}


def _claim(c: Claim, by_id: dict[str, Document]) -> Row:
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
        "document": _name(c.document, by_id),
        "start": c.span[0],
        "end": c.span[1],
        "said_by": speakers(c.said_by),
    }
    if c.document in by_id:
        row |= {
            "outlet": by_id[c.document].outlet,
            "published": by_id[c.document].published,
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


def _confirmed(c: Claim, firsts: dict[str, "Confirmation"]) -> Row:
    """The day on which a claim was the first confirmation by its speaker, where it was."""
    return {"first_confirmation": firsts[c.id].day} if c.id in firsts else {}


def _event(e: Event, estimates: Iterable[Estimate], by_id: dict[str, Document]) -> Row:
    row: Row = {
        "id": e.id,
        "title": e.title,
        "claims": len(e.claims),
        "flags": "; ".join(e.flags),
    }
    row |= {
        "documents": "; ".join(sorted(_name(d, by_id) for d in e.documents)),
        "main": "; ".join(sorted(_name(d, by_id) for d in e.main)),
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


def _estimate(e: Estimate, titles: dict[str, str]) -> Row:
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


def _source(s: Source, by_id: dict[str, Document]) -> Row:
    row: Row = {c: getattr(s, c) for c in ("id", "name", "kind", "party", "affiliation", "statements", "claims")}
    document = None if s.document is None else _name(s.document, by_id)
    return row | {"aliases": "; ".join(s.aliases), "document": document, "evidence": "; ".join(s.evidence)}


def _line(n: Line, by_id: dict[str, Document]) -> Iterable[Row]:
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
    for r in sorted(n.documents, key=lambda r: (r.how != "origin", _name(r.id, by_id))):
        of = None if r.of is None else _name(r.of, by_id)
        yield shared | {
            "document": _name(r.id, by_id),
            "how": r.how,
            "of": of,
            "evidence": r.evidence,
        }
