"""Which number do words spell, and where does it end?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.packs import table


def spell(words: Sequence[str], at: int) -> tuple[float, int]:
    """The longest number that starts at word `at`, and the index of the word after it; (0, at) where none starts.

    Words are in lower case. "six and seven" spells two numbers, "six hundred and seven" one.
    """
    factor, i = _lead(words, at)
    led = i > at
    tally = _Tally(part=1.0 if led else 0.0, last="article" if led else "start")
    past = at
    while i < len(words):
        taken = _JOINTS[words[i]](words, i, tally) if words[i] in _JOINTS else tally.take(words[i], first=i == at)
        if not taken:
            break
        i += taken
        past = i if words[i - 1] != "and" else past
    value = tally.value * factor
    return (round(value, 0 if value >= _LARGE else 6), past) if past > at else (0.0, at)


_LARGE = 1000
"""From here on a share of a power ("two thirds of a million") is told in whole units."""
_LEADS = frozenset({"a", "an", "good", "of"})
_AFTER = {
    "ones": {"start", "tens", "hundred", "big"},
    "teens": {"start", "hundred", "big"},
    "tens": {"start", "hundred", "big"},
    "hundred": {"start", "article", "ones", "teens", "tens"},
    "big": {"start", "article", "ones", "teens", "tens", "hundred", "half"},
    "pack": {"article", "ones", "teens", "tens", "hundred", "half"},
}
"""What may stand before a word of each role within one number."""


@dataclass(slots=True)
class _Tally:
    """The sum so far: closed magnitudes in `total`, the open part below the next one in `part`.

    `limit` is the last magnitude, `aside` what of the part stands before "and": packs are counted without it.
    """

    part: float
    last: str
    total: float = 0.0
    limit: float = float("inf")
    aside: float = 0.0

    @property
    def value(self) -> float:
        return self.total + self.part

    def take(self, word: str, *, first: bool) -> int:
        """Add a word; 1 when it continues the number, 0 when it does not."""
        roles = _roles()
        if not first and word.endswith("s") and word[:-1] in roles:
            word = word[:-1]
        role, size = roles.get(word, ("", 0))
        follows = self.last in _AFTER.get(role, ()) or (word == "dozen" and self.last == "start")
        if role == "big" and self.last == "big" and self.limit < size and self.total < self.limit * _LARGE:
            self.total, self.limit = self.total * size, self.limit * size  # "three thousand million", "two lakh crore"
            return 1
        if not follows or (role == "big" and size >= self.limit) or (not size and self.last != "start"):
            return 0
        match role:
            case "hundred":
                self.part = (self.part or 1) * size
            case "big":
                self.total, self.part, self.limit = self.total + (self.part or 1) * size, 0.0, size
            case "pack":
                self.total, self.part = self.total + self.aside + (self.part - self.aside or 1) * size, 0.0
            case _:
                self.part += size
        self.last = role
        return 1


def _lead(words: Sequence[str], at: int) -> tuple[float, int]:
    """What stands before the number, as "half a", "three quarters of a" or "a couple of", and the factor it means."""
    pack, factor, i = table("numbers"), 1.0, at
    if words[at + 1 : at + 2] and words[at + 1] in pack["fractions"] and words[at] in pack["ones"]:
        factor, i = float(pack["ones"][words[at]]), at + 1
    while i < len(words):
        if words[i] in pack["fractions"]:
            factor /= pack["fractions"][words[i]]
        elif words[i] == "couple" and _followed_by_power(words, i + 1):
            factor *= 2
        elif words[i] not in _LEADS:
            break
        i += 1
    return factor, i


def _followed_by_power(words: Sequence[str], at: int) -> bool:
    """Whether "hundred", "dozen" and the like come next, "of" before them or not."""
    i = at + 1 if list(words[at : at + 1]) == ["of"] else at
    return i < len(words) and _roles().get(words[i], ("", 0))[0] in {"hundred", "big", "pack"}


def _fraction(words: Sequence[str], at: int) -> tuple[float, int]:
    """The fraction at word `at`, "a half" or "two thirds", and the index of the word after it; (0, at) where there is none."""
    top, bottom = _word(words, at), _word(words, at + 1)
    over = 1 if top in {"a", "an"} else _roles().get(top, ("", 0))[1]
    under = table("numbers")["fractions"].get(bottom, 0)
    return (over / under, at + 2) if under > over > 0 and (over == 1 or bottom.endswith("s")) else (0.0, at)


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _and(words: Sequence[str], at: int, tally: _Tally) -> int:
    """How many words "and" takes: none when it joins two numbers, three for "and a half", and a magnitude behind that."""
    fraction, past = _fraction(words, at + 1)
    role, size = _roles().get(_word(words, past), ("", 0))
    if fraction and role == "big" and size < tally.limit and tally.last == "big":
        tally.total, tally.limit = tally.total + fraction * size, size  # "one billion and a half million"
        return past + 1 - at
    if fraction and (tally.last == "big" or words[past - 1] in _EXACT):
        if tally.last == "big":
            tally.total += tally.limit * fraction
        else:
            tally.part += fraction
        tally.last = "half"
        return past - at
    follows = _roles().get(_word(words, at + 1), ("", 0))[0]
    joins = tally.last in {"hundred", "big"} and follows in {"ones", "teens", "tens"}
    tally.aside = tally.part if joins else 0.0
    return int(joins)


def _point(words: Sequence[str], at: int, tally: _Tally) -> int:
    """How many words "point" takes: itself and the digits behind it, as in "two point five" and "zero point zero eight"."""
    if tally.last not in {"ones", "teens", "tens", "hundred"}:
        return 0
    digits, i = "", at + 1
    while i < len(words) and _roles().get(words[i], ("", 0))[0] == "ones":
        digits, i = digits + str(_roles()[words[i]][1]), i + 1
    if not digits:  # "seventy-one", "eleven"
        ten, one = (_roles().get(_word(words, k), ("", 0)) for k in (i, i + 1))
        both = ten[0] == "tens" and one[0] == "ones"
        digits = str(ten[1] + (one[1] if both else 0)) if ten[0] in {"teens", "tens"} else ""
        i += bool(digits) + both
    if digits:
        tally.part, tally.last = tally.part + float(f"0.{digits}"), "half"
    return i - at if digits else 0


_JOINTS = {"and": _and, "point": _point}
_EXACT = frozenset({"half", "quarter", "quarters"})
"""Fractions whose words are no ordinals: "two and a third" may be two, and then a third one."""


@cache
def _roles() -> dict[str, tuple[str, int]]:
    """The role and the size of each number word."""
    pack = table("numbers")
    names = {"ones": "ones", "teens": "teens", "tens": "tens", "magnitudes": "big", "packs": "pack"}
    roles: dict[str, tuple[str, int]] = {}
    for group, role in names.items():
        roles.update({word: ("hundred" if word == "hundred" else role, size) for word, size in pack[group].items()})
    return roles | {word: ("teens", size) for word, size in fused().items()}


@cache
def fused() -> dict[str, int]:
    """Tens and ones that a text runs together, with their sizes: "thirtythree"."""
    pack = table("numbers")
    return {ten + one: pack["tens"][ten] + size for ten in pack["tens"] for one, size in pack["ones"].items() if size}
