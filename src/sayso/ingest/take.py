"""What comes of these inputs: which documents, and which refusals?

Nothing is read before it is asked for, and JSON Lines one line at a time. A bad input is a refusal, never an exception.
"""

import glob
import io
import json
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from sayso.ingest import fetching, pages, rows, tables
from sayso.ingest.addresses import any_address, is_public, shown
from sayso.ingest.decoding import decode
from sayso.ingest.items import LIMIT, Fetch, InputError, Refused, Taken

_LINES = (".jsonl", ".ndjson", ".jl")
_PAGES = (".html", ".htm", ".xhtml")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"
STDIN = "-"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://|www\.", re.IGNORECASE)
"""How an address begins that is none of http or https."""


def files(*paths: str | os.PathLike[str]) -> Iterator[Taken | Refused]:
    """The documents of files, folders, globs and addresses, read as they are asked for: `desk.add(sayso.files("articles/"))`."""
    return take(os.fspath(path) for path in paths)


def web(*urls: str, allow_private: bool = False) -> Iterator[Taken | Refused]:
    """The documents of http(s) addresses; `allow_private` lets them be on a private network or on this machine."""
    return take(urls, fetch=fetching.fetcher(allow=any_address if allow_private else is_public))


def take(
    paths_or_urls: Iterable[str], *, stdin: BinaryIO | None = None, fetch: Fetch = fetching.fetch
) -> Iterator[Taken | Refused]:
    """Each input's documents and refusals, in order; "-" is `stdin`; folders are walked down, sorted, without hidden files."""
    for given in paths_or_urls:
        if given == STDIN:
            yield from _from_stdin(stdin)
        elif given.lower().startswith(("http://", "https://")):
            yield from _from_web(given, fetch)
        elif (address := _SCHEME.match(given)) is not None and not os.path.lexists(given):
            detail = (
                "begin with https://" if address[0].lower() == "www." else f"only http and https are fetched, not {address[0]}"
            )
            yield Refused(origin=_origin(given), reason="bad-address", detail=detail)
        else:
            yield from _from_path(given)


def brought(raw: bytes, origin: str, name: str = "") -> Iterator[Taken | Refused]:
    """The documents of bytes that are at hand, by the ending of the name they came under and by their first line."""
    yield from _from_stream(io.BytesIO(raw), _origin(origin), os.path.splitext(name)[1].lower())  # noqa: PTH122  no file of ours


def _from_path(given: str) -> Iterator[Taken | Refused]:
    try:
        if os.path.isdir(given):  # noqa: PTH112  Path would change how the name is written
            found = _walk(given)
        elif glob.has_magic(given) and not os.path.lexists(given):
            found = iter(sorted(p for p in glob.iglob(given, recursive=True) if not os.path.isdir(p)))  # noqa: PTH112, PTH207  as above
        else:
            yield from _from_file(given)
            return
    except (OSError, ValueError):
        yield Refused(origin=_origin(given), reason="missing", detail="no such file")
        return
    none = True
    for path in found:
        none = False
        yield from _from_file(path)
    if none:
        where = "in the folder" if not glob.has_magic(given) else "there"
        yield Refused(origin=_origin(given), reason="missing", detail=f"no files are {where}")


def _walk(folder: str) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield os.path.join(here, name)  # noqa: PTH118  Path would change how the name is written


def _from_file(path: str) -> Iterator[Taken | Refused]:
    origin = _origin(path)
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116  as above
            yield Refused(origin=origin, reason="unreadable", detail="neither a file nor a folder")
            return
        with Path(path).open("rb") as stream:
            yield from _from_stream(stream, origin, Path(path).suffix.lower())
    except (FileNotFoundError, ValueError):
        yield Refused(origin=origin, reason="missing", detail="no such file")
    except OSError as e:
        yield Refused(origin=origin, reason="unreadable", detail=e.strerror or type(e).__name__)


def _from_stdin(stdin: BinaryIO | None) -> Iterator[Taken | Refused]:
    if stdin is None:
        yield Refused(origin="stdin", reason="missing", detail="nothing is connected to standard input")
        return
    try:
        yield from _from_stream(stdin, "stdin", "")
    except (OSError, ValueError) as e:
        yield Refused(origin="stdin", reason="unreadable", detail=type(e).__name__)


def _from_web(url: str, fetch: Fetch) -> Iterator[Taken | Refused]:
    origin = _origin(shown(url))
    try:
        got = fetch(url)
    except InputError as e:
        yield Refused(origin=origin, reason=e.reason, detail=e.detail)
        return
    kind, _, rest = got.content_type.lower().partition(";")
    suffix = os.path.splitext(urlsplit(got.url).path)[1].lower()  # noqa: PTH122  the path of an address, not of a file
    if suffix in _LINES or "jsonl" in kind or "ndjson" in kind:
        yield from _from_stream(io.BytesIO(got.body), origin, _LINES[0])
        return
    if suffix in tables.SUFFIXES or any(word in kind for word in tables.KINDS):
        yield Refused(origin=origin, reason="table", detail=tables.ROWS)
        return
    charset = rest.partition("charset=")[2].strip(" \"'") or None
    suffix = ".json" if kind.strip().endswith("json") else "" if "html" in kind else suffix
    yield from _whole(got.body, origin, _Declared(suffix=suffix, html="html" in kind, charset=charset, url=got.url))


def _from_stream(stream: BinaryIO, origin: str, suffix: str) -> Iterator[Taken | Refused]:
    """The documents of an open file, by its suffix and its first line."""
    if suffix in tables.SUFFIXES:
        yield Refused(origin=origin, reason="table", detail=tables.ROWS)
        return
    first = stream.readline(LIMIT + 1)
    if suffix in _LINES and first.startswith(_UTF16):
        raw = first + stream.read(LIMIT + 1 - len(first))
        try:
            stream = io.BytesIO(decode(raw).encode())
        except InputError as e:
            yield Refused(origin=origin, reason=e.reason, detail=e.detail, raw=raw)
            return
        first = stream.readline(LIMIT + 1)
    if suffix in _LINES or (suffix not in _PAGES and _is_row(first)):
        yield from _each_line(stream, first, origin)
        return
    raw = first + stream.read(LIMIT + 1 - len(first)) if len(first) <= LIMIT else first
    yield from _whole(raw, origin, _Declared(suffix=suffix))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Declared:
    """What is said of bytes beside them: a name's ending, whether a server calls them HTML, their charset, their address."""

    suffix: str = ""
    html: bool = False
    charset: str | None = None
    url: str | None = None


def _whole(raw: bytes, origin: str, declared: _Declared) -> Iterator[Taken | Refused]:
    """The documents of a whole input: the objects of a JSON value, or one page."""
    is_page = declared.html or declared.suffix in _PAGES
    if not is_page and (declared.suffix == ".json" or _opens_json(raw)):
        values = _values(raw, origin, sure=declared.suffix == ".json")
        if values is not None:
            yield from values
            return
    try:
        if is_page or pages.looks_html(raw[:4096].decode("utf-8", errors="replace").replace("\x00", "")):
            yield pages.take_html(raw, origin, declared.url, declared.charset)
        else:
            yield pages.take_text(raw, origin, declared.url, declared.charset)
    except InputError as e:
        yield Refused(origin=origin, reason=e.reason, detail=e.detail, raw=raw if len(raw) <= LIMIT else None)


def _each_line(stream: BinaryIO, first: bytes, origin: str) -> Iterator[Taken | Refused]:
    """The document of each line that is not blank, with its number."""
    if (detail := tables.exported(_value(first))) is not None:
        yield Refused(origin=origin, reason="table", detail=detail)
        return
    number, none, line = 0, True, first
    while line:
        number += 1
        at = f"{origin}:{number}"
        if len(line) > LIMIT and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(LIMIT)
            none = False
            yield Refused(origin=at, reason="too-large", detail=f"a line of more than {LIMIT // 1_000_000} MB")
        elif line.strip().removeprefix(_BOM):
            none = False
            yield rows.take_row(line.rstrip(b"\r\n"), at)
        line = stream.readline(LIMIT + 1)
    if none:
        yield Refused(origin=origin, reason="empty", detail="there is nothing in it", raw=b"")


def _value(line: bytes) -> Any:
    """What one line of JSON Lines holds; None where it is none."""
    try:
        return rows.loads(line.decode("utf-8-sig", "replace"))
    except InputError:
        return None


def _is_row(line: bytes) -> bool:
    """Whether a first line opens JSON Lines: a whole object, or the beginning of one that names a text."""
    bare = line.removeprefix(_BOM).strip()
    return bare.startswith(b"{") and (bare.endswith(b"}") or b'"text"' in bare)


def _opens_json(raw: bytes) -> bool:
    return raw[:200].removeprefix(_BOM).lstrip()[:1] in (b"{", b"[")


def _values(raw: bytes, origin: str, *, sure: bool) -> Iterator[Taken | Refused] | None:
    """The documents of a JSON value: of one object, or of each of a list; None where it is not JSON and need not be."""
    if not raw.strip():
        return iter([Refused(origin=origin, reason="empty", detail="there is nothing in it", raw=raw)])
    if len(raw) > LIMIT:
        detail = f"more than {LIMIT // 1_000_000} MB; JSON Lines may be of any length"
        return iter([Refused(origin=origin, reason="too-large", detail=detail)])
    try:
        value = rows.loads(decode(raw))
    except InputError as e:
        if sure and _is_row(raw.split(b"\n", 1)[0]):
            return _again(raw, origin)
        return iter([Refused(origin=origin, reason=e.reason, detail=e.detail, raw=raw)]) if sure else None
    return _objects(value, raw, origin)


def _again(raw: bytes, origin: str) -> Iterator[Taken | Refused]:
    """JSON Lines in a file that calls itself JSON."""
    stream = io.BytesIO(raw)
    return _each_line(stream, stream.readline(), origin)


def _objects(value: Any, raw: bytes, origin: str) -> Iterator[Taken | Refused]:
    many = isinstance(value, list)
    if many and not value:
        yield Refused(origin=origin, reason="empty", detail="the list is empty", raw=raw)
    for number, each in enumerate(value if many else [value], start=1):
        at = f"{origin}:{number}" if many else origin
        part = json.dumps(each, ensure_ascii=True).encode() if many else raw
        try:
            yield rows.take_object(each, part, at)
        except InputError as e:
            yield Refused(origin=at, reason=e.reason, detail=e.detail, raw=part)


def _origin(path: str) -> str:
    """A path as it can be written as UTF-8."""
    return path.encode("utf-8", "replace").decode()
