"""What does each row of a table of figures say? Rows in, one figure a line of reporting out, unusable rows refused by number."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Literal

from sayso.packs import table
from sayso.weighing.wordings import ABOUT, DECILES, vague

Row = Mapping[str, Any]
Kind = Literal["point", "floor", "ceiling"]
KEY = ("question", "side", "outcome", "scope")
"""Columns that make two rows speak of the same matter; those that a table lacks count as empty."""
READ = frozenset({*KEY, "source", "value", "low", "high", "wording", "published", "relation", "line"})
RELATIONS = frozenset({"own", "enemy", "third", ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One row's figure in the table's own unit; `spread` is the log sd of its wording, `width` that of a stated range."""

    row: int
    key: tuple[str, ...]
    source: str
    relation: str
    line: str
    published: str
    value: float
    kind: Kind = "point"
    width: float = 0.0
    spread: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A row that was left out: its number (the first is 1), its question, and why."""

    row: int
    question: str
    reason: str


def figures(rows: Iterable[Row]) -> tuple[list[Figure], list[RefusedRow], dict[tuple[str, ...], dict[str, Any]]]:
    """The usable figures, the refused rows, and by question the further columns that are the same in all its rows."""
    found: list[Figure] = []
    refused: list[RefusedRow] = []
    kept: dict[tuple[str, ...], dict[str, Any]] = {}
    for n, row in enumerate(rows, 1):
        made = _figure(n, row)
        if isinstance(made, RefusedRow):
            refused.append(made)
            continue
        found.append(made)
        _keep(kept, made.key, row)
    return found, refused, kept


def one_a_line(found: Iterable[Figure]) -> list[Figure]:
    """One figure for each line of a question: the last word of the source that published first, never a mean of copies.

    Rows without a line are a line each source. Without dates the figure that a source gives most often stands, then the
    least; a figure goes before a bound.
    """
    lines: dict[tuple[tuple[str, ...], str], list[Figure]] = defaultdict(list)
    for figure in found:
        lines[figure.key, f"line {figure.line}" if figure.line else f"source {figure.source}"].append(figure)
    return [_last_word(lines[name]) if len(lines[name]) > 1 else lines[name][0] for name in sorted(lines)]


def _last_word(line: list[Figure]) -> Figure:
    first = min(line, key=lambda f: (f.published or "~", f.source))
    own = [f for f in line if f.source == first.source]
    latest = max(f.published for f in own)
    last = [f for f in own if f.published == latest]
    often = Counter((f.kind, f.value) for f in last)
    return min(last, key=lambda f: (f.kind != "point", -often[f.kind, f.value], f.value, f.kind, f.width, f.spread, f.relation))


def _keep(kept: dict[tuple[str, ...], dict[str, Any]], key: tuple[str, ...], row: Row) -> None:
    known = kept.get(key)
    if known is None:
        kept[key] = {k: v for k, v in row.items() if k is not None and k not in READ}
    elif known:
        for column in [c for c, v in known.items() if row.get(c) != v]:
            del known[column]


def _figure(n: int, row: Row) -> Figure | RefusedRow:
    texts = {k: t for k, v in row.items() if k in READ and v is not None and (t := str(v).strip())}
    question, source = texts.get("question", ""), texts.get("source", "")
    relation = texts.get("relation", "").lower()
    try:
        value, width, kind, spread = _said(texts)
        _told(question, source, relation)
    except ValueError as error:
        return RefusedRow(row=n, question=question, reason=str(error))
    return Figure(
        row=n,
        key=(question, texts.get("side", ""), texts.get("outcome", ""), texts.get("scope", "")),
        source=source,
        relation=relation,
        line=texts.get("line", ""),
        published=texts.get("published", ""),
        value=value,
        kind=kind,
        width=width,
        spread=spread,
    )


def _told(question: str, source: str, relation: str) -> None:
    """Raises: ValueError, when it is not told of what, by whom or on whom a figure is."""
    if not question or not source:
        raise ValueError("no question" if not question else "no source")
    if relation not in RELATIONS:
        raise ValueError(f"relation {relation!r} is not own, enemy or third")


def _said(texts: dict[str, str]) -> tuple[float, float, Kind, float]:
    """Value, width of a range, kind, and log sd of the wording."""
    value, low, high = (_number(c, texts[c]) if c in texts else None for c in ("value", "low", "high"))
    wording = " ".join(texts["wording"].lower().split()) if "wording" in texts else ""
    if low is not None and high is not None and low > high:
        raise ValueError(f"low {low:g} is above high {high:g}")
    if value is None:
        return _bounds(low, high, wording)
    width = 0.0 if low is None or high is None else high - low
    if not wording:
        return value, width, "point", 0.0
    words = table("weighing")["wordings"]
    if vague(wording) is None and not any(wording in known for known in words.values()):
        raise ValueError(f"wording {wording!r} is not one of {accepted()}, or a vague word such as dozens")
    kind: Kind = "floor" if wording in words["floor"] else "ceiling" if wording in words["ceiling"] else "point"
    return value, width, kind, ABOUT if wording in words["about"] else 0.0


def accepted() -> str:
    """The commonest words of each kind that the column `wording` may hold."""
    return ", ".join(w for known in table("weighing")["wordings"].values() for w in known[:4] if w[0].isalpha())


def _bounds(low: float | None, high: float | None, wording: str) -> tuple[float, float, Kind, float]:
    if low is not None and high is not None:
        return (low + high) / 2, high - low, "point", 0.0
    if low is not None:
        return low, 0.0, "floor", 0.0
    if high is not None:
        return high, 0.0, "ceiling", 0.0
    word = vague(wording)
    if word is None or word.best is None:
        raise ValueError("no value, and no low or high")
    return word.best, 0.0, "point", word.spread


def _number(column: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise ValueError(f"{column} {text!r} is not a number: give one, or low and high, or words such as up to 20") from None
    if not isfinite(number):
        raise ValueError(f"{column} {text!r} is not a finite number")
    return number


def spread_of_range(width: float) -> float:
    """The sd that the width of a stated range stands for, when it is read as an 80 % interval."""
    return width / DECILES
