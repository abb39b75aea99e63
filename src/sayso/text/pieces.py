"""Into which pieces does the reader's model cut a word?

WordPiece over an uncased vocabulary: the longest piece that the vocabulary knows, again and again.
Source: Wu et al. 2016, arXiv:1609.08144, section 4.1; clean-up as in the uncased BERT vocabulary.
"""

import unicodedata
from collections.abc import Mapping

UNKNOWN, START, STOP = 100, 101, 102
"""Ids of [UNK], [CLS] and [SEP] in that vocabulary."""

MOST = 8
"""Most pieces of one word that the model was trained to see."""


class Pieces:
    """A vocabulary that cuts words into pieces and remembers those it has cut."""

    def __init__(self, vocabulary: Mapping[str, int], memory: int = 200_000) -> None:
        self._vocabulary = vocabulary
        self._known: dict[str, tuple[int, ...]] = {}
        self._memory = memory

    def of(self, word: str) -> tuple[int, ...]:
        """The ids of the pieces of one word, between one and `MOST`."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= self._memory:
                self._known.clear()
            found = self._known[word] = self._cut(word)
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        out: list[int] = []
        for part in _parts(word):
            out += self._longest(part)
        return tuple(out[:MOST]) or (UNKNOWN,)

    def _longest(self, part: str) -> list[int]:
        if len(part) > 100:
            return [UNKNOWN]
        out, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                found = self._vocabulary.get(("##" if start else "") + part[start:end])
                if found is not None:
                    out.append(found)
                    start = end
                    break
            else:
                return [UNKNOWN]
        return out


def _parts(word: str) -> list[str]:
    """A word in lower case without accents, cut at marks and between Chinese characters, without control characters."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    out, run = [], ""
    for c in plain:
        if c.isspace() or unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs", "Cn") or c == "\ufffd":
            if c.isspace() and run:
                out.append(run)
                run = ""
            continue
        if _mark(c) or _ideograph(c):
            if run:
                out.append(run)
            out.append(c)
            run = ""
        else:
            run += c
    if run:
        out.append(run)
    return out


def _mark(c: str) -> bool:
    return (c.isascii() and not c.isalnum()) or unicodedata.category(c).startswith("P")


def _ideograph(c: str) -> bool:
    return "\u4e00" <= c <= "\u9fff" or "\u3400" <= c <= "\u4dbf" or "\uf900" <= c <= "\ufaff"
