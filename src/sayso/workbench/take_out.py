"""How does what is shown leave the page? As a file to keep: what `sayso export` writes, of the events that the address asks for.

The shape stands in the address as `as` (or as `to`, where no day is called so); without one the page offers all shapes.
"""

import shutil
import tempfile
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

import sayso.desk
from sayso.asking.filters import Chosen, chosen
from sayso.errors import UsageError
from sayso.exports import SHAPES
from sayso.exports.switches import switches
from sayso.weighing.settings import Settings
from sayso.workbench.event import switches as switched
from sayso.workbench.page import desk, page


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One shape of export as it is offered: its name for people, what it is for, what it holds, and its media type."""

    name: str
    use: str
    holds: str
    media: str


_ZIP = "application/zip"
OFFERED = {
    "report": Shape(
        name="Report",
        use="to read and print",
        holds="Figures with their lines and sentences, corrections, method, and every report with its hash: one HTML file.",
        media="text/html",
    ),
    "xlsx": Shape(
        name="Workbook",
        use="for Excel and the like",
        holds="Events, estimates, claims, lines, sources, documents, corrections and the method, a sheet each.",
        media="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "csv": Shape(name="CSV", use="for any spreadsheet", holds="The same tables, a file each, in a zip.", media=_ZIP),
    "jsonl": Shape(
        name="JSON Lines", use="for programs", holds="The same nouns in full, with the documents' texts, in a zip.", media=_ZIP
    ),
    "geojson": Shape(
        name="GeoJSON", use="for maps", holds="The events with their points, radius and figures.", media="application/geo+json"
    ),
    "bibtex": Shape(
        name="BibTeX",
        use="for citations",
        holds="Every document, with its hash and day of arrival.",
        media="application/x-bibtex",
    ),
}
"""The shapes in the order in which they are offered. **Source** of media types: RFC 7946, IANA's registry, CTAN for BibTeX."""
_MADE = (1980, 1, 1, 0, 0, 0)
"""When the parts of a zip say they were made: the first time that a zip can say, so that the same ledger gives the same bytes."""
MOST = 50
"""Events that an address names at most."""


def take_out(request: Request) -> Response:
    """Give a file of the shape that the address names, or offer the shapes."""
    told = dict(request.query_params)
    shape = told.pop("as", "")
    if not shape and told.get("to") in SHAPES:
        shape = told.pop("to")
    named = tuple(dict.fromkeys(request.query_params.getlist("event")[:MOST]))
    found = chosen(desk(request), told, named)
    if shape and shape not in SHAPES:
        raise UsageError(f"There is no export {shape[:40]}", do=f"Give one of {', '.join(SHAPES)}")
    weighed = switched(request)
    return _file(desk(request).ledger.path, shape, found, weighed) if shape else _offer(request, found, weighed)


ROUTES: list[BaseRoute] = [Route("/export", take_out)]


def _offer(request: Request, found: Chosen, weighed: Settings | None) -> Response:
    rest = [(k, v) for k, v in request.query_params.multi_items() if v and k not in ("as", "page")]
    total = desk(request).ledger.count_listed()
    return page(
        request,
        "export.html",
        offered=[(shape, f"/export?{urlencode([('as', key), *rest])}") for key, shape in OFFERED.items()],
        asked=found.asked,
        switches=switches(weighed),
        events=total if found.events is None else len(found.events),
        total=total,
        back="/" + (f"?{urlencode(rest)}" if rest else ""),
    )


def _file(ledger: Path, shape: str, found: Chosen, weighed: Settings | None) -> Response:
    """The export as a file, made beside the page's own connection, which stays free meanwhile; gone when it was sent."""
    folder = Path(tempfile.mkdtemp(prefix="sayso-export-"))
    try:
        with sayso.desk.open(ledger, must_exist=True) as own:
            paths = own.export(shape, folder, found.events, found.asked, weighed)
        path = paths[0] if len(paths) == 1 else _zipped(paths, folder / f"{paths[0].parent.name}.zip")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    name = f"sayso-{shape}{path.suffix}"
    gone = BackgroundTask(shutil.rmtree, folder, ignore_errors=True)
    return FileResponse(path, HTTPStatus.OK, media_type=OFFERED[shape].media, filename=name, background=gone)


def _zipped(paths: tuple[Path, ...], to: Path) -> Path:
    """The files in one; only their names and content tell, no times."""
    with ZipFile(to, "w", ZIP_DEFLATED) as out:
        for path in paths:
            with path.open("rb") as content, out.open(_named(path), "w", force_zip64=True) as part:
                shutil.copyfileobj(content, part)
    return to


def _named(path: Path) -> ZipInfo:
    info = ZipInfo(path.name, _MADE)
    info.compress_type = ZIP_DEFLATED
    return info
