"""What did one source say, and how did its figures stand beside those of others? A page of it at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sayso.errors import UsageError
from sayso.judging.held import grade_in
from sayso.model import Document, Event, Review, Source, Statement
from sayso.schema import content_id
from sayso.sources.record import Past, own_lines, past
from sayso.sources.sourced import graded_words, kept_source, sides
from sayso.weighing.grades import letter
from sayso.weighing.settings import Settings

if TYPE_CHECKING:
    from sayso.desk import Desk
    from sayso.ledger import Ledger

GRADES = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
"""The letters of a source. **Source:** the Admiralty code, NATO AJP-2.1."""


def left_by(ledger: "Ledger") -> dict[str, Source]:
    """The sources of which people spoke, as they left them, by each id under which one was found."""
    return dict(sides(ledger, ()).said)


def left_source(ledger: "Ledger", key: str) -> tuple[Source, tuple[str, ...]]:
    """The source that was found under this id, as people left it, and all ids under which it was found.

    Raises: UnknownIdError, when there is none.
    """
    left = left_by(ledger)
    source = left[key] if key in left else ledger.get(Source, key)
    return source, tuple(sorted({source.id, *(k for k, s in left.items() if s.id == source.id)}))


def said_in(desk: "Desk", ids: Sequence[str], *, start: int, most: int) -> list[tuple[Document, tuple[Statement, ...]]]:
    """What a source, by the ids under which it was found, says in some reports, the latest first: it, or others through it."""
    found = desk.ledger.reports_of(ids, start=start, most=most)
    told: dict[str, list[Statement]] = {key: [] for key in found}
    who = set(ids)
    for s in desk.voiced((s for key in found for s in desk.ledger.statements_of(key)), found):
        if any(a.source in who for a in s.said_by):
            told[s.document].append(s)
    return [(desk.ledger.document(key), tuple(sorted(told[key], key=lambda s: (s.span, s.id)))) for key in found]


def record_of(desk: "Desk", source: Source, ids: Sequence[str], *, start: int, most: int) -> tuple[Past, ...]:
    """The figures that a source gave itself, of some events, the latest event first, each beside the estimate without it."""
    out: list[Past] = []
    for key in desk.ledger.figured_by(ids, start=start, most=most):
        out += _past(desk, source, desk.ledger.get(Event, key))
    return tuple(out)


def _past(desk: "Desk", source: Source, event: Event) -> tuple[Past, ...]:
    from sayso.weighing.weigh import weigh  # noqa: PLC0415  heavy, and not every verb needs it

    claims, lines = desk.claims(event), tuple(desk.ledger.lines_of(event.id))
    days = {d: day for d in event.documents if (day := desk.ledger.document(d).published) is not None}
    asked = Settings(drop_lines=own_lines(source, claims, lines), published=tuple(sorted(days.items())))
    without = weigh((event,), lines, claims, desk.set_aside().heeded(asked))
    return past(source, event, (claims, lines), without, days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """The grade of a source: the letter that its kind suggests, what a person set, where one did, and all that was ever said."""

    proposed: str
    standing: Review | None = None
    history: tuple[Review, ...] = ()

    @property
    def letter(self) -> str | None:
        """The letter that a person set."""
        return None if self.standing is None else grade_in(self.standing)


def graded(ledger: "Ledger", source: Source, ids: Sequence[str]) -> Graded:
    """The grade of a source, by the ids under which it was found: of several that people set, the last."""
    words = graded_words(ledger)
    holds = {r.id for r in ledger.standing()} if any(key in words for key in ids) else set()
    said = (r for key in ids for r in words.get(key, ()) if r.verdict == "grade")
    history = tuple(sorted(said, key=lambda r: (r.at, r.id)))
    standing = [r for r in history if r.id in holds]
    return Graded(proposed=letter(source.kind), standing=standing[-1] if standing else None, history=history)


def grade(ledger: "Ledger", source: Source, ids: Sequence[str], given: str | None, by: str) -> bool:
    """Keep the letter that a person gives a source, or take back what was given (None); True when it is new.

    Raises: UsageError, for a grade that is none, and without a name.
    """
    if not by:
        raise UsageError("Nobody's name is given", do="Say who grades it")
    if given is not None and given not in GRADES:
        raise UsageError(f"{given} is no grade of a source", do="Give a letter from A to F")
    was = graded(ledger, source, ids)
    if was.letter == given:
        return False
    at = datetime.now(UTC).isoformat(timespec="seconds")
    if given is not None:
        target, value = f"source:{source.id}", kept_source(ledger, source.id, given)
        key = content_id("r", target, by, at, value, len(was.history))
        return ledger.review(Review(id=key, target=target, verdict="grade", by=by, at=at, value=value))
    holds = {r.id for r in ledger.standing()}
    for old in (r for r in was.history if r.id in holds):
        key = content_id("r", old.target, by, at, old.id)
        ledger.review(Review(id=key, target=old.target, verdict="grade", by=by, at=at, withdraws=old.id))
    return True
