"""How far is a source to be trusted on this figure? By its kind, and by whose losses it speaks of.

Without many figures of one source its kind's values hold; with tables of figures `tables.py` learns them per source.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.model import Claim, Line

Relation = Literal["own", "enemy", "both", "third", "unknown"]

BELLIGERENT = frozenset({"government", "military", "party", "intelligence"})
"""Kinds that may speak for a side of the fight."""
UNATTRIBUTED = frozenset({"outlet"})
"""A paper's own voice: nobody is named who counted, so the figure may be anybody's."""
UNVERIFIED = frozenset({"anonymous", "other"})
"""Kinds that never set the best figure where a named counter speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """A source's error.

    `hit` is the chance that its figure is the very count, `bias` and `sd` those of log figure minus log truth when it is not,
    `trust` the chance that its figure bears on the truth at all.
    """

    hit: float
    bias: float
    sd: float
    trust: float


_KINDS: dict[str, Noise] = {
    "medical": Noise(hit=0.6, bias=0.0, sd=0.12, trust=0.95),
    "emergency": Noise(hit=0.6, bias=0.0, sd=0.12, trust=0.95),
    "monitor": Noise(hit=0.6, bias=0.0, sd=0.12, trust=0.95),
    "police": Noise(hit=0.55, bias=0.0, sd=0.15, trust=0.93),
    "international": Noise(hit=0.55, bias=0.0, sd=0.15, trust=0.95),
    "local-official": Noise(hit=0.55, bias=0.0, sd=0.15, trust=0.93),
    "family": Noise(hit=0.5, bias=0.0, sd=0.15, trust=0.9),
    "outlet": Noise(hit=0.4, bias=0.0, sd=0.25, trust=0.75),
    "media": Noise(hit=0.5, bias=0.0, sd=0.2, trust=0.9),
    "witness": Noise(hit=0.4, bias=0.0, sd=0.3, trust=0.85),
    "government": Noise(hit=0.45, bias=0.0, sd=0.25, trust=0.88),
    "military": Noise(hit=0.4, bias=0.0, sd=0.3, trust=0.85),
    "intelligence": Noise(hit=0.25, bias=0.05, sd=0.35, trust=0.8),
    "expert": Noise(hit=0.25, bias=0.0, sd=0.35, trust=0.8),
    "think-tank": Noise(hit=0.25, bias=0.0, sd=0.35, trust=0.8),
    "party": Noise(hit=0.25, bias=0.2, sd=0.45, trust=0.65),
    "anonymous": Noise(hit=0.15, bias=0.1, sd=0.5, trust=0.5),
    "other": Noise(hit=0.3, bias=0.0, sd=0.4, trust=0.6),
}
"""**Source:** priors by distance from the bodies (Every Casualty Counts standards); to be calibrated."""
_OWN = Noise(hit=0.45, bias=-0.15, sd=0.3, trust=0.85)
_ENEMY = Noise(hit=0.05, bias=0.7, sd=0.6, trust=0.5)
"""**Source:** direction and size from Radford et al. 2023, PNAS, doi:10.1073/pnas.2301447120 (own losses told 0.3 to 1.0 times,
the enemy's 1.9 to 4.3 times the truth), drawn towards 1 for single events."""


def noise(kind: str, relation: Relation) -> Noise:
    """The error of a kind of source on the losses of its own side, the enemy, or others."""
    if kind in BELLIGERENT and relation == "enemy":
        return _ENEMY
    if kind in BELLIGERENT and relation == "own":
        return _OWN
    return _KINDS.get(kind, _KINDS["other"])


def relation(line: Line, own: Sequence[Claim], event: Sequence[Claim]) -> Relation:
    """On whom a line reports: its own side, the enemy, or others.

    `own` are the line's claims, `event` all of the event. A party is the enemy of those it speaks of when it is named as the
    cause anywhere in the event, or is among those who suffered while it speaks of another nation; an army of no named country
    is the enemy of the fighters of whom alone it speaks. A country that speaks itself ("Tovia said") is its own party; one that
    counts its own dead with others', or is a side of the fight and does not say whose it counts, speaks of both.
    """
    causes = {c.cause.by.lower() for c in event if c.cause is not None and c.cause.by is not None}
    suffered = {c.group.nation.lower() for c in event if c.group is not None and c.group.nation is not None}
    party = (line.party or line.origin).lower()
    if line.party is None and party not in causes | suffered:
        fighters = bool(own) and all(c.group is not None and c.group.role == "armed-group" for c in own)
        return "enemy" if line.kind == "military" and fighters else "unknown"
    nations = {c.group.nation.lower() for c in own if c.group is not None and c.group.nation is not None}
    if not nations:
        return "enemy" if party in causes else "both" if _fought(party, event) else "unknown"
    if party in nations:
        return "own" if nations == {party} else "both"
    return "enemy" if party in causes | suffered or line.kind == "party" else "third"


def _fought(party: str, event: Sequence[Claim]) -> bool:
    """Whether soldiers of a party are among those who suffered."""
    groups = [c.group for c in event if c.group is not None and c.group.role == "military"]
    return any(g.nation is not None and g.nation.lower() == party for g in groups)


def weak(kind: str, rel: Relation) -> bool:
    """Whether a source never sets the best figure where a better one speaks."""
    return (
        kind in UNVERIFIED | UNATTRIBUTED
        or (kind in BELLIGERENT and rel == "enemy")
        or (kind == "party" and rel in {"both", "unknown"})
    )


def partisan(kind: str, rel: Relation) -> bool:
    """Whether a source speaks for a side of the fight: an army does, unless it is known to be of a third country."""
    if rel in {"own", "enemy", "both"}:
        return kind in BELLIGERENT | UNVERIFIED  # "Tovia denied it": a country that speaks is of no better known kind
    return kind == "party" or (kind == "military" and rel == "unknown")
