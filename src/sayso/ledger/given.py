"""What was given, and how is it kept? Documents, bytes, where they came from, refusals, sources, reviews: only ever added."""
# ruff: noqa: S608  only names of our own tables and columns are put into SQL; values are always bound

import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sayso.errors import ContractError, RefusedError, TamperedError, UnknownIdError
from sayso.ledger.store import Store
from sayso.ledger.tables import DOCUMENTS, REFUSALS, REVIEWS, SET_SOURCES
from sayso.model import Document, Refusal, Review, Source
from sayso.schema import from_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """One line of the custody log: at this time, this document came from this path or URL, as these bytes."""

    origin: str
    at: str
    document: str
    raw: str | None = None


class _Standing(NamedTuple):
    """The reviews that hold, all and by target, as of the last that was written."""

    last: int | None = None
    held: tuple[Review, ...] = ()
    of: Mapping[str, tuple[Review, ...]] = {}


class Given(Store):
    """The given things of a ledger."""

    _standing = _Standing()

    def add(self, document: Document, *, origin: str, at: str, raw: bytes | None = None) -> bool:
        """Keep a document, its raw bytes and where it came from; True when the document is new.

        `origin` is a path or URL, `at` an ISO datetime in UTC, `raw` the bytes that `document.raw` names. Adding twice is adding
        once; the same document from another origin adds a line to the custody log. Inside `batch()`, many are kept at once.

        Raises: RefusedError `conflict`, when another document has its name; ContractError, when raw bytes and hash differ.
        """
        with self.batch():
            self._refuse_conflict(document)
            kept = None if raw is None else self._keep_raw(raw)
            self._check_raw(document, kept)
            new = self._insert(DOCUMENTS, [document])
            sql = "INSERT OR IGNORE INTO additions (origin, at, raw, document) VALUES (?, ?, ?, ?)"
            self._execute(sql, (origin, at, kept, document.id))
        return new > 0

    def refuse(self, refusal: Refusal, *, raw: bytes | None = None) -> bool:
        """Record an input that could not become a document, with its bytes; True when it was not yet recorded."""
        with self.batch():
            if raw is not None:
                self._keep_raw(raw)
            return self._insert(REFUSALS, [refusal]) > 0

    def documents(self) -> Iterator[Document]:
        """All documents, ordered by id."""
        return self._stream(Document)

    def document(self, key: str) -> Document:
        """The document with this id or, failing that, this name or, failing that, from the one file of this name.

        Raises: UnknownIdError, when there is none, or several files are called so.
        """
        sql = f"SELECT {DOCUMENTS.columns} FROM documents WHERE id = ? OR name = ? ORDER BY id <> ? LIMIT 1"
        for row in self._rows(sql, (key, key, key)):
            return from_row(Document, row)
        found = self._from_file(key)
        if len(found) == 1:
            return self.get(Document, found[0][0])
        if found:
            files = ", ".join(origin for _, origin in found)
            raise UnknownIdError(f"{self.path.name} has {len(found)} documents {key}", do=f"Give the whole path: {files}")
        raise UnknownIdError(f"{self.path.name} has no document {key}", do="Give the id or the name it was added under")

    def _from_file(self, key: str) -> list[tuple[str, str]]:
        """The documents, by id, that came from files of this name or path, each with the path that it came from first."""
        at_end = "substr(origin, -length(?1) - 1) IN (?2, ?3)"
        sql = f"SELECT document, min(origin) FROM additions WHERE origin IN (?1, 'file ' || ?1) OR {at_end}"
        rows = self._rows(f"{sql} GROUP BY document ORDER BY document", (key, f"/{key}", f"\\{key}"))
        whole = [(str(document), str(origin)) for document, origin in rows if origin == key]
        return whole or [(str(document), str(origin)) for document, origin in rows] if key else []

    def all_documents(self, ids: Iterable[str]) -> tuple[Document, ...]:
        """All the documents with these ids, ordered by id.

        Raises: UnknownIdError, when one is not there.
        """
        wanted = sorted(set(ids))
        found = tuple(self._by_ids(Document, wanted))
        if len(found) < len(wanted):
            there = {d.id for d in found}
            self.get(Document, next(key for key in wanted if key not in there))
        return found

    def names(self) -> dict[str, str]:
        """The givers' names by the ids of documents, ordered by id."""
        return {str(key): str(name) for key, name in self._rows("SELECT id, name FROM documents ORDER BY id")}

    def days(self, documents: Iterable[str] | None = None) -> dict[str, str]:
        """When documents were published, by their ids, as far as it is known: some of them (by id), or all."""
        among = "" if documents is None else "AND id IN (SELECT value FROM json_each(?))"
        args = () if documents is None else (json.dumps(sorted(set(documents))),)
        rows = self._rows(f"SELECT id, published FROM documents WHERE published IS NOT NULL {among}", args)
        return {str(key): str(day) for key, day in rows}

    def period(self) -> tuple[str | None, str | None]:
        """The first and the last day of publication, as ISO dates, or None where none is known."""
        sql = "SELECT substr(min(published), 1, 10), substr(max(published), 1, 10) FROM documents"
        ((first, last),) = self._rows(sql)
        return first, last

    def refusals(self) -> Iterator[Refusal]:
        """All refusals, ordered by id."""
        return self._stream(Refusal)

    def additions(self, document: str | None = None) -> Iterator[Addition]:
        """The custody log in the order of time of arrival: of one document, by id, or of all."""
        last = 0
        while True:
            sql = "SELECT seq, origin, at, document, raw FROM additions WHERE seq > ? AND (? IS NULL OR document = ?)"
            page = self._rows(f"{sql} ORDER BY seq LIMIT 400", (last, document, document))
            for seq, origin, at, of, raw in page:
                last = seq
                yield Addition(origin=origin, at=at, document=of, raw=raw)
            if not page:
                return

    def raw(self, sha256: str) -> bytes:
        """The raw bytes with this SHA-256 (hex), hashed anew.

        Raises: UnknownIdError; TamperedError, when the bytes no longer match their hash.
        """
        data = self._scalar("SELECT data FROM raws WHERE sha256 = ?", (sha256,))
        if data is None:
            raise UnknownIdError(f"{self.path.name} has no raw bytes {sha256}", do="Give the SHA-256 that the document names")
        try:
            raw = zlib.decompress(data)
        except zlib.error:
            raw = None
        if raw is None or hashlib.sha256(raw).hexdigest() != sha256:
            raise TamperedError(f"The raw bytes {sha256} no longer match their hash", do="Restore the ledger from a copy")
        return raw

    def set_source(self, source: Source, *, by: str, at: str) -> bool:
        """Keep what a person says of a source; it outranks what was found and what was set before. True when it is new."""
        with self.batch():
            if self._set_source(source.id) == source:
                return False
            return self._insert(SET_SOURCES, [source], by, at) > 0

    def review(self, review: Review) -> bool:
        """Keep a person's word; True when it is new.

        Raises: UnknownIdError, when it withdraws a review that is not there.
        """
        with self.batch():
            if review.withdraws is not None:
                self.get_review(review.withdraws)
            return self._insert(REVIEWS, [review]) > 0

    def get_review(self, key: str) -> Review:
        """The review with this id.

        Raises: UnknownIdError.
        """
        for review in self._stream(Review, "id = ?", (key,)):
            return review
        raise UnknownIdError(f"{self.path.name} has no review {key}", do="Look the id up among the ledger's reviews")

    def reviews(self, target: str | None = None) -> Iterator[Review]:
        """All reviews, withdrawn ones and withdrawals too, by time and id; of one target (`noun:id`), or of all."""
        return self._stream(Review) if target is None else self._stream(Review, "target = ?", (target,))

    def standing(self, target: str | None = None) -> tuple[Review, ...]:
        """The reviews that hold, by time and id: neither withdrawn nor themselves a withdrawal.

        A withdrawal can be withdrawn, which restores what it had withdrawn. All are held in memory, for people wrote them, and
        read once for each word: while nobody adds one, this gives the same tuple again.
        """
        with self._lock:
            last = self._scalar("SELECT max(seq) FROM reviews")
            if last != self._standing.last:
                self._standing = self._grown_by(last) or self._stood(last)
            return self._standing.held if target is None else self._standing.of.get(target, ())

    def _stood(self, last: int | None) -> _Standing:
        """The reviews that hold, looked up anew."""
        withdrawn = self._withdrawn()
        held = tuple(r for r in self.reviews() if r.withdraws is None and r.id not in withdrawn)
        return _Standing(last, held, _by_target(held))

    def _grown_by(self, last: int | None) -> _Standing | None:
        """The reviews that held, with those that were written since; None where these take something back, or are not later."""
        before = self._standing
        if before.last is None:
            return None
        sql = f"SELECT {REVIEWS.columns} FROM reviews WHERE seq > ? ORDER BY seq"
        new = [from_row(Review, row) for row in self._rows(sql, (before.last,))]
        ordered = [(r.at, r.id) for r in (*before.held[-1:], *new)]
        if any(r.withdraws is not None for r in new) or ordered != sorted(ordered):
            return None
        of = dict(before.of)
        for review in new:
            of[review.target] = (*of.get(review.target, ()), review)
        return _Standing(last, (*before.held, *new), of)

    def _forget(self) -> None:
        self._standing = _Standing()

    def standing_targets(self) -> frozenset[str]:
        """What a review that holds is of, as `noun:id`; of a claim that it adds, the claim; of a line, the claims that it had."""
        return frozenset(target for review in self.standing() for target in _of(review))

    def _withdrawn(self) -> set[str]:
        """The ids of the reviews that are withdrawn by a withdrawal that is not."""
        order = self._rows("SELECT id, withdraws FROM reviews WHERE withdraws IS NOT NULL ORDER BY seq DESC")
        withdrawn: set[str] = set()
        for key, of in order:  # a withdrawal comes after what it withdraws, so going back each is settled before it counts
            if key not in withdrawn:
                withdrawn.add(str(of))
        return withdrawn

    def _set_source(self, key: str) -> Source | None:
        sql = f"SELECT {SET_SOURCES.columns} FROM set_sources WHERE id = ? ORDER BY seq DESC LIMIT 1"
        for row in self._rows(sql, (key,)):
            return from_row(Source, row)
        return None

    def _refuse_conflict(self, document: Document) -> None:
        other = self._scalar("SELECT id FROM documents WHERE name = ? AND id <> ?", (document.name, document.id))
        if other is not None:
            what = f"the name {document.name} is taken by {other}, which has other content"
            raise RefusedError("conflict", what, do="Give this version a name of its own")

    def _keep_raw(self, raw: bytes) -> str:
        sha256 = hashlib.sha256(raw).hexdigest()
        if self._scalar("SELECT 1 FROM raws WHERE sha256 = ?", (sha256,)) is None:
            sql = "INSERT INTO raws (sha256, size, data) VALUES (?, ?, ?)"
            self._execute(sql, (sha256, len(raw), zlib.compress(raw)))
        return sha256

    def _check_raw(self, document: Document, kept: str | None) -> None:
        if document.raw in (None, kept):
            return
        if kept is not None:
            what = f"document {document.name} names the raw bytes {document.raw}, but those given hash to {kept}"
            raise ContractError(what, do="Give the bytes that the document was read from")
        if self._scalar("SELECT 1 FROM raws WHERE sha256 = ?", (document.raw,)) is None:
            raise ContractError(f"document {document.name} names raw bytes that were not given", do="Give them with the document")


def _by_target(reviews: Iterable[Review]) -> dict[str, tuple[Review, ...]]:
    found: dict[str, list[Review]] = defaultdict(list)
    for review in reviews:
        found[review.target].append(review)
    return {target: tuple(words) for target, words in found.items()}


def _of(review: Review) -> tuple[str, ...]:
    """What a review is of."""
    noun, value = review.target.partition(":")[0], review.value or ""
    if review.verdict == "add":
        return (f"claim:{json.loads(value).get('id')}",)
    told = json.loads(value).get("claims") if noun == "line" and value.startswith("{") else None
    return (review.target,) if told is None else tuple(f"claim:{key}" for key in told)
