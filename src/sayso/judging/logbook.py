"""What did people decide, and what of it holds? Every word in the order of time, told so that an outsider understands it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.errors import SaysoError, UnknownIdError
from sayso.exports.words import days, place, speakers
from sayso.judging.added import read_back
from sayso.judging.held import NOBODY, Shown, grade_in, shown
from sayso.judging.queued import Queue
from sayso.judging.reviewed import edit_of, edited
from sayso.model import Claim, Event, Group, Line, Quantity, Review, When, Where
from sayso.sources.cast import Change
from sayso.sources.sourced import graded_words
from sayso.wording import persons

SAYS = {
    "accept": "accepted", "reject": "rejected", "edit": "edited", "split": "taken out of the event",
    "merge": "one event with", "add": "added a claim", "grade": "graded", "note": "noted",
}  # fmt: skip
"""What a word does, in words."""
FIELDS = {"said_by": "speaker", "quantity": "figure", "when": "day", "where": "place", "part_of": "part of"}
"""What fields of a claim are called, where a person calls them otherwise."""
_LONG = 60
"""Code points of a quote that are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One word of a person: on what (`target`, and in words), what it changed, by whom and when, and whether it holds.

    `review` is its id; `withdrawn` who took it back, or said otherwise of a source, and when; `takes_back` what it withdraws.
    """

    at: str
    by: str
    of: str
    told: str
    target: str | None = None
    review: str | None = None
    note: str | None = None
    withdrawn: str | None = None
    takes_back: str | None = None

    @property
    def standing(self) -> bool:
        """Whether it holds."""
        return self.withdrawn is None


class Logbook(Queue):
    """The log of what people decided in one ledger."""

    def corrections(self, *, limit: int | None = None, offset: int = 0) -> tuple[Correction, ...]:
        """Give what people decided, the last first, words on sources too; `limit` and `offset` give a page of it."""
        words = self.ledger.kept("log", self._words)
        some = words[offset:] if limit is None else words[offset : offset + limit]
        back = self.withdrawn()
        return tuple(
            self._correction(word, back)
            if isinstance(word, Review)
            else Correction(
                at=at,
                by=word.by,
                of=f"source {word.source}",
                told="; ".join(word.told) or "as it was",
                review=word.id,
                withdrawn=word.withdrawn,
            )
            for at, word in some
        )

    def _words(self) -> list[tuple[str, Any]]:
        """All that people said, the last first, each with its time."""
        words: list[tuple[str, Any]] = [(r.at, r) for r in self.ledger.reviews()]
        words += [(c.at, c) for c in self.source_changes()]
        return sorted(words, key=lambda w: (w[0], getattr(w[1], "id", "")), reverse=True)

    def correction(self, word: Review) -> Correction:
        """Give one word of a person as the log tells it."""
        return self._correction(word, self.withdrawn())

    def count_corrections(self) -> int:
        """Count what people decided."""
        return self.ledger.count(Review) + len(self.ledger.word_history())

    def last_of(self, by: str) -> Review | Change:
        """Give the last word of a person that holds and takes nothing back, on sources too.

        Raises: UnknownIdError, where there is none.
        """
        said = [c for c in self.source_changes() if c.by == by and c.withdrawn is None and not c.returns]
        own: list[Review | Change] = [*(r for r in self.ledger.standing() if r.by == by), *said]
        if not own:
            raise UnknownIdError(
                f"{by} has decided nothing that holds", do="Give the id of a review: `sayso review log` lists them"
            )
        return max(own, key=lambda word: word.at)

    def target_in_words(self, target: str) -> str:
        """Name what a word is on, so that a person knows it without its id."""
        noun, _, key = target.partition(":")
        try:
            return self._named(noun, key)
        except (UnknownIdError, ValueError):
            return f"{noun} {key}, which is no longer there"

    def of_in_words(self, word: Review) -> str:
        """Name what a word is on: a line as it was shown, and who it is of now, where a run has made it anew."""
        first = self.root(word)
        told = shown(first)
        return self.target_in_words(self.target_now(first)) if told is None else self._as_shown(told)

    def target_now(self, word: Review) -> str:
        """Give what a word is on now: a run may have given its line, or its source, another id."""
        first = self.root(word)
        noun, _, key = first.target.partition(":")
        told = shown(first)
        if told is not None:
            lines = self.ledger.lines_with(told.claims)
            return first.target if key in lines or not lines else f"line:{lines[0]}"
        if noun == "source":
            return next((f"source:{s}" for s, said in graded_words(self.ledger).items() if first in said), first.target)
        return first.target

    def _as_shown(self, told: Shown) -> str:
        lines = tuple(self.ledger.some(Line, self.ledger.lines_with(told.claims)))
        home = next(self.ledger.events_with_any(told.claims), None)
        if home is None:
            return f"{told.words}, of which no claim is in an event any longer"
        now = sorted({n.origin or NOBODY for n in lines})
        if now == [told.origin or NOBODY]:
            return f"{told.words} in {home.title}"
        where = f"now on the {'line' if len(now) == 1 else 'lines'} of {' and '.join(now)}" if now else "now on no line"
        return f"{told.words} in {home.title}, {where}"

    def change_in_words(self, word: Review) -> str:
        """Say what a word does: `rejected`, `edited: figure 17 → 16`."""
        if word.withdraws is not None:
            taken = self.ledger.get_review(word.withdraws)
            return f"took back: {self.change_in_words(taken)}"
        says = SAYS[word.verdict]
        if word.verdict == "edit" and word.target.startswith("claim:"):
            return f"{says}: {'; '.join(self._edits(word)) or 'nothing'}"
        if word.verdict == "add":
            return f"{says}: {claim_in_words(read_back(word))}"
        if word.verdict == "grade":
            return f"{says} {grade_in(word)}"
        if word.verdict in ("merge", "split"):
            says = "of the event" if word.target.startswith("claim:") else says
            return f"{says} {self._others(word)}" if word.verdict == "merge" else self._split(word)
        return says

    def _correction(self, word: Review, back: Mapping[str, Review]) -> Correction:
        gone = back.get(word.id)
        return Correction(
            at=word.at,
            by=word.by,
            of=self.of_in_words(word),
            told=self.change_in_words(word),
            target=self.target_now(word),
            review=word.id,
            note=word.note,
            withdrawn=None if gone is None else f"{gone.by}, {gone.at[:16].replace('T', ' ')}",
            takes_back=word.withdraws,
        )

    def _named(self, noun: str, key: str) -> str:
        if noun == "claim":
            return f"claim {claim_in_words(self.claim(key))}"
        if noun == "line":
            line = self.ledger.get(Line, key)
            return f"line of {line.origin or NOBODY} in {self.ledger.get(Event, line.event).title}"
        if noun == "link":
            a, b = (self.claim(c) for c in key.split("|"))
            return f"whether {claim_in_words(a)} and {claim_in_words(b)} are of one event"
        if noun == "estimate":
            event, _, outcome = key.partition("|")
            return f"figure for {outcome} of {self.ledger.get(Event, event).title}"
        if noun == "source":
            found = next(iter(self.ledger.some_sources([key])), None)
            if found is None:
                raise UnknownIdError(f"There is no source {key}")
            return f"source {found.name}"
        return f"document {self.document_name(key)}" if noun == "document" else f"event {self.ledger.get(Event, key).title}"

    def _edits(self, word: Review) -> list[str]:
        """The fields that an edit changed, beside the edit before it."""
        key = word.target.partition(":")[2]
        try:
            read = self.claim(key)
            earlier = [r for r in self.ledger.reviews(word.target) if r.withdraws is None and (r.at, r.id) < (word.at, word.id)]
            before = edit_of(earlier, key)
            then = edited(read, json.dumps(before)) if before else read
            now = edited(read, word.value)
        except SaysoError:
            return [", ".join(sorted(json.loads(word.value or "{}")))]
        return [
            f"{FIELDS.get(field, field)} {old} → {new}"
            for field in json.loads(word.value or "{}")
            if (old := field_in_words(field, then)) != (new := field_in_words(field, now))
        ]

    def _others(self, word: Review) -> str:
        names = json.loads(word.value) if word.value and word.value[0] in '"[' else [word.value or ""]
        return ", ".join(self.target_in_words(f"event:{e.removeprefix('event:')}") for e in _listed(names))

    def _split(self, word: Review) -> str:
        if word.target.startswith("claim:"):
            return f"taken out of {self._others(word)}"
        claims = _listed(json.loads(word.value or "[]"))
        return "taken out of it: " + "; ".join(self.target_in_words(f"claim:{c.removeprefix('claim:')}") for c in claims)


def claim_in_words(claim: Claim) -> str:
    """Name a claim: `“17 people were killed” (Orlan Wire)`."""
    quote = " ".join(claim.quote.split())
    short = quote if len(quote) <= _LONG else quote[: _LONG - 1].rstrip() + "…"
    return f"“{short}” ({speakers(claim.said_by)})"


def field_in_words(name: str, claim: Claim) -> str:
    """Tell one field of a claim as a person reads it."""
    value = getattr(claim, name)
    match value:
        case Quantity():
            return persons(value.low, value.best, value.high)
        case When():
            return days(value)
        case Where():
            return place(value)
        case Group():
            return ", ".join(w for w in (value.text, value.nation, value.role) if w) or "unknown"
        case tuple() if name == "said_by":
            return speakers(value)
        case None:
            return {"quantity": "no figure", "part_of": "no other figure"}.get(name, "unknown")
        case _:
            return str(getattr(value, "text", value))


def _listed(names: str | Sequence[str]) -> Sequence[str]:
    return [names] if isinstance(names, str) else names
