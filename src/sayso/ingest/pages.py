"""Which report does this plain text or HTML page hold?"""

import hashlib
import re
from typing import Any

from sayso.ingest import language, masthead
from sayso.ingest.decoding import decode, plain, sound
from sayso.ingest.headlines import headed
from sayso.ingest.items import LIMIT, InputError, Taken
from sayso.ingest.masthead import Masthead
from sayso.reading.times import stamps
from sayso.schema import make_document

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|table|section|script|meta|title)\b", re.IGNORECASE)
_NAMED = r"(?:article:published_time|datepublished|parsely-pub-date|dc\.date|pubdate)"
_WHEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"<meta\b[^<>]{{0,500}}?{_NAMED}[^<>]{{0,500}}?content\s*=\s*[\"']([^\"']{{8,40}})",
        rf"<meta\b[^<>]{{0,500}}?content\s*=\s*[\"']([^\"']{{8,40}})[\"'][^<>]{{0,500}}?{_NAMED}",
        r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\"",
        r"<time\b[^<>]{0,500}?datetime\s*=\s*[\"']([^\"']{8,40})",
    )
)
"""Where pages write the day of publication for machines, in order of trust."""

_LATEST = "2199-12-31"
"""Days up to which a page's date is believed: a fixed day, so that no clock decides."""


def take_text(raw: bytes, origin: str, url: str | None = None, charset: str | None = None) -> Taken:
    """The document of a plain text, kept whole but for its line ends.

    Raises: InputError, when it is no report.
    """
    _check_size(raw)
    text = plain(_lines(decode(raw, charset)))
    if not text.strip():
        raise InputError("empty", "there is nothing but blanks in it")
    return _taken(raw, origin, url, text, Masthead())


def take_html(raw: bytes, origin: str, url: str | None = None, charset: str | None = None) -> Taken:
    """The document of an HTML page: its title and main text.

    Raises: InputError, when it is no report.
    """
    _check_size(raw)
    declared = _CHARSET.search(raw[:4096])
    source = _lines(decode(raw, charset or (declared[1].decode() if declared else None)))
    found = _extracted(source, url)
    body = plain(sound(str(found.get("text") or ""))).strip()
    if not any(map(str.isalpha, body)):
        raise InputError("no-text", "the page has no running text")
    title = _said(found, "title")
    text = headed(body, title)
    known = Masthead(title=title, byline=_said(found, "author"), outlet=_outlet(found, url), published=_when(source, found))
    return _taken(raw, origin, url or _said(found, "url"), text, known)


def looks_html(head: str) -> bool:
    """Whether a text opens as an HTML page does."""
    head = head[:2000].lstrip("\ufeff \t\r\n")
    return head.startswith("<") and _TAG.search(head) is not None


def _check_size(raw: bytes) -> None:
    if not raw:
        raise InputError("empty", "there is nothing in it")
    if len(raw) > LIMIT:
        raise InputError("too-large", f"more than {LIMIT // 1_000_000} MB; give the report alone")


def _lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")


def _taken(raw: bytes, origin: str, url: str | None, text: str, known: Masthead) -> Taken:
    language.check(text)
    found = masthead.find(text, url, known)
    document = make_document(
        text=text,
        title=found.title,
        published=found.published,
        url=url,
        outlet=found.outlet,
        language="en",
        byline=found.byline,
        raw=hashlib.sha256(raw).hexdigest(),
    )
    strange = text.count("\ufffd")
    told = (f"{strange} characters could not be read and stand as \ufffd; save the file as UTF-8",) if strange else ()
    return Taken(document=document, raw=raw, origin=origin, remarks=told)


def _extracted(source: str, url: str | None) -> dict[str, Any]:
    from trafilatura import bare_extraction  # noqa: PLC0415  heavy, and only pages need it

    try:
        found = bare_extraction(
            source,
            url=url,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": _LATEST},
        )
    except Exception as e:  # a page that breaks the extractor is a recorded refusal, whatever it raised
        raise InputError("no-text", f"the page cannot be parsed ({type(e).__name__})") from e
    if found is None:
        raise InputError("no-text", "no report was found in the page")
    return dict(found) if isinstance(found, dict) else found.as_dict()


def _said(found: dict[str, Any], name: str) -> str | None:
    value = found.get(name)
    return sound(value.strip()) if isinstance(value, str) and value.strip() else None


def _outlet(found: dict[str, Any], url: str | None) -> str | None:
    """The site's name, unless it is but the host's, which the pack may know a name for."""
    name = _said(found, "sitename")
    host = masthead.public_name(url) if url else None
    return None if name is None or (host and name.lower().removeprefix("www.") in url.lower()) else name  # type: ignore[union-attr]


def _when(source: str, found: dict[str, Any]) -> str | None:
    for pattern in _WHEN:
        if (m := pattern.search(source)) is not None and (read := stamps.parse(m[1])) is not None:
            return read
    day = _said(found, "date")
    return stamps.parse(day) if day else None
