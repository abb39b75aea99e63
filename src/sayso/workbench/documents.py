"""Which reports are there? The page that lists them: filters, search, what each claims, where it came from, its events."""

from collections import Counter
from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from sayso.desk import Desk
from sayso.errors import UsageError
from sayso.judging.reviewed import left_among
from sayso.ledger import STATES, Shelved, Sought, State
from sayso.workbench.page import asked_number, desk, page
from sayso.workbench.turn import Turn

ROWS = 50
"""Reports of one page of the list."""
OUTLETS = 200
"""Outlets that are offered by name: those with the most reports."""
FIELDS = ("words", "outlet", "from", "to", "state")
STATE_WORDS: dict[State, str] = {"told": "speaks of an event", "untold": "speaks of no event", "unread": "not read yet"}


def every(request: Request) -> Response:
    """List the reports that the address asks for, the latest first."""
    here, said = desk(request), {name: request.query_params.get(name, "").strip() for name in FIELDS}
    sought = _sought(said)
    total = here.ledger.count_sought(sought)
    pages = max(1, -(-total // ROWS))
    at = min(asked_number(request, "page", 1, least=1), pages)
    rows = here.ledger.shelved(sought, start=(at - 1) * ROWS, most=ROWS)
    return page(
        request,
        "documents.html",
        rows=rows,
        claims=_claims(here, rows),
        total=total,
        first=(at - 1) * ROWS + 1,
        said=said,
        narrow=any(said.values()),
        outlets=here.ledger.outlets(most=OUTLETS),
        states=STATE_WORDS,
        turn=Turn(at=at, pages=pages, said=said),
    )


ROUTES: list[BaseRoute] = [Route("/documents", every)]


def _sought(said: dict[str, str]) -> Sought:
    """What the fields of the form ask for.

    Raises: UsageError, for a day or a state that is none.
    """
    return Sought(
        words=said["words"] or None,
        outlet=said["outlet"] or None,
        first=_day(said["from"]),
        last=_day(said["to"]),
        state=_state(said["state"]),
    )


def _day(words: str) -> str | None:
    if not words:
        return None
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError as e:
        raise UsageError(f"{words[:40]} is no day", do="Give one such as 2031-05-07") from e


def _state(words: str) -> State | None:
    if not words:
        return None
    for state in STATES:
        if words == state:
            return state
    raise UsageError(f"{words[:40]} is no state of a report", do=f"Give one of {', '.join(STATES)}")


def _claims(here: Desk, rows: tuple[Shelved, ...]) -> Counter[str]:
    """How many claims each report has, as people left them."""
    return Counter(c.document for c in left_among(here.ledger, [r.id for r in rows], here.ledger.standing(), ()))
