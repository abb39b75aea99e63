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


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Pairs of claims that a person has put together and pairs put asunder, each pair in order.

    `of` are claims of which a person has said that they are of an event, with the claim that the event is named after.
    """

    together: frozenset[tuple[str, str]] = frozenset()
    asunder: frozenset[tuple[str, str]] = frozenset()
    of: tuple[tuple[str, str], ...] = ()


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
    verdicts: dict[tuple[str, str], bool] = {}
    for review in words:
        for a, b, same in _pairs(review, anchors):
            if a in known and b in known and a != b:
                verdicts[min(a, b), max(a, b)] = same
    together = frozenset(p for p, same in verdicts.items() if same)
    said = {a: b for r in words if r.target.startswith("claim:") and r.verdict == "merge" for a, b, _ in _pairs(r, anchors)}
    return Settled(
        of=tuple(sorted((a, b) for a, b in said.items() if (min(a, b), max(a, b)) in together)),
        together=together,
        asunder=frozenset(p for p, same in verdicts.items() if not same),
    )


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
