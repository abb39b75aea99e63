"""Who is who once a person's word is heeded? Each speaker's source, and each source as people left it.

A word sets some fields of a source, adds names to it, or says that it is another one. It holds for whatever source is now found
where it was said: for its speakers, not for an id. Of two words on one field the later holds.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sayso.ledger import Ledger, Word
from sayso.linking.corrected import member, place_of
from sayso.linking.names import core
from sayso.linking.speakers import step_id
from sayso.model import Attribution, Claim, Review, Source, Statement
from sayso.schema import canonical
from sayso.shapes import replaced

Spoken = TypeVar("Spoken", Claim, Statement)

SETTABLE = ("name", "kind", "party", "affiliation")
"""The fields of a source that a person sets, and that its steps in claims and statements then show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Who is who: the found source of each speaker (document, step id), and what people made of those they spoke of.

    `homes` are the found sources on which each word now bears, by the id of the word's source.
    """

    found: Mapping[tuple[str, str], str] = field(default_factory=dict)
    said: Mapping[str, Source] = field(default_factory=dict)
    homes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def source(self, document: str, step: Attribution) -> Source | str | None:
        """The source of a step: as a person left it, its id where nobody said anything, None where it is not known."""
        key = step_id(step)
        found = None if key is None else self.found.get((document, key))
        return None if found is None else self.said.get(found, found)


def voiced(told: Spoken, sides: Sides) -> Spoken:
    """A claim or statement with each speaker's source, and with the name, kind, party and affiliation that people gave it."""
    said_by = tuple([_step(a, told.document, sides) for a in told.said_by])
    return told if said_by == told.said_by else replaced(told, said_by=said_by)


def _step(step: Attribution, document: str, sides: Sides) -> Attribution:
    source = sides.source(document, step)
    if source is None:
        return step
    if isinstance(source, str):
        return step if step.source == source else replaced(step, source=source)
    mine = sides.found[document, step_id(step) or ""] == source.id
    shown: dict[str, Any] = {f: getattr(source, f) for f in SETTABLE if f in (source.settled or ())}
    if not mine:
        # Its own party and affiliation stay where the other source has none.
        given = {f: getattr(source, f) for f in SETTABLE if getattr(source, f) is not None}
        shown = given | ({"kind": step.kind} if step.kind == "outlet" else {}) | shown
    unnamed = step.unnamed and "name" not in shown
    return replace(step, **{**shown, "source": source.id, "unnamed": unnamed})


def sides(ledger: Ledger, documents: Sequence[str] | None = None) -> Sides:
    """Who is who in some documents (by id), or in all, as far as sources were found or people spoke of them."""
    spoken = _spoken_of(ledger)
    return replace(spoken, found={**spoken.found, **ledger.identities(documents)})


PLACES = 20
"""Places of a source that a grade or note on it keeps."""

_KNOWN: WeakKeyDictionary[Ledger, tuple[tuple[object, ...], Sides]] = WeakKeyDictionary()
"""Of each open ledger, what people's words made of its sources, and what tells whether that still holds."""


def _spoken_of(ledger: Ledger) -> Sides:
    """What people made of the sources that they spoke of, and the speakers of these that are found no more.

    It is made once for each word and each linking: a word on a source that is heard in thousands of reports names them all.
    """
    stamp = (*ledger.ask("SELECT max(seq) FROM set_sources")[0], ledger.stamp("rows of identities"), ledger.stamp("link"))
    known, held = _KNOWN.get(ledger, (None, Sides()))
    if known == stamp:
        return held
    words = ledger.words()
    at = ledger.identities(sorted({place_of(m)[0] for w in words for m in _places(w.source)})) if words else {}
    named = {at[p] for w in words for m in _places(w.source) if (p := place_of(m)) in at} | {w.source.id for w in words}
    kept = {s.id: s for s in ledger.some_sources(sorted(named))}
    before = {place_of(m): w.source.id for w in words for m in w.source.members if place_of(m) not in at}
    homes = _homes(words, at, kept)
    made = Sides(found=before, said=_said(kept, words, homes, at), homes=homes)
    if not ledger.writing:  # what may be rolled back is not remembered
        _KNOWN[ledger] = (stamp, made)
    return made


def as_said(found: Iterable[Source], words: Sequence[Word], at: Mapping[tuple[str, str], str]) -> tuple[Source, ...]:
    """All sources as people left them, by id: those that are said to be others are in them."""
    kept = {s.id: s for s in found}
    said = _said(kept, words, _homes(words, at, kept), at)
    return tuple(sorted({s.id: s for s in (said.get(key, s) for key, s in kept.items())}.values(), key=lambda s: s.id))


def left_sources(ledger: Ledger) -> tuple[Source, ...]:
    """All sources of a ledger as people left them, by id."""
    return as_said(ledger.sources(), ledger.words(), ledger.identities())


def heard_as(ledger: Ledger, names: Iterable[str], ids: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names and step ids under which statements are kept of those who have these names, step ids or sources' ids."""
    every, wanted = sides(ledger), set(ids)
    own = {found: source.id for found, source in every.said.items()}
    steps = {step for (_, step), found in every.found.items() if wanted & {step, found, own.get(found, found)}}
    outlets = (s for s in left_sources(ledger) if s.id in wanted and s.kind in ("outlet", "media"))
    called = {n for s in outlets for n in (s.name, *s.aliases)}  # an outlet's own steps have no id
    return tuple(sorted({*names, *called})), tuple(sorted(steps | wanted))


def _homes(words: Sequence[Word], at: Mapping[tuple[str, str], str], found: Mapping[str, Source]) -> dict[str, tuple[str, ...]]:
    """The found sources on which each word (by its source's id) now bears; not those that it sets apart."""

    def bears(word: Source, key: str) -> bool:
        names = (found[key].name, *found[key].aliases) if key in found else ()
        return not names or not {core(n) for n in names} <= {core(n) for n in word.apart}

    return {
        w.source.id: tuple(sorted({k for m in w.source.members if (k := at.get(place_of(m))) and bears(w.source, k)}))
        or (w.source.id,)
        for w in words
    }


def word_on(ledger: Ledger, source: str) -> Source | None:
    """What a person last said of the found source with this id, which may have had another one then; None where nobody did."""
    places = set(members(ledger, source))
    return next((w.source for w in reversed(ledger.words()) if w.source.id == source or places & set(w.source.members)), None)


def _said(
    found: Mapping[str, Source], words: Sequence[Word], homes: Mapping[str, Sequence[str]], at: Mapping[tuple[str, str], str]
) -> dict[str, Source]:
    """The sources that words bear on, by the id under which they were found, as people left them."""
    on: dict[str, list[Word]] = {}
    for word in words:
        for key in homes[word.source.id]:
            on.setdefault(key, []).append(word)
    same = {key: at[p] for key in on for w in on[key] if w.source.same_as is not None and (p := place_of(w.source.same_as)) in at}
    roots = {key: _root(key, same) for key in on}
    out: dict[str, Source] = {}
    for root in sorted({*roots.values()}):
        parts = sorted(key for key, r in roots.items() if r == root and key != root)
        source = _set(found.get(root), root, on.get(root, ()))
        if source is None:
            continue
        for part in parts:
            source = _joined(source, _set(found.get(part), part, on[part]), on[part])
        out |= dict.fromkeys([root, *parts], source)
    return out


def _root(key: str, same: Mapping[str, str]) -> str:
    """The source that a person says this one is, and so on; where they run in a circle, the first of it by id."""
    seen = [key]
    while (other := same.get(seen[-1], seen[-1])) not in seen:
        seen.append(other)
    return min(seen[seen.index(other) :])


def _set(found: Source | None, key: str, words: Sequence[Word]) -> Source | None:
    """A source with what was said of it, the later word last."""
    source = found if found is not None else (words[-1].source if words else None)
    if source is None:
        return None
    source = replace(source, id=key, settled=(), same_as=None, apart=(), members=())
    for word in words:
        settled = settled_of(word.source)
        given: dict[str, Any] = {f: getattr(word.source, f) for f in settled if f in SETTABLE}
        names = {*source.aliases, *(word.source.aliases if "aliases" in settled else ())}
        if "name" in given and given["name"] != source.name:
            names.add(source.name)
        source = replace(
            source,
            **{
                **given,
                "aliases": tuple(sorted(names - {given.get("name", source.name)})),
                "settled": tuple(f for f in (*SETTABLE, "aliases") if f in {*(source.settled or ()), *settled}),
                "apart": tuple(sorted({*source.apart, *word.source.apart})),
                "document": None if "name" in given else source.document,
                "evidence": (*source.evidence, *_because(word, settled)),
            },
        )
    return source


def _joined(source: Source, part: Source | None, words: Sequence[Word]) -> Source:
    """A source with another one that a person says is it."""
    if part is None:
        return source
    by = next(w for w in reversed(words) if w.source.same_as is not None) if any(w.source.same_as for w in words) else words[-1]
    why = f"{by.by} says that “{part.name}” is “{source.name}” ({by.at[:10]})"
    return replace(
        source,
        aliases=tuple(sorted({*source.aliases, part.name, *part.aliases} - {source.name})),
        evidence=(*source.evidence, *(e for e in part.evidence if e not in source.evidence), why),
        statements=source.statements + part.statements,
        claims=source.claims + part.claims,
    )


def settled_of(word: Source) -> tuple[str, ...]:
    """The fields that a word sets; a word from before there were parts of one sets all."""
    return (*SETTABLE, "aliases") if word.settled is None else word.settled


def _because(word: Word, settled: Sequence[str]) -> list[str]:
    """What a person said, in words."""
    shown = [f"{f} {_value(getattr(word.source, f))}" for f in settled]
    if word.source.apart:
        shown.append("not " + ", ".join(f"“{n}”" for n in word.source.apart))
    return [f"{word.by} says: {', '.join(shown)} ({word.at[:10]})"] if shown else []


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(f"“{n}”" for n in value) or "none"
    return "none" if value is None else f"“{value}”"


def _places(word: Source) -> tuple[str, ...]:
    """All places that a word names."""
    return (*word.members, *([word.same_as] if word.same_as is not None else []))


_WORDS: WeakKeyDictionary[Ledger, tuple[tuple[object, ...], dict[str, tuple[Review, ...]]]] = WeakKeyDictionary()
"""Of each open ledger, the grades and notes on its sources, and what tells whether that still holds."""


def kept_source(ledger: Ledger, source: str, grade: str | None = None) -> str:
    """The value of a grade or note on a found source (by id): with some of the places where it is heard, to know it again by."""
    given = {"members": sorted(members(ledger, source))[:PLACES]}
    return canonical(given if grade is None else given | {"grade": grade})


def graded_words(ledger: Ledger) -> dict[str, tuple[Review, ...]]:
    """All grades and notes that people ever gave sources, by the found source on which each now holds, by time.

    A word holds for the source that is heard at most of its places; one without places, or of none that is left, for its id.
    """
    stamp = (*ledger.ask("SELECT max(seq) FROM reviews")[0], ledger.stamp("rows of identities"), ledger.stamp("link"))
    known, held = _WORDS.get(ledger, (None, {}))
    if known == stamp:
        return held
    words = [r for r in ledger.reviews() if r.target.startswith("source:")]
    places = {r.id: [place_of(m) for m in _members_in(r)] for r in words}
    named = {document for some in places.values() for document, _ in some}
    at = ledger.identities(sorted(named)) if named else {}
    homes: dict[str, str] = {}
    made: dict[str, tuple[Review, ...]] = {}
    for word in words:
        votes = Counter(at[p] for p in places[word.id] if p in at)
        found = min(votes, key=lambda key: (-votes[key], key), default=word.target.partition(":")[2])
        homes[word.id] = homes.get(word.withdraws or "", found)
        made[homes[word.id]] = (*made.get(homes[word.id], ()), word)
    if not ledger.writing:
        _WORDS[ledger] = (stamp, made)
    return made


def _members_in(word: Review) -> tuple[str, ...]:
    """The places that a grade or note keeps."""
    if not (word.value or "").startswith("{"):
        return ()
    return tuple(map(str, json.loads(word.value or "{}").get("members", ())))


def members(ledger: Ledger, source: str) -> tuple[str, ...]:
    """Where a found source is heard, as a word keeps it."""
    return tuple(member(document, step) for document, step in ledger.heard(source))


def same_word(a: Source, b: Source) -> bool:
    """Whether two words say the same: of the same fields the same, wherever the source was heard when they were said."""
    told = {"settled", "apart", "same_as", *(settled_of(a) if a.settled == b.settled else ())}
    return all(getattr(a, f) == getattr(b, f) for f in told)
