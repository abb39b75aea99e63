"""The page of one document: its text with what was read of it, its original, and the form for a claim that was missed."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from sayso.desk import Desk
from sayso.errors import UnknownIdError, UsageError
from sayso.judging.added import added
from sayso.judging.judged import Judge
from sayso.model import Claim, Span
from sayso.workbench import adding
from sayso.workbench.beside import beside
from sayso.workbench.marks import marked
from sayso.workbench.page import asked_number, desk, page, reviewer
from sayso.workbench.parts import part_at
from sayso.workbench.sheet import Sheet, Told, event_of, marks, opened, sheet
from sayso.workbench.turn import Turn

_NAME = re.compile(r"[^A-Za-z0-9._-]+")


def show(request: Request) -> Response:
    """The document; `claim` is looked at, and `from` and `to`, or `quote`, are the words of a claim to be added."""
    at_desk = desk(request)
    found = sheet(at_desk, request.path_params["key"])
    try:
        span = adding.chosen(found.document, request.query_params)
    except UsageError as e:
        return _drawn(request, found, refused=e)
    if span is None:
        return _drawn(request, found, here=found.of(request.query_params.get("claim", "")))
    found = opened(at_desk, found, part_at(found.parts, span[0]))
    return _drawn(request, found, form=_form(at_desk, found, span))


async def add(request: Request) -> Response:
    """Keep a claim that was missed; a form that cannot be kept comes back with the reason."""
    given = {name: str(value) for name, value in (await request.form()).items()}
    return await run_in_threadpool(_kept, request, given)


async def take_back(request: Request) -> Response:
    """Take back a claim that was added: its review stays in the corrections, and holds no more."""
    given = await request.form()
    return await run_in_threadpool(_taken_back, request, str(given.get("review", "")), str(given.get("by", "")))


def original(request: Request) -> Response:
    """The bytes that the document came from, to be saved: never shown as a page, for they may be anybody's HTML."""
    ledger = desk(request).ledger
    document = ledger.document(request.path_params["key"])
    raw = document.text.encode() if document.raw is None else ledger.raw(document.raw)
    name = _NAME.sub("-", document.name).strip("-.")[:80] or "document"
    saved = {"content-disposition": f'attachment; filename="{name}.txt"', "x-content-type-options": "nosniff"}
    return Response(raw, media_type="text/plain", headers=saved)


ROUTES: list[BaseRoute] = [
    Route("/documents/{key}", show),
    Route("/documents/{key}/original", original),
    Route("/documents/{key}/claims", add, methods=["POST"]),
    Route("/documents/{key}/withdraw", take_back, methods=["POST"]),
]


def _kept(request: Request, given: Mapping[str, str]) -> Response:
    at_desk = desk(request)
    found = sheet(at_desk, request.path_params["key"])
    span = None
    try:
        span = adding.chosen(found.document, given)
        seen = adding.seen_of(span, given)
        by = given.get("by", "") or reviewer(request)
        note, event = (given.get(name, "").strip() or None for name in ("note", "event"))
        claim = at_desk.add_claim(found.document.id, seen, by=by, note=note, event=event)
    except UsageError as e:
        found = opened(at_desk, found, part_at(found.parts, 0 if span is None else span[0]))
        form = None if span is None else _form(at_desk, found, span, given)
        return _drawn(request, found, form=form, refused=e)
    return RedirectResponse(f"/documents/{found.document.id}?claim={claim.id}#c-{claim.id}", HTTPStatus.SEE_OTHER)


def _taken_back(request: Request, review: str, by: str) -> Response:
    at_desk = desk(request)
    document = at_desk.ledger.document(request.path_params["key"])
    if review not in {r.id for r in at_desk.ledger.standing(f"document:{document.id}") if r.verdict == "add"}:
        raise UnknownIdError(f"{document.name} has no claim that review {review[:40]} adds", do="It may be taken back already")
    judge = Judge(by=by or reviewer(request))
    (claim,) = added((at_desk.ledger.get_review(review),))
    at_desk.withdraw(review, judge)
    for word in at_desk.ledger.standing(f"claim:{claim.id}"):
        if word.verdict == "merge":  # which event the claim was said to be of
            at_desk.withdraw(word.id, judge)
    return RedirectResponse(f"/documents/{document.id}", HTTPStatus.SEE_OTHER)


def _form(at_desk: Desk, found: Sheet, span: Span, given: Mapping[str, str] | None = None) -> adding.Form:
    """The form for some words, with what the claims beside them and the report's events tell."""
    claims = [t.claim for t in found.told if t.state != "rejected"]
    near = beside(claims, tuple(at_desk.ledger.events_with(found.document.id)), found.document.id, span)
    return adding.form(found.document, found.reading, span, near, given)


def _drawn(
    request: Request,
    found: Sheet,
    *,
    here: Told | None = None,
    form: adding.Form | None = None,
    refused: UsageError | None = None,
) -> HTMLResponse:
    """The page: with the claim that is looked at, or the form and why it was refused."""
    at_desk = desk(request)
    found = opened(at_desk, found, _part(request, found, here, form))
    return page(
        request,
        "document.html",
        status=HTTPStatus.OK if refused is None else HTTPStatus.BAD_REQUEST,
        sheet=found,
        runs=marked(found.document.text, marks(found, here, None if form is None else form.span), found.within),
        told_by={t.claim.id: t for t in found.told},
        here=here,
        event=None if here is None else event_of(at_desk, here),
        revised=None if here is None else _replaced(at_desk, here),
        missing=bool(request.query_params.get("claim")) and here is None,
        form=form,
        refused=refused,
        choices=adding.CHOICES,
        link=_link(found.document.url),
        turn=Turn(at=found.at + 1, pages=len(found.parts), said={}, name="part", place="#text"),
    )


def _part(request: Request, found: Sheet, here: Told | None, form: adding.Form | None) -> int:
    """Which part of the text is shown: that of the words that are looked at, else the one of the address.

    Raises: UsageError, for a part or a place that is no number.
    """
    last = len(found.parts)
    if form is not None:
        return part_at(found.parts, form.span[0])
    if here is not None:
        return part_at(found.parts, here.figure_at[0])
    if request.query_params.get("at", "").strip():
        return part_at(found.parts, asked_number(request, "at", 0, most=10**9))
    return min(asked_number(request, "part", 1, least=1), last) - 1


def _replaced(at_desk: Desk, told: Told) -> Claim | None:
    """The earlier claim that a claim replaces; None where there is none, or it is there no more."""
    try:
        return None if told.claim.revises is None else at_desk.claim(told.claim.revises)
    except UnknownIdError:
        return None


def _link(url: str | None) -> str | None:
    """An address that may be followed: of the web, and nothing that a browser would run."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None
