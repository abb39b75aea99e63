"""Which speakers does a person's word on a source bear on? Those of whom it was said, and others of exactly their name.

What was said holds for reports that come later, where neither party nor affiliation speaks against it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.linking.names import bare, core, full
from sayso.linking.naming import Key, Named, has_name
from sayso.linking.speakers import Introduced, Speaker, by_use
from sayso.model import Kind, Source

Place = tuple[str, str]
"""Document and step id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The speakers as a person's words leave them, and the word that bears on each that was not there when it was said."""

    speakers: tuple[Speaker, ...]
    said: Sequence[Source] = ()
    later: Mapping[Place, Source] = field(default_factory=dict)

    def sets_apart(self, s: Speaker, name: str) -> bool:
        """Whether a person said that a name is not this speaker's."""
        at = member(s.document, s.key)
        return any(core(name) == core(a) for w in self.said if w.apart and at in w.members for a in w.apart)

    def named(self, found: Mapping[Place, Named]) -> dict[Place, Named]:
        """What each speaker goes by: what was found, unless a person's word says that it is another or by itself."""
        out = {p: _apart(s, found[p], self.said) for s in self.speakers if (p := (s.document, s.key)) in found}
        known = {member(s.document, s.key): s for s in self.speakers}
        for s in (s for s in self.speakers if (s.document, s.key) in self.later):
            word = self.later[s.document, s.key]
            there = [
                (o, out[o.document, o.key]) for m in word.members if (o := known.get(m)) is not None and not not_its(o, word)
            ]
            if there:
                same = [n for o, n in there if core(o.name) == core(s.name)]
                key = min((n.key for n in same or [n for _, n in there]), key=lambda k: (k[0] == "only", k))
                why = None if same else f"a person says that “{s.name}” is a name of {word.name}"
                out[s.document, s.key] = Named(key=key, why=why)
        return out


def member(document: str, key: str) -> str:
    """How a person's word names a speaker of a document: step id @ document id."""
    return f"{key}@{document}"


def place_of(member: str) -> Place:
    """The document and step id that `member` names."""
    key, _, document = member.partition("@")
    return document, key


def corrected(heard: Sequence[Speaker], said: Sequence[Source], introduced: Sequence[Introduced]) -> Corrected:
    """The speakers with the party, kind and affiliation that a person gave them: what is set tells sources apart, too."""
    words: dict[str, list[Source]] = defaultdict(list)
    for word in said:
        for m in word.members:
            words[m].append(word)
    explained = {(i.document, i.acronym): core(i.name) for i in introduced}
    known = {member(s.document, s.key): s for s in heard}
    bearing = [_Bearing.of(word, known) for word in said]
    speakers, later = [], {}
    for s in heard:
        at = member(s.document, s.key)
        mine = [w for w in words.get(at, ()) if not not_its(s, w)]
        if at not in words and (found := _later(s, explained.get((s.document, bare(s.name))), bearing)) is not None:
            later[s.document, s.key] = found.word
            mine = [found.word]
            s = replace(s, kind=found.kind())  # noqa: PLW2901  the speaker as those are of whom the word was said
        speakers.append(_told(s, mine))
    return Corrected(speakers=tuple(speakers), said=said, later=later)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bearing:
    """A word, with the speakers of whom it was said, and the names by which it bears on others."""

    word: Source
    there: tuple[Speaker, ...]
    names: frozenset[Key]
    given: frozenset[Key]

    @classmethod
    def of(cls, word: Source, known: Mapping[str, Speaker]) -> "_Bearing":
        """A name that a person gave it may be short; one that was found must be a full one, unless it was joined."""
        there = tuple(s for m in word.members if (s := known.get(m)) is not None and not not_its(s, word))
        apart = {core(n) for n in word.apart}
        own = {n for s in there if has_name(s) for n in s.names if word.same_as is not None or full(n)}
        given = {core(n) for n in word.aliases} if word.settled is None or "aliases" in word.settled else set()
        names = {core(n) for n in own} | ({core(word.name)} if full(word.name) else set())
        return cls(word=word, there=there, names=frozenset(names - apart), given=frozenset(given - apart))

    def agrees(self, s: Speaker) -> bool:
        """Whether neither party nor affiliation of a speaker speaks against its being this source."""
        return self._fits("party", s.party) and self._fits("affiliation", s.affiliation)

    def _fits(self, what: str, value: str | None) -> bool:
        known = {v for v in (getattr(self.word, what), *(getattr(s, what) for s in self.there)) if v}
        if value is None or not known:
            return True
        if what == "party":
            return value in known
        return core(value) in {core(v) for v in known}

    def kind(self) -> Kind:
        """The kind of those of whom the word was said."""
        return min(by_use(s.kind for s in self.there), key=lambda k: k in ("other", "anonymous"))


def _later(s: Speaker, stands_for: Key | None, bearing: Sequence[_Bearing]) -> _Bearing | None:
    """The only word that bears on a speaker by its name; none where its own report explains the name as another's."""
    words = core(s.name)
    if not has_name(s):
        return None
    called = [b for b in bearing if b.there and words in b.names | b.given]
    fitting = [b for b in called if b.agrees(s) and (stands_for is None or stands_for in b.names | b.given)]
    found = [b for b in fitting if words in b.names] or fitting
    return found[0] if len(found) == 1 else None


def _told(s: Speaker, words: Sequence[Source]) -> Speaker:
    for word in words:
        fields = ("kind", "party", "affiliation") if word.settled is None else word.settled
        s = replace(
            s,
            kind=word.kind if "kind" in fields else s.kind,
            party=word.party.casefold() if "party" in fields and word.party else s.party,
            affiliation=word.affiliation if "affiliation" in fields and word.affiliation else s.affiliation,
        )
    return s


def _apart(s: Speaker, name: Named, said: Sequence[Source]) -> Named:
    """What a speaker goes by, by itself where a person said that its name is not that source's."""
    at = member(s.document, s.key)
    word = next((w for w in said if at in w.members and not_its(s, w)), None)
    return name if word is None else Named(key=("apart", word.id, *core(s.name)))


def not_its(s: Speaker, word: Source) -> bool:
    """Whether a person said that this speaker's name is not that source's."""
    return any(core(n) == core(a) for a in word.apart for n in s.names)
