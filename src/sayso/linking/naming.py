"""By which one name does each speaker go across documents, and what says so?

A speaker whose words tell nobody in particular ("the ministry", "two officials", a surname alone) keeps to its document.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.linking.bodies import known, several
from sayso.linking.names import (
    STATE,
    bare,
    body,
    core,
    full,
    is_acronym,
    is_state_body,
    media_words,
    nation,
    nearly,
    plain,
    telling,
    with_land,
)
from sayso.linking.speakers import Introduced, Speaker
from sayso.model import Kind

Key = tuple[str, ...]
"""What a speaker goes by: a sort of name, then its words."""

_ALONE: frozenset[Kind] = frozenset(("media", "outlet", "party", "monitor", "think-tank", "international", "intelligence"))
"""Kinds of speakers that one word can name for everybody: "Reuters", "Hamas"."""
_LONG = 7
"""Letters of a word at least in which one wrong letter is taken for a slip. Source: set by hand: near-namesakes are short."""
_VAGUE: frozenset[Kind] = frozenset(("other", "anonymous", "outlet"))
"""Kinds that leave open what a speaker is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a speaker goes by, and why, where that is not the plain name."""

    key: Key
    why: str | None = None

    @property
    def bound(self) -> bool:
        """Whether it holds in one document only."""
        return self.key[0] == "only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """How documents are called, by id, and the event (by id) that each is mainly about."""

    names: Mapping[str, str] = field(default_factory=dict)
    main: Mapping[str, str] = field(default_factory=dict)

    def called(self, document: str) -> str:
        """The giver's name of a document."""
        return self.names.get(document, document)


def same_sort(a: Kind, b: Kind) -> bool:
    """Whether two kinds may be two words for one speaker's: the same, one of them vague, or both of a state."""
    return a == b or a in _VAGUE or b in _VAGUE or {a, b} <= STATE


class Names:
    """The names of a set of speakers and what their documents say of them, to tell each speaker's."""

    def __init__(self, speakers: Sequence[Speaker], introduced: Sequence[Introduced], reports: Reports) -> None:
        """Take the speakers, what documents explain, and how the documents are called and grouped."""
        self._reports = reports
        self._told = {(i.document, i.acronym): i for i in introduced}
        self._introduced: dict[str, dict[Key, Introduced]] = defaultdict(dict)
        for i in introduced:
            self._introduced[i.acronym].setdefault(core(i.name), i)
        self._of: dict[Key, list[Speaker]] = defaultdict(list)
        self._surnames: dict[str, list[Speaker]] = defaultdict(list)
        self._but_one: dict[tuple[int, Key], set[Key]] = defaultdict(set)
        self._near: dict[str, dict[Key, Introduced]] = {}
        self._outlets = {core(s.name) for s in speakers if s.kind == "outlet"}
        for s in speakers:
            if not has_name(s):
                continue
            words = core(s.name)
            self._of[words].append(s)
            if len(words) > 1:
                self._surnames[words[-1]].append(s)
                for at in _but_one(words):
                    self._but_one[at].add(words)

    def named(self, s: Speaker) -> Named:
        """What a speaker goes by."""
        if s.withheld:
            return self._only(s)
        s = self._completed(s)
        if s.party and s.kind in STATE and is_state_body(name := with_land(s.name, s.party), s.party):
            return Named(key=("body", s.party, *body(name, s.party)))
        words = core(s.name)
        if not has_name(s):
            return self._only(s)
        short = is_acronym(bare(s.name))
        found = self._told_here(s) if short else None
        found = found or _in_pack(s, words)
        found = found or (
            self._acronym(s) if short else self._shorter(s, words) or self._surname(s, words) or self._slip(s, words)
        )
        if found is not None:
            return found
        if len(words) == 1 and s.kind not in _ALONE:
            return self._only(s)
        shared = several(bare(s.name)) or len(self._introduced.get(bare(s.name), ())) > 1
        if s.party or words in self._outlets or (telling(words) and not shared):
            return Named(key=("name", *words))
        event = self._reports.main.get(s.document)
        return self._only(s) if event is None else Named(key=("near", event, *words))

    def _completed(self, s: Speaker) -> Speaker:
        """A speaker of a full name with the party and kind that it has in other reports, where all of them agree."""
        words = core(s.name)
        if (s.party and s.kind not in _VAGUE) or not (has_name(s) and full(s.name) and telling(words)):
            return s
        there = self._of.get(words, ())
        parties, kinds = {o.party for o in there if o.party}, {o.kind for o in there} - _VAGUE
        if len(parties) != 1 or not all(same_sort(a, b) for a in kinds | {s.kind} for b in kinds):
            return s
        kind = min(kinds) if s.kind == "other" and kinds else s.kind
        return replace(s, party=s.party or min(parties), kind=kind)

    def _only(self, s: Speaker) -> Named:
        return Named(key=("only", s.document, s.key))

    def _told_here(self, s: Speaker) -> Named | None:
        """The name that an acronym's own document gives for it."""
        return self._stands_for(s, self._told.get((s.document, bare(s.name))))

    def _acronym(self, s: Speaker) -> Named | None:
        """The name that an acronym stands for in the only others that explain it, or that of an acronym one slip away."""
        others = self._introduced.get(bare(s.name), {})
        if not others:
            return self._misspelt(s, bare(s.name))
        return self._stands_for(s, next(iter(others.values()))) if len(others) == 1 else None

    def _stands_for(self, s: Speaker, i: Introduced | None) -> Named | None:
        if i is None or not self._agrees(s, core(i.name)):
            return None
        return Named(key=("name", *core(i.name)), why=f"“{bare(s.name)}” stands for {i.name}: {self._at(i)}")

    def _misspelt(self, s: Speaker, short: str) -> Named | None:
        """The name of the only acronym that one slip away is explained, where its speakers are of the very kind."""
        if short not in self._near:
            every = self._introduced.items()
            self._near[short] = {c: i for other, each in every if nearly(short, other) for c, i in each.items()}
        near = self._near[short]
        if len(near) != 1:
            return None
        ((words, i),) = near.items()
        if s.kind in _VAGUE or s.kind not in {o.kind for o in self._of.get(words, ())} or not self._agrees(s, words):
            return None
        why = f"“{short}” is taken for a slip for {i.acronym}, {i.name}: {self._at(i)}, and no report explains another {short}"
        return Named(key=("name", *words), why=why)

    def _at(self, i: Introduced) -> str:
        return f"so explained in {self._reports.called(i.document)}"

    def _agrees(self, s: Speaker, words: Key) -> bool:
        """Whether nothing that is known of those who go by a name speaks against a speaker's being one of them."""
        there = self._of.get(words, ())
        parties = {o.party for o in there if o.party}
        sides = not parties or not s.party or parties == {s.party}
        return sides and all(same_sort(s.kind, o.kind) for o in there)

    def _shorter(self, s: Speaker, words: Key) -> Named | None:
        """An outlet's name without the last word that others leave out: "Iron Echo channel" is "Iron Echo"."""
        short = words[:-1]
        if s.kind not in ("outlet", "media") or words[-1] not in media_words() or len(short) < 2 or not telling(short):
            return None
        if short not in self._of or not self._agrees(s, short):
            return None
        return Named(key=("name", *short), why=f"“{bare(s.name)}” is called without its last word in other reports")

    def _surname(self, s: Speaker, words: Key) -> Named | None:
        """The only full name with this surname and the same office: the same affiliation, or the same rank in the text."""
        if len(words) > 1:
            return None
        fitting: dict[Key, tuple[str, str]] = {}
        for o in self._surnames.get(words[-1], ()):
            sign = _same_office(s, o)
            if sign is None:
                continue
            fitting[core(o.name)] = min((o.name, sign), fitting.get(core(o.name), (o.name, sign)))
        if len(fitting) != 1:
            return None
        ((full, (name, sign)),) = fitting.items()
        return Named(key=("name", *full), why=f"“{s.name}” is {name}: the same surname and {sign}")

    def _slip(self, s: Speaker, words: Key) -> Named | None:
        """The only name like this one but for a letter in a long word, where more reports use it."""
        if len(words) < 2 or not telling(words) or s.kind in _VAGUE:
            return None
        like = sorted({w for at in _but_one(words) for w in self._but_one[at] if _slips(words, w)})
        if len(like) != 1 or self._uses(like[0]) <= self._uses(words):
            return None
        there = self._of[like[0]]
        if not self._agrees(s, like[0]) or s.kind not in {o.kind for o in there} or _of_persons(s, there):
            return None
        name = min(o.name for o in there)
        return Named(key=("name", *like[0]), why=f"“{s.name}” is taken for a slip for {name}: one letter in {' '.join(words)}")

    def _uses(self, words: Key) -> int:
        return len({o.document for o in self._of[words]})


def has_name(s: Speaker) -> bool:
    """Whether a speaker is named: not a description in which only a country or its capital is."""
    capitals = (w for w in bare(s.name).split() if any(c.isupper() for c in w))
    return s.named and not s.withheld and any(plain(w) and nation(" ".join(plain(w))) is None for w in capitals)


def _in_pack(s: Speaker, words: Key) -> Named | None:
    """The first name of the body that the pack knows by this one; its own first name needs no saying."""
    found = known(bare(s.name), s.party)
    if found is None:
        return None
    full, whose = core(found.names[0]), f" of {found.side}" if found.side else ""
    why = f"“{bare(s.name)}” is known as a name of {found.names[0]}{whose}"
    return Named(key=("name", *full), why=why if full != words else None)


def _of_persons(s: Speaker, there: Iterable[Speaker]) -> bool:
    """Whether names are persons', whose names may differ by a letter: they have a rank or an office."""
    return any(o.titles or o.affiliation for o in (s, *there))


def _same_office(s: Speaker, o: Speaker) -> str | None:
    """What says that a surname and a full name are of one person's office, in words; None where nothing does."""
    if o.document == s.document or not same_sort(s.kind, o.kind) or (s.party and o.party and s.party != o.party):
        return None
    if s.affiliation and o.affiliation:
        return f"the same affiliation, {o.affiliation}" if core(s.affiliation) == core(o.affiliation) else None
    ranks = sorted(s.titles & o.titles)
    return f"the same rank or office, {ranks[0]}" if ranks else None


def _but_one(words: Key) -> list[tuple[int, Key]]:
    """The name without each of its long words, with where that stood: names that differ in it alone share this."""
    return [(n, (*words[:n], *words[n + 1 :])) for n, w in enumerate(words) if len(w) >= _LONG]


def _slips(a: Key, b: Key) -> bool:
    """Whether two names differ in one long word only, by a letter that is not its first: left out, wrong or exchanged."""
    odd = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(odd) != 1:
        return False
    ((x, y),) = odd
    if min(len(x), len(y)) < _LONG or x[0] != y[0] or any(c.isdigit() for c in x + y):
        return False
    return nearly(x, y) or (len(x) == len(y) and sum(p != q for p, q in zip(x, y, strict=True)) == 1)
