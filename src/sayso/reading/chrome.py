"""Which lines of a pasted page are the report's own text, and which are the page's furniture?

A line is furniture only on positive evidence, its own (`furniture.py`) or its neighbours'; a page that would be furniture
throughout is taken as text throughout.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from sayso import packs
from sayso.model import Span
from sayso.reading import furniture
from sayso.reading.furniture import Furniture
from sayso.reading.times import stamps

Kind = Literal["title", "text", "outlet", "repeat"] | Furniture

HEAD = 12
"""Lines before the first paragraph that can hold a title, at most. Source: own choice."""


WRAPPED = 6
"""Lines, none of them long, from which a text may be one that is broken by hand. Source: own choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that is not blank, without the spaces around it, and what it is."""

    span: Span
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """What stands before the first words of a wire report: place, day and agency, as far as they are given."""

    span: Span
    place: str
    stamp: stamps.Stamp | None = None
    agency: str | None = None


def body(text: str) -> tuple[Span, ...]:
    """The spans of the report's own lines, title and paragraphs, in order; never empty for a text with letters."""
    return tuple(line.span for line in lines(text) if line.kind in ("title", "text"))


def lines(text: str) -> tuple[Line, ...]:
    """Every line that is not blank, in order, with its kind; a title with a date label behind it is two."""
    found = _kinds(text, list(_lines(text)))
    found = _captions(text, _repeats(text, _clips(text, _teasers(text, found))))
    found = _head(text, [part for line in found for part in _cut(text, line)])
    kinds = {line.kind for line in found}
    if "text" not in kinds and "caption" in kinds:
        return tuple(replace(line, kind="text") if line.kind == "caption" else line for line in found)
    if not kinds & {"title", "text"}:
        return tuple(replace(line, kind="text") for line in found)
    return tuple(found)


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for piece in text.split("\n"):
        bare = piece.strip()
        if bare:
            start = at + piece.index(bare)
            yield start, start + len(bare)
        at += len(piece) + 1


def _kinds(text: str, spans: list[Span]) -> list[Line]:
    """Each line by itself; but where lines are broken by hand, one that goes on from the text above it is text."""
    widths = sorted(end - start for start, end in spans)
    broken = len(widths) >= WRAPPED and widths[-1] <= 100 and widths[len(widths) * 2 // 3] >= 50
    out: list[Line] = []
    for start, end in spans:
        above = out[-1] if broken and out else None
        goes_on = (
            above and above.kind == "text" and above.span[1] - above.span[0] > 45 and text.count("\n", above.span[1], start) == 1
        )
        out.append(Line(span=(start, end), kind="text" if goes_on else furniture.of(text[start:end]) or "text"))
    return out


_LABEL = re.compile(r"\b(?:posted|published|updated)\b", re.IGNORECASE)


def _cut(text: str, line: Line) -> tuple[Line, ...]:
    """A title that runs into "Posted: Tuesday, March 4, 2031 8:18 PM" is cut before the label."""
    start, end = line.span
    if line.kind != "text" or end - start > furniture.LONG or _LABEL.search(text, start, end) is None:
        return (line,)
    for stamp in stamps.find(text[start:end]):
        if stamp.label is None or not stamp.complete:
            continue
        head = text[start : start + stamp.span[0]]
        low = head.lower()
        at = max(low.rfind(label) for label in ("posted:", "published:", "updated:", "posted on", "published on", "last updated"))
        title = head[:at].rstrip(" |-–—·(")
        if at > 0 and len(title) > 15 and furniture.is_dated(text[start + at : end]):
            return Line(span=(start, start + len(title)), kind="text"), Line(span=(start + at, end), kind="date")
        break
    return (line,)


def _teasers(text: str, found: list[Line]) -> list[Line]:
    """Short lines under "Related" or "Also" point to other reports, until a paragraph begins."""
    out, under = [], False
    for line in found:
        words = text[slice(*line.span)]
        if line.kind == "menu" and words.lower().strip(" :.•-").startswith(
            ("related", "also", "more from", "trending", "most read", "recommended", "read more", "you may")
        ):
            under = True
        elif line.kind == "text" and under:
            if len(words) < 110 and not words.endswith((".", "?", "!", "”", '"', ":")):
                out.append(replace(line, kind="menu"))
                continue
            under = False
        out.append(line)
    return out


_CLIP = re.compile(r"(\d{1,2}):(\d\d)\s+(?=[A-Z\u00c0-\u00de\"'‘“])")
"""What opens the title of a film among others: how long it runs."""

_CLIPS = 3
"""Films from which they are a list. Source: own choice."""


def _clips(text: str, found: list[Line]) -> list[Line]:
    """Lines that open with minutes and seconds are titles of films, where there are some and the times do not run on."""
    opened = [(i, m) for i, line in enumerate(found) if line.kind == "text" and (m := _CLIP.match(text, *line.span))]
    long = [int(m[1]) * 60 + int(m[2]) for _, m in opened]
    if len(long) < _CLIPS or long in (sorted(long), sorted(long, reverse=True)):
        return found  # the hours of a day run on
    films = {i for i, _ in opened}
    return [replace(line, kind="menu") if i in films else line for i, line in enumerate(found)]


def _repeats(text: str, found: list[Line]) -> list[Line]:
    """A line that stood before is a repeat; of short pairs beside a report, both are teasers of other reports."""
    said = [text[slice(*line.span)] for line in found]
    often = Counter(said)
    if len(often) == len(said):
        return found
    pairs = {i for i in range(1, len(said)) if said[i] == said[i - 1] and found[i].kind == "text" and len(said[i]) > 30}
    apart = sum(
        1 for i, line in enumerate(found) if line.kind == "text" and often[said[i]] == 1 and furniture.is_sentence(said[i])
    )
    teasing = len(pairs) > 1 and apart > 1 and all(". " not in said[i] for i in pairs)
    both = {j for i in pairs for j in (i - 1, i)} if teasing else pairs
    seen: set[str] = set()
    out = []
    for i, line in enumerate(found):
        again = said[i] in seen and len(said[i]) > 20
        seen.add(said[i])
        out.append(replace(line, kind="repeat") if line.kind == "text" and (i in both or again) else line)
    return out


def _captions(text: str, found: list[Line]) -> list[Line]:
    """A line with an agency in brackets at its end is a caption when paragraphs follow and nobody in it says anything."""
    last = max((i for i, line in enumerate(found) if line.kind == "text"), default=-1)
    first = next(
        (
            i
            for i, line in enumerate(found)
            if line.kind == "text"
            and furniture.is_sentence(text[slice(*line.span)])
            and not furniture.credited(text[slice(*line.span)])
        ),
        -1,
    )
    out = []
    for i, line in enumerate(found):
        words = text[slice(*line.span)]
        shown = line.kind == "text" and i < last and len(words) < 700 and words.endswith(")") and furniture.credited(words)
        if shown and (i < first or len(words) < furniture.LONG) and not _tells(words):
            out.append(replace(line, kind="caption"))
        else:
            out.append(line)
    return out


def _tells(words: str) -> bool:
    low = words.lower()
    return any(cue in low for cue in (" said", " told ", "according to", " killed", " wounded", " died", "reported"))


def _opens(words: str) -> bool:
    """Whether a line is a paragraph, or a dateline alone above one."""
    if furniture.is_sentence(words):
        return True
    line = dateline(words)
    return line is not None and line.span[1] == len(words)


def dateline(words: str) -> Dateline | None:
    """The dateline that a paragraph opens with ("GAO, Mali, 11 April (SPA) —"), or None."""
    return _opened(words[:_REACH])


_REACH = 160
"""Letters of a paragraph in which its dateline ends. Source: set by hand."""


@lru_cache(maxsize=64)
def _opened(words: str) -> Dateline | None:
    """The same for a paragraph's first letters, of which several ask."""
    m = _dateline().match(words)
    if m is None:
        return None
    place, day, agency = m["place"], m["day"], m["agency"] or m["wire"]
    dated = bool(day and any(c.isdigit() for c in day))
    if not (place.isupper() or place.split(",")[0].isupper() or dated or agency):
        return None
    if (not m["mark"] and not dated and not m["wire"]) or (m["mark"] == ":" and not place.split(",")[0].isupper()):
        return None
    stamp = next(iter(stamps.find(day)), None) if dated and day else None
    return Dateline(span=m.span(), place=place, stamp=stamp, agency=agency)


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(
        r"""^[\[(]?
        (?P<place>[A-Z\u00c0-\u00de][\w'’.]*(?:[ /-][A-Z\u00c0-\u00de][\w'’.]*){0,3}      # SAN SALVADOR
            (?:,\s+[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2}(?=[\s,(:–—-])(?<!\d))??             # , Mali
            (?:\s\([^()\d]{2,25}\)(?=,))?)                                                # (ITALY),
        (?:\s*[,(]?\s*(?P<day>                                                                # , 11 April
            (?:\w+day\b|(?:\w+day,?\s)?(?:[A-Z]\w{2,8}\.?\s+\d|\d{1,2}\s+[A-Z]\w{2,8}\b))[^()\n—–:]{0,14}?)\)?)?
        \s*(?:\((?P<agency>[^()]{2,40})\)|\.?\s*/(?P<wire>[A-Z][\w .]{1,25})/\.?)?                 # (SPA)
        \s*(?P<mark>--+|—|–|-(?=\s)|:(?=\s)|>>|(?<=/\.)(?=\s)|$)""",
        re.VERBOSE,
    )


def _head(text: str, found: list[Line]) -> list[Line]:
    """Names the outlet and the title among the lines before the first paragraph, and the outlet at the page's end."""
    rest = [i for i, line in enumerate(found) if line.kind == "text"]
    opening = []
    for i in rest[:HEAD]:
        if _opens(text[slice(*found[i].span)]):
            break
        opening.append(i)
    if not opening or (len(opening) == len(rest) and len(rest) > 3):
        opening = opening[:1]
    out = list(found)
    if len(opening) == len(rest) == 1 and len(found) == 1:
        return out
    names = [i for i in opening if _is_outlet(text, out, i, opening)]
    for i in names[:1]:
        out[i] = replace(out[i], kind="outlet")
    titles = [i for i in opening if out[i].kind == "text"]
    if titles:
        long = [i for i in titles if text[slice(*out[i].span)].count(" ") >= 3]
        best = (long or titles)[0]
        out[best] = replace(out[best], kind="title")
        for i in titles:
            if i < best and text[slice(*out[i].span)].count(" ") < 3:
                out[i] = replace(out[i], kind="menu")
    out = _names(text, out, [i for i in opening if out[i].kind == "text"])
    if rest and not names and rest[-1] not in opening and _named(text[slice(*out[rest[-1]].span)]):
        out[rest[-1]] = replace(out[rest[-1]], kind="outlet")
    return out


def _is_outlet(text: str, found: list[Line], i: int, opening: list[int]) -> bool:
    words = text[slice(*found[i].span)]
    if i == 0 and "t.me/" in words:
        return True
    if i > 2 and i != len(found) - 1:
        return False
    if _named(words):
        return len(opening) > 1 or i < len(found) - 1
    later = max((text[slice(*found[j].span)].count(" ") for j in opening if j > i), default=0)
    return i == 0 and len(opening) > 1 and words.count(" ") < 4 <= later and _titled(words)


def _names(text: str, found: list[Line], below: list[int]) -> list[Line]:
    """Lines below a title that are no more than a name are the writer's, or the outlet's ("Jane Odem", "Harbour News, Kora")."""
    for i in below:
        words = text[slice(*found[i].span)]
        if "title" not in {line.kind for line in found[:i]} or any(c.isdigit() for c in words):
            continue
        if _named(words.split(",")[0]):
            found[i] = replace(found[i], kind="outlet")
        elif _WRITER.fullmatch(words):
            found[i] = replace(found[i], kind="byline")
    return found


_WRITER = re.compile(r"(?:[A-Z\u00c0-\u00de][\w'’.-]+\s?){2,3}(?: in [A-Z]\w+(?: [A-Z]\w+)?)?(?:,? and agencies)?")
"""A name of two or three words, perhaps with the place it was filed from ("Jane Odem in Kora and agencies")."""


def _titled(words: str) -> bool:
    return not words.endswith((".", "?", "!", ":")) and all(
        w[0].isupper() or w in ("of", "the", "and", "for", "&") for w in words.split()
    )


def _named(words: str) -> bool:
    """Whether a line is an outlet's name: known, or up to six capitalised words with "Herald", "News"… among them."""
    if words in _known():
        return True
    pieces = words.lower().split()
    if not 1 < len(pieces) <= 6 or any(c.isdigit() for c in words) or not _titled(words):
        return False
    return bool({pieces[0], pieces[-1], pieces[1]} & furniture.words("outlet", "words"))


@cache
def _known() -> frozenset[str]:
    return frozenset(packs.table("chrome")["outlet"]["hosts"].values())
