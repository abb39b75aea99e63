"""Where do paragraphs, sentences and words begin and end?

A unit is one paragraph, cut at a sentence end where it is long; the reader's model sees one unit a call. Offsets are code
points of the text and survive whatever stands between: nothing is normalised, nothing moves.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from sayso.model import Span

LIMIT = 190
"""Longest unit, in estimated word pieces. Source: the length that the reader's model was trained on."""

_PIECE = 6
"""Letters to a word piece, at the least, in news English; only the length of units depends on it."""

TITLES = "Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|St|Jr|Sr|Prof|Capt|Sgt|Maj|Adm|Rev"
MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"

_WORD = re.compile(
    rf"""
    [^\W\d]\w*+(?![.'’])                     # a word that no mark follows: the rest are looked at more closely
    | (?:[A-Z]\.){{2,}}                       # U.S.
    | \b(?:{TITLES})\.                        # Gen.
    | \b(?:{MONTHS})\.(?=\s+\d)               # Nov. 20
    | \b\d{{4}}-\d\d-\d\d\b                   # 2031-05-04
    | \d+(?:[.,:]\d+)*                        # 1,200.5 and 15:27
    | \w+(?=n['’]t\b) | n['’]t\b              # did n't
    | ['’](?:s|re|ve|ll|d|m)\b                # 's
    | \w+ | [^\w\s]
    """,
    re.IGNORECASE | re.VERBOSE,
)
_END = re.compile(
    r"""
    [.!?…]+["”’')\]»]*(\s+)(?=["“‘'(\[«—–-]*[A-ZÀ-ÞА-ЯІЇЄҐ0-9])   # a mark, a space, a capital
    | (?<=[a-z]{3})[.!?]()(?=[A-Z][a-z]+[\s,'’])                   # "on Saturday.Police said": the space was lost
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    rf"(?:^|[\s(\[“\"'‘])(?:{TITLES}|Messrs|Hon|Brig|Cpl|Pvt|Cmdr|Supt|Insp|Pres|Ft|Mt|vs|v|approx|c|ca|Ltd|Inc|Co|Corp|Bros"
    r"|U\.S|U\.K|U\.N|E\.U|Ph\.D|N|S|[A-Z])\.$"
)
_NUMBERED = re.compile(rf"(?:^|[\s(\[])(?:{MONTHS}|No|Nos|Art|Sec|pp?|Vol|Fig)\.$", re.IGNORECASE)
_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}$")
_OPENERS = frozenset(
    "The A An It Its He His She Her They Their We Our I In On At But And Or If As For From This That These Those There Then When "
    "While After Before Since Meanwhile However According Also One Two Three "
    "Some Many Most No Not All Both Earlier Later Last Officials Police".split()
)
_SIZES = (*(min(8, 1 + (n - 1) // _PIECE) for n in range(8 * _PIECE)), 8)
"""Estimated word pieces of a word by its letters; the model takes at most eight of one word."""
_QUOTES = {"“": 1, "„": 1, "«": 1, "”": 0, "»": 0, '"': -1}


@dataclass(frozen=True, kw_only=True)
class Unit:
    """One paragraph or a part of it: its words, their places, and for each word its sentence and whether it is quoted.

    `spans` are in document offsets; `quotes` 0 outside double quotes, 1 inside, 2 the mark itself; `sentences` count from 0.
    """

    start: int
    end: int
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    quotes: tuple[int, ...]
    sentences: tuple[int, ...]

    @cached_property
    def capitals(self) -> tuple[bool, ...]:
        """For each word whether it begins with a capital."""
        return tuple([w[0].isupper() for w in self.words])

    @cached_property
    def ranges(self) -> tuple[Span, ...]:
        """For each word the first word of its sentence and the end, exclusive."""
        out: list[Span] = []
        for _, words in groupby(self.sentences):
            start, n = len(out), len(list(words))
            out += [(start, start + n)] * n
        return tuple(out)


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words and marks of `text[start:end]`, as the model was trained to see them."""
    return [m.span() for m in _WORD.finditer(text, start, len(text) if end is None else end)]


def paragraphs(text: str) -> list[Span]:
    """The paragraphs: lines, or, where a text is wrapped at a fixed width, blocks between blank lines."""
    lines = [m.span() for m in re.finditer(r"[^\n]+", text) if not m.group().isspace()]
    if not _wrapped(text, lines):
        return lines
    out: list[Span] = []
    for start, end in lines:
        fresh = not out or text[out[-1][1] : start].count("\n") > 1 or text[start : start + 3].isspace()
        if fresh:
            out.append((start, end))
        else:
            out[-1] = (out[-1][0], end)
    return out


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, without the space around them."""
    return tuple(s for start, end in paragraphs(text) for s in sentences_in(text, start, end))


def sentences_in(text: str, start: int, end: int) -> list[Span]:
    """The sentences of one paragraph `text[start:end]`."""
    out, begin = [], start
    for m in _END.finditer(text, start, end):
        if not _inside_name(text, begin, m.start(), m.end()):
            out.append((begin, m.start(1) if m.group(1) is not None else m.end()))
            begin = m.end()
    out.append((begin, end))
    trimmed = []
    for s, e in out:
        piece = text[s:e]
        first, last = s + len(piece) - len(piece.lstrip()), e - len(piece) + len(piece.rstrip())
        if first < last:
            trimmed.append((first, last))
    return trimmed


def units(text: str) -> tuple[Unit, ...]:
    """Every paragraph of a text as units of at most `LIMIT` estimated word pieces."""
    out: list[Unit] = []
    for start, end in paragraphs(text):
        out += cut(text, sentences_in(text, start, end))
    return tuple(out)


def cut(text: str, parts: list[Span]) -> list[Unit]:
    """Consecutive sentences of one paragraph as one unit, or as several where they are long."""
    out: list[Unit] = []
    spans: list[Span] = []
    marks: list[int] = []
    size = 0
    for number, (start, end) in enumerate(parts):
        found = words(text, start, end)
        length = sum([_pieces(e - s) for s, e in found])
        if spans and size + length > LIMIT:
            out.append(_unit(text, spans, marks))
            spans, marks, size = [], [], 0
        while length > LIMIT:
            fit, run = 0, 0
            while run + _pieces(found[fit][1] - found[fit][0]) <= LIMIT:
                run += _pieces(found[fit][1] - found[fit][0])
                fit += 1
            out.append(_unit(text, found[:fit], [number] * fit))
            found, length = found[fit:], length - run
        spans += found
        marks += [number] * len(found)
        size += length
    if spans:
        out.append(_unit(text, spans, marks))
    return out


def quoted(words: tuple[str, ...]) -> tuple[int, ...]:
    """For each word 0 outside double quotes, 1 inside, 2 the mark itself."""
    if _QUOTES.keys().isdisjoint(words):
        return (0,) * len(words)
    out, on = [], False
    for w in words:
        turn = _QUOTES.get(w)
        if turn is None:
            out.append(int(on))
        else:
            out.append(2)
            on = not on if turn < 0 else bool(turn)
    return tuple(out)


def _unit(text: str, spans: list[Span], marks: list[int]) -> Unit:
    found = tuple([text[s:e] for s, e in spans])
    return Unit(
        start=spans[0][0],
        end=spans[-1][1],
        spans=tuple(spans),
        words=found,
        quotes=quoted(found),
        sentences=tuple([m - marks[0] for m in marks]),
    )


def _pieces(letters: int) -> int:
    return _SIZES[letters] if letters < len(_SIZES) else 8


def _wrapped(text: str, lines: list[Span]) -> bool:
    """True where most lines that another one follows at once are of one width, as in telegrams and mail."""
    followed = [(s, e) for (s, e), (n, _) in pairwise(lines) if text[e:n].count("\n") == 1]
    if len(followed) < 3:
        return False
    even = [e - s for s, e in followed if 45 <= e - s <= 90]
    # A list of headlines is uneven and its lines do not run on; wrapped prose does.
    runs_on = sum(text[e - 1] not in '.!?:;”"' for _, e in followed)
    return len(even) >= 0.7 * len(followed) and runs_on >= 0.6 * len(followed)


def _inside_name(text: str, begin: int, stop: int, after: int) -> bool:
    """True where the full stop at `stop` belongs to an abbreviation rather than ending a sentence."""
    if text[stop] != "." or text[stop + 1 : stop + 2] in '.!?…"”':
        return False
    head = text[max(begin, stop - 12) : stop + 1]
    following = re.match(r"\w+", text[after : after + 20])
    word = following.group() if following else ""
    if _ACRONYM.search(head):
        return word not in _OPENERS
    if _NUMBERED.search(head):
        return word[:1].isdigit()
    return bool(_ABBREVIATION.search(head))
