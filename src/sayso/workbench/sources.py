"""Who speaks, what did they say, how did their figures stand, and what does a person say of them?"""

from http import HTTPStatus
from typing import Any, get_args

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from sayso.desk import Desk
from sayso.judging.held import grade_in
from sayso.ledger.voices import Search
from sayso.model import Kind, Source
from sayso.schema import digest, to_plain
from sayso.sources import heard
from sayso.sources.cast import FOUND, Change
from sayso.sources.measured import measured
from sayso.sources.record import overall
from sayso.sources.sourced import SETTABLE, sides
from sayso.workbench.page import asked_number, desk, page, reviewer
from sayso.workbench.ratios import WHERE, mark
from sayso.workbench.turn import Turn

ROWS, REPORTS, EVENTS = 50, 20, 8
"""Sources, reports and events of a page. Source: set by hand, for a page to be drawn in 150 ms."""
KINDS: tuple[Kind, ...] = get_args(Kind)


def every(request: Request) -> Response:
    """List who speaks, those with the most statements first."""
    ledger = desk(request).ledger
    left = heard.left_by(ledger)
    said = {name: request.query_params.get(name, "").strip() for name in ("q", "kind", "party")}
    search = Search(words=said["q"] or None, kind=said["kind"] or None, party=said["party"] or None)
    total = ledger.count_sources(search, left)
    pages = max(1, -(-total // ROWS))
    at = min(asked_number(request, "page", 1, least=1), pages)
    rows = ledger.page_of_sources(search, left, start=(at - 1) * ROWS, most=ROWS)
    return page(
        request,
        "sources.html",
        rows=[(s, heard.graded(ledger, s, _found_as(s, left))) for s in rows],
        homes={s.document: desk(request).document_name(s.document) for s in rows if s.document is not None},
        total=total,
        said=said,
        kinds=ledger.count_sources_by("kind", left),
        parties=ledger.count_sources_by("party", left),
        turn=Turn(at=at, pages=pages, said=said),
        grades=heard.GRADES,
    )


def one(request: Request) -> Response:
    """Show one source: what it said, how its figures stood, and the form to correct it."""
    source, ids = heard.left_source(desk(request).ledger, request.path_params["id"])
    if source.id != request.path_params["id"]:
        return RedirectResponse(f"/sources/{source.id}", HTTPStatus.SEE_OTHER)
    return _one(request, source, ids)


async def said(request: Request) -> Response:
    """Keep what a person says of a source; where it changed since they looked, show both and keep nothing."""
    async with request.form() as form:
        return await run_in_threadpool(_said, request, form)


ROUTES: list[BaseRoute] = [
    Route("/sources", every),
    Route("/sources/{id}", one, methods=["GET"]),
    Route("/sources/{id}", said, methods=["POST"]),
]


def _found_as(source: Source, left: dict[str, Source]) -> tuple[str, ...]:
    return tuple({source.id, *(k for k, s in left.items() if s.id == source.id)}) if left else (source.id,)


def _one(
    request: Request, source: Source, ids: tuple[str, ...], *, conflict: dict[str, Any] | None = None, status: int = 200
) -> Response:
    here = desk(request)
    events, reports = here.ledger.count_figured_by(ids), here.ledger.count_reports_of(ids)
    figures_at, said_at = (asked_number(request, name, 1, least=1) for name in ("figures", "reports"))
    record = heard.record_of(here, source, ids, start=(figures_at - 1) * EVENTS, most=EVENTS)
    both = {name: request.query_params.get(name, "") for name in ("figures", "reports")}
    return page(
        request,
        "source.html",
        status=status,
        source=source,
        home=here.document_name(source.document) if source.document else None,
        grade=heard.graded(here.ledger, source, ids),
        grades=heard.GRADES,
        grade_in=grade_in,
        kinds=KINDS,
        record=[(p, mark(p)) for p in record],
        where=WHERE,
        overall=overall(record),
        measured=measured(here, source, ids) if events else None,
        events=events,
        figures=Turn(at=figures_at, pages=max(1, -(-events // EVENTS)), said=both, name="figures", place="#record"),
        told=heard.said_in(here, ids, start=(said_at - 1) * REPORTS, most=REPORTS),
        reports=reports,
        turn=Turn(at=said_at, pages=max(1, -(-reports // REPORTS)), said=both, name="reports", place="#said"),
        changes=_changes(here, ids),
        joined=[here.ledger.get(Source, key) for key in ids if key != source.id],
        seen=_seen(here, source, ids),
        conflict=conflict,
        kept="kept" in request.query_params,
    )


def _seen(here: Desk, source: Source, ids: tuple[str, ...]) -> str:
    """A digest of all that the form shows of a source: another one means that somebody changed it meanwhile."""
    shown = {k: v for k, v in to_plain(source).items() if k not in ("statements", "claims", "evidence", "members")}
    return digest([shown, list(ids), heard.graded(here.ledger, source, ids).letter])


def _changes(here: Desk, ids: tuple[str, ...]) -> tuple[Change, ...]:
    """What people ever said of this source, the last first."""
    homes, mine = sides(here.ledger, ()).homes, set(ids)
    words = [w for w in here.ledger.word_history() if w.source.id in mine or mine & set(homes.get(w.source.id, ()))]
    return tuple(reversed(here.changes_of(words))) if words else ()


def _said(request: Request, form: FormData) -> Response:
    here, by = desk(request), reviewer(request)
    given = {k: v.strip() for k, v in form.items() if isinstance(v, str)}
    heard.left_source(here.ledger, request.path_params["id"])  # known before others must wait
    with here.ledger.batch():  # nobody else writes between the look and the word
        source, ids = heard.left_source(here.ledger, request.path_params["id"])
        as_seen = given.get("seen") == _seen(here, source, ids)
        if as_seen:
            for key, wish in _wishes(source, given, form):
                here.set_source(key, by=by, **wish)
            if "grade" in given and given["grade"] != (heard.graded(here.ledger, source, ids).letter or ""):
                heard.grade(here.ledger, source, ids, given["grade"] or None, by)
    if not as_seen:
        return _conflict(request, source, ids, given)
    now, _ = heard.left_source(here.ledger, source.id)
    return RedirectResponse(f"/sources/{now.id}?kept=1", HTTPStatus.SEE_OTHER)


def _wishes(source: Source, given: dict[str, str], form: FormData) -> list[tuple[str, dict[str, Any]]]:
    """What the form says that the page did not show: of which source, by id, and which fields."""
    wish: dict[str, Any] = {}
    for field in SETTABLE:
        if f"found-{field}" in given:
            wish[field] = FOUND
        elif field in given and given[field] != (getattr(source, field) or ""):
            wish[field] = given[field] or (None if field in ("party", "affiliation") else "")
    if more := tuple(n for n in (part.strip() for part in given.get("aliases", "").split(";")) if n):
        wish["aliases"] = more
    if apart := tuple(v for v in form.getlist("apart") if isinstance(v, str)):
        wish["apart"] = apart
    wish |= {field: None for field in ("aliases", "apart") if f"clear-{field}" in given}
    if given.get("same_as"):
        wish["same_as"] = given["same_as"]
    out = [(source.id, wish)] if wish else []
    return [*out, *((key, {"same_as": None}) for key in form.getlist("part") if isinstance(key, str))]


def _conflict(request: Request, source: Source, ids: tuple[str, ...], given: dict[str, str]) -> Response:
    """Show what the person wanted beside what stands now; nothing was kept."""
    wanted = [(f, given[f], getattr(source, f) or "") for f in SETTABLE if f in given]
    wanted.append(("grade", given.get("grade", ""), heard.graded(desk(request).ledger, source, ids).letter or ""))
    differing = [w for w in wanted if w[1] != w[2]]
    return _one(request, source, ids, conflict={"differing": differing}, status=HTTPStatus.CONFLICT)
