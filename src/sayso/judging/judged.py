"""How does a person decide? The part of a desk that keeps people's words: by name and time, on what they saw, to be withdrawn.

A decision names its target as `noun:id`: a claim, line, event, source or document by its id, a link as `link:A|B` by its two
claims, an estimate as `estimate:EVENT|OUTCOME`. What was seen is given as a digest: where the thing or what people said of it
has changed meanwhile, nothing is written.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, get_args

from sayso.errors import ChangedError, UnknownIdError, UsageError
from sayso.judging.added import ByHand, check_added
from sayso.judging.edits import with_part
from sayso.judging.held import SetAside, kept_line, on_line, set_aside, shown
from sayso.judging.reviewed import bearing, edit_of, edited, graded, left_claims, left_out
from sayso.ledger.kept import Kept
from sayso.linking.settle import earliest_first, event_id
from sayso.model import (
    Attribution,
    Claim,
    Estimate,
    Event,
    Kind,
    Line,
    Link,
    Outcome,
    Review,
    Scope,
    Source,
    Status,
    Verdict,
)
from sayso.schema import canonical, content_id, digest, to_plain
from sayso.sources.cast import Cast
from sayso.sources.sourced import graded_words, kept_source
from sayso.weighing.settings import Settings

VERDICTS: dict[str, tuple[Verdict, ...]] = {
    "claim": ("accept", "reject", "edit", "split", "merge", "grade", "note"),
    "line": ("accept", "reject", "grade", "note"),
    "event": ("accept", "split", "merge", "note"),
    "link": ("accept", "reject", "note"),
    "estimate": ("accept", "note"),
    "source": ("accept", "grade", "note"),
    "document": ("note",),
}
"""What can be said of which noun."""
DECIDING: frozenset[Verdict] = frozenset({"accept", "reject", "edit", "split", "merge"})
"""The words that settle a thing; a grade and a note leave it to be decided."""
_WORDS: dict[str, tuple[str, ...]] = {"outcome": get_args(Outcome), "status": get_args(Status), "scope": get_args(Scope)}
"""The fields of a claim that hold one of some words."""

CLAIMS_KEPT = 12_000
"""Claims of events kept at hand altogether. **Source:** measured: 3 kB each, so less than 40 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What came of a decision: the word as it is kept, and whether the estimates heed it already; else the next run does."""

    review: Review
    heeded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Who decides: by name, with a note where they left one, and what they saw (a target and its digest; None: not asked)."""

    by: str
    note: str | None = None
    seen: tuple[str, str] | None = None


class Judged(Cast, ByHand):
    """The claims and figures of one ledger as people left them, and their words on them."""

    _known: tuple[tuple[Review, ...], SetAside, list[Any]] = ((), SetAside(), SetAside().stamp)
    """The words that hold, what they set aside, and its stamp: made once for each word."""

    def __init__(self) -> None:
        self._told_of = Kept(CLAIMS_KEPT, len)

    def claims(self, event: Event | None = None, *, document: str | None = None) -> tuple[Claim, ...]:
        """Give the claims of one event or document, or all, as people left them: edited, and without those that were rejected."""
        if event is None:
            return self._left(None, document)
        # A person who turns the switches of an event asks for the same claims again and again.
        return self._told_of.answer(self.ledger, event, lambda: self._left(event, None))

    def _left(self, event: Event | None, document: str | None) -> tuple[Claim, ...]:
        found = left_claims(self.ledger, event, document)
        some = None if event is None and document is None else sorted({c.document for c in found})
        return tuple(self.voiced(found, some))

    def weighed(
        self, event: Event, settings: Settings, claims: Iterable[Claim] | None = None, back: str | None = None
    ) -> tuple[Estimate, ...]:
        """Give the estimates of an event under settings, from its claims as people left them or these; they are not stored.

        What people set aside is left out, but the line `back`, by id.
        """
        from sayso.weighing.weigh import weigh  # noqa: PLC0415  heavy, and not every verb needs it

        lines = tuple(self.ledger.lines_of(event.id))
        aside = self.set_aside()
        for line in (n for n in lines if n.id == back):
            aside = aside.without(line)
        asked = aside.heeded(replace(settings, published=self.ledger.days_of(event.id)))
        return weigh((event,), lines, self.claims(event) if claims is None else claims, asked)

    def set_aside(self) -> SetAside:
        """Give what people set aside by their words on lines."""
        return self._aside()[0]

    def _aside(self) -> tuple[SetAside, list[Any]]:
        """What people set aside, with its stamp."""
        words, known = self.ledger.standing(), self._known
        if known[0] is not words:
            found = set_aside(words)
            known = self._known = words, found, found.stamp
        return known[1], known[2]

    def words_on(self, target: str) -> tuple[Review, ...]:
        """Give the words that hold on a target, by time: on a line, those on its claims; on a source, those on its places."""
        noun, _, key = target.partition(":")
        if noun == "source":
            held = {r.id for r in self.ledger.standing()}
            return tuple(r for r in graded_words(self.ledger).get(key, ()) if r.id in held)
        if noun != "line":
            return self.ledger.standing(target)
        found = next(self.ledger.some(Line, [key]), None)
        return () if found is None else on_line(self.ledger.standing(), found)

    def review(self, review: Review) -> bool:
        """Keep a person's word; True when it is new. The next run heeds it.

        Raises: UnknownIdError, when it withdraws a review that is not there; ContractError, for what cannot be said.
        """
        noun, _, key = review.target.partition(":")
        if noun == "claim" and review.verdict == "edit":
            edited(self.claim(key), review.value)
        if review.verdict == "add":
            check_added(review, self.ledger.document(key))
        return self.ledger.review(review)

    def decide(self, target: str, verdict: Verdict, judge: Judge, value: str | None = None) -> Judgement:
        """Keep what a person decides of a target, as of now.

        Raises: UsageError, for a word that cannot be said of it or without a name; UnknownIdError, when it is not there;
        ChangedError, when it is not as it was seen; ContractError, for a value that cannot be.
        """
        noun, _, key = target.partition(":")
        if verdict not in VERDICTS.get(noun, ()):
            ways = f"Say one of {', '.join(VERDICTS[noun])}" if noun in VERDICTS else f"Name a {', '.join(VERDICTS)}: claim:ID"
            raise UsageError(f"{verdict} cannot be said of {target or 'nothing'}", do=ways)
        if verdict == "note" and not (judge.note or "").strip():
            raise UsageError("The note is empty", do="Write what others should know")
        value = self._checked(noun, key, verdict, value)
        with self.ledger.batch():
            self.seen(target)
            self.as_seen(judge)
            value = self._kept_with(noun, key, verdict, value)
            return self._keep_word(target, verdict, judge, value=value)

    def edit(self, claim: str, fields: Mapping[str, Any], judge: Judge) -> Judgement:
        """Keep that some fields of a claim (by id) are otherwise, beside what was edited before; see `decide`.

        Raises: UsageError, when nothing changes or a word is none of those that the field may hold.
        """
        for name, words in _WORDS.items():
            if name in fields and fields[name] not in words:
                raise UsageError(f"{fields[name]} is no {name}", do=f"Give one of {', '.join(words)}")
        read = self.claim(claim)
        before, then = edit_of(self.ledger.standing(f"claim:{claim}"), claim), self._as_edited(claim)
        value = canonical(before | with_part(then, fields, self._as_edited))
        if to_plain(replace(edited(read, value), flags=())) == to_plain(replace(then, flags=())):
            raise UsageError("That is what the claim says already", do="Change a field, or accept the claim")
        return self.decide(f"claim:{claim}", "edit", judge, value)

    def attribute(self, claim: str, name: str | None, judge: Judge, kind: str | None = None) -> Judgement:
        """Keep who says a claim (by id): the nearest speaker is `name`, or with None the outlet speaks in its own voice.

        A name that the ledger knows brings its kind, party and affiliation. Raises: as `edit`; UsageError, for no kind of source.
        """
        if kind is not None and kind not in get_args(Kind):
            raise UsageError(f"{kind} is no kind of source", do=f"Give one of {', '.join(get_args(Kind))}")
        chain = self._as_edited(claim).said_by
        steps = chain[-1:] if name is None else (self._speaker(name.strip(), kind, chain), *(chain[1:] or chain))
        return self.edit(claim, {"said_by": to_plain(tuple(steps))}, judge)

    def _as_edited(self, claim: str) -> Claim:
        """A claim, by id, with the edit that holds."""
        return edited(self.claim(claim), canonical(edit_of(self.ledger.standing(f"claim:{claim}"), claim)))

    def split(self, claims: Sequence[str], event: str, judge: Judge) -> Judgement:
        """Keep that some claims (by id) of an event are of another one, together; see `decide`.

        The event is named after its earliest claim: where that one leaves, it is the others that go.
        """
        own = self.ledger.get(Event, event)
        strange = [c for c in claims if c not in own.claims]
        if strange or not claims or set(claims) == set(own.claims):
            raise UsageError("These claims cannot leave the event", do="Name some of its claims, not all")
        first = next((c.id for c in self._earliest(own) if event_id(c.id) == event), None)
        leaving = [c for c in own.claims if c not in claims] if first in claims else list(claims)
        return self.decide(f"event:{event}", "split", judge, canonical(leaving))

    def withdraw(self, review: str, judge: Judge) -> Judgement:
        """Take a word back: it stays in the log, and holds no more. A withdrawal taken back restores what it withdrew.

        Raises: UnknownIdError; ChangedError, when it was withdrawn already.
        """
        with self.ledger.batch():
            word = self.ledger.get_review(review)
            if review in self.withdrawn():
                raise ChangedError("This was taken back already", do="Look at the corrections")
            return self._keep_word(word.target, "note", judge, withdraws=review)

    def root(self, word: Review) -> Review:
        """Give the decision that a word takes back or restores; of another word itself."""
        while word.withdraws is not None:
            word = self.ledger.get_review(word.withdraws)
        return word

    def withdrawn(self) -> dict[str, Review]:
        """Give the withdrawals that hold, by the id of what they withdraw."""
        return self.ledger.kept("withdrawn", self._withdrawn)

    def _withdrawn(self) -> dict[str, Review]:
        last: dict[str, Review] = {}
        gone: set[str] = set()
        for word in reversed([r for r in self.ledger.reviews() if r.withdraws is not None]):
            if word.id not in gone and word.withdraws is not None:
                gone.add(word.withdraws)
                last[word.withdraws] = word
        return last

    def seen(self, target: str) -> str:
        """Give a digest of a target as it is now, with what people said of it: another one means that it has changed.

        Raises: UnknownIdError, when it is not there.
        """
        return digest([self._as_it_is(target), [r.id for r in self.words_on(target)]])

    def weigh_stamp(self) -> str:
        """Give the digest of what the estimates depend on: the lines, and what of them people set aside."""
        return digest(["weigh", self.ledger.stamp("trace"), *self._aside()[1]])

    def stale(self) -> bool:
        """Say whether people's words wait for the next run: they bear on events, lines or figures that were made before them."""
        return self.ledger.kept("stale", self._is_stale)

    def waiting(self) -> bool:
        """Say whether anybody ever said a word, and one waits for the next run."""
        spoken = self.ledger.kept("spoken", lambda: bool(self.ledger.count(Review) or self.ledger.words()))
        return spoken and self.stale()

    def _is_stale(self) -> bool:
        return self.ledger.stamp("words") != self._words_stamp() or self.ledger.stamp("weigh") != self.weigh_stamp()

    def _words_stamp(self) -> str:
        return digest([bearing(self.ledger.standing()), self._words_digest()])

    def _keep_word(
        self, target: str, verdict: Verdict, judge: Judge, *, value: str | None = None, withdraws: str | None = None
    ) -> Judgement:
        """Keep a word as of now, and heed it at once where one event's figures are all that it bears on."""
        by, note = judge.by.strip(), (judge.note or "").strip() or None
        if not by:
            raise UsageError("Nobody says so", do="Give your name")
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        key = content_id("r", target, verdict, by, at, value, note, withdraws)
        word = Review(id=key, target=target, verdict=verdict, by=by, at=at, value=value, note=note, withdraws=withdraws)
        before, aside = self.weigh_stamp(), self.set_aside()
        self.ledger.review(word)
        if self.ledger.stamp("weigh") == before != self.weigh_stamp():
            self._weigh_again(word, aside)
        return Judgement(review=word, heeded=not self.stale())

    def _weigh_again(self, word: Review, before: SetAside) -> None:
        """Weigh the events anew in which a word sets aside other claims, and let the stamp say so: no others depend on it."""
        claims = self._claims_of(word)
        after = self.set_aside()
        for event in tuple(self.ledger.events_with_any(claims)):
            if before.lines or after.lines or before.touches(event.claims) or after.touches(event.claims):
                self.ledger.put_estimates(event.id, self.weighed(event, Settings()))
        self.ledger.set_stamp("weigh", self.weigh_stamp())

    def _claims_of(self, word: Review) -> tuple[str, ...]:
        """The claims, by id, on which a word holds, or the word that it takes back or restores."""
        word = self.root(word)
        noun, _, key = word.target.partition(":")
        told = shown(word)
        if told is not None:
            return told.claims
        lines = self.ledger.some(Line, [key]) if noun == "line" else ()
        return (key,) if noun == "claim" else tuple(c for line in lines for c in line.claims)

    def _kept_with(self, noun: str, key: str, verdict: Verdict, value: str | None) -> str | None:
        """The value of a decision with what it holds on: a line's, with the claims that it has now."""
        if noun == "source":
            return kept_source(self.ledger, key, json.loads(value) if verdict == "grade" and value else None)
        if noun != "line":
            return value
        line = self.ledger.get(Line, key)
        gone = left_out(self.ledger.standing())
        left = [c for c in line.claims if c not in gone]
        return kept_line(line, left or line.claims, json.loads(value or '""') if verdict == "grade" else None)

    def as_seen(self, judge: Judge) -> None:
        """Refuse a decision on something that is no longer as it was seen.

        Raises: ChangedError.
        """
        if judge.seen is None:
            return
        target, digest_seen = judge.seen
        try:
            now = self.seen(target)
        except UnknownIdError as e:
            raise ChangedError("What you decided on is no longer there", do="A run has made it anew: look at the event") from e
        if digest_seen != now:
            raise ChangedError("This has changed since it was shown to you, so nothing was written", do="Look again, then decide")

    def _as_it_is(self, target: str) -> Any:
        noun, _, key = target.partition(":")
        if noun == "line":
            line = self.ledger.get(Line, key)
            return [to_plain(line), [self._claim(c) for c in line.claims]]
        if noun == "link":
            a, _, b = key.partition("|")
            return [to_plain(self.ledger.get(Link, f"{a} {b}")), self._claim(a), self._claim(b)]
        if noun == "estimate":
            event, _, outcome = key.partition("|")
            told = next((e for e in self.ledger.estimates_of(event) if e.outcome == outcome), None)
            if told is None:
                raise UnknownIdError(f"There is no estimate of {outcome} for {event}", do="Look at the event")
            return to_plain(told)
        if noun == "source":
            found = next(iter(self.ledger.some_sources([key])), None)
            if found is None:
                raise UnknownIdError(f"There is no source {key}", do="Look the id up with `sayso sources --json`")
            return [found.name, found.kind, found.party, [to_plain(w.source) for w in self.ledger.words() if w.source.id == key]]
        if noun == "document":
            return self.ledger.document(key).id
        return self._claim(key) if noun == "claim" else to_plain(self.ledger.get(Event, key))

    def _claim(self, key: str) -> Any:
        """A claim as it was read, with what people said of it."""
        return [to_plain(self.claim(key)), [r.id for r in self.ledger.standing(f"claim:{key}")]]

    def _checked(self, noun: str, key: str, verdict: Verdict, value: str | None) -> str | None:
        """The value of a decision as it is kept."""
        if verdict == "grade":
            return canonical(graded(_word(value or "")))
        if noun == "claim" and verdict == "edit":
            edited(self.claim(key), value)
        elif verdict in ("merge", "split") and not value:
            raise UsageError(f"A {verdict} needs what it is with", do="Name the other event, or the claims that leave")
        elif verdict == "merge" and value is not None:
            other = self.ledger.get(Event, _word(value))
            if noun == "event" and other.id == key:
                raise UsageError("An event is one with itself", do="Name another event")
            return canonical(other.id)
        return value

    def _speaker(self, name: str, kind: str | None, chain: Sequence[Attribution]) -> Attribution:
        """A nearest speaker of this name, as certain as the one before; one whom the ledger knows is as it knows them."""
        if not name:
            raise UsageError("Nobody is named", do="Give who says so, or say that it is the outlet's own voice")
        before = chain[0] if len(chain) > 1 else None
        known: Source | None = next((s for s in self.sources() if s.name.casefold() == name.casefold()), None)
        made = before or Attribution(name=name, stance="says")
        chosen: Any = kind or (known.kind if known else "other")
        return replace(
            made,
            name=known.name if known else name,
            kind=chosen,
            source=None,
            party=known.party if known else None,
            affiliation=known.affiliation if known else None,
            span=None,
            unnamed=False,
        )

    def _earliest(self, event: Event) -> tuple[Claim, ...]:
        claims = tuple(self.claim(c) for c in event.claims)
        return earliest_first((self.ledger.document(d) for d in sorted({c.document for c in claims})), claims)


def _word(value: str) -> str:
    """One word, as it is or as a JSON string."""
    try:
        told = json.loads(value) if value.startswith('"') else value
    except ValueError:
        return value
    return str(told)
