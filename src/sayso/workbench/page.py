"""How does a page come to be? A template, filled in; every text is escaped, for reports are written by anybody."""

from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso import __version__
from sayso.errors import UsageError
from sayso.exports.words import called, chance, count, days, file_name, number, place, speakers, without_outcomes
from sayso.ingest.items import REMEDIES
from sayso.undone import undone
from sayso.wording import persons

if TYPE_CHECKING:
    from sayso.desk import Desk

NAMED = "sayso-by"
"""The cookie that keeps the name under which a person decides."""
TABS = (
    ("/", "Events"),
    ("/documents", "Reports"),
    ("/review", "Review"),
    ("/sources", "Sources"),
    ("/corrections", "Corrections"),
    ("/add", "Add"),
)
"""The pages that stand at the head of every page."""

_LONG = 44
"""Letters of a path or an address that a list shows."""


@cache
def environment() -> Environment:
    """The templates of this package with the words of the house; what a template names and is not given is an error."""
    made = Environment(
        loader=PackageLoader("sayso.workbench"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # they come with the package, and to look whether a file is another one now takes time
    )
    made.globals.update(version=__version__, tabs=TABS)
    made.filters.update(
        called=called,
        letters=_letters,
        moment=_moment,
        ending=_ending,
        file=lambda origin: file_name(origin) or origin,
        bare=without_outcomes,
    )
    made.filters.update(count=count, days=days, place=place, number=number, chance=chance, speakers=speakers, figure=_figure)
    made.filters.update(remedy=lambda reason: REMEDIES.get(reason, "Add it again"))
    return made


def drawn(name: str, **context: Any) -> str:
    """A template filled in."""
    return environment().get_template(name).render(**context)


def picture(name: str, **context: Any) -> Markup:
    """A template of a drawing filled in, to stand in a page as it is."""
    return Markup(drawn(name, **context))  # noqa: S704  the template has escaped what it was given


def page(request: Request, name: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A whole page as an answer: the template `name` with what every page shows, and `context`."""
    shared = {
        "path": request.url.path,
        "ledger": request.app.state.title,
        "by": reviewer(request),
        "undone": undone(desk(request).ledger),
        "stale": desk(request).waiting(),
    }
    return HTMLResponse(drawn(name, **(shared | context)), status)


def desk(request: Request) -> "Desk":
    """The desk of the ledger that is shown."""
    found: Desk = request.app.state.desk
    return found


def reviewer(request: Request) -> str:
    """The name under which this person's word is kept: as given on this page, else as `sayso serve` was told."""
    return unquote(request.cookies.get(NAMED, "")).strip() or str(request.app.state.by)


def asked_number(request: Request, name: str, default: int, *, least: int = 0, most: int = 1_000_000) -> int:
    """A whole number of the address.

    Raises: UsageError, when it is none between `least` and `most`.
    """
    words = request.query_params.get(name, "").strip()
    if not words:
        return default
    if not words.isascii() or not words.isdecimal() or not least <= int(words[:9]) <= most:
        raise UsageError(f"{name} is not a number from {least} to {most}: {words[:40]}", do="Leave it out")
    return int(words)


def _moment(at: str | None) -> str:
    """An ISO day or time as people write it, to the minute: `2031-03-15 11:30 UTC`; `time unknown` for None."""
    if at is None:
        return "time unknown"
    day, _, clock = at.partition("T")
    if not clock:
        return day
    zone = " UTC" if clock.endswith(("Z", "+00:00")) else clock[-6:] if clock[-6:-5] in {"+", "-"} else ""
    return f"{day} {clock[:5]}{zone}"


def _ending(text: str) -> str:
    """The end of a long path or address, which tells more than its beginning."""
    if len(text) <= _LONG:
        return text
    end = text[1 - _LONG :]
    return f"…{end[max(0, end.find('/')) :]}"


def _letters(text: str) -> Markup:
    """Letters of a report, escaped, so that a browser keeps as many: it would join a return with a line feed, and drop a null."""
    return Markup(str(escape(text)).replace("\r", "&#13;").replace("\0", "\ufffd"))  # noqa: S704  escaped right here


def _figure(given: Any) -> str:
    """A quantity, tally or estimate in words: `17 [14–23]`."""
    return "no figure" if given is None else persons(given.low, given.best, given.high)
