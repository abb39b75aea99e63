"""Which capitalised words can name a place, and what do the words around them say for it?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.model import Span
from sayso.packs.gazetteer import fold
from sayso.reading.places.acts import acts, called_after, suffers
from sayso.reading.places.names import Named, alternatives, common, never, possible, state, words
from sayso.reading.words.nations import sense

_UPPER = r"A-Z\u00c0-\u00de\u0100-\u024f\u0386-\u03ab\u0400-\u042f\u1e00-\u1eff"
_TOKEN = rf"[{_UPPER}][\w'\u2019.]*(?:[-\u2010\u2011][\w'\u2019]+)*"
_ARTICLE = r"(?:(?:al|el|ad|ar|as|ash|at|az|an|ez|es|en)[-\u2010])?"
_JOINT = r"(?:of|de|del|da|do|dos|al|el|ez|es|upon|and the|of the|the)"
_AYN = r"(?:['\u2018\u2019](?=[AEIOU][a-z])(?![^'\u2018\u2019\n]{0,80}['\u2019](?!\w)))?"
"""The mark of an Arabic letter before a vowel, as in Nad 'Ali, which opens no quotation."""
_WORD = re.compile(r"[^\s\u00a0]+")
_TITLE = re.compile(rf"(?<!\w)(?P<word>{_TOKEN})\s$")
_BEFORE = re.compile(rf"(?P<word>{_TOKEN})[ \u00a0]\Z")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_INITIALS = re.compile(r"(?:\w\.){2,}")
_LONGEST = 5
"""Words of the longest name."""


@cache
def _run() -> re.Pattern[str]:
    """Runs of capitalised words, with the small words that join them; "and" only in names that are known to have it."""
    pairs = "".join(rf"|(?<=\b{re.escape(w)} )and" for w in words("leads")["joined"])
    return re.compile(
        rf"(?<![\w@#/-]){_ARTICLE}{_TOKEN}(?:[ \u00a0]+(?:(?:{_JOINT}{pairs})[ \u00a0]+)?{_ARTICLE}{_AYN}{_TOKEN})*"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that may be of a place: the places it can be, and what its surroundings say.

    `text` is the name alone, `whole` with its word of kind ("Belgorod region"); `spoken_for` by a preposition, a word of kind, a
    dateline or a country after it, `certain` where they leave no doubt; `crowded` by other capitals, as in a person's or an
    office's name; `acting` as a government does; `inside` the country and division that the text says it lies in; `embedded` in
    a longer name of no place ("Bank of England"); `surname` after another capitalised word; `unknown` to every table.
    """

    span: Span
    text: str
    whole: str
    named: tuple[Named, ...]
    spoken_for: bool = False
    crowded: bool = False
    acting: bool = False
    inside: tuple[str, str | None] | None = None
    embedded: bool = False
    surname: bool = False
    certain: bool = False

    @property
    def key(self) -> str:
        """The name as it is compared with others of the text."""
        return fold(self.text)

    @property
    def unknown(self) -> bool:
        """True where no table knows the name."""
        return not self.named


def names(text: str) -> list[Name]:
    """The names in the text that may be of places, in order and disjoint."""
    out: list[Name] = []
    for run in _run().finditer(text):
        out += _names_in_run(text, run.start(), run.end())
    again = {n.text for n in out if n.unknown and (n.certain or not _is_person(text, n.text))}
    out = [n for n in out if not n.unknown or n.text in again]
    taken = {n.span[0] for n in out}
    for name in sorted(again):
        for start, end in _whole(text, name):
            if start not in taken and not any(n.span[0] <= start < n.span[1] for n in out):
                out.append(Name(span=(start, end), text=name, whole=name, named=(), spoken_for=True))
    return sorted(out, key=lambda n: n.span)


def _is_person(text: str, name: str) -> bool:
    """True where a title or another capitalised word stands before the name somewhere in the text."""
    return any(fold(b) in words("leads")["titles"] or not never(b.rstrip(".")) for b in _befores(text, name))


def _befores(text: str, name: str) -> Iterator[str]:
    """The capitalised words right before a name in the text."""
    done = 0
    for start, end in _whole(text, name):
        left = start - 1
        while left > done and not text[left - 1].isspace():
            left -= 1
        m = _BEFORE.search(text, left, start) if left >= done else None
        if m is not None:
            done = end
            yield m["word"]


def _whole(text: str, name: str) -> Iterator[Span]:
    """Where a name stands by itself in the text."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        beside = text[max(0, start - 1) : start] + text[end : end + 1]
        if not any(c.isalnum() or c in "_-" for c in beside):
            yield start, end
            start = text.find(name, end)
        else:
            start = text.find(name, start + 1)


def of_a_body(text: str, start: int) -> bool:
    """True for the land in the name of a body: "Islamic Movement of Uzbekistan", "Bank of Georgia"."""
    return _body_of().search(text, max(0, start - 40), start) is not None


def owns(text: str, n: Name, *, people: bool) -> bool:
    """True where a thing of theirs follows: "city of" and a name; for a `people` also forces, persons, a capital."""
    end = n.span[0] + n.whole.find(n.text) + len(n.text)
    return _town_of().match(text, end) is not None or (people and _thing().match(text, end) is not None)


@cache
def _body_of() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_listed('bodies')})\s+(?:of|for)\s+(?:the\s+)?$")


@cache
def _town_of() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[a-z-]+\s+)?(?:{alternatives(('kinds', 'area'), ('kinds', 'site'))})\s+of\s+(?:the\s+)?[{_UPPER}]")


@cache
def _thing() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[a-z-]+\s+)?(?:{_listed('things')})(?!\w)")


def _listed(name: str) -> str:
    return "|".join(re.escape(w) for w in sorted(words("leads")[name], key=lambda w: (-len(w), w)))


def given(text: str, span: Span) -> Name:
    """A span that is a place on another's word."""
    start, end = span
    name = _POSSESSIVE.sub("", text[start:end])
    named = possible(name)
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    return Name(
        span=(start, start + len(name)), text=name, whole=name, named=named, spoken_for=True, inside=_inside(before, after)
    )


def _names_in_run(text: str, start: int, end: int) -> Iterator[Name]:
    for tokens in _segments(text, _tokens(text, start, end)):
        known = list(_known_in(text, tokens))
        parts = bool(known) and all(n.crowded and n.named[0].level == "town" and " " not in n.text for n in known)
        whole = _unknown(text, tokens) if not known or (parts and not _is_kind(text[slice(*tokens[-1])])) else None
        yield from [whole] if whole else known


def _known_in(text: str, tokens: list[Span]) -> Iterator[Name]:
    i = 0
    while i < len(tokens):
        for j in range(min(len(tokens), i + _LONGEST), i, -1):
            if name := _known(text, tokens, i, j):
                yield name
                i = j
                break
        else:
            i += 1


def _is_kind(word: str) -> bool:
    return word.lower() in words("kinds")["area"] or word.lower() in words("kinds")["site"]


def _segments(text: str, tokens: list[Span]) -> list[list[Span]]:
    """The words of a run, cut where a possessive or a full stop stands between two."""
    out: list[list[Span]] = []
    for t in tokens:
        if out and not text[out[-1][-1][1]].isspace():
            out.append([t])
        elif out:
            out[-1].append(t)
        else:
            out = [[t]]
    return out


def _tokens(text: str, start: int, end: int) -> list[Span]:
    """The words of a run, without possessives and final stops."""
    out = []
    for m in _WORD.finditer(text, start, end):
        word = _POSSESSIVE.sub("", m.group())
        word = word if _INITIALS.fullmatch(word) else word.rstrip(".")
        if word:
            out.append((m.start(), m.start() + len(word)))
    return out


def _known(text: str, tokens: list[Span], i: int, j: int) -> Name | None:
    start, end = tokens[i][0], tokens[j - 1][1]
    name = text[start:end]
    if name[:4].lower() == "the " and sense(name) == "seat" and j < len(tokens):
        return None
    kind = _kind_after(text, end)
    led_to = " of " in text[max(0, start - 8) : start]
    kind_of = _kind_of().search(text, max(0, start - 24), start) if led_to and not kind else None
    named = possible(name, followed_by=kind["kind"].lower() if kind else kind_of["kind"].lower() if kind_of else "")
    if not named or no_acronym(text, (start, end)):
        return None
    if named[0].level == "country" and kind and kind["kind"].lower() not in words("kinds")["wide"]:
        kind = None
    left = _direction_before(text, start) if named[0].level in ("country", "region", "feature") else start
    right = kind.end() if kind else end
    before, after = text[max(0, start - 60) : left], text[right : right + 60]
    follows = j < len(tokens) and text[end : tokens[j][0]].isspace() and not kind and not never(text[slice(*tokens[j])])
    last = text[slice(*tokens[i - 1])] if i else ""
    gap = text[tokens[i - 1][1] : start] if i else ""
    if name.isupper() and len(name) <= 3 and re.search(r"[A-Z]{2,}\s+$", before):
        return None
    titled = _TITLE.search(before)
    precedes = (gap.isspace() and not never(last) and not _HELD.search(last)) or bool(
        titled and fold(titled["word"]) in words("leads")["titles"]
    )
    if kind and precedes and not name.isupper() and sense(last) is None and named[0].level == "region" and named[0].people:
        return None
    inside = _inside(before, after)
    led = bool(_lead("place").search(before))
    area = kind is not None and (kind["kind"].lower().removesuffix("s") in words("kinds")["area"] or led)
    certain = bool(area or inside or _dateline(text, start, after) or _lead("sure").search(before))
    if not kind and called_after(text, start, end):
        return None
    doubtful = not certain and (named[0].level == "town" or follows)
    if common(name) and named[0].level in ("town", "country", "capital") and (doubtful or shouting(text)):
        return None
    return Name(
        span=(left, right),
        text=name,
        whole=text[left:right],
        named=named,
        spoken_for=certain or kind is not None or ((led or suffers(after)) and not (precedes or follows)),
        crowded=precedes or follows,
        acting=acts(before, text[end : end + 60]),
        inside=inside,
        embedded=last == "of" and i > 1 and text[slice(*tokens[i - 2])].lower() not in _of_places(),
        surname=precedes,
        certain=certain,
    )


_SHORT = 3
"""Letters of a word that is an acronym, if the text is not all in capitals."""


@lru_cache(maxsize=8)
def shouting(text: str) -> bool:
    """True for a text in capitals, whose capitals say nothing."""
    upper = sum(map(str.isupper, text[:_HEAD]))
    return upper > _LOUD * (upper + sum(map(str.islower, text[:_HEAD])))


def no_acronym(text: str, span: Span) -> bool:
    """True for a short word of a text in capitals: a car, and not a republic."""
    name = text[slice(*span)].removeprefix("THE ")
    return len(name) <= _SHORT and "." not in name and shouting(text)


_HEAD, _LOUD = 1000, 0.75
"""Characters of a text that are looked at, and the share of capitals in them; set by hand."""


@cache
def _kind_of() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<kind>{alternatives(('kinds', 'wide'), ('kinds', 'second'))})\s+of\s+(?:the\s+)?$", re.IGNORECASE)


@cache
def _of_places() -> frozenset[str]:
    return frozenset((*words("kinds")["area"], *words("kinds")["site"], *words("leads")["directions"], *words("leads")["parts"]))


def _unknown(text: str, tokens: list[Span]) -> Name | None:
    """A run without a known name that a word of kind, or a preposition such as "near", makes a place."""
    while tokens and never(text[tokens[0][0] : tokens[0][1]]):
        tokens = tokens[1:]
    if not tokens or len(tokens) > 3:
        return None
    start, end = tokens[0][0], tokens[-1][1]
    name = text[start:end]
    before, kind = text[max(0, start - 60) : start], _kind_after(text, end)
    if shouting(text):
        return None
    dateline = _dateline(text, start, text[end : end + 60])
    if (name.isupper() and not dateline) or len(name) < 4 or sense(name):
        return None
    if any(never(text[a:b]) or sense(text[a:b]) or common(text[a:b]) for a, b in tokens):
        return None
    if (
        kind
        and kind["kind"].lower().endswith("s")
        and kind["kind"].lower() not in (*words("kinds")["area"], *words("kinds")["site"])
    ):
        kind = None
    led = len(tokens) <= 3 and _lead("unknown").search(before) and not text.startswith(("'", "\u2019"), end)
    certain = bool(
        kind
        or (dateline and name.isupper() and len(tokens) < 3 and not text.startswith(":", end))
        or _lead("sure").search(before)
    )
    if not (certain or led):
        return None
    right = kind.end() if kind else end
    name = text[start:right] if kind and kind["kind"].istitle() else name
    return Name(span=(start, right), text=name, whole=text[start:right], named=(), spoken_for=True, certain=certain)


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf"[ \u00a0](?P<kind>(?:{alternatives(('kinds', 'area'), ('kinds', 'site'))})s?)(?!\w)", re.IGNORECASE)


_SPACES = frozenset((" ", "\u00a0"))


def _kind_after(text: str, end: int) -> re.Match[str] | None:
    m = _kinds().match(text, end) if text[end : end + 1] in _SPACES else None
    return (
        m if m and (m["kind"].islower() or (m["kind"].istitle() and m["kind"].lower() not in words("kinds")["lower"])) else None
    )


@cache
def _directions() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(('leads', 'directions'))})[ \u00a0]$", re.IGNORECASE)


def _direction_before(text: str, start: int) -> int:
    m = _directions().search(text[max(0, start - 16) : start])
    return start - (len(m.group())) if m else start


@cache
def _lead(kind: str) -> re.Pattern[str]:
    """A preposition right before a name, with an article, an adjective or "the village of" between."""
    inner = alternatives(("kinds", "area"), ("kinds", "site"))
    between = rf"(?:the\s+)?(?:[a-z]+(?:-[a-z]+)*\s+)?(?:(?:{inner})(?:\s+of|,)?\s+)?" if kind != "unknown" else ""
    return re.compile(rf"(?<![\w-])(?:{alternatives(('leads', kind))})\s+{between}$", re.IGNORECASE)


_HELD = re.compile(r"[\w.]-(?:[a-z]+ed|held|run|led)$")
"""Whose a place is: "Indian-controlled" Kashmir."""

_DATELINE = re.compile(r"\s*(?:,[^\n]{2,40})?\s*(?:\([^)\n]{2,40}\)\s*)?(?:[\u2014\u2013:]|--?\s|_\s|\()|\s*\.\s+[A-Z]")


def _dateline(text: str, start: int, after: str) -> bool:
    """True at the start of a line, before a dash, a bracket or a colon."""
    return (start == 0 or text[start - 1] == "\n") and bool(_DATELINE.match(after))


_AFTER_COMMA = re.compile(rf"\s*(?:,|\(|in|of)\s+(?:the\s+)?(?:(?:[a-z-]+\s+){{0,3}})(?P<name>{_TOKEN}(?:\s{_TOKEN})?)")
_OWNER = re.compile(rf"(?P<name>{_TOKEN}(?:\s{_TOKEN})?)['\u2019]s\s+(?:[a-z-]+\s+){{0,2}}$")


def _inside(before: str, after: str) -> tuple[str, str | None] | None:
    """The country and division that "Grayvoron, Belgorod region" or "Russia's Kursk" says a place lies in."""
    for m in (_OWNER.search(before), _AFTER_COMMA.match(after)):
        if m is None:
            continue
        for name in (m["name"], m["name"].split()[-1], m["name"].split()[0]):
            if found := state(name):
                return found
            places = possible(re.sub(r"['\u2019]s?$|\.$", "", name))
            if (
                places
                and places[0].level in ("country", "region")
                and places[0].country
                and len({p.country for p in places}) == 1
            ):
                return places[0].country, places[0].division
    return None
