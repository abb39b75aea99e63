"""The nouns in other shapes: plain JSON values, JSON Schema, SQLite columns, Arrow; and the ids that content gives.

The field list is written once, in `model.py`; everything here is read off it. Scalars become columns, the rest canonical JSON.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from sayso.errors import ContractError, MissingExtraError
from sayso.model import Document
from sayso.shapes import Decode, N, Noun, checked, flat, hints, shaper, slots, without_none

if TYPE_CHECKING:
    import pyarrow as pa


_SCALARS: dict[Any, tuple[str, str]] = {
    str: ("TEXT", "string"),
    int: ("INTEGER", "integer"),
    float: ("REAL", "number"),
    bool: ("INTEGER", "boolean"),
}


def to_plain(value: Any) -> Any:
    """A noun as JSON values: days as ISO text, tuples as lists, fields that are None or empty left as they are."""
    return flat(value)


def from_plain(hint: type[N], value: Any) -> N:
    """The noun (or field value) of type `hint` that `to_plain` turned into `value`.

    Raises: ContractError, when a field is missing or unknown.
    """
    shape = shaper(hint)
    made: N = value if shape is None else shape(value)
    return made


@cache
def _names(noun: type[Noun]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(noun))


def _encodable(value: Any) -> Any:
    """One step of `to_plain`, for an encoder that takes lists and tuples itself."""
    if isinstance(value, date):
        return value.isoformat()
    noun: type[Noun] = type(value)
    return {name: getattr(value, name) for name in _names(noun)}


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_encodable)


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces: the same value is always the same text."""
    return _ENCODER.encode(value)


def digest(value: Any) -> str:
    """SHA-256, in hex, of the canonical JSON of a noun or of plain values."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def content_id(prefix: str, *parts: Any) -> str:
    """An id that the content gives: a prefix and 64 bits of the SHA-256 of the parts.

    Source: 64 bits keep the chance of one clash below 3e-8 at a million ids (birthday bound n^2 / 2^65).
    """
    return f"{prefix}-{digest(list(parts))[:16]}"


def document_id(document: Document) -> str:
    """The id that a document's content gives; a name that merely repeats the id counts as no name.

    Language and raw bytes are left out: they are how the text was found, not what was published.
    """
    name = "" if document.name == document.id else document.name
    d = document
    return content_id("d", name, d.text, d.title, d.published, d.url, d.outlet, d.byline)


def make_document(  # noqa: PLR0913  one keyword a field of the noun, as in the contract's JSON Lines
    *,
    text: str,
    name: str | None = None,
    title: str | None = None,
    published: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
    byline: str | None = None,
    raw: str | None = None,
) -> Document:
    """A document with the id that its content gives; without a giver's own name, the id is its name.

    A name that is the id of the same content without a name counts as none: what was exported comes back as it was.

    Raises: ContractError, when the text is blank or a field has half a character (a lone surrogate).
    """
    draft = Document(
        id="",
        name="",
        text=text,
        title=title,
        published=published,
        url=url,
        outlet=outlet,
        language=language,
        byline=byline,
        raw=raw,
    )
    try:
        canonical([draft, name]).encode()
    except UnicodeEncodeError as e:
        raise ContractError(f"document {name!r} has half a character", do="Give well-formed Unicode") from e
    unnamed = document_id(draft)
    if name in (None, "", unnamed):
        return replace(draft, id=unnamed, name=unnamed)
    named = replace(draft, name=name)
    return replace(named, id=document_id(named))


@cache
def _plan(noun: type[Noun]) -> tuple[tuple[bool, Decode, Callable[[Any, Any], None], Decode | None], ...]:
    """Of each field: whether it has a column of its own type, what reads it, what fills it, and what shapes a plain value."""
    plan = []
    for name, get, put, shape in slots(noun):
        scalar, truth = is_scalar(noun, name), without_none(hints(noun)[name])[0] is bool
        plan.append((scalar, get, put, bool if truth else None if scalar else shape))
    return tuple(plan)


@cache
def is_scalar(noun: type[Noun], name: str) -> bool:
    """True for text, numbers and truth values, which get a column of their own type."""
    bare, _ = without_none(hints(noun)[name])
    return bare in _SCALARS or get_origin(bare) is Literal


@cache
def columns(noun: type[Noun]) -> tuple[tuple[str, str], ...]:
    """Name and SQLite type of each column of a noun's table, in field order."""
    out = []
    for name, hint in hints(noun).items():
        bare, optional = without_none(hint)
        kind = _SCALARS.get(bare, ("TEXT", ""))[0]
        out.append((name, kind if optional else f"{kind} NOT NULL"))
    return tuple(out)


def ddl(noun: type[Noun], table: str, *more: str) -> str:
    """The CREATE TABLE statement of a noun: a row number that is never given twice, the noun's columns, then `more`."""
    lines = ["seq INTEGER PRIMARY KEY AUTOINCREMENT", *(f'"{name}" {kind}' for name, kind in columns(noun)), *more]
    return f"CREATE TABLE {table} (\n  " + ",\n  ".join(lines) + "\n)"


def to_row(value: Noun) -> tuple[Any, ...]:
    """A noun as one SQLite row: scalars as they are, the rest as canonical JSON, None as NULL."""
    out: list[Any] = []
    for scalar, get, _, _ in _plan(type(value)):
        v = get(value)
        out.append(v if v is None or scalar else canonical(v))
    return tuple(out)


def from_row(noun: type[N], row: tuple[Any, ...]) -> N:
    """The noun that `to_row` turned into `row`."""
    made = noun.__new__(noun)
    for (scalar, _, put, shape), v in zip(_plan(noun), row, strict=True):
        given = v if v is None or scalar else _parsed(v)
        put(made, given if given is None or shape is None else shape(given))
    checked(noun)(made)
    return made


_DECODER = json.JSONDecoder()


def _parsed(text: str) -> Any:
    """The value of a column that `to_row` wrote: JSON without space around it."""
    value, end = _DECODER.raw_decode(text)
    if end != len(text):
        raise ValueError(f"More stands after the value: {text[end : end + 40]}")
    return value


def json_schema(noun: Any) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a noun as `to_plain` writes it."""
    bare, optional = without_none(noun)
    shape: dict[str, Any]
    if bare is date:
        shape = {"type": "string", "format": "date"}
    elif get_origin(bare) is Literal:
        shape = {"enum": list(get_args(bare))}
    elif bare in _SCALARS:
        shape = {"type": _SCALARS[bare][1]}
    elif get_origin(bare) is tuple:
        args = get_args(bare)
        if len(args) == 2 and args[1] is Ellipsis:
            shape = {"type": "array", "items": json_schema(args[0])}
        else:
            shape = {"type": "array", "prefixItems": [json_schema(a) for a in args], "items": False, "minItems": len(args)}
    else:
        known = hints(bare)
        needed = [f.name for f in fields(bare) if f.default is MISSING and f.default_factory is MISSING]
        shape = {
            "type": "object",
            "description": (bare.__doc__ or "").split("\n", maxsplit=1)[0],
            "properties": {k: json_schema(h) for k, h in known.items()},
            "required": needed,
            "additionalProperties": False,
        }
    return {"anyOf": [shape, {"type": "null"}]} if optional else shape


def arrow_schema(noun: type[Noun]) -> "pa.Schema":
    """The Arrow schema of a noun: nested nouns as structs, tuples as lists, days as date32.

    Raises: MissingExtraError, without pyarrow.
    """
    pa = _arrow()
    return pa.schema([_arrow_field(pa, name, hint) for name, hint in hints(noun).items()])


def to_arrow(noun: type[N], values: list[N]) -> "pa.Table":
    """A table with one row a noun.

    Raises: MissingExtraError, without pyarrow.
    """
    pa = _arrow()
    return pa.Table.from_pylist([_arrow_value(v) for v in values], schema=arrow_schema(noun))


def from_arrow(noun: type[N], table: "pa.Table") -> list[N]:
    """The nouns that `to_arrow` put into `table`."""
    return [from_plain(noun, _from_arrow_value(noun, row)) for row in table.to_pylist()]


def _arrow() -> Any:
    try:
        import pyarrow as pa  # noqa: PLC0415  an extra: loaded only when asked for
    except ImportError as e:
        raise MissingExtraError("Arrow tables need pyarrow", do="Install sayso[arrow]") from e
    return pa


def _arrow_type(pa: Any, hint: Any) -> Any:
    bare, _ = without_none(hint)
    if bare is date:
        return pa.date32()
    if get_origin(bare) is Literal or bare is str:
        return pa.string()
    if get_origin(bare) is tuple:
        args = get_args(bare)
        if len(args) == 2 and args[1] is Ellipsis:
            return pa.list_(_arrow_type(pa, args[0]))
        return pa.struct([_arrow_field(pa, f"f{i}", a) for i, a in enumerate(args)])
    if bare in _SCALARS:
        return {int: pa.int64(), float: pa.float64(), bool: pa.bool_()}[bare]
    return pa.struct([_arrow_field(pa, name, h) for name, h in hints(bare).items()])


def _arrow_field(pa: Any, name: str, hint: Any) -> Any:
    return pa.field(name, _arrow_type(pa, hint), nullable=without_none(hint)[1])


def _arrow_value(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _arrow_field_value(h, getattr(value, name)) for name, h in hints(type(value)).items()}
    return value


def _arrow_field_value(hint: Any, value: Any) -> Any:
    bare, _ = without_none(hint)
    if value is None or get_origin(bare) is not tuple:
        return _arrow_value(value)
    args = get_args(bare)
    if len(args) == 2 and args[1] is Ellipsis:
        return [_arrow_field_value(args[0], v) for v in value]
    return {f"f{i}": _arrow_field_value(a, v) for i, (a, v) in enumerate(zip(args, value, strict=True))}


def _from_arrow_value(hint: Any, value: Any) -> Any:
    bare, _ = without_none(hint)
    if value is None:
        return None
    if isinstance(value, date):
        return value.isoformat()
    if get_origin(bare) is tuple:
        args = get_args(bare)
        if len(args) == 2 and args[1] is Ellipsis:
            return [_from_arrow_value(args[0], v) for v in value]
        return [_from_arrow_value(a, value[f"f{i}"]) for i, a in enumerate(args)]
    if is_dataclass(bare) and isinstance(bare, type):
        return {name: _from_arrow_value(h, value[name]) for name, h in hints(bare).items()}
    return value
