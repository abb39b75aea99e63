"""Which first confirmations does a ledger hold, as of a day? Those of one event, or of all, as people left the claims."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from sayso.ledger import Ledger
from sayso.model import Claim, Event

if TYPE_CHECKING:
    from sayso.weighing.confirmations import Confirmation


def confirmed(
    ledger: Ledger, claims: Callable[[Event | None], Iterable[Claim]], event: Event | None = None, as_of: str | None = None
) -> tuple["Confirmation", ...]:
    """Give the first confirmations by day; `claims` gives those of an event or all, `as_of` (ISO day) forgets what came later.

    Only the claims of events in which somebody confirms are looked at, and what was forecast for the places of these.
    """
    confirming = {key: home for key, home in ledger.confirming() if event is None or home == event.id}
    if not confirming:
        return ()
    from sayso.weighing.confirmations import confirmations  # noqa: PLC0415  heavy, and few ledgers need it
    from sayso.weighing.evidence import day  # noqa: PLC0415  the same

    homes: dict[str, str] = {}
    found: dict[str, Claim] = {}

    def look(keys: Iterable[str]) -> None:
        for key in keys:
            for claim in claims(ledger.get(Event, key)):
                found[claim.id], homes[claim.id] = claim, key

    look(sorted({home for home in confirming.values() if home is not None}))
    if None in confirming.values():
        at_home = ledger.members()
        found |= {c.id: c for c in claims(None) if c.id not in at_home}
    places = {n for key in confirming if key in found and (w := found[key].where) for n in (w.name, w.text) if n}
    look(ledger.foretold(sorted(places)))
    days = ledger.days()
    known = [
        c
        for c in found.values()
        if as_of is None or (days.get(c.document, "")[:10] <= as_of[:10] and (day(c, days) or "") <= as_of[:10])
    ]
    return tuple(c for c in confirmations(known, homes, days) if event is None or c.event == event.id)
