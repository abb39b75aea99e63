"""Which words of a phrase are the name of a body: one that is known, one before what it is, one that its head ends?"""

from itertools import pairwise

from sayso.reading.speakers.voices_names import nobody, owns, words
from sayso.reading.words.analysis import Analysis
from sayso.reading.words.bodies import called
from sayso.reading.words.kinds import heads_of
from sayso.reading.words.nations import nation


def known_run(text: str, a: Analysis, names: list[tuple[int, int]], at: tuple[int, int]) -> tuple[int, int] | None:
    """The run at the head of a phrase, or two runs that a possessive parts, that are the name of a known body."""
    begin, stop = at
    joined = [(s, f) for (s, e), (t, f) in pairwise(names) if t == e + 1 and owns(a, e)]
    return next(((s, e) for s, e in (*joined, *names) if begin <= s < stop <= e and called(words(text, a, s, e))), None)


def before_sort(a: Analysis, names: list[tuple[int, int]], stop: int) -> tuple[int, int] | None:
    """The run that names a medium right before the words of what it is: "the Tasnim news agency"."""
    for s, e in names:
        rest = a.lower[e:stop]
        if any(x <= s and e <= y and tag == "LOC" for x, y, tag in a.entities()) or (s and a.lower[s - 1] in _ONE):
            continue
        sort = bool(rest) and rest[-1] in heads_of("media", "heads") and all(w in _OF_NEWS for w in rest[:-1])
        if sort and (rest[-1] not in ("agency", "network") or len(rest) > 1) and not _adjectival(a, s, e):
            return s, e
    return None


_OF_NEWS = frozenset(("news", "television", "tv", "radio", "daily", "weekly", "telegram"))
_ONE = frozenset(("a", "an", "one", "another"))


def _adjectival(a: Analysis, s: int, e: int) -> bool:
    """True for a run that only says of which people or place a thing is: "Ukrainian", "Tromsø"."""
    return all(nation(a.unit.words[k]) or a.xpos[k].startswith("JJ") or nobody(a, k, k + 1) for k in range(s, e))


def institution_range(a: Analysis, names: list[tuple[int, int]], begin: int, stop: int) -> tuple[int, int] | None:
    """The run that names a body: the one that the head noun ends, or the one right after a head in lower case."""
    for s, e in names:
        if s < stop <= e or e == stop:
            if e - s == 1 and (
                a.lower[s] in heads_of("generic", "words")
                or nobody(a, s, e)
                or (nation(a.unit.words[s]) and s > begin and a.xpos[s] == "JJ")
            ):
                return None
            return (s + 1 if e - s > 1 and a.lower[s] == "the" else s), e
    return None
