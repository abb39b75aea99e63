"""Which grade would an analyst's handbook suggest? Proposals only: the analyst decides, and no grade is computed with.

Source reliability (A to F) and the credibility of what it says (1 to 6) stay apart; F and 6 mean "cannot be judged".
"""

from math import log1p

from sayso.model import Estimate, Ground, Kind
from sayso.parts import Part
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
    it, 6 no figure. A line that counts one group is held against the figure of that group.
    """
    n = ground.best if ground.best is not None else ground.low
    if not ground.used or n is None:
        return 6
    part = next((p for p in estimate.parts if p.group == ground.group), None)
    among = [g for g in estimate.grounds if part is None or g.group == part.group]
    others = [g.best for g in among if g.used and g.line != ground.line and g.best is not None]
    if any(abs(log1p(n) - log1p(other)) <= AGREES for other in others):
        return 1
    return 3 if not others else _place(n, part or estimate)


def _place(n: int, whole: Estimate | Part) -> int:
    """Where a number lies in the intervals of a figure."""
    if whole.low is None or whole.high is None:
        return 3
    if whole.low50 is not None and whole.high50 is not None and whole.low50 <= n <= whole.high50:
        return 2
    if whole.low <= n <= whole.high:
        return 3
    return 5 if 2 * n < whole.low or n > 2 * whole.high else 4


def standing(estimate: Estimate) -> str:
    """How well an estimate stands: `contested`, `fair` (two lines or more), `weak` (one), or `discounted` (none is used).

    **Source:** Airwars' grading; `confirmed`, which needs the admission of who did it, is left to a person.
    """
    if estimate.lines == 0:
        return "discounted"
    if any(flag.startswith("conflict") for flag in estimate.flags):
        return "contested"
    return "fair" if estimate.lines > 1 and estimate.level != "one line" else "weak"
