"""With what, and by whom: which weapon of the text did the harm, and whose was it?"""

import re
from functools import cache, lru_cache

from sayso import packs
from sayso.model import Attribution, Cause, Span
from sayso.reading.words import grammar, lexicon
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.nations import country_of, nation, nation_words
from sayso.text.lowering import lowered

_DOING = re.compile(
    r"(?:strikes?|raids?|attacks?|fire|blasts?|shelling|bombings?|bombardments?|ambush(?:es)?|shootings?|gunfire)$"
)
"""Weapons that are deeds, so that their name alone says that they were used."""

_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}")
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())

_CLAIMED = re.compile(
    r"""(?P<name>[A-Z][\w’'-]+(?:\ (?:of\ )?(?:the\ )?[A-Z][\w’'-]+){0,4})
        (?:\ (?:group|militants|rebels|militia|movement|branch))?,?\ (?:has\ |have\ |later\ |had\ |quickly\ )?
        (?:claimed\ (?:responsibility|the\ (?:attack|blast|bombing|strike|raid|killings?|ambush|shooting))
        |said\ (?:it|they)\ (?:was|were)\ (?:behind|responsible)
        |took\ responsibility)""",
    re.VERBOSE,
)
"""Who says that it was they."""

_STRUCK = re.compile(
    r"\b(?:attack|strike|raid|assault|operation|airstrike|ambush|offensive|bombardment|shelling|cutter|forces)s?\b"
)
"""Deeds that have a doer."""

DEFINITE = re.compile(
    r"""\b(?:[Tt]he\ (?:same\ )?(?:attack|strike|raid|assault|ambush|blast|explosion|shelling|bombing|shooting|bombardment)
        |such\ (?:attack|strike|raid|blast|bombing|incident|shooting)s?)\b""",
    re.VERBOSE,
)
"""Words for what was told before."""

_USED = re.compile(
    r"\b(?:by|in|from|with|when|using|under|after|during|of wounds from)\s+(?:[\w’'-]+\s+){0,3}$|\b(?:as|when|while)\s+$",
    re.IGNORECASE,
)
"""Words before a weapon that say that it was used: "by a mine", "under fire from anti-tank weapons"."""

_ACTING = re.compile(
    r"""\s+(?:[\w’'-]+\s+){0,3}?(?:hit|struck|strikes?|killed|killing|fired|exploded|landed|fell|slammed|detonated|blew|ripped|tore|wounded|injured|attacked
        |crashed|launched|targeted|dropped|went\ off)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words behind a weapon that say that it was used: "a drone fired on"."""

_BREAK = re.compile(r"[;—–]| while | but |[.!?]\s|[“”\"]")
_BREAKS = 40
"""Characters by which a weapon behind a break of the sentence is farther from the figure. Source: set by hand."""

_ATTACKS = frozenset(
    f
    for verb in (
        "attack",
        "ambush",
        "raid",
        "storm",
        "bomb",
        "shell",
        "bombard",
        "target",
        "fire",
        "assault",
        "overrun",
        "open",
        "strike",
        "hit",
    )
    for f in (verb, verb + "ed", verb + "s", verb + "ing")
) | {"struck", "hit", "fired", "raided", "bombed", "overran", "stormed"}

_PLAIN_FORCES = frozenset(
    ("troops", "soldiers", "forces", "army", "police", "officers", "commandos", "units", "jets", "aircraft", "helicopters")
)
"""Those whom a speaker of state means as his own side's where he does not say whose they are."""

_BETWEEN = frozenset(
    ("clash", "clashes", "fighting", "battle", "battles", "firefight", "exchange", "skirmish", "skirmishes", "gunfight")
)
"""Deeds of two sides."""

_MASKED = frozenset(
    ("attacker", "attackers", "assailant", "assailants", "raider", "raiders", "bomber", "bombers", "gunmen", "gunman")
)
"""Victims who are the attackers: what killed others did not kill them."""


def weapon(text: str, within: Span, near: Span) -> Span | None:
    """Where a stretch of the text names the weapon nearest to a figure, of those that it says were used."""
    best: tuple[float, int, Span] | None = None
    for span in _weapons(text):
        if not (within[0] <= span[0] and span[1] <= within[1]):
            continue
        before = text[max(within[0], span[0] - 50) : span[0]]
        if not (
            _DOING.search(text[span[0] : span[1]].lower()) or _USED.search(before) or _ACTING.match(text, span[1], within[1])
        ):
            continue
        between = text[min(span[1], near[1]) : max(span[0], near[0])]
        far = abs((span[0] + span[1]) / 2 - (near[0] + near[1]) / 2) + (_BREAKS if _BREAK.search(between) else 0)
        if best is None or (far, span[0]) < best[:2]:
            best = far, span[0], span
    return best[2] if best else None


def named(text: str, within: Span, span: Span) -> str:
    """The weapon at `span` in words; its proper name where the stretch gives one."""
    proper = _named().search(text, *within)
    return proper.group() if proper else text[span[0] : span[1]]


def owner(text: str, span: Span) -> str | None:
    """Whose weapon it is by the words right beside it: "a Russian drone strike", "shelling by Sudanese troops"."""
    before = text[max(0, span[0] - 40) : span[0]]
    words = [
        w
        for w in nation_words(before)
        if w.sense != "seat" and re.fullmatch(r"(?:['’]s)?\s+(?:[a-z-]+\s+){0,2}", before[w.span[1] :])
    ]
    if words:
        return words[-1].nation
    after = re.match(r"\s+by\s+(?:the\s+)?", text[span[1] : span[1] + 60])
    if after is None:
        return None
    start = span[1] + after.end()
    found = next((w.nation for w in nation_words(text[start : start + 30]) if w.span[0] == 0), None)
    name = _NAME.match(text, start)
    return found or (name.group().lower() if name is not None and name.group() not in _DAYS else None)


def claimant(text: str) -> str | None:
    """Who claimed the attack that a text is about; None where nobody or more than one did."""
    if not any(word in text for word in ("claimed", "responsib", " behind")):
        return None
    found = {m["name"].removeprefix("The ").lower() for m in _CLAIMED.finditer(text)} - {"no", "nobody", "none", "it", "they"}
    return next(iter(found)) if len(found) == 1 else None


def plain(by: str | None) -> bool:
    """True where the doer is unknown or only a noun, such as "gunmen"."""
    return by is None or lexicon.role(by) == "armed-group"


def striker(text: str, within: Span) -> str | None:
    """Whose attack it is by the words of a stretch: "a Ukrainian attack using", "the Israeli raid"."""
    for m in _STRUCK.finditer(text, *within):
        found = owner(text, m.span())
        if found is not None:
            return found
    return None


def attacker(a: Analysis, trigger: int, agent: int | None, speaker: Attribution, victim: int | None = None) -> str | None:
    """Who did it: the agent of the harm, the doer of what led to it, or who attacked in the same sentence."""
    for doer in (agent, _shared(a, trigger), _above(a, trigger)):
        found = side(a, doer, speaker)
        if found is not None:
            return found
    for v, word in enumerate(a.lower):
        if (
            word in _ATTACKS
            and a.upos[v] == "VERB"
            and a.unit.sentences[v] == a.unit.sentences[trigger]
            and (word[:4] != "open" or "fire" in a.lower[v : v + 3])
        ):
            doer = grammar.agent(a, v)
            if doer is not None and doer not in (trigger, victim):
                found = side(a, doer, speaker)
                if found is not None:
                    return found
    return None


def _shared(a: Analysis, trigger: int) -> int | None:
    """The doer of the verb that the trigger is joined to: "its men killed 14 and wounded 20"."""
    if grammar.child(a, trigger, "nsubj:pass", "aux:pass") is not None:
        return None  # "citizens are fighting there, and some have been killed": not by them
    first = grammar.first_conjunct(a, trigger)
    return grammar.agent(a, first) if first != trigger and a.upos[first] == "VERB" else None


def _above(a: Analysis, trigger: int) -> int | None:
    """The doer of the clause that a participle hangs on: "its troops had repelled them, killing 15"."""
    if a.xpos[trigger] != "VBG" or a.rels[trigger] not in ("advcl", "conj", "acl", "xcomp"):
        return None
    above = next((k for k in a.above(trigger) if a.upos[k] == "VERB" and a.xpos[k] != "VBG"), None)
    return grammar.agent(a, above) if above is not None else None


def masked(word: str) -> bool:
    """True for victims who are attackers."""
    return word in _MASKED


def side(a: Analysis, i: int | None, speaker: Attribution) -> str | None:
    """Whose an agent is: a nation by its words, the speaker's own side ("its troops"), an armed group by its name or noun."""
    if i is None or a.lower[i] in _BETWEEN:
        return None
    near = [k for k in sorted(a.subtree(i)) if not in_clause(a, k, i)]
    words, head = a.unit.words, a.lower[i]
    rebels = lexicon.role(head) == "armed-group"
    for k in () if rebels else near:
        found = nation(words[k]) or (nation(" ".join(words[k : k + 2])) if k + 1 in near else None)
        if found:
            return found
    if a.lower[i] in ("it", "we", "they", "he", "she", "i") or any(a.lower[k] in ("its", "our", "we", "us") for k in near):
        return speaker.party or (speaker.name.lower() if speaker.kind == "party" else None)
    armed = head in lexicon.troops() and head not in ("men", "people")
    names = [k for k in near if a.names[k].endswith("ORG") and words[k][0].isupper() and a.upos[k] != "DET"]
    if not names and armed:
        names = [
            k
            for k in near
            if k != i
            and words[k][0].isupper()
            and a.upos[k] != "DET"
            and not a.names[k].endswith(("PER", "LOC"))
            and a.unit.sentences[k - 1] == a.unit.sentences[k]
        ]
    if names and (armed or a.names[i].endswith("ORG")):
        return _joined(a, names)
    if head in _PLAIN_FORCES and speaker.kind in ("military", "government", "police"):
        return speaker.party
    return head if rebels and head not in ("bomber", "bombers") else None


def _joined(a: Analysis, names: list[int]) -> str:
    """A name from its first capital to its last, in small letters: "front for the liberation of cabinda", "red-tabara"."""
    out, end = "", None
    for k in range(names[0], names[-1] + 1):
        start, stop = a.unit.spans[k]
        out += (" " if end is not None and start > end else "") + a.lower[k]
        end = stop
    return out.removeprefix("the ")


def in_clause(a: Analysis, i: int, head: int) -> bool:
    """True where the word stands in a clause or a conjunct inside the noun phrase of `head`."""
    while i != head and i >= 0:
        if a.rels[i] in ("acl:relcl", "acl", "conj", "parataxis", "appos", "advcl"):
            return True
        i = a.heads[i]
    return False


def is_nation(by: str | None) -> bool:
    """True for the name of a country."""
    return by is not None and country_of(by) is not None


def mishap(text: str, within: Span) -> bool:
    """True where a stretch of the text tells of what kills without a weapon: a crash, a fire, a flood."""
    return _mishaps().search(text, *within) is not None


@cache
def _mishaps() -> re.Pattern[str]:
    words = sorted(packs.table("harm")["weapons"]["mishaps"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)


def cause(by: str | None, weapon: str | None = None, text: str | None = None, span: Span | None = None) -> Cause | None:
    """A cause, or None where neither a weapon nor a doer is known."""
    words = text or by or weapon
    return Cause(text=words, weapon=weapon, by=by, span=span) if words else None


@lru_cache(maxsize=2)
def _weapons(text: str) -> tuple[Span, ...]:
    """Where a text names weapons."""
    return tuple((m.start(), m.end() - 1) for m in _arms().finditer(f"\n{lowered(text)}"))


@cache
def _arms() -> re.Pattern[str]:
    """Finds a weapon in lower case with the sign before it: a pattern that begins with one kind of sign leaps over the rest."""
    table = packs.table("harm")["weapons"]
    forms = {f.lower() for w in table["words"] for f in lexicon.inflect(w, verb=False)} | {w.lower() for w in table["named"]}
    by_start: dict[str, list[str]] = {}
    for w in sorted(forms, key=lambda w: (-len(w), w)):
        by_start.setdefault(w[0], []).append(w[1:])
    starts = "".join(map(re.escape, sorted(by_start)))
    branches = (re.escape(start) + "(?:" + "|".join(map(re.escape, rest)) + ")" for start, rest in sorted(by_start.items()))
    return re.compile(rf"\W(?=[{starts}])(?:" + "|".join(branches) + r")(?!\w)")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, packs.table("harm")["weapons"]["named"])) + r")\b")
