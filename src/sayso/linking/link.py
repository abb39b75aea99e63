"""Which claims are about the same event, which pairs say so, and what has a person decided about it?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.linking.cluster import Score, clusters
from sayso.linking.compare import features, score
from sayso.linking.corrections import corrected
from sayso.linking.events import events
from sayso.linking.keys import candidates
from sayso.linking.mention import Mention
from sayso.linking.mentions import mentions
from sayso.linking.settle import Settled, earliest_first, settle
from sayso.model import Claim, Document, Event, Link, Review

THRESHOLD = 0.25
"""The mean probability at which two clusters are joined.

Source: the best of 0.2 to 0.5 by steps of 0.05 on the corpora of the weights.
"""

_SHOWN = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The events, earliest first, and the pairs of claims that were found alike, with what says so."""

    events: tuple[Event, ...]
    links: tuple[Link, ...]


def link(documents: Sequence[Document], claims: Sequence[Claim], reviews: Sequence[Review] = ()) -> Linked:
    """The events that claims tell of. The order of what is given changes nothing; each claim is in exactly one event.

    Claims of documents that are not given are left out.
    """
    known = {d.id: d for d in sorted(documents, key=lambda d: d.id)}
    told = earliest_first(known.values(), {c.id: c for c in claims if c.document in known}.values())
    settled = settle(told, reviews)
    found = mentions(tuple(known.values()), told, settled.asunder)
    pairs = candidates(found)

    @cache
    def alike(a: int, b: int) -> float:
        return score(found[a], found[b])

    together, asunder = _settled(found, settled)
    corrections = corrected(found, known)
    place = {**dict(corrections), **_said_of(found, settled)}

    def as_placed(a: int, b: int) -> float:
        a, b = sorted((place.get(a, a), place.get(b, b)))
        return 1.0 if a == b else alike(a, b)

    apart = clusters(len(found), pairs, as_placed, THRESHOLD, ((*together, *corrections), asunder))
    groups = _joined(apart, found, settled)
    rank = {c.id: n for n, c in enumerate(told)}
    titles = {d.id: d.title or "" for d in known.values()}
    return Linked(
        events=events([[found[n] for n in group] for group in groups], rank, titles),
        links=_links(found, pairs, alike),
    )


def _settled(found: Sequence[Mention], settled: Settled) -> tuple[tuple[tuple[int, int], ...], frozenset[tuple[int, int]]]:
    """A person's word on claims as a word on their mentions."""
    home = {c.id: n for n, m in enumerate(found) for c in m.claims}

    def pairs(of: frozenset[tuple[str, str]]) -> set[tuple[int, int]]:
        both = {tuple(sorted((home[a], home[b]))) for a, b in of}
        return {(a, b) for a, b in both if a != b}

    return tuple(sorted(pairs(settled.together))), frozenset(pairs(settled.asunder))


def _joined(groups: Iterable[Sequence[int]], found: Sequence[Mention], settled: Settled) -> list[list[int]]:
    """The clusters, those that a person said to be of one event made one as they stand: no part of either goes elsewhere.

    The later word outranks an earlier one: what was put asunder since stays so.
    """
    home = {c.id: n for n, m in enumerate(found) for c in m.claims}
    of = {n: sorted(group) for group in groups for n in group}
    for a, b, since in settled.joined:
        one, other = of[home[a]], of[home[b]]
        if one[0] != other[0] and not any({of[home[x]][0], of[home[y]][0]} == {one[0], other[0]} for x, y in since):
            both = sorted((*one, *other))
            of |= dict.fromkeys(both, both)
    return [group for n, group in sorted(of.items()) if n == group[0]]


def _said_of(found: Sequence[Mention], settled: Settled) -> dict[int, int]:
    """Mentions of which a person has said of what they are, each with the mention that it is taken to be like."""
    home = {c.id: n for n, m in enumerate(found) for c in m.claims}
    return {home[a]: home[b] for a, b in settled.of if home[a] != home[b] and len(found[home[a]].claims) == 1}


def _links(found: Sequence[Mention], pairs: Sequence[tuple[int, int]], alike: Score) -> tuple[Link, ...]:
    return tuple(
        Link(a=found[a].id, b=found[b].id, score=alike(a, b), features=features(found[a], found[b]))
        for a, b in pairs
        if found[a].claims and found[b].claims and alike(a, b) >= _SHOWN
    )
