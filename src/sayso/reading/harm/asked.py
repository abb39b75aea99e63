"""Which harm does a question ask of, so that a bare figure in reply tells of it: "How many dead are there? Twelve."?"""

import re

from sayso.model import Outcome
from sayso.reading.words import lexicon

_REACH = 300
"""Letters between a question and a figure in reply. Source: set by hand."""
_WORD = re.compile(r"[a-z]+")
_ENDS = re.compile(r"[.?!:;\n]")
_HARM: frozenset[Outcome] = frozenset(("killed", "wounded", "casualties", "missing", "captured", "displaced"))


def asked(text: str, at: int, since: int = 0) -> Outcome | None:
    """The outcome that the last question before a place asks of, direct or after "how many"; None where none does.

    A figure told behind the question, at `since`, has answered it.
    """
    start = max(since, at - _REACH)
    window = text[start:at]
    mark, many = window.rfind("?"), window.lower().rfind("how many")
    if mark < 0 and many < 0:
        return None
    if mark > many and "\n\n" not in window[:mark]:
        before = [m.end() for m in _ENDS.finditer(window, 0, mark)]
        words = _WORD.findall(window[before[-1] if before else 0 : mark].lower())
    else:
        first = max(many, 0)
        end = next((m.start() for m in re.finditer(r"[.?!;,\n]", window[first:])), len(window))
        words = _WORD.findall(window[first : first + end].lower())
    told = [s.outcome for w in words for s in lexicon.senses().get(w, ()) if s.outcome in _HARM]
    if told:
        return told[-1]
    return "deployed" if "many" in words and any(w in lexicon.troops() for w in words) else None
