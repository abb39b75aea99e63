"""Who speaks in a ledger, and how does a person correct it? The part of a desk that lists sources and keeps words on them."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any, get_args

from sayso.errors import UnknownIdError, UsageError
from sayso.ledger import Ledger
from sayso.linking.identity import member
from sayso.linking.names import core
from sayso.model import Kind, Source
from sayso.schema import digest, to_plain
from sayso.sourced import SETTABLE, Spoken, left_sources, members, same_word, settled_of, sides, voiced, word_on

_NEAR = 3
"""Names that an error offers."""

Wish = dict[str, Any]
"""What a person says of a source: field to value. None says that there is none, `FOUND` takes the person's word back."""

FOUND = "found"
"""The value that takes a person's word on a field back, so that what was found holds again: no source is called so."""

FIELDS = (*SETTABLE, "aliases", "apart", "same_as")
"""What a person can say of a source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a person changed of a source (by its found name), who, when (ISO datetime in UTC), and what, a phrase each."""

    source: str
    by: str
    at: str
    told: tuple[str, ...]


class Cast:
    """The sources of one ledger, as people left them."""

    ledger: Ledger

    def sources(self) -> tuple[Source, ...]:
        """Give everybody who says something, those with the most statements first, as people left them."""
        return tuple(sorted(left_sources(self.ledger), key=lambda s: (-s.statements, -s.claims, s.name.casefold(), s.id)))

    def source(self, key: str) -> Source:
        """Give the source of an id, the unique beginning of one, a row number of `sources()`, a name or an alias.

        Raises: UnknownIdError, when none or several match.
        """
        return picked_source(self.sources(), key, self.document_name)

    def document_name(self, document: str) -> str:
        """Give what a document, by id, is called: the giver's name or, without one, the file or address that it came from."""
        name = self.ledger.document(document).name
        if name != document:
            return name
        origin = next((a.origin for a in self.ledger.additions(document)), document)
        return origin if "://" in origin else PurePath(origin).name

    def set_source(self, key: str, *, by: str, **said: Any) -> bool:
        """Keep what a person, `by`, says of a source; True when it is new. It holds at once, for events and figures after a run.

        `name`, `kind`, `party`, `affiliation`: the value, None for none, or `FOUND` to go back to what was found. `aliases` and
        `apart`: names that are its, or are not, beside those said before. `same_as`: the source that it is, as in `source`.

        Raises: UnknownIdError, when there is no such source; UsageError, for a field or a value that cannot be.
        """
        back = "same_as" in said and said["same_as"] in (None, FOUND)
        every = tuple(self.ledger.sources()) if back else self.sources()  # what is said to be another is not among them
        source = picked_source(every, key, self.document_name)
        before = word_on(self.ledger, source.id)
        word = _said(source, before, _checked(said))
        if said.get("same_as") not in (None, FOUND):
            word = replace(word, same_as=self._same(source, picked_source(every, said["same_as"], self.document_name), before))
        if before is not None and same_word(before, word):
            return False
        if before is None and not word.settled and not word.apart and word.same_as is None:
            return False
        places = set(members(self.ledger, source.id)) | set(before.members if before is not None and word.apart else ())
        word = replace(word, members=tuple(sorted(places)))
        return self.ledger.set_source(word, by=by, at=datetime.now(UTC).isoformat(timespec="seconds"))

    def source_changes(self) -> tuple[Change, ...]:
        """Give everything that people ever said of sources, in the order in which they said it."""
        found = {s.id: s.name for s in self.ledger.sources()}
        at = {member(document, step): found[key] for (document, step), key in self.ledger.identities().items()}
        last: dict[str, Source] = {}
        out = []
        for word in self.ledger.word_history():
            now = next((at[m] for m in word.source.members if m in at), word.source.name)
            out.append(Change(source=now, by=word.by, at=word.at, told=_told(last.get(word.source.id), word.source, at)))
            last[word.source.id] = word.source
        return tuple(out)

    def voiced(self, told: Iterable[Spoken], documents: Sequence[str] | None = None) -> Iterator[Spoken]:
        """Give claims or statements, of some documents (by id) or of any, with their speakers as people left them."""
        who = sides(self.ledger, documents)
        return (voiced(one, who) for one in told)

    def _words_digest(self) -> str:
        return digest([[w.by, w.at, to_plain(w.source)] for w in self.ledger.words()])

    def _same(self, source: Source, other: Source, before: Source | None) -> str | None:
        """Where the other source is heard; where the word said before names it, the same place."""
        if source.id == other.id:
            raise UsageError(f"{source.name} is itself", do="Give another source's name or id")
        places = members(self.ledger, other.id)
        return before.same_as if before is not None and before.same_as in places else min(places)


def picked_source(sources: Sequence[Source], key: str, called: Callable[[str], str]) -> Source:
    """Give the one source that `key` means; `called` says what a document, by id, is called.

    Raises: UnknownIdError, when none or several match; it names the nearest.
    """
    if key.isdecimal() and 0 < int(key) <= len(sources):
        return sources[int(key) - 1]
    wanted = core(key)
    for found in (
        [s for s in sources if s.id == key],
        [s for s in sources if s.id.startswith(key)] if key.startswith("s-") else [],
        [s for s in sources if key in (s.name, *s.aliases)],
        [s for s in sources if wanted and any(core(n) == wanted for n in (s.name, *s.aliases))],
        [s for s in sources if wanted and any(set(wanted) <= set(core(n)) for n in (s.name, *s.aliases))],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            rows = ", ".join(f"{sources.index(s) + 1} {s.name}{_whose(s, called)}" for s in found[:5])
            raise UnknownIdError(f"{key} means {len(found)} sources", do=f"Give the row of one of them: {rows}")
    raise UnknownIdError(f"There is no source {key}", do=_nearest(sources, key) if sources else "Run `sayso run` first")


def _nearest(sources: Sequence[Source], key: str) -> str:
    called = {n.casefold(): s.name for s in reversed(sources) for n in (*s.aliases, s.name)}
    near = difflib.get_close_matches(key.casefold(), called, n=_NEAR)
    with_word = [s.name for s in sources if set(core(key)) & {w for n in (s.name, *s.aliases) for w in core(n)}]
    names = list(dict.fromkeys([*(called[n] for n in near), *with_word]))[:_NEAR]
    if names:
        return f"Did you mean {' or '.join(names)}? `sayso sources` lists all"
    return "Give a row number, an id or a name from `sayso sources`"


def _whose(source: Source, called: Callable[[str], str]) -> str:
    return f" (in {called(source.document)})" if source.document else ""


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
