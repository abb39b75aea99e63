"""Who is meant by the words of a source: which one speaker of the document is "she", "the agency", "the NIS" or "Demchuk"?

A document's speakers are its cast. Every phrase that names a person or a body is heard once, in order, headlines last, and
joins the one it fits or becomes a new one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from sayso.model import Attribution, Kind
from sayso.reading.speakers.names import letters, namesake, plain, source_id
from sayso.reading.speakers.players import Place, Player, described, fits, plainly_a_service
from sayso.reading.speakers.voices import Voice
from sayso.reading.speakers.voices_names import acronym, last
from sayso.reading.words.bodies import Body, body_of, called, spelled_out
from sayso.reading.words.kinds import heads_of, party_of
from sayso.reading.words.nations import country_of, nation, sense, state_of
from sayso.reading.words.offers import Range

_LEADING = frozenset(("he", "she", "it", "they", "his", "her", "its", "their", "who", "which", "whose", "that"))
"""Pronouns that lead back to somebody named before."""

_FIGHTERS = re.compile(r"\b(?:gunmen|fighters|militants|rebels|insurgents|formation known as) ")

_OFFICES = frozenset(("government", "military", "intelligence", "police", "emergency"))
"""Kinds of bodies that are a state's where they are a country's."""

_SPOKEN = frozenset(("government", "military", "intelligence", "police", "emergency", "international", "party", "local-official"))


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
            office.heads |= set(voice.heads) if voice.person else set()
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
                    if p.affiliation and named[0].affiliation not in (None, p.affiliation):
                        continue
                    p.names, p.text, p.party = named[0].names, named[0].text, named[0].party or p.party
                    p.affiliation = named[0].affiliation = named[0].affiliation or p.affiliation
        self._settle_services()

    def _settle_services(self) -> None:
        """Give a country's "spy agency" the name of the one service of that country that the text names."""
        services: dict[str | None, list[Player]] = {}
        for p in self.players:
            if p.kind == "intelligence" and p.names:
                services.setdefault(self._shown(p)[2], []).append(p)
        for p in self.players:
            own = services.get(p.party, []) if p.party else []
            if p.kind == "intelligence" and not p.names and not p.person and len(own) == 1 and plainly_a_service(p):
                p.names, p.text = own[0].names, own[0].text

    def arm(self, text: str) -> None:
        """Make armed groups of the names whose fighters the text speaks of ("gunmen of the X")."""
        for p in self.players:
            if p.kind == "other" and p.names and not p.person and _FIGHTERS.search(text):
                name = re.escape(max(p.names, key=len))
                if re.search(rf"{_FIGHTERS.pattern}(?:of |from )?(?:the )?{name}", text):
                    p.kind = "party"

    def _pronoun(self, voice: Voice, place: Place, told: Sequence[Range] = (), *, spokes: bool = False) -> Player | None:
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
        fitting = [(at, p) for at, p in earlier if fits(word, p)]
        if spokes:  # a state, an army or a company has a spokesman sooner than the paper that reports on it
            speaking = next((p for _, p in fitting if p.kind in _SPOKEN), None)
            if speaking is not None:
                return speaking
        here = [p for at, p in fitting if at[0] == place[0] and at in self.speaking]
        able = [p for at, p in fitting if at in self.speaking or p.kind != "other" or p.metonym]
        return next(iter([*here, *able, *(p for _, p in fitting)]), None)

    def _find(self, voice: Voice, place: Place, *, headline: bool) -> Player | None:
        heard = sorted(self.heard, key=itemgetter(0), reverse=True)
        players = list({id(p): p for at, p in heard if headline or at < place}.values())
        if voice.name:
            return self._named(voice, players)
        return described(voice, players, loose=headline) or self._same_body(voice, players)

    def _named(self, voice: Voice, players: Sequence[Player]) -> Player | None:
        wanted = [voice.name or "", *voice.others]
        same_words = {plain(n) for n in wanted}
        for p in players:
            rivals = not voice.person and p.party and voice.party and p.party != voice.party
            if not rivals and not same_words.isdisjoint(map(plain, p.names)):
                return p
        same = self._same_body(voice, players)
        if same is not None:
            return same
        best: tuple[int, Player] | None = None
        for p in players:
            kindred = voice.kind == p.kind or not {voice.kind, p.kind}.isdisjoint(("other", "anonymous"))
            score = max([letters(x, n) for x in wanted for n in p.names], default=0) if kindred else 0
            if score and (best is None or score > best[0]):
                best = (score, p)
        if best:
            return best[1]
        name = plain(voice.name or "").split()
        persons = [p for p in players if voice.person and p.person and any(namesake(name, plain(n).split()) for n in p.names)]
        if persons:
            return next((p for p in persons if p.heads & set(voice.heads)), persons[0])
        for p in players:
            for n in p.names:
                have = plain(n).split()
                if not voice.person and not p.person and set(name) < set(have) and not set(name) <= heads_of("generic", "words"):
                    return p
        if voice.definite and (set(name) <= heads_of("generic", "words") or any(acronym(n) for n in wanted)):
            return described(voice, players, loose=False)
        return None

    def _same_body(self, voice: Voice, players: Sequence[Player]) -> Player | None:
        """The player that is the same known body by another of its names: the UNHCR for the U.N. refugee agency."""
        mine = {b for n in (voice.name or voice.text, *voice.others) for b in called(n)}
        if not mine or voice.person:
            return None
        for p in players:
            theirs = {b for n in (p.names or [p.text]) for b in called(n)}
            if mine & theirs and not p.person and (p.party is None or voice.party in (None, p.party)):
                return p
        return None

    def _learn(self, p: Player, v: Voice, place: Place) -> None:
        for n in (v.name, *(o for o in v.others if v.affiliation != o)):
            if n and n not in p.names and not (n in v.others and v.person):
                p.names.append(n)
        p.named_person = p.named_person or (v.person and v.name is not None)
        p.text = p.text if p.text and (p.names or len(p.text) >= len(v.text)) else v.text
        p.heads |= set(v.heads) | {last(v.name or v.text)}
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
        if v.name and not v.person and sense(v.name) not in (None, "forces") and not called(v.name):
            p.metonym = nation(v.name)
        if v.institution is not None and v.institution.pronoun is None:
            back = self._office(v.institution, place, new=v.person)
            if back is not None and back is not p:
                self._belong(p, back, v)
        elif v.institution is not None:
            back = self._pronoun(v.institution, place, spokes=_speaks_for(v))
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
        if v.name or v.institution is None or v.kind == "anonymous" or (v.person and not _speaks_for(v)):
            return None
        back = v.institution
        found = self._pronoun(back, place, spokes=v.person) if back.pronoun else self._office(back, place)
        return (
            found
            if found is not None and (found.names or found.kind != "other") and not (found.person and found.named_person)
            else None
        )

    def _office(self, v: Voice, place: Place, *, new: bool = False) -> Player | None:
        """The player of an institution that is named inside of the phrase at a place, which may begin with it."""
        if v.start != place[1]:
            return self.hear(v, (place[0], v.start))
        found = self._find(v, place, headline=False)
        fresh = found is None and new and (v.name or v.kind not in ("other", "anonymous"))
        if fresh:
            found = Player()
            self.players.append(found)
            self.heard.append((place, found))
        if found is not None and (fresh or (v.name and not found.person)):
            self._learn(found, v, place)
        return found

    def _within(self, p: Player, kind: Kind, party: str | None) -> str:
        """The document, for a description that says too little to be one source elsewhere."""
        return self.document if p.name is None and (party is None or kind == "anonymous") else ""

    def body(self, p: Player) -> Body | None:
        """The known body that a player is, where the text's own words leave no other; None for persons."""
        if p.person or p.metonym:
            return None
        return body_of(p.names or [p.text], p.party, self.support)

    def _belong(self, p: Player, back: Player, v: Voice, *, lend: bool = True) -> None:
        if not (p.kind == "local-official" and back.kind == "other"):  # a governor's town is no body
            p.affiliation = p.affiliation or (back.affiliation if back.person else back.name or back.text)
        p.party = p.party or back.party
        if back.kind not in ("other", "anonymous") and v.kind != "anonymous" and (p.kind in ("other", "anonymous") or not v.name):
            p.kind = back.kind
        lend = lend and (not v.person or _speaks_for(v))
        if lend and not v.name and not p.names and back.names and v.kind != "anonymous":
            p.names = list(back.names)

    def attribution(self, p: Player) -> tuple[str, Kind, str | None, str | None, bool, str]:
        """Name, kind, party, affiliation, whether unnamed, and the id of the source."""
        shown, kind, party, known = self._shown(p)
        affiliation = p.affiliation or (known.affiliation if known is not None else None)
        back = next((q for q in self.players if q is not p and affiliation in q.names), None) if affiliation else None
        if back is not None:
            affiliation, _, owner, _ = self._shown(back)
            party = party or owner
        elif affiliation and known is None:
            of = body_of([affiliation], party, self.support)
            affiliation = of.name if of is not None and acronym(affiliation) else affiliation
            party = party or (of.party if of is not None else party_of(affiliation))
        country = nation(affiliation) if affiliation else None
        affiliation = affiliation if country is None else state_of(country)
        if affiliation is None or plain(affiliation) == plain(shown):
            affiliation = self._state(p, kind, party) if known is None else known.affiliation
        told = known.name if known is not None else shown
        unnamed = p.name is None and known is None
        return shown, kind, party, affiliation, unnamed, source_id(told, party, p.metonym, self._within(p, kind, party))

    def _shown(self, p: Player) -> tuple[str, Kind, str | None, Body | None]:
        """The name or description of a player, its kind and party, and the known body that it is."""
        name, known = p.name, self.body(p)
        if known is None:
            metonym = p.kind == "other" and p.metonym is not None
            return name or p.text, "government" if metonym else p.kind, p.metonym if metonym else p.party, None
        if name and acronym(name) and (letters(name, known.name) or spelled_out(name, known)):
            name = known.name
        return name or p.text, known.kind, known.party or p.party, known

    def _state(self, p: Player, kind: Kind, party: str | None) -> str | None:
        """The government to which a ministry, an army or a service belongs by its country."""
        if p.person or p.plural or p.metonym or kind not in _OFFICES or party is None or country_of(party) is None:
            return None
        return None if p.heads & {"government", "presidency", "regime", "authorities"} else state_of(party)


def _speaks_for(v: Voice) -> bool:
    """True for a spokesman or an official, who unnamed is his body."""
    return not heads_of("spokes", "heads").isdisjoint(v.heads)


def step(cast: Cast, player: Player) -> Attribution:
    """A speaker as a step of a chain, without the words of a cue."""
    name, kind, party, affiliation, unnamed, source = cast.attribution(player)
    return Attribution(name=name, kind=kind, party=party, affiliation=affiliation, unnamed=unnamed, source=source)
