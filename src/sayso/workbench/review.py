"""The page where a person decides: one thing at a time, that on which most hangs first, with its sentences and what it moves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, get_args
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from sayso.errors import ChangedError, SaysoError, UnknownIdError
from sayso.judging.held import grade_in
from sayso.judging.logbook import Correction, claim_in_words
from sayso.judging.queued import OF_A_PART, PARTED, ROWS, Item
from sayso.ledger.stakes import Sort
from sayso.model import OUTCOMES, Claim, Kind, Review, Role, Scope, Status
from sayso.text.units import sentences
from sayso.weighing.grades import letter
from sayso.workbench import judging
from sayso.workbench.bands import band, scale_of
from sayso.workbench.page import NAMED, asked_number, desk, page, reviewer
from sayso.workbench.viewed import asked_part, parts_of

SORTS: dict[str, str] = {
    "line": "lines",
    "flag": "remarks",
    "link": "one event or two",
    "source": "sources without a kind",
}
"""The sorts of things to decide, as the page calls them."""
_ASIDE = 240
"""Code points of the text before and after a sentence that are shown beside it."""
_QUOTED = 60
"""Code points of a quote in a list to choose from."""
_NAME = 80
"""Letters of a person's name that are kept."""
_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One claim as the page shows it: its sentence with what stands before and after, its grade, its words, what people said."""

    claim: Claim
    document: Any
    before: str
    start: str
    words: str
    end: str
    after: str
    said: tuple[Correction, ...]
    grade: str | None
    proposed: str
    seen: str


def show(request: Request) -> Response:
    """The thing that is asked for by `target`, or the one at place `at` of the queue (of one `sort`)."""
    return _drawn(request)


async def decide(request: Request) -> Response:
    """Keep a decision; where what was seen has changed, or it cannot be kept, the page comes back and says why."""
    async with request.form(max_fields=2 * ROWS) as form:
        given = {name: str(value) for name, value in form.items()}
        given["ticked"] = " ".join(str(value) for value in form.getlist("tick"))
    return await run_in_threadpool(_decided, request, given)


async def name(request: Request) -> Response:
    """Keep the name under which this person decides, in a cookie of this browser."""
    given = await request.form()
    said = " ".join(str(given.get("name", "")).split())[:_NAME]
    answer = RedirectResponse(_own(str(given.get("back", ""))), HTTPStatus.SEE_OTHER)
    if said:
        answer.set_cookie(NAMED, quote(said), max_age=_YEAR, httponly=True, samesite="strict", path="/")
    else:
        answer.delete_cookie(NAMED)
    return answer


ROUTES: list[BaseRoute] = [
    Route("/review", show, methods=["GET"]),
    Route("/review", decide, methods=["POST"]),
    Route("/review/name", name, methods=["POST"]),
]


def _decided(request: Request, given: Mapping[str, str]) -> Response:
    try:
        done = judging.kept(desk(request), given, reviewer(request))
    except ChangedError as e:
        return _drawn(request, given, wrong=e, status=HTTPStatus.CONFLICT)
    except SaysoError as e:
        return _drawn(request, given, wrong=e, status=HTTPStatus.BAD_REQUEST)
    query = {k: given[k] for k in ("sort", "at") if given.get(k)}
    if given.get("stay") or not judging.settles(given):
        query |= {k: given[k] for k in ("target", "claim", "view", "part", "read") if given.get(k)}
    if done is not None:
        query["did"] = done.review.id
    return RedirectResponse(
        _own(given.get("back", "")) if given.get("back") else f"/review?{urlencode(query)}", HTTPStatus.SEE_OTHER
    )


def _drawn(
    request: Request, given: Mapping[str, str] | None = None, *, wrong: SaysoError | None = None, status: int = HTTPStatus.OK
) -> Response:
    """The page of one thing; `given` is what was sent and could not be kept."""
    here, asked = desk(request), given or request.query_params
    sort = asked.get("sort", "") if asked.get("sort", "") in get_args(Sort) else ""
    counts = here.queue_counts()
    number = sum(counts.values()) if not sort else counts.get(sort, 0)
    at = min(_at(request, given), max(0, number - 1))
    target = asked.get("target", "")
    if not target:
        found = here.queue([sort] if sort else (), limit=1, offset=at)
        target = found[0].target if found else ""
    part, rows = asked_part(asked)
    item, gone = None, False
    if target:
        try:
            item = here.item(target, part, rows=rows)
        except UnknownIdError:
            gone = True
    claims = item.claims if item else ()
    one = next((c for c in claims if c.id == asked.get("claim")), claims[0] if claims else None)
    told = [_told(request, c, item) for c in claims] if item and not item.rows else []
    chosen = _told(request, one, item) if one else None
    by = reviewer(request)
    figures = [e for e in (item.estimate, item.then) if e is not None] if item else []
    return page(
        request, "review.html", status=status, item=item, gone=gone, told=told, chosen=chosen, sort=sort, sorts=SORTS,
        counts=counts,
        at=at, number=number,
        wrong=wrong, shown=(given or {}).get("shown", ""), given=given or {}, words=_words(request, item),
        did=_did(request, asked.get("did", "")), last=_last(request, by), target=target, asked_target=asked.get("target", ""),
        kinds=get_args(Kind), outcomes=OUTCOMES, statuses=get_args(Status), scopes=get_args(Scope),
        roles=get_args(Role), wholes=_wholes(request, one),
        parts=parts_of(asked, item) if item else None,
        splits=item is not None and item.noun in PARTED, marks=_marks(request, item),
        base={"sort": sort, "at": str(at)} if sort or at else {},
        band=band, scale=scale_of(figures), said=_said(request, item), others=_others(request, item),
    )  # fmt: skip


def _at(request: Request, given: Mapping[str, str] | None) -> int:
    if given is None:
        return asked_number(request, "at", 0)
    words = given.get("at", "")
    return int(words) if words.isascii() and words.isdecimal() and len(words) < 8 else 0


def _told(request: Request, claim: Claim, item: Item | None) -> Told:
    here = desk(request)
    document = here.ledger.document(claim.document)
    text, (start, end) = document.text, claim.span
    touched = [s for s in sentences(text) if s[0] < end and start < s[1]] or [claim.span]
    first, last = min(touched[0][0], start), max(touched[-1][1], end)
    target = f"claim:{claim.id}"
    own = tuple(r for r in (item.said if item else ()) if r.target == target)
    grades = [r for r in own if r.verdict == "grade"]
    return Told(
        claim=claim,
        document=document,
        before=_close(text[max(0, first - _ASIDE) : first]),
        start=text[first:start],
        words=text[start:end],
        end=text[end:last],
        after=_close(text[last : last + _ASIDE]),
        said=tuple(here.correction(r) for r in own),
        grade=grade_in(grades[-1]) if grades else None,
        proposed=letter(claim.said_by[0].kind),
        seen=here.seen(target),
    )


def _wholes(request: Request, one: Claim | None) -> list[tuple[str, str]]:
    """The other figures of a claim's report, by id and in words: what it may be part of."""
    if one is None:
        return []
    others = (c for c in desk(request).claims(document=one.document) if c.id != one.id and c.quantity is not None)
    told = sorted(others, key=lambda c: (c.span, c.id))
    return [(c.id, f"{judging.figure(c)} {c.outcome}: “{_short(c.quote)}”") for c in told]


def _short(quote: str) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= _QUOTED else plain[: _QUOTED - 1].rstrip() + "…"


def _close(text: str) -> str:
    """A piece of text without empty lines."""
    return re.sub(r"\s*\n\s*", "\n", text)


def _said(request: Request, item: Item | None) -> tuple[Correction, ...]:
    """What people said of the thing itself."""
    own = (r for r in (item.said if item else ()) if item and (r.target == item.target or not r.target.startswith("claim:")))
    return tuple(map(desk(request).correction, own))


def _marks(request: Request, item: Item | None) -> dict[str, list[str]]:
    """What people said of each claim that is shown as a row, by its id."""
    found: dict[str, list[str]] = {}
    for word in item.said if item and item.rows else ():
        noun, _, key = word.target.partition(":")
        if noun == "claim":
            found.setdefault(key, []).append(f"{desk(request).change_in_words(word)} by {word.by}")
    return found


def _words(request: Request, item: Item | None) -> dict[str, str]:
    """The thing in words: what it is called, and what was shown of it, to be compared should it have changed."""
    if item is None:
        return {"title": "", "shown": ""}
    here = desk(request)
    title = here.target_in_words(item.target)
    shown = [title, *(f"{c.outcome}, {judging.figure(c)}: {claim_in_words(c)}" for c in item.claims[:OF_A_PART])]
    shown += [f"{here.of_in_words(r)}: {here.change_in_words(r)} by {r.by}" for r in item.said]
    return {"title": title, "shown": "\n".join(shown)}


def _did(request: Request, key: str) -> Correction | None:
    """What was just decided, where it holds."""
    if not key:
        return None
    here = desk(request)
    try:
        return here.correction(here.ledger.get_review(key))
    except UnknownIdError:
        return None


def _last(request: Request, by: str) -> Correction | None:
    """The last word of a person that holds: what undo takes back."""
    here = desk(request)
    own: list[Review] = [r for r in here.ledger.standing() if r.by == by]
    return here.correction(own[-1]) if own else None


def _others(request: Request, item: Item | None) -> list[Any]:
    """Events that may be one with the thing's own."""
    if item is None or item.event is None:
        return []
    here = desk(request)
    return here.alike_events(item.event.id)


def _own(back: str) -> str:
    """An address of these pages, or that of the review: nobody is led elsewhere."""
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/review"
