"""Are two claims of one person each about the same person, as far as their words tell?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Claim, When
from sayso.reading.quantities.numerals import written
from sayso.reading.words import lexicon

_WORD = re.compile(r"[\w'’-]+")
_SMALL = frozenset(
    "a an the his her their its this that another one two old older younger first second third last suspected".split()
)
_NAME = re.compile(r"(?<![\w-])(?:[A-Z][\w'’.-]*\s+)+[A-Z][\w'’.-]*")
_APPOSED = re.compile(r"[\w'’ -]+,\s((?:[A-Z][\w'’.-]*\s)+[A-Z][\w'’.-]*),")
"""The name behind a noun: "guard, Ana Orl, was hurt"."""
_PRONOUNS = frozenset(("he", "him", "she", "her"))
_PROPER = re.compile(r"\b[A-Z][\w'’-]+")
_DEFINITE = re.compile(r"\b(?:the|that|this)\s(?:[\w-]+\s){0,2}\Z", re.IGNORECASE)
"""What stands before one who was told of before."""
_SENTENCE_END = re.compile(r"[.!?]\s+[\"“‘]?[A-Z]|\n")
_RECENT = 200
"""Letters before a pronoun in which the one it means is looked for. Source: set by hand."""
_HIT = ("killed", "wounded", "casualties")
_REACH, _SHORT = 30, 12
"""Letters before a claim in which its article is looked for, and around it those of an age that it cuts."""
_AGE = re.compile(r"(\w+)[- ](year|month|week|day)s?[- ]old\b", re.IGNORECASE)
_FULL = 2
"""Words of a full name, at least."""
_OF_AGE = 18
"""Years from which a person is grown."""
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


def may_be_one(hurt: Claim, dead: Claim, text: str) -> bool:
    """True where one who was hurt may be the one who died: "a man with a gunshot wound … he died at the hospital".

    Two told beside each other are two, unless one claim stands within the other's words, or "the victim" goes on with the first.
    """
    if _within(hurt, dead):
        return True
    if _beside(hurt, dead, text):
        return False
    if not _text(dead) and dead.span < hurt.span and _text(hurt):
        return False  # "he was killed … his driver was hurt": who is told of later is another
    if _next(hurt) and not (_pronoun(dead) and hurt.span < dead.span):
        return False
    mine, theirs = _called(hurt), _called(dead)
    if _ages_differ(hurt, dead, text) or (_clash(mine | _stage(hurt, text), theirs | _stage(dead, text)) and not mine & theirs):
        return False
    if mine & theirs:
        return True
    if _kin(mine) and _kin(theirs):
        return False
    return not _names_differ(hurt, dead)


def _names_differ(a: Claim, b: Claim) -> bool:
    """True for two full names that do not go on with each other: "Ana Orl" and "Tam Orl", but not "Ana Orl" and "Orl"."""
    if _text(a).isupper() or _text(b).isupper():
        return bool(_NAME.search(_text(a)) and _NAME.search(_text(b)))
    one, other = _name(a), _name(b)
    if len(one) < _FULL or len(other) < _FULL:
        return False
    return one[0] != other[0] and not (set(one) <= set(other) or set(other) <= set(one))


def _name(c: Claim) -> tuple[str, ...]:
    """The words of a person's name, titles left out; none of "a Ribnik High student", who has a place's."""
    found = _NAME.search(_text(c))
    if found is None:
        beside = _APPOSED.match(c.quote)
        name = beside.group(1) if beside is not None else ""
    else:
        name = "" if any(lexicon.person(w.lower()) for w in _WORD.findall(_text(c)[found.end() :])) else found.group()
    return tuple(w for w in name.split() if not lexicon.person(w.lower()))


def _called(c: Claim) -> frozenset[str]:
    """What describes whom a claim is about; of one without a noun the pronoun."""
    return described(c) if _text(c) else _PRONOUNS & frozenset(_WORD.findall(c.quote.lower()))


def _next(c: Claim) -> bool:
    """True for "a second man", and "one was hurt" of a toll, who come beside those told before."""
    if not _text(c):
        return not _pronoun(c)
    return bool(lexicon.words("persons", "next") & {w.lower() for w in _WORD.findall(_text(c))})


def _within(a: Claim, b: Claim) -> bool:
    return a.span[0] < b.span[1] and b.span[0] < a.span[1]


def _beside(hurt: Claim, dead: Claim, text: str) -> bool:
    """True for "one was killed and his brother hurt": two told right beside each other, each in words of his own."""
    first, second = sorted((hurt, dead), key=lambda c: c.span)
    if second.span[0] - first.span[1] >= _NEAR or _within(hurt, dead) or _pronoun(hurt) or _pronoun(dead):
        return False
    return not (_again(second, text) and (described(first) & described(second) or _anybody(second)))


def _again(c: Claim, text: str) -> bool:
    """True for "the victim", who was told of before."""
    return _DEFINITE.search(text, max(0, c.span[0] - _REACH), c.span[0]) is not None


def _anybody(c: Claim) -> bool:
    return bool(described(c) & lexicon.words("persons", "anybody"))


def _told_apart(hurt: Claim, dead: Claim, text: str) -> bool:
    """True for two beside each other in one sentence, which tells them apart."""
    first, second = sorted((hurt.span, dead.span))
    return _beside(hurt, dead, text) and _SENTENCE_END.search(text, first[1], second[0] + 2) is None


def _ages_differ(a: Claim, b: Claim, text: str) -> bool:
    mine, theirs = _ages(a, text), _ages(b, text)
    return bool(mine and theirs and not mine & theirs)


def _ages(c: Claim, text: str) -> set[tuple[int, str]]:
    """The ages that a claim's words give, as number and unit: "three-year-old", "15-month-old"."""
    told = _text(c) if _text(c) not in ("", "old") else text[max(0, c.span[0] - _SHORT) : c.span[1] + _SHORT]
    found = [(numeral, unit.lower()) for number, unit in _AGE.findall(told) for numeral in written(number)]
    return {(int(numeral.value), unit) for numeral, unit in found}


def _stage(c: Claim, text: str) -> frozenset[str]:
    """A word for who is grown or young by age: a man of 56 is no child."""
    stages = {"adult" if unit == "year" and n >= _OF_AGE else "child" for n, unit in _ages(c, text)}
    return frozenset(stages) if len(stages) == 1 else frozenset()


def _kin(words: frozenset[str]) -> bool:
    return bool(words & lexicon.words("persons", "kin"))


def among_dead(claims: Sequence[Claim], text: str) -> tuple[Claim, ...]:
    """The claims, where one who was hurt and then died is part of the claim of the death: nobody is counted twice."""
    killed = [c for c in claims if c.outcome == "killed" and c.status == "happened"]
    dead = [c for c in killed if _alone(c)]
    out = []
    for c in claims:
        hurt = c.outcome == "wounded" and _alone(c) and c.part_of is None
        whole = _died(c, dead, claims, text) if hurt else None
        if whole is not None and any(_told_apart(c, d, text) for d in killed) and not any(_named_alike(c, d) for d in dead):
            whole = None  # "one died and a boy was hurt": the boy is none of the dead, whoever is told of elsewhere
        out.append(c if whole is None else replace(c, part_of=whole))
    return tuple(out)


def _died(hurt: Claim, dead: Sequence[Claim], claims: Sequence[Claim], text: str) -> str | None:
    """The claim of the death that one who was hurt may have died, by id."""
    who = _meant(hurt, claims)
    if _lives(hurt, text):
        dead = [d for d in dead if _within(hurt, d) or (_pronoun(d) and hurt.span < d.span)]
    named = [d for d in dead if len(_name(d)) >= _FULL]
    if named and all(_names_differ(who, d) for d in named):
        dead = [d for d in dead if _pronoun(d)]  # "Ana Orl was hurt" where Tam Reke is dead: nor is she "the man" who died
    return next((d.id for d in dead if may_be_one(who, d, text) and not _apart(hurt, d)), None)


def _lives(c: Claim, text: str) -> bool:
    """True where the claim's sentence says that it is not so bad: "in stable condition", "is expected to survive"."""
    end = _SENTENCE_END.search(text, c.span[1])
    told = text[c.span[0] : end.start() if end is not None else c.span[1] + _RECENT].lower()
    return any(phrase in told for phrase in lexicon.words("persons", "living"))


def _meant(c: Claim, claims: Sequence[Claim]) -> Claim:
    """Of whom "he was treated" is told: who was hit before, where that is near; else the claim itself."""
    if not _pronoun(c):
        return c
    before = [o for o in claims if o.span[1] <= c.span[0] < o.span[1] + _RECENT and _alone(o) and o.outcome in _HIT]
    last = max(before, key=lambda o: o.span, default=None)
    return c if last is None or last.outcome == "killed" or _clash(_called(c), described(last)) else last


def _named_alike(a: Claim, b: Claim) -> bool:
    """True where both claims have a name, or a part of one, in common."""
    mine, theirs = (set(_PROPER.findall(_text(c))) for c in (a, b))
    return bool(mine & theirs)


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
    return not _text(c) and bool(_called(c))


def _clash(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """True where one is called a man and the other a woman, or a child and a grown person."""
    return any(
        mine & lexicon.words("persons", x) and theirs & lexicon.words("persons", y)
        for one, other in (("male", "female"), ("grown", "young"), ("guarding", "harming"))
        for x, y in ((one, other), (other, one))
    )


def _text(c: Claim) -> str:
    return (c.group.text if c.group is not None else None) or ""


def described(c: Claim) -> frozenset[str]:
    """The words that describe whom a claim is about, in lower case, ages and small words left out."""
    words = _WORD.findall((_text(c) or c.quote).lower())
    return frozenset(w for w in words if w not in _SMALL and not w[0].isdigit())


def told_in(c: Claim) -> frozenset[str]:
    """The words for people in a claim's quote: of all whom a list tells."""
    return frozenset(w for w in _WORD.findall(c.quote.lower()) if lexicon.person(w))
