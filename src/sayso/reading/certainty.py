"""What stance does a cue express, and how much certainty do its words leave?

Stances and numbers are in `packs/en/cues`; the numbers are probabilities that the speaker gives the content.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import cast

from sayso.model import Stance
from sayso.packs import table

Interval = tuple[float, float]

_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "neither", "unable", "refused", "declined"))
_TURNED: dict[Stance, Stance] = {"believes": "denies", "confirms": "doubts", "reports": "says"}
"""What a negated cue comes to: who does not believe it denies it, who cannot confirm it doubts it."""


@cache
def listed(topic: str, section: str, key: str) -> tuple[str, ...]:
    """A comma-separated list of a pack's table."""
    return tuple(w.strip() for w in table(topic)[section][key].split(",") if w.strip())


def stance_of(form: str) -> Stance | None:
    """The stance of a verb form in lower case ("feared": fears), or None for a word that attributes nothing."""
    return _verbs().get(form)


def stance_of_noun(form: str) -> Stance | None:
    """The stance of a noun of saying in lower case ("confirmation": confirms), or None."""
    return _nouns().get(form) or (_nouns().get(form[:-1]) if form.endswith("s") else None)


def takes_clause(form: str) -> bool:
    """True for a form of a verb of saying that takes a clause ("said that ...")."""
    return form in _clause_verbs()


def stance_of_cue(words: Sequence[str]) -> Stance:
    """The stance of a cue's words in lower case: the first that is more than saying, turned round where the cue negates it."""
    found = [s for s in map(stance_of, words) if s] or [s for s in map(stance_of_noun, words) if s]
    stance: Stance = next((s for s in found if s != "says"), "says")
    if len({"neither", "nor"} & set(words)) == 2:
        return "says"
    if any(w in _NEGATIONS for w in words):
        return _TURNED.get(stance, stance)
    return stance


def certainty(stance: Stance, hedges: Iterable[Interval] = ()) -> Interval:
    """The certainty of a stance, lowered to the lowest of the hedges in the clause.

    Source: the table [certainty] and [hedges] of the pack, from ICD 203 and a survey of probability phrases (n = 5,174).
    """
    low, high = table("cues")["certainty"][stance]
    for h in hedges:
        low, high = min(low, h[0]), min(high, h[1])
    return float(low), float(high)


def hedge_of(word: str) -> Interval | None:
    """What a modal or an adverb in lower case leaves of certainty ("may", "reportedly"), or None."""
    found = table("cues")["hedges"].get(word)
    return (float(found[0]), float(found[1])) if found else None


def passive_of(word: str) -> tuple[Stance | None, Interval] | None:
    """What an impersonal passive lends to the nearest speaker ("were believed to"): a stance or None, and a certainty."""
    found = table("cues")["passive"].get(word)
    return (cast("Stance", found[0]) if found[0] else None, (float(found[1]), float(found[2]))) if found else None


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
    nouns = table("cues")["nouns"]
    return {w: cast("Stance", stance) for stance in nouns for w in listed("cues", "nouns", stance)}


@cache
def _clause_verbs() -> frozenset[str]:
    return frozenset(f for verb in listed("cues", "clause", "verbs") for f in forms(verb))
