"""Who gives a figure, and do two names stand for one giver?"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.model import Attribution, Claim, Kind
from sayso.packs import table
from sayso.text.fingerprints import words

_MEDIA = frozenset({"media", "outlet"})
_TWO = 2
_VAGUE = frozenset({"other", "anonymous"})
_STATE = frozenset({"government", "military", "police", "intelligence"})
_PUBLIC = _STATE | {"emergency", "local-official"}
_ARTICLES = frozenset({"the", "a", "an"})
_POSSESSIVE = re.compile(r"['\u2019]s?$")

SAME = 0.9
"""How strongly two names that share their telling words say that they are one giver. Source: set by hand on the written cases."""

SAME_SORT = 0.7
"""The same for "the army" beside "the army of X": words that name a sort of body only. Source: as above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The nearest speaker of a figure; `own` where the outlet gives it in its own voice, `press` where the press at large does.

    `through` are the outlets that stand between the speaker and the publisher, or the outlet that is the speaker.
    """

    name: str
    kind: Kind
    party: str | None = None
    source: str | None = None
    affiliation: str | None = None
    own: bool = False
    press: bool = False
    unnamed: bool = False
    through: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, ...]:
        """What decides among equals."""
        return (self.name, self.kind, self.party or "", self.source or "", self.affiliation or "")


def voice(claim: Claim) -> Voice:
    """Whom a claim's figure is from."""
    nearest, *others = claim.said_by
    own = nearest.kind == "outlet" and not others
    press = not own and nearest.kind in _MEDIA and _is_press(nearest.name)
    through = [a.name for a in claim.said_by[:-1] if a.kind in _MEDIA and not _is_press(a.name)]
    return Voice(
        name=nearest.name,
        kind=nearest.kind,
        party=nearest.party,
        source=nearest.source,
        affiliation=nearest.affiliation,
        own=own,
        press=press,
        unnamed=_withheld(nearest),
        through=tuple(through),
    )


def likeness(a: Voice, b: Voice) -> float:
    """How strongly two voices seem to be one giver, from 0 to SAME: their names, their body, their registered source."""
    if a.press or b.press:
        return 0.0
    if a.own and b.own:
        # Reports without an outlet are not one voice.
        return SAME if key(a.name) and key(a.name) == key(b.name) else 0.0
    if a.own or b.own:
        return SAME if _organ(*((a, b) if a.own else (b, a))) else 0.0
    if a.source and a.source == b.source:
        return SAME
    return max((_same_words(x, y, same_kind=_kindred(a, b)) for x in _names(a) for y in _names(b)), default=0.0)


def contains(a: Voice, b: Voice) -> bool:
    """Whether two public bodies of one kind are one: all the words of one name, two or more, stand in the other's.

    "The district administration" is "the Teskin district administration", "emergency services" a "State Emergency Service".
    """
    if a.own or b.own or a.kind != b.kind or a.kind not in _PUBLIC:
        return False
    x, y = (frozenset(w.removesuffix("s") for w in words(v.name)) - _ARTICLES for v in (a, b))
    return min(len(x), len(y)) >= _TWO and (x < y or y < x)


def akin(a: Voice, b: Voice) -> bool:
    """Whether two voices are of one kind and both name the same sort of body: "the navy in X" and "the navy command"."""
    if a.own or b.own or a.kind != b.kind:
        return False
    return any(x & y & _listed("sorts") for x in _names(a) for y in _names(b))


def same_side(a: Voice, b: Voice) -> bool:
    """Whether two voices speak for one party, or both for a state where no other party is known."""
    if a.own or b.own or a.press or b.press:
        return False
    if a.party and b.party:
        return a.party == b.party
    return a.kind == b.kind or (a.kind in _STATE and b.kind in _STATE)


@lru_cache(maxsize=65536)
def is_outlet(name: str, outlet: str) -> bool:
    """Whether a name is an outlet's: the same words but for an article, or the first of them, no mere sort of body."""
    a, b = (list(words(n.removeprefix("the "))) for n in (name.casefold(), outlet.casefold()))
    return bool(a) and (
        a == b or (len(a) < len(b) and a == b[: len(a)] and len(a) * _TWO >= len(b) and a[0] not in _listed("sorts"))
    )


@lru_cache(maxsize=65536)
def key(name: str) -> frozenset[str]:
    """The words of a name that tell it from others; all its words where none does."""
    bare = [_POSSESSIVE.sub("", w) for w in words(name)]
    return frozenset(w for w in bare if w not in _listed("filler")) or frozenset(bare)


def _kindred(a: Voice, b: Voice) -> bool:
    """Whether two voices are of one kind, or one of none in particular."""
    return a.kind == b.kind or not _VAGUE.isdisjoint((a.kind, b.kind))


def _names(voice: Voice) -> tuple[frozenset[str], ...]:
    given = (voice.name, "" if _of_the_state(voice) else voice.affiliation or "")
    return tuple(key(n) for n in given if n)


def _of_the_state(voice: Voice) -> bool:
    """Whether a voice belongs to its country's government, which makes it no other body of that government."""
    given = key(voice.affiliation or "")
    return "government" in given and given - _listed("sorts") <= frozenset(words(voice.party or ""))


def _same_words(a: frozenset[str], b: frozenset[str], *, same_kind: bool) -> float:
    both = a & b
    if not both:
        return 0.0
    telling = both - _listed("sorts")
    if telling and (both in (a, b) or 2 * len(both) > len(a | b)):
        return SAME
    if both in (a, b) and (same_kind or len(both) >= _TWO):
        return SAME_SORT
    if same_kind and telling:
        return SAME_SORT
    return 0.0


def _organ(outlet: Voice, other: Voice) -> bool:
    """Whether an outlet is the mouth of the other voice: its name holds all of the other's, and a telling word."""
    return any(n <= key(outlet.name) and n - _listed("sorts") for n in _names(other) if len(n) >= _TWO)


def _withheld(speaker: Attribution) -> bool:
    """Whether a speaker has no name: no capitalised word that tells it from others, or said to withhold it."""
    common = _listed("filler") | _listed("sorts")
    bare = [w for w in speaker.name.split() if _POSSESSIVE.sub("", w.casefold()) not in common]
    return speaker.unnamed or speaker.kind == "anonymous" or not any(w[:1].isupper() for w in bare)


def _is_press(name: str) -> bool:
    """Whether a name stands for the press at large: "media reports", "some newspapers", "Sudanese media"."""
    *_, last = words(name) or ("",)
    return last in table("tracing")["press_names"] and not any(w[:1].isupper() for w in name.split()[1:])


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table("tracing")[name].split())
