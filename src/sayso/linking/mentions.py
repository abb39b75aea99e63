"""What does each document say of each matter it speaks of: its words, days and place?"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from sayso.linking.entries import entry
from sayso.linking.matters import Group, agreed_when, agreed_where, main_matter, matters
from sayso.linking.mention import Mention, place_name
from sayso.linking.sides import sides
from sayso.model import Claim, Document
from sayso.packs import table
from sayso.text.fingerprints import words

_NAME = re.compile(r"\b([A-Z][a-z]+) (?=([A-Z][a-z]+)\b)")
"""Finds two capitalised words in a row, overlapping ones too."""

_MOST_LETTERS = 3000
_MOST_TERMS = 120
_TITLE_COUNTS = 3
_UNSEEN = 50
_SHORT = 2
_TWO = 2


def mentions(documents: Sequence[Document], claims: Iterable[Claim], apart: frozenset[tuple[str, str]]) -> tuple[Mention, ...]:
    """Every matter of every document, in order; a document whose own matter has no claims is one mention without claims.

    `apart` holds pairs of claim ids that a person has put asunder.
    """
    told: dict[str, list[Claim]] = {d.id: [] for d in documents}
    for claim in sorted(claims, key=lambda c: (c.document, c.span, c.id)):
        if claim.document in told:
            told[claim.document].append(claim)
    weights = _rarity(_bag(_whole(d)) for d in documents)
    found = [m for d in documents for m in _of_document(d, told[d.id], weights, apart)]
    centre = _centre(found)
    found = [replace(m, usual=math.fsum(x * centre[w] for w, x in m.terms.items())) for m in found]
    return tuple(sorted(found, key=lambda m: m.order))


def _centre(found: Sequence[Mention]) -> Mapping[str, float]:
    """The mean of the words of all main matters, as if `_UNSEEN` more told of other things: a set may be all about one event."""
    sums: dict[str, list[float]] = defaultdict(list)
    main = [m.terms for m in found if m.main]
    for terms in main:
        for word, weight in terms.items():
            sums[word].append(weight)
    means = {w: math.fsum(each) / (len(main) + _UNSEEN) for w, each in sums.items()}
    return defaultdict(float, means)


def _of_document(
    document: Document, claims: list[Claim], weights: Mapping[str, float], apart: frozenset[tuple[str, str]]
) -> Iterable[Mention]:
    groups = matters(claims, apart | _entries_apart(document.text, claims))
    main = main_matter(groups, document)
    for group in groups:
        if group is main:
            yield _mention(document, group, _unit(_bag(_whole(document)), weights), main=True)
        else:
            yield _mention(document, group, _unit(_bag(_around(document, group.claims)), weights), main=False)
    if main is None:
        yield _mention(document, Group(sort="incident"), _unit(_bag(_whole(document)), weights), main=True)


def _entries_apart(text: str, claims: Sequence[Claim]) -> frozenset[tuple[str, str]]:
    """Pairs of claims, by id, of two entries of a live blog, each its own matter unless both entries name one place."""
    told = [(c, entry(text, c.span[0])) for c in claims]
    if len({n for _, n in told}) < _TWO:
        return frozenset()
    own = {c.id: _named_in(text, c, n) for c, n in told}
    pairs = ((a.id, b.id) for (a, n), (b, m) in combinations(told, 2) if n != m and not (own[a.id] and own[a.id] == own[b.id]))
    return frozenset((min(a, b), max(a, b)) for a, b in pairs)


def _named_in(text: str, claim: Claim, number: int) -> str | None:
    """The place of a claim where its own entry names it: that of a neighbour does not go over."""
    where = claim.where
    if where is None or where.span is None or entry(text, where.span[0]) != number:
        return None
    return place_name(where)


def _mention(document: Document, group: Group, terms: Mapping[str, float], *, main: bool) -> Mention:
    claims = tuple(group.claims)
    return Mention(
        id=claims[0].id if claims else document.id,
        document=document.id,
        matter=group.sort,
        main=main,
        claims=claims,
        when=agreed_when(claims),
        where=agreed_where(claims),
        published=document.day,
        terms=terms,
        figures=frozenset((c.outcome, n) for c in claims if c.quantity for n in c.quantity.stated),
        nations=frozenset(c.group.nation for c in claims if c.group and c.group.nation),
        sides=sides(claims, agreed_where(claims)),
    )


def _whole(document: Document) -> str:
    """The words of a document that is mainly about a matter: the title counts as much as a few mentions."""
    return f"{document.title or ''}\n" * _TITLE_COUNTS + _own_lines(document.text)


def _own_lines(text: str) -> str:
    """The text without lines that ask for a subscription or an address: pages without their article are not alike for them."""
    asking = _asking()
    return "\n".join(line for line in text.split("\n") if not line.lstrip().casefold().startswith(asking))


@cache
def _asking() -> tuple[str, ...]:
    """How a page's own lines begin."""
    return tuple(table("chrome")["menu"]["openings"])


def _around(document: Document, claims: list[Claim]) -> str:
    """The paragraphs in which claims stand: what a document says of a matter in passing."""
    text = document.text
    spans = {(text.rfind("\n", 0, c.span[0]) + 1, len(text) if (e := text.find("\n", c.span[1])) < 0 else e) for c in claims}
    return "\n".join(text[start:end] for start, end in sorted(spans))


def _bag(text: str) -> Counter[str]:
    """How often each telling word stands in a text, and each pair of capitalised words: the names of people and places."""
    common = common_words()
    short = text[:_MOST_LETTERS]
    bag = Counter(w for w in words(short) if len(w) > _SHORT and w not in common)
    bag.update(f"{a} {b}".casefold() for a, b in _NAME.findall(short))
    return bag


@cache
def common_words() -> frozenset[str]:
    """The words that say nothing about which event a report tells of."""
    return frozenset(table("linking")["common"].split())


def _rarity(bags: Iterable[Counter[str]]) -> Mapping[str, float]:
    """Inverse document frequency, as if `_UNSEEN` more documents told of other things: a set may be all about one event.

    Source: Spärck Jones, A statistical interpretation of term specificity (1972); the added documents by hand.
    """
    every = list(bags)
    seen = Counter(w for bag in every for w in bag)
    return {w: math.log((len(every) + _UNSEEN) / n) for w, n in seen.items()}


def _unit(bag: Counter[str], weights: Mapping[str, float]) -> Mapping[str, float]:
    """The weightiest words by ln(1 + count) times rarity, scaled to unit length."""
    every = sorted(((math.log1p(n) * weights.get(w, 0.0), w) for w, n in bag.items()), reverse=True)
    raw = {w: x for x, w in every[:_MOST_TERMS]}
    norm = math.sqrt(sum(x * x for x in raw.values()))
    return {w: x / norm for w, x in raw.items() if x > 0} if norm else {}
