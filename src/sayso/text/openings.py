"""With which words can what a regular expression finds begin? What begins otherwise need not be tried.

Reads the part of the language of `re` that the packs use. An answer may hold openings too many, never too few: what must stand
before, behind or around a match is not looked at.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

Opening = tuple[str, ...]
"""A word or sign; or two, of which the first is a word to look past."""

ANY = "*"
"""Stands for whatever may come, also for nothing."""
DIGIT = "0"
"""Stands for every digit."""


def openings(pattern: str, past: Collection[str] = ()) -> frozenset[Opening]:
    """The beginnings of what a pattern finds, in lower case: English letters in a row are one word, every digit is `DIGIT`.

    After a word of `past` and white space or hyphens, what follows is told too.

    Raises: ValueError, for a pattern that is none, or has what this does not read.
    """
    tokens = _TOKEN.findall(pattern)[::-1]
    growing = _Growing(frozenset(past), set())
    short = growing.through(_branches(tokens), {""})
    if tokens:
        raise ValueError(f"{pattern!r} ends a group that it does not begin")
    return frozenset(growing.done | {growing.ended(word) for word in short})


_TOKEN = re.compile(
    r"""
      \\u[0-9a-fA-F]{4} | \\. | \[\^?\]?(?:\\.|[^\]\\])*\]                  # escapes, classes of signs
    | \(\?(?:<?[=!]|P=\w+\)|P<\w+>|[a-z-]*:|>) | [()|]                     # groups and what looks around, branches
    | (?:[*+?]|\{\d+(?:,\d*)?\})[?+]?                                      # repetitions
    | [A-Za-z]+(?![*+?{]) | .                                              # letters in a row, any other sign
    """,
    re.VERBOSE | re.DOTALL,
)
_NOWHERE = frozenset(("^", "$", r"\B", r"\A", r"\Z"))
_END = "\b"
"""Stands for an edge of a word, behind which no letter goes on with it."""
_OFTEN, _MANY = 4, 2000
"""Times that a part may be repeated, and beginnings that may be short, before anything is thought to come."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a pattern: one of the signs, or one of the branches; it may be left out, or come several times."""

    signs: tuple[str, ...] = ()
    branches: "_Branches" = ()
    optional: bool = False
    often: bool = False


_Branches = tuple[tuple[_Part, ...], ...]


def _branches(tokens: list[str]) -> _Branches:
    """The branches up to the end of a group or of the pattern; takes their tokens from the end of the list."""
    out: list[list[_Part]] = [[]]
    while tokens and tokens[-1] != ")":
        part = tokens.pop()
        if part == "|":
            out.append([])
        elif part[0] in "*+?":
            raise ValueError(f"{part!r} stands where there is nothing to repeat")
        elif part[0] == "(" and part[-1] != ")":
            inner = _branches(tokens)
            if not tokens:
                raise ValueError(f"a group that begins with {part!r} does not end")
            tokens.pop()
            if part[-1] not in "=!":
                out[-1].append(_repeated(_Part(branches=inner), tokens))
        elif part not in _NOWHERE:
            out[-1].append(_repeated(_Part(signs=_signs(part)), tokens))
    return tuple(map(tuple, out))


def _repeated(part: _Part, tokens: list[str]) -> _Part:
    """A part with the repetition that stands after it, if any."""
    times = tokens[-1] if tokens else ""
    if times[:1] not in ("*", "+", "?", "{") or times == "{":
        return part
    tokens.pop()
    return replace(part, optional=times[0] in "*?" or times[:2] == "{0", often=times[0] != "?")


def _signs(part: str) -> tuple[str, ...]:
    """What one part can be: letters in lower case, `DIGIT`, a space, another sign, or `ANY`."""
    if part[0] == "[" and len(part) > 1:
        inner = part[1:-1]
        if inner[0] == "^" or _RANGE.search(inner):
            return (DIGIT,) if _DIGITS.fullmatch(inner) else (ANY,)
        return tuple({s for t in _TOKEN.findall(inner) for one in (t if t.isalpha() else (t,)) for s in _signs(one)})
    if part[0] == "\\":
        named = part.encode().decode("unicode_escape") if len(part) > len(r"\u") else _ESCAPES.get(part[1], part[1])
        if part[1:].isalnum() and named == part[1]:
            raise ValueError(f"the escape {part!r} is not read here")
        return (named.lower(),)
    if part == "." or part[0] == "(":
        return (ANY,)
    return (" ",) if part.isspace() else (DIGIT,) if part.isdigit() else (part.lower(),)


_ESCAPES = {"b": _END, "d": DIGIT} | dict.fromkeys("sntrfv", " ") | dict.fromkeys("wWSD", ANY)
_RANGE = re.compile(r"[^\\]-.")
_DIGITS = re.compile(r"(?:\d-\d|\d)+")


@dataclass(frozen=True, slots=True)
class _Growing:
    """Beginnings as they grow part by part; `done` are those that are long enough.

    One that grows is a word, a word and a space, or a word, a space and a word.
    """

    past: frozenset[str]
    done: set[Opening]

    def through(self, branches: _Branches, begun: set[str]) -> set[str]:
        """What is still short after one of the branches; where that is too much to tell, anything may come."""
        out: set[str] = set()
        for branch in branches:
            short = begun
            for part in branch:
                short = self._on(part, short)
            out |= short
        if len(out) <= _MANY:
            return out
        self.done.add((ANY,))
        return set()

    def ended(self, word: str) -> Opening:
        """The opening of what ends with this beginning."""
        first, _, second = word.removesuffix(_END).partition(" ")
        return (first, second or ANY) if first in self.past else (first or ANY,)

    def _on(self, part: _Part, begun: set[str]) -> set[str]:
        """What is still short after a part, as often as it may come."""
        out = set(begun) if part.optional else set()
        now = begun
        for _ in range(_OFTEN if part.often else 1):
            now = self.through(part.branches, now) if part.branches else self._with(part.signs, now)
            if now <= out:
                return out
            out |= now
        if part.often:
            self._with((ANY,), now)
        return out

    def _with(self, signs: Iterable[str], begun: set[str]) -> set[str]:
        return {longer for word in begun for sign in signs if (longer := self._longer(word, sign)) is not None}

    def _longer(self, word: str, sign: str) -> str | None:
        """A beginning with one more sign, or more letters; None where it is done, or cannot be."""
        if sign == _END:
            return word + _END if word[-1:].isalpha() else word
        if sign.isascii() and sign.isalpha():
            return None if word.endswith(_END) else word + sign
        word = word.removesuffix(_END)
        first, space, second = word.partition(" ")
        if first in self.past and sign in _BETWEEN and not second:
            return f"{first} "
        if not word or (sign == ANY and not space):
            self.done.add((sign if not word else ANY,))
        elif first not in self.past:
            self.done.add((first,))
        elif second and sign != ANY:
            self.done.add((first, second))
        else:
            self.done.add((first, sign if space else ANY))
        return None


_BETWEEN = (" ", "-")
