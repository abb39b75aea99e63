"""What does a figure take over from those before it: its day and place, whose people they are, and what harmed them?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.model import Attribution, Cause, Claim, Group, Outcome, Role, Span, When, Where
from sayso.reading.claims import causes
from sayso.reading.claims.context import Setting
from sayso.reading.claims.recalled import follows, long_before
from sayso.reading.drafts.draft import Draft
from sayso.reading.places.peoples import country
from sayso.reading.places.sites import within
from sayso.reading.words import grammar
from sayso.reading.words.nations import nation_of, nation_words

SENT: frozenset[Outcome] = frozenset(("deployed", "engaged", "evacuated", "displaced"))
"""Outcomes of people who are moved or sent, which happen in no one place or day."""


@dataclass(slots=True, kw_only=True)
class Told:
    """What the document, or the section of a round-up, has said so far, for what later figures take over from earlier ones."""

    when: When | None = None
    where: Where | None = None
    here: tuple[Span, Where, When | None] | None = None
    """The sentence, place and day of the last figure with a place of its own."""
    aside: tuple[Span, When, Where | None] | None = None
    """The sentence, day and place of an earlier event that the last figure recalled."""
    nation: str | None = None
    civil: bool = False
    """True where the nation is that of civilians, whose soldiers need not be spoken of."""
    sent: str | None = None
    roles: dict[str, tuple[Role, bool]] = field(default_factory=dict)
    causes: list[tuple[Cause, When | None, Where | None]] = field(default_factory=list)
    """What harmed people, when and where; told last first."""
    section: int = 0
    rows: list[tuple[Draft, Claim]] = field(default_factory=list)

    def enter(self, section: int) -> None:
        """Forget what another section of a round-up said."""
        if section != self.section:
            self.when = self.where = self.nation = self.sent = self.here = self.aside = None
            self.section = section
            self.causes.clear()
            self.roles.clear()

    def role(self, speaker: Attribution) -> Role | None:
        """What they do whom a speaker counts: as he said, else as those said who are no party to the fight, if they agree."""
        if speaker.name in self.roles:
            return self.roles[speaker.name][0]
        for party in (False, True):
            known = {role for role, theirs in self.roles.values() if theirs == party}
            if known:
                return next(iter(known)) if len(known) == 1 else None
        return None

    def count(self, speaker: Attribution, role: Role) -> None:
        """Keep what they do whom a speaker counts first."""
        self.roles.setdefault(speaker.name, (role, speaker.kind in ("military", "party")))


def setting_of(d: Draft, told: Told, said_by: Sequence[Attribution], setting: Setting) -> tuple[When | None, Where | None]:
    """The days and the place of a figure: its sentence's own, its whole's, or those that the document is about."""
    told.enter(setting.sites.section(d.span[0]))
    near = d.counted.figure.span if d.counted.figure is not None else d.span
    when, where = setting.when(d.sentence, d.span, said_by), setting.where(d.sentence, near, _senders(d))
    if d.parent is not None:
        whole = next((c for o, c in told.rows if o is d.parent), None)
        when, where = when or (whole.when if whole else None), where or (whole.where if whole else None)
    when, where = _recalled(told, d, when, where, setting)
    if d.outcome in SENT or d.status in ("planned", "forecast") or setting.background(when):
        return when, where or _place_before(told, d, setting)
    if where is None and _third(d, told, said_by[0], setting.text):
        return when, None
    if when is None and where is None and d.scope == "event":
        when, where = _scene(told, d, setting)
    passing = _passing(told, (when, where), d, setting)
    if passing is not None:
        return passing
    if when is None and where is not None and told.where is not None and where.name != told.where.name:
        when = setting.day_at(where, d.span[0])
    if d.scope == "event" and d.status in ("happened", "feared"):
        if where is not None:
            told.here = d.sentence, where, when
        elif told.here is not None and follows(d.sentence, told.here[0], setting.text):
            at, day = told.here[1:]
            if when is None or day is None or not apart(when, day):
                where, when = at, when or day
        _settle(told, when, where, setting, d)
        when = when or told.when
    elif d.scope == "event":
        when = when or told.when
    if where is None and told.where is None and setting.sites.same(d.sentence):
        where = setting.lead_place(d.sentence[0])
    local = d.scope == "event" or _LOCAL.search(setting.text, *d.sentence)
    return when, where or (told.where if local else None)


def _recalled(told: Told, d: Draft, when: When | None, where: Where | None, setting: Setting) -> tuple[When | None, Where | None]:
    """Day and place of one person who is told of behind an earlier event than the one that the text is about.

    "In July 2029 a shooting left a girl dead. Tam Reke was killed as she rode home": the second sentence has no day of its own.
    """
    if d.scope != "event" or d.outcome not in _HIT or d.status != "happened":
        return when, where
    one = d.counted.quantity is not None and d.counted.quantity.best == 1
    if one and when is None and told.aside is not None and follows(d.sentence, told.aside[0], setting.text):
        when, where = told.aside[1], where or told.aside[2]
    now = told.when.first if told.when is not None else setting.published
    told.aside = (d.sentence, when, where) if when is not None and long_before(when, now) else None
    return when, where


def _third(d: Draft, told: Told, speaker: Attribution, text: str) -> bool:
    """True where a government speaks of nobody whose country was told at the place before, and of no attack told before."""
    if d.parent is not None or told.where is None or not causes.is_nation(speaker.party) or _AGAIN.search(text, *d.sentence):
        return False
    before = [c for _, c in told.rows if c.where is not None and c.where.name == told.where.name]
    known = {c.said_by[0].party for c in before} | {c.group.nation for c in before if c.group is not None}
    known |= {nation_of(c.where.country) for c in before if c.where is not None and c.where.country is not None}
    mine = {speaker.party, *(w.nation for w in nation_words(text[d.sentence[0] : d.sentence[1]]))}
    return any(known) and mine.isdisjoint(known)


_AGAIN = re.compile(
    rf"{causes.DEFINITE.pattern}|\b(?:the|this|that|same)\s(?:incident|dead|victims|toll|wounded|town|city|village)\b"
    r"|\b(?:the|these|those)\s(?:[a-z]+\s)?(?:attacks|strikes|raids|clashes|fighting|bombings|airstrikes)\b|\b(?:there|them)\b",
    re.VERBOSE,
)
"""Words by which somebody speaks of what was told before."""


def _place_before(told: Told, d: Draft, setting: Setting) -> Where | None:
    """The section's place, or, where the sentence speaks of "the town", the place told before."""
    if told.section:
        return setting.lead_place(d.span[0])
    return told.where or setting.lead_place(d.sentence[0]) if setting.sites.same(d.sentence) else None


def _scene(told: Told, d: Draft, setting: Setting) -> tuple[When | None, Where | None]:
    """Day and place of an attack that is told without a figure between the last one and this one: later figures are of it."""
    start = d.sentence[0]
    scene = setting.scene(max((o.sentence[1] for o, _ in told.rows if o.sentence[1] <= start), default=0), start)
    if scene is None:
        return None, None
    told.when, told.where = scene
    told.here = d.sentence, scene[1], scene[0]
    return scene


_LOCAL = re.compile(
    r"""\b(?:the|this|these|its)\s(?:[\w-]+\s)?
        (?:city|town|village|valley|ward|county|commune|governorate|suburb|place|district|districts|province|region|area|camp|hospitals?|clinics?|morgue|front|siege)\b
    | \b(?:here|there)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words by which a total or a period is of the place told before."""

_WAR = r"(?:[\w-]+\s){0,2}?(?:war|conflict|insurgency|uprising|offensive|invasion)"
_WHOLE_WAR = re.compile(
    rf"""\b(?:the|this|their)\s{_WAR}\s(?:(?:has|had|have|also|already|so\sfar)\s){{0,3}}
        (?:killed|claimed|displaced|left|cost|uprooted|wounded|injured|taken)\b
    | \b(?:killed|died|dead|deaths|casualties|wounded|injured|displaced|lost|lives)\s(?:[\w-]+\s){{0,3}}?(?:in|during|by|of)
        \s(?:the|this)\s{_WAR}\b(?!['’])
    | \bsince\s(?:the\s(?:start|beginning|outbreak)\sof\s)?(?:the|this)\s{_WAR}\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words of a whole war's toll, which is of no one town: "the war has killed", "died in the conflict", "since the war began"."""

_SIMILAR = re.compile(
    r"""\b(?:similar|previous|earlier)\s+(?:[\w-]+\s+)?
        (?:attacks?|strikes?|raids?|incidents?|bombings?|blasts?|explosions?|clash(?:es)?|ambush(?:es)?)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words of another event than the one that is told."""


def _passing(
    told: Told, own: tuple[When | None, Where | None], d: Draft, setting: Setting
) -> tuple[When | None, Where | None] | None:
    """Day and place of what is told in passing, not for later figures: a whole war, an earlier event; else None."""
    when, where = own
    if d.mention.frame == "sought":
        # the day on which they are looked for is not that on which they went missing
        return told.when, where or told.where
    if where is None and _WHOLE_WAR.search(setting.text, *d.sentence) and not setting.sites.same(d.sentence):
        return when, None
    if when is None or told.when is None or when.last >= told.when.first:
        return None
    if (when.last - when.first).days > _VAGUE >= (told.when.last - told.when.first).days:
        return when, where or told.where
    if _SIMILAR.search(setting.text, *d.sentence) is None:
        return None
    if where is not None:
        told.here = d.sentence, where, when
    return when, where or told.where


_VAGUE = 6
"""Days in an interval above which it says no day: a month, a year. Source: set by hand."""


def _settle(told: Told, when: When | None, where: Where | None, setting: Setting, d: Draft) -> None:
    """Take a figure's day and place for those of the event that is told: its first ones, another day's, or closer ones."""
    fresh = when is not None and told.when is not None and apart(when, told.when)
    if told.when is None or fresh:
        told.when = when or told.when or setting.lead_day(d.span[0])
    if told.where is None or (fresh and where is not None) or _narrower(where, told.where):
        told.where = where or told.where or setting.lead_place(d.span[0])


def _senders(d: Draft) -> list[Span]:
    """Where the text names those who send or have troops, who are elsewhere: "Rwanda, which has 400 soldiers in the province"."""
    if d.outcome not in SENT and d.mention.frame not in ("have", "lose"):
        return []
    who = doer(d)
    return [d.a.unit.spans[who]] if who is not None else []


def doer(d: Draft) -> int | None:
    """Who sends, has or loses them."""
    a, verb = d.a, d.mention.clause
    if d.mention.agent is not None or verb is None:
        return d.mention.agent
    own = grammar.subject(a, verb)
    if own in d.mention.victims or own == d.counted.head:
        return None
    if own is None and verb > 0 and a.lower[verb - 1] == "to":
        # "is due to send", "has decided to send": who is due or has decided, whatever the infinitive hangs on
        near = grammar.subject(a, verb - 2) if verb > 1 and a.upos[verb - 2] in ("ADJ", "VERB") else None
        if near is not None:
            return near
        return next((s for k in a.above(verb) if (s := grammar.subject(a, k)) is not None), None)
    return own


def apart(a: When, b: When) -> bool:
    """True for days that share none."""
    return a.first > b.last or b.first > a.last


def _narrower(new: Where | None, old: Where | None) -> bool:
    """True for a town after its country or region."""
    if new is None or old is None or new.country != old.country:
        return False
    return (old.radius or 0) > 2 * (new.radius if new.radius is not None else float("inf"))


def cause_of(d: Draft, told: Told, claim: Claim, setting: Setting) -> Cause | None:
    """What harmed them, and who: by the sentence, by what the paragraph told before, or as in what was told of the same event."""
    if d.outcome in SENT:
        return None
    nobody = claim.quantity is not None and claim.quantity.best == 0
    own = _own_cause(d, told, claim, setting, alone=nobody)
    if not nobody and not causes.masked(d.a.lower[d.counted.head]):
        known = _known(d, told, claim, own, setting)
        if known is not None:
            return known if own is None else replace(own, by=own.by or known.by, weapon=own.weapon or known.weapon)
    if own is not None and claim.scope == "event" and d.status == "happened":
        told.causes.insert(0, (own, claim.when, claim.where))
    return own


def _known(d: Draft, told: Told, claim: Claim, own: Cause | None, setting: Setting) -> Cause | None:
    """The cause told last of the event that the figure is of, if its own cause does not speak against it."""
    again = own is None and causes.DEFINITE.search(setting.text, *d.sentence) is not None
    here = claim.where.name if claim.where is not None else None
    for known, when, where in sorted(told.causes, key=lambda k: k[2] is None or k[2].name != here):
        alike = own is not None and own.weapon is not None and own.weapon == known.weapon
        if (alike or again or _same_event((when, where), (claim.when, claim.where))) and _fits(known, claim.group, own):
            return known
    return None


def _fits(known: Cause, group: Group | None, own: Cause | None) -> bool:
    """True where a cause can be that of these people: no other doer is named, and they are not the doers."""
    if known.by is None:
        return True
    if group is not None and (known.by == group.nation or (group.role == "armed-group" and not causes.is_nation(known.by))):
        return False
    return own is None or own.by in (None, known.by)


def _own_cause(d: Draft, told: Told, claim: Claim, setting: Setting, *, alone: bool) -> Cause | None:
    """The cause that the sentence names, or, not where it stands `alone`, the weapon that its paragraph named before."""
    a, text, speaker = d.a, setting.text, claim.said_by[0]
    by = causes.attacker(a, d.mention.trigger, d.mention.agent, speaker, d.counted.head)
    by = country(by, text)
    span, place = causes.weapon(text, d.sentence, d.span), d.sentence
    dated = claim.when is not None and claim.when.span is not None and within(claim.when.span, d.sentence)
    again = bool(told.causes) and causes.DEFINITE.search(text, *d.sentence) is not None
    if (
        span is None
        and by is None
        and not (again or alone or dated or causes.mishap(text, d.sentence))
        and d.scope == "event"
        and d.status == "happened"
        and not setting.background(claim.when)
    ):
        paragraph = text.rfind("\n\n", 0, d.sentence[0]) + 1
        place = max(paragraph, told.section), d.sentence[0]
        span = causes.weapon(text, place, d.span)
        if span is None and not told.causes and not told.section:
            place = max(0, d.sentence[0] - _REACH), d.sentence[0]
            span = causes.weapon(text, place, d.span)
        if span is not None and _told_elsewhere(span, told, claim, d):
            span = None
    if span is not None and text[span[0] : span[1]].lower() in ("mine", "mines") and causes.mishap(text, d.sentence):
        span = None  # "a landslide buried a mine": miners' own
    if span is not None and by is None:
        militants = claim.group is not None and claim.group.role == "armed-group"
        by = causes.owner(text, span) or causes.striker(text, place)
        if by is None and militants and speaker.kind == "military" and place == d.sentence:
            by = speaker.party
    if causes.masked(a.lower[d.counted.head]) or (claim.group is not None and by == claim.group.nation):
        by = None
    if span is None:
        return causes.cause(by)
    return causes.cause(by, causes.named(text, place, span), text[span[0] : span[1]], span)


def _told_elsewhere(span: Span, told: Told, claim: Claim, d: Draft) -> bool:
    """True for a weapon in the sentence of another figure, of another place than the one that this sentence names."""
    if claim.where is None or claim.where.span is None or not within(claim.where.span, d.sentence):
        return False
    there = [c.where for o, c in told.rows if within(span, o.sentence)]
    return bool(there) and all(w is not None and w.name != claim.where.name for w in there)


_REACH = 600
"""Characters before a sentence in which the first figure of a text finds what caused it. Source: set by hand."""


def _same_event(a: tuple[When | None, Where | None], b: tuple[When | None, Where | None]) -> bool:
    """True where the day is the same and no other place is named."""
    if a[0] is None or b[0] is None or (a[0].first, a[0].last) != (b[0].first, b[0].last):
        return False
    return a[1] is None or b[1] is None or a[1].name == b[1].name


_HIT = frozenset(("killed", "wounded", "casualties"))


def headed(rows: list[tuple[Draft, Claim]], setting: Setting) -> list[tuple[Draft, Claim]]:
    """What only the whole text tells: headlines share day, place and cause with what stands below; who claims it did it."""
    out = [(d, _headed(d, c, rows[k + 1 :], setting)) for k, (d, c) in enumerate(rows)]
    by = causes.claimant(setting.text) if rows else None
    return [(d, _claimed(c, rows[0][1], by)) for d, c in out] if by is not None else out


def _claimed(c: Claim, main: Claim, by: str) -> Claim:
    """The claim with the claimant as its doer, where it is of the main event and nobody is named."""
    group = c.group or Group()
    if c.outcome in SENT or group.role == "armed-group" or not _same_event((main.when, main.where), (c.when, c.where)):
        return c
    if c.cause is None:
        return replace(c, cause=causes.cause(by))
    return replace(c, cause=replace(c.cause, by=by)) if causes.plain(c.cause.by) else c


def _headed(d: Draft, c: Claim, later: list[tuple[Draft, Claim]], setting: Setting) -> Claim:
    if not setting.headline(d.span) or c.scope != "event" or c.status not in ("happened", "feared") or d.outcome in SENT:
        return c
    body = [(o, e) for o, e in later if e.scope == "event" and not setting.headline(o.span)]
    # "180 dead" above "the loss of 180 crew": the number tells which sentence it heads, whatever the word of harm.
    same = (e for o, e in body if o.key == d.key and d.numbered and {o.outcome, d.outcome} <= _HIT)
    below = next(same, None) or next((e for o, e in body if o.outcome == d.outcome), None)
    if below is not None and c.when is not None and below.when is not None and apart(c.when, below.when):
        return c
    if below is None or below.when is None:
        c = replace(c, when=c.when or setting.next_day(d.span[1]))
    if below is None:
        return c
    cause = c.cause or below.cause
    if c.cause is not None and below.cause is not None:
        cause = replace(c.cause, by=below.cause.by or c.cause.by)
    return replace(c, when=c.when or below.when, where=c.where or below.where, cause=cause)
