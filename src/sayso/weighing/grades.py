"""Which grade would an analyst's handbook suggest? Proposals only: the analyst decides, and no grade is computed with.

Source reliability (A to F) and the credibility of what it says (1 to 6) stay apart; F and 6 mean "cannot be judged".
"""

from math import log1p

from sayso.model import Estimate, Ground, Kind
from sayso.weighing.sources import UNVERIFIED, noise

AGREES = 0.1
"""Figures within this many log units say the same. **Source:** the width of "about"."""
USUALLY, FAIRLY = 0.93, 0.8
"""Trust from which a kind of source is proposed as B and as C. A is never proposed: it is earned. **Source:** prior."""


def letter(kind: Kind) -> str:
    """The Admiralty letter that a kind of source suggests: B, C or D, and F where it cannot be judged."""
    if kind in UNVERIFIED:
        return "F"
    trust = noise(kind, "unknown").trust
    return "B" if trust >= USUALLY else "C" if trust >= FAIRLY else "D"


def digit(ground: Ground, estimate: Estimate) -> int:
    """The Admiralty digit of one line's figure.

    1 confirmed by another line, 2 within the 50 % interval, 3 within the 90 % interval or alone, 4 outside it, 5 far outside
    it, 6 no figure.
    """
    n = ground.best if ground.best is not None else ground.low
    if not ground.used or n is None:
        return 6
    others = [g.best for g in estimate.grounds if g.used and g.line != ground.line and g.best is not None]
    if any(abs(log1p(n) - log1p(other)) <= AGREES for other in others):
        return 1
    if estimate.low is None or estimate.high is None or len(others) == 0:
        return 3
    if estimate.low50 is not None and estimate.high50 is not None and estimate.low50 <= n <= estimate.high50:
        return 2
    if estimate.low <= n <= estimate.high:
        return 3
    return 5 if 2 * n < estimate.low or n > 2 * estimate.high else 4


def standing(estimate: Estimate) -> str:
    """How well an estimate stands: `contested`, `fair` (two lines or more), `weak` (one), or `discounted` (none is used).

    **Source:** Airwars' grading; `confirmed`, which needs the admission of who did it, is left to a person.
    """
    if estimate.lines == 0:
        return "discounted"
    if any(flag.startswith("conflict") for flag in estimate.flags):
        return "contested"
    return "fair" if estimate.lines > 1 else "weak"
