"""What is filtered leaves the page as a file that `sayso export` would have written."""

import io
import json
import re
import tempfile
from collections.abc import Callable
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient

import sayso
from sayso.desk import settings
from sayso.exports import SHAPES
from sayso.workbench.take_out import OFFERED


def test_every_shape_of_the_command_is_offered(browser: TestClient) -> None:
    assert sorted(OFFERED) == sorted(SHAPES)
    told = browser.get("/export", params={"near": "Halvern"}).text
    assert "<b>1 event</b> of 2" in told
    assert all(f'href="/export?as={shape}&amp;near=Halvern"' in told for shape in SHAPES)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_is_what_the_command_writes(shape: str, browser: TestClient, ledger: Path, tmp_path: Path) -> None:
    answer = browser.get("/export", params={"as": shape})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="sayso-{shape}.')
    with sayso.open(ledger) as desk:
        paths = desk.export(shape, tmp_path / "out")
    if len(paths) == 1:
        assert answer.content == paths[0].read_bytes()
    else:
        with ZipFile(io.BytesIO(answer.content)) as found:
            assert {n: found.read(n) for n in found.namelist()} == {p.name: p.read_bytes() for p in paths}


def test_the_filters_of_the_list_choose_what_is_in_a_file(browser: TestClient) -> None:
    for asked in (
        {"as": "geojson", "near": "Halvern"},
        {"to": "geojson", "near": "Halvern"},
        {"as": "geojson", "from": "2031-03-16"},
    ):
        (feature,) = json.loads(browser.get("/export", params=asked).content)["features"]
        assert feature["properties"]["place"] == "Halvern"
    none = browser.get("/export", params={"as": "geojson", "to": "2031-01-01"})
    assert json.loads(none.content)["features"] == []


def test_one_event_can_be_taken_alone(browser: TestClient, ledger: Path) -> None:
    with sayso.open(ledger) as desk:
        event = desk.events()[1]
    told = browser.get("/export", params={"as": "report", "event": event.id}).text
    assert told.count('<section class="event"') == 1
    assert browser.get("/export", params={"as": "report", "event": "e-none"}).status_code == 404


@pytest.mark.parametrize("asked", [{"as": "stone"}, {"as": "csv", "from": "tomorrow"}, {"order": "none"}])
def test_what_cannot_be_is_refused_in_words(asked: dict[str, str], browser: TestClient) -> None:
    assert browser.get("/export", params=asked).status_code == 400


def test_nothing_stays_behind(
    ledger: Path, browser_of: Callable[[Path], TestClient], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    assert browser_of(ledger).get("/export", params={"as": "csv"}).status_code == 200
    assert list((tmp_path / "temporary").iterdir()) == []


def test_the_switches_of_an_event_go_along_into_its_export(browser: TestClient, ledger: Path, tmp_path: Path) -> None:
    with sayso.open(ledger) as desk:
        event = desk.events()[0]
        (path,) = desk.export(
            "report", tmp_path, [event.id], [("event", event.title)], settings(policy="acled", count_copies=True)
        )
    shown = browser.get(f"/events/{event.id}?policy=acled&count_copies=1").text
    (address,) = re.findall(r'href="(/export[^"]+)"', shown)
    offered = browser.get(unescape(address)).text
    assert "each copy counted as a voice of its own" in offered
    (saved,) = re.findall(r'href="(/export\?as=report[^"]+)"', offered)
    assert browser.get(unescape(saved)).content == path.read_bytes()
