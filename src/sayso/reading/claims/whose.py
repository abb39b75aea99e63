"""Whose people are they: nation and role by a figure's own words, its sender or loser, its speaker, and those told before?"""

import re
from dataclasses import replace

from sayso.model import Attribution, Claim, Group, Role
from sayso.reading.claims import causes
from sayso.reading.claims.belongings import SENT, Told, doer
from sayso.reading.claims.causes import side
from sayso.reading.claims.context import Setting
from sayso.reading.claims.groups import Found, group
from sayso.reading.drafts.draft import Draft
from sayso.reading.places.peoples import country, is_side, side_of
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.nations import nation, nation_of, nation_words

_OFFICIAL = frozenset(("military", "government", "police"))
"""Speakers who call their own people plainly "soldiers" and others by name."""

_FORCES = frozenset(
    ("enemy", "army", "military", "troops", "side", "we", "forces", "regiment", "navy", "battalion", "brigade", "unit")
)

_OWNED = re.compile(r"(?:['’]s?)?\s+")

_PLAIN = frozenset(("person", "persons", "people", "victim", "victims"))
"""Nouns for whom nobody calls fighters."""

_OWN = frozenset(("its", "our", "their", "his", "her", "own"))


def group_of(d: Draft, told: Told, claim: Claim, setting: Setting) -> Group | None:
    """Who they are: by their words, else those spoken of before, or the sender's, the loser's or the speaker's own."""
    found = group(d.a, d.counted.head, setting.text)
    who, speaker = found.group, claim.said_by[0]
    ranks = [c for k in d.counted.members for c in d.a.children[k] if d.a.rels[c] in ("nmod:desc", "compound")]
    roles = {lexicon.role(d.a.lower[k]) for k in (*d.counted.members, *ranks)} - {None}
    if len(roles) == 1 and who is not None and who.role is None:
        who = replace(who, role=roles.pop())  # "Ana Ruiz and her two sons"
    if (
        who is not None
        and who.role == "military"
        and speaker.kind == "police"
        and d.a.lower[d.counted.head] in ("officer", "officers")
    ):
        who = replace(who, role="police")
    if who is not None and who.role is not None:
        if not d.subset and d.parent is None:
            told.count(speaker, who.role)
    else:
        role = _by_deed(d, setting.text)
        who = who if role is None else replace(who or Group(), role=role)
        if d.outcome == "engaged":
            told.count(speaker, "military")
    beside = _beside(d, setting.text)
    if found.vague and (who is None or who.role is None):
        known: Role | None = "military" if beside else told.role(speaker)
        if known is not None and (known == "civilian" or d.a.lower[d.counted.head] not in _PLAIN):
            who = replace(who or Group(), role=known)
    whose = (who.nation if who is not None else None) or beside or _home(d, setting) or _nation(d, told, found, claim, setting)
    if whose is None:
        return who
    if d.outcome in SENT:
        told.sent = whose
    elif not setting.background(claim.when):
        told.nation, told.civil = whose, who is not None and who.role == "civilian"
    return replace(who or Group(), nation=whose)


def _by_deed(d: Draft, text: str) -> Role | None:
    """What they do by what happened to them: who was driven out is a civilian, who fights, or was lost by an army, of its own."""
    if d.outcome == "displaced":
        return "civilian"
    if _of_fighters(d):
        return "armed-group"
    # "citizens are fighting there, and some have been killed": whoever fights is of an army, whatever else he is called
    return "military" if d.outcome == "engaged" or _of_forces(d, text) else None


def _of_fighters(d: Draft) -> bool:
    """True for those whom an armed group says it lost: "its fighters killed 30 soldiers and it lost one man"."""
    a, who = d.a, doer(d)
    if d.mention.frame != "lose" or who is None or a.upos[who] != "PRON":
        return False
    sentence = a.unit.sentences[who]
    return any(
        lexicon.role(a.lower[k]) == "armed-group" and a.unit.sentences[k] == sentence and _OWN & set(a.lower[max(0, k - 2) : k])
        for k in range(who)
    )


def _of_forces(d: Draft, text: str) -> bool:
    """True for those whom an army, a unit or the enemy lost: "the brigade lost 20 men", "the enemy's losses"."""
    a, t = d.a, d.mention.trigger
    if d.mention.frame == "lose":
        who = doer(d)
        return who is not None and (
            a.lower[who] in lexicon.units() or a.lower[who] in _FORCES or nation(a.unit.words[who]) is not None
        )
    if a.lower[t] in ("loss", "losses"):
        return bool(_FORCES & set(a.lower[max(0, t - 3) : t])) or _right_before(text, a.unit.spans[t][0]) is not None
    if a.lower[t] in ("kia", "wia", "mia") or _of_unit(d):
        return True
    return "enemy" in a.lower[max(0, d.counted.head - 2) : d.counted.head + 1]


def _of_unit(d: Draft) -> bool:
    """True for those counted of a numbered unit: "from the 9th company five are missing", "four of the 3rd battalion"."""
    a = d.a
    first = min([d.counted.head, d.mention.trigger])
    for k in range(max(1, first - _NEAR_UNIT), min(len(a), d.counted.head + _NEAR_UNIT)):
        lead = [w for w in a.lower[max(0, k - 4) : k] if w not in ("st", "nd", "rd", "th")]
        if a.lower[k] in lexicon.units() and lead and lead[-1][0].isdigit() and {"from", "of"} & set(lead):
            return a.unit.sentences[k] == a.unit.sentences[d.counted.head]
    return False


_NEAR_UNIT = 5
"""Words between a number and the unit that it is of. Source: set by hand."""


def _home(d: Draft, setting: Setting) -> str | None:
    """The country of the place that the people are said to be of: "nine persons of Gao", "villagers from Uzhok"."""
    at = d.a.unit.spans[d.counted.head][1]
    of = _OF.match(setting.text, at)
    if of is None:
        return None
    country = next((p.where.country for p in setting.sites.places if p.span[0] == of.end()), None)
    return nation_of(country) if country is not None else None


_OF = re.compile(r"\s(?:of|from)\s(?:the\s)?(?:(?:village|town|city|district|province|region)\sof\s)?")


def _nation(d: Draft, told: Told, found: Found, claim: Claim, setting: Setting) -> str | None:
    """Whose people they are where their own words do not say."""
    speaker = claim.said_by[0]
    if d.mention.frame == "opposed":
        return speaker.party if _side(speaker.party, setting.text) else None
    if d.outcome in SENT or d.mention.frame in ("lose", "have"):
        theirs = _theirs(d, speaker, setting.text)
        if theirs is not None:
            return theirs if _side(theirs, setting.text) else None
        before = doer(d)
        if before is not None and d.a.lower[before] in ("it", "he", "she", "they") and speaker.kind == "outlet":
            theirs = _spoken_of(d, before, speaker)
            if theirs is not None:
                return theirs
    head = d.counted.head
    after = 4 if d.a.lower[head] in ("any", "none", "some", "one") or d.a.upos[head] == "NUM" else 0
    verb = d.mention.trigger
    near = d.a.lower[max(0, head - 4, verb if verb < head else 0) : head + after]
    if any(w in _OWN for w in near):
        return _owners(d, speaker, setting.text)
    role = found.group.role if found.group is not None else None
    armed = role in ("military", "police")
    if not armed and not found.generic:
        return None
    if (
        told.nation is not None
        and not (armed and told.civil)
        and not (not armed and not told.civil and told.role(speaker) == "civilian")
        and not (not armed and (setting.background(claim.when) or d.a.lower[head] in _PLAIN))
    ):
        return told.nation
    by = causes.attacker(d.a, d.mention.trigger, d.mention.agent, speaker, d.counted.head)
    own = armed and _common(d) and speaker.kind in _OFFICIAL and _side(speaker.party, setting.text)
    if own and by != speaker.party and not _struck(claim, speaker.party, told):
        return speaker.party
    if armed and told.sent:
        return told.sent
    people = (
        _people_before(d, told, setting.text, near=not armed or d.outcome in SENT)
        if role == "military" or (found.generic and not d.subset and not d.a.names[head].endswith("PER"))
        else None
    )
    if people is not None:
        return people
    if (
        armed
        and d.outcome not in SENT
        and claim.where is not None
        and claim.where.country is not None
        and not (
            claim.where.span is not None and _OFF.search(setting.text, max(0, claim.where.span[0] - 40), claim.where.span[0])
        )
        and by != nation_of(claim.where.country)
    ):
        return nation_of(claim.where.country)
    return None


_OFF = re.compile(r"\boff\s(?:the\s)?(?:[\w-]+\s){0,3}$", re.IGNORECASE)
"""Words before a place at sea, where ships of any country sail: "off Yemen", "off the northern coast of Yemen"."""


def _struck(claim: Claim, party: str | None, told: Told) -> bool:
    """Whether a speaker's side is told to have harmed those told of last, or just as many before: these are not its own."""
    n = claim.quantity.stated if claim.quantity is not None else ()
    before = [c for _, c in told.rows if c.outcome == claim.outcome and c.quantity is not None]
    same = [*before[-1:], *(c for c in before if c.quantity is not None and c.quantity.stated == n)]
    return any(c.cause is not None and c.cause.by == party for c in same)


def _theirs(d: Draft, speaker: Attribution, text: str) -> str | None:
    """Whose those are who sent, had or lost them."""
    who = doer(d)
    found = side(d.a, who, speaker)
    if who is None or (causes.is_nation(found) and found != speaker.party):
        return found
    near = [k for k in sorted(d.a.subtree(who)) if not causes.in_clause(d.a, k, who)]
    first = near[0]
    while first and d.a.unit.words[first - 1][0].isupper() and d.a.unit.sentences[first - 1] == d.a.unit.sentences[who]:
        first -= 1  # a name that the parse has not joined
    words = text[d.a.unit.spans[first][0] : d.a.unit.spans[near[-1]][1]]
    return side_of(words, text) or country(found, text)


def _side(name: str | None, text: str) -> bool:
    """True for the name of a country, of the table or of this text's own."""
    return causes.is_nation(name) or is_side(name, text)


def _common(d: Draft) -> bool:
    """True for plain "soldiers", false for "Hamas commanders"."""
    a, head = d.a, d.counted.head
    named = any(a.rels[c] in ("compound", "nmod:poss", "amod", "flat") and a.unit.words[c][0].isupper() for c in a.children[head])
    return (
        not named
        and lexicon.role(a.lower[head]) != "armed-group"
        and a.lower[head] not in ("commander", "commanders", "fighters")
    )


def _beside(d: Draft, text: str) -> str | None:
    """The nation right before the number or on the noun of harm: "RU 1,140 killed", "AFU losses of 210 servicemen"."""
    a, t = d.a, d.mention.trigger
    starts = [a.unit.spans[t][0]] if a.upos[t] in ("NOUN", "PROPN") and t != d.counted.head else []
    if d.counted.figure is not None:
        starts.append(d.counted.figure.span[0])
    return next((n for at in starts if (n := _right_before(text, at)) is not None), None)


def _right_before(text: str, at: int) -> str | None:
    """The nation whose word ends right before an offset."""
    before = text[max(0, at - 24) : at]
    if before[before.rstrip().rfind(" ") + 1 :][:1].islower():
        return None
    return next((w.nation for w in nation_words(before) if w.sense != "seat" and _OWNED.fullmatch(before, w.span[1])), None)


def _spoken_of(d: Draft, pronoun: int, speaker: Attribution) -> str | None:
    """Whose a pronoun's subject is: the side that is the subject of the sentence before."""
    a = d.a
    number = a.unit.sentences[pronoun]
    for k in range(pronoun - 1, -1, -1):
        if a.unit.sentences[k] == number - 1 and a.heads[k] < 0:
            theirs = side(a, grammar.subject(a, k), speaker)
            return theirs if causes.is_nation(theirs) else None
    return None


def _owners(d: Draft, speaker: Attribution, text: str) -> str | None:
    """Whose "its soldiers" are: the side of the nearest subject over them, else the speaker's."""
    a, head = d.a, d.counted.head
    for k in a.above(head):
        subject = grammar.child(a, k, "nsubj", "nsubj:pass", "nsubj:outer")
        if subject is None or head in a.subtree(subject) or subject == head:
            continue
        theirs = side(a, subject, speaker)
        if _side(theirs, text):
            return theirs
    return speaker.party if _side(speaker.party, text) else None


def _people_before(d: Draft, told: Told, text: str, *, near: bool) -> str | None:
    """The people last spoken of, `near` in this paragraph or the last: "Indian citizens", "Ethiopians"; officials are none."""
    start = text.rfind("\n\n", 0, max(0, text.rfind("\n\n", 0, d.span[0]))) if near else 0
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
