"""What do the words of a source tell of the speaker: a name, a role, an institution, whom it quotes?

"A police source quoted by the daily X" is two voices, nearest first; "X's report" is X; "its director, N. N." is N. N. of it.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from sayso.model import Kind
from sayso.reading.places.peoples import own_side
from sayso.reading.speakers.voices_bodies import before_sort, institution_range, known_run
from sayso.reading.speakers.voices_names import (
    DETERMINERS,
    acronym,
    apart,
    last,
    nobody,
    owns,
    person_in,
    roles_in,
    runs,
    second,
    singular,
    timeless,
    whole_name,
    words,
)
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.bodies import only_a_body
from sayso.reading.words.certainty import listed
from sayso.reading.words.kinds import heads_of, kind_of, kind_of_named, medium, mouth, nameless, party_of, withheld
from sayso.reading.words.nations import nation, sense

_SIDED = frozenset(("government", "military", "police", "intelligence", "emergency", "local-official", "anonymous", "other"))
"""Kinds of sources that speak for the country that they are called after."""

_LINKS = {
    w: heads_of("owners", then) for key, then in (("close", "close_to"), ("owned", "owned_by")) for w in heads_of("owners", key)
}
_LINKED = re.compile(r",?\s+(?:" + "|".join(f"{w} (?:{'|'.join(sorted(then))})" for w, then in sorted(_LINKS.items())) + r")\b")
_CLAUSE = re.compile(r",?\s+(?:who|which|whose|known (?:by|as|for))\b")
_BASED = re.compile(r"\s?\b[\w.]+(?: [A-Z]\w+)?-(?:based|backed)\s")
"""Where a body sits and who backs it, which is not whose it is: "a UK-based monitor"."""
_AT = re.compile(r"\s(?:in|at|near|from|outside)\s")
_PLACELESS = frozenset(("anonymous", "witness", "media", "expert", "monitor", "think-tank", "medical", "family", "other"))
"""Kinds of speakers whose party is not that of the place where they are."""

PRONOUNS = heads_of("grammar", "pronouns")
_SPLITS = frozenset((",", "—", "–", "(", ")", "[", "]", ";", ":"))
_ASIDE = ((",", ","), ("(", ")"))
_RELATIVES = frozenset(("who", "which", "whose", "whom"))
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
    end = whole_name(a, start, end)
    if end + 2 < len(a) and (a.lower[end], a.lower[end + 2]) in _ASIDE and acronym(a.unit.words[end + 1]):
        end += 2  # "the agency, CIRO, said"; "the agency (CIRO) said"
    found = voice(text, a, start, end)
    if found and found.name is None and not found.pronoun and nameless(_clause_behind(text, a, start, end)):
        found = replace(found, kind="anonymous")
    if found and not found.person and found.party is None and found.kind in _SIDED - {"anonymous", "other"}:
        found = replace(found, party=_capital_before(text, a, start))
    return (found,) if found else ()


def _capital_before(text: str, a: Analysis, start: int) -> str | None:
    """The country in whose capital a body without a country speaks: "In Islamabad, the foreign ministry said"."""
    if start < 3 or a.lower[start - 1] != ",":
        return None
    opening = next((k for k in range(max(0, start - 4), start - 2) if a.lower[k] == "in"), None)
    place = words(text, a, opening + 1, start - 1) if opening is not None else ""
    return nation(place) if sense(place) == "seat" else None


def heads(section: str, key: str) -> tuple[str, ...]:
    """A list of the cues' pack."""
    return listed("cues", section, key)


def voice(text: str, a: Analysis, start: int, end: int) -> Voice | None:
    """The one speaker that a phrase names, or None where it names none."""
    start, end = timeless(a, *_trim(a, start, end))
    end = second(a, start, end) or end
    if start >= end or a.lower[start] == "no":
        return None
    pronoun = end - start == 1 and a.lower[start] in PRONOUNS and (not acronym(a.unit.words[start]) or a.lower[start] != "who")
    if nobody(a, start, end) and not pronoun:
        return None
    if pronoun:
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
    link = _link(a, segments[0][0] + 1, segments[0][1])
    found = _first(text, a, segments[0][0], segments[0][1] if link is None else link)
    if found.name is None and found.institution is None and _event(found.text):
        return None
    if link is not None:
        found = replace(found, affiliation=_owner(text, a, link, segments[0][1]))
    for s, e in segments[1:]:
        found = _apposition(text, a, found, (s, e))
    return _finish(text, a, found, (start, end))


def _event(phrase: str) -> bool:
    """True for what happens and says nothing: "last year's raids in the ward" claim lives, not that something is so."""
    head = last(phrase)
    return not heads_of("nobody", "events").isdisjoint((head, head.removesuffix("s")))


def _trim(a: Analysis, start: int, end: int) -> tuple[int, int]:
    if start == 0 and a.unit.words[0].isupper():
        start = next((k + 1 for k in range(1, min(end - 1, 9)) if a.lower[k] in ("-", "—", "–") and apart(a, k)), 0)
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
        if k == end or a.lower[k] in _SPLITS or (k > start and _relative(a, k)):
            if k > s:
                out.append((s, k))
            s = k + 1
            if k < end and _relative(a, k):
                while s < end and a.lower[s] != ",":
                    s += 1
                s += 1
    return [x for x in out if x[0] < x[1]]


def _relative(a: Analysis, k: int) -> bool:
    """True for a relative pronoun, which "WHO" is not."""
    return a.lower[k] in _RELATIVES and not acronym(a.unit.words[k])


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
    while before > start and a.lower[before - 1] in (*papers, *heads_of("nobody", "reports")):
        before -= 1
    for k in range(start, before):
        if owns(a, k):
            found = voice(text, a, start, k)
            return found if found and (found.name or found.person or found.kind != "other") else None
    if a.lower[start] in ("its", "his", "her", "their"):
        return voice(text, a, start, start + 1)
    inner = start + 1 if a.lower[start] in DETERMINERS else start
    if inner >= before:
        return None
    found = voice(text, a, inner, before)
    return found if found and (found.name or found.kind not in ("other", "anonymous")) else None


def _first(text: str, a: Analysis, start: int, end: int) -> Voice:
    """What the first piece of a source says by itself."""
    begin = start
    while begin < end - 1 and (a.lower[begin] in DETERMINERS or a.lower[begin] in ("so-called", "independent", "same", "daily")):
        begin += 1
    definite = a.lower[start] in ("the", "its", "his", "her", "their", "this", "that", "these", "those")
    plain = words(text, a, start if a.lower[start] in ("two", "three", "several", "one") else begin, end)
    stop = next((k for k in range(begin, end) if a.lower[k] in _PREPOSITIONS and k > begin), end)
    person = person_in(a, begin, stop)
    names = [r for r in runs(a, begin, end) if r[1] - r[0] > 1 or a.xpos[r[0]] != "CD"]
    known = known_run(text, a, names, (begin, stop)) if person is None else None
    name_range = person or known or institution_range(a, names, begin, stop)
    head = a.lower[stop - 1]
    roles = roles_in(a, begin, person[0] if person else stop)
    role_person = known is None and not heads_of("persons", "heads").isdisjoint((head, singular(head)))
    plural = a.xpos[stop - 1] in ("NNS", "NNPS") and not person and known is None
    base = Voice(
        start=start, end=end, text=plain, heads=roles, definite=definite, person=bool(person) or role_person, plural=plural
    )
    if person:
        found = replace(base, name=words(text, a, *person), institution=_behind(text, a, begin, (person[0], end)))
    elif role_person:
        found = replace(base, institution=_behind(text, a, begin, (stop, end)))
    elif name_range is None and (named := before_sort(a, names, stop)) is not None:
        found = replace(base, name=words(text, a, *named), text=words(text, a, named[0], stop))
    elif name_range:
        name = words(text, a, *name_range)
        found = replace(base, name=name, text=name)
    elif mouth(plain) and (owner := _mouthed(a, begin, end)) is not None:
        found = replace(base, institution=voice(text, a, *owner))
    elif a.lower[start] in ("his", "her") and head in ("office", "ministry"):
        found = replace(base, institution=voice(text, a, start, start + 1))
    else:
        found = base
    return found


def _mouthed(a: Analysis, begin: int, end: int) -> tuple[int, int] | None:
    """The name of the body whose press service speaks, or None where that body has no name."""
    whose = next(((begin, k) for k in range(begin, end) if owns(a, k)), None)
    of = next(((k + 1, end) for k in range(begin, end - 1) if a.lower[k] in ("of", "for", "at")), None)
    s, e = whose or of or (begin, begin)
    named = runs(a, s, e)
    return (s, e) if named and named[-1][1] == e and not nation(" ".join(a.unit.words[s:e])) else None


def _link(a: Analysis, start: int, end: int) -> int | None:
    """The word of a phrase that leads on to whom its body belongs: "affiliated" of "a think tank affiliated with the army"."""
    return next((k for k in range(start, end - 2) if a.lower[k + 1] in _LINKS.get(a.lower[k], ())), None)


def _owner(text: str, a: Analysis, link: int, end: int) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", words(text, a, link + 2, end))


def _leads_on(a: Analysis, k: int) -> bool:
    """True for a word from which on a phrase tells of others than its head: "close to", "in", "of"."""
    return a.lower[k] in _PREPOSITIONS or a.lower[k] in _LINKS


def _behind(text: str, a: Analysis, begin: int, rest: tuple[int, int]) -> Voice | None:
    """For whom an official speaks: "a spokesman for X", "X's director", "X spokesman"."""
    start, end = rest
    placed = a.lower[start] in ("in", "at", "inside") and any(owns(a, k) for k in range(begin, start)) if start < end else False
    if start < end and a.lower[start] in heads("joints", "institution") and end - start > 1 and not placed:
        found = voice(text, a, start + 1, end)
        if (
            found
            and (found.name or found.kind not in ("other", "anonymous"))
            and not (found.name and nation(found.name) is None and found.kind == "other" and not acronym(found.name))
            and not (found.name and nation(found.name) and a.lower[start - 1] in heads_of("apart", "abroad"))
        ):
            return found
    for s, e in runs(a, begin, start):
        if e < start and owns(a, e):
            e2 = start - 1
            if e2 - e > 1 and kind_of(words(text, a, s, e2)) != "other":
                return voice(text, a, s, e2)
            return voice(text, a, s - (s > 0 and a.lower[s - 1] == "the"), e)
        name = words(text, a, s, e)
        short = acronym(name) and (nation(name) is None or sense(name) == "forces")
        body = only_a_body(name) or (e - s > 1 and kind_of(name) in _SERVING and nation(name) is None)
        if e < start and (short or (body and _official(a, e))):
            return voice(text, a, s, e)
    owner = next((k for k in range(begin, start) if owns(a, k)), None)
    if owner is not None:
        return voice(text, a, begin - (begin > 0 and a.lower[begin - 1] == "the"), owner)
    if a.lower[begin - 1 : begin] and begin and a.lower[begin - 1] in ("its", "their", "his", "her"):
        return voice(text, a, begin - 1, begin)
    return None


_SERVING = frozenset(("government", "military", "intelligence", "police", "emergency", "international", "monitor", "medical"))


def _official(a: Analysis, k: int) -> bool:
    """True for a role in lower case, right behind a body's name: "Red Cross spokeswoman"."""
    return a.unit.words[k].islower() and not heads_of("persons", "heads").isdisjoint((a.lower[k], singular(a.lower[k])))


def _apposition(text: str, a: Analysis, found: Voice, piece: tuple[int, int]) -> Voice:
    """A source with what a further piece ("a news agency", "the FSB", a name) adds."""
    start, end = piece
    if a.lower[start].isdigit() or a.xpos[start] in ("IN", "TO") or a.lower[start] in ("he", "she", "it", "they"):
        return found
    link = _link(a, start, end)
    if link is not None:
        found = replace(found, affiliation=_owner(text, a, link, end))
        end = link
    marks = tuple(w for w in a.unit.words[start:end] if acronym(w) and nation(w) is None)
    if a.xpos[start] == "VBG":
        return found
    person = person_in(a, start, end)
    roles = roles_in(a, start, person[0] if person else next((k for k in range(start + 1, end) if _leads_on(a, k)), end))
    if person and found.name is None:
        return replace(found, name=words(text, a, *person), person=True, plural=False, heads=found.heads + roles)
    names = runs(a, start, end)
    if found.name is None and not found.person and names and names[-1][1] == end and a.lower[start] not in ("a", "an"):
        name = words(text, a, *names[-1])
        if not (acronym(name) and len(found.text.split()) > 2):
            return replace(found, name=name, others=found.others + marks, heads=found.heads + roles)
    found = replace(found, heads=found.heads + roles, others=found.others + marks)
    if found.person and found.institution is None and roles:
        stop = next((k for k in range(start + 1, end) if a.lower[k] in heads("joints", "institution")), end)
        found = replace(found, institution=_behind(text, a, start, (stop, end)))
    return found


def _clause_behind(text: str, a: Analysis, start: int, end: int) -> str:
    """The clause in or right behind a source: "who did not want to be named", ", speaking on condition of anonymity"."""
    begin = next((k for k in range(start, min(end + 1, len(a))) if a.lower[k] in (",", "who", "speaking", "requesting")), None)
    if begin is None:
        return ""
    stop = next((k for k in range(begin + 1, len(a)) if a.lower[k] in _SPLITS or a.lower[k] == "."), len(a))
    return words(text, a, begin, stop)


def _hidden(found: Voice) -> bool:
    """True for a source or a person in a body, whom the body does not stand for: "a source in the ministry"."""
    return found.name is None and not heads_of("apart", "hidden").isdisjoint(found.heads)


def _finish(text: str, a: Analysis, found: Voice, whole: tuple[int, int]) -> Voice:
    """The kind and the party, from all the words of the source."""
    full = words(text, a, *whole)
    full = _BASED.sub(" ", _LINKED.split(full, maxsplit=1)[0])
    full = _CLAUSE.split(full, maxsplit=1)[0]
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
        kind = kind_of(found.name) if not found.person else back.kind if back else kind_of_named(full)
    told = words(text, a, *whole) if found.name is None else ""
    nobody_named = found.name is None and nameless(told)
    some = found.name is None and kind == "other" and full.casefold().endswith((" of them", " of those", " of us"))
    if nobody_named or some or (found.name is None and withheld(told)):
        kind = "anonymous"
    lent = back is not None and back.kind != "other" and not nobody_named and not _hidden(found)
    if back and lent and kind in ("other", "anonymous", "government", "expert"):
        kind = back.kind
    bare = found.name is None and kind in _PLACELESS
    party = party_of(_AT.split(full, maxsplit=1)[0] if bare else full)
    party = party or (own_side(full, text) if kind in _SIDED and (back is None or not found.person) else None)
    if kind == "other" and found.name and len(found.name.split()) == 1 and own_side(found.name, text):
        kind, found = "government", replace(found, person=False)
    if kind == "international":
        return replace(found, kind=kind, party=None)
    return replace(found, kind=kind, party=party or (back.party if back else None))
