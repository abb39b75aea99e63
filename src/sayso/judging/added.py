"""Which claims did people add that the reading missed? Each is a review of its document, with the claim in it.

The review's verdict is `add`, its target `document:ID`, its value the claim as JSON. A claim's id comes from its content, so two
who see the same add one claim; whose word it is stands in its flags.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sayso.errors import ContractError, SaysoError, UnknownIdError, UsageError
from sayso.judging.seen import Seen, as_claim, identified
from sayso.ledger import Ledger
from sayso.model import Claim, Document, Event, Reading, Review
from sayso.schema import canonical, content_id, from_plain

BY = "added by"
"""What the flag of a claim begins with that a person added; the name follows."""


class ByHand:
    """What people add to a ledger by hand: the part of a desk that keeps it."""

    ledger: Ledger

    def add_claim(self, document: str, seen: Seen, *, by: str, note: str | None = None, event: str | None = None) -> Claim:
        """Keep a claim that the reading of a document (by id) missed, as a person's word; events heed it at the next run.

        It is of the `event` (by id), or of the one that linking finds. Raises: UnknownIdError, without the document or the event;
        UsageError, when nobody says so, when it cannot be, or is there already.
        """
        found = self.ledger.document(document)
        read = self.reading(found)
        claim, target, who = as_claim(found, read.statements, seen), f"document:{found.id}", " ".join(by.split())
        if not who:
            raise UsageError("Nobody is named who says so", do="Give your name")
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        key, value = content_id("v", target, "add", claim.id, who, at), canonical(claim)
        home = None if event is None else canonical(self.ledger.get(Event, event).id)
        with self.ledger.batch():  # nobody adds the same between the look and the word
            for there in (*read.claims, *added(self.ledger.standing(target))):
                if same_claim(there, claim):
                    raise UsageError(f"The claim “{there.quote}” is there already", do="Edit that one, or choose other words")
            self.ledger.review(Review(id=key, target=target, verdict="add", by=who, at=at, value=value, note=note))
            if home is not None:
                of, word = f"claim:{claim.id}", content_id("v", "merge", claim.id, home, who, at)
                self.ledger.review(Review(id=word, target=of, verdict="merge", by=who, at=at, value=home))
        return _flagged(claim, who)

    def claim(self, key: str) -> Claim:
        """Give the claim with this id as it was read or added, whatever people said of it since.

        Raises: UnknownIdError.
        """
        by_hand = (c for c in added(self.ledger.standing()) if c.id == key)
        return next(by_hand, None) or self.ledger.get(Claim, key)

    def reading(self, document: Document) -> Reading:
        """Give what a document was read to say; nothing, when it was not read yet."""
        try:
            return self.ledger.reading(document.id)
        except UnknownIdError:
            return Reading(document=document.id)


def added(reviews: Sequence[Review]) -> tuple[Claim, ...]:
    """Give the claims that people added, each once, by id; `reviews` are those that hold."""
    out: dict[str, Claim] = {}
    for review in sorted((r for r in reviews if r.verdict == "add"), key=lambda r: (r.at, r.id)):
        claim = read_back(review)
        out.setdefault(claim.id, claim)
    return tuple(out[key] for key in sorted(out))


def read_back(review: Review) -> Claim:
    """Give the claim that a review adds.

    Raises: ContractError, when its value is no claim of its document.
    """
    try:
        claim = from_plain(Claim, json.loads(review.value or ""))
    except (SaysoError, ValueError, TypeError, KeyError, AttributeError) as e:
        raise ContractError(f"What review {review.id} adds is no claim", do="Give a claim as JSON") from e
    if f"document:{claim.document}" != review.target or claim.id != identified(claim).id:
        raise ContractError(f"What review {review.id} adds is no claim of its {review.target}", do="Give one with its own id")
    return _flagged(claim, review.by)


def check_added(review: Review, document: Document) -> None:
    """Refuse a review that adds what its document does not say.

    Raises: ContractError.
    """
    claim = read_back(review)
    if document.text[claim.span[0] : claim.span[1]] != claim.quote:
        raise ContractError(f"{claim.quote!r} does not stand at {claim.span} of {document.name}", do="Give words and their place")


def same_claim(a: Claim, b: Claim) -> bool:
    """Whether two claims are one: of the same outcome and figure, in the same words or in part of them."""
    same = (a.document, a.outcome, a.status, _ends(a)) == (b.document, b.outcome, b.status, _ends(b))
    return same and a.span[0] < b.span[1] and b.span[0] < a.span[1]


def _flagged(claim: Claim, by: str) -> Claim:
    return replace(claim, flags=(f"{BY} {by}",))


def _ends(claim: Claim) -> tuple[int | None, ...]:
    q = claim.quantity
    return (None, None, None) if q is None else (q.low, q.best, q.high)
