"""The page of what people decided: every word with name and time, what it changed, and whether it holds."""

from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from sayso.desk import Desk
from sayso.errors import ChangedError
from sayso.judging.judged import Judge
from sayso.workbench.page import asked_number, desk, page, reviewer

ROWS = 50
"""Words on one page."""


def show(request: Request) -> Response:
    """The log, the last word first."""
    return _drawn(request)


async def undo(request: Request) -> Response:
    """Take a word back, or restore one that was taken back; somebody who did so meanwhile is told of."""
    given = {name: str(value) for name, value in (await request.form()).items()}
    return await run_in_threadpool(_undone, request, given.get("review", ""))


ROUTES: list[BaseRoute] = [
    Route("/corrections", show, methods=["GET"]),
    Route("/corrections", undo, methods=["POST"]),
]


def _undone(request: Request, key: str) -> Response:
    try:
        done = _take_back(desk(request), key, reviewer(request))
    except ChangedError as e:
        return _drawn(request, wrong=e, status=HTTPStatus.CONFLICT)
    return RedirectResponse(f"/corrections?did={done}", HTTPStatus.SEE_OTHER)


def _take_back(at: Desk, key: str, by: str) -> str:
    """Take back a decision, or what was said of a source, and give the id of the word that does so."""
    return at.unsay(key, by=by).id if key.startswith("w-") else at.withdraw(key, Judge(by=by)).review.id


def _drawn(request: Request, *, wrong: ChangedError | None = None, status: int = HTTPStatus.OK) -> Response:
    here = desk(request)
    total = here.count_corrections()
    pages = max(1, -(-total // ROWS))
    at = min(asked_number(request, "page", 1, least=1), pages)
    rows = here.corrections(limit=ROWS, offset=(at - 1) * ROWS)
    found = {"rows": rows, "total": total, "at": at, "pages": pages, "did": request.query_params.get("did", "")}
    return page(request, "corrections.html", status=status, wrong=wrong, **found)
