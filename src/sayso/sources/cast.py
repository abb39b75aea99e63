"""Who speaks in a ledger, and how does a person correct it? The part of a desk that lists sources and keeps words on them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, get_args

from sayso.asking.selection import called, listed, means, picked_source
from sayso.errors import ChangedError, UnknownIdError, UsageError
from sayso.exports.words import called as titled
from sayso.exports.words import count, file_name
from sayso.ledger import Ledger, Word
from sayso.linking.corrected import member, place_of
from sayso.linking.names import core
from sayso.model import Document, Kind, Source
from sayso.schema import digest, to_plain
from sayso.sources.sourced import SETTABLE, Spoken, left_sources, members, same_word, settled_of, sides, voiced, word_on
from sayso.sources.unsaid import fates, taken_back

Wish = dict[str, Any]
"""What a person says of a source: field to value. None says that there is none, `FOUND` takes the person's word back."""

FOUND = "found"
"""The value that takes a person's word on a field back, so that what was found holds again: no source is called so."""

FIELDS = (*SETTABLE, "aliases", "apart", "same_as")
"""What a person can say of a source."""

_PLACES = 50
"""Places of a word at which its source is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a person changed of a source (by its found name), who, when (ISO datetime in UTC), and what, a phrase each.

    `withdrawn` says who, and when, took it back or said otherwise, where nothing of it holds any longer; `returns` that it takes
    something back itself.
    """

    source: str
    by: str
    at: str
    told: tuple[str, ...]
    id: str = ""
    withdrawn: str | None = None
    returns: bool = False


class Cast:
    """The sources of one ledger, as people left them."""

    ledger: Ledger

    def sources(self) -> tuple[Source, ...]:
        """Give everybody who says something, those with the most statements first, as people left them."""
        return listed(left_sources(self.ledger))

    def source(self, key: str) -> Source:
        """Give the source of an id, the unique beginning of one, a row number of `sources()`, a name, an alias or an acronym.

        Raises: UnknownIdError, when none or several match.
        """
        return self._by_id(key) or self._picked(self.sources(), key)

    def sources_called(self, key: str) -> tuple[Source, ...]:
        """Give the sources that a key means as in `source`, or that have all its words in one name; none where none match."""
        every = self.sources()
        return called(every, key) or tuple(s for s in every if any(means(key, n) for n in (s.name, *s.aliases)))

    def document_name(self, document: str) -> str:
        """Give what a document, by id, is called: the giver's name, the file or address that it came from, or how it begins."""
        return self.name_of(self.ledger.document(document))

    def name_of(self, document: Document) -> str:
        """Give what a document is called, as `document_name` does."""
        if document.name != document.id:
            return document.name
        origin = next((a.origin for a in self.ledger.additions(document.id)), "")
        return file_name(origin) or titled(document)

    def set_source(self, key: str, *, by: str, **said: Any) -> bool:
        """Keep what a person, `by`, says of a source; True when it is new. It holds at once, for events and figures after a run.

        `name`, `kind`, `party`, `affiliation`: the value, None for none, or `FOUND` to go back to what was found. `aliases` and
        `apart`: names that are its, or are not, beside those said before. `same_as`: the source that it is, as in `source`.

        Raises: UnknownIdError, when there is no such source; UsageError, for a field or a value that cannot be.
        """
        back = "same_as" in said and said["same_as"] in (None, FOUND)
        every = partial(self._every, found=back)  # what is said to be another is not among those that were left
        source = (None if back else self._by_id(key)) or self._picked(every(), key)
        _never_called(source, said.get("apart"))
        before = word_on(self.ledger, source.id)
        word = _said(source, before, _checked(said))
        if said.get("same_as") not in (None, FOUND):
            other = self._by_id(said["same_as"]) or self._picked(every(), said["same_as"])
            if source.id == other.id and len(said) == 1 and self._joined(key, said["same_as"]):
                return False
            word = replace(word, same_as=self._same(source, other, before))
        if before is not None and same_word(before, word):
            return False
        if before is None and not word.settled and not word.apart and word.same_as is None:
            return False
        places = set(members(self.ledger, source.id)) | set(before.members if before is not None and word.apart else ())
        word = replace(word, members=tuple(sorted(places)))
        return self.ledger.set_source(word, by=by, at=datetime.now(UTC).isoformat(timespec="microseconds"))

    def unsay(self, word: str, *, by: str) -> Change:
        """Take back what was said of a source, by the id of the word (`w-7`): what of it still holds is as it was before.

        Raises: UnknownIdError; UsageError, without a name; ChangedError, when nothing of it holds any longer.
        """
        if not by.strip():
            raise UsageError("Nobody says so", do="Give your name")
        with self.ledger.batch():
            history = self.ledger.word_history()
            found = next((w for w in history if w.id == word), None)
            if found is None:
                raise UnknownIdError(f"There is no word {word} on a source", do="`sayso review log` lists all")
            fate = fates(history)[word]
            if fate.over is not None:
                raise ChangedError("This was taken back already", do="Look at the corrections")
            at = datetime.now(UTC).isoformat(timespec="microseconds")
            self.ledger.set_source(taken_back(found, fate), by=by.strip(), at=at)
        return self.source_changes()[-1]

    def source_changes(self) -> tuple[Change, ...]:
        """Give everything that people ever said of sources, in the order in which they said it."""
        return self.ledger.kept("changes of sources", lambda: self.changes_of(self.ledger.word_history()))

    def changes_of(self, words: Sequence[Word]) -> tuple[Change, ...]:
        """Give what each of these words on sources changed, in their order."""
        # Some of the places where a source is heard are enough to know it again by.
        places = {m for w in words for m in (*w.source.members[:_PLACES], *([w.source.same_as] if w.source.same_as else []))}
        found = self.ledger.identities(sorted({place_of(m)[0] for m in places}))
        names = {s.id: s.name for s in self.ledger.some_sources(sorted(set(found.values())))}
        at = {member(document, step): names[key] for (document, step), key in found.items() if key in names}
        last: dict[str, Source] = {}
        fate = fates(words)
        out = []
        for word in words:
            over = fate[word.id].over
            now = next((at[m] for m in word.source.members if m in at), word.source.name)
            out.append(
                Change(
                    source=now,
                    by=word.by,
                    at=word.at,
                    told=_told(last.get(word.source.id), word.source, at),
                    id=word.id,
                    withdrawn=None if over is None else f"{over.by}, {over.at[:16].replace('T', ' ')}",
                    returns=fate[word.id].returns,
                )
            )
            last[word.source.id] = word.source
        return tuple(out)

    def voiced(self, told: Iterable[Spoken], documents: Sequence[str] | None = None) -> Iterator[Spoken]:
        """Give claims or statements, of some documents (by id) or of any, with their speakers as people left them."""
        who = sides(self.ledger, documents)
        return (voiced(one, who) for one in told)

    def _words_digest(self) -> str:
        return digest([[w.by, w.at, to_plain(w.source)] for w in self.ledger.words()])

    def _every(self, *, found: bool) -> tuple[Source, ...]:
        """All sources as they were found, or as people left them."""
        return tuple(self.ledger.sources()) if found else self.sources()

    def _by_id(self, key: str) -> Source | None:
        """The source with this very id, as people left it, without a look at the others; None where there is none of its own."""
        found = next(self.ledger.some_sources([key]), None)
        left = found if found is None else sides(self.ledger, ()).said.get(key, found)
        return left if left is not None and left.id == key else None

    def _picked(self, sources: Sequence[Source], key: str) -> Source:
        """The one source that a key means, or an error that tells those apart that it may mean."""
        return picked_source(sources, key, self._told_apart)

    def _told_apart(self, source: Source) -> str:
        """What tells a source from others of its name: kind, party, in which reports it is heard, and of which days."""
        at = {document for document, found in self._heard_in() if found == source.id}
        published = self.ledger.days()
        days = sorted(published[key][:10] for key in at if published.get(key))
        reports = f"in {self.document_name(min(at))}" if len(at) == 1 else count(len(at), "report")
        when = days[0] if days and days[0] == days[-1] else f"{days[0]} to {days[-1]}" if days else ""
        return ", ".join(w for w in (source.kind, source.party, reports, when) if w)

    def _heard_in(self) -> Iterator[tuple[str, str]]:
        """Each document, by id, with the id of every source that is heard in it, as people left them."""
        who = sides(self.ledger)
        return ((document, who.said[s].id if s in who.said else s) for (document, _), s in who.found.items())

    def _joined(self, key: str, other: str) -> bool:
        """Whether these were found as two sources, which a person has joined."""
        found = tuple(self.ledger.sources())
        one, two = ({s.id for s in called(found, k)} for k in (key, other) if not k.isdecimal())
        return bool(one and two and not one & two)

    def _same(self, source: Source, other: Source, before: Source | None) -> str | None:
        """Where the other source is heard; where the word said before names it, the same place."""
        if source.id == other.id:
            raise UsageError(f"{source.name} is itself", do="Give another source's name or id")
        places = members(self.ledger, other.id)
        return before.same_as if before is not None and before.same_as in places else min(places)


def _checked(said: Wish) -> Wish:
    """What is said, where it can be.

    Raises: UsageError.
    """
    for name, value in said.items():
        if name not in FIELDS:
            raise UsageError(f"A source has no {name} to set", do=f"Give {', '.join(FIELDS)}")
        if value is None and name in ("name", "kind"):
            raise UsageError(
                f"A source cannot be without a {name}", do=f"Give another one, or go back to the {name} that was found"
            )
        if isinstance(value, str) and not value.strip():
            raise UsageError(f"The {name} is empty", do="Give a word, or say that there is none")
    kinds = get_args(Kind)
    if said.get("kind", FOUND) not in (*kinds, FOUND):
        raise UsageError(f"{said['kind']} is no kind of source", do=f"Give one of {', '.join(kinds)}")
    return said


def _never_called(source: Source, apart: Sequence[str] | None) -> None:
    """Refuse names as not a source's that it never had.

    Raises: UsageError.
    """
    had = {core(n) for n in (source.name, *source.aliases, *source.apart)}
    for name in apart if apart not in (None, FOUND) else ():
        if core(name) not in had:
            names = ", ".join((source.name, *source.aliases))
            raise UsageError(f"{source.name} is not called {name}", do=f"Give one of its names: {names}")


def _said(source: Source, before: Source | None, said: Wish) -> Source:
    """The word on a source: what was said before, and what is said now."""
    told: set[str] = set() if before is None else set(settled_of(before))
    known = source if before is None else before
    values: Wish = {f: getattr(known, f) for f in (*SETTABLE, "aliases", "apart", "same_as")}
    if before is None:
        values |= {"aliases": (), "apart": (), "same_as": None}
    for name, value in said.items():
        if name in ("aliases", "apart"):
            more = () if value in (None, FOUND) else value
            values[name] = tuple(sorted({*values[name], *more})) if more else ()
        elif name == "same_as":
            values[name] = None if value in (None, FOUND) else values[name]
        else:
            values[name] = getattr(source, name) if value == FOUND else value
            (told.discard if value == FOUND else told.add)(name)
    if values["party"] is not None:
        values["party"] = values["party"].casefold()
    told = told - {"aliases"} | ({"aliases"} if values["aliases"] else set())
    settled = tuple(f for f in (*SETTABLE, "aliases") if f in told)
    return Source(id=known.id, settled=settled, **values)


def _told(before: Source | None, now: Source, names: dict[str, str]) -> tuple[str, ...]:
    """What a word says that the one before it did not, in words; `names` are the sources heard at each place."""
    old, new = (frozenset() if before is None else frozenset(settled_of(before))), frozenset(settled_of(now))
    told = [f"{f} as found" for f in SETTABLE if f in old - new]
    for f in SETTABLE:
        value = getattr(now, f)
        if f in new and (f not in old or before is None or value != getattr(before, f)):
            told.append(f"no {f}" if value is None else f"{f} {value}")
    for f, more in (("aliases", "also"), ("apart", "not")):
        was = frozenset() if before is None else frozenset(getattr(before, f))
        told += [f"{more} {n}" for n in getattr(now, f) if n not in was]
        told += [f"no longer {more} {n}" for n in sorted(was - frozenset(getattr(now, f)))]
    same = None if before is None else before.same_as
    if now.same_as is None and same is not None:
        told.append(f"no longer the same as {names.get(same, same)}")
    elif now.same_as is not None and now.same_as != same:
        told.append(f"the same as {names.get(now.same_as, now.same_as)}")
    return tuple(told)
