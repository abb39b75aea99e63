"""Who suffered, and with what and by whom: the noun phrase's nation and role, the weapon and the side that used it."""

import re
from dataclasses import dataclass
from functools import cache

from sayso import packs
from sayso.model import Cause, Group, Role, Span
from sayso.reading import lexicon
from sayso.reading.analysis import Analysis
from sayso.reading.counts import phrase
from sayso.reading.nations import nation, nation_words

_GENERIC = frozenset(("other", "others", "man", "men", "people", "person", "persons", "victim", "victims", "member", "members", "casualty", "casualties",
    "dead", "wounded", "injured", "missing", "death", "deaths", "body", "bodies", "them", "they", "he", "she", "one", "loss", "losses", "troop", "troops",
    "soldier", "soldiers", "officer", "officers", "personnel", "fatality", "fatalities"))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A group, and whether its words alone say who they are."""

    group: Group | None
    generic: bool


def group(a: Analysis, head: int, text: str) -> Found:
    """The group that a noun phrase names."""
    if a.upos[head] in ("NUM", "PRON") or a.rels[head] == "nummod":
        return Found(group=None, generic=True)
    span = phrase(a, head)
    whole = a.subtree(head)
    near = [i for i in sorted(whole) if not _in_clause(a, i, head)]
    reach = text[a.unit.spans[near[0]][0] : a.unit.spans[near[-1]][1]] if near else text[span[0] : span[1]]
    found = next((w.nation for w in nation_words(text[span[0] : span[1]])), None) or next((w.nation for w in nation_words(reach)), None)
    who = role(a, head, near)
    words = text[span[0] : span[1]]
    generic = found is None and a.lower[head] in _GENERIC
    return Found(group=Group(text=words, nation=found, role=who, span=span), generic=generic)


def role(a: Analysis, head: int, near: list[int]) -> Role | None:
    """Soldier, civilian, armed group or police, by the head and, where it is silent, by its modifiers."""
    own = lexicon.role(a.lower[head])
    if own is not None:
        return own
    for i in near:
        word = a.lower[i]
        if word in ("civilian", "military", "army", "naval", "troops", "combat"):
            return "civilian" if word == "civilian" else "military"
        if i != head and a.rels[i] in ("nmod", "compound", "appos", "amod"):
            found = lexicon.role(word)
            if found is not None:
                return found
        if word in lexicon.units() and i != head:
            return "military"
    return None


def _in_clause(a: Analysis, i: int, head: int) -> bool:
    """True where the word stands in a clause or a conjunct inside the noun phrase."""
    while i != head and i >= 0:
        if a.rels[i] in ("acl:relcl", "acl", "conj", "parataxis", "appos", "advcl"):
            return True
        i = a.heads[i]
    return False


@cache
def _weapons() -> re.Pattern[str]:
    table = packs.table("harm")["weapons"]
    forms = sorted({f for w in table["words"] for f in lexicon.inflect(w, verb=False)} | {w.lower() for w in table["named"]}, key=lambda w: (-len(w), w))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b", re.IGNORECASE)


@cache
def _named() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, packs.table("harm")["weapons"]["named"])) + r")\b")


def cause(text: str, sentence: Span, near: Span, by: str | None) -> Cause | None:
    """The weapon that the sentence names nearest to the claim, and whose it is; None where it names none and nobody."""
    piece = text[sentence[0] : sentence[1]]
    hits = list(_weapons().finditer(piece))
    if not hits:
        return Cause(text=by, by=by) if by else None
    middle = (near[0] + near[1]) / 2 - sentence[0]
    best = min(hits, key=lambda m: (abs((m.start() + m.end()) / 2 - middle), m.start()))
    proper = _named().search(piece)
    weapon = proper.group() if proper else best.group()
    if by is None:
        before = [w for w in nation_words(piece[max(0, best.start() - 60) : best.start()]) if not _supplied(piece, max(0, best.start() - 60) + w.span[1])]
        by = before[-1].nation if before else None
    start, end = sentence[0] + best.start(), sentence[0] + best.end()
    return Cause(text=text[start:end], weapon=weapon, by=by, span=(start, end))


def _supplied(piece: str, end: int) -> bool:
    """True for "UK-supplied", "Iranian-made": whose weapon it was, not who used it."""
    return bool(re.match(r"-(?:supplied|made|built|donated|provided|designed|backed)", piece[end : end + 12]))


def side(a: Analysis, i: int | None, party: str | None) -> str | None:
    """Whose an agent is: a nation by its words ("Ukrainian forces", "Russia"), the speaker's own side ("its troops"), or a named group."""
    if i is None:
        return None
    near = [k for k in sorted(a.subtree(i)) if not _in_clause(a, k, i)]
    words = a.unit.words
    for k in near:
        found = nation(words[k]) or (nation(" ".join(words[k : k + 2])) if k + 1 in near else None)
        if found:
            return found
    if any(a.lower[k] in ("its", "our", "we", "us") for k in near):
        return party
    named = [k for k in near if a.names[k].endswith("ORG")]
    return " ".join(a.lower[k] for k in named) or None
