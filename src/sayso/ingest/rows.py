"""Which document does one JSON object of the contract hold?"""

import hashlib
import json
from typing import Any

from sayso.errors import ContractError
from sayso.ingest import language, masthead
from sayso.ingest.decoding import plain, sound
from sayso.ingest.headlines import headed
from sayso.ingest.items import InputError, Refused, Taken
from sayso.ingest.masthead import Masthead
from sayso.reading.times import stamps
from sayso.schema import make_document

FIELDS = ("title", "url", "outlet", "byline")


def take_row(raw: bytes, origin: str, *, bare: bool = False) -> Taken | Refused:
    """The document of one line of JSON Lines: its letters composed, its headline above its text where the text lacks it.

    `bare` keeps the text as it was given, so that places in it are the giver's own, and takes one without a letter, as "1,200".
    """
    try:
        return take_object(_loads(raw), raw, origin, bare=bare)
    except InputError as e:
        return Refused(origin=origin, reason=e.reason, detail=e.detail, raw=raw)


def take_object(row: Any, raw: bytes, origin: str, *, bare: bool = False) -> Taken:
    """The document of one JSON value.

    Raises: InputError, when it is no report.
    """
    if not isinstance(row, dict):
        raise InputError("wrong-type", f"this is {_kind(row)}, not an object with a text")
    text = row.get("text")
    if text is None:
        raise InputError("no-text", 'the object has no "text"')
    if not isinstance(text, str):
        raise InputError("wrong-type", f'"text" is {_kind(text)}, not text')
    if not text.strip():
        raise InputError("empty", '"text" is blank')
    text = sound(text)
    if not bare or any(map(str.isalpha, text)):
        language.check(text)
    given = {name: _field(row, name) for name in FIELDS}
    published = _published(row)
    found = masthead.find(
        text, given["url"], Masthead(title=given["title"], byline=given["byline"], outlet=given["outlet"], published=published)
    )
    try:
        document = make_document(
            text=text if bare else headed(plain(text), given["title"]),
            name=_name(row.get("id")),
            title=found.title,
            published=found.published,
            url=given["url"],
            outlet=found.outlet,
            language="en",
            byline=found.byline,
            raw=hashlib.sha256(raw).hexdigest(),
        )
    except ContractError as e:
        raise InputError("wrong-type", str(e)) from e
    return Taken(document=document, raw=raw, origin=origin, remarks=_remarks(row, published))


def loads(text: str) -> Any:
    """The JSON value of a text.

    Raises: InputError, when it is not JSON or nests too deeply.
    """
    try:
        return json.loads(text)
    except RecursionError:
        raise InputError("bad-json", "it nests too deeply") from None
    except ValueError as e:
        raise InputError("bad-json", f"not JSON: {str(e)[:200]}") from None


def _loads(raw: bytes) -> Any:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise InputError("undecodable", f"not UTF-8 at byte {e.start}; JSON Lines are UTF-8") from None
    return loads(text)


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(value), "null")


def _name(value: Any) -> str | None:
    """The giver's own id, a number as its digits."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError("wrong-type", f'"id" is {_kind(value)}, not text')
    try:
        return sound(str(value))
    except ValueError:
        raise InputError("wrong-type", '"id" is a number of thousands of digits') from None


def _field(row: dict[str, Any], name: str) -> str | None:
    value = row.get(name)
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        value = ", ".join(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError("wrong-type", f'"{name}" is {_kind(value)}, not text')
    return sound(value) if value.strip() else None


def _remarks(row: dict[str, Any], published: str | None) -> tuple[str, ...]:
    """What of a row is left unread: a day of publication that is none, and one under another name."""
    given = next((name for name in _DAYS if row.get(name) is not None), None)
    if published is not None:
        return ()
    if given is not None:
        return (
            f'{given} {json.dumps(row[given])} is no day from 1800 to 2199; give it as "2031-05-07" or "2031-05-07T16:10:00Z"',
        )
    other = next((name for name in _OTHER_DAYS if row.get(name)), None)
    return () if other is None else (f'"{other}" is not read; give the day of publication as "published"',)


_DAYS = ("published", "dct")
_OTHER_DAYS = ("date", "pubdate", "pub_date", "published_at", "publish_date", "datetime", "timestamp", "created_at")


def _published(row: dict[str, Any]) -> str | None:
    """`published`, or its synonym `dct`, as ISO 8601; one that cannot be read counts as none."""
    for name in _DAYS:
        value = row.get(name)
        if isinstance(value, str) and (read := stamps.parse(value)) is not None:
            return read
    return None
