"""How do reports come in by the page? Files that are dropped on it, or a text that is pasted; and how far their reading is."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from http import HTTPStatus
from pathlib import PurePosixPath

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from sayso.errors import UsageError
from sayso.ingest.items import LIMIT as REPORT
from sayso.reading.times import stamps
from sayso.workbench.gate import LIMIT
from sayso.workbench.page import desk, page, reviewer
from sayso.workbench.reader import Brought
from sayso.workbench.work import VERBS, Work, works

FILES = 500
"""Files at once. Source: set by hand: a folder of reports; more are for `sayso add`."""
FIELDS = ("title", "outlet", "published", "url")
"""What a person may say of a pasted text."""
_NAME = 160
"""Letters of a file's name that are kept."""
_TOO_MUCH = ("Too many", "exceeded", "more than")
"""Signs of a refusal for too much, in the words of the parser of forms and in ours."""
_MANY = f"Give at most {FILES} files and {LIMIT // 2**20} MB at once, or use `sayso add` for a whole folder"


def add(request: Request) -> Response:
    """Show where files are dropped and text is pasted, and what was brought before."""
    works(request).expect()
    return _form(request)


async def take(request: Request) -> Response:
    """Put what was brought in line to be read."""
    try:
        async with request.form(max_files=FILES, max_fields=2 * len(FIELDS) + 2, max_part_size=REPORT) as form:
            given = [*await _files(form), *_pasted(form, reviewer(request))]
            said = {name: str(form.get(name) or "") for name in ("text", *FIELDS)}
    except HTTPException as e:
        return _refused(request, str(e.detail))
    except ClientDisconnect:
        return _refused(request, f"more than {LIMIT // 2**20} MB at once")
    except UsageError as e:
        return await run_in_threadpool(_form, request, said=dict(form.items()), wrong=f"{e.what}. {e.do}.", status=400)
    if not given:
        wrong = "Nothing was given. Choose a file, or paste a text."
        return await run_in_threadpool(_form, request, said=said, wrong=wrong, status=400)
    work = works(request).take(tuple(given), by=reviewer(request))
    return RedirectResponse(f"/add/{work.id}", HTTPStatus.SEE_OTHER)


def read(request: Request) -> Response:
    """Read what is unread."""
    return RedirectResponse(f"/add/{works(request).take((), by=reviewer(request)).id}", HTTPStatus.SEE_OTHER)


def progress(request: Request) -> Response:
    """Show how far one work is, and at last what came of it."""
    work = works(request).work(request.path_params["id"])
    return page(request, "work.html", work=work, verbs=_verbs(work))


def progress_json(request: Request) -> Response:
    """Give how far one work is, for the page's script."""
    work = works(request).work(request.path_params["id"])
    told = {k: v for k, v in asdict(work).items() if k in ("id", "state", "verb", "done", "total")}
    return JSONResponse(told | {"over": work.over, "verbs": _verbs(work)})


ROUTES: list[BaseRoute] = [
    Route("/add", add, methods=["GET"]),
    Route("/add", take, methods=["POST"]),
    Route("/add/read", read, methods=["POST"]),
    Route("/add/{id:int}", progress),
    Route("/add/{id:int}.json", progress_json),
]


def _form(request: Request, *, said: Mapping[str, object] | None = None, wrong: str = "", status: int = 200) -> Response:
    unread = desk(request).ledger.count_never_read()
    kept = {name: v if isinstance(v := (said or {}).get(name, ""), str) else "" for name in ("text", *FIELDS)}
    limits = {"files": FILES, "bytes": LIMIT, "report": REPORT}
    return page(
        request, "add.html", status=status, said=kept, wrong=wrong, unread=unread, works=works(request).every(), limits=limits
    )


def _refused(request: Request, why: str) -> Response:
    """Say that too much was brought at once, or that it came in pieces, and that nothing of it was taken."""
    if not any(sign in why for sign in _TOO_MUCH):
        raise UsageError(f"Nothing was added, for the form could not be read: {why.rstrip('.')}", do="Send it again")
    what = f"Nothing was added, for this is too much at once: {why.rstrip('.')}"
    return page(request, "error.html", status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE, what=what, do=_MANY)


async def _files(form: FormData) -> list[Brought]:
    """The files of a form; an input in which none was chosen has no name."""
    found = []
    for given in form.getlist("files"):
        if isinstance(given, UploadFile) and given.filename:
            name = _file_name(given.filename)
            found.append(Brought(origin=f"file {name}", raw=await given.read(), name=name))
    return found


def _file_name(given: str) -> str:
    """A file's name without folders and signs that cannot be seen, as the browser's machine called it."""
    last = PurePosixPath(given.replace("\\", "/")).name
    shown = "".join(c for c in last if c.isprintable()).strip() or "without a name"
    return shown if len(shown) <= _NAME else f"{shown[: _NAME // 2]}…{shown[-_NAME // 2 :]}"


def _pasted(form: FormData, by: str) -> list[Brought]:
    """The pasted text of a form, with what was said of it.

    Raises: UsageError, for a day that is none, or words about a text that was not pasted.
    """
    text = str(form.get("text") or "").replace("\r\n", "\n")  # a form sends every line end so, whatever was pasted
    said = {name: str(form.get(name) or "").strip() for name in FIELDS}
    said = {name: value for name, value in said.items() if value}
    if not text.strip():
        if said:
            raise UsageError("A title, outlet, day or address was given, but no text", do="Paste the text it belongs to")
        return []
    if "published" in said and stamps.parse(said["published"]) is None:
        raise UsageError(f"{said['published']} is no day", do="Give one from 1800 to 2199 such as 2031-05-07")
    origin = f"pasted by {by}" if by else "pasted"
    if not said:
        return [Brought(origin=origin, raw=text.encode("utf-8", "replace"))]
    row = json.dumps({"text": text, **said}, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    return [Brought(origin=origin, raw=row, name="pasted.json")]


def _verbs(work: Work) -> list[dict[str, str]]:
    """How each verb stands: done, at work or waiting, with a sign that needs no colour."""
    at = VERBS.index(work.verb) if work.verb in VERBS else 0
    out = []
    for n, verb in enumerate(VERBS):
        is_done = work.state == "done" or n < at
        state = "done" if is_done else work.state if n == at else "waiting"
        out.append({"verb": verb, "state": state, "sign": {"done": "✓", "at work": "…", "failed": "✗"}.get(state, "·")})
    return out
