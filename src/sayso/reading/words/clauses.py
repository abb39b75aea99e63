"""Where do sentences, clauses and noun phrases begin and end in a unit, and which noun phrase is a verb's subject?"""

from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import stance_of
from sayso.reading.words.offers import Range

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
"""Relations of a subject to its verb."""

BEFORE = frozenset(("DT", "JJ", "JJS", "JJR", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "CD", "HYPH"))
"""Parts of speech that may stand before the head of a noun phrase."""

_BREAKS = frozenset(("but", "while", "whereas", "although", "though"))


def sentence_range(a: Analysis, i: int) -> Range:
    """The words of the sentence in which a word stands."""
    ranges = a.unit.ranges
    return ranges[i] if i < len(ranges) else ranges[-1]


def found_at(a: Analysis, words: frozenset[str]) -> list[int]:
    """Where one of some words in lower case stands, in order: most units have none, and are left at once."""
    return [] if words.isdisjoint(a.vocabulary) else [i for i, w in enumerate(a.lower) if w in words]


def clause_end(a: Analysis, i: int) -> int:
    """Where the clause that goes on after a word ends: a semicolon, ", but", a full stop, a new clause with its own subject."""
    _, end = sentence_range(a, i)
    k = i
    while k < end:
        w = a.lower[k]
        after = a.lower[k + 1] if k + 1 < end else ""
        if w == ";" or (w in (",", "—", "–") and after in _BREAKS) or (w in _BREAKS and k > i + 1 and w in ("but", "whereas")):
            return k
        if w == "," and (
            after in ("insisting", "quoting", "citing", "adding")
            or (after in ("and", "the", "who", "which") and _new_clause(a, k + 1, end))
        ):
            return k
        if w == "," and after in ("it", "he", "she", "they", "which") and any(stance_of(v) for v in a.lower[k + 2 : k + 4]):
            return k
        k += 1
    while end > i + 1 and a.lower[end - 1] in (".", "!", "?", "”", '"', ")", "]"):
        end -= 1
    return end


def relative(a: Analysis, i: int) -> Range | None:
    """The relative clause between commas in which a word stands: ", who on Monday had spoken of six,"; None where in none."""
    start, end = sentence_range(a, i)
    first = next((k for k in range(i, start, -1) if a.lower[k] == ","), None)
    if first is None or a.lower[first + 1] not in ("who", "which", "whose") or first + 1 >= i:
        return None
    return first + 1, next((k for k in range(i, end) if a.lower[k] == ","), end)


def subject(a: Analysis, verb: int) -> int | None:
    """The subject of a verb, the nearest before it; also of the verb it is joined to or of the clause it is an adjunct of."""
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        found = [c for c in a.children[verb] if a.rels[c] in SUBJECTS]
        if found:
            before = [c for c in found if c < verb]
            return before[-1] if before else found[0]
        if a.rels[verb] in ("conj", "xcomp", "aux", "cop") or (a.rels[verb] in ("advcl", "parataxis") and a.xpos[verb] == "VBG"):
            verb = a.heads[verb]
            if verb < 0:
                return None
        else:
            return None
    return None


def opener(a: Analysis, verb: int) -> Range | None:
    """The noun phrase that fills a sentence up to its verb, where the grammar sees no subject."""
    start, _ = sentence_range(a, verb)
    return (start, verb) if start < verb and all(a.xpos[k] in BEFORE for k in range(start, verb)) else None


def phrase(a: Analysis, head: int) -> Range:
    """The noun phrase of a head: its modifiers before it, and what hangs on it after it up to a verb."""
    start = end = head
    while start > 0:
        k = start - 1
        if a.unit.sentences[k] != a.unit.sentences[head] or a.xpos[k] not in BEFORE or a.lower[k] == "that":
            break
        start = k
    inside = a.subtree(head)
    end = head + 1
    while end < len(a) and end in inside and a.unit.sentences[end] == a.unit.sentences[head]:
        end += 1
    return start, end


def agent_end(a: Analysis, i: int) -> int:
    """Where the noun phrase that begins at a word ends: a comma, "as", a verb."""
    _, end = sentence_range(a, i)
    k = i
    while k < end and a.lower[k] not in (",", ";", "as", "—", ")", ".", "who", "which") and a.upos[k] not in ("VERB", "AUX"):
        k += 1
    return max(k, i + 1)


def left_edge(a: Analysis, i: int) -> int:
    """The first word of the noun phrase that ends with a word."""
    while i > 0 and a.unit.sentences[i - 1] == a.unit.sentences[i] and a.xpos[i - 1] in BEFORE:
        i -= 1
    return i


def number_near(a: Analysis, start: int, end: int) -> bool:
    """True where a number stands among the next words."""
    return any(
        a.xpos[k] == "CD" or a.lower[k] in ("none", "nobody", "dozens", "hundreds") for k in range(start, min(start + 6, end))
    )


def text_of(a: Analysis, start: int, end: int) -> str:
    """Some words as they are written."""
    return " ".join(a.unit.words[start:end]).replace(" 's", "'s").replace(" ’s", "’s").replace(" - ", "-")


def _new_clause(a: Analysis, i: int, end: int) -> bool:
    """True where a joined clause with its own subject begins within the next words."""
    return any(
        a.rels[k] in SUBJECTS and a.rels[a.heads[k]] in ("conj", "parataxis") and a.heads[k] > k
        for k in range(i, min(i + 8, end))
    )
