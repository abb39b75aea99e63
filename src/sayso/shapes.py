"""How does a noun come out of plain values, and how is one made from another? Quickly, for a ledger's rows are many.

A noun's slots are filled one by one from a plan that is made once a type, and its invariants are looked at as ever.
"""

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, ClassVar, NamedTuple, Protocol, TypeVar, Union, get_args, get_origin, get_type_hints

from sayso.errors import ContractError


class Noun(Protocol):
    """Any of the frozen, slotted dataclasses of `model.py`."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


N = TypeVar("N", bound=Noun)
Decode = Callable[[Any], Any]
_FLAT = frozenset({str, int, float, bool, type(None)})
"""What JSON has as it is."""


class Slot(NamedTuple):
    """One field of a noun: its name, what reads and what fills it, and what shapes a plain value for it (None: nothing)."""

    name: str
    get: Callable[[Any], Any]
    put: Callable[[Any, Any], None]
    shape: Decode | None


@cache
def hints(noun: type[Noun]) -> dict[str, Any]:
    """The resolved type of each field, in order."""
    resolved = get_type_hints(noun)
    return {f.name: resolved[f.name] for f in fields(noun)}


def without_none(hint: Any) -> tuple[Any, bool]:
    """A type without its None, and whether None was allowed."""
    if get_origin(hint) in (Union, types.UnionType):
        rest = [a for a in get_args(hint) if a is not type(None)]
        return rest[0], len(rest) < len(get_args(hint))
    return hint, False


@cache
def slots(noun: type[Noun]) -> tuple[Slot, ...]:
    """The fields of a noun, in order."""
    found = []
    for name, hint in hints(noun).items():
        slot = getattr(noun, name)
        found.append(Slot(name, slot.__get__, slot.__set__, shaper(hint)))
    return tuple(found)


@cache
def checked(noun: type[Noun]) -> Callable[[Any], None]:
    """What looks at the invariants of a noun once its slots are filled."""
    return getattr(noun, "__post_init__", _unchecked)


def replaced(value: N, /, **more: Any) -> N:
    """The same noun with some fields otherwise, which none of its invariants depends on: as `replace`, but quick."""
    noun = type(value)
    made = noun.__new__(noun)
    for name, get, put, _ in slots(noun):
        put(made, more[name] if name in more else get(value))
    return made


@cache
def shaper(hint: Any) -> Decode | None:
    """What turns JSON values into a type, made once a type; None where they are the same."""
    kind, optional = without_none(hint)
    args = get_args(kind)
    shape: Decode
    if kind is date:
        shape = date.fromisoformat
    elif is_dataclass(kind) and isinstance(kind, type):
        shape = _noun_shaper(kind)
    elif get_origin(kind) is tuple and len(args) == 2 and args[1] is Ellipsis:
        shape = _list_shaper(shaper(args[0]))
    elif get_origin(kind) is tuple:
        shape = _pair_shaper([shaper(a) for a in args])
    elif kind is float:
        shape = _as_float
    else:
        return None
    return _optional_shaper(shape) if optional else shape


def flat(value: Any) -> Any:
    """A noun, or a tuple of such, as JSON values: days as ISO text, tuples as lists; what is none of these as it is."""
    kind = value.__class__
    if kind in _FLAT:
        return value
    if kind is tuple:
        return [flat(v) for v in value]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {name: flat(get(value)) for name, get, _, _ in slots(kind)}
    return value


def _unchecked(value: Any) -> None:
    """A noun without invariants."""


def _as_float(value: Any) -> Any:
    return float(value) if isinstance(value, int) else value


def _optional_shaper(shape: Decode) -> Decode:
    return lambda value: None if value is None else shape(value)


def _list_shaper(inner: Decode | None) -> Decode:
    return tuple if inner is None else lambda value: tuple([inner(v) for v in value])


def _pair_shaper(inner: list[Decode | None]) -> Decode:
    """Of some values of given types, neither more nor less."""
    if set(inner) - {None, _as_float}:
        return lambda value: tuple([v if shape is None else shape(v) for shape, v in zip(inner, value, strict=True)])
    number, floats = len(inner), [k for k, shape in enumerate(inner) if shape is not None]

    def pair(value: Any) -> tuple[Any, ...]:
        made = tuple(value)
        if len(made) != number:
            raise ValueError(f"{number} values are needed, not {len(made)}")
        if floats and any(isinstance(made[k], int) for k in floats):
            return tuple([_as_float(v) if k in floats else v for k, v in enumerate(made)])
        return made

    return pair


def _noun_shaper(noun: type[Noun]) -> Decode:
    needed = [f.name for f in fields(noun) if f.default is MISSING and f.default_factory is MISSING]
    number, check, plan = len(hints(noun)), checked(noun), [(s.name, s.put, s.shape) for s in slots(noun)]

    def shaped(value: Any) -> Any:
        if not isinstance(value, dict) or len(value) != number:
            return sparse(value)
        made = noun.__new__(noun)
        try:
            for name, put, shape in plan:
                put(made, value[name] if shape is None else shape(value[name]))
        except KeyError:
            return sparse(value)
        check(made)
        return made

    def sparse(value: Any) -> Any:
        """One that leaves out what has a default."""
        if not (isinstance(value, dict) and set(needed) <= value.keys() <= hints(noun).keys()):
            _refuse_odd(noun, value, needed)
        given = dict(value)
        for name, _, shape in plan:
            if name in given and shape is not None:
                given[name] = shape(given[name])
        return noun(**given)

    return shaped


def _refuse_odd(noun: type[Noun], value: Any, needed: list[str]) -> None:
    """Say which field is missing or unknown."""
    for name in needed:
        if name not in value:
            raise ContractError(f"{noun.__name__} lacks the field {name!r}", do="See docs/nouns.md")
    known = hints(noun).keys()
    if not value.keys() <= known:
        raise ContractError(f"{noun.__name__} has no field {min(value.keys() - known)!r}", do="See docs/nouns.md")
