"""How much of one text stands word for word in another, and which texts of many are worth comparing?

A text is the set of its runs of four words; two texts are near copies when much of the shorter set stands in the longer.
Signatures of such sets fall into equal buckets when the sets are alike, so near copies are found without comparing all pairs.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

_WORD = re.compile(r"\w+(?:['\u2019]\w+)?")
_SEED = 2031
_SLOTS = 64
_ROWS = 2
_BUCKET = 64


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without punctuation."""
    return tuple(_WORD.findall(text.casefold()))


def shingles(text: str, size: int = 4) -> frozenset[int]:
    """The set of runs of `size` words, each as a 32-bit number; a shorter text is one run.

    Source: word 4-grams as in the study of text reuse in newswire by Clough et al. (METER, ACL 2002); CRC-32 as the number.
    """
    found = words(text)
    if len(found) <= size:
        return frozenset({zlib.crc32(" ".join(found).encode())}) if found else frozenset()
    return frozenset(zlib.crc32(" ".join(found[i : i + size]).encode()) for i in range(len(found) - size + 1))


def containment(a: frozenset[int], b: frozenset[int]) -> float:
    """The share of the smaller set that stands in the other, in [0, 1]; 0 when either is empty.

    Source: Broder, On the resemblance and containment of documents (1997).
    """
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def minhash(runs: frozenset[int], slots: int = _SLOTS) -> tuple[int, ...]:
    """A signature of `slots` numbers; two sets agree in a slot with the probability of their resemblance. Empty for no runs.

    Source: Broder (1997), with multiply-add hashing modulo 2^64 as in Dietzfelbinger et al. (1997).
    """
    if not runs:
        return ()
    values = np.fromiter(runs, dtype=np.uint64, count=len(runs))
    factors, shifts = _hashes(slots)
    return tuple(int(x) for x in (values[:, None] * factors[None, :] + shifts[None, :]).min(axis=0))


def candidates(signatures: Sequence[tuple[int, ...]], rows: int = _ROWS) -> tuple[tuple[int, int], ...]:
    """The pairs of positions whose signatures agree in a band of `rows` slots, in order; a crowded bucket pairs neighbours only.

    Source: locality-sensitive hashing by bands, Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, chapter 3.
    With 32 bands of 2 a resemblance of 0.3 is found with a chance of 0.95.
    """
    buckets: dict[tuple[int, tuple[int, ...]], list[int]] = defaultdict(list)
    for n, signature in enumerate(signatures):
        for band in range(0, len(signature) - rows + 1, rows):
            buckets[band, signature[band : band + rows]].append(n)
    return tuple(sorted({pair for members in buckets.values() for pair in _pairs(members)}))


def _pairs(members: list[int]) -> Iterable[tuple[int, int]]:
    for i, a in enumerate(members):
        for b in members[i + 1 : i + 1 + (_BUCKET if len(members) <= _BUCKET else 1)]:
            yield a, b


def _hashes(slots: int) -> tuple["np.ndarray[tuple[int], np.dtype[np.uint64]]", "np.ndarray[tuple[int], np.dtype[np.uint64]]"]:
    """Odd factors and shifts: a fixed sequence (splitmix64), so that the same text always gets the same signature."""
    state, out = _SEED, []
    for _ in range(2 * slots):
        state = (state + 0x9E3779B97F4A7C15) % 2**64
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) % 2**64
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) % 2**64
        out.append(z ^ (z >> 31))
    return np.array([x | 1 for x in out[:slots]], dtype=np.uint64), np.array(out[slots:], dtype=np.uint64)
