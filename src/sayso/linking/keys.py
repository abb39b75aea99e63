"""Which mentions are worth comparing? Those that share a key: a place and some days, a title, or rare words.

No block is compared all against all beyond a fixed size, and each mention keeps a fixed number of partners, so the work grows
with the number of mentions, not with its square.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from sayso.linking.compare import countries, name_words
from sayso.linking.mention import Mention, place_name

_BLOCK = 48
_NEIGHBOURS = 6
_PARTNERS = 16
_RARE_WORDS = 16
_BUCKET_DAYS = 4
_BUCKETS = 4
_CELL_DEGREES = 0.5
_TELLING_DAYS = 4
_NAMED_PLACES = 4


def candidates(mentions: Sequence[Mention]) -> tuple[tuple[int, int], ...]:
    """Pairs of positions worth comparing, each mention with the partners with which it shares most keys, in order."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    places = _by_first_word(mentions)
    own: list[list[list[int]]] = []
    for n, mention in enumerate(mentions):
        mine = [blocks[key] for key in sorted({*keys(mention), *_named(mention, places)})]
        for block in mine:
            block.append(n)
        own.append(mine)
    return tuple(sorted({pair for n, mine in enumerate(own) for pair in _closest(n, mine)}))


def keys(mention: Mention) -> Iterable[tuple[str, ...]]:
    """The keys of a mention: place with days, country with days and outcome, its rarest words; each with its sort of matter."""
    sort = mention.matter
    days = _buckets(mention)
    if mention.where:
        for bucket in days:
            yield sort, "place", place_name(mention.where), bucket
            for cell in _cells(mention):
                yield sort, "cell", cell, bucket
            if mention.where.country:
                for outcome in sorted({c.outcome for c in mention.claims}):
                    yield sort, "country", mention.where.country, bucket, outcome
    rarest = sorted(mention.terms, key=lambda w: (-mention.terms[w], w))
    for word in rarest[:_RARE_WORDS]:
        yield sort, "word", word
    for a, b in pairwise(rarest[: _RARE_WORDS // 2]):
        yield sort, "words", *sorted((a, b))


def _by_first_word(mentions: Sequence[Mention]) -> Mapping[str, tuple[str, ...]]:
    """The names of all places, countries left out, by their first word."""
    names = {place_name(m.where) for m in mentions if m.where} - countries()
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        for first in name_words(name)[:1]:
            found[first].append(name)
    return {first: tuple(each) for first, each in found.items()}


def _named(mention: Mention, places: Mapping[str, tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    """Place keys for the places that a mention names in passing, the few with the weightiest names."""
    named = [
        (-mention.terms[first], name)
        for first in mention.terms
        if first in places
        for name in places[first]
        if all(w in mention.terms for w in name_words(name))
    ]
    for _, name in sorted(named)[:_NAMED_PLACES]:
        for bucket in _buckets(mention):
            yield mention.matter, "place", name, bucket


def _buckets(mention: Mention) -> list[str]:
    """The runs of days that a mention's event may fall in, at most a few: those stated, else those before it was told."""
    if mention.when:
        first, last = mention.when.first, mention.when.last
    elif mention.published:
        first, last = mention.published - timedelta(days=_TELLING_DAYS), mention.published
    else:
        return ["any"]
    numbers = range(_number(first - timedelta(days=1)), _number(last + timedelta(days=1)) + 1)
    return [str(n) for n in numbers] if len(numbers) <= _BUCKETS else [f"{first}:{last}", f"month {last:%Y-%m}"]


def _number(day: date) -> int:
    return day.toordinal() // _BUCKET_DAYS


def _cells(mention: Mention) -> Iterable[str]:
    """The cell of half a degree that holds the place and the nearer neighbour on each axis."""
    where = mention.where
    if where is None or where.lat is None or where.lon is None:
        return
    x, y = where.lon / _CELL_DEGREES, where.lat / _CELL_DEGREES
    for i in sorted({int(x // 1), int((x + 0.5) // 1), int((x - 0.5) // 1)}):
        for j in sorted({int(y // 1), int((y + 0.5) // 1), int((y - 0.5) // 1)}):
            yield f"{i},{j}"


def _closest(n: int, blocks: Iterable[list[int]]) -> Iterable[tuple[int, int]]:
    """A mention with the partners with which it shares most blocks, the first among equals."""
    shared = Counter(partner for block in blocks if len(block) > 1 for partner in _around(n, block))
    del shared[n]
    for partner, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_PARTNERS]:
        yield min(n, partner), max(n, partner)


def _around(n: int, block: list[int]) -> list[int]:
    """All of a small block; of a large one the next few on either side, since mentions stand in order of time."""
    if len(block) <= _BLOCK:
        return block
    at = bisect_left(block, n)
    return block[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
