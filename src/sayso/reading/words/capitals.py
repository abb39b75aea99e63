"""How would a unit that stands in capitals be written in running text: which of its words are names?

The model knows case as the shape of a word, and takes words in capitals for abbreviations. It still tells which of them are
names; read again with these capitalised and the rest in small letters, it parses nearly as well as in running text.
Measured on texts put in capitals: words attached as in the gold 85.2 to 87.0 % of EWT's and 85.5 to 87.3 of GUM's development
parts (87.1 and 87.5 as written), names of GUM 58.5 to 71.3 F (77.3), attributions of PolNeAR all right 61.1 to 64.5 (64.4).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.words import lexicon
from sayso.text.units import Unit

_FEWEST = 4
"""Words in capitals from which a unit is taken to be written so, not to be a list of abbreviations. Source: set by hand."""

_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}")
_NAME = ("NNP", "NNPS")


def in_capitals(words: Sequence[str]) -> bool:
    """True where no word has small letters, but for such as "3d" and "O'Hara's", and some are words."""
    if any(w.islower() and w[0].isalpha() and len(w) > 1 for w in words):
        return False
    return sum(len(w) > 1 and w.isalpha() and w.isupper() for w in words) >= _FEWEST and not any(
        len(w) > 1 and w[0].isupper() and w[1:].islower() for w in words
    )


def running(unit: Unit, xpos: Sequence[str]) -> Unit:
    """The unit as in running text: names by the tags, but no words of harm, and openings of sentences have a capital."""
    out: list[str] = []
    for i, word in enumerate(unit.words):
        opens = i == 0 or unit.sentences[i] != unit.sentences[i - 1]
        named = xpos[i] in _NAME and word.lower() not in lexicon.forms_of_harm()
        out.append(word if _ACRONYM.fullmatch(word) else word.capitalize() if opens or named else word.lower())
    return replace(unit, words=tuple(out))
