"""What has a person decided about events? A person's word outranks a score.

A merge of `event:A` names another event (or several) as its value: the two stay one. A split of `event:A` names claims as its
value: they leave that event, together. A split of `claim:C` names the event that it leaves. A rejected `link:A|B` keeps two
claims apart, an accepted one together. Of two words on one pair the later holds; a withdrawn review says nothing.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Claim, Document, Review
from sayso.schema import content_id

Pair = tuple[str, str]
"""Two claims, by id, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Pairs of claims that a person has put together and pairs put asunder, each pair in order.

    `of` are claims of which a person has said that they are of an event, with the claim that the event is named after. `joined`
    are pairs of claims whose whole events are one, in the order in which that was said, each with the pairs put asunder since.
    """

    together: frozenset[Pair] = frozenset()
    asunder: frozenset[Pair] = frozenset()
    of: tuple[tuple[str, str], ...] = ()
    joined: tuple[tuple[str, str, frozenset[Pair]], ...] = ()


def event_id(anchor: str) -> str:
    """The id of the event whose earliest claim is `anchor`."""
    return content_id("e", anchor)


def earliest_first(documents: Iterable[Document], claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims in the order in which an event is named after them: by publication, document, place in the text."""
    published = {d.id: d.published or "9999" for d in documents}
    return tuple(sorted(claims, key=lambda c: (published.get(c.document, "9999"), c.document, c.span, c.id)))


def settle(claims: Sequence[Claim], reviews: Sequence[Review]) -> Settled:
    """What the reviews say of pairs of claims; a review of something that is no longer there says nothing."""
    withdrawn = {r.withdraws for r in reviews if r.withdraws}
    words = sorted((r for r in reviews if r.id not in withdrawn and not r.withdraws), key=lambda r: (r.at, r.id))
    if not words:
        return Settled()
    anchors = {event_id(c.id): c.id for c in claims}
    known = {c.id for c in claims}
    verdicts: dict[Pair, tuple[bool, int]] = {}
    whole: dict[Pair, int] = {}
    for n, review in enumerate(words):
        for a, b, same in _pairs(review, anchors):
            if a in known and b in known and a != b:
                pair = min(a, b), max(a, b)
                verdicts[pair] = same, n
                if same and _of_events(review):
                    whole[pair] = n
    together = frozenset(p for p, (same, n) in verdicts.items() if same and whole.get(p) != n)
    joined = sorted((n, p) for p, n in whole.items() if verdicts[p] == (True, n))
    asunder = _of_all({p: n for p, (same, n) in verdicts.items() if not same}, joined)
    said = {a: b for r in words if r.target.startswith("claim:") and r.verdict == "merge" for a, b, _ in _pairs(r, anchors)}
    return Settled(
        of=tuple(sorted((a, b) for a, b in said.items() if (min(a, b), max(a, b)) in together)),
        together=together,
        asunder=frozenset(asunder),
        joined=tuple((a, b, frozenset(p for p, at in asunder.items() if at > n)) for n, (a, b) in joined),
    )


def _of_all(asunder: Mapping[Pair, int], joined: Sequence[tuple[int, Pair]]) -> dict[Pair, int]:
    """What was put asunder, and when: who left an event has left those that it had been made one with before."""
    out = dict(asunder)
    for pair, at in asunder.items():
        for one, other in (pair, pair[::-1]):
            left = {one}
            for n, two in joined:
                if n < at and left & set(two):
                    left |= set(two)
            for a in left - {one, other}:
                out.setdefault((min(a, other), max(a, other)), at)
    return out


def _of_events(review: Review) -> bool:
    """Whether a word that two claims are of one event is about all that is told of both."""
    return not review.target.startswith("claim:") and review.verdict in {"merge", "accept"}


def _pairs(review: Review, anchors: Mapping[str, str]) -> Iterable[tuple[str, str, bool]]:
    noun, _, name = review.target.partition(":")
    others = _names(review.value)
    if noun == "event" and review.verdict == "merge":
        for other in others:
            yield anchors.get(name, ""), anchors.get(other.removeprefix("event:"), ""), True
    elif noun == "event" and review.verdict == "split":
        for claim in others:
            yield anchors.get(name, ""), claim.removeprefix("claim:"), False
            yield others[0].removeprefix("claim:"), claim.removeprefix("claim:"), True
    elif noun == "claim" and review.verdict in ("split", "merge"):
        for event in others:
            yield name, anchors.get(event.removeprefix("event:"), ""), review.verdict == "merge"
    elif noun == "link" and review.verdict in ("accept", "reject"):
        a, _, b = name.partition("|")
        yield a, b, review.verdict == "accept"


def _names(value: str | None) -> list[str]:
    """The ids that a review's value names: a JSON string, a list of them, or an object with such a list."""
    if value is None:
        return []
    try:
        given = json.loads(value)
    except json.JSONDecodeError:
        return [value]
    if isinstance(given, dict):
        given = [x for v in given.values() for x in (v if isinstance(v, list) else [v])]
    return [x for x in (given if isinstance(given, list) else [given]) if isinstance(x, str)]
