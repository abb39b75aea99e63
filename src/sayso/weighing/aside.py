"""What of an event is set aside? The claims that a person rejected, and those that repeat one of them on its line.

A rejection holds on claims, since a run may put others on their line: a copy that arrives later does not revive what was
rejected, and a figure that nobody has seen yet is not rejected with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.model import Claim, Line, Outcome, Tally
from sayso.weighing.evidence import Aside, last_words
from sayso.weighing.flags import named
from sayso.weighing.settings import Settings

IN_PART, BOTH = "set aside in part", "accepted and rejected"
"""The sorts of remark on a line of which a part counts, and on one whose claims people judged differently."""

Says = tuple[Outcome, int | None, int | None, int | None]
"""What a claim gives: its outcome, low, best and high."""


def rejected(lines: Sequence[Line], claims: Sequence[Claim], settings: Settings) -> frozenset[str]:
    """The claims of an event, by id, that the settings set aside: neither their order nor that of lines matters."""
    if not settings.drop_lines and not settings.drop_claims:
        return frozenset()
    by_id = {c.id: c for c in claims}
    return frozenset(i for line in lines for i in _rejected(line, [by_id[i] for i in line.claims if i in by_id], settings))


def aside(lines: Sequence[Line], claims: Sequence[Claim], gone: frozenset[str], settings: Settings) -> Aside:
    """What these lines lose by the claims that are `gone`: all that they say of an outcome, or a part of it."""
    if not settings.drop_lines and not gone:
        return Aside()
    by_id = {c.id: c for c in claims}
    whole, part, both = set[tuple[str, Outcome]](), set[tuple[str, Outcome]](), set[tuple[str, Outcome]]()
    for line in lines:
        own = [by_id[i] for i in line.claims if i in by_id]
        for outcome in {c.outcome for c in own if c.id in gone}:
            spoken = {c.id for c in own if c.outcome == outcome}
            (whole if spoken <= gone else part).add((line.id, outcome))
            if spoken & settings.keep_claims:
                both.add((line.id, outcome))
        if line.id in settings.drop_lines:
            whole |= {(line.id, t.outcome) for t in line.figures}
    return Aside(claims=gone, whole=frozenset(whole), part=frozenset(part), both=frozenset(both))


def left(lines: Sequence[Line], claims: Sequence[Claim], gone: Aside, days: Mapping[str, str]) -> tuple[Line, ...]:
    """The lines of which a part is set aside, without it: their figures are the last word of what is left.

    What is set aside whole stays to be shown; `days` are those of publication, by document.
    """
    if not gone.part:
        return tuple(lines)
    by_id = {c.id: c for c in claims}
    return tuple(_without(line, by_id, gone, days) for line in lines)


def counted(lines: Sequence[Line], gone: Aside) -> tuple[Line, ...]:
    """The lines without the figures that are set aside whole: what other figures may be compared with."""
    if not gone.whole:
        return tuple(lines)
    return tuple(replace(n, figures=tuple(t for t in n.figures if (n.id, t.outcome) not in gone.whole)) for n in lines)


def remarks(lines: Sequence[Line], gone: Aside, outcome: Outcome) -> tuple[str, ...]:
    """The remarks on lines of which something counts and something does not."""
    if not gone.part:
        return ()
    found = []
    for line in lines:
        key = line.id, outcome
        of = f"the line of {named(line)}"
        if key in gone.both:
            found.append(f"{BOTH}: people accepted some claims on {of} and rejected others; what was not rejected counts")
        elif key in gone.part:
            found.append(f"{IN_PART}: people rejected some claims on {of}; its others count")
    return tuple(sorted(set(found)))


def says(claim: Claim) -> Says:
    """What a claim gives; one without a figure gives none."""
    q = claim.quantity
    return (claim.outcome, None, None, None) if q is None else (claim.outcome, q.low, q.best, q.high)


def _rejected(line: Line, own: Sequence[Claim], settings: Settings) -> set[str]:
    """The claims of a line that are set aside: a claim that a person accepted repeats nothing."""
    if line.id in settings.drop_lines:
        return {c.id for c in own}
    said = {says(c) for c in own if c.id in settings.drop_claims}
    kept = settings.keep_claims
    return {c.id for c in own if c.id in settings.drop_claims or (says(c) in said and c.id not in kept)}


def _without(line: Line, by_id: Mapping[str, Claim], gone: Aside, days: Mapping[str, str]) -> Line:
    parts = {outcome for key, outcome in gone.part if key == line.id}
    if not parts:
        return line
    kept = tuple(i for i in line.claims if i not in gone.claims or i not in by_id or by_id[i].outcome not in parts)
    own = [by_id[i] for i in kept if i in by_id]
    told: dict[Outcome, Tally] = {t.outcome: t for t in line.figures if t.outcome not in parts}
    told |= {t.outcome: t for t in last_words(own, days) if t.outcome in parts}
    here = {c.document for c in own}
    away = {by_id[i].document for i in line.claims if i in by_id} - here
    documents = tuple(r for r in line.documents if r.id not in away)
    return replace(line, claims=kept, documents=documents, figures=tuple(told[o] for o in sorted(told)))
