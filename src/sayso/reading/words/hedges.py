"""Which clauses of a unit are hedged, by which words, and how much certainty is left?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.model import Stance
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.certainty import MORE_NOT, Interval, interval, listed, passive_of, passives, stance_of_noun, wordings
from sayso.reading.words.clauses import SUBJECTS, clause_end, found_at, phrase, subject
from sayso.reading.words.offers import Range

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re"))
_FATES = ("dead", "killed", "drowned", "buried", "lost", "trapped", "wounded", "captured")
_OWN = ("conj", "parataxis", "advcl")
_CLAUSES = ("ccomp", "csubj", "csubj:pass", "acl", "acl:relcl", "xcomp", "advcl")
_BELIEF = "panel/we believe"
_NOT = ("not", "n't", "n’t", "cannot")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """Hedging words, the words of their clause, the stance they lend to the speaker (None: none) and the certainty they leave.

    `verb` is the word that they hang on: where it is a cue of saying, whoever passes the words on is the one who hedges.
    `row` is the pack's row of that certainty.
    """

    words: Range
    verb: int
    scope: Range
    stance: Stance | None
    left: Interval
    row: str

    @property
    def predicate(self) -> bool:
        """True for words that say of a clause how likely it is ("it is unlikely that"), and no adverb or modal within it."""
        return self.words[0] <= self.verb < self.words[1]

    @property
    def itself(self) -> bool:
        """True for words that are a cue themselves ("is not sure that", "we believe") and hedge no other one."""
        return self.predicate and self.words[1] - self.words[0] > 1


def hedges(a: Analysis) -> tuple[Hedge, ...]:
    """The hedges of a unit in order: "were believed to", "feared dead", "may well", "it is unlikely that", "reportedly"."""
    return tuple(sorted((*_passives(a), *_worded(a)), key=lambda h: h.words))


def stacked(found: Sequence[Hedge]) -> list[Hedge]:
    """The hedges, each leaving no more certainty than any whose clause embraces its own: "may reportedly"."""
    held = [(h, [g.left for g in found if g.scope[0] <= h.scope[0] and h.scope[1] <= g.scope[1]]) for h in found]
    return [replace(h, left=(min(low for low, _ in over), min(high for _, high in over))) for h, over in held]


def _passives(a: Analysis) -> Iterator[Hedge]:
    for i in found_at(a, passives()):
        passive = passive_of(a.lower[i])
        if passive is not None and a.xpos[i] in ("VBN", "VBD", "JJ") and _impersonal(a, i):
            stance, row = passive
            yield Hedge(words=(i, i + 1), verb=i, scope=_passive_scope(a, i), stance=stance, left=interval(row), row=row)


def _worded(a: Analysis) -> Iterator[Hedge]:
    """The hedges that the pack lists, each word in the longest wording that fits."""
    done = 0
    for i in found_at(a, _firsts()):
        fits = [(end, row) for tail, row in _by_first()[a.lower[i]] if (end := _fit(a, i + 1, tail))] if i >= done else []
        if not fits:
            continue
        done, row = max(fits)
        hedge = _hedge(a, (i, done), row)
        if hedge is not None:
            yield hedge


def _hedge(a: Analysis, words: Range, row: str) -> Hedge | None:
    top = next((k for k in range(*words) if not words[0] <= a.heads[k] < words[1]), words[0])
    if a.lower[words[0]] == "may" and a.upos[words[0]] != "AUX":
        return None
    bare = words[1] - words[0] == 1 and a.upos[top] in ("ADJ", "NOUN", "VERB") and a.rels[top] != "advmod"
    if bare and not _predicates(a, top) and a.xpos[words[1] : words[1] + 1] != ("VBN",):
        return None
    if a.lower[words[0]] == "could" and words[1] - words[0] == 1 and _unable(a, words[1]):
        return None
    scope, verb = _scope_of(a, words, top)
    left = interval(row)
    stance: Stance | None = "doubts" if left[1] < MORE_NOT else "believes" if row == _BELIEF else None
    return Hedge(words=words, verb=verb, scope=scope, stance=stance, left=left, row=row)


def _unable(a: Analysis, i: int) -> bool:
    """True for "could not reach", where nothing is left open; "could not have" goes on doubting."""
    return a.lower[i : i + 1] in (("not",), ("n't",), ("n’t",)) and a.lower[i + 1 : i + 2] != ("have",)


def _predicates(a: Analysis, top: int) -> bool:
    """True for a word that says of a clause or a report how likely it is: "likely to have", "alleged deaths"."""
    if a.rels[top] == "amod":
        return True
    joined = a.lower[top + 1 : top + 2]
    return any(a.rels[c] in _CLAUSES for c in a.children[top]) or joined in (("that",), ("to",), ("dead",), ("lost",))


def _scope_of(a: Analysis, words: Range, top: int) -> tuple[Range, int]:
    """The words that a hedge colours, and the word that it hangs on."""
    after = words[1]
    if a.lower[words[0]] in ("i", "we"):
        return (words[0], max(clause_end(a, after), after)), top
    if a.upos[top] in ("ADJ", "ADV") and a.xpos[after : after + 1] in (("VBN",), ("VBD",)) and a.lower[words[0] - 1] in _BE:
        return _scope(a, after), after  # "were likely killed", where the grammar sees two words side by side
    if a.lower[words[0]] == "if" and a.heads[top] >= 0:
        return _scope(a, a.heads[top]), a.heads[top]
    if a.rels[top] == "amod" and a.heads[top] >= 0:
        noun = a.heads[top]
        above = a.heads[noun]
        content = above >= 0 and any(a.rels[c] == "ccomp" for c in a.children[above])
        of_clause = above >= 0 and (a.rels[noun] == "obl" or (a.rels[noun] in SUBJECTS and content))
        told = of_clause and stance_of_noun(a.lower[noun]) is not None
        return _scope(a, above if told else noun), noun
    if a.upos[top] != "AUX" and a.lower[words[1] : words[1] + 1] in (("that",), ("to",), ("of",)):
        below = a.subtree(top) | set(range(*words))
        who = subject(a, top)
        start = phrase(a, who)[0] if who is not None and who < words[0] else words[0]
        return (start, max(max(below) + 1, clause_end(a, words[1]))), top
    if a.upos[top] in ("VERB", "ADJ", "NOUN") and a.rels[top] not in ("obl", "advmod"):
        return _scope(a, top), top
    head = a.heads[top] if a.heads[top] >= 0 else top
    return _scope(a, head), head


def _fit(a: Analysis, i: int, tail: tuple[str, ...]) -> int:
    """Where the rest of a wording ends that goes on at a word; 0 where it does not fit."""
    if not tail:
        return i
    if tail[0] == "_":
        spare = [n for n in (0, 1, 2, 3) if all(w in listed("certainty", "between", "words") for w in a.lower[i : i + n])]
        return next((end for n in spare if (end := _fit(a, i + n, tail[1:]))), 0)
    return _fit(a, i + 1, tail[1:]) if a.lower[i : i + 1] == (tail[0],) else 0


@cache
def _by_first() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The wordings by their first word; those with "not" also with its short forms."""
    out: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for words, row in wordings():
        for first in _NOT[:3] if words[0] == "not" else words[:1]:
            out[first] = (*out.get(first, ()), (words[1:], row))
    return out


@cache
def _firsts() -> frozenset[str]:
    return frozenset(_by_first())


def _impersonal(a: Analysis, i: int) -> bool:
    """True for a passive that goes on with "to", "that" or an adjective ("feared dead"): nobody is named who believes."""
    if any(a.rels[c] == "obl:agent" and any(a.lower[k] == "by" for k in a.children[c]) for c in a.children[i]):
        return False
    after = a.lower[i + 1] if i + 1 < len(a) else ""
    passive = any(w in _BE for w in a.lower[max(0, i - 3) : i])
    return (passive and after in ("to", "that", *_FATES)) or (
        a.lower[i] == "feared" and (after in _FATES or (passive and after != "by"))
    )


def _passive_scope(a: Analysis, i: int) -> Range:
    """From the subject of an impersonal passive to the end of its clause."""
    inner = next((c for c in a.children[i] if a.rels[c] in ("xcomp", "ccomp")), None)
    own = [c for k in (i, inner) if k is not None for c in a.children[k] if a.rels[c] in SUBJECTS and c < i]
    who = own[0] if own else subject(a, i)
    start = phrase(a, who)[0] if who is not None and who < i else max(0, i - 2)
    return start, max(clause_end(a, i), i + 1)


def _scope(a: Analysis, head: int) -> Range:
    """The words of the clause of a head, without the clauses that are joined to it with a subject of their own."""
    keep, stack = set(), [head]
    while stack:
        k = stack.pop()
        keep.add(k)
        for c in a.children[k]:
            own = a.rels[c] in _OWN and any(a.rels[g].startswith("nsubj") for g in a.children[c])
            if c not in keep and not (own and k == head) and a.rels[c] != "punct":
                stack.append(c)
    return min(keep), max(keep) + 1
