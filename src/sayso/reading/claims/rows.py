"""Which figures of several outcomes moved together: "corrected from 12 dead and 30 wounded to nine dead and 25 wounded"?"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from sayso.model import Claim
from sayso.reading.words.certainty import all_forms, listed

_REACH = 90
"""Characters before the first figure among which the verb of moving stands. Source: set by hand."""

_FROM = re.compile(r"\bfrom\s+(?:an?\s+|the\s+|at\s+least\s+)?\Z")
_TO = re.compile(r",?\s+to\s+(?:just\s+|only\s+|at\s+least\s+)?")
_MOST = 4


def moved_in_rows(claims: Sequence[Claim], text: str) -> Mapping[str, str]:
    """The id of the earlier claim by that of the later one, where two rows of figures stand on either side of "to"."""
    ordered = sorted(claims, key=lambda c: (c.span, c.id))
    for at in range(2, len(ordered) - 1):
        if _TO.fullmatch(text[ordered[at - 1].span[1] : ordered[at].span[0]]) is None:
            continue
        for size in range(min(_MOST, at, len(ordered) - at), 1, -1):
            old, new = ordered[at - size : at], ordered[at : at + size]
            if [c.outcome for c in old] == [c.outcome for c in new] and _led(old[0], text):
                return {b.id: a.id for a, b in zip(old, new, strict=True) if _numbers(a) != _numbers(b)}
    return {}


def _numbers(claim: Claim) -> tuple[int | None, ...]:
    q = claim.quantity
    return () if q is None else (q.low, q.best, q.high)


def _led(first: Claim, text: str) -> bool:
    """Whether a verb of moving and "from" stand before the first figure of a row, in its sentence."""
    before = text[max(0, first.span[0] - _REACH) : first.span[0]]
    return _FROM.search(before) is not None and _verb().search(re.split(r"[.;:]\s", before)[-1]) is not None


@cache
def _verb() -> re.Pattern[str]:
    words = {*all_forms("figures", "moves"), *listed("cues", "superseded", "rises")}
    return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in sorted(words))})\b", re.IGNORECASE)
