"""What does each noun look like on one line of an export? The shapes of the contract, with the givers' own ids."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sayso.model import (
    OUTCOMES,
    Attribution,
    Claim,
    Document,
    Estimate,
    Event,
    Line,
    Source,
    When,
    Where,
)
from sayso.schema import to_plain
from sayso.shapes import Noun

Row = dict[str, Any]


def document_row(document: Document) -> Row:
    """A document as it can be given again: id (the giver's), text, and what is known of its publication."""
    known = {name: getattr(document, name) for name in ("title", "published", "url", "outlet", "language", "byline")}
    return {
        "id": document.name,
        **_given(known),
        "text": document.text,
        "digest": document.id,
    }


def claim_row(claim: Claim, names: Mapping[str, str]) -> Row:
    """A claim in the contract's shape; `names` maps the ids of documents to the givers' own."""
    row: Row = {
        "id": claim.id,
        "document": names.get(claim.document, claim.document),
        "span": list(claim.span),
        "quote": claim.quote,
        "said_by": [speaker_row(a) for a in claim.said_by],
        "outcome": claim.outcome,
        "status": claim.status,
        "group": _part(claim.group, "text", "nation", "role"),
        "quantity": _part(claim.quantity, "low", "best", "high", "wording", "stated"),
        "scope": claim.scope,
        "part_of": claim.part_of,
        "when": when_row(claim.when),
        "where": where_row(claim.where),
        "cause": _part(claim.cause, "text", "weapon", "by"),
    }
    return row | _given({"revises": claim.revises, "flags": list(claim.flags)})


def event_row(event: Event, estimates: Iterable[Estimate], names: Mapping[str, str]) -> Row:
    """An event with its documents by the givers' ids, its claims, and low, best, high of each outcome."""
    figures = sorted(
        (e for e in estimates if e.event == event.id),
        key=lambda e: OUTCOMES.index(e.outcome),
    )
    row: Row = {
        "id": event.id,
        "title": event.title,
        "main": sorted(names.get(d, d) for d in event.main),
        "documents": sorted(names.get(d, d) for d in event.documents),
        "claims": sorted(event.claims),
        "when": when_row(event.when),
        "where": where_row(event.where),
        "estimates": {
            e.outcome: {
                "low": e.low,
                "best": e.best,
                "high": e.high,
                "level": e.level,
                "lines": e.lines,
                **_given({"flags": list(e.flags)}),
            }
            for e in figures
        },
    }
    return row | _given({"flags": list(event.flags)})


def estimate_row(estimate: Estimate) -> Row:
    """One estimate with its 50 % interval, its extremes and its grounds; no time of the run."""
    row: Row = to_plain(estimate)
    row["min"], row["max"] = row.pop("least"), row.pop("most")
    if row["as_of"] is None:
        del row["as_of"]
    del row["parts"]
    row["grounds"] = [{k: v for k, v in ground.items() if k != "group" or v is not None} for ground in row["grounds"]]
    return row


def estimate_rows(estimate: Estimate) -> Iterator[Row]:
    """An estimate and, where claims tell groups apart, a row for each `group` with its lines and claims."""
    yield estimate_row(estimate)
    for part in estimate.parts:
        counted = {
            "lines": len(part.lines),
            "claims": len(part.claims),
            "on_lines": list(part.lines),
            "told_by": list(part.claims),
        }
        yield {"event": estimate.event, "outcome": estimate.outcome} | to_plain(part) | counted


def line_row(line: Line, names: Mapping[str, str]) -> Row:
    """One line: its origin, how each document came by it, and low, best, high of each outcome."""
    documents = [
        {
            "id": names.get(r.id, r.id),
            "how": r.how,
            **_given({"of": names.get(r.of, r.of) if r.of else None, "evidence": r.evidence}),
        }
        for r in line.documents
    ]
    return {
        "id": line.id,
        "event": line.event,
        "origin": line.origin,
        "kind": line.kind,
        **_given({"party": line.party}),
        "documents": sorted(documents, key=lambda d: (d["how"] != "origin", d["id"])),
        "claims": sorted(line.claims),
        "figures": {t.outcome: [t.low, t.best, t.high] for t in sorted(line.figures, key=lambda t: OUTCOMES.index(t.outcome))},
    }


def source_row(source: Source, names: Mapping[str, str]) -> Row:
    """A source with what is known of it, how often it speaks, and why its names are one source's; `names` as in `claim_row`."""
    known = {
        "party": source.party,
        "affiliation": source.affiliation,
        "aliases": list(source.aliases),
        "document": names.get(source.document, source.document) if source.document else None,
        "evidence": list(source.evidence),
    }
    counts = {"statements": source.statements, "claims": source.claims}
    return {"id": source.id, "name": source.name, "kind": source.kind, **_given(known), **counts}


def when_row(when: When | None) -> Row | None:
    """A closed interval of days as ISO dates, with the words that gave it; None for None."""
    return _part(when, "first", "last")


def where_row(where: Where | None) -> Row | None:
    """A place: the words, the name, the country, degrees, kilometres; None for None."""
    return _part(where, "text", "name", "country", "lat", "lon")


def speaker_row(a: Attribution) -> Row:
    """One step of a chain: who, by which cue, with which stance and certainty, and the days of speaking where given."""
    said = None if a.said is None else {"first": a.said.first.isoformat(), "last": a.said.last.isoformat()}
    known = {
        "id": a.source, "kind": a.kind, "party": a.party, "affiliation": a.affiliation, "span": to_plain(a.span),
        "cue": to_plain(a.cue), "stance": a.stance, "certainty": to_plain(a.certainty), "said": said,
    }  # fmt: skip
    return {"name": a.name, **_given(known)}


def _part(noun: Noun | None, *always: str) -> Row | None:
    """A noun with its own fields: those that stand `always`, and of the others what is known; None for None."""
    if noun is None:
        return None
    return {k: v for k, v in to_plain(noun).items() if k in always or (v is not None and v != [])}


def _given(values: Mapping[str, Any]) -> Row:
    """What the text gives: keys without a value are left out."""
    return {k: v for k, v in values.items() if v is not None and v != []}
