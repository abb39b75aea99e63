"""What speaks to one number? One term a line, with the reason why where a line is not used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model import Claim, Event, Line, Outcome, Tally
from sayso.weighing.settings import Settings
from sayso.weighing.sources import Noise, Relation, noise, partisan, relation, weak
from sayso.weighing.wordings import Phrase, phrase

NOT_HAPPENED = {
    "denied": "denies it",
    "planned": "speaks of a plan",
    "forecast": "speaks of the future",
    "feared": "fears it, does not say it",
    "possible": "says it may be, not that it is",
}
NOT_SAID = {"denies": "denies it", "doubts": "doubts it", "retracts": "withdrew it", "forecasts": "speaks of the future"}
USUAL = 0.9
"""The certainty of a plain report; above it nothing is gained. **Source:** CAPphrase survey by A. Kucharski: "highly likely"."""
WEEKS = 14
"""A total over so many days is of more than one event."""
UNEVEN, UNEVEN_FROM = 5, 20
"""More dead than this multiple of the wounded on one line, from this many dead, is unusual. **Source:** Coupland & Meddings
1999, BMJ 319:407: in armed conflict the wounded mostly outnumber the dead."""


WHOLE, PART = "set aside by the reader", "a part of it set aside by the reader"
"""What a ground says of a line that is set aside for an outcome, and of one of which a part is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What is set aside: claims by id, and lines (by id) for outcomes of which nothing is left, or something.

    `both` are lines, for outcomes, of which people accepted some claims and rejected others.
    """

    claims: frozenset[str] = frozenset()
    whole: frozenset[tuple[str, Outcome]] = frozenset()
    part: frozenset[tuple[str, Outcome]] = frozenset()
    both: frozenset[tuple[str, Outcome]] = frozenset()

    def why(self, line: Line, outcome: Outcome) -> str | None:
        """What a ground says of a line: that it, or a part of it, is set aside for an outcome."""
        key = line.id, outcome
        return WHOLE if key in self.whole else PART if key in self.part else None


NOTHING = Aside()
"""Nobody set anything aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """What one line says of one outcome, how far it is trusted, and why it is not used where `why` is given.

    `note` is what a reader must know of a line that is used, `group` whom alone it counts.
    """

    line: Line
    tally: Tally
    phrase: Phrase | None
    noise: Noise
    relation: Relation
    claims: tuple[Claim, ...] = ()
    why: str | None = None
    note: str | None = None
    group: str | None = None

    @property
    def used(self) -> bool:
        """Whether the line counts."""
        return self.why is None

    @property
    def weak(self) -> bool:
        """Whether the line never sets the best figure where a better one speaks."""
        return weak(self.line.kind, self.relation)

    @property
    def partisan(self) -> bool:
        """Whether the line speaks for a side of the fight."""
        return partisan(self.line.kind, self.relation)


def outcomes(event: Event, lines: Sequence[Line], claims: Sequence[Claim]) -> tuple[Outcome, ...]:
    """The outcomes of which a line or claim of the event speaks, in alphabetical order."""
    found = {t.outcome for line in lines if line.event == event.id for t in line.figures}
    return tuple(sorted((found | {c.outcome for c in claims}) - {"none"}))


def terms(
    lines: Sequence[Line], claims: Sequence[Claim], outcome: Outcome, settings: Settings, aside: Aside = NOTHING
) -> tuple[Term, ...]:
    """One term for each line of an event that speaks of the outcome, in the order of their ids."""
    by_id = {c.id: c for c in claims}
    gone = _replaced([c for c in claims if c.id not in aside.claims], by_id)
    found = []
    for line in sorted(lines, key=lambda one: one.id):
        own = [by_id[i] for i in sorted(set(line.claims)) if i in by_id]
        term = _term(line, own, claims, outcome)
        if term is not None:
            found.append(_set_aside(_outdated(term, gone), settings, aside))
    return _without_totals(tuple(found))


Said = tuple[str | None, Outcome, tuple[int, ...] | tuple[int | None, ...]]
"""Whose figure of which outcome it is: the nearest speaker's source, and the numbers as written or the bounds."""


def _replaced(claims: Sequence[Claim], by_id: Mapping[str, Claim]) -> frozenset[Said]:
    """The figures that their own sources have replaced since, wherever they are told."""
    return frozenset(_said(by_id[c.revises]) for c in claims if c.revises is not None and c.revises in by_id)


def _said(claim: Claim) -> Said:
    q = claim.quantity
    return claim.said_by[0].source, claim.outcome, () if q is None else q.stated or (q.low, q.best, q.high)


def _outdated(term: Term, gone: frozenset[Said]) -> Term:
    """A line whose figure is one that its own source has replaced pulls nothing: the later figure is on another line."""
    same = [c for c in term.claims if c.quantity is not None and bounds(c) == figures(term.tally)]
    if term.used and same and all(c.said_by[0].source is not None and _said(c) in gone for c in same):
        return replace(term, why="replaced by a later figure of the same source")
    return term


def bounds(claim: Claim) -> tuple[int | None, int | None, int | None]:
    """The low, best and high persons of a claim, each None where it is open or not given."""
    q = claim.quantity
    return (None, None, None) if q is None else (q.low, q.best, q.high)


def known_by(claims: Sequence[Claim], settings: Settings) -> tuple[Claim, ...]:
    """The claims that were made by the day of `as_of`; claims without a day stay."""
    if settings.as_of is None:
        return tuple(claims)
    published = dict(settings.published)
    return tuple(c for c in claims if (day(c, published) or "") <= settings.as_of[:10])


def moment(claim: Claim, published: Mapping[str, str]) -> tuple[str, str] | None:
    """The ISO day on which a claim was made and, where that is its document's and known, the hour of publication ("T18:05")."""
    on, given = day(claim, published), published.get(claim.document) or ""
    return None if on is None else (on, given[10:] if given[:10] == on else "")


def day(claim: Claim, published: Mapping[str, str]) -> str | None:
    """The ISO day on which a claim was made: the last day of speaking that is given, else that of its document."""
    said = [a.said.last.isoformat() for a in claim.said_by[:1] if a.said is not None]
    if said:
        return said[0]
    given = published.get(claim.document)
    return given[:10] if given else None


def remembered(lines: Sequence[Line], claims: Sequence[Claim], settings: Settings) -> tuple[Line, ...]:
    """The lines as they stood on `as_of`: without later claims, with the figure that was the last word then."""
    if settings.as_of is None:
        return tuple(lines)
    known = {c.id: c for c in known_by(claims, settings)}
    every = {c.id for c in claims}
    published = dict(settings.published)
    out = []
    for line in lines:
        kept = tuple(i for i in line.claims if i in known)
        if not any(i in every for i in line.claims) or len(kept) == len(line.claims):
            out.append(line)
        elif kept:
            out.append(replace(line, claims=kept, figures=last_words([known[i] for i in kept], published)))
    return tuple(out)


def last_words(claims: Sequence[Claim], published: Mapping[str, str]) -> tuple[Tally, ...]:
    """The figure of each outcome that was told last, of those that stand: no part, no figure replaced, none withdrawn.

    What is only feared or foretold gives way to what is told as done.
    """
    last: dict[Outcome, Claim] = {}
    replaced = {c.revises for c in claims}
    for claim in sorted(claims, key=lambda c: (c.status not in NOT_HAPPENED, moment(c, published) or ("", ""), c.id)):
        whole = claim.part_of is None or all(claim.part_of != other.id for other in claims)
        if claim.quantity is not None and whole and claim.id not in replaced and claim.said_by[0].stance not in NOT_SAID:
            last[claim.outcome] = claim
    return tuple(_tally(last[o]) for o in sorted(last))


def _tally(claim: Claim) -> Tally:
    q = claim.quantity
    return Tally(outcome=claim.outcome) if q is None else Tally(outcome=claim.outcome, low=q.low, best=q.best, high=q.high)


def _term(line: Line, own: Sequence[Claim], event: Sequence[Claim], outcome: Outcome) -> Term | None:
    spoken = [c for c in own if c.outcome == outcome]
    tally = next((t for t in line.figures if t.outcome == outcome), None)
    if tally is None:
        if not spoken or line.figures:
            return _unread(line, spoken, own, event, outcome)
        tally = next((t for t in last_words(spoken, {}) if t.outcome == outcome), Tally(outcome=outcome))
    same = [c for c in spoken if c.quantity and bounds(c) == figures(tally)]
    voices = same or [c for c in spoken if c.quantity is None] or spoken
    wording = same[0].quantity.wording if same and same[0].quantity else "exact"
    said = phrase(tally.low, tally.best, tally.high, wording)
    rel = relation(line, own, event)
    why = _why(voices) or (None if said is not None else "gives no number")
    trusted = _trusted(noise(line.kind, rel), voices, line)
    return Term(line=line, tally=tally, phrase=said, noise=trusted, relation=rel, claims=tuple(spoken), why=why)


def _unread(line: Line, spoken: Sequence[Claim], own: Sequence[Claim], event: Sequence[Claim], outcome: Outcome) -> Term | None:
    """The term of a line that speaks of the outcome but stands by no figure of it."""
    if not spoken:
        return None
    rel = relation(line, own, event)
    why = _why(spoken) or "gives no number it stands by"
    bare = Tally(outcome=outcome)
    return Term(line=line, tally=bare, phrase=None, noise=noise(line.kind, rel), relation=rel, claims=tuple(spoken), why=why)


def figures(tally: Tally) -> tuple[int | None, int | None, int | None]:
    """The low, best and high persons of a line's figure, each None where it is open or not given."""
    return tally.low, tally.best, tally.high


def _why(voices: Sequence[Claim]) -> str | None:
    """Why what these claims say is no report of what happened; None as soon as one of them is."""
    reasons = [NOT_HAPPENED.get(c.status) or NOT_SAID.get(c.said_by[0].stance) for c in voices]
    return min(r for r in reasons if r) if reasons and all(reasons) else None


def _trusted(prior: Noise, voices: Sequence[Claim], line: Line) -> Noise:
    """The prior of the kind, lowered by hedges and by an unusual ratio of killed to wounded."""
    sure = [sum(c.said_by[0].certainty) / 2 for c in voices if c.said_by[0].certainty is not None]
    trust = prior.trust * min(1.0, (max(sure) if sure else USUAL) / USUAL)
    return replace(prior, trust=min(0.97, max(0.05, trust * (0.5 if uneven(line) else 1.0))))


def uneven(line: Line) -> bool:
    """Whether a line gives far more dead than wounded."""
    killed, wounded = (next((t.best for t in line.figures if t.outcome == o), None) for o in ("killed", "wounded"))
    return killed is not None and wounded is not None and wounded > 0 and killed >= max(UNEVEN_FROM, UNEVEN * wounded)


def _set_aside(term: Term, settings: Settings, aside: Aside) -> Term:
    why = aside.why(term.line, term.tally.outcome)
    if term.used and (why == WHOLE or term.line.id in settings.drop_lines):
        return replace(term, why=WHOLE)
    term = replace(term, note=why)
    if term.used and settings.drop_parties and term.partisan:
        return replace(term, why="speaks for a party, set aside")
    return term


def _without_totals(found: tuple[Term, ...]) -> tuple[Term, ...]:
    """Sums over weeks, plurals without a number and the dead of a side nobody else counts bind only where no line says more."""
    checks = (
        (_long, "a running total, not of this event"),
        (plural, "gives no number"),
        (_fighters, "counts fighters, the other lines those whom they fought"),
    )
    for beside, why in checks:
        aside = [t.used and beside(t) for t in found]
        if any(t.used and not a for t, a in zip(found, aside, strict=True)):
            found = tuple(replace(t, why=why) if a else t for t, a in zip(found, aside, strict=True))
    return found


def _long(term: Term) -> bool:
    return bool(term.claims) and all(
        c.scope in {"total", "period"} and c.when is not None and (c.when.last - c.when.first).days >= WEEKS for c in term.claims
    )


def _fighters(term: Term) -> bool:
    """Whether a line speaks of an armed group's people alone: attackers who fell are not the toll of an attack.

    **Source:** the recorders' practice of counting the dead of the party attacked apart from dead attackers.
    """
    roles = [c.group.role if c.group is not None else None for c in term.claims]
    return bool(roles) and all(r == "armed-group" for r in roles)


def plural(term: Term) -> bool:
    """Whether a line says no more than that there were several: "soldiers were killed"."""
    worded = [c.quantity.wording for c in term.claims if c.quantity is not None]
    return bool(worded) and all(w == "plural" for w in worded)
