"""What stance does a cue express, and how much certainty do its words leave?

Stances are in `packs/en/cues`, wordings and numbers in `packs/en/certainty`; a certainty is the probability that the speaker
gives the content, as a closed interval within [0, 1].
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import cast

from sayso.model import Stance
from sayso.packs import table

Interval = tuple[float, float]
MORE_NOT = 0.5
"""Upper end of a certainty below which a wording says that it is rather not so."""


@cache
def listed(topic: str, section: str, key: str) -> tuple[str, ...]:
    """A comma-separated list of a pack's table."""
    return tuple(w.strip() for w in table(topic)[section][key].split(",") if w.strip())


@cache
def listed_set(topic: str, section: str, key: str) -> frozenset[str]:
    """The same list as a set, for asking whether a word is on it."""
    return frozenset(listed(topic, section, key))


def stance_of(form: str) -> Stance | None:
    """The stance of a verb form in lower case ("feared": fears), or None for a word that attributes nothing."""
    return _verbs().get(form)


def stance_of_noun(form: str) -> Stance | None:
    """The stance of a noun of saying in lower case ("confirmation": confirms), or None."""
    return _nouns().get(form)


@cache
def verbs_of(*stances: Stance) -> frozenset[str]:
    """Every verb form of some stances in lower case; of all where none is named."""
    return frozenset(form for form, stance in _verbs().items() if not stances or stance in stances)


@cache
def nouns_of_saying() -> frozenset[str]:
    """Every noun of saying in lower case, plurals too."""
    return frozenset(_nouns())


@cache
def clause_verbs() -> frozenset[str]:
    """Every form of the verbs of saying that take a clause ("said that ...")."""
    return frozenset(f for verb in listed("cues", "clause", "verbs") for f in forms(verb))


def takes_clause(form: str) -> bool:
    """True for a form of a verb of saying that takes a clause ("said that ...")."""
    return form in clause_verbs()


def stance_of_cue(words: Sequence[str]) -> Stance:
    """The stance of a cue's words in lower case: the first that is more than saying, turned round where the cue negates it."""
    return _judged(tuple(words))[0]


def certainty_of_cue(words: Sequence[str]) -> Interval:
    """The certainty that a cue's words in lower case leave: by its verb, its stance, and whether it is negated."""
    return _judged(tuple(words))[1]


def certainty(stance: Stance, hedges: Iterable[Interval] = ()) -> Interval:
    """The certainty of a stance, lowered to the lowest of the hedges in the clause.

    **Source:** the pack's tables [stances] and [wordings], whose head names each survey and yardstick.
    """
    low, high = interval(table("certainty")["stances"][stance])
    for h in hedges:
        low, high = min(low, h[0]), min(high, h[1])
    return low, high


@cache
def interval(row: str) -> Interval:
    """What a row of the pack's sources says: the 10th to the 90th percentile of a survey, or the span of all yardsticks."""
    source, _, name = row.partition("/")
    sources = table("certainty")
    if source == "yardstick":
        found = [y[name] for y in sources[source].values() if name in y]
        return min(low for low, _ in found) / 100, max(high for _, high in found) / 100
    numbers = sources[source][name]
    return numbers[0] / 100, numbers[-1] / 100


@cache
def wordings() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Every hedging wording as words in lower case with the row of its certainty, the longest first."""
    rows = table("certainty")["wordings"]
    found = [(tuple(w.split()), row) for row in rows for w in listed("certainty", "wordings", row)]
    return tuple(sorted(found, key=lambda f: (-len(f[0]), f[0])))


def hedge_of(words: str) -> Interval | None:
    """What a hedging wording in lower case leaves of certainty ("may", "almost certainly"), or None."""
    row = dict(wordings()).get(tuple(words.split()))
    return interval(row) if row else None


def passive_of(word: str) -> tuple[Stance | None, str] | None:
    """What an impersonal passive lends to the nearest speaker ("were believed to"): a stance or None, and a certainty's row."""
    found = table("certainty")["passive"].get(word)
    return (cast("Stance", found[0]) if found[0] else None, str(found[1])) if found else None


@cache
def passives() -> frozenset[str]:
    """The impersonal passives in lower case."""
    return frozenset(table("certainty")["passive"])


def negations(words: Sequence[str]) -> int:
    """How many words or pairs of words in lower case negate what a cue says: "did not", "has yet to", "refused to"."""
    pairs, single = listed_set("certainty", "negations", "pairs"), listed_set("certainty", "negations", "words")
    return sum(w in single for w in words) + sum(" ".join(p) in pairs and p[0] not in single for p in pairwise(words))


@cache
def _judged(words: tuple[str, ...]) -> tuple[Stance, Interval]:
    """The stance and the certainty of a cue's words."""
    phrase = next((s for w, s in _phrases() if _holds(words, w)), None)
    if phrase is not None and not negations(words):
        return phrase, certainty(phrase)
    verbs = [w for w in words if stance_of(w)]
    found = [s for s in map(stance_of, verbs) if s] or [s for s in map(stance_of_noun, words) if s]
    more = [s for s in found if s != "says"]
    stance: Stance = next((s for s in more if s != "reports"), more[0] if more else "says")
    if len({"neither", "nor"} & set(words)) == 2:
        return "says", interval("prior/open")
    row = next((r for w, r in wordings() if len(w) > 1 and _holds(words, w)), None) if not verbs else None
    if row is not None:
        left = interval(row)
        return "doubts" if left[1] < MORE_NOT else "says", left
    if negations(words) % 2:
        turned, row = table("certainty")["negated"][stance]
        return cast("Stance", turned), interval(row)
    own = [_strengths()[w] for w in words if w in _strengths() and stance_of(w) in (None, stance)]
    hedges = [h for h in map(hedge_of, words) if h] if not verbs else []
    return stance, own[0] if own else certainty(stance, hedges)


def _holds(words: tuple[str, ...], wording: tuple[str, ...]) -> bool:
    """True where a wording stands among the words, gaps of it aside."""
    bare = tuple(w for w in wording if w != "_")
    if bare and bare[0] not in words:
        return False
    return any(words[i : i + len(bare)] == bare for i in range(len(words)))


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], Stance], ...]:
    """The phrases that have a stance of their own, whatever noun stands behind them: "took back its claim"."""
    rows = table("cues")["phrases"]
    return tuple((tuple(w.split()), cast("Stance", stance)) for stance in rows for w in listed("cues", "phrases", stance))


@cache
def _strengths() -> dict[str, Interval]:
    """What each form of a verb that is surer or less sure than its stance leaves of certainty."""
    rows = table("certainty")["strength"]
    return {f: interval(row) for row in rows for verb in listed("certainty", "strength", row) for f in forms(verb)}


def forms(verb: str) -> tuple[str, ...]:
    """The forms of a verb: base, third person, past, participles."""
    irregular = table("cues")["irregular"].get(verb)
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        third = verb + "es"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    going = verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else verb + "ing"
    past = tuple(w.strip() for w in irregular.split(",")) if irregular else (verb + "d" if verb.endswith("e") else verb + "ed",)
    return (verb, third, going, *past)


@cache
def all_forms(section: str, key: str) -> frozenset[str]:
    """Every form of the verbs that a list of the pack gives in their base form."""
    return frozenset(f for verb in listed("cues", section, key) for f in forms(verb))


@cache
def _verbs() -> dict[str, Stance]:
    out: dict[str, Stance] = {}
    for stance in table("cues")["verbs"]:
        for verb in listed("cues", "verbs", stance):
            for form in forms(verb):
                out.setdefault(form, cast("Stance", stance))
    return out


@cache
def _nouns() -> dict[str, Stance]:
    """The nouns of saying, and what has an "s" behind one."""
    nouns = table("cues")["nouns"]
    out = {w: cast("Stance", stance) for stance in nouns for w in listed("cues", "nouns", stance)}
    return {**{w + "s": stance for w, stance in out.items()}, **out}
