"""What does a figure take over from those before it: its day and place, whose people they are, and what they do?"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.model import Attribution, Cause, Claim, Group, Outcome, Role, When, Where
from sayso.reading import grammar
from sayso.reading.context import Setting
from sayso.reading.drafts import Draft
from sayso.reading.groups import group, side
from sayso.reading.nations import country_of

SENT: frozenset[Outcome] = frozenset(("deployed", "engaged", "evacuated", "displaced"))
"""Outcomes of people who are moved or sent, which happen in no one place or day."""


@dataclass(slots=True, kw_only=True)
class Told:
    """What the document has said so far, for what later figures take over from earlier ones."""

    when: When | None = None
    where: Where | None = None
    nation: str | None = None
    role: Role | None = None
    cause: Cause | None = None
    rows: list[tuple[Draft, Claim]] = field(default_factory=list)


def setting_of(d: Draft, told: Told, said_by: Sequence[Attribution], setting: Setting) -> tuple[When | None, Where | None]:
    """The days and the place of a figure: its sentence's own, its whole's, or those that the document is about."""
    when, where = setting.when(d.sentence, d.span, said_by), setting.where(d.sentence, d.span)
    if d.parent is not None:
        whole = next((c for o, c in told.rows if o is d.parent), None)
        when, where = when or (whole.when if whole else None), where or (whole.where if whole else None)
    if d.outcome in SENT or d.status in ("planned", "forecast"):
        return when, where
    if setting.background(when):
        return when, where
    fresh = when is not None and told.when is not None and (when.first > told.when.last or told.when.first > when.last)
    if d.scope == "event" and d.status in ("happened", "feared"):
        if told.when is None or fresh:
            told.when = when or told.when or setting.lead_day(d.span[0])
        if told.where is None or (fresh and where is not None) or _narrower(where, told.where):
            told.where = where or told.where or setting.lead_place(d.span[0])
        when = when or told.when
    elif d.scope == "event":
        when = when or told.when
    return when, where or told.where


def _narrower(new: Where | None, old: Where | None) -> bool:
    """True for a town after its country or region."""
    if new is None or old is None or new.country != old.country:
        return False
    return (old.radius or 0) > 2 * (new.radius if new.radius is not None else float("inf"))


def group_of(d: Draft, told: Told, said_by: Sequence[Attribution], text: str) -> Group | None:
    found = group(d.a, d.counted.head, text)
    who = found.group
    if found.generic and told.role is not None and (who is None or who.role is None):
        who = replace(who or Group(), role=told.role)
    elif who is not None and who.role is not None:
        told.role = who.role
    if who is not None and who.nation is not None:
        told.nation = who.nation
        return who
    nation = _nation(d, told, said_by, generic=found.generic)
    if nation is None:
        return who
    return replace(who or Group(), nation=nation)


def _nation(d: Draft, told: Told, said_by: Sequence[Attribution], *, generic: bool) -> str | None:
    """Whose people they are where their words do not say: the sender's, the loser's, the speaker's own, or those spoken of before."""
    a, verb = d.a, d.mention.clause
    doer = d.mention.agent if d.mention.agent is not None else (grammar.subject(a, verb) if verb is not None else None)
    if d.outcome in SENT or d.mention.frame in ("lose", "have"):
        theirs = side(a, doer, said_by[0].party)
        if theirs is not None and country_of(theirs) is not None:
            return theirs
    near = a.lower[max(0, d.counted.head - 4) : d.counted.head]
    if any(w in ("its", "our", "their", "own") for w in near):
        mine = side(a, doer, said_by[0].party) if d.mention.frame in ("noun", "lose", "have") else None
        return mine if mine is not None and country_of(mine) is not None else said_by[0].party
    return told.nation if generic else None
