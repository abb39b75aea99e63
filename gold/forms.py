"""Of what form is an attribution of the gold? Roughly, from its words, to say where recall is lost."""

import re

from gold.rows import Row

_PRONOUNS = frozenset(["he", "she", "they", "we", "i", "you", "it", "who", "that", "this", "these", "those", "one"])
_QUOTES = "\"“”‘’'"
_DOUBLE_QUOTE = re.compile('["“”]')
_PASSIVE = re.compile(r"\b(is|are|was|were|been|be)\b \w+")
_NEW_SENTENCE = re.compile(r"[.!?][\"”’']?\s+[\"“]?[A-Z]")


def forms(item: Row, text: str) -> list[str]:
    """Direct, mixed or indirect first, then whatever else applies."""
    source, cue, content = (_words(item, text, role) for role in ("source", "cue", "content"))
    cue = cue.lower()
    pieces = [text[s:e].strip() for s, e in item["content"]]
    out = [_directness(content, pieces)]
    if not source:
        out.append("no-source")
        if _PASSIVE.search(cue):
            out.append("passive/impersonal")
    elif source.lower() in _PRONOUNS:
        out.append("pronoun-source")
    if "according to" in cue:
        out.append("according-to")
    if source and cue and content and out[0] == "indirect" and _in_order(item):
        out.append("indirect S-V-content")
    if _NEW_SENTENCE.search(content):
        out.append("multi-sentence content")
    if len(item["content"]) > 1:
        out.append("discontinuous content")
    return out


def _words(item: Row, text: str, role: str) -> str:
    return " ".join(text[s:e] for s, e in item[role]).strip()


def _directness(content: str, pieces: list[str]) -> str:
    """Direct: each piece opens or closes with a quote, and so does the whole; mixed: some quote; indirect: none."""
    quoted = bool(pieces) and all(p[:1] in _QUOTES or p[-1:] in _QUOTES for p in pieces)
    whole = bool(content) and content[:1] in _QUOTES and content.rstrip(".,;:?! ")[-1:] in _QUOTES
    if quoted and whole:
        return "direct"
    return "mixed" if _DOUBLE_QUOTE.search(content) else "indirect"


def _in_order(item: Row) -> bool:
    return bool(item["source"][0][0] < item["cue"][0][0] < item["content"][0][0])
