"""What did a person see in a report? Words that tell of a figure, become a claim as the reading would have made it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.errors import UsageError
from sayso.model import Claim, Document, Group, Outcome, Quantity, Reading, Role, Scope, Span, Statement, Status, When, Where
from sayso.schema import content_id, to_plain

UNKNOWN = "unknown"
"""What a person may type for what nobody says."""
DIGITS = 12
"""Digits of a figure at most: more than there are people. Source: set by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """These words tell of so many persons; None is unknown.

    `span` are the words; `statement`, by id, is whose words they are, None is the outlet's own. `when` is the first and the last
    day.
    """

    span: Span
    outcome: Outcome
    low: int | None = None
    best: int | None = None
    high: int | None = None
    group: str | None = None
    role: Role | None = None
    when: tuple[date, date] | None = None
    place: str | None = None
    statement: str | None = None
    status: Status = "happened"
    scope: Scope = "event"


def as_claim(document: Document, statements: Sequence[Statement], seen: Seen) -> Claim:
    """Give the claim that a person saw in a document.

    Raises: UsageError, when the words are none of the text, or the figure or the days cannot be.
    """
    from sayso.reading.speakers.statements import outlet  # noqa: PLC0415  the reading room is heavy, and few desks add claims

    span = _trimmed(document.text, seen.span)
    of = _statement(statements, seen.statement)
    claim = Claim(
        id="",
        document=document.id,
        span=span,
        quote=document.text[span[0] : span[1]],
        said_by=(outlet(document),) if of is None else of.said_by,
        outcome=seen.outcome,
        status=seen.status,
        group=_group(seen, document.text, span),
        quantity=_quantity(seen, document.text, span),
        scope=seen.scope,
        when=_when(seen),
        where=_where(seen.place, document.text, span),
        statement=None if of is None else of.id,
    )
    return identified(claim)


def identified(claim: Claim) -> Claim:
    """Give a claim that a person added with the id that its content gives, and without flags."""
    return replace(claim, id=content_id("c", "added", to_plain(replace(claim, id="", flags=()))), flags=())


def proposed(document: Document, reading: Reading, span: Span) -> Seen:
    """Give what the words of a span look like: their first count of people, whose words they are, and what they tell of.

    Raises: UsageError, when there are no words.
    """
    from sayso.reading.quantities.quantities import find  # noqa: PLC0415  as above
    from sayso.reading.screening import outcome_of  # noqa: PLC0415  as above
    from sayso.reading.speakers.statements import statement_at  # noqa: PLC0415  as above
    from sayso.reading.words.lexicon import role  # noqa: PLC0415  as above

    text, (start, end) = document.text, _trimmed(document.text, span)
    of = statement_at(reading.statements, (start, end))
    outcome = outcome_of(text, (start, end)) or "killed"
    seen = Seen(span=(start, end), outcome=outcome, statement=None if of is None else of.id)
    inside = [f for f in find(text) if start <= f.span[0] and f.span[1] <= end and f.kind == "count"]
    if not inside:
        return seen
    figure = inside[0]
    words = None if figure.noun is None else text[figure.noun[0] : figure.noun[1]]
    roles = {role(w) for w in (words or "").split()} - {None}
    known = roles.pop() if len(roles) == 1 else None
    return replace(seen, low=figure.low, best=figure.best, high=figure.high, group=words, role=known)


def placed(text: str, words: str) -> Span:
    """Give where words stand in a text, whatever blanks are between them.

    Raises: UsageError, when they stand nowhere, or more than once.
    """
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = [m.span() for m in re.finditer(rf"(?<!\w(?=\w)){pattern}(?!(?<=\w)\w)", text)] if pattern else []
    if not found:
        raise UsageError("These words are not in the text", do="Copy them from the text as they stand")
    if len(found) > 1:
        raise UsageError(f"These words are in the text {len(found)} times", do="Copy more of the words around them")
    return found[0]


def number_of(name: str, words: str) -> int | None:
    """Give a number of persons that a person typed; None where nothing, or `unknown`, stands.

    Raises: UsageError.
    """
    bare = words.strip().replace(",", "").replace(" ", "")
    if bare.casefold() in ("", UNKNOWN):
        return None
    if not (bare.isascii() and bare.isdecimal() and len(bare) <= DIGITS):
        raise UsageError(f"{name} is no number of persons: {words[:40]}", do="Give digits, or nothing where it is unknown")
    return int(bare)


def day_of(name: str, words: str) -> date | None:
    """Give an ISO day that a person typed; None where nothing, or `unknown`, stands.

    Raises: UsageError.
    """
    if words.strip().casefold() in ("", UNKNOWN):
        return None
    try:
        return date.fromisoformat(words.strip())
    except ValueError as e:
        raise UsageError(f"The {name} is no day: {words[:40]}", do="Give it as 2031-05-02, or nothing where it is unknown") from e


def _trimmed(text: str, span: Span) -> Span:
    """The span without blanks at its ends.

    Raises: UsageError, when nothing of the text is in it.
    """
    start, end = span
    words = text[start:end] if 0 <= start < end <= len(text) else ""
    if not words.strip():
        raise UsageError("No words of the text are chosen", do="Choose the words that tell of the figure")
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _statement(statements: Sequence[Statement], key: str | None) -> Statement | None:
    if key is None:
        return None
    for statement in statements:
        if statement.id == key:
            return statement
    raise UsageError(f"There is no statement {key} in the document", do="Choose one of its statements, or the outlet")


def _when(seen: Seen) -> When | None:
    if seen.when is None:
        return None
    if seen.when[0] > seen.when[1]:
        raise UsageError(f"{seen.when[0]} is after {seen.when[1]}", do="Give the first day first")
    return When(first=seen.when[0], last=seen.when[1])


def _quantity(seen: Seen, text: str, span: Span) -> Quantity | None:
    """The figure; worded as the text words it where that gives the same ends.

    Raises: UsageError, when its ends are out of order.
    """
    from sayso.reading.quantities.quantities import find  # noqa: PLC0415  as above

    ends = (seen.low, seen.best, seen.high)
    given = [n for n in ends if n is not None]
    if not given:
        return None
    if given != sorted(given) or given[0] < 0:
        raise UsageError(f"The figure runs backwards: {', '.join(map(str, given))}", do="Give low <= best <= high")
    wording, stated, at = _wording(seen), tuple(dict.fromkeys(given)), None
    for figure in find(text):
        if (figure.low, figure.best, figure.high) == ends and span[0] <= figure.span[0] and figure.span[1] <= span[1]:
            wording, stated, at = figure.wording, figure.stated, figure.span
            break
    return Quantity(low=seen.low, best=seen.best, high=seen.high, wording=wording, stated=stated, span=at)


def _wording(seen: Seen) -> str:
    """How a figure is worded of which only the ends are known."""
    if seen.best is not None:
        return "exact" if seen.low == seen.best == seen.high else "about"
    if seen.high is None:
        return "at least"
    return "up to" if seen.low is None else "range"


def _group(seen: Seen, text: str, span: Span) -> Group | None:
    from sayso.reading.words.nations import nation_words  # noqa: PLC0415  as above

    words = (seen.group or "").strip()
    if not words:
        return None if seen.role is None else Group(role=seen.role)
    nations = {n.nation for n in nation_words(words)}
    nation = nations.pop() if len(nations) == 1 else None
    at = text.find(words, *span)
    return Group(text=words, nation=nation, role=seen.role, span=(at, at + len(words)) if at >= 0 else None)


def _where(place: str | None, text: str, span: Span) -> Where | None:
    """The place: where the text's own words put it, by the mention nearest to the claim; else where its name alone does."""
    from sayso.reading.places.places import find  # noqa: PLC0415  as above

    words = " ".join((place or "").split())
    if not words:
        return None
    at = _nearest(text, words, span)
    told, here = (words, (0, len(words))) if at is None else (text, at)
    for found in find(told, [here]):
        if found.span[0] < here[1] and here[0] < found.span[1]:
            return replace(found.where, text=words, span=at)
    return Where(text=words, span=at)


def _nearest(text: str, words: str, span: Span) -> Span | None:
    """Where words stand nearest to a span; None where they stand nowhere."""
    found = [m.span() for m in re.finditer(re.escape(words), text)]
    return min(found, key=lambda s: abs(s[0] - span[0]), default=None)
