"""Who published this text, under which title, by whom and when, as far as the text itself or its address says?

`published` prefers a date labelled "Published" over one without a label, that over a dateline, and an "Updated" comes last;
an address with a date in its path is asked when the text gives none. A date without a year counts only beside a year that a
copyright line gives. An all-numeric date is read month first, unless another date of the page, its zone or the country of its
host writes the day first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from sayso import packs
from sayso.reading import chrome, furniture
from sayso.reading.chrome import Line
from sayso.reading.times import stamps
from sayso.reading.times.stamps import Stamp

_YEAR = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(20\d\d)\b", re.IGNORECASE)
_RIGHTS = re.compile(
    r"""(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:20\d\d(?:\s?[-–]\s?20\d\d)?)?,?\s*(?:by\s+)?
    (?P<name>[A-Z][\w&'’. -]{2,50}?)\s*(?:20\d\d)?\s*(?:[.,;/|)]|all\srights|$)""",
    re.VERBOSE | re.IGNORECASE,
)
_SOURCE = re.compile(r"source\s*:\s*(?P<name>[A-Z][\w&'’.-]*(?:\s[\w&'’.-]+){0,5})", re.IGNORECASE)
_PATH_DAY = re.compile(r"/((?:19|20|21)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_-]|$)")
_ARCHIVED = re.compile(r"https?://(?:web\.)?archive\.[a-z]+/(?:web/)?\d{4,14}[a-z_]*/(?P<own>https?://.+)", re.IGNORECASE)
"""A page as an archive keeps it: the address that it was published at stands behind the archive's own."""

_LEAD = 6
"""Lines of text in which a dateline can stand, below a summary or the numbers of a press release. Source: own choice."""

_FOOT = 3
"""Lines at the foot of a page among which a date without a label can be the page's. Source: own choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What a page says of itself; None is not said."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing but the byline is left to find."""
        return None not in (self.title, self.outlet, self.published)


def find(text: str, url: str | None = None, known: Masthead | None = None) -> Masthead:
    """The masthead of a text; what is known already is kept, and only the rest looked for."""
    known = known or Masthead()
    if known.whole:
        return known
    found = chrome.lines(text)
    agency, byline = _signed(text, found)
    return Masthead(
        title=known.title or _title(text, found),
        byline=known.byline or byline,
        outlet=known.outlet or _outlet(text, found) or (public_name(url) if url else None) or agency,
        published=known.published or _published(text, found, url),
    )


def public_name(url: str) -> str | None:
    """The name under which a web host publishes, not the archive that keeps it: from the pack, else the host without "www."."""
    kept = _ARCHIVED.match(url)
    try:
        host = (urlsplit(kept["own"] if kept else url).hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None
    names: dict[str, str] = packs.table("chrome")["outlet"]["hosts"]
    parent = host.split(".", 1)[-1]
    return names.get(host) or names.get(parent) or host or None


def day_of(url: str) -> str | None:
    """The day in the path of an address (/2032/03/04/), or None."""
    m = _PATH_DAY.search(url.split("?", maxsplit=1)[0])
    return stamps.parse("-".join(m.groups())) if m else None


def _words(text: str, line: Line) -> str:
    return text[slice(*line.span)]


def _title(text: str, found: Sequence[Line]) -> str | None:
    words = next((_words(text, line) for line in found if line.kind == "title"), None)
    return words and re.sub(r"^[\s×•*#]+|^(?:title|headline)\s*:\s*", "", words, flags=re.IGNORECASE)


def _outlet(text: str, found: Sequence[Line]) -> str | None:
    for line in found:
        words = _words(text, line)
        if line.kind == "outlet":
            return re.sub(r"^\W*t\.me/\S*\s+|^\W*(?:https?://)?t\.me/", "", words).strip() or words
    for line in found:
        if line.kind == "credit" and (m := _SOURCE.fullmatch(_words(text, line))):
            return m["name"]
    for line in found:
        if line.kind == "credit" and (m := _RIGHTS.search(_words(text, line))):
            return m["name"].strip(" .-")
    return None


def _signed(text: str, found: Sequence[Line]) -> tuple[str | None, str | None]:
    """The agency that a byline or a dateline names, and the writer."""
    writer = agency = None
    for line in found:
        words = _words(text, line)
        if line.kind == "byline" and writer is None:
            writer = furniture.byline(words) or _bare_name(words)
            agency = _after_name(words, writer) if writer else None
    leads = [_words(text, line) for line in found if line.kind == "text"][:_LEAD]
    for words in leads:
        if agency is None and (opening := chrome.dateline(words)) is not None:
            agency = opening.agency
    return agency, writer


def _bare_name(words: str) -> str | None:
    """The name of a line that is no more than one ("Jane Odem in Kora and agencies")."""
    if "@" in words or any(c.isdigit() for c in words):
        return None
    return re.split(r" in (?=[A-Z])|,? and agencies", words)[0]


def _after_name(words: str, writer: str) -> str | None:
    """What follows a name ("By Ana Ruiz, Harbour Press | 12 March 2032"), unless it is an office ("staff reporter")."""
    rest = words.partition(writer)[2]
    m = re.match(r"\s*[,/|·–—-]\s*([A-Z][\w&'’ -]{2,40}?)\s*(?:[|·•,(–—\d]|$)", rest)
    if m is None or stamps.find(m[1]) or furniture.of(m[1]) == "menu" or m[1].lower() in furniture.words("stamp", "weekdays"):
        return None
    return None if set(m[1].lower().split()) & furniture.words("byline", "roles") or _is_date_word(m[1]) else m[1]


def _is_date_word(words: str) -> bool:
    first = words.lower().split()[0].strip(".")
    months = {m for names in packs.table("chrome")["stamp"]["months"] for m in names}
    return first in months | furniture.words("stamp", "published") | furniture.words("stamp", "updated") | furniture.words(
        "stamp", "weekdays"
    )


def _published(text: str, found: Sequence[Line], url: str | None) -> str | None:
    printed = _printed(text, found, day_first=_host_says_day_first(url))
    if any(s.day_first for s in printed):
        printed = _printed(text, found, day_first=True)
    opening = [o.stamp for words in _leads(text, found) if (o := chrome.dateline(words)) is not None and o.stamp is not None]
    for stamp in (*(s for s in printed if s.label == "published"), *(s for s in printed if s.label is None), *opening):
        if stamp.complete:
            return stamp.value
    late = next((s.value for s in printed if s.label == "updated" and s.complete), None)
    return late or (day_of(url) if url else None) or _with_year(text, found, (*printed, *opening))


def _leads(text: str, found: Sequence[Line]) -> list[str]:
    """The first lines of the text, with the rest of the paragraph for those that are broken by hand."""
    return [_words(text, line) for line in found if line.kind in ("text", "title")][:_LEAD]


def _printed(text: str, found: Sequence[Line], *, day_first: bool) -> list[Stamp]:
    """The dates of date lines and bylines, and those that close or stand apart in a line above the first paragraph."""
    out: list[Stamp] = []
    head = True
    for i, line in enumerate(found):
        words = _words(text, line)
        if line.kind in ("date", "byline"):
            there = head or i >= len(found) - _FOOT
            out += [s for s in stamps.find(words, day_first=day_first) if there or s.label]
        elif head and line.kind in ("title", "text", "menu", "outlet"):
            head = line.kind != "text" or not furniture.is_sentence(words)
            out += [s for s in stamps.find(words, day_first=day_first) if _apart(words, s)] if len(words) < furniture.LONG else []
    return out


def _apart(words: str, stamp: Stamp) -> bool:
    """Whether a date stands apart from the words before and behind it: a stamp, not part of what the title tells."""
    before, behind = words[: stamp.span[0]].rstrip(), words[stamp.span[1] :].strip()
    if chrome.dateline(words) is not None:
        return False
    return (stamp.label == "published" or not before or before[-1] in ",|·•([—–") and (not behind or behind[0] in ",;.|·•)]—–")


def _with_year(text: str, found: Sequence[Line], partial: Sequence[Stamp]) -> str | None:
    """A date without a year, in the year of the copyright line."""
    year = next((m[1] for line in found if line.kind == "credit" and (m := _YEAR.search(_words(text, line)))), None)
    if year is None or not partial:
        return None
    return stamps.parse(partial[0].value.replace("--", f"{year}-", 1))


def _host_says_day_first(url: str | None) -> bool:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return False
    return host.rpartition(".")[2] in furniture.words("stamp", "day_first_hosts")
