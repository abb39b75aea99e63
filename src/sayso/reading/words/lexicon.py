"""Which words speak of harm, of troops and of people, and in which frame?

The pack lists base forms; here they are inflected once and laid out for look-up by the word as it stands, in lower case.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from sayso import packs
from sayso.model import OUTCOMES, Outcome, Role

Frame = Literal["transitive", "intransitive", "noun", "state", "body", "toll"]
_FRAMES: tuple[Frame, ...] = ("transitive", "intransitive", "noun", "state", "body", "toll")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One reading of a word: the outcome it reports, its frame and its base form."""

    outcome: Outcome
    frame: Frame
    base: str


def inflect(base: str, *, verb: bool) -> tuple[str, ...]:
    """The forms of a word in lower case, the base first; irregular ones from the pack."""
    irregular = packs.table("harm")["irregular"].get(base)
    if irregular:
        return (base, *irregular)
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        plural, past, doing = base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    elif base.endswith(("s", "x", "ch", "sh")):
        plural, past, doing = base + "es", base + "ed", base + "ing"
    elif base.endswith("e"):
        plural, past, doing = base + "s", base + "d", base[:-1] + "ing"
    else:
        plural, past, doing = base + "s", base + "ed", base + "ing"
    return (base, plural, past, doing) if verb else (base, plural)


@cache
def senses() -> dict[str, tuple[Sense, ...]]:
    """Every form that reports an outcome, with its senses."""
    table = packs.table("harm")
    out: dict[str, list[Sense]] = {}
    for outcome in OUTCOMES[:-1]:
        for frame in _FRAMES:
            for base in table[outcome].get(frame, ()):
                verb = frame in ("transitive", "intransitive")
                forms = (
                    (base,) if frame == "state" and base not in ("captive", "prisoner", "hostage") else inflect(base, verb=verb)
                )
                for form in dict.fromkeys(forms):
                    out.setdefault(form, []).append(Sense(outcome=outcome, frame=frame, base=base))
    return {form: tuple(found) for form, found in out.items()}


@cache
def forms_of_harm() -> frozenset[str]:
    """Every form that reports an outcome."""
    return frozenset(senses())


@cache
def forms(frame: str) -> frozenset[str]:
    """All forms of the verbs of one of the pack's frames: lose, claim, leave, carry, suffer."""
    return frozenset(f for base in packs.table("harm")["frames"][frame] for f in inflect(base, verb=True))


@cache
def listed(frame: str) -> frozenset[str]:
    """The words of a list among the pack's frames, as they stand."""
    return frozenset(packs.table("harm")["frames"][frame])


@cache
def words(section: str, key: str) -> frozenset[str]:
    """The words of a list of the pack, as they stand."""
    return frozenset(packs.table("harm")[section][key])


@cache
def _people() -> dict[str, Role | None]:
    """Every noun for people with its role; None where it has none."""
    table = packs.table("harm")["people"]
    out: dict[str, Role | None] = {}
    for key in ("other", "civilian", "police", "armed_group", "military"):
        role = None if key == "other" else cast("Role", key.replace("_", "-"))
        for base in table[key]:
            for form in inflect(base, verb=False):
                out[form] = role
    for form in ("fighter", "fighters"):
        out[form] = "armed-group"
    return out


@cache
def untruths() -> frozenset[str]:
    """What calls untrue what was told; the words of `made_up` do so of a report alone: an attack may be staged as well."""
    return words("status", "untrue") | words("status", "made_up")


def person(word: str) -> bool:
    """True for a noun that names people, or one whose ending does."""
    low = word.lower()
    return low in _people() or (
        low not in things() and len(low) > 4 and low.endswith(tuple(packs.table("harm")["people"]["suffixes"]))
    )


def role(word: str) -> Role | None:
    """Soldier, civilian, member of an armed group, police; None where the noun does not say."""
    return _people().get(word.lower())


@cache
def things() -> frozenset[str]:
    """Nouns that stand as objects of the same verbs and are no people."""
    return frozenset(f for base in packs.table("harm")["things"]["words"] for f in inflect(base, verb=False))


@cache
def troops() -> frozenset[str]:
    """Nouns for armed people and the units they serve in."""
    table = packs.table("harm")["people"]
    return frozenset(
        f for key in ("military", "armed_group", "unit", "police") for b in table[key] for f in inflect(b, verb=False)
    ) | {"men", "people", "advisers"}


@cache
def units() -> frozenset[str]:
    """Nouns for units, which stand for people who are not counted."""
    return frozenset(f for b in packs.table("harm")["people"]["unit"] for f in inflect(b, verb=False))
