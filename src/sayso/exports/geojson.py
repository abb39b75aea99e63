"""How do events get onto somebody's map? As one GeoJSON file: a point where the place is known, with how uncertain it is.

**Source:** RFC 7946: longitude before latitude, WGS 84, null for a feature that is nowhere; a radius is no geometry there, so it
is a property, in kilometres.
"""

import json
from pathlib import Path
from typing import Any

from sayso.exports.extract import Extract, pages
from sayso.exports.files import whole
from sayso.exports.rows import when_row
from sayso.exports.words import flags
from sayso.model import OUTCOMES, Estimate, Event, Where

_ENDS = {"low": "low", "best": "best", "high": "high", "least": "min", "most": "max"}
"""Ends of a figure, and what exports call them."""


def write_geojson(given: Extract, folder: Path) -> tuple[Path, ...]:
    """Write the events into `folder` as `events.geojson`, one feature a line, and say so.

    Raises: OSError, when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "events.geojson"
    with whole(path) as out:
        out.write('{"type": "FeatureCollection", "features": [')
        comma = "\n"
        for page in pages(given.events):
            names = given.names({d for e in page for d in e.documents})
            for event in page:
                estimates = given.estimates_of(event.id)
                documents = sorted(names.get(d, d) for d in event.documents)
                out.write(comma + json.dumps(_feature(event, estimates, documents), ensure_ascii=False))
                comma = ",\n"
        out.write("\n]}\n")
    return (path,)


def _feature(event: Event, estimates: "list[Estimate] | tuple[Estimate, ...] | Any", documents: list[str]) -> dict[str, Any]:
    where = event.where
    told = sorted(estimates, key=lambda e: OUTCOMES.index(e.outcome))
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": _point(where),
        "properties": {
            "title": event.title,
            **(when_row(event.when) or {"first": None, "last": None}),
            "place": None if where is None else where.name or where.text,
            "country": None if where is None else where.country,
            "radius_km": None if where is None else where.radius,
            "documents": documents,
            "claims": len(event.claims),
            **{f"{e.outcome}_{name}": getattr(e, end) for e in told for end, name in _ENDS.items()},
            **{f"{e.outcome}_{what}": getattr(e, what) for e in told for what in ("level", "lines")},
            "flags": flags(event, told),
        },
    }


def _point(where: Where | None) -> dict[str, Any] | None:
    if where is None or where.lat is None or where.lon is None:
        return None
    return {"type": "Point", "coordinates": [where.lon, where.lat]}
