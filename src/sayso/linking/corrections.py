"""Which earlier report of its outlet does a report correct, and which figure takes the place of which?

"CORRECTION: we reported, citing the coastguard, that 23 people had died. The correct figure is 22" names neither place nor day:
what it corrects is told by its outlet, by the figure that it takes back, and by whose figure that was.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sayso.linking.mention import Mention
from sayso.model import Claim, Document
from sayso.packs import table
from sayso.text.fingerprints import words

_DAYS = 30
"""Within how many days a paper corrects what it printed. **Source:** set by hand."""

Figure = tuple[str, str, tuple[int | None, ...]]
"""The outcome, the nearest speaker in lower case, and the numbers as written or the bounds."""


def corrects(document: Document) -> bool:
    """Whether a report says at its head that it is a correction."""
    return any(found[:1] and found[0] in _heads() for found in (words(document.title or ""), words(document.text[:100])))


def corrected(found: Sequence[Mention], documents: Mapping[str, Document]) -> tuple[tuple[int, int], ...]:
    """Pairs of positions of mentions: one of a correction, and the latest earlier one of its outlet that gives that figure."""
    outlets = [(documents[m.document].outlet or "").casefold() for m in found]
    of_outlet: dict[str, list[int]] = defaultdict(list)
    for k, outlet in enumerate(outlets):
        of_outlet[outlet].append(k)
    pairs = []
    for n, mention in enumerate(found):
        if mention.published is None or not outlets[n] or not corrects(documents[mention.document]):
            continue
        taken = {_figure(c) for c in mention.claims if c.quantity is not None}
        earlier = [
            (m.published, -k)
            for k in of_outlet[outlets[n]]
            if (m := found[k]).published is not None
            and 0 <= (mention.published - m.published).days <= _DAYS
            and not corrects(documents[m.document])
            and taken & {_figure(c) for c in m.claims}
        ]
        if earlier:
            pairs.append((n, -max(earlier)[1]))
    return tuple(pairs)


def righted(claims: Iterable[Claim], documents: Mapping[str, Document]) -> tuple[tuple[str, str], ...]:
    """Pairs of claims of one event, by id: the right figure of a correction, and each of its outlet's that it replaces."""
    told = sorted(claims, key=lambda c: (c.document, c.span, c.id))
    pairs = []
    for document in dict.fromkeys(c.document for c in told):
        if document not in documents or not corrects(documents[document]):
            continue
        own = [c for c in told if c.document == document and c.quantity is not None and c.part_of is None]
        for old in own:
            right = next((c for c in own if c.span > old.span and _instead(c, old)), None)
            if right is not None and right.revises is None:
                before = [c for c in told if c.document != document and _figure(c) == _figure(old)]
                earlier = [c for c in before if _outlet(c.document, documents) == _outlet(document, documents)]
                pairs += [(right.id, c.id) for c in earlier[:1]]
    return tuple(pairs)


def _instead(right: Claim, old: Claim) -> bool:
    """Whether a claim gives another number for the same outcome, in the paper's own words or the same speaker's."""
    speaker = right.said_by[0]
    voice = speaker.kind == "outlet" or speaker.name.casefold() == old.said_by[0].name.casefold()
    return voice and right.outcome == old.outcome and _numbers(right) != _numbers(old)


def _outlet(document: str, documents: Mapping[str, Document]) -> str:
    return (documents[document].outlet or "").casefold() if document in documents else ""


def _figure(claim: Claim) -> Figure:
    return claim.outcome, claim.said_by[0].name.casefold(), _numbers(claim)


def _numbers(claim: Claim) -> tuple[int | None, ...]:
    q = claim.quantity
    return () if q is None else q.stated or (q.low, q.best, q.high)


@cache
def _heads() -> frozenset[str]:
    """The first words of a correction."""
    return frozenset(table("linking")["corrections"].split())
