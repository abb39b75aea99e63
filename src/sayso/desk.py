"""What does a person hold? A desk: one ledger, the rooms that work on it, and the engine that does the work.

with sayso.open("kursk.sayso") as desk:
    desk.add(sayso.files("articles/"))
    desk.run()
    for event in desk.events(near="Kursk"):
        print(event.title, desk.estimate(event, "killed"))
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from sayso import runs
from sayso.annotation import Depth, Unread, read_document, warm
from sayso.asking.selection import iso_day, ordered, picked, selected, wanted
from sayso.confirmed import confirmed, first_of
from sayso.done import Added, Done
from sayso.engines import Engine, Local
from sayso.errors import LedgerError, NotALedgerError, RefusedError, UsageError
from sayso.exports import SHAPES, Case, case
from sayso.extracts.asof import known_case, known_events
from sayso.extracts.extracted import extracted
from sayso.ingest.items import Refused, Taken
from sayso.judging.logbook import Logbook
from sayso.judging.reviewed import bearing, heeded, rejected_in
from sayso.ledger import Finding, Ledger
from sayso.model import Claim, Document, Estimate, Event, Line, Link, Outcome, Reading, Refusal, Statement
from sayso.schema import content_id, digest
from sayso.sources.record import figured
from sayso.weighing.settings import Settings

if TYPE_CHECKING:
    from sayso.weighing.confirmations import Confirmation

T = TypeVar("T")

Progress = Callable[[str, int, int | None], None]
"""Called with the verb at work, how many are done, and how many there are (None: not known)."""

BATCH = 64
"""Documents added a transaction: what a crash costs at most, against what one flush to disk costs."""
READ_BATCH, READ_SECONDS = 16, 2.0
"""Documents read a transaction, and seconds after which it ends earlier: reading is slow, and a stop loses what is unkept."""


def quiet(verb: str, done: int, total: int | None) -> None:
    """Tell nobody how far the work is."""


_REMARKS = 100
"""Remarks on documents taken that are kept to be told; a million rows without a day say it no better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a ledger holds: how many of each noun, days of publication, documents unread, and how the others were read.

    `settings` are the depth of reading and the convention of vague words: one text for each that any document was read with.
    """

    counts: tuple[tuple[str, int], ...]
    first: str | None = None
    last: str | None = None
    unread: int = 0
    settings: tuple[str, ...] = ()


def open(path: str | Path, *, must_exist: bool = False) -> "Desk":  # noqa: A001  the verb of the house: sayso.open
    """Open the ledger at `path`; it is made where there is none.

    Raises: LedgerError, when it cannot be used, or is missing and `must_exist`.
    """
    if must_exist and not Path(path).exists():
        raise LedgerError(f"There is no ledger {path}", do=f"Make one with `sayso add {path} PATH...`")
    if must_exist and Path(path).is_file() and Path(path).stat().st_size == 0:
        raise NotALedgerError(f"{path} is an empty file, not a ledger", do=f"Make it one with `sayso add {path} PATH...`")
    return Desk(Ledger.open(path))


class Desk(Logbook):
    """One ledger with the verbs that work on it; close it, or use it in a `with`."""

    def __init__(self, ledger: Ledger, engine: Engine | None = None) -> None:
        """Work on `ledger`, with `engine` for reading (None: as many local processes as `read` is told)."""
        super().__init__()
        self.ledger = ledger
        self._engine = engine

    def __enter__(self) -> Self:
        """Hold the desk for the length of a block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the ledger."""
        self.close()

    def close(self) -> None:
        """Close the ledger."""
        self.ledger.close()

    def add(self, given: Iterable[Taken | Refused | Document], progress: Progress = quiet) -> Added:
        """Keep documents, with the bytes they came from; identity is content, so adding twice is adding once.

        What is refused is recorded and the rest goes on.
        """
        new = known = 0
        refused: list[Refusal] = []
        remarks: list[str] = []
        items = iter(given)
        while batch := list(islice(items, BATCH)):
            at = datetime.now(UTC).isoformat(timespec="seconds")
            with self.ledger.batch():
                for item in batch:
                    refusal, is_new = self._keep(item, at)
                    if refusal is not None:
                        refused.append(refusal)
                    new, known = new + (is_new is True), known + (is_new is False)
                    if isinstance(item, Taken) and is_new and len(remarks) < _REMARKS:
                        remarks += [f"{item.origin}: {remark}" for remark in item.remarks]
            progress("add", new + known + len(refused), None)
        return Added(new=new, known=known, refused=tuple(refused), remarks=tuple(remarks))

    def read(
        self, *, depth: Depth = "all", convention: str = "default", processes: int = 1, batch: int = READ_BATCH,
        progress: Progress = quiet,
    ) -> Done:  # fmt: skip
        """Read what is unread under the present version, pack, weights, depth and convention; each batch is stored as one.

        Raises: UsageError, for a convention that is none of the pack.
        """
        run = runs.current(depth, convention=convention)
        total, kept = self.ledger.count_unread(run.id), 0
        failed: list[Unread] = []
        if not total:
            return Done()
        engine = self._engine or Local(processes)
        reader, unread = partial(read_document, depth=depth, convention=convention), self.ledger.unread(run.id)
        readings = iter(engine.map(reader, unread, setup=warm))
        progress("read", 0, total)
        while some := _some(readings, batch):
            kept += self.ledger.put_readings([r for r in some if isinstance(r, Reading)], run)
            failed += [r for r in some if isinstance(r, Unread)]
            progress("read", kept + len(failed), total)
        return Done(made=(("documents", kept),), failed=tuple(failed))

    def link(self, *, progress: Progress = quiet) -> Done:
        """Find which claims are about the same event, and who speaks, where readings or what people said have changed."""
        words, reviews = self.ledger.words(), self.ledger.standing()
        stamp = digest(["link", self._read_stamp(), bearing(reviews), self._words_digest(), runs.current("").id])
        if self.ledger.stamp("link") == stamp:
            return Done()
        from sayso.linking.identity import identify  # noqa: PLC0415  heavy, and not every verb needs it
        from sayso.linking.link import link  # noqa: PLC0415  the same
        from sayso.linking.revisions import with_revisions  # noqa: PLC0415  the same

        progress("link", 0, 1)
        documents, claims = tuple(self.ledger.documents()), heeded(self.ledger.claims(), reviews)
        linked = link(documents, claims, reviews)
        spoken = ((c.document, c.said_by) for c in claims)
        who = identify(documents, self.ledger.spoken(), spoken, linked.events, tuple(w.source for w in words))
        with self.ledger.batch():
            self.ledger.replace(Link, linked.links)
            self.ledger.put_sources(who.sources, who.members)
            made = self.ledger.replace(Event, with_revisions(linked.events, self.voiced(claims), documents))
            self.ledger.put_voices(figured(claims, linked.events, who.members))
            self.ledger.set_stamp("link", stamp)
            self.ledger.set_stamp("words", digest([bearing(reviews), self._words_digest()]))
        progress("link", 1, 1)
        return Done(made=(("events", made),))

    def trace(self, *, progress: Progress = quiet) -> Done:
        """Find which reports of an event stem from one origin, where events have changed."""
        stamp = digest(["trace", self.ledger.stamp("link")])
        if self.ledger.stamp("trace") == stamp:
            return Done()
        from sayso.tracing.trace import trace  # noqa: PLC0415  heavy, and not every verb needs it

        progress("trace", 0, 1)
        found = trace(tuple(self.ledger.documents()), self.claims(), tuple(self.ledger.events()))
        with self.ledger.batch():
            made = self.ledger.replace(Line, found)
            self.ledger.set_stamp("trace", stamp)
        progress("trace", 1, 1)
        return Done(made=(("lines", made),))

    def weigh(self, *, progress: Progress = quiet) -> Done:
        """Weigh the lines of each event into estimates, where lines have changed."""
        stamp = self.weigh_stamp()
        if self.ledger.stamp("weigh") == stamp:
            return Done()
        from sayso.weighing.weigh import weigh  # noqa: PLC0415  heavy, and not every verb needs it

        progress("weigh", 0, 1)
        heeding = self.set_aside().heeded(Settings(published=tuple(self.ledger.days().items())))
        found = weigh(tuple(self.ledger.events()), tuple(self.ledger.lines()), self.claims(), heeding)
        with self.ledger.batch():
            made = self.ledger.replace(Estimate, found)
            self.ledger.set_stamp("weigh", stamp)
        progress("weigh", 1, 1)
        return Done(made=(("estimates", made),))

    def run(self, *, depth: Depth = "all", convention: str = "default", processes: int = 1, progress: Progress = quiet) -> Done:
        """Read what is unread, then link, trace and weigh; only what has changed, or was changed by hand, is done again."""
        self.ledger.mend()
        read = self.read(depth=depth, convention=convention, processes=processes, progress=progress)
        derived = self._derive(progress)
        while derived.made and (more := self._derive(progress)).made:  # another process wrote meanwhile
            derived = Done(made=tuple((dict(derived.made) | dict(more.made)).items()))
        return read + derived

    def _derive(self, progress: Progress) -> Done:
        return self.link(progress=progress) + self.trace(progress=progress) + self.weigh(progress=progress)

    def events(self, near: str | None = None, outcome: str | None = None, as_of: str | None = None) -> tuple[Event, ...]:
        """Give the events, the most reported first; only those at the place `near`, with a claim of `outcome`, known by a day."""
        found = ordered(self.ledger.events())
        if as_of is not None:
            found = known_events(found, self.ledger.days(), as_of)
        if outcome is not None:
            told = {e.event for e in self.ledger.estimates() if e.outcome == outcome}
            found = tuple(e for e in found if e.id in told)
        return found if near is None else selected(found, near)

    def event(self, key: str) -> Event:
        """Give the event of an id, the unique beginning of one, a row number of `events()`, or a word of its title.

        Raises: UnknownIdError, when none or several match.
        """
        return picked(self.ledger, key)

    def estimate(self, event: Event, outcome: Outcome, settings: Settings | None = None) -> Estimate:
        """Give the estimate of one outcome; one that nobody speaks of has the level `none`."""
        for found in self.estimates([event], settings).get(event.id, ()):
            if found.outcome == outcome:
                return found
        return Estimate(event=event.id, outcome=outcome)

    def estimates(self, events: Iterable[Event], settings: Settings | None = None) -> dict[str, tuple[Estimate, ...]]:
        """Give the estimates by event: the stored ones, or under `settings` new ones that are not stored."""
        wanted = tuple(events)
        if settings is None:
            return {e.id: tuple(self.ledger.estimates_of(e.id)) for e in wanted}
        return {e.id: self.weighed(e, settings) for e in wanted}

    def why(self, event: Event, settings: Settings | None = None, outcome: str | None = None) -> Case:
        """Give one event with its estimates (of one outcome, or all) and their grounds, its lines, claims and documents."""
        claims = self.claims(event)
        lines = tuple(self.ledger.lines_of(event.id))
        told = {*event.documents, *(c.document for c in claims), *(r.id for n in lines for r in n.documents)}
        documents = self.ledger.all_documents(told)
        stored = self.ledger.estimates_of(event.id) if settings is None else ()
        weighed = () if settings is None else self.weighed(event, settings, claims)
        figures = (e for e in (*stored, *weighed) if outcome in (None, e.outcome))
        whole = case(documents, claims, (event,), lines, figures)
        as_of = settings.as_of if settings else None
        firsts = confirmed(self.ledger, lambda e: claims if e == event else self.claims(e), event, as_of)
        found = replace(whole, places=self._places(documents), confirmations=firsts, rejected=rejected_in(self.ledger, event))
        if settings is None or settings.as_of is None:
            return found
        return known_case(found, replace(settings, published=tuple((d.id, d.published) for d in documents if d.published)))

    def statements(
        self, by: str | None = None, about: str | None = None, event: Event | None = None, **asked: Any
    ) -> Iterator[Statement]:
        """Give the statements by day: by anybody in the chain, about some words, of an event; see `Wanted` for what else to ask.

        Raises: UsageError, when a day is none.
        """
        return self.voiced(self.ledger.told(wanted(self.ledger, by, about, event, **asked)))

    def count_statements(self, by: str | None = None, about: str | None = None, event: Event | None = None, **asked: Any) -> int:
        """Count the statements that `statements` gives."""
        return self.ledger.count_told(wanted(self.ledger, by, about, event, **asked))

    def confirmations(self, event: Event | None = None, as_of: str | None = None) -> tuple["Confirmation", ...]:
        """Give the first confirmations in one event, or in all, by day: which source confirmed which outcome; as of a day."""
        return confirmed(self.ledger, self.claims, event, as_of)

    def first_confirmation(self, as_of: str | None = None) -> Callable[[Claim], "Confirmation | None"]:
        """Give a look-up of the first confirmation that a claim is, as of a day; None where it is none."""
        return first_of(self.ledger, self.claims, as_of)

    def names(self) -> Mapping[str, str]:
        """Give the givers' own ids by the ids of documents."""
        return self.ledger.names()

    def export(
        self,
        to: str,
        folder: str | Path,
        events: Sequence[str] | None = None,
        asked: Iterable[tuple[str, str]] = (),
        settings: Settings | None = None,
    ) -> tuple[Path, ...]:
        """Write everything, or what belongs to some events (by id), into `folder`, and say which files; `asked` says why these.

        With `settings` the figures are weighed by these switches; what is stored stays.

        Raises: UsageError, for a shape that is none of `sayso.exports.SHAPES`; OSError, when the folder cannot be written.
        """
        if to not in SHAPES:
            raise UsageError(f"There is no export {to}", do=f"Give one of {', '.join(SHAPES)}")
        return SHAPES[to](extracted(self, events, asked, settings), Path(folder))

    def verify(self) -> tuple[Finding, ...]:
        """Say what is unsound: hashes, ids and the file are checked anew; nothing, when all is well."""
        return tuple(self.ledger.verify())

    def refusals(self) -> tuple[Refusal, ...]:
        """Give what was refused, by origin."""
        return tuple(sorted(self.ledger.refusals(), key=lambda r: (r.origin, r.id)))

    def contents(self) -> Contents:
        """Say what the ledger holds."""
        first, last = self.ledger.period()
        unread = self.ledger.count_never_read()
        counts = tuple(self.ledger.counts().items())
        return Contents(counts=counts, first=first, last=last, unread=unread, settings=self.ledger.read_with())

    def _keep(self, item: Taken | Refused | Document, at: str) -> tuple[Refusal | None, bool | None]:
        """Keep one item: its refusal, or whether it is new."""
        if isinstance(item, Refused):
            return self._refuse(item, at), None
        taken = item if isinstance(item, Taken) else None
        document = item.document if isinstance(item, Taken) else item
        origin, raw = (taken.origin, taken.raw) if taken else (f"document {document.name}", None)
        try:
            return None, self.ledger.add(document, origin=origin, at=at, raw=raw)
        except RefusedError as e:
            refusal = Refusal(
                id=content_id("f", origin, e.reason, e.detail), origin=origin, reason=e.reason, detail=e.detail, at=at
            )
            self.ledger.refuse(refusal, raw=raw)
            return refusal, None

    def _refuse(self, item: Refused, at: str) -> Refusal:
        key = content_id("f", item.origin, item.reason, item.detail)
        refusal = Refusal(id=key, origin=item.origin, reason=item.reason, detail=item.detail, at=at)
        self.ledger.refuse(refusal, raw=item.raw)
        return refusal

    def _read_stamp(self) -> str:
        """Digest which documents were read under which run: readings are a function of these."""
        return self.ledger.readings_digest()

    def _places(self, documents: Iterable[Document]) -> tuple[tuple[str, str], ...]:
        """What documents are called that have no outlet: by the file or address that they came from, or by how they begin."""
        return tuple((d.id, self.name_of(d)) for d in documents if not d.outlet)


def _some(items: Iterator[T], most: int) -> list[T]:
    """Give the next items: `most`, or as many as come within `READ_SECONDS`."""
    end, found = monotonic() + READ_SECONDS, list(islice(items, 1))
    while found and len(found) < most and monotonic() < end:
        more = list(islice(items, 1))
        if not more:
            break
        found += more
    return found


def settings(**asked: Any) -> Settings:
    """Give the settings of weighing by name.

    Raises: UsageError, when `as_of` is no day.
    """
    return Settings(**({**asked, "as_of": iso_day(asked["as_of"])} if asked.get("as_of") else asked))
