"""Does Sayso read the calendar dates of a peer's specification as that does? A case is right whole, or it is wrong.

Rows `{"id", "text", "ref", "results": [{"start", "end", "type", "resolution"}]}` with offsets end included; the specification
is that of Microsoft's Recognizers-Text, model DateTime, in English. `ref` is the day of publication. What is asked of Sayso
is its layer `times`, and of a case:

dates      each date and range of dates is met by a time of ours that shares a character with it, and each such time that
           denotes days denotes the days of one reading: the specification gives the past and the future one, and either will do.
           Its ends are excluded; a range that is counted, has two ends or runs to the day of publication ("the past two days",
           "from May to July", "earlier this year") may end before its end or with it (a day, month, quarter or year), since
           that is a convention. "Before", "after", "since", "until" leave one end open: the end that is given must be a bound
           of ours, on whichever side, since TIMEX3 leaves the preposition out. A second mark excludes the ends of all ranges.
lengths    each duration of a day or more is met by one of ours of the same number of days, a month as 30, a year as 365.
no other   no further time of ours has days or a length of a day or more, unless it lies in something of another kind.

Cases that are of other things than calendar dates are left out, by reasons that stand in `recognizers.toml` and on the page.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from gold.counts import Counts, Marks, Part, share
from gold.rows import Row

Days = tuple[date, date]

REASONS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "recognizers.toml").read_text(encoding="utf-8"))
"""Why a case is left out: words for the page, and what tells such a case."""

_DATED = ("date", "daterange")
_DAY = timedelta(days=1)
_SECONDS = 86400
_LENGTH = {"D": 1, "WE": 2, "W": 7, "M": 30, "Y": 365}
"""Days of a unit of TIMEX3. **Source:** the specification's own seconds."""
_TWO_ENDS = re.compile(r"\b(?:and|to|until|till|through)\b|[-~\u2013]")
_QUARTER = re.compile(r"\bq[1-4]\b|\bquarter", re.IGNORECASE)
_COUNTED = re.compile(r"\(.*,P\d+(?P<unit>[DWMY])\)")


def kept(rows: Sequence[Row]) -> list[Row]:
    """The cases of calendar dates and those without any time, each with the day of publication that it is read as of."""
    return [row | {"published": row["ref"]} for row in rows if reason(row) is None]


def left(rows: Sequence[Row]) -> dict[str, int]:
    """How many cases are left out, by the words of the reason."""
    found = Counter(name for row in rows if (name := reason(row)))
    return {r["words"]: found[name] for name, r in REASONS.items() if found[name]}


def reason(row: Row) -> str | None:
    """The name of the first reason to leave a case out; None where it is measured."""
    return next((name for name, rule in REASONS.items() if _holds(row, rule)), None)


def _holds(row: Row, rule: Row) -> bool:
    if "platforms" in rule:
        return set(rule["platforms"]) <= set(re.findall(r"\w+", row["not_supported"].lower()))
    if "words_in" in rule:
        return any(re.search(rf"\b{re.escape(w)}\b", row["text"], re.IGNORECASE) for w in rule["words_in"])
    found = row["results"]
    if rule.get("without_days"):
        return any(_kind(r) in _DATED and not _readings(r) for r in found)
    kinds = set(rule["kinds"])
    return bool(found) and all(_kind(r) in kinds for r in found)


def parts(gold: Sequence[Row], system: dict[str, Row]) -> list[Part]:
    """The counts of each case that is measured, apart for those with dates and those without any, and how many are left out."""
    counts = [count(row, system.get(row["id"])) for row in kept(gold)]
    dated, silent = [c for c in counts if "dated/cases" in c], [c for c in counts if "silent/cases" in c]
    return [
        Part(unit="case", counts=dated, marks=marks, left=left(gold)),
        Part(unit="case", counts=silent, marks=silent_marks),
    ]


def count(gold: Row, system: Row | None) -> Counts:
    """Whether one case is right, apart for those with dates and those without any."""
    times = system["times"] if system else []
    right = float(not wrong(gold, times))
    if not any(_asked(r) for r in gold["results"]):
        return {"silent/cases": 1, "silent/right": right}
    return {"dated/cases": 1, "dated/right": right, "dated/excluded": float(not wrong(gold, times, _excluded))}


def marks(counts: Counts) -> Marks:
    """The shares of cases with dates that are right, by either convention of ends and by the specification's own."""
    return {
        "cases with dates right": share(counts["dated/right"], counts["dated/cases"]),
        "the same, ends of ranges excluded": share(counts["dated/excluded"], counts["dated/cases"]),
    }


def silent_marks(counts: Counts) -> Marks:
    """The share of cases without a date in which none is found."""
    return {"cases without any left alone": share(counts["silent/right"], counts["silent/cases"])}


def report(counts: Counts) -> Row:
    """Cases and right ones, with dates and without."""
    return {name: int(n) for name, n in sorted(counts.items())}


Lasts = Callable[[Row, date, str, date | None], set[date]]
"""The last days that a range may have which a reading ends before a day, by its words and the day of publication."""


def _excluded(_reading: Row, end: date, _text: str, _ref: date | None) -> set[date]:
    return {end - _DAY}


def _either(reading: Row, end: date, text: str, ref: date | None) -> set[date]:
    """The day before the end, or, where a range is counted, has two ends or runs to the day of publication, that end too."""
    return _lasts(reading, end, text) | ({end} if end == ref else set())


def wrong(gold: Row, times: Sequence[Row], lasts: Lasts = _either) -> list[str]:
    """What is wrong with the times of a case, in words."""
    ref = _date(gold["ref"])
    out = []
    over: set[int] = set()
    for r in gold["results"]:
        near = [i for i, t in enumerate(times) if t["start"] <= r["end"] and r["start"] < t["end"]]
        over.update(near)
        if not _asked(r):
            continue
        mine = [times[i] for i in near]
        said = [t for t in mine if _says(t)]
        right = [t for t in said if (_same_length(r, t) if _kind(r) == "duration" else _same_days(r, t, ref, lasts))]
        spoken = [t for t in said if _kind(r) == "duration" or _days(t)]
        if not right or len(right) < len(spoken):
            out.append(f"{r['text']}: {[(t.get('value'), t.get('first'), t.get('last')) for t in mine]}")
    return out + [f"too many: {gold['text'][t['start'] : t['end']]}" for i, t in enumerate(times) if i not in over and _says(t)]


def _asked(result: Row) -> bool:
    """True for a date, a range of dates, and a duration of a day or more."""
    return _kind(result) in (*_DATED, "duration")


def _kind(result: Row) -> str:
    """The last word of its type; a duration under a day is "hours"."""
    name = str(result["type"] or "none").rsplit(".", 1)[-1]
    if name == "duration":
        return name if all(float(v["value"]) >= _SECONDS for v in result["resolution"]["values"]) else "hours"
    return name


def _says(time: Row) -> bool:
    """True for a time of ours that is a date with days, or a length of a day or more."""
    if time["type"] == "DURATION":
        return not str(time["value"]).startswith("PT")
    return time["type"] == "DATE" and _days(time) is not None


def _days(time: Row) -> Days | None:
    first, last = time.get("first"), time.get("last")
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None


def _same_length(result: Row, time: Row) -> bool:
    m = re.fullmatch(r"P(\d+(?:\.\d+)?)(WE|[DWMY])(?:(\d+)M)?", str(time["value"]))
    if time["type"] != "DURATION" or m is None:
        return False
    length = float(m[1]) * _LENGTH[m[2]] + 30 * int(m[3] or 0)
    return any(abs(float(v["value"]) / _SECONDS - length) < 0.01 * length for v in result["resolution"]["values"])


def _same_days(result: Row, time: Row, ref: date | None, lasts: Lasts) -> bool:
    mine = _days(time)
    return mine is not None and any(
        _agrees(v, mine, lambda v, end: lasts(v, end, str(result["text"]), ref)) for v in _readings(result)
    )


def _readings(result: Row) -> list[Row]:
    """The readings that have a day."""
    values = (result["resolution"] or {}).get("values") or []
    return [v for v in values if any(_date(v.get(k)) for k in ("value", "start", "end"))]


def _agrees(reading: Row, mine: Days, lasts: Callable[[Row, date], set[date]]) -> bool:
    if day := _date(reading.get("value")):
        return mine == (day, day)
    first, end = _date(reading.get("start")), _date(reading.get("end"))
    if first and end:
        return mine[0] == first and mine[1] in lasts(reading, end)
    if first:
        return first in (mine[0], mine[1] + _DAY, mine[1])
    return end is not None and end in (mine[1] + _DAY, mine[0], mine[1])


def _lasts(reading: Row, end: date, text: str) -> set[date]:
    """The last days of a range by its words: the day before the end, and where it is counted or has two ends that end too."""
    m = _COUNTED.fullmatch(str(reading["timex"]))
    if m is None:
        return {end - _DAY}
    if m["unit"] in "DW" or not _TWO_ENDS.search(text):
        return {end - _DAY, end}
    if _QUARTER.search(text):
        return {end - _DAY, date(end.year + (end.month + 2) // 12, (end.month + 2) % 12 + 1, 1) - _DAY}
    if m["unit"] == "Y":
        return {end - _DAY, date(end.year, 12, 31)}
    return {end - _DAY, date(end.year + end.month // 12, end.month % 12 + 1, 1) - _DAY}


def _date(word: str | None) -> date | None:
    return date.fromisoformat(word[:10]) if word and re.match(r"\d{4}-\d\d-\d\d", word) else None
