"""Which others come on top of nobody, since they are the rest of a number told before: "five were hurt … the other three"?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Claim
from sayso.reading.claims.persons import EXTRA

_HARMED = frozenset(("killed", "wounded", "casualties", "missing", "captured"))

_REST = re.compile(r"\bthe\s+(?:\w+\s+)?others?\b", re.IGNORECASE)
"""Those who are left of a number: "the other two", "the two others"."""

_LEAD = 16
"""Characters before a figure within which "the other" of its number begins. Source: set by hand."""

_FAR = 2000
"""Characters between a number and those who are told one by one. Source: set by hand."""


def besides(claims: Sequence[Claim], text: str) -> tuple[Claim, ...]:
    """The claims, where "the other two" of a number, and those told one by one who add up to it, are parts of it."""
    out = list(claims)
    for k, c in enumerate(out):
        if EXTRA not in c.flags or not _counts(c):
            continue
        whole = _whole(c, out[:k])
        if whole is None:
            continue
        run = _run(out[: k + 1], whole)
        if _said_to_be_left(c, text):
            run = run or [c]
        for part in run:
            out[out.index(part)] = replace(part, part_of=whole.id)
    return tuple(out)


def _counts(c: Claim) -> bool:
    """True for a number of people hit by one event that is part of no other."""
    return (
        c.outcome in _HARMED
        and c.part_of is None
        and c.scope == "event"
        and c.status == "happened"
        and c.quantity is not None
        and bool(c.quantity.best)
    )


def _best(c: Claim) -> int:
    return (c.quantity.best or 0) if c.quantity is not None else 0


def _whole(c: Claim, before: Sequence[Claim]) -> Claim | None:
    """The last number told before a claim that can hold more than its own."""
    near = [o for o in before if o.outcome == c.outcome and _counts(o) and c.span[0] - o.span[1] < _FAR]
    return next((o for o in reversed(near) if _best(o) > _best(c)), None)


def _run(told: Sequence[Claim], whole: Claim) -> list[Claim]:
    """The last claims behind a number that add up to it, its own parts among them; none where they do not."""
    left, run = _best(whole), []
    for c in reversed(told):
        if c.outcome != whole.outcome or c.span <= whole.span or not (c.part_of == whole.id or _counts(c)):
            continue
        left -= _best(c)
        run.append(c)
        if left <= 0:
            break
    return run if left == 0 and len(run) > 1 else []


def _said_to_be_left(c: Claim, text: str) -> bool:
    return _REST.search(text, max(0, c.span[0] - _LEAD), c.span[1]) is not None
