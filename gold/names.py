"""Are two speakers one? By name, alias, acronym or part of a name; the unnamed by a shared word or their kind."""

import re

from gold.rows import Row

STOP = frozenset(
    "the a an of in at on to and for its his her their s city town village region district province oblast area near".split()
)
TITLES = frozenset(
    "mr mrs ms dr sir col colonel gen general brig brigadier capt captain maj major lt lieutenant sgt president minister mayor "
    "governor senator spokesman spokeswoman".split()
)
GENERIC = (
    STOP
    | TITLES
    | frozenset(
        "agency ministry service command department army police official officials source sources media union "
        "government group national state he she it they report institute office defence interior".split()
    )
)
_ACRONYM = 3
_POSSESSIVE = re.compile(r"['’]s\b")
_OPENING = re.compile(r"^(The|A|An|One|Two|Three|Several|Some|Its|His|Her|He|She|It|They)\b")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")


def words(name: str | None) -> list[str]:
    """The words of a name that tell it apart, in lower case."""
    plain = _POSSESSIVE.sub("", (name or "").casefold()).replace(".", "").replace("defence", "defense")
    return [w for w in re.findall(r"\w+", plain) if w not in STOP]


def is_description(name: str | None) -> bool:
    """True for "two officials", "the agency", "A lawmaker who attended": nothing capitalised after the first word."""
    return not _CAPITAL.search(_OPENING.sub("", name or "").strip())


def same_speaker(gold: Row, system: Row | None) -> bool:
    """Whether the system's speaker is the gold's; None stands for an empty chain, which is the outlet's own voice."""
    if gold.get("kind") == "outlet":
        return system is None or system.get("kind") == "outlet" or _same_name(gold, system.get("name"))
    if system is None or system.get("kind") == "outlet":
        return False
    if _same_name(gold, system.get("name")):
        return True
    if not (gold.get("unnamed") or gold.get("kind") == "anonymous" or is_description(gold["name"])):
        return False
    told = {w for n in [gold["name"], *gold.get("aliases", [])] for w in words(n)}
    return bool(told & set(words(system.get("name")))) or gold.get("kind") == system.get("kind")


def _same_name(gold: Row, name: str | None) -> bool:
    names = [gold["name"], *gold.get("aliases", [])]
    if not is_description(gold["name"]):
        names = [n for n in names if not is_description(n)] or names[:1]
    return any(_alike(n, name) for n in names)


def _alike(gold: str, name: str | None) -> bool:
    """Equal words, or one the words of a part of the other, or one the acronym of the other in any order of its letters."""
    theirs, ours = words(gold), words(name)
    if theirs and theirs == ours:
        return True
    shared = set(theirs) & set(ours)
    if shared and shared in (set(theirs), set(ours)) and not shared <= GENERIC:
        return True
    plain, other = (re.sub(r"\W", "", (n or "").casefold()) for n in (name, gold))
    return _is_acronym(_acronym(gold), plain) or _is_acronym(_acronym(name), other)


def _acronym(name: str | None) -> str:
    return "".join(w[0] for w in re.findall(r"\w+", name or "") if w[0].isupper()).casefold()


def _is_acronym(letters: str, plain: str) -> bool:
    return len(letters) >= _ACRONYM and len(plain) == len(letters) and sorted(letters) == sorted(plain)
