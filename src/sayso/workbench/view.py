"""Which part of the world does a map show, and where on it does a place lie?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

DEGREE = 111.195
"""Kilometres of a degree of latitude. Source: a sphere of radius 6,371 km, as in the gazetteer."""
LEAST = 250.0
"""Kilometres shown north and south of the middle at least: a place is found by what lies around it. Source: set by hand."""
MARGIN = 0.12
"""Share of the picture that stays free around the outermost places. Source: set by hand."""
REACH = 300.0
"""Kilometres of uncertainty for which room is made: "in the country" must not shrink all else. Source: set by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Degrees north and east, and how many kilometres it may be off."""

    lat: float
    lon: float
    radius: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is shown: degrees of its middle, units of the picture for a degree of latitude, its width and height in units."""

    lat: float
    lon: float
    scale: float
    width: int
    height: int

    @property
    def shrink(self) -> float:
        """How much shorter a degree of longitude is than one of latitude at the middle.

        **Source:** the equirectangular projection with the middle as its standard parallel (Snyder, Map Projections, 1987).
        """
        return cosine(self.lat)

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Units from the left and from the top; the shorter way round from the middle."""
        x = self.width / 2 + turned(lon - self.lon) * self.shrink * self.scale
        return x, self.height / 2 - (lat - self.lat) * self.scale

    def ellipse(self, place: Place) -> tuple[float, float]:
        """Half width and half height in units of the circle that a place may lie in."""
        high = place.radius / DEGREE * self.scale
        return high * self.shrink / cosine(place.lat), high


def cosine(lat: float) -> float:
    """The cosine of a latitude, never quite 0: a pole is no line."""
    return max(0.05, math.cos(math.radians(lat)))


def turned(lon: float) -> float:
    """The same direction, from 180° west (included) to 180° east."""
    return (lon + 180.0) % 360.0 - 180.0


def fit(places: Sequence[Place], width: int, height: int) -> View:
    """The view that holds some places, at least one, with a margin; over the date line where that is the shorter way.

    A place is drawn with its uncertainty as far as REACH, and never nearer than LEAST.
    """
    middle, half_wide = _spread([p.lon for p in places])
    reach = [min(p.radius, REACH) / DEGREE for p in places]
    south = min(p.lat - r for p, r in zip(places, reach, strict=True))
    north = max(p.lat + r for p, r in zip(places, reach, strict=True))
    lat = (max(south, -90.0) + min(north, 90.0)) / 2
    free = 1 - 2 * MARGIN
    high = max((north - south) / free, 2 * LEAST / DEGREE)
    wide = max((2 * half_wide + 2 * max(reach) / cosine(lat)) / free, 2 * LEAST / DEGREE)
    scale = min(height / high, width / (min(wide, 360.0) * cosine(lat)))
    world = width / (360.0 * cosine(lat))
    if scale < world and world * (north - south) <= height:
        scale = world
    return View(lat=round(lat, 3), lon=round(middle, 3), scale=round(scale, 4), width=width, height=height)


def _spread(lons: Sequence[float]) -> tuple[float, float]:
    """The middle of some longitudes and how far they reach on both sides, the widest gap between two left out."""
    ordered = sorted({lon % 360.0 for lon in lons})
    gaps = [(b - a, b) for a, b in zip(ordered, [*ordered[1:], ordered[0] + 360.0], strict=True)]
    gap, start = max(gaps, key=lambda g: g[0])
    half = (360.0 - gap) / 2
    return turned(start + half), half
