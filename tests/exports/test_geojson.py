"""Events on a map: a point with its uncertainty where the place is known, nowhere else."""

import json
from dataclasses import replace
from pathlib import Path

from sayso.exports import case, extract
from sayso.exports.geojson import write_geojson
from sayso.model import Where
from tests.exports.case_of_two import CLAIMS, EVENT, FIRST, KILLED, LINE, SECOND


def features(folder: Path, where: Where | None) -> list[dict[str, object]]:
    """Give the features of a case of one event that was there."""
    event = replace(EVENT, where=where)
    (path,) = write_geojson(extract(case((FIRST, SECOND), CLAIMS, (event,), (LINE,), (KILLED,))), folder)
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["type"] == "FeatureCollection"
    return list(told["features"])


def test_an_event_is_a_point_with_longitude_first_and_its_radius(tmp_path: Path) -> None:
    (feature,) = features(tmp_path, Where(text="Orlan", country="XX", lat=1.5, lon=-2.0, radius=12.0))
    assert feature["geometry"] == {"type": "Point", "coordinates": [-2.0, 1.5]}
    told = feature["properties"]
    assert isinstance(told, dict)
    assert (told["radius_km"], told["place"], told["killed_best"], told["killed_lines"]) == (12.0, "Orlan", 17, 1)
    assert told["documents"] == ["pier-1", "pier-2"]


def test_an_event_without_a_point_is_nowhere(tmp_path: Path) -> None:
    for where in (None, Where(text="somewhere in the delta")):
        (feature,) = features(tmp_path, where)
        assert feature["geometry"] is None


def test_a_case_without_events_is_a_collection_of_none(tmp_path: Path) -> None:
    (path,) = write_geojson(extract(case((FIRST,))), tmp_path)
    assert json.loads(path.read_text(encoding="utf-8"))["features"] == []
