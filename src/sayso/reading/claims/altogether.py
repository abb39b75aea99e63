"""Which figure sums up those told before it: "Fourteen died at once and nine later. In all, 23 were killed"?"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.model import Claim
from sayso.packs import table

_NEAR = 400
"""Characters between a sum and the first figure that it adds. Source: set by hand."""

_BESIDE = 40
"""Characters on either side of a figure within which a word of summing up stands. Source: set by hand."""


def summed(claims: Sequence[Claim], text: str) -> tuple[Claim, ...]:
    """The claims, where figures that a later one sums up are its parts, and it has their day, place and cause."""
    out = list(claims)
    for k, whole in enumerate(claims):
        if not _sums_up(whole, text):
            continue
        run = _added(out[:k], whole)
        for part in run:
            out[out.index(part)] = replace(part, part_of=whole.id)
        first = run[0] if run else whole
        out[k] = replace(whole, when=whole.when or first.when, where=whole.where or first.where, cause=whole.cause or first.cause)
    return tuple(out)


def _sums_up(c: Claim, text: str) -> bool:
    """True for a figure of an event with a word of summing up beside it, in its own sentence."""
    if c.part_of is not None or c.scope != "event" or c.quantity is None or c.quantity.best is None:
        return False
    before = re.split(r"[.!?;]\s", text[max(0, c.span[0] - _BESIDE) : c.span[0]])[-1]
    after = re.split(r"[.!?;](?:\s|$)", text[c.span[1] : c.span[1] + _BESIDE])[0]
    return _words().search(f"{before} {c.quote} {after}") is not None


def _added(before: Sequence[Claim], whole: Claim) -> list[Claim]:
    """The last claims of one outcome before a sum that add up to it; none where they do not."""
    left = whole.quantity.best if whole.quantity is not None and whole.quantity.best is not None else 0
    run: list[Claim] = []
    for c in reversed(before):
        if c.outcome != whole.outcome or c.part_of is not None or c.scope != "event":
            continue
        if c.quantity is None or c.quantity.best is None or whole.span[0] - c.span[1] > _NEAR:
            break
        left -= c.quantity.best
        run.insert(0, c)
        if left <= 0:
            break
    return run if left == 0 and len(run) > 1 else []


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, table("harm")["scope"]["sum"])) + r")\b", re.IGNORECASE)
