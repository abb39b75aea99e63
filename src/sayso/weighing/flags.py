"""What should a reader look at before using the number? Plain remarks that take no side."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import hypot, log1p
from statistics import median

from sayso.model import Claim, Estimate, Event, Line, Tally
from sayso.weighing.evidence import Term, plural, uneven
from sayso.weighing.grid import Posterior
from sayso.weighing.plausible import implausible
from sayso.weighing.wordings import Phrase
from sayso.wording import MISSING, PLURAL, VAGUE

FAR = 4.604
"""Standard errors beyond which a Student-t with four degrees of freedom has 1 % in both tails."""
ROUND_FROM = 50
"""Figures below this are too small to look rounded."""
LUMPED = 1.1
"""Killed above this multiple of killed and wounded together is remarked on."""


def flags(used: Sequence[Term], others: Sequence[Posterior | None], whole: Posterior) -> tuple[str, ...]:
    """The remarks on one number: lines far from the others, two humps, plurals, one side's round figures."""
    found = [_far(t, o) for t, o in zip(used, others, strict=True)]
    if len(used) > 1 and whole.modes() > 1:
        found.append(f"conflict: the lines fall into two groups, {_two(used)}")
    if used and all(plural(t) for t in used):
        found.append(PLURAL)
    found += [_rounded(t) for t in used]
    if len(used) == 1 and used[0].phrase is not None and used[0].phrase.shape == "vague":
        found.append(VAGUE)
    return tuple(sorted({f for f in found if f}))


def across(
    event: Event, weighed: Mapping[str, Estimate], lines: Sequence[Line], claims: Sequence[Claim], days: Mapping[str, str]
) -> tuple[Estimate, ...]:
    """The estimates of an event by outcome, with remarks on how they agree; the missing raise the high of the killed.

    `days` are the days of publication, by document.
    """
    found = dict(weighed)
    if "killed" in found:
        found["killed"] = _with_missing(found["killed"], lines)
        found["killed"] = remarked(found["killed"], _ratios(event, lines) + _lumped(found, claims))
    doubts = implausible(event, claims, days)
    for outcome, estimate in found.items():
        found[outcome] = remarked(estimate, _parts(outcome, claims) + [words for of, words in doubts if of == outcome])
    return tuple(found[o] for o in sorted(found))


def remarked(estimate: Estimate, more: Sequence[str]) -> Estimate:
    """An estimate with some remarks more, each once and in order."""
    return replace(estimate, flags=tuple(sorted({*estimate.flags, *more}))) if more else estimate


def _far(term: Term, left: Posterior | None) -> str | None:
    said = term.phrase
    if left is None or said is None or said.shape in {"floor", "ceiling"}:
        return None
    n = _centre(said)
    away = log1p(n) - term.noise.bias - log1p(left.quantile(0.5))
    if abs(away) <= FAR * hypot(term.noise.sd, said.spread, left.spread()):
        return None
    others = left.quantile(0.5)
    return f"conflict: {named(term.line)} gives {round(n):,}, far from the other lines at about {others:,}"


def _two(used: Sequence[Term]) -> str:
    """The middle figures of the lines below and above the widest gap between what they give."""
    given = sorted(_centre(t.phrase) for t in used if t.phrase is not None)
    cut = max(range(1, len(given)), key=lambda n: log1p(given[n]) - log1p(given[n - 1]))
    low, high = (round(median(part)) for part in (given[:cut], given[cut:]))
    return f"near {low:,} and near {high:,}"


def _centre(said: Phrase) -> float:
    """The figure of a phrase, or the middle of its bounds."""
    return said.best if said.best is not None else (said.least + said.most) / 2


def _rounded(term: Term) -> str | None:
    """A remark on a round figure that one side of the fight gives for the other's losses."""
    best = term.tally.best
    if term.relation != "enemy" or best is None or best < ROUND_FROM or best % 10:
        return None
    return (
        f"round figure: {named(term.line)} gives {best:,} of the other side's losses, and who counts seldom finds a round number"
    )


def _ratios(event: Event, lines: Sequence[Line]) -> list[str]:
    own = sorted((line for line in lines if line.event == event.id and uneven(line)), key=lambda one: one.id)
    usual = "and in war more are mostly wounded"
    return [f"unusual ratio: {named(n)} gives {_of(n, 'killed')} killed and {_of(n, 'wounded')} wounded, {usual}" for n in own]


def named(line: Line) -> str:
    """The origin of a line, or that nobody is named."""
    return line.origin or "a report without a name"


def _of(line: Line, outcome: str) -> int | None:
    return next((t.best for t in line.figures if t.outcome == outcome), None)


def _lumped(found: Mapping[str, Estimate], claims: Sequence[Claim]) -> list[str]:
    """Whether more were killed than were killed or wounded: only where both figures count the same people."""
    dead, hurt = (_roles(claims, outcome) for outcome in ("killed", "casualties"))
    if dead != hurt:
        return []
    killed, both = found["killed"].best, found["casualties"].best if "casualties" in found else None
    if not killed or not both or killed <= LUMPED * both:
        return []
    return [f"more killed than killed and wounded together: {killed:,} killed, {both:,} together"]


def _roles(claims: Sequence[Claim], outcome: str) -> set[str]:
    return {c.group.role for c in claims if c.outcome == outcome and c.group is not None and c.group.role is not None}


def _parts(outcome: str, claims: Sequence[Claim]) -> list[str]:
    by_id = {c.id: c for c in claims}
    found = []
    for part in claims:
        whole = by_id.get(part.part_of or "")
        if whole is None or part.outcome != outcome or whole.outcome != outcome or not part.quantity or not whole.quantity:
            continue
        low, high = part.quantity.low, whole.quantity.high
        if low is not None and high is not None and low > high:
            found.append(f"a part exceeds its total: {low:,} of {high:,}")
    return sorted(set(found))


def _with_missing(killed: Estimate, lines: Sequence[Line]) -> Estimate:
    """The missing may be dead: they raise `high`, never `best`."""
    if killed.high is None or killed.level == "none":
        return killed
    raised = killed.high
    for line in lines:
        missing, dead = _tally(line, "missing"), _tally(line, "killed")
        if missing is not None and missing.best is not None:
            floor = next((n for n in (dead.best, dead.low) if n is not None), 0) if dead else 0
            raised = max(raised, floor + missing.best)
    if raised == killed.high:
        return killed
    return remarked(replace(killed, high=raised), [MISSING])


def _tally(line: Line, outcome: str) -> Tally | None:
    return next((t for t in line.figures if t.outcome == outcome), None)
