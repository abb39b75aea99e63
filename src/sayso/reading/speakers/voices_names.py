"""Which words of a phrase are the name of a person or a body, and which say what it is?"""

import re
from functools import cache, lru_cache

from sayso.reading.words.analysis import Analysis
from sayso.reading.words.bodies import only_a_body
from sayso.reading.words.kinds import heads_of, kind_of
from sayso.reading.words.nations import nation

DETERMINERS = heads_of("grammar", "determiners")
_ORDINAL = frozenset(("st", "nd", "rd", "th"))
"""What follows a number at the beginning of a name: "9th Brigade"."""
_CONNECTORS = heads_of("grammar", "connectors")


def runs(a: Analysis, start: int, end: int) -> list[tuple[int, int]]:
    """The runs of capitalised words that are names, in order; a possessive ends a run."""
    out: list[tuple[int, int]] = []
    i = start
    capitals = a.unit.capitals
    while i < end:
        numbered = i + 2 < end and capitals[i + 2] and _opens(a, i)
        if not numbered and (not capitals[i] or (a.lower[i] in DETERMINERS and i + 1 < end)):
            i += 1
            continue
        j = last = i + 3 if numbered else i + 1
        while j < end:
            if capitals[j]:
                j = last = j + 1
            elif a.lower[j] in _CONNECTORS and not owns(a, j) and _bridges(a, j, end):
                j += 1
            elif a.lower[j] == "-" and j + 1 < end and a.lower[j + 1].isdigit():
                j = last = j + 2
            elif a.lower[j].isdigit() and only_a_body(" ".join(a.unit.words[i : j + 1])):
                j = last = j + 1
            elif a.lower[j] == "and" and j + 1 < end and _capital(a, j + 1) and _one_body(a, i, j, end):
                j += 1
            else:
                break
        out.append((i, last))
        i = last
    return out


def _opens(a: Analysis, i: int) -> bool:
    """True where a name begins with a number or an article without a capital: "9th Brigade", "al-Qassam"."""
    joined = a.lower[i + 1] == "-" and a.unit.spans[i][1] == a.unit.spans[i + 1][0]
    return (a.lower[i].isdigit() and a.lower[i + 1] in _ORDINAL) or (a.lower[i] in _ARTICLES and joined)


_ARTICLES = frozenset(("al", "el", "as", "ash", "an", "ar", "ad"))


def owns(a: Analysis, k: int) -> bool:
    """True for a possessive mark: "'s", and "'" right behind a plural."""
    if k and a.lower[k] in ("'", "’"):
        return a.lower[k - 1].endswith("s") and a.unit.spans[k - 1][1] == a.unit.spans[k][0]
    return a.lower[k] in ("'s", "’s")


def words(text: str, a: Analysis, start: int, end: int) -> str:
    """The text of some words as it stands."""
    return " ".join(text[a.unit.spans[start][0] : a.unit.spans[end - 1][1]].split()) if start < end else ""


def person_in(a: Analysis, start: int, end: int) -> tuple[int, int] | None:
    """The words of a person's name among the words, titles left out."""
    tags = a.names[start:end]
    for first, last, tag in a.entities() if "B-PER" in tags or "I-PER" in tags else ():
        if tag == "PER" and first < end and last > start:
            s, e = max(first, start), min(last, end)
            while s < e - 1 and a.lower[s].rstrip(".") in heads_of("titles", "words"):
                s += 1
            name = " ".join(a.unit.words[s:e])
            e = _hyphened(a, e, end)
            owner = e < len(a) and (owns(a, e) or a.lower[e] == "-")
            if (
                not owner
                and name.casefold() not in heads_of("groups", "names")
                and not only_a_body(name)
                and nation(name) is None
                and not acronym(name)
                and _capital(a, s)
                and a.lower[s] not in heads_of("persons", "heads")
                and not (e - s == 1 and a.lower[s].rstrip(".") in heads_of("titles", "words"))
                and not _titled(a, e, end)
                and not _role_of(a, e, end)
                and not _in_body(a, e, end)
            ):
                return s, e
    for s, e in runs(a, start, end):
        if s > start and a.lower[s - 1] in heads_of("persons", "heads") and a.unit.words[s - 1].islower() and e - s > 1:
            return s, _hyphened(a, e, end)
        t = s
        while t < e and a.lower[t].rstrip(".") in heads_of("titles", "words"):
            t += 1
        body = a.lower[e - 1] in heads_of("generic", "words") or only_a_body(" ".join(a.unit.words[s:e]))
        if s < t < e and a.lower[t] not in _CONNECTORS and not body:
            return t, _hyphened(a, e, end)
    return None


def _titled(a: Analysis, k: int, end: int) -> bool:
    """True for a title in capitals that leads on to a name: what stands before it is none ("U.S. Defense Secretary N. N.")."""
    title = k + 1 < end and _capital(a, k) and _capital(a, k + 1)
    return title and (a.lower[k] in heads_of("titles", "words") or a.lower[k] in heads_of("persons", "heads"))


def _role_of(a: Analysis, k: int, end: int) -> bool:
    """True for a role that leads on to a person: what stands before it is none ("Kelso defence ministry spokesman N. N.")."""
    first = next((i for i in range(k, end) if a.names[i] == "B-PER"), None)
    if first is None or first == k or any(not a.lower[i].isalpha() or a.xpos[i] not in _IN_ROLE for i in range(k, first)):
        return False
    role = a.lower[first - 1]
    return role in heads_of("persons", "heads") or role in heads_of("titles", "words")


_IN_ROLE = frozenset(("NN", "NNP", "JJ"))
"""Parts of speech of the words of a role between a country or a body and a name."""


def _hyphened(a: Analysis, e: int, end: int) -> int:
    """Where a name ends whose last part goes on behind a hyphen: "Kim Sang-woo"."""
    spans = a.unit.spans
    while e < end and (a.lower[e] == "-" or a.lower[e - 1] == "-") and spans[e - 1][1] == spans[e][0]:
        e += 1
    return e


def nobody(a: Analysis, start: int, end: int) -> bool:
    """True for words that are no source by themselves: "Thousands", "Each", "Initial", "morning", bare "intelligence"."""
    empty = heads_of("nobody", "words")
    return all(a.lower[k] in empty or not a.unit.words[k][0].isalpha() for k in range(start, end))


def second(a: Analysis, start: int, end: int) -> int | None:
    """The "and" behind which a second speaker stands: "the army and the rebels", "Army and rebels"; None where there is one."""
    for k in range(start + 1, end - 1):
        if a.lower[k] != "and":
            continue
        kinds = {kind_of(a.lower[k - 1]), kind_of(a.lower[k + 1])} - {"other", "anonymous"}
        if a.lower[k + 1] in _ANOTHER or (len(kinds) > 1 and k == start + 1 and k + 2 == end):
            return k
    return None


_ANOTHER = frozenset(("a", "an", "the", "one", "two", "his", "her"))


def whole_name(a: Analysis, start: int, end: int) -> int:
    """Where a phrase ends that breaks off inside a name: "National Intelligence" of "National Intelligence Service"."""
    stop = end
    while start < stop < len(a) and a.unit.sentences[stop] == a.unit.sentences[stop - 1] and _capital(a, stop):
        stop += 1
    broken = stop > end > start and _capital(a, end - 1)
    person = broken and any(a.names[k].endswith("PER") for k in range(end, stop))
    verb = broken and not person and stop < len(a) and a.upos[stop] in ("VERB", "AUX")
    return stop if broken and (verb or a.lower[stop - 1] in heads_of("generic", "words")) else end


def timeless(a: Analysis, start: int, end: int) -> tuple[int, int]:
    """A phrase without the words of time at its ends: "Tuesday the ministry", "the army on Tuesday"."""
    before, s, e = heads_of("nobody", "before"), start, end
    while s < e and (_of_time(a, s) or (a.lower[s] in before and s + 1 < e and (_of_time(a, s + 1) or a.lower[s + 1] in before))):
        s += 1
    s = start if s == e or (s > start and _capital(a, s)) else s  # "Sunday Herald"
    while e - 1 > s and (
        (_of_time(a, e - 1) and not (_capital(a, e - 1) and _capital(a, e - 2))) or (e < end and a.lower[e - 1] in before)
    ):
        e -= 1
    return s, e


_YEAR = 4
"""Digits of a year."""


def _of_time(a: Analysis, k: int) -> bool:
    return a.lower[k] in heads_of("nobody", "days") or (a.lower[k].isdigit() and len(a.lower[k]) == _YEAR)


def _in_body(a: Analysis, at: int, end: int) -> bool:
    """True where the capitals go on to the name of a body: "Tarn" of "Tarn General Hospital"."""
    stop = at
    while stop < end and _capital(a, stop):
        stop += 1
    lists = (("generic", "words"), ("bodies", "words"), ("bodies", "ends"), ("media", "names"))
    return stop > at and any(a.lower[stop - 1] in heads_of(section, key) for section, key in lists)


def roles_in(a: Analysis, start: int, end: int) -> tuple[str, ...]:
    """The words of a phrase that name a role or a sort of body, in lower case."""
    known = _role_words()
    return tuple(w for w in (a.lower[k].rstrip(".") for k in range(start, end)) if w in known or singular(w) in known)


@cache
def _role_words() -> frozenset[str]:
    """Words that name a role or a sort of body."""
    lists = (("persons", "heads"), ("generic", "words"), ("titles", "words"), ("media", "heads"))
    return frozenset[str]().union(*(heads_of(section, key) for section, key in lists))


def singular(word: str) -> str:
    """A role in the singular: spokesman for spokesmen."""
    return word[:-3] + "man" if word.endswith("men") else word.removesuffix("s")


@lru_cache(maxsize=4096)
def last(text: str) -> str:
    """The head of a name or description in lower case: the word before the first preposition."""
    words: list[str] = _IN_NAME.findall(text)
    for i, w in enumerate(words):
        if i and w.casefold() in heads_of("grammar", "prepositions") and not acronym(w):
            return words[i - 1].casefold()
    return words[-1].casefold() if words else ""


def apart(a: Analysis, k: int) -> bool:
    """True where space stands on both sides of a mark."""
    return a.unit.spans[k - 1][1] < a.unit.spans[k][0] and a.unit.spans[k][1] < a.unit.spans[k + 1][0]


_IN_NAME = re.compile(r"[\w'’-]+")


@lru_cache(maxsize=20_000)
def acronym(word: str) -> bool:
    """True for one word of two to seven letters, all but one of them capitals."""
    return (
        2 <= len(word) <= 7 and word.isalpha() and sum(c.isupper() for c in word) >= max(2, len(word) - 1) and word[0].isupper()
    )


def _capital(a: Analysis, i: int) -> bool:
    return a.unit.capitals[i]


def _bridges(a: Analysis, i: int, end: int) -> bool:
    """True where at most two connectors lead on to another capitalised word."""
    for k in range(i + 1, min(i + 3, end)):
        if _capital(a, k):
            return True
        if a.lower[k] not in _CONNECTORS:
            return False
    return False


def _one_body(a: Analysis, start: int, joint: int, end: int) -> bool:
    """True where "and" joins two parts of one institution's name: a word such as institute or office before it or at its end."""
    bodies = heads_of("bodies", "words")
    if any(a.lower[k] in bodies for k in range(start, joint)):
        return True
    stop = joint + 1
    while stop < end and _capital(a, stop):
        stop += 1
    return a.lower[stop - 1] in bodies and nation(" ".join(a.unit.words[start:joint])) is None
