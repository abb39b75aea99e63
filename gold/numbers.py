"""How many cases of a peer's specification of numbers are read as it says, of those that concern counts?

Rows `{"id", "text", "results": [{"start", "end", "type", "resolution": {"value", "subtype"}}]}`; the id begins with the model
that the case belongs to. `gold/numbers.toml` says which family a model is of, and which cases are left out, for which reason.
A case is right as a whole or not at all. One of Sayso's quantities belongs to at most one of the expected, whose span it shares.

numbers      each expected number is found with its value, with or without a unit, and no other count, fraction or percentage.
ranges       each expected range is found with its bounds and no other range or bound. One bound: the least or greatest whole
             number is right, so that more than 20 is not at least 20. Two bounds: the numbers as stated, open or closed.
ordinals     no quantity shares the span of an ordinal.
percentages  as numbers, given in percent or as a fraction of a whole.
phrases      as numbers: of another peer, each a number and nothing else.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from gold.counts import Counts, Marks, Part, share
from gold.quantities import same_value
from gold.rows import Row, load

PATH = Path(__file__).parent / "numbers.toml"
FAMILIES = ("numbers", "ranges", "ordinals", "percentages", "phrases")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An expected number with its span: `low` to `high`, which are the same for a number, None where a bound is open.

    `excluded` says of each bound whether the range ends before it.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    excluded: tuple[bool, bool] = (False, False)
    subtype: str = ""

    @property
    def values(self) -> list[float]:
        """The number, or the bounds that there are."""
        return [v for v in (self.low, self.high) if v is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text of the specification with what one of the readings wants of it."""

    id: str
    family: str
    text: str
    readings: tuple[tuple[Wanted, ...], ...]


def parts(gold: Sequence[Row], system: dict[str, Row]) -> list[Part]:
    """The counts of each case that is measured on, and how many are left out, by reason."""
    cases, left = sorted_out(gold)
    counts = [_count(case, system.get(case.id)) for case in cases]
    return [Part(unit="case", counts=counts, marks=marks, left=left)]


def marks(counts: Counts) -> Marks:
    """Shares of cases that are right: all, and by family."""
    by_family = {f"{f}: right": share(counts[f"{f}/right"], counts[f]) for f in FAMILIES if counts.get(f)}
    return by_family if len(by_family) == 1 else {"right": share(counts["right"], counts["cases"]), **by_family}


def report(counts: Counts) -> Row:
    """Cases and right ones, by family."""
    return {name: int(n) for name, n in sorted(counts.items())}


def phrases(path: Path) -> list[Row]:
    """The phrases of another peer, rows `{"phrase", "expect"}`, as rows of this specification: a whole phrase is one number."""
    out = []
    for n, row in enumerate(load(path)):
        value = _NUMERAL.findall(row["expect"])[0]
        result = {"start": 0, "end": len(row["phrase"]), "type": "number", "resolution": {"value": value}}
        out.append({"id": f"Phrase-{n}", "text": row["phrase"], "results": [result]})
    return out


def sorted_out(gold: Sequence[Row]) -> tuple[list[Case], dict[str, int]]:
    """The cases that are measured on, and how many are not, by reason."""
    cases: dict[tuple[str, str], Case] = {}
    seen: set[tuple[str, str]] = set()
    left: dict[str, int] = {reason["why"]: 0 for reason in _words()["reasons"]}
    for row in gold:
        model = row["id"].partition("-")[0]
        family, text, wanted = _words()["families"].get(model, ""), row["text"], tuple(map(_wanted, _stated(row)))
        earlier = cases.get((family, text))
        why = _reason(model, Case(id=row["id"], family=family, text=text, readings=(wanted,)), again=(family, text) in seen)
        if why is not None:
            left[why] += 1
        if earlier is not None:
            cases[family, text] = replace(earlier, readings=(*earlier.readings, wanted))
        elif why is None:
            cases[family, text] = Case(id=row["id"], family=family, text=text, readings=(wanted,))
        seen.add((family, text))
    return list(cases.values()), {why: n for why, n in left.items() if n}


def right(case: Case, quantities: Sequence[Row]) -> bool:
    """Whether one of the readings of a case is met."""
    if case.family == "ordinals":
        return not any(_shares(wanted, q) for wanted in case.readings[0] for q in quantities)
    return any(_met(case.family, reading, quantities) for reading in case.readings)


_NUMERAL = re.compile(r"NumeralValue \(?(-?[\d.]+(?:e\d+)?)")
_BOUNDS = re.compile(r"([\[(])(-?[\d.E+]*),(-?[\d.E+]*)([\])])")
_SHARE = re.compile(r"\s+(?:of\b|people\b|(?!is\b)[a-z]+s\b)")
_OF = re.compile(r"(?<!\bout) of ")
_MAGNITUDE = re.compile(r"thousand|[mb]illion", re.IGNORECASE)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(PATH.read_text(encoding="utf-8"))


def _stated(row: Row) -> list[Row]:
    """The results that give a number: a percentage without one has null."""
    return [r for r in row["results"] if r["resolution"].get("value") != "null"]


def _wanted(result: Row) -> Wanted:
    given, span = result["resolution"]["value"], {"start": result["start"], "end": result["end"]}
    bounds = _BOUNDS.fullmatch(given)
    if bounds is not None:
        low, high = (float(b) if b else None for b in bounds.group(2, 3))
        return Wanted(low=low, high=high, excluded=(bounds[1] == "(", bounds[4] == ")"), **span)
    value = 0.0 if result["type"].startswith("ordinal") else float(given.rstrip("%"))
    return Wanted(low=value, high=value, subtype=result["resolution"].get("subtype") or "", **span)


def _reason(model: str, case: Case, *, again: bool) -> str | None:
    for reason in _words()["reasons"]:
        if "families" in reason and case.family not in reason["families"]:
            continue
        wanted = case.readings[0]
        holds = (
            model in reason.get("models", ())
            or (again and reason.get("again", False))
            or ("text" in reason and re.search(reason["text"], case.text) is not None)
            or any(w.subtype in reason.get("subtypes", ()) for w in wanted)
            or ("below" in reason and any(v < reason["below"] for w in wanted for v in w.values))
            or ("test" in reason and any(_TESTS[reason["test"]](case.text, w) for w in wanted))
        )
        if holds:
            return str(reason["why"])
    return None


def _parts(text: str, wanted: Wanted) -> bool:
    """Whether it is no whole number, and no share of a number, of somebody or of something that the text names."""
    whole = all(v.is_integer() for v in wanted.values)
    return not (whole or _OF.search(text, wanted.start, wanted.end) or _SHARE.match(text, wanted.end))


def _improper(text: str, wanted: Wanted) -> bool:
    words = text[wanted.start : wanted.end]
    return wanted.subtype == "fraction" and min(wanted.values) > 1 and (" over " in words or not _MAGNITUDE.search(words))


_TESTS = {"parts": _parts, "improper": _improper}


def _count(case: Case, system: Row | None) -> Counts:
    hit = right(case, system["quantities"] if system else [])
    out: dict[str, float] = defaultdict(float, {"cases": 1, case.family: 1, "right": hit, f"{case.family}/right": hit})
    return out


def _met(family: str, reading: Sequence[Wanted], quantities: Sequence[Row]) -> bool:
    same = {"ranges": _same_range, "percentages": _same_percentage}.get(family, _same_number)
    left = list(quantities)
    for wanted in reading:
        found = next((q for q in left if _shares(wanted, q) and same(wanted, q)), None)
        if found is None:
            return False
        left.remove(found)
    return not any(_bounded(q) if family == "ranges" else _counts(q) for q in left)


def _shares(wanted: Wanted, quantity: Row) -> bool:
    return bool(quantity["start"] < wanted.end and wanted.start < quantity["end"])


def _counts(quantity: Row) -> bool:
    """Whether it counts: a unit without a noun is that of a measure, as a fraction's and a percentage's is not."""
    unit = quantity["unit_norm"]
    return quantity["noun"] is not None or unit == "-" or unit.startswith(("%", "percentage"))


def _bounded(quantity: Row) -> bool:
    return isinstance(quantity["value"], list) or quantity["change"] in {"<", ">"}


def _same_number(wanted: Wanted, quantity: Row) -> bool:
    return same_value(wanted.low, quantity["value"])


def _same_percentage(wanted: Wanted, quantity: Row) -> bool:
    unit, value = quantity["unit_norm"], quantity["value"]
    if unit.startswith("%") and isinstance(value, int | float):
        value *= 100
    elif not unit.startswith("percentage"):
        return False
    return same_value(wanted.low, value)


def _same_range(wanted: Wanted, quantity: Row) -> bool:
    low, high = wanted.low, wanted.high
    if low is None or high is None:
        return _same_bound(wanted, quantity)
    if low == high:
        return not _bounded(quantity) and same_value(low, quantity["value"])
    return same_value([low, high], quantity["value"])


def _same_bound(wanted: Wanted, quantity: Row) -> bool:
    """One bound, as written and as the least or greatest whole number."""
    stated, change, side, step = (wanted.low, ">", "low", 1) if wanted.high is None else (wanted.high, "<", "high", -1)
    if stated is None or not same_value(stated, quantity["value"]) or quantity["change"] != change:
        return False
    outside = wanted.excluded[0] if change == ">" else wanted.excluded[1]
    return not stated.is_integer() or bool(quantity[side] == stated + step * outside)
