"""What do claims and lines look like once a person's word is heeded? A later word outranks an earlier one, any word a reading.

A rejected claim is left out of events, lines and estimates, and one that a person added is put in; an edit's value is a JSON
object of the claim's fields as they should be. Words on lines are in `held`; splits, merges and links are the linking room's
to heed.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from heapq import merge
from operator import attrgetter
from typing import Any

from sayso.errors import ContractError
from sayso.judging.added import added, same_claim
from sayso.ledger import Ledger
from sayso.linking.revisions import heeding
from sayso.model import Claim, Event, Review
from sayso.schema import from_plain, to_plain

EDITED = "edited by a person"
"""The flag of a claim that a person has changed."""
FIXED = frozenset({"id", "document", "span", "quote"})
"""Fields of a claim that say where it stands; another place is another claim."""


def left_claims(ledger: Ledger, event: Event | None = None, document: str | None = None) -> tuple[Claim, ...]:
    """Give the claims of an event or a document, or all, heeding people, each with the earlier claim that it replaces.

    Raises: UnknownIdError, when there is no such event.
    """
    reviews = ledger.standing()
    if event is not None:
        own = frozenset(event.claims)
        told, more, events = ledger.claims_of(event.id), [c for c in added(reviews) if c.id in own], iter((event,))
    elif document is not None:
        told, more = ledger.claims_in(document), [c for c in added(reviews) if c.document == document]
        events = ledger.events_with(document)
    else:
        told, more, events = ledger.claims(), list(added(reviews)), ledger.events()
    return heeding(_heeded(told, more, reviews), events)


def left_among(ledger: Ledger, documents: Sequence[str], reviews: Sequence[Review], events: Iterable[Event]) -> tuple[Claim, ...]:
    """Give the claims of some documents (by id), heeding `reviews`, which are those that hold, and the revisions of `events`."""
    own = frozenset(documents)
    more = [c for c in added(reviews) if c.document in own]
    return heeding(_heeded(ledger.claims_among(documents), more, reviews), events)


def heeded(claims: Iterable[Claim], reviews: Sequence[Review]) -> tuple[Claim, ...]:
    """Give the claims without those that a person rejected, with the edits of others, and with those that a person added.

    `reviews` are those that hold, `claims` all there are.
    """
    return _heeded(claims, added(reviews), reviews)


def _heeded(claims: Iterable[Claim], more: Sequence[Claim], reviews: Sequence[Review]) -> tuple[Claim, ...]:
    """The claims by id, those added among them: what was read and says the same as one of these is left out for it."""
    words = _last_words(reviews, "claim")
    out = []
    by_document: dict[str, list[Claim]] = {}
    for claim in more:
        by_document.setdefault(claim.document, []).append(claim)
    read = (c for c in claims if not any(same_claim(c, other) for other in by_document.get(c.document, ())))
    for claim in merge(read, more, key=attrgetter("id")):
        review = words.get(claim.id)
        if review is None or review.verdict == "accept":
            out.append(claim)
        elif review.verdict == "edit":
            out.append(edited(claim, review.value))
    return tuple(out)


def edited(claim: Claim, value: str | None) -> Claim:
    """Give the claim with the fields that an edit names.

    Raises: ContractError, when the edit is no JSON object, names a field that a claim lacks or must keep, or breaks an invariant.
    """
    try:
        fields = json.loads(value or "")
    except ValueError as e:
        raise ContractError(f"The edit of {claim.id} is not JSON", do="Give a JSON object of fields of the claim") from e
    if not isinstance(fields, dict) or FIXED & set(fields):
        raise ContractError(f"The edit of {claim.id} cannot be made", do="Give fields of the claim other than its place and id")
    changed = from_plain(Claim, to_plain(claim) | fields)
    return replace(changed, flags=tuple(dict.fromkeys((*changed.flags, EDITED))))


def left_out(reviews: Sequence[Review]) -> frozenset[str]:
    """Give the ids of the claims that a person rejected."""
    return frozenset(key for key, word in _last_words(reviews, "claim").items() if word.verdict == "reject")


def count_left(ledger: Ledger) -> int:
    """Count the claims that people left, of which only those beside a rejected or added one are looked at."""
    reviews = ledger.standing()
    more = added(reviews)
    changed = {c.document for c in (*more, *ledger.some(Claim, sorted(left_out(reviews))))}
    read = tuple(ledger.claims_among(sorted(changed)))
    return ledger.count(Claim) - len(read) + len(_heeded(read, more, reviews))


def rejected_in(ledger: Ledger, event: Event) -> tuple[Claim, ...]:
    """Give the claims of an event that people rejected, by id; after the next run those of its reports that are in no event."""
    reviews = ledger.standing()
    keys = ledger.kept("left out", lambda: left_out(ledger.standing()))
    if not keys:
        return ()
    own, reports = set(event.claims), set(event.documents)
    near = {*(keys & own), *ledger.claims_at(sorted(keys), event.documents)}
    read = (*ledger.some(Claim, sorted(near)), *(c for c in added(reviews) if c.id in keys))
    homes = ledger.members(sorted(c.id for c in read))
    found = {c.id: c for c in read if c.id in own or (c.id not in homes and c.document in reports)}
    return tuple(found[key] for key in sorted(found))


def bearing(reviews: Sequence[Review]) -> list[list[str | None]]:
    """Give what of people's words events and lines depend on: not grades, notes, and words on lines, figures and sources."""
    corrected = {r.target for r in reviews if r.verdict in {"reject", "edit"}}
    return [
        [r.target, r.verdict, r.value]
        for r in sorted(reviews, key=lambda r: (r.at, r.id))
        if r.verdict not in {"grade", "note"}
        and r.target.partition(":")[0] not in {"line", "estimate", "source"}
        and not (r.verdict == "accept" and r.target.startswith("claim:") and r.target not in corrected)
    ]


def edit_of(reviews: Sequence[Review], claim: str) -> dict[str, Any]:
    """Give the fields that people's last word on a claim (by id) sets; none where it is no edit."""
    last = _last_words(reviews, "claim").get(claim)
    if last is None or last.verdict != "edit":
        return {}
    fields: dict[str, Any] = json.loads(last.value or "{}")
    return fields


def graded(words: str) -> str:
    """Give a grade as it is kept: a letter A to F for a source, a digit 1 to 6 for what it says, or both.

    **Source:** the Admiralty code, NATO AJP-2.1: the two stay apart, F and 6 cannot be judged.

    Raises: ContractError.
    """
    grade = words.strip().upper()
    if not re.fullmatch("[A-F][1-6]?|[1-6]", grade):
        raise ContractError(f"{words.strip() or 'Nothing'} is no grade", do="Give a letter A to F, a digit 1 to 6, or both: B2")
    return grade


def _last_words(reviews: Sequence[Review], noun: str) -> dict[str, Review]:
    """The last accept, reject or edit of each thing of a noun, by its id."""
    words: dict[str, Review] = {}
    for review in sorted(reviews, key=lambda r: (r.at, r.id)):
        of, _, key = review.target.partition(":")
        if of == noun and review.verdict in {"accept", "reject", "edit"}:
            words[key] = review
    return words
