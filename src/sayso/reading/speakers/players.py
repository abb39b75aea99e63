"""Which speaker that was heard before can a pronoun, or a description such as "the agency", mean?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.model import Kind
from sayso.reading.speakers.names import plain
from sayso.reading.speakers.voices import Voice
from sayso.reading.speakers.voices_names import acronym, last
from sayso.reading.words.bodies import called
from sayso.reading.words.kinds import heads_of, mouth
from sayso.reading.words.nations import nation_words

Place = tuple[int, int]
"""Number of the unit and of the word in it."""

_MEDIA: tuple[Kind, ...] = ("media",)
_ARMED: tuple[Kind, ...] = ("party",)
_BENCH: tuple[Kind, ...] = ("international", "monitor", "emergency", "think-tank", "other")
_BODIES: dict[str, tuple[Kind, ...]] = {
    "service": ("intelligence", "emergency", "medical"),
    "agency": ("intelligence", "international", "media", "emergency"),
    **dict.fromkeys(("outlet", "newspaper", "paper", "daily", "weekly", "magazine", "website", "site", "portal"), _MEDIA),
    **dict.fromkeys(("jihadists", "jihadis", "islamists", "separatists", "guerrillas", "gunmen", "mercenaries"), _ARMED),
    **dict.fromkeys(("broadcaster", "network", "channel", "station", "wire"), _MEDIA),
    **dict.fromkeys(("organisation", "organization", "body"), _BENCH),
    "institute": ("think-tank",),
    "tank": ("think-tank",),
    "centre": ("think-tank", "monitor"),
    "center": ("think-tank", "monitor"),
    "watchdog": ("monitor",),
    "monitor": ("monitor",),
    "observatory": ("monitor",),
    "group": ("party", "monitor", "other"),
    "movement": ("party", "other"),
    "militia": ("party",),
    "front": ("party",),
    "militants": ("party",),
    "rebels": ("party",),
    "insurgents": ("party",),
    "fighters": ("party",),
    "force": ("party",),
    "paramilitaries": ("party",),
    "alliance": ("party", "international", "other"),
    "bloc": ("international", "party"),
    "party": ("party", "other"),
    "mission": ("international",),
    "department": ("government",),
    "military": ("military",),
    "army": ("military",),
    "union": ("other",),
    "charity": ("monitor", "international", "other"),
}
"""Of what kind a body is that is spoken of by a general word, as in "the agency"."""


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
        full = [n for n in self.names if not acronym(n)]
        return (
            max(full, key=lambda n: (len(n.split()), -self.names.index(n))) if full else (self.names[0] if self.names else None)
        )


def fits(pronoun: str, p: Player) -> bool:
    """True where a pronoun can mean a player: a person, a body, several."""
    if pronoun in ("he", "she", "his", "her"):
        return not p.plural and (p.person or bool(p.heads & heads_of("persons", "heads")))
    if pronoun in ("it", "its"):
        return not p.person and not (p.plural and not p.names)
    return p.plural or (not p.person and bool(p.names))


def described(voice: Voice, players: Sequence[Player], *, loose: bool) -> Player | None:
    """The player that a description fits: the same words, or for "the councillor" the last with that role."""
    head = last(voice.text)
    for p in players:
        if (
            plain(p.text) == plain(voice.text)
            and (p.party == voice.party or not (p.party and voice.party))
            and not (voice.kind == "anonymous" and not voice.definite)
        ):
            return p
    told = _told(voice.text)
    sort = head if not mouth(voice.text) else ""  # "the navy's press service" is no service
    for p in players:
        if not (voice.definite or loose):
            if (
                not p.names
                and voice.party
                and voice.party == p.party
                and head == last(p.text)
                and voice.kind == p.kind != "anonymous"
            ):
                return p
            continue
        if voice.party and p.party and voice.party != p.party:
            continue
        if (voice.person != p.person and not (voice.person and head in p.heads)) or (voice.plural and not p.plural and p.person):
            continue
        if head == "leader" and p.person and not _LEADERS.isdisjoint(p.heads):
            return p
        roles = {w for w in voice.heads if w != head} | {head}
        alike = (
            head in p.heads
            and (loose or not _of_others(voice, p))
            and (len(roles) < 2 or len(voice.text.split()) < 3 or roles <= p.heads)
        )
        if alike and (p.person or not told or _says(p, told)):
            return p
        kindred = voice.kind == p.kind != "other" and sort in _BODIES and sort not in _STRICT and _is_body(p)
        apt = kindred or (_stands_for(p, head) and (voice.kind == p.kind or not told))
        if apt and not _names(p, told) and not _otherwise(p, head):
            return p
    if not (voice.definite or loose) or head not in _BODIES or voice.kind != "other":
        return None
    left = [p for p in players if _stands_for(p, head) and p.kind != "other" and not _names(p, told)]
    return left[0] if len(left) == 1 else None


def _of_others(voice: Voice, p: Player) -> bool:
    """True for two bodies that are told by other names: "the press service of the Vostok Command", "the Sarn Front's"."""
    mine, theirs = (set(re.findall(r"\b[A-Z]\w+", t)) for t in (voice.text, p.text))
    return (
        not voice.person and not p.names and bool(mine and theirs) and mine.isdisjoint(theirs) and voice.party is p.party is None
    )


def _names(p: Player, told: frozenset[str]) -> bool:
    """True where a description has a body's name in it, and so is of another body: "the UN mission" is not the UN."""
    return any(told >= set(plain(n).split()) for n in p.names)


def _is_body(p: Player) -> bool:
    """True for a body with a name, or one that is known by its description."""
    return not p.person and p.metonym is None and bool(p.names or called(p.text))


def _otherwise(p: Player, head: str) -> bool:
    """True where the text calls a body something that the head is not: "the watchdog" is not the charity."""
    theirs = {_SORTS[h] for h in p.heads if h in _SORTS}
    return head in _SORTS and bool(theirs) and _SORTS[head] not in theirs


_SORTS = {
    "charity": "aid",
    "watchdog": "watch",
    **dict.fromkeys(("newspaper", "magazine"), "print"),
    **dict.fromkeys(("channel", "radio", "broadcaster", "station", "television"), "air"),
}
"""Heads of bodies, with what they are in particular: bodies of two sorts are two."""

_STRICT = ("force", "army", "military")
"""Heads that stand for few bodies of their kind."""


def _stands_for(p: Player, head: str) -> bool:
    """True where a general word can stand for a named body: "the agency"; "the army" only for an army."""
    if not _is_body(p) or p.kind not in _BODIES.get(head, ()):
        return False
    if head not in ("army", "military"):
        return True
    own = p.names or [p.text]
    return any(not _FORCES.isdisjoint(plain(n).split()) for n in (*own, *(m for o in own for b in called(o) for m in b.names)))


_LEADERS = frozenset(("president", "premier", "minister", "chancellor", "king", "queen", "chairman"))
"""Roles of those who are spoken of as a leader."""
_FORCES = frozenset(("army", "forces", "military"))


def plainly_a_service(p: Player) -> bool:
    """True for a description that can be any service of its country: "spy agency", not "military intelligence"."""
    head = last(p.text)
    return head in ("agency", "service", "intelligence") and _told(p.text) <= {"spy", "intelligence", "secret", "national"}


def _told(text: str) -> frozenset[str]:
    """The words before the head of a description that tell which it is: "defence" of "the defence ministry"; no country's."""
    bare = text
    for w in reversed(nation_words(text)):
        bare = bare[: w.span[0]] + bare[w.span[1] :]
    words = plain(bare).split()
    before = words[: words.index(last(bare))] if last(bare) in words else []
    return frozenset(w for w in before if w not in ("s", "'s") and w not in heads_of("general", "words"))


def _says(p: Player, told: frozenset[str]) -> bool:
    """True where a body's own words have all of those, or where nothing tells which it is."""
    own = frozenset(w for t in (p.text, *p.names) for w in plain(t).split())
    return told <= own or not any(_told(t) for t in (p.text, *p.names))
