"""What does a report take back that stood in an earlier version of it: "an earlier version of this report said that 13 died"?"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.model import Claim
from sayso.reading.words.certainty import certainty, listed

_NEAR = 300
"""Characters between what an earlier version said and the figure that is right. Source: set by hand."""


def taken_back(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, where the outlet takes back the figures of an earlier version, and the right one names what it revises."""
    out = list(claims)
    for k, c in enumerate(claims):
        if c.said_by[0].kind == "outlet" or not _earlier().search(c.said_by[0].name):
            continue
        outlet = replace(c.said_by[-1], stance="retracts", certainty=certainty("retracts"))
        out[k] = replace(c, said_by=(outlet,))
        right = next((n for n in range(k + 1, len(out)) if _corrects(out[n], c)), None)
        if right is not None and out[right].revises is None:
            out[right] = replace(out[right], revises=c.id)
    return tuple(out)


def _corrects(later: Claim, c: Claim) -> bool:
    """True for the outlet's other figure of the same outcome that follows."""
    a, b = later.quantity, c.quantity
    if later.outcome != c.outcome or later.said_by[0].kind != "outlet" or a is None or b is None:
        return False
    return (a.low, a.best, a.high) != (b.low, b.best, b.high) and 0 < later.span[0] - c.span[1] < _NEAR


@cache
def _earlier() -> re.Pattern[str]:
    former, papers = ("|".join(map(re.escape, listed("cues", "superseded", key))) for key in ("former", "versions"))
    return re.compile(rf"\b(?:{former})\s+(?:{papers})\b", re.IGNORECASE)
