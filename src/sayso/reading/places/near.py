"""How far from the place that a text names did it happen: near it, so many kilometres north of it, between two, in its south?"""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.packs import table
from sayso.packs.gazetteer import apart, borders, lands, towns
from sayso.reading.places.names import Named, town
from sayso.reading.places.scan import Name
from sayso.reading.quantities.spelled import spell

_WINDOW = 80
"""Characters before a name in which words about the distance to it stand."""
_AGREED = 0.4
"""Kilometres of doubt for each of a stated distance. **Source:** the sine of half of a sector of eight winds."""
_BESIDE = 15.0
"""Kilometres meant by "west of" a town without a number. **Source:** set by hand."""
_OFF = 30.0
"""Kilometres that "off" a region or a country reaches out to sea. **Source:** set by hand."""
_FARTHEST = 500.0
"""Kilometres above which a number is no distance from a place."""
_DEGREE = 111.2
"""Kilometres of a degree of latitude. **Source:** a sphere of radius 6,371 km."""
_HALF, _QUARTER = 0.7, 0.5
"""Radius of a disc of half and of a quarter of an area, by that of the whole."""


def settle(text: str, names: Sequence[Name], chosen: Sequence[Named | None]) -> list[Named | None]:
    """The places of the names, moved and widened as the words around them say.

    A place that no table knows takes the degrees of the one that the text measures it from.
    """
    found = [_one(text, n, c) if c and c.lat is not None else c for n, c in zip(names, chosen, strict=True)]
    for i in range(len(names) - 1):
        pair = _between(text, names[i : i + 2], chosen[i : i + 2])
        if pair:
            found[i : i + 2] = pair
    for i in range(len(names) - 1):
        here, there = chosen[i], found[i + 1]
        if (
            here is None
            and there
            and there.lat is not None
            and _measured().fullmatch(text[names[i].span[1] : names[i + 1].span[0]])
        ):
            found[i] = replace(
                there, name=names[i].text, level="town", people=1, radius=round(max(there.radius or 0.0, _LEAST_NEAR), 1)
            )
    return found


_LEAST_NEAR = 8.0
"""Kilometres of doubt about a place that is known by another only."""


def _one(text: str, n: Name, place: Named) -> Named:
    before, after = text[max(0, n.span[0] - _WINDOW) : n.span[0]], text[n.span[1] : n.span[1] + _WINDOW]
    low = before.casefold()
    stated = _distance().search(before) if any(w in low for w in ("mile", "km", "kilom", "nm")) else None
    if stated is None and (part := _part_of(n, before, after)) is not None:
        return _in_part(place, part)
    beside = _wind_of().search(before) if " of " in low else None
    around = _around().search(before)
    if stated or beside or around:
        place = _as_town(place, n)
    if place.level not in ("town", "capital"):
        return _widened(place, _OFF) if _off().search(before) else place
    kind = n.whole[len(n.text) :].strip().casefold()
    m = _owned_part().match(after)
    more = float(_table("kinds").get(kind or (m["kind"] if m else ""), 0))
    far = _kilometres(stated) if stated else None
    if stated and far is not None and 0 < far <= _FARTHEST:
        return _away(place, far, _bearing(stated["wind"]) if stated["wind"] else None)
    if beside:
        return replace(_shifted(place, _BESIDE, _bearing(beside["wind"])), radius=round(_BESIDE + (place.radius or 0.0) / 2, 1))
    if around:
        more = max(more, float(_table("around")[" ".join(around["words"].casefold().split())]))
    return _widened(place, more) if more else place


def _as_town(place: Named, n: Name) -> Named:
    """The town that a region is called after, for what is measured from it."""
    if place.level != "region":
        return place
    return next((town(t) for t in towns(n.text) if t.country == place.country), place)


def _part_of(n: Name, before: str, after: str) -> str | None:
    """The side that is meant: of "southern Lebanon", "the south-east of Turkey", "Lebanon's south"; "" for the middle."""
    lead = n.whole[: n.whole.find(n.text)].strip().casefold() if not n.whole.startswith(n.text) else ""
    m = _wind().fullmatch(lead) or _the_wind_of().search(before) or _winds_own().match(after)
    if m is None and lead == "central":
        return ""
    return m["wind"] if m else None


def _in_part(place: Named, wind: str) -> Named:
    """The half of a place towards a side, or the quarter towards a corner; the middle for no wind."""
    radius = place.radius or 0.0
    if not wind:
        return replace(place, radius=round(_QUARTER * radius, 1))
    bearing = _bearing(wind)
    share = _HALF if bearing % 90 == 0 else _QUARTER
    up, right = math.cos(math.radians(bearing)), math.sin(math.radians(bearing))
    land = lands().get(place.country or "") if place.level == "country" else None
    if land is None or land.south is None or land.north is None or land.west is None or land.east is None:
        return replace(_shifted(place, radius / 2, bearing), radius=round(share * radius, 1))
    tall, broad = (land.north - land.south) / 4, (land.east - land.west) / 4
    return replace(
        place,
        lat=round((land.south + land.north) / 2 + tall * _side(up), 2),
        lon=round((land.west + land.east) / 2 + broad * _side(right), 2),
        radius=round(
            max(share * radius, _reach(tall if _side(up) else 2 * tall, broad if _side(right) else 2 * broad, land.lat)), 1
        ),
    )


def _reach(tall: float, broad: float, lat: float) -> float:
    """Kilometres that hold most of a box of so many degrees to either side, as of an archipelago, whose area is small."""
    return _MOST * math.hypot(tall * _DEGREE, broad * _DEGREE * math.cos(math.radians(lat)))


_MOST = 0.55
"""Share of half the diagonal of a box; **Source:** set by hand."""


def _side(value: float) -> int:
    return 0 if abs(value) < 1e-9 else 1 if value > 0 else -1


def _away(place: Named, far: float, bearing: float | None) -> Named:
    """A point so many kilometres from a place: in a direction, or anywhere around it."""
    if bearing is None:
        return replace(place, radius=round(far + (place.radius or 0.0), 1))
    return replace(_shifted(place, far, bearing), radius=round(max(3.0, _AGREED * far), 1))


def _shifted(place: Named, far: float, bearing: float) -> Named:
    """The place moved by kilometres along a bearing in degrees; flat, which is right to a hundredth below 500 km."""
    lat, lon = place.lat or 0.0, place.lon or 0.0
    up, right = math.cos(math.radians(bearing)) * far / _DEGREE, math.sin(math.radians(bearing)) * far / _DEGREE
    return replace(place, lat=round(lat + up, 2), lon=round(lon + right / max(0.1, math.cos(math.radians(lat))), 2))


def _widened(place: Named, more: float) -> Named:
    return replace(place, radius=round((place.radius or 0.0) + more, 1))


def _between(text: str, names: Sequence[Name], places: Sequence[Named | None]) -> list[Named | None] | None:
    """Both places of "between A and B" at the middle of the two, of "the border between A and B" on that border."""
    a, b = places
    if a is None or b is None or a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    gap = text[names[0].span[1] : names[1].span[0]]
    if len(gap) > _WINDOW:
        return None
    before = text[max(0, names[0].span[0] - _WINDOW) : names[0].span[0]]
    between = "between" in before and _between_lead().search(before) is not None and _AND.fullmatch(gap) is not None
    if a.level == b.level == "country" and a.country and b.country:
        line = borders().get((min(a.country, b.country), max(a.country, b.country)))
        if line and (_border_with().fullmatch(gap) or (between and _border_before().search(before))):
            found = {"lat": line.lat, "lon": line.lon, "radius": line.radius}
            return [_set(a, found), _set(b, found)]
        return None
    if not between:
        return None
    a, b = _as_town(a, names[0]), _as_town(b, names[1])
    if not {a.level, b.level} <= {"town", "capital"} or a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    far = apart(a.lat, a.lon, b.lat, b.lon)
    if far > _FARTHEST:
        return None
    middle = {"lat": round((a.lat + b.lat) / 2, 2), "lon": round((a.lon + b.lon) / 2, 2), "radius": round(max(5.0, far / 2), 1)}
    return [_set(a, middle), _set(b, middle)]


def _set(place: Named, at: dict[str, float]) -> Named:
    return replace(place, lat=at["lat"], lon=at["lon"], radius=at["radius"])


def between_sites(before: str) -> bool:
    """True where a road or a border, and no talks or war, is between the place that follows and another."""
    return bool(_line_between().search(before.casefold()))


def _kilometres(m: re.Match[str]) -> float | None:
    """The distance that a match states, in kilometres."""
    factor = float(_table("units")[m["unit"].casefold()])
    words = m["number"].casefold()
    if words in _table("vague"):
        return factor * float(_table("vague")[words])
    if words[0].isdigit():
        return factor * float(words.replace(",", ""))
    parts = re.split(r"[\s-]+", words)
    value, end = spell(parts, 0)
    return factor * value if end == len(parts) else None


def _bearing(wind: str) -> float:
    return float(_table("bearings")[re.sub(r"ern|[\s-]", "", wind.casefold())])


def _table(name: str) -> dict[str, float]:
    found: dict[str, float] = table("places", "near")[name]
    return found


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


_WIND = r"(?P<wind>(?:north|south)(?:ern)?(?:[\s-]?(?:east|west)(?:ern)?)?|(?:east|west)(?:ern)?)"
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})?(?:\.\d+)?|{vague}|[a-z]+(?:-[a-z]+)?)"
_THING = r"(?:the\s+)?(?:(?:[a-z-]+\s+){0,2}(?:city|town|village|port|capital|border|camp|base)(?:\s+of|,)?\s+)?"
"""Words between a preposition and a name: "the besieged town of"."""
_AND = re.compile(rf"\s+and\s+{_THING}")


@cache
def _distance() -> re.Pattern[str]:
    number = _NUMBER.replace("{vague}", _any(list(_table("vague"))))
    return re.compile(
        rf"(?<![\w.,]){number}[\s-]?(?P<unit>{_any(list(_table('units')))})\s+(?:\([^()\n]{{1,25}}\)\s+)?(?:away\s+)?(?:to\s+the\s+|due\s+)?"
        rf"(?:{_WIND}\s+)?(?:of|from|outside|off|beyond)\s+{_THING}$",
        re.IGNORECASE,
    )


@cache
def _wind_of() -> re.Pattern[str]:
    return re.compile(rf"(?<!the\s)(?<!far\s)\b{_WIND}\s+of\s+{_THING}$", re.IGNORECASE)


@cache
def _the_wind_of() -> re.Pattern[str]:
    return re.compile(rf"\bthe\s+(?:far\s+|extreme\s+)?{_WIND}\s+of\s+(?:the\s+)?$", re.IGNORECASE)


@cache
def _winds_own() -> re.Pattern[str]:
    return re.compile(rf"['\u2019]s?\s+(?:far\s+|extreme\s+)?{_WIND}(?=[\s,.;:])(?!\s+[A-Z])(?<!ern)", re.IGNORECASE)


@cache
def _owned_part() -> re.Pattern[str]:
    return re.compile(rf"['\u2019]s?\s+(?:{_WIND}\s+)?(?P<kind>{_any(list(_table('kinds')))})(?!\w)")


@cache
def _wind() -> re.Pattern[str]:
    return re.compile(_WIND, re.IGNORECASE)


@cache
def _around() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<words>{_any(list(_table('around')))})\s+{_THING}$", re.IGNORECASE)


@cache
def _off() -> re.Pattern[str]:
    return re.compile(rf"\boff(?:\s+the\s+(?:[a-z]+\s+)?(?:coast|shores?)\s+of)?\s+{_THING}$", re.IGNORECASE)


@cache
def _measured() -> re.Pattern[str]:
    """What stands between a place and the one that it is near: ", some 30 km north of"."""
    number = _NUMBER.replace("{vague}", _any(list(_table("vague"))))
    far = (
        rf"(?:(?:about|some|roughly|around|nearly|just|over)\s+)?{number}[\s-]?(?:{_any(list(_table('units')))})\s+"
        rf"(?:\([^()\n]{{1,25}}\)\s+)?(?:away\s+)?(?:to\s+the\s+|due\s+)?(?:{_WIND}\s+)?(?:of|from|outside)"
    )
    return re.compile(
        rf",?\s+(?:(?:which\s+|that\s+)?(?:is|lies)\s+)?(?:{far}|near|just\s+outside|close\s+to)\s+{_THING}", re.IGNORECASE
    )


@cache
def _between_lead() -> re.Pattern[str]:
    return re.compile(rf"\bbetween\s+{_THING}$", re.IGNORECASE)


@cache
def _line_between() -> re.Pattern[str]:
    words = _any(table("places", "near")["lines"]["words"])
    return re.compile(rf"\b(?:{words})\s+(?:[a-z]+\s+){{0,2}}between\s+{_THING}(?:[\w-]+(?:\s[\w-]+)?\sand\s+{_THING})?$")


@cache
def _border_before() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_any(table('places', 'near')['meeting']['words'])})\s+(?:[a-z]+\s+){{0,2}}between\s+{_THING}$", re.IGNORECASE
    )


@cache
def _border_with() -> re.Pattern[str]:
    return re.compile(
        rf"['\u2019]s?\s+(?:[a-z-]+\s+){{0,2}}(?:{_any(table('places', 'near')['meeting']['words'])})\s+with\s+(?:the\s+)?"
    )
