"""Where did it happen? Events as dots on the outlines of the countries, each with how far it may be off."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sayso.exports.words import count, number
from sayso.workbench.lands import Land, land
from sayso.workbench.page import picture
from sayso.workbench.view import DEGREE, Place, View, fit, turned

WIDTH, HEIGHT = 960, 540
"""Units of the picture. Source: set by hand, about the pixels of a wide page."""
SMALL = 600
"""Units below which words and dots keep their size on a phone."""
CELL = 30.0
"""Units within which dots are shown as one number. Source: set by hand, two dots of some ten killed side by side."""
MOST = 120
"""Dots and numbers that a map has at most; beyond, they are taken together more widely. Source: set by hand."""
CIRCLES = 60
"""Circles of uncertainty that a map has at most; of a fuller one, those of single dots, the smallest first."""
LISTED = 50
"""Rows of the table behind a map."""
BAR = 150.0
"""Units that the scale bar may be long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Degrees that a part of the map spans; west is greater than east where it spans the date line."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One event on a map: its address, title and place in words, degrees and kilometres of uncertainty, best figure of killed.

    Without degrees it is not drawn but counted in words; without a figure it is a ring. Whoever asks for very many may
    put those nearby together as one of `events` events within a `box`, with the greatest figure.
    """

    href: str
    title: str
    place: str = "place unknown"
    lat: float | None = None
    lon: float | None = None
    radius: float | None = None
    killed: int | None = None
    events: int = 1
    box: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is drawn at one point: one event, or several as their number; units from the left and top, radius in units."""

    x: float
    y: float
    size: float
    spots: tuple[Spot, ...]
    href: str | None

    @property
    def events(self) -> int:
        """How many events it stands for."""
        return sum(spot.events for spot in self.spots)

    @property
    def words(self) -> str:
        """What its title says."""
        if self.events == 1:
            return _words(self.spots[0])
        places = list(dict.fromkeys(s.place for s in self.spots))
        named = ", ".join(places[:3]) + (f" and {count(len(places) - 3, 'more place')}" if len(places) > 3 else "")
        figures = [s.killed for s in self.spots if s.killed is not None]
        most = f"; at most {number(max(figures))} killed in one of them" if figures else ""
        return f"{count(self.events, 'event')}: {named}{most}"


def world_map(
    spots: Iterable[Spot], *, width: int = WIDTH, height: int = HEIGHT, within: Callable[[Box], str] | None = None
) -> Markup:
    """A map of events with a table behind it; where none has a point, a sentence.

    `within` gives the address that lists the events of a box, to which a number of several events leads.
    """
    given = list(spots)
    placed = [(spot, place) for spot in given if (place := _place(spot)) is not None]
    if not placed:
        return picture("_map.html", marks=(), missing=sum(spot.events for spot in given), spots=())
    view = fit([place for _, place in placed], width, height)
    marks = _marks(placed, view, within)
    drawn = land(view)
    circles = _circles(marks, placed, view)
    listed = sorted((spot for spot, _ in placed), key=lambda s: (-(s.killed or -1), s.title, s.href))[:LISTED]
    return picture(
        "_map.html",
        small=width < SMALL,
        view=view,
        land=drawn,
        labels=_free(drawn, marks, view),
        circles=circles,
        marks=marks,
        bar=_bar(view),
        missing=sum(spot.events for spot in given) - sum(spot.events for spot, _ in placed),
        placed=sum(spot.events for spot, _ in placed),
        spots=[(spot, spot.href or (within(spot.box) if within and spot.box else None), _degrees(spot)) for spot in listed],
    )


def _place(spot: Spot) -> Place | None:
    """Where a spot lies, if it is told and on this earth."""
    lat, lon, radius = spot.lat, spot.lon, spot.radius or 0.0
    if lat is None or lon is None or not math.isfinite(lat + lon) or abs(lat) > 90:
        return None
    return Place(lat=lat, lon=turned(lon), radius=radius if math.isfinite(radius) and radius > 0 else 0.0)


Member = tuple[Spot, Place]
"""An event with a point."""


def _marks(placed: Sequence[Member], view: View, within: Callable[[Box], str] | None) -> tuple[Mark, ...]:
    """Dots, the ones that lie close taken together under the one with the greatest figure; the small ones are drawn last."""
    ordered = sorted(placed, key=lambda p: (-(p[0].killed or -1), p[0].title, p[0].href))
    groups, cell = [[member] for member in ordered], CELL
    groups = _gathered(groups, view, cell / 4)
    found = _together(groups, view, cell)
    while len(found) > MOST:
        cell *= 1.5
        found = _together(found, view, cell)
    marks = [_mark(members, view, within) for members in found]
    return tuple(sorted(marks, key=lambda m: (-m.size, m.x, m.y)))


def _gathered(groups: Iterable[list[Member]], view: View, cell: float) -> list[list[Member]]:
    """Groups whose first members lie in one square, joined: quick, where there are thousands."""
    squares: dict[tuple[int, int], list[Member]] = {}
    for group in groups:
        x, y = view.at(group[0][1].lat, group[0][1].lon)
        squares.setdefault((int(x // cell), int(y // cell)), []).extend(group)
    return list(squares.values())


def _together(groups: Iterable[list[Member]], view: View, cell: float) -> list[list[Member]]:
    """Groups, each joined to the nearest before it whose first member is less than `cell` units from its own."""
    grid: dict[tuple[int, int], list[tuple[float, float, list[Member]]]] = defaultdict(list)
    out = []
    for given in groups:
        x, y = view.at(given[0][1].lat, given[0][1].lon)
        column, row = int(x // cell), int(y // cell)
        near = [g for i in (-1, 0, 1) for j in (-1, 0, 1) for g in grid.get((column + i, row + j), ())]
        best = min(near, key=lambda g: math.hypot(g[0] - x, g[1] - y), default=None)
        if best is not None and math.hypot(best[0] - x, best[1] - y) < cell:
            best[2].extend(given)
            continue
        group = list(given)
        grid[column, row].append((x, y, group))
        out.append(group)
    return out


def _mark(members: Sequence[Member], view: View, within: Callable[[Box], str] | None) -> Mark:
    """What is drawn for some events: where the first of them lies."""
    first, place = members[0]
    x, y = view.at(place.lat, place.lon)
    events = sum(spot.events for spot, _ in members)
    href: str | None = first.href or None
    if events > 1 and within is not None:
        href = within(_box(list(_corners(members))))
    elif len(members) > 1:
        href = None
    size = _size(first.killed) if events == 1 else max(10 + 2 * math.log10(events), 4.0 * len(str(events)) + 3)
    return Mark(x=round(x, 1), y=round(y, 1), size=round(size, 1), spots=tuple(s for s, _ in members), href=href)


def _size(killed: int | None) -> float:
    """The radius of a dot in units: three more for ten times as many.

    Source: set by hand; a logarithm, for figures span one to ten thousands and a dot must stay clear of its neighbours.
    """
    return 4.0 if killed is None else 4.0 + 3.0 * math.log10(1 + max(0, killed))


def _corners(members: Iterable[Member]) -> Iterator[Place]:
    """The points that a box must hold to hold some events."""
    for spot, place in members:
        if spot.box is None:
            yield place
        else:
            yield Place(lat=spot.box.south, lon=spot.box.west)
            yield Place(lat=spot.box.north, lon=spot.box.east)


def _box(places: Sequence[Place]) -> Box:
    """The degrees that some places span, and a hundredth more, for degrees are rounded; over the date line if shorter."""
    near = fit(places, WIDTH, HEIGHT).lon
    offsets = [turned(p.lon - near) for p in places]
    lats = [p.lat for p in places]
    return Box(
        west=round(turned(near + min(offsets) - 0.01), 3),
        south=round(max(-90.0, min(lats) - 0.01), 3),
        east=round(turned(near + max(offsets) + 0.01), 3),
        north=round(min(90.0, max(lats) + 0.01), 3),
    )


def _circles(
    marks: Sequence[Mark], placed: Sequence[tuple[Spot, Place]], view: View
) -> tuple[tuple[float, float, float, float], ...]:
    """Ellipses of uncertainty that are larger than a dot, the smallest last."""
    found = {place for _, place in placed}
    if len(found) > CIRCLES:  # then of single dots alone
        alone = {m.spots[0] for m in marks if len(m.spots) == 1}
        found = {place for spot, place in placed if spot in alone}
    smallest = sorted((p for p in found if view.ellipse(p)[1] > _size(None)), key=lambda p: (p.radius, p.lat, p.lon))[:CIRCLES]
    drawn = [(*view.at(p.lat, p.lon), *view.ellipse(p)) for p in reversed(smallest)]
    return tuple((round(x, 1), round(y, 1), round(a, 1), round(b, 1)) for x, y, a, b in drawn)


def _free(drawn: Land, marks: Sequence[Mark], view: View) -> Iterator[tuple[str, int, int, bool]]:
    """Labels of countries that neither a dot nor the scale bar lies upon."""
    for code, x, y, much in drawn.labels:
        clear = x > BAR + 30 or y < view.height - 50
        if clear and all(abs(m.x - x) > m.size + 9 or abs(m.y - y) > m.size + 7 for m in marks):
            yield code, x, y, much


def _bar(view: View) -> tuple[float, str]:
    """The scale bar: its units, and the kilometres in words; a 1, 2 or 5 with noughts."""
    most = BAR / view.scale * DEGREE
    power = 10 ** math.floor(math.log10(most))
    kilometres = max(n * power for n in (1, 2, 5) if n * power <= most)
    return round(kilometres / DEGREE * view.scale, 1), f"{number(round(kilometres))} km"


def _words(spot: Spot) -> str:
    figure = "no figure of killed" if spot.killed is None else f"{number(spot.killed)} killed, best figure"
    radius = f", within {count(round(spot.radius), 'kilometre')}" if spot.radius and spot.radius >= 1 else ""
    return f"{spot.title} ({spot.place}{radius}): {figure}"


def _degrees(spot: Spot) -> str:
    if spot.lat is None or spot.lon is None:
        return "no point"
    lat, lon = spot.lat, turned(spot.lon)
    return f"{abs(lat):.2f}° {'S' if lat < 0 else 'N'}, {abs(lon):.2f}° {'W' if lon < 0 else 'E'}"
