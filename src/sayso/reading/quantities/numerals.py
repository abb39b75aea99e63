"""Where does a text write a number, and which number is it?

Reads digits with separators, decimals and magnitudes ("1.2 million", "10k"), words ("one hundred and fifty", "half a dozen"),
vague words ("tens of thousands"), fractions of a whole ("two-thirds") and ordinals. What the number counts is read elsewhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from sayso.model import Span
from sayso.packs import table
from sayso.reading.quantities.spelled import fused, spell
from sayso.reading.words.plurals import is_plural
from sayso.text.lowering import lowered

Form = Literal["digits", "words", "vague", "fraction", "ordinal", "date", "clock", "code", "zero"]
Number = int | float


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number as written: `span` holds the number with its currency sign; `word` is the vague word or the sign.

    `power` is the magnitude behind digits, 1 where there is none.
    """

    span: Span
    value: Number
    form: Form
    word: str | None = None
    minus: bool = False
    decade: bool = False
    power: int = 1


def written(text: str) -> Iterator[Numeral]:
    """The numbers of a text as written, from left to right; they do not overlap."""
    writing, past = _writing(), 0
    low = lowered(text)
    links = [m.span() for m in _LINK.finditer(text)] if "://" in text else []
    for hit in _hits(low):
        while links and hit >= links[0][0]:
            past = max(past, links.pop(0)[1])  # numbers in an address count nothing
        if hit < past:
            continue
        at = _start(text, low, hit)
        match = None if at is None else writing.match(text, at) or writing.match(text, hit)
        if match is not None:
            past = match.end()
            yield from _read(match)


def whole(value: Number | Decimal) -> Number:
    """The value as an int where it is one."""
    return int(value) if value == int(value) else float(value)


def _hits(low: str) -> Iterator[int]:
    """Where a number may begin in a text in lower case, from left to right."""
    for hit in _screen().finditer(f"\n{low}"):
        at = hit.start()
        if hit[1] is None or hit[0] in _DIGITS_OR_GLYPHS:
            yield at - 1
        if hit[1] is not None:
            yield at


def _start(text: str, low: str, at: int) -> int | None:
    """Where the number at a hit begins, its currency sign or plus included; None within a word."""
    first, left = low[at], low[at - 1 : at]
    if left == "+":
        return at - 1
    coded = left == "=" or (left == " " and (text[at - 2 : at - 1].isupper() or low[at - 3 : at - 1] in {"rs", "s."}))
    if first in _GLYPHS or ((coded or left.isalpha()) and not first.isalpha()):
        back = _CODE.search(text, max(0, at - 5), at)
        return at if back is None else back.start()
    return None if first.isalpha() and left.isalnum() else at


def _read(match: re.Match[str]) -> Iterator[Numeral]:
    kind = match.lastgroup
    if kind == "words":
        yield from _words(match.string, match.start(), match.end())
    elif kind == "digits":
        yield _digits(match)
    elif kind == "vague":
        yield _vague(match)
    elif kind == "odds":
        yield from _odds(match)
    elif kind == "fraction":
        found = _fraction(match)
        if found is not None:
            yield found
    elif kind in _FORMS:
        yield Numeral(span=match.span(), value=0, form=_FORMS[kind])


_MOST = 10**15
"""From here on digits are a code: nothing that a report counts is so many."""
_LINK = re.compile(r"https?://\S+")
_FORMS: dict[str | None, Form] = {"date": "date", "clock": "clock", "code": "code", "zero": "zero", "ordinal": "ordinal"}
_GLYPHS = "$£€¥₹₪₽₴₩"
_DIGITS_OR_GLYPHS = frozenset(f"0123456789{_GLYPHS}")
_CODE = re.compile(r"(?<![^\W\d_])(?:[A-Z]{1,3}|Rs\.?|Y=)\ ?\Z")
_TOKEN = re.compile(r"[a-z]+", re.IGNORECASE)
_SEPARATORS = re.compile(r"[,'\s\u00a0\u202f\u2019]")


@cache
def _pack() -> dict[str, Any]:
    return table("numbers")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _persons() -> re.Pattern[str]:
    """A plural of persons after a number, which tells that "1.200" is a whole number."""
    nouns = table("numbers", "nouns")
    persons = _any([w for w in nouns["persons"] if is_plural(w)] + nouns["nominal"])
    return re.compile(rf"\s+(?:{persons})\b", re.IGNORECASE)


@cache
def _screen() -> re.Pattern[str]:
    """A sign before a number word, which is the group, or a digit, a sign of money, or the point of a decimal; in lower case.

    The first sign is of a class, so that the engine leaps over letters.
    """
    pack = _pack()
    words: list[str] = []
    for group in ("ones", "teens", "tens", "magnitudes", "packs"):
        words.extend(pack[group])
    after = _any([*pack["magnitudes"], *pack["packs"], *pack["fractions"], "few", "handful", "number of", "good", "quarter"])
    starts = [*words, *pack["ordinals"], "half", "quarter", "several", "few", "many", "numerous", "some", "no", "thirds", "lakhs"]
    bare = [w for w in sorted(set(starts)) if not any(w != v and w.startswith(v) for v in starts)]
    return re.compile(rf"[\W0-9](?:(?=({'|'.join(bare)}|an?\s+(?=(?:{after})\b)))|(?<=[0-9{_GLYPHS}])|(?<=\.)[0-9])")


@cache
def _writing() -> re.Pattern[str]:
    """One pattern for all ways to write a number; the name of the last group says which."""
    pack, units = _pack(), table("numbers", "units")
    small = _any({**pack["ones"], **pack["teens"], **pack["tens"], **fused()})
    big = _any(pack["magnitudes"])
    persons = _persons().pattern
    powers = r"(?:\s+of\s+(?:thousands|millions|billions))?"
    packs = _any(pack["packs"])
    signs = units["currency"]["signs"]
    glyphs = "".join(sorted({c for s in signs for c in s if not c.isalnum() and c not in "=."}))
    codes = _any(s for s in signs if s[0].isalpha() and s[-1] not in glyphs)
    after_no_month = "".join(rf"(?<!\b{m[:3]}[\ .])(?<!\b{m}\ )" for m in table("numbers", "nouns")["months"])
    fractions = _any(pack["fractions"])
    shares = _any(w for w in pack["fractions"] if w.endswith("s"))
    of_a_power = rf"\s+(?:(?:of\s+)?an?\s+)?(?:{big}|dozen)\b"
    return re.compile(
        rf"""
          (?P<date>(?<![\w.])(?:\d{{4}}-\d\d-\d\d(?:T[\d:.]+Z?)?|\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)|\d{{1,2}}\.\d{{1,2}}\.\d{{4}})(?!\w))
        | (?P<clock>(?<![\w.,:])\d{{1,2}}(?::\d\d){{1,2}}(?:\s?[ap]\.?m\b\.?)?)
        | (?P<code>(?<![\w.])(?:\d+(?:\.\d+){{2,}}|(?:19|20)\d\d-\d\d(?:-\w+)*|\d+(?:-\d+){{2,}}|\+\d[\d\s()-]{{7,}}\d
              |\d{{3}}\)\s?\d{{3}}[-\s]\d{{4}}|\d{{3}}-0\d{{3}}|0\d{{2,4}}(?:[\s-]\d{{2,4}}){{1,3}}|\d{{1,3}}\ /\ \d{{1,3}}
              |\d['\u2019\u2032]\d{{1,2}}(?:["\u201d\u2033]|(?=[\s,.;)])))(?!\w))
        | \b(?P<odds>(?:one|1)\s+in\s+(?:every\s+)?(?P<many>(?:an?|{small})(?:[\s-](?:{small}|{big}))*|\d{{1,3}}(?:,\d{{3}})*)\b
              (?!\.\d)(?={persons}|\s+of\b|\s*[.,;:?)"\u201d]|\s*\Z))
        | (?P<digits>
            (?: (?<![^\W\d_])(?P<sign>(?-i:(?:[A-Z]{{1,3}}\ ?)?[{glyphs}](?:US|AU|NZ)?|(?:{codes})))\ ?(?P<minus>-)?
              | (?<![^\W\d_])(?<!\d[.,:/])(?<!\d) )
            (?P<number>
                \d{{1,3}}(?:\.\d{{3}})+(?={persons})        # 1.200 soldiers
              | \d{{1,3}},\d{{1,2}}(?=\s(?:{big})\b)                  # 2,5 million
              | \d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}(?!\d)(?:\.\d+)?    # 1,200   1,00,000
              | \d{{1,3}}(?:[\u00a0\u202f]\d{{3}})+(?!\d)           # 10 000 with a hard space
              | [1-9]\d{{0,2}}(?:['\u2019]\d{{3}})+(?!\d)           # 1'200
              | {after_no_month}[1-9]\d{{0,2}}(?:\ \d{{3}})+(?={persons})   # 1 200 soldiers
              | \d{{1,3}}(?:\ 000)+(?!\d)                          # 10 000
              | (?<!\d\ )[1-9]\d{{0,2}}(?:\ \d{{3}}){{2,3}}(?!\ ?\d)   # 1 234 567, and no row of a table
              | \d+(?:\.\d+)?(?:[/\u2044]\d+)?
              | (?<![\w.])\.\d+
            )
            (?P<half>\s(?:and\sa\shalf|[1-8]/[2-9])(?![\w/])|½|¼|¾)?
            (?: (?P<nth>st|nd|rd|th|(?<=[23])d)\b
              | (?P<decade>['\u2019]?s)\b
              | (?P<suffix>\ ?(?:mn|mln|bn|bln|tln|cr|lacs?)|(?-i:\ {{1,2}}k)|(?-i:MM)|k|mil|tn|m|b)(?![\w/²])
              | [\s-]{{0,2}}(?P<times>(?:{big}|dozen|doz|dz)s?(?:\s+(?:{big})s?)?)\b
                (?:\s+and\s+(?:a|one)\s+(?P<part>half|quarter)\b(?!\s+of\b))?
            )?
          )
        | \b(?P<vague>
              (?:several|many|a\s+few|few)\s+(?:tens|dozens?|scores?|hundreds?|thousands?|millions?|billions?){powers}
            | (?:dozens|hundreds|thousands|lakhs|millions|billions|(?:tens|scores)(?=\s+of\b)){powers}
            | several|a\s+few|few|a\s+handful\s+of|many|numerous|a\s+number\s+of|some
          )\b
        | \b(?P<fraction>
              (?:{small})[\s-]+(?:{shares})(?!{of_a_power})
            | one-(?:{fractions})(?!-)
            | one\s+(?:{fractions})
              (?=\s*[.,;:?)]|\s*\Z|\s+(?:were|was|are|is|had|has|have|did|died|to|in|by|more|less|fewer|and|or)\b)
            | half(?={persons})
            | (?:an?\s+(?:{fractions})|half)(?=\s+(?:were|are|have)\b)
            | (?:(?:{small}|an?)[\s-]+)?(?:{fractions})(?!{of_a_power})
              (?=\s+of\b|\s+(?:the|its|their|his|her|those|them|all|these)\b)
          )\b
        | (?P<zero>\bno(?:[\s-]one|body|ne)?\b(?!\.\s?\d))
        | \b(?P<words>
              (?: (?:(?:{small}|an?)[\s-]+)?(?:{fractions})\s+(?:of\s+)?an?\s+(?=(?:{big}|dozen)\b)
                | (?:an?\s+)?(?:half|quarter)[\s-]+(?=(?:{big}|dozen)\b)
                | (?:{small})[\s-]+(?:{shares})\s+(?=(?:{big})\b)
                | an?\s+couple\s+(?:of\s+)?(?=(?:{big}|dozen|score)\b)
                | an?\s+(?:good\s+)?(?=(?:{big}|{packs})\b)
              )?
              (?:{small}|{big}|{packs})\b
              (?: (?: (?!\n\s*\n)[\s-]{{1,3}} | \s+and\s+ | -and- )
                (?:(?:(?:an?|one)[\s-]+(?:half|quarter)|(?:{small})[\s-]+(?:{shares}))\b(?!\s+of\b)|{small}|(?:{big}|dozen)s?|{packs}|point(?=[\s-]+(?:{small})\b))\b
              )*
            )\b
        | \b(?P<ordinal>(?:(?:{_any(pack["tens"])})[\s-]+)?(?:{_any(pack["ordinals"])}))\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


_MINUS = re.compile(r"(?:(?<![^\s(])[-\u2212]|(?<!\bor\s)\bminus[\s-])\Z", re.IGNORECASE)


_GLYPHED = {"¼": Decimal("0.25"), "¾": Decimal("0.75")}


def _digits(match: re.Match[str]) -> Numeral:
    pack = _pack()
    plain = _plain(match)
    top, slash, bottom = plain.replace("\u2044", "/").partition("/")
    value, power = Decimal(top), 1
    half = match["half"]
    if half is not None:
        over, _, under = half.strip().partition("/")
        value += Decimal(over) / Decimal(under) if under else _GLYPHED.get(over, Decimal("0.5"))
    form: Form = "digits"
    if match["nth"] is not None:
        form = "ordinal"
    if match["suffix"] is not None:
        suffix = match["suffix"].strip()
        value *= pack["suffixes"].get(suffix) or pack["suffixes"].get(suffix.lower(), 1)
    if match["times"] is not None:
        times = Decimal(1)
        for word in match["times"].lower().replace("s ", " ").removesuffix("s").split():
            times *= 12 if word[0] == "d" else pack["magnitudes"][word]
        part = 0 if match["part"] is None else times / pack["fractions"][match["part"].lower()]  # "3 million and a half"
        value = value * times + part
        power = int(times)
    number: Number = whole(value)
    if slash and int(bottom):
        number = whole(value) / int(bottom)
        shared = int(bottom) <= _TEN or int(bottom) in _PARTS or match.string.startswith(" of ", match.end())
        form = "fraction" if number < 1 and shared else "code"
    elif len(top) > 1 and top[0] == "0" and top[1] != ".":
        form = "code"  # "image 07"
    if number >= _MOST:
        form = "code"
    minus = match["minus"] is not None or _MINUS.search(match.string, max(0, match.start() - 6), match.start()) is not None
    return Numeral(
        span=match.span(),
        value=-number if minus else number,
        form=form,
        word=match["sign"],
        minus=minus,
        decade=match["decade"] is not None,
        power=power if match["part"] is None else 1,
    )


def _plain(match: re.Match[str]) -> str:
    """The digits without separators and with a decimal point, also where a text writes them the other way round."""
    number = match["number"]
    if _COMMA.fullmatch(number):
        return number.replace(",", ".")
    if _POINTS.fullmatch(number) and _persons().match(match.string, match.end("number")):
        return number.replace(".", "")
    return _SEPARATORS.sub("", number)


_COMMA = re.compile(r"\d{1,3},\d{1,2}")
_POINTS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")


def _vague(match: re.Match[str]) -> Numeral:
    return Numeral(span=match.span(), value=0, form="vague", word=" ".join(match.group().lower().split()))


_OF_TWO = re.compile(r"\b(?:first|second|other|this|last|latter|top|the|each)\s+\Z", re.IGNORECASE)


def _fraction(match: re.Match[str]) -> Numeral | None:
    pack = _pack()
    tokens = [t.lower() for t in _TOKEN.findall(match.group())]
    bottom = pack["fractions"].get(tokens[-1])
    if len(tokens) == 1 and (tokens[0] != "half" or _OF_TWO.search(match.string, max(0, match.start() - 8), match.start())):
        return None  # "the third of", "the second half of": one of several parts, not a share
    top = 1
    for word in tokens[:-1]:
        top = pack["ones"].get(word) or pack["teens"].get(word) or pack["tens"].get(word) or 1
    if top > 1 and not tokens[-1].endswith("s"):
        return None
    return Numeral(span=match.span(), value=top / bottom, form="fraction")


def _odds(match: re.Match[str]) -> Iterator[Numeral]:
    """A share said as odds, "one in five residents"."""
    many = match["many"].lower()
    value = int(many.replace(",", "")) if many[0].isdigit() else spell(many.replace("-", " ").split(), 0)[0]
    if value > 1:
        yield Numeral(span=match.span(), value=1 / value, form="fraction")


def _words(text: str, start: int, end: int) -> Iterator[Numeral]:
    """The numbers of a run of number words, which may be several: "six and seven" is two."""
    tokens = [(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    words = [word for word, _, _ in tokens]
    if words[:2] == ["one", "point"] and _AT.search(text, max(0, start - 5), start):
        words[1] = ""  # "at one point five men left"
    if words and words[0] in _CENTURIES and _year_in_words().fullmatch(text, start, end):
        yield Numeral(span=(start, end), value=0, form="date")
        return
    at = 0
    while at < len(words):
        value, past = spell(words, at)
        if past > at and not (words[at] == "naught" and _IN_VAIN.search(text, max(0, start - 4), start)):
            span = tokens[at][1], tokens[past - 1][2]
            nth = _nth(text, words[past - 1], span[1]) if past == len(words) else None
            minus = not at and _MINUS.search(text, max(0, start - 6), start) is not None
            yield Numeral(
                span=span if nth is None else (span[0], nth),
                value=whole(-value if minus else value),
                form="ordinal" if nth is not None else "words" if value < _MOST else "code",
                minus=minus,
            )
        at = max(past, at + 1)


@cache
def _year_in_words() -> re.Pattern[str]:
    """Years as they are said: "nineteen eighty-four", "twenty thirty-one"."""
    pack = _pack()
    ones, teens, tens = _any(w for w in pack["ones"] if pack["ones"][w]), _any(pack["teens"]), _any(pack["tens"])
    return re.compile(rf"(?:{'|'.join(_CENTURIES)})\s(?:{teens}|(?:{tens})(?:[\s-](?:{ones}))?)", re.IGNORECASE)


def _nth(text: str, last: str, end: int) -> int | None:
    """Where an ordinal ends that the last of number words begins, as "twenty-first"; None for "twenty first aiders"."""
    match = _ordinals().match(text, end)
    if match is None or text[match.end() : match.end() + 1] == "-":
        return None
    pack = _pack()
    first, powers = pack["ordinals"][match[2].lower()], pack["magnitudes"]
    if first not in powers.values() and last not in powers and (last not in pack["tens"] or first >= _TEN):
        return None
    following = _NEXT.match(text, match.end())
    counts = match[1] != "-" and following is not None and is_plural(following[1])
    return None if counts else match.end()


_CENTURIES = frozenset({"seventeen", "eighteen", "nineteen", "twenty"})
_IN_VAIN = re.compile(r"\b(?:to|for)\s\Z", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|from|in|on)\s\Z", re.IGNORECASE)
_TEN = 10
_PARTS = frozenset({12, 16, 20, 32, 50, 64, 100, 1000})
"""Denominators above ten that fractions in figures have; others are of days, as "9/11"."""
_NEXT = re.compile(r"\s+([A-Za-z]+)")


@cache
def _ordinals() -> re.Pattern[str]:
    return re.compile(rf"(\s|-)({_any(_pack()['ordinals'])})\b", re.IGNORECASE)
