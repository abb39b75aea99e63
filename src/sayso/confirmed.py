"""Which first confirmations does a ledger hold, as of a day? Those of one event, or of all, as people left the claims."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.judging.added import added
from sayso.ledger import Ledger
from sayso.model import Claim, Event

if TYPE_CHECKING:
    from sayso.weighing.confirmations import Confirmation

EVENTS = 256
"""Events whose first confirmations are kept at hand."""


def confirmed(
    ledger: Ledger, claims: Callable[..., Iterable[Claim]], event: Event | None = None, as_of: str | None = None
) -> tuple["Confirmation", ...]:
    """Give the first confirmations by day; `claims` gives those of an event, or of a `document` by id; `as_of` is an ISO day.

    Only the claims of events in which somebody confirms are looked at, what was forecast for the places of these, and, where
    somebody confirms in no event, the claims in no event of the same places and documents. What came after `as_of` is forgotten.
    """
    found: dict[str, Claim] = {}
    homes: dict[str, str] = {}

    def look(event: Event) -> None:
        for claim in claims(event):
            found[claim.id], homes[claim.id] = claim, event.id

    if event is not None:
        look(event)
    else:
        confirming = ledger.confirming()
        reviews = ledger.standing()
        changed = [r.target.removeprefix("claim:") for r in reviews if r.verdict == "edit"]  # it may confirm since
        by_hand = [c.id for c in added(reviews) if _confirms(c)]
        events = {e.id for key in (*changed, *by_hand) for e in ledger.events_with(key)}
        for key in sorted(events | {home for home in confirming.values() if home is not None}):
            look(ledger.get(Event, key))
        alone = [*(key for key, home in confirming.items() if home is None), *changed, *by_hand]
        at_home = ledger.members(alone)
        documents = {c.document for c in added(reviews) if c.id in by_hand and c.id not in at_home}
        documents |= set(ledger.of_no_event([key for key in alone if key not in at_home]))
        lone = [c for key in sorted(documents) for c in claims(document=key)]
        at_home = ledger.members([c.id for c in lone])
        found |= {c.id: c for c in lone if c.id not in at_home}
    places = {n for c in found.values() if _confirms(c) and c.where for n in (c.where.name, c.where.text) if n}
    if not any(_confirms(c) for c in found.values()):
        return ()
    from sayso.weighing.confirmations import confirmations  # noqa: PLC0415  heavy, and few ledgers need it
    from sayso.weighing.evidence import day  # noqa: PLC0415  the same

    for key in ledger.foretold(sorted(places)):
        look(ledger.get(Event, key))
    days = ledger.days(c.document for c in found.values())
    known = [
        c
        for c in found.values()
        if as_of is None or (days.get(c.document, "")[:10] <= as_of[:10] and (day(c, days) or "") <= as_of[:10])
    ]
    return tuple(c for c in confirmations(known, homes, days) if event is None or c.event == event.id)


def first_of(
    ledger: Ledger, claims: Callable[..., Iterable[Claim]], as_of: str | None = None
) -> Callable[[Claim], "Confirmation | None"]:
    """Give a look-up of the first confirmation that a claim is, as of a day: None where it is none.

    Only the events of the claims asked about are looked at, each once while it is asked about again and again.
    """

    @lru_cache(maxsize=EVENTS)
    def of(event: Event | None) -> dict[str, "Confirmation"]:
        return {c.claim: c for c in confirmed(ledger, claims, event, as_of)}

    def look(claim: Claim) -> "Confirmation | None":
        if not _confirms(claim):
            return None
        return of(next(ledger.events_with(claim.id), None)).get(claim.id)

    return look


def _confirms(claim: Claim) -> bool:
    return claim.said_by[0].stance == "confirms"
