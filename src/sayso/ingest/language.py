"""Is this report in English?

A screen of everyday words settles most reports; a language identifier is loaded for the rest only.
"""

import math
import re
from functools import cache

from sayso import packs
from sayso.ingest.items import InputError
from sayso.reading.furniture import is_foreign

SAMPLE = 600
"""Code points looked at. Source: the identifier is as sure at 600 as at 6,000 (own trial on the dispatches)."""

FEW = 40
"""Letters below which no language can be told."""

SURE = 0.9
"""Probability among the pack's languages above which a text is not taken for English. Source: own choice."""

_WORD = re.compile(r"[a-z']+")


def check(text: str) -> None:
    """Passes a text in English, or one too short to tell.

    Raises: InputError, when it has no letters (`no-text`) or is in another language (`not-english`).
    """
    sample = _sample(text)
    letters = sum(map(str.isalpha, sample))
    if not letters:
        raise InputError("no-text", "there are no words in it")
    if not sample.isascii() and is_foreign(sample):
        raise InputError("not-english", f"looks like {_named(_rank(sample))}")
    if letters < FEW or _reads_english(sample):
        return
    longer = text[:20_000]
    if _reads_english(" ".join(line for line in longer.split("\n") if len(line) > 60)[:SAMPLE]):
        return
    code, probability = _rank(sample)
    if code != "en" and probability > SURE:
        raise InputError("not-english", f"looks like {_named((code, probability))}")


def _sample(text: str) -> str:
    """The first part of the text; where that has hardly a letter, or is in another script, the paragraphs."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) * 4 > len(sample) and (sample.isascii() or not is_foreign(sample)):
        return sample
    paragraphs = sorted(((line for line in text[:200_000].split("\n") if line.strip())), key=len, reverse=True)[:5]
    return "\n".join(paragraphs)[: SAMPLE * 2]


def _reads_english(sample: str) -> bool:
    words = _WORD.findall(sample.lower())
    common, own = _everyday()
    everyday = [w for w in words if w in common]
    return len(everyday) * 7 >= len(words) > 0 and len(own.intersection(everyday)) >= 3


@cache
def _everyday() -> tuple[frozenset[str], frozenset[str]]:
    """The commonest words of English, and those of them that no other language writes alike."""
    table = packs.table("language")
    return frozenset(table["everyday"]), frozenset(table["own"])


def _rank(sample: str) -> tuple[str, float]:
    """The likeliest of the pack's languages and its probability among them."""
    from py3langid import rank  # noqa: PLC0415  loaded only when the everyday words do not settle it

    scores = [(code, float(score)) for code, score in rank(sample.lower()) if code in packs.table("language")["names"]]
    code, best = max(scores, key=lambda pair: pair[1])
    return code, 1 / sum(math.exp(max(score - best, -700)) for _, score in scores)


def _named(ranked: tuple[str, float]) -> str:
    return f"{packs.table('language')['names'][ranked[0]]} ({ranked[0]})"
