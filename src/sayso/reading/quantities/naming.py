"""Is a number in digits part of a date, somebody's age, or part of a name, and so no count?"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sayso.packs import table
from sayso.reading.quantities.figures import Figuring
from sayso.reading.quantities.numerals import Numeral
from sayso.reading.words.plurals import is_plural


def naming(text: str, numeral: Numeral) -> Figuring | None:
    """The kind of a number that dates, ages, labels or numbers something; None when it may be a count."""
    around = _around(text, numeral)
    for check in _CHECKS if around.plain else _CHECKS_OF_WRITTEN:
        kind = check(around)
        if kind is not None:
            return kind
    return None


def named_in_words(text: str, numeral: Numeral) -> Figuring | None:
    """The kind of a number in words that names something: "phase two", "Chapter Seven", "the Group of Seven"; None for others."""
    start, end = numeral.span
    word, lists = before(text, start), _lists()
    if text[end : end + 1] in {",", ")"} and text[start - 2 : start] == ", " and 0 < numeral.value <= _OLDEST:
        person = _PERSON_BEFORE.search(text, max(0, start - 24), start)
        named = _FULL_NAME_BEFORE.search(text, max(0, start - 40), start)
        return "age" if named or (person is not None and person[1].lower() in lists["one_person"]) else None
    if word.lower() in {"age", "aged"}:
        return "age"
    if numeral.value <= 1 and _is_name(text, start, word):
        return "other"
    if word.lower() not in _before_names() or numeral.value > _LAST_NAMED:
        return None
    after = _AFTER.match(text, end)
    capital = text[start].isupper()
    plural = after is not None and is_plural(after[1]) and capital <= after[1][0].isupper()
    if plural or (after is not None and (after[1].lower() in lists["persons"] or after[1].lower() in _MORE)):
        return None
    if word.lower() in lists["loose_labels"] and not _told(text, start, word) and capital == word[0].isupper():
        return "other"
    group = text[max(0, start - 16) : start].lower().split()
    return "other" if capital and (word.lower() == "big" or " ".join(group[-2:]) in lists["named_numbers"]) else None


def _is_name(text: str, start: int, word: str) -> bool:
    """Whether "One" or "Zero" with a capital belongs to the name before it: "Channel One", "Ground Zero"."""
    lists = _lists()
    named = text[start].isupper() and text[start + 1 : start + 2].islower() and word[:1].isupper() and not word.isupper()
    return named and word[-1].isalpha() and word.lower() not in lists["harms"] and word.lower() not in lists["stop"]


def _told(text: str, start: int, word: str) -> bool:
    """Whether a label before a number is a noun of its own: "that day six more fell", "on the second day 12 fell"."""
    if word.lower() not in _lists()["told"]:
        return False
    earlier = before(text, text.rfind(word, 0, start)).lower()
    nth = earlier[:1].isdigit() and earlier[-2:] in {"st", "nd", "rd", "th"}
    return nth or earlier in _lists()["before_told"] or earlier in table("numbers")["ordinals"]


def before(text: str, at: int) -> str:
    """The word before an offset with nothing but white space between; empty where there is none."""
    match = _LAST.search(text, max(0, at - 24), at)
    return match[1] if match else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """A number in digits with the words beside it; `word` is the one before, `low` the same in lower case."""

    text: str
    start: int
    end: int
    value: float
    plain: bool
    word: str
    low: str
    follows: str

    @property
    def written(self) -> str:
        return self.text[self.start : self.end]

    @property
    def left(self) -> str:
        return self.text[self.start - 1 : self.start]

    @property
    def right(self) -> str:
        return self.text[self.end : self.end + 1]


_LAST = re.compile(r"([\w.&'\u2019-]+)\s+\Z")
_AFTER = re.compile(r"\s+([A-Za-z][\w-]*)")
_SCALED = re.compile(r"\d[kKmb]-\Z")
_JOINED = re.compile(r"([A-Za-z]+)-\Z")
_FULL_NAME = re.compile(r"\b[A-Z][\w'\u2019-]+\s[A-Z][\w'\u2019-]+\s\Z")
_KIN_BEFORE = re.compile(r"\b(?i:the|her|his|my|their|our|an?|whose|one|another)\s(?:[\w'\u2019-]+\s){0,3}[a-z-]+,\s\Z")
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w.'\u2019-]*|\)),\s\Z")
_PERSON_BEFORE = re.compile(r"\b([A-Za-z.]+),\s\Z")
_INCLUDING = re.compile(r",?\s(?:including|mostly?|some|all|among|many|of\s(?:them|whom))\b")
_FULL_NAME_BEFORE = re.compile(
    r"\b(?!(?:In|At|On|Near|From|By|Of|For|And|The|Over|But)\s)[A-Z][\w'\u2019-]+\s(?:[A-Z]\.\s)?[A-Z][\w'\u2019-]+(?:\s[JS]r\.)?,\s\Z"
)
_OF_TOWN = re.compile(r",?\s(?:of|from|and|both\sof)\s[A-Z]")
_AGES_BEFORE = re.compile(r"\b([A-Za-z]+),\s(?:(?:aged?|ages)\s)?(?:\d{1,2},?\s(?:(?:and|to)\s)?)*\Z")
_AGES = re.compile(r"(?:\d{1,2},\s)*\d{1,2}(?:,?\s(?:and|to)\s\d{1,2})?(?:[,;)]|\.(?!\d))")
_AGE_OF = re.compile(
    r"\b(?:he|she|who|child|boy|girl|baby|man|woman|victim|suspect|teenager|son|daughter)\s+"
    r"(?:was|is|(?:will|would)\s+be|turned|turns|(?:had|has)\s+(?:just\s+)?turned)\s\Z",
    re.IGNORECASE,
)
_OLDER = re.compile(r"\bages?\s+of\s\Z", re.IGNORECASE)
_POSTAL = 5
_LONG = 9
"""Digits of a postal code, and of a run that nobody writes as a count."""
_HOURS_TO = re.compile(r"\s(?:to|until|and|-)\s\d{4}\b", re.IGNORECASE)
_DAY_MONTH = re.compile(r"\d\s+[A-Za-z]+\.?\s\Z")
_DATED_YEAR = re.compile(
    r"\b(?:(?P<month>[A-Z][a-z]+\.?)\s(?:\d{1,2},?|of)\s|(?i:spring|summer|autumn|fall|winter|year|campaign|war|battle|treaty|siege|act)\sof\s)\Z"
)
_YEAR_PAIR = re.compile(r"\b1\d{3}\s(?:and|to)\s\Z")
_IN_MONTH = re.compile(r"\b[Ii]n\s+\w+\.?\s\Z")
_STREET = re.compile(
    r"(?:[-\u2013]\d+)?(?:\s+(?:Rue|Via|Calle|Avenida|Avenue|Ulitsa|Vulytsia|Piazza|Plaza|Place)\s+[A-Z]|(?:\s+[A-Z0-9][\w'\u2019]*\.?){1,4}\s+"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Square|Terrace|Hwy|Highway|Way|Court|Ct|Place|Pkwy|Circle)\b\.?)"
)
_OPEN_WORDS = frozenset({"sub", "minus", "to", "and", "of", "now"})
_DAYS, _FIRST_YEAR, _LAST_YEAR, _OLD, _RECENT, _NEW = 31, 1000, 2200, 1800, 1900, 2150
_MIDNIGHT, _HOUR, _YEAR_DIGITS, _AGE_DIGITS, _MARK_DIGITS = 2400, 60, 4, 2, 3
_OLDEST, _GROWN = 110, 10
_MORE = frozenset({"more", "other", "others", "additional"})
_MODAL = frozenset({"may", "march", "mar"})
"""Months whose words are others in lower case."""
_EMERGENCY = frozenset({"911", "112", "999", "101", "102", "103", "104"})
_CODE_LETTERS, _LAST_NAMED, _STATE = 3, 20, 2
_CALLSIGN = re.compile(r"[KW][A-Z]{2,3}")


def _around(text: str, numeral: Numeral) -> _Around:
    start, end = numeral.span
    word = before(text, start)
    low = word.lower()
    lists = _lists()
    if low.endswith(".") and low not in lists["low_labels"] and low.rstrip(".") not in lists["months"] and low != "a.d.":
        word = low = ""  # another sentence
    after = _AFTER.match(text, end)
    return _Around(
        text=text,
        start=start,
        end=end,
        value=numeral.value,
        plain=text[start:end].isdigit(),
        word=word,
        low=low,
        follows=after[1] if after else "",
    )


def _marked(n: _Around) -> Figuring | None:
    """Joined to letters ("M-16", "9xk"), or in brackets as a mark or an age ("(4)", "[9]")."""
    if n.left == "-" and n.text[n.start - 2 : n.start - 1].isalpha() and not _SCALED.search(n.text, max(0, n.start - 4), n.start):
        joined = _JOINED.search(n.text, max(0, n.start - 12), n.start)
        if joined is None or joined[1].lower() not in _OPEN_WORDS:
            return "other"
    short = n.plain and n.end - n.start == _AGE_DIGITS and not n.text[n.start - 2 : n.start - 1].isalnum()
    if short and n.left in {"'", "\u2019"}:
        return "time"  # "the class of '31"
    if n.right.isalpha() or n.left == "#" or _long(n) or (n.left, n.right) == ("[", "]"):
        return "other"
    if (n.left, n.right) == ("(", ")") and n.end - n.start <= _MARK_DIGITS:
        named = n.end - n.start == _AGE_DIGITS and _FULL_NAME.search(n.text, max(0, n.start - 31), n.start - 1)
        return "age" if named else "other"
    return None


def _long(n: _Around) -> bool:
    """A long run of digits after a colon or the like: "Case number: 1704020090"."""
    if not n.plain or n.end - n.start < _LONG:
        return False
    told = n.text[max(0, n.start - 2) : n.start].rstrip()[-1:] in {":", "=", '"'}
    return told or n.low in _lists()["low_labels"] or n.low in _lists()["labels"]


def _dated(n: _Around) -> Figuring | None:
    """A day or a year beside a month; "In March 12 soldiers died" keeps its twelve."""
    months, follows = _lists()["months"], n.follows.lower().partition("-")[0]  # "14 August-2 September"
    if 1 <= n.value <= _DAYS and follows in months and (follows not in _MODAL or n.follows[0].isupper()):
        return "time"
    month = n.low.rstrip(".,")
    if month not in months or (month in _MODAL and not n.word[0].isupper()):
        return None
    if _DAY_MONTH.search(n.text, max(0, n.start - 16), n.start):
        return None if follows in _lists()["persons"] else "time"  # "on 23 September 28 villagers died"
    counts = follows in _lists()["persons"] and _IN_MONTH.search(n.text, max(0, n.start - 20), n.start)
    return "time" if (1 <= n.value <= _DAYS or _FIRST_YEAR <= n.value <= _LAST_YEAR) and not counts else None


def _clocked(n: _Around) -> Figuring | None:
    """A time of day without a colon: "at 1625", "from 0630 to 0700"."""
    if n.end - n.start != _YEAR_DIGITS or n.low not in {"at", "from", "by"} or is_plural(n.follows):
        return None
    valid = n.value < _MIDNIGHT and n.value % 100 < _HOUR
    return "time" if valid and (n.low == "at" or _HOURS_TO.match(n.text, n.end)) else None


_OLD_YEAR_BEFORE = frozenset({"in", "since", "until", "a.d.", "between", "late", "early", "mid"})


def _year(n: _Around) -> Figuring | None:
    if n.end - n.start != _YEAR_DIGITS or not _FIRST_YEAR <= n.value <= _LAST_YEAR:
        return None
    lists, follows = _lists(), n.follows.lower()
    counted = follows in lists["persons"] or follows in lists["more"]
    recent = _OLD <= n.value <= _NEW
    dated = None if recent or counted or is_plural(n.follows) else _DATED_YEAR.search(n.text, max(0, n.start - 24), n.start)
    if dated is not None and (dated["month"] is None or dated["month"].lower().rstrip(".") in lists["months"]):
        return "time"  # "June 17, 1775", "the spring of 1789"
    if n.low in lists["year_before"] and not (counted and n.low not in {"in", "since", "until", "by"}):
        old = n.low in _OLD_YEAR_BEFORE or _YEAR_PAIR.search(n.text, max(0, n.start - 16), n.start)
        if recent or old:
            return "time"
    return "time" if recent and not counted and (n.value >= _RECENT or not follows) and not n.low.endswith("than") else None


def _aged(n: _Around) -> Figuring | None:
    """An age between commas after a name or kin, after "aged", or of somebody who was it."""
    if not 0 < n.value <= _OLDEST:
        return None
    if n.low in {"aged", "age", "ages"} or (n.low == "of" and _OLDER.search(n.text, max(0, n.start - 10), n.start)):
        return "age"
    if _INCLUDING.match(n.text, n.end):
        return None  # "the victims, 12, including a guard"
    stops = n.right == "." and not n.text[n.end + 1 : n.end + 2].isalnum()
    wraps = n.right == "\n" and n.follows.lower() in _lists()["persons"]  # the line goes on: "from the Orlo area, 44\nvillagers"
    ends = n.right in {",", ")", "\n", ""} and not wraps
    closed = stops or ends or n.text[n.end : n.end + 2] == " ("
    if closed or (n.right == ";" and n.value >= _GROWN):
        named = _NAME_BEFORE.search(n.text, max(0, n.start - 24), n.start)
        if named or (n.value >= _GROWN and _KIN_BEFORE.search(n.text, max(0, n.start - 60), n.start)):
            return "age"
    if (
        closed
        and n.low == "both"
        and n.value >= _GROWN
        and _NAME_BEFORE.search(n.text, max(0, n.start - 29), n.start - len("both "))
    ):
        return "age"  # "Ana and Jan Orl, both 35,"
    if _of_persons(n, closed=closed):
        return "age"
    if n.low in {"was", "is", "be", "turned", "turns"} and _AGE_OF.search(n.text, max(0, n.start - 32), n.start):
        return None if is_plural(n.follows) else "age"
    return None


def _of_persons(n: _Around, *, closed: bool) -> bool:
    """Whether a person or several stand before the comma: "a girl, 9, died", "Jan Orl, 21 of Lysk", "two brothers, 9 and 11,"."""
    lists = _lists()
    person = _PERSON_BEFORE.search(n.text, max(0, n.start - 24), n.start)
    if person is not None and closed and person[1].lower() in lists["one_person"]:
        return True
    if n.value >= _GROWN and _OF_TOWN.match(n.text, n.end) and _FULL_NAME_BEFORE.search(n.text, max(0, n.start - 40), n.start):
        return True
    several = _AGES_BEFORE.search(n.text, max(0, n.start - 40), n.start)
    return several is not None and several[1].lower() in lists["several_persons"] and _AGES.match(n.text, n.start) is not None


def _numbered(n: _Around) -> Figuring | None:
    """The number of a paragraph at the start of a line, and the emergency number."""
    if n.written in _EMERGENCY and (n.written == "911" or n.low in _lists()["called"]) and not is_plural(n.follows):
        return "other"
    opens = n.text[n.text.rfind("\n", 0, n.start) + 1 : n.start].strip() == ""
    return "other" if opens and n.text[n.end : n.end + 2] in {". ", ") "} else None


def _labelled(n: _Around) -> Figuring | None:
    """Part of a name, an address or a calibre: "Highway 9", "95 Brigade", "302 Elm Street", ".45 pistol"."""
    lists, follows = _lists(), n.follows.lower()
    if (n.low in lists["labels"] and n.word[0].isupper()) or n.low in lists["low_labels"]:
        capitals = n.word.isupper() and n.follows.isupper()
        if not capitals and follows not in lists["persons"]:
            return "other"
    loose = n.low in lists["loose_labels"] and not n.word.isupper() and not _told(n.text, n.start, n.word)
    if loose and not is_plural(n.follows) and follows not in lists["persons"]:
        return "other"
    if n.plain and n.word.isupper() and (_on_air(n) or _postal(n)):
        return "other"
    if n.word.isupper() and len(n.word) <= _CODE_LETTERS:
        coded = before(n.text, n.text.rfind(n.word, 0, n.start))  # "Flight AX 123"
        if coded[:1].isupper() and coded.lower() in lists["labels"]:
            return "other"
    if n.follows == "block" or (n.follows[:1].isupper() and not n.follows.isupper() and follows in lists["labelled"]):
        return "other"
    if n.written[0] == "." and follows in lists["guns"]:
        return "other"
    return "other" if (n.plain or "-" in n.written) and _STREET.match(n.text, n.end) else None


def _on_air(n: _Around) -> bool:
    """The channel of a station: "KXYZ 5 News"."""
    return n.follows in {"News", "TV", "AM", "FM"} and _CALLSIGN.fullmatch(n.word) is not None


def _postal(n: _Around) -> bool:
    """A postal code after a state, "Norran, AL 36109", but not "lost: RU 12000 killed"."""
    at = n.text.rfind(n.word, 0, n.start)
    shaped = len(n.word) == _STATE and n.end - n.start == _POSTAL
    return shaped and n.text[max(0, at - 2) : at] == ", " and not n.follows.islower()


def _capitalised(n: _Around) -> Figuring | None:
    """After a word whose capital makes it a name within a sentence: "Euro 2032", "Falcon 9"."""
    lists = _lists()
    if not n.word[:1].isupper() or n.word.isupper() or n.low in lists["harms"] or n.low in lists["stop"]:
        return None
    if n.follows.lower() in lists["persons"] or is_plural(n.follows):
        return None
    at = n.text.rfind(n.word, 0, n.start)
    head = n.text[max(0, at - 3) : at]
    inner = head.strip() and head.rstrip()[-1] not in ".!?:\u2014\u2013\u201c\"'\u2022*|" and "\n" not in head[-2:]
    return "other" if inner else None


@cache
def _before_names() -> frozenset[str]:
    """The words before a number in words that may make it a name."""
    lists = _lists()
    return lists["loose_labels"] | {name.split()[-1] for name in lists["named_numbers"]}


_CHECKS: tuple[Callable[[_Around], Figuring | None], ...] = (
    _marked, _dated, _clocked, _year, _aged, _numbered, _labelled, _capitalised,
)  # fmt: skip
_CHECKS_OF_WRITTEN = (_marked, _labelled)
"""The checks of a number with separators, decimals or a magnitude."""


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table("numbers", "nouns").items() if isinstance(words, list)}
