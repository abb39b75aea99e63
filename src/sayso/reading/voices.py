"""What do the words of a source tell of the speaker: a name, a role, an institution, whom it quotes?

"A police source quoted by the daily X" is two voices, nearest first; "X's report" is X; "its director, N. N." is N. N. of it.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from sayso.model import Kind
from sayso.reading.analysis import Analysis
from sayso.reading.certainty import listed
from sayso.reading.kinds import heads_of, kind_of, medium, party_of, withheld
from sayso.reading.nations import nation, sense
from sayso.reading.peoples import own_side

PRONOUNS = heads_of("grammar", "pronouns")
_DETERMINERS = heads_of("grammar", "determiners")
_POSSESSIVE = frozenset(("'s", "’s"))
_SPLITS = frozenset((",", "—", "–", "(", ")", "[", "]", ";", ":"))
_RELATIVES = frozenset(("who", "which", "whose", "whom"))
_CONNECTORS = heads_of("grammar", "connectors")
_PREPOSITIONS = heads_of("grammar", "prepositions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One speaker as one phrase names it. `start` and `end` are words of the unit; `heads` its roles in lower case.

    `name` is None for a description; `institution` whom an official speaks for; `others` further names of the same.
    """

    start: int
    end: int
    text: str
    name: str | None = None
    heads: tuple[str, ...] = ()
    kind: Kind = "other"
    party: str | None = None
    person: bool = False
    plural: bool = False
    definite: bool = False
    pronoun: str | None = None
    institution: "Voice | None" = None
    affiliation: str | None = None
    others: tuple[str, ...] = ()


def voices(text: str, a: Analysis, start: int, end: int) -> tuple[Voice, ...]:
    """The speakers in the words `start` to `end`, nearest to the matter first; empty where only a paper or an audience speaks."""
    start, end = _trim(a, start, end)
    for k in range(start, end - 1):
        if a.lower[k] in heads("joints", "relay") and a.lower[k + 1] == "by" and k > start:
            return voices(text, a, start, k) + voices(text, a, k + 2, end)
        if a.lower[k] in heads("joints", "citing") and k > start:
            return voices(text, a, k + 1, end) + voices(text, a, start, k)
    found = voice(text, a, start, end)
    return (found,) if found else ()


def heads(section: str, key: str) -> tuple[str, ...]:
    """A list of the cues' pack."""
    return listed("cues", section, key)


def voice(text: str, a: Analysis, start: int, end: int) -> Voice | None:
    """The one speaker that a phrase names, or None where it names none."""
    start, end = _trim(a, start, end)
    end = next(
        (
            k
            for k in range(start + 1, end - 1)
            if a.lower[k] == "and" and a.lower[k + 1] in ("a", "an", "the", "one", "two", "his", "her")
        ),
        end,
    )
    if start >= end or a.lower[start] == "no":
        return None
    if end - start == 1 and a.lower[start] in PRONOUNS:
        word = a.lower[start]
        return Voice(
            start=start, end=end, text=a.unit.words[start], pronoun=word, person=word in ("he", "she", "his", "her", "i")
        )
    segments = _segments(a, start, end)
    if not segments:
        return None
    author = _author(text, a, segments[0][0], end if end - segments[0][1] < 2 else segments[0][1])
    if author is not False:
        return author
    found = _first(text, a, *segments[0])
    for s, e in segments[1:]:
        found = _apposition(text, a, found, (s, e))
    return _finish(text, a, found, (start, end))


def runs(a: Analysis, start: int, end: int) -> list[tuple[int, int]]:
    """The runs of capitalised words that are names, in order; a possessive ends a run."""
    out: list[tuple[int, int]] = []
    i = start
    while i < end:
        if not _capital(a, i) or (a.lower[i] in _DETERMINERS and i + 1 < end):
            i += 1
            continue
        j = last = i + 1
        while j < end:
            if _capital(a, j):
                j = last = j + 1
            elif a.lower[j] in _CONNECTORS and a.lower[j] not in _POSSESSIVE and _bridges(a, j, end):
                j += 1
            elif a.lower[j] == "-" and j + 1 < end and a.lower[j + 1].isdigit():
                j = last = j + 2
            elif a.lower[j] == "and" and j + 1 < end and _capital(a, j + 1) and _one_body(a, i, j, end):
                j += 1
            else:
                break
        out.append((i, last))
        i = last
    return out


def words(text: str, a: Analysis, start: int, end: int) -> str:
    """The text of some words as it stands."""
    return re.sub(r"\s+", " ", text[a.unit.spans[start][0] : a.unit.spans[end - 1][1]]) if start < end else ""


def _trim(a: Analysis, start: int, end: int) -> tuple[int, int]:
    if start == 0 and a.unit.words[0].isupper():
        start = next((k + 1 for k in range(1, min(end - 1, 9)) if a.lower[k] in ("-", "—", "–") and _apart(a, k)), 0)
    while start < end and (
        a.lower[start] in _SPLITS
        or a.lower[start] in ('"', "“", "”", ".", "-", "|", "•")
        or a.lower[start] in ("according", "per", "to", "by", "while", "and", "but", "both")
    ):
        start += 1
    while start < end and (a.lower[end - 1] in _SPLITS or a.lower[end - 1] in ('"', "“", "”", ".", "in", "on")):
        end -= 1
    return start, end


def _segments(a: Analysis, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces between commas, dashes and brackets, relative clauses left out."""
    out: list[tuple[int, int]] = []
    s = start
    for k in range(start, end + 1):
        if k == end or a.lower[k] in _SPLITS or (k > start and a.lower[k] in _RELATIVES):
            if k > s:
                out.append((s, k))
            s = k + 1
            if k < end and a.lower[k] in _RELATIVES:
                while s < end and a.lower[s] != ",":
                    s += 1
                s += 1
    return [x for x in out if x[0] < x[1]]


def _author(text: str, a: Analysis, start: int, end: int) -> Voice | Literal[False] | None:
    """Who is behind a report, list or statement that is named as source; False where the source is no paper."""
    papers = heads("papers", "nouns")
    if withheld(words(text, a, start, end)):
        return False
    stop = next(
        (
            k
            for k in range(start, end)
            if a.lower[k] in _PREPOSITIONS or a.lower[k] in ("by", "released", "published", "issued", "compiled")
        ),
        end,
    )
    if (
        stop == start
        or a.lower[stop - 1] not in papers
        or (a.lower[stop - 1] in ("bulletin", "data") and a.unit.words[stop - 1][0].isupper())
    ):
        return False
    for k in range(stop, end - 1):
        if a.lower[k] in ("by", "from") or (a.lower[k] == "of" and k == stop):
            found = voice(text, a, k + 1, end)
            return found if found and (found.kind != "other" or found.name) else None
    before = stop - 1
    while before > start and a.lower[before - 1] in (*papers, "own", "first", "new", "latest", "written", "online", "daily"):
        before -= 1
    for k in range(start, before):
        if a.lower[k] in _POSSESSIVE:
            found = voice(text, a, start, k)
            return found if found and (found.name or found.person or found.kind != "other") else None
    if a.lower[start] in ("its", "his", "her", "their"):
        return voice(text, a, start, start + 1)
    inner = start + 1 if a.lower[start] in _DETERMINERS else start
    if inner >= before:
        return None
    found = voice(text, a, inner, before)
    return found if found and (found.name or found.kind not in ("other", "anonymous")) else None


def _first(text: str, a: Analysis, start: int, end: int) -> Voice:
    """What the first piece of a source says by itself."""
    begin = start
    while begin < end - 1 and (a.lower[begin] in _DETERMINERS or a.lower[begin] in ("so-called", "independent", "same", "daily")):
        begin += 1
    definite = a.lower[start] in ("the", "its", "his", "her", "their", "this", "that", "these", "those")
    plain = words(text, a, start if a.lower[start] in ("two", "three", "several", "one") else begin, end)
    stop = next((k for k in range(begin, end) if a.lower[k] in _PREPOSITIONS and k > begin), end)
    person = _person(a, begin, stop)
    names = runs(a, begin, end)
    name_range = person
    if person is None and names:
        name_range = _institution_range(a, names, begin, stop)
    head = a.lower[stop - 1]
    roles = _roles(a, begin, person[0] if person else stop)
    role_person = head in heads_of("persons", "heads") or _singular(head) in heads_of("persons", "heads")
    base = Voice(start=start, end=end, text=plain, heads=roles, definite=definite, person=bool(person) or role_person)
    base = replace(base, plural=a.xpos[stop - 1] in ("NNS", "NNPS") and not person)
    if person:
        found = replace(base, name=words(text, a, *person), institution=_behind(text, a, begin, (person[0], end)))
    elif role_person:
        found = replace(base, institution=_behind(text, a, begin, (stop, end)))
    elif name_range:
        found = replace(base, name=words(text, a, *name_range), text=words(text, a, *name_range))
    else:
        found = base
    return found


def _institution_range(a: Analysis, names: list[tuple[int, int]], begin: int, stop: int) -> tuple[int, int] | None:
    """The run that names a body: the one that the head noun ends, or the one right after a head in lower case."""
    for s, e in names:
        if s < stop <= e or e == stop:
            if e - s == 1 and (
                a.lower[s] in heads_of("generic", "words") or (nation(a.unit.words[s]) and s > begin and a.xpos[s] == "JJ")
            ):
                return None
            return (s + 1 if e - s > 1 and a.lower[s] == "the" else s), e
    return None


def _behind(text: str, a: Analysis, begin: int, rest: tuple[int, int]) -> Voice | None:
    """For whom an official speaks: "a spokesman for X", "X's director", "X spokesman"."""
    start, end = rest
    if start < end and a.lower[start] in heads("joints", "institution") and end - start > 1:
        found = voice(text, a, start + 1, end)
        if (
            found
            and (found.name or found.kind not in ("other", "anonymous"))
            and not (found.name and nation(found.name) is None and found.kind == "other" and not _acronym(found.name))
        ):
            return found
        return None
    for s, e in runs(a, begin, start):
        if e < start and a.lower[e] in _POSSESSIVE:
            e2 = start - 1
            if e2 - e > 1 and kind_of(words(text, a, s, e2)) != "other":
                return voice(text, a, s, e2)
            return voice(text, a, s, e)
        name = words(text, a, s, e)
        if _acronym(name) and e < start and (nation(name) is None or sense(name) == "forces"):
            return voice(text, a, s, e)
    owner = next((k for k in range(begin, start) if a.lower[k] in _POSSESSIVE), None)
    if owner is not None:
        return voice(text, a, begin - (begin > 0 and a.lower[begin - 1] == "the"), owner)
    if a.lower[begin - 1 : begin] and begin and a.lower[begin - 1] in ("its", "their"):
        return voice(text, a, begin - 1, begin)
    return None


def _apposition(text: str, a: Analysis, found: Voice, piece: tuple[int, int]) -> Voice:
    """A source with what a further piece ("a news agency", "the FSB", a name) adds."""
    start, end = piece
    if a.lower[start].isdigit() or a.xpos[start] in ("IN", "TO") or a.lower[start] in ("he", "she", "it", "they"):
        return found
    link = next(
        (k for k in range(start, end - 1) if a.lower[k] in ("affiliated", "linked", "tied") and a.lower[k + 1] in ("with", "to")),
        None,
    )
    if link is not None:
        found = replace(found, affiliation=re.sub(r"^(?:the|an?)\s+", "", words(text, a, link + 2, end)))
        end = link
    marks = tuple(w for w in a.unit.words[start:end] if _acronym(w) and nation(w) is None)
    if a.xpos[start] == "VBG":
        return found
    person = _person(a, start, end)
    roles = _roles(a, start, person[0] if person else end)
    if person and found.name is None:
        return replace(found, name=words(text, a, *person), person=True, plural=False, heads=found.heads + roles)
    names = runs(a, start, end)
    if found.name is None and not found.person and names and names[-1][1] == end and a.lower[start] not in ("a", "an"):
        name = words(text, a, *names[-1])
        if not (_acronym(name) and len(found.text.split()) > 2):
            return replace(found, name=name, others=found.others + marks, heads=found.heads + roles)
    return replace(found, heads=found.heads + roles, others=found.others + marks)


def _finish(text: str, a: Analysis, found: Voice, whole: tuple[int, int]) -> Voice:
    """The kind and the party, from all the words of the source."""
    full = words(text, a, *whole)
    full = re.split(r",?\s+(?:affiliated|linked|tied) (?:with|to)\b", full, maxsplit=1)[0]
    full = re.split(r",?\s+(?:who|which|whose|known (?:by|as|for))\b", full, maxsplit=1)[0]
    back = found.institution
    kind = kind_of(full)
    if kind == "party" and medium(found.text) and "'s " not in found.text.replace("’", "'"):
        kind = "media"
    if kind == "other" and found.name and not found.person and "agency" in found.heads:
        kind = "government" if found.name.endswith("Agency") else "media"
    if kind == "other" and found.name and not found.person and found.name.split()[-1].casefold() in heads_of("media", "names"):
        kind = "media"
    if kind == "other" and found.person and found.name and re.search(r",\s+(?:an?\s|\d\d\b)", full):
        kind = "witness"
    if found.name and kind == "anonymous":
        kind = kind_of(found.name) if not found.person else back.kind if back else "other"
    if found.name is None and withheld(words(text, a, *whole)):
        kind = "anonymous"
    if back and (kind in ("other", "anonymous", "government", "expert") and back.kind != "other"):
        kind = back.kind
    party = party_of(full) or (own_side(full, text) if not found.person or back is None else None)
    if kind == "other" and found.name and not found.person and own_side(found.name, text) and len(found.name.split()) == 1:
        kind = "government"
    return replace(found, kind=kind, party=party or (back.party if back else None))


def _person(a: Analysis, start: int, end: int) -> tuple[int, int] | None:
    """The words of a person's name among the words, titles left out."""
    for first, last, tag in a.entities():
        if tag == "PER" and first < end and last > start:
            s, e = max(first, start), min(last, end)
            while s < e - 1 and a.lower[s].rstrip(".") in heads_of("titles", "words"):
                s += 1
            name = " ".join(a.unit.words[s:e])
            owner = e < len(a) and (a.lower[e] in _POSSESSIVE or a.lower[e] == "-")
            if (
                not owner
                and name.casefold() not in heads_of("groups", "names")
                and nation(name) is None
                and not _acronym(name)
                and _capital(a, s)
                and a.lower[s] not in heads_of("persons", "heads")
            ):
                return s, e
    names = runs(a, start, end)
    for s, e in names:
        if s > start and a.lower[s - 1] in heads_of("persons", "heads") and a.unit.words[s - 1].islower() and e - s > 1:
            return s, e
        t = s
        while t < e and a.lower[t].rstrip(".") in heads_of("titles", "words"):
            t += 1
        if s < t < e and a.lower[t] not in _CONNECTORS and a.lower[e - 1] not in heads_of("generic", "words"):
            return t, e
    return None


def _roles(a: Analysis, start: int, end: int) -> tuple[str, ...]:
    known = _role_words()
    return tuple(w for w in (a.lower[k].rstrip(".") for k in range(start, end)) if w in known or _singular(w) in known)


@cache
def _role_words() -> frozenset[str]:
    """Words that name a role or a sort of body."""
    lists = (("persons", "heads"), ("generic", "words"), ("titles", "words"), ("media", "heads"))
    return frozenset[str]().union(*(heads_of(section, key) for section, key in lists))


def _singular(word: str) -> str:
    return word[:-3] + "man" if word.endswith("men") else word.removesuffix("s")


def _apart(a: Analysis, k: int) -> bool:
    """True where space stands on both sides of a mark."""
    return a.unit.spans[k - 1][1] < a.unit.spans[k][0] and a.unit.spans[k][1] < a.unit.spans[k + 1][0]


def _acronym(word: str) -> bool:
    return (
        2 <= len(word) <= 7 and word.isalpha() and sum(c.isupper() for c in word) >= max(2, len(word) - 1) and word[0].isupper()
    )


def _capital(a: Analysis, i: int) -> bool:
    return a.unit.words[i][0].isupper()


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
