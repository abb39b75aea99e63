"""Is an English noun plural, and what is its singular?"""

from functools import cache
from typing import Any

from sayso.packs import table


def is_plural(word: str) -> bool:
    """Whether a word is a plural by the lists of the pack or by its ending; a possessive plural is one."""
    low = word.lower().rstrip("'\u2019")
    lists = _lists()
    if low in lists["plural"] or (low.endswith(("men", "children")) and len(low) > _STEM and low not in _NOT_MEN):
        return True
    if word[-1:] == "s" and word[:-1].isupper() and len(word) >= _STEM - 1:
        return True  # "GIs", "MPs"
    closed = low in lists["not_plural"] or low.endswith(("ss", "us", "is", "'s", "\u2019s"))
    return len(low) >= _STEM and low.endswith("s") and not closed


def singular(word: str) -> str:
    """The singular of an English noun, by the lists of the pack or by its ending; capitals stay."""
    word = word.removesuffix("'s").removesuffix("\u2019s").rstrip("'\u2019")
    low = word.lower()
    known = _lists()["singular"].get(low)
    if known is not None:
        return str(known)
    if low.endswith("men") and len(low) > _STEM:
        return word[:-3] + "man"
    if low.endswith(("is", "us")) and is_plural(word):
        return word[:-1]  # "Houthis", "GIs"
    if low in _lists()["not_plural"] or not low.endswith("s") or low.endswith(("ss", "us", "is")) or not is_plural(word):
        return word
    for ending, kept in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zzes", "zz")):
        if low.endswith(ending) and len(low) > _STEM:
            return word[: -len(ending)] + kept
    return word[:-1]


def positive(word: str) -> str:
    """The plain form of a superlative in -est ("oldest" is old, "biggest" is big); any other word stays."""
    low = word.lower()
    known = _lists()["superlative"].get(low)
    if known is not None:
        return str(known)
    if not low.endswith("est") or len(low) < _STEM + 2 or low in _lists()["not_superlative"]:
        return word
    if low.endswith("iest"):
        return word[:-4] + "y"
    stem = word[:-3]
    return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "sle" else stem


_STEM = 4
_NOT_MEN = frozenset({"specimen", "regimen", "abdomen", "acumen"})


@cache
def _lists() -> dict[str, Any]:
    """The word lists as sets, and the table of singulars."""
    lists = table("numbers", "nouns")
    return {name: frozenset(words) if isinstance(words, list) else words for name, words in lists.items()}
