"""Who is meant by the words of a source: which one speaker of the document is "she", "the agency", "the NIS" or "Demchuk"?

A document's speakers are its cast. Every phrase that names a person or a body is heard once, in order, headlines last, and
joins the one it fits or becomes a new one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.model import Attribution, Kind
from sayso.reading.bodies import Body, body_of, spelled_out
from sayso.reading.decoding import Range
from sayso.reading.kinds import heads_of
from sayso.reading.nations import country_of, nation, state_of
from sayso.reading.voices import Voice
from sayso.schema import content_id

Place = tuple[int, int]
"""Number of the unit and of the word in it."""

_SMALL = frozenset(["of", "for", "the", "and", "in", "on", "at", "to", "de", "la", "al", "und", "et"])
_BODIES: dict[str, tuple[Kind, ...]] = {
    "service": ("intelligence", "emergency", "medical"),
    "agency": ("intelligence", "international", "media", "emergency"),
    "outlet": ("media",),
    "organisation": ("international", "monitor", "emergency", "think-tank", "other"),
    "organization": ("international", "monitor", "emergency", "think-tank", "other"),
    "group": ("party", "monitor", "other"),
    "movement": ("party", "other"),
    "alliance": ("party", "other"),
    "party": ("party", "other"),
    "union": ("other",),
    "charity": ("monitor", "international", "other"),
}
"""Of what kind a body is that is spoken of by a general word, as in "the agency"."""


_LEADING = frozenset(("he", "she", "it", "they", "his", "her", "its", "their", "who", "which", "whose", "that"))
"""Pronouns that lead back to somebody named before."""

_OFFICES = frozenset(("government", "military", "intelligence", "police", "emergency"))
"""Kinds of bodies that are a state's where they are a country's."""

_SPOKEN = frozenset(("government", "military", "intelligence", "police", "emergency", "international", "party", "local-official"))


@dataclass(slots=True)
class Player:
    """One speaker of the document, as far as it has been heard."""

    names: list[str] = field(default_factory=list)
    text: str = ""
    heads: set[str] = field(default_factory=set)
    kind: Kind = "other"
    party: str | None = None
    person: bool = False
    plural: bool = False
    affiliation: str | None = None
    places: list[Place] = field(default_factory=list)
    named_person: bool = False
    metonym: str | None = None

    @property
    def name(self) -> str | None:
        """The fullest name: a person's, else a body's that is no acronym, else the acronym."""
        full = [n for n in self.names if not is_acronym(n)]
        return (
            max(full, key=lambda n: (len(n.split()), -self.names.index(n))) if full else (self.names[0] if self.names else None)
        )


@dataclass(slots=True)
class Cast:
    """The speakers of a document; `heard` are its places in order, with who was there.

    `document` is the id of the document, `support` the nations it names, `speaking` the places of those who say something there.
    """

    document: str = ""
    support: frozenset[str] = frozenset()
    players: list[Player] = field(default_factory=list)
    heard: list[tuple[Place, Player]] = field(default_factory=list)
    known: dict[Place, Player] = field(default_factory=dict)
    speaking: frozenset[Place] = frozenset()

    def hear(self, voice: Voice, place: Place, *, headline: bool = False, told: Sequence[Range] = ()) -> Player | None:
        """The player that a voice at a place is, new where none fits; None for a pronoun without antecedent or "nobody".

        `told` are the words that the voice tells: a pronoun does not mean somebody in them.
        """
        if place in self.known:
            return self.known[place]
        player = self._pronoun(voice, place, told) if voice.pronoun else self._find(voice, place, headline=headline)
        office = None
        if player is None and not voice.pronoun:
            player = office = self._institution(voice, place)
        if player is None and not voice.pronoun:
            player = Player()
            self.players.append(player)
        if player is None:
            return None
        if office is not None:
            office.heads |= set(voice.heads)
        elif not voice.pronoun:
            self._learn(player, voice, place)
        player.places.append(place)
        self.heard.append((place, player))
        self.known[place] = player
        return player

    def settle(self) -> None:
        """Join descriptions that a later name explains: the one think tank of the lede is the institute of the next paragraph."""
        for kind in ("think-tank", "monitor"):
            named = [p for p in self.players if p.kind == kind and p.names]
            loose = [p for p in self.players if p.kind == kind and not p.names and not p.plural]
            if len(named) == 1 and loose:
                for p in loose:
                    p.names, p.text, p.party = named[0].names, named[0].text, named[0].party or p.party
                    p.affiliation = named[0].affiliation = named[0].affiliation or p.affiliation

    def arm(self, text: str) -> None:
        """Make armed groups of the names whose fighters the text speaks of ("gunmen of the X")."""
        for p in self.players:
            if p.kind == "other" and p.names and not p.person:
                name = re.escape(max(p.names, key=len))
                if re.search(
                    rf"\b(?:gunmen|fighters|militants|rebels|insurgents|formation known as) (?:of |from )?(?:the )?{name}", text
                ):
                    p.kind = "party"

    def _pronoun(self, voice: Voice, place: Place, told: Sequence[Range] = ()) -> Player | None:
        word = voice.pronoun
        if word not in _LEADING:
            return None
        earlier = [
            (at, player)
            for at, player in sorted(self.heard, key=lambda h: h[0], reverse=True)
            if at < place and place[0] - at[0] <= 4 and not (at[0] == place[0] and any(b <= at[1] < e for b, e in told))
        ]
        if word in ("who", "which", "whose", "that"):
            return next((p for at, p in earlier if at[0] == place[0] and place[1] - at[1] < 14), None)
        fitting = [(at, p) for at, p in earlier if _fits(word, p)]
        here = [p for at, p in fitting if at[0] == place[0] and at in self.speaking]
        able = [p for at, p in fitting if at in self.speaking or p.kind != "other" or p.metonym]
        return next(iter([*here, *able, *(p for _, p in fitting)]), None)

    def _find(self, voice: Voice, place: Place, *, headline: bool) -> Player | None:
        earlier = [p for _, p in sorted(self.heard, key=lambda h: h[0], reverse=True) if headline or _ < place]
        ranked = list(dict.fromkeys(map(id, earlier)))
        by_id = {id(p): p for p in earlier}
        players = [by_id[i] for i in ranked]
        if voice.name:
            return self._named(voice, players)
        return _described(voice, players, loose=headline)

    def _named(self, voice: Voice, players: Sequence[Player]) -> Player | None:
        wanted = [voice.name or "", *voice.others]
        for p in players:
            if {plain(n) for n in p.names} & {plain(n) for n in wanted}:
                return p
        best: tuple[int, Player] | None = None
        for p in players:
            score = max((letters(x, n) for x in wanted for n in p.names), default=0)
            if score and (best is None or score > best[0]):
                best = (score, p)
        if best:
            return best[1]
        name = plain(voice.name or "").split()
        for p in players:
            for n in p.names:
                have = plain(n).split()
                if voice.person and p.person and _namesake(name, have):
                    return p
                if not voice.person and not p.person and set(name) < set(have) and not set(name) <= heads_of("generic", "words"):
                    return p
        if voice.definite and any(is_acronym(n) for n in wanted):
            return _described(voice, players, loose=False)
        return None

    def _learn(self, p: Player, v: Voice, place: Place) -> None:
        for n in (v.name, *(o for o in v.others if v.affiliation != o)):
            if n and n not in p.names and not (n in v.others and v.person):
                p.names.append(n)
        p.named_person = p.named_person or (v.person and v.name is not None)
        p.text = p.text if p.text and (p.names or len(p.text) >= len(v.text)) else v.text
        p.heads |= set(v.heads) | {_last(v.name or v.text)}
        p.person = p.person or (v.person and (v.name is not None or not p.names))
        p.plural = p.plural or (v.plural and not v.name)
        if p.kind == "other" or (
            p.kind in ("anonymous", "military", "government")
            and v.name
            and v.kind not in ("other", "anonymous")
            and not v.definite
        ):
            p.kind = v.kind
        p.party = p.party or v.party
        p.affiliation = p.affiliation or v.affiliation
        if v.name and nation(v.name) and not v.person:
            p.metonym = nation(v.name)
        if v.institution is not None and v.institution.pronoun is None:
            back = self._office(v.institution, place)
            if back is not None and back is not p:
                self._belong(p, back, v)
        elif v.institution is not None:
            back = self._pronoun(v.institution, place)
            if back is not None and back is not p:
                self._belong(p, back, v)
        elif v.person and v.heads and set(v.heads) & {"spokesman", "spokeswoman", "spokesperson"} and p.affiliation is None:
            back = next(
                (
                    q
                    for _, q in sorted(self.heard, key=lambda h: h[0], reverse=True)
                    if not q.person and not q.plural and q.kind in _SPOKEN and _ < place
                ),
                None,
            )
            if back is not None:
                self._belong(p, back, v, lend=False)

    def _institution(self, v: Voice, place: Place) -> Player | None:
        """The body for which an unnamed official speaks: "a spokesman for X" is X."""
        if v.name or v.institution is None or v.kind == "anonymous":
            return None
        back = v.institution
        found = self._pronoun(back, place) if back.pronoun else self._office(back, place)
        return (
            found
            if found is not None and (found.names or found.kind != "other") and not (found.person and found.named_person)
            else None
        )

    def _office(self, v: Voice, place: Place) -> Player | None:
        """The player of an institution that is named inside of the phrase at a place, which may begin with it."""
        return self._find(v, place, headline=False) if v.start == place[1] else self.hear(v, (place[0], v.start))

    def _within(self, p: Player, kind: Kind, party: str | None) -> str:
        """The document, for a description that says too little to be one source elsewhere."""
        return self.document if p.name is None and (party is None or kind == "anonymous") else ""

    def body(self, p: Player) -> Body | None:
        """The known body that a player is, where the text's own words leave no other; None for persons."""
        if p.person or p.metonym:
            return None
        return body_of(p.names or [p.text], p.party, self.support)

    def _belong(self, p: Player, back: Player, v: Voice, *, lend: bool = True) -> None:
        p.affiliation = p.affiliation or back.name or back.text
        p.party = p.party or back.party
        if back.kind not in ("other", "anonymous") and (p.kind in ("other", "anonymous") or not v.name):
            p.kind = back.kind
        if lend and not v.name and not p.names and back.names and v.kind != "anonymous":
            p.names = list(back.names)

    def attribution(self, p: Player) -> tuple[str, Kind, str | None, str | None, bool, str]:
        """Name, kind, party, affiliation, whether unnamed, and the id of the source."""
        name, kind, party, affiliation = p.name, p.kind, p.party, p.affiliation
        known = self.body(p)
        if known is not None:
            if name and is_acronym(name) and (letters(name, known.name) or spelled_out(name, known)):
                name = known.name
            kind, party, affiliation = known.kind, known.party or party, affiliation or known.affiliation
        if kind == "other" and p.metonym:
            kind, party = "government", p.metonym
        back = next((q for q in self.players if q is not p and affiliation in q.names), None) if affiliation else None
        if back is not None:
            affiliation, _, owner, *_ = self.attribution(back) if back.affiliation != p.name else (back.name, kind, back.party)
            party = party or owner
        shown = name or p.text
        if affiliation is None or plain(affiliation) == plain(shown):
            affiliation = self._state(p, kind, party)
        told = known.name if known is not None else shown
        return shown, kind, party, affiliation, name is None, source_id(told, party, p.metonym, self._within(p, kind, party))

    def _state(self, p: Player, kind: Kind, party: str | None) -> str | None:
        """The government to which a ministry, an army or a service belongs by its country."""
        if p.person or p.plural or p.metonym or kind not in _OFFICES or party is None or country_of(party) is None:
            return None
        return None if p.heads & {"government", "presidency", "regime", "authorities"} else state_of(party)


def source_id(name: str, party: str | None, metonym: str | None = None, within: str = "") -> str:
    """The id of a source across documents: by its words without articles and nations, and its party; a nation's by the nation.

    `within` is the document where a description tells nobody apart ("the hospital", "two officials"): it holds there only.
    """
    if metonym:
        return content_id("s", "government", metonym)
    core = [w for w in plain(name).split() if nation(w) is None] or plain(name).split()
    return content_id("s", " ".join(core), party or "", within)


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name for comparing: lower case, no articles, possessives, full stops or titles."""
    low = re.sub(r"['’]s\b", "", name.casefold()).replace(".", "").replace("defence", "defense")
    return " ".join(w for w in re.findall(r"[\w-]+", low) if w not in ("the", "a", "an"))


def is_acronym(name: str) -> bool:
    """True for one word of two to seven letters, all but one of them capitals."""
    return (
        2 <= len(name) <= 7 and name.isalpha() and sum(c.isupper() for c in name) >= max(2, len(name) - 1) and name[0].isupper()
    )


def letters(one: str, other: str) -> int:
    """How well an acronym fits a name or another acronym: 3 its letters, 2 all but one in order, 1 in another order, 0 not."""
    if is_acronym(other) and not is_acronym(one):
        one, other = other, one
    if not is_acronym(one):
        return 0
    a, b = one.upper(), (other.upper() if is_acronym(other) else initials(other))
    if len(a) < 3 or len(b) < 3:
        return 0
    if a == b:
        return 3
    if a[0] == b[0] and abs(len(a) - len(b)) == 1 and _within(*sorted((a, b), key=len)):
        return 2
    return int(sorted(a) == sorted(b))


def initials(name: str) -> str:
    """The letters that abbreviate a name: initials of its capitalised words, words in capitals whole."""
    out = ""
    for w in re.findall(r"\w+", name):
        if w.casefold() not in _SMALL and w[0].isupper():
            out += w if w.isupper() and len(w) <= 3 else w[0]
    return out.upper()


def _namesake(name: Sequence[str], have: Sequence[str]) -> bool:
    """True where two names of persons can be one person's: one surname, and no first names with other initials."""
    if not name or not have:
        return False
    if len(name) == 1:
        return name[0] in have
    return name[-1] == have[-1] and (len(have) == 1 or name[0][0] == have[0][0])


def _fits(pronoun: str, p: Player) -> bool:
    """True where a pronoun can mean a player: a person, a body, several."""
    if pronoun in ("he", "she", "his", "her"):
        return not p.plural and (p.person or bool(p.heads & heads_of("persons", "heads")))
    if pronoun in ("it", "its"):
        return not p.person and not (p.plural and not p.names)
    return p.plural or (not p.person and bool(p.names))


def _within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(c in rest for c in short)


def _described(voice: Voice, players: Iterable[Player], *, loose: bool) -> Player | None:
    """The player that a description fits: the same words, or for "the councillor" the last with that role."""
    head = _last(voice.text)
    for p in players:
        if (
            plain(p.text) == plain(voice.text)
            and (p.party == voice.party or not (p.party and voice.party))
            and not (voice.kind == "anonymous" and not voice.definite)
        ):
            return p
        if not (voice.definite or loose):
            if (
                not p.names
                and voice.party
                and voice.party == p.party
                and head == _last(p.text)
                and voice.kind == p.kind != "anonymous"
            ):
                return p
            continue
        if voice.party and p.party and voice.party != p.party:
            continue
        if (voice.person != p.person and not (voice.person and head in p.heads)) or (voice.plural and not p.plural and p.person):
            continue
        roles = {w for w in voice.heads if w != head} | {head}
        if head in p.heads and (len(roles) < 2 or len(voice.text.split()) < 3 or roles <= p.heads):
            return p
        if head not in _BODIES or p.person or not p.names or p.metonym:
            continue
        if (voice.kind == p.kind == "intelligence") or (len(voice.text.split()) == 1 and p.kind in _BODIES[head]):
            return p
    return None


def _last(text: str) -> str:
    """The head of a name or description in lower case: the word before the first preposition."""
    words: list[str] = re.findall(r"[\w'’-]+", text.casefold())
    for i, w in enumerate(words):
        if i and w in ("of", "for", "in", "at", "from", "with", "on", "who", "briefed"):
            return words[i - 1]
    return words[-1] if words else ""


def step(cast: Cast, player: Player) -> Attribution:
    """A speaker as a step of a chain, without the words of a cue."""
    name, kind, party, affiliation, unnamed, source = cast.attribution(player)
    return Attribution(name=name, kind=kind, party=party, affiliation=affiliation, unnamed=unnamed, source=source)
