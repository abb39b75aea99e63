"""Which address shows what? The routes of the workbench, and what is said when one fails."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

import sayso.desk
from sayso.errors import ContractError, LedgerError, RefusedError, SaysoError, UnknownIdError, UsageError
from sayso.workbench import bring, corrections, document, documents, event, events, review, sources, take_out
from sayso.workbench.gate import Gate, Keys
from sayso.workbench.page import page
from sayso.workbench.work import Works

STATUS: tuple[tuple[type[SaysoError], HTTPStatus], ...] = (
    (UnknownIdError, HTTPStatus.NOT_FOUND),
    (UsageError, HTTPStatus.BAD_REQUEST),
    (ContractError, HTTPStatus.BAD_REQUEST),
    (RefusedError, HTTPStatus.BAD_REQUEST),
    (LedgerError, HTTPStatus.SERVICE_UNAVAILABLE),
)
"""How an answer is marked when a kind of error is told in it."""


def workbench(ledger: str | Path, keys: Keys, *, by: str = "", ahead: bool = False) -> Starlette:
    """The pages of one ledger, which must exist, behind their gate; `by` is who decides where a person gives no other name.

    With `ahead` the process that reads what people bring is started when they open the page for it, not when they bring it.

    Raises: LedgerError, when the ledger cannot be used.
    """
    desk = sayso.desk.open(ledger, must_exist=True)
    works = Works(desk.ledger.path, ahead=ahead)

    @asynccontextmanager
    async def open_desk(app: Starlette) -> AsyncIterator[None]:
        del app
        try:
            yield
        finally:
            works.close()
            desk.close()

    app = Starlette(routes=routes(), lifespan=open_desk, exception_handlers=_handlers())
    app.add_middleware(Gate, keys=keys)
    app.state.desk, app.state.title, app.state.by = desk, Path(ledger).name, by
    app.state.works = works
    return app


def routes() -> list[BaseRoute]:
    """Every address of the workbench."""
    static = StaticFiles(directory=str(files("sayso.workbench") / "static"))
    pages = (
        bring.ROUTES,
        corrections.ROUTES,
        document.ROUTES,
        documents.ROUTES,
        event.ROUTES,
        events.ROUTES,
        review.ROUTES,
        sources.ROUTES,
        take_out.ROUTES,
    )
    return [Mount("/static", static), *(route for page in pages for route in page)]


def _handlers() -> dict[type[Exception] | int, Callable[[Request, Exception], Response]]:
    return {SaysoError: _told, HTTPException: _http, Exception: _odd}


def _told(request: Request, error: Exception) -> Response:
    """What went wrong and what to do, as a page."""
    status = next((status for kind, status in STATUS if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR)
    what, do = (error.what, error.do) if isinstance(error, SaysoError) else (str(error), "")
    return page(request, "error.html", status=status, what=what, do=do)


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.INTERNAL_SERVER_ERROR
    words = {
        HTTPStatus.NOT_FOUND: ("There is no such page", "Choose one above"),
        HTTPStatus.METHOD_NOT_ALLOWED: ("This page is not asked in this way", "Choose one above"),
    }
    what, do = words.get(HTTPStatus(status), (str(getattr(error, "detail", error)), ""))
    return page(request, "error.html", status=status, what=what, do=do)


def _odd(request: Request, error: Exception) -> Response:
    what = f"Something is wrong in Sayso itself ({type(error).__name__})"
    do = "The terminal says more; please report it"
    return page(request, "error.html", status=HTTPStatus.INTERNAL_SERVER_ERROR, what=what, do=do)
