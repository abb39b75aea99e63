"""Which kind of furniture is this one line of a page: menu, caption, credit, byline, date line, other script, or none?

Looks at the line alone; `chrome.py` looks at its neighbours. A line is furniture only on positive evidence.
"""

import re
from functools import cache
from typing import Literal

from sayso import packs
from sayso.reading.times import stamps

Furniture = Literal["menu", "caption", "credit", "byline", "date", "foreign"]

LONG = 300
"""Code points above which a line can only be a caption or text. Source: own choice, longest credit line seen about 280."""

SENTENCE = 160
"""Code points above which a line is running text whatever it ends in. Source: own choice; headlines stay below 150."""

_BULLETS = " \t\u00a0•·*▪▶►‣◦●○■□→»›>|–—-_=~#"
_OTHER = re.compile(
    "[\u0370-\u1dff\u2c00-\u2dff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\uffef\U00010000-\U0001ffff\U00020000-\U000323af]"
)
_DIGIT = re.compile(r"\d")
_COUNTED = re.compile(
    r"""\d[\d,.]*k?\s+
    (?:shares?|(?:pending\s)?comments?|views?|likes?|retweets|subscribers|min(?:ute)?s?(?:\s+read)?)      # 1.2k views
    (?:\s+\d\d?:\d\d)?""",
    re.VERBOSE,
)
_SEPARATOR = re.compile(r"[|·•/»›>‣]")
_LETTER = re.compile(r"[^\W\d_]")
_QUOTES = "\"'“”‘’"


def of(line: str) -> Furniture | None:
    """The kind of furniture that a line is, or None for the report's own text."""
    bare = line.strip(_BULLETS)
    if _LETTER.search(bare) is None:
        return "menu"
    if not line.isascii() and is_foreign(bare):
        return "foreign"
    lower = bare.lower()
    if _is_caption(bare, lower):
        return "caption"
    if len(bare) > LONG:
        return None
    if _is_menu(bare, lower):
        return "menu"
    if _is_credit(lower):
        return "credit"
    if len(bare) <= 200 and is_dated(bare):
        return "byline" if byline(bare) else "date"
    if byline(bare):
        return "byline"
    return "menu" if _is_breadcrumb(bare, lower) or _is_contact(bare) else None


def is_foreign(line: str) -> bool:
    """Whether fewer than half of a line's letters are Latin."""
    if _OTHER.search(line) is None:
        return False
    letters = [c for c in line if c.isalpha()]
    latin = sum(c < "\u0250" or "\u1e00" <= c < "\u1f00" for c in letters)
    return latin * 2 < len(letters)


def is_sentence(line: str) -> bool:
    """Whether a line reads as running text: it ends as a sentence does and is long enough."""
    if len(line) >= SENTENCE:
        return True
    end = line.rstrip(_QUOTES + ")]» ")[-1:]
    return len(line) >= 45 and line.count(" ") >= 6 and (end in ".!…:;" or (end == "?" and len(line) > 100))


@cache
def words(topic: str, name: str) -> frozenset[str]:
    """One list of the pack's topic `chrome`."""
    return frozenset(packs.table("chrome")[topic][name])


@cache
def _openings(topic: str) -> tuple[str, ...]:
    return tuple(packs.table("chrome")[topic]["openings"])


def _has(lower: str, topic: str, name: str) -> bool:
    """Whether a text holds one of the pack's phrases: plain search, several times faster than one alternation."""
    for phrase in _phrases(topic, name):  # noqa: SIM110  a generator would double the cost of the commonest question asked here
        if phrase in lower:
            return True
    return False


@cache
def _phrases(topic: str, name: str) -> tuple[str, ...]:
    return tuple(packs.table("chrome")[topic][name])


@cache
def _credited() -> re.Pattern[str]:
    """An agency in brackets, or a slash between two names, at a line's end: (Yonhap), (AP Photo/J. Doe), Reuters/Jane Doe."""
    names = "|".join(re.escape(a) for a in sorted(words("caption", "agencies"), key=lambda a: (-len(a), a)))
    return re.compile(
        rf"\((?:(?:{names}|credit|image|via)\b[^()]{{0,60}}|[^()]{{0,40}}\b(?:{names}))\)\s*$|\b(?:{names})/[\w. -]{{3,40}}$"
    )


def credited(line: str) -> bool:
    """Whether a line ends in an agency's name in brackets, as captions and the last lines of wire reports do."""
    return _credited().search(line.lower()) is not None


def halved(line: str) -> bool:
    """Whether a line says the same thing twice, as a caption beside its alternative text does."""
    n = len(line)
    if n < 42 or line.find(line[:12], n // 2 - 2) < 0:
        return False
    for middle in range(n // 2 - 1, n // 2 + 2):
        a, b = line[:middle].strip(), line[middle:].strip()
        if len(a) > 20 and a == b:
            return True
    return False


def _is_caption(bare: str, lower: str) -> bool:
    if halved(bare):
        return True
    if lower.startswith(_openings("caption")) and (len(bare) < LONG or _has(lower, "caption", "wording")):
        return bool(re.match(r"(?:image|photo)\s(?!\d|by\b|courtesy|credit|source|taken|illustration)", lower)) is False
    if len(bare) < 700 and _has(lower, "caption", "wording"):
        return credited(bare) or (len(bare) < LONG and not _reports(lower))
    return lower[:1].isdigit() and re.match(r"\d+\s?/\s?\d+\s+[—–-]", lower) is not None


def _reports(lower: str) -> bool:
    """Whether somebody says something: captions show, reports tell."""
    return bool(re.search(r"\b(?:said|says|told|according to|reported|confirmed|announced|claimed|killed|wounded|died)\b", lower))


def _plain(lower: str) -> str:
    return " ".join(re.sub(r"[^\w+&'’/@#]+", " ", lower).split())


def _is_menu(bare: str, lower: str) -> bool:
    plain = lower.strip(" .:!…")
    if plain in words("menu", "phrases") or (len(bare) <= 60 and _plain(lower) in words("menu", "phrases")):
        return True
    if len(bare) <= 160 and lower.startswith(_openings("menu")):
        return not (is_sentence(bare) and _reports(lower))
    if len(bare) > 100:
        return False
    if _COUNTED.fullmatch(plain):
        return True
    return bool(
        re.fullmatch(
            r"(?:an?|\d+)\s+(?:min(?:ute)?|hour|hr|day|week)s?\s+ago|(?:https?://|www\.)\S+|[@#]\w+(?:\s+[@#]\w+)*", plain
        )
    )


def _is_credit(lower: str) -> bool:
    return lower.startswith(_openings("credit")) or _has(lower, "credit", "anywhere")


def _is_contact(bare: str) -> bool:
    """An address or a telephone number with at most a name beside it."""
    if "@" not in bare and _DIALLED.search(bare) is None:
        return False
    left, found = re.subn(r"\S+@\S+\.\w{2,}|\+?\(?\d{2,4}\)?[\s./-]\d[\d\s./-]{4,}\d", "", bare)
    return found > 0 and left.count(" ") <= 6 and not is_sentence(bare)


_DIALLED = re.compile(r"\d\d\)?[\s./-]\d")
"""What every telephone number has."""


def _pieces(bare: str) -> list[str]:
    pieces = [bare]
    for separator in packs.table("chrome")["menu"]["separators"]:
        pieces = [part for piece in pieces for part in piece.split(separator)]
    return [p.strip(" .:") for p in pieces if p.strip(" .:")]


def _is_breadcrumb(bare: str, lower: str) -> bool:
    """Menu items side by side ("Home / World / Mali"), or one section's name."""
    if len(bare) > 160 or is_sentence(bare):
        return False
    if _plain(lower) in words("menu", "sections"):
        return True
    if _SEPARATOR.search(bare) is None:
        return False
    pieces = _pieces(bare)
    known = sum(_plain(p.lower()) in words("menu", "phrases") | words("menu", "sections") for p in pieces)
    short = all(p.count(" ") < 4 and not any(c.isdigit() for c in p) for p in pieces)
    return len(pieces) > 1 and short and (known > 0 or len(pieces) > 2)


def is_dated(line: str) -> bool:
    """Whether a line is a date, a time or a byline with a date, and next to nothing else."""
    found = stamps.find(line) if _DIGIT.search(line) else ()
    if not found:
        return False
    left, at = [], 0
    for stamp in found:
        left.append(line[at : stamp.span[0]])
        at = stamp.span[1]
    left.append(line[at:])
    rest = " | ".join(left)
    name = byline(line)
    if name:
        rest = rest.replace(name, " ")
    return rest.count(" ") <= 30 and all(
        _is_beside(part)
        for piece in re.split(r"[|·•]", rest)
        if piece.count(" ") > 3 or _DIGIT.search(piece)
        for part in re.split(r"[—–,()\[\]:/;]| - ", piece)
    )


def _is_beside(piece: str) -> bool:
    """Whether a piece may stand beside a date: labels, clock words, menu items, or up to three names."""
    plain = _plain(piece.lower())
    if not plain or plain in words("menu", "phrases") or plain in words("menu", "sections"):
        return True
    known = words("stamp", "beside") | words("stamp", "zones") | words("stamp", "weekdays") | words("byline", "openings")
    labels = " ".join((*words("stamp", "published"), *words("stamp", "updated"))).split()
    rest = [w for w in plain.split() if w not in known and w not in labels and not w.isdigit()]
    return not rest or (
        len(rest) <= 3 and all(w[0].isupper() for w in piece.split() if w.lower() in rest) and len(piece.split()) <= 5
    )


@cache
def _bylined() -> re.Pattern[str]:
    openings = "|".join(re.escape(o) for o in sorted(words("byline", "openings"), key=lambda o: (-len(o), o)))
    particles = "|".join(sorted(words("byline", "particles"), key=lambda p: (-len(p), p)))
    name = r"(?-i:[A-Z\u00c0-\u00de])[\w.'’-]*"
    return re.compile(
        rf"""^(?:{openings})[:\s]\s*
        (?P<name>(?:{name}|(?:our|staff|a)\b)(?:,?\s+(?:{name}|(?:{particles})\b|&))*)
        [*_]*\s*(?P<rest>$|[|·•—–,(\[<@:;].*|-\s.*|\s\d.*|\S+@\S+.*|(?:posted|published|updated)\b.*)""",
        re.VERBOSE | re.IGNORECASE | re.DOTALL,
    )


def byline(line: str) -> str | None:
    """Who wrote it, as named on a line that says so ("By Ana Ruiz, Harbour Press"): the words up to the first mark or date."""
    bare = line.strip(_BULLETS)
    if len(bare) > 200 or not bare[:12].lower().startswith(_openings("byline")):
        return None
    m = _bylined().match(bare)
    if m is None or (is_sentence(bare) and not stamps.find(bare)):
        return None
    name = m["name"].split(", ")[0] if not re.search(r",\s*(?:and|&)\s|, [^,]+ and ", m["name"]) else m["name"]
    return name.rstrip(" ,") if name.count(" ") < 10 else None
