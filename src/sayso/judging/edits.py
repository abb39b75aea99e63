"""What does a claim say, in a person's words? The fields that change, from what was typed on a page or a command line."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

from sayso.errors import UnknownIdError, UsageError
from sayso.model import Claim, Role
from sayso.schema import to_plain

UNKNOWN = "unknown"
"""What a person types for what is not known; on a page they leave the field empty."""
_ENDS = ("low", "best", "high")
_GROUP = ("group", "nation", "role")
_LUMPED = {"casualties": ("killed", "wounded")}
"""Outcomes of which others are parts."""


def fields_of(claim: Claim, said: Mapping[str, str]) -> dict[str, Any]:
    """Give the fields of a claim (plain values) that what was said changes; a name that is not said stays as it is.

    `low`, `best` and `high` are persons, `day` one ISO day or two (first/last), `place`, `group` and `nation` words, `role` one
    of a claim's, `part_of` the id of a claim; `unknown`, or nothing, is not known. Raises: UsageError, for a number, a day or a
    role that is none.
    """
    now: dict[str, Any] = to_plain(claim)
    fields: dict[str, Any] = {f: said[f] for f in ("outcome", "status", "scope") if f in said}
    if any(f in said for f in _ENDS):
        fields["quantity"] = _quantity(now["quantity"], said)
    if "day" in said:
        fields["when"] = _when(said["day"])
    if "place" in said:
        fields["where"] = _words(now["where"], said["place"], "name")
    if any(f in said for f in _GROUP):
        fields["group"] = _group(now["group"], said)
    if "part_of" in said:
        fields["part_of"] = _known(said["part_of"])
    return {f: v for f, v in fields.items() if v != now[f]}


def _quantity(now: dict[str, Any] | None, said: Mapping[str, str]) -> dict[str, Any] | None:
    """The figure with its ends as said: only those are written anew, and where it stands in the text stays."""
    before = now or {}
    ends = {f: _persons(f, said[f]) if f in said else before.get(f) for f in _ENDS}
    if all(before.get(f) == ends[f] for f in _ENDS):
        return now
    if all(n is None for n in ends.values()):
        return None
    given = [n for n in (ends["low"], ends["best"], ends["high"]) if n is not None]
    if given != sorted(given):
        raise UsageError(f"{', '.join(map(str, given))} is out of order", do="Give at least ≤ best ≤ at most")
    same = len(set(ends.values())) == 1
    wording = {"wording": "exact"} if same else {}
    return {"wording": "range", **before, **wording, **ends, "stated": sorted(set(given))}


def _persons(name: str, words: str) -> int | None:
    plain = words.strip().replace(",", "")
    if plain.casefold() in ("", UNKNOWN, "open"):
        return None
    if not plain.isascii() or not plain.isdecimal() or len(plain) > 9:
        raise UsageError(f"{words.strip()[:40]} is no number of persons for {name}", do="Give a whole number, or unknown")
    return int(plain)


def _when(words: str) -> dict[str, Any] | None:
    plain = words.strip()
    if plain.casefold() in ("", UNKNOWN):
        return None
    first, _, last = plain.partition("/")
    try:
        days = [date.fromisoformat(d.strip()) for d in (first, last or first)]
    except ValueError as e:
        raise UsageError(f"{plain[:40]} is no day", do="Give an ISO day such as 2031-03-15, or two with / between") from e
    if days[0] > days[1]:
        raise UsageError(f"{plain[:40]} runs backwards", do="Give the first day first")
    return {"first": days[0].isoformat(), "last": days[1].isoformat(), "text": None, "span": None}


def with_part(claim: Claim, fields: Mapping[str, Any], find: Callable[[str], Claim]) -> dict[str, Any]:
    """Give the fields of an edit with what follows for the whole: whose outcome is set anew is no part of a whole of another one.

    `find` gives a claim by id. Raises: UnknownIdError, without the whole that the edit names; UsageError, where that is none.
    """
    out, key = dict(fields), fields.get("part_of", claim.part_of)
    if key is None or not {"part_of", "outcome"} & set(fields):
        return out
    try:
        whole = find(key)
    except UnknownIdError:
        if "part_of" in fields:
            raise
        return out
    if "part_of" in fields:
        if whole.id == claim.id or whole.document != claim.document:
            raise UsageError("A claim is part of another one of its own report", do="Choose another claim of the report")
        return out
    if fields["outcome"] not in (whole.outcome, *_LUMPED.get(whole.outcome, ())):
        out["part_of"] = None
    return out


def _group(now: dict[str, Any] | None, said: Mapping[str, str]) -> dict[str, Any] | None:
    """Who suffered: the words, the nation and the role as said; what is not said of these stays, with words that stay."""
    words = _words(now, said["group"], "text") if "group" in said else now
    told = {name: value for name in ("nation", "role") if name in said and (value := _known(said[name])) != (now or {}).get(name)}
    if told.get("role") is not None and told["role"] not in get_args(Role):
        raise UsageError(f"{told['role']} is no role", do=f"Give one of {', '.join(get_args(Role))}")
    if nation := told.get("nation"):
        told["nation"] = nation.casefold()
    kept = {name: value for name in ("nation", "role") if name in said and (value := (now or {}).get(name)) is not None}
    found = {**(words or {}), **kept, **told}
    return found if any(v is not None for v in found.values()) else None


def _known(words: str) -> str | None:
    plain = " ".join(words.split())
    return None if plain.casefold() in ("", UNKNOWN) else plain


def _words(now: dict[str, Any] | None, words: str, name: str) -> dict[str, Any] | None:
    """A place or a group of these words; the same words leave it as it is, others forget what was known of the old ones."""
    plain = " ".join(words.split())
    if plain.casefold() in ("", UNKNOWN):
        return None
    if now is not None and plain in (now.get(name), now.get("text")):
        return now
    return {"text": plain}
