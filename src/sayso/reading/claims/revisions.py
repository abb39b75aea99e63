"""Which claim of a document replaces an earlier figure of the same speaker, and which figure does the text say it had before?

"Raised its toll from 12 to 15", "nine, up from six", "had said 40, now says 32": the earlier figure is a claim of its own,
which its speaker retracts, and the new one names it in `revises`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.model import Attribution, Claim, Span
from sayso.reading.claims.rows import moved_in_rows
from sayso.reading.harm.counts import quantity
from sayso.reading.quantities.figures import Figure
from sayso.reading.words.certainty import all_forms, certainty, listed
from sayso.schema import content_id
from sayso.text.lowering import lowered

_BEFORE, _BEHIND = 28, 14
"""Characters before and behind a cue among which "had earlier" or "now" stand. Source: set by hand."""

_REACH = 120
"""Characters between a figure and the one it replaces. Source: set by hand."""

_FROM = re.compile(r"\bfrom\s+(?:an?\s+|the\s+)?(?:\w+\s+)?\Z")

_COUNTED = frozenset(("killed", "wounded", "casualties", "missing", "captured"))
_SAID = frozenset(("says", "reports", "confirms", "estimates"))


def revised(claims: Sequence[Claim], text: str, figures: Sequence[Figure]) -> tuple[Claim, ...]:
    """The claims in order of their spans, with the earlier figures that the text tells, each later one naming its earlier one."""
    told = any(c.said_by[0].stance == "retracts" or c.said_by[0].said is not None for c in claims)
    if not claims or not (told or _moving().search(f"\n{lowered(text)}")):
        return tuple(claims)
    counts = [f for f in figures if f.kind == "count"]
    whole = [c for c in claims if c.part_of is None and c.quantity is not None and c.outcome in _COUNTED and c.status != "denied"]
    taken = {c.quantity.span for c in claims if c.quantity is not None}
    free = [f for f in counts if f.span not in taken]
    new: list[Claim] = []
    pairs: dict[str, str] = dict(moved_in_rows(whole, text))
    in_rows = {*pairs, *pairs.values()}
    for claim in (c for c in whole if c.id not in in_rows):
        if (before := _earlier(claim, free, text)) is not None:
            new.append(before)
            pairs[claim.id] = before.id
        elif (after := _later(claim, free, text)) is not None:
            new.append(after)
            pairs[after.id] = claim.id
    _pair(whole, pairs, text)
    gone = set(pairs.values()) - set(pairs)
    found = [_retracted(c) if c.id in gone else _said_now(c) if c.id in pairs else c for c in (*claims, *new)]
    return tuple(sorted((replace(c, revises=pairs.get(c.id)) for c in found), key=lambda c: (c.span, c.outcome, c.id)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The patterns of revision, made once from the pack."""

    had: re.Pattern[str]
    now: re.Pattern[str]
    risen: re.Pattern[str]
    moved: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    plain: re.Pattern[str]
    compared: re.Pattern[str]
    handed: re.Pattern[str]
    said: re.Pattern[str]
    instead: re.Pattern[str]


@cache
def _words() -> _Words:
    def any_of(key: str) -> str:
        return "|".join(re.escape(w) for w in listed("cues", "superseded", key))

    moves = "|".join(sorted(all_forms("figures", "moves")))
    counted = "|".join(sorted({*listed("cues", "figures", "counts"), "total", "dead", "death toll"}))
    return _Words(
        had=re.compile(rf"\b(?:{any_of('before')})\b", re.IGNORECASE),
        now=re.compile(rf"\b(?:{any_of('after')})\b", re.IGNORECASE),
        risen=re.compile(
            rf"\b(?:{any_of('rises')}|{moves})\b(?:\s+(?:the|its|their|his|her)\s+(?:\w+\s+)?(?:{counted})\b[^.;:]{{0,60}})?[^.;:]{{0,60}}\Z",
            re.IGNORECASE,
        ),
        moved=re.compile(
            rf"\b(?:{moves})\s+(?:it|(?:the|that|this|its|their|his|her)\s+(?:\w+\s+)?(?:{counted}))?"
            rf"\s*(?:upwards?|downwards?|up|down)?\s*to\s+(?:just\s+|only\s+)?\Z|"
            rf"\b(?:and|but|then)\s+(?:{any_of('after')})\s+(?:\w+\s+){{0,2}}\Z",
            re.IGNORECASE,
        ),
        before=re.compile(
            rf"(?:\s+(?:{counted}|people|persons))?\s+(?:up\s+|down\s+)?to\s+(?:at\s+least\s+)?\Z|\s*(?:->|→)\s*\Z", re.IGNORECASE
        ),
        behind=re.compile(
            rf"[^.;:()]{{0,{_REACH}}}?(?:,\s+(?:up|down|{moves})\s+from|,?\s*\((?:up|down)\s+from|,?\s*[(,]\s*(?:{any_of('before')})|"
            rf",?\s+(?:{moves})(?=\s+\w+\s+(?:{any_of('before')})\s)|"
            rf",\s+(?:and\s+)?not|,?\s+instead\s+of|,?\s+rather\s+than)"
            rf"\s+(?:an?\s+|the\s+|its\s+|their\s+)?(?:(?:{any_of('before')}|{any_of('told')})\s+)*"
            rf"(?:(?:{counted})\s+(?:of\s+)?)?\Z",
            re.IGNORECASE,
        ),
        plain=re.compile(
            rf"(?:\s+\w+){{0,2}}\s+from\s+(?:an?\s+|the\s+)?(?:(?:{any_of('before')}|{any_of('told')})\s+)*\Z", re.IGNORECASE
        ),
        compared=re.compile(rf"[^.;]{{0,40}}\b(?:{any_of('periods')}|[12]\d\d\d)\b", re.IGNORECASE),
        handed=re.compile(r"[^.,;()]{0,50}\b(?:by|according\s+to)\s", re.IGNORECASE),
        said=re.compile(
            r"(?:\s+\w+)?\s+(?:(?:as|that|it|they|he|she|was|were|had|which)\s+)*"
            rf"(?:{any_of('before')}|{any_of('told')})\b",
            re.IGNORECASE,
        ),
        instead=re.compile(r"\b(?:not|instead|rather)\b", re.IGNORECASE),
    )


@cache
def _moving() -> re.Pattern[str]:
    """Any word without which nothing is revised: most documents are done with at once."""
    words = {w for key in ("before", "after", "adverbs", "later") for w in listed("cues", "superseded", key)}
    words |= {*all_forms("figures", "moves"), "from", "instead", "rather", "not"}
    return re.compile(rf"\W(?:{'|'.join(re.escape(w.lower()) for w in sorted(words))})\b")


def _earlier(claim: Claim, figures: Sequence[Figure], text: str) -> Claim | None:
    """The claim of the figure that a figure is told to have moved from, on the word of the same speaker."""
    span = claim.quantity.span if claim.quantity is not None else None
    if span is None or claim.scope == "period":
        return None
    for f in figures:
        if _other(claim, f) and _moved_from(f.span, span, text) and not _set_beside(f, text):
            return _claim(claim, f, text, taken_back=True)
    return None


def _moved_from(old: Span, new: Span, text: str) -> bool:
    """Whether the words around two figures say that one became the other: "from 12 to 15", "15, up from 12"."""
    w = _words()
    if 0 < new[0] - old[1] <= _REACH:
        led = _FROM.search(text[max(0, old[0] - _BEFORE) : old[0]]) is not None
        joined = led and w.before.fullmatch(text[old[1] : new[0]]) is not None
        return joined and w.risen.search(text[max(0, old[0] - 2 * _REACH) : old[0]]) is not None
    if not 0 < old[0] - new[1] <= _REACH:
        return False
    between, told = text[new[1] : old[0]], text[old[1] :][:_REACH]
    if w.behind.fullmatch(between) is not None:
        # "17 soldiers, not 14 wagons" takes nothing back
        return w.instead.search(between) is None or w.said.match(told) is not None
    # "rose to 17 dead from 14": the verb of moving stands before both
    return w.plain.fullmatch(between) is not None and w.risen.search(text[max(0, new[0] - _REACH) : new[0]]) is not None


def _moved_to(earlier: Claim, later: Claim, text: str) -> bool:
    """The same for the figures of two claims."""
    spans = [c.quantity.span for c in (earlier, later) if c.quantity is not None and c.quantity.span is not None]
    return len(spans) > 1 and later.scope != "period" and _moved_from(spans[0], spans[1], text)


def _set_beside(f: Figure, text: str) -> bool:
    """Whether a figure is of another stretch of time, or somebody else's: "six the year before", "12 announced by the police"."""
    told = text[f.span[1] :][:_REACH]
    return _words().compared.match(told) is not None or _words().handed.match(told) is not None


def _later(claim: Claim, figures: Sequence[Figure], text: str) -> Claim | None:
    """The claim of the figure to which "it" was lowered or raised in the same sentence: "gave 11 dead, lowered it to nine"."""
    if not _replaced(claim, text):
        return None
    for f in figures:
        between = text[claim.span[1] : f.span[0]]
        if claim.span[1] > f.span[0] or not 0 < len(between) <= 2 * _REACH or re.search(r"[.!?]\s", between):
            continue
        if _words().moved.search(between) and _other(claim, f):
            return _claim(claim, f, text, taken_back=False)
    return None


def _other(claim: Claim, f: Figure) -> bool:
    q = claim.quantity
    return q is not None and (q.low, q.best, q.high) != (f.low, f.best, f.high) and (f.low or f.high or 0) > 0


def _claim(of: Claim, f: Figure, text: str, *, taken_back: bool) -> Claim:
    """A claim like another one with another figure; one that is taken back has no day of speaking."""
    first, *rest = of.said_by
    step = _retracting(first) if taken_back else replace(first, stance="says", certainty=certainty("says"))
    said_by = (step, *rest)
    key = [f.low, f.best, f.high, *f.stated]
    return replace(
        of,
        id=content_id("c", of.document, list(f.span), of.outcome, key, 0, [s.name for s in said_by]),
        span=f.span,
        quote=text[f.span[0] : f.span[1]],
        said_by=said_by,
        quantity=quantity(f),
        flags=(),
    )


def _retracting(step: Attribution) -> Attribution:
    return replace(step, stance="retracts", certainty=certainty("retracts"), said=None) if step.stance != "retracts" else step


def _pair(whole: Sequence[Claim], pairs: dict[str, str], text: str) -> None:
    """Find for each figure that is told as an earlier one the one that replaces it, and for each "now" what it replaces."""
    for later in (c for c in whole if c.id not in pairs):
        _take_last(later, [c for c in whole if _moved_to(c, later, text)], pairs, text)
    for earlier in (c for c in whole if c.id not in pairs.values() and _replaced(c, text)):
        rivals = [c for c in whole if c.id not in pairs and _replaces(c, earlier, text)]
        if rivals:
            pairs[min(rivals, key=lambda c: (_far(c.span, earlier.span), c.span)).id] = earlier.id
    for later in (c for c in whole if c.id not in pairs and _updated(c, text)):
        _take_last(later, [c for c in whole if c.span < later.span], pairs, text)
    for later in (c for c in whole if c.id not in pairs):
        _take_last(later, [c for c in whole if _said_before(c, later, text)], pairs, text)


def _take_last(later: Claim, earlier: Sequence[Claim], pairs: dict[str, str], text: str) -> None:
    """Let a claim replace the last of some earlier ones that no other replaces."""
    left = [c for c in earlier if c.id not in pairs.values() and _replaces(later, c, text)]
    if left:
        pairs[later.id] = max(left, key=lambda c: (_said(c), c.span)).id


def _said_before(earlier: Claim, later: Claim, text: str) -> bool:
    """Whether the text gives an earlier day or hour of speaking for one claim than for another, or one says it now."""
    hours = _hour(earlier, text), _hour(later, text)
    if all(hours) and _said(earlier) == _said(later):
        return hours[0] < hours[1]
    cue = later.said_by[0].cue
    now = cue is not None and text[slice(*cue)].lower() in listed("cues", "superseded", "present")
    return "" < _said(earlier) < _said(later) or bool(now and _said(earlier) and not _said(later))


_HOUR = re.compile(r"[\s,(]{1,3}(?:at\s)?(\d{1,2})[:.](\d\d)(?!\d)")
"""The hour right behind who speaks: "Mayor Horn, 07:10"."""


def _hour(claim: Claim, text: str) -> tuple[int, ...]:
    span = claim.said_by[0].span
    found = _HOUR.match(text, span[1]) if span is not None else None
    return (int(found[1]), int(found[2])) if found is not None else ()


def _said(claim: Claim) -> str:
    """The ISO day on which a claim was made, where the text gives it."""
    said = claim.said_by[0].said
    return said.last.isoformat() if said is not None else ""


def _retracted(claim: Claim) -> Claim:
    first, *rest = claim.said_by
    if first.stance not in _SAID:
        return claim
    return replace(claim, said_by=(replace(first, stance="retracts", certainty=certainty("retracts")), *rest))


def _said_now(claim: Claim) -> Claim:
    """The figure that another was corrected to: it is no taken back one itself."""
    first, *rest = claim.said_by
    if first.stance != "retracts":
        return claim
    return replace(claim, said_by=(replace(first, stance="says", certainty=certainty("says")), *rest))


def _replaced(claim: Claim, text: str) -> bool:
    """Whether a claim is told as an earlier one: taken back, or said behind "had" or "earlier"."""
    return claim.said_by[0].stance == "retracts" or _beside(claim, text, _words().had)


def _updated(claim: Claim, text: str) -> bool:
    return _beside(claim, text, _words().now)


def _beside(claim: Claim, text: str, words: re.Pattern[str]) -> bool:
    """Whether one of some words stands at the cue of a claim, in its own clause."""
    cue = claim.said_by[0].cue
    if cue is None or claim.said_by[0].kind == "outlet":
        return False
    before = re.split(r"[.,;:()]", text[max(0, cue[0] - _BEFORE) : cue[0]])[-1] + text[slice(*cue)]
    behind = re.split(r"[.,;:()]|\bthat\b", text[cue[1] : cue[1] + _BEHIND])[0]
    return words.search(before) is not None or words.match(behind.lstrip()) is not None


def _replaces(later: Claim, earlier: Claim, text: str) -> bool:
    """Whether a claim gives another figure of the same matter on the word of the same speaker, and is not itself taken back."""
    a, b = later.quantity, earlier.quantity
    if later.id == earlier.id or a is None or b is None or (a.low, a.best, a.high) == (b.low, b.best, b.high):
        return False
    if later.outcome != earlier.outcome or _replaced(later, text) or later.said_by[0].stance not in _SAID:
        return False
    return _one_voice(later.said_by[0], earlier.said_by[0]) and _one_matter(later, earlier)


def _one_voice(a: Attribution, b: Attribution) -> bool:
    """Whether two steps are one speaker: the same source or name, or a name that is part of the other's, of one kind."""
    if a.kind != b.kind:
        return False
    if a.source is not None and a.source == b.source:
        return True
    mine, theirs = ({w for w in re.findall(r"\w+", s.name.lower()) if w != "the"} for s in (a, b))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _one_matter(a: Claim, b: Claim) -> bool:
    """Whether nothing tells the people, days and places of two claims apart."""
    if a.when is not None and b.when is not None and (a.when.first > b.when.last or b.when.first > a.when.last):
        return False
    if a.where is not None and b.where is not None and a.where.name != b.where.name:
        return False
    mine, theirs = ((c.group.nation, c.group.role) if c.group is not None else (None, None) for c in (a, b))
    return a.scope == b.scope and all(x is None or y is None or x == y for x, y in zip(mine, theirs, strict=True))


def _far(a: Span, b: Span) -> int:
    return max(a[0] - b[1], b[0] - a[1], 0)
