"""Are two claims of one person each about the same person, as far as their words tell?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Claim, When
from sayso.reading import lexicon

_WORD = re.compile(r"[\w'’-]+")
_SMALL = frozenset(
    "a an the his her their its this that another one two old older younger first second third last suspected".split()
)
_NAME = re.compile(r"(?:[A-Z][\w'’.-]*\s+)+[A-Z][\w'’.-]*")
_AGE = re.compile(r"(\d+)-(?:year|month)-old")
EXTRA = "in addition"
"""The flag of a claim whose people come on top of those told before: "another soldier", "two others"."""
WEEK = 7
"""Days from which two claims are of other events. **Source:** set by hand."""
_NEAR = 60
"""Letters between two claims of one sentence, at most. **Source:** set by hand."""


def another(one: Claim, other: Claim) -> bool:
    """True where the second claim's words are of somebody else: another name, sex or age, or "a", "one" and a new noun."""
    mine, theirs = described(one), described(other)
    if not mine or not theirs or mine & theirs:
        return False
    if _clash(mine, theirs):
        return True
    names = _NAME.search(_text(one)), _NAME.search(_text(other))
    if all(names):
        return True
    new = other.quantity is not None and bool(other.quantity.stated)
    return new and not any(names)


def may_be_one(hurt: Claim, dead: Claim) -> bool:
    """True where one who was hurt may be the one who died: "a man with a gunshot wound … he died at the hospital".

    Two told beside each other are two, unless one claim stands within the other's words.
    """
    (a, b), (c, d) = hurt.span, dead.span
    if a < d and c < b:
        return True
    if (c - b if b <= c else a - d) < _NEAR and not _pronoun(dead) and not _pronoun(hurt):
        return False
    if _pronoun(dead) and dead.span < hurt.span and not _pronoun(hurt):
        return False  # "he was killed … his driver was hurt": who is told of later is another
    mine, theirs = described(hurt), described(dead)
    if mine & theirs:
        return True
    if _clash(mine, theirs):
        return False
    if _ages(hurt) and _ages(dead) and not _ages(hurt) & _ages(dead):
        return False
    if _kin(mine) and _kin(theirs):
        return False
    return not (_NAME.search(_text(hurt)) and _NAME.search(_text(dead)))


def _ages(c: Claim) -> set[str]:
    return set(_AGE.findall(_text(c)))


def _kin(words: frozenset[str]) -> bool:
    return bool(words & lexicon.words("persons", "kin"))


def among_dead(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, where one who was hurt and then died is part of the claim of the death: nobody is counted twice."""
    dead = [c for c in claims if c.outcome == "killed" and _alone(c)]
    out = []
    for c in claims:
        hurt = c.outcome == "wounded" and _alone(c) and c.part_of is None
        whole = next((d.id for d in dead if may_be_one(c, d) and not _apart(c, d)), None) if hurt else None
        out.append(c if whole is None else replace(c, part_of=whole))
    return tuple(out)


def _alone(c: Claim) -> bool:
    """True for one person of one event that is told as having happened."""
    one = c.quantity is not None and c.quantity.best == 1
    return one and EXTRA not in c.flags and c.scope == "event" and c.status == "happened"


def days_between(a: When, b: When) -> int:
    """Days from the end of the earlier of two stretches to the beginning of the later; 0 or less where they meet."""
    return max((b.first - a.last).days, (a.first - b.last).days)


def _apart(a: Claim, b: Claim) -> bool:
    """True where the days of both are given and are more than a week apart."""
    return a.when is not None and b.when is not None and days_between(a.when, b.when) > WEEK


def _pronoun(c: Claim) -> bool:
    return not _text(c)


def _clash(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """True where one is called a man and the other a woman, or a child and a grown person."""
    return any(
        mine & lexicon.words("persons", x) and theirs & lexicon.words("persons", y)
        for x, y in (("male", "female"), ("female", "male"), ("grown", "young"), ("young", "grown"))
    )


def _text(c: Claim) -> str:
    return (c.group.text if c.group is not None else None) or ""


def described(c: Claim) -> frozenset[str]:
    """The words that describe whom a claim is about, in lower case, ages and small words left out."""
    words = _WORD.findall((_text(c) or c.quote).lower())
    return frozenset(w for w in words if w not in _SMALL and not w[0].isdigit())
