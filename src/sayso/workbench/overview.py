"""Where and when were the events of a list? Its points and days, drawn as a map and a line of time that lead into it."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from sayso.asking.filters import Filter
from sayso.exports.words import count
from sayso.ledger import Point
from sayso.workbench.atlas import Box, Spot, world_map
from sayso.workbench.timeline import Stay, timeline

WIDE, HIGH = 480, 340
"""Units of the pictures beside a list: about as many as it leaves pixels. Source: set by hand."""


def where(points: Sequence[Point], found: Filter, events: int) -> Markup:
    """A map of so many events, of which these have a point; a number leads to the list of that part of the map."""
    unknown = events - sum(p.events for p in points)
    spots = [_spot(p) for p in points]
    if unknown > 0:
        spots.append(Spot(href="", title="", events=unknown))
    return world_map(spots, width=WIDE, height=HIGH, within=lambda box: f"/{found.query(box=_box(box), page='')}")


def when(spans: Sequence[Point], found: Filter, events: int) -> Markup:
    """A line of time of so many events, of which these have days; a bar leads to the list of its days."""
    unknown = events - sum(p.events for p in spans)
    stays = [_stay(p) for p in spans]
    if unknown > 0:
        stays.append(Stay(href="", title="", events=unknown))
    return timeline(
        stays, width=WIDE, between=lambda a, b: f"/{found.query(**{'from': a.isoformat(), 'to': b.isoformat(), 'page': ''})}"
    )


def _spot(point: Point) -> Spot:
    return Spot(
        href=f"/events/{point.event}" if point.event else "",
        title=_title(point),
        place=point.place or "place unknown",
        lat=point.lat,
        lon=point.lon,
        radius=point.radius,
        killed=point.best if point.outcome == "killed" else None,
        events=point.events,
        box=_square(point),
    )


def _square(point: Point) -> Box | None:
    """The degrees within which the events of a point lie, where it stands for several."""
    if point.square is None or point.lat is None or point.lon is None:
        return None
    half, size = point.square / 2, point.square
    lat, lon = round(point.lat / size) * size, round(point.lon / size) * size
    return Box(
        west=max(-180.0, lon - half), south=max(-90.0, lat - half), east=min(180.0, lon + half), north=min(90.0, lat + half)
    )


def _stay(point: Point) -> Stay:
    return Stay(
        href=f"/events/{point.event}" if point.event else "",
        title=_title(point),
        first=date.fromisoformat(point.first) if point.first else None,
        last=date.fromisoformat(point.last) if point.last else None,
        outcome=point.outcome,
        best=point.best,
        events=point.events,
    )


def _title(point: Point) -> str:
    return point.title if point.events == 1 else count(point.events, "event")


def _box(box: Box) -> str:
    return f"{box.west:g},{box.south:g},{box.east:g},{box.north:g}"
