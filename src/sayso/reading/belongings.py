"""What does a figure take over from those before it: its day and place, whose people they are, and what harmed them?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.model import Attribution, Cause, Claim, Group, Outcome, Role, Span, When, Where
from sayso.reading import causes, grammar, lexicon
from sayso.reading.causes import side
from sayso.reading.context import Setting
from sayso.reading.draft import Draft
from sayso.reading.groups import Found, group
from sayso.reading.nations import nation_of, nation_words

SENT: frozenset[Outcome] = frozenset(("deployed", "engaged", "evacuated", "displaced"))
"""Outcomes of people who are moved or sent, which happen in no one place or day."""

_OFFICIAL = frozenset(("military", "government", "police"))
"""Speakers who call their own people plainly "soldiers" and others by name."""

_PLAIN = frozenset(("person", "persons", "people", "victim", "victims"))
"""Nouns for whom nobody calls fighters."""

_OWN = frozenset(("its", "our", "their", "his", "her", "own"))


@dataclass(slots=True, kw_only=True)
class Told:
    """What the document, or the section of a round-up, has said so far, for what later figures take over from earlier ones."""

    when: When | None = None
    where: Where | None = None
    nation: str | None = None
    sent: str | None = None
    role: Role | None = None
    roles: dict[str, Role] = field(default_factory=dict)
    cause: Cause | None = None
    caused: tuple[When | None, Where | None] = (None, None)
    section: int = 0
    rows: list[tuple[Draft, Claim]] = field(default_factory=list)

    def enter(self, section: int) -> None:
        """Forget what another section of a round-up said."""
        if section != self.section:
            self.when = self.where = self.nation = self.sent = self.role = self.cause = None
            self.caused, self.section = (None, None), section
            self.roles.clear()


def setting_of(d: Draft, told: Told, said_by: Sequence[Attribution], setting: Setting) -> tuple[When | None, Where | None]:
    """The days and the place of a figure: its sentence's own, its whole's, or those that the document is about."""
    told.enter(setting.sites.section(d.span[0]))
    when, where = setting.when(d.sentence, d.span, said_by), setting.where(d.sentence, d.span, _senders(d))
    if d.parent is not None:
        whole = next((c for o, c in told.rows if o is d.parent), None)
        when, where = when or (whole.when if whole else None), where or (whole.where if whole else None)
    if d.outcome in SENT or d.status in ("planned", "forecast") or setting.background(when):
        if where is None and told.section:
            where = setting.lead_place(d.span[0])
        elif where is None and setting.sites.same(d.sentence):
            where = told.where
        return when, where
    if when is None and where is not None and told.where is not None and where.name != told.where.name:
        when = setting.day_at(where, d.span[0])
    if d.scope == "event" and d.status in ("happened", "feared"):
        _settle(told, when, where, setting, d)
        when = when or told.when
    elif d.scope == "event":
        when = when or told.when
    return when, where or told.where


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
    doer = _doer(d)
    return [d.a.unit.spans[doer]] if doer is not None else []


def _doer(d: Draft) -> int | None:
    """Who sends, has or loses them."""
    verb = d.mention.clause
    if d.mention.agent is not None or verb is None:
        return d.mention.agent
    return grammar.subject(d.a, verb)


def apart(a: When, b: When) -> bool:
    """True for days that share none."""
    return a.first > b.last or b.first > a.last


def _narrower(new: Where | None, old: Where | None) -> bool:
    """True for a town after its country or region."""
    if new is None or old is None or new.country != old.country:
        return False
    return (old.radius or 0) > 2 * (new.radius if new.radius is not None else float("inf"))


def group_of(d: Draft, told: Told, claim: Claim, setting: Setting) -> Group | None:
    """Who they are: by their words, else those spoken of before, or the sender's, the loser's or the speaker's own."""
    found = group(d.a, d.counted.head, setting.text)
    who, voice = found.group, claim.said_by[0].name
    if who is not None and who.role is not None:
        told.roles.setdefault(voice, who.role)
        told.role = told.role or who.role
    elif d.outcome == "displaced":
        who = replace(who or Group(), role="civilian")
    beside = _beside(d, setting.text)
    if found.vague and (who is None or who.role is None):
        known: Role | None = "military" if beside else told.roles.get(voice) or told.role
        if known is not None and not (known == "armed-group" and d.a.lower[d.counted.head] in _PLAIN):
            who = replace(who or Group(), role=known)
    nation = (who.nation if who is not None else None) or beside or _nation(d, told, found, claim, setting)
    if nation is None:
        return who
    if d.outcome in SENT:
        told.sent = nation
    elif not setting.background(claim.when):
        told.nation = nation
    return replace(who or Group(), nation=nation)


def _nation(d: Draft, told: Told, found: Found, claim: Claim, setting: Setting) -> str | None:
    """Whose people they are where their own words do not say."""
    speaker = claim.said_by[0]
    if d.outcome in SENT or d.mention.frame in ("lose", "have"):
        theirs = side(d.a, _doer(d), speaker)
        if causes.is_nation(theirs):
            return theirs
    near = d.a.lower[max(0, d.counted.head - 4) : d.counted.head]
    if any(w in _OWN for w in near):
        return _owners(d, speaker)
    role = found.group.role if found.group is not None else None
    armed = role in ("military", "police")
    if not armed and not found.generic:
        return None
    if told.nation is not None and not (setting.background(claim.when) and not armed):
        return told.nation
    by = causes.attacker(d.a, d.mention.trigger, d.mention.agent, speaker)
    if armed and speaker.kind in _OFFICIAL and causes.is_nation(speaker.party) and by != speaker.party:
        return speaker.party
    before = (
        told.sent
        if armed and told.sent
        else _people_before(d, told, setting.text)
        if role == "military" or found.generic
        else None
    )
    if before is not None:
        return before
    if (
        armed
        and d.outcome not in SENT
        and claim.where is not None
        and claim.where.country is not None
        and by != nation_of(claim.where.country)
    ):
        return nation_of(claim.where.country)
    return None


def _beside(d: Draft, text: str) -> str | None:
    """The nation right before the number or on the noun of harm: "RU 1,140 killed", "AFU losses of 210 servicemen"."""
    a, t = d.a, d.mention.trigger
    if a.upos[t] in ("NOUN", "PROPN") and t != d.counted.head:
        mine = [c for c in a.children[t] if a.rels[c] in ("compound", "amod", "nmod:poss", "nmod:desc", "flat") and c < t]
        for c in mine:
            found = nation_words(text[a.unit.spans[c][0] : a.unit.spans[t][0]])
            if found:
                return found[0].nation
    figure = d.counted.figure
    if figure is None:
        return None
    before = text[max(0, figure.span[0] - 24) : figure.span[0]]
    return next(
        (
            w.nation
            for w in nation_words(before)
            if w.sense != "seat" and before[w.span[1] :].strip() == "" and w.span[1] < len(before)
        ),
        None,
    )


def _owners(d: Draft, speaker: Attribution) -> str | None:
    """Whose "its soldiers" are: the side of the nearest subject over them, else the speaker's."""
    a, head = d.a, d.counted.head
    for k in a.above(head):
        subject = grammar.child(a, k, "nsubj", "nsubj:pass", "nsubj:outer")
        if subject is None or head in a.subtree(subject) or subject == head:
            continue
        theirs = side(a, subject, speaker)
        if causes.is_nation(theirs):
            return theirs
    return speaker.party if causes.is_nation(speaker.party) else None


def _people_before(d: Draft, told: Told, text: str) -> str | None:
    """The people last spoken of in the paragraph and the one before: "Indian citizens", "Ethiopians"; officials are none."""
    start = text.rfind("\n\n", 0, max(0, text.rfind("\n\n", 0, d.span[0])))
    piece = text[max(0, start, told.section) : d.span[0]]
    for w in reversed(nation_words(piece)):
        if w.sense not in ("people", "forces"):
            continue
        after = re.match(r"\s+(?:[a-z-]+\s+)?([a-z]+)", piece[w.span[1] :])
        noun = after[1] if after else ""
        if w.sense == "forces" or (lexicon.person(noun) and noun not in _SPEAKING) or piece[w.span[0] : w.span[1]].endswith("s"):
            return w.nation
    return None


_SPEAKING = frozenset(
    ("official", "officials", "minister", "ministers", "lawmaker", "lawmakers", "journalist", "reporter", "diplomat", "diplomats")
)


def cause_of(d: Draft, told: Told, claim: Claim, setting: Setting) -> Cause | None:
    """What harmed them, and who: by the sentence, by what the paragraph told before, or as in what was told of the same event."""
    if d.outcome in SENT:
        return None
    attackers = causes.masked(d.a.lower[d.counted.head])
    own = _own_cause(d, told, claim, setting)
    known = told.cause
    if known is not None and not attackers and _likely(d, told, claim, own, setting):
        return known if own is None else replace(own, by=own.by or known.by, weapon=own.weapon or known.weapon)
    if own is not None and claim.scope == "event" and d.status == "happened":
        told.cause, told.caused = own, (claim.when, claim.where)
    return own


def _likely(d: Draft, told: Told, claim: Claim, own: Cause | None, setting: Setting) -> bool:
    """True where a figure is of the event whose cause was told, and its own cause does not speak against it."""
    known = told.cause
    nation, role = (claim.group.nation, claim.group.role) if claim.group else (None, None)
    if known is None or (known.by is not None and known.by == nation):
        return False
    if own is not None and own.by is not None and known.by not in (None, own.by):
        return False
    if role == "armed-group" and known.by is not None and not causes.is_nation(known.by):
        return False
    if own is not None and own.weapon is not None and own.weapon == known.weapon:
        return True
    again = own is None and causes.DEFINITE.search(setting.text, *d.sentence) is not None
    return again or _same_event(told.caused, (claim.when, claim.where))


def _own_cause(d: Draft, told: Told, claim: Claim, setting: Setting) -> Cause | None:
    """The cause that the sentence names, or the weapon that its paragraph named before."""
    a, text, speaker = d.a, setting.text, claim.said_by[0]
    by = causes.attacker(a, d.mention.trigger, d.mention.agent, speaker)
    span, place = causes.weapon(text, d.sentence, d.span), d.sentence
    if span is None and d.scope == "event" and d.status == "happened" and not setting.background(claim.when):
        paragraph = text.rfind("\n\n", 0, d.sentence[0]) + 1
        place = max(paragraph, told.section), d.sentence[0]
        span = causes.weapon(text, place, d.span)
        if span is None and told.cause is None and not told.section:
            place = max(0, d.sentence[0] - _REACH), d.sentence[0]
            span = causes.weapon(text, place, d.span)
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


_REACH = 600
"""Characters before a sentence in which the first figure of a text finds what caused it. Source: set by hand."""


def _same_event(a: tuple[When | None, Where | None], b: tuple[When | None, Where | None]) -> bool:
    """True where the day is the same and no other place is named."""
    if a[0] is None or b[0] is None or (a[0].first, a[0].last) != (b[0].first, b[0].last):
        return False
    return a[1] is None or b[1] is None or a[1].name == b[1].name


def headed(rows: list[tuple[Draft, Claim]], setting: Setting) -> list[tuple[Draft, Claim]]:
    """Headlines take the day, the place and the cause of the first figure below them that is of the same outcome."""
    return [(d, _headed(d, c, rows[k + 1 :], setting)) for k, (d, c) in enumerate(rows)]


def _headed(d: Draft, c: Claim, later: list[tuple[Draft, Claim]], setting: Setting) -> Claim:
    if not setting.headline(d.span) or c.scope != "event" or c.status not in ("happened", "feared") or d.outcome in SENT:
        return c
    below = next((e for o, e in later if o.outcome == d.outcome and e.scope == "event" and not setting.headline(o.span)), None)
    if below is None or (c.when is not None and below.when is not None and apart(c.when, below.when)):
        return c
    cause = c.cause or below.cause
    if c.cause is not None and below.cause is not None:
        cause = replace(c.cause, by=below.cause.by or c.cause.by)
    return replace(c, when=c.when or below.when, where=c.where or below.where, cause=cause)
